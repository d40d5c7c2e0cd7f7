import { type Card, card } from "./card.ts";

/**
 * What stands in a chat before we know that Teams took our message: the content follows as an edit. When the answer of
 * Teams is lost, this is all that such a copy ever says; so it must be true then as well.
 */
export function placeholderCard(): Card {
  return card({
    kind: "Bericht",
    title: "Hier komt je bericht",
    lead: "Blijft het hier leeg? Dan staat het bericht hieronder.",
    body: [],
    fallbackText: "Hier komt een bericht van Zorgronde.",
  });
}
