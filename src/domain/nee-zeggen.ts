/** Who can take a yes back, or object. */
import type { Partij } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { deelhouders, holdersOf } from "./gezag.ts";
import { isNee, lastAnswers } from "./toestemming-antwoord.ts";

/** Everybody who was or could have been asked, and did not say no yet. A parent without gezag is heard too. */
export function canSayNo({
  gezag,
  gezagMerken,
  toestemming,
}: Pick<Dossier, "gezag" | "gezagMerken" | "toestemming">): readonly Partij[] {
  if (!toestemming) return [];
  const no = new Set(
    lastAnswers(toestemming.antwoorden)
      .filter(({ soort }) => isNee(soort))
      .map(({ partij }) => partij),
  );
  const heard: readonly Partij[] = [
    ...holdersOf[gezag],
    ...deelhouders(gezag, gezagMerken),
    ...(gezag === "een_ouder" ? (["ouder2"] as const) : []),
    ...(gezag === "meerderjarig" ? (["ouder1", "ouder2"] as const) : []),
    "leerling",
  ];
  return heard.filter((partij) => !no.has(partij));
}
