import { z } from "zod/v4";
import { feestdagenOp } from "./feestdag.ts";
import { isSchooldag, type SchoolCalendar } from "./schooldag.ts";
import { plainDateSchema, plainTimeSchema } from "./tijd.ts";
import { momentOf, todayIn } from "./today.ts";

export const werkdagen = ["ma", "di", "wo", "do", "vr"] as const;
export const werkdagSchema = z.enum(werkdagen);
export type Werkdag = (typeof werkdagen)[number];

/** From this hour on nobody gets a bundle any more: it waits for the next own working day. */
export const quietFrom = Temporal.PlainTime.from("18:00");
/** Nobody can choose an earlier hour. */
export const earliestHour = Temporal.PlainTime.from("07:00");
const latestHour = Temporal.PlainTime.from("17:00");

const compareTimes = Temporal.PlainTime.compare;

/**
 * When somebody wants to be reminded. The working days are those of all memberships together; none means that the
 * person gets no bundles. Leave counts its first and its last day.
 */
export const workRhythmSchema = z.object({
  id: z.string().min(1),
  workingDays: z.array(werkdagSchema).readonly(),
  /** Wall time in the Netherlands. */
  hour: plainTimeSchema
    .refine((hour) => compareTimes(hour, earliestHour) >= 0 && compareTimes(hour, latestHour) <= 0)
    .prefault("08:00"),
  leave: z
    .array(z.object({ from: plainDateSchema, to: plainDateSchema }))
    .readonly()
    .default([]),
});
export type WorkRhythm = Readonly<z.infer<typeof workRhythmSchema>>;

/** A day on which this person works, whatever the schools do. */
export function isWorkday(person: WorkRhythm, day: Temporal.PlainDate): boolean {
  const code = werkdagen[day.dayOfWeek - 1];
  if (!code || !person.workingDays.includes(code)) return false;
  return !person.leave.some(
    ({ from, to }) => Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0,
  );
}

/** From the chosen hour until the evening: a bundle that was held up still comes the same day, but not at night. */
export function isBundleTime(person: WorkRhythm, now: Temporal.Instant): boolean {
  const today = todayIn(now);
  return (
    Temporal.Instant.compare(now, momentOf(today, person.hour)) >= 0 &&
    Temporal.Instant.compare(now, momentOf(today, quietFrom)) < 0
  );
}

/** A summer holiday and long leave fit in; beyond it somebody has left without saying so. */
const daysAhead = 400;

/**
 * The next moment at which this person can get a bundle, to wake up for: an own working day on which at least one of
 * the schools is open; without schools, one that is no public holiday. Null when there is none within 400 days.
 */
export function nextBundleMoment(
  person: WorkRhythm,
  now: Temporal.Instant,
  cals: readonly SchoolCalendar[] = [],
): Temporal.Instant | null {
  const today = todayIn(now);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = today.add({ days: ahead });
    const open =
      cals.length === 0 ? feestdagenOp(day).length === 0 : cals.some((cal) => isSchooldag(day, cal));
    const moment = momentOf(day, person.hour);
    if (open && isWorkday(person, day) && Temporal.Instant.compare(moment, now) > 0) return moment;
  }
  return null;
}
