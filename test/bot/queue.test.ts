import { afterAll, expect, it, vi } from "vitest";
import { z } from "zod/v4";
import { bossQueue, installQueue } from "#bot/queue.ts";
import { withConnection } from "#database/pool.ts";
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

it("wachtrij / work that fails is logged by its kind, tried again, and leaves no words in the queue", async () => {
  await installQueue({ migrateUrl: db.urls.migrate, appRole: db.roles.app });
  const logged: LogLine[] = [];
  const queue = bossQueue({ url: db.urls.app, log: (_, line) => logged.push(line) });
  let failures = 0;
  await queue.start(async () => {
    failures += 1;
    throw new TypeError("Sem Kanarie 12-03-2016");
  });
  queue.wake();
  await vi.waitUntil(() => logged.length > 0, { timeout: 8_000, interval: 20 });
  await queue.stop();
  expect(failures).toBeGreaterThan(0);
  expect(logged[0]).toEqual({ code: "afhandeling_mislukt", kind: "TypeError" });
  const kept = await withConnection({ url: db.adminUrl, applicationName: "test" }, (connection) =>
    connection.query(z.object({ job: z.string() }), "select j::text as job from pgboss.job j"),
  );
  expect(kept.some(({ job }) => job.includes("afhandeling_mislukt"))).toBe(true);
  expect(JSON.stringify(kept)).not.toContain("Kanarie");
});
