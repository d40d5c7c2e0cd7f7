import type { Stamp } from "#cards/button.ts";
import type { Card } from "#cards/card.ts";

/**
 * One card in one state, as it stands in the gallery and in a golden file. A new card of the product gets a file
 * `test/gallery/<noun>.ts` with `export const samples: Sample[]`; the registry finds it by itself.
 */
export type Sample = {
  /** kebab-case and unique, begins with the noun: "welcome-ib". Also the name of the golden file and the pictures. */
  name: string;
  /** In Dutch, who looks and how things stand: "intern begeleider, eerste keer". */
  state: string;
  card: () => Card;
};

/** Tokens that are the same in every run and can be recognised when one shows up in a text. */
export const stamp: Stamp = (verb, about) => `zegel.${verb}.${about ?? "kaart"}`;
