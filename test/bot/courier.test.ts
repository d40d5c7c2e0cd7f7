import { afterAll, expect, it } from "vitest";
import { wordsOf } from "#test/stories/story.ts";
import { aBot } from "./a-bot.ts";

const it_ = await aBot();
afterAll(() => it_.close());

it("smoke", async () => {
  await it_.meet("noor");
  const id = await it_.proef();
  const key = await it_.notify("hulpvraag_concept", "noor", id);
  await it_.bot.drain();
  expect(await it_.notice(key)).toMatchObject({ status: "verzonden" });
  expect((await it_.chat("noor")).map((i) => wordsOf(i.card))).toEqual([]);
});
