import { crisisCard } from "#cards/crisis.ts";
import type { Sample } from "./sample.ts";

export const samples: Sample[] = [
  { name: "crisis", state: "een bericht wijst op gevaar", card: () => crisisCard() },
  {
    name: "crisis-kanaal",
    state: "een bericht in een kanaal wijst op gevaar",
    card: () => crisisCard({ place: "kanaal" }),
  },
];
