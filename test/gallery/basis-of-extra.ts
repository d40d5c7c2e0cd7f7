import { basisOfExtraCard } from "#cards/basis-of-extra.ts";
import { type Sample, stamp } from "./sample.ts";

export const samples: Sample[] = [
  {
    name: "basis-of-extra",
    state: "eerste vraag bij een nieuwe hulpvraag",
    card: () => basisOfExtraCard(stamp),
  },
];
