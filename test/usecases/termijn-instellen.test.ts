import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { listener } from "#bot/listen.ts";
import { registry } from "#bot/nouns.ts";
import { termijnInstelVerb } from "#cards/termijn-instellen.ts";
import { execute, query } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { TermSetting } from "#domain/termijn-setting.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import { aDesk, cardOf, textOf } from "#test/bot/a-desk.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { drawTermijnen, resetTermijnen, setTermijnen } from "#usecases/termijn-instellen.ts";
import { aHeld, dossierOf } from "./a-besluit.ts";
import { anAct, done } from "./an-intake.ts";

let t: TestWorld;
let ruud: Actor;
beforeAll(async () => {
  t = await aWorld();
  ruud = await t.actor("ruud");
});
afterAll(() => t.close());

const uitvoering = (over: Partial<Record<TermSetting, number>>) => ({
  groep: "uitvoering" as const,
  form: { ...usualTermSettings, ...over },
});
async function seen() {
  const gezien = await drawTermijnen(t.world, ruud);
  if (!gezien) throw new Error("the beheerder sees nothing");
  return gezien;
}
const set = async (over: Partial<Record<TermSetting, number>>, versie?: number) =>
  setTermijnen(anAct(t, ruud), versie ?? (await seen()).versie, uitvoering(over));
const events = () =>
  t.world.database.transact(taskScope(t.world.swvId, "log"), (tx) =>
    query(
      tx,
      z.object({ gegevens: z.unknown() }),
      `select gegevens from gebeurtenis where soort = 'termijnen_ingesteld' order by op, id`,
    ),
  );
const say = (actor: Actor, text: string) =>
  listener(t.world, registry.commands, registry.presenters)(actor, text, randomUUID());

describe("the lengths of the terms", () => {
  it("hold from the next term on, and leave what runs alone", async () => {
    const people = { ib: await t.actor("noor"), houder: await t.actor("bram") };
    const giz = async (id: string) =>
      (await dossierOf(t, id)).termijnen.find(({ soort }) => soort === "giz")?.vervalt;
    const before = await aHeld(t, people);
    const usual = await giz(before);
    expect(done(await set({ giz_schoolweken: 4 }))).toEqual([
      { setting: "giz_schoolweken", van: 6, naar: 4 },
    ]);
    const after = await aHeld(t, people);
    expect(await giz(before)).toEqual(usual);
    expect(usual && Temporal.PlainDate.compare((await giz(after)) ?? usual, usual)).toBe(-1);
    done(await resetTermijnen(anAct(t, ruud), (await seen()).versie));
    expect((await seen()).nu).toEqual(usualTermSettings);
    expect(await giz(await aHeld(t, people))).toEqual(usual);
    expect((await events()).map(({ gegevens }) => gegevens)).toEqual([
      { lengtes: ["giz_schoolweken:6:4"] },
      { lengtes: ["giz_schoolweken:4:6"] },
    ]);
  });

  it("of two beheerders the second hears that somebody was first, and nothing is lost", async () => {
    const { versie } = await seen();
    const both = await Promise.all([
      set({ giz_schoolweken: 7 }, versie),
      set({ giz_schoolweken: 9 }, versie),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "verouderd" } });
    expect((await seen()).versie).toBe(versie + 1);
    done(await resetTermijnen(anAct(t, ruud), versie + 1));
  });

  it("does nothing and says so when all stands as it stood", async () => {
    const { versie } = await seen();
    const count = (await events()).length;
    expect(done(await set({}))).toEqual([]);
    expect((await seen()).versie).toBe(versie);
    expect(await events()).toHaveLength(count);
  });

  it("stay within what protects a child", async () => {
    expect(await set({ review_maanden: 4 })).toMatchObject({
      error: { kind: "velden", problemen: { review_maanden: { kind: "grens", min: 1, max: 3 } } },
    });
    expect((await seen()).nu).toEqual(usualTermSettings);
  });

  it("keep what else is set", async () => {
    const inKeeping = <T>(run: Parameters<typeof t.world.database.transact<T>>[1]) =>
      t.world.database.transact(taskScope(t.world.swvId, "bewaren"), run);
    await inKeeping((tx) => execute(tx, `update swv set instellingen = '{"bewaren": {"concept_weken": 8}}'`));
    done(await set({ voortgang_schoolweken: 5 }));
    const [row] = await inKeeping((tx) =>
      query(tx, z.object({ instellingen: z.unknown() }), `select instellingen from swv`),
    );
    expect(row?.instellingen).toEqual({
      bewaren: { concept_weken: 8 },
      termijnen: { voortgang_schoolweken: 5 },
    });
    done(await resetTermijnen(anAct(t, ruud), (await seen()).versie));
  });

  it.each(["noor", "bram", "wim", "fatima"])(
    "are not there for %s: an unknown word, and a press of nothing",
    async (handle) => {
      const actor = await t.actor(handle);
      expect(await drawTermijnen(t.world, actor)).toBeNull();
      expect(await setTermijnen(anAct(t, actor), 0, uitvoering({}))).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
      const { versie } = await seen();
      expect(await resetTermijnen(anAct(t, actor), versie)).toMatchObject({ error: { kind: "onzichtbaar" } });
      const without = (answer: unknown) =>
        JSON.stringify(answer, (key, value) => (key === "t" ? undefined : value));
      for (const text of ["instellingen", "termijnen instellen"])
        expect(without(await say(actor, text))).toBe(without(await say(actor, "flapoor zebra")));
    },
  );

  it("are changed with what the card offers, and refused with the bounds in words", async () => {
    const desk = aDesk(t, registry.routes, registry.presenters);
    const shown = await say(ruud, "instellingen");
    if (!shown) throw new Error("no answer");
    expect(textOf(shown)).toContain("Wat al loopt, blijft zoals het is.");
    const fill = {
      groep: "ouders",
      toestemming_vooruit_schoolweken: "6",
      gesprek_schooldagen: "5",
      intrekking_schooldagen: "2",
    };
    const open = () => desk.press(ruud, cardOf(shown), termijnInstelVerb.vraag, { groep: "ouders" });
    const [first, second] = [await open(), await open()];
    const save = (bezwaar: string, dialog = first) =>
      desk.press(ruud, cardOf(dialog), termijnInstelVerb.opslaan, { ...fill, bezwaar_schooldagen: bezwaar });
    expect(textOf(await save("9"))).toContain("kies een heel getal van 10 tot en met 40.");
    expect(await save("15")).toMatchObject({
      kind: "klaar",
      melding: expect.stringContaining("van 10 naar 15 schooldagen"),
    });
    expect(textOf(await save("16"))).toContain("Dit was al gedaan");
    expect(textOf(await save("16", second))).toContain("Iemand anders heeft net iets aangepast");
    const now = await say(ruud, "termijnen instellen");
    if (!now) throw new Error("no answer");
    expect(textOf(now)).toContain("15 schooldagen (gewoon 10)");
    expect(textOf(await desk.press(ruud, cardOf(now), termijnInstelVerb.terug))).not.toContain("(gewoon 10)");
  });
});
