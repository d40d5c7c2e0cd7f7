import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AfspraakFeiten,
  afspraakFoutSchema,
  drukOf,
  nextLook,
  nextTry,
  passes,
  seeAfspraak,
  wantedAfspraak,
} from "#domain/afspraak.ts";
import type { RondeFeit, TeamlidFeit } from "#domain/dossier.ts";
import { aRonde, date, moment, someTeam } from "./a-dossier.ts";

const people = ["a", "b", "c"] as const;
const [first] = someTeam.filter(({ functie }) => functie === "smw");
if (!first) throw new Error("nobody of this function");
const team: readonly TeamlidFeit[] = people.map((persoonId) => ({ ...first, persoonId, tot: null }));
const feiten = (over: Partial<RondeFeit> = {}, more: Partial<AfspraakFeiten> = {}): AfspraakFeiten => ({
  ronde: aRonde({
    status: "gepland",
    datum: date("2026-12-07"),
    deelnemers: people.map((persoonId) => ({
      persoonId,
      naam: persoonId,
      functie: "smw",
      aanwezigheid: null,
    })),
    deelnameLink: null,
    plaats: "op_school_en_online",
    ...over,
  }),
  team,
  scholen: ["De Regenboog"],
  adressen: new Map(people.map((persoonId) => [persoonId, `${persoonId}@Voorbeeld.nl`])),
  eigenLink: null,
  ...more,
});
const own = "https://teams.microsoft.com/l/meetup-join/eigen";
const given = "https://teams.microsoft.com/l/meetup-join/gegeven";

describe("what should stand in Outlook", () => {
  const links = [
    ["op_school_en_online", null, null, { link: null, online: true }],
    ["online", null, null, { link: null, online: true }],
    ["op_school", null, null, { link: null, online: false }],
    ["online", own, own, { link: null, online: true }],
    ["online", given, own, { link: given, online: false }],
    ["op_school", given, null, { link: given, online: false }],
  ] as const;
  it.each(links)(
    "has one meeting: at %s with link %s while Outlook made %s",
    (plaats, deelnameLink, eigenLink, meeting) => {
      expect(wantedAfspraak(feiten({ plaats, deelnameLink }, { eigenLink }))).toMatchObject(meeting);
    },
  );

  it("is nothing for a round that is called off, or one in which nobody has an address", () => {
    expect(wantedAfspraak(feiten({ status: "vervallen" }))).toBeNull();
    expect(wantedAfspraak(feiten({}, { adressen: new Map() }))).toBeNull();
  });

  const left = (tot: string): readonly TeamlidFeit[] =>
    team.map((lid) => (lid.persoonId === "b" ? { ...lid, tot: date(tot) } : lid));
  it.each([
    ["2026-12-06", ["a@voorbeeld.nl", "c@voorbeeld.nl"]],
    ["2026-12-07", ["a@voorbeeld.nl", "b@voorbeeld.nl", "c@voorbeeld.nl"]],
  ])("invites who belongs to the team on its day: one leaves on %s", (tot, deelnemers) => {
    expect(wantedAfspraak(feiten({}, { team: left(tot) }))?.deelnemers).toEqual(deelnemers);
  });

  it("is the same whatever changes that does not stand in a calendar", () => {
    fc.assert(
      fc.property(
        fc.record({
          versie: fc.nat(),
          icsVolgorde: fc.nat(),
          notulistId: fc.constantFrom(null, "a", "b"),
          voorzitterId: fc.constantFrom(...people),
          deelnemers: fc.shuffledSubarray(feiten().ronde.deelnemers.slice(), { minLength: 3, maxLength: 3 }),
        }),
        (over) => {
          expect(wantedAfspraak(feiten(over))).toEqual(wantedAfspraak(feiten()));
        },
      ),
    );
  });
});

describe("another try", () => {
  const now = moment("2026-11-23T09:00");
  it("comes later and later, never before Outlook asked, and within the hour when it passes by itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...afspraakFoutSchema.options),
        fc.integer({ min: 1, max: 400 }),
        fc.option(fc.integer({ min: 1, max: 3600 })),
        (fout, pogingen, seconds) => {
          const rust = seconds === null ? undefined : Temporal.Duration.from({ seconds });
          const wait = (times: number) =>
            now.until(nextTry({ fout, pogingen: times, rust }, now)).total("seconds");
          expect(wait(pogingen)).toBeGreaterThanOrEqual(60);
          expect(wait(pogingen)).toBeLessThanOrEqual(3600);
          expect(wait(pogingen + 1)).toBeGreaterThanOrEqual(wait(pogingen));
          if (passes(fout)) expect(wait(pogingen)).toBeGreaterThanOrEqual(seconds ?? 0);
        },
      ),
    );
  });
});

describe("looking whether it still stands", () => {
  it.each([
    ["2026-12-07", "2026-11-23T09:00", "2026-11-24T05:30"],
    ["2026-12-07", "2026-12-06T23:59", "2026-12-07T05:30"],
    ["2026-12-07", "2026-12-07T05:29", null],
    ["2027-03-01", "2026-11-23T09:00", "2027-01-30T05:30"],
    ["2026-12-24", "2026-11-23T09:00", "2026-11-24T05:30"],
    ["2026-12-25", "2026-11-23T09:00", "2026-11-25T05:30"],
  ])("of %s, seen at %s, is next done at %s", (datum, at, next) => {
    const begin = Temporal.PlainTime.from("13:30");
    expect(nextLook({ datum: date(datum), begin }, moment(at))).toEqual(next === null ? null : moment(next));
  });
});

describe("what the ib reads of it", () => {
  const row = { stand: "wacht", fout: null, pogingen: 0, eigenLink: null } as const;
  it.each([
    ["nothing without an event", null, null],
    ["nothing while it is on its way", row, null],
    ["nothing after one bad try", { ...row, fout: "druk", pogingen: 1 }, null],
    [
      "that it takes long",
      { ...row, fout: "druk", pogingen: 2 },
      { kind: "nog_niet", fout: "druk", stond: false },
    ],
    ["that it is there", { ...row, stand: "staat" }, { kind: "staat" }],
    [
      "at once what somebody must mend",
      { ...row, fout: "geen_toegang", pogingen: 1 },
      { kind: "lukt_niet", fout: "geen_toegang", stond: false },
    ],
    [
      "that what stands there is old",
      { ...row, stand: "staat", fout: "geweigerd", pogingen: 1 },
      { kind: "lukt_niet", fout: "geweigerd", stond: true },
    ],
  ] as const)("is %s", (_, feit, seen) => {
    expect(seeAfspraak(feit)).toEqual(seen);
  });
});

describe("how busy people are", () => {
  it.each([
    [[], null],
    [["2", "2"], null],
    [["00", "02", "40"], { bezet: 1, van: 3 }],
    [["1", "3", "0", "4"], { bezet: 2, van: 4 }],
  ])("is told of three or more, and never of whom: %j", (views, told) => {
    expect(drukOf(views)).toEqual(told);
  });
});
