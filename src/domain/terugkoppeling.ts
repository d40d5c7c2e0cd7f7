/** What the ib records after telling the parents about a besluit, and what follows from it (model.md §3; 003, block 2). */
import { aanspreekBy } from "./aanspreek.ts";
import type { Afsluitreden, Partij } from "./code.ts";
import type { BesluitFeit } from "./dossier.ts";
import type { Sluitreden } from "./regierol-reden.ts";
import { todayIn } from "./today.ts";

export const antwoorden = ["ja", "nee", "nog_niet"] as const;
export type AkkoordAntwoord = (typeof antwoorden)[number];
export const vervolgen = ["klaargezet", "afgesloten"] as const;
export type Vervolg = (typeof vervolgen)[number];

export const oudersHorenKeuzes = ["ja", "nee"] as const;
export type OudersHoren = (typeof oudersHorenKeuzes)[number];

/** As filled in; what does not belong to the besluit is passed over. */
export interface TerugkoppelingForm {
  readonly verteldOp: Temporal.PlainDate | null;
  readonly antwoord: AkkoordAntwoord | null;
  readonly akkoordOp: Temporal.PlainDate | null;
  readonly akkoordVan: readonly Partij[];
  /** Who is asked, when the person of the besluit is not in the team any more. */
  readonly aan: string | null;
  readonly daarna: Vervolg | null;
  readonly reden: Sluitreden | null;
  /** Asked of a pupil who decides alone: the parents hear of it only when the pupil agrees (domain.md §3). */
  readonly oudersHoren: OudersHoren | null;
}
export type TerugkoppelingVeld = keyof TerugkoppelingForm;

export type RegierolProbleem =
  | { readonly kind: "leeg" }
  | { readonly kind: "toekomst" }
  | { readonly kind: "voorbij" }
  /** Before the besluit was taken, or before the parents were told. */
  | { readonly kind: "te_vroeg"; readonly vanaf: Temporal.PlainDate }
  | { readonly kind: "niet_iedereen"; readonly ontbreekt: readonly Partij[] }
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate }
  | { readonly kind: "geen_schooldag"; readonly volgende: Temporal.PlainDate }
  | { readonly kind: "niet_in_team" };
export type RegierolProblemen<Veld extends string> = Readonly<Partial<Record<Veld, RegierolProbleem>>>;

/** What was told and answered, complete. */
export type Terugkoppeling =
  | { readonly soort: "verteld"; readonly verteldOp: Temporal.PlainDate }
  | {
      readonly soort: "akkoord";
      readonly verteldOp: Temporal.PlainDate;
      readonly antwoord: Akkoord;
      readonly aan: string;
    }
  | {
      readonly soort: "geweigerd";
      readonly verteldOp: Temporal.PlainDate;
      readonly antwoord: Akkoord;
      /** Null: back to the next round. */
      readonly sluit: Sluitreden | null;
    }
  | { readonly soort: "afsluiten"; readonly verteldOp: Temporal.PlainDate; readonly reden: Afsluitreden }
  /** Nothing more is asked of the parents. */
  | { readonly soort: "gemeld"; readonly verteldOp: Temporal.PlainDate };

export interface Akkoord {
  readonly op: Temporal.PlainDate;
  readonly van: readonly Partij[];
}

export interface TerugkoppelingFacts {
  readonly besluit: Pick<BesluitFeit, "besluiten" | "regierolVoor" | "genomenOp">;
  /** Whose yes is needed; null while that is not known. */
  readonly partijen: readonly Partij[] | null;
  /** Ids of persons who can be asked. */
  readonly kandidaten: readonly string[];
  readonly today: Temporal.PlainDate;
  /** A yes of before this day does not count; any day when left out. */
  readonly akkoordVanaf?: Temporal.PlainDate | null;
}

export type TerugkoppelingCheck =
  | { readonly ok: true; readonly value: Terugkoppeling }
  | { readonly ok: false; readonly error: RegierolProblemen<TerugkoppelingVeld> };

const refused = (error: RegierolProblemen<TerugkoppelingVeld>): TerugkoppelingCheck => ({ ok: false, error });
const given = (value: Terugkoppeling): TerugkoppelingCheck => ({ ok: true, value });

export function checkTerugkoppeling(
  form: TerugkoppelingForm,
  facts: TerugkoppelingFacts,
): TerugkoppelingCheck {
  const { besluiten } = facts.besluit;
  const { verteldOp } = form;
  const wrongDay = dayProblem(verteldOp, todayIn(facts.besluit.genomenOp), facts.today);
  if (wrongDay || !verteldOp) return refused({ verteldOp: wrongDay ?? { kind: "leeg" } });
  if (decidesAlone(facts) && !form.oudersHoren) return refused({ oudersHoren: { kind: "leeg" } });
  if (besluiten.includes("regierol_toewijzen")) return checkAntwoord(form, verteldOp, facts);
  if (besluiten.includes("basisondersteuning"))
    return given({ soort: "afsluiten", verteldOp, reden: "basisondersteuning" });
  if (!besluiten.includes("afsluiten")) return given({ soort: "gemeld", verteldOp });
  return form.reden
    ? given({ soort: "afsluiten", verteldOp, reden: form.reden })
    : refused({ reden: { kind: "leeg" } });
}

const decidesAlone = ({ partijen }: Pick<TerugkoppelingFacts, "partijen">): boolean =>
  partijen !== null && aanspreekBy(partijen) === "leerling";

/** What is kept of that question: nothing where it was not the pupil's to answer. */
export function oudersHorenIn(
  { oudersHoren }: Pick<TerugkoppelingForm, "oudersHoren">,
  facts: Pick<TerugkoppelingFacts, "partijen">,
): boolean | null {
  return decidesAlone(facts) && oudersHoren ? oudersHoren === "ja" : null;
}

function checkAntwoord(
  form: TerugkoppelingForm,
  verteldOp: Temporal.PlainDate,
  facts: TerugkoppelingFacts,
): TerugkoppelingCheck {
  if (!form.antwoord) return refused({ antwoord: { kind: "leeg" } });
  if (form.antwoord === "nog_niet") return given({ soort: "verteld", verteldOp });
  const { akkoordOp } = form;
  const wrongDay = dayProblem(akkoordOp, verteldOp, facts.today);
  if (wrongDay || !akkoordOp) return refused({ akkoordOp: wrongDay ?? { kind: "leeg" } });
  const antwoord = { op: akkoordOp, van: form.akkoordVan };
  if (form.antwoord === "nee") return checkWeigering(form, verteldOp, antwoord);
  const tooEarly = dayProblem(akkoordOp, facts.akkoordVanaf ?? null, facts.today);
  if (tooEarly) return refused({ akkoordOp: tooEarly });
  const wrongVan = vanProblem(form.akkoordVan, facts.partijen);
  if (wrongVan) return refused({ akkoordVan: wrongVan });
  const aan = facts.kandidaten.find((id) => id === facts.besluit.regierolVoor) ?? form.aan;
  if (!aan || !facts.kandidaten.includes(aan)) return refused({ aan: { kind: "niet_in_team" } });
  return given({ soort: "akkoord", verteldOp, antwoord, aan });
}

function checkWeigering(
  form: TerugkoppelingForm,
  verteldOp: Temporal.PlainDate,
  antwoord: Akkoord,
): TerugkoppelingCheck {
  if (antwoord.van.length === 0) return refused({ akkoordVan: { kind: "leeg" } });
  if (!form.daarna) return refused({ daarna: { kind: "leeg" } });
  if (form.daarna === "klaargezet") return given({ soort: "geweigerd", verteldOp, antwoord, sluit: null });
  return form.reden
    ? given({ soort: "geweigerd", verteldOp, antwoord, sluit: form.reden })
    : refused({ reden: { kind: "leeg" } });
}

/** A yes counts when everyone whose consent is required gave it (003: two parents with gezag, both). */
export function vanProblem(
  van: readonly Partij[],
  partijen: readonly Partij[] | null,
): RegierolProbleem | undefined {
  if (van.length === 0) return { kind: "leeg" };
  const ontbreekt = (partijen ?? []).filter((partij) => !van.includes(partij));
  return ontbreekt.length > 0 ? { kind: "niet_iedereen", ontbreekt } : undefined;
}

/** A day that lies between `from` and today, both included. */
export function dayProblem(
  day: Temporal.PlainDate | null,
  from: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): RegierolProbleem | undefined {
  if (!day) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(day, today) > 0) return { kind: "toekomst" };
  return from && Temporal.PlainDate.compare(day, from) < 0 ? { kind: "te_vroeg", vanaf: from } : undefined;
}
