import { helpCard } from "#cards/help.ts";
import { type Sample, stamp } from "./sample.ts";

export const samples: Sample[] = [
  { name: "help-ib", state: "intern begeleider", card: () => helpCard({ functies: ["ib"] }, stamp) },
  {
    name: "help-smw",
    state: "schoolmaatschappelijk werker",
    card: () => helpCard({ functies: ["smw"] }, stamp),
  },
  { name: "help-directeur", state: "directeur", card: () => helpCard({ functies: ["directeur"] }, stamp) },
  { name: "help-stranger", state: "nog zonder functie", card: () => helpCard({ functies: [] }, stamp) },
];
