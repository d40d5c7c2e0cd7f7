/** What people say beforehand about coming to a round, and who can come in somebody's place. */
import type { Aanwezigheid, Erbij, Komst, Plaats } from "./code.ts";
import type { DeelnameFeit, RondeFeit, TeamlidFeit } from "./dossier.ts";
import { canTakePart } from "./overlegronde.ts";

/**
 * Of the same function or the same organisation, and not there already. A right does not come along: a replacement sees
 * what the toestemming gives the own function.
 */
export function vervangersVoor(
  team: readonly TeamlidFeit[],
  { datum, deelnemers }: Pick<RondeFeit, "datum" | "deelnemers">,
  persoonId: string,
): readonly TeamlidFeit[] {
  const own = canTakePart(team, datum).find((lid) => lid.persoonId === persoonId);
  if (!own) return [];
  const there = new Set(deelnemers.filter((one) => one.vervangtId !== persoonId).map((one) => one.persoonId));
  return canTakePart(team, datum).filter((lid) => {
    const near =
      lid.functie === own.functie || (own.organisatie != null && lid.organisatie === own.organisatie);
    return near && lid.persoonId !== persoonId && !there.has(lid.persoonId);
  });
}

/** Why somebody cannot come this way: there is no room, or no way in. Null when it can be. */
export type GeenWeg = "alleen_online" | "geen_link";

export function geenWeg(
  { plaats, deelnameLink }: Pick<RondeFeit, "plaats" | "deelnameLink">,
  komst: Komst,
): GeenWeg | null {
  if (komst === "in_de_kamer" && plaats === "online") return "alleen_online";
  return komst === "online" && deelnameLink === null ? "geen_link" : null;
}

/** The same for who comes for one item alone. */
export function verwachtErbij(
  { aanwezigheid, komst }: { readonly aanwezigheid?: Erbij | null; readonly komst: Komst | null },
  plaats: Plaats,
): Erbij {
  if (aanwezigheid) return aanwezigheid;
  return komst === "niet" ? "afwezig" : (komst ?? (plaats === "online" ? "online" : "in_de_kamer"));
}

/** What the chair begins with: as people said it, and else as the place has it. */
export function verwachteAanwezigheid(
  { persoonId, aanwezigheid, komst = null }: Pick<DeelnameFeit, "persoonId" | "aanwezigheid" | "komst">,
  deelnemers: readonly Pick<DeelnameFeit, "vervangtId">[],
  plaats: Plaats,
): Aanwezigheid {
  if (aanwezigheid) return aanwezigheid;
  if (komst === "niet")
    return deelnemers.some(({ vervangtId }) => vervangtId === persoonId) ? "vervangen" : "afwezig";
  return komst ?? (plaats === "online" ? "online" : "in_de_kamer");
}
