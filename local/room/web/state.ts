import type { Json } from "./action-index.ts";
import type { Api } from "./api.ts";
import { conversationId, conversationsOf } from "./conversations.ts";
import { createSeen, type Seen } from "./seen.ts";
import type { Boot, Conversation, Message, Person, World } from "./types.ts";

export type Panel = "steps" | "clock" | "files" | "people" | "view";

/** Everything one window shows. Views read it; only the functions below and the stream change it. */
export type Room = {
  api: Api;
  boot: Boot;
  world: World;
  me: Person;
  conversations: Conversation[];
  messages: Map<string, Message>;
  /** Cards this person got back after a press; they hold until the message itself changes. */
  answered: Map<string, { card: Json; basis: string }>;
  active: string | undefined;
  panel: Panel | undefined;
  /** Thread that the compose box answers, in a channel. */
  replyTo: string | undefined;
  typing: Map<string, string>;
  isOnline: boolean;
  /** News comes by itself: the stream is open, or the window asks regularly. */
  isLive: boolean;
  hasClock: boolean;
  now: string;
  seen: Seen;
  /** Asks every view to look again, once, after the current work. */
  changed: () => void;
  onChange: (view: () => void) => void;
};

export function createRoom(api: Api, boot: Boot, world: World, me: Person): Room {
  const views: (() => void)[] = [];
  let isPlanned = false;
  const changed = () => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      for (const view of views) view();
    });
  };
  return {
    api,
    boot,
    world,
    me,
    conversations: conversationsOf(world, me),
    messages: new Map(),
    answered: new Map(),
    active: undefined,
    panel: undefined,
    replyTo: undefined,
    typing: new Map(),
    isOnline: true,
    isLive: false,
    hasClock: true,
    now: boot.now,
    seen: createSeen(me.id),
    changed,
    onChange: (view) => {
      views.push(view);
    },
  };
}

/** Reads everything again and keeps what is on screen in step; the open conversation counts as being looked at. */
export async function refreshInbox(room: Room): Promise<void> {
  const { active, me } = room;
  const opened = active === undefined ? [] : await room.api.open(me.id, active);
  take(room, await room.api.inbox(me.id), opened);
  if (room.active !== undefined && !document.hidden) markSeen(room, room.active);
  room.changed();
}

function take(room: Room, all: Message[], opened: Message[]): void {
  room.messages.clear();
  for (const message of [...all, ...opened]) {
    const place = conversationId(room.world, room.me, message.in);
    room.messages.set(message.id, { ...message, in: place });
    addUnknownConversation(room, place);
  }
}

/** A chat made while this window was open is not in the world that was loaded. */
function addUnknownConversation(room: Room, id: string): void {
  if (room.conversations.some((conversation) => conversation.id === id)) return;
  room.conversations.push({ id, kind: "chat", name: "Groepschat", about: "Chat", members: [room.me.id] });
}

export function messagesIn(room: Room, conversation: string): Message[] {
  return [...room.messages.values()].filter((message) => message.in === conversation);
}

export function activeConversation(room: Room): Conversation | undefined {
  return room.conversations.find((conversation) => conversation.id === room.active);
}

export function markSeen(room: Room, conversation: string): void {
  const last = messagesIn(room, conversation).at(-1);
  if (last) room.seen.mark(conversation, last.id);
}

export function isUnread(room: Room, conversation: Conversation): boolean {
  const messages = messagesIn(room, conversation.id);
  const seen = messages.findIndex((message) => message.id === room.seen.last(conversation.id));
  return messages.slice(seen + 1).some((message) => message.from !== room.me.id && !message.deleted);
}

/** The card as this person sees it: the answer to the last press, until the message changes. */
export function cardOf(room: Room, message: Message): Json | undefined {
  const answered = room.answered.get(message.id);
  return answered && answered.basis === JSON.stringify(message.card) ? answered.card : message.card;
}

export function keepAnswer(room: Room, id: string, card: Json): void {
  room.answered.set(id, { card, basis: JSON.stringify(room.messages.get(id)?.card) });
  room.changed();
}
