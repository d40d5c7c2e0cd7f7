/** The akkoord of parents (or pupil) on the regierol: who must give it, and who can be asked to take it (003, block 2). */
import { type Partij, regierolFuncties } from "./code.ts";
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { activeOn } from "./relatie.ts";
import { decideDossierOn } from "./toestemming.ts";

/**
 * Everyone whose yes is needed on this day; null while gezag or the month of birth must be put right first. Asked of the
 * consent rule itself, as if nobody had answered: what is then missing is who must answer.
 */
export function akkoordPartijen(dossier: Dossier, day: Temporal.PlainDate): readonly Partij[] | null {
  const { toestemming } = dossier;
  if (!toestemming) return null;
  const unanswered = { ...dossier, toestemming: { ...toestemming, antwoorden: [] } };
  const { missing } = decideDossierOn(unanswered, day);
  const partijen = missing.flatMap((one) => (one.code === "toestemming_ontbreekt" ? [one.partij] : []));
  return partijen.length > 0 ? partijen : null;
}

export interface Kandidaat {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: TeamlidFeit["functie"];
}

/** Members of today whose function may hold the regierol, each once. */
export function kandidatenOf(
  { team }: Pick<Dossier, "team">,
  today: Temporal.PlainDate,
): readonly Kandidaat[] {
  const able: readonly string[] = regierolFuncties;
  const found = new Map<string, Kandidaat>();
  for (const { persoonId, naam, functie, ...lid } of team) {
    if (able.includes(functie) && activeOn(lid, today) && !found.has(persoonId)) {
      found.set(persoonId, { persoonId, naam, functie });
    }
  }
  return [...found.values()];
}
