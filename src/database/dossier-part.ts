/** The parts of one dossier, each a question of its own; dossier.ts puts them together. */
import { z } from "zod/v4";
import {
  besluitSchema,
  functieSchema,
  gizSchema,
  partijSchema,
  toestemmingsvormSchema,
} from "#domain/code.ts";
import type {
  ActieFeit,
  AgendapuntFeit,
  BesluitFeit,
  CorrectieFeit,
  TermijnFeit,
  ToestemmingFeit,
} from "#domain/dossier.ts";
import type { Sealed } from "#domain/sealed.ts";
import { instant, plainDate, query, type Tx } from "./pool.ts";
import { rondesById } from "./ronde-feit.ts";

/** Opens one encrypted column of the leerling's key into a sealed value. */
export type OpenText = (value: Buffer, column: string, rowId: string) => Sealed<string>;

/** Two questions, whatever there is: see `rondesById`. */
export async function toestemmingOf(tx: Tx, id: string, open: OpenText): Promise<ToestemmingFeit | null> {
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
     where toestemming_id = (select id from toestemming where hulpvraag_id = $1 and vervangen_op is null)
     order by partij`,
    [id],
  );
  if (!row) return null;
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

export async function agendapuntenOf(tx: Tx, id: string): Promise<readonly AgendapuntFeit[]> {
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

export async function besluitenOf(tx: Tx, id: string, open: OpenText): Promise<readonly BesluitFeit[]> {
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

export async function correctiesOf(tx: Tx, id: string, open: OpenText): Promise<readonly CorrectieFeit[]> {
  const rows = await query(
    tx,
    z.object({
      id: z.string(),
      over: z.enum(["besluit", "actie"]),
      tekst: z.instanceof(Buffer),
      op: instant,
    }),
    `select id, case when besluit_id is null then 'actie' else 'besluit' end as over, tekst, vastgelegd_op as op
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
    }),
    `select id, houder_id as "houderId", soort, lower(periode) as van, upper(periode) as tot, giz
     from regierol where hulpvraag_id = $1 order by lower(periode)`,
    [id],
  );
}

export async function aanbodOf(tx: Tx, id: string) {
  const [row] = await query(
    tx,
    z.object({
      id: z.string(),
      persoonId: z.string(),
      status: z.enum(["aangeboden", "aanvaard", "geweigerd", "vervallen"]),
    }),
    `select id, persoon_id as "persoonId", status from regierol_aanbod
     where hulpvraag_id = $1 order by (status = 'aangeboden') desc, aangeboden_op desc, id limit 1`,
    [id],
  );
  return row ?? null;
}

export async function actiesOf(tx: Tx, id: string, open: OpenText): Promise<readonly ActieFeit[]> {
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
      uitgesteld: z.number(),
      versie: z.number(),
    }),
    `select id, soort, vervalt, verantwoordelijke, persoon_id as "persoonId", actie_id as "actieId", status, uitgesteld, versie
     from termijn where hulpvraag_id = $1 order by vervalt, soort, id`,
    [id],
  );
}
