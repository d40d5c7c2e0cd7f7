import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Aankondiging, type BewaarFeit, bewaarStap, wissenVanaf } from "#domain/bewaartermijn.ts";
import {
  bewaarSettingsSchema,
  klachtSettingsSchema,
  usualBewaarSettings,
} from "#domain/bewaartermijn-setting.ts";
import { hulpvraagStatussen } from "#domain/code.ts";
import { type SchoolCalendar, schooldagenBetween } from "#domain/schooldag.ts";
import { date, moment } from "./a-dossier.ts";

const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [{ from: date("2026-12-19"), to: date("2027-01-03"), name: "kerst" }],
  studiedagen: [],
  openOp: [],
  horizon: date("2030-01-01"),
};
const feit = (over: Partial<BewaarFeit> = {}): BewaarFeit => ({
  status: "afgesloten",
  afgeslotenOp: moment("2026-11-23T10:00"),
  gewijzigdOp: moment("2026-11-24T10:00"),
  besproken: true,
  grondslagWegOp: null,
  heldTot: null,
  ...over,
});
const open = { afgeslotenOp: null } as const;

describe("how long a hulpvraag is kept", () => {
  it.each<[string, Partial<BewaarFeit>, string | null]>([
    ["closed: two years after closing", {}, "2028-11-23"],
    ["withdrawn: six months", { ...open, status: "ingetrokken" }, "2027-05-24"],
    [
      "a concept: six weeks after it was last worked on",
      { ...open, status: "concept", besproken: false },
      "2027-01-05",
    ],
    [
      "a concept about which a round decided once: as if it were closed",
      { ...open, status: "concept" },
      "2028-11-24",
    ],
    ["held: the day after the last day", { heldTot: date("2029-01-31") }, "2029-02-01"],
    ["held for less than the term: the term", { heldTot: date("2027-01-31") }, "2028-11-23"],
    [
      "in uitvoering without a ground: six months after that went away",
      { ...open, status: "in_uitvoering", grondslagWegOp: date("2026-12-01") },
      "2027-06-01",
    ],
    [
      "besproken without a ground: the same, and held for longer when something holds it",
      { ...open, status: "besproken", grondslagWegOp: date("2026-12-01"), heldTot: date("2027-09-01") },
      "2027-09-02",
    ],
    [
      "a concept about which a round decided, without a ground: the same",
      { ...open, status: "concept", grondslagWegOp: date("2026-12-01") },
      "2027-06-01",
    ],
    [
      "a draft without a ground: the term of a draft",
      { ...open, status: "concept", besproken: false, grondslagWegOp: date("2026-12-01") },
      "2027-01-05",
    ],
    [
      "closed, and withdrawn after that: what comes first",
      { grondslagWegOp: date("2027-01-01") },
      "2027-07-01",
    ],
    [
      "closed, and withdrawn near the end of its term: no later than that",
      { grondslagWegOp: date("2028-10-01") },
      "2028-11-23",
    ],
    ["klaargezet: never", { ...open, status: "klaargezet" }, null],
    [
      "in uitvoering: never, also when something holds it",
      { ...open, status: "in_uitvoering", heldTot: date("2027-01-01") },
      null,
    ],
  ])("%s", (_, over, day) => {
    expect(wissenVanaf(feit(over), usualBewaarSettings)?.toString() ?? null).toBe(day);
  });

  it.each<[string, Aankondiging | null, Partial<BewaarFeit>, string, string]>([
    [
      "the day before it is announced",
      null,
      { ...open, status: "concept", besproken: false },
      "2026-12-07",
      "niets",
    ],
    [
      "ten schooldagen ahead",
      null,
      { ...open, status: "concept", besproken: false },
      "2026-12-08",
      "aankondigen",
    ],
    ["twenty ahead when it was closed", null, {}, "2028-10-26", "aankondigen"],
    ["the day before that", null, {}, "2028-10-25", "niets"],
    [
      "announced, the day before",
      { aangekondigdOp: date("2028-10-26"), wissenOp: date("2028-11-23") },
      {},
      "2028-11-22",
      "niets",
    ],
    [
      "announced, on the day",
      { aangekondigdOp: date("2028-10-26"), wissenOp: date("2028-11-23") },
      {},
      "2028-11-23",
      "wissen",
    ],
    [
      "announced, and then held",
      { aangekondigdOp: date("2028-10-26"), wissenOp: date("2028-11-23") },
      { heldTot: date("2029-01-01") },
      "2028-11-23",
      "afzeggen",
    ],
    [
      "announced, and then reopened",
      { aangekondigdOp: date("2028-10-26"), wissenOp: date("2028-11-23") },
      { ...open, status: "klaargezet" },
      "2028-11-23",
      "afzeggen",
    ],
    ["long past it and never announced", null, {}, "2030-03-04", "aankondigen"],
  ])("%s", (_, aankondiging, over, day, kind) => {
    expect(
      bewaarStap(feit(over), { settings: usualBewaarSettings, cal, today: date(day), aankondiging }).kind,
    ).toBe(kind);
  });

  it("erases nothing before its term, nothing unannounced, and nothing that runs", () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((n) => date("2026-11-01").add({ days: n }));
    const facts = fc.record({
      status: fc.constantFrom(...hulpvraagStatussen),
      besproken: fc.boolean(),
      heldTot: fc.option(days),
      grondslagWegOp: fc.option(days),
      changed: days,
    });
    fc.assert(
      fc.property(facts, days, fc.option(days), ({ changed, ...rest }, today, wissenOp) => {
        const at = changed.toZonedDateTime("Europe/Amsterdam").toInstant();
        const one: BewaarFeit = {
          ...rest,
          gewijzigdOp: at,
          afgeslotenOp: rest.status === "afgesloten" ? at : null,
        };
        const aankondiging = wissenOp && { aangekondigdOp: wissenOp, wissenOp };
        const stap = bewaarStap(one, { settings: usualBewaarSettings, cal, today, aankondiging });
        const vanaf = wissenVanaf(one, usualBewaarSettings);
        if (stap.kind === "wissen") {
          expect(aankondiging).not.toBeNull();
          expect(vanaf && Temporal.PlainDate.compare(vanaf, today) <= 0).toBe(true);
        }
        if (stap.kind === "aankondigen") {
          const ahead = rest.status === "concept" && !rest.besproken ? 10 : 20;
          expect(schooldagenBetween(today, stap.wissenOp, cal)).toBe(ahead);
          expect(vanaf && Temporal.PlainDate.compare(vanaf, stap.wissenOp) <= 0).toBe(true);
        }
      }),
    );
  });
});

describe("the settings of keeping", () => {
  it("have the usual lengths when nothing is set", () => {
    expect(bewaarSettingsSchema.parse({})).toEqual(usualBewaarSettings);
    expect(usualBewaarSettings).toMatchObject({
      afgesloten_maanden: 24,
      concept_weken: 6,
      aankondiging_schoolweken: 4,
    });
    expect(klachtSettingsSchema.parse({})).toEqual({
      klachtenregeling: null,
      functionaris_gegevensbescherming: null,
    });
  });

  it.each([
    [{ afgesloten_maanden: 5 }],
    [{ afgesloten_maanden: 37 }],
    [{ ingetrokken_maanden: 0 }],
    [{ concept_weken: 1 }],
    [{ aankondiging_schoolweken: 0 }],
    [{ langer_maanden: 25 }],
    [{ afgesloten_maanden: 24.5 }],
    [{ afgesloten: 24 }],
  ])("refuse %j", (given) => {
    expect(bewaarSettingsSchema.safeParse(given).success).toBe(false);
  });
});
