import { describe, expect, it } from "vitest";
import type { AanmeldingFeit } from "#domain/aanmelding.ts";
import { hulpvraagStatussen } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { statusWithoutGround } from "#domain/grondslag-weg.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import type { WachtplekFeit } from "#domain/wachtlijst.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  anAgendapunt,
  anInstemming,
  aRegierol,
  aRonde,
  aTermijn,
  aToestemming,
  date,
  now,
  someTeam,
  takenBack,
} from "./a-dossier.ts";

const see = (persoonId: string, over: Partial<Dossier> = {}) =>
  seeHulpvraag(aDossier(over), { persoonId }, now);
const concept: Partial<Dossier> = { status: "concept", agendapunten: [] };
const gepland = [
  anAgendapunt({ status: "gepland", ronde: aRonde({ datum: date("2026-12-07"), status: "gepland" }) }),
];
const geagendeerd: Partial<Dossier> = { status: "geagendeerd", agendapunten: gepland };
const toegewezen = [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })];
const uitvoering: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: toegewezen,
  regierollen: [aRegierol("smw1")],
};
const anActie = {
  id: "c1",
  omschrijving: seal("Ouders bellen"),
  datum: date("2026-12-01"),
  rondeId: null,
  gedaanOp: null,
  versie: 1,
};
const withdrawn = takenBack(aToestemming(), date("2026-11-20"));

describe("what one person sees of a hulpvraag", () => {
  it.each([
    ["the ib sees a concept whole", "ib1", concept, { naam: true, vraag: true, toestemming: true }],
    ["a named partner sees nothing of a concept", "smw1", concept, null],
    [
      "a named partner sees it on the agenda, without the toestemming",
      "smw1",
      geagendeerd,
      { naam: true, vraag: true, toestemming: false },
    ],
    ["a participant who is not named sees nothing on the agenda", "jv1", geagendeerd, null],
    ["the directeur sees nothing", "dir1", geagendeerd, null],
    ["an outsider sees nothing", "elders", geagendeerd, null],
    ["the holder sees it whole", "smw1", uitvoering, { naam: true, vraag: true, toestemming: false }],
    [
      "who was asked for the regierol sees the question without the name",
      "jv1",
      {
        besluiten: [aBesluit(["regierol_toewijzen"], { regierolVoor: "jv1", terugkoppeling: akkoord })],
        aanbod: anAanbod({ persoonId: "jv1" }),
      },
      { naam: false, vraag: true, toestemming: false },
    ],
    [
      "who has an actie and is not named knows that it is there",
      "lpa1",
      { ...uitvoering, acties: [{ ...anActie, houderId: "lpa1" }] },
      { naam: false, vraag: false, toestemming: false },
    ],
    [
      "the ib keeps sight after a withdrawal",
      "ib1",
      { ...concept, toestemming: withdrawn },
      { naam: true, vraag: true, toestemming: true },
    ],
    [
      "the holder knows after a withdrawal that it waits, and no more",
      "smw1",
      { ...uitvoering, toestemming: withdrawn },
      { naam: false, vraag: false, toestemming: false },
    ],
    ["a named partner knows nothing any more after a withdrawal", "bpo1", { toestemming: withdrawn }, null],
    [
      "the ib sees a withdrawn one without the name",
      "ib1",
      { status: "ingetrokken" },
      { naam: false, vraag: true, toestemming: true },
    ],
  ] satisfies [string, string, Partial<Dossier>, object | null][])("%s", (_, persoonId, over, expected) => {
    const gezien = see(persoonId, over);
    const shown = gezien && {
      naam: gezien.leerling !== null,
      vraag: gezien.wat?.vraag !== undefined,
      toestemming: gezien.toestemming !== null,
    };
    expect(shown).toEqual(expected);
  });

  it("has name and question, and nothing beside them, for a partner whose parents were told and did not object", () => {
    const over: Partial<Dossier> = {
      status: "geagendeerd",
      agendapunten: [
        anAgendapunt({ status: "gepland", ronde: aRonde({ status: "gepland", datum: date("2026-12-07") }) }),
      ],
      toestemming: anInstemming(),
      gedaanToelichting: seal("Een vaste plek hielp even"),
      oudersVraag: seal("Hoe helpen wij thuis?"),
      acties: [{ ...anActie, houderId: "bpo1" }],
    };
    expect(see("smw1", over)).toMatchObject({
      leerling: { naam: "Noor Voorbeeld", leerjaar: null, geboortemaand: null },
      wat: {
        vraag: "Hoe helpen we Noor in de klas?",
        gedaanToelichting: null,
        oudersVraag: null,
        domeinen: [],
        alGedaan: [],
        gezag: null,
        urgentie: null,
      },
      acties: [],
    });
    expect(see("jv1", over)).toBeNull();
    expect(see("ib1", over)?.wat).toMatchObject({
      oudersVraag: "Hoe helpen wij thuis?",
      domeinen: ["gedrag"],
    });
  });

  it("leaves out for partners the subjects that may not be spoken of, and says so", () => {
    const toestemming = aToestemming({ uitgesloten: ["armoede"] });
    const over = { ...uitvoering, domeinen: ["gedrag", "armoede"] as const, toestemming };
    expect(see("smw1", over)?.wat).toMatchObject({ domeinen: ["gedrag"], uitgesloten: ["armoede"] });
    expect(see("ib1", over)?.wat).toMatchObject({ domeinen: ["gedrag", "armoede"] });
  });

  it("has what is waited for only for who reads the rest, and nothing of it in the terms of anybody else", () => {
    const termijnen = [aTermijn("wachtlijst_controle", "2026-11-20", { status: "klaar", klaarOp: now })];
    const over = {
      ...uitvoering,
      wachtlijst: [wacht],
      termijnen,
      acties: [{ ...anActie, houderId: "lpa1" }],
    };
    expect(see("smw1", over)?.wachtlijst).toMatchObject([
      { soort: "logopedie", contact: { persoonId: "smw1" } },
    ]);
    expect(see("smw1", over)?.termijnen).toHaveLength(1);
    expect(see("smw1", over)?.mijlpalen.map(({ soort }) => soort)).toContain("wachtlijst");
    const gone = { ...over, toestemming: withdrawn };
    for (const [who, facts] of [
      ["lpa1", over],
      ["smw1", gone],
    ] as const) {
      expect(see(who, facts)?.wachtlijst, who).toEqual([]);
      expect(see(who, facts)?.termijnen, who).toEqual([]);
      expect(see(who, facts)?.mijlpalen, who).toEqual([]);
    }
    expect(see("ib1", gone)?.wachtlijst).toHaveLength(1);
  });

  it("has the words of an actie only for who reads the whole", () => {
    const over = { ...uitvoering, acties: [{ ...anActie, houderId: "lpa1" }] };
    expect(see("lpa1", over)?.acties).toMatchObject([{ vanMij: true, omschrijving: null }]);
    expect(see("smw1", over)?.acties).toMatchObject([{ vanMij: false, omschrijving: "Ouders bellen" }]);
  });

  it("tells who may only know that it is there nothing of the GIZ, nor of how it would end", () => {
    const over: Partial<Dossier> = {
      ...uitvoering,
      regierollen: [aRegierol("smw1", { giz: "geweigerd" })],
      afsluitingVoorgesteld: "verhuisd",
      acties: [{ ...anActie, houderId: "scp1" }],
      toestemming: { ...aToestemming(), partners: ["smw"] },
    };
    const knows = see("scp1", over);
    expect(knows?.leerling).toBeNull();
    expect(knows?.regierol?.giz).toBeNull();
    expect(knows?.afsluiting).toEqual({ voorgesteld: null, reden: null, bereikt: null });
    const holder = see("smw1", over);
    expect([holder?.regierol?.giz, holder?.afsluiting.voorgesteld]).toEqual(["geweigerd", "verhuisd"]);
    const stopped = see("smw1", { ...over, toestemming: withdrawn });
    expect([stopped?.regierol?.giz, stopped?.afsluiting.voorgesteld]).toEqual([null, null]);
  });

  it("marks a term as mine and as late on the day after, not on the day itself", () => {
    const over = {
      ...uitvoering,
      termijnen: [aTermijn("giz", "2026-11-23"), aTermijn("eerste_contact", "2026-11-22")],
    };
    expect(see("smw1", over)?.termijnen.map(({ teLaat, vanMij }) => [teLaat, vanMij])).toEqual([
      [false, true],
      [true, true],
    ]);
    expect(see("ib1", over)?.termijnen.every(({ vanMij }) => !vanMij)).toBe(true);
  });

  it("says what is missing with the ground, to the ib alone", () => {
    const half = {
      ...concept,
      toestemming: aToestemming({ antwoorden: aToestemming().antwoorden.slice(0, 1) }),
    };
    expect(see("ib1", half)?.toestemming).toMatchObject({
      geldig: false,
      ontbreekt: [{ code: "toestemming_ontbreekt", partij: "ouder2" }],
    });
  });
});

const wens = {
  ...{ id: "v1", doorId: "smw1", aanId: "bpo1" },
  ...{ reden: "geen_tijd" as const, stand: "voorgesteld" as const },
};
const afwezig = {
  ...{ id: "w1", voorId: "smw1", doorId: "ib1", van: date("2026-11-16"), tot: date("2026-12-11") },
  ...{ stand: "afgesproken" as const, akkoordOp: null, begonnen: true },
};
const weg = { waarneming: afwezig, regierollen: [aRegierol("ib1", { soort: "waarnemend" })] };
const gevraagd = {
  ...{ ...afwezig, doorId: "bpo1", begonnen: false },
  ...{ stand: "gevraagd" as const, akkoordOp: date("2026-11-20") },
};

const naarLoket = [
  aBesluit(["doorzetten_loket"], {
    terugkoppeling: { verteldOp: date("2026-11-20"), akkoord: "niet_nodig" },
  }),
];
const verstuurd: AanmeldingFeit = {
  ...{ id: "aa1", bij: "loket", gemaaktOp: now, verstuurdOp: date("2026-11-20"), vervallen: false },
  ...{ ontvangenOp: null, opgepaktOp: null, nagevraagdOp: null, uitkomst: null, uitkomstOp: null },
};

const wacht: WachtplekFeit = {
  ...{ id: "w1", soort: "logopedie", sinds: date("2026-09-01"), verwachtTot: null, contactId: null },
  ...{ nagevraagdOp: null, uitkomst: null, uitkomstOp: null, geenOverbrugging: null, vervallen: false },
  overbruggingen: [],
};
const verlopen: Partial<Dossier> = {
  ...uitvoering,
  toestemming: aToestemming({ geldigTot: date("2026-11-22") }),
};

describe("what one person can do with a hulpvraag", () => {
  it.each([
    ["ib, concept of one step", "ib1", { ...concept, stap: 1 }, ["intake_verder", "intrekken"]],
    [
      "ib, whole concept without ground",
      "ib1",
      { ...concept, toestemming: null },
      ["intake_verder", "als_adviesvraag", "toestemming_vastleggen", "intrekken", "brief_maken"],
    ],
    [
      "ib, whole concept with ground",
      "ib1",
      concept,
      [
        "intake_verder",
        "als_adviesvraag",
        "toestemming_vastleggen",
        "klaarzetten",
        "intrekken",
        "brief_maken",
      ],
    ],
    [
      "ib, ground withdrawn",
      "ib1",
      { ...concept, toestemming: withdrawn },
      ["als_adviesvraag", "toestemming_vastleggen", "intrekken", "brief_maken"],
    ],
    [
      "ib, klaargezet",
      "ib1",
      { status: "klaargezet", agendapunten: [] },
      ["toestemming_vastleggen", "agenderen", "intrekken", "brief_maken"],
    ],
    ["partner, on the agenda", "smw1", geagendeerd, []],
    [
      "ib, a besluit to tell",
      "ib1",
      { besluiten: [aBesluit(["regierol_toewijzen"])] },
      ["toestemming_vastleggen", "terugkoppeling", "intrekken", "brief_maken"],
    ],
    [
      "ib, the offer was refused",
      "ib1",
      { besluiten: toegewezen, aanbod: anAanbod({ status: "geweigerd" }) },
      [
        ...(["toestemming_vastleggen", "ander_regierol_aanbod", "aanmelding_regelen"] as const),
        ...(["aanmelding_wijkteam", "wachtlijst_regelen", "wachtplek_erbij"] as const),
        ...(["intrekken", "brief_maken"] as const),
      ],
    ],
    ...[anAanbod({ status: "geweigerd" }), anAanbod()].map(
      (aanbod): [string, string, Partial<Dossier>, HulpvraagAct[]] => [
        `ib, withdrawn after the akkoord: nobody else is asked (${aanbod.status})`,
        "ib1",
        { besluiten: toegewezen, aanbod, toestemming: withdrawn },
        ["toestemming_vastleggen", "intrekken", "brief_maken"],
      ],
    ),
    [
      "asked for the regierol, with an actie of an own, when the toestemming has run out",
      "smw1",
      {
        besluiten: toegewezen,
        aanbod: anAanbod(),
        toestemming: aToestemming({ geldigTot: date("2026-11-22") }),
        acties: [
          {
            id: "a1",
            rondeId: null,
            houderId: "smw1",
            omschrijving: seal("bellen"),
            datum: date("2026-12-01"),
            gedaanOp: null,
            versie: 1,
          },
        ],
      },
      [],
    ],
    [
      "asked for the regierol",
      "smw1",
      { besluiten: toegewezen, aanbod: anAanbod() },
      ["aanbod_aannemen", "aanbod_weigeren"],
    ],
    [
      "holder",
      "smw1",
      { ...uitvoering, termijnen: [aTermijn("giz", "2027-01-01")] },
      [
        ...(["giz", "voortgang", "afsluiting_voorstellen", "terug_naar_schakelteam"] as const),
        ...(["regierol_regelen", "actie_afspreken", "meedenkers_kiezen", "waarneming_regelen"] as const),
        ...(["traject_regelen", "traject_starten", "wachtlijst_regelen", "wachtplek_erbij"] as const),
        ...(["overdracht_voorstellen", "pauzeren", "aanmelding_regelen", "aanmelding_wijkteam"] as const),
      ],
    ],
    [
      "holder who wants to give it on",
      "smw1",
      { ...uitvoering, voorstel: wens },
      [
        ...(["voortgang", "afsluiting_voorstellen", "terug_naar_schakelteam", "regierol_regelen"] as const),
        ...(["actie_afspreken", "meedenkers_kiezen", "waarneming_regelen", "overdracht_intrekken"] as const),
        ...(["traject_regelen", "traject_starten", "wachtlijst_regelen", "wachtplek_erbij"] as const),
        ...(["pauzeren", "aanmelding_regelen", "aanmelding_wijkteam"] as const),
      ],
    ],
    [
      "holder who is away",
      "smw1",
      { ...uitvoering, ...weg },
      ["weer_terug", "regierol_regelen", "waarneming_regelen", "overdracht_voorstellen"],
    ],
    ["somebody who is no holder", "bpo1", { ...uitvoering, ...weg }, []],
    [
      "asked to stand in",
      "bpo1",
      { ...uitvoering, waarneming: gevraagd },
      ["waarneming_aannemen", "waarneming_weigeren"],
    ],
    [
      "ib, the holder wants to give it on",
      "ib1",
      { ...uitvoering, voorstel: wens },
      [
        ...(["toestemming_vastleggen", "overdracht_overnemen", "overdracht_afwijzen"] as const),
        ...(["terug_naar_schakelteam", "regierol_regelen", "actie_afspreken"] as const),
        ...(["traject_regelen", "traject_starten", "wachtlijst_regelen", "wachtplek_erbij"] as const),
        ...(["meedenkers_kiezen", "waarneming_regelen", "pauzeren", "aanmelding_regelen"] as const),
        ...(["aanmelding_wijkteam", "intrekken", "brief_maken", "gehoord"] as const),
      ],
    ],
    [
      "ib, closing proposed",
      "ib1",
      { ...uitvoering, afsluitingVoorgesteld: "doel_bereikt" },
      [
        "toestemming_vastleggen",
        "afsluiting_bevestigen",
        "terug_naar_schakelteam",
        ...(["regierol_regelen", "actie_afspreken", "meedenkers_kiezen", "waarneming_regelen"] as const),
        ...(["traject_regelen", "traject_starten", "wachtlijst_regelen", "wachtplek_erbij"] as const),
        ...(["regierol_overdragen", "pauzeren", "aanmelding_regelen", "aanmelding_wijkteam"] as const),
        "intrekken",
        "brief_maken",
        "gehoord",
      ],
    ],
    [
      "ib, for the Loket, the family knows",
      "ib1",
      { besluiten: naarLoket, termijnen: [aTermijn("loket_versturen", "2026-11-30")] },
      [
        ...(["toestemming_vastleggen", "aanmelding_regelen", "aanmelding_loket", "loket_niet"] as const),
        ...(["aanmelding_wijkteam", "wachtlijst_regelen", "wachtplek_erbij"] as const),
        ...(["intrekken", "brief_maken"] as const),
      ],
    ],
    [
      "ib, sent to the Loket",
      "ib1",
      { besluiten: naarLoket, aanmeldingen: [verstuurd] },
      [
        ...(["toestemming_vastleggen", "aanmelding_regelen", "aanmelding_wijkteam"] as const),
        ...(["aanmelding_stap", "wachtlijst_regelen", "wachtplek_erbij"] as const),
        ...(["intrekken", "brief_maken"] as const),
      ],
    ],
    [
      "ib, sent to the Loket and the toestemming taken back",
      "ib1",
      { besluiten: naarLoket, aanmeldingen: [verstuurd], toestemming: withdrawn },
      [
        ...(["toestemming_vastleggen", "aanmelding_regelen", "aanmelding_stap"] as const),
        ...(["intrekken", "brief_maken"] as const),
      ],
    ],
    [
      "ib, the Loket has an outcome",
      "ib1",
      {
        besluiten: naarLoket,
        aanmeldingen: [{ ...verstuurd, uitkomst: "toegekend", uitkomstOp: date("2026-11-23") }],
      },
      [
        ...(["toestemming_vastleggen", "aanmelding_regelen", "aanmelding_loket"] as const),
        ...(["aanmelding_wijkteam", "loket_afsluiten", "wachtlijst_regelen"] as const),
        ...(["wachtplek_erbij", "intrekken", "brief_maken"] as const),
      ],
    ],
    [
      "holder of a pupil who waits",
      "smw1",
      { ...uitvoering, wachtlijst: [wacht] },
      [
        ...(["voortgang", "afsluiting_voorstellen", "terug_naar_schakelteam", "regierol_regelen"] as const),
        ...(["actie_afspreken", "meedenkers_kiezen", "waarneming_regelen"] as const),
        ...(["overdracht_voorstellen", "aanmelding_regelen", "aanmelding_wijkteam"] as const),
        ...(["wachtlijst_regelen", "wachtplek_erbij", "wachtplek_aanpassen"] as const),
        ...(["wachtlijst_nagaan", "overbrugging_regelen", "pauzeren"] as const),
        ...(["traject_regelen", "traject_starten"] as const),
      ],
    ],
    [
      "ib of a pupil who waits, and the toestemming taken back",
      "ib1",
      { besluiten: naarLoket, wachtlijst: [wacht], toestemming: withdrawn },
      [
        ...(["toestemming_vastleggen", "wachtlijst_regelen", "wachtlijst_nagaan"] as const),
        ...(["intrekken", "brief_maken"] as const),
      ],
    ],
    ["holder of a pupil who waits, and the ground ran out", "smw1", { ...verlopen, wachtlijst: [wacht] }, []],
    ["a partner of a pupil who waits", "bpo1", { ...uitvoering, wachtlijst: [wacht] }, []],
    ["ib, closed", "ib1", { status: "afgesloten" }, ["toestemming_intrekken"]],
    ["ib, closed without a toestemming", "ib1", { status: "afgesloten", toestemming: null }, []],
    ["ib, withdrawn", "ib1", { status: "ingetrokken" }, []],
  ] satisfies [string, string, Partial<Dossier>, HulpvraagAct[]][])("%s", (_, persoonId, over, acts) => {
    const mag = see(persoonId, over)?.mag ?? ["nothing to see"];
    expect([...mag].toSorted()).toEqual(acts.toSorted());
  });

  it("no text is read by who may not know the name, since somebody can have typed it there; the ib reads it without", () => {
    const over: Partial<Dossier> = {
      leerling: seal({ naam: "Zwaantje Vogel", geboortemaand: "2016-04", leerjaar: "po_5", kenmerk: null }),
      vraag: seal("Hoe helpen we Zwaantje bij rekenen?"),
      besluiten: toegewezen,
      acties: [
        {
          id: "a1",
          rondeId: null,
          houderId: "smw1",
          omschrijving: seal("gezin vogel bellen"),
          datum: date("2026-12-01"),
          gedaanOp: null,
          versie: 1,
        },
      ],
      toestemming: { ...aToestemming(), partners: ["scp"] },
      aanbod: anAanbod(),
    };
    expect(see("smw1", over)?.leerling).toBeNull();
    const offered = see("smw1", over);
    expect(offered?.wat).toMatchObject({ vraag: null, gedaanToelichting: null, oudersVraag: null });
    expect(offered?.wat?.domeinen).not.toEqual([]);
    expect(offered?.besluit?.afweging).toBeNull();
    expect(offered?.acties.map(({ omschrijving }) => omschrijving)).toEqual([null]);
    const withdrawn = see("ib1", { ...over, status: "ingetrokken" });
    expect(withdrawn?.leerling).toBeNull();
    expect(withdrawn?.wat?.vraag).toBe("Hoe helpen we [naam] bij rekenen?");
    expect(withdrawn?.acties.map(({ omschrijving }) => omschrijving)).toEqual(["gezin [naam] bellen"]);
    expect(see("ib1", over)?.wat?.vraag).toBe("Hoe helpen we Zwaantje bij rekenen?");
  });

  it("is nothing for whoever sees nothing, in any status", () => {
    for (const status of hulpvraagStatussen) {
      for (const { persoonId, functie } of someTeam) {
        if (functie === "directeur") expect(see(persoonId, { status })).toBeNull();
      }
      expect(see("elders", { status })).toBeNull();
    }
  });
});

describe("a hulpvraag without its ground", () => {
  it("says to the ib that the question about the regierol does not stand, and to others nothing of it", () => {
    const over = { besluiten: toegewezen, aanbod: anAanbod(), regierollen: [aRegierol("bpo1")] };
    expect(see("ib1", over)?.aanbod).toMatchObject({ geldt: true });
    expect(see("bpo1", over)?.aanbod).toMatchObject({ geldt: true, aanMij: false });
    const gone = { ...over, toestemming: withdrawn };
    expect(see("ib1", gone)?.aanbod).toMatchObject({ naam: "Naam van smw1", aanMij: false, geldt: false });
    expect(see("bpo1", gone)?.aanbod).toBeNull();
    expect(see("smw1", gone)).toBeNull();
  });

  it("goes back to concept while it is on its way to a round, and keeps its status after", () => {
    expect(hulpvraagStatussen.map(statusWithoutGround)).toEqual([
      "concept",
      "concept",
      "concept",
      "besproken",
      "in_uitvoering",
      "afgesloten",
      "ingetrokken",
    ]);
  });
});
