/** What the ib fills in about a written toestemming, and what may be wrong with it (domain.md §3). */
import { type Antwoordvorm, type Functie, type Partij, toestemmingsvormen } from "./code.ts";
import { schoolYearEnd } from "./toestemming.ts";
import { type Problemen, problemsOf, textProblem, type Veldprobleem } from "./veld.ts";

/** `nog_niet`: not asked yet, or no answer; nothing is kept about that. */
export const antwoorden = ["ja", "nee", "nog_niet"] as const;
export type Antwoord = (typeof antwoorden)[number];

export interface AntwoordVan {
  readonly partij: Partij;
  readonly antwoord: Antwoord;
  readonly op: Temporal.PlainDate | null;
  readonly vorm: Antwoordvorm | null;
  /** Where the signed form is kept: a place or number in the school's own file. */
  readonly bewaarplaats: string | null;
}

export interface ToestemmingForm {
  readonly antwoorden: readonly AntwoordVan[];
  readonly partners: readonly Functie[];
  readonly geldigTot: Temporal.PlainDate;
  /** The ib has seen the form and the answers stand in it. */
  readonly gecontroleerd: boolean;
}

export const bewaarplaatsMax = 120;

export type ToestemmingVeld =
  | `${"antwoord" | "op" | "vorm" | "bewaarplaats"}_${Partij}`
  | "partners"
  | "geldigTot"
  | "gecontroleerd";

export interface FormFacts {
  readonly today: Temporal.PlainDate;
  /** Functions that can be named: those of the SZT today. */
  readonly tafel: readonly Functie[];
}

export function checkToestemming(
  form: ToestemmingForm,
  { today, tafel }: FormFacts,
): Problemen<ToestemmingVeld> | null {
  const ja = form.antwoorden.filter(({ antwoord }) => antwoord === "ja");
  const fields: Partial<Record<ToestemmingVeld, Veldprobleem | undefined>> = {};
  for (const one of form.antwoorden) Object.assign(fields, answerFields(one, today));
  const [first] = form.antwoorden;
  if (first && form.antwoorden.every(({ antwoord }) => antwoord === "nog_niet")) {
    fields[`antwoord_${first.partij}`] = { kind: "leeg" };
  }
  if (ja.length > 0) {
    fields.partners = partnersProblem(form.partners, tafel);
    fields.geldigTot = untilProblem(form.geldigTot, ja, today);
    fields.gecontroleerd = form.gecontroleerd ? undefined : { kind: "leeg" };
  }
  return problemsOf(fields);
}

function answerFields(
  { partij, antwoord, op, vorm, bewaarplaats }: AntwoordVan,
  today: Temporal.PlainDate,
): Partial<Record<ToestemmingVeld, Veldprobleem | undefined>> {
  if (antwoord === "nog_niet") return {};
  const given = antwoord === "ja";
  return {
    [`op_${partij}`]: dayProblem(op, today),
    [`vorm_${partij}`]: given ? formProblem(vorm) : undefined,
    [`bewaarplaats_${partij}`]:
      given && bewaarplaats === null ? { kind: "leeg" } : textProblem(bewaarplaats, { today }),
  };
}

/** A yes that cannot be proved is no yes. */
function formProblem(vorm: Antwoordvorm | null): Veldprobleem | undefined {
  if (vorm === null) return { kind: "leeg" };
  return toestemmingsvormen.some((one) => one === vorm) ? undefined : { kind: "geen_bewijs" };
}

/** A day that has been; null when it was left empty. */
export function dayProblem(
  day: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Veldprobleem | undefined {
  if (day === null) return { kind: "leeg" };
  return Temporal.PlainDate.compare(day, today) > 0 ? { kind: "toekomst" } : undefined;
}

function partnersProblem(partners: readonly Functie[], tafel: readonly Functie[]): Veldprobleem | undefined {
  if (partners.length === 0) return { kind: "leeg" };
  return partners.every((functie) => tafel.includes(functie)) ? undefined : { kind: "niet_in_team" };
}

/** Not over already, and within the school year of the first signature (004: not once at enrolment). */
function untilProblem(
  geldigTot: Temporal.PlainDate,
  ja: readonly AntwoordVan[],
  today: Temporal.PlainDate,
): Veldprobleem | undefined {
  if (Temporal.PlainDate.compare(geldigTot, today) < 0) return { kind: "voorbij" };
  const [signed] = ja.flatMap(({ op }) => op ?? []).toSorted(Temporal.PlainDate.compare);
  const uiterlijk = signed && schoolYearEnd(signed);
  return uiterlijk && Temporal.PlainDate.compare(geldigTot, uiterlijk) > 0
    ? { kind: "te_laat", uiterlijk }
    : undefined;
}
