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

export async function personalGesprek(tx: Tx, persoonId: string): Promise<Gesprek | null> {
  const [row] = await query(tx, gesprekRow, `select ${columns} from gesprek where persoon_id = $1`, [
    persoonId,
  ]);
  return row ?? null;
}

export async function channelGesprek(tx: Tx, sztId: string): Promise<Gesprek | null> {
  const [row] = await query(tx, gesprekRow, `select ${columns} from gesprek where szt_id = $1`, [sztId]);
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

/**
 * Learns or refreshes an address from an activity of the service; who writes to us can be reached again. True for a
 * conversation that could not be reached for a while: what stands there may be older than it should be.
 */
export async function rememberGesprek(
  tx: Tx,
  id: string,
  gesprek: {
    readonly van: { readonly persoonId: string } | { readonly sztId: string };
    readonly tenantId: string;
    readonly gesprekId: string;
    readonly serviceUrl: string;
  },
): Promise<boolean> {
  const persoonId = "persoonId" in gesprek.van ? gesprek.van.persoonId : null;
  const sztId = "sztId" in gesprek.van ? gesprek.van.sztId : null;
  const target = persoonId
    ? "(persoon_id) where persoon_id is not null"
    : "(szt_id) where szt_id is not null";
  const [row] = await query(
    tx,
    z.object({ terug: z.boolean() }),
    `with eerder as (select gesprek_id from gesprek where (persoon_id = $4 or szt_id = $5) and not bereikbaar)
     insert into gesprek (id, swv_id, soort, persoon_id, szt_id, tenant_id, gesprek_id, service_url, bijgewerkt_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict ${target} do update set tenant_id = excluded.tenant_id, gesprek_id = excluded.gesprek_id,
       service_url = excluded.service_url, bereikbaar = true, reden = null, bijgewerkt_op = excluded.bijgewerkt_op
     where (gesprek.tenant_id, gesprek.gesprek_id, gesprek.service_url, gesprek.bereikbaar)
       is distinct from (excluded.tenant_id, excluded.gesprek_id, excluded.service_url, true)
     returning exists (select from eerder where gesprek_id = $7) as terug`,
    [
      id,
      tx.scope.swvId,
      persoonId ? "persoonlijk" : "kanaal",
      persoonId,
      sztId,
      gesprek.tenantId,
      gesprek.gesprekId,
      gesprek.serviceUrl,
      tx.now,
    ],
  );
  return row?.terug ?? false;
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
