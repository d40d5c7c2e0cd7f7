import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { parseKeyRing } from "#database/kluis.ts";
import { actorById } from "#database/persoon.ts";
import { query } from "#database/pool.ts";
import type { Outlook } from "#domain/outlook.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { stoppedClock } from "#local/clock.ts";
import { demoPeople, demoSwvId } from "#local/demo.ts";
import { geenOutlook } from "#outside/geen-outlook.ts";
import type { LogLine, World } from "#usecases/world.ts";
import type { TestDatabase } from "./database.ts";
import { demoDatabase } from "./demo-database.ts";

export interface TestWorld {
  readonly world: World;
  readonly db: TestDatabase;
  readonly clock: ReturnType<typeof stoppedClock>;
  readonly logged: LogLine[];
  /** How often something asked to be woken. */
  readonly woken: () => number;
  /** The acting person with the memberships of that day: "noor" is ib of De Regenboog, see local/demo.ts. */
  actor(handle: string): Promise<Actor>;
  close(): Promise<void>;
}

/** Monday in a school week of region Zuid, nine o'clock in Amsterdam. */
const start = "2026-11-23T08:00:00Z";

/** The practice world on a database of its own, with real keys and a clock that stands still. */
export async function aWorld(
  options: { readonly start?: string; readonly outlook?: Outlook } = {},
): Promise<TestWorld> {
  const clock = stoppedClock(options.start ?? start);
  const db = await demoDatabase(clock, { linked: true });
  const ring = parseKeyRing(`test:${randomBytes(32).toString("base64")}`);
  if (!ring.ok) throw new Error("no key ring");
  const logged: LogLine[] = [];
  let woken = 0;
  const world: World = {
    database: db.database,
    channel: db.open("channel"),
    digest: db.open("digest"),
    keys: ring.value,
    clock,
    chance: { uuid: randomUUID, number: (below) => randomInt(below), bytes: randomBytes },
    log: (_, line) => logged.push(line),
    swvId: demoSwvId,
    publicUrl: "https://zorgronde.example",
    outlook: options.outlook ?? geenOutlook,
    wake: () => {
      woken += 1;
    },
  };
  return {
    world,
    db,
    clock,
    logged,
    woken: () => woken,
    actor: (handle) => actorOfHandle(world, handle),
    close: () => db.close(),
  };
}

async function actorOfHandle(world: World, handle: string): Promise<Actor> {
  const email = demoPeople.find((p) => p.handle === handle)?.email ?? "";
  return world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const [row] = await query(tx, z.object({ id: z.string() }), `select id from persoon where email = $1`, [
      email,
    ]);
    const actor = row && (await actorById(tx, row.id, todayIn(tx.now)));
    if (!actor) throw new Error(`nobody is called ${handle}`);
    return actor;
  });
}
