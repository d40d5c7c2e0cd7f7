import { z } from "zod/v4";
import { type Afsluitreden, type Giz, type HulpvraagStatus, hulpvraagStatusSchema } from "#domain/code.ts";
import type { RegierolKeuze } from "#domain/regierol-keuze.ts";
import type { GizReden, Weigerreden } from "#domain/regierol-reden.ts";
import type { AtVersion } from "./hulpvraag.ts";
import { execute, instant, query, type Tx } from "./pool.ts";
import { endAround } from "./regierol-om.ts";

/** The hulpvraag is ours until the transaction ends, one version further; null when it is out of reach. */
export async function nextVersion(tx: Tx, id: string): Promise<number | null> {
  const [row] = await query(
    tx,
    z.object({ versie: z.number() }),
    `update hulpvraag set versie = versie + 1, gewijzigd_op = $2 where id = $1 returning versie`,
    [id, tx.now],
  );
  return row?.versie ?? null;
}

/** From the first akkoord on the case has exactly one holder, until it is closed; the database watches over it. */
export async function beginRegie(tx: Tx, at: AtVersion): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set regie_sinds = coalesce(regie_sinds, $3), versie = versie + 1, gewijzigd_op = $3
     where id = $1 and versie = $2`,
    [at.id, at.versie, tx.now],
  );
  return count === 1;
}

export async function setStatusAfterRound(
  tx: Tx,
  at: AtVersion,
  status: Extract<HulpvraagStatus, "concept" | "klaargezet" | "in_uitvoering">,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set status = $3, klaargezet_op = case $3 when 'klaargezet' then $4::timestamptz when 'in_uitvoering' then klaargezet_op end,
       afsluiting_voorgesteld = null, afsluiting_voorgesteld_door = null, versie = versie + 1, gewijzigd_op = $4
     where id = $1 and versie = $2`,
    [at.id, at.versie, status, tx.now],
  );
  return count === 1;
}

export interface NewRegierol {
  readonly id: string;
  readonly sztId: string;
  readonly hulpvraagId: string;
  readonly houderId: string;
  readonly soort: "actief" | "waarnemend";
}

/**
 * The regierol goes over: whoever held it stops at the very instant at which the next one begins. A holder of this
 * same moment still held it for a moment, because an empty period would say that there was none. What was recorded of
 * the GIZ goes along: it is of the hulpvraag, and is asked once.
 */
export async function passRegierol(tx: Tx, next: NewRegierol): Promise<void> {
  const from = (await endRegierol(tx, next.hulpvraagId)) ?? tx.now;
  await execute(
    tx,
    `insert into regierol (id, swv_id, szt_id, hulpvraag_id, houder_id, soort, periode, giz, giz_op, giz_reden)
     select $1, $2, $3, $4, $5, $6, tstzrange($7, null, '[)'), e.giz, e.giz_op, e.giz_reden
     from (select 1) een left join lateral (
       select giz, giz_op, giz_reden from regierol where hulpvraag_id = $4 order by upper(periode) desc limit 1) e on true`,
    [next.id, tx.scope.swvId, next.sztId, next.hulpvraagId, next.houderId, next.soort, from],
  );
}

/** Ends the regierol that runs; answers until when it ran, or null when nobody held it. */
export async function endRegierol(tx: Tx, hulpvraagId: string): Promise<Temporal.Instant | null> {
  const [row] = await query(
    tx,
    z.object({ tot: instant }),
    `update regierol set periode = tstzrange(lower(periode), greatest($2, lower(periode) + interval '1 microsecond'), '[)')
     where hulpvraag_id = $1 and upper_inf(periode) returning upper(periode) as tot`,
    [hulpvraagId, tx.now],
  );
  return row?.tot ?? null;
}

export interface NewAanbod {
  readonly id: string;
  readonly sztId: string;
  readonly hulpvraagId: string;
  readonly besluitId: string;
  readonly persoonId: string;
  readonly gevraagdDoor: string;
  readonly keuze: RegierolKeuze | null;
}

/** An earlier offer that was not answered lapses: one person is asked at a time. */
export async function offerRegierol(tx: Tx, aanbod: NewAanbod): Promise<void> {
  await lapseAanbod(tx, aanbod.hulpvraagId);
  await execute(
    tx,
    `insert into regierol_aanbod (id, swv_id, szt_id, hulpvraag_id, besluit_id, persoon_id, status, aangeboden_op, gevraagd_door, keuze)
     values ($1, $2, $3, $4, $5, $6, 'aangeboden', $7, $8, $9)`,
    [
      aanbod.id,
      tx.scope.swvId,
      aanbod.sztId,
      aanbod.hulpvraagId,
      aanbod.besluitId,
      aanbod.persoonId,
      tx.now,
      aanbod.gevraagdDoor,
      aanbod.keuze,
    ],
  );
}

/** `verlopen`: there was no answer in time. */
export async function lapseAanbod(
  tx: Tx,
  hulpvraagId: string,
  status: "vervallen" | "verlopen" = "vervallen",
): Promise<boolean> {
  const count = await execute(
    tx,
    `update regierol_aanbod set status = $3, beantwoord_op = $2 where hulpvraag_id = $1 and status = 'aangeboden'`,
    [hulpvraagId, tx.now, status],
  );
  return count > 0;
}

/** True for the one whose answer it is and only the first time. */
export async function answerAanbod(
  tx: Tx,
  aanbod: { readonly id: string; readonly persoonId: string },
  answer: { readonly status: "aanvaard" } | { readonly status: "geweigerd"; readonly reden: Weigerreden },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update regierol_aanbod set status = $3, reden = $4, beantwoord_op = $5
     where id = $1 and persoon_id = $2 and status = 'aangeboden'`,
    [aanbod.id, aanbod.persoonId, answer.status, "reden" in answer ? answer.reden : null, tx.now],
  );
  return count === 1;
}

/** The outcome of the GIZ, on the regierol that runs. */
export async function saveGiz(
  tx: Tx,
  hulpvraagId: string,
  giz: { readonly uitkomst: Giz; readonly op: Temporal.PlainDate | null; readonly reden: GizReden | null },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update regierol set giz = $2, giz_op = $3, giz_reden = $4 where hulpvraag_id = $1 and upper_inf(periode)`,
    [hulpvraagId, giz.uitkomst, giz.op, giz.reden],
  );
  return count === 1;
}

/** Proposed, or (null) not any more. */
export async function proposeClosing(
  tx: Tx,
  at: AtVersion,
  reden: Afsluitreden | null,
  door: string | null,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set afsluiting_voorgesteld = $3, afsluiting_voorgesteld_door = $4, versie = versie + 1, gewijzigd_op = $5
     where id = $1 and versie = $2`,
    [at.id, at.versie, reden, door, tx.now],
  );
  return count === 1;
}

/** Closed: with it end the regierol, an open offer, what was linked and what was still to be done. */
export async function closeHulpvraag(
  tx: Tx,
  at: AtVersion,
  einde: {
    readonly reden: Afsluitreden;
    readonly verteldOp: Temporal.PlainDate;
    /** Somebody who decides said no: it is kept no longer than what was withdrawn. */
    readonly nee: boolean;
  },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set status = 'afgesloten', afgesloten_op = $3, afsluitreden = $4, afsluiting_verteld_op = $5,
       regie_sinds = null, afsluiting_voorgesteld = null, afsluiting_voorgesteld_door = null, versie = versie + 1, gewijzigd_op = $3,
       grondslag_weg_op = case when $6 then grondslag_weg_op end
     where id = $1 and versie = $2`,
    [at.id, at.versie, tx.now, einde.reden, einde.verteldOp, einde.nee],
  );
  if (count === 0) return false;
  await endRegierol(tx, at.id);
  await lapseAanbod(tx, at.id);
  await endAround(tx, at.id);
  await execute(
    tx,
    `update actie set vervallen_op = $2, versie = versie + 1 where hulpvraag_id = $1 and gedaan_op is null and vervallen_op is null`,
    [at.id, tx.now],
  );
  return true;
}

const meewerkerSchema = z.object({
  referentie: z.string(),
  status: hulpvraagStatusSchema,
  meegewerkt: z.boolean(),
  werktNu: z.boolean(),
});

/** Its number and status, whether this person ever held the regierol or an actie of it, and whether that is so now. */
export async function meewerkerOf(
  tx: Tx,
  id: string,
  persoonId: string,
): Promise<z.infer<typeof meewerkerSchema> | null> {
  const [row] = await query(
    tx,
    meewerkerSchema,
    `select referentie, status, exists (select from regierol where hulpvraag_id = $1 and houder_id = $2)
       or exists (select from actie where hulpvraag_id = $1 and houder_id = $2) as meegewerkt,
       exists (select from regierol where hulpvraag_id = $1 and houder_id = $2 and upper_inf(periode)) as "werktNu"
     from hulpvraag where id = $1`,
    [id, persoonId],
  );
  return row ?? null;
}

/** Cases of which this person holds the regierol now. */
export async function heldBy(tx: Tx, persoonId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select hulpvraag_id as id from regierol where houder_id = $1 and upper_inf(periode) order by lower(periode), 1`,
    [persoonId],
  );
  return rows.map(({ id }) => id);
}
