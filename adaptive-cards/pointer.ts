import { type Card, card } from "./card.ts";

/** What an earlier message becomes when a newer one about the same subject stands below it. */
export function pointerCard(): Card {
  return card({
    kind: "Verplaatst",
    title: "Dit bericht staat nu lager",
    lead: "Je vindt het nieuwste bericht hierover onder in deze chat.",
    body: [],
    fallbackText: "Dit bericht staat nu lager in de chat.",
  });
}
