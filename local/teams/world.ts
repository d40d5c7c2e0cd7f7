import { localError } from "./error.ts";

/** Someone who can sit behind a Teams client. `id` is our own short handle, such as "noor". */
export type Person = {
  id: string;
  name: string;
  /** Empty for an anonymous meeting joiner: such a person has no Entra id. */
  aadObjectId: string;
  /** Home tenant. A guest lives in the host tenant; someone else from another tenant is external. */
  tenantId: string;
  /** "29:…", the id of this person for this bot. */
  userId: string;
  email: string;
  guest: boolean;
  functionLabel?: string;
  about?: string;
  /** The app already stands in this person's personal scope when the service starts. */
  botInstalled?: boolean;
  /** A client that does not know Action.Execute and refresh. */
  oldClient?: boolean;
  /** False: this person switched read receipts off, so that Teams tells the bot nothing. */
  readReceipts?: boolean;
};

export type Channel = { id: string; name: string };

export type Team = {
  /** Also the id of the General channel, "19:…@thread.tacv2". */
  id: string;
  name: string;
  aadGroupId: string;
  members: string[];
  channels: Channel[];
  botInstalled: boolean;
};

/** A chat with several people, perhaps the chat of a meeting. */
export type GroupChat = {
  id: string;
  name: string;
  members: string[];
  botInstalled: boolean;
  meeting?: { id: string; title: string; joinUrl: string };
};

export type TeamsWorld = {
  tenants: { id: string; name: string }[];
  people: Person[];
  teams: Team[];
  groupChats?: GroupChat[];
  /** Every client is an old one: no Action.Execute, no refresh. */
  oldClient?: boolean;
};

export function findPerson(world: TeamsWorld, handle: string): Person {
  const found = world.people.find((person) => person.id === handle);
  if (!found) throw localError("no-such-person", `Er is niemand met id "${handle}".`);
  return found;
}

/** By any id that Teams knows: "29:…", Entra object id, "8:orgid:…" or user principal name. */
export function personByTeamsId(world: TeamsWorld, id: string): Person | undefined {
  const wanted = id.toLowerCase();
  return world.people.find(
    (person) =>
      person.userId === id ||
      (person.aadObjectId !== "" && [person.aadObjectId, `8:orgid:${person.aadObjectId}`].includes(wanted)) ||
      person.email.toLowerCase() === wanted,
  );
}

export function teamByAnyId(world: TeamsWorld, id: string): Team | undefined {
  return world.teams.find((team) => team.id === id || team.aadGroupId === id || team.name === id);
}

export function teamOfChannel(world: TeamsWorld, channelId: string): Team | undefined {
  return world.teams.find(
    (team) => team.id === channelId || team.channels.some((channel) => channel.id === channelId),
  );
}

/** General first. Teams itself gives General no name; `name` here is for people. */
export function channelsOf(team: Team): Channel[] {
  const rest = team.channels.filter((channel) => channel.id !== team.id);
  return [{ id: team.id, name: "Algemeen" }, ...rest];
}
