/** How it goes, told every six schoolweken (003). Closed answers: what was said is kept by who heard it. */
import { z } from "zod/v4";
import type { JaNee } from "./review.ts";

export const voortgangstanden = ["goed", "moeizaam", "loopt_vast"] as const;
export const voortgangSchema = z.enum(voortgangstanden);
export type Voortgangstand = (typeof voortgangstanden)[number];

export interface Voortgang {
  readonly hoe: Voortgangstand;
  /** Whether there was contact with parents or pupil; null when it was told with one press. */
  readonly contact: boolean | null;
  readonly meerHulp: boolean | null;
}

export interface VoortgangFeit extends Voortgang {
  readonly op: Temporal.Instant;
}

/** Of one press: it goes well, and nothing else was asked. */
export const gaatGoed: Voortgang = { hoe: "goed", contact: null, meerHulp: null };

export interface VoortgangForm {
  readonly hoe: Voortgangstand | null;
  readonly contact: JaNee | null;
  readonly meerHulp: JaNee | null;
}

/** The fields that are empty; null when it is whole. */
export function voortgangLeeg(form: VoortgangForm): readonly (keyof VoortgangForm)[] | null {
  const empty = (Object.keys(form) as (keyof VoortgangForm)[]).filter((veld) => form[veld] === null);
  return empty.length > 0 ? empty : null;
}

/** Whether the holder had better take it back to the schakelteam. */
export function vraagtSchakelteam({ hoe, meerHulp }: Voortgang): boolean {
  return hoe === "loopt_vast" || meerHulp === true;
}
