import type { Card } from "#cards/card.ts";
import { type KeyRing, keyedHash } from "#database/kluis.ts";

/** What a card says, tokens left out: equal marks need no edit. Keyed, so that the mark tells nothing of a name. */
export function fingerprint(keys: KeyRing, card: Card): Buffer {
  const words = JSON.stringify(card, (key, value) => (key === "t" ? undefined : value));
  return keyedHash(keys, "bericht", words);
}
