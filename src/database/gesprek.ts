import { z } from "zod/v4";
import { execute, query, type Tx } from "./pool.ts";

const gesprekRow = z.object({
  id: z.string(),
  soort: z.enum(["persoonlijk", "kanaal"]),
  tenantId: z.string(),
  gesprekId: z.string(),
  serviceUrl: z.string(),
  bereikbaar: z.boolean(),
});
/** Where a person or a channel can be reached in Teams; `gesprekId` is Teams' conversation id. */
export type Gesprek = z.infer<typeof gesprekRow>;

const columns = `id, soort, tenant_id as "tenantId", gesprek_id as "gesprekId", service_url as "serviceUrl", bereikbaar`;

export type Van = { readonly persoonId: string } | { readonly sztId: string };
const sidesOf = (van: Van): readonly [persoonId: string | null, sztId: string | null] =>
  "persoonId" in van ? [van.persoonId, null] : [null, van.sztId];

/** All conversations with a person or of an SZT, first the one where something new goes: the newest that can be reached. */
export async function gesprekkenOf(tx: Tx, van: Van): Promise<readonly Gesprek[]> {
  return query(
    tx,
    gesprekRow,
    `select ${columns} from gesprek where persoon_id = $1 or szt_id = $2
     order by bereikbaar desc, actueel desc, bijgewerkt_op desc, id`,
    sidesOf(van),
  );
}

export async function channelGesprek(tx: Tx, sztId: string): Promise<Gesprek | null> {
  const [newest] = await gesprekkenOf(tx, { sztId });
  return newest ?? null;
}

/** The chat with this person that has this id in Teams. */
export async function gesprekAt(tx: Tx, persoonId: string, gesprekId: string): Promise<Gesprek | null> {
  const [row] = await query(
    tx,
    gesprekRow,
    `select ${columns} from gesprek where persoon_id = $1 and gesprek_id = $2`,
    [persoonId, gesprekId],
  );
  return row ?? null;
}

const ownerRow = z.object({ persoonId: z.string().nullable(), sztId: z.string().nullable() });

/** Whose chat it is, or of which SZT the channel. */
export async function ownerOf(tx: Tx, id: string): Promise<z.infer<typeof ownerRow> | null> {
  const [row] = await query(
    tx,
    ownerRow,
    `select persoon_id as "persoonId", szt_id as "sztId" from gesprek where id = $1`,
    [id],
  );
  return row ?? null;
}

export interface GesprekAdres {
  readonly van: Van;
  readonly tenantId: string;
  readonly gesprekId: string;
  readonly serviceUrl: string;
}

/**
 * Learns or refreshes an address from an activity of the service; who writes to us can be reached again, and from now on
 * there. Another conversation with the same person stays known: what stands in it is edited in it. `nieuw`: we never spoke
 * there; `terug`: could not be reached for a while, so what stands there may be older than it should be.
 */
export async function rememberGesprek(
  tx: Tx,
  id: string,
  gesprek: GesprekAdres,
): Promise<"bekend" | "nieuw" | "terug"> {
  if (await isCurrent(tx, gesprek)) return "bekend";
  const [persoonId, sztId] = sidesOf(gesprek.van);
  const { tenantId, gesprekId, serviceUrl } = gesprek;
  // Two that write from two chats at once: one of them becomes the current one.
  await execute(tx, `select pg_advisory_xact_lock(hashtext('zorgronde gesprek'), hashtext($1))`, [
    persoonId ?? sztId,
  ]);
  await execute(
    tx,
    `update gesprek set actueel = false where (persoon_id = $1 or szt_id = $2) and gesprek_id <> $3 and actueel`,
    [persoonId, sztId, gesprekId],
  );
  const [row] = await query(
    tx,
    z.object({ hoe: z.enum(["bekend", "nieuw", "terug"]) }),
    `with eerder as (select from gesprek where gesprek_id = $7 and not bereikbaar)
     insert into gesprek (id, swv_id, soort, persoon_id, szt_id, tenant_id, gesprek_id, service_url, bijgewerkt_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (gesprek_id) do update set tenant_id = excluded.tenant_id, service_url = excluded.service_url,
       actueel = true, bereikbaar = true, reden = null, bijgewerkt_op = excluded.bijgewerkt_op
     where gesprek.persoon_id = excluded.persoon_id or gesprek.szt_id = excluded.szt_id
     returning case when exists (select from eerder) then 'terug' when xmax = 0 then 'nieuw' else 'bekend' end as hoe`,
    [
      id,
      tx.scope.swvId,
      persoonId ? "persoonlijk" : "kanaal",
      persoonId,
      sztId,
      tenantId,
      gesprekId,
      serviceUrl,
      tx.now,
    ],
  );
  return row?.hoe ?? "bekend";
}

/** Most turns change nothing. */
async function isCurrent(tx: Tx, { van, tenantId, gesprekId, serviceUrl }: GesprekAdres): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from gesprek where gesprek_id = $3 and (persoon_id = $1 or szt_id = $2) and tenant_id = $4
       and service_url = $5 and actueel and bereikbaar`,
    [...sidesOf(van), gesprekId, tenantId, serviceUrl],
  );
  return rows.length === 1;
}

/** The app is back in the team: what stands in the channels it was in before can be edited again. True when there are. */
export async function reopenChannels(tx: Tx, sztId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update gesprek set bereikbaar = true, reden = null, bijgewerkt_op = $2
     where szt_id = $1 and not bereikbaar and reden = 'verwijderd'`,
    [sztId, tx.now],
  );
  return count > 0;
}

/** The service told that this conversation cannot be reached any more (blocked, removed): do not try again until they write. */
export async function markUnreachable(tx: Tx, id: string, reden: string): Promise<void> {
  await execute(tx, `update gesprek set bereikbaar = false, reden = $2, bijgewerkt_op = $3 where id = $1`, [
    id,
    reden,
    tx.now,
  ]);
}

/** The app was removed here, says Teams itself: from a chat (`gesprekId`) or from a team (`teamId`). */
export async function closeRemoved(
  tx: Tx,
  where: { readonly gesprekId: string } | { readonly teamId: string },
): Promise<void> {
  const [found, id] =
    "teamId" in where
      ? ["szt_id in (select id from szt where team_id = $1)", where.teamId]
      : ["gesprek_id = $1", where.gesprekId];
  await execute(
    tx,
    `update gesprek set bereikbaar = false, reden = 'verwijderd', bijgewerkt_op = $2 where ${found}`,
    [id, tx.now],
  );
}
