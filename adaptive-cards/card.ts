/**
 * The one look of all cards: the same head, the same blocks, one width. Plain objects of the official card types,
 * limited to what version 1.5 knows, so that every Teams client can show them.
 */
import type {
  CardElementArray,
  IAdaptiveCard,
  IColumn,
  IContainer,
  IMention,
  IRefreshDefinition,
  IRichTextBlock,
  ITable,
  ITextBlock,
  TextColor,
} from "@microsoft/teams.cards";
import { type Action, buttons, upToSix } from "./button.ts";
import { hasRefusal } from "./input.ts";
import { bold, paragraph, plain, type Sentence } from "./text.ts";

export type Element = CardElementArray[number];
export type Tone = "neutral" | "info" | "good" | "warning" | "attention";

/** Mobile clients refuse a card without a version and fail on a newer one. */
export type Card = Omit<IAdaptiveCard, "msteams"> & {
  version: "1.5";
  lang: "nl";
  fallbackText: string;
  msteams: { width: "Full"; entities?: IMention[] };
};

export type CardOptions = {
  /** What sort of card this is, in one or two words: Hulpvraag, Mijn taken. */
  kind: string;
  title: string;
  subtitle?: string;
  /** How things stand, in words; the tone only adds colour. */
  status?: { text: string; tone: Tone };
  /** Colour of the head; leave out for anything but danger, refusal and success. */
  tone?: Tone;
  /** The sentence that must be read when nothing else is. */
  lead?: Sentence;
  body: readonly Element[];
  actions?: readonly Action[];
  /** Shown by clients without cards and in previews: never a name or anything about a pupil. */
  fallbackText: string;
  refresh?: IRefreshDefinition;
  mentions?: readonly IMention[];
};

const colors = {
  neutral: "Default",
  info: "Accent",
  good: "Good",
  warning: "Warning",
  attention: "Attention",
} as const satisfies Record<Tone, TextColor>;

const backgrounds = {
  neutral: "emphasis",
  info: "accent",
  good: "good",
  warning: "warning",
  attention: "attention",
} as const satisfies Record<Tone, string>;

export function card(options: CardOptions): Card {
  const { lead, actions = [], mentions = [] } = options;
  return {
    type: "AdaptiveCard",
    version: "1.5",
    lang: "nl",
    fallbackText: options.fallbackText,
    msteams: { width: "Full", ...(mentions.length > 0 ? { entities: [...mentions] } : {}) },
    ...(options.refresh ? { refresh: options.refresh } : {}),
    body: [head(options), ...(lead ? [paragraph(lead)] : []), ...refusal(options.body), ...options.body],
    ...(actions.length > 0 ? { actions: upToSix(actions) } : {}),
  };
}

/** A form that comes back begins at its top, and on a phone the refused field is then out of sight. */
function refusal(body: readonly Element[]): Element[] {
  const [first] = body;
  const isSaid = first !== undefined && "style" in first && first.style === backgrounds.warning;
  if (isSaid || !hasRefusal(body)) return [];
  return [notice("warning", "Dit is nog niet bewaard. Kijk hieronder waar Pas aan staat.")];
}

function head({ kind, title, subtitle, status, tone = "neutral" }: CardOptions): IContainer {
  const heading: ITextBlock = {
    type: "TextBlock",
    text: plain(title),
    style: "heading",
    size: "Large",
    weight: "Bolder",
    wrap: true,
    spacing: "None",
  };
  return {
    type: "Container",
    style: backgrounds[tone],
    bleed: true,
    items: [
      paragraph(`Zorgronde · ${kind}`, { subtle: true, small: true }),
      heading,
      ...(subtitle ? [paragraph(subtitle, { subtle: true, spacing: "None" })] : []),
      ...(status ? [statusLine(status)] : []),
    ],
  };
}

function statusLine({ text, tone }: { text: string; tone: Tone }): ITextBlock {
  return { ...paragraph(text, { spacing: "Small", color: colors[tone] }), weight: "Bolder" };
}

/** A part of a card under its own small heading. What comes first needs no line: that of the heading is right above. */
export function section(title: string, ...elements: readonly Element[]): IContainer {
  const [first, ...rest] = elements;
  const name = { ...paragraph(title), weight: "Bolder" } as const;
  // Rows have a bold first line of their own.
  const heading = first && "separator" in first ? { ...name, size: "Medium" as const } : name;
  return {
    type: "Container",
    spacing: "Large",
    separator: true,
    items: [heading, ...(first ? [withoutLine(first)] : []), ...rest],
  };
}

function withoutLine(element: Element): Element {
  if (!("separator" in element)) return element;
  const { separator: _, ...rest } = element;
  return { ...rest, spacing: "Small" } as Element;
}

export type NoticeKind = Exclude<Tone, "neutral">;

/** The word says what the colour says. */
const noticeWords = {
  good: "Gelukt.",
  info: "Goed om te weten.",
  warning: "Let op.",
  attention: "Belangrijk.",
} as const satisfies Record<NoticeKind, string>;

export function notice(kind: NoticeKind, text: Sentence): IContainer {
  const sentence = typeof text === "string" ? [text] : text;
  return {
    type: "Container",
    style: backgrounds[kind],
    spacing: "Medium",
    items: [paragraph([bold(noticeWords[kind]), " ", ...sentence])],
  };
}

export type Fact = readonly [label: string, value: string];

/** The longest word of a label that still fits beside its value on a phone. */
const wordBeside = 14;
/** The longest word that fits in the column of values on a phone. */
const valueBeside = 18;

/** Labels with their values: side by side, or under each other when a label is too long for that on a phone. */
export function facts(rows: readonly Fact[]): IContainer {
  const fits = (text: string, longest: number) => text.split(/\s/u).every((word) => word.length <= longest);
  const beside = rows.every(([label, value]) => fits(label, wordBeside) && fits(value, valueBeside));
  return {
    type: "Container",
    spacing: "Small",
    items: rows.map(([label, value]) => {
      const words = value.trim() === "" ? "–" : value;
      const run: IRichTextBlock = {
        type: "RichTextBlock",
        spacing: "None",
        inlines: [{ type: "TextRun", text: words }],
      };
      // Of one size when they stand side by side: they are then level.
      return beside
        ? {
            type: "ColumnSet",
            spacing: "Small",
            columns: [column(2, [paragraph(label, { subtle: true })]), column(3, [run])],
          }
        : {
            type: "Container",
            spacing: "Small",
            items: [paragraph(label, { subtle: true, small: true }), run],
          };
    }),
  };
}

function column(width: number, items: CardElementArray): IColumn {
  return { type: "Column", width, items };
}

export type Row = {
  title: string;
  lines?: readonly Sentence[];
  status?: { text: string; tone: Tone };
  actions?: readonly Action[];
};

/** One line of an overview: what it is, what is known, what can be done with it. */
export function row({ title, lines = [], status, actions = [] }: Row): IContainer {
  return {
    type: "Container",
    spacing: "Large",
    separator: true,
    items: [
      { ...paragraph(title), weight: "Bolder" },
      ...(status ? [statusLine(status)] : []),
      ...lines.map((line) => paragraph(line, { spacing: "Small" })),
      ...(actions.length > 0 ? [buttons(actions)] : []),
    ],
  };
}

export type TableOptions = {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  widths?: readonly number[];
};

/**
 * For figures that must be compared. Three columns at most: a fourth does not fit on a phone. The first row is the
 * header by default; the published schema and the clients disagree on the name of that property, so it is left out.
 */
export function table({ headers, rows, widths = headers.map(() => 1) }: TableOptions): ITable {
  if (headers.length > 3) throw new Error("a table has at most three columns");
  const cells = (texts: readonly string[], weight?: "Bolder") =>
    texts.map((text) => ({
      type: "TableCell" as const,
      items: [{ ...paragraph(text === "" ? "–" : text), ...(weight ? { weight } : {}) }],
    }));
  return {
    type: "Table",
    showGridLines: false,
    columns: widths.map((width) => ({ width })),
    rows: [
      { type: "TableRow", style: "emphasis", cells: cells(headers, "Bolder") },
      ...rows.map((texts) => ({ type: "TableRow" as const, cells: cells(texts) })),
    ],
  };
}
