import { describe, expect, it } from "vitest";
import {
  checkPrik,
  checkPrikNieuw,
  momentProblem,
  type PrikFacts,
  type PrikForm,
  type PrikNieuwForm,
} from "#domain/momentprik-form.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { date, someTeam } from "./a-dossier.ts";

const time = (text: string) => Temporal.PlainTime.from(text);
/** Monday 23 November 2026, nine o'clock. */
const now = Temporal.Instant.from("2026-11-23T08:00:00Z");
const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [{ from: date("2026-12-19"), to: date("2027-01-03"), name: "Kerstvakantie" }],
  studiedagen: [date("2026-12-10")],
  openOp: [],
  horizon: date("2027-08-01"),
};
const facts: PrikFacts = {
  calendars: [cal],
  rondedagen: [date("2026-12-14")],
  now,
  duurMinuten: 60,
};
const moment = (datum: string, begin = "13:30") => ({ datum: date(datum), begin: time(begin) });
const form = (over: Partial<PrikForm> = {}): PrikForm => ({
  momenten: [moment("2026-12-07"), moment("2026-12-08"), null],
  uiterlijk: date("2026-12-03"),
  ...over,
});
const problems = (over: Partial<PrikForm>, also: Partial<PrikFacts> = {}) => {
  const checked = checkPrik(form(over), { ...facts, ...also });
  return checked.ok ? null : checked.error.problemen;
};

describe("a moment that is asked about", () => {
  it.each([
    ["2026-12-07", "13:30", undefined],
    ["2026-11-23", "09:00", { kind: "voorbij" }],
    ["2026-11-23", "09:01", undefined],
    ["2026-12-12", "13:30", { kind: "geen_schooldag", waarom: { reden: "weekend" } }],
    ["2026-12-21", "13:30", { kind: "geen_schooldag", waarom: { reden: "vakantie" } }],
    ["2026-12-10", "13:30", { kind: "geen_schooldag", waarom: { reden: "studiedag" } }],
    ["2026-12-14", "09:00", { kind: "dubbel" }],
    ["2026-12-07", "06:59", { kind: "buiten_de_dag" }],
    ["2026-12-07", "07:00", undefined],
    ["2026-12-07", "20:00", undefined],
    ["2026-12-07", "20:01", { kind: "te_laat_klaar" }],
    ["2028-03-06", "13:30", { kind: "te_ver" }],
  ])("must do as a round would: %s %s", (datum, begin, problem) => {
    const found = momentProblem(moment(datum, begin), facts);
    if (problem) expect(found).toMatchObject(problem);
    else expect(found).toBeUndefined();
  });

  it("is another one than that of the round, though it may be on its day", () => {
    const ronde = moment("2026-12-09");
    expect(momentProblem(moment("2026-12-09"), { ...facts, ronde })).toEqual({ kind: "nu_al" });
    expect(momentProblem(moment("2026-12-09", "09:00"), { ...facts, ronde })).toBeUndefined();
  });

  it("must do for every school of the team", () => {
    const other = { ...cal, studiedagen: [date("2026-12-07")] };
    expect(momentProblem(moment("2026-12-07"), { ...facts, calendars: [cal, other] })).toMatchObject({
      kind: "geen_schooldag",
    });
  });
});

describe("the question to the team", () => {
  it("keeps the moments that were filled in", () => {
    expect(checkPrik(form(), facts)).toEqual({
      ok: true,
      value: [moment("2026-12-07"), moment("2026-12-08")],
    });
  });

  it("is about two moments at least", () => {
    expect(problems({ momenten: [moment("2026-12-07"), null, null] })).toMatchObject({ teWeinig: true });
  });

  it("marks what is wrong in its own place", () => {
    const momenten = [moment("2026-12-12"), null, moment("2026-12-08"), moment("2026-12-08")];
    expect(problems({ momenten })?.momenten).toMatchObject({
      0: { kind: "geen_schooldag" },
      3: { kind: "twee_keer" },
    });
  });

  it("may ask about two hours of one day", () => {
    expect(problems({ momenten: [moment("2026-12-08", "09:00"), moment("2026-12-08")] })).toBeNull();
  });

  it.each([
    ["2026-11-20", "voorbij"],
    ["2026-11-23", null],
    ["2026-12-05", "geen_schooldag"],
    ["2026-12-04", null],
    ["2026-12-07", "na_eerste"],
    ["2026-12-09", "na_eerste"],
  ])("is answered on a schooldag before the first moment: %s", (uiterlijk, kind) => {
    const found = problems({ uiterlijk: date(uiterlijk) })?.uiterlijk?.kind ?? null;
    expect(found).toBe(kind);
  });

  it("can be answered no more on a day that ended at four", () => {
    const late = Temporal.Instant.from("2026-11-23T15:00:00Z");
    expect(problems({ uiterlijk: date("2026-11-23") }, { now: late })?.uiterlijk).toEqual({
      kind: "voorbij",
    });
  });
});

describe("the question for a new round", () => {
  const nieuw = (over: Partial<PrikNieuwForm["nieuw"]> = {}, team = someTeam) =>
    checkPrikNieuw(
      {
        ...form(),
        nieuw: {
          duurMinuten: 60,
          plaats: "op_school",
          deelnameLink: "",
          deelnemers: ["smw1", "bpo1"],
          ...over,
        },
      },
      { ...facts, team, plannerId: "ib1" },
    );

  it("is asked to who was chosen and to who asks", () => {
    const checked = nieuw();
    expect(checked.ok && checked.value.gevraagd.map(({ persoonId }) => persoonId).toSorted()).toEqual([
      "bpo1",
      "ib1",
      "smw1",
    ]);
  });

  it.each([
    [{ deelnemers: [] }, { deelnemers: "te_weinig" }],
    [{ deelnemers: ["iemand"] }, { deelnemers: "niet_in_team" }],
    [{ deelnemers: ["dir1"] }, { deelnemers: "niet_in_team" }],
    [{ plaats: "online" as const }, { deelnameLink: { kind: "link_nodig" } }],
    [{ deelnameLink: "https://zoom.example/1" }, { deelnameLink: { kind: "link" } }],
    [{ duurMinuten: 240, plaats: "op_school" as const }, null],
  ])("says what is wrong: %j", (over, problem) => {
    const checked = nieuw(over);
    if (problem) expect(checked).toMatchObject({ ok: false, error: { problemen: problem } });
    else expect(checked.ok).toBe(true);
  });

  it("is not asked to who has left", () => {
    const left = someTeam.map((lid) =>
      lid.persoonId === "smw1" ? { ...lid, tot: date("2026-11-22") } : lid,
    );
    expect(nieuw({}, left)).toMatchObject({ error: { problemen: { deelnemers: "niet_in_team" } } });
  });
});
