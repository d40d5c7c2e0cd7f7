/** The people with whom alone it may be discussed, by name: of who may read it, while the decision of the directeur is the ground. */
import type { Dossier } from "./dossier.ts";
import { invitable } from "./overlegronde.ts";
import { decideDossierOn } from "./toestemming.ts";

export function kringOf(dossier: Dossier, today: Temporal.PlainDate): readonly string[] | null {
  if (dossier.uitzondering?.stand !== "ja") return null;
  if (decideDossierOn(dossier, today).grondslag !== "uitzondering") return null;
  return invitable(dossier.team, today)
    .filter(({ persoonId }) => dossier.uitzondering?.deelnemers.includes(persoonId))
    .map(({ naam }) => naam);
}
