import { queueLengths, reachCounts } from "#database/health.ts";
import { DatabaseAway } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import type { World } from "./world.ts";

/** A notice that waits longer than this while Teams is up means that nobody delivers. */
const lateMinutes = 15;

export type Counts = Awaited<ReturnType<typeof queueLengths>>;

/** How much waits, is late, failed or was sent: counts only. */
export function deliveryCounts(world: World): Promise<Counts> {
  return world.database.transact(taskScope(world.swvId, "wekker"), (tx) =>
    queueLengths(tx, tx.now.subtract({ minutes: lateMinutes })),
  );
}

export type Reach = Awaited<ReturnType<typeof reachCounts>>;

/** How far people are reached; more work than `deliveryCounts`, so not for every look at whether all is well. */
export function deliveryReach(world: World): Promise<Reach> {
  return world.database.transact(taskScope(world.swvId, "wekker"), reachCounts);
}

/** The database cannot be reached: nothing was lost, and the same press can be made again later. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof DatabaseAway;
}
