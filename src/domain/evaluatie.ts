/** How the cooperation goes, twice a year: what is asked, and what may be said of the answers (domain.md §7, 000 §3.1 and §4). */
import { addSchooldagen, type SchoolCalendar } from "./schooldag.ts";
import type { TeamSettings } from "./team-setting.ts";
import { type Problemen, problemsOf } from "./veld.ts";

/** What works according to those who do the work (000 §4.1). */
export const helpers = [
  "vaste_gezichten",
  "aanwezig_op_school",
  "korte_lijnen",
  "duidelijke_rollen",
  "goed_overleg",
  "open_houding",
  "genoeg_uren",
] as const;
export type Helper = (typeof helpers)[number];

export const hinders = [
  "wisselingen",
  "te_weinig_uren",
  "niet_aanwezig",
  "rollen_onduidelijk",
  "overleg_kost_tijd",
  "geen_werkplek",
  "wachtlijsten",
  "privacyregels_onduidelijk",
] as const;
export type Hinder = (typeof hinders)[number];

export interface EvaluatieAntwoord {
  readonly cijfer: number;
  readonly helpt: readonly Helper[];
  readonly hindert: readonly Hinder[];
}

/** Fewer answers say who said what. */
export const genoegAntwoorden = 5;
/** A choice is told when so many named it, and a third of all at least. */
const vaakGenoemd = 3;
/** Beyond these a whole number says what every single one answered. */
export const cijferLaag = 3;
export const cijferHoog = 9;
/** Choices of one kind that one person can make. */
export const keuzeMax = 3;

export interface EvaluatieUitslag {
  /** Whole, and no lower or higher than the ends. */
  readonly cijfer: number;
  readonly helpt: readonly Helper[];
  readonly hindert: readonly Hinder[];
}

/** What is told of the answers together: nothing of a few, and nothing that says how many there were. */
export function telEvaluatie(antwoorden: readonly EvaluatieAntwoord[]): EvaluatieUitslag | null {
  if (antwoorden.length < genoegAntwoorden) return null;
  const mean = antwoorden.reduce((sum, { cijfer }) => sum + cijfer, 0) / antwoorden.length;
  const least = Math.max(vaakGenoemd, Math.ceil(antwoorden.length / 3));
  const often = <Code extends string>(
    codes: readonly Code[],
    of: (one: EvaluatieAntwoord) => readonly Code[],
  ) => codes.filter((code) => antwoorden.filter((one) => of(one).includes(code)).length >= least);
  return {
    cijfer: Math.min(cijferHoog, Math.max(cijferLaag, Math.round(mean))),
    helpt: often(helpers, ({ helpt }) => helpt),
    hindert: often(hinders, ({ hindert }) => hindert),
  };
}

export interface EvaluatieForm {
  readonly cijfer: number | null;
  readonly helpt: readonly Helper[];
  readonly hindert: readonly Hinder[];
}
export type Evaluatieveld = keyof EvaluatieForm;

export function checkEvaluatie({ cijfer, helpt, hindert }: EvaluatieForm): Problemen<Evaluatieveld> | null {
  const whole = cijfer !== null && Number.isInteger(cijfer) && cijfer >= 1 && cijfer <= 10;
  return problemsOf<Evaluatieveld>({
    cijfer: whole ? undefined : { kind: cijfer === null ? "leeg" : "past_niet" },
    helpt: helpt.length > keuzeMax ? { kind: "te_veel", hooguit: keuzeMax } : undefined,
    hindert: hindert.length > keuzeMax ? { kind: "te_veel", hooguit: keuzeMax } : undefined,
  });
}

/** Schooldagen that it stays open, and before its end that who has not answered is asked once more. */
export const evaluatieDuur = 10;
export const herinnerVooraf = 3;

export interface EvaluatieDagen {
  readonly herinner: Temporal.PlainDate;
  /** The last day to answer. */
  readonly sluit: Temporal.PlainDate;
}

export function evaluatieDagen(begin: Temporal.PlainDate, cal: SchoolCalendar): EvaluatieDagen {
  const sluit = addSchooldagen(begin, evaluatieDuur, cal);
  return { sluit, herinner: addSchooldagen(sluit, -herinnerVooraf, cal) };
}

/** The next day after this one on which the setting says that it is asked; null where it is never asked. */
export function volgendeEvaluatie(
  { evaluatie }: Pick<TeamSettings, "evaluatie">,
  after: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const days = [after.year, after.year + 1].flatMap((year) =>
    evaluatie.map((day) => {
      const [month = "", date = ""] = day.split("-");
      return Temporal.PlainDate.from({ year, month: Number(month), day: Number(date) });
    }),
  );
  const later = days.filter((day) => Temporal.PlainDate.compare(day, after) > 0);
  return later.toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

/** One evaluation with the eyes of one person. */
export interface EvaluatieGezien {
  readonly id: string;
  readonly naam: string;
  readonly sluit: Temporal.PlainDate;
  readonly stand: "open" | "geteld";
  /** While it is open: what this person said. */
  readonly eigen: EvaluatieAntwoord | null;
  /** When it was counted; null with too few answers. */
  readonly uitslag: EvaluatieUitslag | null;
  /** The one before, where that had enough answers too. */
  readonly vorige: number | null;
}
