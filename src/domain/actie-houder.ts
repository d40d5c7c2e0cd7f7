/** Who can be given an actie: it says something of the case, so only who may read the case. */
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { invitable } from "./overlegronde.ts";
import { todayIn } from "./today.ts";
import { mayDo, viewpointOf } from "./visibility.ts";

/** The people of the team who may read this hulpvraag once the actie is theirs and the round has decided about it. */
export function actieHouders(
  dossier: Dossier,
  { now }: { readonly now: Temporal.Instant },
): readonly TeamlidFeit[] {
  // What lasts only as long as the hulpvraag stands on an agenda is no reason to be given work, whatever was decided there.
  const status = dossier.status === "geagendeerd" ? "besproken" : dossier.status;
  const after: Dossier = { ...dossier, status, agendapunten: [] };
  return invitable(dossier.team, todayIn(now)).filter(({ persoonId }) => {
    const viewpoint = viewpointOf(after, { persoonId, doel: "bespreking", now });
    const relaties = new Set([...viewpoint.relaties, "actiehouder" as const]);
    return mayDo({ ...viewpoint, relaties, handeling: "wat_zien" });
  });
}
