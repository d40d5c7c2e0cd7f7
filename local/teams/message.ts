/** Keeping, editing and deleting messages, and telling those who can see them. */
import type { Core } from "./core.ts";
import { botId, isoNow, membersOf, nextId } from "./core.ts";
import type { Json } from "./json.ts";
import { at, isRecord, list, record, text } from "./json.ts";
import type { Conversation, Message } from "./state.ts";
import { viewKey } from "./state.ts";
import { baseCard, itemFor, toastText } from "./view.ts";
import { personByTeamsId } from "./world.ts";

function mentionsOf(core: Core, activity: Json): string[] {
  return list(activity.entities)
    .filter((entity) => at(entity, "type") === "mention")
    .map((entity) => text(at(entity, "mentioned", "id")) ?? "")
    .map((id) => (id === botId(core) ? "bot" : personByTeamsId(core.state.world, id)?.id))
    .filter((handle) => handle !== undefined);
}

/** The mentions of a card stand in the card. */
function allMentions(core: Core, activity: Json, attachments: Json[]): string[] {
  const cards = attachments.map((one) => record(at(one, "content", "msteams")));
  return [...new Set([activity, ...cards].flatMap((source) => mentionsOf(core, source)))];
}

function contentOf(core: Core, activity: Json) {
  const attachments = list(activity.attachments).filter(isRecord);
  return {
    text: text(activity.text) ?? null,
    summary: text(activity.summary) ?? null,
    attachments,
    mentions: allMentions(core, activity, attachments),
    raw: activity,
  };
}

/** Only what happened lately is ever asked for. */
const MOST_CHANGES = 20_000;

export type NewMessage = {
  conversation: Conversation;
  /** Undefined in a channel: this message starts a thread. */
  thread: string | undefined;
  from: string;
  activity: Json;
};

export function addMessage(core: Core, { conversation, thread, from, activity }: NewMessage): Message {
  const id = nextId(core);
  const now = isoNow(core);
  core.state.rev += 1;
  const message: Message = {
    id,
    conversation: conversation.id,
    ...(conversation.type === "channel" ? { thread: thread ?? id } : {}),
    from,
    at: now,
    changedAt: now,
    rev: core.state.rev,
    ...contentOf(core, activity),
    edited: false,
    deleted: false,
  };
  core.state.messages.push(message);
  noteMessage(core, message);
  tell(core, message, "new");
  return message;
}

/** A new base card ends everyone's own view of the old one. */
export function editMessage(core: Core, message: Message, activity: Json): void {
  const refresh = baseCard(message)?.refresh;
  if (isRecord(refresh)) message.previousRefresh = refresh;
  Object.assign(message, contentOf(core, activity), { edited: true });
  touch(core, message);
  for (const person of core.state.world.people) delete core.state.views[viewKey(message, person)];
  tell(core, message, "edited");
}

export function deleteMessage(core: Core, message: Message): void {
  message.deleted = true;
  touch(core, message);
  tell(core, message, "deleted");
}

export function touch(core: Core, message: Message): void {
  core.state.rev += 1;
  message.rev = core.state.rev;
  message.changedAt = isoNow(core);
  noteMessage(core, message);
}

export function noteMessage(core: Core, message: Message): void {
  core.byId.set(message.id, message);
  core.changes.push({ rev: message.rev, message });
  if (core.changes.length > MOST_CHANGES) core.changes.splice(0, MOST_CHANGES / 2);
}

export function findMessage(core: Core, conversation: string, id: string): Message | undefined {
  const found = core.byId.get(id);
  return found?.conversation === conversation ? found : undefined;
}

function tell(core: Core, message: Message, change: "new" | "edited" | "deleted"): void {
  const conversation = core.state.conversations[message.conversation];
  if (!conversation) return;
  const people =
    core.events.heard("message") || core.events.heard("toast") ? membersOf(core, conversation) : [];
  for (const person of people) {
    const item = itemFor(core, message, person);
    core.events.emit("message", { as: person.id, change, item });
    const summary = toastText(message);
    const rings = conversation.type !== "channel" || message.mentions.includes(person.id);
    if (change === "new" && rings && summary !== null && message.from !== person.id) {
      core.events.emit("toast", { as: person.id, in: item.in, from: item.fromName, summary });
    }
  }
  core.events.emit("change", { rev: core.state.rev });
}

/** People or the bot came or went: worth a snapshot, not a message. */
export function touchRoster(core: Core): void {
  core.state.rev += 1;
  core.events.emit("change", { rev: core.state.rev });
}
