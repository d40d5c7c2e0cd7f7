import { type Card, card, section } from "./card.ts";
import { bold, list, paragraph } from "./text.ts";

/** For who has Teams but no place in a School Zorg Team: why there is nothing to do here, and whom to ask. */
export function strangerCard(): Card {
  return card({
    kind: "Hulp",
    title: "Je zit nog niet in een School Zorg Team",
    lead: "Zorgronde is voor de mensen van een School Zorg Team. Jij staat daar nu niet bij.",
    body: [
      section(
        "Wat je kunt doen",
        list([
          "Heb je een vraag over een leerling? Ga naar de intern begeleider van je school.",
          "Hoor je wel bij een team? Vraag de beheerder van Zorgronde om je toe te voegen.",
        ]),
      ),
      paragraph(["Is een kind in gevaar? Bel ", bold("112"), " of Veilig Thuis: ", bold("0800-2000"), "."]),
    ],
    fallbackText: "Je zit nog niet in een School Zorg Team.",
  });
}
