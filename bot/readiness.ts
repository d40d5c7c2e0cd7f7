import { queueLengths } from "#database/health.ts";
import { DatabaseAway } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import type { World } from "#usecases/world.ts";
import type { Queue } from "./queue.ts";

/** A notice that waits longer than this while Teams is up means that nobody delivers. */
const lateMinutes = 15;

/** What `readyz` and `/metrics` tell: codes and counts, never a name or a reference. */
export function readiness(
  world: World,
  queue: Queue,
): { ready: () => Promise<readonly string[]>; metrics: () => Promise<string> } {
  const lengths = () =>
    world.database.transact(taskScope(world.swvId, "wekker"), (tx) =>
      queueLengths(tx, tx.now.subtract({ minutes: lateMinutes })),
    );
  return {
    async ready() {
      const codes: string[] = [];
      const waiting = await queue.problem();
      if (waiting) codes.push(waiting);
      try {
        const counts = await lengths();
        if (counts.laat > 0) codes.push("bezorging_loopt_achter");
      } catch (error) {
        codes.push(error instanceof DatabaseAway ? "database_weg" : "database_fout");
      }
      return codes;
    },
    async metrics() {
      const counts = await lengths();
      const lines = Object.entries({
        zorgronde_notices_waiting: counts.wacht,
        zorgronde_notices_late: counts.laat,
        zorgronde_notices_failed: counts.mislukt,
        zorgronde_notices_sent: counts.verzonden,
        zorgronde_timers_waiting: counts.wekkers,
      }).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]);
      return `${lines.join("\n")}\n# EOF\n`;
    },
  };
}
