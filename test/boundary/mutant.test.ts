import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fields } from "./field.ts";
import { mutants, probedForLeaks, shownLater } from "./mutant.ts";
import { pairs, swaps } from "./property.ts";
import { aScene, type Scene } from "./scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 120_000);
afterAll(() => scene.close());

/** The fewest worlds that find each of them; those beside the post show later on the day. */
const tests = (name: string): readonly (() => Promise<readonly string[]>)[] => {
  const short = !shownLater.test(name);
  return [
    async () => (await pairs(scene, { atLeast: 12, seed: 4821, short, lively: true })).findings,
    () => swaps(scene, { atLeast: 6, seed: 4821, short, lively: true }),
    async () => (await fields(scene, probedForLeaks)).findings,
  ];
};

describe("T5: a leak where things leave", () => {
  it.each(Object.entries(mutants))(
    "is caught: %s",
    async (name, mutant) => {
      await scene.withNouns(mutant);
      for (const test of tests(name)) if ((await test()).length > 0) return;
      expect.unreachable("nothing was found");
    },
    300_000,
  );
});
