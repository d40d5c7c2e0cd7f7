import { comingRondesWith, forgetBereikfout } from "#database/bereik.ts";
import { closeRemoved, rememberGesprek, reopenChannels } from "#database/gesprek.ts";
import { reviveErasure, revivePosts } from "#database/notice.ts";
import { after, type Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { linkTeam } from "#database/szt.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { noteUsed, tellMissed } from "./bezorging.ts";
import { refreshedChats, refreshedPosts } from "./chat-refresh.ts";
import { refreshRonde } from "./round-notice.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** Where Teams says that something came from. */
export interface Place {
  readonly tenantId: string;
  readonly gesprekId: string;
  readonly serviceUrl: string;
}

/** Who writes to us can be reached there: the address is refreshed with each turn in the own chat. */
export async function rememberChat(
  world: World,
  actor: Actor,
  place: Place,
  /** The message that was pressed or written, in digits; null when it has no number. */
  gebruikt: string | null = null,
): Promise<void> {
  const first = await world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const { gesprekId } = place;
    if (gebruikt) await noteUsed(tx, actor.persoonId, { gesprekId, tot: gebruikt });
    return reached(tx, world, actor, place);
  });
  if (first) await showReached(world, actor);
}

/** Who plans reads on the card of each coming round how people hear of it: from now on in the own chat. */
async function showReached(world: World, { persoonId }: Actor): Promise<void> {
  await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    const notices: Notice[] = [];
    for (const ronde of await rondesById(tx, await comingRondesWith(tx, persoonId, todayIn(tx.now))))
      notices.push(...(await refreshRonde(tx, ronde, { feit: `bereikt:${persoonId}` })));
    await send(world, tx, notices);
  });
}

/**
 * Who could not be reached for a while may have lost a right meanwhile: what stands there is drawn once more. True when
 * we never spoke before.
 */
async function reached(tx: Tx, world: World, { persoonId }: Actor, place: Place): Promise<boolean> {
  const hoe = await rememberGesprek(tx, world.chance.uuid(), { van: { persoonId }, ...place });
  await forgetBereikfout(tx, persoonId);
  if (hoe !== "bekend") await tellMissed(tx, world, persoonId);
  if (hoe !== "terug") return hoe === "nieuw";
  const notices = await refreshedChats(tx, [persoonId], world.chance.uuid());
  const revived = await reviveErasure(tx, { persoonId });
  await send(world, tx, notices);
  if (revived > 0) after(tx, world.wake);
  return false;
}

/** First contact in the own chat. Both events of one install can come, in any order: one welcome a person. */
export async function greet(world: World, actor: Actor, place: Place): Promise<void> {
  const first = await world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const isFirst = await reached(tx, world, actor, place);
    await send(world, tx, [
      {
        soort: "welkom",
        aan: { persoonId: actor.persoonId },
        onderwerpId: actor.persoonId,
        sztId: null,
        sleutel: `welkom:${actor.persoonId}`,
      },
    ]);
    return isFirst;
  });
  if (first) await showReached(world, actor);
}

/** The app was added to a team: its channel belongs to the SZT that names the team's group. False when none does. */
export async function arriveInTeam(
  world: World,
  team: { readonly teamId: string; readonly groepId: string | null; readonly kanaalId: string },
  place: Omit<Place, "gesprekId">,
): Promise<boolean> {
  return world.database.transact(taskScope(world.swvId, "inrichting"), async (tx) => {
    const sztId = await linkTeam(tx, team);
    if (!sztId) return false;
    const reopened = await reopenChannels(tx, sztId);
    const hoe = await rememberGesprek(tx, world.chance.uuid(), {
      van: { sztId },
      ...place,
      gesprekId: team.kanaalId,
    });
    const back = reopened || hoe === "terug";
    const notices = back ? await refreshedPosts(tx, sztId, world.chance.uuid()) : [];
    const revived = back ? (await reviveErasure(tx, { sztId })) + (await revivePosts(tx, { sztId })) : 0;
    await send(world, tx, notices);
    if (revived > 0) after(tx, world.wake);
    return true;
  });
}

/** The app was removed: nothing is sent there until it comes back, or the person writes. */
export async function leave(
  world: World,
  where: { readonly gesprekId: string } | { readonly teamId: string },
): Promise<void> {
  await world.database.transact(taskScope(world.swvId, "inrichting"), (tx) => closeRemoved(tx, where));
}
