/**
 * Rights of parents and pupil over what is kept (AVG art. 12-21): who can use them, and what is asked before. Under
 * sixteen those with gezag do it, from sixteen the pupil alone (UAVG art. 5); in the month of that birthday the pupil too.
 */
import { type Gezag, type Partij, partijen } from "./code.ts";
import { requiredPartijen } from "./wie-beslist.ts";

/** What can be asked; the slot `recht` of the agreement. */
export const rechten = ["inzage", "verwijderen", "correctie", "bewaartermijn"] as const;
export type Recht = (typeof rechten)[number];

/** Who asks, as a place; a parent without gezag has a right of another kind. */
export const verzoekers = [...partijen, "ouder_zonder_gezag"] as const;
export type Verzoeker = (typeof verzoekers)[number];

/** How the ib made sure who it is (AVG art. 12 lid 6): nothing of it is kept but this code. */
export const identiteiten = ["bekend", "legitimatie_gezien", "digitaal_geverifieerd"] as const;
export type Identiteit = (typeof identiteiten)[number];

export type VerzoekProbleem =
  | { readonly kind: "leeg" }
  /** It is not known who decides: gezag or the month of birth must be put right first. */
  | { readonly kind: "gezag_controleren" }
  /** Sixteen or older: the pupil asks. */
  | { readonly kind: "leerling_zelf" }
  /** Under sixteen: those with gezag ask, together with the pupil if they like. */
  | { readonly kind: "nog_geen_zestien" }
  | { readonly kind: "geen_gezag" }
  /** BW 1:377c: information about important facts on request, no copy and no say. */
  | { readonly kind: "alleen_informatie" }
  /** Erasing cannot be undone: all who decide ask for it. */
  | { readonly kind: "niet_iedereen"; readonly ontbreekt: readonly Partij[] };

export interface VerzoekFacts {
  readonly gezag: Gezag;
  /** "2016-04" */
  readonly geboortemaand: string;
  readonly today: Temporal.PlainDate;
}

const sixteen = 16 * 12;

/** Null when these may ask this. A copy or a correction may be asked by each of them, erasure by all together. */
export function verzoekProblem(
  van: readonly Verzoeker[],
  recht: Recht,
  facts: VerzoekFacts,
): VerzoekProbleem | null {
  if (van.length === 0) return { kind: "leeg" };
  if (van.includes("ouder_zonder_gezag")) return { kind: "alleen_informatie" };
  const birth = Temporal.PlainYearMonth.from(facts.geboortemaand);
  const months = (facts.today.year - birth.year) * 12 + facts.today.month - birth.month;
  const whose = requiredPartijen(
    { geboortemaand: birth, gezag: facts.gezag, stemLeerling: "gevraagd" },
    facts.today,
  );
  if (!whose.ok) return { kind: "gezag_controleren" };
  const asking = van.filter((one) => one !== "ouder_zonder_gezag");
  if (months >= sixteen) return asking.includes("leerling") ? null : { kind: "leerling_zelf" };
  const holders = asking.filter((partij) => whose.required.includes(partij));
  if (asking.every((partij) => partij === "leerling")) return { kind: "nog_geen_zestien" };
  if (asking.some((partij) => partij !== "leerling" && !whose.required.includes(partij)))
    return { kind: "geen_gezag" };
  const ontbreekt = whose.required.filter((partij) => !holders.includes(partij));
  return recht === "verwijderen" && ontbreekt.length > 0 ? { kind: "niet_iedereen", ontbreekt } : null;
}
