import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Bundle,
  bundleKey,
  bundlesFor,
  ladders,
  type ReminderTerm,
  reminderKey,
} from "#domain/reminder.ts";
import { addSchooldagen, isSchooldag, nextSchooldag, type SchoolCalendar } from "#domain/schooldag.ts";
import { termKinds, termTable } from "#domain/termijn-table.ts";
import { momentOf } from "#domain/today.ts";
import { type WorkRhythm, werkdagen } from "#domain/werkdag.ts";

const compare = Temporal.PlainDate.compare;
const people = ["p0", "p1", "p2", "p3"];
const length = 75;

/** A term in a life: open from a day on, postponed once perhaps, done once perhaps. */
interface Life {
  readonly term: ReminderTerm;
  readonly opens: number;
  readonly postponed: { readonly on: number; readonly days: number } | null;
  readonly done: number;
}

const anyStart = fc.nat(5000).map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }));
const anyCalendar = (start: Temporal.PlainDate): fc.Arbitrary<SchoolCalendar> =>
  fc
    .record({
      holidays: fc.array(fc.tuple(fc.integer({ min: -20, max: length }), fc.nat(20)), { maxLength: 3 }),
      studiedagen: fc.array(fc.integer({ min: -20, max: length }), { maxLength: 5 }),
    })
    .map(({ holidays, studiedagen }) => ({
      regio: "M",
      holidays: holidays.map(([from, days]) => ({
        from: start.add({ days: from }),
        to: start.add({ days: from + days }),
        name: "vakantie",
      })),
      studiedagen: studiedagen.map((days) => start.add({ days })),
      openOp: [],
      horizon: start.add({ days: length }),
    }));
const anyPerson = (id: string, start: Temporal.PlainDate): fc.Arbitrary<WorkRhythm> =>
  fc
    .record({
      workingDays: fc.subarray([...werkdagen], { minLength: 1 }),
      hour: fc.integer({ min: 7 * 60, max: 17 * 60 }),
      leave: fc.array(fc.tuple(fc.nat(length), fc.nat(20)), { maxLength: 1 }),
    })
    .map(({ workingDays, hour, leave }) => ({
      id,
      workingDays,
      hour: Temporal.PlainTime.from("00:00").add({ minutes: hour }),
      leave: leave.map(([from, days]) => ({
        from: start.add({ days: from }),
        to: start.add({ days: from + days }),
      })),
    }));
const anyLife = (
  id: string,
  start: Temporal.PlainDate,
  cals: readonly SchoolCalendar[],
): fc.Arbitrary<Life> =>
  fc
    .record({
      kind: fc.constantFrom(...termKinds),
      due: fc.integer({ min: -40, max: length }),
      cal: fc.constantFrom(...cals),
      responsible: fc.subarray(people, { minLength: 1, maxLength: 2 }),
      schakelteam: fc.subarray(people, { maxLength: 2 }),
      voorzitters: fc.subarray(people, { maxLength: 1 }),
      opens: fc.nat(length),
      postponed: fc.option(fc.record({ on: fc.nat(length), days: fc.integer({ min: 1, max: 14 }) })),
      done: fc.integer({ min: 0, max: 2 * length }),
    })
    .map(({ due, opens, postponed, done, ...facts }) => ({
      term: {
        id,
        ...facts,
        due: nextSchooldag(start.add({ days: due }), facts.cal),
        since: start.add({ days: opens }),
      },
      opens,
      postponed,
      done,
    }));
/** On each day the minutes after midnight at which we look; none is a day on which we are down. */
const anyTicks = fc.array(
  fc
    .array(fc.integer({ min: 0, max: 24 * 60 - 1 }), { maxLength: 3 })
    .map((minutes) => minutes.sort((a, b) => a - b)),
  { minLength: length, maxLength: length },
);
const anyWorld = anyStart.chain((start) =>
  fc.tuple(anyCalendar(start), anyCalendar(start)).chain((cals) =>
    fc.record({
      start: fc.constant(start),
      people: fc.tuple(...people.map((id) => anyPerson(id, start))),
      lives: fc.tuple(...["t0", "t1", "t2", "t3"].map((id) => anyLife(id, start, cals))),
      ticks: anyTicks,
    }),
  ),
);
type World = typeof anyWorld extends fc.Arbitrary<infer W> ? W : never;

function openTerms(world: World, dayNumber: number): ReminderTerm[] {
  return world.lives
    .filter((life) => life.opens <= dayNumber && dayNumber < life.done)
    .map(({ term, opens, postponed }) => {
      if (!postponed || postponed.on > dayNumber) return term;
      const since = world.start.add({ days: Math.max(postponed.on, opens) });
      return { ...term, due: addSchooldagen(term.due, postponed.days, term.cal), since };
    });
}

interface Look {
  readonly today: Temporal.PlainDate;
  readonly clock: number;
  readonly terms: readonly ReminderTerm[];
  readonly before: ReadonlySet<string>;
  readonly bundled: ReadonlySet<string>;
  readonly bundles: readonly Bundle[];
}

/** Lives the world through, looking at each tick and keeping what was told. */
function* live(world: World): Generator<Look> {
  const reminded = new Set<string>();
  const bundled = new Set<string>();
  for (const [dayNumber, minutes] of world.ticks.entries()) {
    const today = world.start.add({ days: dayNumber });
    const terms = openTerms(world, dayNumber);
    for (const clock of minutes) {
      const now = momentOf(today, Temporal.PlainTime.from("00:00").add({ minutes: clock }));
      const bundles = bundlesFor({ now, terms, people: world.people, reminded, bundled });
      yield { today, clock, terms, before: new Set(reminded), bundled: new Set(bundled), bundles };
      for (const { personId, items } of bundles) {
        bundled.add(bundleKey(personId, today));
        for (const { termId, stap, covers } of items) {
          for (const one of [stap, ...covers]) reminded.add(reminderKey(termId, one, personId));
        }
      }
    }
  }
}

/** The rule in other words: may this person be spoken to at this look? */
function mayHear(person: WorkRhythm, { today, clock, bundled }: Look): boolean {
  const hour = person.hour.hour * 60 + person.hour.minute;
  return (
    person.workingDays.some((code) => werkdagen.indexOf(code) + 1 === today.dayOfWeek) &&
    person.leave.every(({ from, to }) => compare(today, from) < 0 || compare(today, to) > 0) &&
    clock >= hour &&
    clock < 18 * 60 &&
    !bundled.has(`${person.id}:${today}`)
  );
}

/** The steps of which the day has come, straight from the ladder. */
function stepsReached(term: ReminderTerm, personId: string, today: Temporal.PlainDate): string[] {
  return ladders[termTable[term.kind].ladder]
    .filter((row) => term[row.to].includes(personId))
    .filter((row) => compare(addSchooldagen(term.due, row.day, term.cal), today) <= 0)
    .map((row) => `${term.id}:${term.due}:${row.step}:${row.day}:${personId}`);
}

const keysOf = (bundle: Bundle) =>
  bundle.items.flatMap(({ termId, stap, covers }) =>
    [stap, ...covers].map((one) => reminderKey(termId, one, bundle.personId)),
  );
const property = (check: (world: World) => void) => fc.assert(fc.property(anyWorld, check), { numRuns: 60 });

describe("whatever the year, the holidays, the working days and the hours we are down", () => {
  it("nobody gets two bundles on a day, an empty one, or one on a free day or in the evening", () => {
    property((world) => {
      const seen = new Set<string>();
      for (const look of live(world)) {
        for (const { personId, day, items } of look.bundles) {
          const person = world.people.find((one) => one.id === personId);
          expect(person && mayHear(person, look)).toBe(true);
          expect(day.equals(look.today)).toBe(true);
          expect(items.length).toBeGreaterThan(0);
          expect(seen.has(bundleKey(personId, day))).toBe(false);
          seen.add(bundleKey(personId, day));
        }
      }
    });
  });

  it("each step of a term reaches a person at most once, never before its day", () => {
    property((world) => {
      for (const look of live(world)) {
        for (const bundle of look.bundles) {
          const keys = keysOf(bundle);
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of keys) expect(look.before.has(key)).toBe(false);
          const reached = look.terms.flatMap((term) => stepsReached(term, bundle.personId, look.today));
          for (const key of keys) expect(reached).toContain(key);
        }
      }
    });
  });

  it("each step that is reached comes at the first look on an own working day on which the school is open", () => {
    property((world) => {
      for (const look of live(world)) {
        for (const person of world.people.filter((one) => mayHear(one, look))) {
          const told = new Set(look.bundles.filter((one) => one.personId === person.id).flatMap(keysOf));
          for (const term of look.terms.filter((one) => isSchooldag(look.today, one.cal))) {
            for (const key of stepsReached(term, person.id, look.today)) {
              expect(told.has(key) || look.before.has(key), key).toBe(true);
            }
          }
        }
      }
    });
  });

  it("a term has one line in a bundle, of the highest step, and only while it is open and its school is too", () => {
    property((world) => {
      for (const look of live(world)) {
        for (const { personId, items } of look.bundles) {
          expect(new Set(items.map((item) => item.termId)).size).toBe(items.length);
          for (const item of items) {
            const term = look.terms.find((one) => one.id === item.termId);
            if (!term) throw new Error("a term that is not open");
            expect(isSchooldag(look.today, term.cal)).toBe(true);
            const key = reminderKey(term.id, item.stap, personId);
            expect(stepsReached(term, personId, look.today).at(-1)).toBe(key);
            expect(item.own).toBe(term.responsible.includes(personId));
          }
        }
      }
    });
  });

  it("a reminder is late only when an earlier look was missed", () => {
    property((world) => {
      const steady = { ...world, ticks: world.ticks.map(() => [17 * 60]) };
      for (const look of live(steady)) {
        for (const { items } of look.bundles) expect(items.filter((item) => item.late)).toEqual([]);
      }
    });
  });
});
