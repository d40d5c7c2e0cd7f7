/** The dialog in which a toestemming is taken back. */
import { z } from "zod/v4";
import { partijSchema } from "#domain/code.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { plainDateSchema } from "#domain/tijd.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { toestemmingVerb } from "./hulpvraag-verb.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { list, paragraph } from "./text.ts";
import { type Form, veldWords } from "./veld.ts";
import { partijLabel } from "./word.ts";

const asSent = z.string().max(4000).catch("");
export const intrekForm = z.object({ partij: asSent, op: asSent });
export const intrekSubmitted = z.object({ partij: partijSchema, op: plainDateSchema });

export function toestemmingIntrekkenCard(
  {
    gezien,
    form,
    problemen = {},
    melding,
  }: {
    gezien: ToestemmingGezien;
    form: Form<"partij" | "op">;
    problemen?: Problemen<"partij" | "op">;
    melding?: string;
  },
  token: Stamp,
): Card {
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Toestemming intrekken",
    subtitle: gezien.naam,
    lead: "Wie toestemming gaf, mag die altijd intrekken. Een reden is niet nodig.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      choiceInput({
        id: "partij",
        label: "Wie trekt de toestemming in?",
        choices: choicesOf(partijLabel, gezien.intrekbaar),
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
      paragraph("Dit gebeurt meteen:"),
      list([
        "de hulpvraag gaat van elke agenda af;",
        "anderen zien de naam en de vraag niet meer;",
        "jij houdt de kaart, om verder te overleggen met de ouders.",
      ]),
    ],
    actions: [submit({ title: "Intrekken", verb: toestemmingVerb.intrekken, token, style: "destructive" })],
    fallbackText: "Toestemming intrekken.",
  });
}
