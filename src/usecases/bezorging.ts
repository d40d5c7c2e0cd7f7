/** What becomes of what people are told: read or not, and the other way when the chat does not reach them. */
import { beginMail, mailAdresOf } from "#database/bereik.ts";
import { bundelsSince, doubtRead, reviveTold, saveRead, wasPointed } from "#database/bezorging.ts";
import { dagberichtOn } from "#database/dagbericht.ts";
import type { ClaimedNotice } from "#database/notice.ts";
import { after, type Tx } from "#database/pool.ts";
import { verlofOf } from "#database/verlof.ts";
import { ongelezenSinds } from "#domain/bezorging.ts";
import { noticeKinds, ringing } from "#domain/notice.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import type { WorkRhythm } from "#domain/werkdag.ts";
import { mailsoorten, mailsoortOf } from "./bereik.ts";
import { rhythmOf } from "./dagbericht-timer.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** Farther back a bundle that was not read tells nothing about today. */
const looksBack = { days: 28 };
/** At most one mail that only points to the chat, in so many days. */
const pointedDays = 7;
/** What somebody who comes back hears of, and how much of it. */
const revived = { days: 14, most: 5 } as const;

interface Lezer {
  readonly gesprekId: string;
  /** Id of a message, in digits. */
  readonly tot: string;
}

/** Teams tells how far somebody read. */
export function noteRead(world: World, { persoonId }: Actor, { gesprekId, tot }: Lezer): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "identiteit"), (tx) =>
    saveRead(tx, { persoonId, gesprekId, tot }),
  );
}

/** Somebody pressed or wrote: a message that stood there then was seen, whatever Teams tells. */
export function noteUsed(tx: Tx, persoonId: string, { gesprekId, tot }: Lezer): Promise<void> {
  return doubtRead(tx, { persoonId, gesprekId, tot });
}

/** Since when the bundles of this person stand unread; null when they do not, or when nobody knows. */
export async function unreadSince(
  tx: Tx,
  persoonId: string,
  rhythm: WorkRhythm,
): Promise<Temporal.PlainDate | null> {
  const today = todayIn(tx.now);
  const since = today.subtract(looksBack);
  const bundels = await bundelsSince(tx, persoonId, since);
  if (!bundels.some(({ gelezen }) => gelezen === false)) return null;
  const leave = (await verlofOf(tx, persoonId, since)).map(({ van, tot }) => ({ from: van, to: tot }));
  return ongelezenSinds(bundels, { ...rhythm, leave }, today);
}

/** On each own working day: who has not read for two of them may not know that something waits. */
export async function followUnread(
  world: World,
  tx: Tx,
  persoonId: string,
  rhythm: WorkRhythm,
): Promise<void> {
  const since = world.mail ? await unreadSince(tx, persoonId, rhythm) : null;
  const dagberichtId = since && (await dagberichtOn(tx, persoonId, since));
  if (!dagberichtId) return;
  await send(world, tx, [
    {
      soort: "dagbericht_ongelezen",
      aan: { persoonId },
      onderwerpId: dagberichtId,
      sztId: null,
      sleutel: `dagbericht_ongelezen:${persoonId}:${since}`,
    },
  ]);
}

/**
 * The address for a mail that says nothing but that something waits in the chat; null when none may go: it rings for
 * nobody, there is no address, one went in the last week, or it was read meanwhile.
 */
export function pointerFor(world: World, notice: ClaimedNotice): Promise<string | null> {
  const { id, soort, persoonId } = notice;
  if (!persoonId || mailsoortOf(soort) || !pointsTo(notice)) return Promise.resolve(null);
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const adres = await mailAdresOf(tx, persoonId);
    if (!adres) return null;
    const since = momentOf(todayIn(tx.now).subtract({ days: pointedDays - 1 }), midnight);
    if (await wasPointed(tx, persoonId, { since, behalve: Object.keys(mailsoorten) })) return null;
    if (soort === "dagbericht_ongelezen") {
      const rhythm = await rhythmOf(tx, persoonId);
      if (!rhythm || !(await unreadSince(tx, persoonId, rhythm))) return null;
    }
    return (await beginMail(tx, id, persoonId)) ? adres : null;
  });
}

const midnight = Temporal.PlainTime.from("00:00");

const pointsTo = ({ soort }: ClaimedNotice) =>
  noticeKinds[soort].bezorging === "mailen" || ringing.includes(soort);

/** The chat opened, or opened again: what did not come is told now; what stood in an older bundle comes in the next. */
export async function tellMissed(tx: Tx, world: World, persoonId: string): Promise<void> {
  const since = tx.now.subtract({ hours: revived.days * 24 });
  const count = await reviveTold(tx, persoonId, { rings: ringing, since, most: revived.most });
  if (count > 0) after(tx, world.wake);
}
