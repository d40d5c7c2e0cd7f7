import { conversationId } from "./conversations.ts";
import { refreshInbox, refreshWorld } from "./inbox.ts";
import { object, splitThread, text } from "./read.ts";
import type { Room } from "./state.ts";
import type { Message } from "./types.ts";

export type Toast = { in: string; from: string; summary: string };
type Ends = { toast: (toast: Toast) => void };

/** Browsers keep six connections to one address for all windows together; half stay free for presses. */
const openStreams = 3;
const pollEveryMs = 2000;
const againMs = 3000;
/** Teams takes somebody for silent after a few seconds. */
const typingMs = 8000;
let silence: ReturnType<typeof setTimeout> | undefined;

/** Live news where a connection is free; a window that gets none asks every two seconds. */
export function listen(room: Room, ends: Ends): void {
  const names = Array.from({ length: openStreams }, (_, index) => `oefenomgeving-${index}`);
  void claimOne(names, () => stream(room, ends)).then((isClaimed) => {
    if (!isClaimed) poll(room, ends);
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden)
      void refreshWorld(room)
        .then(() => refreshInbox(room))
        .catch(() => offline(room));
  });
}

/** A lock is held as long as the window lives, so it counts the windows without anyone keeping a list. */
async function claimOne(names: string[], work: () => void): Promise<boolean> {
  for (const name of names) {
    const isOurs = await new Promise<boolean>((resolve) => {
      void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise<void>(() => undefined) : undefined;
      });
    });
    if (isOurs) {
      work();
      return true;
    }
  }
  return false;
}

function stream(room: Room, ends: Ends): void {
  const source = room.api.stream(room.me.id);
  const on = (kind: string, see: (data: Record<string, unknown>) => void) =>
    source.addEventListener(kind, (event) => see(object(JSON.parse((event as MessageEvent<string>).data))));
  const place = (value: unknown) =>
    conversationId(room.world, room.me, splitThread(text(value)).conversation);
  source.addEventListener("open", () => {
    room.isOnline = true;
    room.isLive = true;
    // Whatever came between the first look and this connection, or while it was gone.
    void refreshInbox(room, "all").catch(() => offline(room));
    room.changed();
  });
  source.addEventListener("error", () => {
    offline(room);
    // The browser tries again by itself, except after an answer that was no stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => stream(room, ends), againMs);
  });
  on("message", (data) => {
    room.typing.delete(place(data.in ?? object(data.item).in));
    later(room);
  });
  on("typing", (data) => {
    room.typing.set(place(data.in), text(data.from));
    clearTimeout(silence);
    silence = setTimeout(() => {
      room.typing.clear();
      room.changed();
    }, typingMs);
    room.changed();
  });
  on("toast", (data) =>
    ends.toast({ in: place(data.in), from: text(data.from), summary: text(data.summary) }),
  );
  on("clock", (data) => {
    room.now = text(data.now, room.now);
    room.changed();
  });
}

let planned: ReturnType<typeof setTimeout> | undefined;

/** Several messages often come at once: read the inbox once for all of them. */
function later(room: Room): void {
  if (planned !== undefined) return;
  planned = setTimeout(() => {
    planned = undefined;
    void refreshInbox(room).catch(() => offline(room));
  }, 40);
}

function offline(room: Room): void {
  if (!room.isOnline) return;
  room.isOnline = false;
  room.changed();
}

function poll(room: Room, ends: Ends): void {
  room.isLive = true;
  setInterval(() => void look(room, ends), pollEveryMs);
}

async function look(room: Room, ends: Ends): Promise<void> {
  const before = new Set(room.messages.keys());
  try {
    await refreshInbox(room, room.isOnline ? "changes" : "all");
    room.isOnline = true;
  } catch {
    return offline(room);
  }
  const fresh = [...room.messages.values()].filter(({ id }) => !before.has(id));
  for (const message of fresh) if (rings(room, message)) ends.toast(message);
}

/** In a channel a telephone only rings for who is mentioned. */
function rings(room: Room, message: Message): boolean {
  const isChannel = room.conversations.some(({ id, kind }) => id === message.in && kind === "channel");
  return message.from !== room.me.id && (!isChannel || message.mentions.includes(room.me.id));
}
