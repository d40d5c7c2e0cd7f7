/**
 * Discussing without a yes: the parents were told in writing, had time to object, and nobody did (004 §1.8, option 2).
 * What is shared is the name and the question; partners say only whether the child is known to them.
 */
import type { Begrip, Domein, Functie, Informatietaal, Informatiewijze, Partij } from "./code.ts";
import type { InformatieFeit } from "./dossier.ts";
import type { SchoolCalendar } from "./schooldag.ts";
import { schoolYearEnd } from "./schooljaar.ts";
import { dueOf, ruleFor, type TermContext } from "./termijn.ts";
import { dayProblem, partnersProblem } from "./toestemming-form.ts";
import type { ToestemmingSettings } from "./toestemming-setting.ts";
import { type Problemen, problemsOf, type Veldprobleem } from "./veld.ts";

/** What the ib hears from the pupil; `nog_niet`: not asked, or no answer. */
export const leerlingStemmen = ["eens", "bezwaar", "nog_niet"] as const;
export type LeerlingStem = (typeof leerlingStemmen)[number];

export interface InstemmingForm {
  readonly verzondenOp: Temporal.PlainDate | null;
  readonly wijze: Informatiewijze | null;
  readonly aan: readonly Partij[];
  readonly taal: Informatietaal | null;
  readonly begrepen: Begrip | null;
  /** Who will be at the table, as announced in the letter. */
  readonly partners: readonly Functie[];
  readonly leerling: LeerlingStem;
  /** The last day to object that the letter names; null when it names none. */
  readonly toegezegd: Temporal.PlainDate | null;
}
export type InstemmingVeld = keyof InstemmingForm;

export interface InstemmingFacts {
  readonly today: Temporal.PlainDate;
  readonly tafel: readonly Functie[];
  /** Who can be written to here. */
  readonly partijen: readonly Partij[];
}

export function checkInstemming(
  form: InstemmingForm,
  { today, tafel, partijen }: InstemmingFacts,
): Problemen<InstemmingVeld> | null {
  const strange = form.aan.some((partij) => !partijen.includes(partij));
  return problemsOf<InstemmingVeld>({
    verzondenOp: dayProblem(form.verzondenOp, today),
    wijze: form.wijze ? undefined : { kind: "leeg" },
    aan: form.aan.length === 0 ? { kind: "leeg" } : strange ? { kind: "past_niet" } : undefined,
    taal: form.taal ? undefined : { kind: "leeg" },
    begrepen: form.begrepen ? undefined : { kind: "leeg" },
    partners: partnersProblem(form.partners, tafel),
    toegezegd: promiseProblem(form, today),
  });
}

/** A slip of the year would keep the hulpvraag waiting for as long. */
function promiseProblem(
  { toegezegd, verzondenOp }: InstemmingForm,
  today: Temporal.PlainDate,
): Veldprobleem | undefined {
  if (!toegezegd) return undefined;
  if (verzondenOp && Temporal.PlainDate.compare(toegezegd, verzondenOp) < 0)
    return { kind: "te_vroeg", vanaf: verzondenOp };
  const uiterlijk = schoolYearEnd(today);
  return Temporal.PlainDate.compare(toegezegd, uiterlijk) > 0 ? { kind: "te_laat", uiterlijk } : undefined;
}

/**
 * The notice as it is kept: its term counted in schooldagen of the school of the case, and never shorter than the letters
 * said (`brief`: the last day in one that was made here). Null while the form is not whole.
 */
export function informatieOf(
  form: InstemmingForm,
  context: TermContext,
  brief: Temporal.PlainDate | null,
): InformatieFeit | null {
  const { verzondenOp, wijze, aan, taal, begrepen } = form;
  if (!verzondenOp || !wijze || !taal || !begrepen) return null;
  const regel = ruleFor("bezwaartermijn", context.settings);
  const toegezegd = [form.toegezegd, brief]
    .filter((day) => day !== null)
    .toSorted(Temporal.PlainDate.compare);
  const toegezegdTot = toegezegd.at(-1) ?? null;
  return {
    verzondenOp,
    wijze,
    aan,
    taal,
    begrepen,
    regel,
    toegezegdTot,
    bezwaarTot: bezwaarTotOf({ verzondenOp, regel, toegezegdTot }, context.cal),
  };
}

/** The day that is counted, or the later one that the parents were told. */
export function bezwaarTotOf(
  { verzondenOp, regel, toegezegdTot }: Pick<InformatieFeit, "verzondenOp" | "regel" | "toegezegdTot">,
  cal: SchoolCalendar,
): Temporal.PlainDate {
  const counted = dueOf(verzondenOp, regel, cal);
  return toegezegdTot && Temporal.PlainDate.compare(toegezegdTot, counted) > 0 ? toegezegdTot : counted;
}

/** The first weekday on which it can be discussed, when nobody objects. */
export function besprekenVanaf({ bezwaarTot }: Pick<InformatieFeit, "bezwaarTot">): Temporal.PlainDate {
  const next = bezwaarTot.add({ days: 1 });
  return next.dayOfWeek > 5 ? next.add({ days: 8 - next.dayOfWeek }) : next;
}

export type GeenInstemming = "regel" | "gezondheid";

/** Whether this samenwerkingsverband takes it for a ground, for a question about these subjects. */
export function instemmingMag(
  regels: ToestemmingSettings,
  domeinen: readonly Domein[],
): GeenInstemming | null {
  if (regels.instemming === "niet_toegestaan") return "regel";
  return regels.instemming_gezondheid === "niet_toegestaan" && domeinen.includes("gezondheid")
    ? "gezondheid"
    : null;
}
