import { neutralCard } from "#cards/neutral.ts";
import { noticeWords } from "#cards/notice.ts";
import { placeholderCard } from "#cards/placeholder.ts";
import { pointerCard } from "#cards/pointer.ts";
import { noticeKinds, type Onderwerp } from "#domain/notice.ts";
import {
  type Bericht,
  type ClaimedNotice,
  channelsOf,
  claimDue,
  closeWay,
  type Gesprek,
  internalFault,
  type NoticeEnd,
  recipientOf,
  rememberOpened,
  rememberSent,
  settle,
  standingMessage,
  strays,
  subjectOf,
} from "#usecases/delivery.ts";
import { advanceWissing } from "#usecases/wissen.ts";
import type { World } from "#usecases/world.ts";
import { chatOf, edit, fixed, shows } from "./edit.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Presented, PresentedTo, Presenter } from "./route.ts";
import { stampsFor } from "./stamp.ts";
import type { Sent, TeamsPort } from "./teams.ts";
import { wipe } from "./wissen.ts";

/** Draws what goes to the channel of one SZT; it decides and releases again itself. Null: nothing may go. */
export type ChannelPresenter = (
  world: World,
  sztId: string,
  onderwerpId: string,
) => Promise<Presented | null>;

export interface CourierOptions {
  readonly world: World;
  readonly teams: TeamsPort;
  readonly presenters: readonly Presenter[];
  readonly channel: ChannelPresenter;
  /** Where a personal chat is opened when we know none yet. */
  readonly serviceUrl: () => string | null;
}

type Refusal = Sent & { readonly ok: false };

/** Conversations that are written to at the same time. */
const lanes = 16;
/** Seconds until the next try, by number of tries so far; the last one repeats. */
const backOff = [5, 15, 60, 180, 600, 900] as const;
/** Three days of quarter-hours: after that a person looks at it (doctor, readyz). */
const lastTry = 300;
/** Sent, but an older message still has to become a pointer: the next try does that and sends nothing. */
const pointerOwed = "verwijzing";
/** A placeholder stands, but its content may be out of date: the next try draws it again. */
const fillOwed = "inhoud";

/**
 * The only one who speaks without being asked. Returns how many notices it settled. A slow conversation keeps one
 * lane; when our own database fails, what is under way ends first.
 */
export async function deliverDue(options: CourierOptions): Promise<number> {
  const underway = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let settled = 0;
  const start = (notice: ClaimedNotice): void => {
    const run: Promise<void> = deliverOne(options, notice)
      .then(
        () => {
          settled += 1;
        },
        (error: unknown) => {
          failures.push(error);
        },
      )
      .finally(() => underway.delete(run));
    underway.add(run);
  };
  while (failures.length === 0) {
    const claimed = await claimDue(options.world, lanes - underway.size).catch((error: unknown) => {
      failures.push(error);
      return [];
    });
    claimed.forEach(start);
    if (underway.size === 0) break;
    await Promise.race(underway);
  }
  await Promise.all(underway);
  if (failures.length > 0) throw failures[0];
  return settled;
}

async function deliverOne(options: CourierOptions, notice: ClaimedNotice): Promise<void> {
  const { world } = options;
  const end = await deliver(options, notice).catch((error: unknown): NoticeEnd => {
    world.log("error", { code: "koerier_fout", id: notice.id, kind: nameOf(error) });
    return again(world, notice, internalFault);
  });
  if (!(await settle(world, notice, end))) {
    world.log("warning", { code: "aanspraak_verlopen", id: notice.id });
  }
  if (notice.wissingId) await advanceWissing(world, notice.wissingId);
}

function again(world: World, notice: ClaimedNotice, fout: string, retryAfterMs = 0): NoticeEnd {
  if (notice.pogingen >= lastTry) return { status: "mislukt", fout };
  const seconds = backOff[Math.min(notice.pogingen, backOff.length) - 1] ?? 5;
  const wait = Math.max(seconds * 1000, retryAfterMs);
  return { status: "later", fout, nietVoor: world.clock.now().add({ milliseconds: wait }) };
}

async function deliver(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd> {
  const { bezorging } = noticeKinds[notice.soort];
  if (bezorging === "wissen") return wipeAll(options, notice);
  if (bezorging === "nazien") return lookAgain(options, notice);
  return draw(options, notice);
}

/** Nobody knows what a message shows: what stands about its subject is drawn once more. */
async function lookAgain(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd> {
  const about = await subjectOf(options.world, notice);
  return about ? draw(options, about) : { status: "vervallen" };
}

async function draw(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd> {
  if (notice.kanaalSztId) return deliverToChannel(options, notice, notice.kanaalSztId);
  const { world } = options;
  const persoonId = notice.persoonId;
  if (!persoonId) return { status: "mislukt", fout: "geen_ontvanger" };
  const { actor, gesprekken, identity } = await recipientOf(world, persoonId);
  if (!actor) return { status: "vervallen" };
  const chats =
    gesprekken.length === 0 && identity ? await openChat(options, persoonId, identity) : gesprekken;
  if ("problem" in chats) return notOpened(options, notice, chats);
  if (chats.length === 0) return { status: "mislukt", fout: "geen_gesprek" };
  if (!reachable(chats)) return closed;
  const presenter = options.presenters.find((p) => p.soort === notice.onderwerpSoort);
  if (!presenter) return { status: "mislukt", fout: "geen_kaart" };
  const lead = noticeWords[notice.soort].lead;
  const drawn = await presenter.present(world, actor, notice.onderwerpId, stampsFor(world, persoonId), lead);
  const presented = drawn && { ...drawn, summary: noticeWords[notice.soort].summary };
  return place(options, { notice, chats, presented, persoonId });
}

async function wipeAll(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd> {
  const wiped = await wipe(options, notice);
  if (!("refused" in wiped)) return wiped;
  // A chat with many messages is no chat that refuses: what came some way begins its pauses anew.
  const pogingen = wiped.verder ? 1 : notice.pogingen;
  return failed(options, { notice: { ...notice, pogingen }, chat: wiped.chat }, wiped.refused);
}

async function deliverToChannel(
  options: CourierOptions,
  notice: ClaimedNotice,
  sztId: string,
): Promise<NoticeEnd> {
  const chats = await channelsOf(options.world, sztId);
  if (chats.length === 0) return { status: "mislukt", fout: "geen_kanaal" };
  if (!reachable(chats)) return closed;
  const post = await options.channel(options.world, sztId, notice.onderwerpId);
  const presented = post && { ...post, lezingen: [] };
  return place(options, { notice, chats, presented, persoonId: null });
}

interface Delivery {
  readonly notice: ClaimedNotice;
  /** All conversations with who it is for, the one where something new goes first. */
  readonly chats: readonly Gesprek[];
  readonly presented: PresentedTo | null;
  readonly persoonId: string | null;
}

const closed: NoticeEnd = { status: "mislukt", fout: "onbereikbaar" };
const reachable = (chats: readonly Gesprek[]) => chats.some(({ bereikbaar }) => bereikbaar);

/** Puts what is drawn in the conversation: edits the living message, or posts a new one and turns the old into a pointer. */
async function place(options: CourierOptions, delivery: Delivery): Promise<NoticeEnd> {
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
async function change(
  options: CourierOptions,
  delivery: Delivery,
  { living, to }: Change,
): Promise<NoticeEnd> {
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
async function leaveOlder(options: CourierOptions, delivery: Delivery): Promise<NoticeEnd> {
  const end = await pointOlder(options, delivery);
  return end.status === "verzonden" ? { status: "vervallen" } : end;
}

/**
 * First a placeholder without a word of the subject, then its content as an edit of a message that we know. A copy that
 * Teams took without telling us can never be taken back, so it must never have held a name (docs/decisions/0004).
 */
async function post(
  options: CourierOptions,
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
async function pointOlder(options: CourierOptions, delivery: Delivery): Promise<NoticeEnd> {
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
      world.log("warning", { code: "verwijzing_niet_gezet", id: notice.id, kind: sent.code });
      return again(world, notice, pointerOwed, sent.retryAfterMs);
    }
    if (!sent.ok && sent.problem !== "bericht_weg") return failed(options, { notice, chat }, sent);
  }
  return end;
}

async function failed(
  options: CourierOptions,
  { notice, chat }: { readonly notice: ClaimedNotice; readonly chat: Gesprek },
  sent: Refusal,
): Promise<NoticeEnd> {
  const { world } = options;
  world.log("warning", { code: "bezorgen_mislukt", id: notice.id, kind: sent.code });
  if (sent.problem === "later" || sent.problem === "bericht_weg") {
    return again(world, notice, sent.code, sent.retryAfterMs);
  }
  if (sent.problem === "onbereikbaar") await closeWay(world, chat, sent.code);
  return { status: "mislukt", fout: sent.code };
}

/** A person we know by identity but never spoke to: the service opens the chat, when the app is installed there. */
async function openChat(
  options: CourierOptions,
  persoonId: string,
  identity: { readonly tenantId: string; readonly objectId: string },
): Promise<readonly Gesprek[] | Refusal> {
  const serviceUrl = options.serviceUrl();
  if (!serviceUrl) return [];
  const opened = await options.teams.open(serviceUrl, identity.tenantId, identity.objectId);
  if (!opened.ok) return opened;
  const { gesprekId } = opened;
  return rememberOpened(options.world, persoonId, { tenantId: identity.tenantId, gesprekId, serviceUrl });
}

/** Teams is away or busy: later again. Anything else means that there is no chat with this person. */
function notOpened({ world }: CourierOptions, notice: ClaimedNotice, opened: Refusal): NoticeEnd {
  world.log("warning", { code: "gesprek_niet_geopend", id: notice.id, kind: opened.code });
  if (opened.problem === "later") return again(world, notice, opened.code, opened.retryAfterMs);
  return { status: "mislukt", fout: "geen_gesprek" };
}

function nameOf(error: unknown): string {
  return error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "onbekend";
}
