/** Messages about what was erased: first neutral, so that nothing is left to read whatever comes after; then gone. */
import { neutralCard } from "#cards/neutral.ts";
import {
  type Bericht,
  type ClaimedNotice,
  erasedMessages,
  forget,
  type Gesprek,
  type NoticeEnd,
  rememberEdit,
} from "#usecases/delivery.ts";
import type { CourierOptions } from "./courier.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Sent } from "./teams.ts";

type Refusal = Sent & { readonly ok: false };

/** What Teams refused is the courier's to judge; what is gone by then is not done twice. */
export async function wipe(
  options: CourierOptions,
  notice: ClaimedNotice,
): Promise<NoticeEnd | { readonly chat: Gesprek; readonly refused: Refusal }> {
  const found = await erasedMessages(options.world, notice);
  if (!found || found.messages.length === 0) return { status: "vervallen" };
  const { chat, messages } = found;
  if (!chat.bereikbaar) return { status: "mislukt", fout: "onbereikbaar" };
  for (const message of messages) {
    const refused = await takeAway(options, chat, message);
    if (refused) return { chat, refused };
  }
  return { status: "verzonden" };
}

/** Null when it is gone, or stands there neutral because Teams lets nobody take it away. */
async function takeAway(
  { world, teams }: CourierOptions,
  chat: Gesprek,
  message: Bericht,
): Promise<Refusal | null> {
  const card = neutralCard();
  const mark = fingerprint(world.keys, card);
  if (!message.vingerafdruk.equals(mark)) {
    const neutral = await teams.update(chat, message.activiteitId, card, card.fallbackText);
    if (!neutral.ok && neutral.problem !== "bericht_weg") return neutral;
    if (neutral.ok) await rememberEdit(world, message, mark);
  }
  const gone = await teams.remove(chat, message.activiteitId);
  if (!gone.ok && gone.problem === "later") return gone;
  await forget(world, message);
  return null;
}
