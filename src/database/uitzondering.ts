import { z } from "zod/v4";
import type { TeamlidFeit, UitzonderingFeit } from "#domain/dossier.ts";
import { invitable } from "#domain/overlegronde.ts";
import { type Sealed, seal } from "#domain/sealed.ts";
import type { VerzoekFeit } from "#domain/see-uitzondering.ts";
import { todayIn } from "#domain/today.ts";
import {
  type NogNietReden,
  type UitzonderingEinde,
  type UitzonderingReden,
  type UitzonderingStand,
  uitzonderingEinden,
  uitzonderingRedenen,
  type VeiligThuisStand,
  type Vervalreden,
  veiligThuisStanden,
  vervalredenen,
} from "#domain/uitzondering.ts";
import { makeDataKey } from "./datasleutel.ts";
import { type DataKey, decryptText, encryptSealed, type KeyRing, openDataKey, whereOf } from "./kluis.ts";
import { bytes, execute, instant, plainDate, plainTime, query, type Tx } from "./pool.ts";

/** Held to the end of the transaction: what ib, directeur and round do to one request goes one after the other. */
export async function lockUitzondering(tx: Tx, id: string): Promise<void> {
  await query(
    tx,
    z.object({ slot: z.unknown() }),
    `select pg_advisory_xact_lock(hashtextextended($1, 0))::text as slot`,
    [`uitzondering/${id}`],
  );
}

export interface NewUitzondering {
  readonly id: string;
  readonly sleutelId: string;
  readonly sztId: string;
  readonly schoolId: string;
  readonly hulpvraagId: string;
  readonly referentie: string;
  readonly zaak: Uint8Array | undefined;
  readonly ronde: {
    readonly id: string;
    readonly datum: Temporal.PlainDate;
    readonly begin: Temporal.PlainTime;
  };
  readonly redenen: readonly UitzonderingReden[];
  readonly veiligThuis: VeiligThuisStand;
  readonly reden: Sealed<string>;
  readonly kring: readonly string[];
  readonly gevraagdDoor: string;
  readonly directeurId: string;
}

/** What is asked, locked with a key of its own. */
export async function insertUitzondering(tx: Tx, keys: KeyRing, row: NewUitzondering): Promise<void> {
  const key = await makeDataKey(tx, keys, { id: row.sleutelId, sztId: row.sztId });
  await execute(
    tx,
    `insert into uitzondering (id, swv_id, szt_id, school_id, hulpvraag_id, sleutel_id, referentie, zaak, ronde_id, ronde_datum,
       ronde_begin, redenen, veilig_thuis, reden, kring, gevraagd_door, gevraagd_op, directeur_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.schoolId,
      row.hulpvraagId,
      row.sleutelId,
      row.referentie,
      row.zaak ? Buffer.from(row.zaak).toString("hex") : null,
      row.ronde.id,
      row.ronde.datum,
      row.ronde.begin,
      row.redenen,
      row.veiligThuis,
      encryptSealed(key, row.reden, whereOf("uitzondering.reden", row.id)),
      row.kring,
      row.gevraagdDoor,
      tx.now,
      row.directeurId,
    ],
  );
}

/** How it stands, from the end that is written down and the answer of the directeur. */
function standOf(row: {
  readonly einde: UitzonderingEinde | null;
  readonly besluit: "ja" | "nee" | null;
  readonly teruggenomen: boolean | null;
}): UitzonderingStand {
  if (row.einde) return row.einde;
  return row.teruggenomen ? "teruggenomen" : (row.besluit ?? "gevraagd");
}

const besluitSchema = z.enum(["ja", "nee"]);
const eindeSchema = z.enum(uitzonderingEinden);

const verzoekRow = z.object({
  id: z.string(),
  versie: z.number(),
  hulpvraagId: z.string(),
  sztId: z.string(),
  schoolId: z.string(),
  school: z.string(),
  referentie: z.string(),
  zaak: z.string().nullable(),
  einde: eindeSchema.nullable(),
  waarom: z.enum(vervalredenen).nullable(),
  rondeId: z.string(),
  rondeDatum: plainDate,
  rondeBegin: plainTime,
  geopend: z.boolean(),
  redenen: z.array(z.enum(uitzonderingRedenen)),
  veiligThuis: z.enum(veiligThuisStanden),
  reden: bytes,
  kring: z.array(z.string()),
  gevraagdDoor: z.string(),
  gevraagdOp: instant,
  directeurId: z.string(),
  sleutelId: z.string(),
  verpakt: bytes,
  hoofdsleutel: z.string(),
  besluit: besluitSchema.nullable(),
  besluitKring: z.array(z.string()).nullable(),
  motivatie: bytes.nullable(),
  beslotenOp: instant.nullable(),
  teruggenomen: z.boolean().nullable(),
  eerder: z.number(),
});

/** One request within the scope: of the SZT, or of the directeur who was asked. */
export async function uitzonderingById(tx: Tx, keys: KeyRing, id: string): Promise<VerzoekFeit | null> {
  const [row] = await query(
    tx,
    verzoekRow,
    `select u.id, u.hulpvraag_id as "hulpvraagId", u.szt_id as "sztId", u.school_id as "schoolId", s.naam as school, u.referentie, u.zaak, u.einde, u.waarom,
       u.ronde_id as "rondeId", u.ronde_datum as "rondeDatum", u.ronde_begin as "rondeBegin", u.ronde_geopend_op is not null as geopend,
       u.redenen, u.veilig_thuis as "veiligThuis", u.reden, u.kring, u.gevraagd_door as "gevraagdDoor", u.gevraagd_op as "gevraagdOp",
       u.directeur_id as "directeurId", d.id as "sleutelId", d.verpakt, d.hoofdsleutel, b.besluit, b.kring as "besluitKring",
       b.motivatie, b.besloten_op as "beslotenOp", b.teruggenomen_op is not null as teruggenomen,
       u.versie + (b.besluit is not null)::int + (b.teruggenomen_op is not null)::int as versie,
       (select count(*)::int from uitzondering e where e.hulpvraag_id = u.hulpvraag_id and e.gevraagd_op < u.gevraagd_op) as eerder
     from uitzondering u join school s on s.id = u.school_id join datasleutel d on d.id = u.sleutel_id
       left join uitzondering_besluit b on b.uitzondering_id = u.id
     where u.id = $1 and d.verpakt is not null`,
    [id],
  );
  if (!row) return null;
  const key = openDataKey(keys, { id: row.sleutelId, wrapped: row.verpakt, masterKeyId: row.hoofdsleutel });
  return {
    id: row.id,
    versie: row.versie,
    hulpvraagId: row.hulpvraagId,
    sztId: row.sztId,
    schoolId: row.schoolId,
    school: row.school,
    referentie: row.referentie,
    zaak: row.zaak === null ? null : Buffer.from(row.zaak, "hex"),
    stand: standOf(row),
    waarom: row.waarom,
    rondeId: row.rondeId,
    rondeDatum: row.rondeDatum,
    rondeBegin: row.rondeBegin,
    geopend: row.geopend,
    redenen: row.redenen,
    veiligThuis: row.veiligThuis,
    reden: seal(decryptText(key, row.reden, whereOf("uitzondering.reden", row.id))),
    kring: row.kring,
    gevraagdDoor: row.gevraagdDoor,
    gevraagdOp: row.gevraagdOp,
    directeurId: row.directeurId,
    besluit: besluitOf(row, key),
    eerder: row.eerder,
  };
}

function besluitOf(row: z.infer<typeof verzoekRow>, key: DataKey): VerzoekFeit["besluit"] {
  const { id, besluit, besluitKring, motivatie, beslotenOp } = row;
  if (!besluit || !motivatie || !beslotenOp) return null;
  const text = decryptText(key, motivatie, whereOf("uitzondering_besluit.motivatie", id));
  return { besluit, kring: besluitKring ?? [], motivatie: seal(text), op: beslotenOp };
}

/** The answer of the directeur; the database lets nobody else write it, and no wider circle. */
export async function insertUitzonderingBesluit(
  tx: Tx,
  keys: KeyRing,
  row: {
    readonly uitzonderingId: string;
    readonly sztId: string;
    readonly besluit: "ja" | "nee";
    readonly kring: readonly string[];
    readonly motivatie: Sealed<string>;
    readonly beslotenDoor: string;
  },
): Promise<void> {
  const key = await keyOfUitzondering(tx, keys, row.uitzonderingId);
  await execute(
    tx,
    `insert into uitzondering_besluit (uitzondering_id, swv_id, szt_id, besluit, kring, motivatie, besloten_door, besloten_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.uitzonderingId,
      tx.scope.swvId,
      row.sztId,
      row.besluit,
      row.kring,
      encryptSealed(key, row.motivatie, whereOf("uitzondering_besluit.motivatie", row.uitzonderingId)),
      row.beslotenDoor,
      tx.now,
    ],
  );
}

async function keyOfUitzondering(tx: Tx, keys: KeyRing, id: string): Promise<DataKey> {
  const [row] = await query(
    tx,
    z.object({ id: z.string(), wrapped: bytes, masterKeyId: z.string() }),
    `select d.id, d.verpakt as wrapped, d.hoofdsleutel as "masterKeyId" from datasleutel d join uitzondering u on u.sleutel_id = d.id
     where u.id = $1 and d.verpakt is not null`,
    [id],
  );
  if (!row) throw new Error("no data key for this uitzondering");
  return openDataKey(keys, row);
}

export async function takeBackBesluit(tx: Tx, id: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update uitzondering_besluit set teruggenomen_op = $2 where uitzondering_id = $1 and besluit = 'ja' and teruggenomen_op is null`,
    [id, tx.now],
  );
  return count === 1;
}

/** Over for good; false when it was already. */
export async function endUitzondering(
  tx: Tx,
  id: string,
  einde: UitzonderingEinde,
  waarom: Vervalreden | null = null,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update uitzondering set einde = $2, waarom = $3, einde_op = $4, versie = versie + 1 where id = $1 and einde is null`,
    [id, einde, waarom, tx.now],
  );
  return count === 1;
}

const openRow = z.object({
  id: z.string(),
  hulpvraagId: z.string(),
  sztId: z.string(),
  directeurId: z.string(),
  gevraagdDoor: z.string(),
  rondeId: z.string(),
  rondeDatum: plainDate,
  besluit: besluitSchema.nullable(),
  /** Of the yes. */
  kring: z.array(z.string()).nullable(),
  teruggenomen: z.boolean().nullable(),
  /** A besluit was taken about it on this ground. */
  besproken: z.boolean(),
});
export type OpenUitzondering = z.infer<typeof openRow>;

const openColumns = `u.id, u.hulpvraag_id as "hulpvraagId", u.szt_id as "sztId", u.directeur_id as "directeurId",
  u.gevraagd_door as "gevraagdDoor", u.ronde_id as "rondeId", u.ronde_datum as "rondeDatum", b.besluit, b.kring,
  b.teruggenomen_op is not null as teruggenomen, u.besproken_op is not null as besproken`;

/** Of a round, a hulpvraag or by its own id, when it is not over. */
export async function openUitzonderingen(
  tx: Tx,
  van: { readonly rondeId: string } | { readonly hulpvraagId: string } | { readonly id: string },
): Promise<readonly OpenUitzondering[]> {
  const [column, value] =
    "rondeId" in van
      ? ["ronde_id", van.rondeId]
      : "hulpvraagId" in van
        ? ["hulpvraag_id", van.hulpvraagId]
        : ["id", van.id];
  return query(
    tx,
    openRow,
    `select ${openColumns} from uitzondering u left join uitzondering_besluit b on b.uitzondering_id = u.id
     where u.${column} = $1 and u.einde is null order by u.gevraagd_op, u.id`,
    [value],
  );
}

/** What this directeur was asked and is not over, the oldest first; of one number when it is given. */
export async function openVerzoekenAan(
  tx: Tx,
  directeurId: string,
  referentie: string | null,
): Promise<readonly { readonly id: string; readonly sztId: string }[]> {
  return query(
    tx,
    z.object({ id: z.string(), sztId: z.string() }),
    `select id, szt_id as "sztId" from uitzondering
     where directeur_id = $1 and einde is null and ($2::text is null or referentie = $2) order by gevraagd_op, id limit 20`,
    [directeurId, referentie],
  );
}

/** From now on nobody decides about it or takes it back. */
export async function markRondeOpened(tx: Tx, rondeId: string): Promise<void> {
  await execute(
    tx,
    `update uitzondering set ronde_geopend_op = $2, versie = versie + 1 where ronde_id = $1 and einde is null and ronde_geopend_op is null`,
    [rondeId, tx.now],
  );
}

/** Settled with the besluit, whatever is agreed afterwards. */
export async function markBesproken(tx: Tx, at: { hulpvraagId: string; rondeId: string }): Promise<void> {
  await execute(
    tx,
    `update uitzondering set besproken_op = $3 where hulpvraag_id = $1 and ronde_id = $2 and einde is null`,
    [at.hulpvraagId, at.rondeId, tx.now],
  );
}

/** What was spoken of and what came out, with the key of the leerling: the directeur has no part in it. */
export async function insertVerslag(
  tx: Tx,
  key: DataKey,
  row: {
    readonly uitzonderingId: string;
    readonly sztId: string;
    readonly tekst: Sealed<string>;
    readonly vastgelegdDoor: string;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into uitzondering_verslag (uitzondering_id, swv_id, szt_id, tekst, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      row.uitzonderingId,
      tx.scope.swvId,
      row.sztId,
      encryptSealed(key, row.tekst, whereOf("uitzondering_verslag.tekst", row.uitzonderingId)),
      row.vastgelegdDoor,
      tx.now,
    ],
  );
}

export type OudersRow =
  | { readonly weten: "ja"; readonly verteldOp: Temporal.PlainDate }
  | { readonly weten: "nog_niet"; readonly nogNiet: NogNietReden; readonly herzienOp: Temporal.PlainDate };

export async function insertOuders(
  tx: Tx,
  of: {
    readonly id: string;
    readonly uitzonderingId: string;
    readonly sztId: string;
    readonly vastgelegdDoor: string;
  },
  row: OudersRow,
): Promise<void> {
  await execute(
    tx,
    `insert into uitzondering_ouders (id, swv_id, szt_id, uitzondering_id, verteld_op, nog_niet, herzien_op, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      of.id,
      tx.scope.swvId,
      of.sztId,
      of.uitzonderingId,
      row.weten === "ja" ? row.verteldOp : null,
      row.weten === "ja" ? null : row.nogNiet,
      row.weten === "ja" ? null : row.herzienOp,
      of.vastgelegdDoor,
      tx.now,
    ],
  );
}

const feitRow = z.object({
  id: z.string(),
  versie: z.number(),
  einde: eindeSchema.nullable(),
  besluit: besluitSchema.nullable(),
  teruggenomen: z.boolean().nullable(),
  rondeId: z.string(),
  rondeDatum: plainDate,
  geopend: z.boolean(),
  gevraagdDoor: z.string(),
  eerstGevraagdOp: instant,
  directeurId: z.string(),
  beslotenOp: instant.nullable(),
  kring: z.array(z.string()).nullable(),
  besprokenIn: z.array(z.string()),
  vastTeLeggen: z.string().nullable(),
  oudersWeten: z.boolean(),
  herzienOp: plainDate.nullable(),
});

/** The last request about one hulpvraag, and what is left to do after earlier ones. One question, whatever there is. */
export async function uitzonderingOf(
  tx: Tx,
  hulpvraagId: string,
  team: readonly TeamlidFeit[],
): Promise<UitzonderingFeit | null> {
  const [row] = await query(
    tx,
    feitRow,
    `select u.id, u.einde, b.besluit, b.teruggenomen_op is not null as teruggenomen, u.ronde_id as "rondeId", u.ronde_datum as "rondeDatum",
       u.ronde_geopend_op is not null as geopend, u.gevraagd_door as "gevraagdDoor", u.directeur_id as "directeurId",
       (select min(e.gevraagd_op) from uitzondering e where e.hulpvraag_id = $1) as "eerstGevraagdOp",
       b.besloten_op as "beslotenOp", b.kring,
       u.versie + (b.besluit is not null)::int + (b.teruggenomen_op is not null)::int as versie,
       array(select e.ronde_id from uitzondering e where e.hulpvraag_id = $1 and e.einde = 'gebruikt' order by e.einde_op) as "besprokenIn",
       (select e.id from uitzondering e where e.hulpvraag_id = $1 and e.einde = 'gebruikt'
          and not exists (select from uitzondering_verslag v where v.uitzondering_id = e.id) order by e.einde_op limit 1) as "vastTeLeggen",
       exists (select from uitzondering_ouders o join uitzondering e on e.id = o.uitzondering_id
          where e.hulpvraag_id = $1 and o.verteld_op is not null and o.vastgelegd_op >= u.einde_op) as "oudersWeten",
       (select o.herzien_op from uitzondering_ouders o join uitzondering e on e.id = o.uitzondering_id
          where e.hulpvraag_id = $1 order by o.vastgelegd_op desc, o.id limit 1) as "herzienOp"
     from uitzondering u left join uitzondering_besluit b on b.uitzondering_id = u.id
     where u.hulpvraag_id = $1 order by u.gevraagd_op desc, u.id limit 1`,
    [hulpvraagId],
  );
  if (!row) return null;
  const stand = standOf(row);
  const deelnemers = stand === "ja" ? (row.kring ?? []) : [];
  const there = invitable(team, todayIn(tx.now)).filter(({ persoonId }) => deelnemers.includes(persoonId));
  return {
    id: row.id,
    versie: row.versie,
    stand,
    rondeId: row.rondeId,
    rondeDatum: row.rondeDatum,
    geopend: row.geopend,
    gevraagdDoor: row.gevraagdDoor,
    eerstGevraagdOp: todayIn(row.eerstGevraagdOp),
    directeurId: row.directeurId,
    beslotenOp: row.beslotenOp,
    deelnemers,
    functies: [...new Set(there.map(({ functie }) => functie))],
    besprokenIn: row.besprokenIn,
    vastTeLeggen: row.vastTeLeggen,
    oudersWeten: row.oudersWeten,
    herzienOp: row.herzienOp,
  };
}

/**
 * Hulpvragen of these leerlingen that parents do not hear of yet: the directeur was asked, and nobody told them since.
 * They stay out of a copy (UAVG art. 41: a right gives way where it would endanger the child).
 */
export async function verzwegenVoorOuders(
  tx: Tx,
  leerlingIds: readonly string[],
): Promise<readonly { readonly id: string; readonly referentie: string }[]> {
  return query(
    tx,
    z.object({ id: z.string(), referentie: z.string() }),
    `select h.id, h.referentie from hulpvraag h
     join (select hulpvraag_id, max(coalesce(einde_op, 'infinity')) as voorbij from uitzondering group by hulpvraag_id) u on u.hulpvraag_id = h.id
     where h.leerling_id = any($1::uuid[]) and not exists (select from uitzondering_ouders o join uitzondering e on e.id = o.uitzondering_id
       where e.hulpvraag_id = h.id and o.verteld_op is not null and o.vastgelegd_op >= u.voorbij) order by h.id`,
    [leerlingIds],
  );
}
