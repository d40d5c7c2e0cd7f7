import { describe, expect, it } from "vitest";
import type { Plaats } from "#domain/code.ts";
import { overlap } from "#domain/overlegronde.ts";
import { checkPlan, dayProblem, plansFor, type RondeForm, sameInCalendar } from "#domain/ronde-plan.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { aRonde, date, now, someTeam } from "./a-dossier.ts";

const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [],
  studiedagen: [],
  openOp: [],
  horizon: date("2027-08-01"),
};
const facts = { team: someTeam, calendars: [cal], now, plannerId: "ib1" };
const time = (text: string) => Temporal.PlainTime.from(text);
const link = "https://teams.microsoft.com/meet/2345678901234";
const form = (over: Partial<RondeForm> = {}): RondeForm => ({
  datum: date("2026-12-07"),
  begin: Temporal.PlainTime.from("13:30"),
  duurMinuten: 60,
  plaats: "op_school_en_online",
  deelnameLink: link,
  deelnemers: ["smw1"],
  voorzitterId: "ib1",
  ...over,
});
const problems = (over: Partial<RondeForm>) => {
  const checked = checkPlan(form(over), facts);
  return checked.ok ? {} : checked.error.problemen;
};

describe("the form of a round", () => {
  it("asks who plans and who chairs, also when they were not ticked", () => {
    const checked = checkPlan(form({ deelnemers: ["smw1"], voorzitterId: "bpo1" }), facts);
    expect(checked.ok && checked.value.deelnemers.map(({ persoonId }) => persoonId).sort()).toEqual([
      "bpo1",
      "ib1",
      "smw1",
    ]);
  });

  it.each<[Plaats, boolean]>([
    ["op_school", false],
    ["wijkteam", false],
    ["online", true],
    ["op_school_en_online", true],
  ])("%s needs a link: %s", (plaats, needed) => {
    expect(problems({ plaats, deelnameLink: " " }).deelnameLink).toEqual(
      needed ? { kind: "link_nodig" } : undefined,
    );
  });

  it.each<[string, Partial<RondeForm>, object]>([
    [
      "a link of another service",
      { deelnameLink: "https://zoom.example/j/1" },
      { deelnameLink: { kind: "link", fout: "andere_dienst" } },
    ],
    ["a day that is over", { datum: date("2026-11-20") }, { datum: { kind: "voorbij" } }],
    [
      "a Saturday",
      { datum: date("2026-12-05") },
      { datum: { kind: "geen_schooldag", voorstel: date("2026-12-07") } },
    ],
    ["nobody else", { deelnemers: [] }, { deelnemers: { kind: "te_weinig" } }],
    ["a stranger", { deelnemers: ["vreemde"] }, { deelnemers: { kind: "niet_in_team" } }],
    ["the directeur in the chair", { voorzitterId: "dir1" }, { voorzitter: { kind: "niet_in_team" } }],
    ["23:30 hours", { begin: time("23:30") }, { begin: { kind: "buiten_de_dag" } }],
    ["06:59 hours", { begin: time("06:59") }, { begin: { kind: "buiten_de_dag" } }],
    [
      "a minute past nine in the evening",
      { begin: time("20:00"), duurMinuten: 61 },
      { duurMinuten: { kind: "te_laat_klaar" } },
    ],
    [
      "a day of the year after next",
      { datum: date("2027-12-29") },
      { datum: { kind: "te_ver", uiterlijk: date("2027-12-28") } },
    ],
  ])("is refused for %s", (_, over, expected) => {
    expect(problems(over)).toMatchObject(expected);
  });
});

describe("a day too far away", () => {
  it.each([
    ["a Sunday", "2027-03-07", "2027-03-05"],
    ["a Saturday", "2027-03-06", "2027-03-05"],
    ["a Friday", "2027-03-05", "2027-03-05"],
  ])("is answered with the last weekday when the last day is %s", (_, uiterlijk, offered) => {
    const asked = { datum: date("2027-04-01"), begin: time("13:30") };
    expect(dayProblem(asked, { calendars: [cal], now, uiterlijk: date(uiterlijk) })).toEqual({
      kind: "te_ver",
      uiterlijk: date(offered),
    });
  });
});

describe("the hours of a round", () => {
  it.each([
    ["07:00", 60],
    ["20:00", 60],
    ["20:45", 15],
  ])("may be from %s for %i minutes", (begin, duurMinuten) => {
    expect(problems({ begin: time(begin), duurMinuten })).toEqual({});
  });

  it("lie at most four hundred days ahead", () => {
    expect(problems({ datum: date("2027-12-28") })).toEqual({});
  });
});

describe("who plans", () => {
  const lid = (sztId: string, functie: "ib" | "coo" | "smw" | "directeur", voorzitter = false) => ({
    sztId,
    schoolId: null,
    functie,
    voorzitter,
  });
  it("is the ib or coo, or the fixed chair; a directeur never", () => {
    expect(
      plansFor({
        lidmaatschappen: [
          lid("a", "ib"),
          lid("b", "smw"),
          lid("c", "smw", true),
          lid("d", "directeur", true),
          lid("e", "coo"),
          lid("a", "smw", true),
        ],
      }),
    ).toEqual(["a", "c", "e"]);
  });
});

describe("what stands in a calendar", () => {
  const ronde = aRonde();
  it.each([
    [{ datum: date("2026-11-21") }, false],
    [{ begin: Temporal.PlainTime.from("13:31") }, false],
    [{ duurMinuten: 61 }, false],
    [{ plaats: "cjg" as const }, false],
    [{ deelnameLink: null }, false],
    [{ voorzitterId: "smw1", deelnemers: [] }, true],
  ])("is the same after %o: %s", (over, same) => {
    expect(sameInCalendar(ronde, { ...ronde, ...over })).toBe(same);
  });
});

describe("two rounds of one team", () => {
  it.each([
    ["12:30", 60, false],
    ["12:30", 61, true],
    ["13:00", 240, true],
    ["13:30", 60, true],
    ["13:45", 15, true],
    ["14:29", 15, true],
    ["14:30", 60, false],
  ])(
    "of which one begins at %s for %i minutes and the other at 13:30 for an hour: overlap %s",
    (begin, duur, answer) => {
      const [one, other] = [form(), form({ begin: time(begin), duurMinuten: duur })];
      expect([overlap(one, other), overlap(other, one)]).toEqual([answer, answer]);
      expect(overlap(one, { ...other, datum: date("2026-12-08") })).toBe(false);
    },
  );
});
