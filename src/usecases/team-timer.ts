import type { Tx } from "#database/pool.ts";
import { hasEnded, newcomersFrom, withoutHolder } from "#database/team.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import { byDay, momentOf, todayIn } from "#domain/today.ts";
import { send } from "./send.ts";
import { settleTeam, tellLooseWork } from "./vertrek.ts";
import type { World } from "./world.ts";

/** After a set-up, which opens no hulpvraag itself: what somebody held who left goes on with others when the bot wakes. */
export async function settleSoon(
  tx: Tx,
  world: { readonly chance: Pick<World["chance"], "uuid"> },
  sztId: string,
): Promise<void> {
  const today = todayIn(tx.now);
  const left = (await hasEnded(tx, sztId, today)) || (await withoutHolder(tx, sztId, today)).length > 0;
  if (left) await settleOn(tx, world, { sztId, van: today });
  await awaitNewcomers(tx, world, sztId);
}

/** Who comes later is asked for the rounds on the first day, by day. */
export async function awaitNewcomers(
  tx: Tx,
  world: { readonly chance: Pick<World["chance"], "uuid"> },
  sztId: string,
): Promise<void> {
  for (const van of await newcomersFrom(tx, sztId)) await settleOn(tx, world, { sztId, van });
}

async function settleOn(
  tx: Tx,
  world: { readonly chance: Pick<World["chance"], "uuid"> },
  { sztId, van }: { readonly sztId: string; readonly van: Temporal.PlainDate },
): Promise<void> {
  const id = world.chance.uuid();
  const soon = Temporal.PlainDate.compare(van, todayIn(tx.now)) <= 0;
  await setTimer(tx, id, {
    soort: "team_bijwerken",
    onderwerpId: sztId,
    op: soon ? tx.now : byDay(momentOf(van, Temporal.PlainTime.from("00:00"))),
    sleutel: `team_bijwerken:${sztId}:${id}`,
  });
}

export async function settleDue(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const at = { sztId: timer.onderwerpId, feit: timer.sleutel };
  await send(world, tx, [
    ...(await settleTeam(tx, world, at)),
    ...(await tellLooseWork(tx, { ...at, nietVoor: byDay(tx.now) })),
  ]);
}
