import { commonWords } from "./common-word.ts";
import type { FindingType } from "./screening.ts";
import { honorifics } from "./screening-person-word.ts";
import { formOf, valueSpans } from "./screening-value.ts";
import type { Span, View } from "./screening-view.ts";
import { fold, withinOneEdit } from "./spelling.ts";

/** Values of the case, by any key: { name, parents: [{ name }], school, address, … }. The key tells the kind. */
export type Known =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Known[]
  | { readonly [key: string]: Known };

export interface KnownValue {
  readonly type: FindingType;
  readonly value: string;
}

/** The first row that fits the key decides; what no row knows is a name. */
const kindOfKey: readonly (readonly [RegExp, FindingType])[] = [
  [/bsn|burgerservice/i, "bsn"],
  [/postcode|postal|zip/i, "postcode"],
  [/mail/i, "email"],
  [/adres|address|straat|street|woonplaats|plaats|city|town/i, "address"],
  [/tel|phone|mobiel/i, "phone"],
  [/geboorte|birth|datum|date|dob/i, "birthdate"],
  [/school/i, "school"],
  [/diagnos/i, "diagnosis"],
  [/kenmerk|reference|iban|nummer/i, "other"],
];

/** Values that say nothing about who somebody is. */
const nobody =
  /^(?:id|uuid|groep|klas|leerjaar|group|grade|age|leeftijd|gezag|sector|domein\w*|status|relatie|relation|gender|geslacht|rol|role|functie|function|taal|language|urgentie|brin)$/i;

function valuesOf(known: Known, type: FindingType, depth: number): KnownValue[] {
  if (known === null || known === undefined || depth > 4) return [];
  if (typeof known === "boolean") return [];
  if (typeof known === "string" || typeof known === "number") {
    const value = String(known);
    return [{ type: formOf(value) ?? type, value }];
  }
  if (Array.isArray(known)) return known.flatMap((k: Known) => valuesOf(k, type, depth + 1));
  return Object.entries(known).flatMap(([key, value]) => {
    if (nobody.test(key)) return [];
    const own = kindOfKey.find(([pattern]) => pattern.test(key))?.[1];
    return valuesOf(value, own ?? type, depth + 1);
  });
}

const between = new Set(
  "van vd v.d v/d de der den het 't t ter ten te el al la le du von bin ben op in aan d' l' da dos di y ibn abu".split(
    " ",
  ),
);

/** Written before a name in a list of members: "juf Anneke (leerkracht)". */
const titles = new Set(
  "leerkracht intern begeleider ib mentor directeur orthopedagoog moeder vader ouder voogd broer zus leerling".split(
    " ",
  ),
);

interface NamePart {
  readonly word: string;
  /** A short name or one that is also an ordinary word counts only with a capital. */
  readonly needsCapital: boolean;
}

function partsOf(names: readonly string[]): NamePart[] {
  const words = names.flatMap((name) => fold(name).match(/\p{L}+/gu) ?? []);
  return [...new Set(words)]
    .filter((word) => word.length >= 2 && !between.has(word) && !honorifics.has(word) && !titles.has(word))
    .map((word) => ({ word, needsCapital: word.length < 3 || commonWords.has(word) }));
}

/** The name, "Sannes", or one typing error in a name of five letters or more. */
function isPart(token: string, capital: boolean, part: NamePart): boolean {
  if (part.needsCapital && !capital) return false;
  if (token === part.word || (part.word.length >= 3 && token === `${part.word}s`)) return true;
  return part.word.length >= 5 && !commonWords.has(token) && withinOneEdit(token, part.word);
}

const joins = new RegExp(`^[\\s.'-]*(?:(?:${[...between].join("|")})[\\s.'-]+){0,3}$`);

/** In a row behind a name that was recognised, an ordinary word is a surname: "sanne van der berg". */
function isBehind(view: View, last: Span | undefined, next: Span): boolean {
  const gap = last === undefined ? "" : view.lower.slice(last.end, next.start);
  return last !== undefined && gap.length <= 20 && joins.test(gap);
}

/** First and last name beside each other are one finding, with "van der" in between. */
function joined(view: View, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && isBehind(view, last, span))
      out[out.length - 1] = { start: last.start, end: span.end };
    else out.push(span);
  }
  return out;
}

/** "S. de Vries", "S.d.V." and "S.V." of Sanne de Vries. */
function initials(view: View, name: string): Span[] {
  const words = fold(name).match(/\p{L}+/gu) ?? [];
  const [first, last] = [words[0]?.[0], words.at(-1)?.[0]];
  if (first === undefined || last === undefined || words.length < 2) return [];
  const pattern = new RegExp(`(?<![\\p{L}.])${first}\\.\\s?(?:\\p{L}\\.\\s?){0,3}${last}\\.(?!\\p{L})`, "gu");
  return [...view.lower.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

function names(view: View, values: readonly string[]): Span[] {
  const parts = partsOf(values);
  if (parts.length === 0) return [];
  const spans: Span[] = [];
  for (const m of view.lower.matchAll(/\p{L}+/gu)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const capital = view.text[m.index] !== m[0][0] || isBehind(view, spans.at(-1), span);
    if (parts.some((part) => isPart(m[0], capital, part))) spans.push(span);
  }
  return [...joined(view, spans), ...values.flatMap((v) => initials(view, v))];
}

export function knownSpans(view: View, known: Known): (Span & { readonly type: FindingType })[] {
  const values = valuesOf(known, "name", 0);
  const nameSpans = names(
    view,
    values.filter((v) => v.type === "name").map((v) => v.value),
  ).map((span) => ({ ...span, type: "name" as const }));
  const others = values
    .filter((v) => v.type !== "name")
    .flatMap((v) => valueSpans(view, v).map((span) => ({ ...span, type: v.type })));
  return [...others, ...nameSpans];
}
