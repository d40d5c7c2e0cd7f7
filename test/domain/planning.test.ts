import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  digestMomentSchema,
  nextDigestMoment,
  nextUnfinished,
  roundMoments,
  weekStart,
} from "#domain/planning.ts";
import { isSchooldag, type SchoolCalendar } from "#domain/schooldag.ts";
import { momentOf, todayIn } from "#domain/today.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const moment = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`).toInstant();
const wall = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO("Europe/Amsterdam").toPlainDateTime().toString({ smallestUnit: "minute" });
const cal: SchoolCalendar = {
  regio: "M",
  holidays: [{ from: day("2026-10-17"), to: day("2026-10-25"), name: "Herfstvakantie" }],
  studiedagen: [day("2026-10-28")],
  openOp: [],
  horizon: day("2027-07-16"),
};
const round = { datum: day("2026-11-03"), begin: time("13:30") };
const planned = (now: string) =>
  roundMoments(round, { cal, now: moment(now) }).map(({ kind, at }) => `${kind} ${wall(at)}`);

const oproep = "oproep 2026-10-12T08:00";
const voorlopig = "voorlopige_agenda 2026-10-26T08:00";
const vast = "agenda_vast 2026-10-30T08:00";
const link = "deelnamelink 2026-11-02T08:00";

describe("what is told before a round", () => {
  it.each([
    ["well ahead", "2026-09-07T10:00", [oproep, voorlopig, vast, link]],
    ["at the very moment of the call", "2026-10-12T08:00", [oproep, voorlopig, vast, link]],
    ["a minute after the call", "2026-10-12T08:01", [voorlopig, vast, link]],
    ["a minute after the provisional agenda", "2026-10-26T08:01", [vast, link]],
    ["a minute before the agenda is fixed", "2026-10-30T07:59", [vast, link]],
    ["a minute after it", "2026-10-30T08:01", ["agenda_vast 2026-10-30T08:01", link]],
    [
      "on the day before",
      "2026-11-02T12:00",
      ["agenda_vast 2026-11-02T12:00", "deelnamelink 2026-11-02T12:00"],
    ],
    [
      "a minute before it begins",
      "2026-11-03T13:29",
      ["agenda_vast 2026-11-03T13:29", "deelnamelink 2026-11-03T13:29"],
    ],
    ["when it begins", "2026-11-03T13:30", []],
    ["afterwards", "2026-11-04T08:00", []],
  ])("planned %s", (_when, now, expected) => {
    expect(planned(now)).toEqual(expected);
  });

  it("is told at eight on schooldagen, whatever the clock does in between, in order and before the round", () => {
    fc.assert(
      fc.property(
        fc.nat(700),
        fc.nat(40 * 24 * 60),
        fc.integer({ min: 7 * 60, max: 17 * 60 }),
        (days, ahead, minute) => {
          const begin = time("00:00").add({ minutes: minute });
          const datum = day("2026-03-01").add({ days });
          const start = momentOf(datum, begin);
          const now = start.subtract({ minutes: ahead });
          const moments = roundMoments({ datum, begin }, { cal, now });
          for (const [index, { at }] of moments.entries()) {
            expect(Temporal.Instant.compare(at, start)).toBeLessThan(0);
            expect(Temporal.Instant.compare(at, now)).toBeGreaterThanOrEqual(0);
            const before = moments[index - 1];
            if (before) expect(Temporal.Instant.compare(before.at, at)).toBeLessThanOrEqual(0);
            if (at.equals(now)) continue;
            expect(wall(at).slice(11)).toBe("08:00");
            expect(isSchooldag(todayIn(at), cal)).toBe(true);
          }
          const kinds = moments.map(({ kind }) => kind);
          if (ahead > 0) expect(kinds.slice(-2)).toEqual(["agenda_vast", "deelnamelink"]);
        },
      ),
    );
  });
});

describe("a round that nobody ended", () => {
  // Friday before the autumn holiday: the first schooldag is ten days later, the study day is none.
  const datum = day("2026-10-16");
  it.each([
    ["2026-10-16T16:00", "1 2026-10-26T08:00"],
    ["2026-10-26T07:59", "1 2026-10-26T08:00"],
    ["2026-10-26T08:00", "3 2026-10-29T08:00"],
    ["2026-10-29T08:00", "5 2026-11-02T08:00"],
    ["2026-11-02T08:00", null],
  ])("asked at %s is asked about next at %s", (now, expected) => {
    const next = nextUnfinished(datum, { cal, now: moment(now) });
    expect(next && `${next.step} ${wall(next.at)}`).toBe(expected);
  });
});

describe("the weekly digest", () => {
  it.each([
    ["2026-10-19T07:29", "2026-10-19T07:30"],
    ["2026-10-19T07:30", "2026-10-26T07:30"],
    ["2026-10-25T23:59", "2026-10-26T07:30"],
    ["2026-10-21T12:00", "2026-10-26T07:30"],
    ["2027-03-26T12:00", "2027-03-29T07:30"],
    ["2026-12-28T08:00", "2027-01-04T07:30"],
  ])("asked at %s comes at %s", (now, expected) => {
    expect(wall(nextDigestMoment(moment(now)))).toBe(expected);
  });

  it("may have another day and time, on a weekday", () => {
    const friday = digestMomentSchema.parse({ weekday: 5, time: "16:00" });
    expect(wall(nextDigestMoment(moment("2026-10-19T07:29"), friday))).toBe("2026-10-23T16:00");
    expect(wall(nextDigestMoment(moment("2026-10-24T07:29"), friday))).toBe("2026-10-30T16:00");
    expect(digestMomentSchema.safeParse({ weekday: 6 }).success).toBe(false);
    expect(digestMomentSchema.safeParse({ time: "25:00" }).success).toBe(false);
  });

  it("comes once in each week", () => {
    fc.assert(
      fc.property(fc.nat(3000 * 24 * 60), fc.integer({ min: 1, max: 5 }), (minutes, weekday) => {
        const now = moment("2024-01-01T00:00").add({ minutes });
        const own = digestMomentSchema.parse({ weekday });
        const next = nextDigestMoment(now, own);
        expect(Temporal.Instant.compare(next, now)).toBeGreaterThan(0);
        expect(todayIn(next).dayOfWeek).toBe(weekday);
        const after = nextDigestMoment(next, own);
        expect(todayIn(next).until(todayIn(after)).days).toBe(7);
      }),
    );
  });

  it("counts weeks from Monday", () => {
    expect(weekStart(day("2026-10-19")).toString()).toBe("2026-10-19");
    expect(weekStart(day("2026-10-25")).toString()).toBe("2026-10-19");
    expect(weekStart(day("2027-01-03")).toString()).toBe("2026-12-28");
  });
});
