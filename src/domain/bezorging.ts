/** How far what we tell somebody has come, and what we may conclude from silence. */
import { isWorkday, type WorkRhythm } from "./werkdag.ts";

/** Own working days after which a bundle that was not read asks for another way. */
export const ongelezenDagen = 2;

/** A bundle in the chat. `gelezen`: null where Teams never told, or tells no more: that is not the same as unread. */
export interface BundelGelezen {
  readonly datum: Temporal.PlainDate;
  readonly gelezen: boolean | null;
}

/**
 * The day of the first bundle that stands unread for two own working days; null when none does, and when nobody knows.
 * `person` with the leave of all that time.
 */
export function ongelezenSinds(
  bundels: readonly BundelGelezen[],
  person: WorkRhythm,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const [first] = bundels
    .filter(({ gelezen }) => gelezen === false)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.datum, b.datum));
  if (!first) return null;
  let day = first.datum;
  let passed = 0;
  while (passed < ongelezenDagen && Temporal.PlainDate.compare(day, today) < 0) {
    day = day.add({ days: 1 });
    if (isWorkday(person, day)) passed += 1;
  }
  return passed >= ongelezenDagen ? first.datum : null;
}
