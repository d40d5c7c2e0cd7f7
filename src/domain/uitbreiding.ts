/** One partner more: nobody outside the toestemming sees anything until everyone who must has said yes again. */
import type { Functie, Partij } from "./code.ts";
import {
  type AntwoordVan,
  answerProblems,
  partnersProblem,
  type ToestemmingVeld,
} from "./toestemming-form.ts";
import { type Problemen, problemsOf, type Veldprobleem } from "./veld.ts";

export interface UitbreidingForm {
  /** The ones that come with it. */
  readonly partners: readonly Functie[];
  readonly antwoorden: readonly AntwoordVan[];
  /** The ib has seen the form on which the new partners stand. */
  readonly gecontroleerd: boolean;
}

export interface UitbreidingFacts {
  readonly today: Temporal.PlainDate;
  /** Functions of the SZT that are not named yet. */
  readonly erbij: readonly Functie[];
  /** Whose yes is needed, and the day of the yes that stands. */
  readonly vereist: readonly Partij[];
  readonly eerder: ReadonlyMap<Partij, Temporal.PlainDate>;
}

/** `nee`: one of them does not want it. The toestemming that stands is then left as it is. */
export type Uitbreiding =
  | { readonly ok: true; readonly value: "ja" | "nee" }
  | { readonly ok: false; readonly error: Problemen<ToestemmingVeld> };

export function checkUitbreiding(form: UitbreidingForm, facts: UitbreidingFacts): Uitbreiding {
  const fields: Partial<Record<ToestemmingVeld, Veldprobleem | undefined>> = {
    partners: partnersProblem(form.partners, facts.erbij),
    gecontroleerd: form.gecontroleerd ? undefined : { kind: "leeg" },
  };
  for (const antwoord of form.antwoorden) Object.assign(fields, newAnswer(antwoord, facts));
  for (const partij of facts.vereist) {
    const given = form.antwoorden.find((one) => one.partij === partij);
    if (!given || given.antwoord === "nog_niet") fields[`antwoord_${partij}`] = { kind: "leeg" };
  }
  const wrong = problemsOf(fields);
  if (wrong) return { ok: false, error: wrong };
  const no = form.antwoorden.some(({ antwoord }) => antwoord === "nee");
  return { ok: true, value: no ? "nee" : "ja" };
}

/** An answer from before the one that stands was given about something else. */
function newAnswer(
  given: AntwoordVan,
  { today, eerder }: UitbreidingFacts,
): Partial<Record<ToestemmingVeld, Veldprobleem | undefined>> {
  const before = eerder.get(given.partij);
  const old = before && given.op && Temporal.PlainDate.compare(given.op, before) < 0;
  return {
    ...answerProblems(given, today),
    ...(old ? { [`op_${given.partij}`]: { kind: "nieuw_antwoord" as const } } : {}),
  };
}
