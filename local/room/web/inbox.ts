import { conversationId, conversationsOf, personal } from "./conversations.ts";
import { markSeen, type Room } from "./state.ts";
import type { Message } from "./types.ts";

/**
 * Reads what changed since the last look, or all, also to learn what is no longer there. Answers may come in another
 * order than they were asked for; the number of the change says which is newer.
 */
export async function refreshInbox(room: Room, how: "changes" | "all" = "changes"): Promise<void> {
  const before = room.rev;
  const isAll = how === "all" || before === 0;
  const items = await room.api.inbox(room.me.id, isAll ? undefined : before);
  if (isAll) {
    const newer = [...room.messages].filter(([, message]) => message.rev > before);
    room.messages = new Map(newer);
    room.rev = 0;
  }
  take(room, items);
  room.isLoaded = true;
  void refreshOpened(room);
}

function take(room: Room, messages: Message[]): void {
  for (const message of messages) {
    const known = room.messages.get(message.id);
    if (known && known.rev > message.rev) continue;
    const place = conversationId(room.world, room.me, message.in);
    room.messages.set(message.id, { ...message, in: place });
    addUnknownConversation(room, place);
  }
  room.rev = Math.max(room.rev, ...[...room.messages.values()].map(({ rev }) => rev));
  if (room.active !== undefined && !document.hidden) markSeen(room, room.active);
  room.changed();
}

/** Reading the open conversation makes its cards refresh themselves; that may take as long as the bot takes. */
async function refreshOpened(room: Room): Promise<void> {
  const { active } = room;
  if (active === undefined || room.isOpening) return;
  room.isOpening = true;
  const opened = await room.api.open(room.me.id, active).catch(() => []);
  room.isOpening = false;
  take(room, opened);
  // Of the own chat Teams tells the bot how far it was read; when that call is lost the next look sends it.
  if (active === personal && !document.hidden) void room.api.read(room.me.id).catch(() => undefined);
  if (room.active !== active) void refreshOpened(room);
}

/** A chat made while this window was open is not in the world that was loaded. */
function addUnknownConversation(room: Room, id: string): void {
  if (room.conversations.some((conversation) => conversation.id === id)) return;
  room.conversations.push({ id, kind: "chat", name: "Groepschat", about: "Chat", members: [room.me.id] });
}

/** People join and leave teams while the window is open. */
export async function refreshWorld(room: Room): Promise<void> {
  const { commands } = room.world;
  room.world = { ...(await room.api.world()), commands };
  const fresh = conversationsOf(room.world, room.me);
  if (JSON.stringify(fresh) === JSON.stringify(room.conversations)) return;
  room.conversations = fresh;
  await refreshInbox(room, "all");
}
