import { describe, expect, it } from "vitest";
import { aanmeldingenCard } from "#cards/aanmelding.ts";
import { hulpvraagCard, meerCard } from "#cards/hulpvraag.ts";
import { regelenCard } from "#cards/regierol-regelen.ts";
import { trajectCard } from "#cards/traject.ts";
import { wachtlijstCard } from "#cards/wachtlijst.ts";
import { type Besluit, hulpvraagStatussen } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { aanmeldActs, regelActs, trajectActs, wachtActs } from "#domain/hulpvraag-mag.ts";
import { type HulpvraagAct, type HulpvraagGezien, hulpvraagActs } from "#domain/hulpvraag-view.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { type TrajectFeit, trajectVolgende } from "#domain/traject.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  anAgendapunt,
  anAntwoord,
  anInstemming,
  aRegierol,
  aRonde,
  aTermijn,
  aToestemming,
  date,
  now,
  someLeerling,
  today,
} from "#test/domain/a-dossier.ts";
import { shownTexts } from "./check-card.ts";

const stamp = (verb: string) => verb;
const offer = anAanbod();

function cardOf(persoonId: string, over: Parameters<typeof aDossier>[0]) {
  const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
  return gezien && hulpvraagCard(gezien, stamp);
}

function titles(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(titles);
  if (typeof value !== "object" || value === null) return [];
  const own =
    "type" in value && "title" in value && String(value.type).startsWith("Action.")
      ? [String(value.title)]
      : [];
  const inner = Object.entries(value).filter(([key]) => key !== "fallback" && key !== "data");
  return [...own, ...inner.flatMap(([, part]) => titles(part))];
}

describe("the card of a hulpvraag", () => {
  it.each(
    hulpvraagStatussen.flatMap((status) => ["ib1", "smw1", "lpa1"].map((who) => [status, who] as const)),
  )("says in the state %s what must happen now (%s), and shows no button twice", (status, who) => {
    const card = cardOf(who, { status, regierollen: [aRegierol("smw1")] });
    if (!card) return;
    const texts = shownTexts(card, "card").map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith("**Nu:**"))).toHaveLength(1);
    expect(titles(card)).toHaveLength(new Set(titles(card)).size);
  });

  it("asks for the regierol before anything else, with both answers", () => {
    const card = cardOf("smw1", {
      besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
      aanbod: offer,
    });
    const body = JSON.stringify(card?.body.slice(1, 4));
    expect(body).toContain("Wil jij de regierol nemen?");
    expect(body).toContain("Ja, ik neem de regierol");
    expect(body).toContain("Nee, ik kan het niet");
  });

  const nowOfCard = (over: Partial<Dossier>, who = "ib1") =>
    shownTexts(cardOf(who, over) ?? {}, "card").find(({ text }) => text.startsWith("**Nu:**"))?.text;
  const no = aToestemming({
    antwoorden: [...aToestemming().antwoorden, anAntwoord("ouder2", { soort: "ingetrokken", op: today })],
  });
  const talk = aTermijn("gesprek_ouders", "2026-11-27", { verantwoordelijke: "ib" });

  it.each(["concept", "besproken", "in_uitvoering"] as const)(
    "says to the ib to talk with who said no as long as that is to be done, and then to arrange it again (%s)",
    (status) => {
      expect(nowOfCard({ status, toestemming: no, termijnen: [talk] })).toContain("praat met wie nee zei");
      expect(nowOfCard({ status, toestemming: no })).toContain("toestemming");
      expect(nowOfCard({ status, termijnen: [talk] })).not.toContain("praat met wie nee zei");
    },
  );

  const pupil = {
    leerling: seal(someLeerling({ geboortemaand: "2009-04", leerjaar: "vo_5" })),
    toestemming: aToestemming({ antwoorden: [anAntwoord("leerling")] }),
  };
  const decided = aBesluit(["regierol_toewijzen"]);
  const agreed = { ...decided, terugkoppeling: akkoord };
  const ib = { verantwoordelijke: "ib" } as const;

  it.each([
    [
      "must tell",
      "ib1",
      { besluiten: [decided], termijnen: [aTermijn("terugkoppeling_ouders", "2026-11-27", ib)] },
    ],
    [
      "waits for akkoord",
      "ib1",
      { besluiten: [decided], termijnen: [aTermijn("akkoord_regierol", "2026-11-27", ib)] },
    ],
    ["reads along", "bpo1", { besluiten: [decided] }],
    ["is asked for the regierol", "smw1", { besluiten: [agreed], aanbod: offer }],
    [
      "has the regierol",
      "smw1",
      {
        status: "in_uitvoering",
        besluiten: [{ ...agreed, oudersHoren: true }],
        regierollen: [aRegierol("smw1")],
        termijnen: [aTermijn("eerste_contact", "2026-11-27")],
      },
    ],
    [
      "has nothing to do now",
      "smw1",
      { status: "in_uitvoering", besluiten: [agreed], regierollen: [aRegierol("smw1")] },
    ],
    [
      "has something left after the end",
      "ib1",
      { status: "afgesloten", termijnen: [aTermijn("terugkoppeling_ouders", "2026-11-27", ib)] },
    ],
  ] as const)(
    "speaks of a pupil who decides alone, never of telling or asking parents: who %s",
    (_, who, over) => {
      const card = cardOf(who, { ...pupil, ...over });
      const said = shownTexts(card ?? {}, "card")
        .map(({ text }) => text)
        .join("\n");
      const allowed =
        /^Beide ouders$|De ouders mogen het horen|als de leerling dat goed vindt|of de ouders het mogen horen/;
      expect(said.split("\n").filter((line) => /ouders/i.test(line) && !allowed.test(line))).toEqual([]);
      expect(said).toMatch(/leerling/);
    },
  );

  it.each([
    [false, "De leerling wil niet dat de ouders het horen."],
    [true, "De ouders mogen het horen."],
    [null, "Vraag de leerling of de ouders het mogen horen."],
  ] as const)(
    "says to the holder what the pupil said of telling the parents (%s)",
    (oudersHoren, expected) => {
      const over = {
        status: "in_uitvoering",
        besluiten: [{ ...agreed, oudersHoren }],
        regierollen: [aRegierol("smw1")],
      } as const;
      const said = (over: Partial<Dossier>) => JSON.stringify(cardOf("smw1", over));
      expect(said({ ...pupil, ...over })).toContain(expected);
      expect(said(over)).not.toMatch(/ouders (het )?(horen|mogen)/);
    },
  );

  it("says of a regierol after instemming that the parents must first say yes in writing", () => {
    const waits = aTermijn("terugkoppeling_ouders", "2026-11-27", { verantwoordelijke: "ib" });
    const text = (besluit: Besluit, toestemming = anInstemming()) =>
      nowOfCard({ status: "besproken", besluiten: [aBesluit([besluit])], termijnen: [waits], toestemming });
    const first = "Voor de regierol moeten ze eerst schriftelijke toestemming geven.";
    expect(text("regierol_toewijzen")).toContain(`vertel de ouders wat er is besloten. ${first}`);
    expect(text("meer_informatie")).toContain("vertel de ouders wat er is besloten.");
    expect(text("meer_informatie")).not.toContain(first);
    expect(text("regierol_toewijzen", aToestemming())).not.toContain(first);
  });

  it("says that an actie rests while there is no ground, and is not asked any more after the end", () => {
    const actie = { id: "a1", rondeId: null, houderId: "bpo1", datum: date("2026-11-30"), versie: 1 };
    const acties = [{ ...actie, omschrijving: seal("Bel de school"), gedaanOp: null }];
    const said = (over: Partial<Dossier>) => JSON.stringify(cardOf("ib1", { acties, ...over }));
    expect(said({ status: "in_uitvoering" })).toContain("30 november");
    for (const status of ["concept", "in_uitvoering"] as const) {
      expect(said({ status, toestemming: no })).toContain("Naam van bpo1, dit rust nu");
      expect(said({ status, toestemming: no })).not.toContain("30 november");
    }
    expect(said({ status: "ingetrokken" })).toContain("Naam van bpo1, dit hoeft niet meer");
  });

  it("names what is left to do for the ib after the end", () => {
    const left = aTermijn("intrekking_afhandelen", "2026-12-07", { verantwoordelijke: "ib" });
    const over = { status: "ingetrokken", termijnen: [left] } as const;
    expect(nowOfCard(over)).toMatch(
      /handel de intrekking af, uiterlijk .*7\sdecember\s2026\. Deze hulpvraag is ingetrokken\.$/,
    );
    const done = { ...left, status: "klaar" } as const;
    expect(nowOfCard({ ...over, termijnen: [done] })).toContain("niets meer");
  });

  it("says of the time to object that it is over, not that it should have been done", () => {
    const term = aTermijn("bezwaartermijn", "2026-11-20", { verantwoordelijke: "ib" });
    const said = JSON.stringify(cardOf("ib1", { status: "concept", termijnen: [term] }));
    expect(said).toMatch(/Tijd om bezwaar te maken.*oorbij sinds (?:\w+\s)?21\snovember/);
    expect(said).not.toContain("had klaar moeten zijn");
  });

  it("after a no asks the ib for somebody else before an actie of their own, and says who said no and why", () => {
    const actie = { id: "actie1", rondeId: null, houderId: "ib1", omschrijving: seal("Bellen") };
    const card = cardOf("ib1", {
      besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
      aanbod: { ...offer, status: "geweigerd" },
      weigeringen: [{ besluitId: "b1", persoonId: "smw1", reden: "geen_tijd" }],
      acties: [{ ...actie, datum: date("2026-11-24"), gedaanOp: null, versie: 1 }],
    });
    const texts = card ? shownTexts(card, "card").map(({ text }) => text) : [];
    expect(texts).toContain("**Nu:** Naam van smw1 zei nee. Vraag iemand anders voor de regierol.");
    expect(texts).toContain("Naam van smw1 zei nee tegen de regierol: ‘Ik heb er nu geen tijd voor.’");
    expect(titles(card)[0]).toBe("Vraag iemand anders");
  });

  it.each([
    ["ib1", "ib1", ["Haal de hulpvraag eraf, dan kun je een andere ronde kiezen.", "Van de agenda halen"]],
    ["ib1", "smw2", ["Haal de hulpvraag eraf, dan kun je een andere ronde kiezen.", "Van de agenda halen"]],
    ["bpo1", "ib1", ["De intern begeleider kiest een andere.", null]],
  ] as const)(
    "of a round that was not held says what %s can do, chaired by %s",
    (who, voorzitterId, [text, act]) => {
      const ronde = aRonde({ status: "gepland", datum: date("2026-11-20"), voorzitterId, notulistId: null });
      const card = cardOf(who, {
        status: "geagendeerd",
        agendapunten: [anAgendapunt({ status: "gepland", ronde })],
      });
      const texts = card ? shownTexts(card, "card").map((one) => one.text) : [];
      expect(texts).toContain(`**Nu:** deze ronde is niet gehouden. ${text}`);
      expect(titles(card).includes("Van de agenda halen")).toBe(act !== null);
    },
  );

  it("of who can do more than fits has the rest behind its last button, and loses none", () => {
    const gezien = seeHulpvraag(
      aDossier({
        status: "in_uitvoering",
        besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
        regierollen: [aRegierol("ib1")],
        termijnen: [aTermijn("giz", "2026-12-01"), aTermijn("eerste_contact", "2026-11-27")],
      }),
      { persoonId: "ib1" },
      now,
    );
    if (!gezien) throw new Error("the ib sees nothing");
    const all = titles(hulpvraagCard(gezien, stamp));
    expect(all).toContain("Meer");
    const behind = titles(meerCard(gezien, stamp));
    expect(behind).toEqual(expect.arrayContaining(["Hulpvraag intrekken", "Brief voor ouders"]));
    const arranged = [
      ...[...regelActs, ...aanmeldActs, ...trajectActs, ...wachtActs],
      ...(["aanmelding_regelen", "traject_regelen", "wachtlijst_regelen"] as const),
    ];
    const each = hulpvraagActs.filter((act) => gezien.mag.has(act) && !arranged.some((one) => one === act));
    expect(new Set([...all, ...behind]).size - 1).toBe(each.length);
    const few = seeHulpvraag(aDossier({}), { persoonId: "ib1" }, now);
    expect(few && titles(hulpvraagCard(few, stamp))).not.toContain("Meer");
  });

  it("has a button for every act that is offered", () => {
    const gezien = seeHulpvraag(aDossier({}), { persoonId: "ib1" }, now);
    if (!gezien) throw new Error("the ib sees nothing");
    for (const act of hulpvraagActs) {
      const own = { ...gezien, mag: new Set([act]) };
      expect(titles(cardWith(act, own)), act).toHaveLength(1);
    }
  });

  it("has the Loket among what can be arranged while there is a regierol, unless it is what must be done now", () => {
    const held = {
      status: "in_uitvoering",
      besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
      regierollen: [aRegierol("smw1")],
    } as const;
    expect(titles(cardOf("ib1", held))).not.toContain("Loket en wijkteam");
    const termijnen = [aTermijn("wijkteam_ontvangst", "2026-11-27", { verantwoordelijke: "ib" })];
    expect(titles(cardOf("ib1", { ...held, termijnen }))[0]).toBe("Loket en wijkteam");
  });

  it.each([
    ["a fortnight ahead", "2026-12-07", null, null],
    ["a week ahead", "2026-11-30", null, "uiterlijk maandag 30 november 2026"],
    ["planned for tomorrow, its term later", "2026-12-07", "2026-11-24", "gepland: morgen"],
  ])("has the end of a traject on top in its own week and not before: %s", (_what, due, planned, words) => {
    const card = cardOf("smw1", {
      status: "in_uitvoering",
      besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
      regierollen: [aRegierol("smw1")],
      trajecten: [{ ...begun, eindGeplandOp: planned === null ? null : date(planned) }],
      termijnen: [aTermijn("traject_eindevaluatie", due)],
    });
    const line = shownTexts(card, "card").find(({ text }) => text.startsWith("**Nu:**"))?.text ?? "";
    expect(line.includes("houd de eindevaluatie")).toBe(words !== null);
    expect(line).toContain(words ?? "houd contact met de ouders");
    expect(titles(card).includes("Eindevaluatie vastleggen")).toBe(words !== null);
  });

  const begun: TrajectFeit = {
    ...{ id: "t1", gestartOp: date("2026-10-05"), tussen: null, meerHulpOp: null, eindGeplandOp: null },
    ...{ verlengd: null, eind: null, gestopt: null, vervallen: false, genodigden: [] },
  };

  /** The card on which this act has its button. */
  function cardWith(act: HulpvraagAct, own: HulpvraagGezien) {
    if (regelActs.some((regel) => regel === act)) return regelenCard(own, stamp);
    if (trajectActs.some((one) => one === act)) {
      const traject = {
        ...{ ...begun, genodigden: [], voorMij: false, wijkteam: "te_vragen" as const, kanVragen: true },
        ...{ tussenUiterlijk: null, eindUiterlijk: null, volgende: trajectVolgende(begun) },
      };
      return trajectCard({ ...own, traject: act === "traject_starten" ? null : traject }, stamp);
    }
    const sent = {
      ...({ bij: "loket", stand: "verstuurd", verstuurdOp: own.vandaag, sinds: own.vandaag } as const),
      ...{ nagevraagdOp: null, uitkomst: null, uiterlijk: null, volgende: ["ontvangen"] as const },
    };
    // On the card itself only when it is what has to be done now.
    if (wachtActs.some((one) => one === act)) {
      const plek = {
        ...({ soort: "logopedie", stand: "wacht", sinds: own.vandaag, weken: 0 } as const),
        ...{ verwachtTot: null, nagevraagdOp: null, uitkomstOp: null, contact: null, contactWeg: null },
        ...{ contactGekozen: null, overbrugging: null, geenOverbrugging: null, gestoptOp: null },
        overbruggingOpen: false,
      };
      return wachtlijstCard({ ...own, wachtlijst: [plek] }, stamp);
    }
    return aanmeldActs.some((one) => one === act)
      ? aanmeldingenCard({ ...own, aanmeldingen: [sent] }, stamp)
      : hulpvraagCard(own, stamp);
  }
});
