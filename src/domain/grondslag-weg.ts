/** What happens with a hulpvraag when its ground has gone: withdrawn, refused or run out (model.md §3). */
import type { HulpvraagStatus } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { type Relatie, relationsOf } from "./relatie.ts";
import { ibsOf } from "./termijn-eigenaar.ts";
import { todayIn } from "./today.ts";
import { groundIsGone } from "./toestemming.ts";
import { isOpen, isVerzwegen } from "./uitzondering.ts";
import { mayDo, usualDoel, viewpointOf } from "./visibility.ts";

/**
 * On its way to a round it goes back to concept and leaves every agenda. After the round its status stays: nobody
 * but the ib sees it any more, and the ib asks again or withdraws it.
 */
const without: Readonly<Record<HulpvraagStatus, HulpvraagStatus>> = {
  concept: "concept",
  klaargezet: "concept",
  geagendeerd: "concept",
  besproken: "besproken",
  in_uitvoering: "in_uitvoering",
  afgesloten: "afgesloten",
  ingetrokken: "ingetrokken",
};

export function statusWithoutGround(status: HulpvraagStatus): HulpvraagStatus {
  return without[status];
}

/**
 * Whether nothing may be done with it any more, so that it is not kept for long. Not what the directeur decides or was
 * discussed without the parents while they do not know: that is looked at again until they do.
 */
export function leftWithoutGround(dossier: Dossier, day: Temporal.PlainDate): boolean {
  const { toestemming, uitzondering } = dossier;
  const kept = uitzondering && (isOpen(uitzondering) || isVerzwegen(dossier));
  return toestemming !== null && !kept && groundIsGone(dossier, day);
}

const werkt: readonly Relatie[] = [
  "regierolhouder",
  "waarnemer",
  "aangeboden_regierol",
  "gekoppelde_expert",
  "actiehouder",
];

/**
 * Who has work there besides the ib, and stops with it when the ground has gone. `weet`: may know that it waits; of others
 * even the number is gone. Of a dossier as it is after that.
 */
export function workersOf(
  dossier: Dossier,
  now: Temporal.Instant,
): readonly { readonly persoonId: string; readonly weet: boolean }[] {
  const ibs = ibsOf(dossier, todayIn(now));
  const doel = usualDoel(dossier.status);
  return [...new Set(dossier.team.map(({ persoonId }) => persoonId))]
    .filter((persoonId) => !ibs.includes(persoonId))
    .filter((persoonId) => {
      const own = relationsOf(dossier, persoonId, now);
      return werkt.some((relatie) => own.has(relatie));
    })
    .map((persoonId) => {
      const viewpoint = viewpointOf(dossier, { persoonId, doel, now });
      return { persoonId, weet: mayDo({ ...viewpoint, handeling: "bestaan_zien" }) };
    });
}
