/** What the courier does with what is drawn for one notice: where it goes, and what becomes of what stood there. */
import { neutralCard } from "#cards/neutral.ts";
import { placeholderCard } from "#cards/placeholder.ts";
import { pointerCard } from "#cards/pointer.ts";
import { noticeKinds, type Onderwerp } from "#domain/notice.ts";
import {
  type Bericht,
  type ClaimedNotice,
  type Gesprek,
  type NoticeEnd,
  rememberSent,
  standingMessage,
  strays,
} from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import { chatOf, edit, fixed, shows } from "./edit.ts";
import { fingerprint } from "./fingerprint.ts";
import { again, closed, failed } from "./notice-end.ts";
import { ownRestraint } from "./restraint.ts";
import type { PresentedTo } from "./route.ts";
import type { TeamsPort } from "./teams.ts";

interface Placing {
  readonly world: World;
  readonly teams: TeamsPort;
}

/** Sent, but an older message still has to become a pointer: the next try does that and sends nothing. */
const pointerOwed = "verwijzing";
/** A placeholder stands, but its content may be out of date: the next try draws it again. */
const fillOwed = "inhoud";

/** A message stands already: what is left of it makes no sound. */
export const begun: readonly string[] = [pointerOwed, fillOwed];

export interface Delivery {
  readonly notice: ClaimedNotice;
  /** All conversations with who it is for, the one where something new goes first. */
  readonly chats: readonly Gesprek[];
  readonly presented: PresentedTo | null;
  readonly persoonId: string | null;
}

export const reachable = (chats: readonly Gesprek[]) => chats.some(({ bereikbaar }) => bereikbaar);

/** Puts what is drawn in the conversation: edits the living message, or posts a new one and turns the old into a pointer. */
export async function place(options: Placing, delivery: Delivery): Promise<NoticeEnd> {
  const { notice, chats, presented } = delivery;
  const { world } = options;
  if (notice.fout === pointerOwed) return pointOlder(options, delivery);
  const living = await standingMessage(world, chats, subject(notice));
  const fresh = presented !== null && noticeKinds[notice.soort].bezorging === "melden";
  if (!living) return fresh ? post(options, delivery, presented, null) : leaveOlder(options, delivery);
  if (!presented) return change(options, delivery, { living, to: fixed(neutralCard()) });
  // An earlier try of this notice posted it, or left a placeholder without its content, and ended there.
  const posted = living.kennisgevingId === notice.id;
  const waits = living.vingerafdruk.equals(fingerprint(world.keys, placeholderCard()));
  if (fresh && !posted && !waits) return post(options, delivery, presented, living);
  return change(options, delivery, { living, to: presented });
}

const subject = ({ onderwerpSoort, onderwerpId }: ClaimedNotice): Onderwerp => ({
  soort: onderwerpSoort,
  id: onderwerpId,
});

interface Change {
  readonly living: Bericht;
  readonly to: PresentedTo | ReturnType<typeof fixed>;
}

/** Edits what stands, unless it surely says so already. Gone: what has something to say is posted anew. */
async function change(options: Placing, delivery: Delivery, { living, to }: Change): Promise<NoticeEnd> {
  const chat = chatOf(delivery.chats, living);
  if (shows(options.world, living, to.card)) return pointOlder(options, delivery);
  if (!chat.bereikbaar) return closed;
  const sent = await edit(options, { chat, bericht: living, to });
  if (sent.ok) return pointOlder(options, delivery);
  if (sent.problem !== "bericht_weg") return failed(options, { notice: delivery.notice, chat }, sent);
  return delivery.presented
    ? post(options, delivery, delivery.presented, living)
    : pointOlder(options, delivery);
}

/** Nothing to say and nothing that lives; an older message may still show what it said. */
async function leaveOlder(options: Placing, delivery: Delivery): Promise<NoticeEnd> {
  const end = await pointOlder(options, delivery);
  return end.status === "verzonden" ? { status: "vervallen" } : end;
}

/**
 * First a placeholder without a word of the subject, then its content as an edit of a message that we know. A copy that
 * Teams took without telling us can never be taken back, so it must never have held a name (docs/decisions/0004).
 */
async function post(
  options: Placing,
  delivery: Delivery,
  presented: PresentedTo,
  before: Bericht | null,
): Promise<NoticeEnd> {
  const { world, teams } = options;
  const { notice, chats, persoonId } = delivery;
  const [chat] = chats;
  if (!chat?.bereikbaar) return closed;
  const placeholder = placeholderCard();
  const sent = await teams.send(chat, placeholder, presented.summary);
  if (!sent.ok) return failed(options, { notice, chat }, sent);
  const message = {
    gesprekId: chat.id,
    persoonId,
    onderwerpSoort: notice.onderwerpSoort,
    onderwerpId: notice.onderwerpId,
    activiteitId: sent.activiteitId,
    vingerafdruk: fingerprint(world.keys, placeholder),
  };
  const standing = await rememberSent(world, notice, message, before);
  if (!standing) return pointOlder(options, delivery);
  if (!standing.mayFill) return again(world, notice, fillOwed);
  const filled = await edit(options, { chat, bericht: standing.bericht, to: presented });
  if (!filled.ok) return failed(options, { notice, chat }, filled);
  return pointOlder(options, delivery);
}

/**
 * Older messages about the same subject only say where the newer one stands: they keep no name behind. In a chat that is
 * closed they wait until it opens again, when all that stands there is drawn anew.
 */
async function pointOlder(options: Placing, delivery: Delivery): Promise<NoticeEnd> {
  const { world } = options;
  const { notice, chats } = delivery;
  const marks = [pointerCard("hier"), pointerCard("elders")].map((card) => fingerprint(world.keys, card));
  const older = await strays(world, chats, subject(notice), marks);
  const living = older.length > 0 ? await standingMessage(world, chats, subject(notice)) : null;
  let end: NoticeEnd = { status: "verzonden" };
  for (const bericht of older) {
    const chat = chatOf(chats, bericht);
    if (!chat.bereikbaar) {
      if (noticeKinds[notice.soort].bezorging !== "melden") end = closed;
      continue;
    }
    const card = pointerCard(!living || living.gesprekId === chat.id ? "hier" : "elders");
    const sent = await edit(options, { chat, bericht, to: fixed(card) });
    if (!sent.ok && sent.problem === "later") {
      if (sent.code !== ownRestraint)
        world.log("warning", { code: "verwijzing_niet_gezet", id: notice.id, kind: sent.code });
      return again(world, notice, pointerOwed, sent.retryAfterMs);
    }
    if (!sent.ok && sent.problem !== "bericht_weg") return failed(options, { notice, chat }, sent);
  }
  return end;
}
