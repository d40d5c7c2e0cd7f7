/** When people are away. */
import { z } from "zod/v4";
import type { Verlof } from "#domain/dagbericht-tijd.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

/** What has not ended on this day, the first one first. */
export async function verlofOf(
  tx: Tx,
  persoonId: string,
  today: Temporal.PlainDate,
): Promise<readonly Verlof[]> {
  return query(
    tx,
    z.object({ van: plainDate, tot: plainDate }),
    `select van, tot from verlof where persoon_id = $1 and tot >= $2 order by van`,
    [persoonId, today],
  );
}

/** In the place of what had not ended; what is over stays. */
export async function setVerlof(
  tx: Tx,
  persoonId: string,
  { verlof, today }: { readonly verlof: Verlof | null; readonly today: Temporal.PlainDate },
): Promise<void> {
  await execute(tx, `delete from verlof where persoon_id = $1 and tot >= $2`, [persoonId, today]);
  if (!verlof) return;
  await execute(tx, `insert into verlof (swv_id, persoon_id, van, tot) values ($1, $2, $3, $4)`, [
    tx.scope.swvId,
    persoonId,
    verlof.van,
    verlof.tot,
  ]);
}

/** The hour of the daily bundle, wall time in Amsterdam. */
export async function setDagberichtUur(tx: Tx, persoonId: string, uur: string): Promise<void> {
  await execute(tx, `update persoon set dagbericht_om = $2 where id = $1`, [persoonId, uur]);
}
