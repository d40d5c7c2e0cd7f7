type Json = Record<string, unknown>;

const text = (words: string, more: Json = {}): Json => ({
  type: "TextBlock",
  text: words,
  wrap: true,
  ...more,
});
const cell = (words: string): Json => ({ type: "TableCell", items: [text(words)] });
const execute = (title: string, verb: string, more: Json = {}): Json => ({
  type: "Action.Execute",
  title,
  verb,
  ...more,
});

function card(body: Json[], actions: Json[] = [], more: Json = {}): Json {
  return { type: "AdaptiveCard", version: "1.5", lang: "nl", body, actions, ...more };
}

const opensDialog = (title: string): Json => ({
  type: "Action.Submit",
  title,
  data: { verb: "open", msteams: { type: "task/fetch" } },
});

/** Cards that use what Teams can do, by the word that asks the bot for them. */
export const cards: Record<string, () => Json> = {
  toekomst: () =>
    card([text("Van later")], [], { version: "9.9", fallbackText: "Werk Teams bij om dit te zien." }),
  knoppen: () =>
    card(
      [
        text("Wat wil je doen?", { style: "heading" }),
        text("Kies **een** knop. Zie ook [de uitleg](https://voorbeeld.example/uitleg)."),
      ],
      [
        execute("Bewaar", "bewaar", { style: "positive" }),
        execute("Laat weten", "weet"),
        execute("Gaat fout", "fout"),
        opensDialog("Open formulier"),
        { type: "Action.OpenUrl", title: "Website", url: "https://voorbeeld.example/" },
        execute("Zesde", "zes"),
        execute("Zevende", "zeven"),
        execute("Achtste", "acht"),
      ],
    ),
  lijst: () =>
    card([
      text("Drie keer hetzelfde", { style: "heading" }),
      ...["Eerste", "Tweede", "Derde"].map((name) => ({
        type: "ColumnSet",
        columns: [
          { type: "Column", width: "stretch", items: [text(name)] },
          {
            type: "Column",
            width: "auto",
            items: [{ type: "ActionSet", actions: [execute("Kies", "kies", { data: { rij: name } })] }],
          },
        ],
      })),
    ]),
  overzicht: () =>
    card(
      [
        text("Overlegronde 12 oktober", { style: "heading" }),
        text("Zes hulpvragen, waarvan één met voorrang. De agenda ligt vast.", { isSubtle: true }),
        {
          type: "FactSet",
          facts: [
            { title: "Wanneer", value: "maandag 12 oktober, 13:30 tot 15:00" },
            { title: "Voorzitter", value: "Marijke de Boer-Jansen" },
          ],
        },
        {
          type: "Table",
          firstRowAsHeaders: true,
          columns: [{ width: 1 }, { width: 2 }, { width: 1 }],
          rows: [
            { type: "TableRow", cells: [cell("Nummer"), cell("Onderwerp"), cell("Fase")] },
            { type: "TableRow", cells: [cell("HV-2041"), cell("Verzuim"), cell("Besproken")] },
            {
              type: "TableRow",
              style: "emphasis",
              cells: [cell("HV-7730"), cell("Sociaal-emotioneel"), cell("In uitvoering")],
            },
          ],
        },
        {
          type: "Badge",
          text: "Voorrang",
          style: "Warning",
          fallback: text("Let op: voorrang", { color: "warning", weight: "bolder" }),
        },
        { type: "Container", style: "good", items: [text("Toestemming is rond.", { color: "good" })] },
        {
          type: "Container",
          style: "attention",
          items: [text("De termijn loopt morgen af.", { color: "attention" })],
        },
        { type: "Container", id: "meer", isVisible: false, items: [text("Hier staat meer uitleg.")] },
      ],
      [
        { type: "Action.ToggleVisibility", title: "Meer uitleg", targetElements: ["meer"] },
        {
          type: "Action.ShowCard",
          title: "Opmerking",
          card: card(
            [{ type: "Input.Text", id: "opmerking", label: "Je opmerking", isMultiline: true }],
            [execute("Plaats", "plaats")],
          ),
        },
      ],
      { msteams: { width: "Full" } },
    ),
  velden: () =>
    card(
      [
        text("Alle velden", { style: "heading" }),
        {
          type: "Input.Text",
          id: "naam",
          label: "Naam van het kind",
          isRequired: true,
          errorMessage: "Vul een naam in.",
          placeholder: "Verzonnen naam",
        },
        { type: "Input.Text", id: "uitleg", label: "Wat is er aan de hand?", isMultiline: true },
        {
          type: "Input.Number",
          id: "weken",
          label: "Aantal weken",
          min: 1,
          max: 40,
          errorMessage: "Kies 1 tot 40.",
        },
        { type: "Input.Date", id: "datum", label: "Datum" },
        { type: "Input.Time", id: "tijd", label: "Tijd" },
        { type: "Input.Toggle", id: "klopt", title: "De ouders weten ervan", value: "false" },
        {
          type: "Input.ChoiceSet",
          id: "domein",
          label: "Onderwerp",
          style: "compact",
          placeholder: "Kies",
          choices: choices("Verzuim", "Gedrag", "Leren"),
        },
        {
          type: "Input.ChoiceSet",
          id: "urgentie",
          label: "Hoe snel?",
          style: "expanded",
          value: "Gewoon",
          choices: choices("Gewoon", "Voorrang"),
        },
        {
          type: "Input.ChoiceSet",
          id: "gedaan",
          label: "Wat is al gedaan?",
          isMultiSelect: true,
          choices: choices("Gesprek", "Observatie", "Aanpassing in de klas"),
        },
        {
          type: "Input.ChoiceSet",
          id: "collega",
          label: "Collega",
          choices: [],
          "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
        },
        {
          type: "Input.ChoiceSet",
          id: "school",
          label: "School",
          style: "filtered",
          choices: [],
          "choices.data": { type: "Data.Query", dataset: "scholen" },
        },
      ],
      [execute("Verstuur", "velden", { style: "positive" })],
    ),
};

function choices(...titles: string[]): Json[] {
  return titles.map((title) => ({ title, value: title }));
}

export const answerCard = (words: string): Json => card([text(words)], [execute("Nog een keer", "bewaar")]);

export const dialogCard = (step: number): Json =>
  card(
    [
      text(step === 1 ? "Stap 1 van 2" : "Stap 2 van 2", { weight: "bolder" }),
      {
        type: "Input.Text",
        id: "antwoord",
        label: step === 1 ? "Wat is de vraag?" : "Weet je het zeker?",
        isRequired: true,
        errorMessage: "Vul dit in.",
      },
    ],
    [{ type: "Action.Submit", title: step === 1 ? "Verder" : "Klaar", data: { verb: "stap", step } }],
  );
