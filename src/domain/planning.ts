import { z } from "zod/v4";
import { addSchooldagen, type SchoolCalendar } from "./schooldag.ts";
import { plainTimeSchema } from "./tijd.ts";
import { momentOf, todayIn } from "./today.ts";

export const roundMomentKinds = ["oproep", "voorlopige_agenda", "agenda_vast", "deelnamelink"] as const;
export type RoundMomentKind = (typeof roundMomentKinds)[number];

interface RoundMomentRow {
  readonly schooldagen: number;
  /** When its moment has passed: still told at once, or no longer of use. */
  readonly whenPassed: "meteen" | "vervalt";
  readonly source: string;
}

/**
 * What is told before a round. Asking for hulpvragen and a provisional agenda lose their sense in a round planned at
 * short notice; the agenda and the join link never do (000 §3.1: an agenda is made, and people join from afar).
 */
export const roundMomentTable: Readonly<Record<RoundMomentKind, RoundMomentRow>> = {
  oproep: { schooldagen: -10, whenPassed: "vervalt", source: "003" },
  voorlopige_agenda: { schooldagen: -5, whenPassed: "vervalt", source: "000 §3.1" },
  agenda_vast: { schooldagen: -2, whenPassed: "meteen", source: "000 §3.1" },
  deelnamelink: { schooldagen: -1, whenPassed: "meteen", source: "000 §3.1" },
};

/**
 * When to ask who forgot to end a round, in schooldagen after its day. Without an end there is no summary, and what was
 * not discussed waits for nothing (000 §3.1: agreements come back). Three times, so that nobody is nagged.
 */
export const unfinishedSteps = [1, 3, 5] as const;
export type UnfinishedStep = (typeof unfinishedSteps)[number];

/** The first time after `now` that it is asked, at eight in the morning; null when it was asked often enough. */
export function nextUnfinished(
  datum: Temporal.PlainDate,
  { cal, now }: { readonly cal: SchoolCalendar; readonly now: Temporal.Instant },
): { readonly step: UnfinishedStep; readonly at: Temporal.Instant } | null {
  const all = unfinishedSteps.map((step) => ({
    step,
    at: momentOf(addSchooldagen(datum, step, cal), noticeTime),
  }));
  return all.find(({ at }) => Temporal.Instant.compare(at, now) > 0) ?? null;
}

/** Day and wall time in the Netherlands. */
export interface RoundTime {
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
}

export interface RoundMoment {
  readonly kind: RoundMomentKind;
  readonly at: Temporal.Instant;
}

const noticeTime = Temporal.PlainTime.from("08:00");

/**
 * When to tell what about a round, at eight in the morning of the schooldag, in order of time. Asked when the round is
 * planned or moved (`now`): what should have been told by then is told at once or left out, and nothing is told once
 * the round has begun.
 */
export function roundMoments(
  round: RoundTime,
  { cal, now }: { readonly cal: SchoolCalendar; readonly now: Temporal.Instant },
): readonly RoundMoment[] {
  const begin = momentOf(round.datum, round.begin);
  if (Temporal.Instant.compare(now, begin) >= 0) return [];
  return roundMomentKinds.flatMap((kind) => {
    const { schooldagen, whenPassed } = roundMomentTable[kind];
    const at = momentOf(addSchooldagen(round.datum, schooldagen, cal), noticeTime);
    if (Temporal.Instant.compare(at, now) >= 0) return [{ kind, at }];
    return whenPassed === "meteen" ? [{ kind, at: now }] : [];
  });
}

/** The fixed moment of the weekly digest: ISO weekday (1 = Monday, on weekdays only) and wall time. */
export const digestMomentSchema = z.object({
  weekday: z.int().min(1).max(5).default(1),
  time: plainTimeSchema.prefault("07:30"),
});
export type DigestMoment = Readonly<z.infer<typeof digestMomentSchema>>;

export const usualDigestMoment: DigestMoment = digestMomentSchema.parse({});

/** The Monday of the week of that day. */
export function weekStart(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** The first digest moment after `now`, each week again, holidays too: a fixed rhythm tells nothing by itself. */
export function nextDigestMoment(
  now: Temporal.Instant,
  { weekday, time }: DigestMoment = usualDigestMoment,
): Temporal.Instant {
  const day = weekStart(todayIn(now)).add({ days: weekday - 1 });
  const moment = momentOf(day, time);
  return Temporal.Instant.compare(moment, now) > 0 ? moment : momentOf(day.add({ weeks: 1 }), time);
}
