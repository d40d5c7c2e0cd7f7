import { taskScope } from "#domain/scope.ts";
import { ensureDailyTimers } from "./dagbericht-timer.ts";
import { ensureWeeklyTimers } from "./weekbericht.ts";
import type { World } from "./world.ts";

/** Everyone who should get a daily bundle or a weekly message has a timer for it; running it again changes nothing. */
export async function startUp(world: Pick<World, "database" | "swvId" | "chance" | "wake">): Promise<void> {
  await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    await ensureDailyTimers(tx, world);
    await ensureWeeklyTimers(tx, world);
  });
}
