/** Messages about what was erased: first all of them neutral, so that nothing is left to read however long the rest takes; then gone. */
import { neutralCard } from "#cards/neutral.ts";
import { pointerCard } from "#cards/pointer.ts";
import {
  type Bericht,
  type ClaimedNotice,
  erasedMessages,
  forget,
  forgetOnce,
  type Gesprek,
  type NoticeEnd,
} from "#usecases/delivery.ts";
import type { CourierOptions } from "./courier.ts";
import { chatOf, edit, fixed, shows } from "./edit.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Refusal } from "./notice-end.ts";

/** `verder`: it came some way before Teams refused. What is done is not done twice. */
export interface Halfway {
  readonly chat: Gesprek;
  readonly refused: Refusal;
  readonly verder: boolean;
}

/** What Teams refused is the courier's to judge. What stands in a chat that is closed waits until it opens again. */
export async function wipe(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd | Halfway> {
  const { chats, messages } = await erasedMessages(options.world, notice);
  if (messages.length === 0) return { status: "vervallen" };
  const placed = messages.map((message) => ({ message, chat: chatOf(chats, message) }));
  const open = placed.filter(({ chat }) => chat.bereikbaar);
  const shown = open.filter(({ message }) => !shows(options.world, message, neutralCard()));
  const pointers = shown.filter(({ message }) => isPointer(options, message));
  let verder = false;
  for (const { chat, step } of [
    // What still tells something goes before what tells that a newer one stands elsewhere.
    ...[...shown.filter((one) => !pointers.includes(one)), ...pointers].map(({ chat, message }) => ({
      chat,
      step: () => blank(options, chat, message),
    })),
    ...open.map(({ chat, message }) => ({ chat, step: () => takeAway(options, chat, message) })),
  ]) {
    const refused = await step();
    if (refused) return { chat, refused, verder };
    verder = true;
  }
  return open.length < placed.length ? { status: "mislukt", fout: "onbereikbaar" } : { status: "verzonden" };
}

const pointerCards = [pointerCard("hier"), pointerCard("elders")];

/** Surely tells nothing but that a newer one stands elsewhere. */
function isPointer({ world }: CourierOptions, message: Bericht): boolean {
  return !message.actueel && pointerCards.some((card) => shows(world, message, card));
}

async function blank(options: CourierOptions, chat: Gesprek, bericht: Bericht): Promise<Refusal | null> {
  const neutral = await edit(options, { chat, bericht, to: fixed(neutralCard()) });
  return neutral.ok || neutral.problem === "bericht_weg" || neutral.code === "vergeten" ? null : neutral;
}

/** What was sent to it before may still land on it. */
const notYet: Refusal = { ok: false, problem: "later", code: "onzeker", retryAfterMs: 120_000 };

/** Null when it is gone, or surely stands there neutral because Teams lets nobody take it away. */
async function takeAway(
  { world, teams }: CourierOptions,
  chat: Gesprek,
  message: Bericht,
): Promise<Refusal | null> {
  const gone = await teams.remove(chat, message.activiteitId);
  if (!gone.ok && gone.problem === "later") return gone;
  if (gone.ok || gone.problem === "bericht_weg") {
    await forget(world, message);
    return null;
  }
  const mark = fingerprint(world.keys, neutralCard());
  return (await forgetOnce(world, message, mark)) ? null : notYet;
}
