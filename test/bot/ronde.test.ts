import { afterAll, describe, expect, it } from "vitest";
import { file } from "#bot/file.ts";
import { registry } from "#bot/nouns.ts";
import type { Shown } from "#bot/on-card.ts";
import { show } from "#bot/on-card.ts";
import { stampsFor } from "#bot/stamp.ts";
import { agendaVerb } from "#cards/agenda.ts";
import { neutralCard } from "#cards/neutral.ts";
import { overzichtWords } from "#cards/overzicht.ts";
import { pressWords } from "#cards/press.ts";
import { rondeWords } from "#cards/ronde.ts";
import { besluitVerb, rondeVerb } from "#cards/ronde-verb.ts";
import { startVerb } from "#cards/welcome.ts";
import type { Actor } from "#domain/scope.ts";
import { checkCard } from "#test/cards/check-card.ts";
import { type Cast, castOf } from "#test/usecases/a-cast.ts";
import { aReady } from "#test/usecases/a-closed-round.ts";
import { aRonde, joinLink, rondeOf, statusOf, sztOf, toldAbout } from "#test/usecases/a-round.ts";
import { countOf, date } from "#test/usecases/an-intake.ts";
import { aWorld } from "#test/world.ts";
import { aDesk, cardOf, textOf } from "./a-desk.ts";

const made = aWorld();
afterAll(async () => (await made).close());

async function stage() {
  const cast = await castOf(made);
  return { ...cast, desk: aDesk(cast.t, registry.routes, registry.presenters) };
}

/** The card of a round as the courier would put it in the chat of this person. */
async function standing({ t }: Cast, actor: Actor, id: string): Promise<Shown> {
  return show(t.world, actor, { kind: "onderwerp", onderwerp: { soort: "ronde", id } }, registry.presenters);
}

const filled = (over: Record<string, string>) => ({
  datum: "2026-12-07",
  begin: "13:30",
  duur: "60",
  plaats: "op_school_en_online",
  link: joinLink,
  ...over,
});

describe("planning from the chat", () => {
  it("goes from the overview through the dialog to a round", async () => {
    const { t, desk, noor, bram, saskia } = await stage();
    const asked = await desk.send(noor, startVerb.overleggen, { id: noor.persoonId, versie: 0 });
    expect(asked).toEqual({ kind: "melding", tekst: overzichtWords.below });
    const mine = { kind: "onderwerp", onderwerp: { soort: "overzicht", id: noor.persoonId } } as const;
    const overview = await show(t.world, noor, mine, registry.presenters);
    const form = await desk.press(noor, cardOf(overview), rondeVerb.plan);
    expect(form.kind).toBe("dialoog");
    expect(checkCard(cardOf(form))).toEqual([]);
    expect(textOf(form)).toContain("Bram de Wit");
    expect(textOf(form)).not.toContain("Wim Dekker");
    const before = await countOf(t, "overlegronde");
    const people = {
      deelnemers: [bram, saskia].map(({ persoonId }) => persoonId).join(","),
      voorzitter: noor.persoonId,
    };
    const sent = await desk.press(noor, cardOf(form), rondeVerb.planOpslaan, filled(people));
    expect(sent).toEqual({ kind: "klaar" });
    expect(await desk.press(noor, cardOf(form), rondeVerb.planOpslaan, filled(people))).toEqual({
      kind: "klaar",
    });
    expect(await countOf(t, "overlegronde")).toBe(before + 1);
  });

  it("comes back filled in, with what is wrong in words, for a holiday and a strange link", async () => {
    const { desk, noor, bram } = await stage();
    const form = await desk.send(noor, rondeVerb.plan, { id: sztOf(noor), versie: 0 });
    const wrong = filled({
      datum: "2026-12-22",
      link: "https://zoom.example/j/1",
      deelnemers: bram.persoonId,
      voorzitter: noor.persoonId,
    });
    const back = await desk.press(noor, cardOf(form), rondeVerb.planOpslaan, wrong);
    expect(back.kind).toBe("dialoog");
    expect(textOf(back)).toContain("kerstvakantie");
    expect(textOf(back)).toContain("maandag 4 januari 2027");
    expect(textOf(back)).toContain("niet de link om deel te nemen");
    expect(textOf(back)).toContain("https://zoom.example/j/1");
    expect(checkCard(cardOf(back))).toEqual([]);
  });

  it.each([
    ["datum", "overmorgen"],
    ["begin", "half twee"],
    ["duur", "1000"],
    ["plaats", "thuis"],
    ["deelnemers", "Bram"],
    ["voorzitter", ""],
  ])("comes back when %s is %s", async (field, value) => {
    const { desk, noor, bram } = await stage();
    const input = filled({ deelnemers: bram.persoonId, voorzitter: noor.persoonId, [field]: value });
    const back = await desk.send(noor, rondeVerb.planOpslaan, { id: sztOf(noor), versie: 0 }, input);
    expect(back.kind).toBe("dialoog");
    expect(textOf(back)).toContain("Pas aan:");
  });

  it("is neutral for who does not plan, and for a card that was forwarded", async () => {
    const { desk, noor, bram } = await stage();
    const neutral = { kind: "kaart", card: neutralCard() };
    expect(await desk.send(bram, rondeVerb.plan, { id: sztOf(noor), versie: 0 })).toEqual(neutral);
    const form = await desk.send(noor, rondeVerb.plan, { id: sztOf(noor), versie: 0 });
    expect(await desk.press(bram, cardOf(form), rondeVerb.planOpslaan, filled({}))).toEqual(neutral);
  });
});

describe("the card of a round", () => {
  it("is neutral for who does not take part: nobody can tell it from a round that does not exist", async () => {
    const cast = await stage();
    const { t, desk, noor, bram, saskia, peter, wim, fatima } = cast;
    const id = await aRonde(t, noor, [bram, saskia]);
    const none = await desk.send(peter, rondeVerb.toon, {
      id: "5a2b7c1e-0000-4000-8000-00000000dead",
      versie: 1,
    });
    for (const actor of [peter, wim, fatima]) {
      expect(await standing(cast, actor, id)).toEqual({ kind: "kaart", card: neutralCard() });
      for (const verb of [
        rondeVerb.toon,
        rondeVerb.wijzig,
        rondeVerb.begin,
        rondeVerb.inAgenda,
        rondeVerb.vraagAfzeggen,
      ]) {
        expect(await desk.send(actor, verb, { id, versie: 1 })).toEqual(none);
      }
    }
  });

  it("gives a calendar file by a link in a dialog, and the link works once", async () => {
    const cast = await stage();
    const { t, desk, noor, bram, saskia } = cast;
    const id = await aRonde(t, noor, [bram, saskia]);
    const opened = await desk.press(bram, cardOf(await standing(cast, bram, id)), rondeVerb.inAgenda);
    const url = /https:\/\/zorgronde\.example\/file\/([A-Za-z0-9_-]{43})/.exec(JSON.stringify(opened));
    expect(url).not.toBeNull();
    expect(await file(t.world)(url?.[1] ?? "")).toMatchObject({ name: "overlegronde.ics" });
    expect(await file(t.world)(url?.[1] ?? "")).toBeNull();
  });

  it("shows who was second how it stands now", async () => {
    const cast = await stage();
    const { t, desk, noor, bram, saskia } = cast;
    const id = await aRonde(t, noor, [bram, saskia], { datum: date("2026-11-23") });
    const [one, two] = [await standing(cast, noor, id), await standing(cast, noor, id)];
    expect(textOf(await desk.press(noor, cardOf(one), rondeVerb.begin))).toContain(rondeWords.opened);
    const second = await desk.press(noor, cardOf(two), rondeVerb.begin);
    expect(textOf(second)).toContain(pressWords.stale);
    expect(textOf(second)).toContain("Nu bezig");
    const again = await desk.press(noor, cardOf(one), rondeVerb.begin);
    expect(textOf(again)).toContain(pressWords.already);
    await desk.send(noor, rondeVerb.sluiten, { id, versie: (await rondeOf(t, id)).versie });
    expect((await rondeOf(t, id)).status).toBe("gesloten");
  });
});

describe("a round from agenda to besluit, on the card of the chair", () => {
  it("puts on what is ticked, opens, records a besluit that first comes back, and closes", async () => {
    const cast = await stage();
    const { t, desk, noor, bram, saskia, hanna } = cast;
    const { id: hulpvraag, referentie } = await aReady(t, noor);
    const id = await aRonde(t, noor, [bram, saskia, hanna], { datum: date("2026-11-23") });
    const preparing = await standing(cast, noor, id);
    expect(textOf(preparing)).toContain(referentie);
    const put = await desk.press(noor, cardOf(preparing), agendaVerb.zetOp, { voorstellen: hulpvraag });
    expect(textOf(put)).toContain(`Op de agenda gezet: ${referentie}.`);
    expect(textOf(await standing(cast, bram, id))).toContain(referentie);
    expect(textOf(await standing(cast, hanna, id))).not.toContain(referentie);
    const open = await desk.press(noor, cardOf(await standing(cast, noor, id)), rondeVerb.begin);
    expect(textOf(open)).toContain("Hierna aan de beurt");
    const form = await desk.press(noor, cardOf(open), besluitVerb.open);
    expect(checkCard(cardOf(form))).toEqual([]);
    const wrong = {
      besluiten: "regierol_toewijzen",
      afweging: "Mail jan@voorbeeld.nl",
      wie1: bram.persoonId,
    };
    const back = await desk.press(noor, cardOf(form), besluitVerb.opslaan, wrong);
    expect(textOf(back)).toContain("haal het e-mailadres (“jan@voorbeeld.nl”) weg");
    expect(textOf(back)).toContain("kies wie we vragen voor de regierol.");
    expect(textOf(back)).toContain("vul dit ook in, of laat de actie leeg.");
    expect(textOf(back)).toContain("Mail jan@voorbeeld.nl");
    const right = {
      besluiten: "regierol_toewijzen",
      afweging: "Thuis is hulp nodig.",
      regierolVoor: bram.persoonId,
    };
    expect(await desk.press(noor, cardOf(back), besluitVerb.opslaan, right)).toEqual({ kind: "klaar" });
    expect(await statusOf(t, hulpvraag)).toBe("besproken");
    const late = await desk.press(noor, cardOf(form), besluitVerb.opslaan, right);
    expect(textOf(late)).toContain("al besloten");
    const after = await standing(cast, bram, id);
    expect(textOf(after)).toContain("Regierol toewijzen: Bram de Wit");
    expect(textOf(await standing(cast, hanna, id))).not.toContain("Regierol");
    const asked = await desk.press(noor, cardOf(await standing(cast, noor, id)), rondeVerb.vraagSluiten);
    expect(await desk.press(noor, cardOf(asked), rondeVerb.sluiten)).toEqual({ kind: "klaar" });
    const soorten = (await toldAbout(t, id)).map(({ soort }) => soort);
    expect(soorten).toContain("samenvatting_voorleggen");
    const versie = (await rondeOf(t, id)).versie - 1;
    for (const again of [
      await desk.press(noor, cardOf(asked), rondeVerb.sluiten),
      await desk.send(noor, rondeVerb.sluiten, { id, versie }),
      await desk.send(noor, rondeVerb.vraagSluiten, { id, versie }),
    ]) {
      expect(textOf(again)).toContain(rondeWords.alreadyClosed);
    }
  });

  it("opens the dialog of an agenda on the card of a hulpvraag, and says what is missing", async () => {
    const cast = await stage();
    const { t, desk, noor, bram, saskia } = cast;
    const { id: hulpvraag } = await aReady(t, noor);
    const ronde = await aRonde(t, noor, [bram, saskia], { datum: date("2027-09-06") });
    const caseCard = await show(
      t.world,
      noor,
      { kind: "onderwerp", onderwerp: { soort: "hulpvraag", id: hulpvraag } },
      registry.presenters,
    );
    const form = await desk.press(noor, cardOf(caseCard), agendaVerb.agenderen);
    expect(form.kind).toBe("dialoog");
    const back = await desk.press(noor, cardOf(form), agendaVerb.opslaan, { ronde, minuten: "15" });
    expect(textOf(back)).toContain("Overleggen mag tot en met zaterdag 31 juli 2027.");
  });
});

describe("what people type", () => {
  it("shows the overview, the buttons to plan, and the next round below", async () => {
    const { t, peter, noor, bram, saskia } = await stage();
    await aRonde(t, noor, [peter, bram, saskia], { datum: date("2026-12-10") });
    const ask = async (
      actor: Actor,
      intent: "overlegronde_wanneer" | "overlegronde_plannen" | "overlegronde_agenda",
    ) =>
      registry.commands[intent]?.({
        world: t.world,
        actor,
        stamps: stampsFor(t.world, actor.persoonId),
        slots: {},
        activityId: `m-${intent}`,
      });
    expect(await ask(peter, "overlegronde_wanneer")).toBeNull();
    const mine = { kind: "onderwerp", onderwerp: { soort: "overzicht", id: peter.persoonId } } as const;
    const overview = await show(t.world, peter, mine, registry.presenters);
    expect(JSON.stringify(overview)).toContain("De Regenboog");
    const theirs = await show(t.world, bram, mine, registry.presenters);
    expect(JSON.stringify(theirs)).not.toContain("De Regenboog");
    expect(JSON.stringify(await ask(noor, "overlegronde_plannen"))).toContain(rondeVerb.plan);
    expect(JSON.stringify(await ask(peter, "overlegronde_plannen"))).not.toContain(rondeVerb.plan);
    expect(await ask(peter, "overlegronde_agenda")).toBeNull();
  });
});
