import { z } from "zod/v4";
import { naPauzes, type PauzeTerm, type PauzeTijd, pauzeTermOf } from "./pauze.ts";
import {
  addMonthsThenSchooldag,
  addSchooldagen,
  addSchoolweken,
  nextSchooldag,
  type SchoolCalendar,
} from "./schooldag.ts";
import type { TermEvent } from "./termijn-event.ts";
import type { TermSettings } from "./termijn-setting.ts";
import { type TermKind, termKinds, termTable, type Verantwoordelijke } from "./termijn-table.ts";

/** How a due date follows from its anchor. Stored with the term, so that new settings leave running terms alone. */
export const termRuleSchema = z.discriminatedUnion("unit", [
  z.object({ unit: z.literal("schooldagen"), amount: z.int() }),
  z.object({ unit: z.literal("schoolweken"), amount: z.int() }),
  z.object({ unit: z.literal("maanden"), amount: z.int() }),
  z.object({ unit: z.literal("vast") }),
]);
export type TermRule = Readonly<z.infer<typeof termRuleSchema>>;

/** What a term is counted with: the calendar of the school of the case, and the lengths of the samenwerkingsverband. */
export interface TermContext {
  readonly cal: SchoolCalendar;
  readonly settings: TermSettings;
  /** Of the hulpvraag that the term is of, with the moment at which it arises; none when left out. */
  readonly pauzes?: readonly PauzeTijd[];
  readonly nu?: Temporal.Instant;
}

/** A term that arises; store anchor, rule and due together, so that a changed calendar can count it again. */
export interface NewTerm {
  readonly kind: TermKind;
  readonly anchor: Temporal.PlainDate;
  readonly rule: TermRule;
  /** The day on which it arose. */
  readonly arose: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  readonly responsible: Verantwoordelijke;
}

/** An open term as stored. `postponedTo` takes the place of anchor and rule. */
export interface OpenTerm {
  readonly id: string;
  readonly anchor: Temporal.PlainDate;
  readonly rule: TermRule;
  readonly arose: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  readonly postponedTo: Temporal.PlainDate | null;
  /** What its hulpvraag stood still; nothing when left out. */
  readonly pauze?: { readonly term: PauzeTerm; readonly pauzes: readonly PauzeTijd[] };
}

export interface MovedTerm {
  readonly id: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The rule of a kind with the length that holds today. */
export function ruleFor(kind: TermKind, settings: TermSettings): TermRule {
  const { rule } = termTable[kind];
  if (rule.unit === "vast") return { unit: "vast" };
  return { unit: rule.unit, amount: rule.ahead ? -settings[rule.setting] : settings[rule.setting] };
}

/** Always a schooldag of the school of the case; a chosen day on which the school is closed becomes the next one. */
export function dueOf(anchor: Temporal.PlainDate, rule: TermRule, cal: SchoolCalendar): Temporal.PlainDate {
  switch (rule.unit) {
    case "schooldagen":
      return addSchooldagen(anchor, rule.amount, cal);
    case "schoolweken":
      return addSchoolweken(anchor, rule.amount, cal);
    case "maanden":
      return addMonthsThenSchooldag(anchor, rule.amount, cal);
    case "vast":
      return nextSchooldag(anchor, cal);
  }
}

export function computeDue(
  kind: TermKind,
  anchor: Temporal.PlainDate,
  { cal, settings }: TermContext,
): Temporal.PlainDate {
  return dueOf(anchor, ruleFor(kind, settings), cal);
}

/** Nobody is too late for what has only just arisen: consent for two weeks asks for its renewal today. */
function notBefore(
  due: Temporal.PlainDate,
  arose: Temporal.PlainDate,
  cal: SchoolCalendar,
): Temporal.PlainDate {
  return Temporal.PlainDate.compare(due, arose) < 0 ? nextSchooldag(arose, cal) : due;
}

function anchorOf(event: TermEvent): Temporal.PlainDate {
  if ("voor" in event) return event.voor;
  if ("bezwaarTot" in event) return event.bezwaarTot;
  return "geldigTot" in event ? event.geldigTot : event.op;
}

function startsWith(kind: TermKind, event: TermEvent): boolean {
  const row = termTable[kind];
  if (!row.starts.includes(event.kind)) return false;
  if (event.kind !== "besluit_vastgelegd") return true;
  if (kind === "terugkoppeling_ouders" && !event.terugkoppelen) return false;
  return row.besluit === undefined || event.besluiten.includes(row.besluit);
}

/** A length that was agreed with what happened goes before the usual one. */
function ruleIn(event: TermEvent): TermRule | null {
  // The time to object is counted once, with the notice itself: two counts would give two last days.
  if ("bezwaarTot" in event) return { unit: "vast" };
  return "schoolweken" in event ? { unit: "schoolweken", amount: event.schoolweken } : null;
}

/** The terms that arise from what happened. Close the ones of `termsEndedBy` first: some kinds begin again. */
export function termsAfter(event: TermEvent, context: TermContext): readonly NewTerm[] {
  const anchor = anchorOf(event);
  return termKinds
    .filter((kind) => startsWith(kind, event))
    .map((kind) => {
      const rule = ruleIn(event) ?? ruleFor(kind, context.settings);
      const bare = notBefore(dueOf(anchor, rule, context.cal), event.op, context.cal);
      const due = withPauzes(bare, { kind, anchor, rule }, context);
      return { kind, anchor, rule, arose: event.op, due, responsible: termTable[kind].responsible };
    });
}

function withPauzes(
  due: Temporal.PlainDate,
  term: Pick<NewTerm, "kind" | "anchor" | "rule">,
  { cal, pauzes = [], nu }: TermContext,
): Temporal.PlainDate {
  return nu ? naPauzes(due, pauzeTermOf({ ...term, madeAt: nu }), { pauzes, cal }) : due;
}

export interface EndedTerms {
  /** Done by what happened. */
  readonly klaar: readonly TermKind[];
  /** No longer asked of anybody. */
  readonly vervallen: readonly TermKind[];
}

/**
 * The kinds of which open terms are over by what happened. For `actie`, `meer_informatie` and the like the caller
 * knows which one; the end of a hulpvraag takes all of its terms.
 */
export function termsEndedBy({ kind: event }: Pick<TermEvent, "kind">): EndedTerms {
  const caseIsOver = event === "afgesloten" || event === "ingetrokken";
  const klaar = termKinds.filter((kind) => termTable[kind].ends.includes(event));
  const vervallen = termKinds.filter((kind) => {
    const { drops, endsWithCase } = termTable[kind];
    return !klaar.includes(kind) && (drops.includes(event) || (caseIsOver && endsWithCase));
  });
  return { klaar, vervallen };
}

/** The calendar of the school has changed, or the hulpvraag stands still for another while: which open terms move, from when to when. Log each of them. */
export function recompute(terms: readonly OpenTerm[], cal: SchoolCalendar): readonly MovedTerm[] {
  return terms.flatMap((term) => {
    const bare = term.postponedTo
      ? nextSchooldag(term.postponedTo, cal)
      : notBefore(dueOf(term.anchor, term.rule, cal), term.arose, cal);
    const { pauze } = term;
    const to = pauze ? naPauzes(bare, pauze.term, { pauzes: pauze.pauzes, cal }) : bare;
    return to.equals(term.due) ? [] : [{ id: term.id, from: term.due, to }];
  });
}
