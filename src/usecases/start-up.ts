import { taskScope } from "#domain/scope.ts";
import { ensureRetentionTimer } from "./bewaartermijn.ts";
import { ensureDailyTimers } from "./dagbericht-timer.ts";
import { ensureEvaluatieTimers } from "./evaluatie.ts";
import { ensureMembershipTimers } from "./lidmaatschap.ts";
import { ensureWeeklyTimers } from "./weekbericht.ts";
import type { World } from "./world.ts";

/** Daily bundles, weekly messages and ends of memberships and what is kept too long all have their timers; running it again changes nothing. */
export async function startUp(world: Pick<World, "database" | "swvId" | "chance" | "wake">): Promise<void> {
  await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    await ensureDailyTimers(tx, world);
    await ensureWeeklyTimers(tx, world);
    await ensureMembershipTimers(tx, world);
    await ensureRetentionTimer(tx, world);
    await ensureEvaluatieTimers(tx, world);
  });
}
