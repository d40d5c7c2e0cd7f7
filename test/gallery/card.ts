import { buttons, execute, openDialog, openUrl, refresh, submit } from "#cards/button.ts";
import { card, facts, notice, row, section, table } from "#cards/card.ts";
import {
  choiceInput,
  choicesOf,
  dateInput,
  multilineInput,
  numberInput,
  textInput,
  timeInput,
  toggleInput,
} from "#cards/input.ts";
import { bold, freeText, list, paragraph, smallPrint } from "#cards/text.ts";
import { besluitLabel, gezagLabel, leerjaarLabel } from "#cards/word.ts";
import { type Sample, stamp as token } from "./sample.ts";

/** Every building block once, with the longest words that may come. */
const blocks = () =>
  card({
    kind: "Hulpvraag",
    title: "Overlegronde School Zorg Team basisschool De Regenboogschool-Oosterhoutlaan",
    subtitle: "Maandag 7 december 2026, 10:30 tot 12:00 uur",
    status: { text: "Klaargezet voor de volgende ronde", tone: "info" },
    lead: ["Dit moet je ", bold("vandaag"), " nog doen."],
    refresh: refresh({ verb: "show-hulpvraag", token, userIds: ["29:een", "29:twee"] }),
    body: [
      facts([
        ["Regierolhouder", "Annemarie van den Wittenboer-Zwanenburg"],
        ["Toestemming", "Geïnformeerd, geen bezwaar tot maandag 7 december"],
        ["Volgende stap", ""],
      ]),
      facts([
        ["Ondersteuningscoördinator", "Sietske Oudenaarden"],
        ["Terugkoppeling aan ouders", "vrijdag 11 december 2026"],
      ]),
      notice("good", "De toestemming is vastgelegd."),
      notice("info", ["Alleen ", bold("genoemde partners"), " zien deze vraag."]),
      notice("warning", "Het schakelteam is niet compleet."),
      notice("attention", "De termijn is voorbij."),
      section(
        "Wat er is gevraagd",
        freeText("Hoe helpen we [hem](https://example.org) *verder*?\n\nTweede regel."),
      ),
      section(
        "Afspraken",
        list(["één", "twee", [bold("drie"), ": met uitleg die over meer dan één regel doorloopt"]]),
      ),
      table({
        headers: ["Ronde", "Aanwezig", "Besproken"],
        rows: [
          ["7 dec", "5 van 6", "4"],
          ["18 jan", "6 van 6", ""],
        ],
      }),
      row({
        title: "Ouders bellen",
        status: { text: "Te laat", tone: "attention" },
        lines: ["HV-4821", "voor maandag 7 december"],
        actions: [
          execute({ title: "Klaar", verb: "finish-actie", token, about: "1", style: "positive" }),
          openDialog({ title: "Uitstellen", verb: "snooze-actie", token, about: "1" }),
        ],
      }),
      buttons([openUrl({ title: "Meedoen met het overleg", url: "https://example.org/meedoen" })]),
      paragraph("Onderaan staat altijd wat je kunt doen."),
      smallPrint("Stand van maandag 7 december, 09:05 uur."),
    ],
    actions: [
      execute({ title: "Bekijken", verb: "show-hulpvraag", token, style: "positive" }),
      openDialog({ title: "Toestemming vastleggen", verb: "open-toestemming", token }),
      execute({ title: "Klaarzetten voor de ronde", verb: "klaarzetten", token }),
      execute({ title: "Afmelden", verb: "afmelden", token, associatedInputs: "none" }),
    ],
    fallbackText: "Er staat iets voor je klaar in Zorgronde.",
  });

const form = () =>
  card({
    kind: "Nieuwe hulpvraag",
    title: "Wie en wat",
    body: [
      textInput({ id: "naam", label: "Naam van de leerling", maxLength: 80, required: "Vul de naam in." }),
      choiceInput({
        id: "leerjaar",
        label: "Groep of klas",
        choices: choicesOf(leerjaarLabel),
        style: "compact",
        value: "po_5",
        required: "Kies.",
      }),
      choiceInput({
        id: "gezag",
        label: "Wie heeft het gezag?",
        choices: choicesOf(gezagLabel),
        style: "expanded",
      }),
      choiceInput({
        id: "besluiten",
        label: "Besluiten",
        choices: choicesOf(besluitLabel),
        style: "expanded",
        multi: true,
        value: ["regierol_toewijzen", "doorzetten_loket"],
      }),
      choiceInput({
        id: "wie",
        label: "Wie erbij?",
        choices: [],
        style: "filtered",
        dataset: "personen",
        multi: true,
      }),
      multilineInput({
        id: "vraag",
        label: "De hulpvraag in één zin",
        maxLength: 300,
        value: "Hoe helpen we verder? 0612345678",
        error: "haal het telefoonnummer weg.",
      }),
      dateInput({
        id: "datum",
        label: "Wanneer?",
        min: "2026-12-07",
        value: "2026-12-14",
        required: "Kies een datum.",
      }),
      timeInput({ id: "tijd", label: "Hoe laat?", value: "10:30" }),
      numberInput({ id: "minuten", label: "Hoeveel minuten?", min: 5, max: 60, value: 15 }),
      toggleInput({ id: "tolk", label: "Is er een tolk nodig?", value: true }),
    ],
    actions: [
      submit({ title: "Opslaan", verb: "save-intake", token, style: "positive" }),
      submit({ title: "Annuleren", verb: "cancel-intake", token, associatedInputs: "none" }),
    ],
    fallbackText: "Formulier voor een nieuwe hulpvraag.",
  });

export const samples: Sample[] = [
  { name: "card-blocks", state: "alle bouwstenen", card: blocks },
  { name: "card-form", state: "alle velden, één geweigerd", card: form },
];
