import { welcomeCard } from "#cards/welcome.ts";
import { functies } from "#domain/code.ts";
import { type Sample, stamp } from "./sample.ts";

const sample = (name: string, state: string, data: Parameters<typeof welcomeCard>[0]): Sample => ({
  name: `welcome-${name}`,
  state,
  card: () => welcomeCard(data, stamp),
});

export const samples: Sample[] = [
  sample("ib", "intern begeleider", { voornaam: "Marloes", functies: ["ib"] }),
  sample("scp", "PPO-contactpersoon", { voornaam: "Youssef", functies: ["scp"] }),
  sample("leerplicht", "leerplichtambtenaar, op uitnodiging", {
    voornaam: "Irene",
    functies: ["leerplicht"],
  }),
  sample("directeur", "directeur", { voornaam: "Henk-Jan", functies: ["directeur"] }),
  sample("beheerder", "beheerder", { voornaam: "Saar", functies: ["beheerder"] }),
  sample("two-functies", "ib'er die ook beheerder is", { voornaam: "Fatma", functies: ["ib", "beheerder"] }),
  sample("all-functies", "iemand met alle functies, de meeste knoppen", { voornaam: "Max", functies }),
  sample("stranger", "nog zonder functie, en met een naam vol tekens", {
    voornaam: "[Klik](https://example.org) *Wim* <at>Iedereen</at>",
    functies: [],
  }),
];
