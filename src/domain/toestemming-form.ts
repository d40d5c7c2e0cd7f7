/** What the ib fills in about a written toestemming, and what may be wrong with it (domain.md §3). */
import {
  type Antwoordvorm,
  type Domein,
  type Functie,
  type Partij,
  type Toestemmingsdoel,
  toestemmingsvormen,
} from "./code.ts";
import { schoolYearEnd } from "./schooljaar.ts";
import { type Problemen, problemsOf, textProblem, type Veldprobleem } from "./veld.ts";

/** `nog_niet`: not asked yet, or asked on the day beside it and no answer. */
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
  /** Beside the discussion itself. */
  readonly doelen: readonly Toestemmingsdoel[];
  /** Subjects that may not be spoken of. */
  readonly uitgesloten: readonly Domein[];
  readonly geldigTot: Temporal.PlainDate;
  /** The ib has seen the form and the answers stand in it. */
  readonly gecontroleerd: boolean;
}

export const bewaarplaatsMax = 120;

export type ToestemmingVeld =
  | `${"antwoord" | "op" | "vorm" | "bewaarplaats"}_${Partij}`
  | "partners"
  | "doelen"
  | "uitgesloten"
  | "geldigTot"
  | "gecontroleerd";

/** The toestemming that stands: wider than that needs new answers. */
export interface Eerder {
  readonly partners: readonly Functie[];
  readonly doelen: readonly Toestemmingsdoel[];
  readonly uitgesloten: readonly Domein[];
  readonly geldigTot: Temporal.PlainDate;
  /** The day of each yes that stands. */
  readonly ja: ReadonlyMap<Partij, Temporal.PlainDate>;
}

export interface FormFacts {
  readonly today: Temporal.PlainDate;
  /** Functions that can be named: those of the SZT today. */
  readonly tafel: readonly Functie[];
  /** Subjects of the question. */
  readonly domeinen: readonly Domein[];
  readonly eerder: Eerder | null;
  /** The day of the no of each person whose last answer that was. */
  readonly nee?: ReadonlyMap<Partij, Temporal.PlainDate>;
}

export function checkToestemming(form: ToestemmingForm, facts: FormFacts): Problemen<ToestemmingVeld> | null {
  const { today, tafel, domeinen } = facts;
  const ja = form.antwoorden.filter(({ antwoord }) => antwoord === "ja");
  const fields: Partial<Record<ToestemmingVeld, Veldprobleem | undefined>> = {};
  for (const one of form.antwoorden)
    Object.assign(fields, answerProblems(one, today), oldYes(one, facts.nee));
  const [first] = form.antwoorden;
  if (first && form.antwoorden.every(({ antwoord }) => antwoord === "nog_niet")) {
    fields[`antwoord_${first.partij}`] = { kind: "leeg" };
  }
  if (ja.length > 0) {
    const wider = widerThan(form, facts.eerder);
    fields.partners = partnersProblem(form.partners, tafel) ?? wider.partners;
    fields.doelen = wider.doelen;
    fields.uitgesloten = domeinen.every((domein) => form.uitgesloten.includes(domein))
      ? { kind: "niets_over" }
      : wider.uitgesloten;
    Object.assign(fields, pastYes(ja, today));
    fields.geldigTot = untilProblem(form.geldigTot, ja, today) ?? wider.geldigTot;
    fields.gecontroleerd = form.gecontroleerd ? undefined : { kind: "leeg" };
  }
  return problemsOf(fields);
}

/** It would stand behind the no and change nothing: of one day only the day is known, and then the no goes before. */
function oldYes(
  { partij, antwoord, op }: AntwoordVan,
  nee: FormFacts["nee"],
): Partial<Record<ToestemmingVeld, Veldprobleem>> {
  const no = nee?.get(partij);
  const old = antwoord === "ja" && op && no && Temporal.PlainDate.compare(op, no) <= 0;
  return old ? { [`op_${partij}`]: { kind: "voor_nee" as const, nee: no } } : {};
}

/** One partner, purpose, subject or day more than what somebody said yes to, with that same yes. */
function widerThan(
  form: ToestemmingForm,
  eerder: Eerder | null,
): Partial<Record<"partners" | "doelen" | "uitgesloten" | "geldigTot", Veldprobleem>> {
  const old = form.antwoorden.some(({ partij, antwoord, op }) => {
    const before = eerder?.ja.get(partij);
    return antwoord === "ja" && op && before && Temporal.PlainDate.compare(op, before) <= 0;
  });
  if (!eerder || !old) return {};
  const anew = { kind: "nieuw_antwoord" } as const;
  const more = <T>(now: readonly T[], then: readonly T[]) => now.some((one) => !then.includes(one));
  return {
    ...(more(form.partners, eerder.partners) ? { partners: anew } : {}),
    ...(more(form.doelen, eerder.doelen) ? { doelen: anew } : {}),
    ...(more(eerder.uitgesloten, form.uitgesloten) ? { uitgesloten: anew } : {}),
    ...(Temporal.PlainDate.compare(form.geldigTot, eerder.geldigTot) > 0 ? { geldigTot: anew } : {}),
  };
}

export function answerProblems(
  { partij, antwoord, op, vorm, bewaarplaats }: AntwoordVan,
  today: Temporal.PlainDate,
): Partial<Record<ToestemmingVeld, Veldprobleem | undefined>> {
  // A date beside "no answer yet" is the day on which it was asked.
  if (antwoord === "nog_niet") return op === null ? {} : { [`op_${partij}`]: dayProblem(op, today) };
  const given = antwoord === "ja";
  return {
    [`op_${partij}`]: dayProblem(op, today),
    [`vorm_${partij}`]: given ? formProblem(vorm) : undefined,
    [`bewaarplaats_${partij}`]:
      given && bewaarplaats === null ? { kind: "leeg" } : placeProblem(bewaarplaats, today),
  };
}

/** A yes that cannot be proved is no yes. */
function formProblem(vorm: Antwoordvorm | null): Veldprobleem | undefined {
  if (vorm === null) return { kind: "leeg" };
  return toestemmingsvormen.some((one) => one === vorm) ? undefined : { kind: "geen_bewijs" };
}

/** Where the form is kept is read by the ib alone, and is often called after somebody: only numbers and addresses are refused. */
function placeProblem(bewaarplaats: string | null, today: Temporal.PlainDate): Veldprobleem | undefined {
  return textProblem(bewaarplaats, { today, laat: "geen_persoonsgegeven" });
}

/** A day that has been; null when it was left empty. */
export function dayProblem(
  day: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Veldprobleem | undefined {
  if (day === null) return { kind: "leeg" };
  return Temporal.PlainDate.compare(day, today) > 0 ? { kind: "toekomst" } : undefined;
}

export function partnersProblem(
  partners: readonly Functie[],
  tafel: readonly Functie[],
): Veldprobleem | undefined {
  if (partners.length === 0) return { kind: "leeg" };
  return partners.every((functie) => tafel.includes(functie)) ? undefined : { kind: "niet_in_team" };
}

/** Of a school year that is over: no day that could still be chosen would be right. */
function pastYes(
  ja: readonly AntwoordVan[],
  today: Temporal.PlainDate,
): Partial<Record<ToestemmingVeld, Veldprobleem>> {
  const over = ja.flatMap(({ partij, op }) => {
    const tot = op && schoolYearEnd(op);
    return tot && Temporal.PlainDate.compare(tot, today) < 0
      ? [[`op_${partij}`, { kind: "verlopen", tot }] as const]
      : [];
  });
  return Object.fromEntries(over);
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
  // Then the answer itself is what must be mended.
  if (uiterlijk && Temporal.PlainDate.compare(uiterlijk, today) < 0) return undefined;
  return uiterlijk && Temporal.PlainDate.compare(geldigTot, uiterlijk) > 0
    ? { kind: "te_laat", uiterlijk }
    : undefined;
}
