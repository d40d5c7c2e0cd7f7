import { calmErrorCard } from "#cards/calm-error.ts";
import type { Sample } from "./sample.ts";

export const samples: Sample[] = [
  { name: "calm-error", state: "er ging iets mis", card: () => calmErrorCard() },
  {
    name: "calm-error-code",
    state: "er ging iets mis, met code",
    card: () => calmErrorCard({ code: "K7-4821" }),
  },
];
