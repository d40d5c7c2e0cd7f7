/** Who is where: installing and removing the app, people joining and leaving, meetings. */
import type { Scene } from "./activity.ts";
import { eventActivity, memberOnly, teamInfo, updateActivity } from "./activity.ts";
import type { Core } from "./core.ts";
import { botId, botIsIn, isExternal, isoNow, membersOf, personalOf, personOf, splitThread } from "./core.ts";
import { deliver } from "./deliver.ts";
import { localError } from "./error.ts";
import type { Json } from "./json.ts";
import { touchRoster } from "./message.ts";
import type { Conversation } from "./state.ts";
import { addPersonal } from "./state.ts";
import type { GroupChat, Team } from "./world.ts";
import { teamByAnyId, teamOfChannel } from "./world.ts";

export type Change = "added" | "removed";

export type InstallArgs = {
  /** Whose personal scope; with `team` or `chat`: who does it (default the first member). */
  as?: string;
  team?: string;
  chat?: string;
  /** The channel chosen while adding to a team; default General. */
  channel?: string;
  change?: Change;
};

export async function install(core: Core, args: InstallArgs): Promise<{ conversation: string }> {
  const change = args.change ?? "added";
  if (args.team !== undefined) return await installInTeam(core, args, change);
  if (args.chat !== undefined) return await installInChat(core, args, change);
  if (args.as === undefined) throw localError("bad-request", 'Geef "as", "team" of "chat".');
  const person = personOf(core, args.as);
  if (isExternal(core, person)) {
    throw localError("not-supported", "Iemand uit een andere tenant kan de app niet toevoegen.");
  }
  const known = personalOf(core, person);
  if (change === "added") {
    const conversation = addPersonal(core.state, person, core.botAppId);
    await announce(core, { person, conversation }, { change, withUpdate: true });
    return { conversation: conversation.id };
  }
  if (!known || !botIsIn(core, known)) throw localError("not-installed", `${person.id} heeft de app niet.`);
  core.state.installed = core.state.installed.filter((handle) => handle !== person.id);
  await announce(core, { person, conversation: known }, { change, withUpdate: false });
  return { conversation: known.id };
}

async function installInTeam(
  core: Core,
  args: InstallArgs,
  change: Change,
): Promise<{ conversation: string }> {
  const team = teamOf(core, args.team ?? "");
  const scene = sceneIn(core, conversationById(core, args.channel ?? team.id), args.as);
  team.botInstalled = change === "added";
  const data = { team: teamInfo(team), settings: { selectedChannel: { id: scene.conversation.id } } };
  await announce(core, scene, { change, withUpdate: true, data });
  return { conversation: scene.conversation.id };
}

async function installInChat(
  core: Core,
  args: InstallArgs,
  change: Change,
): Promise<{ conversation: string }> {
  const chat = chatOf(core, args.chat ?? "");
  const scene = sceneIn(core, conversationById(core, chat.id), args.as);
  chat.botInstalled = change === "added";
  await announce(core, scene, { change, withUpdate: true });
  return { conversation: chat.id };
}

/** Teams sends both kinds for one installation, in no fixed order; here the update of the roster comes first. */
async function announce(
  core: Core,
  scene: Scene,
  { change, withUpdate, data = {} }: { change: Change; withUpdate: boolean; data?: Json },
): Promise<void> {
  touchRoster(core);
  const bot = { id: botId(core) };
  const members = change === "added" ? { membersAdded: [bot] } : { membersRemoved: [bot] };
  const { settings: _settings, ...team } = data;
  const eventType = change === "added" ? "teamMemberAdded" : "teamMemberRemoved";
  if (withUpdate) {
    const extra = scene.conversation.type === "channel" ? { ...team, eventType } : team;
    await deliver(core, updateActivity(core, scene, "conversationUpdate", members, extra));
  }
  const action = { action: change === "added" ? "add" : "remove" };
  const extra = { ...data, source: { name: "message" } };
  await deliver(core, updateActivity(core, scene, "installationUpdate", action, extra));
}

export type MembershipArgs = { team: string; person: string; change: Change; by?: string };

/** Into or out of a team (id, group id, name) or group chat. A bot that is not there hears nothing. */
export async function membership(core: Core, args: MembershipArgs): Promise<void> {
  const person = personOf(core, args.person);
  const team = teamByAnyId(core.state.world, args.team);
  const group = team ?? chatOf(core, args.team);
  const isIn = group.members.includes(person.id);
  if (isIn === (args.change === "added")) {
    throw localError("no-change", `${person.id} zit ${isIn ? "al" : "niet"} in ${group.name}.`);
  }
  const scene = sceneIn(core, conversationById(core, group.id), args.by ?? group.members[0] ?? person.id);
  if (args.change === "added") group.members.push(person.id);
  else group.members = group.members.filter((handle) => handle !== person.id);
  touchRoster(core);
  if (!group.botInstalled) return;
  const members = [memberOnly(person)];
  const content = args.change === "added" ? { membersAdded: members } : { membersRemoved: members };
  const eventType = args.change === "added" ? "teamMemberAdded" : "teamMemberRemoved";
  const data = team ? { eventType, team: teamInfo(team) } : {};
  await deliver(core, updateActivity(core, scene, "conversationUpdate", content, data));
}

export type MeetingArgs = { chat: string; change: "start" | "end"; title?: string; as?: string };

/** A meeting in a group chat, or in a channel (`chat` is then the channel id). */
export async function meeting(core: Core, args: MeetingArgs): Promise<void> {
  const scene = sceneIn(core, conversationById(core, args.chat), args.as);
  if (!botIsIn(core, scene.conversation)) return;
  const known = core.state.world.groupChats?.find((chat) => chat.id === scene.conversation.id)?.meeting;
  const id = known?.id ?? Buffer.from(`0#${scene.conversation.id}#0`).toString("base64");
  const start = args.change === "start";
  const value = {
    MeetingType: "Scheduled",
    Title: args.title ?? known?.title ?? "Overleg",
    Id: id,
    JoinUrl: known?.joinUrl ?? "https://teams.microsoft.com/meet/2345678901234",
    ...(start ? { StartTime: isoNow(core) } : { EndTime: isoNow(core) }),
  };
  const name = `application/vnd.microsoft.meeting${start ? "Start" : "End"}`;
  await deliver(core, { ...eventActivity(core, scene, name, value) });
}

function teamOf(core: Core, id: string): Team {
  const team = teamByAnyId(core.state.world, id) ?? teamOfChannel(core.state.world, id);
  if (!team) throw localError("no-such-team", `Er is geen team "${id}".`);
  return team;
}

function chatOf(core: Core, id: string): GroupChat {
  const chat = core.state.world.groupChats?.find((one) => one.id === id || one.name === id);
  if (!chat) throw localError("no-such-team", `Er is geen team of groepschat "${id}".`);
  return chat;
}

function conversationById(core: Core, id: string): Conversation {
  const conversation = core.state.conversations[splitThread(id).conversation];
  if (!conversation) throw localError("no-such-conversation", `Er is geen gesprek "${id}".`);
  return conversation;
}

function sceneIn(core: Core, conversation: Conversation, handle: string | undefined): Scene {
  const person = handle === undefined ? membersOf(core, conversation)[0] : personOf(core, handle);
  if (!person) throw localError("nobody-there", "Niemand in dit gesprek kan dit doen.");
  return { person, conversation };
}
