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
  /** How often the inbox was asked for, and which of those answers is on screen. */
  asked: number;
  shown: number;
  isOpening: boolean;
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
    asked: 0,
    shown: 0,
    isOpening: false,
    hasClock: true,
    now: boot.now,
    seen: createSeen(me.id),
    changed,
    onChange: (view) => {
      views.push(view);
    },
  };
}

/** Reads everything again. An answer that was overtaken by a later one is old news and is dropped. */
export async function refreshInbox(room: Room): Promise<void> {
  room.asked += 1;
  const turn = room.asked;
  const all = await room.api.inbox(room.me.id);
  if (turn < room.shown) return;
  room.shown = turn;
  room.messages.clear();
  take(room, all);
  void refreshOpened(room);
}

/** Reading the open conversation makes its cards refresh themselves; that may take as long as the bot takes. */
async function refreshOpened(room: Room): Promise<void> {
  const { active, shown } = room;
  if (active === undefined || room.isOpening) return;
  room.isOpening = true;
  const opened = await room.api.open(room.me.id, active).catch(() => []);
  room.isOpening = false;
  if (room.shown === shown) take(room, opened);
  else void refreshOpened(room);
}

function take(room: Room, messages: Message[]): void {
  for (const message of messages) {
    const place = conversationId(room.world, room.me, message.in);
    room.messages.set(message.id, { ...message, in: place });
    addUnknownConversation(room, place);
  }
  if (room.active !== undefined && !document.hidden) markSeen(room, room.active);
  room.changed();
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
