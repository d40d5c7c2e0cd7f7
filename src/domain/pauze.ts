/**
 * The work of a hulpvraag stands still for a while, with a reason: nothing of it is due or reminded, and it goes on by itself
 * after the last day, with the schooldagen that were left. Codes and days. Only terms of the approach (`pauzeert` in the
 * table of terms): what law, safety or the three months of 003 ask never waits.
 */
import { z } from "zod/v4";
import type { Dossier } from "./dossier.ts";
import {
  addSchooldagen,
  addSchoolweken,
  nextSchooldag,
  type SchoolCalendar,
  schooldagenBetween,
} from "./schooldag.ts";
import type { TermRule } from "./termijn.ts";
import type { TermSettings } from "./termijn-setting.ts";
import { type TermKind, termKindSchema, termTable } from "./termijn-table.ts";
import { todayIn } from "./today.ts";
import { problemsOf } from "./veld.ts";

/** Why: a code, never a sentence, so that it may stand in the log. */
export const pauzeredenen = [
  "gezin_tijdelijk_weg",
  "kind_ziek_of_opgenomen",
  "wacht_op_andere_hulp",
  "op_verzoek_van_gezin",
] as const;
export const pauzeredenSchema = z.enum(pauzeredenen);
export type Pauzereden = z.infer<typeof pauzeredenSchema>;

/** From when until when it stood still, or will. */
export interface PauzeTijd {
  readonly begonnenOp: Temporal.Instant;
  readonly van: Temporal.PlainDate;
  /** The last day that was chosen. */
  readonly tot: Temporal.PlainDate;
  /** The day on which somebody said to go on: a day of work again. */
  readonly gestoptOp: Temporal.PlainDate | null;
}

export interface PauzeFeit extends PauzeTijd {
  readonly id: string;
  readonly reden: Pauzereden;
}

const compare = Temporal.PlainDate.compare;
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (compare(one, other) > 0 ? one : other);

/** The last day on which it stands still; the day before the first when it was stopped on that day. */
export function eindeVan({ tot, gestoptOp }: PauzeTijd): Temporal.PlainDate {
  const stopped = gestoptOp?.subtract({ days: 1 });
  return stopped && compare(stopped, tot) < 0 ? stopped : tot;
}

type WithPauzes = Pick<Dossier, "pauzes">;

/** The one that runs today. */
export function lopendePauze({ pauzes = [] }: WithPauzes, today: Temporal.PlainDate): PauzeFeit | null {
  return (
    pauzes.find((pauze) => compare(pauze.van, today) <= 0 && compare(eindeVan(pauze), today) >= 0) ?? null
  );
}

/** Of a kind that pauses; what is not known here does not. */
export function pauzeert(soort: string | undefined): boolean {
  const kind = termKindSchema.safeParse(soort).data;
  return kind !== undefined && termTable[kind].pauzeert;
}

/** Nobody is asked to do it today, reminded of it or told that it is late. */
export function gepauzeerd(
  dossier: WithPauzes,
  { soort, vervalt }: { readonly soort?: string; readonly vervalt: Temporal.PlainDate },
  today: Temporal.PlainDate,
): boolean {
  const pauze = pauzeert(soort) ? lopendePauze(dossier, today) : null;
  return pauze !== null && compare(vervalt, pauze.van) >= 0;
}

/** The last days of the pauses in which this term stood still and that are over: what would have been said then was not missed. */
export function pauzesVoorbij(
  { pauzes = [] }: WithPauzes,
  { soort, vervalt }: { readonly soort: string; readonly vervalt: Temporal.PlainDate },
  today: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  if (!pauzeert(soort)) return [];
  return pauzes
    .filter(
      (pauze) => duurde(pauze) && compare(pauze.van, vervalt) <= 0 && compare(eindeVan(pauze), today) < 0,
    )
    .map(eindeVan);
}

/** Stopped on its first day it never was one. */
const duurde = (pauze: PauzeTijd) => compare(eindeVan(pauze), pauze.van) >= 0;

/** A term, as far as a pause moves its day. */
export interface PauzeTerm {
  readonly kind: TermKind;
  /** From which day its time is counted. */
  readonly vanaf: Temporal.PlainDate;
  /** When its day was chosen by people, who then knew of a pause that ran; null where it is counted from an anchor. */
  readonly gekozenOp: Temporal.Instant | null;
}

/** As it stands in the row of the term, so that counting again gives the same. */
export function pauzeTermOf(term: {
  readonly kind: TermKind;
  readonly anchor: Temporal.PlainDate;
  readonly rule: TermRule;
  readonly madeAt: Temporal.Instant;
  /** On which day it was put off, the last time; that is then its day. */
  readonly postponedOn?: Temporal.PlainDate | null;
}): PauzeTerm {
  const { kind, anchor, rule, madeAt, postponedOn } = term;
  if (postponedOn) return { kind, vanaf: postponedOn, gekozenOp: null };
  const made = todayIn(madeAt);
  // Of a day ahead people knew too what a pause that ran had made of it.
  return rule.unit === "vast" || compare(anchor, made) > 0
    ? { kind, vanaf: made, gekozenOp: madeAt }
    : { kind, vanaf: anchor, gekozenOp: null };
}

/**
 * The day that holds, from the one that would hold without any pause: later by the schooldagen of each pause that fell on or
 * after the day from which it counts. A day that people chose during a pause stays, but lies after it.
 */
export function naPauzes(
  due: Temporal.PlainDate,
  { kind, vanaf, gekozenOp }: PauzeTerm,
  { pauzes, cal }: { readonly pauzes: readonly PauzeTijd[]; readonly cal: SchoolCalendar },
): Temporal.PlainDate {
  if (!termTable[kind].pauzeert) return due;
  return pauzes
    .filter((pauze) => duurde(pauze) && compare(eindeVan(pauze), vanaf) >= 0)
    .toSorted((one, other) => compare(one.van, other.van))
    .reduce((day, pauze) => {
      // Who is late does not get more time by it, and who has to hear that goes on hearing it.
      if (compare(day, pauze.van) < 0) return day;
      if (gekozenOp && Temporal.Instant.compare(pauze.begonnenOp, gekozenOp) <= 0)
        return later(day, nextSchooldag(eindeVan(pauze).add({ days: 1 }), cal));
      const days = schooldagenIn(later(pauze.van, vanaf), eindeVan(pauze), cal);
      return days > 0 ? addSchooldagen(day, days, cal) : day;
    }, due);
}

/** Both days count. */
export function schooldagenIn(from: Temporal.PlainDate, to: Temporal.PlainDate, cal: SchoolCalendar): number {
  return schooldagenBetween(from.subtract({ days: 1 }), to, cal);
}

export interface PauzeForm {
  readonly reden: Pauzereden | null;
  readonly tot: Temporal.PlainDate | null;
}

export type PauzeProbleem =
  | { readonly kind: "leeg" }
  | { readonly kind: "voorbij" }
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate };
export type PauzeProblemen = Readonly<Partial<Record<keyof PauzeForm, PauzeProbleem>>>;

export interface PauzeGrens {
  readonly vanaf: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
  /** How often it stood still before; once stopped on its first day does not count. */
  readonly keren: number;
  readonly kan: boolean;
}

export function pauzeGrens(
  { pauzes = [] }: WithPauzes,
  today: Temporal.PlainDate,
  { cal, settings }: { readonly cal: SchoolCalendar; readonly settings: TermSettings },
): PauzeGrens {
  const keren = pauzes.filter(duurde).length;
  return {
    vanaf: today,
    uiterlijk: addSchoolweken(today, settings.pauze_schoolweken, cal),
    keren,
    kan: keren < settings.pauze_keren,
  };
}

export function checkPauze(
  { reden, tot }: PauzeForm,
  { vanaf, uiterlijk }: Pick<PauzeGrens, "vanaf" | "uiterlijk">,
): PauzeProblemen | null {
  return problemsOf<keyof PauzeForm, PauzeProbleem>({
    reden: reden ? undefined : { kind: "leeg" },
    tot: totProbleem(tot, { vanaf, uiterlijk }),
  });
}

function totProbleem(
  tot: Temporal.PlainDate | null,
  { vanaf, uiterlijk }: Pick<PauzeGrens, "vanaf" | "uiterlijk">,
): PauzeProbleem | undefined {
  if (!tot) return { kind: "leeg" };
  if (compare(tot, vanaf) < 0) return { kind: "voorbij" };
  return compare(tot, uiterlijk) > 0 ? { kind: "te_ver", uiterlijk } : undefined;
}

/** As somebody sees it who reads the rest. */
export type PauzeGezien = Pick<PauzeFeit, "van" | "tot" | "reden">;
