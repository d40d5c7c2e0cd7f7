import { z } from "zod/v4";
import {
  type AanmeldingFeit,
  type AanmeldingPlek,
  aanmeldingPlekSchema,
  aanmeldingUitkomstSchema,
} from "#domain/aanmelding.ts";
import type { Partij } from "#domain/code.ts";
import { execute, instant, plainDate, query, type Tx } from "./pool.ts";

interface About {
  readonly id: string;
  readonly sztId: string;
}

export interface NewAanmelding {
  readonly id: string;
  readonly bij: AanmeldingPlek;
  readonly door: string;
  readonly akkoord: { readonly op: Temporal.PlainDate; readonly van: readonly Partij[] };
  readonly verstuurdOp: Temporal.PlainDate;
}

/** At most one open at each place: the database refuses a second one. */
export async function insertAanmelding(tx: Tx, { id, sztId }: About, row: NewAanmelding): Promise<void> {
  const { akkoord, verstuurdOp } = row;
  await execute(
    tx,
    `insert into aanmelding (id, swv_id, szt_id, hulpvraag_id, bij, akkoord_op, akkoord_van, verstuurd_op, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, tx.scope.swvId, sztId, id, row.bij, akkoord.op, akkoord.van, verstuurdOp, row.door, tx.now],
  );
}

/** The round decided on it, and it does not happen. */
export async function insertNietAangemeld(
  tx: Tx,
  { id, sztId }: About,
  row: Pick<NewAanmelding, "id" | "bij" | "door"> & { readonly op: Temporal.PlainDate },
): Promise<void> {
  await execute(
    tx,
    `insert into aanmelding (id, swv_id, szt_id, hulpvraag_id, bij, uitkomst, uitkomst_op, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, 'ingetrokken', $6, $7, $8)`,
    [row.id, tx.scope.swvId, sztId, id, row.bij, row.op, row.door, tx.now],
  );
}

/** False when it has ended. */
export async function saveAanmelding(tx: Tx, feit: AanmeldingFeit): Promise<boolean> {
  const count = await execute(
    tx,
    `update aanmelding set ontvangen_op = $2, opgepakt_op = $3, nagevraagd_op = $4, uitkomst = $5, uitkomst_op = $6
     where id = $1 and uitkomst is null and vervallen_op is null`,
    [feit.id, feit.ontvangenOp, feit.opgepaktOp, feit.nagevraagdOp, feit.uitkomst, feit.uitkomstOp],
  );
  return count === 1;
}

/** The hulpvraag has ended. */
export async function endAanmeldingen(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(
    tx,
    `update aanmelding set vervallen_op = $2 where hulpvraag_id = $1 and uitkomst is null and vervallen_op is null`,
    [hulpvraagId, tx.now],
  );
}

/** Oldest first. */
export async function aanmeldingenOf(tx: Tx, hulpvraagId: string): Promise<readonly AanmeldingFeit[]> {
  return query(
    tx,
    z.object({
      id: z.string(),
      bij: aanmeldingPlekSchema,
      gemaaktOp: instant,
      verstuurdOp: plainDate.nullable(),
      ontvangenOp: plainDate.nullable(),
      opgepaktOp: plainDate.nullable(),
      nagevraagdOp: plainDate.nullable(),
      uitkomst: aanmeldingUitkomstSchema.nullable(),
      uitkomstOp: plainDate.nullable(),
      vervallen: z.boolean(),
    }),
    `select id, bij, vastgelegd_op as "gemaaktOp", verstuurd_op as "verstuurdOp", ontvangen_op as "ontvangenOp",
       opgepakt_op as "opgepaktOp", nagevraagd_op as "nagevraagdOp", uitkomst, uitkomst_op as "uitkomstOp",
       vervallen_op is not null as vervallen
     from aanmelding where hulpvraag_id = $1 order by vastgelegd_op, id`,
    [hulpvraagId],
  );
}
