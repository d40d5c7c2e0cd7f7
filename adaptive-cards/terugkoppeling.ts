/** The dialog in which the ib records what the parents were told about a besluit, and their akkoord on the regierol. */
import { z } from "zod/v4";
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { Kandidaat } from "#domain/akkoord.ts";
import { type Besluit, type Partij, partijen } from "#domain/code.ts";
import { sluitredenen } from "#domain/regierol-reden.ts";
import {
  type AkkoordAntwoord,
  antwoorden,
  type OudersHoren,
  oudersHorenKeuzes,
  type RegierolProblemen,
  type TerugkoppelingForm,
  type TerugkoppelingVeld,
  type Vervolg,
  vervolgen,
} from "#domain/terugkoppeling.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { akkoordFields, type DialogZaak, kandidaatChoices } from "./regierol-dialog.ts";
import { codeField, codesField, dateField, fieldWords, personField } from "./regierol-form.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { type LooptNog, looptNogElements } from "./wachtlijst.ts";
import { afsluitredenLabel, besluitLabel } from "./word.ts";

export const terugkoppelingSubmitted = z.object({
  verteldOp: dateField,
  antwoord: codeField(antwoorden),
  akkoordOp: dateField,
  akkoordVan: codesField(partijen),
  aan: personField,
  daarna: codeField(vervolgen),
  reden: codeField(sluitredenen),
  oudersHoren: codeField(oudersHorenKeuzes),
}) satisfies z.ZodType<TerugkoppelingForm>;

export interface TerugkoppelingZaak extends DialogZaak {
  readonly gezien?: LooptNog;
  readonly besluiten: readonly Besluit[];
  /** Who was chosen in the round; null when nobody was, or when that person is not in the team any more. */
  readonly voorgesteld: string | null;
  /** The person of the besluit has left the team. */
  readonly weg: string | null;
  readonly kandidaten: readonly Kandidaat[];
  readonly partijen: readonly Partij[];
  /** The parents were told before, and still thought about it. */
  readonly verteldOp: Temporal.PlainDate | null;
  /** What a pupil who decides alone said before. */
  readonly oudersHoren: boolean | null;
}

interface Filled {
  readonly form?: TerugkoppelingForm;
  readonly problemen?: RegierolProblemen<TerugkoppelingVeld>;
  /** A sentence for what is wrong with no single field. */
  readonly melding?: string;
}

interface Words {
  readonly title: string;
  readonly antwoord: Readonly<Record<AkkoordAntwoord, string>>;
  readonly klaar: string;
  readonly nee: string;
}

const parents = {
  antwoord: {
    ja: "Ja, ze zijn akkoord",
    nee: "Nee, ze willen dit niet",
    nog_niet: "Ze denken er nog over na",
  },
  nee: "Alleen als ze nee zeggen",
} as const;

const words: Readonly<Record<Aanspreek, Words>> = {
  ouders: {
    ...parents,
    title: "Terugkoppeling aan de ouders",
    klaar: "Geven de ouders akkoord, of denken ze nog na? Dan ben je klaar: druk op Vastleggen.",
  },
  leerling: {
    title: "Terugkoppeling aan de leerling",
    antwoord: {
      ja: "Ja, de leerling is akkoord",
      nee: "Nee, de leerling wil dit niet",
      nog_niet: "De leerling denkt er nog over na",
    },
    klaar: "Geeft de leerling akkoord, of denkt die nog na? Dan ben je klaar: druk op Vastleggen.",
    nee: "Alleen als de leerling nee zegt",
  },
  ouders_of_leerling: {
    ...parents,
    title: "Terugkoppeling",
    klaar: "Is er akkoord, of denken ze nog na? Dan ben je klaar: druk op Vastleggen.",
  },
};

const oudersHorenLabel: Readonly<Record<OudersHoren, string>> = {
  ja: "Ja, dat vindt de leerling goed",
  nee: "Nee, dat wil de leerling niet",
};

const vervolgLabel: Readonly<Record<Vervolg, string>> = {
  klaargezet: "Terug naar de volgende overlegronde",
  afgesloten: "Afsluiten",
};

export function terugkoppelingCard(zaak: TerugkoppelingZaak, token: Stamp, filled: Filled = {}): Card {
  const assigns = zaak.besluiten.includes("regierol_toewijzen");
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: words[zaak.aanspreek].title,
    body: [
      ...(filled.melding ? [notice("warning", filled.melding)] : []),
      paragraph("De overlegronde besloot:"),
      list(zaak.besluiten.map((besluit) => besluitLabel[besluit])),
      ...(zaak.aanspreek === "leerling"
        ? [
            smallPrint(
              "Deze leerling beslist zelf. De ouders horen het alleen als de leerling dat goed vindt.",
            ),
          ]
        : []),
      dateInput({
        id: "verteldOp",
        label: "Wanneer heb je het verteld?",
        required: "Kies een datum.",
        max: zaak.vandaag.toString(),
        value: (filled.form ? filled.form.verteldOp : (zaak.verteldOp ?? zaak.vandaag))?.toString(),
        ...fieldWords(filled.problemen, "verteldOp"),
      }),
      ...(zaak.aanspreek === "leerling" ? [oudersField(zaak, filled)] : []),
      ...(assigns ? antwoordFields(zaak, filled) : []),
      ...(zaak.besluiten.includes("afsluiten") ? [redenField("Waarom sluiten we af?", filled)] : []),
      ...(zaak.gezien && closes(zaak) ? looptNogElements(zaak.gezien) : []),
    ],
    actions: [submit({ title: "Vastleggen", verb: regierolVerb.terugkoppeling, token, style: "positive" })],
    fallbackText: `${words[zaak.aanspreek].title} vastleggen.`,
  });
}

/** With what the round decided it ends here. */
const closes = ({ besluiten }: TerugkoppelingZaak): boolean =>
  besluiten.includes("afsluiten") || besluiten.includes("basisondersteuning");

function oudersField({ oudersHoren }: TerugkoppelingZaak, { form, problemen }: Filled): Element {
  const before = oudersHoren === null ? null : oudersHoren ? "ja" : "nee";
  return choiceInput({
    id: "oudersHoren",
    label: "Mogen de ouders het horen?",
    choices: choicesOf(oudersHorenLabel, oudersHorenKeuzes),
    style: "expanded",
    required: "Vraag het de leerling, en kies wat die zegt.",
    value: (form ? form.oudersHoren : before) ?? undefined,
    ...fieldWords(problemen, "oudersHoren"),
  });
}

function antwoordFields(zaak: TerugkoppelingZaak, filled: Filled): Element[] {
  const { form, problemen } = filled;
  const who = zaak.voorgesteld ? ` door ${zaak.voorgesteld}` : "";
  return [
    choiceInput({
      id: "antwoord",
      label: `Is er akkoord met de regierol${who}?`,
      choices: choicesOf(words[zaak.aanspreek].antwoord, antwoorden),
      style: "expanded",
      required: "Kies een antwoord.",
      value: form?.antwoord ?? undefined,
      ...fieldWords(problemen, "antwoord"),
    }),
    ...(zaak.voorgesteld ? [] : otherPerson(zaak, filled)),
    ...akkoordFields(zaak, form, problemen),
    smallPrint(words[zaak.aanspreek].klaar),
    section(
      words[zaak.aanspreek].nee,
      choiceInput({
        id: "daarna",
        label: "Wat gebeurt er nu?",
        choices: choicesOf(vervolgLabel, vervolgen),
        style: "compact",
        value: form?.daarna ?? undefined,
        ...fieldWords(problemen, "daarna"),
      }),
      redenField("Bij afsluiten: waarom?", filled),
    ),
  ];
}

function otherPerson({ weg, kandidaten }: TerugkoppelingZaak, { form, problemen }: Filled): Element[] {
  return [
    notice("warning", `${weg ?? "De gekozen persoon"} zit niet meer in het team. Kies bij ja iemand anders.`),
    choiceInput({
      id: "aan",
      label: "Wie vragen we voor de regierol?",
      choices: kandidaatChoices(kandidaten),
      style: "compact",
      value: form?.aan ?? undefined,
      ...fieldWords(problemen, "aan"),
    }),
  ];
}

function redenField(label: string, { form, problemen }: Filled): Element {
  return choiceInput({
    id: "reden",
    label,
    choices: choicesOf(afsluitredenLabel, sluitredenen),
    style: "compact",
    value: form?.reden ?? undefined,
    ...fieldWords(problemen, "reden"),
  });
}

export const terugkoppelingWords = {
  dialogTitle: "Terugkoppeling",
  verteld: "Vastgelegd. Leg het antwoord vast als je het weet.",
  akkoord: "Vastgelegd. Ik vraag meteen of deze persoon de regierol neemt.",
  geweigerd: "Vastgelegd. De regierol gaat niet door.",
  afsluiten: "Vastgelegd. De hulpvraag is afgesloten.",
  gemeld: "Vastgelegd.",
} as const;
