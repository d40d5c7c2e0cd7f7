/** What rings and may wait comes by day. */
import { rondesOnDay } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { type Notice, noticeKinds, type OnderwerpSoort, refreshedBy } from "#domain/notice.ts";
import { nextDaytime, waitsForDay } from "#domain/rust.ts";
import { todayIn } from "#domain/today.ts";

const ofRondes: readonly OnderwerpSoort[] = ["ronde", "afmelding", "tijdvak"];

/**
 * Marked once, when they are made: a later try, after a night without Teams, keeps to it as well. What stands in the chat
 * is brought up to date at once all the same: it may show what may not be shown any more.
 */
export async function byDaytime(tx: Tx, notices: readonly Notice[]): Promise<readonly Notice[]> {
  const door = tx.scope.kind === "persoon" ? tx.scope.persoonId : null;
  const about = notices.filter(({ soort }) => ofRondes.includes(noticeKinds[soort].onderwerp));
  const ids = [...new Set(about.map(({ onderwerpId }) => onderwerpId))];
  const today = ids.length > 0 ? await rondesOnDay(tx, ids, todayIn(tx.now)) : none;
  return notices.flatMap((notice) => {
    if (!waitsForDay(notice, { door, vandaag: today.has(notice.onderwerpId) })) return [notice];
    const { nietVoor: asked = tx.now } = notice;
    const nietVoor = nextDaytime(asked);
    const waits = { ...notice, rust: true, nietVoor };
    return Temporal.Instant.compare(nietVoor, tx.now) > 0 ? [...meanwhile(notice), waits] : [waits];
  });
}

const none: ReadonlySet<string> = new Set();

/** The edit that its message would have made needless. */
function meanwhile(notice: Notice): readonly Notice[] {
  const soort = refreshedBy(noticeKinds[notice.soort].onderwerp);
  if (!soort) return [];
  const { aan, onderwerpId, sztId } = notice;
  return [{ soort, aan, onderwerpId, sztId, sleutel: `${notice.sleutel}:intussen` }];
}
