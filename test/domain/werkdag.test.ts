import { describe, expect, it } from "vitest";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { isBundleTime, isWorkday, nextBundleMoment, workRhythmSchema } from "#domain/werkdag.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const moment = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`).toInstant();
const wall = (at: Temporal.Instant | null) =>
  at?.toZonedDateTimeISO("Europe/Amsterdam").toPlainDateTime().toString({ smallestUnit: "minute" }) ?? null;
const everyDay = ["ma", "di", "wo", "do", "vr"];
const person = (own: Record<string, unknown> = {}) =>
  workRhythmSchema.parse({ id: "p1", workingDays: everyDay, ...own });
const school = (holidays: [string, string][]): SchoolCalendar => ({
  regio: "M",
  holidays: holidays.map(([from, to]) => ({ from: day(from), to: day(to), name: "vakantie" })),
  studiedagen: [],
  openOp: [],
  horizon: day("2027-12-31"),
});

describe("a workday of a person", () => {
  const tuesdays = person({ workingDays: ["di"], leave: [{ from: "2026-11-10", to: "2026-11-17" }] });
  it.each([
    ["2026-11-02", false, "a Monday"],
    ["2026-11-03", true, "a Tuesday"],
    ["2026-11-04", false, "a Wednesday"],
    ["2026-11-10", false, "the first day of leave"],
    ["2026-11-17", false, "the last day of leave"],
    ["2026-11-24", true, "the Tuesday after"],
  ])("who works on Tuesdays: %s %s, %s", (text, expected) => {
    expect(isWorkday(tuesdays, day(text))).toBe(expected);
  });

  it("is never in the weekend", () => {
    expect(isWorkday(person(), day("2026-11-07"))).toBe(false);
    expect(isWorkday(person(), day("2026-11-08"))).toBe(false);
  });
});

describe("the time for a bundle", () => {
  it.each([
    ["2026-11-03T07:59", false],
    ["2026-11-03T08:00", true],
    ["2026-11-03T17:59", true],
    ["2026-11-03T18:00", false],
    ["2026-11-03T23:30", false],
  ])("at %s: %s", (now, expected) => {
    expect(isBundleTime(person(), moment(now))).toBe(expected);
  });

  it.each(["06:59", "17:01", "8 uur"])("may not be chosen as %s", (hour) => {
    expect(workRhythmSchema.safeParse({ id: "p1", workingDays: everyDay, hour }).success).toBe(false);
  });
});

describe("the next moment for a bundle", () => {
  it.each([
    ["later today", {}, "2026-11-03T07:59", "2026-11-03T08:00"],
    ["strictly later", {}, "2026-11-03T08:00", "2026-11-04T08:00"],
    ["over the weekend", {}, "2026-11-06T12:00", "2026-11-09T08:00"],
    ["on the own day", { workingDays: ["do"] }, "2026-11-06T12:00", "2026-11-12T08:00"],
    ["at the own hour", { hour: "10:15" }, "2026-11-06T09:00", "2026-11-06T10:15"],
    ["over the end of summer time", {}, "2026-10-23T08:00", "2026-10-26T08:00"],
    ["over the beginning of summer time and Easter", {}, "2027-03-25T08:00", "2027-03-30T08:00"],
    [
      "after leave",
      { leave: [{ from: "2026-11-04", to: "2026-11-13" }] },
      "2026-11-03T09:00",
      "2026-11-16T08:00",
    ],
    ["never without working days", { workingDays: [] }, "2026-11-03T09:00", null],
  ])("comes %s", (_what, own, now, expected) => {
    expect(wall(nextBundleMoment(person(own), moment(now)))).toBe(expected);
  });

  it("waits until one of the schools is open", () => {
    const noord = school([["2026-10-10", "2026-10-18"]]);
    const midden = school([["2026-10-17", "2026-10-25"]]);
    const friday = moment("2026-10-09T09:00");
    expect(wall(nextBundleMoment(person(), friday, [noord]))).toBe("2026-10-19T08:00");
    expect(wall(nextBundleMoment(person(), friday, [noord, midden]))).toBe("2026-10-12T08:00");
    expect(wall(nextBundleMoment(person({ workingDays: ["vr"] }), friday, [midden]))).toBe(
      "2026-10-16T08:00",
    );
  });
});
