/**
 * Basisondersteuning: choose what the question is about, see which partner offers what, and whom to ask in this
 * school. Nothing is stored; the intake stays one press away for when the question proves bigger.
 */
import { z } from "zod/v4";
import { type Domein, domeinen, domeinSchema, type Functie } from "#domain/code.ts";
import { basisOfExtraVerb } from "./basis-of-extra.ts";
import { execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { choiceInput, choicesOf } from "./input.ts";
import { bold, list, paragraph, smallPrint } from "./text.ts";
import { capital, domeinLabel, functieNaam } from "./word.ts";

export const basisVerb = { aanbod: "show-basis-aanbod", domein: basisOfExtraVerb.basis } as const;

export const basisSubmitted = z.object({ domein: domeinSchema });

/** What a partner offers without a case, and who does that in this school. */
export type BasisAanbod = {
  partner: string;
  items: readonly string[];
  /** Absent = nobody in this school has the function now. */
  contact?: { naam: string; functie: Functie };
};

export function basisDomeinCard(token: Stamp, form: { value?: string; error?: string } = {}): Card {
  return card({
    kind: "Basisondersteuning",
    title: "Waar gaat de vraag over?",
    body: [
      choiceInput({
        id: "domein",
        label: "Onderwerp",
        choices: choicesOf(domeinLabel, domeinen),
        style: "compact",
        required: "Kies een onderwerp.",
        ...form,
      }),
      smallPrint("Ik bewaar dit niet. Noem geen namen."),
    ],
    actions: [
      execute({ title: "Toon het aanbod", verb: basisVerb.aanbod, token, style: "positive" }),
      openDialog({ title: "Toch extra: hulpvraag maken", verb: basisOfExtraVerb.extra, token }),
    ],
    fallbackText: "Basisondersteuning: kies waar de vraag over gaat.",
  });
}

export function basisAanbodCard(
  { domein, aanbod }: { domein: Domein; aanbod: readonly BasisAanbod[] },
  token: Stamp,
): Card {
  return card({
    kind: "Basisondersteuning",
    title: "Wie kan helpen?",
    subtitle: domeinLabel[domein],
    body: [
      ...(domein === "veiligheid" ? [notice("warning", dangerWords)] : []),
      ...(aanbod.length === 0
        ? [
            notice(
              "info",
              "Voor dit onderwerp is er geen vast aanbod. Maak een hulpvraag, of kies iets anders.",
            ),
          ]
        : [
            paragraph("Vraag het direct aan de contactpersoon. Bespreek het ook met de ouders."),
            ...aanbod.map(partner),
            smallPrint("Ik heb niets bewaard. Is de vraag toch groter? Maak dan een hulpvraag."),
          ]),
    ],
    actions: [
      openDialog({ title: "Toch extra: hulpvraag maken", verb: basisOfExtraVerb.extra, token }),
      execute({ title: "Ander onderwerp", verb: basisVerb.domein, token, associatedInputs: "none" }),
    ],
    fallbackText: "Basisondersteuning: dit is het aanbod van de partners op jouw school.",
  });
}

const dangerWords =
  "Is een kind nu in gevaar? Bel 112. Advies of melden: Veilig Thuis, 0800-2000, dag en nacht. Volg de meldcode.";

function partner({ partner: naam, items, contact }: BasisAanbod): Element {
  return section(
    naam,
    contact
      ? paragraph([bold(contact.naam), `, ${functieNaam[contact.functie]}`])
      : paragraph([bold("Nog geen contactpersoon"), " op deze school. Vraag het aan je beheerder."]),
    ...(items.length > 0 ? [list(items.map(capital))] : []),
  );
}
