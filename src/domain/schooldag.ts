import { z } from "zod/v4";
import { regioSchema } from "./code.ts";
import { type Feestdag, feestdagenOp } from "./feestdag.ts";
import { plainDateSchema } from "./tijd.ts";

/** A holiday of a school, first and last day included. */
export const holidaySchema = z
  .object({ from: plainDateSchema, to: plainDateSchema, name: z.string().min(1) })
  .refine((holiday) => Temporal.PlainDate.compare(holiday.from, holiday.to) <= 0, { path: ["to"] });
export type Holiday = Readonly<z.infer<typeof holidaySchema>>;

/**
 * Feasts on which some schools do teach. Schools are closed on them unless they say otherwise: Goede Vrijdag is no
 * public holiday, Bevrijdingsdag only in a lustrum year (2025, 2030), yet most schools close on both.
 */
export const openFeestdagSchema = z.enum(["goede_vrijdag", "bevrijdingsdag"]);

/**
 * The calendar of one school: terms follow the school of the case, never the person who has to act.
 * `horizon` is the last day up to which the holidays are known; after it only weekends and feasts are left out.
 */
export const schoolCalendarSchema = z.object({
  regio: regioSchema,
  holidays: z.array(holidaySchema).readonly(),
  studiedagen: z.array(plainDateSchema).readonly(),
  openOp: z.array(openFeestdagSchema).readonly().default([]),
  /** Days of school in a holiday of the region, or on a feast on which schools may teach. */
  lesdagen: z.array(plainDateSchema).readonly().optional(),
  horizon: plainDateSchema,
});
export type SchoolCalendar = Readonly<z.infer<typeof schoolCalendarSchema>>;

/** The unit of every term: five schooldagen, however many calendar weeks these take. */
export const schooldagenPerSchoolweek = 5;

/**
 * Days taken off by the school itself, as ISO dates. A calendar is a value that never changes, so its days are
 * spread out once; a changed calendar is another value.
 */
const spread = new WeakMap<SchoolCalendar, ReadonlySet<string>>();

/** What is taught on all the same is no free day. */
function ownFreeDays(cal: SchoolCalendar): ReadonlySet<string> {
  const known = spread.get(cal);
  if (known) return known;
  const days = new Set(cal.studiedagen.map((day) => day.toString()));
  for (const { from, to } of cal.holidays) {
    for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
      days.add(day.toString());
    }
  }
  for (const day of cal.lesdagen ?? []) days.delete(day.toString());
  spread.set(cal, days);
  return days;
}

function closesFor(feestdag: Feestdag, year: number, cal: Pick<SchoolCalendar, "openOp">): boolean {
  if (feestdag === "goede_vrijdag") return !cal.openOp.includes("goede_vrijdag");
  if (feestdag === "bevrijdingsdag") return year % 5 === 0 || !cal.openOp.includes("bevrijdingsdag");
  return true;
}

/** A weekday outside holidays, public holidays and study days, or one on which this school says that it teaches. */
export function isSchooldag(date: Temporal.PlainDate, cal: SchoolCalendar): boolean {
  if (date.dayOfWeek > 5) return false;
  const closed = feestdagenOp(date).some((feestdag) => closesFor(feestdag, date.year, cal));
  if (closed && !(cal.lesdagen?.some((day) => day.equals(date)) && mayTeach(date))) return false;
  return !ownFreeDays(cal).has(date.toString());
}

/** Whether a school could teach on that day, whatever its region advises. */
export function mayTeach(date: Temporal.PlainDate): boolean {
  const open: SchoolCalendar["openOp"] = openFeestdagSchema.options;
  return (
    date.dayOfWeek <= 5 &&
    feestdagenOp(date).every((feestdag) => !closesFor(feestdag, date.year, { openOp: open }))
  );
}

/** The first schooldag from `date` on: the same day if it is one. */
export function nextSchooldag(date: Temporal.PlainDate, cal: SchoolCalendar): Temporal.PlainDate {
  let day = date;
  while (!isSchooldag(day, cal)) day = day.add({ days: 1 });
  return day;
}

/**
 * The n-th schooldag after `date`, or before it when `n` is negative; `date` itself does not count.
 * With 0 the first schooldag from `date` on.
 */
export function addSchooldagen(date: Temporal.PlainDate, n: number, cal: SchoolCalendar): Temporal.PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError("schooldagen are counted in whole days");
  if (n === 0) return nextSchooldag(date, cal);
  const step = { days: Math.sign(n) };
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add(step);
    if (isSchooldag(day, cal)) left -= 1;
  }
  return day;
}

export function addSchoolweken(date: Temporal.PlainDate, n: number, cal: SchoolCalendar): Temporal.PlainDate {
  return addSchooldagen(date, n * schooldagenPerSchoolweek, cal);
}

/** "Three months" are calendar months, then the first schooldag from there on. */
export function addMonthsThenSchooldag(
  date: Temporal.PlainDate,
  months: number,
  cal: SchoolCalendar,
): Temporal.PlainDate {
  return nextSchooldag(date.add({ months }), cal);
}

/**
 * How many schooldagen `to` lies after `from`: the day `from` does not count, the day `to` does.
 * Negative when `to` is earlier. `addSchooldagen(from, n)` is n away from `from`, either way.
 */
export function schooldagenBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  cal: SchoolCalendar,
): number {
  const direction = Temporal.PlainDate.compare(to, from);
  if (direction === 0) return 0;
  let count = 0;
  for (let day = from; !day.equals(to); ) {
    day = day.add({ days: direction });
    if (isSchooldag(day, cal)) count += direction;
  }
  return count;
}

/** The holidays of that day are not known yet: a date this far ahead may still move. */
export function beyondHorizon(date: Temporal.PlainDate, cal: SchoolCalendar): boolean {
  return Temporal.PlainDate.compare(date, cal.horizon) > 0;
}
