import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UitzonderingFeit } from "#domain/dossier.ts";
import {
  agendaOrder,
  checkRondeDag,
  endOf,
  invitable,
  overlap,
  schakelteamComplete,
  usualChair,
  usuallyInvited,
  whyClosed,
} from "#domain/overlegronde.ts";
import { isSchooldag, type SchoolCalendar } from "#domain/schooldag.ts";
import { anUitzondering, aTeamlid, date, moment, now, someTeam } from "./a-dossier.ts";

const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [{ from: date("2026-12-19"), to: date("2027-01-03"), name: "Kerstvakantie" }],
  studiedagen: [date("2026-12-08")],
  openOp: [],
  horizon: date("2027-08-01"),
};
const other: SchoolCalendar = { ...cal, studiedagen: [date("2026-12-09")] };
const time = (text: string) => Temporal.PlainTime.from(text);
const on = (day: string, begin = "13:30") => ({ datum: date(day), begin: time(begin) });

describe("the day of a round", () => {
  it.each([
    ["2026-12-07", null],
    ["2026-12-05", { reden: "weekend" }],
    ["2026-12-08", { reden: "studiedag" }],
    ["2026-12-21", { reden: "vakantie", naam: "Kerstvakantie" }],
    ["2027-03-29", { reden: "feestdag", feestdag: "tweede_paasdag" }],
  ])("%s: %o", (day, waarom) => {
    expect(whyClosed(date(day), cal)).toEqual(waarom);
  });

  it("has a reason exactly when it is no schooldag", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
        const day = date("2026-08-01").add({ days });
        expect(whyClosed(day, cal) === null).toBe(isSchooldag(day, cal));
      }),
    );
  });

  it("is one on which every school of the SZT is open; the next such day is proposed", () => {
    const both = { calendars: [cal, other], now };
    expect(checkRondeDag(on("2026-12-08"), both)).toMatchObject({ error: { voorstel: date("2026-12-10") } });
    expect(checkRondeDag(on("2026-12-09"), both)).toMatchObject({ error: { voorstel: date("2026-12-10") } });
    expect(checkRondeDag(on("2026-12-10"), both)).toEqual({ ok: true });
  });

  it("lies ahead, to the minute", () => {
    const at = { calendars: [cal], now: moment("2026-12-07T13:30") };
    expect(checkRondeDag(on("2026-12-07", "13:30"), at)).toMatchObject({ error: { kind: "voorbij" } });
    expect(checkRondeDag(on("2026-12-07", "13:31"), at)).toEqual({ ok: true });
  });
});

describe("two rounds of one person", () => {
  const from = (begin: string, duurMinuten = 60, day = "2026-12-07") => ({ ...on(day, begin), duurMinuten });
  it.each([
    ["13:30", "14:00", true],
    ["13:30", "14:30", false],
    ["14:30", "13:30", false],
    ["13:30", "13:30", true],
  ])("of an hour at %s and %s overlap: %s", (one, two, expected) => {
    expect(overlap(from(one), from(two))).toBe(expected);
    expect(overlap(from(two), from(one))).toBe(expected);
  });

  it("on different days do not", () => {
    expect(overlap(from("13:30"), from("13:30", 60, "2026-12-08"))).toBe(false);
  });

  it("end at begin plus length", () => {
    expect(endOf(from("13:30", 75)).toString()).toBe("14:45:00");
  });
});

describe("the schakelteam", () => {
  const who = (
    functie: "ib" | "coo" | "bpo" | "orthopedagoog" | "smw",
    aanwezigheid: "afwezig" | "online" | null = null,
  ) => ({
    functie,
    aanwezigheid,
  });
  it.each([
    [[who("ib"), who("bpo")], true],
    [[who("coo"), who("orthopedagoog")], true],
    [[who("ib"), who("smw")], false],
    [[who("bpo"), who("smw")], false],
    [[who("ib"), who("bpo", "afwezig")], false],
    [[who("ib"), who("bpo", "online")], true],
  ])("%o is complete: %s", (people, complete) => {
    expect(schakelteamComplete(people)).toBe(complete);
  });
});

describe("who is asked", () => {
  const day = date("2026-12-07");
  it("is nobody who leads, and each person once", () => {
    const team = [
      ...someTeam,
      aTeamlid("smw1", "wijkteam"),
      aTeamlid("oud", "smw", { tot: date("2026-12-06") }),
    ];
    const ids = invitable(team, day).map(({ persoonId }) => persoonId);
    expect(ids).not.toContain("dir1");
    expect(ids).not.toContain("oud");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is somebody with more functions as the one held longest, in whatever order they stand", () => {
    const both = [
      aTeamlid("p1", "bpo", { van: date("2026-11-01") }),
      aTeamlid("p1", "smw", { van: date("2026-08-01") }),
      aTeamlid("p1", "leerplicht", { van: date("2025-08-01") }),
    ];
    for (const team of [both, both.toReversed()]) {
      expect(invitable(team, day).map(({ functie }) => functie)).toEqual(["leerplicht"]);
      expect(usuallyInvited(team, day).map(({ functie }) => functie)).toEqual(["smw"]);
      expect(
        invitable(
          team.filter(({ functie }) => functie !== "leerplicht"),
          day,
        ).map(({ functie }) => functie),
      ).toEqual(["smw"]);
    }
  });

  it("is leerplicht, politie and others only when they are chosen", () => {
    expect(usuallyInvited(someTeam, day).map(({ persoonId }) => persoonId)).not.toContain("lpa1");
    expect(invitable(someTeam, day).map(({ persoonId }) => persoonId)).toContain("lpa1");
  });

  it("has the fixed chair of the SZT in the chair, never a directeur", () => {
    expect(usualChair(someTeam, day)).toBe("ib1");
    expect(usualChair([aTeamlid("dir1", "directeur", { voorzitter: true })], day)).toBeNull();
  });
});

describe("the order of an agenda", () => {
  const item = (
    referentie: string,
    urgentie: "gewoon" | "voorrang" | "niet_wachten" | null,
    since: string | null,
    uitzondering: UitzonderingFeit | null = null,
  ) => ({
    uitzondering,
    referentie,
    urgentie,
    klaargezetOp: since ? moment(since) : null,
  });
  it("is urgency, then waiting time, then the reference", () => {
    const items = [
      item("HV-5000", "gewoon", "2026-11-01T09:00"),
      item("HV-4000", "voorrang", "2026-11-20T09:00"),
      item("HV-3000", "gewoon", "2026-10-01T09:00"),
      item("HV-2000", "niet_wachten", "2026-11-22T09:00"),
      item("HV-1500", null, "2026-11-01T09:00"),
      item("HV-1000", "gewoon", null),
    ];
    expect(agendaOrder(items).map(({ referentie }) => referentie)).toEqual([
      "HV-2000",
      "HV-4000",
      "HV-3000",
      "HV-1500",
      "HV-5000",
      "HV-1000",
    ]);
  });

  it("has what is spoken of without the parents last, whatever its urgency, and not when that is over", () => {
    const items = [
      item("HV-1000", "niet_wachten", null, anUitzondering()),
      item("HV-2000", "niet_wachten", null, anUitzondering({ stand: "nee" })),
      item("HV-3000", "gewoon", null),
    ];
    expect(agendaOrder(items).map(({ referentie }) => referentie)).toEqual(["HV-2000", "HV-3000", "HV-1000"]);
  });
});
