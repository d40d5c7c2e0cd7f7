import { afterAll, beforeAll, expect, it } from "vitest";
import { aStory, type Story, wordsOf } from "./story.ts";

let story: Story;
beforeAll(async () => {
  story = await aStory();
});
afterAll(() => story.close());

const digests = async (as: string) =>
  (await story.teams.inbox({ as })).filter(({ card }) => /Weekbericht\n.*Week van/.test(wordsOf(card)));

it("weekbericht / on Monday at half past seven the directeur gets one message, and nobody else", async () => {
  await story.wait("2026-11-30T07:29");
  expect(await digests("wim")).toHaveLength(0);
  await story.wait("2026-11-30T07:31");
  const [digest, ...more] = await digests("wim");
  expect(more).toEqual([]);
  expect(digest?.summary).toBe("Je weekbericht");
  expect(wordsOf(digest?.card)).toContain("Week van maandag 30 november 2026");
  for (const as of ["noor", "bram", "peter", "ruud"]) expect(await digests(as)).toHaveLength(0);
});

it("weekbericht / a week later a new message comes, also when the bot was started again in between", async () => {
  await story.restart();
  await story.wait("2026-12-07T07:31");
  const weeks = (await digests("wim")).map(({ card }) => /Week van (.*)/.exec(wordsOf(card))?.[1]);
  expect(weeks).toEqual(["maandag 30 november 2026", "maandag 7 december 2026"]);
});

it("weekbericht / who asks for it gets it at once; others are kindly refused", async () => {
  const [answer] = await story.say("wim", "weekbericht");
  expect(wordsOf(answer?.card)).toContain("Wat we van je vragen");
  const [refusal] = await story.say("bram", "weekbericht");
  expect(refusal?.text).toContain("Het weekbericht is er voor directeuren");
});
