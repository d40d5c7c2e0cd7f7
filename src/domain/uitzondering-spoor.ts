/**
 * What stays behind of a discussion without the parents is the ib's alone: its besluit, acties and terms tell that it was
 * held, and others may come to see the hulpvraag later, by a consent that was given for something else.
 */
import type { Dossier } from "./dossier.ts";
import { relationsOf } from "./relatie.ts";
import { termKindSchema, termTable } from "./termijn-table.ts";

/** The dossier as far as this person may know what is in it at all; what may be read of that is asked in visibility.ts. */
export function dossierFor(dossier: Dossier, persoonId: string, now: Temporal.Instant): Dossier {
  if (!dossier.uitzondering || relationsOf(dossier, persoonId, now).has("ib_van_school")) return dossier;
  const rondes = new Set(dossier.uitzondering.besprokenIn);
  const punten = dossier.agendapunten.filter(({ ronde }) => rondes.has(ronde.id)).map(({ id }) => id);
  const besluiten = dossier.besluiten.filter(({ agendapuntId }) => !punten.includes(agendapuntId));
  const acties = dossier.acties.filter(({ rondeId }) => rondeId === null || !rondes.has(rondeId));
  const left = dossier.agendapunten.filter(({ id }) => !punten.includes(id));
  const gone = new Set(
    [...dossier.besluiten, ...dossier.acties]
      .filter((one) => ![...besluiten, ...acties].includes(one))
      .map(({ id }) => id),
  );
  return {
    ...dossier,
    status: statusFor(dossier, left, persoonId),
    agendapunten: left,
    besluiten,
    acties,
    termijnen: dossier.termijnen.filter(
      ({ soort, actieId }) => !isForIbAlone(soort) && !(actieId !== null && gone.has(actieId)),
    ),
    correcties: dossier.correcties.filter(({ bij }) => !gone.has(bij)),
  };
}

/**
 * That it was discussed at all would be told by its status: to others it is still to be discussed. Who was asked to take
 * the regierol was told by the parents' akkoord.
 */
function statusFor(
  { status, aanbod }: Dossier,
  left: Dossier["agendapunten"],
  persoonId: string,
): Dossier["status"] {
  const elsewhere = left.some((punt) => punt.status === "besproken");
  const asked = aanbod?.persoonId === persoonId && aanbod.status === "aangeboden";
  return status === "besproken" && !elsewhere && !asked ? "klaargezet" : status;
}

function isForIbAlone(soort: string): boolean {
  const kind = termKindSchema.safeParse(soort);
  return kind.success && termTable[kind.data].forIbAlone;
}
