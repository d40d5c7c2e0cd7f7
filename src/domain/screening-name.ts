import { commonWords } from "./common-word.ts";
import type { FindingType } from "./screening.ts";
import { honorifics, personVerbs } from "./screening-person-word.ts";
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

const wordsIn = (name: string): readonly string[] => fold(name).match(/\p{L}+/gu) ?? [];
/** "Ömer" is also "Oemer". */
const withUmlauts = (name: string): string =>
  name.normalize("NFC").replace(/ä/gi, "ae").replace(/ö/gi, "oe").replace(/ü/gi, "ue");

interface NamePart {
  readonly word: string;
  /** A short name or one that is also an ordinary word counts with a capital, or where somebody must stand. */
  readonly needsCapital: boolean;
}

function partsOf(names: readonly string[]): NamePart[] {
  const words = names.flatMap((name) => [name, withUmlauts(name)].flatMap(wordsIn));
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

/** Two letters that are a word, a unit or a function. */
export const pairs = new Set(
  "aan af al an as at be bv ca cm da de di do dr dd ed el en er eo et ga gb gr he hb hr hv ia ib ie ik in is ja je jl kg kk km la ll lk lr ma me mb mm mr ms mw na nb nl no nr nt nu nv of ok om op os pa pc po pm ps qa ro sa so st te tm to tv uk ur va vd vo vr vs we wo za ze zg zn zo".split(
    " ",
  ),
);

/** "S. de Vries", "S.d.V.", "S.V." and "sv" of Sanne de Vries. */
function initials(view: View, name: string): Span[] {
  const words = wordsIn(name);
  const [first, last] = [words[0]?.[0], words.at(-1)?.[0]];
  if (first === undefined || last === undefined || words.length < 2) return [];
  return [...dotted(view, first, last), ...(pairs.has(first + last) ? [] : glued(view, first + last))];
}

const glued = (view: View, pair: string): Span[] =>
  tokensOf(view).filter(
    (token, i, all) =>
      token.word === pair && (token.capital || isSomebody(token.opens ? undefined : all[i - 1], all[i + 1])),
  );

function dotted(view: View, first: string, last: string): Span[] {
  const pattern = new RegExp(`(?<![\\p{L}.])${first}\\.\\s?(?:\\p{L}\\.\\s?){0,3}${last}\\.(?!\\p{L})`, "gu");
  return [...view.lower.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

interface Token extends Span {
  readonly word: string;
  readonly capital: boolean;
  /** Nothing of the same clause stands before it. */
  readonly opens: boolean;
}

function tokensOf({ text, lower }: View): Token[] {
  const tokens: Token[] = [];
  for (const m of lower.matchAll(/\p{L}+/gu)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const last = tokens.at(-1);
    const opens = last === undefined || /[^\s'-]/.test(lower.slice(last.end, start));
    tokens.push({ start, end, word: m[0], capital: text[start] !== m[0][0], opens });
  }
  return tokens;
}

const asObject = /^(?:met|naast|over|tegen|om|zonder|behalve|volgens)$/;
const asSubject = /^(?:dat|omdat|als|toen|want|en|maar|of|terwijl|waarom|hoe)$/;
const afterObject = /^(?:en|die|uit|om|omdat|naar|op|bij|ge\p{L}{2,}(?:t|d|en))$/u;
/** "hoop zit weer in de gang", "met storm gepraat"; not "ik hoop dat", "de storm was hevig". */
function isSomebody(before: Token | undefined, next: Token | undefined): boolean {
  const acts = next !== undefined && !next.opens && personVerbs.has(next.word);
  if (before === undefined) return acts;
  if (asObject.test(before.word))
    return acts || next === undefined || next.opens || afterObject.test(next.word);
  return acts && asSubject.test(before.word);
}

function names(view: View, values: readonly string[]): Span[] {
  const parts = partsOf(values);
  if (parts.length === 0) return [];
  const spans: Span[] = [];
  tokensOf(view).forEach((token, i, all) => {
    const before = token.opens ? undefined : all[i - 1];
    const capital =
      token.capital ||
      isBehind(view, spans.at(-1), token) ||
      (token.word.length > 2 && isSomebody(before, all[i + 1]));
    if (parts.some((part) => isPart(token.word, capital, part)))
      spans.push({ start: token.start, end: token.end });
  });
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
