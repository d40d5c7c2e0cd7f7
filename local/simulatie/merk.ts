/** What is typed in the simulation about a child: words that stand nowhere else, so that every byte can be traced to its case. */
import { letters } from "./wereld.ts";

const patroon = /(kanarie|zorgtekst)([a-z]{2,})/gi;
/** A month and year of birth, as a card says them. No other date of so long ago is in the world. */
const geboren =
  /(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) 20(0\d|1\d)/i;

const zinnen = [
  (woord: string) => `${woord} loopt vast bij rekenen`,
  (woord: string) => `${woord} hielp een beetje`,
  (woord: string) => `${woord} wil rust`,
  (woord: string) => `${woord} boven in de kast`,
];

export interface Merken {
  maak(soort: "naam" | "wat"): string;
  hoortBij(woord: string, zaak: string): void;
  zaakVan(woord: string): string | undefined;
}

export function eenMerkenboek(): Merken {
  const zaken = new Map<string, string>();
  let gemaakt = 0;
  return {
    maak(soort) {
      gemaakt += 1;
      const woord = `${soort === "naam" ? "kanarie" : "zorgtekst"}${letters(gemaakt)}`;
      if (soort === "naam") return `Zwaantje ${woord.charAt(0).toUpperCase()}${woord.slice(1)}`;
      return zinnen[gemaakt % zinnen.length]?.(woord) ?? woord;
    },
    hoortBij: (woord, zaak) => void zaken.set(woord, zaak),
    zaakVan: (woord) => zaken.get(woord),
  };
}

/** The marked words in something that left the house. */
export function merkenIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(patroon)].map(([woord]) => woord.toLowerCase()))];
}

export const noemtGeboorte = (text: string): boolean => geboren.test(text);

export const soortVan = (woord: string): "naam" | "wat" => (woord.startsWith("kanarie") ? "naam" : "wat");
