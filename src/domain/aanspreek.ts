/** Who is spoken to: told of a besluit, asked for akkoord, called by the holder (domain.md §3: from sixteen the pupil). */
import type { Partij } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { requiredFor } from "./toestemming.ts";

/** `ouders`: also a voogd. `ouders_of_leerling`: it is not known, or not for this person to know: it tells an age. */
export type Aanspreek = "ouders" | "leerling" | "ouders_of_leerling";

/** A pupil who decides alone is spoken to alone; in the month of the sixteenth birthday the parents decide as well. */
export function aanspreekBy(beslissers: readonly Partij[]): Exclude<Aanspreek, "ouders_of_leerling"> {
  return beslissers.length > 0 && beslissers.every((partij) => partij === "leerling") ? "leerling" : "ouders";
}

export function aanspreekOf(dossier: Dossier, day: Temporal.PlainDate): Aanspreek {
  const whose = requiredFor(dossier, day);
  return whose.ok ? aanspreekBy(whose.required) : "ouders_of_leerling";
}

/** What a pupil who decides alone said last about telling the parents; null while that was not asked. */
export function oudersHorenOf({ besluiten }: Pick<Dossier, "besluiten">): boolean | null {
  return besluiten.findLast(({ oudersHoren }) => oudersHoren !== null)?.oudersHoren ?? null;
}
