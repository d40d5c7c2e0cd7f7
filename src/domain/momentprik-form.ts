/** What is filled in to look for a moment, and what may be wrong with it: a moment must do as a round would. */
import type { TeamlidFeit } from "./dossier.ts";
import { momentenMin, type PrikNieuw, sluitTijd } from "./momentprik.ts";
import { canTakePart, type GeenSchooldag, whyClosed } from "./overlegronde.ts";
import { checkUur, type DagProbleem, dayProblem, type RondeForm, type UurProbleem } from "./ronde-plan.ts";
import type { SchoolCalendar } from "./schooldag.ts";
import { momentOf, todayIn } from "./today.ts";

export type MomentForm = Pick<RondeForm, "datum" | "begin">;

export interface PrikForm {
  /** As they were filled in, each in its own place; null where nothing was. */
  readonly momenten: readonly (MomentForm | null)[];
  readonly uiterlijk: Temporal.PlainDate;
}

/** For a new round; `deelnameLink` as it was typed. */
export interface PrikNieuwForm extends PrikForm {
  readonly nieuw: Pick<RondeForm, "duurMinuten" | "plaats" | "deelnameLink" | "deelnemers">;
}

export type MomentProbleem =
  | DagProbleem
  | Extract<UurProbleem, { kind: "buiten_de_dag" | "te_laat_klaar" }>
  /** The SZT has a round on that day. */
  | { readonly kind: "dubbel" }
  | { readonly kind: "twee_keer" }
  /** It is when the round is held already. */
  | { readonly kind: "nu_al" };

export type UiterlijkProbleem =
  | { readonly kind: "voorbij" }
  | { readonly kind: "geen_schooldag"; readonly waarom: GeenSchooldag }
  | { readonly kind: "na_eerste"; readonly eerste: Temporal.PlainDate };

export interface PrikProblemen {
  /** By the place in the form. */
  readonly momenten: Readonly<Record<number, MomentProbleem>>;
  readonly teWeinig: boolean;
  readonly uiterlijk?: UiterlijkProbleem;
  readonly deelnameLink?: UurProbleem;
  readonly deelnemers?: "te_weinig" | "niet_in_team";
}

export interface PrikFacts {
  readonly calendars: readonly SchoolCalendar[];
  /** Days of the other rounds of this SZT. */
  readonly rondedagen: readonly Temporal.PlainDate[];
  readonly now: Temporal.Instant;
  readonly duurMinuten: number;
  /** The round that gets another moment. */
  readonly ronde?: MomentForm | undefined;
}

type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly kind: "velden"; readonly problemen: PrikProblemen } };

/** Why this one cannot be: when it is filled in, and once more when it is chosen. */
export function momentProblem(moment: MomentForm, facts: PrikFacts): MomentProbleem | undefined {
  const { ronde, rondedagen, duurMinuten } = facts;
  const day = dayProblem(moment, facts);
  if (day) return day;
  if (ronde && same(ronde, moment)) return { kind: "nu_al" };
  if (rondedagen.some((taken) => taken.equals(moment.datum))) return { kind: "dubbel" };
  const uur = checkUur({ begin: moment.begin, duurMinuten, plaats: "op_school", deelnameLink: "" }).fields;
  const wrong = uur.map(([, problem]) => problem).find((problem) => problem !== undefined);
  return wrong?.kind === "buiten_de_dag" || wrong?.kind === "te_laat_klaar" ? wrong : undefined;
}

const same = (one: MomentForm, other: MomentForm) =>
  one.datum.equals(other.datum) && one.begin.equals(other.begin);

export function checkPrik(form: PrikForm, facts: PrikFacts): Checked<readonly MomentForm[]> {
  const { problemen, momenten } = slotsOf(form, facts);
  const wrong = Object.keys(problemen.momenten).length > 0 || problemen.teWeinig || problemen.uiterlijk;
  return wrong ? { ok: false, error: { kind: "velden", problemen } } : { ok: true, value: momenten };
}

function slotsOf(form: PrikForm, facts: PrikFacts) {
  const momenten = form.momenten.filter((moment) => moment !== null);
  const wrong: Record<number, MomentProbleem> = {};
  for (const [place, moment] of form.momenten.entries()) {
    if (!moment) continue;
    const again = form.momenten.slice(0, place).some((before) => before && same(before, moment));
    const problem = again ? ({ kind: "twee_keer" } as const) : momentProblem(moment, facts);
    if (problem) wrong[place] = problem;
  }
  const uiterlijk = deadlineProblem(form.uiterlijk, momenten, facts);
  const problemen: PrikProblemen = {
    momenten: wrong,
    teWeinig: momenten.length < momentenMin,
    ...(uiterlijk ? { uiterlijk } : {}),
  };
  return { problemen, momenten };
}

/** A schooldag that is not over, before the first moment: there must be time to plan it. */
function deadlineProblem(
  uiterlijk: Temporal.PlainDate,
  momenten: readonly MomentForm[],
  { calendars, now }: PrikFacts,
): UiterlijkProbleem | undefined {
  if (Temporal.Instant.compare(momentOf(uiterlijk, sluitTijd), now) <= 0) return { kind: "voorbij" };
  for (const cal of calendars) {
    const waarom = whyClosed(uiterlijk, cal);
    if (waarom) return { kind: "geen_schooldag", waarom };
  }
  const [eerste] = momenten.map(({ datum }) => datum).toSorted(Temporal.PlainDate.compare);
  return eerste && Temporal.PlainDate.compare(uiterlijk, eerste) >= 0
    ? { kind: "na_eerste", eerste }
    : undefined;
}

export interface CheckedNieuw {
  readonly momenten: readonly MomentForm[];
  readonly nieuw: PrikNieuw;
  readonly gevraagd: readonly TeamlidFeit[];
}

/** Who asks takes part. */
export function checkPrikNieuw(
  form: PrikNieuwForm,
  facts: Omit<PrikFacts, "duurMinuten" | "ronde"> & {
    readonly team: readonly TeamlidFeit[];
    readonly plannerId: string;
    /** Outlook makes the link when nobody gives one. */
    readonly linkVanzelf?: boolean;
  },
): Checked<CheckedNieuw> {
  const { duurMinuten, plaats, deelnameLink: typed } = form.nieuw;
  const { problemen, momenten } = slotsOf(form, { ...facts, duurMinuten });
  const { deelnameLink, fields } = checkUur(
    { begin: sluitTijd, duurMinuten, plaats, deelnameLink: typed },
    facts,
  );
  const link = fields.find(([veld]) => veld === "deelnameLink")?.[1];
  const can = canTakePart(facts.team, todayIn(facts.now));
  const wanted = new Set([...form.nieuw.deelnemers, facts.plannerId]);
  const gevraagd = can.filter(({ persoonId }) => wanted.has(persoonId));
  const strange = gevraagd.length < wanted.size;
  const all: PrikProblemen = {
    ...problemen,
    ...(link ? { deelnameLink: link } : {}),
    ...(strange ? { deelnemers: "niet_in_team" } : gevraagd.length < 2 ? { deelnemers: "te_weinig" } : {}),
  };
  const fine =
    Object.keys(all.momenten).length === 0 && !all.teWeinig && !all.uiterlijk && !link && !all.deelnemers;
  return fine
    ? { ok: true, value: { momenten, nieuw: { duurMinuten, plaats, deelnameLink }, gevraagd } }
    : { ok: false, error: { kind: "velden", problemen: all } };
}
