/**
 * A traject of eight weeks beside a running hulpvraag (001, De Regenboog): a start talk, an evaluation halfway and one at
 * the end, extended at most once. Codes and days: what was done with the pupil stands in the file of the school.
 */
import { z } from "zod/v4";
import type { Dossier } from "./dossier.ts";
import type { JaNee } from "./review.ts";
import { addSchooldagen, isSchooldag, nextSchooldag, type SchoolCalendar } from "./schooldag.ts";
import type { TermEvent } from "./termijn-event.ts";
import type { TermKind } from "./termijn-table.ts";
import { dayProblem, type RegierolProbleem, type RegierolProblemen } from "./terugkoppeling.ts";
import { todayIn } from "./today.ts";
import { problemsOf } from "./veld.ts";

export const tussenstanden = ["op_koers", "bijgesteld", "loopt_vast"] as const;
export const tussenstandSchema = z.enum(tussenstanden);
export type Tussenstand = (typeof tussenstanden)[number];

export const trajectUitkomsten = ["doel_bereikt", "deels", "niet", "meer_hulp_nodig"] as const;
export const trajectUitkomstSchema = z.enum(trajectUitkomsten);
export type TrajectUitkomst = (typeof trajectUitkomsten)[number];

/** "Slechts een enkele keer verlengen we het traject" (001). */
export const verlengredenen = [
  "bijna_bereikt",
  "weken_uitgevallen",
  "borgen_in_klas",
  "wacht_op_hulp",
] as const;
export const verlengredenSchema = z.enum(verlengredenen);
export type Verlengreden = (typeof verlengredenen)[number];

export const stopredenen = [
  "past_niet",
  "gezin_wil_niet",
  "niemand_beschikbaar",
  "andere_hulp",
  "weg_van_school",
] as const;
export const stopredenSchema = z.enum(stopredenen);
export type Stopreden = (typeof stopredenen)[number];

export interface GenodigdeFeit {
  readonly persoonId: string;
  /** Linked for this alone. */
  readonly gekoppeld: boolean;
}

export interface TrajectFeit {
  readonly id: string;
  readonly gestartOp: Temporal.PlainDate;
  readonly tussen: { readonly op: Temporal.PlainDate; readonly stand: Tussenstand } | null;
  readonly meerHulpOp: Temporal.PlainDate | null;
  readonly eindGeplandOp: Temporal.PlainDate | null;
  readonly verlengd: {
    readonly op: Temporal.PlainDate;
    readonly reden: Verlengreden;
    readonly weken: number;
  } | null;
  readonly eind: { readonly op: Temporal.PlainDate; readonly uitkomst: TrajectUitkomst } | null;
  readonly gestopt: { readonly op: Temporal.PlainDate; readonly reden: Stopreden } | null;
  /** The hulpvraag ended before it did. */
  readonly vervallen: boolean;
  /** Who of the wijkteam is asked for the evaluation at the end. */
  readonly genodigden: readonly GenodigdeFeit[];
}

/** What is done with it; each is an act of a person with its own form. */
export const trajectStappen = ["tussen", "eind", "plannen", "meer_hulp", "verlengen", "stoppen"] as const;
export type TrajectStap = (typeof trajectStappen)[number];

export const trajectTermen = [
  "traject_tussenevaluatie",
  "traject_eindevaluatie",
] as const satisfies readonly TermKind[];

export function isTrajectTerm(soort: string): boolean {
  return trajectTermen.some((kind) => kind === soort);
}

function isOpenTraject({ eind, gestopt, vervallen }: TrajectFeit): boolean {
  return eind === null && gestopt === null && !vervallen;
}

/** The evaluation halfway may have been skipped: then the one at the end stands alone. Without a ground it only stops. */
export function trajectVolgende(feit: TrajectFeit, stil = false): readonly TrajectStap[] {
  if (!isOpenTraject(feit)) return [];
  if (stil) return ["stoppen"];
  return trajectStappen.filter((stap) => {
    if (stap === "tussen") return feit.tussen === null;
    return stap === "verlengen" ? feit.verlengd === null : true;
  });
}

type Trajecten = Pick<Dossier, "trajecten">;

/** At most one a hulpvraag. */
export function openTraject({ trajecten = [] }: Trajecten): TrajectFeit | null {
  return trajecten.find(isOpenTraject) ?? null;
}

/** The last one that did not fall away with the hulpvraag. */
export function laatsteTraject({ trajecten = [] }: Trajecten): TrajectFeit | null {
  return trajecten.findLast(({ vervallen }) => !vervallen) ?? null;
}

/** The day of the last that was held. */
export function trajectLaatst({ gestartOp, tussen, verlengd, eind, gestopt }: TrajectFeit) {
  const days = [tussen?.op, verlengd?.op, eind?.op, gestopt?.op].filter((day) => day !== undefined);
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? gestartOp;
}

/** Not before the round decided, the regie began, or the former traject ended. */
export function startVanaf({
  besluiten,
  regieSinds,
  trajecten,
}: Pick<Dossier, "besluiten" | "regieSinds" | "trajecten">): Temporal.PlainDate | null {
  const besluit = besluiten.at(-1);
  const former = laatsteTraject({ trajecten: trajecten ?? [] });
  const days = [
    ...(besluit ? [todayIn(besluit.genomenOp)] : []),
    ...(regieSinds ? [todayIn(regieSinds)] : []),
    ...(former ? [trajectLaatst(former)] : []),
  ];
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null;
}

export interface StartForm {
  readonly op: Temporal.PlainDate | null;
}
export interface TussenForm {
  readonly op: Temporal.PlainDate | null;
  readonly stand: Tussenstand | null;
  readonly meerHulp: JaNee | null;
}
export interface EindForm {
  readonly op: Temporal.PlainDate | null;
  readonly uitkomst: TrajectUitkomst | null;
}
export interface VerlengForm {
  readonly op: Temporal.PlainDate | null;
  readonly reden: Verlengreden | null;
  readonly weken: number | null;
}
export interface StopForm {
  readonly op: Temporal.PlainDate | null;
  readonly reden: Stopreden | null;
}
export interface PlanForm {
  readonly op: Temporal.PlainDate | null;
}
export interface UitnodigForm {
  readonly wie: readonly string[];
  /** Empty: the day stays as it is, or follows. */
  readonly op: Temporal.PlainDate | null;
}

type Problemen<Form> = RegierolProblemen<keyof Form & string>;
const leeg = { kind: "leeg" } as const;

const problems = <Form>(
  fields: Readonly<Partial<Record<keyof Form & string, RegierolProbleem | undefined>>>,
) => problemsOf<keyof Form & string, RegierolProbleem>(fields);

export function checkStart(
  { op }: StartForm,
  { vanaf, today }: { readonly vanaf: Temporal.PlainDate | null; readonly today: Temporal.PlainDate },
): Problemen<StartForm> | null {
  return problems<StartForm>({ op: dayProblem(op, vanaf, today) });
}

export function checkTussen(
  feit: TrajectFeit,
  { op, stand, meerHulp }: TussenForm,
  today: Temporal.PlainDate,
): Problemen<TussenForm> | null {
  return problems<TussenForm>({
    op: dayProblem(op, trajectLaatst(feit), today),
    stand: stand ? undefined : leeg,
    meerHulp: meerHulp ? undefined : leeg,
  });
}

export function checkEind(
  feit: TrajectFeit,
  { op, uitkomst }: EindForm,
  today: Temporal.PlainDate,
): Problemen<EindForm> | null {
  return problems<EindForm>({
    op: dayProblem(op, trajectLaatst(feit), today),
    uitkomst: uitkomst ? undefined : leeg,
  });
}

/** Never longer than a traject itself: what needs that is a new one, or other help. */
export function checkVerlengen(
  feit: TrajectFeit,
  { op, reden, weken }: VerlengForm,
  { today, maxWeken }: { readonly today: Temporal.PlainDate; readonly maxWeken: number },
): Problemen<VerlengForm> | null {
  const fits = weken !== null && Number.isSafeInteger(weken) && weken >= 1 && weken <= maxWeken;
  return problems<VerlengForm>({
    op: dayProblem(op, trajectLaatst(feit), today),
    reden: reden ? undefined : leeg,
    weken: fits ? undefined : leeg,
  });
}

export function checkStoppen(
  feit: TrajectFeit,
  { op, reden }: StopForm,
  today: Temporal.PlainDate,
): Problemen<StopForm> | null {
  return problems<StopForm>({
    op: dayProblem(op, trajectLaatst(feit), today),
    reden: reden ? undefined : leeg,
  });
}

/** Room after the term in which the evaluation at the end can be agreed: people are away now and then. */
export const planRuimteSchooldagen = 10;

export interface PlanGrens {
  readonly vanaf: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
}

/** From today, up to some schooldagen after the term of the evaluation. */
export function planGrens(
  uiterlijk: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  cal: SchoolCalendar,
): PlanGrens {
  const late = !uiterlijk || Temporal.PlainDate.compare(uiterlijk, today) < 0;
  return { vanaf: today, uiterlijk: addSchooldagen(late ? today : uiterlijk, planRuimteSchooldagen, cal) };
}

export function planProblem(
  op: Temporal.PlainDate | null,
  { vanaf, uiterlijk }: PlanGrens,
  cal: SchoolCalendar,
): RegierolProbleem | undefined {
  if (!op) return leeg;
  if (Temporal.PlainDate.compare(op, vanaf) < 0) return { kind: "te_vroeg", vanaf };
  if (Temporal.PlainDate.compare(op, uiterlijk) > 0) return { kind: "te_ver", uiterlijk };
  return isSchooldag(op, cal) ? undefined : { kind: "geen_schooldag", volgende: nextSchooldag(op, cal) };
}

/** On top of the day that stood: it never ends sooner by being extended. */
export function verlengEvent(
  op: Temporal.PlainDate,
  uiterlijk: Temporal.PlainDate | null,
  schoolweken: number,
): TermEvent {
  const voor = uiterlijk && Temporal.PlainDate.compare(uiterlijk, op) > 0 ? uiterlijk : op;
  return { kind: "traject_verlengd", op, voor, schoolweken };
}

/** By when the evaluation at the end has to be held, as it stands now. */
export function eindUiterlijk({ termijnen }: Pick<Dossier, "termijnen">): Temporal.PlainDate | null {
  return (
    termijnen.find(({ soort, status }) => soort === "traject_eindevaluatie" && status === "open")?.vervalt ??
    null
  );
}
