import { z } from "zod/v4";
import type { Urgentie } from "./code.ts";
import { addSchooldagen, nextSchooldag } from "./schooldag.ts";
import type { TermContext } from "./termijn.ts";
import { type TermKind, termTable } from "./termijn-table.ts";

/** Why a term gets a later date: a code, never a sentence, so that it may stand in the log. */
export const uitstelredenen = [
  "wacht_op_ouders",
  "wacht_op_leerling",
  "wacht_op_partner",
  "afspraak_staat_later",
  "verlof_of_ziekte",
  "geen_tijd",
] as const;
export const uitstelredenSchema = z.enum(uitstelredenen);
export type Uitstelreden = z.infer<typeof uitstelredenSchema>;

export interface PostponableTerm {
  readonly kind: TermKind;
  readonly due: Temporal.PlainDate;
  /** How often it was postponed before. */
  readonly postponed: number;
  /** Of the hulpvraag; null for what belongs to none. */
  readonly urgentie: Urgentie | null;
}

export interface Postponement {
  readonly to: Temporal.PlainDate;
  readonly reason: Uitstelreden;
  readonly today: Temporal.PlainDate;
}

export type PostponeRefusal =
  /** A term of law or an offer: someone else is waiting for the answer itself. */
  | { readonly kind: "niet_uitstelbaar" }
  /** The hulpvraag is `niet_wachten`. */
  | { readonly kind: "kan_niet_wachten" }
  | { readonly kind: "te_vaak"; readonly keren: number }
  /** Longer overdue than may be postponed at once: act, or talk to the chair. */
  | { readonly kind: "te_lang_over_tijd"; readonly uiterlijk: Temporal.PlainDate }
  | { readonly kind: "niet_later"; readonly na: Temporal.PlainDate }
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate }
  | { readonly kind: "geen_schooldag"; readonly volgende: Temporal.PlainDate };

export type PostponeAnswer =
  | {
      readonly ok: true;
      readonly value: {
        readonly due: Temporal.PlainDate;
        readonly postponed: number;
        readonly reason: Uitstelreden;
      };
    }
  | { readonly ok: false; readonly error: PostponeRefusal };

export type PostponeBounds =
  | {
      readonly ok: true;
      readonly value: { readonly na: Temporal.PlainDate; readonly uiterlijk: Temporal.PlainDate };
    }
  | { readonly ok: false; readonly error: PostponeRefusal };

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b;

/**
 * Between which days the new date may lie: after the due date and after today, and at most so many schooldagen after
 * the due date itself, so that waiting until it is overdue gains nothing. For the date picker and for the rule.
 */
export function postponeBounds(
  term: PostponableTerm,
  today: Temporal.PlainDate,
  { cal, settings }: TermContext,
): PostponeBounds {
  if (!termTable[term.kind].acts.includes("uitstellen"))
    return { ok: false, error: { kind: "niet_uitstelbaar" } };
  if (term.urgentie === "niet_wachten") return { ok: false, error: { kind: "kan_niet_wachten" } };
  const keren = settings.uitstel_keren;
  if (term.postponed >= keren) return { ok: false, error: { kind: "te_vaak", keren } };
  const uiterlijk = addSchooldagen(term.due, settings.uitstel_schooldagen, cal);
  if (Temporal.PlainDate.compare(uiterlijk, today) <= 0) {
    return { ok: false, error: { kind: "te_lang_over_tijd", uiterlijk } };
  }
  return { ok: true, value: { na: later(term.due, today), uiterlijk } };
}

/** Schooldagen: soon enough to keep it in sight, long enough to be of use. */
const usualDelay = 3;

/** The day that stands in the form at first: not the last that is allowed. */
export function proposedDay(
  { na, uiterlijk }: { readonly na: Temporal.PlainDate; readonly uiterlijk: Temporal.PlainDate },
  cal: TermContext["cal"],
): Temporal.PlainDate {
  const day = addSchooldagen(na, usualDelay, cal);
  return Temporal.PlainDate.compare(day, uiterlijk) > 0 ? uiterlijk : day;
}

/** A later date, with a reason from the list: at most ten schooldagen at a time, at most twice (settings). */
export function postpone(term: PostponableTerm, wish: Postponement, context: TermContext): PostponeAnswer {
  const bounds = postponeBounds(term, wish.today, context);
  if (!bounds.ok) return bounds;
  const { na, uiterlijk } = bounds.value;
  if (Temporal.PlainDate.compare(wish.to, na) <= 0) return { ok: false, error: { kind: "niet_later", na } };
  if (Temporal.PlainDate.compare(wish.to, uiterlijk) > 0)
    return { ok: false, error: { kind: "te_ver", uiterlijk } };
  const volgende = nextSchooldag(wish.to, context.cal);
  if (!volgende.equals(wish.to)) return { ok: false, error: { kind: "geen_schooldag", volgende } };
  return { ok: true, value: { due: wish.to, postponed: term.postponed + 1, reason: wish.reason } };
}
