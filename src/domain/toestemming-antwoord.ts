/** Which answers still count for the toestemming that stands now. */
import { type Antwoordsoort, partijen } from "./code.ts";
import type { AntwoordFeit } from "./dossier.ts";

/** A no: of whom it is, that one must say yes again. */
export function isNee(soort: Antwoordsoort): boolean {
  return soort === "weigering" || soort === "ingetrokken" || soort === "bezwaar";
}

export function isJa(soort: Antwoordsoort): boolean {
  return soort === "toestemming" || soort === "akkoord";
}

export interface KnownAnswer {
  /** Given about the toestemming that stands; else about one before it. */
  readonly eigen: boolean;
  readonly antwoord: AntwoordFeit;
}

/**
 * All answers about a hulpvraag in the order in which they were given. A yes counts only for the toestemming it was
 * given about, because the partners may be others now. A no lasts until the same partij says yes: asking again in
 * another form does not make it go away.
 */
export function standingAnswers(known: readonly KnownAnswer[]): readonly AntwoordFeit[] {
  const lasts = (index: number, { antwoord }: KnownAnswer) =>
    isNee(antwoord.soort) &&
    !known
      .slice(index + 1)
      .some((later) => later.antwoord.partij === antwoord.partij && isJa(later.antwoord.soort));
  return known.filter((one, index) => one.eigen || lasts(index, one)).map(({ antwoord }) => antwoord);
}

type Said = Pick<AntwoordFeit, "partij" | "soort" | "op">;

/** The last answer of each partij, in the order of the parties; on one day a no goes before a yes. */
export function lastAnswers<A extends Said>(antwoorden: readonly A[]): readonly A[] {
  return partijen.flatMap((partij) => {
    const own = antwoorden.filter((one) => one.partij === partij && one.soort !== "geen_reactie");
    const asked = antwoorden.filter((one) => one.partij === partij && one.soort === "geen_reactie");
    return own.reduce<A | undefined>(later, undefined) ?? asked.at(-1) ?? [];
  });
}

function later<A extends Said>(last: A | undefined, next: A): A {
  const order = last ? Temporal.PlainDate.compare(next.op, last.op) : 1;
  if (order !== 0) return order > 0 || !last ? next : last;
  return last && isNee(last.soort) && !isNee(next.soort) ? last : next;
}
