import type { Besluit } from "#domain/code.ts";
import type { RegierolKeuze } from "#domain/regierol-keuze.ts";
import type { Sealed } from "#domain/sealed.ts";
import { type DataKey, encryptSealed, whereOf } from "./kluis.ts";
import { execute, type Tx } from "./pool.ts";

export interface BesluitRow {
  readonly id: string;
  readonly sztId: string;
  readonly agendapuntId: string;
  readonly hulpvraagId: string;
  readonly besluiten: readonly Besluit[];
  readonly afweging: Sealed<string>;
  readonly regierolVoor: string | null;
  readonly regierolKeuze: RegierolKeuze | null;
  readonly terugOp: Temporal.PlainDate | null;
  readonly genomenDoor: string;
}

/** One besluit an item: the database refuses a second one. */
export async function insertBesluit(tx: Tx, key: DataKey, row: BesluitRow): Promise<void> {
  await execute(
    tx,
    `insert into besluit (id, swv_id, szt_id, agendapunt_id, hulpvraag_id, besluiten, afweging, regierol_voor, terug_op,
       genomen_door, genomen_op, regierol_keuze)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.agendapuntId,
      row.hulpvraagId,
      row.besluiten,
      encryptSealed(key, row.afweging, whereOf("besluit.afweging", row.id)),
      row.regierolVoor,
      row.terugOp,
      row.genomenDoor,
      tx.now,
      row.regierolKeuze,
    ],
  );
}
