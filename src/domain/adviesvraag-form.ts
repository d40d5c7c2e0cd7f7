/** What is filled in to ask an adviesvraag or to answer one, and what may be wrong with it. */
import { type Adviesuitkomst, type Kring, magAnoniem } from "./adviesvraag.ts";
import { type Domein, kernteamFuncties } from "./code.ts";
import { signalsDanger } from "./crisis.ts";
import type { TeamlidFeit } from "./dossier.ts";
import { type Herkenning, recognisable, type SchoolFeit, withoutYears } from "./herkenbaar.ts";
import { maskNaam } from "./naam-masker.ts";
import { activeOn } from "./relatie.ts";
import { type Behoudreden, foundIn, replaced } from "./screening-keuze.ts";
import type { Known } from "./screening-name.ts";
import { fold } from "./spelling.ts";
import { amsterdam, todayIn } from "./today.ts";
import { type Problemen, problemsOf, textProblem, type Veldprobleem } from "./veld.ts";

/** Letters. */
export const adviesMax = { vraag: 600, antwoord: 1000 } as const;

/** Why a text goes as it is although something in it was pointed out. */
export const adviesredenen = ["past_bij_meer_kinderen", "is_veranderd", "nodig_voor_advies"] as const;
export type Adviesreden = (typeof adviesredenen)[number];

export type Adviesveld = "school" | "vraag" | "domein" | "kring" | "reden";

export interface AdviesForm {
  readonly schoolId: string;
  readonly vraag: string;
  readonly domein: Domein;
  readonly kring: Kring;
  readonly reden: Adviesreden | null;
}

export interface AdviesFacts {
  readonly school: SchoolFeit;
  readonly team: readonly TeamlidFeit[];
  /** Names of schools and colleagues, that may not stand in it. */
  readonly known: Known;
  readonly now: Temporal.Instant;
  /** Mark of the text that was found recognisable first; 0 when none was. */
  readonly gewezen: number;
}

export type Adviesoordeel =
  | { readonly kind: "goed"; readonly reden: Adviesreden | null }
  | { readonly kind: "velden"; readonly problemen: Problemen<Adviesveld> }
  | {
      readonly kind: "opgevallen";
      readonly herkenning: Herkenning;
      readonly school: SchoolFeit;
      /** A recognisable text must be written anew first. */
      readonly magBevestigen: boolean;
    };

export function checkAdvies(form: AdviesForm, facts: AdviesFacts): Adviesoordeel {
  const problemen = problemsOf<Adviesveld>({
    vraag: identifies(form.vraag, facts),
    kring: kringProblem(form.kring, facts),
  });
  if (problemen) return { kind: "velden", problemen };
  const herkenning = recognisable(form.vraag, facts.school);
  const rewritten = facts.gewezen !== 0 && tekstmerk(form.vraag) !== facts.gewezen;
  const magBevestigen = !herkenning.herkenbaar || rewritten;
  const bevestigd = magBevestigen && form.reden !== null;
  const opgevallen = herkenning.kenmerken.some(({ code }) => code === "aandoening" || code === "gezin");
  const anoniem = magAnoniem(
    herkenning.herkenbaar && !bevestigd,
    facts.now.toZonedDateTimeISO(amsterdam).toPlainDateTime(),
  );
  if (!anoniem || (opgevallen && !bevestigd))
    return { kind: "opgevallen", herkenning, school: facts.school, magBevestigen };
  return { kind: "goed", reden: herkenning.kenmerken.length > 0 ? form.reden : null };
}

/** What points at somebody can never stay, whatever reason is given; care and family are weighed with the traits. */
function identifies(
  text: string,
  { known, now }: Pick<AdviesFacts, "known" | "now">,
): Veldprobleem | undefined {
  if (signalsDanger(text)) return { kind: "gevaar" };
  const gevonden = foundIn(text, { known, today: todayIn(now), place: "adviesvraag" }).filter(
    ({ type }) => type !== "diagnosis" && type !== "family",
  );
  return gevonden.length > 0 ? { kind: "bevat", gevonden, magBlijven: false } : undefined;
}

function kringProblem(kring: Kring, { team, now }: AdviesFacts): Veldprobleem | undefined {
  if (kring === "ronde_tafel") return undefined;
  return hasKernteam(team, todayIn(now)) ? undefined : { kind: "past_niet" };
}

export function hasKernteam(team: readonly TeamlidFeit[], day: Temporal.PlainDate): boolean {
  return team.some(
    (lid) => activeOn(lid, day) && kernteamFuncties.some((functie) => functie === lid.functie),
  );
}

/**
 * A mark of the words of a text, in 32 bits and never 0: another blank or comma is no other text. It travels in the sealed
 * token of the button, so it need not withstand forgery (FNV-1a).
 */
export function tekstmerk(text: string): number {
  let mark = 0x811c9dc5;
  for (const word of fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (const unit of `${word} `) mark = Math.imul(mark ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return mark === 0 ? 1 : mark;
}

export type Adviesantwoordveld = "antwoord" | "uitkomst";

export interface AdviesantwoordForm {
  readonly antwoord: string | null;
  readonly uitkomst: Adviesuitkomst;
  readonly laat?: Behoudreden | undefined;
}

/** Advice speaks of nobody either; without an advice the round can still say: make it a hulpvraag. */
export function checkAdviesantwoord(
  { antwoord, uitkomst, laat }: AdviesantwoordForm,
  { known, now }: Pick<AdviesFacts, "known" | "now">,
): Problemen<Adviesantwoordveld> | null {
  const leeg: Veldprobleem | undefined =
    antwoord === null && uitkomst === "advies_gegeven" ? { kind: "leeg" } : undefined;
  return problemsOf<Adviesantwoordveld>({
    antwoord: leeg ?? textProblem(antwoord, { known, today: todayIn(now), place: "adviesvraag", laat }),
  });
}

/** What is known of somebody, as the screening takes it. */
export interface Bekend {
  readonly naam: string;
  readonly kenmerk: string | null;
}

/** The words of a named question without what is known of the pupil, for a form in which nobody is named. */
export function withoutPupil(
  text: string,
  { leerling, known, now }: Pick<AdviesFacts, "known" | "now"> & { readonly leerling: Bekend },
): string {
  const all = { leerling: { naam: leerling.naam, kenmerk: leerling.kenmerk }, known };
  return withoutYears(
    replaced(maskNaam(text, leerling.naam), { known: all, today: todayIn(now), place: "adviesvraag" }),
  );
}
