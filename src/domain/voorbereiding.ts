/** What is still missing for an item, some days before the round: the person who should be at the table. */
import { type Functie, ibFuncties } from "./code.ts";
import type { AgendapuntFeit, Dossier } from "./dossier.ts";

/**
 * Functions that should be at the table and of which nobody comes: nobody was asked, for the round or for this item, or
 * who was asked cannot and nobody comes instead. The ib is there by what she is.
 */
export function mistAanTafel(
  { aanTafel, team }: Pick<Dossier, "aanTafel" | "team">,
  { ronde, genodigden = [] }: Pick<AgendapuntFeit, "ronde" | "genodigden">,
): readonly Functie[] {
  const coming = ronde.deelnemers.filter(({ komst }) => komst !== "niet").map(({ functie }) => functie);
  const asked = team.filter(({ persoonId }) => genodigden.includes(persoonId)).map(({ functie }) => functie);
  const there = new Set<Functie>([...coming, ...asked, ...ibFuncties]);
  return aanTafel.filter((functie) => !there.has(functie));
}
