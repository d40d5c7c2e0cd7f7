import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands as hulpvraagCommands, presenter } from "#bot/hulpvraag.ts";
import { commands } from "#bot/intake.ts";
import { registry } from "#bot/nouns.ts";
import { stampsFor } from "#bot/stamp.ts";
import { basisVerb } from "#cards/basis.ts";
import { basisOfExtraVerb } from "#cards/basis-of-extra.ts";
import { hulpvraagVerb, toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { intakeVerb } from "#cards/intake.ts";
import { neutralCard } from "#cards/neutral.ts";
import { startVerb } from "#cards/welcome.ts";
import type { Intent } from "#domain/intent.ts";
import type { Actor } from "#domain/scope.ts";
import { checkCard } from "#test/cards/check-card.ts";
import { aConcept, aWholeIntake, countOf, seen } from "#test/usecases/an-intake.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { aDesk, cardOf, type Desk, textOf } from "./a-desk.ts";

let t: TestWorld;
let desk: Desk;
let noor: Actor;
let bram: Actor;
let wim: Actor;
let fatima: Actor;
beforeAll(async () => {
  t = await aWorld();
  desk = aDesk(t, registry.routes, [presenter]);
  [noor, bram, wim, fatima] = (await Promise.all(
    ["noor", "bram", "wim", "fatima"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
const step1 = (over = {}) => ({
  naam: aName(),
  leerjaar: "po_5",
  maand: "04",
  jaar: "2017",
  gezag: "beide_ouders",
  ...over,
});
const step2 = { vraag: "Hoe krijgt zij meer rust?", domeinen: "gedrag,leren", alGedaan: "gesprek_ouders" };
const step3 = { urgentie: "voorrang", aanTafel: "smw,bpo" };

const begin = (actor: Actor) => desk.send(actor, startVerb.hulpvraag, { id: actor.persoonId, versie: 0 });
async function openIntake() {
  return cardOf(await desk.press(noor, cardOf(await begin(noor)), basisOfExtraVerb.extra));
}
async function onlyOpen(naam: string) {
  const dialog = await openIntake();
  return { dialog, sent: step1({ naam }) };
}
const typed = (actor: Actor, intent: Intent, slots = {}, all = { ...commands, ...hulpvraagCommands }) =>
  all[intent]?.({
    world: t.world,
    actor,
    stamps: stampsFor(t.world, actor.persoonId),
    slots,
    activityId: randomUUID(),
  });

describe("nieuwe hulpvraag", () => {
  it("goes in three dialogs from nothing to a whole concept", async () => {
    const two = await desk.press(noor, await openIntake(), intakeVerb.start, step1());
    expect(textOf(two)).toContain("Stap 2 van 3");
    const three = await desk.press(noor, cardOf(two), intakeVerb.stap2, step2);
    expect(textOf(three)).toContain("Stap 3 van 3");
    expect(await desk.press(noor, cardOf(three), intakeVerb.stap3, step3)).toEqual({ kind: "klaar" });
  });

  it("after a slow second press goes on with the next step, and makes nothing twice", async () => {
    const { dialog, sent } = await onlyOpen(aName());
    const before = await countOf(t, "hulpvraag");
    const [one, other] = await Promise.all(
      [1, 2].map(() => desk.press(noor, dialog, intakeVerb.start, sent)),
    );
    if (!one || !other) throw new Error("no answers");
    for (const shown of [one, other]) expect(textOf(shown)).toContain("Stap 2 van 3");
    expect(await countOf(t, "hulpvraag")).toBe(before + 1);
    const three = await desk.press(noor, cardOf(one), intakeVerb.stap2, step2);
    expect(textOf(await desk.press(noor, cardOf(one), intakeVerb.stap2, step2))).toContain("Stap 3 van 3");
    await desk.press(noor, cardOf(three), intakeVerb.stap3, step3);
    expect(await desk.press(noor, cardOf(three), intakeVerb.stap3, step3)).toEqual({ kind: "klaar" });
  });

  it("gives a refused step back as it was filled in, each field marked", async () => {
    const back = await desk.press(
      noor,
      await openIntake(),
      intakeVerb.start,
      step1({ naam: "Sanne 111222333", jaar: "", gezag: "x" }),
    );
    const text = textOf(back);
    expect(text).toContain("Sanne 111222333");
    expect(text.match(/Pas aan: dit is nog leeg/g)).toHaveLength(1);
    expect(text).toContain("Pas aan: dit kan niet");
    const again = await desk.press(noor, cardOf(back), intakeVerb.start, step1({ naam: "Sanne 111222333" }));
    expect(textOf(again)).toContain("Pas aan: haal het BSN weg");
    expect(checkCard(cardOf(again))).toEqual([]);
  });

  it("asks whether it is the child that is known by this name, with its number, status and year and no more", async () => {
    const naam = aName();
    const first = await aConcept(t, noor, { naam, kenmerk: "AAA111" });
    const { referentie } = await seen(t, noor, first);
    const sent = step1({ naam, kenmerk: "BBB222" });
    const asked = await desk.press(noor, await openIntake(), intakeVerb.start, sent);
    const text = textOf(asked);
    expect(text).toContain(`Is dit dezelfde leerling als in ${referentie} (concept, 2026)?`);
    expect(text).toContain("Ja, dezelfde leerling. Het nummer wordt BBB222");
    expect(text).not.toContain("AAA111");
    expect(checkCard(cardOf(asked))).toEqual([]);
    // Without an answer it is asked again; an answer about another name counts for nothing.
    for (const zelfde of ["", "ja HV-0001", "nee", "nee HV-0001"]) {
      const again = await desk.press(noor, cardOf(asked), intakeVerb.start, { ...sent, zelfde });
      expect(textOf(again)).toContain("Is dit dezelfde leerling als in");
    }
    const before = await countOf(t, "leerling");
    const yes = { ...sent, zelfde: `ja ${referentie}` };
    expect(textOf(await desk.press(noor, cardOf(asked), intakeVerb.start, yes))).toContain(
      "Deze hulpvraag is er al",
    );
    expect(await countOf(t, "leerling")).toBe(before);
    const no = { ...sent, zelfde: `nee ${referentie}` };
    expect(textOf(await desk.press(noor, cardOf(asked), intakeVerb.start, no))).toContain("Stap 2 van 3");
    expect(await countOf(t, "leerling")).toBe(before + 1);
  });

  it("marks what may not stand in a text and keeps it out of the database", async () => {
    const two = await desk.press(noor, await openIntake(), intakeVerb.start, step1());
    const back = await desk.press(noor, cardOf(two), intakeVerb.stap2, {
      ...step2,
      vraag: "Bel 06-12345678 of mail a@b.nl",
    });
    expect(textOf(back)).toContain(
      "Pas aan: haal het telefoonnummer (“06-12345678”) en het e-mailadres (“a@b.nl”) weg",
    );
    const good = await desk.press(noor, cardOf(back), intakeVerb.stap2, step2);
    expect(textOf(good)).toContain("Stap 3 van 3");
  });

  it("keeps the reason for one text while another is still to be mended", async () => {
    const two = await desk.press(noor, await openIntake(), intakeVerb.start, step1());
    const texts = {
      ...step2,
      vraag: "Sinds de scheiding van haar ouders slaapt zij slecht.",
      gedaanToelichting: "Wij denken aan ADHD.",
    };
    const one = await desk.press(noor, cardOf(two), intakeVerb.stap2, {
      ...texts,
      laat_vraag: "nodig_voor_de_vraag",
    });
    expect(textOf(one)).toContain("Dit blijft staan, omdat:");
    expect(checkCard(cardOf(one))).toEqual([]);
    const kept = JSON.stringify(cardOf(one));
    expect(kept).toContain('"id":"laat_vraag"');
    expect(kept).toContain('"value":"nodig_voor_de_vraag"}');
    // As a client sends it: every field, with the value that it was drawn with.
    const done = await desk.press(noor, cardOf(one), intakeVerb.stap2, {
      ...texts,
      laat_vraag: "nodig_voor_de_vraag",
      laat_gedaanToelichting: "ouders_willen_dit",
    });
    expect(textOf(done)).toContain("Stap 3 van 3");
  });

  it("goes back a step with what was kept there", async () => {
    const naam = aName();
    const { dialog, sent } = await onlyOpen(naam);
    const two = await desk.press(noor, dialog, intakeVerb.start, sent);
    const one = await desk.press(noor, cardOf(two), intakeVerb.naar1);
    expect(textOf(one)).toContain(naam);
    expect(
      textOf(await desk.press(noor, cardOf(one), intakeVerb.stap1, { ...sent, leerjaar: "po_6" })),
    ).toContain("Stap 2");
  });

  it("for a leerling with an open hulpvraag leads to that one", async () => {
    const naam = aName();
    const id = await aConcept(t, noor, { naam });
    const shown = await desk.press(noor, await openIntake(), intakeVerb.start, step1({ naam }));
    expect(textOf(shown)).toContain((await seen(t, noor, id)).referentie);
    expect(textOf(await desk.press(noor, cardOf(shown), intakeVerb.verder))).toContain("Stap 2 van 3");
  });

  it("after somebody else's change keeps what was filled in and asks to look again", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const mine = await desk.send(noor, intakeVerb.verder, { id, versie: 1 });
    const other = await desk.send(noor, intakeVerb.verder, { id, versie: 1 });
    await desk.press(noor, cardOf(other), intakeVerb.stap2, { ...step2, vraag: "De andere vraag" });
    const stale = await desk.press(noor, cardOf(mine), intakeVerb.stap2, { ...step2, vraag: "Mijn vraag" });
    expect(textOf(stale)).toContain("Iemand anders heeft deze hulpvraag net aangepast");
    expect(textOf(stale)).toContain("Mijn vraag");
    expect(
      textOf(await desk.press(noor, cardOf(stale), intakeVerb.stap2, { ...step2, vraag: "Mijn vraag" })),
    ).toContain("Stap 3");
  });

  it("says to other members whom to ask, and to who leads that it is not theirs", async () => {
    expect(textOf(await begin(bram))).toContain("Noor Visser");
    expect(textOf(await begin(wim))).not.toContain("Noor");
    expect(await typed(noor, "hulpvraag_nieuw")).toMatchObject({ kind: "kaart" });
  });

  it("does not open with the card of another person", async () => {
    const dialog = await openIntake();
    expect(await desk.press(fatima, dialog, intakeVerb.start, step1())).toEqual({
      kind: "kaart",
      card: neutralCard(),
    });
  });
});

describe("basis", () => {
  it("leads to the partner and the contact, and keeps nothing", async () => {
    const before = await countOf(t, "druk");
    const ask = await desk.press(noor, cardOf(await begin(noor)), basisOfExtraVerb.basis);
    const empty = await desk.press(noor, cardOf(ask), basisVerb.aanbod);
    expect(textOf(empty)).toContain("Pas aan");
    const offer = await desk.press(noor, cardOf(empty), basisVerb.aanbod, { domein: "opvoeding" });
    expect(textOf(offer)).toContain("Hanna Postma");
    expect(await countOf(t, "druk")).toBe(before);
  });
});

describe("the card of a hulpvraag", () => {
  it("goes on where the intake was left, and opens at the beginning when it is whole", async () => {
    const half = await aConcept(t, noor, { naam: aName() });
    const whole = await aWholeIntake(t, noor, { naam: aName() });
    expect(textOf(await desk.send(noor, intakeVerb.verder, { id: half, versie: 1 }))).toContain(
      "Stap 2 van 3",
    );
    expect(textOf(await desk.send(noor, intakeVerb.verder, { id: whole, versie: 3 }))).toContain(
      "Stap 1 van 3",
    );
  });

  it("says what is missing when it cannot be put ready yet", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const shown = await desk.send(noor, hulpvraagVerb.klaarzetten, { id, versie: 3 });
    expect(textOf(shown)).toContain("Klaarzetten kan nog niet. Het antwoord van ouder 1 ontbreekt nog.");
  });

  it("leads through the toestemming to klaargezet, and to withdrawal", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName(), gezag: "onbekend" });
    const gezag = await desk.send(noor, toestemmingVerb.open, { id, versie: 3 });
    expect(textOf(await desk.press(noor, cardOf(gezag), toestemmingVerb.gezag))).toContain("Pas aan");
    const overview = await desk.press(noor, cardOf(gezag), toestemmingVerb.gezag, { gezag: "een_ouder" });
    const form = await desk.press(noor, cardOf(overview), toestemmingVerb.schriftelijk);
    const wrong = await desk.press(noor, cardOf(form), toestemmingVerb.opslaan, {
      antwoord_ouder1: "ja",
      geldigTot: "2027-07-31",
    });
    expect(textOf(wrong)).toContain("Pas aan: dit is nog leeg.");
    const filled = {
      antwoord_ouder1: "ja",
      op_ouder1: "2026-11-16",
      vorm_ouder1: "papier",
      bewaarplaats_ouder1: "Leerlingdossier",
      partners: "smw,bpo",
      geldigTot: "2027-07-31",
      gecontroleerd: "true",
    };
    expect(await desk.press(noor, cardOf(wrong), toestemmingVerb.opslaan, filled)).toEqual({ kind: "klaar" });
    const ready = await desk.send(noor, hulpvraagVerb.klaarzetten, { id, versie: 5 });
    expect(textOf(ready)).toContain("staat klaar voor de volgende overlegronde");
    const again = await desk.press(noor, cardOf(ready), toestemmingVerb.open);
    const back = await desk.press(noor, cardOf(again), toestemmingVerb.vraagIntrekken);
    expect(
      textOf(await desk.press(noor, cardOf(back), toestemmingVerb.intrekken, { partij: "", op: "" })),
    ).toContain("Pas aan");
    expect(
      await desk.press(noor, cardOf(back), toestemmingVerb.intrekken, { partij: "ouder1", op: "2026-11-23" }),
    ).toEqual({ kind: "klaar" });
    expect((await seen(t, noor, id)).status).toBe("concept");
  });

  it("is withdrawn after a question", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const ask = await desk.send(noor, hulpvraagVerb.vraagIntrekken, { id, versie: 1 });
    expect(await desk.press(noor, cardOf(ask), hulpvraagVerb.intrekken)).toEqual({ kind: "klaar" });
    expect((await seen(t, noor, id)).status).toBe("ingetrokken");
  });

  it.each(Object.values({ ...hulpvraagVerb, ...toestemmingVerb, ...intakeVerb }))(
    "is neutral for others, whatever they press: %s",
    async (verb) => {
      const id = await aConcept(t, noor, { naam: aName() });
      const text = textOf(
        await desk.send(fatima, verb, { id, versie: 1 }, { ...step1(), ...step2, ...step3 }),
      );
      if (verb === intakeVerb.start) return;
      expect(text).toBe(JSON.stringify(neutralCard()));
    },
  );

  it("comes below in the chat when its number is typed; an unknown number gets the neutral answer", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const hulpvraag = (await seen(t, noor, id)).referentie;
    expect(await typed(noor, "hulpvraag_zoeken", { hulpvraag })).toBeNull();
    expect(await typed(fatima, "hulpvraag_zoeken", { hulpvraag })).toEqual({ kind: "neutraal" });
    expect(await typed(noor, "hulpvraag_status", { hulpvraag: "HV-0001" })).toEqual({ kind: "neutraal" });
    // Without a number the list of open ones comes below, as a message that is known.
    expect(await typed(noor, "hulpvraag_zoeken")).toBeNull();
    expect(await countOf(t, "kennisgeving", `soort = 'hulpvragen_getoond'`)).toBe(1);
  });
});
