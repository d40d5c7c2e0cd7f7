/** What the holder or the ib arranges around the regierol: who thinks along, who stands in, who takes it over. */
import { z } from "zod/v4";
import type { Kandidaat } from "#domain/akkoord.ts";
import { type Partij, partijen } from "#domain/code.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { voorstelRedenen } from "#domain/regierol-keuze.ts";
import type { RegierolProblemen } from "#domain/terugkoppeling.ts";
import { aanmeldingVerb } from "./aanmelding-verb.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, row } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import { pauzeVerb } from "./pauze-verb.ts";
import { akkoordFields, type DialogZaak, kandidaatChoices } from "./regierol-dialog.ts";
import { codeField, codesField, dateField, fieldWords, personField } from "./regierol-form.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { voorstelRedenLabel } from "./regierol-word.ts";
import { paragraph, smallPrint } from "./text.ts";
import { trajectVerb } from "./traject-verb.ts";
import { wachtlijstVerb } from "./wachtlijst-verb.ts";

interface Keuze {
  readonly titel: string;
  readonly uitleg: string;
  readonly knop: string;
  readonly verb: string;
}

/** In this order; a choice that this person does not have is not there. */
const keuzes = (gezien: HulpvraagGezien): readonly (readonly [HulpvraagAct, Keuze])[] => [
  [
    "actie_afspreken",
    {
      titel: "Actie afspreken",
      uitleg: "Wie doet wat, en wanneer is het klaar?",
      knop: "Spreek een actie af",
      verb: regierolVerb.vraagActieErbij,
    },
  ],
  [
    "meedenkers_kiezen",
    {
      titel: "Meedenkers",
      uitleg: "Wie leest mee en helpt? Alleen wie in de toestemming staat.",
      knop: "Kies wie meedenkt",
      verb: regierolVerb.vraagMeedenkers,
    },
  ],
  [
    "aanmelding_regelen",
    {
      titel: "Loket en wijkteam",
      uitleg: "Is er aangemeld? Is het ontvangen en opgepakt?",
      knop: "Kijk hoe het staat",
      verb: aanmeldingVerb.regelen,
    },
  ],
  [
    "traject_regelen",
    {
      titel: "Traject van acht weken",
      uitleg: gezien.mag.has("traject_starten")
        ? "Startgesprek, tussenevaluatie en eindevaluatie. Ik herinner op tijd."
        : "Leg de evaluaties vast, plan, of vraag het wijkteam erbij.",
      knop: gezien.mag.has("traject_starten") ? "Start een traject" : "Bekijk het traject",
      verb: trajectVerb.regelen,
    },
  ],
  [
    "wachtlijst_regelen",
    {
      titel: "Wachtlijst",
      uitleg: "Wacht de leerling op andere hulp? Wie houdt contact, en is er overbrugging?",
      knop: "Kijk hoe het staat",
      verb: wachtlijstVerb.regelen,
    },
  ],
  [
    "pauze_stoppen",
    {
      titel: "Pauze stoppen",
      uitleg: "De aanpak gaat vandaag weer verder.",
      knop: "Ga weer verder",
      verb: pauzeVerb.stoppen,
    },
  ],
  [
    "pauzeren",
    {
      titel: "Pauzeren",
      uitleg: "De aanpak staat een tijd stil, met een reden. Daarna gaat het vanzelf verder.",
      knop: "Pauzeer",
      verb: pauzeVerb.vraag,
    },
  ],
  [
    "weer_terug",
    {
      titel: "Waarneming stoppen",
      uitleg: gezien.waarneming?.begonnen
        ? "De regierolhouder is er weer, en krijgt de regierol meteen terug."
        : "De waarneming die is afgesproken, gaat niet door.",
      knop: "Stop de waarneming",
      verb: regierolVerb.stopWaarneming,
    },
  ],
  [
    "waarneming_regelen",
    {
      titel: gezien.waarneming ? "Waarneming veranderen" : "Een tijd weg",
      uitleg: "Wie neemt waar, en tot wanneer? Daarna komt de regierol vanzelf terug.",
      knop: gezien.waarneming ? "Verander" : "Regel waarneming",
      verb: regierolVerb.vraagWaarneming,
    },
  ],
  [
    "regierol_overdragen",
    {
      titel: "Overdragen",
      uitleg: "Iemand anders krijgt de regierol. Overleg met het gezin en met wie hem nu heeft.",
      knop: "Vraag iemand anders",
      verb: regierolVerb.vraagAnder,
    },
  ],
  [
    "overdracht_voorstellen",
    {
      titel: "Overdragen",
      uitleg: "Stel voor dat iemand anders de regierol krijgt. De intern begeleider beslist, met het gezin.",
      knop: "Stel voor",
      verb: regierolVerb.vraagOverdracht,
    },
  ],
  [
    "overdracht_intrekken",
    {
      titel: "Toch niet overdragen",
      uitleg: "Je trekt je voorstel in en houdt de regierol.",
      knop: "Trek voorstel in",
      verb: regierolVerb.overdrachtTerug,
    },
  ],
];

export function regelenCard(gezien: HulpvraagGezien, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Aanpak regelen",
    body: keuzes(gezien)
      .filter(([act]) => gezien.mag.has(act))
      .map(([, { titel, uitleg, knop, verb }]) =>
        row({ title: titel, lines: [uitleg], actions: [submit({ title: knop, verb, token })] }),
      ),
    fallbackText: "Aanpak regelen.",
  });
}

export const meedenkersSubmitted = z.object({
  wie: z
    .string()
    .max(4000)
    .catch("")
    .transform((text) => text.split(",").filter((id) => z.uuid().safeParse(id).success)),
});

export function meedenkersCard(
  zaak: DialogZaak & { readonly koppelbaar: readonly Kandidaat[]; readonly gekoppeld: readonly string[] },
  token: Stamp,
): Card {
  const empty = zaak.koppelbaar.length === 0;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Wie denkt mee?",
    body: empty
      ? [
          notice("info", "De toestemming noemt nu niemand anders uit dit team."),
          paragraph("Wil je iemand erbij? De intern begeleider vraagt dat eerst, met de knop Toestemming."),
        ]
      : [
          choiceInput({
            id: "wie",
            label: "Meedenkers",
            choices: kandidaatChoices(zaak.koppelbaar),
            style: "expanded",
            multi: true,
            value: zaak.gekoppeld,
          }),
          smallPrint(
            "Wie je kiest, leest de hulpvraag en krijgt bericht. Haal je iemand weg, dan leest die niets meer.",
          ),
        ],
    actions: empty
      ? []
      : [submit({ title: "Bewaar", verb: regierolVerb.meedenkers, token, style: "positive" })],
    fallbackText: "Wie denkt mee.",
  });
}

export const waarnemingSubmitted = z.object({
  door: personField,
  van: dateField,
  tot: dateField,
  akkoordOp: dateField,
  akkoordVan: codesField(partijen),
});
export type WaarnemingSubmitted = z.output<typeof waarnemingSubmitted>;

export function waarnemingCard(
  zaak: DialogZaak & {
    readonly waarnemers: readonly Kandidaat[];
    readonly ibs: readonly string[];
    readonly partijen: readonly Partij[];
    readonly nu: {
      readonly door: string;
      readonly van: Temporal.PlainDate;
      readonly tot: Temporal.PlainDate;
    } | null;
  },
  token: Stamp,
  filled: {
    readonly form?: WaarnemingSubmitted;
    readonly problemen?: RegierolProblemen<keyof WaarnemingSubmitted>;
  } = {},
): Card {
  const { form, problemen } = filled;
  const { nu, waarnemers, ibs } = zaak;
  const [first] = waarnemers;
  const others = waarnemers.some(({ persoonId }) => !ibs.includes(persoonId));
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Waarneming regelen",
    body: first
      ? [
          choiceInput({
            id: "door",
            label: "Wie neemt de regierol waar?",
            choices: kandidaatChoices(waarnemers),
            style: "compact",
            required: "Kies wie waarneemt.",
            value: (form ? form.door : (nu?.door ?? first.persoonId)) ?? undefined,
            ...fieldWords(problemen, "door"),
          }),
          dateInput({
            id: "van",
            label: "Van (eerste dag weg)",
            required: "Kies een dag.",
            value: (form ? form.van : (nu?.van ?? zaak.vandaag))?.toString(),
            ...fieldWords(problemen, "van"),
          }),
          dateInput({
            id: "tot",
            label: "Tot en met (laatste dag weg)",
            required: "Kies een dag.",
            value: (form ? form.tot : nu?.tot)?.toString(),
            ...fieldWords(problemen, "tot"),
          }),
          smallPrint("Daarna komt de regierol vanzelf terug."),
          ...(others ? akkoordPart(zaak, form, problemen) : []),
        ]
      : [notice("warning", "Er is nu niemand in het team die kan waarnemen.")],
    actions: first
      ? [submit({ title: "Regel dit", verb: regierolVerb.waarneming, token, style: "positive" })]
      : [],
    fallbackText: "Waarneming regelen.",
  });
}

function akkoordPart(
  zaak: DialogZaak & { readonly partijen: readonly Partij[] },
  form: WaarnemingSubmitted | undefined,
  problemen: RegierolProblemen<keyof WaarnemingSubmitted> | undefined,
): Element[] {
  return [
    paragraph("Kies je iemand anders dan de intern begeleider? Vraag dan eerst akkoord, en vul dit in:"),
    ...akkoordFields(zaak, form, problemen),
  ];
}

export const voorstelSubmitted = z.object({ aan: personField, reden: codeField(voorstelRedenen) });
export type VoorstelSubmitted = z.output<typeof voorstelSubmitted>;

export function overdrachtCard(
  zaak: DialogZaak & { readonly kandidaten: readonly Kandidaat[] },
  token: Stamp,
  filled: {
    readonly form?: VoorstelSubmitted;
    readonly problemen?: RegierolProblemen<keyof VoorstelSubmitted>;
  } = {},
): Card {
  const { form, problemen } = filled;
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Regierol overdragen",
    lead: "De intern begeleider praat met het gezin en vraagt de ander. Tot een ja houd jij de regierol.",
    body: [
      choiceInput({
        id: "reden",
        label: "Waarom?",
        choices: choicesOf(voorstelRedenLabel, voorstelRedenen),
        style: "expanded",
        required: "Kies wat het beste past.",
        value: form?.reden ?? undefined,
        ...fieldWords(problemen, "reden"),
      }),
      choiceInput({
        id: "aan",
        label: "Aan wie? Dit mag leeg blijven",
        choices: kandidaatChoices(zaak.kandidaten),
        style: "compact",
        placeholder: "De intern begeleider zoekt iemand",
        value: form?.aan ?? undefined,
        ...fieldWords(problemen, "aan"),
      }),
    ],
    actions: [submit({ title: "Stel voor", verb: regierolVerb.overdracht, token, style: "positive" })],
    fallbackText: "Regierol overdragen.",
  });
}
