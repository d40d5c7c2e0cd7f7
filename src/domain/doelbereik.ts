/** What was reached when a hulpvraag is closed, by the five goals that were agreed for the teams (000 §3.1). Codes alone. */
import { z } from "zod/v4";

export const doelen = [
  "sociaal_emotioneel",
  "ouders",
  "samenwerking",
  "passende_hulp",
  "leerkracht",
] as const;
export type Doel = (typeof doelen)[number];

export const bereikCodes = ["bereikt", "deels", "niet", "weet_ik_niet"] as const;
export const bereikSchema = z.enum(bereikCodes);
export type Bereik = (typeof bereikCodes)[number];

export type Doelbereik = Readonly<Record<Doel, Bereik>>;

/** What it is as long as nobody says otherwise: who does not know need not guess. */
export const onbekendBereik: Doelbereik = {
  sociaal_emotioneel: "weet_ik_niet",
  ouders: "weet_ik_niet",
  samenwerking: "weet_ik_niet",
  passende_hulp: "weet_ik_niet",
  leerkracht: "weet_ik_niet",
};

/** In the order of the list, those of which something is known. */
export function bekendBereik(bereik: Doelbereik): readonly (readonly [Doel, Bereik])[] {
  return doelen.map((doel) => [doel, bereik[doel]] as const).filter(([, hoe]) => hoe !== "weet_ik_niet");
}
