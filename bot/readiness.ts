import { type Counts, deliveryCounts, isDatabaseAway } from "#usecases/health.ts";
import type { World } from "#usecases/world.ts";
import type { Queue } from "./queue.ts";

const gauges: Readonly<Record<keyof Counts, string>> = {
  wacht: "zorgronde_notices_waiting",
  laat: "zorgronde_notices_late",
  mislukt: "zorgronde_notices_failed",
  verzonden: "zorgronde_notices_sent",
  wekkers: "zorgronde_timers_waiting",
};

/** What `readyz` and `/metrics` tell: codes and counts, never a name or a reference. */
export function readiness(
  world: World,
  queue: Queue,
): { ready: () => Promise<readonly string[]>; metrics: () => Promise<string> } {
  return {
    async ready() {
      const waiting = await queue.problem().catch(() => "wachtrij_staat_stil");
      return [...(waiting ? [waiting] : []), ...(await deliveryCodes(world))];
    },
    async metrics() {
      const counts = await deliveryCounts(world).catch((error: unknown) => {
        if (isDatabaseAway(error)) return null;
        throw error;
      });
      const figures = counts
        ? Object.entries(gauges).map(([key, name]) => [name, counts[key as keyof Counts]] as const)
        : [];
      const lines = [["zorgronde_database_up", counts ? 1 : 0] as const, ...figures].flatMap(
        ([name, figure]) => [`# TYPE ${name} gauge`, `${name} ${figure}`],
      );
      return `${lines.join("\n")}\n# EOF\n`;
    },
  };
}

async function deliveryCodes(world: World): Promise<readonly string[]> {
  try {
    const { laat } = await deliveryCounts(world);
    return laat > 0 ? ["bezorging_loopt_achter"] : [];
  } catch (error) {
    return [isDatabaseAway(error) ? "database_weg" : "database_fout"];
  }
}
