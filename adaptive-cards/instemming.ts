/** The dialog in which the ib records that the parents were told in writing (004 §1.8, option 2). */
import { z } from "zod/v4";
import { aanspreekBy } from "#domain/aanspreek.ts";
import {
  begripSchema,
  functieSchema,
  informatietaalSchema,
  informatiewijzeSchema,
  partijSchema,
} from "#domain/code.ts";
import { type InstemmingForm, type InstemmingVeld, leerlingStemmen } from "#domain/instemming.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { plainDateSchema } from "#domain/tijd.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { toestemmingVerb } from "./hulpvraag-verb.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { asSent, codes, emptyIs } from "./sent.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { begripLabel, informatiewijzeLabel, taalLabel } from "./toestemming-word.ts";
import { type Form, veldWords } from "./veld.ts";
import { capital, functieNaam, partijLabel } from "./word.ts";

export const instemmingSent = z.object({
  verzondenOp: asSent,
  wijze: asSent,
  aan: asSent,
  taal: asSent,
  begrepen: asSent,
  partners: asSent,
  leerling: asSent,
  toegezegd: asSent,
}) satisfies z.ZodType<Form<InstemmingVeld>>;
export type InstemmingSent = z.infer<typeof instemmingSent>;

/** What is left empty is the domain's to refuse, beside the rest. */
export const instemmingSubmitted = z.object({
  verzondenOp: emptyIs(plainDateSchema),
  wijze: emptyIs(informatiewijzeSchema),
  aan: codes(partijSchema),
  taal: emptyIs(informatietaalSchema),
  begrepen: emptyIs(begripSchema),
  partners: codes(functieSchema),
  leerling: z.union([z.literal("").transform(() => "nog_niet" as const), z.enum(leerlingStemmen)]),
  toegezegd: emptyIs(plainDateSchema),
}) satisfies z.ZodType<InstemmingForm>;

export function instemmingSentOf({ whose, informatie, partners }: ToestemmingGezien): InstemmingSent {
  return {
    verzondenOp: informatie?.verzondenOp.toString() ?? "",
    wijze: informatie?.wijze ?? "",
    aan: (informatie?.aan ?? (whose.ok ? whose.required : [])).join(","),
    taal: informatie?.taal ?? "nederlands",
    begrepen: informatie?.begrepen ?? "",
    partners: partners.join(","),
    leerling: "nog_niet",
    toegezegd: informatie?.toegezegdTot?.toString() ?? "",
  };
}

export interface InstemmingData {
  readonly gezien: ToestemmingGezien;
  readonly sent: InstemmingSent;
  readonly problemen?: Problemen<InstemmingVeld>;
  readonly melding?: string;
}

const stemLabel = {
  eens: "Is het ermee eens",
  bezwaar: "Wil het niet",
  nog_niet: "Nog niet gevraagd",
} as const;

export function instemmingCard(
  { gezien, sent, problemen = {}, melding }: InstemmingData,
  token: Stamp,
): Card {
  const { whose } = gezien;
  const written = whose.ok ? [...whose.required, ...whose.asked] : [];
  const alone = whose.ok && aanspreekBy(whose.required) === "leerling";
  const title = `${alone ? "Leerling" : "Ouders"} op schrift geïnformeerd`;
  const pupil = written.includes("leerling") && written.length > 1;
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title,
    subtitle: gezien.naam,
    lead: "Vul in wat er is verstuurd. Ik reken uit tot wanneer bezwaar maken kan.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      choiceInput({
        id: "aan",
        label: "Aan wie?",
        choices: choicesOf(partijLabel, written),
        style: "expanded",
        multi: true,
        value: sent.aan,
        error: veldWords(problemen.aan),
      }),
      dateInput({
        id: "verzondenOp",
        label: "Wanneer ging het weg? Bij meer dan één: de laatste.",
        max: gezien.vandaag.toString(),
        value: sent.verzondenOp,
        error: veldWords(problemen.verzondenOp),
        required: "Kies een datum.",
      }),
      dateInput({
        id: "toegezegd",
        label: "Welke laatste dag voor bezwaar staat in de brief? Leeg: ik reken zelf.",
        value: sent.toegezegd,
        error: veldWords(problemen.toegezegd),
      }),
      choiceInput({
        id: "wijze",
        label: "Hoe?",
        choices: choicesOf(informatiewijzeLabel),
        style: "expanded",
        value: sent.wijze,
        error: veldWords(problemen.wijze),
        required: "Kies hoe.",
      }),
      choiceInput({
        id: "taal",
        label: "In welke taal?",
        choices: choicesOf(taalLabel),
        style: "compact",
        value: sent.taal,
        error: veldWords(problemen.taal),
        required: "Kies een taal.",
      }),
      choiceInput({
        id: "begrepen",
        label: "Is het begrepen, voor zover je weet?",
        choices: choicesOf(begripLabel),
        style: "expanded",
        value: sent.begrepen,
        error: veldWords(problemen.begrepen),
        required: "Kies een antwoord.",
      }),
      choiceInput({
        id: "partners",
        label: "Welke partners staan erin?",
        choices: gezien.tafel.map((functie) => ({ title: capital(functieNaam[functie]), value: functie })),
        style: "expanded",
        multi: true,
        value: sent.partners,
        error: veldWords(problemen.partners),
      }),
      ...(pupil
        ? [
            choiceInput({
              id: "leerling",
              label: "Wat vindt de leerling zelf?",
              choices: choicesOf(stemLabel),
              style: "expanded",
              value: sent.leerling,
              error: veldWords(problemen.leerling),
            }),
          ]
        : []),
      paragraph("Zo werkt het:"),
      list([
        "bespreken mag pas als de tijd voor bezwaar voorbij is;",
        "partners zien alleen de naam en de vraag;",
        "partners zeggen alleen of het kind bij hen bekend is;",
        "voor een regierol is later schriftelijke toestemming nodig.",
      ]),
      smallPrint("Een handtekening bij de inschrijving of een stukje in de schoolgids is niet genoeg."),
    ],
    actions: [submit({ title: "Vastleggen", verb: toestemmingVerb.instemming, token, style: "positive" })],
    fallbackText: `${title}.`,
  });
}
