import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buttonsOf, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { canaries, path, regenboog, stepNames } from "./path.ts";
import { numberOf, withdrawal } from "./race.ts";
import { aStory, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** The main job, and after every step a parent takes the toestemming back; then on as if that had not happened. */
let s: Story;
let before: Pressed | null = null;
beforeAll(async () => {
  s = await aStory();
});
afterAll(() => s.close());

const others = ["bram", "peter", "saskia", "hanna", "yasmina", "wim", "fatima", "ruud"];
const first = stepNames.indexOf("toestemming");
const last = stepNames.indexOf("voorstellen");

describe.each(path)("$name", (step) => {
  const index = stepNames.indexOf(step.name);
  beforeAll(async () => {
    before = await (await step.ready(s, regenboog, before)).press();
    await s.settle();
  });

  it.skipIf(index < first || index > last)(
    "taken back after it: off the agenda, out of the channel, and no card of anybody else shows a name",
    async () => {
      const hv = await numberOf(s);
      const had = await Promise.all(others.map(async (as) => [as, await buttonsIn(as)] as const));
      const back = await s.save();
      const withdrawn = await (await withdrawal(s)).press();
      await s.settle();
      expect(withdrawn).toMatchObject({ status: "ok", closed: true });
      expect(await s.count("agendapunt where status = 'gepland'")).toBe(0);
      expect(await broken(s)).toEqual([]);
      for (const as of others) {
        const seen = await s.everything(as);
        expect(seen, as).not.toMatch(canaries);
        const channel = (await s.teams.inbox({ as })).filter(({ scope }) => scope === "channel");
        expect(channel.map(({ card, summary }) => `${summary}${wordsOf(card)}`).join(), as).not.toContain(hv);
      }
      const then = await s.content();
      for (const [as, buttons] of had) {
        for (const sends of buttons) {
          const answer = await send(s, as, sends);
          expect(`${answer.message ?? ""}${wordsOf(answer.card)}`, `${as} ${sends.verb}`).not.toMatch(
            canaries,
          );
        }
      }
      await s.settle();
      const now = await s.content();
      for (const table of ["hulpvraag", "agendapunt", "besluit", "regierol", "regierol_aanbod", "termijn"])
        expect(now[table], table).toBe(then[table]);
      expect(wordsOf((await s.see("noor", /HV-/)).card)).toContain("Kanarievogel");
      await back("last");
    },
  );
});

/** What can be pressed on the cards of this person now. */
async function buttonsIn(as: string) {
  const items = await s.teams.inbox({ as });
  return items
    .filter(({ scope }) => scope === "personal")
    .flatMap(({ card }) => buttonsOf(card))
    .map(({ data: { verb, t } }) => ({ verb, t }));
}
