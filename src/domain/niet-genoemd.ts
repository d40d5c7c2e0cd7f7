import { type Functie, functies, ibFuncties } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { canBePartner } from "./toestemming.ts";

/** Functions that sit at the table of this hulpvraag and are not named: they see nothing of it. */
export function nietGenoemd({
  aanTafel,
  agendapunten,
  toestemming,
}: Pick<Dossier, "aanTafel" | "agendapunten" | "toestemming">): readonly Functie[] {
  if (!toestemming) return [];
  const rondes = agendapunten.filter(({ status }) => status === "gepland").map(({ ronde }) => ronde);
  const there = new Set<Functie>([
    ...aanTafel,
    ...rondes.flatMap(({ deelnemers }) => deelnemers.map(({ functie }) => functie)),
  ]);
  return functies.filter(
    (functie) =>
      there.has(functie) &&
      canBePartner(functie) &&
      !ibFuncties.some((one) => one === functie) &&
      !toestemming.partners.includes(functie),
  );
}
