/**
 * Words on their way into a card. A TextBlock is read as Markdown by Teams, so whatever a person or a database
 * supplied must not be able to become a link, a mention or a date function. Only `bold` makes Markdown.
 */
import type { IContainer, ITextBlock, TextColor } from "@microsoft/teams.cards";

export type Bold = { readonly bold: string };
/** One sentence or line: plain words, or words with bold parts. */
export type Sentence = string | readonly (string | Bold)[];

export const bold = (text: string): Bold => ({ bold: text });

const inert: readonly (readonly [RegExp, string])[] = [
  [/\s+/gu, " "],
  [/\]\(/gu, "] ("],
  [/\{(?=\{)/gu, "{ "],
  [/</gu, "‹"],
  [/>/gu, "›"],
  [/\*/gu, "∗"],
  [/`/gu, "'"],
  [/~(?=~)/gu, "~ "],
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "‗"],
  [/^\s*(#{1,6}|[-+])(?=\s)/u, "–"],
];

/** The same words, with nothing left that Markdown, mentions or date functions would act on. */
export function plain(text: string): string {
  return inert.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text).trim();
}

export function words(sentence: Sentence): string {
  if (typeof sentence === "string") return plain(sentence);
  return sentence.map(part).join("").replace(/\s+/gu, " ").trim();
}

/** Keeps the blanks around a part, so that sentences can be put together from pieces. */
function part(piece: string | Bold): string {
  const inner = plain(typeof piece === "string" ? piece : piece.bold);
  if (typeof piece !== "string") return inner === "" ? "" : `**${inner}**`;
  if (inner === "") return piece === "" ? "" : " ";
  return `${/^\s/u.test(piece) ? " " : ""}${inner}${/\s$/u.test(piece) ? " " : ""}`;
}

/** Shortens a text made of data to what fits, so that a button or title never fails on a long name. */
export function shorten(text: string, max: number): string {
  const tidy = text.replace(/\s+/gu, " ").trim();
  const letters = [...new Intl.Segmenter("nl").segment(tidy)].map(({ segment }) => segment);
  if (tidy.length <= max) return tidy;
  let result = "";
  for (const letter of letters) {
    if (result.length + letter.length > max - 1) break;
    result += letter;
  }
  return `${result.trimEnd()}…`;
}

export type ParagraphOptions = {
  subtle?: boolean;
  small?: boolean;
  color?: TextColor;
  spacing?: "None" | "Small";
};

export function paragraph(sentence: Sentence, options: ParagraphOptions = {}): ITextBlock {
  return {
    type: "TextBlock",
    text: words(sentence),
    wrap: true,
    ...(options.subtle ? { isSubtle: true } : {}),
    ...(options.small ? { size: "Small" } : {}),
    ...(options.color ? { color: options.color } : {}),
    ...(options.spacing ? { spacing: options.spacing } : {}),
  };
}

/** Small print under a card: when it was made, where data goes, why somebody gets it. */
export function smallPrint(sentence: Sentence): ITextBlock {
  return paragraph(sentence, { subtle: true, small: true });
}

/** What a person wrote, letter for letter and line by line: runs of text are never read as Markdown. */
export function freeText(text: string): IContainer {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  return {
    type: "Container",
    spacing: "Small",
    items: (lines.length === 0 ? ["–"] : lines).map((line) => ({
      type: "RichTextBlock",
      spacing: "Small",
      inlines: [{ type: "TextRun", text: line }],
    })),
  };
}

export function list(items: readonly Sentence[], kind: "bullets" | "steps" = "bullets"): ITextBlock {
  const lines = items.map((item, index) => `${kind === "steps" ? `${index + 1}.` : "-"} ${words(item)}`);
  return { type: "TextBlock", text: lines.join("\n"), wrap: true, spacing: "Small" };
}
