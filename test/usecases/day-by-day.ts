/** Lets timers go off one by one, as the bot does, up to a wall time in Amsterdam. */
import { z } from "zod/v4";
import { timers } from "#bot/dagbericht.ts";
import { execute, query } from "#database/pool.ts";
import { nextTimerMoment, timerKinds } from "#database/timer.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { amsterdam } from "#domain/today.ts";
import type { TestWorld } from "#test/world.ts";
import { ensureDailyTimers } from "#usecases/dagbericht-timer.ts";
import { runDueTimers, type TimerHandlers } from "#usecases/timekeeper.ts";

const none = async () => undefined;
const others = Object.fromEntries(timerKinds.map((kind) => [kind, none])) as unknown as TimerHandlers;
export const handlers: TimerHandlers = { ...others, ...timers };

const asTimer = <T>(
  t: TestWorld,
  run: Parameters<TestWorld["world"]["database"]["transact"]>[1],
): Promise<T> => t.world.database.transact(taskScope(t.world.swvId, "wekker"), run) as Promise<T>;

export const wall = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(amsterdam).toInstant();

export async function startDays(t: TestWorld): Promise<void> {
  await asTimer(t, (tx) => ensureDailyTimers(tx, t.world));
}

/** The courier brought every bundle; what the chat never got is told again in the next one. */
async function bring(t: TestWorld): Promise<void> {
  await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    execute(
      tx,
      `update kennisgeving set status = 'verzonden', verzonden_op = $1 where soort = 'dagbericht' and status = 'klaar'`,
      [tx.now],
    ),
  );
}

/** Everything until then happens in order, each at its own moment. */
export async function until(t: TestWorld, text: string, more: Partial<TimerHandlers> = {}): Promise<void> {
  const target = wall(text);
  for (;;) {
    const due = await asTimer<Temporal.Instant | null>(t, (tx) => nextTimerMoment(tx));
    if (!due || Temporal.Instant.compare(due, target) > 0) break;
    if (Temporal.Instant.compare(due, t.clock.now()) > 0) t.clock.set(due);
    await runDueTimers(t.world, { ...handlers, ...more });
    await bring(t);
  }
  if (Temporal.Instant.compare(target, t.clock.now()) > 0) t.clock.set(target);
}

/** The bot was away until then, and now does what is due. */
export async function awayUntil(t: TestWorld, text: string): Promise<void> {
  t.clock.set(wall(text));
  await runDueTimers(t.world, handlers);
  await bring(t);
}

const row = z.object({
  id: z.string(),
  op: z.instanceof(Temporal.Instant),
  soorten: z.array(z.string()),
});

/** The bundles of this person: when, and which kinds of terms stood in them. */
export async function bundlesOf(
  t: TestWorld,
  actor: Actor,
): Promise<readonly { id: string; at: string; soorten: readonly string[] }[]> {
  const rows = await asTimer<z.infer<typeof row>[]>(t, (tx) =>
    query(
      tx,
      row,
      `select d.id, d.gemaakt_op as op, array_agg(distinct t.soort order by t.soort) as soorten
       from dagbericht d join herinnering h on h.dagbericht_id = d.id join termijn t on t.id = h.termijn_id
       where d.persoon_id = $1 and t.soort <> 'toestemming_verloopt' group by d.id, d.gemaakt_op order by d.gemaakt_op`,
      [actor.persoonId],
    ),
  );
  return rows.map(({ id, op, soorten }) => ({
    id,
    at: op.toZonedDateTimeISO(amsterdam).toPlainDateTime().toString({ smallestUnit: "minute" }),
    soorten,
  }));
}
