import { expect, it } from "vitest";
import { chanceOf } from "#local/chance.ts";
import { freshDatabase } from "#test/database.ts";
import { killNotices } from "#test/prove/kill-notices.ts";

it("koerier / killed: a run of notices goes on where it was, each told once and in one message", {
  timeout: 120_000,
}, async () => {
  const kills = 2;
  const figures = await killNotices({
    ...{ notices: 240, kills, chance: chanceOf(5), database: freshDatabase },
  });
  expect(figures).toMatchObject({ notices: 240, lost: 0, doubled: 0 });
  // At most one for each lane of the bot that was killed.
  expect(figures.empty).toBeLessThanOrEqual(kills * 16);
});
