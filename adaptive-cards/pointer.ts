import { type Card, card } from "./card.ts";

const words = {
  hier: {
    title: "Dit bericht staat nu lager",
    lead: "Je vindt het nieuwste bericht hierover onder in deze chat.",
    fallbackText: "Dit bericht staat nu lager in de chat.",
  },
  elders: {
    title: "Dit bericht staat nu ergens anders",
    lead: "Je vindt het nieuwste bericht hierover in een ander gesprek met Zorgronde.",
    fallbackText: "Dit bericht staat nu in een ander gesprek.",
  },
} as const;

/** What an earlier message becomes when a newer one about the same subject stands below it, or in another chat. */
export function pointerCard(where: keyof typeof words = "hier"): Card {
  return card({ kind: "Verplaatst", body: [], ...words[where] });
}
