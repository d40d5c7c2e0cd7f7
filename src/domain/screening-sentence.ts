/** A text as words and sentences, for what is recognised by words and not by form. */
import type { Span, View } from "./screening-view.ts";

export interface Word extends Span {
  readonly text: string;
  /** Lower case, without a genitive: "noor" of "Noor's". */
  readonly base: string;
  readonly capital: boolean;
  /** Two letters or more, all capitals. */
  readonly shouting: boolean;
  /** Opens a sentence, a line or a quotation, so that its capital says nothing. */
  readonly opens: boolean;
  readonly hasDigit: boolean;
  /** What stands between the word before it and this one. */
  readonly gap: string;
}

const anyWord = /[\p{L}\d]+(?:['-][\p{L}\d]+)*/gu;
const boundary = /[.!?;:\n\r\t"“”„«»•*()[\]<>/|]|(?:^|\s)[-']|--|\d[.)]\s/;
/** A full stop behind one of these ends no sentence. */
const abbreviations = new Set(
  "dhr hr mw mevr mvr mej dr drs ir ing prof fam st nr tel geb gr bijv bv evt incl excl ca resp max min vlgs mbt ivm nav tav tbv aub o.a gem afd burg jl ll vd v d mr ds jr sr wrs ong bv nl zgn gebr moed vad lk lkr ltk ib".split(
    " ",
  ),
);

/** "basisschool 't Kompas": the sign belongs to the word. */
const isElided = /^(?:t|n|s|k|m)$/;

const endsSentence = (gap: string, before: Word | undefined, text: string): boolean =>
  before === undefined ||
  (boundary.test(gap) &&
    !(isElided.test(text) && /^\s'$/.test(gap)) &&
    !(/^\.\s?$/.test(gap) && (abbreviations.has(before.base) || before.text.length === 1)));

export function wordsOf(view: View): Word[] {
  const words: Word[] = [];
  for (const m of view.text.matchAll(anyWord)) {
    const before = words.at(-1);
    const text = m[0];
    const gap = view.text.slice(before?.end ?? 0, m.index);
    const letters = text.replace(/'s$/i, "");
    words.push({
      start: m.index,
      end: m.index + text.length,
      text,
      base: view.lower.slice(m.index, m.index + letters.length),
      capital: /^\p{Lu}/u.test(text),
      shouting: letters.length >= 2 && /^[\p{Lu}\d-]+$/u.test(letters) && /\p{Lu}/u.test(letters),
      opens: endsSentence(gap, before, text),
      hasDigit: /\d/.test(text),
      gap,
    });
  }
  return words;
}

/** One sentence as " word word word ", with the place of every word: expressions look at words, not at signs. */
export interface Sentence {
  readonly joined: string;
  /** Start in `joined` and place in the view, per word. */
  readonly places: readonly (Span & { readonly at: number })[];
}

const sentenceEnd = /[.!?;\n\r]/;
const part = /[\p{L}\d]+(?:'[\p{L}\d]+)?/gu;

export function sentencesOf(view: View): Sentence[] {
  const sentences: { joined: string; places: (Span & { at: number })[] }[] = [];
  let end = 0;
  let last = "";
  for (const m of view.lower.matchAll(part)) {
    const gap = view.lower.slice(end, m.index);
    const stops =
      sentenceEnd.test(gap) && !(/^\.\s?$/.test(gap) && (abbreviations.has(last) || last.length === 1));
    let sentence = sentences.at(-1);
    if (sentence === undefined || stops) {
      sentence = { joined: " ", places: [] };
      sentences.push(sentence);
    }
    end = m.index + m[0].length;
    last = m[0];
    sentence.places.push({ at: sentence.joined.length, start: m.index, end });
    sentence.joined += `${m[0]} `;
  }
  return sentences;
}

/** Where an expression over `joined` was found, in the view. It must begin and end at whole words. */
export function found({ joined, places }: Sentence, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (const m of joined.matchAll(pattern)) {
    while (next < places.length && (places[next]?.at ?? 0) < m.index) next++;
    const first = places[next];
    let until = next;
    while (until + 1 < places.length && (places[until + 1]?.at ?? 0) < m.index + m[0].length) until++;
    const last = places[until];
    if (first !== undefined && last !== undefined) spans.push({ start: first.start, end: last.end });
  }
  return spans;
}

/**
 * From our notation to an expression over `joined`: one phrase a line, "*" is any ending, "a|b" is either, "…" is up
 * to four words in between. Every repetition is bounded, so the time stays proportional to the text.
 */
export const phrases = (lines: string): RegExp => new RegExp(`(?<= )${oneOf(lines)}(?= )`, "g");

/** The phrases as one part of a larger phrase. */
export function oneOf(lines: string): string {
  const alternatives = lines
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return `(?:${alternatives.map(expression).join("|")})`;
}

const expression = (line: string): string =>
  line.replace(/\s+/g, " ").replaceAll(" … ", ` ${gap}`).replaceAll("*", "\\S{0,30}");

const gap = "(?:\\S{1,40} ){0,4}";
