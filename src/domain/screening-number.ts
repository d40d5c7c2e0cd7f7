import { ofNoBook, ofNoThing } from "./screening-thing.ts";
import type { Span, View } from "./screening-view.ts";

/** Digits that people wrote as one number, with at most this much between two of them. */
const cluster = /\d(?:[\s.\-_/()]{0,4}\d)*/g;

interface Digit {
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A row of digits that starts and ends where a group of digits starts and ends. */
interface Row extends Span {
  readonly digits: string;
  /** Lengths of the groups, such as "2-8" for 06-12345678. */
  readonly shape: string;
  readonly raw: string;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";

function digitsOf(text: string, match: RegExpExecArray): readonly Digit[] {
  const digits: Digit[] = [];
  for (let at = match.index; at < match.index + match[0].length; at++) {
    if (!isDigit(text[at])) continue;
    digits.push({ at, opens: !isDigit(text[at - 1]), closes: !isDigit(text[at + 1]) });
  }
  return digits;
}

/** All rows of the given number of digits inside the clusters; linear, as a row has a fixed length. */
function* rows(view: View, length: number): Generator<Row> {
  for (const match of view.text.matchAll(cluster)) {
    const digits = digitsOf(view.text, match as RegExpExecArray);
    for (let i = 0; i + length <= digits.length; i++) {
      const slice = digits.slice(i, i + length);
      const [first, last] = [slice[0], slice.at(-1)];
      if (!first?.opens || !last?.closes) continue;
      const raw = view.text.slice(first.at, last.at + 1);
      const shape =
        raw
          .match(/\d+/g)
          ?.map((g) => g.length)
          .join("-") ?? "";
      yield {
        start: first.at,
        end: last.at + 1,
        digits: slice.map((d) => view.text[d.at]).join(""),
        shape,
        raw,
      };
    }
  }
}

/** The elfproef of a burgerservicenummer: 9·a + 8·b + … + 2·h − i is a multiple of eleven. */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === "000000000") return false;
  const sum = [...digits].reduce((total, d, i) => total + Number(d) * (i === 8 ? -1 : 9 - i), 0);
  return sum % 11 === 0;
}

/**
 * A day of this century with an hour beside it, or two school years with a figure, also have nine digits. Only these
 * whole forms are let through: a BSN that somebody wrote in just this way would need just these digits as well.
 */
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\1 ?20\d\d`;
const notBsn = [
  new RegExp(`^${day}\\s{1,2}\\d{1,2}$`),
  new RegExp(`^\\d{1,2}\\s{1,2}${day}$`),
  /^20\d\d ?[-/] ?20\d\d\s{1,2}\d$/,
  /^\d\s{1,2}20\d\d ?[-/] ?20\d\d$/,
];
const anyDay = new RegExp(`(?<!\\d)${day}(?!\\d)`, "g");

/** Also a row that begins or ends in the middle of a day: "1-9-2026 - 12-10-2026" is no number. */
function besideDays(view: View): (row: Row) => boolean {
  const days = [...view.text.matchAll(anyDay)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const cuts = (at: number): boolean => days.some((d) => d.start < at && at < d.end);
  return (row) => !notBsn.some((form) => form.test(row.raw)) && !cuts(row.start) && !cuts(row.end);
}

/** Bare and well-formed: nine digits in one piece that pass the elfproef. */
export function bareBsns(view: View): Span[] {
  const found = [...rows(view, 9)].filter((row) => row.shape === "9" && isBsn(row.digits));
  return found.length === 0 ? [] : found.filter(ofNoBook(view));
}

/** In threes by a sign that no row of figures has: as a spreadsheet shows a number, or with points in the middle. */
const inThrees = /(?<![\d,])\d{3}([,·•'’*|:;])\d{3}\1\d{3}(?![\d,])/g;

export function spacedBsns(view: View): Span[] {
  const found = [...rows(view, 9)].filter((row) => row.shape !== "9" && isBsn(row.digits));
  const threes = [...view.text.matchAll(inThrees)]
    .filter(([raw]) => isBsn(raw.replace(/\D/g, "")))
    .map(({ 0: raw, index }) => ({ start: index, end: index + raw.length }));
  const spaced = found.length === 0 ? [] : found.filter(besideDays(view)).filter(ofNoBook(view));
  return [...spaced, ...threes];
}

/** Behind the word BSN eight or nine digits are refused even with a typing error in them. */
const bsnLabel =
  /\b(?:bsn|b\.s\.n\b\.?|burger ?service ?n(?:ummer|r)|sofi ?-?n(?:ummer|r))(?:[\s:.=-]|nummer|nr|is|van|leerling){0,8}(\d(?:[\s.\-_]{0,2}\d){7,8})(?!\d)/g;

export function labelledBsns(view: View): Span[] {
  return [...view.lower.matchAll(bsnLabel)].map((m) => {
    const end = m.index + m[0].length;
    return { start: end - (m[1] ?? "").length, end };
  });
}

/** The number of the education register behind its own name. */
const pgnLabel =
  /\b(?:onderwijs ?n(?:ummer|r)|pgn|persoonsgebonden nummer)(?:[\s:.=-]|is){0,4}(\d(?:[\s.\-_]{0,2}\d){8})(?!\d)/g;

export function onderwijsnummers(view: View): Span[] {
  return [...view.lower.matchAll(pgnLabel)].map((m) => {
    const end = m.index + m[0].length;
    return { start: end - (m[1] ?? "").length, end };
  });
}

/** Ways in which a Dutch number of ten digits is written. */
const phoneShapes = new Set(
  "10 2-8 3-7 4-6 2-2-2-2-2 2-4-4 2-3-3-2 2-2-3-3 2-3-2-3 2-2-6 2-5-3 2-3-5 3-3-4 3-4-3 3-2-2-3 3-3-2-2 3-2-3-2 4-3-3 4-2-2-2 4-2-4 2-2-2-4 2-4-2-2 2-2-4-2 2-6-2".split(
    " ",
  ),
);

/** Lines of help and companies that anybody may know (0800-2000) belong to nobody. */
const isService = (digits: string): boolean => /^0(?:800|900|906|909|88)/.test(digits);

function withParenthesis(view: View, span: Span): Span {
  return view.text[span.start - 1] === "(" ? { start: span.start - 1, end: span.end } : span;
}

function dutchPhones(view: View, usual: boolean): Span[] {
  return [...rows(view, 10)]
    .filter((row) => /^0[1-9]/.test(row.digits) && !isService(row.digits))
    .filter((row) => phoneShapes.has(row.shape) === usual)
    .filter(ofNoThing(view))
    .map((row) => withParenthesis(view, row));
}
export const usualPhones = (view: View): Span[] => dutchPhones(view, true);
export const unusualPhones = (view: View): Span[] => [...dutchPhones(view, false), ...mistyped(view)];

/** "06 34 91 28 0": a digit too few or too many does not make it nobody's. A year in it makes it a day. */
function mistyped(view: View): Span[] {
  return [...rows(view, 9), ...rows(view, 11)]
    .filter(
      ({ digits, shape, raw }) => /^06[1-9]/.test(digits) && /^2-/.test(shape) && !/20[0-4]\d/.test(raw),
    )
    .filter(ofNoThing(view));
}

/** "nul zes, twaalf, acht en dertig, …": told by mouth. */
const figure =
  "(?:nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\\w{2,4}tien|(?:\\w{3,6}[ -]?en[ -]?)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|dubbel \\w{3,5})";
const spoken = new RegExp(`\\bnul[\\s,.-]{1,3}zes\\b(?:[\\s,.-]{1,3}${figure}\\b){4,8}`, "g");
export const spokenPhones = (view: View): Span[] =>
  [...view.lower.matchAll(spoken)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

/** +31 or 0031 with nine digits, or a plus and any other country. */
const foreign = /(?:\+|(?<!\d)00)[\s.-]?(?:\(0\))?\d(?:[\s.\-/()]{0,3}\d){7,14}(?!\d)/g;
const dutchAbroad =
  /(?:\+|(?<!\d)00)\s?31(?:[\s.-]?\(?0\)?)?(?:[\s.\-/()]{0,3}[1-9])(?:[\s.\-/()]{0,3}\d){8}(?!\d)/g;

export function countryPhones(view: View): Span[] {
  const found = [dutchAbroad, foreign].flatMap((p) =>
    [...view.text.matchAll(p)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  );
  return found.length === 0 ? [] : found.filter(ofNoThing(view));
}

/** A number without its area code, behind a word that says it is one. */
const phoneLabel =
  /\b(?:tel|telefoon|telefoonnummer|telefoonnr|mobiel|mobiele nummer|gsm|whatsapp|06-nummer)(?:[\s:.=-]|is|nr|nummer|van|moeder|vader|ouders){0,6}(\d(?:[\s.-]{0,2}\d){5,10})(?!\d)/g;

export function labelledPhones(view: View): Span[] {
  return [...view.lower.matchAll(phoneLabel)]
    .map((m) => ({ digits: (m[1] ?? "").replace(/\D/g, ""), m }))
    .filter(({ digits }) => !isService(digits))
    .map(({ m }) => ({ start: m.index + m[0].length - (m[1] ?? "").length, end: m.index + m[0].length }));
}

/** Length of an IBAN per country that a Dutch school meets. */
const ibanLength: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  LV: 21,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
  UA: 29,
};

/** ISO 13616: the first four characters behind the rest, letters as numbers, remainder 1 by 97. */
export function isIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function ibanAt(text: string, start: number): Span | undefined {
  const wanted = ibanLength[text.slice(start, start + 2)];
  if (wanted === undefined) return undefined;
  let found = "";
  let at = start;
  for (let gap = 0; at < text.length && found.length < wanted; at++) {
    const char = text[at] ?? "";
    if (/[A-Z0-9]/.test(char)) {
      found += char;
      gap = 0;
    } else if (!/[\s.-]/.test(char) || ++gap > 2) return undefined;
  }
  // A Dutch one is recognised by its form alone: a typing error does not make it nobody's.
  const isOne = found.length === wanted && (isIban(found) || /^NL\d{2}[A-Z]{4}\d{10}$/.test(found));
  return isOne ? { start, end: at } : undefined;
}

export function ibans(view: View): Span[] {
  const upper = view.lower.replace(/[a-z]/g, (c) => c.toUpperCase());
  return [...upper.matchAll(/[A-Z]{2}(?=\s?\d\s?\d)/g)].flatMap((m) => ibanAt(upper, m.index) ?? []);
}
