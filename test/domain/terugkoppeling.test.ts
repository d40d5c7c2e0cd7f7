import { describe, expect, it } from "vitest";
import { akkoordPartijen, kandidatenOf } from "#domain/akkoord.ts";
import { seal } from "#domain/sealed.ts";
import {
  checkTerugkoppeling,
  oudersHorenIn,
  type TerugkoppelingFacts,
  type TerugkoppelingForm,
} from "#domain/terugkoppeling.ts";
import { aBesluit, aDossier, aTeamlid, aToestemming, date, someLeerling, today } from "./a-dossier.ts";

const facts = (over: Partial<TerugkoppelingFacts> = {}): TerugkoppelingFacts => ({
  besluit: aBesluit(["regierol_toewijzen"]),
  partijen: ["ouder1", "ouder2"],
  kandidaten: ["smw1", "bpo1"],
  today,
  ...over,
});
const form = (over: Partial<TerugkoppelingForm> = {}): TerugkoppelingForm => ({
  verteldOp: date("2026-11-21"),
  antwoord: "ja",
  akkoordOp: date("2026-11-22"),
  akkoordVan: ["ouder1", "ouder2"],
  aan: null,
  daarna: null,
  reden: null,
  oudersHoren: null,
  ...over,
});
/** The outcome, or the one field that is wrong and why. */
function outcome(over: Partial<TerugkoppelingForm>, about: Partial<TerugkoppelingFacts> = {}): string {
  const checked = checkTerugkoppeling(form(over), facts(about));
  if (checked.ok) return checked.value.soort;
  return Object.entries(checked.error)
    .map(([veld, problem]) => `${veld}: ${problem.kind}`)
    .join(", ");
}

describe("what is recorded after telling the parents", () => {
  it.each([
    ["a yes of both", {}, "akkoord"],
    ["a yes of both on the day itself", { akkoordOp: date("2026-11-21") }, "akkoord"],
    ["a yes of today", { akkoordOp: today }, "akkoord"],
    ["a yes of tomorrow", { akkoordOp: date("2026-11-24") }, "akkoordOp: toekomst"],
    ["a yes from the day before they were told", { akkoordOp: date("2026-11-20") }, "akkoordOp: te_vroeg"],
    ["a yes without a day", { akkoordOp: null }, "akkoordOp: leeg"],
    ["a yes of one", { akkoordVan: ["ouder2"] }, "akkoordVan: niet_iedereen"],
    ["a yes of both and the pupil", { akkoordVan: ["ouder1", "ouder2", "leerling"] }, "akkoord"],
    [
      "told on the day of the besluit",
      { verteldOp: date("2026-11-20"), akkoordOp: date("2026-11-20") },
      "akkoord",
    ],
    ["told the day before", { verteldOp: date("2026-11-19") }, "verteldOp: te_vroeg"],
    ["told tomorrow", { verteldOp: date("2026-11-24") }, "verteldOp: toekomst"],
    ["thinking about it", { antwoord: "nog_niet", akkoordOp: null, akkoordVan: [] }, "verteld"],
    [
      "a no of one, back to the round",
      { antwoord: "nee", akkoordVan: ["ouder2"], daarna: "klaargezet" },
      "geweigerd",
    ],
    [
      "a no of one, closed",
      { antwoord: "nee", akkoordVan: ["ouder2"], daarna: "afgesloten", reden: "niet" },
      "geweigerd",
    ],
    ["a no, closed without a reason", { antwoord: "nee", daarna: "afgesloten" }, "reden: leeg"],
    ["a no without what comes next", { antwoord: "nee" }, "daarna: leeg"],
    ["a no of nobody", { antwoord: "nee", akkoordVan: [], daarna: "klaargezet" }, "akkoordVan: leeg"],
  ] as const)("%s: %s", (_, over, expected) => {
    expect(outcome(over)).toBe(expected);
  });

  it.each([
    [["basisondersteuning"], {}, "afsluiten"],
    [["afsluiten"], {}, "reden: leeg"],
    [["afsluiten"], { reden: "doel_bereikt" }, "afsluiten"],
    [["doorlopen"], {}, "gemeld"],
    [["doorzetten_loket"], {}, "gemeld"],
    [["meer_informatie"], {}, "gemeld"],
  ] as const)("the besluit %s needs no akkoord (%o): %s", (besluiten, over, expected) => {
    expect(outcome({ antwoord: null, ...over }, { besluit: aBesluit([...besluiten]) })).toBe(expected);
  });

  it.each([
    ["a yes without whether the parents may hear", {}, "oudersHoren: leeg"],
    ["a yes, and the parents may hear", { oudersHoren: "ja" }, "akkoord"],
    ["a yes, and the parents may not hear", { oudersHoren: "nee" }, "akkoord"],
    ["thinking, without that", { antwoord: "nog_niet" }, "oudersHoren: leeg"],
    ["thinking, and the parents may not hear", { antwoord: "nog_niet", oudersHoren: "nee" }, "verteld"],
  ] as const)("a pupil who decides alone: %s", (_, over, expected) => {
    expect(outcome({ akkoordVan: ["leerling"], ...over }, { partijen: ["leerling"] })).toBe(expected);
  });

  it.each([
    [["leerling"], "ja", true],
    [["leerling"], "nee", false],
    [["leerling"], null, null],
    [["ouder1", "ouder2"], "nee", null],
    [["ouder1", "ouder2", "leerling"], "ja", null],
    [null, "nee", null],
  ] as const)("what %o decide keeps of %s: %s", (partijen, oudersHoren, expected) => {
    expect(oudersHorenIn({ oudersHoren }, { partijen })).toBe(expected);
  });

  it("a person who left is not asked: somebody else must be chosen, who can hold the regierol", () => {
    expect(outcome({}, { kandidaten: ["bpo1"] })).toBe("aan: niet_in_team");
    expect(outcome({ aan: "scp1" }, { kandidaten: ["bpo1"] })).toBe("aan: niet_in_team");
    expect(outcome({ aan: "bpo1" }, { kandidaten: ["bpo1"] })).toBe("akkoord");
  });

  it("the person of the besluit cannot be swapped for another while able", () => {
    const checked = checkTerugkoppeling(form({ aan: "bpo1" }), facts());
    expect(checked).toMatchObject({ value: { aan: "smw1" } });
  });
});

describe("whose akkoord it takes", () => {
  const of = (geboortemaand: string, over = {}) =>
    akkoordPartijen(aDossier({ leerling: seal(someLeerling({ geboortemaand })), ...over }), today);
  it.each([
    ["a pupil of nine", "2017-04", {}, ["ouder1", "ouder2"]],
    ["a pupil with one parent with gezag", "2017-04", { gezag: "een_ouder" }, ["ouder1"]],
    ["a pupil with a voogd", "2017-04", { gezag: "voogdij_instelling" }, ["voogd"]],
    ["a pupil of thirteen, who is asked and does not have to answer", "2013-04", {}, ["ouder1", "ouder2"]],
    ["a pupil in the month of becoming sixteen", "2010-11", {}, ["ouder1", "ouder2", "leerling"]],
    ["a pupil of seventeen", "2009-04", {}, ["leerling"]],
  ] as const)("%s", (_, geboortemaand, over, expected) => {
    expect(of(geboortemaand, over)).toEqual(expected);
  });

  it("is not known while gezag is not, or without any toestemming", () => {
    expect(of("2017-04", { gezag: "onbekend" })).toBeNull();
    expect(of("2017-04", { toestemming: null })).toBeNull();
    expect(of("2017-04", { toestemming: aToestemming({ antwoorden: [] }) })).toEqual(["ouder1", "ouder2"]);
  });
});

describe("who can be asked for the regierol", () => {
  it("has a function for it and is in the team today, each person once", () => {
    const team = [
      aTeamlid("smw1", "smw"),
      aTeamlid("smw1", "bpo"),
      aTeamlid("bpo1", "bpo", { tot: date("2026-11-22") }),
      aTeamlid("jv1", "jeugdverpleegkundige", { van: date("2026-11-24") }),
      aTeamlid("ib1", "ib"),
      aTeamlid("scp1", "scp"),
    ];
    expect(kandidatenOf({ team }, today).map(({ persoonId }) => persoonId)).toEqual(["smw1"]);
  });
});
