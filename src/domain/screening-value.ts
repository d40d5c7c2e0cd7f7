/** Known values that are no names, in the ways in which people write them: a date, a number, a street, a school. */
import { commonWords } from "./common-word.ts";
import type { FindingType } from "./screening.ts";
import { months } from "./screening-date.ts";
import type { KnownValue } from "./screening-name.ts";
import type { Span, View } from "./screening-view.ts";
import { fold, withinOneEdit } from "./spelling.ts";

/** Some values show by their form what they are, whatever their key. */
const forms: readonly (readonly [RegExp, FindingType])[] = [
  [/^\S+@\S+\.\S+$/, "email"],
  [/^\d{4}-\d{2}(?:-\d{2})?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/, "birthdate"],
  [/^(?:\+|0)[\d\s().-]{8,18}$/, "phone"],
  [/^\d{4}\s?[A-Za-z]{2}$/, "postcode"],
];
export const formOf = (value: string): FindingType | undefined =>
  forms.find(([form]) => form.test(value.trim()))?.[1];

export function valueSpans(view: View, { type, value }: KnownValue): Span[] {
  const whole = literal(view, value);
  if (type === "birthdate") return [...whole, ...dates(view, value)];
  if (type === "phone" || type === "bsn") return [...whole, ...digits(view, value)];
  if (type === "address") return [...whole, ...words(view, value, street)];
  if (type === "school") return [...whole, ...words(view, value, schoolName), ...abbreviated(view, value)];
  return whole;
}

/** As it stands, between word boundaries. */
function literal(view: View, value: string): Span[] {
  const wanted = fold(value).trim().replace(/\s+/g, " ");
  if (wanted.length < 4) return [];
  const spans: Span[] = [];
  for (let at = view.lower.indexOf(wanted); at >= 0; at = view.lower.indexOf(wanted, at + wanted.length)) {
    const edges = `${view.lower[at - 1] ?? " "}${view.lower[at + wanted.length] ?? " "}`;
    if (!/[\p{L}\d]/u.test(edges)) spans.push({ start: at, end: at + wanted.length });
  }
  return spans;
}

const matches = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

/** 2015-04-03 is also 3-4-2015, 03/04/15, "3 april 2015" and "3 april". */
function dates(view: View, value: string): Span[] {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(value.trim());
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value.trim());
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dutch ? [dutch[3], dutch[2], dutch[1]] : [];
  if (year === undefined || month === undefined) return [];
  const names = months(Number(month)).join("|");
  const shortYear = `(?:${year}|'?${year.slice(2)})`;
  if (day === undefined)
    return matches(view.lower, new RegExp(`\\b(?:${names})\\.? ${shortYear}(?!\\d)`, "g"));
  const [d, m] = [`0?${Number(day)}`, `0?${Number(month)}`];
  return matches(
    view.lower,
    new RegExp(
      `(?<!\\d)(?:${d}(?: ?[-/.] ?| )${m}(?:(?: ?[-/.] ?| )${shortYear})?(?!\\d)|${d}(?:e|ste)? (?:${names})\\b\\.?(?: ${shortYear}(?!\\d))?)`,
      "g",
    ),
  );
}

/** The same digits with other signs between them, with or without the country. */
function digits(view: View, value: string): Span[] {
  const bare = value.replace(/\D/g, "").replace(/^(?:0031|31)(?=\d{9}$)/, "0");
  if (bare.length < 6) return [];
  return matches(view.text, new RegExp(`(?<!\\d)${[...bare].join("[\\s./()-]{0,3}")}(?!\\d)`, "g"));
}

const street = /^(?:straat|laan|weg|plein|dijk|nummer|van|der|den|de|het|aan|bij|nederland)$/;
const schoolName =
  /^(?:obs|cbs|rkbs|pcbs|pcb|sbo|so|vso|ikc|kc|csg|rsg|sg|de|het|'t|van|der|den|basisschool|school|christelijke|openbare|katholieke|college|lyceum|scholengemeenschap|kindcentrum|voor|in|op|te)$/;

/** The words of the value that stand for it, one typing error allowed in a long one: "op de regenbog". */
function words(view: View, value: string, except: RegExp): Span[] {
  const wanted = (fold(value).match(/[\p{L}'-]{4,}/gu) ?? []).filter((word) => !except.test(word));
  if (wanted.length === 0) return [];
  const spans: Span[] = [];
  for (const m of view.lower.matchAll(/[\p{L}'-]{4,40}/gu)) {
    const capital = view.text[m.index] !== m[0][0];
    if (wanted.some((word) => isIt(m[0], word, capital)))
      spans.push({ start: m.index, end: m.index + m[0].length });
  }
  return spans;
}

/** "op rgo gaat het mis" of the RGO: the letters that a school is called by. */
function abbreviated(view: View, value: string): Span[] {
  const wanted = (value.match(/(?<!\p{L})\p{Lu}{2,6}(?!\p{L})/gu) ?? [])
    .map(fold)
    .filter((word) => !schoolName.test(word));
  return wanted.flatMap((word) =>
    matches(view.lower, new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, "gu")).filter(
      ({ start, end }) =>
        view.text.slice(start, end) !== word ||
        atSchool.test(view.lower.slice(Math.max(0, start - 12), start)),
    ),
  );
}
const atSchool = /(?:^|\s)(?:op|naar|van|bij|vanuit|vanaf)(?: (?:de|het|'t))? $/;

function isIt(token: string, word: string, capital: boolean): boolean {
  if (commonWords.has(word) && !capital) return false;
  if (token === word || token === `${word}s`) return true;
  return word.length >= 7 && !commonWords.has(token) && withinOneEdit(token, word);
}
