/** The days of one school that differ from its region: study days, and days of school in a holiday that is advice. */
import { ibFuncties } from "./code.ts";
import { type Holiday, isSchooldag, mayTeach, type SchoolCalendar } from "./schooldag.ts";
import { schoolYearEnd } from "./schooljaar.ts";
import { type Actor, schoolsWith } from "./scope.ts";

export const dagsoorten = ["vrij", "les"] as const;
export type Dagsoort = (typeof dagsoorten)[number];

/** First and last day included. */
export interface Reeks {
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
}

export interface KalenderForm extends Reeks {
  readonly soort: Dagsoort;
}

/** A school closes or opens for a fortnight at most in one go; a longer row is a slip of the year. */
export const reeksMax = 16;

export type KalenderProbleem =
  | { readonly kind: "voorbij" }
  | { readonly kind: "eind_voor_begin" }
  | { readonly kind: "te_lang" }
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate }
  /** All of them are so already, or can never be. */
  | { readonly kind: "al_zo" };

export type KalenderCheck =
  | { readonly ok: true; readonly dagen: readonly Temporal.PlainDate[] }
  | {
      readonly ok: false;
      readonly error: { readonly veld: "van" | "tot"; readonly probleem: KalenderProbleem };
    };

/** The days of the row that change. To the end of the next school year: nobody plans beyond it. */
export function checkKalender(
  { van, tot, soort }: KalenderForm,
  cal: SchoolCalendar,
  today: Temporal.PlainDate,
): KalenderCheck {
  const refused = (veld: "van" | "tot", probleem: KalenderProbleem): KalenderCheck => ({
    ok: false,
    error: { veld, probleem },
  });
  const uiterlijk = lastDay(today);
  if (Temporal.PlainDate.compare(van, today) < 0) return refused("van", { kind: "voorbij" });
  if (Temporal.PlainDate.compare(tot, van) < 0) return refused("tot", { kind: "eind_voor_begin" });
  if (Temporal.PlainDate.compare(tot, uiterlijk) > 0) return refused("tot", { kind: "te_ver", uiterlijk });
  if (van.until(tot).days >= reeksMax) return refused("tot", { kind: "te_lang" });
  const dagen = daysOf({ van, tot }).filter((day) =>
    soort === "vrij" ? isSchooldag(day, cal) : !isSchooldag(day, cal) && mayTeach(day),
  );
  return dagen.length > 0 ? { ok: true, dagen } : refused("van", { kind: "al_zo" });
}

const lastDay = (today: Temporal.PlainDate) => schoolYearEnd(today).add({ years: 1 });

function daysOf({ van, tot }: Reeks): readonly Temporal.PlainDate[] {
  return Array.from({ length: van.until(tot).days + 1 }, (_, index) => van.add({ days: index }));
}

export interface KalenderFacts {
  readonly schoolId: string;
  readonly sztId: string;
  readonly school: string;
  readonly cal: SchoolCalendar;
  readonly vandaag: Temporal.PlainDate;
}

export interface KalenderGezien {
  readonly schoolId: string;
  readonly school: string;
  readonly vandaag: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
  /** Of the region or of the school itself, as far as they are known. */
  readonly vakanties: readonly Holiday[];
  readonly vrij: readonly Reeks[];
  readonly les: readonly Reeks[];
}

/** For the ib or coo of that school; null for all others. What is over is left out. */
export function seeSchoolkalender(
  { schoolId, school, cal, vandaag }: KalenderFacts,
  actor: Actor,
): KalenderGezien | null {
  if (!schoolsWith(actor, ibFuncties).has(schoolId)) return null;
  const coming = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, vandaag) >= 0;
  return {
    schoolId,
    school,
    vandaag,
    uiterlijk: lastDay(vandaag),
    vakanties: cal.holidays.filter(({ to }) => coming(to)),
    vrij: reeksenOf(cal.studiedagen.filter(coming)),
    les: reeksenOf((cal.lesdagen ?? []).filter(coming)),
  };
}

/** Days in a row, a weekend between them or not. */
export function reeksenOf(dagen: readonly Temporal.PlainDate[]): readonly Reeks[] {
  const found: Reeks[] = [];
  for (const day of dagen.toSorted(Temporal.PlainDate.compare)) {
    const last = found.at(-1);
    if (last && Temporal.PlainDate.compare(day, weekdayAfter(last.tot)) <= 0)
      found[found.length - 1] = { van: last.van, tot: day };
    else found.push({ van: day, tot: day });
  }
  return found;
}

function weekdayAfter(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: day.dayOfWeek >= 5 ? 8 - day.dayOfWeek : 1 });
}
