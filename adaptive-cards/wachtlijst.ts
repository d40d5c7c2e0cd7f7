/** Waiting for help elsewhere: what the card of the hulpvraag shows of it, what can be arranged, and the dialogs. */
import { z } from "zod/v4";
import type { Kandidaat } from "#domain/akkoord.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { rustNu, type WachtplekGezien } from "#domain/see-wachtlijst.ts";
import {
  type HulpSoort,
  hulpSoorten,
  type NavraagForm,
  type NavraagProblemen,
  type WachtAntwoord,
  type WachtplekForm,
  type WachtplekProblemen,
  wachtAntwoorden,
} from "#domain/wachtlijst.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { type Action, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, row, section } from "./card.ts";
import { choiceInput, choicesOf, dateInput } from "./input.ts";
import type { DialogZaak } from "./regierol-dialog.ts";
import { codeField, dateField, fieldWords, personField } from "./regierol-form.ts";
import { bold, paragraph, shorten, smallPrint } from "./text.ts";
import { wachtlijstVerb } from "./wachtlijst-verb.ts";
import {
  contactWords,
  hulpLabel,
  hulpNaam,
  overbruggingWords,
  wachtAntwoordLabel,
  wachtWords,
} from "./wachtlijst-word.ts";
import { functieNaam, join } from "./word.ts";

export const plekSubmitted = z.object({ plek: codeField(hulpSoorten) });

/** For who reads the rest of the hulpvraag. */
export function wachtlijstSection(gezien: HulpvraagGezien): Element[] {
  const { wachtlijst, stil, mag } = gezien;
  if (wachtlijst.length === 0) return [];
  const waits = wachtlijst.some(({ stand }) => stand === "wacht");
  const ended = stil && waits && mag.has("wachtlijst_nagaan");
  return [
    section(
      "Wachtlijst",
      ...(ended ? [notice("warning", restWords(gezien))] : []),
      ...wachtlijst.flatMap((plek) => plekElements(plek, gezien)),
    ),
  ];
}

const restWords = ({ wachtlijst }: HulpvraagGezien): string =>
  wachtlijst.some(({ overbrugging }) => overbrugging)
    ? "Er is nu geen toestemming, dus de overbrugging stopt. Laat dat weten aan wie het doet, en leg het vast."
    : "Er is nu geen toestemming. Niemand vraagt na hoe het staat.";

function plekElements(plek: WachtplekGezien, gezien: HulpvraagGezien): Element[] {
  if (plek.stand !== "wacht") return [paragraph(wachtWords(plek))];
  return [
    paragraph([bold(wachtWords(plek))]),
    paragraph(contactWords(plek, gezien), { spacing: "Small" }),
    paragraph(overbruggingWords(plek), { spacing: "Small" }),
    ...warnings(plek, gezien),
  ];
}

/** What has to be done about what bridges it, for who can. */
function warnings({ overbrugging }: WachtplekGezien, { mag, stil }: HulpvraagGezien): Element[] {
  if (!overbrugging || stil || !mag.has("overbrugging_regelen")) return [];
  const { door, doorWeg, voorbij } = overbrugging;
  const who = "naam" in door ? door.naam : "Wie dit doet";
  if (doorWeg)
    return [
      notice(
        "warning",
        `${who} is niet meer betrokken. Kies wie de overbrugging nu doet, of stop ermee. Dat kan bij Wachtlijst.`,
      ),
    ];
  return voorbij
    ? [notice("warning", "De overbrugging is voorbij. Beslis nu: stoppen, verlengen of veranderen.")]
    : [];
}

const press = (title: string, verb: string, token: Stamp, plek?: HulpSoort) =>
  submit({ title, verb, token, ...(plek ? { more: { plek } } : {}) });

export function wachtlijstCard(gezien: HulpvraagGezien, token: Stamp): Card {
  const { mag, wachtlijst } = gezien;
  const waits = wachtlijst.some(({ stand }) => stand === "wacht");
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Wachtlijst",
    lead: waits
      ? "Elke maand vraag ik hoe het staat, tot er niet meer wordt gewacht."
      : "Wacht de leerling op hulp ergens anders? Dan houd ik bij hoe lang, en vraag ik elke maand hoe het staat.",
    body: wachtlijst.map((plek) => plekRow(plek, gezien, token)),
    actions: [
      ...(mag.has("wachtlijst_nagaan")
        ? [press("Hoe staat het nu?", wachtlijstVerb.vraagNagaan, token)]
        : []),
      ...(mag.has("wachtplek_erbij") ? [press("Nieuwe wachtlijst", wachtlijstVerb.vraagErbij, token)] : []),
    ],
    fallbackText: "Wachtlijst.",
  });
}

function plekRow(plek: WachtplekGezien, gezien: HulpvraagGezien, token: Stamp): Element {
  const { mag } = gezien;
  const { soort, stand, overbrugging } = plek;
  if (stand !== "wacht") return row({ title: hulpLabel[soort], lines: [wachtWords(plek)] });
  const actions: Action[] = [
    // Without a ground what runs can be stopped, and nothing begins.
    ...(mag.has("overbrugging_regelen") && (overbrugging || !rustNu(gezien))
      ? [
          press(
            overbrugging ? "Stop, verleng of verander" : "Overbrugging regelen",
            wachtlijstVerb.vraagOverbrugging,
            token,
            soort,
          ),
        ]
      : []),
    ...(mag.has("wachtplek_aanpassen")
      ? [press("Aanpassen", wachtlijstVerb.vraagAanpassen, token, soort)]
      : []),
  ];
  const lines = [wachtWords(plek), contactWords(plek, gezien), overbruggingWords(plek)];
  return row({ title: hulpLabel[soort], lines, actions });
}

export const wachtplekSubmitted = z.object({
  soort: codeField(hulpSoorten),
  sinds: dateField,
  verwachtTot: dateField,
  // "houder" is no id: who has the regierol, whoever that is by then.
  contact: personField,
});

interface WachtplekZaak extends DialogZaak {
  readonly vrij: readonly HulpSoort[];
  readonly kring: readonly Kandidaat[];
  readonly houders: readonly string[];
}

/** A new place, or one that stands already: then the kind of help is not asked again. */
export function wachtplekCard(
  zaak: WachtplekZaak,
  token: Stamp,
  {
    plek,
    form,
    problemen,
  }: {
    readonly plek?: WachtplekGezien;
    readonly form?: WachtplekForm;
    readonly problemen?: WachtplekProblemen;
  } = {},
): Card {
  const { vandaag, aanspreek } = zaak;
  const title = plek ? `Wacht op ${hulpNaam[plek.soort]}` : "Wacht op hulp";
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title,
    body: [
      ...(plek
        ? []
        : [
            choiceInput({
              id: "soort",
              label: "Op welke hulp wacht de leerling?",
              choices: choicesOf(hulpLabel, zaak.vrij),
              style: "expanded",
              required: "Kies welke hulp.",
              value: form?.soort ?? undefined,
              ...fieldWords(problemen, "soort"),
            }),
          ]),
      dateInput({
        id: "sinds",
        label: "Sinds wanneer?",
        required: "Kies een dag.",
        max: vandaag.toString(),
        value: (form ? form.sinds : (plek?.sinds ?? vandaag))?.toString(),
        ...fieldWords(problemen, "sinds"),
      }),
      dateInput({
        id: "verwachtTot",
        label: "Tot wanneer, naar verwachting? Dit mag leeg blijven",
        min: vandaag.toString(),
        value: (form ? form.verwachtTot : plek?.verwachtTot)?.toString(),
        ...fieldWords(problemen, "verwachtTot"),
      }),
      choiceInput({
        id: "contact",
        label: `Wie houdt intussen contact met ${aanspreekWords[aanspreek].naam}?`,
        choices: contactChoices(zaak),
        style: "compact",
        value: (form ? form.contact : plek?.contactGekozen) ?? "houder",
        ...fieldWords(problemen, "contact"),
      }),
      smallPrint("Kies je een collega? Spreek het dan samen af: die krijgt geen bericht."),
    ],
    actions: [
      submit({
        title: "Vastleggen",
        verb: plek ? wachtlijstVerb.aanpassen : wachtlijstVerb.erbij,
        token,
        style: "positive",
        ...(plek ? { more: { plek: plek.soort } } : {}),
      }),
    ],
    fallbackText: "Wachtlijst.",
  });
}

/** Who has the regierol comes first, and is meant whoever that will be. */
function contactChoices({ kring, houders }: WachtplekZaak) {
  const holder = kring.find(({ persoonId }) => houders.includes(persoonId));
  const usual = holder ? `Wie de regierol heeft (nu ${shorten(holder.naam, 40)})` : "Wie de regierol krijgt";
  return [
    { title: usual, value: "houder" },
    ...kring
      .filter(({ persoonId }) => !houders.includes(persoonId))
      .map(({ persoonId, naam, functie }) => ({
        title: `${shorten(naam, 40)}, ${functieNaam[functie]}`,
        value: persoonId,
      })),
  ];
}

const navraagShape = Object.fromEntries(
  hulpSoorten.flatMap((soort) => [
    [`antwoord_${soort}`, codeField(wachtAntwoorden)],
    [`op_${soort}`, dateField],
  ]),
) as Record<`antwoord_${HulpSoort}`, ReturnType<typeof codeField<WachtAntwoord>>> &
  Record<`op_${HulpSoort}`, typeof dateField>;

/** Two fields for each kind of help. */
export const navraagSubmitted = z
  .object(navraagShape)
  .transform(
    (fields): NavraagForm =>
      Object.fromEntries(
        hulpSoorten.map((soort) => [
          soort,
          { antwoord: fields[`antwoord_${soort}`], op: fields[`op_${soort}`] },
        ]),
      ),
  );

export function navraagCard(
  zaak: DialogZaak & {
    readonly gezien: Pick<HulpvraagGezien, "wachtlijst">;
    readonly antwoorden: readonly WachtAntwoord[];
  },
  token: Stamp,
  { form, problemen }: { readonly form?: NavraagForm; readonly problemen?: NavraagProblemen } = {},
): Card {
  const open = zaak.gezien.wachtlijst.filter(({ stand }) => stand === "wacht");
  const starts = zaak.antwoorden.includes("gestart");
  return card({
    kind: `Hulpvraag ${zaak.referentie}`,
    title: "Hoe staat het nu?",
    ...(open.length > 1 ? { lead: "Weet je van een wachtlijst nog niets? Laat die dan leeg." } : {}),
    body: open.flatMap(({ soort, ...plek }) => [
      paragraph([bold(wachtWords({ soort, ...plek }))]),
      choiceInput({
        id: `antwoord_${soort}`,
        label: `Hoe staat het met ${hulpNaam[soort]}?`,
        choices: choicesOf(wachtAntwoordLabel, zaak.antwoorden),
        style: open.length > 2 ? "compact" : "expanded",
        ...(open.length === 1 ? { required: "Kies hoe het staat." } : {}),
        value: form?.[soort]?.antwoord ?? undefined,
        ...fieldWords(problemen, `antwoord_${soort}`),
      }),
      ...(starts
        ? [
            dateInput({
              id: `op_${soort}`,
              label: "Op welke dag begon de hulp? (alleen als die begon)",
              max: zaak.vandaag.toString(),
              value: form?.[soort]?.op?.toString(),
              ...fieldWords(problemen, `op_${soort}`),
            }),
          ]
        : []),
    ]),
    actions: [submit({ title: "Vastleggen", verb: wachtlijstVerb.nagaan, token, style: "positive" })],
    fallbackText: "Hoe staat het met de wachtlijst.",
  });
}

export type LooptNog = Pick<HulpvraagGezien, "wachtlijst" | "aanmeldingen">;

/** On a dialog that closes the hulpvraag, while something is waited for elsewhere. */
export function looptNogElements({ wachtlijst, aanmeldingen }: LooptNog): Element[] {
  const waits = wachtlijst.filter(({ stand }) => stand === "wacht").map(({ soort }) => hulpNaam[soort]);
  const sent = aanmeldingen
    .filter(({ volgende }) => volgende.length > 0)
    .map(({ bij }) => (bij === "loket" ? "het Loket" : "het wijkteam"));
  const lines = [
    ...(waits.length > 0 ? [`Deze leerling staat nog op een wachtlijst: ${join(waits)}.`] : []),
    ...(sent.length > 0 ? [`Er loopt nog een aanmelding bij ${join(sent)}.`] : []),
  ];
  return lines.length > 0
    ? [notice("warning", `${lines.join(" ")} Na het afsluiten vraagt niemand meer hoe het staat.`)]
    : [];
}

export const wachtlijstWords = {
  dialogTitle: "Wachtlijst",
  aangepast: "Het is aangepast.",
  nagevraagd: "Het staat erin.",
  elders: "Het staat erin. Wacht de leerling nu op een andere plek? Leg die dan apart vast, bij Wachtlijst.",
  geenGrondslag: "Dit kan alleen met geldige schriftelijke toestemming. Regel die eerst.",
} as const;
