import { rememberGesprek } from "#database/gesprek.ts";
import { after } from "#database/pool.ts";
import { saveNotices } from "#database/notice.ts";
import { linkTeam } from "#database/szt.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { World } from "#usecases/world.ts";
import { isPersonal, type TeamsActivity, tenantOf } from "./activity.ts";

/** The app arrived somewhere: in the chat of a person, or in a team. */
export type Arrival = (activity: TeamsActivity, actor: Actor | null) => Promise<void>;

export function arrivalOf(world: World): Arrival {
  return async (activity, actor) => {
    const tenantId = tenantOf(activity);
    if (!tenantId || activity.action === "remove") return;
    if (isPersonal(activity)) {
      if (actor) await greet(world, actor, activity, tenantId);
      return;
    }
    if (activity.channelData?.team) await rememberTeam(world, activity, tenantId);
  };
}

/** Both events of one install can come, in any order: the welcome has one key a person. */
async function greet(world: World, actor: Actor, activity: TeamsActivity, tenantId: string): Promise<void> {
  await world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    await rememberPerson(world, tx, actor, activity, tenantId);
    const saved = await saveNotices(tx, world.chance.uuid, [
      {
        soort: "welkom",
        aan: { persoonId: actor.persoonId },
        onderwerpId: actor.persoonId,
        sztId: null,
        sleutel: `welkom:${actor.persoonId}`,
      },
    ]);
    if (saved > 0) after(tx, world.wake);
  });
}

/** Who writes to us can be reached there: the address is refreshed with each turn in the own chat. */
export async function rememberPerson(
  world: World,
  tx: Parameters<typeof rememberGesprek>[0],
  actor: Actor,
  activity: TeamsActivity,
  tenantId: string,
): Promise<void> {
  await rememberGesprek(tx, world.chance.uuid(), {
    van: { persoonId: actor.persoonId },
    tenantId,
    gesprekId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
  });
}

async function rememberTeam(world: World, activity: TeamsActivity, tenantId: string): Promise<void> {
  const team = activity.channelData?.team;
  if (!team) return;
  const kanaalId = activity.channelData?.settings?.selectedChannel?.id ?? team.id;
  await world.database.transact(taskScope(world.swvId, "inrichting"), async (tx) => {
    const sztId = await linkTeam(tx, { teamId: team.id, groepId: team.aadGroupId ?? null, kanaalId });
    if (!sztId) {
      world.log("warning", { code: "team_zonder_szt" });
      return;
    }
    await rememberGesprek(tx, world.chance.uuid(), {
      van: { sztId },
      tenantId,
      gesprekId: kanaalId,
      serviceUrl: activity.serviceUrl,
    });
  });
}
