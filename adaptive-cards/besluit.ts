/** The dialogs in which the round decides about one hulpvraag and agrees who does what. */
import { z } from "zod/v4";
import {
  type ActieForm,
  actieMax,
  actiesMax,
  afwegingMax,
  type BesluitForm,
  type BesluitProbleem,
  type BesluitProblemen,
  type BesluitVeld,
  type Verschoven,
} from "#domain/besluit-form.ts";
import { type Besluit, besluiten, besluitSchema } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { regierolKeuzeSchema } from "#domain/regierol-keuze.ts";
import type { PuntGezien } from "#domain/ronde-view.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import { readDate } from "#domain/tijd.ts";
import type { Veldprobleem } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { choiceInput, choicesOf, dateInput, multilineInput, textInput } from "./input.ts";
import { regierolVerb } from "./regierol-verb.ts";
import { keuzeInput } from "./regierol-word.ts";
import { besluitVerb } from "./ronde-verb.ts";
import { type ScreenedField, screenedField } from "./screening.ts";
import { freeText, smallPrint } from "./text.ts";
import { veldWords } from "./veld.ts";
import { besluitLabel, capital, formatDate, functieKort } from "./word.ts";

type Lid = Pick<TeamlidFeit, "persoonId" | "naam" | "functie">;
export type Sent = Readonly<Record<string, string>>;

const nummers = Array.from({ length: actiesMax }, (_, index) => index + 1);
const actieFields = nummers.flatMap((nummer) => [`wie${nummer}`, `wat${nummer}`, `datum${nummer}`]);
const names = [
  "besluiten",
  "afweging",
  "regierolVoor",
  "regierolKeuze",
  "terugOp",
  "hulpvraag",
  ...actieFields,
];
const asText = z.string().max(4000).catch("");

/** What was sent, field by field, to draw the form again as it was filled in. */
export function besluitSent(input: unknown): Sent {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(input);
  return Object.fromEntries(names.map((name) => [name, asText.parse(sent[name]).trim()]));
}

const textOf = (sent: Sent, name: string): string => sent[name] ?? "";
const idOrNull = (text: string) => (z.uuid().safeParse(text).success ? text : null);

/** Codes outside the list are left out; every other refusal is the domain's. */
export function parseBesluit(sent: Sent): BesluitForm {
  return {
    besluiten: textOf(sent, "besluiten")
      .split(",")
      .flatMap((code): Besluit[] => {
        const known = besluitSchema.safeParse(code);
        return known.success ? [known.data] : [];
      }),
    afweging: textOf(sent, "afweging"),
    regierolVoor: idOrNull(textOf(sent, "regierolVoor")),
    regierolKeuze: regierolKeuzeSchema.catch("deskundigheid").parse(textOf(sent, "regierolKeuze")),
    terugOp: readDate(textOf(sent, "terugOp")),
    acties: nummers
      .map((nummer) => parseActie(sent, nummer))
      .filter(({ houderId, wat, datum }) => houderId !== "" || wat !== "" || datum !== null),
  };
}

export function parseActie(sent: Sent, nummer = 1): ActieForm {
  return {
    houderId: idOrNull(textOf(sent, `wie${nummer}`)) ?? "",
    wat: textOf(sent, `wat${nummer}`),
    datum: readDate(textOf(sent, `datum${nummer}`)),
  };
}

/** Longer than what may be kept: the domain counts nothing, and the client only asks. */
export function tooLong(sent: Sent): BesluitProblemen | null {
  const wrong = Object.entries(sent).filter(
    ([name, text]) => text.length > (maxOf(name) ?? Number.POSITIVE_INFINITY),
  );
  return wrong.length === 0 ? null : Object.fromEntries(wrong.map(([name]) => [name, { kind: "te_lang" }]));
}

function maxOf(name: string): number | null {
  if (name === "afweging") return afwegingMax;
  return name.startsWith("wat") ? actieMax : null;
}

/** The fields with a free text. */
export const besluitTeksten = ["afweging", ...nummers.map((nummer) => `wat${nummer}` as const)] as const;

export const besluitTitle = "Besluit";

export interface BesluitDialog {
  readonly referentie: string;
  readonly naam: string | null;
  readonly vraag: string | null;
  readonly team: readonly Lid[];
  readonly kandidaten: readonly Lid[];
  /** What can be decided here; all of it when left out. */
  readonly mogelijk?: readonly Besluit[];
  readonly vandaag: Temporal.PlainDate;
  readonly sent: Sent;
  readonly problemen?: BesluitProblemen;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export function besluitCard(data: BesluitDialog, token: Stamp): Card {
  const { referentie, naam, vraag, kandidaten, mogelijk = besluiten, vandaag, sent, problemen = {} } = data;
  const regierol = mogelijk.includes("regierol_toewijzen");
  const field = fieldOf(sent, problemen);
  const press = { verb: besluitVerb.vervang, token };
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Wat is het besluit?",
    ...(naam ? { subtitle: naam } : {}),
    body: [
      ...(data.melding ? [notice("info", data.melding)] : []),
      ...(vraag ? [freeText(vraag)] : []),
      choiceInput({
        ...field("besluiten"),
        label: "Besluit",
        choices: choicesOf(besluitLabel, mogelijk),
        style: "expanded",
        multi: true,
        required: "Kies een besluit.",
      }),
      smallPrint(choiceWords(mogelijk)),
      ...screenedField({
        veld: "afweging",
        input: multilineInput({
          ...field("afweging"),
          label: "Waarom? Eén zin",
          maxLength: afwegingMax,
          required: "Schrijf in één zin waarom.",
        }),
        problem: screenedOnly(problemen.afweging),
        laat: data.laat?.afweging,
        press,
      }),
      ...(regierol
        ? [
            choiceInput({
              ...field("regierolVoor"),
              label: "Bij regierol: wie vragen we?",
              choices: kandidaten.map(choiceOf),
              style: "compact",
              placeholder: "Niemand gekozen",
            }),
            keuzeInput(regierolKeuzeSchema.safeParse(sent?.regierolKeuze).data),
          ]
        : []),
      dateInput({ ...field("terugOp"), label: "Bij meer informatie: klaar op", min: vandaag.toString() }),
      section(
        "Wie doet wat? Dit mag leeg blijven",
        ...shownActies(sent).flatMap((nummer) => actieInputs(data, nummer, press)),
        smallPrint("Meer acties? Kies na het besluit op de kaart: Actie toevoegen."),
      ),
      smallPrint("Schrijf alleen op wat nodig is: geen diagnoses, adressen of nummers."),
    ],
    actions: [submit({ title: "Leg vast", verb: besluitVerb.opslaan, token, style: "positive" })],
    fallbackText: "Leg het besluit van de overlegronde vast.",
  });
}

/** One, and what was filled in besides: nothing that was sent is out of sight when the form comes back. */
function shownActies(sent: Sent): readonly number[] {
  const filled = (nummer: number) =>
    ["wie", "wat", "datum"].some((what) => textOf(sent, `${what}${nummer}`) !== "");
  return nummers.filter((nummer) => nummer === 1 || filled(nummer));
}

function choiceWords(mogelijk: readonly Besluit[]): string {
  if (!mogelijk.includes("regierol_toewijzen"))
    return "Kies één besluit. Een regierol of het Loket kan alleen met toestemming.";
  return mogelijk.includes("doorzetten_loket")
    ? "Kies één besluit. Alleen het Loket mag erbij: bij regierol, doorlopen of meer informatie."
    : "Kies één besluit. Het Loket kan alleen met schriftelijke toestemming. Ook voor een regierol is die eerst nodig: vraag erom na het besluit.";
}

export interface ActieDialog {
  /** Items that this person may read. */
  readonly punten: readonly Pick<PuntGezien, "hulpvraagId" | "referentie" | "leerling">[];
  readonly team: readonly Lid[];
  readonly vandaag: Temporal.PlainDate;
  readonly sent: Sent;
  readonly problemen?: BesluitProblemen;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export function actieCard(data: ActieDialog, token: Stamp): Card {
  const choices = data.punten.map(({ hulpvraagId, referentie, leerling }) => ({
    title: leerling ? `${referentie} · ${leerling.naam}` : referentie,
    value: hulpvraagId,
  }));
  return card({
    kind: "Overlegronde",
    title: "Actie toevoegen",
    body: [
      ...(data.melding ? [notice("info", data.melding)] : []),
      choiceInput({
        id: "hulpvraag",
        label: "Bij welke hulpvraag?",
        choices,
        style: "compact",
        value: data.sent.hulpvraag || choices[0]?.value,
        required: "Kies een hulpvraag.",
      }),
      ...actieInputs(data, 1, { verb: besluitVerb.actieVervang, token }, "vul dit ook in."),
      smallPrint("Wie de actie doet, krijgt er op tijd bericht van."),
    ],
    actions: [submit({ title: "Voeg toe", verb: besluitVerb.actieOpslaan, token, style: "positive" })],
    fallbackText: "Voeg een actie toe.",
  });
}

/** An actie of one hulpvraag, agreed outside a round. */
export function actieErbijCard(
  data: Omit<ActieDialog, "punten"> & { readonly referentie: string; readonly naam: string | null },
  token: Stamp,
): Card {
  return card({
    kind: `Hulpvraag ${data.referentie}`,
    title: "Actie afspreken",
    ...(data.naam ? { subtitle: data.naam } : {}),
    body: [
      ...(data.melding ? [notice("info", data.melding)] : []),
      ...actieInputs(data, 1, { verb: regierolVerb.actieErbijVervang, token }, "vul dit ook in."),
      smallPrint("Wie de actie doet, krijgt bericht. Alleen wie het mag lezen, staat in de lijst."),
    ],
    actions: [submit({ title: "Spreek af", verb: regierolVerb.actieErbij, token, style: "positive" })],
    fallbackText: "Spreek een actie af.",
  });
}

function actieInputs(
  { team, vandaag, sent, problemen = {}, laat }: Omit<ActieDialog, "punten">,
  nummer: number,
  press: ScreenedField["press"],
  leeg?: string,
): Element[] {
  const field = fieldOf(sent, problemen, leeg);
  const wat: BesluitVeld = `wat${nummer}`;
  const which = nummer === 1 ? "" : ` (actie ${nummer})`;
  return [
    choiceInput({
      ...field(`wie${nummer}`),
      label: `Wie${which}`,
      choices: team.map(choiceOf),
      style: "compact",
      placeholder: "Niemand gekozen",
    }),
    ...screenedField({
      veld: wat,
      input: textInput({ ...field(wat), label: `Doet wat${which}`, maxLength: actieMax }),
      problem: screenedOnly(problemen[wat]),
      laat: laat?.[wat],
      press,
    }),
    dateInput({ ...field(`datum${nummer}`), label: `Klaar op${which}`, min: vandaag.toString() }),
  ];
}

function choiceOf({ persoonId, naam, functie }: Lid) {
  return { title: `${naam} (${functieKort[functie]})`, value: persoonId };
}

/** `leeg` is said of an empty field of an action; beside a besluit the whole action may stay empty. */
function fieldOf(sent: Sent, problemen: BesluitProblemen, leeg = "vul dit ook in, of laat de actie leeg.") {
  return (id: BesluitVeld) => ({
    id,
    value: textOf(sent, id),
    error:
      problemen[id]?.kind === "leeg"
        ? (emptyWords[id] ?? leeg)
        : problemWords(problemen[id], textOf(sent, id)),
  });
}

function screenedOnly(probleem: BesluitProbleem | undefined): Veldprobleem | undefined {
  return probleem?.kind === "bevat" ? probleem : undefined;
}

function problemWords(probleem: BesluitProbleem | undefined, text: string): string | undefined {
  if (!probleem) return undefined;
  if (probleem.kind === "besluiten_gaan_niet_samen") {
    return "deze besluiten gaan niet samen. Kies er één, of één met het Loket.";
  }
  if (probleem.kind === "niet_bij_uitzondering")
    return "dit kan niet zonder toestemming. Kies meer informatie, basisondersteuning of afsluiten.";
  if (probleem.kind === "loket_zonder_toestemming")
    return "voor het Loket is schriftelijke toestemming nodig. Kies nu meer informatie, en vraag erom.";
  if (probleem.kind === "geen_regierol") return "doorlopen kan niet: er is nog niemand met de regierol.";
  if (probleem.kind === "te_ver")
    return `dit is te ver weg. Kies ${formatDate(probleem.uiterlijk)} of eerder.`;
  if (probleem.kind === "niet_in_toestemming") {
    return `${probleem.naam} staat niet in de toestemming. Kies iemand anders.`;
  }
  if (probleem.kind === "niet_in_team") return "kies iemand die nu in het team zit.";
  return veldWords(probleem, text);
}

const emptyWords: Partial<Record<BesluitVeld, string>> = {
  besluiten: "kies een besluit.",
  afweging: "schrijf in één zin waarom.",
  regierolVoor: "kies wie we vragen voor de regierol.",
  terugOp: "kies wanneer de informatie er is.",
};

/** What was agreed for a day on which the school is closed; undefined when every day is a schooldag. */
export function movedWords(verschoven: readonly Verschoven[]): string | undefined {
  if (verschoven.length === 0) return undefined;
  return verschoven
    .map(({ van, naar }) => `${capital(formatDate(van))} is geen schooldag: het wordt ${formatDate(naar)}.`)
    .join(" ");
}

export const besluitWords = {
  /** Its ground has gone since the agenda was made. */
  back: "Bespreken kan niet meer: de toestemming geldt niet. De hulpvraag gaat terug naar de ib.",
  stale: "Over deze hulpvraag is al besloten, of hij is van de agenda. Je ziet nu hoe het ervoor staat.",
  actieTitle: "Actie",
} as const;
