/** The first question at a new hulpvraag: a light question goes straight to a partner, without a case (003). */
import { execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, section } from "./card.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { startVerb } from "./welcome.ts";

export const basisOfExtraVerb = {
  basis: "choose-basis",
  extra: "open-intake",
  help: startVerb.help,
} as const;

export function basisOfExtraCard(token: Stamp): Card {
  return card({
    kind: "Nieuwe hulpvraag",
    title: "Basis of extra?",
    lead: "Kies wat het beste past. Je kunt later altijd wisselen.",
    body: [
      section(
        "Basis",
        paragraph("Een korte vraag over één ding. Je legt hem direct neer bij een partner."),
        list(["Toestemming voor een overleg is niet nodig.", "Ik bewaar niets."]),
      ),
      section(
        "Extra",
        paragraph("Er speelt meer, het duurt langer, of basis was niet genoeg."),
        list([
          "We maken samen een hulpvraag voor de overlegronde.",
          "De ouders weten ervan, en jij vraagt toestemming.",
        ]),
      ),
      smallPrint("Twijfel je? Begin met basis."),
    ],
    actions: [
      execute({ title: "Basis: wie kan helpen?", verb: basisOfExtraVerb.basis, token }),
      openDialog({ title: "Extra: hulpvraag maken", verb: basisOfExtraVerb.extra, token }),
    ],
    fallbackText: "Nieuwe hulpvraag: kies basis of extra.",
  });
}
