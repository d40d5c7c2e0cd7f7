import { lateLead, noticeWords } from "#cards/notice.ts";
import { isOverInhoud, noticeKinds } from "#domain/notice.ts";
import { isDaytime, nextDaytime } from "#domain/rust.ts";
import { learnClosed } from "#usecases/bereik.ts";
import {
  type ClaimedNotice,
  channelsOf,
  claimDue,
  type Gesprek,
  internalFault,
  isLate,
  type NoticeEnd,
  nightRest,
  overtaken,
  recipientOf,
  rememberOpened,
  settle,
  subjectOf,
} from "#usecases/delivery.ts";
import { advanceWissing } from "#usecases/wissen.ts";
import type { World } from "#usecases/world.ts";
import { lastMail, otherWay, unreadMail } from "./mail.ts";
import { again, closed, failed, type Refusal } from "./notice-end.ts";
import { begun, place, reachable } from "./place.ts";
import type { Presented, Presenter } from "./route.ts";
import { stampsFor } from "./stamp.ts";
import type { TeamsPort } from "./teams.ts";
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

/** Conversations that are written to at the same time. */
const lanes = 16;

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

async function deliver(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd> {
  const { bezorging } = noticeKinds[notice.soort];
  if (bezorging === "wissen") return wipeAll(options, notice);
  if (bezorging === "nazien") return lookAgain(options, notice);
  if (bezorging === "mailen") return unreadMail(options.world, notice);
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
  if (restsNow(world, notice)) return untilMorning(world);
  const { actor, gesprekken, identity } = await recipientOf(world, persoonId);
  if (!actor) return lastMail(world, notice);
  if (await overtaken(world, notice)) return { status: "vervallen" };
  // Where no card stands there is none to bring up to date.
  if (gesprekken.length === 0 && noticeKinds[notice.soort].bezorging === "verversen")
    return { status: "vervallen" };
  const chats =
    gesprekken.length === 0 && identity ? await openChat(options, persoonId, identity) : gesprekken;
  if ("problem" in chats) {
    const end = await notOpened(options, notice, chats);
    return end.status === "later" ? end : otherWay(world, notice, end);
  }
  if (chats.length === 0) return otherWay(world, notice, { status: "mislukt", fout: "geen_gesprek" });
  if (!reachable(chats)) return otherWay(world, notice, closed);
  const presenter = options.presenters.find((p) => p.soort === notice.onderwerpSoort);
  if (!presenter) return { status: "mislukt", fout: "geen_kaart" };
  const lead = leadOf(world, notice);
  await presenter.prepare?.(world, actor, notice.onderwerpId);
  const drawn = await presenter.present(world, actor, notice.onderwerpId, stampsFor(world, persoonId), lead);
  if (isOverInhoud(notice.soort) && !drawn?.leestVerloop) return { status: "vervallen" };
  const presented = drawn && { ...drawn, summary: noticeWords[notice.soort].summary };
  const end = await place(options, { notice, chats, presented, persoonId });
  if (end.status !== "mislukt") return end;
  // Teams may have said just now that this way is closed.
  const { gesprekken: left } = await recipientOf(world, persoonId);
  return reachable(left) ? end : otherWay(world, notice, end);
}

/** A try at night would ring; what began by day is ended: what stands half is only edited. */
function restsNow({ clock }: World, { rust, fout }: ClaimedNotice): boolean {
  return rust && !isDaytime(clock.now()) && !begun.includes(fout ?? "");
}

function untilMorning({ clock }: World): NoticeEnd {
  return { status: "later", fout: nightRest, nietVoor: nextDaytime(clock.now()) };
}

/** Says so when it should have come on an earlier day; the bundle says it of each of its tasks. */
function leadOf(world: World, notice: ClaimedNotice): string | undefined {
  const { lead } = noticeWords[notice.soort];
  return notice.soort !== "dagbericht" && isLate(world, notice) ? lateLead(lead) : lead;
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
async function notOpened(
  { world }: CourierOptions,
  notice: ClaimedNotice,
  opened: Refusal,
): Promise<NoticeEnd> {
  world.log("warning", { code: "gesprek_niet_geopend", id: notice.id, kind: opened.code });
  if (opened.problem === "later") return again(world, notice, opened.code, opened.retryAfterMs);
  if (notice.persoonId) await learnClosed(world, notice.persoonId, opened.code);
  return { status: "mislukt", fout: "geen_gesprek" };
}

function nameOf(error: unknown): string {
  return error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "onbekend";
}
