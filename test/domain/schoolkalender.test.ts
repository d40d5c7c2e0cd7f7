import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regios } from "#domain/code.ts";
import { isSchooldag, mayTeach, type SchoolCalendar } from "#domain/schooldag.ts";
import { checkKalender, dagsoorten, type KalenderForm, reeksenOf, reeksMax } from "#domain/schoolkalender.ts";
import { parseSchoolHolidays, regioCalendar } from "#domain/vakantie.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const published = parseSchoolHolidays(
  readFileSync(new URL("../../src/database/seed/school-holidays-nl.csv", import.meta.url), "utf8"),
);
if (!published.ok) throw new Error("the published holidays cannot be read");
const { value: vakanties } = published;
const midden = regioCalendar("M", vakanties);
const today = date("2026-11-23");
const form = (soort: KalenderForm["soort"], van: string, tot = van): KalenderForm => ({
  soort,
  van: date(van),
  tot: date(tot),
});

/** What the store makes of a change: a day is study day or day of school, whichever was said last. */
function changed(
  cal: SchoolCalendar,
  { soort }: KalenderForm,
  dagen: readonly Temporal.PlainDate[],
): SchoolCalendar {
  const gone = (list: readonly Temporal.PlainDate[]) =>
    list.filter((day) => !dagen.some((one) => one.equals(day)));
  const studiedagen = gone(cal.studiedagen);
  const lesdagen = gone(cal.lesdagen ?? []);
  const without: SchoolCalendar = { ...cal, studiedagen, lesdagen };
  const still = dagen.filter((day) => isSchooldag(day, without) === (soort === "vrij"));
  return soort === "vrij"
    ? { ...without, studiedagen: [...studiedagen, ...still] }
    : { ...without, lesdagen: [...lesdagen, ...still] };
}

describe("the days of one school", () => {
  it.each<[string, KalenderForm, readonly string[] | string]>([
    ["a study day", form("vrij", "2026-12-08"), ["2026-12-08"]],
    ["a row with a weekend in it", form("vrij", "2026-12-11", "2026-12-14"), ["2026-12-11", "2026-12-14"]],
    [
      "a row that runs into a holiday",
      form("vrij", "2026-12-17", "2026-12-22"),
      ["2026-12-17", "2026-12-18"],
    ],
    [
      "days of school in a holiday that is advice",
      form("les", "2027-02-22", "2027-02-23"),
      ["2027-02-22", "2027-02-23"],
    ],
    ["Goede Vrijdag, on which some teach", form("les", "2027-03-26"), ["2027-03-26"]],
    ["a day that is over", form("vrij", "2026-11-20"), "voorbij"],
    ["a last day before the first", form("vrij", "2026-12-09", "2026-12-08"), "eind_voor_begin"],
    ["more than a fortnight", form("vrij", "2027-01-11", "2027-01-27"), "te_lang"],
    ["beyond the next school year", form("vrij", "2028-08-01"), "te_ver"],
    ["a Saturday", form("vrij", "2026-12-12"), "al_zo"],
    ["a day that is free already", form("vrij", "2026-12-24"), "al_zo"],
    ["school on Christmas", form("les", "2026-12-25"), "al_zo"],
    ["school on a day of school", form("les", "2026-12-08"), "al_zo"],
  ])("%s", (_, sent, expected) => {
    const checked = checkKalender(sent, midden, today);
    if (typeof expected === "string")
      expect(checked).toMatchObject({ ok: false, error: { probleem: { kind: expected } } });
    else expect(checked.ok && checked.dagen.map(String)).toEqual(expected);
  });

  it("once set, each day is what was asked, all others are as before, and asking again changes nothing", () => {
    const day = fc.integer({ min: 0, max: 600 }).map((later) => today.add({ days: later }));
    const change = fc.record({
      soort: fc.constantFrom(...dagsoorten),
      van: day,
      length: fc.integer({ min: 0, max: reeksMax - 1 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...regios),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (regio, changes) => {
          let cal: SchoolCalendar = regioCalendar(regio, vakanties);
          for (const { soort, van, length } of changes) {
            const sent: KalenderForm = { soort, van, tot: van.add({ days: length }) };
            const checked = checkKalender(sent, cal, today);
            if (!checked.ok) {
              expect(["al_zo", "te_ver"]).toContain(checked.error.probleem.kind);
              continue;
            }
            const next = changed(cal, sent, checked.dagen);
            for (let later = 0; later < 640; later += 1) {
              const one = today.add({ days: later });
              const inside =
                Temporal.PlainDate.compare(sent.van, one) <= 0 &&
                Temporal.PlainDate.compare(one, sent.tot) <= 0;
              const expected = inside ? (soort === "les" ? mayTeach(one) : false) : isSchooldag(one, cal);
              expect(isSchooldag(one, next), `${soort} ${one}`).toBe(expected);
            }
            expect(checkKalender(sent, next, today)).toMatchObject({
              error: { probleem: { kind: "al_zo" } },
            });
            cal = next;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are said as rows: a weekend does not break one, and no day is lost or made", () => {
    expect(reeksenOf([date("2026-12-14"), date("2026-12-11"), date("2026-12-16")]).map(String)).toHaveLength(
      2,
    );
    const weekday = fc
      .integer({ min: 0, max: 80 })
      .map((later) => today.add({ days: later }))
      .filter(({ dayOfWeek }) => dayOfWeek <= 5);
    fc.assert(
      fc.property(fc.uniqueArray(weekday, { selector: String, maxLength: 30 }), (dagen) => {
        const said = reeksenOf(dagen).flatMap(({ van, tot }) =>
          Array.from({ length: van.until(tot).days + 1 }, (_, index) => van.add({ days: index })),
        );
        expect(said.filter(({ dayOfWeek }) => dayOfWeek <= 5).map(String)).toEqual(
          dagen.map(String).toSorted(),
        );
      }),
    );
  });
});
