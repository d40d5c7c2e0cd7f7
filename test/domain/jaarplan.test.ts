import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regios } from "#domain/code.ts";
import { type Bezet, type JaarFacts, type JaarplanDag, planJaar } from "#domain/jaarplan.ts";
import { beginOf, overlap, whyClosed } from "#domain/overlegronde.ts";
import { weekStart } from "#domain/planning.ts";
import { isSchooldag, type SchoolCalendar } from "#domain/schooldag.ts";
import { parseSchoolHolidays, regioCalendar } from "#domain/vakantie.ts";
import { werkdagen } from "#domain/werkdag.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const published = parseSchoolHolidays(
  readFileSync(new URL("../../src/database/seed/school-holidays-nl.csv", import.meta.url), "utf8"),
);
if (!published.ok) throw new Error("the published holidays cannot be read");
const { value: vakanties } = published;

const facts = (over: Partial<JaarFacts> = {}): JaarFacts => ({
  ritme: { weken: 6, weekdag: "di", begin: time("13:30"), duurMinuten: 60 },
  van: date("2026-08-31"),
  tot: date("2027-07-09"),
  vorige: null,
  calendars: [regioCalendar("M", vakanties)],
  bezet: [],
  ...over,
});
const days = (plan: readonly JaarplanDag[]) => plan.map(({ datum }) => datum.toString());

/** Holidays of a school year as they fall, give or take: published ones end in January 2029. */
function madeUp(year: number, shift: number): SchoolCalendar {
  const from = (month: number, day: number, later: number, length: number, name: string) => {
    const monday = weekStart(Temporal.PlainDate.from({ year: month >= 8 ? year : year + 1, month, day }));
    const start = monday.add({ weeks: later });
    return { from: start, to: start.add({ days: length - 1 }), name };
  };
  return {
    regio: "N",
    holidays: [
      {
        from: date(`${year}-08-01`),
        to: weekStart(date(`${year}-08-20`)).add({ weeks: shift, days: 6 }),
        name: "Zomer",
      },
      from(10, 14, shift % 3, 9, "Herfst"),
      from(12, 22, 0, 16, "Kerst"),
      from(2, 15, shift % 2, 9, "Voorjaar"),
      from(4, 27, 0, 14, "Mei"),
      {
        from: weekStart(date(`${year + 1}-07-07`)).add({ weeks: shift % 3 }),
        to: date(`${year + 1}-07-31`),
        name: "Zomer",
      },
    ],
    studiedagen: [],
    openOp: [],
    horizon: date(`${year + 1}-07-31`),
  };
}

const aYear = fc.integer({ min: 2020, max: 2040 });
const anyFacts: fc.Arbitrary<JaarFacts> = fc
  .record({
    year: aYear,
    shifts: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
    studie: fc.array(fc.integer({ min: 0, max: 330 }), { maxLength: 25 }),
    weken: fc.integer({ min: 1, max: 8 }),
    weekdag: fc.constantFrom(...werkdagen),
    uur: fc.integer({ min: 8, max: 16 }),
    start: fc.integer({ min: 0, max: 200 }),
    before: fc.option(fc.integer({ min: 1, max: 90 })),
    bezet: fc.array(
      fc.record({
        persoon: fc.constantFrom("p1", "p2", "p3"),
        dag: fc.integer({ min: 0, max: 330 }),
        uur: fc.integer({ min: 8, max: 16 }),
      }),
      { maxLength: 60 },
    ),
  })
  .map((one) => {
    const first = date(`${one.year}-08-15`);
    const calendars = one.shifts.map((shift) => ({
      ...madeUp(one.year, shift),
      studiedagen: one.studie.map((day) => first.add({ days: day })),
    }));
    const van = first.add({ days: one.start });
    return facts({
      ritme: {
        weken: one.weken,
        weekdag: one.weekdag,
        begin: time(`${String(one.uur).padStart(2, "0")}:00`),
        duurMinuten: 90,
      },
      van,
      tot: date(`${one.year + 1}-07-31`),
      vorige: one.before === null ? null : van.subtract({ days: one.before }),
      calendars,
      bezet: one.bezet.map(({ persoon, dag, uur }) => ({
        persoonId: persoon,
        datum: first.add({ days: dag }),
        begin: time(`${String(uur).padStart(2, "0")}:30`),
        duurMinuten: 60,
      })),
    });
  });

const isOpen = ({ calendars }: JaarFacts, day: Temporal.PlainDate) =>
  calendars.every((cal) => isSchooldag(day, cal));

/** Weeks with a day on which all are open, between the week of one day and that of another. */
function schoolweeksBetween(given: JaarFacts, one: Temporal.PlainDate, other: Temporal.PlainDate): number {
  let count = 0;
  for (
    let monday = weekStart(one).add({ weeks: 1 });
    Temporal.PlainDate.compare(monday, other) <= 0;
    monday = monday.add({ weeks: 1 })
  ) {
    if ([0, 1, 2, 3, 4].some((day) => isOpen(given, monday.add({ days: day })))) count += 1;
  }
  return count;
}

const away = ({ bezet, ritme }: JaarFacts, datum: Temporal.PlainDate): readonly string[] =>
  [
    ...new Set(bezet.filter((one) => overlap(one, { ...ritme, datum })).map(({ persoonId }) => persoonId)),
  ].toSorted();

describe("a year of rounds", () => {
  it("lies on the day that was asked for, every six schoolweken, whatever the holidays of the region", () => {
    const planned = Object.fromEntries(
      regios.map((regio) => [regio, days(planJaar(facts({ calendars: [regioCalendar(regio, vakanties)] })))]),
    );
    const usual = [
      "2026-09-08",
      "2026-10-27",
      "2026-12-08",
      "2027-02-02",
      "2027-03-23",
      "2027-05-11",
      "2027-06-22",
    ];
    expect(planned).toEqual({ N: usual, M: usual, Z: usual });
  });

  it("is a week later when its day is closed, and says which day and why", () => {
    const kings = facts({
      ritme: { ...facts().ritme, weken: 1, weekdag: "di" },
      van: date("2027-04-05"),
      tot: date("2027-05-21"),
    });
    const calendars = [{ ...regioCalendar("M", vakanties), studiedagen: [date("2027-04-13")] }];
    const [first, second] = planJaar({ ...kings, calendars });
    expect([first, second].map((one) => one?.datum.toString())).toEqual(["2027-04-06", "2027-04-20"]);
    expect(second?.afwijking).toEqual({
      reden: "dicht",
      dag: date("2027-04-13"),
      waarom: { reden: "studiedag" },
    });
  });

  it("goes around a round in which a colleague sits elsewhere, by a week rather than by a day", () => {
    const bezet: Bezet[] = ["2026-10-27", "2026-11-03"].map((datum) => ({
      persoonId: "scp",
      datum: date(datum),
      begin: time("13:00"),
      duurMinuten: 60,
    }));
    const plan = planJaar(facts({ van: date("2026-09-09"), vorige: date("2026-09-08"), bezet }));
    expect(plan[0]).toMatchObject({
      datum: date("2026-10-13"),
      weken: 5,
      bezet: [],
      afwijking: { reden: "bezet", dag: date("2026-10-27"), personen: ["scp"] },
    });
    expect(plan.flatMap((one) => one.bezet)).toEqual([]);
    expect(new Set(plan.map(({ datum }) => datum.dayOfWeek))).toEqual(new Set([2]));
  });

  it("says who cannot be there when no week around it is free", () => {
    const every = Array.from({ length: 60 }, (_, week) => ({
      persoonId: "scp",
      datum: date("2026-08-04").add({ weeks: week }),
      begin: time("14:00"),
      duurMinuten: 30,
    }));
    const plan = planJaar(facts({ bezet: every }));
    expect(days(plan)).toEqual(days(planJaar(facts())));
    expect(new Set(plan.flatMap(({ bezet }) => bezet))).toEqual(new Set(["scp"]));
  });

  it("counts on from the last round of before", () => {
    const plan = planJaar(facts({ van: date("2027-01-04"), vorige: date("2026-12-01") }));
    expect(days(plan)[0]).toBe("2027-01-26");
    expect(plan[0]?.weken).toBe(6);
  });

  it("is empty when no day is left", () => {
    expect(planJaar(facts({ van: date("2027-07-09"), tot: date("2027-07-08") }))).toEqual([]);
    const shut = { ...regioCalendar("M", vakanties), studiedagen: [] };
    expect(planJaar(facts({ van: date("2026-12-21"), tot: date("2027-01-01"), calendars: [shut] }))).toEqual(
      [],
    );
  });
});

describe("every year plan", () => {
  it("lies in its time, on days on which all schools are open, at the same wall time on both sides of the clock change", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const { datum } of planJaar(given)) {
          expect(given.calendars.map((cal) => whyClosed(datum, cal))).toEqual(
            given.calendars.map(() => null),
          );
          expect(Temporal.PlainDate.compare(datum, given.van)).toBeGreaterThanOrEqual(0);
          expect(Temporal.PlainDate.compare(datum, given.tot)).toBeLessThanOrEqual(0);
          const begin = beginOf({ datum, begin: given.ritme.begin }).toZonedDateTimeISO("Europe/Amsterdam");
          expect(begin.toPlainTime()).toEqual(given.ritme.begin);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps its rounds at most one schoolweek more or less apart than agreed, and says how far", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const plan = planJaar(given);
        const { weken } = given.ritme;
        for (const [index, { datum, weken: said }] of plan.entries()) {
          const before = index === 0 ? given.vorige : (plan[index - 1]?.datum ?? null);
          if (before === null) {
            expect(said).toBeNull();
            continue;
          }
          const gap = schoolweeksBetween(given, before, datum);
          expect(said).toBe(gap);
          expect(gap).toBeGreaterThanOrEqual(index === 0 ? 0 : Math.max(1, weken - 1));
          if (index > 0) expect(gap).toBeLessThanOrEqual(weken + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves no room for one more, at the beginning or at the end", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const plan = planJaar(given);
        const last = plan.at(-1)?.datum;
        if (!last) return;
        expect(schoolweeksBetween(given, last, given.tot)).toBeLessThan(given.ritme.weken + 1);
        const first = plan[0]?.datum ?? last;
        if (given.vorige === null)
          expect(schoolweeksBetween(given, given.van, first)).toBeLessThanOrEqual(given.ritme.weken);
      }),
      { numRuns: 300 },
    );
  });

  it("explains each round that is not where the rhythm has it, and what it says is so", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const { datum, weken, afwijking, bezet } of planJaar(given)) {
          const usual = werkdagen[datum.dayOfWeek - 1] === given.ritme.weekdag;
          const asAgreed = usual && (weken === null || weken === given.ritme.weken);
          expect(afwijking === null).toBe(asAgreed);
          expect(bezet).toEqual(away(given, datum));
          if (afwijking?.reden === "dicht")
            expect(given.calendars.map((cal) => whyClosed(afwijking.dag, cal))).toContainEqual(
              afwijking.waarom,
            );
          if (afwijking?.reden === "bezet") expect(afwijking.personen).toEqual(away(given, afwijking.dag));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has as many rounds as when nobody would ever be elsewhere", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        expect(planJaar(given)).toHaveLength(planJaar({ ...given, bezet: [] }).length);
      }),
      { numRuns: 200 },
    );
  });

  it("is the same whatever the order of the calendars and of what others have", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const turned = { ...given, bezet: given.bezet.toReversed(), calendars: given.calendars.toReversed() };
        expect(days(planJaar(turned))).toEqual(days(planJaar(given)));
      }),
      { numRuns: 150 },
    );
  });

  it("has a round in each school year of ten, in each region, as far as holidays are known", () => {
    for (let year = 2020; year < 2030; year += 1)
      for (const shift of [0, 1, 2]) {
        const given = facts({
          van: date(`${year}-08-15`),
          tot: date(`${year + 1}-07-31`),
          calendars: [madeUp(year, shift)],
        });
        expect(planJaar(given).length).toBeGreaterThanOrEqual(6);
        expect(planJaar({ ...given, ritme: { ...given.ritme, weken: 1 } }).length).toBeGreaterThanOrEqual(35);
      }
  });
});
