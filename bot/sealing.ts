import { sealLog } from "#usecases/logzegel.ts";
import type { World } from "#usecases/world.ts";

/** A little less than the minute after which the queue looks again. */
const rest = { seconds: 50 };

/** Seals the log beside the other work; what fails is tried the next time, and holds nothing up. */
export function sealing(world: World): () => Promise<void> {
  let last: Temporal.Instant | null = null;
  return async () => {
    const now = world.clock.now();
    if (last && Temporal.Instant.compare(now, last.add(rest)) < 0) return;
    last = now;
    try {
      await sealLog(world);
    } catch (error) {
      const kind = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "onbekend";
      world.log("error", { code: "verzegelen_mislukt", kind });
    }
  };
}
