import { z } from "zod/v4";
import type { Partij } from "#domain/code.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

export interface TerugkoppelingRow {
  readonly besluitId: string;
  readonly sztId: string;
  readonly hulpvraagId: string;
  readonly verteldOp: Temporal.PlainDate;
  /** Null while the parents have been told and have not answered yet. */
  readonly akkoord: "ja" | "nee" | "niet_nodig" | null;
  readonly akkoordOp: Temporal.PlainDate | null;
  readonly akkoordVan: readonly Partij[];
  /** Said by a pupil who decides alone; null where the parents decide. */
  readonly oudersHoren: boolean | null;
}

/** What the parents were told and answered; an answer that was recorded is not replaced. False: it was there already. */
export async function saveTerugkoppeling(tx: Tx, row: TerugkoppelingRow): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into terugkoppeling (swv_id, szt_id, besluit_id, hulpvraag_id, verteld_op, akkoord, akkoord_op, akkoord_van,
       ouders_horen, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (besluit_id) do update set verteld_op = excluded.verteld_op, akkoord = excluded.akkoord,
       akkoord_op = excluded.akkoord_op, akkoord_van = excluded.akkoord_van, ouders_horen = excluded.ouders_horen,
       vastgelegd_door = excluded.vastgelegd_door, vastgelegd_op = excluded.vastgelegd_op
     where terugkoppeling.akkoord is null`,
    [
      tx.scope.swvId,
      row.sztId,
      row.besluitId,
      row.hulpvraagId,
      row.verteldOp,
      row.akkoord,
      row.akkoordOp,
      row.akkoordVan,
      row.oudersHoren,
      persoonOf(tx),
      tx.now,
    ],
  );
  return count === 1;
}

/** The day on which the parents were told while their answer is still awaited. */
export async function toldOn(tx: Tx, besluitId: string): Promise<Temporal.PlainDate | null> {
  const [row] = await query(
    tx,
    z.object({ verteldOp: plainDate }),
    `select verteld_op as "verteldOp" from terugkoppeling where besluit_id = $1`,
    [besluitId],
  );
  return row?.verteldOp ?? null;
}

/** The parents agreed to another person than before. Whom the round chose stays what it was. */
export async function saveOtherAkkoord(
  tx: Tx,
  other: {
    readonly besluitId: string;
    readonly akkoordOp: Temporal.PlainDate;
    readonly akkoordVan: readonly Partij[];
  },
): Promise<void> {
  await execute(
    tx,
    `update terugkoppeling set akkoord_op = $2, akkoord_van = $3, vastgelegd_door = $4, vastgelegd_op = $5
     where besluit_id = $1 and akkoord = 'ja'`,
    [other.besluitId, other.akkoordOp, other.akkoordVan, persoonOf(tx), tx.now],
  );
}

/** Only a person records what parents said. */
function persoonOf(tx: Tx): string {
  if (tx.scope.kind !== "persoon") throw new Error("what parents said is recorded by a person");
  return tx.scope.persoonId;
}
