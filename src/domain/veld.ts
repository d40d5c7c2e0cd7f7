/** What can be wrong with one field of a form; the words for it stand in adaptive-cards/veld.ts. */
import type { Leerjaar } from "./code.ts";
import { signalsDanger } from "./crisis.ts";
import type { Finding } from "./screening.ts";
import { judgeText, type Laat, type Screened } from "./screening-keuze.ts";

export type Veldprobleem =
  | { readonly kind: "leeg" }
  | { readonly kind: "te_lang" }
  | { readonly kind: "past_niet" }
  | { readonly kind: "geen_naam" }
  /** Words where a number or a code belongs. */
  | { readonly kind: "geen_nummer" }
  | { readonly kind: "toekomst" }
  | { readonly kind: "leeftijd" }
  | { readonly kind: "nog_geen_achttien" }
  /** Of this age nobody is in this group or year. */
  | { readonly kind: "leeftijd_bij_leerjaar"; readonly leerjaar: Leerjaar; readonly leeftijd: number }
  | { readonly kind: "niet_in_team" }
  /** No number of hours that somebody can work in a week. */
  | { readonly kind: "uren_week"; readonly hooguit: number }
  | { readonly kind: "geen_email" }
  /** No name as people have. */
  | { readonly kind: "geen_persoonsnaam" }
  /** Would stand in for who is away, and is that one. */
  | { readonly kind: "zichzelf" }
  /** Works here no more, or cannot be changed by this person. */
  | { readonly kind: "al_weg" }
  /** Works here only on call, or not today. */
  | { readonly kind: "kan_niet_voorzitten" }
  /** The other day was filled in, and this one was not. */
  | { readonly kind: "beide_of_geen" }
  /** Farther ahead than is agreed. */
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate }
  /** More was chosen than may be. */
  | { readonly kind: "te_veel"; readonly hooguit: number }
  /** Is in the team already with this function. */
  | { readonly kind: "staat_er_al" }
  /** Nobody would be left who sees to the cases of the school. */
  | { readonly kind: "laatste_ib" }
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
  | { readonly kind: "te_vroeg"; readonly vanaf: Temporal.PlainDate }
  /** A yes that held until this day at most. */
  | { readonly kind: "verlopen"; readonly tot: Temporal.PlainDate }
  /** A yes from before the no of the same person. */
  | { readonly kind: "voor_nee"; readonly nee: Temporal.PlainDate }
  /** Stands in the text: to be replaced, or kept with a reason where it may. */
  | { readonly kind: "bevat"; readonly gevonden: readonly Finding[]; readonly magBlijven: boolean }
  /** Speaks of one child, where that may not be. */
  | { readonly kind: "over_een_kind" }
  /** Speaks of acute danger: help first, and nothing is kept. */
  | { readonly kind: "gevaar" };

/** The refused fields of a form, by their name. */
export type Problemen<Veld extends string> = Readonly<Partial<Record<Veld, Veldprobleem>>>;

/** Why a free text may not be saved as it is; undefined when it may. */
export function textProblem(text: string | null, screened: Screened): Veldprobleem | undefined {
  if (text === null) return undefined;
  return signalsDanger(text) ? { kind: "gevaar" } : foundProblem(text, screened);
}

/** Of each text of a form; to point out again what still stands in the others when one was mended. */
export function textProblems<Veld extends string>(
  teksten: Readonly<Record<Veld, string>>,
  screened: Omit<Screened, "laat">,
  laat?: Laat<Veld>,
): Problemen<Veld> | null {
  const found: Partial<Record<Veld, Veldprobleem | undefined>> = {};
  for (const veld of Object.keys(teksten) as Veld[])
    found[veld] = textProblem(teksten[veld], { ...screened, laat: laat?.[veld] });
  return problemsOf<Veld>(found);
}

/** The same where danger is what it is about. */
export function foundProblem(text: string, screened: Screened): Veldprobleem | undefined {
  const oordeel = judgeText(text, screened);
  if (oordeel.ok) return undefined;
  return { kind: "bevat", gevonden: oordeel.gevonden, magBlijven: oordeel.magBlijven };
}

/** Leaves out the fields that are right. */
export function problemsOf<Veld extends string, Probleem = Veldprobleem>(
  fields: Readonly<Partial<Record<Veld, Probleem | undefined>>>,
): Readonly<Partial<Record<Veld, Probleem>>> | null {
  const wrong = Object.entries(fields).filter(([, problem]) => problem !== undefined);
  return wrong.length === 0 ? null : (Object.fromEntries(wrong) as Partial<Record<Veld, Probleem>>);
}
