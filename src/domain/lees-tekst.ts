import { withoutNames } from "./screening-keuze.ts";
import type { Sealed } from "./sealed.ts";
import { reveal, type VisibilityDecision } from "./visibility.ts";

export interface Ogen {
  /** What this person may see of the hulpvraag that the text is about. */
  readonly naam: VisibilityDecision;
  readonly wat: VisibilityDecision;
  readonly leerling: Sealed<{ readonly naam: string }>;
  readonly ib: boolean;
}

/**
 * A text as this person may read it. Where somebody typed the name it stands in the text itself, and finding it there
 * never decides what may leave (privacy.md §3): who may not know the name reads no text at all. Only the ib, who wrote
 * it, reads it back without the name.
 */
export function leesTekst(
  sealed: Sealed<string>,
  decision: VisibilityDecision,
  { naam, wat, leerling, ib }: Ogen,
): string | null {
  if (naam.allowed) return reveal(decision, sealed);
  const text = ib ? reveal(decision, sealed) : null;
  return text === null ? null : withoutNames(text, reveal(wat, leerling));
}
