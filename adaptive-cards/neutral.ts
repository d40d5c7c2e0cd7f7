/**
 * The one answer to whatever may not be shown: an unknown reference, no rights, an old or forwarded card, somebody
 * else's card. Always the same to the letter and without a token, so that it tells nobody which of these it was.
 */
import { type Card, card } from "./card.ts";
import { list, paragraph } from "./text.ts";

export const neutralText = "Dit kan ik je hier niet laten zien. Typ help om te zien wat je wel kunt doen.";

export function neutralCard(): Card {
  return card({
    kind: "Bericht",
    title: "Dit kan ik je hier niet laten zien",
    body: [
      paragraph("Dat kan verschillende redenen hebben:"),
      list(["het bestaat niet, of niet meer;", "de kaart is oud of al gebruikt;", "het hoort niet bij jou."]),
      paragraph("Typ help om te zien wat je wel kunt doen. Klopt dit niet? Vraag het na in je team."),
    ],
    fallbackText: neutralText,
  });
}
