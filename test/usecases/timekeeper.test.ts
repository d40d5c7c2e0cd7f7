import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { saveNotices } from "#database/notice.ts";
import { execute, type Tx } from "#database/pool.ts";
import { cancelTimer, type DueTimer, setTimer, type TimerKind, timerKinds } from "#database/timer.ts";
import { taskScope } from "#domain/scope.ts";
import { timersOf } from "#test/bot/a-noun.ts";
import { aWorld } from "#test/world.ts";
import { nextDueMoment, runDueTimers, type TimerHandler } from "#usecases/timekeeper.ts";
import type { World } from "#usecases/world.ts";

const test = await aWorld();
const { world, clock, db, logged } = test;
afterAll(() => test.close());
/** A second process on the same database. */
const other: World = { ...world, database: db.open("app") };

const begin = Temporal.Instant.from("2026-11-23T08:00:00Z");
const admin = <T>(run: (tx: Tx) => Promise<T>) =>
  world.database.transact(taskScope(world.swvId, "wekker"), run);
beforeEach(async () => {
  clock.set(begin);
  await admin((tx) => execute(tx, "update wekker set gedaan_op = $1 where gedaan_op is null", [tx.now]));
});

const onderwerpId = randomUUID();
const set = (sleutel: string, minutes: number, soort: TimerKind = "dagbericht") =>
  admin((tx) => setTimer(tx, randomUUID(), { soort, onderwerpId, op: begin.add({ minutes }), sleutel }));
const open = (prefix: string) =>
  admin((tx) =>
    execute(tx, "select 1 from wekker where gedaan_op is null and sleutel like $1", [`${prefix}%`]),
  );

/** Handlers that remember what went off, and when. */
function recorder(also: TimerHandler = async () => undefined) {
  const fired: { sleutel: string; at: Temporal.Instant }[] = [];
  const handlers = timersOf(async (world, tx, timer) => {
    await also(world, tx, timer);
    fired.push({ sleutel: timer.sleutel, at: tx.now });
  });
  return { fired, handlers };
}

/** Lets time pass as the local run does: from moment to moment, until nothing is due any more. */
async function pass(handlers: Parameters<typeof runDueTimers>[1], until: Temporal.Instant): Promise<void> {
  for (;;) {
    await runDueTimers(world, handlers);
    const due = await nextDueMoment(world);
    if (!due || Temporal.Instant.compare(due, until) > 0) return;
    expect(Temporal.Instant.compare(due, clock.now())).toBeGreaterThan(0);
    clock.set(due);
  }
}

describe("wekker / goes off once, at its moment, in order", () => {
  it("any set of timers: each once, sorted by moment, none early and none late", async () => {
    let run = 0;
    const timer = fc.record({
      minutes: fc.integer({ min: 0, max: 600 }),
      soort: fc.constantFrom(...timerKinds),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(timer, { maxLength: 12 }), async (timers) => {
        clock.set(begin);
        run += 1;
        const keyed = timers.map((one, index) => ({
          ...one,
          sleutel: `r${run}:${String(index).padStart(2, "0")}`,
        }));
        for (const { sleutel, minutes, soort } of keyed) await set(sleutel, minutes, soort);
        const { fired, handlers } = recorder();
        await pass(handlers, begin.add({ hours: 24 }));
        const sorted = keyed.toSorted((a, b) => a.minutes - b.minutes || (a.sleutel < b.sleutel ? -1 : 1));
        expect(fired.map(({ sleutel }) => sleutel)).toEqual(sorted.map(({ sleutel }) => sleutel));
        expect(fired.map(({ at }) => at.toString())).toEqual(
          sorted.map(({ minutes }) => begin.add({ minutes }).toString()),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("two processes at once: every timer goes off in one of them", async () => {
    for (let n = 0; n < 30; n++) await set(`twee:${n}`, -n);
    const { fired, handlers } = recorder();
    const counts = await Promise.all([world, other, world, other].map((one) => runDueTimers(one, handlers)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(30);
    expect(new Set(fired.map(({ sleutel }) => sleutel)).size).toBe(30);
    expect(fired).toHaveLength(30);
  });

  it("setting it again moves it while it has not gone off; after that it stays done", async () => {
    await set("zelfde", 10);
    await set("zelfde", 20);
    expect((await nextDueMoment(world))?.since(begin).total("minutes")).toBe(20);
    const { fired, handlers } = recorder();
    await pass(handlers, begin.add({ hours: 1 }));
    await set("zelfde", 90);
    await pass(handlers, begin.add({ hours: 4 }));
    expect(fired).toHaveLength(1);
  });

  it("a timer that was called off does not go off", async () => {
    await set("af", 1);
    await admin((tx) => cancelTimer(tx, "af"));
    const { fired, handlers } = recorder();
    await pass(handlers, begin.add({ hours: 1 }));
    expect(fired).toEqual([]);
  });

  it("a timer of a kind that this version does not know waits, and holds nobody up", async () => {
    await set("anders", 0);
    await admin((tx) =>
      execute(tx, "update wekker set soort = 'van_een_andere_versie' where sleutel = 'anders'"),
    );
    await set("gewoon", 1);
    const { fired, handlers } = recorder();
    await pass(handlers, begin.add({ hours: 1 }));
    expect(fired.map(({ sleutel }) => sleutel)).toEqual(["gewoon"]);
    expect(await nextDueMoment(world)).toBeNull();
    expect(await open("anders")).toBe(1);
  });
});

describe("wekker / work that fails", () => {
  const marks = () =>
    world.database.transact(taskScope(world.swvId, "log"), (tx) =>
      execute(tx, "select 1 from gebeurtenis where soort = 'proef_wekker'"),
    );
  const writes = (tx: Tx) =>
    execute(
      tx,
      "insert into gebeurtenis (swv_id, op, taak, soort) values ($1, $2, 'wekker', 'proef_wekker')",
      [world.swvId, tx.now],
    );

  it("is undone, tried again every five minutes, and keeps no other timer waiting", async () => {
    await set("stuk", 0);
    await set("heel", 0);
    await set("straks", 7);
    const tries: string[] = [];
    const fails = async (_: World, tx: Tx, timer: DueTimer) => {
      await writes(tx);
      if (timer.sleutel !== "stuk") return;
      tries.push(tx.now.since(begin).toString());
      if (tries.length < 4) throw new Error("Sem Kanarie 12-03-2016");
    };
    const { fired, handlers } = recorder(fails);
    const before = logged.length;
    const marked = await marks();
    await pass(handlers, begin.add({ hours: 2 }));
    expect(tries).toEqual(
      ["PT0S", "PT5M", "PT10M", "PT15M"].map((text) =>
        Temporal.Duration.from(text).round({ largestUnit: "seconds" }).toString(),
      ),
    );
    expect(fired.map(({ sleutel }) => sleutel)).toEqual(["heel", "straks", "stuk"]);
    expect(await marks()).toBe(marked + 3);
    const lines = logged.slice(before);
    expect(lines.map(({ code, kind }) => [code, kind])).toEqual(Array(3).fill(["wekker_fout", "dagbericht"]));
    expect(JSON.stringify(lines)).not.toContain("Kanarie");
  });

  it("is not lost when our own database falls away in the middle", async () => {
    await set("weg", 0);
    const { handlers } = recorder(async () => {
      throw new Error("no more");
    });
    const away: World = {
      ...world,
      database: {
        ...world.database,
        transact: async (scope, run, options) => {
          if (calls++ > 0) throw new Error("away");
          return world.database.transact(scope, run, options);
        },
      },
    };
    let calls = 0;
    await expect(runDueTimers(away, handlers)).rejects.toThrow("away");
    expect(await open("weg")).toBe(1);
    const { fired, handlers: good } = recorder();
    await runDueTimers(world, good);
    expect(fired.map(({ sleutel }) => sleutel)).toEqual(["weg"]);
  });
});

describe("wekker / the next moment", () => {
  it("is the first of a timer and a notice, or none", async () => {
    expect(await nextDueMoment(world)).toBeNull();
    const persoonId = (await test.actor("noor")).persoonId;
    const notice = { soort: "welkom", aan: { persoonId }, onderwerpId: persoonId, sztId: null } as const;
    await admin((tx) =>
      saveNotices(tx, randomUUID, [{ ...notice, sleutel: "straks", nietVoor: begin.add({ minutes: 30 }) }]),
    );
    expect((await nextDueMoment(world))?.since(begin).total("minutes")).toBe(30);
    await set("eerder", 10);
    expect((await nextDueMoment(world))?.since(begin).total("minutes")).toBe(10);
    await admin((tx) => cancelTimer(tx, "eerder"));
    await set("later", 50);
    expect((await nextDueMoment(world))?.since(begin).total("minutes")).toBe(30);
  });
});
