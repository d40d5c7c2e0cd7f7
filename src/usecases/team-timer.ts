import type { Tx } from "#database/pool.ts";
import { hasEnded, withoutHolder } from "#database/team.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import { todayIn } from "#domain/today.ts";
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
  if (!(await hasEnded(tx, sztId, today)) && (await withoutHolder(tx, sztId, today)).length === 0) return;
  const id = world.chance.uuid();
  await setTimer(tx, id, {
    soort: "team_bijwerken",
    onderwerpId: sztId,
    op: tx.now,
    sleutel: `team_bijwerken:${sztId}:${id}`,
  });
}

export async function settleDue(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const at = { sztId: timer.onderwerpId, feit: timer.sleutel };
  await send(world, tx, [...(await settleTeam(tx, world, at)), ...(await tellLooseWork(tx, at))]);
}
