/** The dialog in which somebody says no: a toestemming is taken back, or an objection is made. */
import { z } from "zod/v4";
import { antwoordvormen, antwoordvormSchema, partijSchema } from "#domain/code.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { plainDateSchema } from "#domain/tijd.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { toestemmingVerb } from "./hulpvraag-verb.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { asSent } from "./sent.ts";
import { list, paragraph } from "./text.ts";
import { antwoordvormLabel } from "./toestemming-word.ts";
import { type Form, veldWords } from "./veld.ts";
import { partijLabel } from "./word.ts";

export const intrekForm = z.object({ partij: asSent, op: asSent, vorm: asSent });
/** How it was said is worth keeping, and no reason to refuse it. */
export const intrekSubmitted = z.object({
  partij: partijSchema,
  op: plainDateSchema,
  vorm: antwoordvormSchema.catch("mondeling"),
});

const atOnce = [
  "de hulpvraag gaat van elke agenda af;",
  "anderen zien de naam en de vraag niet meer;",
  "partners krijgen bericht dat ze moeten stoppen, zonder naam of reden;",
  "jij houdt de kaart, en krijgt de taak om in gesprek te gaan.",
];
const afterClosing = [
  "wat er nog over in het kanaal of in een verslag staat, gaat weg;",
  "alleen de ib en coo van de school zien de hulpvraag nog;",
  "de gegevens worden eerder gewist. Je krijgt daar bericht van;",
  "jij krijgt de taak om de intrekking af te handelen, ook op papier.",
];

type Veld = "partij" | "op" | "vorm";

export function intrekkenCard(
  {
    gezien,
    form,
    problemen = {},
    melding,
  }: {
    readonly gezien: ToestemmingGezien;
    readonly form: Form<Veld>;
    readonly problemen?: Problemen<Veld>;
    readonly melding?: string;
  },
  token: Stamp,
): Card {
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Intrekken of bezwaar",
    subtitle: gezien.naam,
    lead: "Nee zeggen kan altijd, ook na de bespreking of de afsluiting. Een reden is niet nodig.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      choiceInput({
        id: "partij",
        label: "Wie zegt nee?",
        choices: choicesOf(partijLabel, gezien.bezwaarlijk),
        style: "expanded",
        value: form.partij,
        error: veldWords(problemen.partij),
        required: "Kies wie.",
      }),
      dateInput({
        id: "op",
        label: "Op welke dag?",
        max: gezien.vandaag.toString(),
        value: form.op,
        error: veldWords(problemen.op),
        required: "Kies een datum.",
      }),
      choiceInput({
        id: "vorm",
        label: "Hoe?",
        choices: choicesOf(antwoordvormLabel, antwoordvormen),
        style: "compact",
        value: form.vorm,
        error: veldWords(problemen.vorm),
      }),
      paragraph("Beslist deze persoon mee? Dan gebeurt dit meteen:"),
      list(gezien.afgesloten ? afterClosing : atOnce),
    ],
    actions: [submit({ title: "Vastleggen", verb: toestemmingVerb.intrekken, token, style: "destructive" })],
    fallbackText: "Intrekken of bezwaar vastleggen.",
  });
}
