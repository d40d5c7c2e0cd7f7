import { describe, expect, it } from "vitest";
import { calendarFile, type IcsRonde } from "#outside/ics.ts";

const words = {
  agenda: "Overlegrondes",
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
