import { afterAll, expect, it, vi } from "vitest";
import { bossQueue, installQueue } from "#bot/queue.ts";
import { freshDatabase } from "#test/database.ts";
import type { LogLine } from "#usecases/world.ts";

const db = await freshDatabase();
afterAll(() => db.close());

it("wachtrij / the app login is woken at once by a wake-up, also after a restart", async () => {
  const install = { migrateUrl: db.urls.migrate, appRole: db.roles.app };
  await installQueue(install);
  await installQueue(install);
  const logged: LogLine[] = [];
  for (const round of ["first start", "second start"]) {
    const queue = bossQueue({ url: db.urls.app, log: (_, line) => logged.push(line) });
    let runs = 0;
    await queue.start(async () => {
      runs += 1;
    });
    const begun = runs;
    queue.wake();
    await vi.waitUntil(() => runs > begun, { timeout: 8_000, interval: 20 });
    expect(await queue.problem(), round).toBeNull();
    await queue.stop();
    expect(await queue.problem(), round).toBe("wachtrij_staat_stil");
  }
  expect(logged).toEqual([]);
});
