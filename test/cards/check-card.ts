/**
 * Everything a card must be before it may reach a Teams client: understood by the official renderer, of version 1.5,
 * small, readable with a screen reader and on a phone, and without holes in its words.
 */
import { parseProblems } from "./official-parser.ts";

type Json = Record<string, unknown>;
type Node = { at: string; json: Json };

/** Bytes of UTF-16, as Teams counts; a bot message may hold some 100 KB, a card of ours far less. */
export const sizeLimit = 28 * 1024;

const elements15 = [
  "AdaptiveCard",
  "TextBlock",
  "RichTextBlock",
  "TextRun",
  "Container",
  "ColumnSet",
  "Column",
  "FactSet",
  "Image",
  "ImageSet",
  "Table",
  "TableRow",
  "TableCell",
  "ActionSet",
  "Input.Text",
  "Input.Number",
  "Input.Date",
  "Input.Time",
  "Input.Toggle",
  "Input.ChoiceSet",
  "Data.Query",
  "Action.Execute",
  "Action.Submit",
  "Action.OpenUrl",
  "Action.ShowCard",
  "Action.ToggleVisibility",
];

/** The problems of a card, in words; none means that it may go out. */
export function checkCard(card: unknown): string[] {
  if (!isJson(card)) return ["the card is not an object"];
  const nodes = [...walk(card, "card")];
  return [
    ...rootProblems(card, nodes),
    ...nodes.flatMap(nodeProblems),
    ...setProblems(nodes),
    ...textProblems(card, nodes),
    ...parseProblems(withoutNewElements(card)),
  ];
}

function rootProblems(card: Json, nodes: readonly Node[]): string[] {
  const size = JSON.stringify(card).length * 2;
  const headings = nodes.filter(({ json }) => json.type === "TextBlock" && json.style === "heading");
  return [
    ...when(card.type !== "AdaptiveCard", "the root is not an AdaptiveCard"),
    ...when(card.version !== "1.5", "the version is not 1.5"),
    ...when(card.lang !== "nl", "the language is not nl"),
    ...when(
      typeof card.fallbackText !== "string" || card.fallbackText.trim() === "",
      "fallbackText is missing",
    ),
    ...when(size > sizeLimit, `the card is ${size} bytes, more than ${sizeLimit}`),
    ...when(headings.length !== 1, `the card has ${headings.length} headings instead of one`),
  ];
}

const nodeChecks: readonly (readonly [(type: string) => boolean, (json: Json) => string[]])[] = [
  [
    (type) => type === "TextBlock",
    (json) => [...when(json.wrap !== true, "does not wrap"), ...when(isBlank(json.text), "is an empty text")],
  ],
  [(type) => type === "TextRun", (json) => when(isBlank(json.text), "is an empty text")],
  [(type) => type === "Image", (json) => when(isBlank(json.altText), "has no altText")],
  [(type) => type === "Table", (json) => when(json.firstRowAsHeaders === false, "has no header row")],
  [
    (type) => type.startsWith("Input."),
    (json) => [
      ...when(isBlank(json.id), "has no id"),
      ...when(isBlank(json.label), "has no label"),
      ...when(json.isRequired === true && isBlank(json.errorMessage), "is required without errorMessage"),
      ...when(json.type === "Input.Text" && typeof json.maxLength !== "number", "has no maxLength"),
    ],
  ],
  [(type) => type.startsWith("Action."), actionProblems],
  [
    (type) => !elements15.includes(type),
    (json) => when(!isJson(json.fallback), `is newer than 1.5 and has no fallback`),
  ],
];

function nodeProblems({ at, json }: Node): string[] {
  const type = String(json.type);
  return nodeChecks
    .flatMap(([applies, check]) => (applies(type) ? check(json) : []))
    .map((text) => `${at} ${text}`);
}

function actionProblems(json: Json): string[] {
  const title = typeof json.title === "string" ? json.title : "";
  return [
    ...when(title.trim() === "", "has no title"),
    ...when(title.length > 30, `has a title of ${title.length} characters`),
    ...when(
      json.type === "Action.OpenUrl" && !String(json.url).startsWith("https://"),
      "opens no https address",
    ),
    ...when(json.type === "Action.Execute" && isBlank(json.verb), "has no verb"),
  ];
}

function setProblems(nodes: readonly Node[]): string[] {
  const ids = nodes.map(({ json }) => json.id).filter((id) => typeof id === "string");
  const refresh = nodes[0]?.json.refresh;
  return [
    ...nodes.flatMap(({ at, json }) =>
      when(Array.isArray(json.actions) && json.actions.length > 6, `${at} has more than six actions`),
    ),
    ...nodes
      .filter(({ at, json }) => json.type === "Action.Execute" && !at.includes(".refresh."))
      .flatMap(({ at, json }) =>
        when(
          !isJson(json.fallback) ||
            json.fallback.type !== "Action.Submit" ||
            JSON.stringify(json.fallback.data) !== JSON.stringify(json.data),
          `${at} has no Action.Submit with the same data as fallback`,
        ),
      ),
    ...when(new Set(ids).size !== ids.length, "two elements have the same id"),
    ...when(
      isJson(refresh) && Array.isArray(refresh.userIds) && refresh.userIds.length > 60,
      "more than 60 people are refreshed",
    ),
  ];
}

const shownKeys = [
  "text",
  "title",
  "label",
  "placeholder",
  "errorMessage",
  "altText",
  "tooltip",
  "fallbackText",
];
const hole = /\b(undefined|null|NaN|Infinity)\b|\[object |Temporal\.|\{\{|\$\{/u;

function textProblems(card: Json, nodes: readonly Node[]): string[] {
  const tokens = nodes.flatMap(({ json }) =>
    isJson(json.data) && typeof json.data.t === "string" ? [json.data.t] : [],
  );
  return shownTexts(card, "card").flatMap(({ at, text }) => [
    ...when(hole.test(text), `${at} shows a hole: ${text}`),
    ...when(
      tokens.some((token) => text.includes(token)),
      `${at} shows a token`,
    ),
  ]);
}

/** Every text that a client may show or read aloud; what a button carries with it is not shown. */
export function shownTexts(value: unknown, at: string): { at: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => shownTexts(item, `${at}[${index}]`));
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "data") return [];
    if (typeof inner !== "string") return shownTexts(inner, `${at}.${key}`);
    const isValue = key === "value" && (String(value.type).startsWith("Input.") || value.type === undefined);
    return shownKeys.includes(key) || isValue ? [{ at: `${at}.${key}`, text: inner }] : [];
  });
}

function* walk(value: unknown, at: string): Generator<Node> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, `${at}[${index}]`);
  if (!isJson(value)) return;
  if (typeof value.type === "string") yield { at, json: value };
  for (const [key, inner] of Object.entries(value)) {
    if (key !== "data" && key !== "msteams") yield* walk(inner, `${at}.${key}`);
  }
}

/**
 * The card for a client that knows nothing newer than 1.5. `lang` is left to our own check: the renderer refuses it
 * every second time, because it keeps state in a regular expression. Search in a list is an extension of Teams.
 */
function withoutNewElements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNewElements);
  if (!isJson(value)) return value;
  const isNew = typeof value.type === "string" && !elements15.includes(value.type);
  if (isNew && isJson(value.fallback)) return withoutNewElements(value.fallback);
  const { lang: _, "choices.data": query, ...rest } = value;
  const searched = query === undefined ? {} : { choices: [{ title: "-", value: "-" }] };
  return Object.fromEntries(
    Object.entries({ ...rest, ...searched }).map(([key, inner]) => [
      key,
      key === "data" ? inner : withoutNewElements(inner),
    ]),
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  return typeof value !== "string" || value.trim() === "";
}

function when(wrong: boolean, problem: string): string[] {
  return wrong ? [problem] : [];
}
