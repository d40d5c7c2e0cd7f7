/** What is filled in to have a year of rounds proposed, and what may be wrong with it. */
import type { Ritme } from "./jaarplan.ts";
import { checkUur, type UurProbleem } from "./ronde-plan.ts";
import { addSchooldagen, type SchoolCalendar } from "./schooldag.ts";
import { schoolYearEnd, schoolYearStart } from "./schooljaar.ts";

export interface RitmeForm {
  readonly schooljaar: number;
  readonly ritme: Ritme;
  /** As it was typed. */
  readonly deelnameLink: string;
}

/** A school year as far as it can be planned now. */
export interface Jaarbereik {
  readonly schooljaar: number;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
}

export type RitmeVeld = "schooljaar" | "begin" | "duurMinuten" | "deelnameLink";
export type RitmeProbleem = UurProbleem | { readonly kind: "niet_te_plannen" };
export type RitmeProblemen = Readonly<Partial<Record<RitmeVeld, RitmeProbleem>>>;

/** People are asked ten schooldagen ahead (domain of 000 §3.1: hulpvragen are called for then). */
const ahead = 10;
/** With less than this left of a school year the next one is what is meant. */
const leftOver = { weeks: 8 } as const;

/**
 * This school year and the next, the one that is usually meant first. No further than the holidays are known: a round
 * is never proposed on a day of which nobody knows whether there is school.
 */
export function jaarbereik(
  calendars: readonly SchoolCalendar[],
  today: Temporal.PlainDate,
): readonly Jaarbereik[] {
  const [first] = calendars;
  if (!first) return [];
  const soonest = addSchooldagen(today, ahead, first);
  const known = calendars.map(({ horizon }) => horizon).toSorted(Temporal.PlainDate.compare)[0] ?? today;
  const years = [schoolYearStart(today), schoolYearStart(today).add({ years: 1 })].flatMap((start) => {
    const van = later(start, soonest);
    const tot = earlier(schoolYearEnd(start), known);
    return Temporal.PlainDate.compare(van, tot) <= 0 ? { schooljaar: start.year, van, tot } : [];
  });
  const [now, next] = years;
  const short = now && next && Temporal.PlainDate.compare(now.van.add(leftOver), now.tot) > 0;
  return short ? [next, now] : years;
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other;

export type RitmeCheck =
  | {
      readonly ok: true;
      readonly value: { readonly bereik: Jaarbereik; readonly deelnameLink: string | null };
    }
  | { readonly ok: false; readonly error: RitmeProblemen };

export function checkRitme(
  form: RitmeForm,
  jaren: readonly Jaarbereik[],
  hoe: { readonly linkVanzelf?: boolean } = {},
): RitmeCheck {
  const bereik = jaren.find(({ schooljaar }) => schooljaar === form.schooljaar);
  const uur = checkUur({ ...form.ritme, deelnameLink: form.deelnameLink }, hoe);
  const fields: [RitmeVeld, RitmeProbleem | undefined][] = [
    ["schooljaar", bereik ? undefined : { kind: "niet_te_plannen" }],
    ...uur.fields,
  ];
  const wrong = fields.filter(([, problem]) => problem !== undefined);
  if (wrong.length > 0 || !bereik) return { ok: false, error: Object.fromEntries(wrong) };
  return { ok: true, value: { bereik, deelnameLink: uur.deelnameLink } };
}
