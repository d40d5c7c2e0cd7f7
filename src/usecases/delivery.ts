import { forgetBereikfout } from "#database/bereik.ts";
import { type Gesprek, gesprekkenOf, markUnreachable, ownerOf, rememberGesprek } from "#database/gesprek.ts";
import { clearedHulpvraag } from "#database/hulpvraag.ts";
import {
  type Bericht,
  type Bewerking,
  beginEdit,
  confirmEdit,
  forgetMessage,
  forgetShowing,
  livingMessage,
  messageById,
  messagesAbout,
  type NieuwBericht,
  readersOf,
  retireMessage,
  saveMessage,
  strayMessages,
  undoEdit,
} from "#database/message.ts";
import {
  type ClaimedNotice,
  claimHolds,
  claimNotices,
  deliveredSince,
  isOvertaken,
  type NoticeEnd,
  settleNotice,
} from "#database/notice.ts";
import { actorById, identityOf, type TeamsIdentity } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { wissingById } from "#database/wissing.ts";
import { agrees, hasLanded, type Onzeker, stillOpen } from "#domain/bericht.ts";
import type { Gelezen } from "#domain/lezing.ts";
import { type Notice, type Onderwerp, ringing } from "#domain/notice.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { recordLezingen } from "./lezing.ts";
import { refreshedSummary } from "./samenvatting.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

export type { Gesprek } from "#database/gesprek.ts";
export type { Bericht, Bewerking } from "#database/message.ts";
export { type ClaimedNotice, internalFault, type NoticeEnd, nightRest } from "#database/notice.ts";

/** A claim lapses after this, so that a courier that died holds nothing up. */
const claimMinutes = 2;
/** The longest that one call to Teams may take (bot/connector.ts), and some. */
const callSeconds = 30;

function asCourier<T>(world: World, run: (tx: Tx) => Promise<T>): Promise<T> {
  return world.database.transact(taskScope(world.swvId, "koerier"), run);
}

/** Claims at most `limit` notices that may go now, one a recipient. */
export function claimDue(world: World, limit: number): Promise<ClaimedNotice[]> {
  return asCourier(world, (tx) => claimNotices(tx, limit, tx.now.add({ minutes: claimMinutes })));
}

export function settle(world: World, notice: ClaimedNotice, end: NoticeEnd): Promise<boolean> {
  return asCourier(world, async (tx) => {
    const ours = await settleNotice(tx, notice, end);
    if (ours && notice.opruimingId) await tellCleared(tx, world, notice.opruimingId);
    if (ours && notice.soort === "samenvatting_plaatsen") await tellPosted(tx, world, notice, end);
    return ours;
  });
}

/** Who released it sees on the card that it stands in the channel, or that Teams does not take it. */
async function tellPosted(
  tx: Tx,
  world: World,
  { onderwerpId: id, kanaalSztId: sztId, pogingen }: ClaimedNotice,
  end: NoticeEnd,
): Promise<void> {
  if (!sztId || (end.status === "later" && pogingen > 1)) return;
  const feit = `${end.status}:${pogingen}:${tx.now}`;
  const notices = await refreshedSummary(tx, { id, sztId }, feit);
  await send(world, tx, notices);
}

/** The last of a clearing has ended: the card of the ib says so. */
async function tellCleared(tx: Tx, world: World, opruimingId: string): Promise<void> {
  const done = await clearedHulpvraag(tx, opruimingId);
  if (!done) return;
  const readers = await readersOf(tx, "hulpvraag", done.id);
  const notices = readers.map(
    (persoonId): Notice => ({
      soort: "hulpvraag_ververst",
      aan: { persoonId },
      onderwerpId: done.id,
      sztId: done.sztId,
      sleutel: `hulpvraag_ververst:${done.id}:opgeruimd:${opruimingId}:${persoonId}`,
    }),
  );
  await send(world, tx, notices);
}

/** It tells something that should have been told on an earlier day: we were away, or Teams was. */
export function isLate({ clock }: World, { soort, geplandOp }: ClaimedNotice): boolean {
  if (!ringing.includes(soort)) return false;
  return Temporal.PlainDate.compare(todayIn(geplandOp), todayIn(clock.now())) < 0;
}

/** After a day without Teams the last word about a subject is enough: the card shows all that came before it. */
export async function overtaken(world: World, notice: ClaimedNotice): Promise<boolean> {
  if (!isLate(world, notice)) return false;
  return asCourier(world, (tx) => isOvertaken(tx, notice, ringing));
}

/** Who gets it, with the memberships of now, and where; there are no chats when we never met. */
export function recipientOf(
  world: World,
  persoonId: string,
): Promise<{
  readonly actor: Actor | null;
  readonly gesprekken: readonly Gesprek[];
  readonly identity: TeamsIdentity | null;
}> {
  return asCourier(world, async (tx) => ({
    actor: await actorById(tx, persoonId, todayIn(tx.now)),
    gesprekken: await gesprekkenOf(tx, { persoonId }),
    identity: await identityOf(tx, persoonId),
  }));
}

/** The channel of an SZT, and those it had before. */
export function channelsOf(world: World, sztId: string): Promise<readonly Gesprek[]> {
  return asCourier(world, (tx) => gesprekkenOf(tx, { sztId }));
}

const ids = (gesprekken: readonly Gesprek[]) => gesprekken.map(({ id }) => id);

export function standingMessage(
  world: World,
  gesprekken: readonly Gesprek[],
  { soort, id }: Onderwerp,
): Promise<Bericht | null> {
  return asCourier(world, (tx) => livingMessage(tx, ids(gesprekken), soort, id));
}

/**
 * A new message stands; the one before it, if any, is no longer the living one. It may be filled only while the claim
 * holds for one more call: what was drawn can be out of date when somebody else took over. Null when another courier
 * put one there meanwhile: that one keeps living and ours is an older one.
 */
export function rememberSent(
  world: World,
  notice: ClaimedNotice,
  sent: Omit<NieuwBericht, "id" | "kennisgevingId">,
  before: Bericht | null,
): Promise<{ readonly bericht: Bericht; readonly mayFill: boolean } | null> {
  return asCourier(world, async (tx) => {
    if (before) await retireMessage(tx, before.id);
    const id = world.chance.uuid();
    if (!(await saveMessage(tx, { ...sent, id, kennisgevingId: notice.id }))) return null;
    const bericht = { ...sent, id, kennisgevingId: notice.id, actueel: true, bewerking: 0, onzeker: null };
    return { bericht, mayFill: await claimHolds(tx, notice, tx.now.add({ seconds: callSeconds })) };
  });
}

/** Older messages about this subject that may still show what they said; `marks` are of those that do not. */
export function strays(
  world: World,
  gesprekken: readonly Gesprek[],
  onderwerp: Onderwerp,
  marks: readonly Buffer[],
): Promise<readonly Bericht[]> {
  return asCourier(world, (tx) => strayMessages(tx, ids(gesprekken), onderwerp, marks));
}

/**
 * Before an edit leaves the house, in a transaction of its own. Null: nothing may be sent, because the message is
 * forgotten. `drawnAt`: by one who does not hold the conversation; then also when the courier was there meanwhile.
 */
export function begin(
  world: World,
  bericht: Bericht,
  { mark, drawnAt }: { readonly mark: Buffer; readonly drawnAt?: Temporal.Instant | undefined },
): Promise<Bewerking | null> {
  return asCourier(world, async (tx) => {
    if (!drawnAt) return beginEdit(tx, bericht.id, mark);
    const { persoonId } = bericht;
    const overtaken = persoonId !== null && (await deliveredSince(tx, persoonId, drawnAt));
    return overtaken ? null : beginEdit(tx, bericht.id, mark, bericht.bewerking);
  });
}

/**
 * It stands there now: with it goes what its reader can see of which hulpvraag. What was sent before it without an
 * answer may still land on top of it; then it is drawn once more when that time is over.
 */
export function stands(
  world: World,
  bericht: Bericht,
  bewerking: Bewerking,
  lezingen: readonly Gelezen[] = [],
): Promise<void> {
  return asCourier(world, async (tx) => {
    const { eerder, mark, op } = bewerking;
    const nog = stillOpen(eerder, op);
    await confirmEdit(tx, bericht.id, bewerking, nog);
    if (nog && !agrees(nog.afdruk, mark)) await lookAgain(tx, world, bericht, nog);
    if (bericht.persoonId)
      await recordLezingen(tx, lezingen, { via: "bezorgd", persoonId: bericht.persoonId });
  });
}

async function lookAgain(tx: Tx, world: World, { id, gesprekId }: Bericht, onzeker: Onzeker): Promise<void> {
  const van = await ownerOf(tx, gesprekId);
  if (!van) return;
  const notice: Notice = {
    soort: "bericht_nazien",
    aan: van.persoonId ? { persoonId: van.persoonId } : { kanaalSztId: van.sztId ?? "" },
    onderwerpId: id,
    sztId: van.sztId,
    sleutel: `bericht_nazien:${id}:${onzeker.op}`,
    nietVoor: hasLanded(onzeker),
  };
  await send(world, tx, [notice]);
}

/** Teams did nothing. */
export function refusedEdit(world: World, bericht: Bericht, bewerking: Bewerking): Promise<void> {
  return asCourier(world, (tx) => undoEdit(tx, bericht.id, bewerking));
}

/** Teams has it no more: nothing can land on it either. */
export function vanished(world: World, bericht: Bericht, bewerking: Bewerking): Promise<void> {
  return asCourier(world, (tx) => confirmEdit(tx, bericht.id, bewerking, null));
}

/** What a message is about, as a notice would say it; null when it is forgotten. */
export async function subjectOf(world: World, notice: ClaimedNotice): Promise<ClaimedNotice | null> {
  const bericht = await asCourier(world, (tx) => messageById(tx, notice.onderwerpId));
  return bericht && { ...notice, onderwerpSoort: bericht.onderwerpSoort, onderwerpId: bericht.onderwerpId };
}

/** What stands about what was erased, in all conversations of who it is for. */
export function erasedMessages(
  world: World,
  { onderwerpId, persoonId, kanaalSztId }: ClaimedNotice,
): Promise<{ readonly chats: readonly Gesprek[]; readonly messages: readonly Bericht[] }> {
  return asCourier(world, async (tx) => {
    const wissing = await wissingById(tx, onderwerpId);
    const van = persoonId ? { persoonId } : kanaalSztId && { sztId: kanaalSztId };
    if (!wissing || !van) return { chats: [], messages: [] };
    const chats = await gesprekkenOf(tx, van);
    return { chats, messages: await messagesAbout(tx, ids(chats), wissing.onderwerpen) };
  });
}

/** Teams has it no more. */
export function forget(world: World, bericht: Bericht): Promise<void> {
  return asCourier(world, (tx) => forgetMessage(tx, bericht.id));
}

/** Teams leaves it standing: forgotten once it surely shows this, and not before. */
export function forgetOnce(world: World, bericht: Bericht, mark: Buffer): Promise<boolean> {
  return asCourier(world, (tx) => forgetShowing(tx, bericht.id, mark));
}

/** The service told that this way is closed; it opens again when the person writes to us. */
export function closeWay(world: World, gesprek: Gesprek, code: string): Promise<void> {
  return asCourier(world, (tx) => markUnreachable(tx, gesprek.id, code));
}

/** A chat that we opened ourselves. */
export function rememberOpened(
  world: World,
  persoonId: string,
  address: { readonly tenantId: string; readonly gesprekId: string; readonly serviceUrl: string },
): Promise<readonly Gesprek[]> {
  return asCourier(world, async (tx) => {
    await rememberGesprek(tx, world.chance.uuid(), { van: { persoonId }, ...address });
    await forgetBereikfout(tx, persoonId);
    return gesprekkenOf(tx, { persoonId });
  });
}
