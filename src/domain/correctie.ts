/** Putting right what is kept about a leerling (AVG art. 16), at any status, and what may be wrong with the new values. */
import type { Gezag, Leerjaar, Sector } from "./code.ts";
import { checkStap1, checkStap2, type Stap2Tekst } from "./intake.ts";
import { type Verzoeker, verzoekers } from "./rechten.ts";
import type { Behoudreden, Laat } from "./screening-keuze.ts";
import { type Problemen, textProblem, type Veldprobleem } from "./veld.ts";

/** The school puts its own mistakes right without being asked. */
export const correctievragers = [...verzoekers, "school"] as const;
export type Correctievrager = (typeof correctievragers)[number];

export interface CorrectieWaarden {
  readonly naam: string;
  /** "2016-04" */
  readonly geboortemaand: string;
  readonly leerjaar: Leerjaar;
  readonly kenmerk: string | null;
  readonly gezag: Gezag;
  readonly vraag: string | null;
  readonly gedaanToelichting: string | null;
  readonly oudersVraag: string | null;
}
export const correctieWaarden = [
  "naam",
  "geboortemaand",
  "leerjaar",
  "kenmerk",
  "gezag",
  "vraag",
  "gedaanToelichting",
  "oudersVraag",
] as const satisfies readonly (keyof CorrectieWaarden)[];
export type CorrectieWaarde = (typeof correctieWaarden)[number];

/** As on the form: a month of birth is two menus. */
export type CorrectieVeld =
  | Exclude<CorrectieWaarde, "geboortemaand">
  | "maand"
  | "jaar"
  | "van"
  | "identiteit";

export function changedWaarden(
  before: CorrectieWaarden,
  after: CorrectieWaarden,
): readonly CorrectieWaarde[] {
  return correctieWaarden.filter((one) => before[one] !== after[one]);
}

export interface CorrectieFacts {
  readonly sector: Sector;
  readonly schoolId: string;
  readonly today: Temporal.PlainDate;
  /** Why what was pointed out in a text stays. */
  readonly laat: Laat<Stap2Tekst>;
}

/** Only what changes is judged: an old value that would be refused today does not stand in the way of another. */
export function checkCorrectie(
  before: CorrectieWaarden,
  after: CorrectieWaarden,
  facts: CorrectieFacts,
): Problemen<CorrectieVeld> | null {
  const { sector, schoolId, today, laat } = facts;
  const changed = changedWaarden(before, after);
  const gone = before.vraag !== null && after.vraag === null;
  const leerling = checkStap1({ ...after, schoolId }, { sector, today });
  const vraag = checkStap2(
    { ...after, vraag: after.vraag ?? "", domeinen: [], alGedaan: [], laat },
    { naam: after.naam, today },
  );
  const found: Problemen<string> = { ...leerling, ...vraag, ...(gone ? { vraag: { kind: "leeg" } } : {}) };
  const fieldsOf = (one: CorrectieWaarde): readonly string[] =>
    one === "geboortemaand" ? ["maand", "jaar"] : [one];
  const touched = changed.flatMap(fieldsOf);
  // Gezag and the month of birth are judged together.
  if (touched.includes("maand")) touched.push("gezag");
  // And so are the year of birth and the group.
  if (touched.includes("leerjaar")) touched.push("jaar");
  const wrong = Object.entries(found).filter(([veld, problem]) => problem && touched.includes(veld));
  return wrong.length === 0 ? null : (Object.fromEntries(wrong) as Problemen<CorrectieVeld>);
}

/** Long enough to say what was not right, too short for a second story. */
export const notitieMax = 500;
export type NotitieVeld = "bij" | "tekst" | "van" | "identiteit";

export function notitieProblem(
  tekst: string,
  {
    naam,
    today,
    laat,
  }: { readonly naam: string; readonly today: Temporal.PlainDate; readonly laat?: Behoudreden | undefined },
): Veldprobleem | undefined {
  if (tekst.trim() === "") return { kind: "leeg" };
  return textProblem(tekst, { known: { naam }, today, laat });
}

/** A correction as it stands beside a besluit or an actie. */
export type GevraagdDoor = readonly Correctievrager[];
export function askedByOthers(van: GevraagdDoor): readonly Verzoeker[] {
  return van.filter((one): one is Verzoeker => one !== "school");
}
