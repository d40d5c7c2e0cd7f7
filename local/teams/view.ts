/** What one person sees. */
import type { Core } from "./core.ts";
import { conversationOf, membersOf, personOf, splitThread } from "./core.ts";
import type { Json } from "./json.ts";
import { isRecord } from "./json.ts";
import type { Conversation, Message } from "./state.ts";
import { viewKey } from "./state.ts";
import type { Person } from "./world.ts";

export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";
const CARD_SENT = "Kaart verzonden";

export type InboxItem = {
  id: string;
  /** "personal", or the conversation id; the thread stands apart. */
  in: string;
  conversation: string;
  scope: Conversation["type"];
  thread?: string;
  from: string;
  fromName: string;
  at: string;
  changedAt: string;
  rev: number;
  text: string | null;
  /** What a toast on a phone would show. */
  summary: string | null;
  /** As this person sees it; `ownView` when that differs from what the others see. */
  card: Json | null;
  ownView: boolean;
  attachments: Json[];
  mentions: string[];
  edited: boolean;
  deleted: boolean;
};

export function adaptiveCard(attachments: Json[]): Json | undefined {
  const content = attachments.find((one) => one.contentType === CARD_TYPE)?.content;
  return isRecord(content) ? content : undefined;
}

export function baseCard(message: Message): Json | undefined {
  return adaptiveCard(message.attachments);
}

export function cardFor(core: Core, message: Message, person: Person): Json | undefined {
  return core.state.views[viewKey(message, person)] ?? baseCard(message);
}

/** activity.summary, else the text, else that a card was sent. */
export function toastText(message: Message): string | null {
  if (message.deleted) return null;
  return message.summary ?? message.text ?? (message.attachments.length > 0 ? CARD_SENT : null);
}

export function itemFor(core: Core, message: Message, person: Person): InboxItem {
  const conversation = conversationOf(core, message);
  const gone = message.deleted;
  return {
    id: message.id,
    in: conversation.type === "personal" ? "personal" : conversation.id,
    conversation: conversation.id,
    scope: conversation.type,
    ...(message.thread === undefined ? {} : { thread: message.thread }),
    from: message.from,
    fromName: message.from === "bot" ? core.botName : personOf(core, message.from).name,
    at: message.at,
    changedAt: message.changedAt,
    rev: message.rev,
    text: gone ? null : message.text,
    summary: toastText(message),
    card: gone ? null : structuredClone(cardFor(core, message, person) ?? null),
    ownView: !gone && core.state.views[viewKey(message, person)] !== undefined,
    attachments: gone ? [] : structuredClone(message.attachments),
    mentions: message.mentions,
    edited: message.edited,
    deleted: message.deleted,
  };
}

export function canSee(core: Core, message: Message, person: Person): boolean {
  return membersOf(core, conversationOf(core, message)).includes(person);
}

export type InboxQuery = {
  as: string;
  in?: string;
  /** ISO time (changed after), a message id (newer than), or a revision number (changed since). */
  since?: string | number;
  /** False: look without opening, so no card refreshes itself. */
  refresh?: boolean;
};

export function messagesFor(core: Core, query: InboxQuery): Message[] {
  const person = personOf(core, query.as);
  const where = query.in === undefined ? undefined : splitThread(query.in);
  const seen = new Set(
    Object.values(core.state.conversations)
      .filter((one) => membersOf(core, one).includes(person))
      .map((one) => one.id),
  );
  return core.state.messages.filter(
    (message) =>
      seen.has(message.conversation) &&
      (where === undefined || isThere(core, message, where)) &&
      isSince(message, query.since),
  );
}

function isThere(core: Core, message: Message, where: { conversation: string; thread: string | undefined }) {
  if (where.conversation === "personal") return conversationOf(core, message).type === "personal";
  if (message.conversation !== where.conversation) return false;
  return where.thread === undefined || message.thread === where.thread;
}

const SMALLEST_MESSAGE_ID = 1_000_000_000_000;

function isSince(message: Message, since: string | number | undefined): boolean {
  if (since === undefined || since === "") return true;
  const number = Number(since);
  if (Number.isNaN(number)) {
    return Temporal.Instant.compare(Temporal.Instant.from(message.changedAt), String(since)) > 0;
  }
  return number >= SMALLEST_MESSAGE_ID ? Number(message.id) > number : message.rev > number;
}
