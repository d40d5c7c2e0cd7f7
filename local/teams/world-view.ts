import type { Core } from "./core.ts";
import { botId } from "./core.ts";
import { personalId } from "./state.ts";
import type { Person } from "./world.ts";
import { channelsOf } from "./world.ts";

export type WorldView = ReturnType<typeof worldView>;

/** Who and what there is; `in` of the other calls takes these ids, and "personal". */
export function worldView(core: Core) {
  const { world } = core.state;
  return {
    now: core.now().toString(),
    bot: { id: botId(core), name: core.botName },
    tenants: world.tenants,
    people: world.people.map((person) => seen(core, person)),
    teams: world.teams.map((team) => ({ ...team, channels: channelsOf(team) })),
    groupChats: world.groupChats ?? [],
  };
}

function seen(core: Core, person: Person) {
  const installed = core.state.installed.includes(person.id);
  return { ...person, personal: personalId(person, core.botAppId), installed };
}
