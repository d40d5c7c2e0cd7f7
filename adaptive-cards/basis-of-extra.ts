/**
 * The first question at a new hulpvraag: a light question goes straight to a partner, without a case, and the kernteam can
 * be asked for advice without consent as long as nobody is named (003).
 */

import { adviesvraagVerb } from "./adviesvraag-verb.ts";
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
    title: "Basis, extra of advies?",
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
      section(
        "Adviesvraag",
        paragraph("Je wilt eerst advies, zonder te zeggen om wie het gaat."),
        list(["Toestemming is niet nodig: niemand mag het kind kunnen herkennen."]),
      ),
      smallPrint("Twijfel je? Begin met basis."),
    ],
    actions: [
      execute({ title: "Basis: wie kan helpen?", verb: basisOfExtraVerb.basis, token }),
      openDialog({ title: "Extra: hulpvraag maken", verb: basisOfExtraVerb.extra, token }),
      openDialog({ title: "Adviesvraag zonder naam", verb: adviesvraagVerb.stel, token }),
    ],
    fallbackText: "Nieuwe hulpvraag: kies basis, extra of advies.",
  });
}
