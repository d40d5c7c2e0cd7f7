/**
 * From the rhythm of an SZT to the overlegrondes of a school year: the days are chosen all at once, so that one closed
 * day does not push the whole year along (000 §3.1, 001: every five to six weeks). Counted in schoolweken: a week in
 * which all schools of the SZT are closed does not exist for it.
 */
import type { Plaats } from "./code.ts";
import { type GeenSchooldag, overlap, whyClosed } from "./overlegronde.ts";
import { weekStart } from "./planning.ts";
import { isSchooldag, type SchoolCalendar } from "./schooldag.ts";
import { type Werkdag, werkdagen } from "./werkdag.ts";

export const wekenMin = 1;
export const wekenMax = 8;

/** How often and when; times are wall time at the school. */
export interface Ritme {
  /** Schoolweken from one round to the next. */
  readonly weken: number;
  readonly weekdag: Werkdag;
  readonly begin: Temporal.PlainTime;
  readonly duurMinuten: number;
  readonly plaats: Plaats;
}

/** A time at which somebody who usually comes sits in a round of another SZT. Of which one is not said. */
export interface Bezet {
  readonly persoonId: string;
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly duurMinuten: number;
}

export interface JaarFacts {
  readonly ritme: Pick<Ritme, "weken" | "weekdag" | "begin" | "duurMinuten">;
  /** First and last day on which a round can be. */
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
  /** The round before this plan, from which the rhythm is counted. */
  readonly vorige: Temporal.PlainDate | null;
  /** Of all schools of the SZT: a round is on a day on which every one of them is open. */
  readonly calendars: readonly SchoolCalendar[];
  readonly bezet: readonly Bezet[];
}

/** Why a round is not where the rhythm would have it. */
export type Afwijking =
  | { readonly reden: "dicht"; readonly dag: Temporal.PlainDate; readonly waarom: GeenSchooldag }
  | { readonly reden: "bezet"; readonly dag: Temporal.PlainDate; readonly personen: readonly string[] }
  /** To leave no long gap at the end of the year, or because another round of the plan had to move. */
  | { readonly reden: "verdeeld" };

export interface JaarplanDag {
  readonly datum: Temporal.PlainDate;
  /** Schoolweken since the round before; null for the first round of all. */
  readonly weken: number | null;
  /** Null when it is on the usual day of the week and as far from the last one as agreed. */
  readonly afwijking: Afwijking | null;
  /** Who cannot be there all the same. */
  readonly bezet: readonly string[];
}

interface Week {
  readonly maandag: Temporal.PlainDate;
  /** Days on which all schools are open. */
  readonly dagen: readonly Temporal.PlainDate[];
}

interface Keuze {
  readonly week: number;
  readonly datum: Temporal.PlainDate;
  readonly kosten: number;
  readonly bezet: readonly string[];
}

/**
 * What a deviation costs, in points. People work on fixed days, so another week is better than another day; a colleague
 * who is elsewhere is worse than a week more or less, and better than a day on which nobody of them may work.
 */
const kosten = { week: 10, dag: 45, dagVerder: 1, bezet: 25, nogIemandBezet: 5, begin: 4 } as const;

const compare = Temporal.PlainDate.compare;

/**
 * The best series there is: of all series in which two rounds lie at most one schoolweek more or less apart than agreed,
 * the one that deviates least. Empty when there is no day on which all schools are open.
 */
export function planJaar(facts: JaarFacts): readonly JaarplanDag[] {
  const { tot, vorige } = facts;
  const van = vorige && compare(vorige, facts.van) >= 0 ? vorige.add({ days: 1 }) : facts.van;
  const weken = schoolweken(vorige ?? van, tot, facts.calendars);
  const first = vorige && indexOf(weken, vorige);
  const choices = (bezet: readonly Bezet[]) =>
    weken.flatMap((week, index) => choicesIn({ ...facts, van, bezet }, week, index));
  const bounds = { n: facts.ritme.weken, weken: weken.length, first };
  // As many as there would be if everybody could always be there: a colleague who is elsewhere moves a round, and
  // never costs one.
  const many = series(choices([]), bounds);
  const best =
    facts.bezet.length === 0 ? many : series(choices(facts.bezet), { ...bounds, count: many.length });
  return best.map((keuze, index) => {
    const before = index === 0 ? first : (best[index - 1]?.week ?? null);
    return explained(facts, { keuze, before, weken });
  });
}

/** Weeks in which there is at least one day on which all schools are open, from that day on, in order. */
function schoolweken(
  van: Temporal.PlainDate,
  tot: Temporal.PlainDate,
  calendars: readonly SchoolCalendar[],
): readonly Week[] {
  const weken: Week[] = [];
  for (let maandag = weekStart(van); compare(maandag, tot) <= 0; maandag = maandag.add({ weeks: 1 })) {
    const dagen = werkdagen
      .map((_, index) => maandag.add({ days: index }))
      .filter((dag) => isWithin(dag, van, tot) && calendars.every((cal) => isSchooldag(dag, cal)));
    if (dagen.length > 0) weken.push({ maandag, dagen });
  }
  return weken;
}

const isWithin = (dag: Temporal.PlainDate, van: Temporal.PlainDate, tot: Temporal.PlainDate) =>
  compare(van, dag) <= 0 && compare(dag, tot) <= 0;

/** The schoolweek of a day; of a day in a holiday the one before it. */
function indexOf(weken: readonly Week[], dag: Temporal.PlainDate): number {
  const maandag = weekStart(dag);
  return weken.findLastIndex((week) => compare(week.maandag, maandag) <= 0);
}

function choicesIn({ ritme, van, bezet }: JaarFacts, week: Week, index: number): readonly Keuze[] {
  const usual = usualDay(week, ritme.weekdag);
  return week.dagen
    .filter((dag) => compare(dag, van) >= 0)
    .map((datum) => {
      const away = awayAt(bezet, { datum, ...ritme });
      const off = Math.abs(datum.until(usual).days);
      const otherDay = off > 0 ? kosten.dag + off * kosten.dagVerder : 0;
      const missed = away.length > 0 ? kosten.bezet + (away.length - 1) * kosten.nogIemandBezet : 0;
      return { week: index, datum, bezet: away, kosten: otherDay + missed };
    });
}

const usualDay = ({ maandag }: Pick<Week, "maandag">, weekdag: Werkdag): Temporal.PlainDate =>
  maandag.add({ days: werkdagen.indexOf(weekdag) });

/** Who of them sits elsewhere then. */
export function awayAt(
  bezet: readonly Bezet[],
  when: {
    readonly datum: Temporal.PlainDate;
    readonly begin: Temporal.PlainTime;
    readonly duurMinuten: number;
  },
): readonly string[] {
  const there = bezet.filter((one) => one.datum.equals(when.datum) && overlap(one, when));
  return [...new Set(there.map(({ persoonId }) => persoonId))].toSorted();
}

interface Path {
  readonly kosten: number;
  readonly keuze: Keuze;
  readonly before: Path | null;
}

interface Bounds {
  /** Schoolweken between two rounds. */
  readonly n: number;
  /** How many schoolweken there are. */
  readonly weken: number;
  readonly first: number | null;
}

/** The cheapest series, of any length or of one length. */
function series(
  keuzes: readonly Keuze[],
  { count, ...bounds }: Bounds & { readonly count?: number },
): readonly Keuze[] {
  // Any later end than this would leave room for one more.
  const ends = (paths: readonly Path[]) => paths.filter(({ keuze }) => keuze.week >= bounds.weken - bounds.n);
  const found: Path[] = [];
  let paths = starts(keuzes, bounds);
  for (let length = 1; paths.length > 0 && length <= (count ?? Number.POSITIVE_INFINITY); length += 1) {
    if (count === undefined || length === count) found.push(...ends(paths));
    paths = longer(keuzes, paths, bounds.n);
  }
  const best = least(found);
  return best ? trail(best) : [];
}

function starts(keuzes: readonly Keuze[], bounds: Bounds): readonly Path[] {
  const firstOpen = keuzes[0]?.week ?? 0;
  return keuzes.flatMap((keuze) => {
    const begin = beginCost(keuze.week, { ...bounds, firstOpen });
    return begin === null ? [] : [{ kosten: begin + keuze.kosten, keuze, before: null }];
  });
}

/** One round more: of each day the cheapest way to it. Both lists are in the order of time. */
function longer(keuzes: readonly Keuze[], paths: readonly Path[], n: number): readonly Path[] {
  const gapOf = (keuze: Keuze, before: Path) => keuze.week - before.keuze.week;
  return keuzes.flatMap((keuze) => {
    const near = paths.filter((before) => {
      const gap = gapOf(keuze, before);
      return gap >= Math.max(1, n - 1) && gap <= n + 1;
    });
    const best = least(
      near.map((before) => ({
        kosten: before.kosten + kosten.week * Math.abs(gapOf(keuze, before) - n) + keuze.kosten,
        keuze,
        before,
      })),
    );
    return best ?? [];
  });
}

/** The first of the cheapest. */
function least(paths: readonly Path[]): Path | null {
  return paths.reduce<Path | null>((best, path) => (best && best.kosten <= path.kosten ? best : path), null);
}

function trail(end: Path): readonly Keuze[] {
  const keuzes: Keuze[] = [];
  for (let at: Path | null = end; at; at = at.before) keuzes.push(at.keuze);
  return keuzes.toReversed();
}

/**
 * The first round: as far from the last one as agreed; without one, in the second week that there is school. Null when
 * that would be later than the rhythm allows, unless nothing earlier is left.
 */
function beginCost(
  week: number,
  { first, firstOpen, n }: Pick<Bounds, "first" | "n"> & { readonly firstOpen: number },
): number | null {
  if (first === null) {
    const late = week - firstOpen;
    return late < n ? kosten.begin * Math.abs(late - Math.min(1, n - 1)) : null;
  }
  const gap = week - first;
  const soonest = Math.max(firstOpen, first + Math.max(1, n - 1));
  return week >= soonest && week <= Math.max(soonest, first + n + 1) ? kosten.week * Math.abs(gap - n) : null;
}

/** The day on which the rhythm would have it, and what stood in its way. */
function explained(
  { ritme, calendars, bezet }: JaarFacts,
  {
    keuze,
    before,
    weken,
  }: { readonly keuze: Keuze; readonly before: number | null; readonly weken: readonly Week[] },
): JaarplanDag {
  const gap = before === null ? null : keuze.week - before;
  const own = weken[keuze.week];
  const onUsualDay = own !== undefined && usualDay(own, ritme.weekdag).equals(keuze.datum);
  const done = { datum: keuze.datum, weken: gap, bezet: keuze.bezet };
  if (onUsualDay && (gap === null || gap === ritme.weken)) return { ...done, afwijking: null };
  const wanted = onUsualDay && before !== null ? weken[before + ritme.weken] : own;
  return {
    ...done,
    afwijking: wanted
      ? whyNot(usualDay(wanted, ritme.weekdag), { ritme, calendars, bezet })
      : { reden: "verdeeld" },
  };
}

/** What stands in the way of a round on that day at the usual time. */
export function whyNot(
  dag: Temporal.PlainDate,
  { ritme, calendars, bezet }: Pick<JaarFacts, "ritme" | "calendars" | "bezet">,
): Afwijking {
  for (const cal of calendars) {
    const waarom = whyClosed(dag, cal);
    if (waarom) return { reden: "dicht", dag, waarom };
  }
  const personen = awayAt(bezet, { datum: dag, ...ritme });
  return personen.length > 0 ? { reden: "bezet", dag, personen } : { reden: "verdeeld" };
}
