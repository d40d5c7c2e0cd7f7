import type { Functie, Grondslag, Partij, Toestemmingsvorm } from "#domain/code.ts";
import type { Sealed } from "#domain/sealed.ts";
import { type DataKey, encryptSealed, whereOf } from "./kluis.ts";
import { execute, type Tx } from "./pool.ts";

export interface ToestemmingRow {
  readonly id: string;
  readonly sztId: string;
  readonly hulpvraagId: string;
  readonly grondslag: Exclude<Grondslag, "anoniem">;
  readonly partners: readonly Functie[];
  readonly geldigTot: Temporal.PlainDate;
  readonly vastgelegdDoor: string;
  readonly gevers: readonly {
    readonly partij: Partij;
    readonly gegevenOp: Temporal.PlainDate;
    readonly vorm: Toestemmingsvorm;
    readonly bewaarplaats: Sealed<string> | null;
    /** A no is kept as an answer that was taken back on its own day. */
    readonly ingetrokkenOp: Temporal.PlainDate | null;
  }[];
}

/** A new toestemming in the place of the one that stood; what stood is kept as it was. */
export async function replaceToestemming(tx: Tx, key: DataKey, row: ToestemmingRow): Promise<void> {
  await execute(
    tx,
    `update toestemming set vervangen_op = $2 where hulpvraag_id = $1 and vervangen_op is null`,
    [row.hulpvraagId, tx.now],
  );
  await execute(
    tx,
    `insert into toestemming (id, swv_id, szt_id, hulpvraag_id, grondslag, doel, partners, geldig_tot, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, 'bespreking_szt', $6, $7, $8, $9)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.hulpvraagId,
      row.grondslag,
      row.partners,
      row.geldigTot,
      row.vastgelegdDoor,
      tx.now,
    ],
  );
  for (const gever of row.gevers) {
    const where = whereOf("toestemming_gever.bewaarplaats", `${row.id}/${gever.partij}`);
    await execute(
      tx,
      `insert into toestemming_gever (swv_id, szt_id, toestemming_id, partij, gegeven_op, vorm, bewaarplaats, ingetrokken_op)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.scope.swvId,
        row.sztId,
        row.id,
        gever.partij,
        gever.gegevenOp,
        gever.vorm,
        gever.bewaarplaats && encryptSealed(key, gever.bewaarplaats, where),
        gever.ingetrokkenOp,
      ],
    );
  }
}

/** One of those who consented takes it back. */
export async function withdrawGever(
  tx: Tx,
  toestemmingId: string,
  partij: Partij,
  op: Temporal.PlainDate,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update toestemming_gever set ingetrokken_op = $3 where toestemming_id = $1 and partij = $2 and ingetrokken_op is null`,
    [toestemmingId, partij, op],
  );
  return count === 1;
}
