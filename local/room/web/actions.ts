import { readAddress, writeAddress } from "./address.ts";
import { ServiceError } from "./api.ts";
import type { CardPress } from "./card.ts";
import { openDialog } from "./dialog.ts";
import { refreshInbox } from "./inbox.ts";
import { keepAnswer, markSeen, type Panel, type Room } from "./state.ts";
import type { Answer } from "./types.ts";

/** Opens a conversation; reading it makes its cards refresh themselves. */
export function openConversation(room: Room, conversation: string, how: "push" | "replace" = "push"): void {
  room.active = conversation;
  room.replyTo = undefined;
  if (readAddress().in !== conversation) writeAddress({ in: conversation }, how);
  markSeen(room, conversation);
  room.changed();
  void tell(room, () => refreshInbox(room));
}

export function closeConversation(room: Room): void {
  room.active = undefined;
  writeAddress({ in: undefined }, "replace");
  room.changed();
}

export function togglePanel(room: Room, panel: Panel | undefined): void {
  room.panel = room.panel === panel ? undefined : panel;
  room.changed();
}

/** A note above the compose box: what Teams shows for a moment after a press. */
export type Note = { text: string; isError: boolean };
let showNote: (note: Note | undefined) => void = () => undefined;
export function onNote(show: (note: Note | undefined) => void): void {
  showNote = show;
}

export async function pressOnMessage(room: Room, message: string, press: CardPress): Promise<void> {
  showNote(undefined);
  await tell(room, async () => {
    const answer = await room.api.press({ as: room.me.id, message, ...press });
    applyAnswer(room, message, answer);
    await refreshInbox(room);
  });
}

function applyAnswer(room: Room, message: string, answer: Answer): void {
  if (answer.card) keepAnswer(room, message, answer.card);
  if (answer.dialog) openDialog(room, answer.dialog);
  if (answer.error) showNote({ text: answer.error, isError: true });
  else if (answer.message) showNote({ text: answer.message, isError: false });
}

/** Runs a call; a refusal or a lost connection becomes a note, never a silent nothing. */
export async function tell(room: Room, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    if (!room.isOnline) room.changed();
    room.isOnline = true;
    return true;
  } catch (error) {
    if (!(error instanceof ServiceError) && !(error instanceof TypeError)) throw error;
    const isRefusal = error instanceof ServiceError;
    room.isOnline = isRefusal;
    showNote({ text: isRefusal ? error.message : "Geen verbinding met de oefenomgeving.", isError: true });
    room.changed();
    return false;
  }
}
