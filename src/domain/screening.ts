/**
 * Looks through free Dutch text before it is saved: numbers, addresses, dates, the values of the case itself, and
 * what is told in words. It points out and refuses; it never decides what may leave (free text never leaves). Never
 * log what was found: type and position only.
 */
import { accounts, papers } from "./screening-account.ts";
import { allowedWords } from "./screening-allowed.ts";
import { birthdates } from "./screening-date.ts";
import { diagnoses } from "./screening-diagnosis.ts";
import { familyMatters } from "./screening-family.ts";
import { relation } from "./screening-family-word.ts";
import { isGeneral } from "./screening-general.ts";
import { homes } from "./screening-home.ts";
import { type Known, knownSpans } from "./screening-name.ts";
import {
  bareBsns,
  countryPhones,
  ibans,
  labelledBsns,
  labelledPhones,
  onderwijsnummers,
  spacedBsns,
  spokenPhones,
  unusualPhones,
  usualPhones,
} from "./screening-number.ts";
import { people } from "./screening-person.ts";
import { addresses, emails, postcodes } from "./screening-place.ts";
import { ofRelatives } from "./screening-relative.ts";
import { schools } from "./screening-school.ts";
import { sentencesOf, wordsOf } from "./screening-sentence.ts";
import { specialTraits } from "./screening-trait.ts";
import { type Span, type View, viewOf } from "./screening-view.ts";
import { givenWoordenlijst, type Woordenlijst } from "./woordenlijst.ts";

export const findingTypes = [
  "name",
  "bsn",
  "phone",
  "email",
  "address",
  "postcode",
  "birthdate",
  "school",
  "diagnosis",
  "family",
  "other",
] as const;
export type FindingType = (typeof findingTypes)[number];

/** Half-open, in UTF-16 units of the text as it was typed. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
  /** Told by words, and not by form or by the case itself: it may be mistaken, so it asks and never refuses. */
  readonly guess?: boolean;
}

export interface Screening {
  /** In order, without overlap. */
  readonly findings: readonly Finding[];
  /** A BSN is never saved, whatever the rest of the text says. */
  readonly refused: boolean;
}

export interface ScreeningFacts {
  /** Values of the case: pupil, parents, school, … in any form. */
  readonly known?: Known;
  /** Without it every full date counts as a birth date; with it only dates of at least three years ago do. */
  readonly today?: Temporal.PlainDate;
  /** Without it only names behind a title, with initials, or of the case itself are found. */
  readonly words?: Woordenlijst;
  /** Asked between the steps; false makes the screening fail, so that nothing is saved. */
  readonly mayGoOn?: () => boolean;
}

/** The screening did not come to its end: whoever calls may not save. */
export class ScreeningStopped extends Error {
  override readonly name = "ScreeningStopped";
}

interface Claim extends Span {
  readonly type: FindingType;
  readonly guess: boolean;
}
const sure = (type: FindingType, spans: readonly Span[]): Claim[] =>
  spans.map(({ start, end }) => ({ start, end, type, guess: false }));
const guess = (type: FindingType, spans: readonly Span[]): Claim[] =>
  spans.map(({ start, end }) => ({ start, end, type, guess: true }));

type Step = () => readonly Claim[];

/** Surest first: where two kinds lay claim to the same characters, the first one has them. */
function steps(view: View, { known, today, words }: ScreeningFacts): readonly Step[] {
  return [
    () => sure("other", ibans(view)),
    () => sure("phone", countryPhones(view)),
    () => sure("bsn", bareBsns(view)),
    () => sure("other", onderwijsnummers(view)),
    () => sure("bsn", labelledBsns(view)),
    () => sure("phone", usualPhones(view)),
    () => sure("bsn", spacedBsns(view)),
    () => sure("phone", unusualPhones(view)),
    () => sure("phone", spokenPhones(view)),
    () => sure("email", emails(view)),
    () => guess("other", accounts(view)),
    () => sure("address", addresses(view)),
    () => sure("postcode", postcodes(view)),
    () => sure("birthdate", birthdates(view, today)),
    () => sure("phone", labelledPhones(view)),
    () => sure("other", papers(view)),
    () => knownSpans(view, known ?? null).map((span) => ({ ...span, guess: false })),
    ...told(view, words),
  ];
}

/** How somebody stays in the country, and not what he believes or where he comes from. */
const isStay = ({ lower }: View, { start, end }: Span): boolean =>
  /papieren|verblijf|illegaal|ongedocumenteerd|asiel|azc|vluchteling/.test(lower.slice(start, end));

const contains = (whole: Span, part: Span): boolean => whole.start <= part.start && part.end <= whole.end;

/** " add ": with less there are no words. */
const shortest = 5;

/** What is told in words. */
function told(view: View, lists: Woordenlijst | undefined): readonly Step[] {
  const words = wordsOf(view);
  const allowed = allowedWords(words);
  const own = sentencesOf(view).filter(
    (sentence) => sentence.joined.length >= shortest && !isGeneral(sentence),
  );
  const facts = own.map((sentence) => {
    const ill = diagnoses(sentence, lists);
    const traits = specialTraits(sentence);
    const stays = traits.filter((one) => isStay(view, one));
    return { sentence, ill, traits, family: ofRelatives(sentence, [...ill, ...stays]) };
  });
  const ofPupil = (kind: "ill" | "traits"): Span[] =>
    facts.flatMap((one) => one[kind].filter((fact) => !one.family.some((whole) => contains(whole, fact))));
  return [
    () => guess("other", ofPupil("traits")),
    () => guess("school", schools(words, allowed, lists)),
    () => guess("address", homes(words, allowed, lists)),
    () => guess("diagnosis", ofPupil("ill")),
    () => guess("name", people(view, { words, allowed, lists })),
    () =>
      guess(
        "family",
        united(facts.flatMap(({ sentence, family }) => [...family, ...familyMatters(sentence, lists)])),
      ),
  ];
}

/** Overlapping spans as one. */
function united(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && span.start < last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** The parts of a claim that nobody has yet. Only what is told in words may be cut up; the rest is whole or nothing. */
function free(taken: Uint8Array, claim: Claim): Claim[] {
  if (claim.end <= claim.start) return [];
  if (!taken.subarray(claim.start, claim.end).includes(1)) return [claim];
  if (!claim.guess || (claim.type !== "family" && claim.type !== "name")) return [];
  const parts: Claim[] = [];
  let start = claim.start;
  for (let at = claim.start; at <= claim.end; at++) {
    if (at < claim.end && taken[at] !== 1) continue;
    parts.push({ ...claim, start, end: at });
    start = at + 1;
  }
  return parts;
}

/** Left of "zijn moeder is bipolair" when the rest is found by itself: who, and the verb. */
const subjects = new RegExp(
  `(?<!\\p{L})(?:${relation}|zijn|haar|hun|is|was|waren|heeft|had|hebben|wordt|werd|ligt|zit|met|een|de|het|van|aan|bij|wegens|sinds|al|weer|nog|ook|oudste|jongste|nieuwe|en|zelf|laten|denkt|vermoed\\p{L}*)(?!\\p{L})`,
  "gu",
);
const withoutSubject = (text: string): string => text.replace(subjects, "");

/** What is left of a fact beside another finding: "moeder is" of "moeder is depressief", but not "in het". */
const saysSomething = (view: View, { type, start, end }: Claim): boolean =>
  type === "name"
    ? /^\p{L}*(?:\p{Lu}|\p{L}{4})/u.test(view.text.slice(start, end))
    : /\p{L}{5}|\b(?:vast|dood|weg|ziek|slaat)\b/u.test(withoutSubject(view.lower.slice(start, end)));

function withoutOverlap(view: View, all: readonly Claim[]): Claim[] {
  const taken = new Uint8Array(view.text.length);
  return all.flatMap((claim) => {
    const whole = free(taken, claim);
    const isCut = whole.length !== 1 || whole[0] !== claim;
    const parts = whole
      .map((part) => trimmed(view, part))
      .filter((part) => !isCut || saysSomething(view, part));
    for (const { start, end } of parts) taken.fill(1, start, end);
    return parts;
  });
}

/** A known first name and a surname behind it that nobody knew are one. */
function names(view: View, claims: readonly Claim[]): Claim[] {
  const out: Claim[] = [];
  for (const claim of claims) {
    const last = out.at(-1);
    const beside =
      last?.type === "name" && claim.type === "name" && view.text.slice(last.end, claim.start) === " ";
    if (last && beside) out[out.length - 1] = { ...last, end: claim.end, guess: last.guess && claim.guess };
    else out.push(claim);
  }
  return out;
}

function trimmed(view: View, claim: Claim): Claim {
  let { start, end } = claim;
  while (start < end && view.text[start] === " ") start++;
  while (end > start && view.text[end - 1] === " ") end--;
  return { ...claim, start, end };
}

/** With all that the caller knows. */
export function screenWith(text: string, facts: ScreeningFacts): Screening {
  const view = viewOf(text);
  const claims = steps(view, facts).flatMap((step) => {
    if (facts.mayGoOn?.() === false) throw new ScreeningStopped();
    return step();
  });
  const findings = names(
    view,
    withoutOverlap(view, claims).toSorted((a, b) => a.start - b.start),
  ).map(({ start, end, type, guess }): Finding => {
    const place = { start: view.starts[start] ?? 0, end: view.ends[end - 1] ?? 0, type };
    return guess ? { ...place, guess } : place;
  });
  return { findings, refused: findings.some((f) => f.type === "bsn") };
}

/**
 * By form, by the case itself and by the words of Dutch; throws when those are not there. Without `today` every full date
 * counts as a birth date; with it only dates of at least three years ago do, so that the date of a meeting can be written.
 */
export function screenText(text: string, known?: Known, today?: Temporal.PlainDate): Screening {
  const words = givenWoordenlijst();
  return screenWith(text, { words, ...(known !== undefined && { known }), ...(today && { today }) });
}

/** The text with a mark in place of every finding: the one tap that takes them out. */
export function withoutFindings(
  text: string,
  findings: readonly Finding[],
  markOf: (type: FindingType) => string,
): string {
  let out = "";
  let from = 0;
  for (const { start, end, type } of findings) {
    out += text.slice(from, start) + markOf(type);
    from = end;
  }
  return out + text.slice(from);
}

/** What happens with a text in which this kind stands: not saved, or saved after pointing it out. */
export type ScreeningRule = "refuse" | "warn";
/** The default; a swv can loosen every kind to a warning except the BSN. */
export const strictRules: Readonly<Record<FindingType, ScreeningRule>> = {
  name: "warn",
  bsn: "refuse",
  phone: "refuse",
  email: "refuse",
  address: "refuse",
  postcode: "refuse",
  birthdate: "refuse",
  school: "warn",
  diagnosis: "warn",
  family: "warn",
  other: "refuse",
};

/** 'wat' belongs to a hulpvraag, where the name is known anyway; an adviesvraag may name nobody. */
export type TextPlace = "wat" | "adviesvraag";

export type ScreeningVerdict =
  | { readonly ok: true; readonly warnings: readonly FindingType[] }
  | {
      readonly ok: false;
      readonly error: { readonly kind: `contains-${FindingType}`; readonly all: readonly FindingType[] };
      readonly warnings: readonly FindingType[];
    };

export function screeningVerdict(
  findings: readonly Finding[],
  place: TextPlace = "wat",
  rules: Readonly<Record<FindingType, ScreeningRule>> = strictRules,
): ScreeningVerdict {
  const found = findingTypes.filter((type) => findings.some((f) => f.type === type));
  const isSure = (type: FindingType): boolean => findings.some((f) => f.type === type && f.guess !== true);
  const refuses = (type: FindingType): boolean =>
    type === "bsn" ||
    (isSure(type) && (rules[type] === "refuse" || (place === "adviesvraag" && type === "name")));
  const refused = found.filter(refuses);
  const warnings = found.filter((type) => !refuses(type));
  const first = refused.includes("bsn") ? "bsn" : refused[0];
  if (first === undefined) return { ok: true, warnings };
  return { ok: false, error: { kind: `contains-${first}`, all: refused }, warnings };
}
