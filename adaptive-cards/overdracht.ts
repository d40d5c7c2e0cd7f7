/** The dialogs in which an actie goes to somebody else, or gets another date: of a hulpvraag and of the team alike. */
import { z } from "zod/v4";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { type Weigerreden, weigerredenen } from "#domain/regierol-reden.ts";
import type { Veldprobleem } from "#domain/veld.ts";
import { overdrachtVerb, teamactieVerb } from "./actie-verb.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { weigerredenLabel } from "./regierol-dialog.ts";
import { codeField, dateField, personField } from "./regierol-form.ts";
import { freeText, paragraph, smallPrint } from "./text.ts";
import { veldWords } from "./veld.ts";
import { functieKort } from "./word.ts";

/** Null for an actie of the team. */
export type Over = string | null;
const kindOf = (referentie: Over) =>
  referentie === null ? "Acties van het team" : `Hulpvraag ${referentie}`;

export const overdrachtSubmitted = z.object({ aan: personField });

export interface OverdrachtDialog {
  readonly referentie: Over;
  readonly kandidaten: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[];
  readonly aan?: string | null;
  readonly probleem?: Veldprobleem;
}

export function overdrachtCard(
  { referentie, kandidaten, aan, probleem }: OverdrachtDialog,
  token: Stamp,
): Card {
  const error =
    probleem?.kind === "niet_in_team"
      ? "deze persoon kan dit nu niet overnemen. Kies iemand anders."
      : veldWords(probleem);
  return card({
    kind: kindOf(referentie),
    title: "Overdragen",
    body: [
      choiceInput({
        id: "aan",
        label: "Aan wie vraag je het?",
        choices: kandidaten.map(({ persoonId, naam, functie }) => ({
          title: `${naam} (${functieKort[functie]})`,
          value: persoonId,
        })),
        style: "compact",
        required: "Kies een collega.",
        value: aan ?? undefined,
        error,
      }),
      smallPrint(
        referentie === null
          ? "Tot je collega ja zegt, blijft de actie bij jou. De datum gaat mee."
          : "Je ziet alleen wie dit volgens de toestemming mag weten. Tot je collega ja zegt, blijft de actie bij jou. De datum gaat mee.",
      ),
    ],
    actions: [
      submit({
        title: "Vraag het",
        verb: referentie === null ? teamactieVerb.overdracht : overdrachtVerb.vraagOpslaan,
        token,
        style: "positive",
      }),
    ],
    fallbackText: "Een actie overdragen.",
  });
}

export function terugnemenCard(soort: "actie" | "teamactie", token: Stamp): Card {
  const team = soort === "teamactie";
  return card({
    kind: team ? "Acties van het team" : "Actie",
    title: "Wil je de vraag terugnemen?",
    body: [paragraph("Je collega ziet de vraag dan niet meer. De actie blijft bij jou.")],
    actions: [
      submit({
        title: "Ja, neem terug",
        verb: team ? teamactieVerb.trekIn : overdrachtVerb.trekIn,
        token,
        style: "positive",
      }),
    ],
    fallbackText: "De vraag om een actie over te nemen terugnemen.",
  });
}

/** Of work that is about no child nobody stands too close to a family. */
const teamredenen = weigerredenen.filter((reden) => reden !== "te_dichtbij");

export const overdrachtNeeSubmitted = z.object({ reden: codeField<Weigerreden>(weigerredenen) });

export function overdrachtNeeCard(soort: "actie" | "teamactie", token: Stamp, refused = false): Card {
  const team = soort === "teamactie";
  return card({
    kind: team ? "Acties van het team" : "Actie",
    title: "Je neemt dit niet over",
    body: [
      choiceInput({
        id: "reden",
        label: "Waarom niet?",
        choices: choicesOf(weigerredenLabel, team ? teamredenen : weigerredenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        ...(refused ? { error: "kies wat het beste past." } : {}),
      }),
      smallPrint("Je collega ziet je antwoord. De actie blijft bij je collega."),
    ],
    actions: [
      submit({
        title: "Verstuur",
        verb: team ? teamactieVerb.nee : overdrachtVerb.nee,
        token,
        style: "positive",
      }),
    ],
    fallbackText: "Een actie niet overnemen.",
  });
}

export const datumSubmitted = z.object({ datum: dateField });

export interface DatumDialog {
  readonly referentie: Over;
  readonly omschrijving: string | null;
  readonly verb: string;
  readonly vandaag: Temporal.PlainDate;
  readonly datum: Temporal.PlainDate | null;
  readonly probleem?: Veldprobleem;
}

export function datumCard(
  { referentie, omschrijving, verb, vandaag, datum, probleem }: DatumDialog,
  token: Stamp,
): Card {
  return card({
    kind: kindOf(referentie),
    title: "Nieuwe datum",
    body: [
      ...(omschrijving ? [freeText(omschrijving)] : []),
      dateInput({
        id: "datum",
        label: "Klaar op",
        required: "Kies een datum.",
        min: vandaag.toString(),
        value: datum?.toString(),
        error: veldWords(probleem),
      }),
      smallPrint("Dit is een nieuwe afspraak. Wie de actie doet, krijgt er op tijd bericht van."),
    ],
    actions: [submit({ title: "Zet op deze dag", verb, token, style: "positive" })],
    fallbackText: "Een actie op een andere dag.",
  });
}

export const overdrachtWords = {
  dialogTitle: "Actie",
  asked: "Gevraagd. Tot een ja blijft de actie bij jou.",
  taken: "De actie is nu van jou.",
  withdrawn: "De vraag is teruggenomen.",
  refused: "Je collega hoort dat je het niet overneemt.",
  nobody: "Er is nu niemand die dit mag overnemen. Bespreek het met de intern begeleider.",
  dated: "De nieuwe datum staat erin.",
} as const;
