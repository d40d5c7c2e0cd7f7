/** How it goes, and the three-month review: the dialogs, and what the card of the hulpvraag shows of the last time. */
import { z } from "zod/v4";
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import {
  type Gesprekspartner,
  gesprekspartners,
  type JaNee,
  jaNee,
  reviewUitkomsten,
  type TerugblikForm,
  type TerugblikProbleem,
  type TerugblikTegenspraak,
  type Werkt,
  werktAntwoorden,
} from "#domain/review.ts";
import { type VoortgangForm, type Voortgangstand, voortgangstanden } from "#domain/voortgang.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { choiceInput, choicesOf } from "./input.ts";
import type { DialogZaak } from "./regierol-dialog.ts";
import { codeField, codesField } from "./regierol-form.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { reviewLabel } from "./reminder.ts";
import { taakVerb } from "./taken-row.ts";
import { paragraph, smallPrint } from "./text.ts";
import { formatDate, join } from "./word.ts";

export const hoeLabel: Readonly<Record<Voortgangstand, string>> = {
  goed: "Het gaat goed",
  moeizaam: "Het gaat moeizaam",
  loopt_vast: "Het loopt vast",
};

export const jaNeeLabel: Readonly<Record<JaNee, string>> = { ja: "Ja", nee: "Nee" };

export const werktLabel: Readonly<Record<Werkt, string>> = {
  ja: "Ja",
  deels: "Voor een deel",
  nee: "Nee",
};

export const gesprekspartnerLabel: Readonly<Record<Gesprekspartner, string>> = {
  ouders: "De ouders",
  leerling: "De leerling",
  school: "De school",
  meedenkers: "Wie meedenkt",
};

const nogLeeg = "dit is nog leeg.";

export const voortgangSubmitted = z.object({
  hoe: codeField(voortgangstanden),
  contact: codeField(jaNee),
  meerHulp: codeField(jaNee),
});

const metWie: Readonly<Record<Aanspreek, string>> = {
  ouders: "met de ouders",
  leerling: "met de leerling",
  ouders_of_leerling: "met de ouders of de leerling",
};

export function voortgangCard(
  zaak: DialogZaak,
  token: Stamp,
  filled: { readonly form?: VoortgangForm; readonly velden?: readonly (keyof VoortgangForm)[] } = {},
): Card {
  const { form, velden = [] } = filled;
  const field = (id: keyof VoortgangForm) => ({
    id,
    style: "expanded" as const,
    required: "Kies een antwoord.",
    value: form?.[id] ?? undefined,
    ...(velden.includes(id) ? { error: nogLeeg } : {}),
  });
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Hoe gaat het?",
    lead: "Alleen hoe het gaat. Wat er is besproken, hoort in je eigen dossier.",
    body: [
      choiceInput({
        ...field("hoe"),
        label: "Hoe gaat het met deze aanpak?",
        choices: choicesOf(hoeLabel, voortgangstanden),
      }),
      choiceInput({
        ...field("contact"),
        label: `Was er sinds de vorige keer contact ${metWie[zaak.aanspreek]}?`,
        choices: choicesOf(jaNeeLabel, jaNee),
      }),
      choiceInput({
        ...field("meerHulp"),
        label: "Is er meer of andere hulp nodig?",
        choices: choicesOf(jaNeeLabel, jaNee),
      }),
    ],
    actions: [submit({ title: "Vastleggen", verb: regierolVerb.voortgang, token, style: "positive" })],
    fallbackText: "Voortgang melden.",
  });
}

export const terugblikSubmitted = z.object({
  langer: codeField(jaNee),
  werkt: codeField(werktAntwoorden),
  andersNodig: codeField(jaNee),
  besprokenMet: codesField(gesprekspartners),
  uitkomst: codeField(reviewUitkomsten),
});

const tegenspraakWords: Readonly<Record<TerugblikTegenspraak, string>> = {
  niet_langer: "Je zegt dat het niet langer duurt. Kies dan Afsluiten, of zeg dat het wel langer duurt.",
  toch_langer: "Je zegt dat het nog langer duurt. Kies dan niet Afsluiten.",
  werkt_niet: "Je zegt dat het niet werkt. Kies dan aanpassen of terug naar het schakelteam.",
  iets_anders: "Je zegt dat er iets anders nodig is. Kies dan aanpassen of terug naar het schakelteam.",
  niets_anders: "Je zegt dat het werkt en dat er niets anders nodig is. Kies dan Zo doorgaan.",
};

export function terugblikCard(
  { referentie }: { readonly referentie: string },
  token: Stamp,
  filled: { readonly form?: TerugblikForm; readonly probleem?: TerugblikProbleem } = {},
): Card {
  const { form, probleem } = filled;
  const empty = probleem?.kind === "leeg" ? probleem.velden : [];
  const field = (id: Exclude<keyof TerugblikForm, "besprokenMet">) => ({
    id,
    style: "expanded" as const,
    required: "Kies een antwoord.",
    value: form?.[id] ?? undefined,
    ...(empty.includes(id) ? { error: nogLeeg } : {}),
  });
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Terugblik na drie maanden",
    body: [
      ...(probleem?.kind === "tegenspraak" ? [notice("warning", tegenspraakWords[probleem.wat])] : []),
      choiceInput({
        ...field("langer"),
        label: "Duurt het nog langer?",
        choices: choicesOf(jaNeeLabel, jaNee),
      }),
      choiceInput({
        ...field("werkt"),
        label: "Werkt deze aanpak?",
        choices: choicesOf(werktLabel, werktAntwoorden),
      }),
      choiceInput({
        ...field("andersNodig"),
        label: "Is er iets anders nodig?",
        choices: choicesOf(jaNeeLabel, jaNee),
      }),
      choiceInput({
        id: "besprokenMet",
        label: "Met wie heb je dit besproken?",
        choices: choicesOf(gesprekspartnerLabel, gesprekspartners),
        style: "expanded",
        multi: true,
        required: "Kies met wie.",
        value: form?.besprokenMet,
        ...(empty.includes("besprokenMet") ? { error: nogLeeg } : {}),
      }),
      choiceInput({
        ...field("uitkomst"),
        label: "Hoe verder?",
        choices: choicesOf(reviewLabel, reviewUitkomsten),
      }),
      smallPrint("Kies je afsluiten? Dan vraag ik daarna waarom. De intern begeleider bevestigt het."),
    ],
    actions: [submit({ title: "Vastleggen", verb: taakVerb.review, token, style: "positive" })],
    fallbackText: "Terugblik na drie maanden.",
  });
}

/** The last time, in a sentence each; for who reads the rest. */
export function voortgangSection({ voortgang, terugblik }: HulpvraagGezien): Element[] {
  if (!voortgang && !terugblik) return [];
  return [
    section(
      "Hoe het gaat",
      ...(voortgang
        ? [
            paragraph(
              [
                `${hoeLabel[voortgang.hoe]}, gemeld op ${formatDate(voortgang.op)}.`,
                ...(voortgang.contact === false ? ["Er was geen contact."] : []),
                ...(voortgang.meerHulp ? ["Er is meer of andere hulp nodig."] : []),
              ].join(" "),
            ),
          ]
        : []),
      ...(terugblik
        ? [
            paragraph(
              [
                `Terugblik op ${formatDate(terugblik.op)}: ${reviewLabel[terugblik.uitkomst].toLowerCase()}.`,
                `Besproken met ${join(terugblik.besprokenMet.map((met) => gesprekspartnerLabel[met].toLowerCase()))}.`,
              ].join(" "),
            ),
          ]
        : []),
    ),
  ];
}

export const voortgangWords = {
  goed: "De voortgang staat erin. Ik herinner je als het weer tijd is.",
  schakelteam: "De voortgang staat erin. Is er iets anders nodig? Kies op de kaart: Terug naar schakelteam.",
  terugblik: "De terugblik staat erin. Over drie maanden kijken we weer.",
  aanpassen: "De terugblik staat erin. Zet de nieuwe actielijnen uit: dat staat bij je taken.",
} as const;
