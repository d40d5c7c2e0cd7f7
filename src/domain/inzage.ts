/**
 * The copy of all that is held about one leerling (AVG art. 15 and 20), as data: its schema is what `gegevens.json` keeps
 * to, and the readable file says the same in words.
 */
import { z } from "zod/v4";
import { functieSchema } from "./code.ts";
import type { LeerlingGegevens } from "./dossier.ts";
import { type Getoond, getoondeVelden, type InzageTabel, inzageTabelNamen } from "./inzage-veld.ts";
import { leerlingGegevensSchema } from "./leerling-gegevens.ts";
import { Sealed } from "./sealed.ts";
import type { RechtenBesluit } from "./see-rechten.ts";
import { amsterdam } from "./today.ts";
import { reveal } from "./visibility.ts";

const dag = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** With its distance to UTC: the clock time that people saw. */
const moment = z.iso.datetime({ offset: true });

const persoonSchema = z.strictObject({
  functies: z.array(functieSchema),
  organisatie: z.string().nullable(),
});
const rondeSchema = z.strictObject({
  datum: dag,
  begin: z.string(),
  plaats: z.string(),
  status: z.string(),
  /** Functions of those who took part. */
  deelnemers: z.array(functieSchema),
});
export type InzagePersoon = z.infer<typeof persoonSchema>;
export type InzageRonde = z.infer<typeof rondeSchema>;

/** What a value of each kind looks like. */
export const soortSchemas = {
  tekst: z.string(),
  gegevens: leerlingGegevensSchema,
  code: z.string(),
  codes: z.array(z.string()),
  dag,
  moment,
  periode: z.strictObject({ van: moment, tot: moment.nullable() }),
  janee: z.boolean(),
  getal: z.number(),
  persoon: persoonSchema,
  ronde: rondeSchema,
  bij: z.int().positive(),
  velden: z.json(),
} as const satisfies Record<Getoond, z.ZodType>;
export type InzageWaarde = z.infer<(typeof soortSchemas)[Getoond]> | null;

/** `nr` is what `bij` of another row points to. */
export type InzageRij = Readonly<Record<string, InzageWaarde>> & { readonly nr: number };

function rowSchema(tabel: InzageTabel) {
  const velden = getoondeVelden(tabel).map(
    ([kolom, soort]) => [kolom, soortSchemas[soort].nullable()] as const,
  );
  return z.strictObject({ nr: z.int().positive(), ...Object.fromEntries(velden) });
}

/** Why data are used at all, in the words of the closed lists. */
export const inzageDoelen = ["bespreking_szt", "toewijzen_regierol"] as const;
/** Rights that are named in every copy, in the order of the law. */
export const inzageRechten = [
  "inzage",
  "correctie",
  "verwijderen",
  "beperking",
  "overdracht",
  "bezwaar",
  "toestemming_intrekken",
  "klacht",
] as const;

/** By what a right may give way for a while (AVG art. 23, UAVG art. 41): in every copy, whether or not something is left out. */
export const inzageGrenzen = ["avg_23", "uavg_41"] as const;

/** Whether a line stands in the channel at the moment of the copy, as far as Teams told. */
export const regelStanden = ["staat_er", "wordt_weggehaald", "weggehaald"] as const;

export const inzageSchema = z.strictObject({
  schema: z.literal("zorgronde/inzage/1"),
  gemaaktOp: moment,
  samenwerkingsverband: z.string(),
  team: z.string(),
  school: z.string(),
  verwerking: z.strictObject({
    doelen: z.array(z.enum(inzageDoelen)),
    /** On which ground each may be spoken of at this moment; null when it may not, or is over. */
    grondslagen: z.array(z.strictObject({ referentie: z.string(), grondslag: z.string().nullable() })),
    /** Functions of who got to see something of it, by the log. */
    ontvangers: z.array(z.string()),
    bewaren: z.array(z.strictObject({ referentie: z.string(), wissenOp: dag.nullable() })),
    rechten: z.array(z.enum(inzageRechten)),
    kanOntbreken: z.array(z.enum(inzageGrenzen)),
  }),
  contact: z.strictObject({
    adres: z.string().nullable(),
    telefoon: z.string().nullable(),
    klachtenregeling: z.string().nullable(),
    functionarisGegevensbescherming: z.string().nullable(),
  }),
  tabellen: z.strictObject(
    Object.fromEntries(inzageTabelNamen.map((tabel) => [tabel, z.array(rowSchema(tabel))])),
  ),
  /** What stood in the channel of the team about it. */
  kanaal: z.array(
    z.strictObject({
      besloten_op: moment,
      regel: z.record(z.string(), z.json()),
      stand: z.enum(regelStanden),
      weggehaald_op: moment.nullable(),
    }),
  ),
});

export interface Inzage extends Omit<z.infer<typeof inzageSchema>, "tabellen"> {
  readonly tabellen: Readonly<Record<string, readonly InzageRij[]>>;
}

/** A row as the store loads it: locked values sealed, persons and rounds by their id. */
export type RuweRij = Readonly<Record<string, unknown>>;

export interface RuweInzage {
  readonly rijen: ReadonlyMap<InzageTabel, readonly RuweRij[]>;
  readonly personen: ReadonlyMap<string, InzagePersoon>;
  readonly rondes: ReadonlyMap<string, InzageRonde>;
}

/**
 * Opens and tidies what was loaded. Row numbers take the place of ids, which mean nothing outside. `zonder`: takes out of a
 * text what is not about this leerling.
 */
export function inzageTabellenOf(
  { rijen, personen, rondes }: RuweInzage,
  besluit: RechtenBesluit,
  zonder: (text: string) => string,
): Inzage["tabellen"] {
  const nummers = new Map<unknown, number>();
  for (const found of rijen.values())
    for (const [index, { id }] of found.entries()) nummers.set(id, index + 1);
  const value = (soort: Getoond, raw: unknown): InzageWaarde => {
    if (raw === null || raw === undefined) return null;
    switch (soort) {
      case "tekst": {
        const text = reveal(besluit.wat, sealedAs<string>(raw));
        return text === null ? null : zonder(text);
      }
      case "gegevens":
        return reveal(besluit.naam, sealedAs<LeerlingGegevens>(raw));
      case "persoon":
        return personen.get(String(raw)) ?? null;
      case "ronde":
        return rondes.get(String(raw)) ?? null;
      case "bij":
        return nummers.get(raw) ?? null;
      case "moment":
        return localMoment(String(raw));
      case "periode":
        return periodOf(String(raw));
      case "velden":
        return withoutIds(soortSchemas.velden.parse(raw), personen);
      case "code":
      case "codes":
      case "dag":
      case "janee":
      case "getal":
        return soortSchemas[soort].parse(raw);
    }
  };
  const rows = (tabel: InzageTabel): InzageRij[] =>
    (rijen.get(tabel) ?? []).map((rij, index) => ({
      nr: index + 1,
      ...Object.fromEntries(getoondeVelden(tabel).map(([kolom, soort]) => [kolom, value(soort, rij[kolom])])),
    }));
  return Object.fromEntries(inzageTabelNamen.map((tabel) => [tabel, rows(tabel)]));
}

function sealedAs<T>(raw: unknown): Sealed<T> {
  if (!(raw instanceof Sealed)) throw new Error("a locked value came unsealed");
  return raw;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A person among closed fields is named by function, as everywhere; any other id says nothing. */
function withoutIds(
  json: z.infer<typeof soortSchemas.velden>,
  personen: RuweInzage["personen"],
): InzageWaarde {
  const tidy = (one: unknown): unknown => {
    if (typeof one === "string" && uuid.test(one)) return personen.get(one)?.functies ?? null;
    if (Array.isArray(one)) return one.map(tidy);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, tidy(value)]));
  };
  return soortSchemas.velden.parse(tidy(json));
}

function localMoment(text: string): string {
  return Temporal.Instant.from(text)
    .toZonedDateTimeISO(amsterdam)
    .toString({ smallestUnit: "second", timeZoneName: "never" });
}

/** A range as PostgreSQL writes it: `["2026-11-26 14:20:00+00",)`. */
function periodOf(text: string): InzageWaarde {
  const [van = "", tot = ""] = text.replace(/[[\]()"]/g, "").split(",");
  const instant = (one: string) => localMoment(one.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00"));
  return { van: instant(van), tot: tot === "" ? null : instant(tot) };
}
