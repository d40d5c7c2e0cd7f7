import { z } from "zod/v4";
import type { Sealed } from "#domain/sealed.ts";
import { type DataKey, encryptSealed, whereOf } from "./kluis.ts";
import { execute, query, type Tx } from "./pool.ts";

/** Beside a besluit or an actie, which stays as it was. */
export async function insertCorrectie(
  tx: Tx,
  key: DataKey,
  row: {
    readonly id: string;
    readonly sztId: string;
    readonly hulpvraagId: string;
    readonly bij: { readonly besluitId: string } | { readonly actieId: string };
    readonly tekst: Sealed<string>;
    readonly gevraagdDoor: readonly string[];
    readonly door: string;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into correctie (id, swv_id, szt_id, hulpvraag_id, besluit_id, actie_id, tekst, gevraagd_door, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.hulpvraagId,
      "besluitId" in row.bij ? row.bij.besluitId : null,
      "actieId" in row.bij ? row.bij.actieId : null,
      encryptSealed(key, row.tekst, whereOf("correctie.tekst", row.id)),
      row.gevraagdDoor,
      row.door,
      tx.now,
    ],
  );
}

/** The texts of a hulpvraag at any status; what was not corrected stays as it was locked. */
export async function correctTexts(
  tx: Tx,
  key: DataKey,
  id: string,
  texts: {
    readonly vraag: Sealed<string> | null;
    readonly gedaanToelichting: Sealed<string> | null;
    readonly oudersVraag: Sealed<string> | null;
  },
): Promise<void> {
  const lock = (column: string, text: Sealed<string> | null) =>
    text && encryptSealed(key, text, whereOf(`hulpvraag.${column}`, id));
  await execute(
    tx,
    `update hulpvraag set vraag = $2, gedaan_toelichting = $3, ouders_vraag = $4 where id = $1`,
    [
      id,
      lock("vraag", texts.vraag),
      lock("gedaan_toelichting", texts.gedaanToelichting),
      lock("ouders_vraag", texts.oudersVraag),
    ],
  );
}

/** All hulpvragen of these leerlingen, the youngest first. */
export async function hulpvragenOf(tx: Tx, leerlingIds: readonly string[]): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from hulpvraag where leerling_id = any($1::uuid[]) order by gemaakt_op desc, id`,
    [leerlingIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * One version further, so that every card is drawn again. When it was last worked on stays: a correction does not make
 * its data be kept for longer.
 */
export async function raiseVersion(tx: Tx, id: string): Promise<number> {
  const [row] = await query(
    tx,
    z.object({ versie: z.number() }),
    `update hulpvraag set versie = versie + 1 where id = $1 returning versie`,
    [id],
  );
  if (!row) throw new Error("a hulpvraag out of reach");
  return row.versie;
}
