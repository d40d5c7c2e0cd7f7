import { randomUUID } from "node:crypto";
import { seedVakanties } from "#database/seed.ts";
import { todayIn } from "#domain/today.ts";
import { stoppedClock } from "#local/clock.ts";
import { demoSetUp, demoSwvId } from "#local/demo.ts";
import { setUp } from "#usecases/set-up.ts";
import type { Cluster } from "./cluster.ts";
import { databaseIn, freshDatabase, type TestDatabase, templateOfThisRun } from "./database.ts";
import { linkDemoPeople } from "./demo-people.ts";

/** Since when the practice world stands, and whether its people are known by their Teams identity. */
export interface DemoSince {
  readonly start: string;
  readonly linked: boolean;
}

/** A database with the practice world in it. It is made once a run for each moment, and copied for each test. */
export async function demoDatabase(
  clock: { now(): Temporal.Instant },
  { linked }: Pick<DemoSince, "linked">,
): Promise<TestDatabase> {
  const template = await templateOfThisRun({ start: `${clock.now()}`, linked: `${linked}` });
  return freshDatabase({ clock, template });
}

/** Makes the database to copy; answers its name. */
export async function makeDemo(cluster: Cluster, { start, linked }: DemoSince): Promise<string> {
  const clock = stoppedClock(start);
  const db = await databaseIn(cluster, { clock });
  await setUp(
    { database: db.database, chance: { uuid: randomUUID }, swvId: demoSwvId },
    demoSetUp(todayIn(clock.now()), seedVakanties()),
  );
  if (linked) await linkDemoPeople({ database: db.database, swvId: demoSwvId });
  await db.leave();
  return db.name;
}
