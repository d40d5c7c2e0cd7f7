/** The dialogs of an adviesvraag: asking, answering, taking it back, and going on with a name. */
import type { Kring } from "#domain/adviesvraag.ts";
import { adviesuitkomsten, kringen } from "#domain/adviesvraag.ts";
import {
  type Adviesantwoordveld,
  type Adviesoordeel,
  type Adviesveld,
  adviesMax,
  adviesredenen,
} from "#domain/adviesvraag-form.ts";
import { domeinen } from "#domain/code.ts";
import type { Kenmerk } from "#domain/herkenbaar.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import type { Problemen } from "#domain/veld.ts";
import type { AntwoordSent } from "./adviesvraag-form.ts";
import { adviesvraagVerb } from "./adviesvraag-verb.ts";
import { adviesredenLabel, adviesuitkomstLabel, kenmerkHint, kringLabel } from "./adviesvraag-word.ts";
import { buttons, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice } from "./card.ts";
import { choiceInput, choicesOf, multilineInput, toggleInput } from "./input.ts";
import { screenedField } from "./screening.ts";
import { bold, freeText, list, paragraph, type Sentence, shorten, smallPrint } from "./text.ts";
import { type Form, veldWords } from "./veld.ts";
import { count, domeinLabel } from "./word.ts";

type Opgevallen = Extract<Adviesoordeel, { kind: "opgevallen" }>;

export interface AdviesDialog {
  readonly scholen: readonly { readonly id: string; readonly naam: string }[];
  readonly form: Form<Adviesveld>;
  readonly problemen?: Problemen<Adviesveld>;
  /** What makes a child recognisable in it. */
  readonly opgevallen?: Opgevallen;
  readonly melding?: string;
}

export function adviesDialogCard(data: AdviesDialog, token: Stamp): Card {
  const { form, problemen = {}, opgevallen, melding } = data;
  const field = (id: Adviesveld) => ({ id, value: form[id], error: veldWords(problemen[id], form[id]) });
  return card({
    kind: "Adviesvraag",
    title: "Adviesvraag zonder naam",
    lead: "Vraag advies zonder te zeggen om wie het gaat. Toestemming van de ouders is daar niet voor nodig.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      ...(opgevallen ? seen(opgevallen, form.vraag) : []),
      ...schoolField(data),
      multilineInput({
        ...field("vraag"),
        label: "Wat is je vraag?",
        placeholder: "Wat zie je in de klas, en wat wil je weten?",
        maxLength: adviesMax.vraag,
        required: "Schrijf je vraag op.",
      }),
      ...(problemen.vraag?.kind === "bevat" ? replaceButton(token) : []),
      ...(opgevallen ? confirmField(opgevallen, form.reden) : []),
      choiceInput({
        ...field("domein"),
        label: "Waar gaat het over?",
        choices: choicesOf(domeinLabel, domeinen),
        style: "compact",
        required: "Kies een onderwerp.",
      }),
      choiceInput({
        ...field("kring"),
        error: problemen.kring?.kind === "past_niet" ? noKernteam : field("kring").error,
        label: "Aan wie stel je de vraag?",
        choices: choicesOf<Kring>(kringLabel, kringen),
        style: "expanded",
        required: "Kies aan wie.",
      }),
      smallPrint(
        "Geen naam, leeftijd, groep, familie of gebeurtenis waaraan iemand het kind herkent. Sluit je dit venster? Dan bewaar ik niets.",
      ),
    ],
    actions: [submit({ title: "Stel de vraag", verb: adviesvraagVerb.opslaan, token, style: "positive" })],
    fallbackText: "Stel een adviesvraag zonder naam.",
  });
}

const noKernteam =
  "jullie team heeft nu niemand van het kernteam. Kies de overlegronde met iedereen aan tafel.";

function schoolField({ scholen, form, problemen = {} }: AdviesDialog): Element[] {
  if (scholen.length < 2) return [];
  return [
    choiceInput({
      id: "school",
      label: "Voor welke school?",
      value: form.school,
      error: veldWords(problemen.school),
      choices: scholen.map(({ id, naam }) => ({ title: naam, value: id })),
      style: "compact",
      required: "Kies de school.",
    }),
  ];
}

function replaceButton(token: Stamp): Element[] {
  return [
    smallPrint("Wat zegt om wie het gaat, kan hier nooit blijven staan."),
    buttons([submit({ title: "Vervang wat is gevonden", verb: adviesvraagVerb.vervang, token })]),
  ];
}

/** More than these nobody reads at once. */
const mostTraits = 6;

function seen({ herkenning, school, magBevestigen }: Opgevallen, text: string): Element[] {
  const { herkenbaar, kenmerken } = herkenning;
  const lines = new Map(
    kenmerken.map((one): [string, Sentence] => {
      const said = shorten(text.slice(one.start, one.end), 40);
      return [`${one.code}${said}`, lineOf(one, said)];
    }),
  );
  function lineOf({ code }: Kenmerk, said: string): Sentence {
    return [bold(`“${said}”`), `: ${kenmerkHint(code, school.sector)}`];
  }
  const shown = [...lines.values()].slice(0, mostTraits);
  if (!herkenbaar) {
    return [notice("warning", "Dit is nog niet gesteld. Is dit echt nodig voor je vraag?"), list(shown)];
  }
  return [
    notice(
      "warning",
      `Dit is nog niet gesteld. Zo is het kind te herkennen: ${sizeWords(school.leerlingen)}`,
    ),
    list(shown),
    ...(magBevestigen ? [] : [paragraph("Schrijf het algemener en druk dan nog een keer op Stel de vraag.")]),
  ];
}

function sizeWords(leerlingen: number): string {
  return leerlingen === 0
    ? "hoe groot jullie school is, weet ik niet. Daarom reken ik met een kleine school."
    : `op een school met ${count(leerlingen, "leerling", "leerlingen")} past dit bij hooguit een paar kinderen.`;
}

function confirmField({ magBevestigen, herkenning }: Opgevallen, value: string): Element[] {
  if (!magBevestigen) return [];
  return [
    choiceInput({
      id: "reden",
      label: herkenning.herkenbaar
        ? "Kan het echt niet algemener? Waarom niet?"
        : "Laat je het staan? Kies waarom:",
      choices: choicesOf(adviesredenLabel, adviesredenen),
      style: "compact",
      placeholder: "Kies een reden",
      value,
    }),
    smallPrint("Ik leg vast dat het is gemeld en welke reden je koos. De woorden zelf niet."),
  ];
}

export interface AntwoordDialog {
  readonly vraag: string;
  readonly sent: AntwoordSent;
  readonly problemen?: Problemen<Adviesantwoordveld>;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export function antwoordCard(data: AntwoordDialog, wanted: "antwoorden" | "vastleggen", token: Stamp): Card {
  const { vraag, sent, problemen = {}, melding } = data;
  const table = wanted === "vastleggen";
  const press = { verb: table ? adviesvraagVerb.vervangUitkomst : adviesvraagVerb.vervangAntwoord, token };
  const save = table ? adviesvraagVerb.uitkomst : adviesvraagVerb.antwoord;
  return card({
    kind: "Adviesvraag",
    title: table ? "Wat adviseert de ronde?" : "Advies geven",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      freeText(vraag),
      ...(table
        ? [
            choiceInput({
              id: "uitkomst",
              label: "Uitkomst",
              choices: choicesOf(adviesuitkomstLabel, adviesuitkomsten),
              style: "expanded",
              value: sent.uitkomst,
              error: veldWords(problemen.uitkomst),
              required: "Kies de uitkomst.",
            }),
          ]
        : []),
      ...screenedField({
        veld: "antwoord",
        input: multilineInput({
          id: "antwoord",
          label: table ? "Het advies" : "Je advies",
          value: sent.antwoord,
          error: veldWords(problemen.antwoord, sent.antwoord),
          placeholder: "Wat kan de school doen, in deze en vergelijkbare situaties?",
          maxLength: adviesMax.antwoord,
          ...(table ? {} : { required: "Schrijf je advies op." }),
        }),
        problem: problemen.antwoord,
        laat: data.laat?.antwoord,
        press,
      }),
      smallPrint("Alleen advies: geen afspraken over een kind, en geen namen."),
    ],
    actions: [submit({ title: table ? "Leg vast" : "Geef advies", verb: save, token, style: "positive" })],
    fallbackText: "Geef advies op een adviesvraag.",
  });
}

export function adviesIntrekkenCard(token: Stamp): Card {
  return card({
    kind: "Adviesvraag",
    title: "Adviesvraag intrekken?",
    tone: "warning",
    body: [
      paragraph("Dit gebeurt meteen en kun je niet terugdraaien:"),
      list([
        "ik wis de vraag;",
        "anderen zien hem niet meer;",
        "stond hij op een agenda, dan gaat hij eraf.",
      ]),
    ],
    actions: [submit({ title: "Ja, trek in", verb: adviesvraagVerb.intrekken, token, style: "destructive" })],
    fallbackText: "Adviesvraag intrekken.",
  });
}

export function adviesWissenCard(token: Stamp): Card {
  return card({
    kind: "Adviesvraag",
    title: "Vraag en advies wissen?",
    tone: "warning",
    body: [
      paragraph("Ik wis de vraag en het advies, ook bij wie het advies gaf. Dit kun je niet terugdraaien."),
      smallPrint("Doe je niets? Dan wis ik ze vanzelf op de dag die op de kaart staat."),
    ],
    actions: [submit({ title: "Ja, wis alles", verb: adviesvraagVerb.wissen, token, style: "destructive" })],
    fallbackText: "Adviesvraag wissen.",
  });
}

/** After an anonymous question outside contact by name only after consultation and agreement (004 ch. 1 par. 8). */
export function opNaamCard(token: Stamp, refused = false): Card {
  return card({
    kind: "Adviesvraag",
    title: "Toch op naam?",
    body: [
      paragraph(
        "Op naam verder kan alleen na overleg met de ouders en de leerling, en als zij het goed vinden.",
      ),
      list([
        "Is de leerling 16 of ouder? Dan beslist de leerling zelf.",
        "De hulpvraag komt pas op een agenda als de toestemming erin staat.",
        "Je vraag gaat mee naar het formulier. Nergens staat dat hij hier vandaan komt.",
      ]),
      toggleInput({
        id: "overlegd",
        label: "Heb je overlegd?",
        title: "Ja, met ouders en leerling, en zij vinden het goed",
        required: "Overleg eerst met de ouders en de leerling.",
        ...(refused ? { error: "overleg eerst met de ouders en de leerling." } : {}),
      }),
    ],
    actions: [
      submit({ title: "Verder met hulpvraag", verb: adviesvraagVerb.opNaam, token, style: "positive" }),
    ],
    fallbackText: "Van adviesvraag naar hulpvraag.",
  });
}

export const adviesDialogWords = {
  carried:
    "Dit is je vraag zonder wat over deze leerling bekend is. Lees hem na: staat er nog iets in waaraan iemand het kind herkent?",
} as const;
