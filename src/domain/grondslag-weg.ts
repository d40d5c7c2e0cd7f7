/** What happens with a hulpvraag when its ground has gone: withdrawn, refused or run out (model.md §3). */
import type { HulpvraagStatus } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { type Relatie, relationsOf } from "./relatie.ts";
import { ibsOf } from "./termijn-eigenaar.ts";
import { todayIn } from "./today.ts";
import { decideDossierOn, groundIsGone } from "./toestemming.ts";
import { isOpen, isVerzwegen } from "./uitzondering.ts";
import { dossierFor } from "./uitzondering-spoor.ts";
import { doelenOf, mayDo, usualDoel, viewpointOf } from "./visibility.ts";

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

/** The round wants somebody to have the regierol, and there is no akkoord with it that counts today. */
export function lacksAkkoord(dossier: Dossier, day: Temporal.PlainDate): boolean {
  const last = dossier.besluiten.at(-1);
  const wanted = last?.besluiten.includes("regierol_toewijzen") && last.terugkoppeling?.akkoord !== "nee";
  const after = dossier.status === "besproken" || dossier.status === "in_uitvoering";
  return Boolean(wanted) && after && decideDossierOn(dossier, day).regierol !== "toewijsbaar";
}

const werkt: readonly Relatie[] = [
  "regierolhouder",
  "waarnemer",
  "aangeboden_regierol",
  "gekoppelde_expert",
  "actiehouder",
];

/** Whether this person, as far as it is known to them, reads something of it on its own card or on that of a round. */
export function reads(dossier: Dossier, persoonId: string, now: Temporal.Instant): boolean {
  const own = dossierFor(dossier, persoonId, now);
  return doelenOf(own.status, relationsOf(own, persoonId, now)).some((doel) => {
    const viewpoint = viewpointOf(own, { persoonId, doel, now });
    return (["naam_zien", "wat_zien"] as const).some((handeling) => mayDo({ ...viewpoint, handeling }));
  });
}

/** Who works there besides the ib, and reads it again with the ground that there is now. */
export function workersBack(before: Dossier, after: Dossier, now: Temporal.Instant): readonly string[] {
  return workersOf(after, now)
    .map(({ persoonId }) => persoonId)
    .filter((persoonId) => {
      const own = relationsOf(after, persoonId, now);
      // Who was only asked for the regierol hears that it is asked, and has nothing to go on with.
      return werkt.some((relatie) => relatie !== "aangeboden_regierol" && own.has(relatie));
    })
    .filter((persoonId) => !reads(before, persoonId, now) && reads(after, persoonId, now));
}

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
