/** Overbruggingszorg: the dialogs to agree it, to decide before it ends, and to say why there is none. */
import { z } from "zod/v4";
import type { Kandidaat } from "#domain/akkoord.ts";
import {
  type BeslisForm,
  type BeslisProblemen,
  type Doelcheck,
  doelchecks,
  type OverbruggingBesluit,
  type OverbruggingForm,
  type OverbruggingProblemen,
  overbruggers,
  overbruggingBesluiten,
  overbruggingDoelen,
  overbruggingSoorten,
  verlengRedenen,
} from "#domain/overbrugging.ts";
import type { WachtplekGezien } from "#domain/see-wachtlijst.ts";
import { geenRedenen } from "#domain/wachtlijst.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { type DialogZaak, kandidaatChoices } from "./regierol-dialog.ts";
import { codeField, dateField, fieldWords } from "./regierol-form.ts";
import { paragraph, smallPrint } from "./text.ts";
import { wachtlijstVerb } from "./wachtlijst-verb.ts";
import {
  doelcheckLabel,
  geenRedenLabel,
  hulpNaam,
  overbruggerLabel,
  overbruggingBesluitLabel,
  overbruggingDoelLabel,
  overbruggingSoortLabel,
  overbruggingWords,
  verlengRedenLabel,
} from "./wachtlijst-word.ts";
import { formatDate } from "./word.ts";

interface PlekZaak extends DialogZaak {
  readonly uiterlijk: Temporal.PlainDate;
  readonly plek: WachtplekGezien;
}

export const overbruggingSubmitted = z.object({
  soort: codeField(overbruggingSoorten),
  /** The id of a person, or a code; which of the two is decided by the rule. */
  door: z
    .string()
    .max(80)
    .catch("")
    .transform((text) => text || null),
  doel: codeField(overbruggingDoelen),
  tot: dateField,
  doelcheck: codeField(doelchecks),
});

/** `doelcheck`: it takes the place of what runs, of which the goal was looked at. `erbij`: the wait was recorded just now. */
export function overbruggingCard(
  zaak: PlekZaak & { readonly kring: readonly Kandidaat[] },
  token: Stamp,
  filled: {
    readonly form?: OverbruggingForm;
    readonly problemen?: OverbruggingProblemen;
    readonly doelcheck?: Doelcheck | null;
    readonly erbij?: boolean;
  } = {},
): Card {
  const { plek, uiterlijk, kring } = zaak;
  const { form, problemen, doelcheck = null, erbij = false } = filled;
  const more = { plek: plek.soort, ...(doelcheck ? { doelcheck } : {}) };
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: doelcheck ? "Wat wordt de overbrugging?" : "Komt er overbruggingszorg?",
    lead: `Zolang de leerling wacht op ${hulpNaam[plek.soort]}. Altijd met een doel, en een dag waarop het stopt.`,
    body: [
      ...(erbij ? [notice("good", "De wachtlijst staat erin.")] : []),
      choiceInput({
        id: "soort",
        label: "Wat is het?",
        choices: choicesOf(overbruggingSoortLabel, overbruggingSoorten),
        style: "compact",
        required: "Kies wat het is.",
        value: form?.soort ?? undefined,
        ...fieldWords(problemen, "soort"),
      }),
      choiceInput({
        id: "door",
        label: "Wie doet het?",
        choices: [...kandidaatChoices(kring), ...choicesOf(overbruggerLabel, overbruggers)],
        style: "compact",
        required: "Kies wie het doet.",
        value: form?.door ?? undefined,
        ...fieldWords(problemen, "door"),
      }),
      choiceInput({
        id: "doel",
        label: "Met welk doel?",
        choices: choicesOf(overbruggingDoelLabel, overbruggingDoelen),
        style: "expanded",
        required: "Kies een doel.",
        value: form?.doel ?? undefined,
        ...fieldWords(problemen, "doel"),
      }),
      dateInput({
        id: "tot",
        label: "Tot en met welke dag?",
        required: "Kies een dag.",
        min: zaak.vandaag.toString(),
        max: uiterlijk.toString(),
        value: form?.tot?.toString(),
        ...fieldWords(problemen, "tot"),
      }),
      smallPrint("Kort ervoor vraag ik: stoppen, verlengen of veranderen?"),
    ],
    actions: [
      submit({ title: "Spreek dit af", verb: wachtlijstVerb.overbrugging, token, style: "positive", more }),
      ...(doelcheck
        ? []
        : [
            submit({
              title: "Geen overbrugging",
              verb: wachtlijstVerb.vraagGeen,
              token,
              more,
              associatedInputs: "none" as const,
            }),
          ]),
    ],
    fallbackText: "Overbruggingszorg.",
  });
}

export const beslisSubmitted = z.object({
  doelcheck: codeField(doelchecks),
  besluit: codeField(overbruggingBesluiten),
  reden: codeField(verlengRedenen),
  tot: dateField,
});

const doorgaanWords = {
  bereikt: "het doel is bereikt. Stop, of kies Veranderen voor een nieuw doel.",
  erger: "het wordt erger. Meer van hetzelfde helpt niet: stop of verander, en overleg met het schakelteam.",
} as const;

export function beslisCard(
  zaak: PlekZaak & { readonly besluiten: readonly OverbruggingBesluit[] },
  token: Stamp,
  { form, problemen }: { readonly form?: BeslisForm; readonly problemen?: BeslisProblemen } = {},
): Card {
  const { plek, besluiten, uiterlijk } = zaak;
  const doorgaan = problemen?.doorgaan ? { error: doorgaanWords[problemen.doorgaan] } : {};
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Stoppen, verlengen of veranderen?",
    body: [
      paragraph(overbruggingWords(plek)),
      ...(plek.overbrugging?.doorWeg
        ? [notice("info", "Wie het deed, is niet meer betrokken. Kies Veranderen voor iemand anders.")]
        : []),
      choiceInput({
        id: "doelcheck",
        label: "Hoe staat het met het doel?",
        choices: choicesOf(doelcheckLabel, doelchecks),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.doelcheck ?? undefined,
        ...fieldWords(problemen, "doelcheck"),
      }),
      choiceInput({
        id: "besluit",
        label: "Wat doen jullie?",
        choices: choicesOf(overbruggingBesluitLabel, besluiten),
        style: "expanded",
        required: "Kies wat jullie doen.",
        value: form?.besluit ?? undefined,
        ...fieldWords(problemen, "besluit"),
        ...doorgaan,
      }),
      ...(besluiten.includes("verlengen")
        ? [
            choiceInput({
              id: "reden",
              label: "Waarom verlengen? (alleen bij verlengen)",
              choices: choicesOf(verlengRedenLabel, verlengRedenen),
              style: "compact",
              value: form?.reden ?? undefined,
              ...fieldWords(problemen, "reden"),
            }),
            dateInput({
              id: "tot",
              label: "Tot en met welke dag? (alleen bij verlengen)",
              max: uiterlijk.toString(),
              value: form?.tot?.toString(),
              ...fieldWords(problemen, "tot"),
            }),
            smallPrint(`Verlengen kan nu tot en met ${formatDate(uiterlijk)}.`),
          ]
        : []),
    ],
    actions: [
      submit({
        title: "Verder",
        verb: wachtlijstVerb.beslissen,
        token,
        style: "positive",
        more: { plek: plek.soort },
      }),
    ],
    fallbackText: "Overbruggingszorg.",
  });
}

export const geenSubmitted = z.object({ reden: codeField(geenRedenen) });

export function geenCard(zaak: PlekZaak, token: Stamp, refused = false): Card {
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Geen overbruggingszorg",
    body: [
      choiceInput({
        id: "reden",
        label: `Waarom niet, zolang de leerling wacht op ${hulpNaam[zaak.plek.soort]}?`,
        choices: choicesOf(geenRedenLabel, geenRedenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: zaak.plek.geenOverbrugging ?? undefined,
        ...(refused ? { error: "kies wat het beste past." } : {}),
      }),
      smallPrint("Je kunt later alsnog overbrugging afspreken."),
    ],
    actions: [
      submit({
        title: "Vastleggen",
        verb: wachtlijstVerb.geen,
        token,
        style: "positive",
        more: { plek: zaak.plek.soort },
      }),
    ],
    fallbackText: "Geen overbruggingszorg.",
  });
}

export const overbruggingZin = {
  afgesproken: "De overbrugging staat erin. Voor de laatste dag vraag ik wat jullie doen.",
  gestopt: "De overbrugging is gestopt.",
  verlengd: "De overbrugging is verlengd.",
  geen: "Er staat nu dat er geen overbrugging is.",
} as const;
