import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { calmErrorText } from "#cards/calm-error.ts";
import { neutralCard } from "#cards/neutral.ts";
import { buttonsOf, type Data, type Held, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { canaries, path, regenboog } from "./path.ts";
import { refusals } from "./refusals.ts";
import { aStory, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** The main job once, in order: before every press that stores, all that must be refused there is tried. */
let s: Story;
let before: Pressed | null = null;
beforeAll(async () => {
  s = await aStory();
});
afterAll(() => s.close());

/** Somebody at the table, the directeur, a teacher without a function, and the ib of another school. */
const strangers = ["peter", "wim", "lotte", "fatima"];
/** Every button that somebody of the path ever had. */
const had = new Map<string, { readonly as: string; readonly sends: Data }>();

async function collect(opened: Held): Promise<void> {
  had.set(opened.sends.t ?? "", opened);
  for (const as of ["noor", "bram", "peter", "saskia", "yasmina"]) {
    const items = await s.teams.inbox({ as });
    for (const { data } of items.flatMap(({ card }) => buttonsOf(card)))
      had.set(data.t, { as, sends: { verb: data.verb, t: data.t } });
  }
}

async function expectNothingStored(act: () => Promise<void>): Promise<void> {
  const then = await s.content();
  await act();
  await s.settle();
  expect(await s.content()).toEqual(then);
}

describe.each(path)("$name", (step) => {
  let mine: Held;
  beforeAll(async () => {
    mine = await step.ready(s, regenboog, before);
    await collect(mine);
  });
  afterAll(async () => {
    before = await mine.press();
    await s.settle();
    expect(before.status).toBe("ok");
  });

  it.each(refusals[step.name] ?? [])(
    "%s: the form says so and comes back, and nothing is stored",
    async (_, filled, words) => {
      await expectNothingStored(async () => {
        const answer = await send(s, mine.as, { ...mine.sends, ...filled });
        expect(wordsOf(answer.card)).toMatch(words);
        expect(buttonsOf(answer.card).map(({ data }) => data.verb)).toContain(mine.sends.verb);
      });
    },
  );

  it("by somebody else, with the very same button: the answer is that of a card that is not theirs", async () => {
    await expectNothingStored(async () => {
      for (const as of strangers) {
        await s.say(as, "hallo");
        expect(await send(s, as, mine.sends), as).toEqual({ status: "ok", card: neutralCard() });
      }
    });
  });
});

describe("after the closing", () => {
  it("no button that anybody ever had changes anything, or shows what they may not see any more", async () => {
    const { druk: _, kennisgeving: __, bericht: ___, bestandslink: ____, ...then } = await s.content();
    expect(had.size).toBeGreaterThan(60);
    for (const { as, sends } of had.values()) {
      const answer = await send(s, as, sends);
      expect(answer.status, sends.verb).toBe("ok");
      const words = `${answer.message ?? ""}${wordsOf(answer.card)}`;
      expect(words, sends.verb).not.toContain(calmErrorText);
      if (as !== "noor") expect(words, `${as} ${sends.verb}`).not.toMatch(canaries);
    }
    await s.settle();
    const { druk: a, kennisgeving: b, bericht: c, bestandslink: d, ...now } = await s.content();
    expect(now).toEqual(then);
    expect(await broken(s)).toEqual([]);
    for (const as of ["bram", "peter", "saskia", "hanna", "yasmina"])
      expect(await s.everything(as), as).not.toMatch(canaries);
  });
});
