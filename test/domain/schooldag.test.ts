import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonthsThenSchooldag,
  addSchooldagen,
  addSchoolweken,
  beyondHorizon,
  isSchooldag,
  nextSchooldag,
  type SchoolCalendar,
  schoolCalendarSchema,
  schooldagenBetween,
} from "#domain/schooldag.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const bare: SchoolCalendar = {
  regio: "M",
  holidays: [],
  studiedagen: [],
  openOp: [],
  horizon: day("2040-12-31"),
};
const midden: SchoolCalendar = {
  ...bare,
  holidays: [
    { from: day("2026-10-17"), to: day("2026-10-25"), name: "Herfstvakantie" },
    { from: day("2026-12-19"), to: day("2027-01-03"), name: "Kerstvakantie" },
    { from: day("2027-02-20"), to: day("2027-02-28"), name: "Voorjaarsvakantie" },
    { from: day("2027-04-24"), to: day("2027-05-02"), name: "Meivakantie" },
    { from: day("2027-07-17"), to: day("2027-08-29"), name: "Zomervakantie" },
  ],
  studiedagen: [day("2026-11-18"), day("2027-03-29")],
  horizon: day("2027-08-29"),
};

const start = day("2024-01-01");
const anyDay = fc.integer({ min: 0, max: 5500 }).map((days) => start.add({ days }));
const anyCalendar: fc.Arbitrary<SchoolCalendar> = fc
  .record({
    holidays: fc.array(fc.tuple(anyDay, fc.integer({ min: 0, max: 44 })), { maxLength: 12 }),
    studiedagen: fc.array(anyDay, { maxLength: 12 }),
    openOp: fc.subarray(["goede_vrijdag", "bevrijdingsdag"] as const),
  })
  .map(({ holidays, studiedagen, openOp }) => ({
    ...bare,
    holidays: holidays.map(([from, days]) => ({ from, to: from.add({ days }), name: "vakantie" })),
    studiedagen,
    openOp,
  }));
const anyCount = fc.integer({ min: -80, max: 80 });
const compare = Temporal.PlainDate.compare;

describe("a schooldag", () => {
  it.each([
    ["2026-10-16", true, "the Friday before the autumn holiday"],
    ["2026-10-17", false, "its first day, a Saturday"],
    ["2026-10-19", false, "its Monday"],
    ["2026-10-23", false, "its Friday"],
    ["2026-10-26", true, "the Monday after, one day past the end of summer time"],
    ["2026-11-14", false, "a Saturday"],
    ["2026-11-17", true, "the day before a study day"],
    ["2026-11-18", false, "a study day"],
    ["2026-11-19", true, "the day after it"],
    ["2027-03-25", true, "the Thursday before Goede Vrijdag"],
    ["2027-03-26", false, "Goede Vrijdag"],
    ["2027-03-28", false, "Easter, and the beginning of summer time"],
    ["2027-03-29", false, "tweede paasdag"],
    ["2027-03-30", true, "the day after Easter"],
    ["2027-05-05", false, "Bevrijdingsdag"],
    ["2027-05-06", false, "Hemelvaartsdag"],
    ["2027-05-07", true, "the Friday after, unless the school takes it as a study day"],
    ["2027-05-17", false, "tweede pinksterdag"],
  ])("%s: %s, %s", (text, expected) => {
    expect(isSchooldag(day(text), midden)).toBe(expected);
  });

  it.each([
    ["goede_vrijdag", "2026-04-03", true],
    ["goede_vrijdag", "2026-05-05", false],
    ["bevrijdingsdag", "2026-05-05", true],
    ["bevrijdingsdag", "2026-04-03", false],
    ["bevrijdingsdag", "2030-05-05", false],
    ["bevrijdingsdag", "2025-05-05", false],
  ] as const)("a school that teaches on %s is open on %s: %s", (feast, text, expected) => {
    expect(isSchooldag(day(text), { ...bare, openOp: [feast] })).toBe(expected);
  });

  it("is not Hemelvaartsdag when that falls on the Bevrijdingsdag on which the school teaches", () => {
    expect(isSchooldag(day("2016-05-05"), { ...bare, openOp: ["bevrijdingsdag"] })).toBe(false);
  });
});

describe("counting schooldagen", () => {
  it.each([
    ["2026-10-12", 5, "2026-10-26"],
    ["2026-10-12", 4, "2026-10-16"],
    ["2026-10-20", 1, "2026-10-26"],
    ["2026-10-26", -1, "2026-10-16"],
    ["2026-10-20", -1, "2026-10-16"],
    ["2026-11-13", 1, "2026-11-16"],
    ["2026-11-17", 1, "2026-11-19"],
    ["2026-12-18", 1, "2027-01-04"],
    ["2027-03-25", 1, "2027-03-30"],
    ["2027-07-16", 1, "2027-08-30"],
    ["2026-10-20", 0, "2026-10-26"],
    ["2026-10-16", 0, "2026-10-16"],
  ])("from %s, %i schooldagen on is %s", (from, n, expected) => {
    expect(addSchooldagen(day(from), n, midden).toString()).toBe(expected);
  });

  it("counts a schoolweek as five schooldagen", () => {
    expect(addSchoolweken(day("2026-10-05"), 2, midden).toString()).toBe("2026-10-26");
    expect(addSchoolweken(day("2027-01-29"), -6, midden).toString()).toBe("2026-12-04");
  });

  it.each([
    ["2026-09-01", 3, "2026-12-01"],
    ["2026-11-30", 3, "2027-03-01"],
    ["2027-04-17", 3, "2027-08-30"],
    ["2026-07-18", 3, "2026-10-26"],
  ])("from %s, %i calendar months and then a schooldag is %s", (from, months, expected) => {
    expect(addMonthsThenSchooldag(day(from), months, midden).toString()).toBe(expected);
  });

  it("refuses parts of a day", () => {
    expect(() => addSchooldagen(day("2026-10-12"), 1.5, midden)).toThrow(RangeError);
  });

  it("always ends on a schooldag", () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCalendar, (date, n, cal) => {
        expect(isSchooldag(addSchooldagen(date, n, cal), cal)).toBe(true);
        expect(isSchooldag(addMonthsThenSchooldag(date, Math.abs(n) % 13, cal), cal)).toBe(true);
      }),
    );
  });

  it("comes back to where it began", () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCalendar, (date, n, cal) => {
        const from = nextSchooldag(date, cal);
        expect(addSchooldagen(addSchooldagen(from, n, cal), -n, cal).toString()).toBe(from.toString());
      }),
    );
  });

  it("never goes down when the day or the count goes up", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyCount, anyCalendar, (one, other, n, cal) => {
        const [early, late] = compare(one, other) <= 0 ? [one, other] : [other, one];
        expect(compare(addSchooldagen(early, n, cal), addSchooldagen(late, n, cal))).toBeLessThanOrEqual(0);
        expect(compare(addSchooldagen(one, n, cal), addSchooldagen(one, n + 1, cal))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("adds up", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(60), anyCalendar, (date, a, b, cal) => {
        const from = nextSchooldag(date, cal);
        expect(addSchooldagen(addSchooldagen(from, a, cal), b, cal).toString()).toBe(
          addSchooldagen(from, a + b, cal).toString(),
        );
      }),
    );
  });

  it("counts back what was added", () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCalendar, (date, n, cal) => {
        const from = nextSchooldag(date, cal);
        expect(schooldagenBetween(from, addSchooldagen(from, n, cal), cal)).toBe(n);
      }),
    );
  });

  it("leaves no schooldag out between a day and the next schooldag", () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (date, cal) => {
        const next = nextSchooldag(date, cal);
        expect(schooldagenBetween(date.subtract({ days: 1 }), next, cal)).toBe(1);
        expect(nextSchooldag(next, cal).toString()).toBe(next.toString());
      }),
    );
  });
});

describe("the horizon of a calendar", () => {
  it.each([
    ["2027-08-29", false],
    ["2027-08-30", true],
  ])("%s lies beyond it: %s", (text, expected) => {
    expect(beyondHorizon(day(text), midden)).toBe(expected);
  });

  it("does not stop the counting", () => {
    expect(addSchooldagen(day("2027-10-15"), 1, midden).toString()).toBe("2027-10-18");
  });
});

describe("a calendar from outside", () => {
  const raw = {
    regio: "N",
    holidays: [{ from: "2026-10-10", to: "2026-10-18", name: "Herfstvakantie" }],
    studiedagen: ["2026-11-18"],
    horizon: "2026-12-31",
  };
  it("is closed on both feasts unless it says otherwise", () => {
    const cal = schoolCalendarSchema.parse(raw);
    expect(cal.openOp).toEqual([]);
    expect(isSchooldag(day("2026-10-12"), cal)).toBe(false);
  });

  it.each([
    ["an end before the begin", { ...raw, holidays: [{ from: "2026-10-18", to: "2026-10-10", name: "x" }] }],
    ["a day that does not exist", { ...raw, studiedagen: ["2026-02-30"] }],
    ["an unknown region", { ...raw, regio: "O" }],
    ["an open feast that is a public holiday", { ...raw, openOp: ["koningsdag"] }],
  ])("is refused with %s", (_why, value) => {
    expect(schoolCalendarSchema.safeParse(value).success).toBe(false);
  });
});
