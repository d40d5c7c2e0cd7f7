/** What rings and may wait comes by day. */
import { rondesOnDay } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { type Notice, noticeKinds, type OnderwerpSoort } from "#domain/notice.ts";
import { nextDaytime, waitsForDay } from "#domain/rust.ts";
import { todayIn } from "#domain/today.ts";

const ofRondes: readonly OnderwerpSoort[] = ["ronde", "afmelding", "tijdvak"];

/** Marked once, when they are made: a later try, after a night without Teams, keeps to it as well. */
export async function byDaytime(tx: Tx, notices: readonly Notice[]): Promise<readonly Notice[]> {
  const door = tx.scope.kind === "persoon" ? tx.scope.persoonId : null;
  const about = notices.filter(({ soort }) => ofRondes.includes(noticeKinds[soort].onderwerp));
  const ids = [...new Set(about.map(({ onderwerpId }) => onderwerpId))];
  const today = ids.length > 0 ? await rondesOnDay(tx, ids, todayIn(tx.now)) : none;
  return notices.map((notice) => {
    if (!waitsForDay(notice, { door, vandaag: today.has(notice.onderwerpId) })) return notice;
    const { nietVoor = tx.now } = notice;
    return { ...notice, rust: true, nietVoor: nextDaytime(nietVoor) };
  });
}

const none: ReadonlySet<string> = new Set();
