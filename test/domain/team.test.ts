import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Functie, functies } from "#domain/code.ts";
import { activeOn } from "#domain/relatie.ts";
import {
  beslissersOver,
  groepenOf,
  type LidFeit,
  leadsTeam,
  mayChangeLid,
  seesTeam,
  seeTeam,
  toeTeVoegen,
  vacaturesOf,
  voorzitterVan,
} from "#domain/team.ts";
import {
  checkAfspraak,
  checkToevoegen,
  checkVertrek,
  checkVervanging,
  checkVoorzitter,
  laatsteDag,
  type ToevoegForm,
} from "#domain/team-form.ts";
import { usualTeamSettings } from "#domain/team-setting.ts";
import { date } from "./a-dossier.ts";

const today = date("2026-11-23");
const sztId = "een";
const lid = (over: Partial<LidFeit> = {}): LidFeit => ({
  ...{ id: "l1", persoonId: "p1", naam: "Saskia Blom", functie: "smw", schoolId: null, voorzitter: false },
  ...{ van: date("2026-08-01"), tot: null, straks: null, onderbroken: false, vervangtId: null, weg: null },
  afspraak: { uren: 4, werkdagen: ["di"] },
  ...over,
});
const as = (functie: Functie, over: { sztId?: string; schoolId?: string | null } = {}) => ({
  persoonId: "ik",
  lidmaatschappen: [{ sztId, schoolId: "school-a", voorzitter: false, functie, ...over }],
});

describe("a place in the team", () => {
  it.each<[string, readonly Partial<LidFeit>[], string]>([
    ["was never filled", [], "smw nooit"],
    ["was left yesterday", [{ tot: date("2026-11-22") }], "smw 2026-11-23"],
    ["is left today, at the end of the day", [{ tot: today }], ""],
    [
      "was left by two, counted from the last",
      [{ tot: date("2026-10-01") }, { tot: date("2026-10-09") }],
      "smw 2026-10-10",
    ],
    ["is filled by one of two", [{ tot: date("2026-10-01") }, {}], ""],
    ["is filled from tomorrow", [{ van: date("2026-11-24") }], "smw nooit"],
    ["is not known to be left", [{ tot: date("2026-11-20"), onderbroken: true }], ""],
    ["was filled by a membership that never held", [{ van: today, tot: date("2026-11-22") }], "smw nooit"],
  ])("that %s", (_, leden, expected) => {
    const found = vacaturesOf(leden.map(lid), { vaste_plekken: ["smw"] }, today);
    const smw = found.filter(({ plek }) => plek === "smw");
    expect(smw.map(({ plek, sinds }) => `${plek} ${sinds ?? "nooit"}`).join()).toBe(expected);
  });

  it("of the schakelteam is always needed; the others as the samenwerkingsverband says", () => {
    const places = (vast: typeof usualTeamSettings.vaste_plekken) =>
      vacaturesOf([], { vaste_plekken: vast }, today).map(({ plek }) => plek);
    expect(places([])).toEqual(["ib", "kernteam"]);
    expect(places(usualTeamSettings.vaste_plekken)).toEqual(["ib", "kernteam", "smw", "wijkteam", "scp"]);
    expect(places(["jgz"])).toEqual(["ib", "kernteam", "jgz"]);
  });
});

describe("who works here", () => {
  it("is shown by function, those who share one together, and who comes later too; who left is not", () => {
    const leden = [
      lid(),
      lid({ id: "l2", persoonId: "p2", van: date("2027-01-01") }),
      lid({ id: "l3", persoonId: "p3", tot: date("2026-11-22") }),
      lid({ id: "l4", persoonId: "p4", functie: "directeur" }),
    ];
    expect(groepenOf(leden, today).map((groep) => [groep.functie, groep.leden.map(({ id }) => id)])).toEqual([
      ["smw", ["l1", "l2"]],
    ]);
  });

  it("is chaired by who chairs today, and by nobody when that one left", () => {
    const chair = lid({ voorzitter: true, tot: today });
    expect(voorzitterVan([chair], today)?.persoonId).toBe("p1");
    expect(voorzitterVan([chair], date("2026-11-24"))).toBeNull();
  });

  it.each(functies)(
    "is seen by a %s only who works on hulpvragen there, and seen to by ib and coo",
    (functie) => {
      const leads = functie === "ib" || functie === "coo";
      const works = functie !== "directeur" && functie !== "bestuurder" && functie !== "beheerder";
      expect(seesTeam(as(functie), sztId)).toBe(works);
      expect(leadsTeam(as(functie), sztId)).toBe(leads);
      expect(seesTeam(as(functie, { sztId: "ander" }), sztId)).toBe(false);
    },
  );

  it.each<[string, Functie, string | null, boolean]>([
    ["a partner", "smw", null, true],
    ["a colleague of the own school", "ib", "school-a", true],
    ["an ib of another school of the SZT", "ib", "school-b", false],
    ["an ib of no known school", "coo", null, false],
    ["the directeur", "directeur", "school-a", false],
    ["the beheerder", "beheerder", null, false],
  ])("may be changed by an ib: %s", (_, functie, schoolId, may) => {
    expect(mayChangeLid(as("ib"), sztId, { functie, schoolId })).toBe(may);
    expect(mayChangeLid(as("smw"), sztId, { functie, schoolId })).toBe(false);
    expect(mayChangeLid(as("ib", { sztId: "ander" }), sztId, { functie, schoolId })).toBe(false);
  });

  it.each<[string, readonly Partial<LidFeit>[], readonly string[]]>([
    ["the ib of the school", [{ functie: "ib" }, { functie: "bpo" }], ["p-ib"]],
    ["the kernteam when no ib is left", [{ functie: "bpo" }, { functie: "wijkteam" }], ["p-bpo"]],
    [
      "the kernteam when the only ib is of another school",
      [{ functie: "ib", schoolId: "school-b" }, { functie: "bpo" }],
      ["p-bpo"],
    ],
    ["nobody when there is neither", [{ functie: "wijkteam" }, { functie: "directeur" }], []],
    [
      "no ib who left too",
      [{ functie: "ib", tot: date("2026-11-22"), onderbroken: true }, { functie: "orthopedagoog" }],
      ["p-orthopedagoog"],
    ],
    [
      "never the person itself, though with another membership",
      [{ functie: "ib", persoonId: "weg" }, { functie: "bpo" }],
      ["p-bpo"],
    ],
  ])("of an ib who may have left is asked: %s", (_, others, asked) => {
    const weg = lid({
      ...{ id: "weg", persoonId: "weg", functie: "ib", schoolId: "school-a" },
      onderbroken: true,
      tot: date("2026-11-22"),
    });
    const leden = [
      weg,
      ...others.map((one) =>
        lid({ persoonId: `p-${one.functie}`, id: `${one.functie}`, schoolId: "school-a", ...one }),
      ),
    ];
    expect(beslissersOver(weg, leden, { sztId, today })).toEqual(asked);
    const facts = { sztId, naam: "", leden, settings: usualTeamSettings };
    const wie = (persoonId: string) => seeTeam(facts, { ...as("smw"), persoonId }, today);
    for (const { persoonId, functie } of leden) {
      const own = asked.includes(persoonId);
      expect(
        wie(persoonId)?.onderbroken.some(({ id }) => id === "weg"),
        functie,
      ).toBe(own);
      expect(own && wie(persoonId)?.zonderIb).toBeFalsy();
    }
  });

  it("hears that no ib has access only since Teams told so, and who was asked", () => {
    const weg = lid({ functie: "ib", persoonId: "ib", onderbroken: true, tot: date("2026-11-22") });
    const zonder = (leden: readonly LidFeit[]) =>
      seeTeam({ sztId, naam: "", leden, settings: usualTeamSettings }, as("smw"), today)?.zonderIb;
    expect(zonder([weg])).toBe("niemand");
    expect(zonder([weg, lid({ functie: "bpo" })])).toBe("kernteam");
    expect(zonder([weg, lid({ functie: "ib", persoonId: "ander" })])).toBeNull();
    expect(zonder([lid({ ...weg, onderbroken: false })])).toBeNull();
  });

  it("is never brought in by hand as somebody who sees every case or leads", () => {
    for (const functie of ["ib", "coo", "directeur", "bestuurder", "beheerder"] as const)
      expect(toeTeVoegen).not.toContain(functie);
  });
});

const form = (over: Partial<ToevoegForm> = {}): ToevoegForm => ({
  ...{
    email: "karim@wijkteam.example",
    naam: "Karim Haddad",
    functie: "wijkteam",
    uren: 4,
    urenGelezen: true,
  },
  ...{ werkdagen: ["di"], van: today, tot: null },
  ...over,
});
const wrong = (over: Partial<ToevoegForm>, leden: readonly LidFeit[] = [], bekend: string | null = null) =>
  Object.keys(
    checkToevoegen(form(over), {
      ...{ leden, today, kan: toeTeVoegen },
      bekend: bekend ? { persoonId: bekend } : null,
    }) ?? {},
  ).join();

describe("adding somebody", () => {
  it.each<[string, Partial<ToevoegForm>, string]>([
    ["as it should be", {}, ""],
    ["without an address", { email: "" }, "email"],
    ["with half an address", { email: "karim@wijkteam" }, "email"],
    ["with a name in the address", { email: "Karim <karim@wijkteam.example>" }, "email"],
    ["without a name", { naam: "" }, "naam"],
    ["with a link for a name", { naam: "[klik](https://x.example)" }, "naam"],
    ["with too long a name", { naam: "a".repeat(81) }, "naam"],
    ["as an ib", { functie: "ib" }, "functie"],
    ["as a directeur", { functie: "directeur" }, "functie"],
    ["as nothing", { functie: null }, "functie"],
    ["with 41 hours", { uren: 41 }, "uren"],
    ["with hours that cannot be read", { uren: null, urenGelezen: false }, "uren"],
    ["with no hours said", { uren: null }, ""],
    ["on no day", { werkdagen: [] }, "werkdagen"],
    ["from yesterday", { van: date("2026-11-22") }, "van"],
    ["until the day before it begins", { van: date("2026-12-01"), tot: date("2026-11-30") }, "tot"],
    ["until the day it begins", { van: date("2026-12-01"), tot: date("2026-12-01") }, ""],
  ])("%s", (_, over, problems) => expect(wrong(over)).toBe(problems));

  it("who is known needs no name, and does not come twice with one function", () => {
    expect(wrong({ naam: "" }, [], "p1")).toBe("");
    expect(wrong({ functie: "smw" }, [lid()], "p1")).toBe("functie");
    expect(wrong({ functie: "wijkteam" }, [lid()], "p1")).toBe("");
    expect(wrong({ functie: "smw" }, [lid({ tot: date("2026-11-22") })], "p1")).toBe("");
    expect(wrong({ functie: "smw" }, [lid({ tot: date("2026-11-22"), onderbroken: true })], "p1")).toBe(
      "functie",
    );
  });
});

describe("a replacement", () => {
  const check = (over: object = {}, bekend: string | null = null) =>
    Object.keys(
      checkVervanging(
        { email: "k@w.example", naam: "Karim", van: today, tot: date("2026-12-31"), ...over },
        { lid: lid(), leden: [lid()], today, bekend: bekend ? { persoonId: bekend } : null },
      ) ?? {},
    ).join();
  it("has a last day, and is somebody else", () => {
    expect(check()).toBe("");
    expect(check({ tot: null })).toBe("tot");
    expect(check({}, "p1")).toBe("email");
    expect(check({}, "p2")).toBe("");
  });
});

describe("hours and days", () => {
  const check = (over: object) =>
    Object.keys(
      checkAfspraak(
        { uren: 6, urenGelezen: true, werkdagen: ["ma"], vanaf: today, tot: null, ...over },
        { van: date("2026-12-01") },
        today,
      ) ?? {},
    ).join();
  it("hold from a day on on which the member is there, and never before today", () => {
    expect(check({})).toBe("vanaf");
    expect(check({ vanaf: date("2026-12-01") })).toBe("");
    expect(check({ vanaf: date("2026-12-01"), tot: date("2026-11-30") })).toBe("tot");
    expect(check({ vanaf: date("2026-12-10"), tot: date("2026-12-09") }), "an end before it begins").toBe(
      "tot",
    );
    expect(check({ vanaf: date("2026-12-10"), tot: date("2026-12-10") })).toBe("");
  });
});

describe("leaving", () => {
  it.each([
    ["nothing chosen", { wanneer: null, op: null }, "wanneer"],
    ["at once", { wanneer: "nu", op: null }, ""],
    ["on a day, without one", { wanneer: "op", op: null }, "op"],
    ["yesterday", { wanneer: "op", op: date("2026-11-22") }, "op"],
    ["today", { wanneer: "op", op: today }, ""],
  ] as const)("%s", (_, given, problems) =>
    expect(Object.keys(checkVertrek(given, today) ?? {}).join()).toBe(problems),
  );

  it("at once leaves no day on which it still holds, whenever it began", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 30 }), (begun, later) => {
        const van = today.add({ days: begun });
        const tot = laatsteDag({ wanneer: "nu", op: null }, { van }, today);
        expect(Temporal.PlainDate.compare(tot, van.subtract({ days: 1 }))).toBeGreaterThanOrEqual(0);
        if (begun <= 0) expect(activeOn({ van, tot }, today.add({ days: later }))).toBe(false);
        else expect(activeOn({ van, tot }, van)).toBe(false);
      }),
    );
  });
});

describe("the chair", () => {
  it.each<[string, Partial<LidFeit>, boolean]>([
    ["works here", {}, true],
    ["comes on call", { functie: "politie" }, false],
    ["left", { tot: date("2026-11-22") }, false],
    ["comes later", { van: date("2026-11-24") }, false],
  ])("is somebody who %s: %o", (_, over, can) =>
    expect(checkVoorzitter("p1", [lid(over)], today) === undefined).toBe(can),
  );
});
