/** To who could see a hulpvraag until now: it has stopped. The same words whatever the reason, so that they tell nothing. */
import { type Card, card } from "./card.ts";
import { paragraph } from "./text.ts";

/** A lock screen shows it: without the school. */
export const gestoptSummary = "Een hulpvraag is gestopt";

/** The school is what makes it something to act on; this person knew it. Null when it cannot be known any more. */
export function gestoptCard({ school }: { readonly school: string | null }): Card {
  const of = school ? ` van ${school}` : "";
  const met = school ?? "de school";
  return card({
    kind: "Bericht",
    title: "Een hulpvraag is gestopt",
    lead: `Een hulpvraag${of} waar je bij betrokken was, is gestopt. Gebruik wat je erover weet niet meer.`,
    body: [
      paragraph(
        `Weet je niet welke? Vraag het aan de intern begeleider van ${met}. Bel of ga langs, en noem in Teams geen naam.`,
      ),
      paragraph(`Heb je er zelf iets over opgeschreven of bewaard? Overleg met ${met} wat daarmee gebeurt.`),
    ],
    fallbackText: gestoptSummary,
  });
}
