import { nextAfspraakMoment } from "#database/afspraak.ts";
import { nextNoticeMoment } from "#database/notice.ts";
import type { Tx } from "#database/pool.ts";
import {
  type DueTimer,
  nextTimerMoment,
  postponeTimer,
  type TimerKind,
  takeDueTimer,
} from "#database/timer.ts";
import { taskScope } from "#domain/scope.ts";
import type { World } from "./world.ts";

/** What happens when a timer goes off, in the transaction that marks it done. */
export type TimerHandler = (world: World, tx: Tx, timer: DueTimer) => Promise<void>;
export type TimerHandlers = Readonly<Record<TimerKind, TimerHandler>>;

/** Lets every due timer go off, one transaction each. A handler that fails is tried again five minutes later. */
export async function runDueTimers(world: World, handlers: TimerHandlers): Promise<number> {
  let done = 0;
  for (;;) {
    let taken: DueTimer | null = null;
    try {
      const more = await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
        taken = await takeDueTimer(tx);
        if (taken) await handlers[taken.soort](world, tx, taken);
        return taken !== null;
      });
      if (!more) return done;
      done += 1;
    } catch (error) {
      const timer = taken as DueTimer | null;
      world.log("error", { code: "wekker_fout", ...(timer ? { id: timer.id, kind: timer.soort } : {}) });
      if (!timer) throw error;
      await world.database.transact(taskScope(world.swvId, "wekker"), (tx) =>
        postponeTimer(tx, timer.id, tx.now.add({ minutes: 5 })),
      );
    }
  }
}

/** The first moment at which something of ours is due; null when nothing waits. */
export async function nextDueMoment(world: World): Promise<Temporal.Instant | null> {
  return world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    const afspraak = world.outlook.postbus === null ? null : await nextAfspraakMoment(tx);
    const moments = [await nextTimerMoment(tx), await nextNoticeMoment(tx), afspraak].filter(
      (m) => m !== null,
    );
    return moments.sort(Temporal.Instant.compare)[0] ?? null;
  });
}
