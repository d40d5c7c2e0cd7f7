/** An own day for a task, before it is due: the reminder ahead of it comes then, and the term itself stays as it is. */
import { type TermKind, termTable } from "./termijn-table.ts";

export interface PlannableTerm {
  readonly kind: TermKind;
  readonly due: Temporal.PlainDate;
}

export interface PlanBounds {
  readonly vanaf: Temporal.PlainDate;
  readonly uiterlijk: Temporal.PlainDate;
}

/** Between which days; null when there is nothing to choose, or no reminder ahead that could move. */
export function planBounds({ kind, due }: PlannableTerm, today: Temporal.PlainDate): PlanBounds | null {
  const vanaf = today.add({ days: 1 });
  if (termTable[kind].ladder !== "gewoon" || Temporal.PlainDate.compare(vanaf, due) >= 0) return null;
  return { vanaf, uiterlijk: due };
}

export function isWithin(op: Temporal.PlainDate, { vanaf, uiterlijk }: PlanBounds): boolean {
  return Temporal.PlainDate.compare(op, vanaf) >= 0 && Temporal.PlainDate.compare(op, uiterlijk) <= 0;
}
