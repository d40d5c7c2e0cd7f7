import type { Actor } from "#domain/scope.ts";
import { arriveInTeam, greet, leave } from "#usecases/arrive.ts";
import { heardLeft, type VertrekGemeld } from "#usecases/vertrek-teams.ts";
import type { World } from "#usecases/world.ts";
import { isPersonal, placeOf, type TeamsActivity } from "./activity.ts";

/** The app came or went: in the chat of a person, or in a team. `who` asks Teams, so it is only asked on arrival. */
export type Arrival = (activity: TeamsActivity, who: () => Promise<Actor | null>) => Promise<void>;

export function arrivalOf(world: World): Arrival {
  return async (activity, who) => {
    const place = placeOf(activity);
    const move = moveOf(activity);
    const team = activity.channelData?.team;
    if (!place) return;
    if (team && move === null) await heardLeft(world, leftOf(world, activity, { ...place, teamId: team.id }));
    if (!move) return;
    if (move === "weg") {
      await leave(world, team ? { teamId: team.id } : { gesprekId: place.gesprekId });
    } else if (isPersonal(activity)) {
      const actor = await who();
      if (actor) await greet(world, actor, place);
    } else if (team) {
      const known = await arriveInTeam(
        world,
        { teamId: team.id, groepId: team.aadGroupId ?? null, kanaalId: chosenChannel(activity, team.id) },
        place,
      );
      if (!known) world.log("warning", { code: "team_zonder_szt" });
    }
  };
}

/**
 * Teams tells the same arrival in two ways, in any order. Other news of a team (members, channels, an upgrade of the
 * app) is no arrival: it must not move the summaries to another channel.
 */
function moveOf(activity: TeamsActivity): "erin" | "weg" | null {
  const bot = activity.recipient.id;
  if (activity.membersAdded?.some(({ id }) => id === bot) || activity.action === "add") return "erin";
  if (activity.membersRemoved?.some(({ id }) => id === bot) || activity.action === "remove") return "weg";
  return activity.action === "add-upgrade" && isPersonal(activity) ? "erin" : null;
}

/** Who left the team, by the only name that Teams gives a person everywhere; the bot itself is none. */
function leftOf(
  world: World,
  { membersRemoved = [], timestamp }: TeamsActivity,
  { tenantId, teamId }: { readonly tenantId: string; readonly teamId: string },
): VertrekGemeld {
  const now = world.clock.now();
  const told = timestamp ? Temporal.Instant.fromEpochMilliseconds(timestamp.getTime()) : now;
  return {
    teamId,
    personen: membersRemoved.flatMap(({ aadObjectId: objectId }) =>
      objectId ? [{ tenantId, objectId }] : [],
    ),
    // A clock that runs ahead would make real news later seem old.
    op: Temporal.Instant.compare(told, now) > 0 ? now : told,
  };
}

/** The channel that was chosen while adding; the General channel has the id of the team. */
function chosenChannel({ channelData, conversation }: TeamsActivity, teamId: string): string {
  const [id = ""] = conversation.id.split(";");
  return channelData?.settings?.selectedChannel?.id ?? (id.startsWith("19:") ? id : teamId);
}
