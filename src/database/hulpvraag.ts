import { z } from "zod/v4";
import {
  type AlGedaan,
  type Domein,
  type Functie,
  grondslagSchema,
  type HulpvraagStatus,
  hulpvraagStatusSchema,
  type Urgentie,
} from "#domain/code.ts";
import type { Sealed } from "#domain/sealed.ts";
import { todayIn } from "#domain/today.ts";
import { type DataKey, encryptSealed, newSalt, saltedId, whereOf } from "./kluis.ts";
import { bytes, execute, instant, query, type Tx } from "./pool.ts";
import { endAround } from "./regierol-om.ts";

const hoofdRow = z.object({
  id: z.string(),
  referentie: z.string(),
  status: hulpvraagStatusSchema,
  versie: z.number(),
});
export type HulpvraagHoofd = z.infer<typeof hoofdRow>;

/** Held to the end of the transaction: two who start something for one SZT at once go one after the other. */
export async function lockSzt(tx: Tx, sztId: string): Promise<void> {
  await query(
    tx,
    z.object({ slot: z.unknown() }),
    `select pg_advisory_xact_lock(hashtextextended($1, 0))::text as slot`,
    [`hulpvraag/${sztId}`],
  );
}

/** The hulpvraag of one of these leerlingen that has not ended; the youngest. */
export async function openHulpvraagOf(
  tx: Tx,
  leerlingIds: readonly string[],
): Promise<HulpvraagHoofd | null> {
  const [row] = await query(
    tx,
    hoofdRow,
    `select id, referentie, status, versie from hulpvraag
     where leerling_id = any($1::uuid[]) and status not in ('afgesloten', 'ingetrokken') order by gemaakt_op desc, id limit 1`,
    [leerlingIds],
  );
  return row ?? null;
}

/** By what an ib knows these leerlingen: the open hulpvraag, or else the youngest; with the day on which it began. */
export async function bekendeHulpvraagOf(
  tx: Tx,
  leerlingIds: readonly string[],
): Promise<(HulpvraagHoofd & { readonly gemaaktOp: Temporal.Instant }) | null> {
  const [row] = await query(
    tx,
    hoofdRow.extend({ gemaaktOp: instant }),
    `select id, referentie, status, versie, gemaakt_op as "gemaaktOp" from hulpvraag where leerling_id = any($1::uuid[])
     order by status in ('afgesloten', 'ingetrokken'), gemaakt_op desc, id limit 1`,
    [leerlingIds],
  );
  return row ?? null;
}

/** Every reference that this SZT uses, or used in the last two school years: see referentie_bezet. */
export async function referencesOf(tx: Tx, sztId: string): Promise<ReadonlySet<string>> {
  const rows = await query(
    tx,
    z.object({ referentie: z.string() }),
    `select referentie from hulpvraag where szt_id = $1
     union select referentie from referentie_bezet where szt_id = $1 and tot >= $2::date`,
    [sztId, todayIn(tx.now)],
  );
  return new Set(rows.map(({ referentie }) => referentie));
}

/** A concept after its first step, with the salt of the name that the log knows it by. */
export async function insertHulpvraag(
  tx: Tx,
  row: {
    readonly id: string;
    readonly sztId: string;
    readonly schoolId: string;
    readonly leerlingId: string;
    readonly referentie: string;
    readonly inbrengerId: string;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into hulpvraag (id, swv_id, szt_id, school_id, leerling_id, referentie, status, stap, inbrenger_id, log_zout,
       gemaakt_op, gewijzigd_op)
     values ($1, $2, $3, $4, $5, $6, 'concept', 1, $7, $8, $9, $9)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.schoolId,
      row.leerlingId,
      row.referentie,
      row.inbrengerId,
      newSalt(),
      tx.now,
    ],
  );
}

/** The hulpvraag as the person saw it; a change of somebody else in between makes every function below answer false. */
export interface AtVersion {
  readonly id: string;
  readonly versie: number;
}

export async function touchHulpvraag(tx: Tx, { id, versie }: AtVersion): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set versie = versie + 1, gewijzigd_op = $3 where id = $1 and versie = $2`,
    [id, versie, tx.now],
  );
  return count === 1;
}

export async function saveVraag(
  tx: Tx,
  key: DataKey,
  at: AtVersion,
  vraag: {
    readonly domeinen: readonly Domein[];
    readonly alGedaan: readonly AlGedaan[];
    readonly vraag: Sealed<string>;
    readonly gedaanToelichting: Sealed<string> | null;
    readonly oudersVraag: Sealed<string> | null;
  },
): Promise<boolean> {
  const lock = (column: string, text: Sealed<string> | null) =>
    text && encryptSealed(key, text, whereOf(`hulpvraag.${column}`, at.id));
  const count = await execute(
    tx,
    `update hulpvraag set domeinen = $3, al_gedaan = $4, vraag = $5, gedaan_toelichting = $6, ouders_vraag = $7,
       stap = greatest(stap, 2), versie = versie + 1, gewijzigd_op = $8
     where id = $1 and versie = $2`,
    [
      at.id,
      at.versie,
      vraag.domeinen,
      vraag.alGedaan,
      lock("vraag", vraag.vraag),
      lock("gedaan_toelichting", vraag.gedaanToelichting),
      lock("ouders_vraag", vraag.oudersVraag),
      tx.now,
    ],
  );
  return count === 1;
}

export async function saveTafel(
  tx: Tx,
  at: AtVersion,
  tafel: { readonly urgentie: Urgentie; readonly aanTafel: readonly Functie[] },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set urgentie = $3, aan_tafel = $4, stap = 3, versie = versie + 1, gewijzigd_op = $5
     where id = $1 and versie = $2 and stap >= 2`,
    [at.id, at.versie, tafel.urgentie, tafel.aanTafel, tx.now],
  );
  return count === 1;
}

/** For the steps before the round; what ends a hulpvraag is `endHulpvraag`. */
export async function setStatus(
  tx: Tx,
  at: AtVersion,
  status: Extract<HulpvraagStatus, "concept" | "klaargezet">,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set status = $3, klaargezet_op = case when $3 = 'klaargezet' then $4::timestamptz end,
       versie = versie + 1, gewijzigd_op = $4
     where id = $1 and versie = $2`,
    [at.id, at.versie, status, tx.now],
  );
  return count === 1;
}

/**
 * Takes a hulpvraag off every agenda that is still to come; answers which rounds that were. Their version stays: a press of
 * who leads one would be refused, which tells whoever does not see this item that something changed.
 */
export async function takeOffAgendas(tx: Tx, id: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ rondeId: z.string() }),
    `update agendapunt set status = 'verschoven' where hulpvraag_id = $1 and status = 'gepland' returning ronde_id as "rondeId"`,
    [id],
  );
  const rondes = rows.map(({ rondeId }) => rondeId);
  await execute(tx, `select from overlegronde where id = any($1::uuid[]) order by id for update`, [rondes]);
  return rondes;
}

/** Withdrawn: with it end the regierol, an open offer and what was linked. */
export async function withdrawHulpvraag(tx: Tx, at: AtVersion): Promise<boolean> {
  const count = await execute(
    tx,
    `update hulpvraag set status = 'ingetrokken', afsluitreden = 'ingetrokken', regie_sinds = null, afsluiting_voorgesteld = null,
       versie = versie + 1, gewijzigd_op = $3
     where id = $1 and versie = $2 and status not in ('afgesloten', 'ingetrokken')`,
    [at.id, at.versie, tx.now],
  );
  if (count === 0) return false;
  // A holder of this very moment still held it for a moment: an empty period would say that there was none.
  await execute(
    tx,
    `update regierol set periode = tstzrange(lower(periode), greatest($2, lower(periode) + interval '1 microsecond'))
     where hulpvraag_id = $1 and upper_inf(periode)`,
    [at.id, tx.now],
  );
  await execute(
    tx,
    `update regierol_aanbod set status = 'vervallen', beantwoord_op = $2 where hulpvraag_id = $1 and status = 'aangeboden'`,
    [at.id, tx.now],
  );
  await endAround(tx, at.id);
  return true;
}

/** The name by which the log knows this case; undefined once it was erased. */
export async function zaakOf(tx: Tx, id: string): Promise<{ readonly zaak?: Buffer }> {
  const [row] = await query(
    tx,
    z.object({ zout: bytes.nullable() }),
    `select log_zout as zout from hulpvraag where id = $1`,
    [id],
  );
  return row?.zout ? { zaak: saltedId(row.zout, id) } : {};
}

const zaakRow = z.object({ id: z.string(), grondslag: grondslagSchema.nullable() });

/** The hulpvragen of this SZT with these references, and the ground that was recorded last. */
export async function zakenMet(
  tx: Tx,
  sztId: string,
  referenties: readonly string[],
): Promise<readonly z.infer<typeof zaakRow>[]> {
  return query(
    tx,
    zaakRow,
    `select h.id, t.grondslag from hulpvraag h
     left join toestemming t on t.hulpvraag_id = h.id and t.vervangen_op is null
     where h.szt_id = $1 and h.referentie = any($2::text[]) order by h.referentie`,
    [sztId, referenties],
  );
}

export interface Found {
  readonly id: string;
  readonly treffer: boolean;
}

/**
 * Hulpvragen with this reference in the SZTs of the scope. When there are none, any other one of the scope comes back
 * unmarked: whoever asks then does the same work for a number that does not exist as for one that may not be seen.
 */
export async function findByReference(tx: Tx, referentie: string): Promise<readonly Found[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), treffer: z.boolean() }),
    `select id, referentie = $2 as treffer from hulpvraag where szt_id = any($1::uuid[]) order by treffer desc, id limit 8`,
    [tx.scope.kind === "persoon" ? tx.scope.sztIds : [], referentie],
  );
  const found = rows.filter(({ treffer }) => treffer);
  return found.length > 0 ? found : rows.slice(0, 1);
}

/** Hulpvragen of these SZTs that have not ended, the last changed first. */
export async function openHulpvragen(
  tx: Tx,
  sztIds: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from hulpvraag where szt_id = any($1::uuid[]) and status not in ('afgesloten', 'ingetrokken')
     order by gewijzigd_op desc, id limit $2`,
    [sztIds, limit],
  );
  return rows.map(({ id }) => id);
}

/** Of these SZTs, those that somebody holds: the longest held first. */
export async function heldHulpvragen(
  tx: Tx,
  sztIds: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from hulpvraag where szt_id = any($1::uuid[]) and status not in ('afgesloten', 'ingetrokken') and regie_sinds is not null
     order by regie_sinds, id limit $2`,
    [sztIds, limit],
  );
  return rows.map(({ id }) => id);
}

/** Nothing may be done with it any more: from the first day on which that is so its term of keeping runs. */
export async function markGroundGone(tx: Tx, id: string): Promise<void> {
  await execute(tx, `update hulpvraag set grondslag_weg_op = $2 where id = $1 and grondslag_weg_op is null`, [
    id,
    todayIn(tx.now),
  ]);
}

export async function markGroundBack(tx: Tx, id: string): Promise<void> {
  await execute(
    tx,
    `update hulpvraag set grondslag_weg_op = null where id = $1 and grondslag_weg_op is not null`,
    [id],
  );
}

/** The ground fell away at this moment: what is written under this id clears away what showed it. */
export async function beginOpruiming(tx: Tx, id: string, opruimingId: string): Promise<void> {
  await execute(tx, `update hulpvraag set opruiming_id = $2, opruiming_op = $3 where id = $1`, [
    id,
    opruimingId,
    tx.now,
  ]);
}

/** Of which school the hulpvraag was with whose clearing this person was told to stop; null once it is erased. */
export async function clearedSchool(tx: Tx, opruimingId: string, persoonId: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ naam: z.string() }),
    `select s.naam from hulpvraag h join school s on s.id = h.school_id
     where h.opruiming_id = $1 and exists (select from kennisgeving k
       where k.soort = 'hulpvraag_gestopt' and k.onderwerp_id = $1 and k.persoon_id = $2)`,
    [opruimingId, persoonId],
  );
  return row?.naam ?? null;
}

/** The hulpvraag whose clearing this was, when nothing of it waits any more; null while something does. */
export async function clearedHulpvraag(
  tx: Tx,
  opruimingId: string,
): Promise<{ readonly id: string; readonly sztId: string } | null> {
  // Two that end at the same moment do not see each other's end: one after the other, the second one does.
  await execute(tx, "select pg_advisory_xact_lock(hashtextextended('opruiming/' || $1, 0))", [opruimingId]);
  const [row] = await query(
    tx,
    z.object({ id: z.string(), sztId: z.string() }),
    `select id, szt_id as "sztId" from hulpvraag where opruiming_id = $1 and not exists (
       select from kennisgeving where opruiming_id = $1 and status in ('klaar', 'bezig'))`,
    [opruimingId],
  );
  return row ?? null;
}
