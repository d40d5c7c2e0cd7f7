/** What the bot writes: send, reply, update, delete, create a conversation. */

import type { ConnectorAnswer } from "./connector-answer.ts";
import { forbidden, notFound, refuse, writesBlocked } from "./connector-answer.ts";
import type { Core } from "./core.ts";
import { botId, botIsIn, isExternal, membersOf, nextId, splitThread, threadId } from "./core.ts";
import type { Json } from "./json.ts";
import { at, isRecord, list, record, text } from "./json.ts";
import { addMessage, deleteMessage, editMessage, findMessage } from "./message.ts";
import type { Conversation, Message } from "./state.ts";
import { addPersonal, personalId } from "./state.ts";
import type { Person } from "./world.ts";
import { personByTeamsId } from "./world.ts";

export type Write = { core: Core; params: string[]; body: Json };

/** The conversation the bot may write to, or why not. */
function writable(core: Core, id: string): Conversation | ConnectorAnswer {
  const conversation = core.state.conversations[splitThread(id).conversation];
  if (!conversation) return notFound.conversation();
  if (botIsIn(core, conversation)) return conversation;
  return conversation.type === "personal" ? writesBlocked() : forbidden.notInRoster();
}

function isAnswer(value: Conversation | ConnectorAnswer): value is ConnectorAnswer {
  return "status" in value;
}

/** To a bare channel id: a new post. To a thread: an answer in it. */
export function send({ core, params: [id = ""], body }: Write): ConnectorAnswer {
  const conversation = writable(core, id);
  if (isAnswer(conversation)) return conversation;
  const { thread } = splitThread(id);
  if (thread !== undefined && !findMessage(core, conversation.id, thread)) return notFound.conversation();
  return put(core, conversation, thread, body);
}

export function reply({ core, params: [id = "", activityId = ""], body }: Write): ConnectorAnswer {
  const conversation = writable(core, id);
  if (isAnswer(conversation)) return conversation;
  const { thread } = splitThread(id);
  return put(core, conversation, thread ?? findMessage(core, conversation.id, activityId)?.thread, body);
}

function put(
  core: Core,
  conversation: Conversation,
  thread: string | undefined,
  body: Json,
): ConnectorAnswer {
  const type = text(body.type);
  if (type === undefined) return refuse(400, "BadSyntax", "Activity type is missing.");
  if (type === "typing") {
    for (const person of membersOf(core, conversation)) {
      const place = conversation.type === "personal" ? "personal" : conversation.id;
      const inThread = thread === undefined ? {} : { thread };
      core.events.emit("typing", { as: person.id, in: place, from: core.botName, ...inThread });
    }
  }
  if (type !== "message") return { status: 201, body: { id: nextId(core) } };
  if (text(body.text) === undefined && list(body.attachments).length === 0) {
    return refuse(400, "BadSyntax", "Cannot send an empty message.");
  }
  const message = addMessage(core, { conversation, thread, from: "bot", activity: body });
  return { status: 201, body: { id: message.id } };
}

function own(core: Core, conversation: Conversation, id: string): Message | ConnectorAnswer {
  const message = findMessage(core, conversation.id, id);
  if (!message || message.deleted) return notFound.activity();
  return message.from === "bot" ? message : forbidden.notAuthor();
}

export function update({ core, params: [id = "", activityId = ""], body }: Write): ConnectorAnswer {
  const conversation = writable(core, id);
  if (isAnswer(conversation)) return conversation;
  const message = own(core, conversation, activityId);
  if ("status" in message) return message;
  editMessage(core, message, body);
  return { status: 200, body: { id: message.id } };
}

export function remove({ core, params: [id = "", activityId = ""] }: Write): ConnectorAnswer {
  const conversation = writable(core, id);
  if (isAnswer(conversation)) return conversation;
  const message = own(core, conversation, activityId);
  if ("status" in message) return message;
  deleteMessage(core, message);
  return { status: 200 };
}

/** A new thread in a channel (`channelData.channel.id`), or the personal chat with one person. */
export function create({ core, body }: Write): ConnectorAnswer {
  const bot = text(at(body, "bot", "id"));
  if (bot !== undefined && bot !== botId(core) && bot !== core.botAppId) {
    return refuse(400, "BadArgument", "Unknown bot.");
  }
  const channel = text(at(body, "channelData", "channel", "id"));
  return channel === undefined ? createPersonal(core, body) : createThread(core, channel, body);
}

function createThread(core: Core, channel: string, body: Json): ConnectorAnswer {
  const conversation = writable(core, channel);
  if (isAnswer(conversation)) return conversation;
  if (!isRecord(body.activity))
    return refuse(400, "BadSyntax", "Incorrect conversation creation parameters.");
  const sent = put(core, conversation, undefined, { type: "message", ...body.activity });
  const id = text(at(sent.body, "id"));
  if (sent.status !== 201 || id === undefined) return sent;
  return created(core, threadId(conversation.id, id), id);
}

function createPersonal(core: Core, body: Json): ConnectorAnswer {
  const members = list(body.members);
  const tenant = text(body.tenantId) ?? text(at(body, "channelData", "tenant", "id"));
  if (tenant === undefined) return refuse(400, "BadArgument", "The tenantId is required.");
  if (members.length !== 1) return refuse(400, "BadSyntax", "Bots cannot create group chats.");
  if (tenant !== core.tenantId) return forbidden.tenant();
  const id = text(at(members[0], "id")) ?? "";
  const person = id.includes("@") ? undefined : personByTeamsId(core.state.world, id);
  if (!person) return refuse(400, "BadSyntax", "Bad format of user id.");
  const refused = refuseChat(core, person, id);
  if (refused) return refused;
  const conversation = chatWith(core, person);
  if (!isRecord(body.activity)) return created(core, conversation.id, undefined);
  const sent = put(core, conversation, undefined, { type: "message", ...body.activity });
  return sent.status === 201 ? created(core, conversation.id, text(record(sent.body).id)) : sent;
}

/** An Entra id works in personal scope only; a "29:" id also for someone in a team that has the app. */
function refuseChat(core: Core, person: Person, id: string): ConnectorAnswer | undefined {
  if (isExternal(core, person)) return forbidden.tenant();
  if (core.state.installed.includes(person.id)) return undefined;
  const { teams } = core.state.world;
  const met = teams.some((team) => team.botInstalled && team.members.includes(person.id));
  return id === person.userId && met ? undefined : forbidden.notInstalled();
}

function chatWith(core: Core, person: Person): Conversation {
  const known = core.state.conversations[personalId(person, core.botAppId)];
  return known && core.state.installed.includes(person.id)
    ? known
    : addPersonal(core.state, person, core.botAppId);
}

function created(core: Core, id: string, activityId: string | undefined): ConnectorAnswer {
  const { serviceUrl } = core;
  return { status: 201, body: { id, serviceUrl, ...(activityId === undefined ? {} : { activityId }) } };
}
