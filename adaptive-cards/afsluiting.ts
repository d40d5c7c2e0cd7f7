/** Closing a hulpvraag: the holder proposes it with a reason, the ib confirms after telling the parents. */
import { z } from "zod/v4";
import type { Afsluitreden } from "#domain/code.ts";
import type { Doelbereik } from "#domain/doelbereik.ts";
import { sluitredenen } from "#domain/regierol-reden.ts";
import type { RegierolProblemen } from "#domain/terugkoppeling.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card } from "./card.ts";
import { doelbereikFields, doelbereikLines, doelbereikSubmitted } from "./doelbereik.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import type { DialogZaak } from "./regierol-dialog.ts";
import { codeField, dateField, fieldWords } from "./regierol-form.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { bold, list, paragraph, smallPrint } from "./text.ts";
import { type LooptNog, looptNogElements } from "./wachtlijst.ts";
import { afsluitredenLabel } from "./word.ts";

export const voorstelSubmitted = z.object({ reden: codeField(sluitredenen) }).and(
  z
    .looseObject({})
    .pipe(doelbereikSubmitted)
    .transform((doelen) => ({ doelen })),
);

/** What is still waited for stands on both dialogs: nobody asks after it once this is closed. */
type SluitZaak = DialogZaak & { readonly gezien?: LooptNog };
const looptNog = ({ gezien }: SluitZaak) => (gezien ? looptNogElements(gezien) : []);

/** `doelen`: what was filled in and refused, for want of the first answer. */
export function voorstelCard(zaak: SluitZaak, token: Stamp, doelen?: Doelbereik): Card {
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Afsluiten voorstellen",
    body: [
      ...looptNog(zaak),
      choiceInput({
        id: "reden",
        label: "Is het doel bereikt?",
        choices: choicesOf(afsluitredenLabel, sluitredenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        ...(doelen ? { error: "kies wat het beste past." } : {}),
      }),
      paragraph([bold("Wat is er bereikt?"), " Weet je iets niet? Laat het dan zo staan."]),
      ...doelbereikFields(doelen),
      smallPrint(
        `De intern begeleider vertelt het ${aanspreekWords[zaak.aanspreek].naam} en bevestigt. Tot die tijd houd jij de regierol.`,
      ),
    ],
    actions: [submit({ title: "Stel voor", verb: regierolVerb.afsluiten, token, style: "positive" })],
    fallbackText: "Afsluiten voorstellen.",
  });
}

export const afgeslotenSummary = "Een hulpvraag is afgesloten";

/** To who worked for it and sees no more of it: the number, and that there is nothing left to do. */
export function afgeslotenCard({
  referentie,
  gaatDoor = false,
}: {
  readonly referentie: string;
  readonly gaatDoor?: boolean;
}): Card {
  const title = gaatDoor ? "Je regierol is overgenomen" : afgeslotenSummary;
  const what = gaatDoor
    ? `Iemand anders heeft nu de regierol van ${referentie}. Dank je wel voor je werk.`
    : `${referentie} is afgesloten.`;
  return card({
    kind: "Bericht",
    title,
    lead: `${what} Je taken zijn weg.`,
    body: [
      paragraph("Je ziet deze hulpvraag niet meer. Heb je een vraag? Stel die aan de intern begeleider."),
    ],
    fallbackText: title,
  });
}

export const bevestigSubmitted = z.object({ verteldOp: dateField });
type BevestigForm = z.output<typeof bevestigSubmitted>;

export function bevestigCard(
  zaak: SluitZaak & { readonly voorgesteld: Afsluitreden; readonly bereikt: Doelbereik | null },
  token: Stamp,
  filled: { readonly form?: BevestigForm; readonly problemen?: RegierolProblemen<keyof BevestigForm> } = {},
): Card {
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Afsluiting bevestigen",
    body: [
      ...looptNog(zaak),
      paragraph(["De regierolhouder zegt: ", bold(afsluitredenLabel[zaak.voorgesteld]), "."]),
      ...doelbereikLines(zaak.bereikt),
      dateInput({
        id: "verteldOp",
        label: `Wanneer heb je het ${aanspreekWords[zaak.aanspreek].naam} verteld?`,
        max: zaak.vandaag.toString(),
        value: (filled.form ? filled.form.verteldOp : zaak.vandaag)?.toString(),
        ...fieldWords(filled.problemen, "verteldOp"),
      }),
      paragraph("Als je bevestigt:"),
      list(["stoppen de regierol, open acties en termijnen;", "zien anderen de hulpvraag niet meer."]),
    ],
    actions: [
      submit({ title: "Bevestig", verb: regierolVerb.bevestigen, token, style: "positive" }),
      submit({ title: "Nog niet afsluiten", verb: regierolVerb.afwijzen, token, associatedInputs: "none" }),
    ],
    fallbackText: "Afsluiting bevestigen.",
  });
}

export const afsluitingWords = {
  dialogTitle: "Afsluiten",
  proposed: "Ik leg het voor aan de intern begeleider.",
  closed: "De hulpvraag is afgesloten.",
  rejected: "De hulpvraag loopt door. De regierolhouder ziet dat.",
} as const;
