import type { Actor } from "#domain/scope.ts";
import { arriveInTeam, greet } from "#usecases/arrive.ts";
import type { World } from "#usecases/world.ts";
import { isPersonal, placeOf, type TeamsActivity } from "./activity.ts";

/** The app arrived somewhere: in the chat of a person, or in a team. */
export type Arrival = (activity: TeamsActivity, actor: Actor | null) => Promise<void>;

export function arrivalOf(world: World): Arrival {
  return async (activity, actor) => {
    const place = placeOf(activity);
    if (!place || activity.action === "remove" || activity.action === "remove-upgrade") return;
    if (isPersonal(activity)) {
      if (actor) await greet(world, actor, place);
      return;
    }
    const team = activity.channelData?.team;
    if (!team) return;
    const kanaalId = activity.channelData?.settings?.selectedChannel?.id ?? team.id;
    const known = await arriveInTeam(
      world,
      { teamId: team.id, groepId: team.aadGroupId ?? null, kanaalId },
      place,
    );
    if (!known) world.log("warning", { code: "team_zonder_szt" });
  };
}
