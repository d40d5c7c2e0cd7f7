import { type Controle, controleMinuten, laatsteControle } from "#usecases/controle.ts";
import { type Counts, deliveryCounts, deliveryReach, isDatabaseAway, type Reach } from "#usecases/health.ts";
import type { World } from "#usecases/world.ts";
import type { Queue } from "./queue.ts";

/** Three times the time after which it should have been looked at again. */
const auditLateSeconds = 3 * controleMinuten * 60;

const gauges: Readonly<Record<keyof Counts, string>> = {
  wacht: "zorgronde_notices_waiting",
  laat: "zorgronde_notices_late",
  mislukt: "zorgronde_notices_failed",
  verzonden: "zorgronde_notices_sent",
  wekkers: "zorgronde_timers_waiting",
  gepland: "zorgronde_notices_planned",
  vervallen: "zorgronde_notices_dropped",
};

const reach: Readonly<Record<keyof Reach, string>> = {
  gelezen: "zorgronde_messages_read",
  bevestigd: "zorgronde_chats_with_receipts",
  onbereikbaar: "zorgronde_people_unreachable",
  gemaild: "zorgronde_mails_sent",
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
      const counts = await whenThere(() => deliveryCounts(world));
      const reached = counts && (await whenThere(() => deliveryReach(world)));
      const audit = counts && (await whenThere(() => laatsteControle(world)));
      const figures = [
        ...(counts
          ? Object.entries(gauges).map(([key, name]) => [name, counts[key as keyof Counts]] as const)
          : []),
        ...(reached
          ? Object.entries(reach).map(([key, name]) => [name, reached[key as keyof Reach]] as const)
          : []),
        ...(audit
          ? ([
              ["zorgronde_audit_age_seconds", ageOf(world, audit)],
              ["zorgronde_audit_missed", audit.gemist],
              ["zorgronde_audit_repaired", audit.hersteld],
            ] as const)
          : []),
      ];
      const lines = [["zorgronde_database_up", counts ? 1 : 0] as const, ...figures].flatMap(
        ([name, figure]) => [`# TYPE ${name} gauge`, `${name} ${figure}`],
      );
      return `${lines.join("\n")}\n# EOF\n`;
    },
  };
}

/** Null while the database is away. */
async function whenThere<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isDatabaseAway(error)) return null;
    throw error;
  }
}

function ageOf(world: World, { op }: Controle): number {
  return Math.max(0, Math.round(op.until(world.clock.now()).total("seconds")));
}

async function deliveryCodes(world: World): Promise<readonly string[]> {
  try {
    const { laat } = await deliveryCounts(world);
    const audit = await laatsteControle(world);
    const still = audit !== null && ageOf(world, audit) > auditLateSeconds;
    return [...(laat > 0 ? ["bezorging_loopt_achter"] : []), ...(still ? ["controle_staat_stil"] : [])];
  } catch (error) {
    return [isDatabaseAway(error) ? "database_weg" : "database_fout"];
  }
}
