import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listener } from "#bot/listen.ts";
import { cardDesk } from "#bot/on-card.ts";
import { stampsFor } from "#bot/stamp.ts";
import * as weekbericht from "#bot/weekbericht.ts";
import * as welkom from "#bot/welkom.ts";
import { examples } from "#cards/help.ts";
import { weekberichtWords } from "#cards/weekbericht.ts";
import { startVerb } from "#cards/welcome.ts";
import { understand } from "#domain/intent.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";

let t: TestWorld;
let wim: Actor;
let noor: Actor;
beforeAll(async () => {
  t = await aWorld();
  wim = await t.actor("wim");
  noor = await t.actor("noor");
});
afterAll(() => t.close());

const presenters = [welkom.presenter, weekbericht.presenter];
const say = (actor: Actor, text: string) =>
  listener(t.world, { ...welkom.commands, ...weekbericht.commands }, presenters)(actor, text, randomUUID());
const press = (actor: Actor, verb: string) =>
  cardDesk(t.world, { ...welkom.routes, ...weekbericht.routes }, presenters).onCard(actor, {
    verb,
    t: stampsFor(t.world, actor.persoonId)(actor.persoonId, 0)(verb),
  });
const cardOf = (shown: unknown) => JSON.stringify(shown);

describe("the welcome", () => {
  it("greets by first name and offers what this person can do", async () => {
    const shown = await welkom.presenter.present(
      t.world,
      noor,
      noor.persoonId,
      stampsFor(t.world, noor.persoonId),
    );
    expect(cardOf(shown)).toContain("Hallo Noor");
    expect(cardOf(shown)).toContain(startVerb.hulpvraag);
    expect(shown?.summary).toBe("Welkom bij Zorgronde");
  });

  it("is for nobody else", async () => {
    expect(
      await welkom.presenter.present(t.world, noor, wim.persoonId, stampsFor(t.world, noor.persoonId)),
    ).toBeNull();
  });

  it("comes again when somebody says hello", async () => {
    expect(cardOf(await say(noor, "hoi"))).toContain("Hallo Noor");
  });
});

describe("help", () => {
  it("comes on the word and on the button", async () => {
    expect(cardOf(await say(noor, "help"))).toContain("Wat kun je hier doen?");
    expect(cardOf(await press(noor, startVerb.help))).toContain("Wat kun je hier doen?");
  });

  it.each([...new Set(Object.values(examples).flat())])(
    "offers nothing that is not understood: %s",
    (text) => {
      const known = [
        "hulpvraag_nieuw",
        "overlegronde_plannen",
        "overlegronde_wanneer",
        "actie_mijn",
        "regierol_mijn",
        "weekbericht",
        "rechten_inzage_verwijderen",
        "instellingen",
      ];
      expect(known).toContain(understand(text).intent);
    },
  );
});

describe("the digest on request", () => {
  it("is shown to the directeur, typed or pressed", async () => {
    expect(cardOf(await say(wim, "weekbericht"))).toContain("Week van maandag 23 november 2026");
    expect(cardOf(await press(wim, startVerb.weekbericht))).toContain("Er was geen overlegronde.");
  });

  it("is kindly refused to others, the same whether there are directeuren or not", async () => {
    const refusal = { kind: "melding", tekst: weekberichtWords.notForYou };
    expect(await say(noor, "weekbericht")).toEqual(refusal);
    expect(await press(noor, startVerb.weekbericht)).toEqual(refusal);
  });
});
