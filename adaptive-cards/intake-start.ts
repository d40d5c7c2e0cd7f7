/** Around the intake: who may not start one, and a leerling for whom there is one already. */
import type { Partner } from "#domain/basisaanbod.ts";
import type { HulpvraagStatus } from "#domain/code.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, section } from "./card.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { intakeVerb } from "./intake.ts";
import { bold, list, paragraph, smallPrint } from "./text.ts";
import { join, statusLabel } from "./word.ts";

export const partnerNaam: Record<Partner, string> = {
  cjg: "Centrum voor Jeugd en Gezin",
  smw: "Schoolmaatschappelijk werk",
  swv: "Samenwerkingsverband",
};

/** For members of an SZT who are no ib or coo: whom to ask, by team. */
export function voorstellenCard(
  teams: readonly { readonly szt: string; readonly ibs: readonly string[] }[],
): Card {
  return card({
    kind: "Nieuwe hulpvraag",
    title: "Stel het voor aan de intern begeleider",
    lead: "Een hulpvraag begint bij de intern begeleider of ondersteuningscoördinator van de school.",
    body: [
      section(
        "Aan wie vraag je het?",
        ...teams.map(({ szt, ibs }) =>
          paragraph([
            bold(szt),
            ibs.length > 0 ? `: ${join(ibs)}` : ": nog niemand. Vraag het aan je beheerder.",
          ]),
        ),
      ),
      section(
        "Zo pak je het aan",
        list([
          "Praat met je collega, of bel. Noem de naam van de leerling niet in een bericht.",
          "Vertel wat je ziet en wat je hebt gedaan.",
          "Je collega vult de vraag in en regelt de toestemming.",
        ]),
      ),
    ],
    fallbackText: "Stel een hulpvraag voor aan de intern begeleider.",
  });
}

/** For who leads or administers: the same for everyone, whatever there is. */
export function nietAanJouCard(): Card {
  return card({
    kind: "Nieuwe hulpvraag",
    title: "Een hulpvraag begint bij de intern begeleider",
    body: [
      paragraph("De intern begeleider of ondersteuningscoördinator van de school vult een hulpvraag in."),
      paragraph(
        "Met jouw rol zie je hier geen hulpvragen. Zo blijft wat over een kind gaat in kleine kring.",
      ),
      smallPrint("Typ help om te zien wat je wel kunt doen."),
    ],
    fallbackText: "Een hulpvraag begint bij de intern begeleider.",
  });
}

/** There is an open hulpvraag for this leerling in this school. `token` is about that one. */
export function bestaatAlCard(
  { referentie, status }: { readonly referentie: string; readonly status: HulpvraagStatus },
  token: Stamp,
): Card {
  const concept = status === "concept";
  return card({
    kind: "Nieuwe hulpvraag",
    title: "Deze hulpvraag is er al",
    lead: ["Voor deze leerling is er op jouw school al een open hulpvraag: ", bold(referentie), "."],
    body: [
      paragraph(
        `Die staat op: ${statusLabel[status].toLowerCase()}. Ga daarmee verder, dan blijft alles bij elkaar.`,
      ),
      smallPrint(
        "Ik heb geen tweede hulpvraag gemaakt. Gaat het om een ander kind met dezelfde naam? Vul dan bij allebei het nummer uit jullie eigen systeem in.",
      ),
    ],
    actions: [
      submit({
        title: `Verder met ${referentie}`,
        verb: concept ? intakeVerb.verder : hulpvraagVerb.toon,
        token,
        style: "positive",
      }),
    ],
    fallbackText: "Voor deze leerling is er al een open hulpvraag.",
  });
}
