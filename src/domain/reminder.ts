import { addSchooldagen, isSchooldag, nextSchooldag, type SchoolCalendar } from "./schooldag.ts";
import { type LadderKind, type TermKind, termTable } from "./termijn-table.ts";
import { todayIn } from "./today.ts";
import { isBundleTime, isWorkday, type WorkRhythm } from "./werkdag.ts";

export const reminderSteps = ["before", "on", "after", "escalated_schakelteam", "escalated_chair"] as const;
export type ReminderStep = (typeof reminderSteps)[number];

interface LadderRow {
  readonly step: ReminderStep;
  /** Schooldagen of the school of the case, counted from the due date. */
  readonly day: number;
  readonly to: "responsible" | "schakelteam" | "voorzitters";
}

const own = (step: ReminderStep, ...days: readonly number[]): readonly LadderRow[] =>
  days.map((day) => ({ step, day, to: "responsible" }));
const schakelteam = (day: number): LadderRow => ({ step: "escalated_schakelteam", day, to: "schakelteam" });
const chair = (day: number): LadderRow => ({ step: "escalated_chair", day, to: "voorzitters" });

/**
 * Who hears of a term, and when. Ends by itself: after six schoolweken more of the same helps nobody. A directeur
 * stands in none of them and hears of late work in the weekly digest only (000). Rows in order of day, then weight.
 * `gewoon`: what has to be done by a date (003, Monitoring: is the regierol taken up?).
 * `vooruit`: due six schoolweken before consent ends (004 §1.8): weekly, others only in the last two weeks; when it was
 * not renewed, on the first day without it and weekly again.
 * `tot_de_dag`: what lapses after its last day (003: the regierol is offered), so that nobody is late with it.
 * `na_afloop`: on the last day to object (004 §1.8) there is nothing to do; the day after it there is.
 */
export const ladders: Readonly<Record<LadderKind, readonly LadderRow[]>> = {
  gewoon: [
    ...own("before", -3),
    ...own("on", 0),
    ...own("after", 1, 3, 5),
    schakelteam(5),
    ...own("after", 10),
    chair(10),
    ...own("after", 15, 20, 25, 30),
    chair(30),
  ],
  vooruit: [
    ...own("on", 0),
    ...own("after", 5, 10, 15, 20),
    schakelteam(20),
    ...own("after", 25),
    chair(25),
    ...own("after", 29, 31, 35, 40, 45, 50, 55, 60),
  ],
  na_afloop: [...own("after", 1, 5)],
  tot_de_dag: [...own("before", -3), ...own("before", -1), ...own("on", 0)],
};

/** An open term, as far as reminding goes. A term that is done is not given to these functions. */
export interface ReminderTerm {
  readonly id: string;
  readonly kind: TermKind;
  /** The date that holds: the new one when it was postponed. */
  readonly due: Temporal.PlainDate;
  /** The day on which the due date or the responsible last changed: what lies before it was not missed. */
  readonly since: Temporal.PlainDate;
  readonly cal: SchoolCalendar;
  /** Ids of persons. The caller leaves out who may not see the case. */
  readonly responsible: readonly string[];
  readonly schakelteam: readonly string[];
  readonly voorzitters: readonly string[];
  /** The own day of who has to do it, before the due date: what comes ahead comes then. */
  readonly gepland?: Temporal.PlainDate | null;
  /** Steps that who has to do it left out, and may; none when left out. */
  readonly zonder?: ReadonlySet<ReminderStep>;
}

export interface ReminderItem {
  readonly termId: string;
  readonly kind: TermKind;
  readonly due: Temporal.PlainDate;
  readonly step: ReminderStep;
  /** Day of the step, in schooldagen from the due date. */
  readonly day: number;
  /** To be stored once per term and person: names due date and step, so that a new date begins a new ladder. */
  readonly stap: string;
  /** Lower steps that this one stands for. Store them as well: they must not come later. */
  readonly covers: readonly string[];
  /** The person has to act; otherwise hears that somebody else is late. */
  readonly own: boolean;
  readonly overdue: boolean;
  /** It, or a lower step it stands for, should have come on an earlier working day, on which we did not speak. */
  readonly late: boolean;
}

/** What one person gets today, in one message. */
export interface Bundle {
  readonly personId: string;
  readonly day: Temporal.PlainDate;
  readonly items: readonly ReminderItem[];
}

export interface BundleQuestion {
  readonly now: Temporal.Instant;
  readonly terms: readonly ReminderTerm[];
  readonly people: readonly WorkRhythm[];
  /** `reminderKey` of every step that was given or covered. */
  readonly reminded: ReadonlySet<string>;
  /** `bundleKey` of every bundle that was made. */
  readonly bundled: ReadonlySet<string>;
}

export function reminderKey(termId: string, stap: string, personId: string): string {
  return `${termId}:${stap}:${personId}`;
}

export function bundleKey(personId: string, day: Temporal.PlainDate): string {
  return `${personId}:${day}`;
}

/** Another own day is another step: who heard it before and then planned it hears it once more, on that day. */
const stapOf = ({ due, gepland }: ReminderTerm, { step, day }: LadderRow) =>
  `${due}:${step}:${step === "before" && gepland ? gepland : day}`;

const allDays = Object.values(ladders).flatMap((rows) => rows.map((row) => row.day));
const firstDay = Math.min(...allDays);
const lastDay = Math.max(...allDays);

/** The due date, or the first schooldag after it when a changed calendar has just closed the school on that day. */
const startOf = (term: ReminderTerm) => nextSchooldag(term.due, term.cal);

/** Schooldagen from the due date to today, no further than the ladders go. */
function elapsed(term: ReminderTerm, today: Temporal.PlainDate): number {
  let day = startOf(term);
  const direction = Temporal.PlainDate.compare(today, day);
  let count = 0;
  while (!day.equals(today) && count >= firstDay && count < lastDay) {
    day = day.add({ days: direction });
    if (isSchooldag(day, term.cal)) count += direction;
  }
  return count;
}

/** A term on a day on which its school is open, with the rows of which the day has come. */
interface Standing {
  readonly term: ReminderTerm;
  readonly reached: readonly LadderRow[];
}

/**
 * Nothing on a day on which the school of the case is closed: it comes on the next own working day on which the
 * school is open.
 */
function standingOf(term: ReminderTerm, today: Temporal.PlainDate): Standing | null {
  if (!isSchooldag(today, term.cal)) return null;
  const day = elapsed(term, today);
  const has = ({ step, day: from }: LadderRow): boolean =>
    step === "before" && term.gepland ? Temporal.PlainDate.compare(term.gepland, today) <= 0 : from <= day;
  return { term, reached: ladders[termTable[term.kind].ladder].filter(has) };
}

/** Was there a day from the step on, and after the term last changed, on which this person could have heard it? */
function wasMissed(
  term: ReminderTerm,
  person: WorkRhythm,
  { on, today }: { on: Temporal.PlainDate; today: Temporal.PlainDate },
): boolean {
  let day = today.subtract({ days: 1 });
  while (Temporal.PlainDate.compare(day, on) >= 0 && Temporal.PlainDate.compare(day, term.since) > 0) {
    if (isWorkday(person, day) && isSchooldag(day, term.cal)) return true;
    day = day.subtract({ days: 1 });
  }
  return false;
}

/** What this person hears of this term today: the highest step reached, unless it was given before. */
function reminderOf(
  { term, reached }: Standing,
  person: WorkRhythm,
  { today, reminded }: { today: Temporal.PlainDate; reminded: ReadonlySet<string> },
): ReminderItem | null {
  const rows = reached.filter((row) => term[row.to].includes(person.id) && !term.zonder?.has(row.step));
  const top = rows.at(-1);
  const fresh = rows.filter((row) => !reminded.has(reminderKey(term.id, stapOf(term, row), person.id)));
  const lowest = fresh[0];
  if (!top || !lowest || !fresh.includes(top)) return null;
  return {
    termId: term.id,
    kind: term.kind,
    due: term.due,
    step: top.step,
    day: top.day,
    stap: stapOf(term, top),
    covers: fresh.filter((row) => row !== top).map((row) => stapOf(term, row)),
    own: term.responsible.includes(person.id),
    overdue: Temporal.PlainDate.compare(today, term.due) > 0,
    late: wasMissed(term, person, { on: dayOf(term, lowest), today }),
  };
}

function dayOf(term: ReminderTerm, { step, day }: LadderRow): Temporal.PlainDate {
  return step === "before" && term.gepland ? term.gepland : addSchooldagen(startOf(term), day, term.cal);
}

/** Longest waiting first; then by id, so that the same facts always give the same bundle. */
function byDue(a: ReminderItem, b: ReminderItem): number {
  const days = Temporal.PlainDate.compare(a.due, b.due);
  if (days !== 0) return days;
  return a.termId < b.termId ? -1 : 1;
}

/** For each person the terms that may have something to say today. */
function standingsPerPerson(
  terms: readonly ReminderTerm[],
  today: Temporal.PlainDate,
): ReadonlyMap<string, readonly Standing[]> {
  const perPerson = new Map<string, Standing[]>();
  for (const term of terms) {
    const standing = standingOf(term, today);
    if (!standing || standing.reached.length === 0) continue;
    for (const id of new Set([...term.responsible, ...term.schakelteam, ...term.voorzitters])) {
      const standings = perPerson.get(id);
      if (standings) standings.push(standing);
      else perPerson.set(id, [standing]);
    }
  }
  return perPerson;
}

/**
 * Who gets a bundle now, and what is in it. Ask as often as you like: somebody gets at most one a day, each step at
 * most once, and nothing is lost when we were down or the person was not there. Nobody gets an empty one.
 */
export function bundlesFor({ bundled, ...question }: BundleQuestion): readonly Bundle[] {
  const today = todayIn(question.now);
  return itemsFor(question, (person) => !bundled.has(bundleKey(person.id, today)));
}

/**
 * What joins the bundle that somebody has of today already: it came up, or came to them, after it was made. No second
 * message; what comes up in the evening waits for the next one.
 */
export function additionsFor({ bundled, ...question }: BundleQuestion): readonly Bundle[] {
  const today = todayIn(question.now);
  return itemsFor(question, (person) => bundled.has(bundleKey(person.id, today)));
}

function itemsFor(
  { now, terms, people, reminded }: Omit<BundleQuestion, "bundled">,
  wanted: (person: WorkRhythm) => boolean,
): readonly Bundle[] {
  const today = todayIn(now);
  const reachable = people.filter(
    (person) => isWorkday(person, today) && isBundleTime(person, now) && wanted(person),
  );
  if (reachable.length === 0) return [];
  const standings = standingsPerPerson(terms, today);
  return reachable.flatMap((person) => {
    const items = (standings.get(person.id) ?? [])
      .map((standing) => reminderOf(standing, person, { today, reminded }))
      .filter((item) => item !== null)
      .sort(byDue);
    return items.length > 0 ? [{ personId: person.id, day: today, items }] : [];
  });
}
