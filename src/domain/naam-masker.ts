/**
 * A text without the name of one pupil, for the eyes of who may not know who it is. It decides what may leave, so it does
 * not guess (privacy.md §3): every word in which a part of the name stands goes, whatever else the word may mean.
 */
import { viewOf } from "./screening-view.ts";
import { fold, withinOneEdit } from "./spelling.ts";

export const naamMerk = "[naam]";

/** Between the parts of a name; they say nothing by themselves. */
const between = new Set(
  "van vd de der den het ter ten te el al la le du von bin ben op in aan da dos di ibn abu".split(" "),
);
/** Of a part this short only the word itself, or with an ending behind it. */
const short = 2;
const endings = ["tje", "je", "ie", "y", "s", "pje", "etje", "ke"];
/** From this length on a typing error is forgiven. */
const long = 5;

interface Name {
  readonly parts: readonly string[];
  /** First letters of all parts and of those that are not between. */
  readonly initials: ReadonlySet<string>;
}

function nameOf(naam: string): Name {
  const all = fold(naam)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  const own = all.filter((part) => !between.has(part));
  const firsts = (words: readonly string[]) => words.map((word) => word.charAt(0)).join("");
  return {
    parts: own.filter((part) => part.length >= short),
    initials: new Set([firsts(all), firsts(own)].filter((letters) => letters.length > 1)),
  };
}

function holds(word: string, { parts }: Name): boolean {
  return parts.some((part) => {
    if (word === part || endings.some((ending) => word === part + ending)) return true;
    if (part.length <= short) return false;
    if (part.length === short + 1) return word.startsWith(part) || word.endsWith(part);
    return word.includes(part) || (part.length >= long && withinOneEdit(word, part));
  });
}

/** Letters apart ("S.e.m", "S B", "S/B"), or the initials as one word in capitals. */
const spelledOut = /(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}\n]{1,2}\p{L}(?![\p{L}\p{N}]))+/gu;
const aWord = /[\p{L}\p{N}]+/gu;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The places of all of it, in the text as it was typed. */
function piecesOf(text: string, name: Name): readonly Piece[] {
  const view = viewOf(text);
  const found: Piece[] = [];
  const take = (start: number, end: number) =>
    found.push({ start: view.starts[start] ?? 0, end: view.ends[end - 1] ?? text.length });
  for (const { 0: word, index } of view.lower.matchAll(aWord)) {
    const typed = view.text.slice(index, index + word.length);
    const isInitials = name.initials.has(word) && typed === typed.toUpperCase();
    if (isInitials || holds(word, name)) take(index, index + word.length);
  }
  for (const { 0: letters, index } of view.lower.matchAll(spelledOut)) {
    const joined = letters.replace(/[^\p{L}]/gu, "");
    if (name.initials.has(joined) || holds(joined, name)) take(index, index + letters.length);
  }
  return found.toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/** Marks that follow each other, also with a word between that belongs to a name, are one. */
const again = new RegExp(
  `\\[naam\\](?:[\\s'’-]+(?:(?:${[...between].join("|")})[\\s'’-]+)*\\[naam\\])+`,
  "giu",
);

export function maskNaam(text: string, naam: string): string {
  let out = "";
  let at = 0;
  for (const { start, end } of piecesOf(text, nameOf(naam))) {
    if (end <= at) continue;
    out += start >= at ? text.slice(at, start) + naamMerk : "";
    at = end;
  }
  return (out + text.slice(at)).replace(again, naamMerk);
}
