import type { Card } from "#cards/card.ts";
import { neutralCard } from "#cards/neutral.ts";
import { noticeWords } from "#cards/notice.ts";
import { pointerCard } from "#cards/pointer.ts";
import { noticeKinds } from "#domain/notice.ts";
import {
  type Bericht,
  type ClaimedNotice,
  channelOf,
  claimDue,
  closeWay,
  type Gesprek,
  type NoticeEnd,
  recipientOf,
  rememberEdit,
  rememberOpened,
  rememberSent,
  settle,
  standingMessage,
} from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Presented, Presenter } from "./route.ts";
import { stampsFor } from "./stamp.ts";
import type { Sent, TeamsPort } from "./teams.ts";

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

const batch = 16;
/** Seconds until the next try, by number of tries so far; the last one repeats. */
const backOff = [5, 15, 60, 180, 600, 900] as const;
/** Three days of quarter-hours: after that a person looks at it (doctor, readyz). */
const lastTry = 300;

/** The only one who speaks without being asked. Returns how many notices it settled. */
export async function deliverDue(options: CourierOptions): Promise<number> {
  let settled = 0;
  for (;;) {
    const claimed = await claimDue(options.world, batch);
    if (claimed.length === 0) return settled;
    await Promise.all(claimed.map((notice) => deliverOne(options, notice)));
    settled += claimed.length;
  }
}

async function deliverOne(options: CourierOptions, notice: ClaimedNotice): Promise<void> {
  const { world } = options;
  const end = await deliver(options, notice).catch((error: unknown): NoticeEnd => {
    const kind = error instanceof Error ? error.name : "onbekend";
    world.log("error", { code: "koerier_fout", id: notice.id, kind });
    return again(world, notice, "intern");
  });
  await settle(world, notice, end);
}

function again(world: World, notice: ClaimedNotice, fout: string, retryAfterMs = 0): NoticeEnd {
  if (notice.pogingen >= lastTry) return { status: "mislukt", fout };
  const seconds = backOff[Math.min(notice.pogingen, backOff.length) - 1] ?? 5;
  const wait = Math.max(seconds * 1000, retryAfterMs);
  return { status: "later", fout, nietVoor: world.clock.now().add({ milliseconds: wait }) };
}

async function deliver(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd> {
  if (notice.kanaalSztId) return deliverToChannel(options, notice, notice.kanaalSztId);
  const { world } = options;
  const persoonId = notice.persoonId;
  if (!persoonId) return { status: "mislukt", fout: "geen_ontvanger" };
  const { actor, gesprek, identity } = await recipientOf(world, persoonId);
  if (!actor) return { status: "vervallen" };
  const chat = gesprek ?? (identity && (await openChat(options, persoonId, identity)));
  if (!chat) return { status: "mislukt", fout: "geen_gesprek" };
  if (!chat.bereikbaar) return { status: "mislukt", fout: "onbereikbaar" };
  const presenter = options.presenters.find((p) => p.soort === notice.onderwerpSoort);
  if (!presenter) return { status: "mislukt", fout: "geen_kaart" };
  const lead = noticeWords[notice.soort].lead;
  const drawn = await presenter.present(world, actor, notice.onderwerpId, stampsFor(world, persoonId), lead);
  const presented = drawn && { card: drawn.card, summary: noticeWords[notice.soort].summary };
  return place(options, { notice, chat, presented, persoonId });
}

async function deliverToChannel(
  options: CourierOptions,
  notice: ClaimedNotice,
  sztId: string,
): Promise<NoticeEnd> {
  const chat = await channelOf(options.world, sztId);
  if (!chat) return { status: "mislukt", fout: "geen_kanaal" };
  if (!chat.bereikbaar) return { status: "mislukt", fout: "onbereikbaar" };
  const presented = await options.channel(options.world, sztId, notice.onderwerpId);
  return place(options, { notice, chat, presented, persoonId: null });
}

interface Delivery {
  readonly notice: ClaimedNotice;
  readonly chat: Gesprek;
  readonly presented: Presented | null;
  readonly persoonId: string | null;
}

/** Puts what is drawn in the conversation: edits the living message, or posts a new one and turns the old into a pointer. */
async function place(options: CourierOptions, delivery: Delivery): Promise<NoticeEnd> {
  const { notice, chat, presented } = delivery;
  const { world } = options;
  const living = await standingMessage(world, chat, notice.onderwerpSoort, notice.onderwerpId);
  if (!presented) return living ? takeBack(options, delivery, living) : { status: "vervallen" };
  const fresh = noticeKinds[notice.soort].bezorging === "melden";
  if (!living) return fresh ? post(options, delivery, presented, null) : { status: "vervallen" };
  if (fresh) return post(options, delivery, presented, living);
  const mark = fingerprint(world.keys, presented.card);
  if (living.vingerafdruk.equals(mark)) return { status: "verzonden" };
  const sent = await options.teams.update(chat, living.activiteitId, presented.card, presented.summary);
  if (!sent.ok && sent.problem === "bericht_weg") return post(options, delivery, presented, living);
  if (!sent.ok) return failed(options, delivery, sent);
  await rememberEdit(world, living, mark);
  return { status: "verzonden" };
}

async function post(
  options: CourierOptions,
  delivery: Delivery,
  presented: Presented,
  before: Bericht | null,
): Promise<NoticeEnd> {
  const { world, teams } = options;
  const { notice, chat, persoonId } = delivery;
  const sent = await teams.send(chat, presented.card, presented.summary);
  if (!sent.ok) return failed(options, delivery, sent);
  const message = {
    gesprekId: chat.id,
    persoonId,
    onderwerpSoort: notice.onderwerpSoort,
    onderwerpId: notice.onderwerpId,
    activiteitId: sent.activiteitId,
    vingerafdruk: fingerprint(world.keys, presented.card),
  };
  await rememberSent(world, message, before);
  if (before) await replace(options, chat, before, pointerCard());
  return { status: "verzonden" };
}

/** An older message about the same subject only says where the newer one stands: it keeps no name behind. */
async function replace(options: CourierOptions, chat: Gesprek, before: Bericht, card: Card): Promise<void> {
  const sent = await options.teams.update(chat, before.activiteitId, card, card.fallbackText);
  if (sent.ok || sent.problem === "bericht_weg") return;
  options.world.log("warning", { code: "verwijzing_niet_gezet", kind: sent.code });
}

/** Nothing is left for this person to see: what stands in the chat must not show it either. */
async function takeBack(options: CourierOptions, delivery: Delivery, living: Bericht): Promise<NoticeEnd> {
  const card = neutralCard();
  const mark = fingerprint(options.world.keys, card);
  if (living.vingerafdruk.equals(mark)) return { status: "verzonden" };
  const sent = await options.teams.update(delivery.chat, living.activiteitId, card, card.fallbackText);
  if (!sent.ok && sent.problem !== "bericht_weg") return failed(options, delivery, sent);
  await rememberEdit(options.world, living, mark);
  return { status: "verzonden" };
}

async function failed(
  options: CourierOptions,
  { notice, chat }: Delivery,
  sent: Sent & { readonly ok: false },
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
): Promise<Gesprek | null> {
  const serviceUrl = options.serviceUrl();
  if (!serviceUrl) return null;
  const opened = await options.teams.open(serviceUrl, identity.tenantId, identity.objectId);
  if (!opened.ok) {
    options.world.log("warning", { code: "gesprek_niet_geopend", kind: opened.code });
    return null;
  }
  const { gesprekId } = opened;
  return rememberOpened(options.world, persoonId, { tenantId: identity.tenantId, gesprekId, serviceUrl });
}
