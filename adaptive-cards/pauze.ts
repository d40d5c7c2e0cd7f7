/** A hulpvraag that stands still for a while: the dialog, and what its card shows. */
import { z } from "zod/v4";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import {
  type PauzeForm,
  type PauzeGezien,
  type PauzeGrens,
  type PauzeProbleem,
  type PauzeProblemen,
  type Pauzereden,
  pauzeredenen,
} from "#domain/pauze.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { pauzeVerb } from "./pauze-verb.ts";
import { codeField, dateField } from "./regierol-form.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { formatDate } from "./word.ts";

export const pauzeredenLabel: Readonly<Record<Pauzereden, string>> = {
  gezin_tijdelijk_weg: "Het gezin is een tijd weg",
  kind_ziek_of_opgenomen: "Het kind is ziek of opgenomen",
  wacht_op_andere_hulp: "Er is eerst andere hulp nodig",
  op_verzoek_van_gezin: "Het gezin vraagt om even rust",
};

/** In a sentence: it stands still, because. */
export const pauzeOmdat: Readonly<Record<Pauzereden, string>> = {
  gezin_tijdelijk_weg: "het gezin een tijd weg is",
  kind_ziek_of_opgenomen: "het kind ziek of opgenomen is",
  wacht_op_andere_hulp: "er eerst andere hulp nodig is",
  op_verzoek_van_gezin: "het gezin om even rust vraagt",
};

export function pauzeWoorden({ tot, reden }: PauzeGezien): string {
  return `Gepauzeerd tot en met ${formatDate(tot)}, omdat ${pauzeOmdat[reden]}. Daarna gaat het vanzelf verder.`;
}

/** For who reads the rest of the hulpvraag. */
/** Without a ground nothing goes on by itself: then that is what the card says. */
export function pauzeSection({ pauze, stil }: Pick<HulpvraagGezien, "pauze" | "stil">): Element[] {
  return pauze && !stil ? [notice("info", pauzeWoorden(pauze))] : [];
}

export const pauzeSubmitted = z.object({ reden: codeField(pauzeredenen), tot: dateField });

export interface PauzeDialog extends PauzeGrens {
  readonly referentie: string;
}

export function pauzeCard(
  { referentie, vanaf, uiterlijk, keren, kan }: PauzeDialog,
  token: Stamp,
  { form, problemen = {} }: { readonly form?: PauzeForm; readonly problemen?: PauzeProblemen } = {},
): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Pauzeren",
    lead: kan
      ? "Vanaf vandaag staat de aanpak stil. Na de laatste dag gaat alles vanzelf verder, met evenveel schooldagen als er nog waren."
      : pauzeWords.teVaak(keren),
    body: kan
      ? [
          choiceInput({
            id: "reden",
            label: "Waarom?",
            required: "Kies een reden.",
            choices: choicesOf(pauzeredenLabel, pauzeredenen),
            style: "expanded",
            value: form?.reden ?? undefined,
            error: problemen.reden && words(problemen.reden),
          }),
          dateInput({
            id: "tot",
            label: "Tot en met welke dag?",
            required: "Kies een dag.",
            min: vanaf.toString(),
            max: uiterlijk.toString(),
            value: form?.tot?.toString(),
            error: problemen.tot && words(problemen.tot),
          }),
          paragraph("Dit staat stil:"),
          list(["GIZ, actielijnen en voortgang;", "evaluaties van een traject."]),
          paragraph("Dit gaat gewoon door:"),
          list([
            "wat al te laat is;",
            "eerste contact en acties;",
            "toestemming, en wat ouders moeten horen;",
            "veiligheid en meldcode;",
            "terugblik na drie maanden;",
            "Loket, wijkteam en wachtlijst.",
          ]),
          ...(keren > 0 ? [smallPrint("Deze hulpvraag is al een keer gepauzeerd.")] : []),
        ]
      : [],
    actions: kan ? [submit({ title: "Pauzeer", verb: pauzeVerb.opslaan, token, style: "positive" })] : [],
    fallbackText: "Pauzeren.",
  });
}

function words(probleem: PauzeProbleem): string {
  switch (probleem.kind) {
    case "leeg":
      return "dit is nog leeg.";
    case "voorbij":
      return "deze dag is al voorbij.";
    case "te_ver":
      return `kies ${formatDate(probleem.uiterlijk)} of eerder.`;
  }
}

export const pauzeWords = {
  dialogTitle: "Pauzeren",
  teVaak: (keren: number) =>
    keren === 0
      ? "Pauzeren staat uit in jullie samenwerkingsverband. Duurt iets langer? Zet een taak later, met een reden."
      : `Deze hulpvraag is al ${keren} keer gepauzeerd. Vaker kan niet. Bespreek in de overlegronde wat nodig is.`,
  begonnen: (tot: Temporal.PlainDate) =>
    `De aanpak staat stil tot en met ${formatDate(tot)}. Daarna gaat het vanzelf verder.`,
  verder: "Je gaat weer verder. De termijnen lopen weer.",
} as const;
