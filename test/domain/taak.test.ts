import { describe, expect, it } from "vitest";
import type { Dossier, TermijnFeit } from "#domain/dossier.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { taakWeg, takenOf } from "#domain/taak.ts";
import { ownersOf, schakelteamOf, sinceFor, voorzittersOf } from "#domain/termijn-eigenaar.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import { termKinds, termTable } from "#domain/termijn-table.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  aRegierol,
  aTeamlid,
  aTermijn,
  aToestemming,
  date,
  moment,
  now,
  someTeam,
  today,
} from "./a-dossier.ts";

const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [],
  studiedagen: [],
  openOp: [],
  horizon: date("2027-08-01"),
};
const context = { cal, settings: usualTermSettings };

const held = (over: Partial<Dossier> = {}): Dossier =>
  aDossier({
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
    ...over,
  });

function taken(dossier: Dossier, persoonId: string) {
  const gezien = seeHulpvraag(dossier, { persoonId }, now);
  return gezien ? takenOf({ dossier, gezien, persoonId, now, context }) : [];
}

describe("whose term it is", () => {
  const offered = anAanbod({ persoonId: "bpo1" });
  const actie = { id: "x", rondeId: null, houderId: "wijk1", datum: today, gedaanOp: null, versie: 1 };
  const acties = [{ ...actie, omschrijving: aBesluit(["afsluiten"]).afweging }];
  const own = (over: Partial<TermijnFeit>) => aTermijn("giz", "2026-11-30", over);
  it.each([
    ["the ib's", { verantwoordelijke: "ib" }, ["ib1"]],
    ["the holder's", { verantwoordelijke: "regierolhouder" }, ["smw1"]],
    ["who was asked", { verantwoordelijke: "aangeboden", persoonId: "bpo1" }, ["bpo1"]],
    ["who does the actie", { verantwoordelijke: "actiehouder", actieId: "x" }, ["wijk1"]],
  ] as const)("%s", (_, over, expected) => {
    expect(ownersOf(held({ aanbod: offered, acties }), own(over), now)).toEqual(expected);
  });

  it("to stop is that of the holder, and of nobody else: the ib keeps the case", () => {
    const term = aTermijn("stop_verwerking", "2026-11-25");
    expect(ownersOf(held(), term, now)).toEqual(["smw1"]);
    const team = someTeam.map((lid) =>
      lid.persoonId === "smw1" ? { ...lid, tot: date("2026-11-22") } : lid,
    );
    const without = [held({ team }), held({ regierollen: [] }), held({ regierollen: [aRegierol("ib1")] })];
    for (const dossier of without) {
      expect(ownersOf(dossier, term, now)).toEqual([]);
      expect(taken({ ...dossier, termijnen: [term] }, "ib1")).toEqual([]);
      expect(seeHulpvraag({ ...dossier, termijnen: [term] }, { persoonId: "ib1" }, now)?.termijnen).toEqual(
        [],
      );
    }
  });

  it("goes to the next holder at once, and to the ib when there is none left", () => {
    const passed = [aRegierol("smw1", { tot: moment("2026-11-22T10:00") }), aRegierol("smw2", { id: "rr2" })];
    const term = own({ verantwoordelijke: "regierolhouder" });
    expect(ownersOf(held({ regierollen: passed }), term, now)).toEqual(["smw2"]);
    const team = someTeam.map((lid) =>
      lid.persoonId === "smw1" ? { ...lid, tot: date("2026-11-22") } : lid,
    );
    expect(ownersOf(held({ team }), term, now)).toEqual(["ib1"]);
    expect(ownersOf(held({ regierollen: [] }), term, now)).toEqual(["ib1"]);
    expect(
      ownersOf(
        held({ aanbod: anAanbod({ persoonId: "bpo1", status: "geweigerd" }) }),
        own({ verantwoordelijke: "aangeboden" }),
        now,
      ),
    ).toEqual(["ib1"]);
  });

  it("is told when late to ib and kernteam, then to the chair; never to a directeur", () => {
    expect(schakelteamOf(aDossier(), today)).toEqual(["ib1", "bpo1"]);
    expect(voorzittersOf(aDossier(), today)).toEqual(["ib1"]);
    const team = [
      aTeamlid("dir1", "directeur", { voorzitter: true }),
      aTeamlid("smw1", "smw", { voorzitter: true }),
    ];
    expect(voorzittersOf(aDossier({ team }), today)).toEqual(["smw1"]);
  });

  it("counts for somebody from the day it became theirs", () => {
    const term = { sinds: date("2026-11-02"), soort: "giz", vervalt: date("2026-12-01"), today };
    const began = held({ regierollen: [aRegierol("smw1", { van: moment("2026-11-21T09:00") })] });
    expect(`${sinceFor(began, { persoonId: "smw1", ...term })}`).toBe("2026-11-21");
    expect(`${sinceFor(began, { persoonId: "ib1", ...term })}`).toBe("2026-11-02");
    const team = [aTeamlid("ib1", "ib", { van: date("2026-11-16") })];
    expect(`${sinceFor(held({ team }), { persoonId: "ib1", ...term })}`).toBe("2026-11-16");
  });
});

describe("a task", () => {
  it.each([
    ["2026-11-22", "te_laat"],
    ["2026-11-23", "vandaag"],
    ["2026-11-24", "binnenkort"],
  ])("due %s stands under %s", (vervalt, stand) => {
    expect(taken(held({ termijnen: [aTermijn("voortgang", vervalt)] }), "smw1")).toMatchObject([{ stand }]);
  });

  it("has a way to be done that its table allows: one press, a form, or the card", () => {
    for (const kind of termKinds) {
      const { acts } = termTable[kind];
      const weg = taakWeg[kind].soort;
      expect([kind, weg === "druk" ? acts.includes("gereed") || acts.includes("invullen") : true]).toEqual([
        kind,
        true,
      ]);
      if (weg === "druk")
        expect(termTable[kind].ends).toContain(taakWeg[kind].soort === "druk" ? taakWeg[kind].event : "");
    }
  });

  it("of a colleague has no button to do or to move it", () => {
    const termijnen = [aTermijn("voortgang", "2026-11-10")];
    expect(taken(held({ termijnen }), "bpo1")).toMatchObject([
      { vanMij: false, weg: { soort: "kaart" }, kanUitstellen: false },
    ]);
  });

  it("of a colleague names who that is, to who sees it on the hulpvraag and to nobody else", () => {
    const termijnen = [
      aTermijn("voortgang", "2026-11-10"),
      aTermijn("terugkoppeling_ouders", "2026-11-10", { verantwoordelijke: "ib" }),
    ];
    for (const { persoonId } of someTeam) {
      const houder = seeHulpvraag(held({ termijnen }), { persoonId }, now)?.regierol?.houder ?? null;
      expect(taken(held({ termijnen }), persoonId).map(({ wie }) => wie)).toEqual(
        taken(held({ termijnen }), persoonId).map(({ soort }) => (soort === "voortgang" ? houder : null)),
      );
    }
    expect(taken(held({ termijnen }), "bpo1")[0]?.wie).toBe("Naam van smw1");
  });

  it("of the holder rests while the ground has run out; only the ib can go on, and nobody else hears what is late", () => {
    const over = {
      termijnen: [
        aTermijn("voortgang", "2026-11-10"),
        aTermijn("terugkoppeling_ouders", "2026-11-20", { verantwoordelijke: "ib" }),
      ],
      toestemming: aToestemming({ geldigTot: date("2026-11-22") }),
    } as const;
    expect(taken(held(over), "smw1")).toEqual([]);
    expect(taken(held(over), "ib1")).toMatchObject([{ soort: "terugkoppeling_ouders", vanMij: true }]);
  });

  it.each(["akkoord_regierol", "nieuw_aanbod"])(
    "%s of the ib rests without a ground: nobody is asked for the regierol then",
    (soort) => {
      const termijnen = [aTermijn(soort, "2026-11-20", { verantwoordelijke: "ib" })];
      expect(taken(held({ termijnen }), "ib1").map((taak) => taak.soort)).toEqual([soort]);
      const toestemming = aToestemming({ geldigTot: date("2026-11-22") });
      expect(taken(held({ termijnen, toestemming }), "ib1")).toEqual([]);
    },
  );

  it("of another rests in a concept, which only the ib sees: that it is late says nothing", () => {
    const termijnen = [
      aTermijn("actie", "2026-11-10", { verantwoordelijke: "actiehouder", actieId: "x" }),
      aTermijn("gesprek_ouders", "2026-11-20", { verantwoordelijke: "ib" }),
    ];
    const concept = aDossier({ status: "concept", termijnen });
    expect(taken(concept, "ib1").map(({ soort }) => soort)).toEqual(["gesprek_ouders"]);
  });

  it("that fell away is not there, and one that was done says so", () => {
    const termijnen = [
      aTermijn("giz", "2026-11-30", { status: "vervallen" }),
      aTermijn("voortgang", "2026-11-20", { status: "klaar" }),
    ];
    expect(taken(held({ termijnen }), "smw1")).toMatchObject([{ soort: "voortgang", stand: "gedaan" }]);
  });

  it("offers a form only while the act is open", () => {
    const termijnen = [aTermijn("giz", "2026-11-30")];
    expect(taken(held({ termijnen }), "smw1")[0]?.weg).toEqual({ soort: "formulier", formulier: "giz" });
    expect(taken(held({ termijnen, status: "klaargezet" }), "smw1")[0]?.weg).toEqual({ soort: "kaart" });
  });
});
