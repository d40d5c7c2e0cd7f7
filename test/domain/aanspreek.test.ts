import { describe, expect, it } from "vitest";
import { aanspreekOf, oudersHorenOf } from "#domain/aanspreek.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { takenOf } from "#domain/taak.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  anAntwoord,
  aRegierol,
  aTermijn,
  aToestemming,
  date,
  now,
  someLeerling,
  today,
} from "./a-dossier.ts";

const context = {
  cal: { regio: "Z", holidays: [], studiedagen: [], openOp: [], horizon: date("2027-08-01") },
  settings: usualTermSettings,
} as const;

const aged = (geboortemaand: string, over: Parameters<typeof aDossier>[0] = {}) =>
  aDossier({ leerling: seal(someLeerling({ geboortemaand })), ...over });

describe("who is spoken to", () => {
  it.each([
    ["of a pupil of nine", "2017-04", {}, "ouders"],
    ["of a pupil with a voogd", "2017-04", { gezag: "voogdij_instelling" }, "ouders"],
    ["of a pupil of thirteen", "2013-04", {}, "ouders"],
    ["of a pupil of fifteen", "2010-12", {}, "ouders"],
    ["in the month of the sixteenth birthday", "2010-11", {}, "ouders"],
    ["from the month after it", "2010-10", {}, "leerling"],
    ["of a pupil of seventeen with a voogd", "2009-04", { gezag: "voogdij_instelling" }, "leerling"],
    ["of an adult", "2008-04", { gezag: "meerderjarig" }, "leerling"],
    [
      "of a pupil of seventeen who cannot decide",
      "2009-04",
      {
        partijen: [
          { partij: "leerling", stand: "wilsonbekwaam", hoe: "verklaring_deskundige", vastgesteldOp: today },
        ],
      },
      "ouders",
    ],
    ["while gezag is not known", "2017-04", { gezag: "onbekend" }, "ouders_of_leerling"],
  ] as const)("%s (%s): %s", (_, geboortemaand, over, expected) => {
    expect(aanspreekOf(aged(geboortemaand, over), today)).toBe(expected);
  });

  it.each([
    [[], null],
    [[null], null],
    [[true], true],
    [[true, false], false],
    [[false, null], false],
  ] as const)("a pupil who said %o of telling the parents last said %s", (said, expected) => {
    const besluiten = said.map((oudersHoren) => aBesluit(["doorlopen"], { oudersHoren }));
    expect(oudersHorenOf({ besluiten })).toBe(expected);
  });

  const running = {
    toestemming: aToestemming({ antwoorden: [anAntwoord("leerling")] }),
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord, oudersHoren: false })],
    regierollen: [aRegierol("smw1")],
    termijnen: [aTermijn("eerste_contact", "2026-11-20")],
  } as const;

  it.each([
    ["the ib", "ib1", "leerling", false],
    ["the holder", "smw1", "leerling", false],
    // It would tell that the pupil is sixteen.
    ["who has one actie and does not read the rest", "lpa1", "ouders_of_leerling", null],
  ] as const)("is told to %s", (_, persoonId, aanspreek, oudersHoren) => {
    const dossier = aged("2009-04", {
      ...running,
      acties: [
        {
          id: "x",
          rondeId: null,
          houderId: "lpa1",
          omschrijving: seal("Bellen"),
          datum: today,
          gedaanOp: null,
          versie: 1,
        },
      ],
    });
    expect(seeHulpvraag(dossier, { persoonId }, now)).toMatchObject({ aanspreek, oudersHoren });
  });

  it("is told to who is asked for the regierol, who sees the question and no name yet", () => {
    const asked = {
      ...running,
      status: "besproken",
      aanbod: anAanbod({ persoonId: "jv1" }),
      regierollen: [aRegierol("ib1")],
    } as const;
    const seen = seeHulpvraag(aged("2009-04", asked), { persoonId: "jv1" }, now);
    expect(seen).toMatchObject({ leerling: null, aanspreek: "leerling" });
  });

  it("stands on each task, so that the lists of tasks say it too", () => {
    const dossier = aged("2009-04", running);
    const gezien = seeHulpvraag(dossier, { persoonId: "smw1" }, now);
    if (!gezien) throw new Error("out of sight");
    expect(takenOf({ dossier, gezien, persoonId: "smw1", now, context })).toMatchObject([
      { aanspreek: "leerling" },
    ]);
  });
});
