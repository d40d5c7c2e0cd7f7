/** One question asked of the facts about consent: whether it holds, and else why not and what must be done. */
import type { ConsentReden, ConsentTaak } from "./consent-besluit.ts";
import type { ConsentFacts, ConsentPartij } from "./consent-facts.ts";
import type { Wie } from "./consent-partij.ts";

/** What everything is asked of. */
export interface Zaak {
  readonly facts: ConsentFacts;
  readonly wie: Wie;
  /** The day on which it is, or would be, discussed. */
  readonly dag: Temporal.PlainDate;
}

export interface Reden {
  readonly code: ConsentReden;
  readonly partij?: ConsentPartij;
}

export interface Toets {
  readonly ok: boolean;
  readonly taken: readonly ConsentTaak[];
  readonly redenen: readonly Reden[];
}

/** Holds; what is to be done all the same. */
export function holds(...taken: readonly ConsentTaak[]): Toets {
  return { ok: true, taken, redenen: [] };
}

export function fails(reden: ConsentReden | Reden, ...taken: readonly ConsentTaak[]): Toets {
  return { ok: false, taken, redenen: [typeof reden === "string" ? { code: reden } : reden] };
}

/** All of them: one that fails closes the door, and what every one of them asks for is asked. */
export function all(...toetsen: readonly Toets[]): Toets {
  return {
    ok: toetsen.every(({ ok }) => ok),
    taken: toetsen.flatMap(({ taken }) => taken),
    redenen: toetsen.flatMap(({ redenen }) => redenen),
  };
}
