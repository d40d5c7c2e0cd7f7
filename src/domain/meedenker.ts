/** Experts who are linked to a hulpvraag and so read it: within the toestemming, never beside it (003, block 3). */
import type { Kandidaat } from "./akkoord.ts";
import type { Dossier } from "./dossier.ts";
import { invitable } from "./overlegronde.ts";
import { ibsOf } from "./termijn-eigenaar.ts";
import { todayIn } from "./today.ts";
import { mayDo, usualDoel, viewpointOf } from "./visibility.ts";
import { houderOf } from "./waarneming.ts";

/** Who is linked now. */
export function meedenkersOf({ koppelingen }: Pick<Dossier, "koppelingen">): readonly string[] {
  return koppelingen.filter(({ tot }) => tot === null).map(({ persoonId }) => persoonId);
}

/** Who can be linked: who may read it once that is so, but for the holder and the ibs, who read it already. */
export function koppelbaar(dossier: Dossier, now: Temporal.Instant): readonly Kandidaat[] {
  const today = todayIn(now);
  const know = [...ibsOf(dossier, today), houderOf(dossier)];
  const doel = usualDoel(dossier.status);
  return invitable(dossier.team, today)
    .filter(({ persoonId }) => {
      const viewpoint = viewpointOf(dossier, { persoonId, doel, now });
      const relaties = new Set([...viewpoint.relaties, "gekoppelde_expert" as const]);
      return !know.includes(persoonId) && mayDo({ ...viewpoint, relaties, handeling: "verloop_zien" });
    })
    .map(({ persoonId, naam, functie }) => ({ persoonId, naam, functie }));
}
