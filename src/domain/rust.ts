/** Quiet hours: what may ring in a chat, and when. An edit of what stands makes no sound and waits for nothing. */
import { feestdagenOp } from "./feestdag.ts";
import { goesFirst, isAwaited, type Notice, type NoticeKind, noticeKinds } from "./notice.ts";
import { amsterdam, momentOf, todayIn } from "./today.ts";
import { earliestHour, quietFrom } from "./werkdag.ts";

/** What was held up in the evening or the weekend comes then: who chose 07:00 chose that for the bundle alone. */
const morning = Temporal.PlainTime.from("08:00");
const compare = Temporal.PlainTime.compare;

function isOpenDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && feestdagenOp(day).length === 0;
}

/** A moment at which somebody may be rung: on a weekday that is no public holiday, from 07:00 to 18:00. */
export function isDaytime(now: Temporal.Instant): boolean {
  const time = now.toZonedDateTimeISO(amsterdam).toPlainTime();
  return isOpenDay(todayIn(now)) && compare(time, earliestHour) >= 0 && compare(time, quietFrom) < 0;
}

/** This moment by day; otherwise the next morning on which people work. */
export function nextDaytime(now: Temporal.Instant): Temporal.Instant {
  if (isDaytime(now)) return now;
  let day = todayIn(now);
  while (!isOpenDay(day) || Temporal.Instant.compare(momentOf(day, morning), now) <= 0)
    day = day.add({ days: 1 });
  return momentOf(day, morning);
}

/** Somebody did this now, and others have to know it now: to stop using something, or because a child may be in danger. */
const atOnce: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  "hulpvraag_gestopt",
  "hulpvraag_wacht",
  "uitzondering_gevraagd",
  "uitzondering_besloten",
]);

export interface Aanleiding {
  /** Whose act it follows from; null when only the clock set it going. */
  readonly door: string | null;
  /** It is about a round of this very day. */
  readonly vandaag: boolean;
}

/** Whether it waits for the day: everything that rings, and that nobody asked for or has to know at once. */
export function waitsForDay(notice: Notice, { door, vandaag }: Aanleiding): boolean {
  const { soort, aan, dringend, opruimingId } = notice;
  if (noticeKinds[soort].bezorging !== "melden" || !("persoonId" in aan)) return false;
  if (soort === "welkom" || isAwaited(soort) || goesFirst(soort)) return false;
  if (dringend || opruimingId !== undefined || vandaag) return false;
  return door === null || (door !== aan.persoonId && !atOnce.has(soort));
}
