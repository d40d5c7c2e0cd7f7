import { type Functie, functies, ibFuncties } from "./code.ts";
import type { DeelnameFeit, Dossier } from "./dossier.ts";
import { isOfSchool } from "./relatie.ts";
import { canBePartner } from "./toestemming.ts";

/** Functions that sit at the table of this hulpvraag and are not named: they see nothing of it. An ib is one of another school. */
export function nietGenoemd(
  dossier: Pick<Dossier, "aanTafel" | "agendapunten" | "toestemming" | "team" | "schoolId">,
): readonly Functie[] {
  const { aanTafel, agendapunten, toestemming } = dossier;
  if (!toestemming) return [];
  const rondes = agendapunten.filter(({ status }) => status === "gepland").map(({ ronde }) => ronde);
  const there = rondes.flatMap(({ deelnemers }) => deelnemers);
  const strange = there.filter((one) => isIb(one) && isOfOtherSchool(dossier, one));
  const others = there.filter((one) => !isIb(one));
  const found = new Set<Functie>([...aanTafel, ...[...strange, ...others].map(({ functie }) => functie)]);
  return functies.filter(
    (functie) => found.has(functie) && canBePartner(functie) && !toestemming.partners.includes(functie),
  );
}

const isIb = ({ functie }: Pick<DeelnameFeit, "functie">) => ibFuncties.some((one) => one === functie);

/** An SZT can serve more schools, and hold its rounds for all of them. */
function isOfOtherSchool(
  { team, schoolId }: Pick<Dossier, "team" | "schoolId">,
  { persoonId }: Pick<DeelnameFeit, "persoonId">,
): boolean {
  const own = team.filter((lid) => lid.persoonId === persoonId && isIb(lid));
  return own.length > 0 && !own.some((lid) => isOfSchool(lid, schoolId));
}
