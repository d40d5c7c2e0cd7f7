import { currentOrComing, firstComing } from "#database/dagbericht.ts";
import { calendarsOfPersoon } from "#database/kalender.ts";
import { actorById, werktijdOf } from "#database/persoon.ts";
import { after, type Tx } from "#database/pool.ts";
import { setTimer } from "#database/timer.ts";
import { verlofOf } from "#database/verlof.ts";
import { scopeOf } from "#domain/scope.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import { nextBundleMoment, type WorkRhythm, werkdagSchema, workRhythmSchema } from "#domain/werkdag.ts";
import type { World } from "./world.ts";

/** When somebody who has no moment of an own is looked at again. */
const lookAgain = { days: 7 };
const lookHour = Temporal.PlainTime.from("08:00");
const earliest = Temporal.PlainTime.from("07:00");
const latest = Temporal.PlainTime.from("17:00");

/** When this person works and wants the bundle, by the memberships of today; null without any. */
export async function rhythmOf(tx: Tx, persoonId: string): Promise<WorkRhythm | null> {
  const werktijd = await werktijdOf(tx, persoonId, todayIn(tx.now));
  if (!werktijd) return null;
  return workRhythmSchema.parse({
    id: persoonId,
    workingDays: werkdagSchema.options.filter((dag) => werktijd.werkdagen.has(dag)),
    hour: within(werktijd.dagberichtOm),
    leave: (await verlofOf(tx, persoonId, todayIn(tx.now))).map(({ van, tot }) => ({ from: van, to: tot })),
  });
}

function within(hour: Temporal.PlainTime): Temporal.PlainTime {
  if (Temporal.PlainTime.compare(hour, earliest) < 0) return earliest;
  return Temporal.PlainTime.compare(hour, latest) > 0 ? latest : hour;
}

/** Sets the timer of the next bundle. The same moment asked again is the same timer; false for who gets none. */
export async function planNext(
  tx: Tx,
  world: Pick<World, "chance" | "wake">,
  persoonId: string,
): Promise<boolean> {
  const op = await nextMoment(tx, persoonId);
  if (!op) return false;
  await setTimer(tx, world.chance.uuid(), {
    soort: "dagbericht",
    onderwerpId: persoonId,
    op,
    sleutel: `dagbericht:${persoonId}:${todayIn(op)}`,
  });
  after(tx, world.wake);
  return true;
}

async function nextMoment(tx: Tx, persoonId: string): Promise<Temporal.Instant | null> {
  const today = todayIn(tx.now);
  const rhythm = await rhythmOf(tx, persoonId);
  if (rhythm) {
    const actor = await actorById(tx, persoonId, today);
    const scope = actor && scopeOf(actor);
    // Who leads or administers has no cases, and so never a bundle; a change of function comes with the set-up.
    if (scope?.kind !== "persoon" || scope.sztIds.length === 0) return null;
    const moment = nextBundleMoment(rhythm, tx.now, await calendarsOfPersoon(tx, persoonId, today));
    return moment ?? momentOf(today.add(lookAgain), lookHour);
  }
  const coming = await firstComing(tx, persoonId, today);
  return coming && momentOf(coming, earliest);
}

/** Somebody who came: the first timer looks at once, and sets the one of the first bundle. */
export async function beginDays(
  tx: Tx,
  world: Pick<World, "chance" | "wake">,
  persoonId: string,
): Promise<void> {
  await setTimer(tx, world.chance.uuid(), {
    soort: "dagbericht",
    onderwerpId: persoonId,
    op: tx.now,
    sleutel: `dagbericht:${persoonId}:komt:${tx.now}`,
  });
  after(tx, world.wake);
}

/** Everybody who works in a team, now or from a coming day on, has a timer; for the start and after a set-up. */
export async function ensureDailyTimers(tx: Tx, world: Pick<World, "chance" | "wake">): Promise<void> {
  for (const { persoonId } of await currentOrComing(tx, todayIn(tx.now)))
    await planNext(tx, world, persoonId);
}
