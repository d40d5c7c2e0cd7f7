/** What was asked beside the discussion: treatment and jeugdhulp take more people than talking about it does. */
import { type Partij, partijen, type Toestemmingsdoel } from "./code.ts";
import { standVan } from "./consent-antwoord.ts";
import { consentFactsOf } from "./consent-dossier.ts";
import { isHulp } from "./consent-ja.ts";
import { wieBeslist } from "./consent-partij.ts";
import { type ConsentDossier, consentBasisOf } from "./toestemming.ts";

export interface DoelStand {
  readonly doel: Exclude<Toestemmingsdoel, "bespreking_szt">;
  /** Whose yes it still lacks. Empty: agreed. */
  readonly ontbreekt: readonly Partij[];
}

/**
 * How each of the other purposes stands on this day. A pupil of 12 to 15 says yes to treatment too (WGBO 7:450, Jeugdwet
 * 7.3.4), whether or not the pupil is only asked about the discussion.
 */
export function doelenOn(dossier: ConsentDossier, day: Temporal.PlainDate): readonly DoelStand[] {
  const basis = consentBasisOf(dossier);
  if (!basis) return [];
  const talk = consentFactsOf(basis, day);
  return (dossier.toestemming?.doelen ?? [])
    .filter((doel) => doel !== "bespreking_szt")
    .map((doel) => {
      const facts = { ...talk, vraag: { ...talk.vraag, doel } };
      const { vereist, vereistVoorHulp } = wieBeslist(facts);
      const needed = isHulp(facts) ? vereistVoorHulp : vereist;
      const open = needed.filter((partij) => standVan(facts, partij).kind !== "ja");
      return {
        doel,
        ontbreekt: partijen.filter((partij) => open.includes(partij)),
      };
    });
}
