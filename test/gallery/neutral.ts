import { neutralCard } from "#cards/neutral.ts";
import type { Sample } from "./sample.ts";

export const samples: Sample[] = [
  { name: "neutral", state: "onbekend, geen recht, oude kaart of niet voor jou", card: neutralCard },
];
