import { describe, expect, it } from "vitest";
import { actieHouders } from "#domain/actie-houder.ts";
import {
  type BesluitForm,
  checkBesluit,
  mogelijkeBesluiten,
  movedDates,
  onSchooldag,
  regierolKandidaten,
} from "#domain/besluit-form.ts";
import { besluiten } from "#domain/code.ts";
import type { ToestemmingFeit } from "#domain/dossier.ts";
import { checkBesluiten } from "#domain/hulpvraag.ts";
import {
  aDossier,
  anAgendapunt,
  anInstemming,
  aRegierol,
  aRonde,
  aTeamlid,
  aToestemming,
  date,
  now,
  someTeam,
  today,
} from "./a-dossier.ts";

const dossier = aDossier();
const facts = { dossier, known: null, now };
const form = (over: Partial<BesluitForm> = {}): BesluitForm => ({
  besluiten: ["basisondersteuning"],
  afweging: "De school kan dit zelf.",
  regierolVoor: null,
  terugOp: null,
  acties: [],
  ...over,
});

describe("the form of a besluit", () => {
  it("is right with a besluit and one sentence", () => {
    expect(checkBesluit(form(), facts)).toBeNull();
  });

  it("takes the combinations that the rule of besluiten takes, and no others", () => {
    for (const one of besluiten) {
      for (const other of besluiten) {
        const list = [one, other];
        const problem = checkBesluit(
          form({ besluiten: list, regierolVoor: "smw1", terugOp: date("2026-12-01") }),
          { ...facts, dossier: { ...dossier, regierollen: [aRegierol("smw1")] } },
        );
        expect(problem === null, list.join("+")).toBe(checkBesluiten(list).ok);
      }
    }
  });

  it.each([
    ["smw1", true],
    ["bpo1", true],
    ["jv1", true],
    ["wijk1", false],
    ["scp1", false],
    ["ib1", false],
    ["dir1", false],
    ["vreemde", false],
  ])("lets %s be asked for the regierol: %s (003, Rollen)", (regierolVoor, can) => {
    const problem = checkBesluit(form({ besluiten: ["regierol_toewijzen"], regierolVoor }), facts);
    expect(problem === null).toBe(can);
  });

  it("needs a regierol that runs to go on with it", () => {
    expect(checkBesluit(form({ besluiten: ["doorlopen"] }), facts)).toEqual({
      besluiten: { kind: "geen_regierol" },
    });
    const held = { ...dossier, regierollen: [aRegierol("smw1")] };
    expect(checkBesluit(form({ besluiten: ["doorlopen"] }), { ...facts, dossier: held })).toBeNull();
  });

  it.each([
    [null, { kind: "leeg" }],
    [date("2026-11-22"), { kind: "voorbij" }],
    [date("2026-11-23"), undefined],
    [date("2027-12-28"), undefined],
    [date("2027-12-29"), { kind: "te_ver", uiterlijk: date("2027-12-28") }],
  ])("with %s as the day of more information: %o", (terugOp, problem) => {
    expect(checkBesluit(form({ besluiten: ["meer_informatie"], terugOp }), facts)?.terugOp).toEqual(problem);
  });

  it("takes an actie as a whole: who, what and when", () => {
    const actie = { houderId: "smw1", wat: "Belt", datum: date("2026-12-01") };
    const check = (over: object) => checkBesluit(form({ acties: [actie, { ...actie, ...over }] }), facts);
    expect(check({})).toBeNull();
    expect(check({ houderId: "" })).toEqual({ wie2: { kind: "leeg" } });
    expect(check({ houderId: "dir1" })).toEqual({ wie2: { kind: "niet_in_team" } });
    expect(check({ houderId: "wijk1" })).toEqual({
      wie2: { kind: "niet_in_toestemming", naam: "Naam van wijk1" },
    });
    expect(check({ wat: "" })).toEqual({ wat2: { kind: "leeg" } });
    expect(check({ datum: null })).toEqual({ datum2: { kind: "leeg" } });
    expect(check({ datum: date("2026-11-22") })).toEqual({ datum2: { kind: "voorbij" } });
    expect(check({ datum: date("2036-12-01") })).toMatchObject({ datum2: { kind: "te_ver" } });
  });

  it("screens every text, and knows the name of its own case", () => {
    const bsn = "Het BSN is 111222333.";
    expect(checkBesluit(form({ afweging: bsn }), facts)).toMatchObject({
      afweging: { kind: "bevat", gevonden: [{ type: "bsn" }] },
    });
    const known = { naam: "Noor Voorbeeld" };
    expect(checkBesluit(form({ afweging: "Noor heeft rust nodig." }), { ...facts, known })).toBeNull();
  });
});

describe("what a round can decide", () => {
  const on = (toestemming: ToestemmingFeit) => aDossier({ toestemming });

  it("is not to pass it on to the Loket while the parents were only told", () => {
    expect(mogelijkeBesluiten(on(aToestemming()), today)).toContain("doorzetten_loket");
    expect(mogelijkeBesluiten(on(anInstemming()), today)).not.toContain("doorzetten_loket");
    const asked = form({ besluiten: ["meer_informatie", "doorzetten_loket"], terugOp: date("2026-12-01") });
    expect(checkBesluit(asked, { ...facts, dossier: on(anInstemming()) })).toEqual({
      besluiten: { kind: "loket_zonder_toestemming" },
    });
    expect(checkBesluit(asked, { ...facts, dossier: on(aToestemming()) })).toBeNull();
  });
});

describe("who can be given an actie", () => {
  const ids = (over: Parameters<typeof aDossier>[0] = {}) =>
    actieHouders(aDossier(over), { now }).map(({ persoonId }) => persoonId);
  const named = ["ib1", "smw1", "smw2", "bpo1", "scp1"];

  it.each(["geagendeerd", "besproken", "klaargezet", "in_uitvoering"] as const)(
    "is the ib and who is named in the toestemming, while it is %s",
    (status) => {
      expect(ids({ status })).toEqual(named);
      const partners = ["wijkteam"] as const;
      expect(ids({ status, toestemming: aToestemming({ partners }) })).toEqual(["ib1", "wijk1"]);
    },
  );

  it("is also who holds the regierol", () => {
    expect(ids({ regierollen: [aRegierol("jv1")] })).toEqual([...named, "jv1"]);
  });

  it.each(["geagendeerd", "besproken", "klaargezet"] as const)(
    "is the ib alone when the parents were only told, also at the table where it was spoken of, while it is %s",
    (status) => {
      const punt = anAgendapunt({
        status: status === "geagendeerd" ? "gepland" : "besproken",
        ronde: aRonde({ status: "open", datum: today }),
      });
      expect(ids({ status, toestemming: anInstemming(), agendapunten: [punt] })).toEqual(["ib1"]);
    },
  );

  it("is the ib alone when the ground has run out", () => {
    expect(ids({ toestemming: aToestemming({ geldigTot: date("2026-11-22") }) })).toEqual(["ib1"]);
  });
});

describe("the day of an actie", () => {
  const cal = { regio: "Z", holidays: [], studiedagen: [], openOp: [], horizon: date("2028-08-01") } as const;
  it("is a schooldag: of another day the next one, and what moved is told once", () => {
    const [zaterdag, maandag] = [date("2026-12-05"), date("2026-12-07")];
    expect(onSchooldag({ datum: zaterdag }, cal)).toEqual({ datum: maandag });
    expect(onSchooldag({ datum: null }, cal)).toEqual({ datum: null });
    expect(movedDates([zaterdag, maandag, null, zaterdag], cal)).toEqual([{ van: zaterdag, naar: maandag }]);
  });
});

describe("who can hold the regierol", () => {
  it("is nobody who works for another school that the SZT serves alone", () => {
    const team = [aTeamlid("smw1", "smw"), aTeamlid("smw2", "smw", { schoolId: "andere school" })];
    const ids = regierolKandidaten({ team, schoolId: "school" }, today).map(({ persoonId }) => persoonId);
    expect(ids).toEqual(["smw1"]);
  });

  it("is each person once, in the team today", () => {
    const team = [...someTeam, aTeamlid("smw1", "bpo"), aTeamlid("weg", "smw", { tot: date("2026-11-22") })];
    const ids = regierolKandidaten({ team, schoolId: "school" }, today).map(({ persoonId }) => persoonId);
    expect(ids.filter((id) => id === "smw1")).toHaveLength(1);
    expect(ids).not.toContain("weg");
  });
});
