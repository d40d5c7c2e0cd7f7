import { z } from "zod/v4";
import {
  aanwezigheidSchema,
  afsluitredenSchema,
  alGedaanSchema,
  besluitSchema,
  domeinSchema,
  functieSchema,
  gezagSchema,
  gizSchema,
  hulpvraagStatusSchema,
  leerjaarSchema,
  partijSchema,
  plaatsSchema,
  sectorSchema,
  toestemmingsvormSchema,
  urgentieSchema,
} from "#domain/code.ts";
import type {
  ActieFeit,
  AgendapuntFeit,
  BesluitFeit,
  DeelnameFeit,
  Dossier,
  RondeFeit,
  TeamlidFeit,
  TermijnFeit,
  ToestemmingFeit,
} from "#domain/dossier.ts";
import { type Sealed, seal } from "#domain/sealed.ts";
import { decryptText, type KeyRing, openDataKey, whereOf } from "./kluis.ts";
import { instant, plainDate, plainTime, query, type Tx } from "./pool.ts";

export const leerlingGegevensSchema = z.strictObject({
  naam: z.string(),
  geboortemaand: z.string().regex(/^\d{4}-\d{2}$/),
  leerjaar: leerjaarSchema,
  kenmerk: z.string().nullable(),
});

const hoofd = z.object({
  id: z.string(),
  swv_id: z.string(),
  szt_id: z.string(),
  school_id: z.string(),
  school: z.string(),
  sector: sectorSchema,
  referentie: z.string(),
  status: hulpvraagStatusSchema,
  stap: z.literal([1, 2, 3]),
  leerling_id: z.string(),
  gegevens: z.instanceof(Buffer),
  gezag: gezagSchema,
  sleutel_id: z.string(),
  verpakt: z.instanceof(Buffer),
  hoofdsleutel: z.string(),
  domeinen: z.array(domeinSchema),
  urgentie: urgentieSchema.nullable(),
  al_gedaan: z.array(alGedaanSchema),
  aan_tafel: z.array(functieSchema),
  vraag: z.instanceof(Buffer).nullable(),
  gedaan_toelichting: z.instanceof(Buffer).nullable(),
  ouders_vraag: z.instanceof(Buffer).nullable(),
  inbrenger_id: z.string(),
  regie_sinds: instant.nullable(),
  klaargezet_op: instant.nullable(),
  afgesloten_op: instant.nullable(),
  afsluitreden: afsluitredenSchema.nullable(),
  afsluiting_voorgesteld: afsluitredenSchema.nullable(),
  versie: z.number(),
});

/** Everything about one hulpvraag within the scope of the transaction; null when it is not there or out of reach. */
export async function loadDossier(tx: Tx, keys: KeyRing, id: string): Promise<Dossier | null> {
  const [row] = await query(
    tx,
    hoofd,
    `select h.*, s.naam as school, s.sector, l.gegevens, l.gezag, l.sleutel_id, d.verpakt, d.hoofdsleutel
     from hulpvraag h join school s on s.id = h.school_id join leerling l on l.id = h.leerling_id
     join datasleutel d on d.id = l.sleutel_id
     where h.id = $1 and d.verpakt is not null`,
    [id],
  );
  if (!row) return null;
  const key = openDataKey(keys, { id: row.sleutel_id, wrapped: row.verpakt, masterKeyId: row.hoofdsleutel });
  const text = (value: Buffer | null, column: string, rowId: string): Sealed<string> | null =>
    value && seal(decryptText(key, value, whereOf(column, rowId)));
  const gegevens = leerlingGegevensSchema.parse(
    JSON.parse(decryptText(key, row.gegevens, whereOf("leerling.gegevens", row.leerling_id))),
  );
  const sealedText = (value: Buffer, column: string, rowId: string) =>
    seal(decryptText(key, value, whereOf(column, rowId)));
  return {
    id: row.id,
    swvId: row.swv_id,
    sztId: row.szt_id,
    schoolId: row.school_id,
    school: row.school,
    sector: row.sector,
    referentie: row.referentie,
    status: row.status,
    stap: row.stap,
    leerlingId: row.leerling_id,
    leerling: seal(gegevens),
    gezag: row.gezag,
    domeinen: row.domeinen,
    urgentie: row.urgentie,
    alGedaan: row.al_gedaan,
    aanTafel: row.aan_tafel,
    vraag: text(row.vraag, "hulpvraag.vraag", row.id),
    gedaanToelichting: text(row.gedaan_toelichting, "hulpvraag.gedaan_toelichting", row.id),
    oudersVraag: text(row.ouders_vraag, "hulpvraag.ouders_vraag", row.id),
    inbrengerId: row.inbrenger_id,
    regieSinds: row.regie_sinds,
    klaargezetOp: row.klaargezet_op,
    afgeslotenOp: row.afgesloten_op,
    afsluitreden: row.afsluitreden,
    afsluitingVoorgesteld: row.afsluiting_voorgesteld,
    versie: row.versie,
    team: await teamOf(tx, row.szt_id),
    toestemming: await toestemmingOf(tx, row.id, sealedText),
    agendapunten: await agendapuntenOf(tx, row.id),
    besluiten: await besluitenOf(tx, row.id, sealedText),
    regierollen: await regierollenOf(tx, row.id),
    aanbod: await aanbodOf(tx, row.id),
    koppelingen: await query(
      tx,
      z.object({ persoonId: z.string(), tot: instant.nullable() }),
      `select persoon_id as "persoonId", tot from koppeling where hulpvraag_id = $1`,
      [row.id],
    ),
    acties: await actiesOf(tx, row.id, sealedText),
    termijnen: await termijnenOf(tx, row.id),
  };
}

type OpenText = (value: Buffer, column: string, rowId: string) => Sealed<string>;

/** The SZT's people, past and future memberships included: the rules look at the day. */
export async function teamOf(tx: Tx, sztId: string): Promise<readonly TeamlidFeit[]> {
  return query(
    tx,
    z.object({
      persoonId: z.string(),
      naam: z.string(),
      functie: functieSchema,
      voorzitter: z.boolean(),
      van: plainDate,
      tot: plainDate.nullable(),
    }),
    `select l.persoon_id as "persoonId", p.naam, l.functie, l.voorzitter, l.van, l.tot
     from lidmaatschap l join persoon p on p.id = l.persoon_id where l.szt_id = $1 order by l.functie, p.naam`,
    [sztId],
  );
}

async function toestemmingOf(tx: Tx, id: string, open: OpenText): Promise<ToestemmingFeit | null> {
  const [row] = await query(
    tx,
    z.object({
      id: z.string(),
      grondslag: z.enum(["schriftelijk", "instemming", "uitzondering"]),
      partners: z.array(functieSchema),
      geldig_tot: plainDate,
    }),
    `select id, grondslag, partners, geldig_tot from toestemming where hulpvraag_id = $1 and vervangen_op is null`,
    [id],
  );
  if (!row) return null;
  const gevers = await query(
    tx,
    z.object({
      partij: partijSchema,
      gegeven_op: plainDate,
      vorm: toestemmingsvormSchema,
      bewaarplaats: z.instanceof(Buffer).nullable(),
      ingetrokken_op: plainDate.nullable(),
    }),
    `select partij, gegeven_op, vorm, bewaarplaats, ingetrokken_op from toestemming_gever
     where toestemming_id = $1 order by partij`,
    [row.id],
  );
  return {
    id: row.id,
    grondslag: row.grondslag,
    partners: row.partners,
    geldigTot: row.geldig_tot,
    gevers: gevers.map((g) => ({
      partij: g.partij,
      gegevenOp: g.gegeven_op,
      vorm: g.vorm,
      bewaarplaats:
        g.bewaarplaats && open(g.bewaarplaats, "toestemming_gever.bewaarplaats", `${row.id}/${g.partij}`),
      ingetrokkenOp: g.ingetrokken_op,
    })),
  };
}

const rondeRow = z.object({
  id: z.string(),
  swv_id: z.string(),
  szt_id: z.string(),
  datum: plainDate,
  begin: plainTime,
  duur_minuten: z.number(),
  plaats: plaatsSchema,
  deelname_link: z.string().nullable(),
  status: z.enum(["gepland", "open", "gesloten", "vervallen"]),
  voorzitter_id: z.string(),
  notulist_id: z.string().nullable(),
  ics_volgorde: z.number(),
  agenda_vast_op: instant.nullable(),
  samenvatting_bevestigd_op: instant.nullable(),
  versie: z.number(),
});

/** Rounds with their participants, by id, in the order of date and time. */
export async function rondesById(tx: Tx, ids: readonly string[]): Promise<readonly RondeFeit[]> {
  if (ids.length === 0) return [];
  const rows = await query(
    tx,
    rondeRow,
    `select * from overlegronde where id = any($1::uuid[]) order by datum, begin, id`,
    [ids],
  );
  const deelnemers = await query(
    tx,
    z.object({
      ronde_id: z.string(),
      persoonId: z.string(),
      naam: z.string(),
      functie: functieSchema,
      aanwezigheid: aanwezigheidSchema.nullable(),
    }),
    `select d.ronde_id, d.persoon_id as "persoonId", p.naam, d.functie, d.aanwezigheid
     from deelname d join persoon p on p.id = d.persoon_id where d.ronde_id = any($1::uuid[]) order by d.functie, p.naam`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    swvId: row.swv_id,
    sztId: row.szt_id,
    datum: row.datum,
    begin: row.begin,
    duurMinuten: row.duur_minuten,
    plaats: row.plaats,
    deelnameLink: row.deelname_link,
    status: row.status,
    voorzitterId: row.voorzitter_id,
    notulistId: row.notulist_id,
    icsVolgorde: row.ics_volgorde,
    agendaVastOp: row.agenda_vast_op,
    samenvattingBevestigdOp: row.samenvatting_bevestigd_op,
    versie: row.versie,
    deelnemers: deelnemers
      .filter((d) => d.ronde_id === row.id)
      .map(({ ronde_id: _, ...d }): DeelnameFeit => d),
  }));
}

async function agendapuntenOf(tx: Tx, id: string): Promise<readonly AgendapuntFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      ronde_id: z.string(),
      volgorde: z.number(),
      minuten: z.number(),
      status: z.enum(["gepland", "besproken", "verschoven"]),
    }),
    `select id, ronde_id, volgorde, minuten, status from agendapunt where hulpvraag_id = $1`,
    [id],
  );
  const rondes = await rondesById(
    tx,
    rows.map((r) => r.ronde_id),
  );
  return rondes.flatMap((ronde) =>
    rows
      .filter((r) => r.ronde_id === ronde.id)
      .map((r) => ({
        id: r.id,
        ronde,
        hulpvraagId: id,
        volgorde: r.volgorde,
        minuten: r.minuten,
        status: r.status,
      })),
  );
}

async function besluitenOf(tx: Tx, id: string, open: OpenText): Promise<readonly BesluitFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      agendapunt_id: z.string(),
      besluiten: z.array(besluitSchema),
      afweging: z.instanceof(Buffer),
      regierol_voor: z.string().nullable(),
      terug_op: plainDate.nullable(),
      genomen_op: instant,
      verteld_op: plainDate.nullable(),
      akkoord: z.enum(["ja", "nee", "niet_nodig"]).nullable(),
    }),
    `select b.id, b.agendapunt_id, b.besluiten, b.afweging, b.regierol_voor, b.terug_op, b.genomen_op, t.verteld_op, t.akkoord
     from besluit b left join terugkoppeling t on t.besluit_id = b.id where b.hulpvraag_id = $1 order by b.genomen_op, b.id`,
    [id],
  );
  return rows.map((b) => ({
    id: b.id,
    agendapuntId: b.agendapunt_id,
    besluiten: b.besluiten,
    afweging: open(b.afweging, "besluit.afweging", b.id),
    regierolVoor: b.regierol_voor,
    terugOp: b.terug_op,
    genomenOp: b.genomen_op,
    terugkoppeling: b.verteld_op && b.akkoord ? { verteldOp: b.verteld_op, akkoord: b.akkoord } : null,
  }));
}

async function regierollenOf(tx: Tx, id: string) {
  return query(
    tx,
    z.object({
      id: z.string(),
      houderId: z.string(),
      soort: z.enum(["actief", "waarnemend"]),
      van: instant,
      tot: instant.nullable(),
      giz: gizSchema.nullable(),
    }),
    `select id, houder_id as "houderId", soort, lower(periode) as van, upper(periode) as tot, giz
     from regierol where hulpvraag_id = $1 order by lower(periode)`,
    [id],
  );
}

async function aanbodOf(tx: Tx, id: string) {
  const [row] = await query(
    tx,
    z.object({
      id: z.string(),
      persoonId: z.string(),
      status: z.enum(["aangeboden", "aanvaard", "geweigerd", "vervallen"]),
    }),
    `select id, persoon_id as "persoonId", status from regierol_aanbod
     where hulpvraag_id = $1 order by aangeboden_op desc, id limit 1`,
    [id],
  );
  return row ?? null;
}

async function actiesOf(tx: Tx, id: string, open: OpenText): Promise<readonly ActieFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      houder_id: z.string(),
      omschrijving: z.instanceof(Buffer),
      datum: plainDate,
      gedaan_op: instant.nullable(),
      versie: z.number(),
    }),
    `select id, houder_id, omschrijving, datum, gedaan_op, versie from actie where hulpvraag_id = $1 and vervallen_op is null order by datum, id`,
    [id],
  );
  return rows.map((a) => ({
    id: a.id,
    houderId: a.houder_id,
    omschrijving: open(a.omschrijving, "actie.omschrijving", a.id),
    datum: a.datum,
    gedaanOp: a.gedaan_op,
    versie: a.versie,
  }));
}

async function termijnenOf(tx: Tx, id: string): Promise<readonly TermijnFeit[]> {
  return query(
    tx,
    z.object({
      id: z.string(),
      soort: z.string(),
      vervalt: plainDate,
      verantwoordelijke: z.enum(["ib", "regierolhouder", "actiehouder", "aangeboden"]),
      persoonId: z.string().nullable(),
      actieId: z.string().nullable(),
      status: z.enum(["open", "klaar", "vervallen"]),
      uitgesteld: z.number(),
      versie: z.number(),
    }),
    `select id, soort, vervalt, verantwoordelijke, persoon_id as "persoonId", actie_id as "actieId", status, uitgesteld, versie
     from termijn where hulpvraag_id = $1 order by vervalt, soort, id`,
    [id],
  );
}
