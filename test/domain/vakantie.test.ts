import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Regio } from "#domain/code.ts";
import { isSchooldag } from "#domain/schooldag.ts";
import { parseSchoolHolidays, regioCalendar } from "#domain/vakantie.ts";

const seed = readFileSync(new URL("../../src/database/seed/school-holidays-nl.csv", import.meta.url), "utf8");
const header = "StartDate;EndDate;Type;RegionalScope;Name;Groups";
const row = (from: string, to: string, groups = "NO,MI,ZU", name = "NL Herfstvakantie,EN Autumn") =>
  `${from};${to};School;Regional;${name};${groups}`;
const file = (...rows: string[]) => [header, ...rows, ""].join("\n");
const day = (text: string) => Temporal.PlainDate.from(text);

function vakanties(csv: string) {
  const parsed = parseSchoolHolidays(csv);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}

describe("the school holidays that come with the app", () => {
  it.each([
    ["N", "Herfstvakantie", "2026-10-10", "2026-10-18"],
    ["M", "Herfstvakantie", "2026-10-17", "2026-10-25"],
    ["Z", "Voorjaarsvakantie", "2027-02-13", "2027-02-21"],
    ["N", "Kerstvakantie", "2026-12-19", "2027-01-03"],
    ["M", "Meivakantie", "2027-04-24", "2027-05-02"],
    ["M", "Zomervakantie", "2027-07-17", "2027-08-29"],
    ["Z", "Zomervakantie", "2028-07-22", "2028-09-03"],
  ] satisfies [Regio, string, string, string][])(
    "give region %s %s from %s to %s",
    (regio, name, from, to) => {
      const found = vakanties(seed)[regio].holidays.map((h) => `${h.name} ${h.from} ${h.to}`);
      expect(found).toContain(`${name} ${from} ${to}`);
    },
  );

  it.each(["N", "M", "Z"] as const)(
    "give region %s each holiday of two whole school years, in order",
    (regio) => {
      const { holidays, horizon } = vakanties(seed)[regio];
      for (const [from, to] of [
        ["2026-09-07", "2027-09-05"],
        ["2027-09-06", "2028-09-03"],
      ] as const) {
        const year = holidays.filter(
          (h) =>
            Temporal.PlainDate.compare(h.from, day(from)) > 0 &&
            Temporal.PlainDate.compare(h.to, day(to)) <= 0,
        );
        expect(year.map((h) => h.name)).toEqual([
          "Herfstvakantie",
          "Kerstvakantie",
          "Voorjaarsvakantie",
          "Meivakantie",
          "Zomervakantie",
        ]);
        expect(year.every((h) => h.from.dayOfWeek === 6 && h.to.dayOfWeek === 7)).toBe(true);
      }
      expect(horizon.toString()).toBe("2029-01-07");
    },
  );

  it("make a calendar with the study days of the school", () => {
    const cal = regioCalendar("M", vakanties(seed), [day("2026-11-18")]);
    expect(isSchooldag(day("2026-10-19"), cal)).toBe(false);
    expect(isSchooldag(day("2026-10-12"), cal)).toBe(true);
    expect(isSchooldag(day("2026-11-18"), cal)).toBe(false);
    expect(cal.horizon.toString()).toBe("2029-01-07");
  });
});

describe("a file of school holidays", () => {
  it("may come from Windows, with other kinds of days in it", () => {
    const csv = `\uFEFF${file(row("2026-10-10", "2026-10-18"), "2026-12-05;2026-12-05;Observance;National;NL Sinterklaas;")}`;
    expect(vakanties(csv.replaceAll("\n", "\r\n")).Z.holidays).toHaveLength(1);
  });

  it.each([
    ["another header", "a;b;c\n", { kind: "onbekende_kop" }],
    ["nothing", "", { kind: "onbekende_kop" }],
    ["a broken line", file("2026-10-10;2026-10-18"), { kind: "regel_onleesbaar", regel: 2 }],
    ["a date that is none", file(row("2026-02-30", "2026-03-08")), { kind: "regel_onleesbaar", regel: 2 }],
    [
      "no Dutch name",
      file(row("2026-10-10", "2026-10-18", "NO", "EN Autumn")),
      { kind: "regel_onleesbaar", regel: 2 },
    ],
    ["no region", file(row("2026-10-10", "2026-10-18", "")), { kind: "regel_onleesbaar", regel: 2 }],
    [
      "an unknown region",
      file(row("2026-10-10", "2026-10-18", "NO,XX")),
      { kind: "onbekende_regio", regel: 2 },
    ],
    ["an end before the begin", file(row("2026-10-18", "2026-10-10")), { kind: "eind_voor_begin", regel: 2 }],
    [
      "the slip of the source in spring 2027",
      file(row("2026-10-10", "2026-10-18"), row("2027-02-13", "2027-03-21", "ZU", "NL Voorjaarsvakantie")),
      { kind: "te_lang", regel: 3, dagen: 37 },
    ],
    [
      "two holidays over each other",
      file(row("2026-10-10", "2026-10-18"), row("2026-10-18", "2026-10-25", "MI")),
      { kind: "overlap", regio: "M", op: day("2026-10-18") },
    ],
    [
      "a region without holidays",
      file(row("2026-10-10", "2026-10-18", "NO,MI")),
      { kind: "regio_leeg", regio: "Z" },
    ],
  ])("with %s is refused", (_what, csv, error) => {
    expect(parseSchoolHolidays(csv)).toEqual({ ok: false, error });
  });
});
