import { foldChar } from "./spelling.ts";

/**
 * A text in its plain form, with for every character the place (UTF-16) it came from. Patterns look here, so that
 * full-width digits, hard spaces, accents and invisible characters hide nothing; findings point to the original.
 */
export interface View {
  readonly text: string;
  readonly lower: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function viewOf(original: string): View {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const char of original) {
    const plain = foldChar(char);
    for (const unit of plain) {
      text += unit;
      for (let i = 0; i < unit.length; i++) {
        starts.push(offset);
        ends.push(offset + char.length);
      }
    }
    // A combining accent belongs to the letter before it; an invisible character belongs to nothing.
    if (plain === "" && /\p{M}/u.test(char) && ends.length > 0) ends[ends.length - 1] = offset + char.length;
    offset += char.length;
  }
  return { text, lower: lowerCase(text), starts, ends };
}

/** Lower case of the same length: a letter that would grow keeps its own form. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
}

/** A place in the view, half-open, before it is translated to the original text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
