import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { broken } from "./invariant.ts";
import { type StepName, stepNames, upTo } from "./path.ts";
import { addDuo, races, run } from "./race.ts";
import { aStory, type Story } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let s: Story;
const back = new Map<StepName, () => Promise<void>>();
const points = stepNames.filter((name) => races.some((race) => race.after === name));
beforeAll(async () => {
  s = await aStory();
  await addDuo(s);
  let from: StepName = "leerling";
  for (const point of points) {
    await upTo(s, point, undefined, from);
    back.set(point, await s.save());
    from = stepNames[stepNames.indexOf(point) + 1] ?? point;
  }
});
afterAll(() => s.close());

describe("two people press at the same moment, or one on an old card: one thing comes of it, and the other hears it", () => {
  it.each(races.map((race, index) => ({ ...race, index })))("$name", async ({ index, ...race }) => {
    // Who is on the old card changes from one to the next; the proof of `npm run prove` takes all of them.
    for (const order of ["together", index % 2 === 0 ? "one first" : "the other first"] as const) {
      await back.get(race.after)?.();
      await run(s, race, order);
      expect(await broken(s)).toEqual([]);
      expect(s.logged.filter(({ code }) => /fout|weg$/.test(code))).toEqual([]);
    }
  });
});
