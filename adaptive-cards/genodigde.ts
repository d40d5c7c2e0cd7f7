/** The dialog in which the ib asks people for one item alone. */
import { z } from "zod/v4";
import type { Functie } from "#domain/code.ts";
import type { Kandidaat } from "#domain/genodigde.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput } from "./input.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { tijdvakVerb } from "./tijdvak-verb.ts";
import { formatDate, functieKort, functieNaam, join } from "./word.ts";

export interface GenodigdeDialog {
  readonly referentie: string;
  readonly datum: Temporal.PlainDate;
  readonly kandidaten: readonly Kandidaat[];
  readonly error?: string | undefined;
}

/** Ids joined by commas; what is no id is left out. */
export const genodigdenSubmitted = z.object({
  genodigden: z
    .string()
    .max(4000)
    .catch("")
    .transform((text) => text.split(",").filter((part) => z.uuid().safeParse(part).success)),
});

export function genodigdeCard({ referentie, datum, kandidaten, error }: GenodigdeDialog, token: Stamp): Card {
  const named = kandidaten.filter(({ genoemd, gevraagd }) => genoemd || gevraagd);
  const others = kandidaten.filter((one) => !named.includes(one));
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Wie komt alleen hiervoor?",
    subtitle: formatDate(datum),
    body: [
      ...(error ? [notice("warning", error)] : []),
      paragraph(
        "Zij krijgen een tijd en zien alleen deze hulpvraag. Wie er verder op de agenda staat, zien zij niet.",
      ),
      ...(named.length > 0
        ? [
            choiceInput({
              id: "genodigden",
              label: "Uitnodigen",
              choices: named.map(({ persoonId, naam, functie }) => ({
                title: `${naam} (${functieKort[functie]})`,
                value: persoonId,
              })),
              style: "expanded",
              multi: true,
              value: named.filter(({ gevraagd }) => gevraagd).map(({ persoonId }) => persoonId),
            }),
          ]
        : [paragraph("Er is nu niemand die je alleen hiervoor kunt uitnodigen.")]),
      ...(others.length > 0
        ? [
            paragraph("Deze mensen kun je niet uitnodigen. De toestemming noemt ze niet:"),
            list(others.map(({ naam, functie }) => `${naam} (${functieKort[functie]})`)),
            smallPrint(
              "Is iemand van hen nodig? Vraag het eerst aan de ouders. Kies op de kaart van de hulpvraag: Toestemming, en dan: Partner erbij.",
            ),
          ]
        : []),
    ],
    actions:
      named.length > 0
        ? [submit({ title: "Opslaan", verb: tijdvakVerb.kiesOpslaan, token, style: "positive" })]
        : [],
    fallbackText: "Kies wie alleen hiervoor komt.",
  });
}

export function notNamedRefusal(functies: readonly Functie[]): string {
  const who = join(functies.map((functie) => functieNaam[functie]));
  return `De toestemming noemt nu niet: ${who}. Vraag het eerst aan de ouders: kies op de kaart van de hulpvraag Toestemming, en dan Partner erbij.`;
}
