import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buttonsOf, type Data, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { canaries, path, regenboog, type StepName, stepNames } from "./path.ts";
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
const canBeTakenBack = path.filter(({ name }) => {
  const index = stepNames.indexOf(name);
  return index >= stepNames.indexOf("toestemming") && index <= stepNames.indexOf("voorstellen");
});

async function make(name: StepName): Promise<void> {
  const step = path.find((one) => one.name === name);
  before = (await (await step?.ready(s, regenboog, before))?.press()) ?? null;
  await s.settle();
}

describe("a parent takes the toestemming back: off the agenda, out of the channel, and no card of anybody else shows a name", () => {
  beforeAll(async () => {
    for (const name of ["leerling", "vraag", "tafel"] as const) await make(name);
  });

  it.each(canBeTakenBack)("right after: $name", async ({ name }) => {
    await make(name);
    const hv = await numberOf(s);
    const had = await Promise.all(others.map(async (as) => [as, await buttonsIn(as)] as const));
    const knew: string[] = [];
    for (const as of others) if (canaries.test(await s.everything(as))) knew.push(as);
    const back = await s.save();
    if (stepNames.indexOf(name) >= stepNames.indexOf("agenderen"))
      expect(await s.everything("bram"), "there is something to lose").toMatch(canaries);
    try {
      const withdrawn = await (await withdrawal(s)).press();
      await s.settle();
      expect(withdrawn).toMatchObject({ status: "ok", closed: true });
      expect(await s.count("agendapunt where status = 'gepland'")).toBe(0);
      expect(await broken(s)).toEqual([]);
      expect(wordsOf((await s.see("noor", new RegExp(hv))).card)).toContain("Kanarievogel");
      await expectNoName(hv);
      for (const as of knew) expect(await s.everything(as), `${as} is asked to stop`).toContain(stop);
      await expectOldButtonsDead(had);
    } finally {
      await back("last");
    }
  });
});

const stop = "Gebruik wat je erover weet niet meer";

async function expectNoName(hv: string): Promise<void> {
  for (const as of others) {
    expect(await s.everything(as), as).not.toMatch(canaries);
    const posts = (await s.teams.inbox({ as })).filter(({ scope }) => scope === "channel");
    expect(posts.map(({ card, summary }) => `${summary}${wordsOf(card)}`).join(), as).not.toContain(hv);
  }
}

const cases = ["hulpvraag", "agendapunt", "besluit", "regierol", "regierol_aanbod", "termijn", "actie"];

/** What stood on the cards before, pressed now: nothing happens, and nothing is shown. */
async function expectOldButtonsDead(had: readonly (readonly [string, readonly Data[]])[]): Promise<void> {
  const then = await s.content();
  for (const [as, buttons] of had) {
    for (const sends of buttons) {
      const answer = await send(s, as, sends);
      expect(answer.status, `${as} ${sends.verb}`).toBe("ok");
      expect(`${answer.message ?? ""}${wordsOf(answer.card)}`, `${as} ${sends.verb}`).not.toMatch(canaries);
    }
  }
  await s.settle();
  const now = await s.content();
  for (const table of cases) expect(now[table], table).toBe(then[table]);
}

/** What can be pressed on the cards of this person now. */
async function buttonsIn(as: string): Promise<readonly Data[]> {
  const items = (await s.teams.inbox({ as })).filter(({ scope }) => scope === "personal");
  return items.flatMap(({ card }) => buttonsOf(card)).map(({ data: { verb, t } }) => ({ verb, t }));
}
