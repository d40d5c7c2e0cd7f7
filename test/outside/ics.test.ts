import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { amsterdam } from "#domain/today.ts";
import { calendarFile, type IcsRonde, invitationFile } from "#outside/ics.ts";

const words = {
  agenda: "Overlegrondes",
  afzender: "Zorgronde",
  uitleg: "De agenda staat in Teams.",
};
const now = Temporal.Instant.from("2026-11-23T08:00:00Z");
const ronde = (over: Partial<IcsRonde> = {}): IcsRonde => ({
  id: "5a2b7c1e-0000-4000-8000-000000000001",
  volgorde: 2,
  onderwerp: "Overlegronde De Regenboog",
  datum: Temporal.PlainDate.from("2026-12-07"),
  begin: Temporal.PlainTime.from("13:30"),
  duurMinuten: 60,
  plaats: "Op school en online",
  deelnameLink:
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%7d",
  vervallen: false,
  ...over,
});

/** RFC 5545: unfolds the lines and groups them by component. */
function parse(body: string): {
  readonly names: readonly string[];
  readonly events: readonly ReadonlyMap<string, string>[];
} {
  const lines = body
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== "");
  const events: Map<string, string>[] = [];
  let current: Map<string, string> | undefined;
  for (const line of lines) {
    const [name = "", ...rest] = line.split(/:(.*)/s);
    if (line === "BEGIN:VEVENT") {
      current = new Map();
      events.push(current);
    } else if (line === "END:VEVENT") current = undefined;
    else current?.set(name, rest.join(""));
  }
  return { names: lines.map((line) => line.split(/[:;]/)[0] ?? ""), events };
}

const file = (...rondes: IcsRonde[]) => calendarFile(rondes, words, now);
const event = (one: IcsRonde) => parse(file(one)).events[0] ?? new Map<string, string>();

describe("a calendar file", () => {
  it("has the fields that a calendar needs to replace a round that was moved", () => {
    const fields = event(ronde());
    expect(fields.get("UID")).toBe("5a2b7c1e-0000-4000-8000-000000000001@zorgronde");
    expect(fields.get("SEQUENCE")).toBe("2");
    expect(fields.get("DTSTAMP")).toBe("20261123T080000Z");
    expect(fields.get("SUMMARY")).toBe("Overlegronde De Regenboog");
    expect(fields.get("CLASS")).toBe("PRIVATE");
  });

  it.each([
    ["2026-12-07", "20261207T133000", "20261207T143000"],
    ["2027-03-29", "20270329T133000", "20270329T143000"],
    ["2027-06-21", "20270621T133000", "20270621T143000"],
  ])("says wall time in Amsterdam, summer and winter: %s", (datum, start, end) => {
    const fields = event(ronde({ datum: Temporal.PlainDate.from(datum) }));
    expect(fields.get("DTSTART;TZID=Europe/Amsterdam")).toBe(start);
    expect(fields.get("DTEND;TZID=Europe/Amsterdam")).toBe(end);
  });

  it("explains the zone once, with the last Sundays of March and October", () => {
    const body = file(ronde(), ronde({ id: "5a2b7c1e-0000-4000-8000-000000000002" }));
    expect(body.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(body).toContain("BYMONTH=3;BYDAY=-1SU");
    expect(body).toContain("BYMONTH=10;BYDAY=-1SU");
    expect(parse(body).events).toHaveLength(2);
  });

  it("tells that a round was cancelled", () => {
    expect(event(ronde({ vervallen: true })).get("STATUS")).toBe("CANCELLED");
    expect(event(ronde()).get("STATUS")).toBe("CONFIRMED");
  });

  it("names nobody: no organiser, no attendees, no alarm with words", () => {
    const { names } = parse(file(ronde()));
    for (const name of ["ORGANIZER", "ATTENDEE", "CONTACT", "COMMENT", "VALARM"])
      expect(names).not.toContain(name);
  });

  it("keeps every line within 75 bytes, and ends each with CRLF", () => {
    const body = file(ronde());
    for (const line of body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(body.replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("leaves the link out when there is none", () => {
    expect(file(ronde({ deelnameLink: null }))).not.toContain("https://");
  });
});

/** As a calendar reads it: a parser that shares nothing with the library that wrote it. */
function readBack(body: string) {
  const calendar = new ICAL.Component(ICAL.parse(body));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [vevent, ...more] = calendar.getAllSubcomponents("vevent");
  if (!vevent || more.length > 0) throw new Error("not one event");
  const event = new ICAL.Event(vevent);
  const instant = (time: ICAL.Time) => Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
  return {
    method: calendar.getFirstPropertyValue("method"),
    status: vevent.getFirstPropertyValue("status"),
    uid: event.uid,
    sequence: event.sequence,
    start: instant(event.startDate),
    end: instant(event.endDate),
    summary: event.summary,
    organizer: event.organizer,
    // The name of a scheme is the same in capitals (RFC 3986 3.1).
    attendees: event.attendees.map((one) => String(one.getFirstValue()).replace(/^MAILTO:/, "mailto:")),
    rsvp: event.attendees.map((one) => one.getParameter("rsvp")),
  };
}

const uitnodiging = { afzender: "noreply@zorgronde.example", aan: "bram@voorbeeld.example" };
const invitation = (over: Partial<IcsRonde> = {}) =>
  readBack(invitationFile(ronde(over), uitnodiging, { words, now }));

/** Days around both changes of the clock of ten years, and any other; hours at which people are at work. */
const changes = fc
  .tuple(fc.integer({ min: 2026, max: 2035 }), fc.constantFrom(3, 10), fc.integer({ min: -1, max: 1 }))
  .map(([year, month, off]) => {
    const last = Temporal.PlainDate.from({ year, month, day: 31 });
    return last.subtract({ days: last.dayOfWeek % 7 }).add({ days: off });
  });
const anyDay = fc
  .integer({ min: 0, max: 3652 })
  .map((days) => Temporal.PlainDate.from("2026-01-01").add({ days }));
const rounds = fc.record({
  datum: fc.oneof(changes, anyDay),
  begin: fc
    .integer({ min: 7 * 60, max: 20 * 60 + 59 })
    .map((minutes) => Temporal.PlainTime.from("00:00").add({ minutes })),
  duurMinuten: fc.integer({ min: 15, max: 240 }),
  volgorde: fc.integer({ min: 0, max: 999 }),
  onderwerp: fc.stringMatching(/^Overlegronde [A-Za-zéëï' ,;\\-]{1,60}$/),
  vervallen: fc.boolean(),
});

describe("a calendar file, read by another program", () => {
  it("is the same moment, the same length and the same round, on every day and also when the clock changes", () => {
    fc.assert(
      fc.property(rounds, (over) => {
        const zoned = over.datum.toZonedDateTime({ timeZone: amsterdam, plainTime: over.begin });
        const wall = over.datum.toPlainDateTime(over.begin).add({ minutes: over.duurMinuten });
        const files = [
          invitationFile(ronde(over), uitnodiging, { words, now }),
          calendarFile([ronde(over)], words, now),
        ];
        for (const body of files) {
          const read = readBack(body);
          expect(read.start.equals(zoned.toInstant())).toBe(true);
          expect(read.end.equals(wall.toZonedDateTime(amsterdam).toInstant())).toBe(true);
          expect(read).toMatchObject({
            uid: "5a2b7c1e-0000-4000-8000-000000000001@zorgronde",
            sequence: over.volgorde,
            summary: over.onderwerp,
            status: over.vervallen ? "CANCELLED" : "CONFIRMED",
          });
          for (const line of body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("invites this one person in the name of the service, and asks for no answer", () => {
    expect(invitation()).toMatchObject({
      method: "REQUEST",
      organizer: "mailto:noreply@zorgronde.example",
      attendees: ["mailto:bram@voorbeeld.example"],
      rsvp: ["FALSE"],
    });
  });

  it("ends with the same round, the same sender and the same person", () => {
    const [begin, end] = [invitation({ volgorde: 3 }), invitation({ volgorde: 4, vervallen: true })];
    expect(end).toMatchObject({ method: "CANCEL", status: "CANCELLED", sequence: 4 });
    for (const key of ["uid", "organizer", "attendees"] as const) expect(end[key]).toEqual(begin[key]);
  });
});
