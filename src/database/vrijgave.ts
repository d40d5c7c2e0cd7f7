import { z } from "zod/v4";
import { type Vrijgave, vrijgaveSchema } from "#domain/vrijgave.ts";
import { execute, instant, query, type Tx } from "./pool.ts";

/** What may go to the channel, decided in this transaction. */
export async function insertVrijgave(
  tx: Tx,
  row: { readonly id: string; readonly sztId: string; readonly rondeId: string; readonly inhoud: Vrijgave },
): Promise<void> {
  await execute(
    tx,
    `insert into vrijgave (id, swv_id, szt_id, ronde_id, inhoud, besloten_op) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, tx.scope.swvId, row.sztId, row.rondeId, JSON.stringify(row.inhoud), tx.now],
  );
}

const inhoudRow = z.object({ inhoud: vrijgaveSchema });

/**
 * As the channel login: null when the row is older than sixty seconds or was withdrawn. The database itself hides those
 * from this login; see the policy in 0040-weekbericht.sql.
 */
export async function readVrijgave(tx: Tx, id: string): Promise<Vrijgave | null> {
  const [row] = await query(tx, inhoudRow, `select inhoud from vrijgave where id = $1`, [id]);
  return row?.inhoud ?? null;
}

/** The release before this one, withdrawn or not; for the app login. */
export async function lastVrijgave(tx: Tx, rondeId: string): Promise<Vrijgave | null> {
  const [row] = await query(
    tx,
    inhoudRow,
    `select inhoud from vrijgave where ronde_id = $1 order by besloten_op desc, id desc limit 1`,
    [rondeId],
  );
  return row?.inhoud ?? null;
}

/** No release of this round may go any more; a new decision must be made first. */
export async function withdrawVrijgaven(tx: Tx, rondeId: string): Promise<void> {
  await execute(
    tx,
    `update vrijgave set ingetrokken_op = $2 where ronde_id = $1 and ingetrokken_op is null`,
    [rondeId, tx.now],
  );
}

/** True for who is first: a summary is confirmed once. */
export async function confirmSamenvatting(tx: Tx, rondeId: string, persoonId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set samenvatting_bevestigd_op = $2, samenvatting_bevestigd_door = $3
     where id = $1 and status = 'gesloten' and samenvatting_bevestigd_op is null`,
    [rondeId, tx.now, persoonId],
  );
  return count === 1;
}

const closedRow = z.object({ id: z.string(), sztId: z.string(), bevestigd: z.boolean() });
export type ClosedRonde = z.infer<typeof closedRow>;

/**
 * The closed rounds in which this hulpvraag was discussed, locked: a courier that is deciding about one of them
 * finishes first, so that its release is seen here.
 */
export async function lockRondesOf(tx: Tx, hulpvraagId: string): Promise<readonly ClosedRonde[]> {
  return query(
    tx,
    closedRow,
    `select r.id, r.szt_id as "sztId", r.samenvatting_bevestigd_op is not null as bevestigd
     from overlegronde r
     where r.status = 'gesloten' and exists (
       select from agendapunt a where a.ronde_id = r.id and a.hulpvraag_id = $1 and a.status = 'besproken')
     order by r.id for update of r`,
    [hulpvraagId],
  );
}

const wekkerRow = z.object({ op: instant, gedaanOp: instant.nullable() });

/** When the summary of this round is (or was) rewritten; null before it was confirmed. */
export async function rewriteTimerOf(tx: Tx, sleutel: string): Promise<z.infer<typeof wekkerRow> | null> {
  const [row] = await query(
    tx,
    wekkerRow,
    `select op, gedaan_op as "gedaanOp" from wekker where sleutel = $1`,
    [sleutel],
  );
  return row ?? null;
}
