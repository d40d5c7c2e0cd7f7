import { z } from "zod/v4";
import { functieSchema, partijSchema } from "#domain/code.ts";
import type { InzagePersoon, InzageRonde, RuweInzage, RuweRij } from "#domain/inzage.ts";
import { getoondeVelden, type InzageTabel, inzageTabelNamen } from "#domain/inzage-veld.ts";
import { leerlingGegevensSchema } from "#domain/leerling-gegevens.ts";
import { seal } from "#domain/sealed.ts";
import { type Telsoort, telsoorten } from "#domain/see-rechten.ts";
import { type DataKey, decryptText, type KeyRing, openDataKey, saltedId, whereOf } from "./kluis.ts";
import { bytes, instant, type Parameter, query, type Tx } from "./pool.ts";
import { bewaarplaatsOf } from "./toestemming.ts";

/** Of whom: $1 leerlingen, $2 their hulpvragen, $3 the names by which the log knows these. */
export interface InzageVan {
  readonly leerlingIds: readonly string[];
  readonly hulpvraagIds: readonly string[];
  readonly zaken: readonly Buffer[];
}

const mijn = "hulpvraag_id = any($2::uuid[])";
const vanVerzoek = "uitzondering_id in (select id from uitzondering where hulpvraag_id = any($2::uuid[]))";
const over = "onderwerp_id = any($2::uuid[])";

/** How the rows of each table are found, and in which order they are told. */
const waar: Readonly<Record<InzageTabel, readonly [where: string, order: string]>> = {
  leerling: ["id = any($1::uuid[])", "gemaakt_op, id"],
  leerling_partij: ["leerling_id = any($1::uuid[])", "leerling_id, partij"],
  hulpvraag: ["id = any($2::uuid[])", "gemaakt_op, id"],
  toestemming: [mijn, "vastgelegd_op, id"],
  toestemming_antwoord: [mijn, "op, vastgelegd_op, id"],
  ouderinformatie: [mijn, "verzonden_op, toestemming_id"],
  agendapunt: [mijn, "id"],
  genodigde: [
    "agendapunt_id in (select id from agendapunt where hulpvraag_id = any($2::uuid[]))",
    "gevraagd_op, agendapunt_id, persoon_id",
  ],
  bijdrage: [mijn, "gegeven_op, id"],
  besluit: [mijn, "genomen_op, id"],
  correctie: [mijn, "vastgelegd_op, id"],
  verslag_wijziging: [mijn, "voorgesteld_op, id"],
  terugkoppeling: [mijn, "vastgelegd_op, besluit_id"],
  regierol_aanbod: [mijn, "aangeboden_op, id"],
  regierol: [mijn, "lower(periode), id"],
  voortgang: [mijn, "vastgelegd_op, id"],
  terugblik: [mijn, "vastgelegd_op, id"],
  aanmelding: [mijn, "vastgelegd_op, id"],
  doelbereik: [mijn, "hulpvraag_id"],
  traject: [mijn, "vastgelegd_op, id"],
  traject_genodigde: [mijn, "gevraagd_op, id"],
  wachtplek: [mijn, "vastgelegd_op, id"],
  overbrugging: [mijn, "vastgelegd_op, id"],
  pauze: [mijn, "begonnen_op, id"],
  regierol_voorstel: [mijn, "voorgesteld_op, id"],
  waarneming: [mijn, "gevraagd_op, id"],
  koppeling: [mijn, "van, persoon_id"],
  actie: [mijn, "gemaakt_op, id"],
  termijn: [mijn, "gemaakt_op, id"],
  herinnering: [
    "termijn_id in (select id from termijn where hulpvraag_id = any($2::uuid[]))",
    "gemaakt_op, termijn_id, stap, persoon_id",
  ],
  uitzondering: [mijn, "gevraagd_op, id"],
  uitzondering_besluit: [vanVerzoek, "besloten_op, uitzondering_id"],
  uitzondering_verslag: [vanVerzoek, "vastgelegd_op, uitzondering_id"],
  uitzondering_ouders: [vanVerzoek, "vastgelegd_op, id"],
  bewaring: ["leerling_id = any($1::uuid[])", "vastgelegd_op, id"],
  bewaartermijn: [mijn, "aangekondigd_op, hulpvraag_id"],
  wissing: [
    `leerling_ids && $1::uuid[] and (hulpvraag_ids && $2::uuid[] or not exists (select from hulpvraag h where h.id = any(hulpvraag_ids)))`,
    "gevraagd_op, id",
  ],
  bericht: [over, "verzonden_op, id"],
  kennisgeving: [over, "volgnr"],
  wekker: [over, "op, id"],
  bestandslink: [over, "gemaakt_op, token_hash"],
  gebeurtenis: ["zaak = any($3::bytea[])", "id"],
};

/** Rows of these tables are locked at a place of their own, which is not that of the column and the id. */
const plek: Partial<Record<InzageTabel, (rij: RuweRij) => readonly [column: string, id: string]>> = {
  toestemming_antwoord: (rij) =>
    bewaarplaatsOf({ toestemmingId: String(rij.toestemming_id), partij: partijSchema.parse(rij.partij) }),
  uitzondering_besluit: (rij) => ["uitzondering_besluit.motivatie", String(rij.uitzondering_id)],
  uitzondering_verslag: (rij) => ["uitzondering_verslag.tekst", String(rij.uitzondering_id)],
};

const rijRow = z.object({ rij: z.record(z.string(), z.unknown()) });

/** All rows about these leerlingen, locked values sealed. Each table is one question, whatever it holds. */
export async function loadInzage(
  tx: Tx,
  keys: KeyRing,
  van: InzageVan,
): Promise<RuweInzage & { readonly kanaal: readonly KanaalRegel[] }> {
  const key = await keysOf(tx, keys, van);
  const rijen = new Map<InzageTabel, readonly RuweRij[]>();
  for (const tabel of inzageTabelNamen) {
    const rows = await rowsOf(tx, tabel, van);
    rijen.set(
      tabel,
      rows.map((rij) => sealedRow(tabel, rij, key)),
    );
  }
  const ids = (soort: string) => [...rijen].flatMap(([tabel, rows]) => idsOf(tabel, rows, soort));
  return {
    rijen,
    personen: await personenIn(
      tx,
      [...ids("persoon"), ...idsIn(rijen.get("gebeurtenis") ?? [])],
      van.hulpvraagIds,
    ),
    rondes: await rondesIn(tx, ids("ronde")),
    kanaal: await kanaalRegels(tx, van.hulpvraagIds),
  };
}

/** A parameter that a text does not use is one that PostgreSQL cannot give a type. */
async function rowsOf(tx: Tx, tabel: InzageTabel, van: InzageVan): Promise<RuweRij[]> {
  const [where, order] = waar[tabel];
  const all: readonly Parameter[] = [van.leerlingIds, van.hulpvraagIds, van.zaken];
  const used = [1, 2, 3].filter((nr) => where.includes(`$${nr}`));
  const text = used.reduce((sql, nr, index) => sql.replaceAll(`$${nr}`, `$${index + 1}`), where);
  const rows = await query(
    tx,
    rijRow,
    `select to_jsonb(t) as rij from ${tabel} t where ${text} order by ${order}`,
    used.map((nr) => all[nr - 1] ?? null),
  );
  return rows.map(({ rij }) => rij);
}

/** The key that opens what is locked in a row: that of its leerling, or of what was asked of the directeur. */
type Opener = (boxed: Buffer, where: string) => string;

async function keysOf(tx: Tx, keys: KeyRing, { leerlingIds, hulpvraagIds }: InzageVan): Promise<Opener> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), wrapped: bytes, masterKeyId: z.string() }),
    `select d.id, d.verpakt as wrapped, d.hoofdsleutel as "masterKeyId" from datasleutel d
     where d.id in (select sleutel_id from leerling where id = any($1::uuid[])
       union all select sleutel_id from uitzondering where hulpvraag_id = any($2::uuid[])) and d.verpakt is not null order by d.id`,
    [leerlingIds, hulpvraagIds],
  );
  const opened = rows.map((row) => openDataKey(keys, row));
  return (boxed, where) => opensWith(opened, boxed, where);
}

function opensWith([first, ...rest]: readonly DataKey[], boxed: Buffer, where: string): string {
  if (!first) throw new Error("no data key for this leerling");
  if (rest.length === 0) return decryptText(first, boxed, where);
  try {
    return decryptText(first, boxed, where);
  } catch {
    // A child that was recorded twice has two keys, and what the directeur reads has its own; the last says what is wrong.
    return opensWith(rest, boxed, where);
  }
}

function sealedRow(tabel: InzageTabel, rij: RuweRij, open: Opener): RuweRij {
  const place = (kolom: string) => plek[tabel]?.(rij) ?? ([`${tabel}.${kolom}`, String(rij.id)] as const);
  const opened = getoondeVelden(tabel).flatMap(([kolom, soort]) => {
    const raw = rij[kolom];
    if (typeof raw !== "string" || (soort !== "tekst" && soort !== "gegevens")) return [];
    const text = open(Buffer.from(raw.slice(2), "hex"), whereOf(...place(kolom)));
    const value = soort === "tekst" ? seal(text) : seal(leerlingGegevensSchema.parse(JSON.parse(text)));
    return [[kolom, value] as const];
  });
  return { ...rij, ...Object.fromEntries(opened) };
}

function idsOf(tabel: InzageTabel, rows: readonly RuweRij[], soort: string): string[] {
  const kolommen = getoondeVelden(tabel).flatMap(([kolom, one]) => (one === soort ? [kolom] : []));
  return rows.flatMap((rij) =>
    kolommen.flatMap((kolom) => (typeof rij[kolom] === "string" ? [rij[kolom]] : [])),
  );
}

/** Ids that stand among the closed fields of the log. */
function idsIn(rows: readonly RuweRij[]): string[] {
  return rows.flatMap(
    ({ gegevens }) => JSON.stringify(gegevens).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [],
  );
}

async function personenIn(
  tx: Tx,
  ids: readonly string[],
  hulpvraagIds: readonly string[],
): Promise<ReadonlyMap<string, InzagePersoon>> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), organisatie: z.string().nullable(), functies: z.array(functieSchema) }),
    `select p.id, p.organisatie, coalesce(array_agg(distinct l.functie order by l.functie) filter (where l.functie is not null), '{}') as functies
     from persoon p left join lidmaatschap l on l.persoon_id = p.id
       and l.szt_id in (select szt_id from hulpvraag where id = any($2::uuid[]))
     where p.id = any($1::uuid[]) group by p.id, p.organisatie`,
    [[...new Set(ids)], hulpvraagIds],
  );
  return new Map(rows.map(({ id, ...persoon }) => [id, persoon]));
}

async function rondesIn(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, InzageRonde>> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      datum: z.string(),
      begin: z.string(),
      plaats: z.string(),
      status: z.string(),
      deelnemers: z.array(functieSchema),
    }),
    `select r.id, r.datum::text as datum, to_char(r.begin, 'HH24:MI') as begin, r.plaats, r.status,
       array(select distinct d.functie from deelname d where d.ronde_id = r.id and d.aanwezigheid is distinct from 'afwezig' order by 1) as deelnemers
     from overlegronde r where r.id = any($1::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...ronde }) => [id, ronde]));
}

const kanaalRow = z.object({
  hulpvraagId: z.string(),
  beslotenOp: instant,
  regel: z.record(z.string(), z.json()),
  zonderSinds: instant.nullable(),
  gewijzigd: z.boolean(),
});
export type KanaalRegel = z.infer<typeof kanaalRow>;

/** The lines about these hulpvragen that went to the channel of their team, and whether a later release took them away. */
async function kanaalRegels(tx: Tx, hulpvraagIds: readonly string[]): Promise<readonly KanaalRegel[]> {
  return query(
    tx,
    kanaalRow,
    `select h.id as "hulpvraagId", v.besloten_op as "beslotenOp", r.regel, later.op as "zonderSinds",
       exists (select from bericht b where b.onderwerp_soort = 'samenvatting' and b.onderwerp_id = v.ronde_id
         and b.bijgewerkt_op >= later.op) as gewijzigd
     from vrijgave v
     join agendapunt a on a.ronde_id = v.ronde_id join hulpvraag h on h.id = a.hulpvraag_id
     cross join lateral jsonb_array_elements(v.inhoud #> '{samenvatting,regels}') as r (regel)
     left join lateral (select min(n.besloten_op) as op from vrijgave n where n.ronde_id = v.ronde_id and n.besloten_op > v.besloten_op
       and not n.inhoud #> '{samenvatting,regels}' @> jsonb_build_array(jsonb_build_object('caseRef', h.referentie))) later on true
     where h.id = any($1::uuid[]) and r.regel ->> 'caseRef' = h.referentie order by v.besloten_op, v.id`,
    [hulpvraagIds],
  );
}

/**
 * Of one child: every row of it in this school, and what hangs on those, but for these hulpvragen. A leerling of whom
 * nothing else is left is left out as well: a name without a question would tell that there is one.
 */
export async function inzageVan(
  tx: Tx,
  leerlingIds: readonly string[],
  zonder: readonly string[] = [],
): Promise<InzageVan> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), zout: bytes.nullable() }),
    `select id, log_zout as zout from hulpvraag where leerling_id = any($1::uuid[]) and id <> all($2::uuid[]) order by gemaakt_op, id`,
    [leerlingIds, zonder],
  );
  const stil = await query(
    tx,
    z.object({ id: z.string() }),
    `select leerling_id as id from hulpvraag where leerling_id = any($1::uuid[]) group by leerling_id
     having bool_and(id = any($2::uuid[]))`,
    [leerlingIds, zonder],
  );
  return {
    leerlingIds: leerlingIds.filter((leerlingId) => !stil.some(({ id }) => id === leerlingId)),
    hulpvraagIds: rows.map(({ id }) => id),
    zaken: rows.flatMap(({ id, zout }) => (zout ? [saltedId(zout, id)] : [])),
  };
}

const telt: Readonly<Record<Telsoort, string>> = {
  hulpvragen: "hulpvraag where id = any($1::uuid[])",
  toestemmingen: "toestemming where hulpvraag_id = any($1::uuid[])",
  agendapunten: "agendapunt where hulpvraag_id = any($1::uuid[])",
  besluiten: "besluit where hulpvraag_id = any($1::uuid[])",
  terugkoppelingen: "terugkoppeling where hulpvraag_id = any($1::uuid[])",
  regierollen: "regierol where hulpvraag_id = any($1::uuid[])",
  acties: "actie where hulpvraag_id = any($1::uuid[])",
  termijnen: "termijn where hulpvraag_id = any($1::uuid[])",
  correcties: "correctie where hulpvraag_id = any($1::uuid[])",
  berichten: "bericht where onderwerp_id = any($1::uuid[])",
  logregels: "gebeurtenis where zaak = any($2::bytea[])",
};

/** How much there is of each kind; for the card, before anybody asks for a copy. */
export async function countInzage(
  tx: Tx,
  { hulpvraagIds, zaken }: InzageVan,
): Promise<Readonly<Record<Telsoort, number>>> {
  const counts = telsoorten.map((soort) => `(select count(*)::int from ${telt[soort]}) as ${soort}`);
  const shape = Object.fromEntries(telsoorten.map((soort) => [soort, z.number()])) as Record<
    Telsoort,
    z.ZodNumber
  >;
  const [row] = await query(tx, z.object(shape), `select ${counts.join(", ")}`, [hulpvraagIds, zaken]);
  if (!row) throw new Error("no counts");
  return row;
}
