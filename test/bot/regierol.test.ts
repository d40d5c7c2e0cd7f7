import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as afsluiting from "#bot/afsluiting.ts";
import { presenter } from "#bot/hulpvraag.ts";
import type { Shown } from "#bot/on-card.ts";
import * as regierol from "#bot/regierol.ts";
import { stampsFor } from "#bot/stamp.ts";
import * as terugkoppeling from "#bot/terugkoppeling.ts";
import * as voortgang from "#bot/voortgang.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import { regierolWords } from "#cards/regierol.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { terugkoppelingWords } from "#cards/terugkoppeling.ts";
import { voortgangWords } from "#cards/voortgang.ts";
import type { Actor } from "#domain/scope.ts";
import { checkCard } from "#test/cards/check-card.ts";
import { aDecided, aHeld, anOffer, at, dossierOf, holdersOf, later } from "#test/usecases/a-besluit.ts";
import { date } from "#test/usecases/an-intake.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { aDesk, cardOf, type Desk, textOf } from "./a-desk.ts";

let t: TestWorld;
let desk: Desk;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let peter: Actor;
beforeAll(async () => {
  t = await aWorld();
  desk = aDesk(
    t,
    { ...regierol.routes, ...terugkoppeling.routes, ...afsluiting.routes, ...voortgang.routes },
    [presenter],
  );
  [noor, bram, saskia, peter] = (await Promise.all(
    ["noor", "bram", "saskia", "peter"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const people = () => ({ ib: noor, houder: bram });

/** The card of the hulpvraag as it stands in the chat of this person. */
async function standingCard(actor: Actor, id: string) {
  const presented = await presenter.present(t.world, actor, id, stampsFor(t.world, actor.persoonId));
  if (!presented) throw new Error("nothing stands there");
  return presented.card;
}

async function press(actor: Actor, id: string, verb: string, input?: Record<string, string>): Promise<Shown> {
  return desk.press(actor, await standingCard(actor, id), verb, input);
}

/** Opens a dialog from the card and sends it. */
async function fill(
  actor: Actor,
  id: string,
  verbs: readonly [string, string],
  input: Record<string, string>,
) {
  return desk.press(actor, cardOf(await press(actor, id, verbs[0])), verbs[1], input);
}

const vertel = [regierolVerb.vraagTerugkoppeling, regierolVerb.terugkoppeling] as const;
const akkoord = {
  verteldOp: "2026-11-23",
  antwoord: "ja",
  akkoordOp: "2026-11-23",
  akkoordVan: "ouder1,ouder2",
};

describe("the terugkoppeling", () => {
  it("is a dialog that closes with a sentence, and the person is asked", async () => {
    const id = await aDecided(t, people());
    expect(await fill(noor, id, vertel, akkoord)).toEqual({
      kind: "klaar",
      melding: terugkoppelingWords.akkoord,
    });
    expect(await dossierOf(t, id)).toMatchObject({ aanbod: { status: "aangeboden" } });
  });

  it("comes back filled in, with the field that is wrong, and can then be sent again", async () => {
    const id = await aDecided(t, people());
    const back = await fill(noor, id, vertel, { ...akkoord, akkoordVan: "ouder1" });
    expect(back.kind).toBe("dialoog");
    expect(textOf(back)).toContain("vraag ook akkoord aan ouder 2");
    expect(checkCard(cardOf(back))).toEqual([]);
    const again = await desk.press(noor, cardOf(back), regierolVerb.terugkoppeling, akkoord);
    expect(again).toMatchObject({ kind: "klaar" });
  });

  it.each([
    ["nothing at all", {}],
    ["another type", { verteldOp: "gisteren", antwoord: "misschien", akkoordVan: "opa,ouder1" }],
    ["code", { verteldOp: "2026-11-23", antwoord: "__proto__", reden: "<script>" }],
  ])("sent with %s keeps nothing", async (_, input) => {
    const id = await aDecided(t, people());
    expect((await fill(noor, id, vertel, input)).kind).toBe("dialoog");
    expect(await dossierOf(t, id)).toMatchObject({ aanbod: null });
  });

  it("is neutral for who sees nothing of the case, and stale for who does", async () => {
    const id = await aDecided(t, people());
    const about = await at(t, id);
    for (const verb of Object.values(regierolVerb)) {
      const shown = await desk.send(peter, verb, about, {
        ...akkoord,
        reden: "geen_tijd",
        uitkomst: "geweigerd",
      });
      expect([verb, shown]).toEqual([verb, { kind: "kaart", card: neutralCard() }]);
    }
    expect(await desk.send(saskia, regierolVerb.vraagTerugkoppeling, about)).toEqual({
      kind: "melding",
      tekst: pressWords.stale,
    });
  });
});

describe("an offer on the card", () => {
  it("is accepted in one press; the card then shows the name and what to do", async () => {
    const id = await anOffer(t, people());
    const shown = await press(bram, id, regierolVerb.aannemen);
    expect(textOf(shown)).toContain(regierolWords.accepted);
    expect(textOf(shown)).toContain("Eerste contact gehad");
    later(t);
    expect(await holdersOf(t, id)).toEqual([`actief ${bram.persoonId}`]);
  });

  it("pressed twice on the same card says that it was done", async () => {
    const id = await anOffer(t, people());
    const card = await standingCard(bram, id);
    await desk.press(bram, card, regierolVerb.aannemen);
    expect(textOf(await desk.press(bram, card, regierolVerb.aannemen))).toContain(pressWords.already);
  });

  it("on a card that another person sends is neutral", async () => {
    const id = await anOffer(t, people());
    const card = await standingCard(bram, id);
    expect(await desk.press(saskia, card, regierolVerb.aannemen)).toEqual({
      kind: "kaart",
      card: neutralCard(),
    });
    expect(await holdersOf(t, id)).toEqual([`waarnemend ${noor.persoonId}`]);
  });

  it("is refused with a reason; without one the dialog comes back", async () => {
    const id = await anOffer(t, people());
    const nee = [regierolVerb.vraagWeigeren, regierolVerb.weigeren] as const;
    expect((await fill(bram, id, nee, {})).kind).toBe("dialoog");
    expect(await fill(bram, id, nee, { reden: "geen_tijd" })).toEqual({
      kind: "klaar",
      melding: regierolWords.refused,
    });
    const ander = [regierolVerb.vraagAnder, regierolVerb.ander] as const;
    const { persoonId } = saskia;
    const form = { aan: persoonId, akkoordOp: "2026-11-23", akkoordVan: "ouder1,ouder2" };
    expect((await fill(noor, id, ander, { ...form, akkoordVan: "" })).kind).toBe("dialoog");
    expect(await fill(noor, id, ander, form)).toEqual({ kind: "klaar", melding: regierolWords.offered });
  });
});

describe("the holder's buttons", () => {
  it("report in one press, and dialogs ask only codes and days", async () => {
    const id = await aHeld(t, people());
    expect(textOf(await press(bram, id, regierolVerb.contact))).toContain(regierolWords.contact);
    const hoe = [regierolVerb.vraagVoortgang, regierolVerb.voortgang] as const;
    expect((await fill(bram, id, hoe, { hoe: "loopt_vast" })).kind).toBe("dialoog");
    const vast = { hoe: "loopt_vast", contact: "nee", meerHulp: "ja" };
    expect(await fill(bram, id, hoe, vast)).toEqual({ kind: "klaar", melding: voortgangWords.schakelteam });
    const giz = [regierolVerb.vraagGiz, regierolVerb.giz] as const;
    expect((await fill(bram, id, giz, { uitkomst: "niet_nodig" })).kind).toBe("dialoog");
    expect(await fill(bram, id, giz, { uitkomst: "niet_nodig", reden: "een_vraag" })).toMatchObject({
      kind: "klaar",
    });
    const terug = [regierolVerb.vraagTerug, regierolVerb.terug] as const;
    expect(await fill(bram, id, terug, {})).toMatchObject({ kind: "klaar" });
    expect(await dossierOf(t, id)).toMatchObject({ status: "klaargezet" });
  });

  it("mark one of several acties as done", async () => {
    const acties = ["Bel de ouders", "Maak een afspraak"].map((wat) => ({
      houderId: bram.persoonId,
      wat,
      datum: date("2026-12-04"),
    }));
    const id = await aDecided(t, people(), { besluiten: ["doorzetten_loket"], acties });
    const verbs = [regierolVerb.vraagActie, regierolVerb.actie] as const;
    const actie = (await dossierOf(t, id)).acties[0]?.id ?? "";
    expect((await fill(bram, id, verbs, {})).kind).toBe("dialoog");
    expect(await fill(bram, id, verbs, { actie })).toEqual({ kind: "klaar", melding: regierolWords.actie });
    expect((await dossierOf(t, id)).acties.filter(({ gedaanOp }) => gedaanOp !== null)).toHaveLength(1);
  });

  it("propose to close, and the ib confirms: the card of the holder is then the neutral one", async () => {
    const id = await aHeld(t, people());
    const voorstel = [regierolVerb.vraagAfsluiten, regierolVerb.afsluiten] as const;
    expect((await fill(bram, id, voorstel, {})).kind).toBe("dialoog");
    expect(await fill(bram, id, voorstel, { reden: "doel_bereikt" })).toMatchObject({ kind: "klaar" });
    const old = await standingCard(bram, id);
    const bevestig = [regierolVerb.vraagBevestigen, regierolVerb.bevestigen] as const;
    expect((await fill(noor, id, bevestig, { verteldOp: "" })).kind).toBe("dialoog");
    expect(await fill(noor, id, bevestig, { verteldOp: "2026-11-23" })).toMatchObject({ kind: "klaar" });
    expect(await desk.press(bram, old, regierolVerb.contact)).toEqual({
      kind: "kaart",
      card: neutralCard(),
    });
  });
});
