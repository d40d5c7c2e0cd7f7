import { pointerCard } from "#cards/pointer.ts";
import { neutralCard } from "#cards/neutral.ts";
import { noticeWords } from "#cards/notice.ts";
import { channelGesprek, type Gesprek, markUnreachable, personalGesprek, rememberGesprek } from "#database/gesprek.ts";
import { type Bericht, livingMessage, retireMessage, saveMessage, touchMessage } from "#database/message.ts";
import { type ClaimedNotice, claimNotices, type NoticeEnd, settleNotice } from "#database/notice.ts";
import { actorById, identityOf } from "#database/persoon.ts";
import { noticeKinds } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "#usecases/world.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Presented, Presenter } from "./route.ts";
import { stampsFor } from "./stamp.ts";
import type { Sent, TeamsPort } from "./teams.ts";

/** Draws what goes to the channel of one SZT; it decides and releases again itself. Null: nothing may go. */
export type ChannelPresenter = (world: World, sztId: string, onderwerpId: string) => Promise<Presented | null>;

export interface CourierOptions {
  readonly world: World;
  readonly teams: TeamsPort;
  readonly presenters: readonly Presenter[];
  readonly channel: ChannelPresenter;
  /** Where a personal chat is opened when we know none yet. */
  readonly serviceUrl: () => string | null;
}

const claimMinutes = 2;
const batch = 16;
/** Seconds until the next try, by number of tries so far; the last one repeats. */
const backOff = [5, 15, 60, 180, 600, 900] as const;
/** Three days of quarter-hours: after that a person looks at it (doctor, readyz). */
const lastTry = 300;

/** The only one who speaks without being asked. Returns how many notices it settled. */
export async function deliverDue(options: CourierOptions): Promise<number> {
  const { world } = options;
  let settled = 0;
  for (;;) {
    const claimed = await world.database.transact(taskScope(world.swvId, "koerier"), (tx) =>
      claimNotices(tx, batch, tx.now.add({ minutes: claimMinutes })),
    );
    if (claimed.length === 0) return settled;
    await Promise.all(claimed.map((notice) => settle(options, notice)));
    settled += claimed.length;
  }
}

async function settle(options: CourierOptions, notice: ClaimedNotice): Promise<void> {
  const { world } = options;
  const end = await deliver(options, notice).catch((error: unknown): NoticeEnd => {
    world.log("error", { code: "koerier_fout", id: notice.id, kind: nameOf(error) });
    return again(world, notice, "intern");
  });
  await world.database.transact(taskScope(world.swvId, "koerier"), (tx) => settleNotice(tx, notice, end));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "onbekend";
}

function again(world: World, notice: ClaimedNotice, fout: string, retryAfterMs = 0): NoticeEnd {
  if (notice.pogingen >= lastTry) return { status: "mislukt", fout };
  const seconds = backOff[Math.min(notice.pogingen, backOff.length) - 1] ?? 5;
  const wait = Math.max(seconds * 1000, retryAfterMs);
  return { status: "later", fout, nietVoor: world.clock.now().add({ milliseconds: wait }) };
}

async function deliver(options: CourierOptions, notice: ClaimedNotice): Promise<NoticeEnd> {
  const { world } = options;
  if (notice.kanaalSztId) return deliverToChannel(options, notice, notice.kanaalSztId);
  const persoonId = notice.persoonId;
  if (!persoonId) return { status: "mislukt", fout: "geen_ontvanger" };
  const { actor, gesprek } = await world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => ({
    actor: await actorById(tx, persoonId, todayIn(tx.now)),
    gesprek: await personalGesprek(tx, persoonId),
  }));
  if (!actor) return { status: "vervallen" };
  const place = gesprek ?? (await openChat(options, persoonId));
  if (!place) return { status: "mislukt", fout: "geen_gesprek" };
  if (!place.bereikbaar) return { status: "mislukt", fout: "onbereikbaar" };
  const presenter = options.presenters.find((p) => p.soort === notice.onderwerpSoort);
  const presented = await presenter?.present(
    world,
    actor,
    notice.onderwerpId,
    stampsFor(world, persoonId),
    noticeWords[notice.soort].lead,
  );
  return placeMessage(options, notice, place, presented ?? null, persoonId);
}

async function deliverToChannel(options: CourierOptions, notice: ClaimedNotice, sztId: string): Promise<NoticeEnd> {
  const { world } = options;
  const gesprek = await world.database.transact(taskScope(world.swvId, "koerier"), (tx) => channelGesprek(tx, sztId));
  if (!gesprek) return { status: "mislukt", fout: "geen_kanaal" };
  if (!gesprek.bereikbaar) return { status: "mislukt", fout: "onbereikbaar" };
  const presented = await options.channel(world, sztId, notice.onderwerpId);
  return placeMessage(options, notice, gesprek, presented, null);
}

/** Puts what is drawn in the conversation: edits the living message, or posts a new one and turns the old into a pointer. */
async function placeMessage(
  options: CourierOptions,
  notice: ClaimedNotice,
  gesprek: Gesprek,
  presented: Presented | null,
  persoonId: string | null,
): Promise<NoticeEnd> {
  const { world, teams } = options;
  const living = await world.database.transact(taskScope(world.swvId, "koerier"), (tx) =>
    livingMessage(tx, gesprek.id, notice.onderwerpSoort, notice.onderwerpId),
  );
  const fresh = noticeKinds[notice.soort].bezorging === "melden";
  if (!presented) return living ? takeBack(options, notice, gesprek, living) : { status: "vervallen" };
  if (!fresh && !living) return { status: "vervallen" };
  const mark = fingerprint(world.keys, presented.card);
  if (living && !fresh) {
    if (living.vingerafdruk.equals(mark)) return { status: "verzonden" };
    const sent = await teams.update(gesprek, living.activiteitId, presented.card, presented.summary);
    if (sent.ok) {
      await world.database.transact(taskScope(world.swvId, "koerier"), (tx) => touchMessage(tx, living.id, mark));
      return { status: "verzonden" };
    }
    if (sent.problem !== "bericht_weg") return failed(options, notice, gesprek, sent);
  }
  const sent = await teams.send(gesprek, presented.card, presented.summary);
  if (!sent.ok) return failed(options, notice, gesprek, sent);
  await world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    if (living) await retireMessage(tx, living.id);
    await saveMessage(tx, {
      id: world.chance.uuid(),
      gesprekId: gesprek.id,
      persoonId,
      onderwerpSoort: notice.onderwerpSoort,
      onderwerpId: notice.onderwerpId,
      activiteitId: sent.activiteitId,
      vingerafdruk: mark,
    });
  });
  if (living && fresh) {
    const pointed = await teams.update(gesprek, living.activiteitId, pointerCard(), pointerCard().fallbackText);
    if (!pointed.ok) world.log("warning", { code: "verwijzing_niet_gezet", kind: pointed.code });
  }
  return { status: "verzonden" };
}

/** Nothing is left for this person to see: what stands in the chat must not show it either. */
async function takeBack(
  options: CourierOptions,
  notice: ClaimedNotice,
  gesprek: Gesprek,
  living: Bericht,
): Promise<NoticeEnd> {
  const card = neutralCard();
  const sent = await options.teams.update(gesprek, living.activiteitId, card, card.fallbackText);
  if (!sent.ok && sent.problem !== "bericht_weg") return failed(options, notice, gesprek, sent);
  const { world } = options;
  await world.database.transact(taskScope(world.swvId, "koerier"), (tx) =>
    touchMessage(tx, living.id, fingerprint(world.keys, card)),
  );
  return { status: "verzonden" };
}

async function failed(
  options: CourierOptions,
  notice: ClaimedNotice,
  gesprek: Gesprek,
  sent: Sent & { readonly ok: false },
): Promise<NoticeEnd> {
  const { world } = options;
  world.log("warning", { code: "bezorgen_mislukt", id: notice.id, kind: sent.code });
  if (sent.problem === "later" || sent.problem === "bericht_weg") {
    return again(world, notice, sent.code, sent.retryAfterMs);
  }
  if (sent.problem === "onbereikbaar") {
    await world.database.transact(taskScope(world.swvId, "koerier"), (tx) => markUnreachable(tx, gesprek.id, sent.code));
  }
  return { status: "mislukt", fout: sent.code };
}

/** A person we know by identity but never spoke to: the service opens the chat, when the app is installed there. */
async function openChat(options: CourierOptions, persoonId: string): Promise<Gesprek | null> {
  const { world } = options;
  const serviceUrl = options.serviceUrl();
  const identity = await world.database.transact(taskScope(world.swvId, "koerier"), (tx) => identityOf(tx, persoonId));
  if (!identity || !serviceUrl) return null;
  const opened = await options.teams.open(serviceUrl, identity.tenantId, identity.objectId);
  if (!opened.ok) {
    world.log("warning", { code: "gesprek_niet_geopend", kind: opened.code });
    return null;
  }
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    await rememberGesprek(tx, world.chance.uuid(), {
      van: { persoonId },
      tenantId: identity.tenantId,
      gesprekId: opened.gesprekId,
      serviceUrl,
    });
    return personalGesprek(tx, persoonId);
  });
}
