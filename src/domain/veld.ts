/** What can be wrong with one field of a form; the words for it stand in adaptive-cards/veld.ts. */
import { signalsDanger } from "./crisis.ts";
import type { FindingType } from "./screening.ts";
import { screeningVerdict, screenText } from "./screening.ts";
import type { Known } from "./screening-name.ts";

export type Veldprobleem =
  | { readonly kind: "leeg" }
  | { readonly kind: "te_lang" }
  | { readonly kind: "past_niet" }
  | { readonly kind: "geen_naam" }
  | { readonly kind: "toekomst" }
  | { readonly kind: "leeftijd" }
  | { readonly kind: "nog_geen_achttien" }
  | { readonly kind: "niet_in_team" }
  | { readonly kind: "voorbij" }
  /** A yes by mail or by word of mouth, that nobody can prove. */
  | { readonly kind: "geen_bewijs" }
  /** What was seen does not show this. */
  | { readonly kind: "bewijs_past_niet" }
  /** Wider than what was said yes to: everyone must answer anew. */
  | { readonly kind: "nieuw_antwoord" }
  /** With this left out there is nothing to speak of. */
  | { readonly kind: "niets_over" }
  | { readonly kind: "te_laat"; readonly uiterlijk: Temporal.PlainDate }
  /** Stands in the text and may not be kept. */
  | { readonly kind: "bevat"; readonly types: readonly FindingType[] }
  /** Speaks of acute danger: help first, and nothing is kept. */
  | { readonly kind: "gevaar" };

/** The refused fields of a form, by their name. */
export type Problemen<Veld extends string> = Readonly<Partial<Record<Veld, Veldprobleem>>>;

export interface Screened {
  /** Values of the case, such as the name: they are no news in its own texts. */
  readonly known?: Known;
  readonly today: Temporal.PlainDate;
}

/** Why a free text may not be saved as it is; undefined when it may. */
export function textProblem(text: string | null, { known, today }: Screened): Veldprobleem | undefined {
  if (text === null) return undefined;
  if (signalsDanger(text)) return { kind: "gevaar" };
  const verdict = screeningVerdict(screenText(text, known, today).findings);
  return verdict.ok ? undefined : { kind: "bevat", types: verdict.error.all };
}

/** Leaves out the fields that are right. */
export function problemsOf<Veld extends string>(
  fields: Readonly<Partial<Record<Veld, Veldprobleem | undefined>>>,
): Problemen<Veld> | null {
  const wrong = Object.entries(fields).filter(([, problem]) => problem !== undefined);
  return wrong.length === 0 ? null : (Object.fromEntries(wrong) as Problemen<Veld>);
}
