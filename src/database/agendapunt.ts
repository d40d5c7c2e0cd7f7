import { z } from "zod/v4";
import type { HulpvraagStatus } from "#domain/code.ts";
import type { AtVersion } from "./hulpvraag.ts";
import { execute, query, type Tx } from "./pool.ts";

const puntRow = z.object({
  id: z.string(),
  hulpvraagId: z.string(),
  volgorde: z.number(),
  minuten: z.number(),
  status: z.enum(["gepland", "besproken", "verschoven"]),
  /** It is spoken of now. */
  begonnen: z.boolean(),
});
export type AgendapuntRow = z.infer<typeof puntRow>;

/** What stands on the agenda of one round, in order; what was moved away is not here. */
export async function puntenOf(tx: Tx, rondeId: string): Promise<readonly AgendapuntRow[]> {
  return query(
    tx,
    puntRow,
    `select id, hulpvraag_id as "hulpvraagId", volgorde, minuten, status,
       status = 'gepland' and begonnen_op is not null as begonnen from agendapunt
     where ronde_id = $1 and status <> 'verschoven' order by volgorde, id`,
    [rondeId],
  );
}

/** False when it was discussed in this round already. One that was taken off comes back on the same line. */
export async function putOnAgenda(
  tx: Tx,
  punt: {
    readonly id: string;
    readonly sztId: string;
    readonly rondeId: string;
    readonly hulpvraagId: string;
    readonly volgorde: number;
    readonly minuten: number;
  },
): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into agendapunt (id, swv_id, szt_id, ronde_id, hulpvraag_id, volgorde, minuten, status)
     values ($1, $2, $3, $4, $5, $6, $7, 'gepland')
     on conflict (ronde_id, hulpvraag_id) do update
       set status = 'gepland', volgorde = excluded.volgorde, minuten = excluded.minuten, begonnen_op = null
     where agendapunt.status = 'verschoven'`,
    [punt.id, tx.scope.swvId, punt.sztId, punt.rondeId, punt.hulpvraagId, punt.volgorde, punt.minuten],
  );
  return count === 1;
}

/** True for who did it; false when it was discussed or taken off in the meantime. */
export async function endPunt(tx: Tx, id: string, status: "besproken" | "verschoven"): Promise<boolean> {
  const count = await execute(tx, `update agendapunt set status = $2 where id = $1 and status = 'gepland'`, [
    id,
    status,
  ]);
  return count === 1;
}

/** One item is begun, and these that were begun before are no longer spoken of. False when it is not to come any more. */
export async function beginPunt(tx: Tx, id: string, left: readonly string[]): Promise<boolean> {
  await leavePunten(tx, left);
  const count = await execute(
    tx,
    `update agendapunt set begonnen_op = $2 where id = $1 and status = 'gepland'`,
    [id, tx.now],
  );
  return count === 1;
}

/** Not decided about: when they come up again their time begins anew. */
export async function leavePunten(tx: Tx, ids: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update agendapunt set begonnen_op = null where id = any($1::uuid[]) and status = 'gepland'`,
    [ids],
  );
}

/** Only from the minutes that were seen: two who press at once give it more time once. */
export async function setMinuten(
  tx: Tx,
  id: string,
  minuten: { readonly van: number; readonly naar: number },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update agendapunt set minuten = $3 where id = $1 and minuten = $2 and status = 'gepland'`,
    [id, minuten.van, minuten.naar],
  );
  return count === 1;
}

export async function setInbrenger(tx: Tx, id: string, persoonId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update agendapunt set inbrenger_id = $2 where id = $1 and status = 'gepland'`,
    [id, persoonId],
  );
  return count === 1;
}

/** Puts the items in this order, from 1. */
export async function saveOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update agendapunt a set volgorde = o.volgorde
     from unnest($1::uuid[]) with ordinality as o (id, volgorde) where a.id = o.id`,
    [ids],
  );
}

/** Hulpvragen of this SZT that wait for a round. */
export async function klaargezetteOf(tx: Tx, sztId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from hulpvraag where szt_id = $1 and status = 'klaargezet' order by klaargezet_op, id limit 30`,
    [sztId],
  );
  return rows.map(({ id }) => id);
}

/** The steps of a hulpvraag around a round. How long it has waited is kept: it was not helped yet. */
export async function stepInRound(
  tx: Tx,
  at: AtVersion,
  status: Extract<HulpvraagStatus, "klaargezet" | "geagendeerd" | "besproken">,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set status = $3, versie = versie + 1, gewijzigd_op = $4 where id = $1 and versie = $2`,
    [at.id, at.versie, status, tx.now],
  );
  return count === 1;
}

/** Rounds whose cards show something of this hulpvraag: it is or was on them, or they go on now with its acties first. */
export async function rondesWith(tx: Tx, hulpvraagId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select ronde_id as id from agendapunt where hulpvraag_id = $1
     union select r.id from overlegronde r join hulpvraag h on h.szt_id = r.szt_id where h.id = $1 and r.status = 'open'`,
    [hulpvraagId],
  );
  return rows.map((row) => row.id);
}

/** The round on whose agenda this item stands or stood. */
export async function puntRonde(tx: Tx, puntId: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ rondeId: z.string() }),
    `select ronde_id as "rondeId" from agendapunt where id = $1`,
    [puntId],
  );
  return row?.rondeId ?? null;
}
