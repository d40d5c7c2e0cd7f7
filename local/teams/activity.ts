/** Activities as Teams sends them to a bot. */
import { randomUUID } from "node:crypto";
import type { Core } from "./core.ts";
import { botId, isExternal, threadId } from "./core.ts";
import type { Json } from "./json.ts";
import { list, record } from "./json.ts";
import type { Conversation, Message } from "./state.ts";
import type { Person, Team } from "./world.ts";

const ZONE = "Europe/Amsterdam";
const LOCALE = "nl-NL";

/** Where something happens and who does it. */
export type Scene = { person: Person; conversation: Conversation; thread?: string | undefined };

/** Teams prefixes the ids of what is not a chat message. */
export function eventId(): string {
  return `f:${randomUUID()}`;
}

export function teamInfo(team: Team): Json {
  return { id: team.id, name: team.name, aadGroupId: team.aadGroupId };
}

export function fromPerson(person: Person): Json {
  const { userId, name, aadObjectId } = person;
  return aadObjectId === "" ? { id: userId, name } : { id: userId, name, aadObjectId };
}

/** Without a name: that is how members stand in conversationUpdate. */
export function memberOnly(person: Person): Json {
  const { userId, aadObjectId } = person;
  return aadObjectId === "" ? { id: userId } : { id: userId, aadObjectId };
}

export function conversationAccount(core: Core, conversation: Conversation, thread?: string): Json {
  const { type } = conversation;
  return {
    ...(type === "personal" ? {} : { isGroup: true }),
    conversationType: type,
    tenantId: core.tenantId,
    id: threadId(conversation.id, type === "channel" ? thread : undefined),
  };
}

function channelData(core: Core, { person, conversation }: Scene): Json {
  const tenant = { id: isExternal(core, person) ? person.tenantId : core.tenantId };
  if (conversation.type !== "channel") {
    const chat = core.state.world.groupChats?.find((one) => one.id === conversation.id);
    return { tenant, ...(chat?.meeting ? { meeting: { id: chat.meeting.id } } : {}) };
  }
  return {
    teamsChannelId: conversation.id,
    teamsTeamId: conversation.teamId,
    channel: { id: conversation.id },
    team: { id: conversation.teamId },
    tenant,
  };
}

/** All that every activity has in common. */
export function envelope(core: Core, scene: Scene): Json {
  const now = core.now();
  const local = now.toZonedDateTimeISO(ZONE);
  return {
    id: eventId(),
    channelId: "msteams",
    serviceUrl: core.serviceUrl,
    timestamp: now.toString({ smallestUnit: "millisecond" }),
    localTimestamp: local.toString({ timeZoneName: "never", smallestUnit: "millisecond" }),
    localTimezone: ZONE,
    locale: LOCALE,
    from: fromPerson(scene.person),
    recipient: { id: botId(core), name: core.botName },
    conversation: conversationAccount(core, scene.conversation, scene.thread),
    entities: [{ type: "clientInfo", locale: LOCALE, country: "NL", platform: "Web", timezone: ZONE }],
    channelData: channelData(core, scene),
  };
}

function withData(activity: Json, extra: Json): Json {
  return { ...record(activity.channelData), ...extra };
}

export function messageActivity(core: Core, scene: Scene, message: Message): Json {
  const base = envelope(core, scene);
  const written = message.text ?? "";
  return {
    ...base,
    type: "message",
    id: message.id,
    text: written,
    textFormat: "plain",
    attachments: [{ contentType: "text/html", content: asHtml(message) }],
    entities: [...list(base.entities), ...list(message.raw?.entities)],
  };
}

function asHtml(message: Message): string {
  const plain = (message.text ?? "").replace(/&/g, "&amp;").replace(/<(?!\/?at>)/g, "&lt;");
  const mentioned = plain.replace(
    /<at>(.*?)<\/at>/g,
    '<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">$1</span>',
  );
  return `<p>${mentioned}</p>`;
}

/** A press that travels as a message: a value and no text. */
export function submitActivity(core: Core, scene: Scene, card: Message, content: Json): Json {
  const base = envelope(core, scene);
  return {
    ...base,
    type: "message",
    ...content,
    replyToId: card.id,
    channelData: withData(base, { source: { name: "message" }, legacy: { replyToId: card.id } }),
  };
}

export function invokeActivity(core: Core, scene: Scene, name: string, value: Json, card?: Message): Json {
  const base = envelope(core, scene);
  const source = { source: { name: card ? "message" : "compose" } };
  return {
    ...base,
    type: "invoke",
    name,
    value,
    ...(card ? { replyToId: card.id } : {}),
    channelData: withData(base, card ? { ...source, legacy: { replyToId: card.id } } : source),
  };
}

export function eventActivity(core: Core, scene: Scene, name: string, value: Json): Json {
  return { ...envelope(core, scene), type: "event", name, value };
}

/** conversationUpdate, installationUpdate, messageUpdate, messageDelete, messageReaction. */
export function updateActivity(core: Core, scene: Scene, type: string, content: Json, data: Json = {}): Json {
  const base = envelope(core, scene);
  return { ...base, type, ...content, channelData: withData(base, data) };
}
