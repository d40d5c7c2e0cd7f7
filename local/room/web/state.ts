import type { Json } from "./action-index.ts";
import type { Api } from "./api.ts";
import { conversationsOf } from "./conversations.ts";
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
  /** The service numbers every change; this is the last one on screen. */
  rev: number;
  isLoaded: boolean;
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
    rev: 0,
    isLoaded: false,
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

/** Oldest first: the number of a message is the moment at which it was made. */
export function messagesIn(room: Room, conversation: string): Message[] {
  const found = [...room.messages.values()].filter((message) => message.in === conversation);
  return found.sort((left, right) => Number(left.id) - Number(right.id));
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
