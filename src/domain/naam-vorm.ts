/** The ways in which people write one name: whole, shortened, as a pet name, as initials, with a typing error. */
import { commonWords } from "./common-word.ts";
import { pairs } from "./screening-name.ts";
import { fold, withinOneEdit } from "./spelling.ts";
import type { Woordenlijst } from "./woordenlijst.ts";

/** Between the parts of a name; they say nothing by themselves. */
export const between = new Set(
  "van vd de der den het ter ten te el al la le du von bin op in aan da dos di ibn abu".split(" "),
);
/** Of a part this short only the word itself, or with an ending behind it. */
const short = 2;
const endings = ["tje", "je", "ie", "y", "s", "pje", "etje", "ke"];
/** Behind the word that a pet name was made from: "Zwaantje". */
const diminutives = ["tje", "je", "pje", "etje", "kje"];
/** From this length on a typing error is forgiven. */
const long = 5;

/** Short for a function, a service or a turn of speech; in small letters never somebody. */
export const abbreviations = new Set(
  "bso bpo cjg ggd ggz giz hgw ivm ipv jgz lpa mbt mdo nav nvt opp oza ppo scp smw szt tav tov vso zat zsm enz etc evt incl oa bv ad dwz aub olv tlv".split(
    " ",
  ),
);

interface Deel {
  readonly text: string;
  /** Of the first names: what people shorten. */
  readonly isFirst: boolean;
}

export interface Naam {
  readonly parts: readonly Deel[];
  /** First letters of two or more parts: of the first names, of first and last name, with and without what is between. */
  readonly initials: ReadonlySet<string>;
  /** First letter of each part. */
  readonly letters: ReadonlySet<string>;
}

export function naamOf(naam: string): Naam {
  const all = fold(naam)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  const isBetween = (part: string, i: number) => i > 0 && i < all.length - 1 && between.has(part);
  const own = all.filter((part, i) => !isBetween(part, i));
  const tail = all.findIndex(isBetween);
  const firsts = Math.max(1, tail < 0 ? own.length - 1 : tail);
  return {
    parts: own.map((text, i) => ({ text, isFirst: i < firsts })).filter(({ text }) => text.length >= short),
    initials: initialsOf({ all, own, tail }),
    letters: new Set(own.map((part) => part.charAt(0))),
  };
}

interface Delen {
  readonly all: readonly string[];
  readonly own: readonly string[];
  /** Where the last name begins with what is between; below 0 when nothing is. */
  readonly tail: number;
}

function initialsOf({ all, own, tail }: Delen): ReadonlySet<string> {
  const [first, ...rest] = own;
  const rows = [
    ...runs(own),
    ...runs(all),
    ...(first === undefined ? [] : rest.map((part) => [first, part])),
    ...(first === undefined || tail < 0 ? [] : [[first, ...all.slice(tail)]]),
  ];
  const counts = (row: readonly string[]) => row.filter((part) => own.includes(part)).length > 1;
  return new Set(rows.filter(counts).map((row) => row.map((part) => part.charAt(0)).join("")));
}

/** All rows of two or more that stand beside each other. */
function runs(parts: readonly string[]): readonly (readonly string[])[] {
  return parts.flatMap((_, from) =>
    parts.slice(from + 1).map((_next, more) => parts.slice(from, from + more + 2)),
  );
}

/**
 * `zeker`: nobody else is meant, or it may be an ordinary word but it is the name itself. `naam_eerst`: a first name or
 * the stem of this one, that is a thing behind "de" or "een". `woord`: an ordinary word, and somebody only where no
 * thing can stand.
 */
export type Vorm = "zeker" | "naam_eerst" | "woord";

/** A word of the text, folded and as it was typed. */
export interface Geschreven {
  readonly word: string;
  readonly typed: string;
  /** With a capital where a sentence does not ask for one. */
  readonly isProper: boolean;
}

export function vormOf(written: Geschreven, naam: Naam, words: Woordenlijst): Vorm | null {
  if (isInitials(written, naam, words)) return "zeker";
  const found = naam.parts.map((part) => ofPart(written, part, words));
  return (["zeker", "naam_eerst", "woord"] as const).find((vorm) => found.includes(vorm)) ?? null;
}

function isInitials({ word, typed }: Geschreven, { initials }: Naam, words: Woordenlijst): boolean {
  const possessive = /\p{Lu}s$/u.test(typed) && initials.has(word.slice(0, -1));
  if (!initials.has(word)) return possessive;
  if (/\p{Lu}/u.test(typed.slice(1))) return true;
  return isNothingElse(word, words);
}

/** Letters that are no word, unit, function or turn of speech. */
function isNothingElse(word: string, words: Woordenlijst): boolean {
  return !words.isListed(word) && !pairs.has(word) && !abbreviations.has(word);
}

/** "o.a.", "i.v.m.", "b.v.": written with points and in small letters it is what it always is. */
export function isAbbreviation(joined: string, typed: string): boolean {
  return typed === typed.toLowerCase() && (abbreviations.has(joined) || pairs.has(joined));
}

function ofPart({ word, isProper }: Geschreven, deel: Deel, words: Woordenlijst): Vorm | null {
  const { text: part } = deel;
  if (word === part || endings.some((ending) => word === part + ending))
    return between.has(part) || part === "ben" ? "woord" : "zeker";
  // "januari" tells nothing of Jan, nor "beter" of Peter.
  if (isLike(word, part)) return isOrdinary(word, words) && !isProper ? null : "zeker";
  return ofShorter(word, deel, words);
}

function isOrdinary(word: string, words: Woordenlijst): boolean {
  return words.isListed(word) && (!words.isProper(word) || commonWords.has(word));
}

/** The part with something before or behind it, or with one typing error. */
function isLike(word: string, part: string): boolean {
  if (part.length <= short) return false;
  if (part.length === short + 1) return word.startsWith(part) || word.endsWith(part);
  return word.includes(part) || (part.length >= long && withinOneEdit(word, part));
}

/** "moh" of Mohammed, "Lex" of Alexander, "Zwaan" of Zwaantje, each also with an ending behind it. */
function ofShorter(word: string, part: Deel, words: Woordenlijst): Vorm | null {
  const own = shorter(word, part, words);
  if (own) return own;
  const bases = endings
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length));
  const base = bases.find((one) => one.length > short && shorter(one, part, words) !== null);
  if (base === undefined) return null;
  return words.isListed(word) ? "woord" : "zeker";
}

function shorter(word: string, { text: part, isFirst }: Deel, words: Woordenlijst): Vorm | null {
  if (word.length < short || word.length >= part.length || between.has(word)) return null;
  const isVoornaam = isFirst && words.isVoornaam(word);
  if (word.length === short) return part.startsWith(word) && isVoornaam && !pairs.has(word) ? "zeker" : null;
  const isEdge = part.startsWith(word) || part.endsWith(word);
  if (!isEdge && !(isVoornaam && part.includes(word))) return null;
  if (!words.isListed(word)) return abbreviations.has(word) ? null : "zeker";
  if (!isFirst) return null;
  const isStem = diminutives.some((ending) => part === word + ending) && !commonWords.has(word);
  return isStem || (isVoornaam && words.isProper(word)) ? "naam_eerst" : "woord";
}
