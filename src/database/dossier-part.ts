/** The parts of one dossier, each a question of its own; dossier.ts puts them together. */
import { z } from "zod/v4";
import {
  antwoordsoortSchema,
  antwoordvormSchema,
  begripSchema,
  besluitSchema,
  domeinSchema,
  functieSchema,
  gizSchema,
  informatietaalSchema,
  informatiewijzeSchema,
  partijSchema,
  partijstandSchema,
  toestemmingsdoelSchema,
  vaststellingSchema,
} from "#domain/code.ts";
import type {
  ActieFeit,
  AgendapuntFeit,
  BesluitFeit,
  CorrectieFeit,
  InformatieFeit,
  OpruimingFeit,
  PartijFeit,
  TermijnFeit,
  ToestemmingFeit,
  WeigeringFeit,
} from "#domain/dossier.ts";
import { regierolKeuzeSchema, voorstelRedenSchema } from "#domain/regierol-keuze.ts";
import { weigerredenSchema } from "#domain/regierol-reden.ts";
import type { Sealed } from "#domain/sealed.ts";
import { termRuleSchema } from "#domain/termijn.ts";
import { isNee, standingAnswers } from "#domain/toestemming-antwoord.ts";
import { overdrachtColumns, overdrachtOf } from "./overdracht.ts";
import { instant, plainDate, query, type Tx } from "./pool.ts";
import { rondesById } from "./ronde-feit.ts";
import { bewaarplaatsOf } from "./toestemming.ts";

/** Opens one encrypted column of the leerling's key into a sealed value. */
export type OpenText = (value: Buffer, column: string, rowId: string) => Sealed<string>;

const toestemmingRow = z.object({
  id: z.string(),
  grondslag: z.enum(["schriftelijk", "instemming", "uitzondering"]),
  doelen: z.array(toestemmingsdoelSchema),
  partners: z.array(functieSchema),
  onderwerpen: z.array(domeinSchema).nullable(),
  uitgesloten: z.array(domeinSchema),
  geldig_tot: plainDate,
  verzonden_op: plainDate.nullable(),
  wijze: informatiewijzeSchema.nullable(),
  aan: z.array(partijSchema).nullable(),
  taal: informatietaalSchema.nullable(),
  begrepen: begripSchema.nullable(),
  regel: termRuleSchema.nullable(),
  bezwaar_tot: plainDate.nullable(),
  toegezegd_tot: plainDate.nullable(),
  verlopen_op: plainDate.nullable(),
});

/** Two questions, whatever there is: see `rondesById`. */
export async function toestemmingOf(tx: Tx, id: string, open: OpenText): Promise<ToestemmingFeit | null> {
  const [row] = await query(
    tx,
    toestemmingRow,
    `select t.id, t.grondslag, t.doelen, t.partners, t.onderwerpen, t.uitgesloten, t.geldig_tot,
       i.verzonden_op, i.wijze, i.aan, i.taal, i.begrepen, i.regel, i.bezwaar_tot, i.toegezegd_tot,
       (select max(o.geldig_tot) from toestemming o where o.hulpvraag_id = t.hulpvraag_id and o.grondslag = 'schriftelijk'
          and o.geldig_tot < (o.vervangen_op at time zone 'Europe/Amsterdam')::date) as verlopen_op
     from toestemming t left join ouderinformatie i on i.toestemming_id = t.id
     where t.hulpvraag_id = $1 and t.vervangen_op is null`,
    [id],
  );
  const given = await query(
    tx,
    z.object({
      toestemming_id: z.string(),
      partij: partijSchema,
      soort: antwoordsoortSchema,
      op: plainDate,
      vorm: antwoordvormSchema,
      bewaarplaats: z.instanceof(Buffer).nullable(),
    }),
    `select toestemming_id, partij, soort, op, vorm, bewaarplaats from toestemming_antwoord
     where hulpvraag_id = $1 order by op, vastgelegd_op, partij, soort`,
    [id],
  );
  if (!row) return null;
  const antwoorden = given.map(({ toestemming_id: toestemmingId, bewaarplaats, ...antwoord }) => ({
    eigen: toestemmingId === row.id,
    antwoord: {
      ...antwoord,
      bewaarplaats:
        bewaarplaats && open(bewaarplaats, ...bewaarplaatsOf({ toestemmingId, partij: antwoord.partij })),
    },
  }));
  return {
    id: row.id,
    grondslag: row.grondslag,
    doelen: row.doelen,
    partners: row.partners,
    onderwerpen: row.onderwerpen,
    uitgesloten: row.uitgesloten,
    geldigTot: row.geldig_tot,
    antwoorden: standingAnswers(antwoorden),
    informatie: informatieOf(row),
    eerder: {
      nee: given.filter(({ soort }) => isNee(soort)).map(({ partij, op }) => ({ partij, op })),
      verlopenOp: row.verlopen_op,
    },
  };
}

function informatieOf(row: z.infer<typeof toestemmingRow>): InformatieFeit | null {
  const { verzonden_op: verzondenOp, wijze, aan, taal, begrepen, regel, bezwaar_tot: bezwaarTot } = row;
  const { toegezegd_tot: toegezegdTot } = row;
  if (!verzondenOp || !wijze || !aan || !taal || !begrepen || !regel || !bezwaarTot) return null;
  return { verzondenOp, wijze, aan, taal, begrepen, regel, toegezegdTot, bezwaarTot };
}

/** Holders of gezag who cannot answer. */
export async function partijenOf(tx: Tx, leerlingId: string): Promise<readonly PartijFeit[]> {
  return query(
    tx,
    z.object({
      partij: partijSchema,
      stand: partijstandSchema,
      hoe: vaststellingSchema,
      vastgesteldOp: plainDate,
    }),
    `select partij, stand, hoe, vastgesteld_op as "vastgesteldOp" from leerling_partij where leerling_id = $1 order by partij`,
    [leerlingId],
  );
}

export async function agendapuntenOf(tx: Tx, id: string): Promise<readonly AgendapuntFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      ronde_id: z.string(),
      volgorde: z.number(),
      minuten: z.number(),
      status: z.enum(["gepland", "besproken", "verschoven"]),
      begonnen_op: instant.nullable(),
      inbrenger_id: z.string().nullable(),
      genodigden: z.array(z.string()),
    }),
    `select id, ronde_id, volgorde, minuten, status, begonnen_op, inbrenger_id,
       array(select persoon_id from genodigde g where g.agendapunt_id = a.id and g.stand = 'gevraagd' order by 1) as genodigden
     from agendapunt a where hulpvraag_id = $1`,
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
        genodigden: r.genodigden,
        begonnenOp: r.begonnen_op,
        inbrengerId: r.inbrenger_id,
      })),
  );
}

export async function besluitenOf(tx: Tx, id: string, open: OpenText): Promise<readonly BesluitFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      agendapunt_id: z.string(),
      besluiten: z.array(besluitSchema),
      afweging: z.instanceof(Buffer),
      regierol_voor: z.string().nullable(),
      regierol_keuze: regierolKeuzeSchema.nullable(),
      terug_op: plainDate.nullable(),
      genomen_op: instant,
      verteld_op: plainDate.nullable(),
      akkoord: z.enum(["ja", "nee", "niet_nodig"]).nullable(),
      akkoord_op: plainDate.nullable(),
      ouders_horen: z.boolean().nullable(),
    }),
    `select b.id, b.agendapunt_id, b.besluiten, b.afweging, b.regierol_voor, b.regierol_keuze, b.terug_op, b.genomen_op, t.verteld_op, t.akkoord, t.akkoord_op,
       t.ouders_horen
     from besluit b left join terugkoppeling t on t.besluit_id = b.id where b.hulpvraag_id = $1 order by b.genomen_op, b.id`,
    [id],
  );
  return rows.map((b) => ({
    id: b.id,
    agendapuntId: b.agendapunt_id,
    besluiten: b.besluiten,
    afweging: open(b.afweging, "besluit.afweging", b.id),
    regierolVoor: b.regierol_voor,
    regierolKeuze: b.regierol_keuze,
    terugOp: b.terug_op,
    genomenOp: b.genomen_op,
    terugkoppeling:
      b.verteld_op && b.akkoord
        ? { verteldOp: b.verteld_op, akkoord: b.akkoord, akkoordOp: b.akkoord_op }
        : null,
    oudersHoren: b.ouders_horen,
  }));
}

export async function correctiesOf(tx: Tx, id: string, open: OpenText): Promise<readonly CorrectieFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      over: z.enum(["besluit", "actie"]),
      bij: z.string(),
      tekst: z.instanceof(Buffer),
      op: instant,
    }),
    `select id, case when besluit_id is null then 'actie' else 'besluit' end as over,
       coalesce(besluit_id, actie_id) as bij, tekst, vastgelegd_op as op
     from correctie where hulpvraag_id = $1 order by vastgelegd_op, id`,
    [id],
  );
  return rows.map(({ id: rowId, tekst, ...rest }) => ({
    ...rest,
    tekst: open(tekst, "correctie.tekst", rowId),
  }));
}

export async function regierollenOf(tx: Tx, id: string) {
  return query(
    tx,
    z.object({
      id: z.string(),
      houderId: z.string(),
      soort: z.enum(["actief", "waarnemend"]),
      van: instant,
      tot: instant.nullable(),
      giz: gizSchema.nullable(),
      gizOp: plainDate.nullable(),
    }),
    `select id, houder_id as "houderId", soort, lower(periode) as van, upper(periode) as tot, giz, giz_op as "gizOp"
     from regierol where hulpvraag_id = $1 order by lower(periode)`,
    [id],
  );
}

export async function aanbodOf(tx: Tx, id: string) {
  const [row] = await query(
    tx,
    z.object({
      id: z.string(),
      besluitId: z.string().nullable(),
      persoonId: z.string(),
      status: z.enum(["aangeboden", "aanvaard", "geweigerd", "vervallen", "verlopen"]),
      keuze: regierolKeuzeSchema.nullable(),
    }),
    `select id, besluit_id as "besluitId", persoon_id as "persoonId", status, keuze from regierol_aanbod
     where hulpvraag_id = $1 order by (status = 'aangeboden') desc, aangeboden_op desc, id limit 1`,
    [id],
  );
  return row ?? null;
}

export async function voorstelOf(tx: Tx, id: string) {
  const [row] = await query(
    tx,
    z.object({
      id: z.string(),
      doorId: z.string(),
      aanId: z.string().nullable(),
      reden: voorstelRedenSchema,
      stand: z.enum(["voorgesteld", "gevraagd"]),
    }),
    `select id, door_id as "doorId", aan_id as "aanId", reden, stand from regierol_voorstel
     where hulpvraag_id = $1 and stand in ('voorgesteld', 'gevraagd')`,
    [id],
  );
  return row ?? null;
}

export async function weigeringenOf(tx: Tx, id: string): Promise<readonly WeigeringFeit[]> {
  return query(
    tx,
    z.object({ besluitId: z.string().nullable(), persoonId: z.string(), reden: weigerredenSchema }),
    `select besluit_id as "besluitId", persoon_id as "persoonId", reden from regierol_aanbod
     where hulpvraag_id = $1 and status = 'geweigerd' and reden is not null order by beantwoord_op, id`,
    [id],
  );
}

export async function actiesOf(tx: Tx, id: string, open: OpenText): Promise<readonly ActieFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      houder_id: z.string(),
      ronde_id: z.string().nullable(),
      omschrijving: z.instanceof(Buffer),
      datum: plainDate,
      gedaan_op: instant.nullable(),
      ...overdrachtColumns,
      versie: z.number(),
    }),
    `select id, houder_id, ronde_id, omschrijving, datum, gedaan_op, overdracht_aan, overdracht_door, overdracht_stand,
       overdracht_reden, versie from actie where hulpvraag_id = $1 and vervallen_op is null order by datum, id`,
    [id],
  );
  return rows.map((a) => ({
    id: a.id,
    rondeId: a.ronde_id,
    houderId: a.houder_id,
    omschrijving: open(a.omschrijving, "actie.omschrijving", a.id),
    datum: a.datum,
    gedaanOp: a.gedaan_op,
    overdracht: overdrachtOf(a),
    versie: a.versie,
  }));
}

export async function termijnenOf(tx: Tx, id: string): Promise<readonly TermijnFeit[]> {
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
      klaarOp: instant.nullable(),
      uitgesteld: z.number(),
      versie: z.number(),
    }),
    `select id, soort, vervalt, verantwoordelijke, persoon_id as "persoonId", actie_id as "actieId", status, klaar_op as "klaarOp", uitgesteld, versie
     from termijn where hulpvraag_id = $1 order by vervalt, soort, id`,
    [id],
  );
}

/** How far the clearing is after the ground fell away; null when it never did. */
export async function opruimingOf(tx: Tx, id: string): Promise<OpruimingFeit | null> {
  // Could not be reached, and what stands there was not drawn again since.
  const stuck = `k.status = 'mislukt' and exists (
         select from bericht b join gesprek g on g.id = b.gesprek_id
         where b.actueel and b.onderwerp_soort = k.onderwerp_soort and b.onderwerp_id = k.onderwerp_id
           and coalesce(g.persoon_id, g.szt_id) = coalesce(k.persoon_id, k.kanaal_szt_id)
           and b.bijgewerkt_op < h.opruiming_op)`;
  const [row] = await query(
    tx,
    z.object({
      op: instant.nullable(),
      totaal: z.number(),
      open: z.number(),
      vast: z.number(),
      bij: z.array(z.string()),
    }),
    `select h.opruiming_op as op, count(k.id)::int as totaal,
       (count(k.id) filter (where k.status in ('klaar', 'bezig')))::int as open,
       (count(k.id) filter (where ${stuck}))::int as vast,
       coalesce(array_agg(distinct p.naam) filter (where p.naam is not null and ${stuck}), '{}') as bij
     from hulpvraag h left join kennisgeving k on k.opruiming_id = h.opruiming_id left join persoon p on p.id = k.persoon_id
     where h.id = $1 group by h.opruiming_op`,
    [id],
  );
  return row?.op ? { ...row, op: row.op } : null;
}
