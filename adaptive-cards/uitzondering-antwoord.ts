/** The dialogs in which the directeur decides or takes a yes back, and the ib takes the question back. */
import { z } from "zod/v4";
import type { Laat } from "#domain/screening-keuze.ts";
import type { UitzonderingGezien } from "#domain/see-uitzondering.ts";
import {
  type AntwoordForm,
  type AntwoordVeld,
  type UitzonderingProblemen,
  uitzonderingMax,
} from "#domain/uitzondering-form.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice, section } from "./card.ts";
import { choiceInput, choicesOf, multilineInput } from "./input.ts";
import { codeField } from "./regierol-form.ts";
import { screenedField } from "./screening.ts";
import { asSent } from "./sent.ts";
import { freeText, list, paragraph, smallPrint } from "./text.ts";
import { kringLabel } from "./uitzondering.ts";
import { uitzonderingVerb } from "./uitzondering-verb.ts";
import { persons } from "./uitzondering-vraag.ts";
import { callFirst, probleemWords } from "./uitzondering-word.ts";
import { formatDate } from "./word.ts";

export const antwoordSent = z.object({
  besluit: asSent,
  kring: asSent,
  motivatie: asSent,
}) satisfies z.ZodType<Record<AntwoordVeld, string>>;
export type AntwoordSent = z.infer<typeof antwoordSent>;

const besluiten = ["ja", "nee"] as const;
const besluitLabel: Record<(typeof besluiten)[number], string> = {
  ja: "Ja, het mag één keer zonder de ouders",
  nee: "Nee, niet zonder de ouders",
};

export function parseAntwoord(sent: AntwoordSent): AntwoordForm {
  return {
    besluit: codeField(besluiten).parse(sent.besluit),
    kring: [...new Set(persons.parse(sent.kring))],
    motivatie: sent.motivatie.trim().normalize("NFC"),
  };
}

export interface AntwoordData {
  readonly gezien: UitzonderingGezien;
  readonly sent?: AntwoordSent;
  readonly problemen?: UitzonderingProblemen<AntwoordVeld>;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export function antwoordCard(
  { gezien, sent, problemen = {}, laat, melding }: AntwoordData,
  token: Stamp,
): Card {
  const others = gezien.kring.filter(({ persoonId }) => persoonId !== gezien.vragerId);
  return card({
    kind: `Vraag over ${gezien.referentie}`,
    title: "Wat besluit je?",
    subtitle: `${gezien.school}, overlegronde ${formatDate(gezien.ronde.datum)}`,
    body: [
      ...(melding ? [notice("info", melding)] : []),
      callFirst(),
      section(`Wat ${gezien.vrager} schrijft`, freeText(gezien.reden ?? "–")),
      choiceInput({
        id: "besluit",
        label: "Mag dit zonder de ouders worden besproken?",
        required: "Kies ja of nee.",
        choices: choicesOf(besluitLabel, besluiten),
        style: "expanded",
        value: sent?.besluit,
        error: probleemWords(problemen.besluit),
      }),
      choiceInput({
        id: "kring",
        label: `Wie mogen erbij zijn, naast ${gezien.vrager}? Je kunt mensen weghalen.`,
        choices: others.map((lid) => ({ title: kringLabel(lid), value: lid.persoonId })),
        style: "expanded",
        multi: true,
        value: sent ? sent.kring : others.map(({ persoonId }) => persoonId),
        error: probleemWords(problemen.kring),
      }),
      ...screenedField({
        veld: "motivatie",
        input: multilineInput({
          id: "motivatie",
          label: "Waarom besluit je dit?",
          required: "Schrijf waarom je dit besluit.",
          maxLength: uitzonderingMax.motivatie,
          value: sent?.motivatie,
          error: probleemWords(problemen.motivatie, sent?.motivatie),
        }),
        problem: problemen.motivatie?.kind === "bevat" ? problemen.motivatie : undefined,
        laat: laat?.motivatie,
        zonderOuders: true,
        press: { verb: uitzonderingVerb.besluitVervang, token },
      }),
      smallPrint("Je reden blijft bewaard: de school moet het later kunnen uitleggen. Schrijf geen namen."),
    ],
    actions: [submit({ title: "Leg vast", verb: uitzonderingVerb.besluitOpslaan, token, style: "positive" })],
    fallbackText: "Een vraag aan jou in Zorgronde.",
  });
}

export function terugCard({ referentie }: Pick<UitzonderingGezien, "referentie">, token: Stamp): Card {
  return card({
    kind: `Vraag over ${referentie}`,
    title: "Je ja terugnemen?",
    tone: "warning",
    body: [
      paragraph("Dit gebeurt meteen:"),
      list([
        "de hulpvraag gaat van de agenda van die ronde;",
        "wie erbij zou zijn, ziet er niets meer van;",
        "de ib hoort het, en kan later opnieuw vragen.",
      ]),
    ],
    actions: [submit({ title: "Ja, neem terug", verb: uitzonderingVerb.terug, token, style: "destructive" })],
    fallbackText: "Een besluit terugnemen.",
  });
}

export function intrekVraagCard(
  { referentie, stand }: Pick<UitzonderingGezien, "referentie" | "stand">,
  token: Stamp,
): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "De vraag aan de directeur terugnemen?",
    tone: "warning",
    body: [
      paragraph(
        stand === "ja"
          ? "De hulpvraag gaat meteen van de agenda van die ronde. Wie erbij zou zijn, ziet er niets meer van."
          : "De directeur hoeft dan niets meer te besluiten.",
      ),
      smallPrint("Je kunt later opnieuw vragen."),
    ],
    actions: [
      submit({ title: "Ja, neem terug", verb: uitzonderingVerb.intrekken, token, style: "destructive" }),
    ],
    fallbackText: "Een vraag terugnemen.",
  });
}

export const antwoordWords = {
  ja: "Vastgelegd. De ib hoort het nu. Je kunt het terugnemen tot de overlegronde begint.",
  nee: "Vastgelegd. De ib hoort het nu, met je reden.",
  back: "Teruggenomen. Het wordt niet besproken.",
  withdrawn: "De vraag is teruggenomen.",
  late: "Dit kan niet meer: er is al besloten, de ronde is begonnen of voorbij, of de vraag is teruggenomen. Je ziet nu hoe het ervoor staat.",
} as const;
