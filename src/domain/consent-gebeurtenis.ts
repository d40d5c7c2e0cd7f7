/** Whether something happened, and when, for a decision about consent. Only the day counts: facts often have no hour. */
import {
  type ConsentFacts,
  type ConsentGebeurtenis,
  type ConsentGebeurtenissoort,
  dagVan,
} from "./consent-facts.ts";

/** Until now. */
export function happened(facts: ConsentFacts, soort: ConsentGebeurtenissoort): boolean {
  return until(facts, soort, facts.nu.toPlainDate()).length > 0;
}

/** Until the day on which it would be discussed: what is known to come before the round counts for the round. */
export function happensByRonde(
  facts: ConsentFacts,
  soort: ConsentGebeurtenissoort,
): readonly ConsentGebeurtenis[] {
  return until(facts, soort, dagVan(facts));
}

function until(
  { gebeurtenissen }: ConsentFacts,
  soort: ConsentGebeurtenissoort,
  day: Temporal.PlainDate,
): readonly ConsentGebeurtenis[] {
  return gebeurtenissen.filter((one) => one.soort === soort && !isLater(one.op, day));
}

/** Without a moment it is taken for something that was. */
export function isLater(op: Temporal.PlainDateTime | null, day: Temporal.PlainDate): boolean {
  return op !== null && Temporal.PlainDate.compare(op.toPlainDate(), day) > 0;
}

/** Whether others already have something that they must be told about: it was shared, or the round was held by then. */
export function othersReceived(facts: ConsentFacts, op: Temporal.PlainDateTime | null): boolean {
  const day = (op ?? facts.nu).toPlainDate();
  const held = facts.ronde !== null && Temporal.PlainDate.compare(facts.ronde.datum, day) <= 0;
  return held || happened(facts, "gedeeld");
}
