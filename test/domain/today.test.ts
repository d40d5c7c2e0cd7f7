import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentOf, todayIn } from "#domain/today.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);

describe("wall time in the Netherlands", () => {
  it.each([
    ["2026-10-23", "08:00", "2026-10-23T06:00:00Z", "the last school day of summer time"],
    ["2026-10-26", "08:00", "2026-10-26T07:00:00Z", "the first of winter time"],
    ["2027-03-26", "08:00", "2027-03-26T07:00:00Z", "the last of winter time"],
    ["2027-03-29", "08:00", "2027-03-29T06:00:00Z", "the first of summer time"],
    ["2027-03-28", "02:30", "2027-03-28T01:30:00Z", "an hour that the clock skips"],
  ])("on %s %s is %s, %s", (date, clock, moment) => {
    expect(momentOf(day(date), time(clock)).toString()).toBe(moment);
  });

  it.each([
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
  ])("at %s it is %s", (moment, date) => {
    expect(todayIn(Temporal.Instant.from(moment)).toString()).toBe(date);
  });

  it("falls on the day it was set for, outside the night in which the clock changes", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 3 * 60, max: 24 * 60 - 1 }), (days, minutes) => {
        const date = day("2000-01-01").add({ days });
        const clock = time("00:00").add({ minutes });
        expect(todayIn(momentOf(date, clock)).equals(date)).toBe(true);
      }),
    );
  });
});
