import { z } from "zod/v4";
import { type PauzeFeit, type Pauzereden, pauzeredenSchema } from "#domain/pauze.ts";
import { execute, instant, plainDate, query, type Tx } from "./pool.ts";

const pauzeRow = z.object({
  id: z.string(),
  hulpvraagId: z.string(),
  reden: pauzeredenSchema,
  begonnenOp: instant,
  van: plainDate,
  tot: plainDate,
  gestoptOp: plainDate.nullable(),
});

/** First the oldest. */
export async function pauzesVan(
  tx: Tx,
  hulpvraagIds: readonly string[],
): Promise<readonly (PauzeFeit & { readonly hulpvraagId: string })[]> {
  return query(
    tx,
    pauzeRow,
    `select id, hulpvraag_id as "hulpvraagId", reden, begonnen_op as "begonnenOp", van, tot, gestopt_op as "gestoptOp"
     from pauze where hulpvraag_id = any($1::uuid[]) order by begonnen_op, id`,
    [hulpvraagIds],
  );
}

export async function pauzesOf(tx: Tx, hulpvraagId: string): Promise<readonly PauzeFeit[]> {
  return (await pauzesVan(tx, [hulpvraagId])).map(({ hulpvraagId: _, ...pauze }) => pauze);
}

export interface NewPauze {
  readonly id: string;
  readonly reden: Pauzereden;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
  readonly door: string;
}

/** Never two on one day: the database refuses a second one. */
export async function insertPauze(
  tx: Tx,
  { id, sztId }: { readonly id: string; readonly sztId: string },
  row: NewPauze,
): Promise<void> {
  await execute(
    tx,
    `insert into pauze (id, swv_id, szt_id, hulpvraag_id, reden, van, tot, begonnen_door, begonnen_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, tx.scope.swvId, sztId, id, row.reden, row.van, row.tot, row.door, tx.now],
  );
}

/** False when it was over already. */
export async function stopPauze(
  tx: Tx,
  id: string,
  { op, door }: { readonly op: Temporal.PlainDate; readonly door: string },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update pauze set gestopt_op = $2, gestopt_door = $3 where id = $1 and gestopt_op is null and tot >= $2`,
    [id, op, door],
  );
  return count === 1;
}

/** The hulpvraag has ended. */
export async function endPauzes(tx: Tx, hulpvraagId: string, op: Temporal.PlainDate): Promise<void> {
  await execute(
    tx,
    `update pauze set gestopt_op = $2 where hulpvraag_id = $1 and gestopt_op is null and tot >= $2`,
    [hulpvraagId, op],
  );
}
