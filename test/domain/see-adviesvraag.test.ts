import { describe, expect, it } from "vitest";
import type { AdviesvraagFeit } from "#domain/adviesvraag.ts";
import { adviesrelatiesOf } from "#domain/adviesvraag-relatie.ts";
import { seeAdviesOpRonde, seeAdviesvraag } from "#domain/see-adviesvraag.ts";
import { aRonde, aTeamlid, date, now, someTeam } from "./a-dossier.ts";
import { anAdvies, answered } from "./an-advies.ts";

const people = someTeam.map(({ persoonId }) => persoonId);
const planned = aRonde({ status: "gepland", datum: date("2026-12-07"), notulistId: "wijk1" });
const open = { ...planned, status: "open" as const };
const onTable: Partial<AdviesvraagFeit> = { status: "geagendeerd", kring: "ronde_tafel", ronde: planned };
const forKernteam: Partial<AdviesvraagFeit> = { ...onTable, kring: "ronde_kernteam" };

describe("how people stand to one", () => {
  const stands = (persoonId: string, over: Partial<AdviesvraagFeit> = {}) => [
    ...adviesrelatiesOf(anAdvies(over), persoonId, now),
  ];

  it.each<[string, Partial<AdviesvraagFeit>, string, readonly string[]]>([
    ["the ib", {}, "ib1", ["ib_van_school", "szt_lid"]],
    ["the kernteam", {}, "bpo1", ["kernteam", "szt_lid"]],
    ["the directeur", {}, "dir1", ["directeur"]],
    ["somebody else", {}, "nobody", ["buitenstaander"]],
    ["who has left", { team: [aTeamlid("x", "bpo", { tot: date("2026-11-22") })] }, "x", ["buitenstaander"]],
    ["a participant", onTable, "smw1", ["deelnemer", "szt_lid"]],
    ["a participant, now", { ...onTable, ronde: open }, "smw1", ["deelnemer", "aan_tafel", "szt_lid"]],
    ["who was not invited", { ...onTable, ronde: open }, "lpa1", ["szt_lid"]],
    [
      "the chair",
      { ...onTable, ronde: open },
      "ib1",
      ["ib_van_school", "voorzitter", "deelnemer", "aan_tafel", "szt_lid"],
    ],
    [
      "who keeps the notes",
      { ...onTable, ronde: open },
      "wijk1",
      ["notulist", "deelnemer", "aan_tafel", "szt_lid"],
    ],
    [
      "a participant of a round that is not held",
      { ...onTable, ronde: aRonde({ status: "vervallen" }) },
      "smw1",
      ["szt_lid"],
    ],
  ])("%s", (_, over, persoonId, wanted) => {
    expect(stands(persoonId, over)).toEqual(wanted);
  });

  it.each(["afwezig", "vervangen"] as const)("who is %s is not at the table", (aanwezigheid) => {
    const deelnemers = open.deelnemers.map((one) => ({ ...one, aanwezigheid }));
    expect(stands("smw1", { ...onTable, ronde: { ...open, deelnemers } })).not.toContain("aan_tafel");
  });
});

/** Who has a card of it, and what they can do there. */
function readers(over: Partial<AdviesvraagFeit>) {
  return people.flatMap((persoonId) => {
    const gezien = seeAdviesvraag(anAdvies(over), { persoonId, now });
    return gezien ? [`${persoonId}: ${[...gezien.mag].join(" ")}`.trim()] : [];
  });
}

describe("who reads it in the own chat", () => {
  it.each<[string, Partial<AdviesvraagFeit>, readonly string[]]>([
    ["put to the kernteam", {}, ["ib1: intrekken", "bpo1: antwoorden"]],
    ["answered by the kernteam", answered, ["ib1: overnemen wissen", "bpo1:"]],
    ["waiting for a round", { status: "wacht_op_ronde", kring: "ronde_tafel" }, ["ib1: intrekken"]],
    ["on a round that is to come", onTable, ["ib1: intrekken", "bpo1:"]],
    [
      "on a round, for the kernteam",
      { ...forKernteam, ronde: open },
      ["ib1: vastleggen intrekken", "bpo1: vastleggen"],
    ],
    [
      "on the table",
      { ...onTable, ronde: open },
      [
        "ib1: vastleggen intrekken",
        "smw1:",
        "smw2:",
        "bpo1: vastleggen",
        "scp1:",
        "jv1:",
        "wijk1: vastleggen",
      ],
    ],
    ["answered by a round that is over", { ...answered, kring: "ronde_tafel" }, ["ib1: overnemen wissen"]],
  ])("%s", (_, over, wanted) => {
    expect(readers(over)).toEqual(wanted);
  });

  it("shows the advice with who gave it and the day on which it goes", () => {
    const gezien = seeAdviesvraag(anAdvies(answered), { persoonId: "ib1", now });
    expect(gezien).toMatchObject({
      vraag: "Wat helpt bij onrust?",
      antwoord: "Werk met vaste plekken.",
      vrager: "Naam van ib1",
      vanMij: true,
      beantwoordDoor: "Naam van bpo1",
    });
  });

  it("keeps somebody who left the team as nobody in particular", () => {
    const gezien = seeAdviesvraag(anAdvies({ vragerId: "gone" }), { persoonId: "bpo1", now });
    expect(gezien?.vrager).toBe("Iemand die niet meer in het team zit");
  });
});

describe("on the agenda of a round", () => {
  const see = (persoonId: string, vragen: readonly AdviesvraagFeit[], besproken = false) =>
    seeAdviesOpRonde({ vragen, besproken }, { persoonId, now });

  it("before it is held a participant knows that there is one, the ib and the kernteam read it", () => {
    const vragen = [anAdvies(onTable)];
    expect(see("smw1", vragen)).toEqual({ punten: [], besproken: false });
    for (const who of ["ib1", "bpo1"]) expect(see(who, vragen)?.punten).toMatchObject([{ id: "a1" }]);
    expect(see("lpa1", vragen)).toBeNull();
  });

  it("one line, however many there are: what cannot be read leaves no count", () => {
    const one = [anAdvies(onTable)];
    const many = [1, 2, 3].map((nr) => anAdvies({ ...onTable, id: `a${nr}` }));
    expect(see("smw1", many)).toEqual(see("smw1", one));
  });

  it("at the table its words are there for whom it was put to", () => {
    expect(see("smw1", [anAdvies({ ...onTable, ronde: open })])?.punten).toMatchObject([
      { vraag: "Wat helpt bij onrust?", magVastleggen: false },
    ]);
    expect(see("smw1", [anAdvies({ ...forKernteam, ronde: open })])).toEqual({
      punten: [],
      besproken: false,
    });
    expect(see("wijk1", [anAdvies({ ...onTable, ronde: open })])?.punten).toMatchObject([
      { magVastleggen: true },
    ]);
  });

  it("afterwards only that there was one", () => {
    expect(see("smw1", [], true)).toEqual({ punten: [], besproken: true });
    expect(see("smw1", [], false)).toBeNull();
  });
});
