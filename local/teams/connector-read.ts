/** What the bot asks: members, teams, channels, meetings, attachments. */
import type { ConnectorAnswer } from "./connector-answer.ts";
import { forbidden, notFound, refuse } from "./connector-answer.ts";
import type { Core } from "./core.ts";
import { botIsIn, isExternal, membersOf, nextId, splitThread } from "./core.ts";
import type { Json } from "./json.ts";
import { list, text } from "./json.ts";
import type { Conversation } from "./state.ts";
import type { GroupChat, Person } from "./world.ts";
import { channelsOf, personByTeamsId, teamByAnyId } from "./world.ts";

export type Read = { core: Core; params: string[]; query: URLSearchParams; body: Json };

const PAGE = { least: 50, usual: 200, most: 500 };
/** The unpaged list is capped. */
const MOST_UNPAGED = 10_000;

/** As Teams describes a member; both names of the Entra id are on the wire. */
function account(core: Core, person: Person): Json {
  const [givenName = "", ...rest] = person.name.split(" ");
  const { userId: id, name, aadObjectId, email } = person;
  return {
    id,
    name,
    ...(aadObjectId === "" ? {} : { objectId: aadObjectId, aadObjectId }),
    givenName,
    surname: rest.join(" "),
    email,
    userPrincipalName: email,
    tenantId: isExternal(core, person) ? person.tenantId : core.tenantId,
    userRole: person.guest ? "guest" : "user",
  };
}

function readable(core: Core, id: string): Conversation | ConnectorAnswer {
  const conversation = core.state.conversations[splitThread(id).conversation];
  if (!conversation) return notFound.conversation();
  return botIsIn(core, conversation) ? conversation : forbidden.notInRoster();
}

export function members({ core, params: [id = ""] }: Read): ConnectorAnswer {
  const conversation = readable(core, id);
  if ("status" in conversation) return conversation;
  const people = membersOf(core, conversation).slice(0, MOST_UNPAGED);
  return { status: 200, body: people.map((person) => account(core, person)) };
}

export function pagedMembers({ core, params: [id = ""], query }: Read): ConnectorAnswer {
  const conversation = readable(core, id);
  if ("status" in conversation) return conversation;
  const asked = Number(query.get("pageSize") ?? PAGE.usual);
  const size = Math.min(PAGE.most, Math.max(PAGE.least, Number.isNaN(asked) ? PAGE.usual : asked));
  const token = query.get("continuationToken");
  const start = token ? Number(Buffer.from(token, "base64url").toString("utf8")) : 0;
  if (!Number.isInteger(start) || start < 0) return refuse(400, "BadArgument", "Invalid continuation token.");
  const people = membersOf(core, conversation);
  const next = start + size;
  return {
    status: 200,
    body: {
      members: people.slice(start, next).map((person) => account(core, person)),
      ...(next < people.length ? { continuationToken: Buffer.from(String(next)).toString("base64url") } : {}),
    },
  };
}

export function member({ core, params: [id = "", memberId = ""] }: Read): ConnectorAnswer {
  const conversation = readable(core, id);
  if ("status" in conversation) return conversation;
  const person = personByTeamsId(core.state.world, memberId);
  if (!person || !membersOf(core, conversation).includes(person)) return notFound.member();
  return { status: 200, body: account(core, person) };
}

function teamHere(core: Core, id: string) {
  const team = teamByAnyId(core.state.world, id);
  if (!team || team.id !== id) return notFound.conversation();
  return team.botInstalled ? team : forbidden.notInRoster();
}

export function team({ core, params: [id = ""] }: Read): ConnectorAnswer {
  const found = teamHere(core, id);
  if ("status" in found) return found;
  const counts = { channelCount: channelsOf(found).length, memberCount: found.members.length };
  const { name, aadGroupId } = found;
  return {
    status: 200,
    body: { id, name, aadGroupId, type: "standard", tenantId: core.tenantId, ...counts },
  };
}

/** General has no name here, as in Teams. */
export function channels({ core, params: [id = ""] }: Read): ConnectorAnswer {
  const found = teamHere(core, id);
  if ("status" in found) return found;
  const conversations = channelsOf(found).map((channel) =>
    channel.id === found.id
      ? { id: channel.id, type: "standard" }
      : { id: channel.id, name: channel.name, type: "standard" },
  );
  return { status: 200, body: { conversations } };
}

function meetingChat(core: Core, id: string): GroupChat | ConnectorAnswer {
  const chat = core.state.world.groupChats?.find((one) => one.meeting?.id === id);
  if (!chat) return refuse(404, "MeetingNotFound", "Meeting not found.");
  return chat.botInstalled ? chat : forbidden.notInRoster();
}

export function meetingInfo({ core, params: [id = ""] }: Read): ConnectorAnswer {
  const chat = meetingChat(core, id);
  if ("status" in chat) return chat;
  const { title = "", joinUrl = "" } = chat.meeting ?? {};
  return {
    status: 200,
    body: {
      details: { id, msGraphResourceId: id, title, joinUrl, type: "Scheduled" },
      conversation: { isGroup: true, conversationType: "groupChat", id: chat.id },
    },
  };
}

export function meetingParticipant({ core, params: [id = "", participant = ""] }: Read): ConnectorAnswer {
  const chat = meetingChat(core, id);
  if ("status" in chat) return chat;
  const person = personByTeamsId(core.state.world, participant);
  if (!person || !chat.members.includes(person.id)) return notFound.member();
  const role = chat.members[0] === person.id ? "Organizer" : "Attendee";
  return {
    status: 200,
    body: {
      user: account(core, person),
      meeting: { role, inMeeting: true },
      conversation: { isGroup: true, id: chat.id },
    },
  };
}

export function upload({ core, body }: Read): ConnectorAnswer {
  const id = nextId(core);
  core.state.uploads[id] = body;
  return { status: 201, body: { id } };
}

export function attachment({ core, params: [id = ""] }: Read): ConnectorAnswer {
  const kept = core.state.uploads[id];
  if (!kept) return notFound.operation();
  const size = Buffer.from(text(kept.originalBase64) ?? "", "base64").length;
  const { name, type } = kept;
  return { status: 200, body: { name, type, views: list([{ viewId: "original", size }]) } };
}
