/**
 * A text without the name of one pupil, for the eyes of who may not know who it is. The name itself goes wherever it
 * stands, whatever else the word may mean, and so does every way of writing it that is no ordinary word of Dutch. A
 * shorter form that is one ("max", "zwaan") goes where somebody stands and stays where a thing does; what only begins or
 * ends like the name ("januari" of Jan) stays.
 */
import { isSomebody, isThing, type Plaats, type Woord } from "./naam-plaats.ts";
import { between, isAbbreviation, type Naam, naamOf, type Vorm, vormOf } from "./naam-vorm.ts";
import { type View, viewOf } from "./screening-view.ts";
import { givenWoordenlijst, type Woordenlijst } from "./woordenlijst.ts";

export const naamMerk = "[naam]";

/** Letters apart: "S.e.m", "S B", "S/B", "J.-W.". */
const spelledOut = /(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}\n]{1,2}\p{L}(?![\p{L}\p{N}]))+/gu;
const aWord = /[\p{L}\p{N}]+/gu;

interface Piece {
  readonly start: number;
  readonly end: number;
}

function woordenIn({ text, lower }: View): readonly Woord[] {
  const found: Woord[] = [];
  for (const { 0: word, index } of lower.matchAll(aWord)) {
    const last = found.at(-1);
    const gap = lower.slice(last?.end ?? 0, index);
    const typed = text.slice(index, index + word.length);
    const initial = last?.word.length === 1 && /^\. ?$/.test(gap);
    const begins = last === undefined || (!initial && /[.!?:\n"“”•*]/u.test(gap));
    const owns = /^'s(?!\p{L})/u.test(lower.slice(index + word.length, index + word.length + 3));
    found.push({
      start: index,
      end: index + word.length,
      word,
      typed,
      opens: last === undefined || /[^\s'-]/.test(gap),
      isProper: owns || (!begins && /^\p{Lu}/u.test(typed)),
    });
  }
  return found;
}

/** Places in `all` that are the name. What can be a word is judged twice: beside a name there is another one. */
function namesIn(all: readonly Woord[], naam: Naam, words: Woordenlijst): ReadonlySet<number> {
  const vormen = all.map((one) => vormOf(one, naam, words));
  const found = new Set(vormen.flatMap((vorm, at) => (vorm === "zeker" ? [at] : [])));
  for (let look = 0; look < 2; look++) {
    vormen.forEach((vorm, at) => {
      if (isMeant(vorm, { all, at, isName: (one) => found.has(one) })) found.add(at);
    });
  }
  return found;
}

function isMeant(vorm: Vorm | null, plaats: Plaats): boolean {
  if (vorm === "naam_eerst") return !isThing(plaats);
  return vorm === "woord" && isSomebody(plaats);
}

/** Before a letter that tells one group, form or level from another. */
const labels =
  /^(?:groep|klas|plan|vitamine|optie|punt|type|deel|lokaal|niveau|avi|team|profiel|bijlage|letter|stap|route|variant|hepatitis|cluster|blok|categorie)$/;
/** Letters that are a word by themselves. */
const spoken = new Set(["u", "o"]);

/** "J. krijgt straf", "j. reigerbos", "Jan-Willem R.": one letter for a name. */
function isLetter(
  view: View,
  { all, at, names }: { all: readonly Woord[]; at: number; names: Names },
): boolean {
  const { letters, isName } = names;
  const one = all[at];
  if (one?.word.length !== 1 || !letters.has(one.word)) return false;
  const [before, next] = [all[at - 1], all[at + 1]];
  const left = view.lower.slice(before?.end ?? 0, one.start);
  const right = view.lower.slice(one.end, next?.start);
  const isCapital = one.typed !== one.word;
  if (isName(at + 1) && /^[.\s-]*$/.test(right) && !left.endsWith("'")) return true;
  if (!isCapital) return false;
  if (isName(at - 1) && /^[\s-]+$/.test(left)) return true;
  if (before && (labels.test(before.word) || /\d$/.test(before.word) || left.endsWith("'"))) return false;
  if (/^[-'&/]/.test(right) || /[-&/]$/.test(left)) return false;
  return right.startsWith(".") || !spoken.has(one.word);
}

interface Names {
  readonly letters: Naam["letters"];
  readonly isName: (at: number) => boolean;
}

/** The point behind an initial, and not the end of a sentence: a small letter or another letter comes after it. */
function isOwnPoint({ text }: View, end: number): boolean {
  return /^\.(?:\s+[\p{Ll}\d]|\s*\p{Lu}|,)/u.test(text.slice(end, end + 8));
}

/** The places of all of it, in the text as it was typed. */
function piecesOf(text: string, naam: string): readonly Piece[] {
  const name = naamOf(naam);
  const words = givenWoordenlijst();
  const view = viewOf(text.replaceAll(naamMerk, (mark) => " ".repeat(mark.length)));
  const found: Piece[] = [];
  const take = ({ start, end }: Piece) =>
    found.push({ start: view.starts[start] ?? 0, end: view.ends[end - 1] ?? text.length });
  const withPoint = ({ start, end }: Piece) => ({ start, end: end + (isOwnPoint(view, end) ? 1 : 0) });
  const all = woordenIn(view);
  const names = namesIn(all, name, words);
  all.forEach((one, at) => {
    const around = { letters: name.letters, isName: (place: number) => names.has(place) };
    if (names.has(at)) take(one);
    else if (isLetter(view, { all, at, names: around })) take(withPoint(one));
  });
  for (const { 0: letters, index } of view.lower.matchAll(spelledOut)) {
    const joined = letters.replace(/[^\p{L}]/gu, "");
    const typed = view.text.slice(index, index + letters.length);
    if (isAbbreviation(joined, typed)) continue;
    const written = { word: joined, typed: joined, isProper: false };
    if (name.initials.has(joined) || vormOf(written, name, words) === "zeker")
      take(withPoint({ start: index, end: index + letters.length }));
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
  for (const { start, end } of piecesOf(text, naam)) {
    if (end <= at) continue;
    out += start >= at ? text.slice(at, start) + naamMerk : "";
    at = end;
  }
  return (out + text.slice(at)).replace(again, naamMerk);
}
