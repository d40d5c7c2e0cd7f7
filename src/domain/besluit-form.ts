/** What is filled in when the round decides about one hulpvraag, and what may be wrong with it (003 block 3). */
import { actieHouders } from "./actie-houder.ts";
import { type Besluit, besluiten, regierolFuncties } from "./code.ts";
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { checkBesluiten } from "./hulpvraag.ts";
import { invitable } from "./overlegronde.ts";
import type { RegierolKeuze } from "./regierol-keuze.ts";
import { activeOn, ofSchool } from "./relatie.ts";
import { nextSchooldag, type SchoolCalendar } from "./schooldag.ts";
import type { Laat } from "./screening-keuze.ts";
import type { Known } from "./screening-name.ts";
import { todayIn } from "./today.ts";
import { decideDossierOn } from "./toestemming.ts";
import { uitzonderingBesluiten } from "./uitzondering.ts";
import { textProblem, type Veldprobleem } from "./veld.ts";

export interface ActieForm {
  readonly houderId: string;
  readonly wat: string;
  readonly datum: Temporal.PlainDate | null;
}

export interface BesluitForm {
  readonly besluiten: readonly Besluit[];
  readonly afweging: string;
  readonly regierolVoor: string | null;
  /** Why this person; by craft when left out. */
  readonly regierolKeuze?: RegierolKeuze | null;
  readonly terugOp: Temporal.PlainDate | null;
  readonly acties: readonly ActieForm[];
  /** Why what was pointed out in a text stays: `afweging`, and `wat1` to `wat3`. */
  readonly laat?: Laat;
}

export const afwegingMax = 400;
export const actieMax = 200;
/** As many as fit on one form; more are added one by one. */
export const actiesMax = 3;
/** Days ahead; a date beyond it is a slip of the hand. */
export const vooruitMax = 400;

export type ActieVeld = "wie" | "wat" | "datum";
export type BesluitVeld = "besluiten" | "afweging" | "regierolVoor" | "terugOp" | `${ActieVeld}${number}`;
export type BesluitProbleem =
  | Veldprobleem
  | { readonly kind: "besluiten_gaan_niet_samen" }
  | { readonly kind: "geen_regierol" }
  /** More than what the directeur let be discussed. */
  | { readonly kind: "niet_bij_uitzondering" }
  /** The Loket gets data of the child: that takes a written yes (model.md §6). */
  | { readonly kind: "loket_zonder_toestemming" }
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate }
  /** Would get an actie without being allowed to know what it is about. */
  | { readonly kind: "niet_in_toestemming"; readonly naam: string };
export type BesluitProblemen = Readonly<Partial<Record<BesluitVeld, BesluitProbleem>>>;

export interface BesluitFacts {
  readonly dossier: Dossier;
  readonly known: Known;
  readonly now: Temporal.Instant;
  readonly laat?: Laat;
}

type Checked = BesluitFacts & { readonly today: Temporal.PlainDate };

/** Who can hold the regierol: the functions that 003 names, around this school today. */
export function regierolKandidaten(
  { team, schoolId }: Pick<Dossier, "team" | "schoolId">,
  today: Temporal.PlainDate,
): readonly TeamlidFeit[] {
  const seen = new Set<string>();
  return ofSchool(team, schoolId).filter((lid) => {
    const can =
      activeOn(lid, today) && regierolFuncties.some((one) => one === lid.functie) && !seen.has(lid.persoonId);
    if (can) seen.add(lid.persoonId);
    return can;
  });
}

export function checkBesluit(form: BesluitForm, given: BesluitFacts): BesluitProblemen | null {
  const { besluiten } = form;
  const facts = { ...given, laat: form.laat ?? {}, today: todayIn(given.now) };
  const acties = form.acties.flatMap((actie, index) => actieFields(actie, index + 1, facts));
  const fields: (readonly [BesluitVeld, BesluitProbleem | undefined])[] = [
    ["besluiten", kindProblem(besluiten, facts)],
    ["afweging", form.afweging === "" ? { kind: "leeg" } : problemIn(form.afweging, "afweging", facts)],
    ["regierolVoor", besluiten.includes("regierol_toewijzen") ? holderProblem(form, facts) : undefined],
    ["terugOp", besluiten.includes("meer_informatie") ? dateProblem(form.terugOp, facts.today) : undefined],
    ...acties,
  ];
  const wrong = fields.filter(([, problem]) => problem !== undefined);
  return wrong.length === 0 ? null : Object.fromEntries(wrong);
}

export function checkActie(form: ActieForm, given: BesluitFacts): BesluitProblemen | null {
  const facts = { ...given, today: todayIn(given.now) };
  const wrong = actieFields(form, 1, facts).filter(([, problem]) => problem !== undefined);
  return wrong.length === 0 ? null : Object.fromEntries(wrong);
}

function problemIn(
  text: string,
  veld: BesluitVeld,
  { known, today, laat }: Checked,
): BesluitProbleem | undefined {
  return textProblem(text, { known, today, laat: laat?.[veld] });
}

/** What this round can decide, as the ground stands today. */
export function mogelijkeBesluiten(dossier: Dossier, today: Temporal.PlainDate): readonly Besluit[] {
  switch (decideDossierOn(dossier, today).grondslag) {
    case "uitzondering":
      return uitzonderingBesluiten;
    case "instemming":
      return besluiten.filter((besluit) => besluit !== "doorzetten_loket");
    default:
      return besluiten;
  }
}

function kindProblem(
  besluiten: readonly Besluit[],
  { dossier, today }: Checked,
): BesluitProbleem | undefined {
  const checked = checkBesluiten(besluiten);
  if (!checked.ok)
    return checked.error.kind === "geen_besluit" ? { kind: "leeg" } : { kind: checked.error.kind };
  const possible = mogelijkeBesluiten(dossier, today);
  if (!besluiten.every((besluit) => possible.includes(besluit)))
    return {
      kind: possible === uitzonderingBesluiten ? "niet_bij_uitzondering" : "loket_zonder_toestemming",
    };
  const held = dossier.regierollen.some(({ tot }) => tot === null);
  return besluiten.includes("doorlopen") && !held ? { kind: "geen_regierol" } : undefined;
}

function holderProblem(
  { regierolVoor }: BesluitForm,
  { dossier, today }: Checked,
): BesluitProbleem | undefined {
  if (regierolVoor === null) return { kind: "leeg" };
  const can = regierolKandidaten(dossier, today).some(({ persoonId }) => persoonId === regierolVoor);
  return can ? undefined : { kind: "niet_in_team" };
}

function dateProblem(day: Temporal.PlainDate | null, today: Temporal.PlainDate): BesluitProbleem | undefined {
  if (day === null) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(day, today) < 0) return { kind: "voorbij" };
  const uiterlijk = today.add({ days: vooruitMax });
  return Temporal.PlainDate.compare(day, uiterlijk) > 0 ? { kind: "te_ver", uiterlijk } : undefined;
}

export interface Verschoven {
  readonly van: Temporal.PlainDate;
  readonly naar: Temporal.PlainDate;
}

/** On a day that the school is closed nobody is reminded: the agreed day becomes the next schooldag, as its term does. */
export function onSchooldag<T extends { readonly datum: Temporal.PlainDate | null }>(
  given: T,
  cal: SchoolCalendar,
): T {
  return given.datum ? { ...given, datum: nextSchooldag(given.datum, cal) } : given;
}

/** The dates of the form that are no schooldag, with the day that they become; each once. */
export function movedDates(
  dates: readonly (Temporal.PlainDate | null)[],
  cal: SchoolCalendar,
): readonly Verschoven[] {
  const moved = new Map<string, Verschoven>();
  for (const van of dates) {
    const naar = van && nextSchooldag(van, cal);
    if (van && naar && !van.equals(naar)) moved.set(van.toString(), { van, naar });
  }
  return [...moved.values()];
}

function actieFields(
  { houderId, wat, datum }: ActieForm,
  nummer: number,
  facts: Checked,
): (readonly [BesluitVeld, BesluitProbleem | undefined])[] {
  return [
    [`wie${nummer}`, houderId === "" ? { kind: "leeg" } : houderProblem(houderId, facts)],
    [`wat${nummer}`, wat === "" ? { kind: "leeg" } : problemIn(wat, `wat${nummer}`, facts)],
    [`datum${nummer}`, dateProblem(datum, facts.today)],
  ];
}

function houderProblem(houderId: string, { dossier, today, ...look }: Checked): BesluitProbleem | undefined {
  const lid = invitable(dossier.team, today).find(({ persoonId }) => persoonId === houderId);
  if (!lid) return { kind: "niet_in_team" };
  const can = actieHouders(dossier, look).some(({ persoonId }) => persoonId === houderId);
  return can ? undefined : { kind: "niet_in_toestemming", naam: lid.naam };
}
