/**
 * Looks through free Dutch text before it is saved: numbers, addresses, dates and the values of the case itself.
 * It points out and refuses; it never decides what may leave (free text never leaves). Never log what was found:
 * type and position only.
 */
import { birthdates } from "./screening-date.ts";
import { type Known, knownSpans } from "./screening-name.ts";
import {
  bareBsns,
  countryPhones,
  ibans,
  labelledBsns,
  labelledPhones,
  onderwijsnummers,
  spacedBsns,
  unusualPhones,
  usualPhones,
} from "./screening-number.ts";
import { personSpans } from "./screening-person.ts";
import { addresses, emails, postcodes } from "./screening-place.ts";
import { isVakwoord } from "./screening-vakwoord.ts";
import { type Span, type View, viewOf } from "./screening-view.ts";
import { diagnosisSpans, familySpans, otherSpans, schoolSpans } from "./screening-zorg.ts";

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
}

export interface Screening {
  /** In order, without overlap. */
  readonly findings: readonly Finding[];
  /** A BSN is never saved, whatever the rest of the text says. */
  readonly refused: boolean;
}

type Typed = Span & { readonly type: FindingType };
const typed = (type: FindingType, spans: readonly Span[]): Typed[] =>
  spans.map((span) => ({ ...span, type }));

/** Surest first: where two kinds lay claim to the same characters, the first one has them. */
function claims(view: View, known: Known, today: Temporal.PlainDate | undefined): Typed[] {
  return [
    ...typed("other", ibans(view)),
    ...typed("phone", countryPhones(view)),
    ...typed("bsn", bareBsns(view)),
    ...typed("other", onderwijsnummers(view)),
    ...typed("bsn", labelledBsns(view)),
    ...typed("phone", usualPhones(view)),
    ...typed("bsn", spacedBsns(view)),
    ...typed("phone", unusualPhones(view)),
    ...typed("email", emails(view)),
    ...typed("address", addresses(view)),
    ...typed("postcode", postcodes(view)),
    ...typed("birthdate", birthdates(view, today)),
    ...typed("phone", labelledPhones(view)),
    ...knownSpans(view, known),
    ...typed("other", otherSpans(view)),
    ...typed("diagnosis", diagnosisSpans(view)),
    ...typed("school", schoolSpans(view, isVakwoord)),
    ...typed("name", personSpans(view)),
    ...typed("family", familySpans(view)),
  ];
}

/** Kinds that are made of words: of two that overlap the later one keeps the words that are its own. */
const ofWords: ReadonlySet<FindingType> = new Set(["name", "family", "school", "diagnosis"]);

function withoutOverlap(view: View, spans: readonly Typed[]): Typed[] {
  const taken = new Uint8Array(view.text.length);
  return spans.flatMap((span) => {
    const { start, end, type } = span;
    if (end <= start) return [];
    const free = !taken.subarray(start, end).includes(1);
    if (!free && !ofWords.has(type)) return [];
    const parts = free ? [span] : ownParts(view, span, taken);
    for (const part of parts) taken.fill(1, part.start, part.end);
    return parts;
  });
}

function says(type: FindingType, text: string): boolean {
  const particles = /^(?:(?:van|de|der|den|het|ter|ten|el|al|vd)[\s.]*)+$/iu;
  if (type !== "name" && type !== "school") return /\p{L}{3}/u.test(text);
  return /\p{Lu}\p{L}/u.test(text) && !particles.test(text);
}

/** What is left of a span between those that came before it, when it still says something. */
function ownParts(view: View, { start, end, type }: Typed, taken: Uint8Array): Typed[] {
  const parts: Typed[] = [];
  for (let from = start; from < end; from++) {
    if (taken[from]) continue;
    let to = from;
    while (to < end && !taken[to]) to++;
    const text = view.text.slice(from, to);
    const lead = text.length - text.trimStart().length;
    if (says(type, text)) parts.push({ start: from + lead, end: from + text.trimEnd().length, type });
    from = to;
  }
  return parts;
}

/**
 * Without `today` every full date counts as a birth date; with it only dates of at least three years ago do,
 * so that the date of a meeting can be written.
 */
export function screenText(text: string, known?: Known, today?: Temporal.PlainDate): Screening {
  const view = viewOf(text);
  const findings = withoutOverlap(view, claims(view, known, today))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, type }) => ({ start: view.starts[start] ?? 0, end: view.ends[end - 1] ?? 0, type }));
  return { findings, refused: findings.some((f) => f.type === "bsn") };
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
  const refuses = (type: FindingType): boolean =>
    type === "bsn" || rules[type] === "refuse" || (place === "adviesvraag" && type === "name");
  const refused = found.filter(refuses);
  const warnings = found.filter((type) => !refuses(type));
  const first = refused.includes("bsn") ? "bsn" : refused[0];
  if (first === undefined) return { ok: true, warnings };
  return { ok: false, error: { kind: `contains-${first}`, all: refused }, warnings };
}
