import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Notice, type NoticeKind, noticeKindSchema, noticeKinds, ringing } from "#domain/notice.ts";
import { isDaytime, nextDaytime, waitsForDay } from "#domain/rust.ts";
import { amsterdam } from "#domain/today.ts";

const wall = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(amsterdam).toInstant();
const spoken = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO(amsterdam).toPlainDateTime().toString({ smallestUnit: "minute" });

describe("the day", () => {
  it.each([
    ["before seven", "2026-11-23T06:59", "2026-11-23T08:00"],
    ["from seven on it is day", "2026-11-23T07:00", "2026-11-23T07:00"],
    ["until six", "2026-11-23T17:59", "2026-11-23T17:59"],
    ["the evening waits for the morning", "2026-11-23T18:00", "2026-11-24T08:00"],
    ["midnight", "2026-11-24T00:00", "2026-11-24T08:00"],
    ["Friday evening waits for Monday", "2026-11-27T18:30", "2026-11-30T08:00"],
    ["Saturday at noon", "2026-11-28T12:00", "2026-11-30T08:00"],
    ["the evening before Easter Monday", "2027-03-28T10:00", "2027-03-30T08:00"],
    ["Easter Monday, the clock went forward the day before", "2027-03-29T10:00", "2027-03-30T08:00"],
    ["the Friday before the clock goes back", "2026-10-23T20:00", "2026-10-26T08:00"],
    ["New Year's Eve", "2026-12-31T19:00", "2027-01-04T08:00"],
  ])("%s", (_, now, then) => {
    expect(spoken(nextDaytime(wall(now)))).toBe(then);
    expect(isDaytime(wall(now))).toBe(now === then);
  });

  it("always comes, never before now, and what waits for it comes by day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 366 * 24 * 60 }), (minutes) => {
        const now = wall("2026-08-01T00:00").add({ minutes });
        const then = nextDaytime(now);
        expect(isDaytime(then)).toBe(true);
        expect(Temporal.Instant.compare(then, now)).toBeGreaterThanOrEqual(0);
        expect(nextDaytime(then).equals(then)).toBe(true);
        // Never longer than Christmas with a weekend on both sides.
        expect(now.until(then).total("hours")).toBeLessThan(6 * 24);
      }),
    );
  });
});

const notice = (soort: NoticeKind, more: Partial<Notice> = {}): Notice => ({
  soort,
  aan: { persoonId: "bram" },
  onderwerpId: "x",
  sztId: null,
  sleutel: "s",
  ...more,
});
const byOther = { door: "noor", vandaag: false };
const byClock = { door: null, vandaag: false };

describe("what waits for the day", () => {
  it.each(noticeKindSchema.options)(
    "%s waits only when it rings unasked, and never for one's own act",
    (soort) => {
      expect(waitsForDay(notice(soort), { door: "bram", vandaag: false })).toBe(false);
      if (!ringing.includes(soort)) {
        expect(waitsForDay(notice(soort), byOther)).toBe(false);
        expect(waitsForDay(notice(soort), byClock)).toBe(false);
      }
    },
  );

  it("is everything but what people sit waiting for, and what must be known at once", () => {
    const at = (aanleiding: typeof byOther | typeof byClock) =>
      ringing.filter((soort) => !waitsForDay(notice(soort), aanleiding)).toSorted();
    const roundNow = ["ronde_geopend", "ronde_link", "ronde_overgenomen", "ronde_voorzitter"];
    expect(at(byClock)).toEqual([...roundNow, "welkom"]);
    expect(at(byOther)).toEqual(
      [
        ...roundNow,
        "welkom",
        ...["hulpvraag_gestopt", "hulpvraag_wacht", "uitzondering_besloten", "uitzondering_gevraagd"],
      ].toSorted(),
    );
  });

  it("is nothing that is urgent, clears something, is about a round of today, or goes to the channel", () => {
    expect(waitsForDay(notice("ronde_verzet"), byOther)).toBe(true);
    expect(waitsForDay(notice("ronde_verzet"), { door: "noor", vandaag: true })).toBe(false);
    expect(waitsForDay(notice("regierol_begint", { dringend: true }), byOther)).toBe(false);
    expect(waitsForDay(notice("regierol_begint", { opruimingId: "o" }), byClock)).toBe(false);
    expect(waitsForDay(notice("samenvatting_plaatsen", { aan: { kanaalSztId: "k" } }), byOther)).toBe(false);
  });

  it("knows how each kind is delivered", () => {
    for (const soort of ringing) expect(noticeKinds[soort].bezorging).toBe("melden");
  });
});
