/** To who could see a hulpvraag until now: it has stopped. Always the same words, so that they tell nothing. */
import { type Card, card } from "./card.ts";
import { paragraph } from "./text.ts";

export const gestoptSummary = "Een hulpvraag is gestopt";

export function gestoptCard(): Card {
  return card({
    kind: "Bericht",
    title: "Een hulpvraag is gestopt",
    lead: "Een hulpvraag waar je bij betrokken was, is gestopt. Gebruik wat je erover weet niet meer.",
    body: [
      paragraph(
        "Heb je er zelf iets over opgeschreven of bewaard? Overleg met de school wat daarmee gebeurt.",
      ),
    ],
    fallbackText: gestoptSummary,
  });
}
