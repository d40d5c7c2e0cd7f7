/**
 * What a person decides about what the screening found in a text: replace it, or keep it with a reason where that is
 * allowed. Data minimisation (AVG art. 5): what is not needed for the question is not kept, and what is kept on purpose
 * is on the log with its kind and reason, never with the words.
 */
import { maskNaam } from "./naam-masker.ts";
import {
  type Finding,
  type FindingType,
  findingTypes,
  type ScreeningRule,
  screenText,
  strictRules,
  type TextPlace,
  withoutFindings,
} from "./screening.ts";
import { type Known, knownSpans } from "./screening-name.ts";
import { viewOf } from "./screening-view.ts";

export const behoudredenen = ["geen_persoonsgegeven", "nodig_voor_de_vraag", "ouders_willen_dit"] as const;
export type Behoudreden = (typeof behoudredenen)[number];

/** The reasons that were given, by the field they are about. */
export type Laat<Veld extends string = string> = Readonly<Partial<Record<Veld, Behoudreden>>>;

export interface Screened {
  /** Values of the case, such as the name: they are no news in its own texts. */
  readonly known?: Known;
  readonly today: Temporal.PlainDate;
  readonly place?: TextPlace;
  /** Why what was pointed out may stay. Counts only for what may be kept at all. */
  readonly laat?: Behoudreden | undefined;
}

/** What stands in the place of what was found; read by people, kept in the text. */
const marks: Readonly<Record<FindingType, string>> = {
  name: "[naam]",
  bsn: "[BSN]",
  phone: "[telefoonnummer]",
  email: "[e-mailadres]",
  address: "[adres]",
  postcode: "[postcode]",
  birthdate: "[geboortedatum]",
  school: "[school]",
  diagnosis: "[diagnose]",
  family: "[familie]",
  other: "[nummer]",
};

/** What must be pointed out: everything found, but for the name of the pupil in a text about that pupil. */
export function foundIn(text: string, { known, today, place }: Screened): readonly Finding[] {
  const { findings } = screenText(withoutMarks(text), known, today);
  if (known === undefined || place === "adviesvraag") return findings;
  const view = viewOf(text);
  const own = knownSpans(view, known).map(({ start, end }) => ({
    start: view.starts[start] ?? 0,
    end: view.ends[end - 1] ?? 0,
  }));
  return findings.filter(
    ({ type, start, end }) => type !== "name" || !own.some((one) => one.start <= start && end <= one.end),
  );
}

const anyMark = new RegExp(
  Object.values(marks)
    .map((mark) => mark.replaceAll(/[[\]]/g, "\\$&"))
    .join("|"),
  "g",
);

/** What we put there ourselves is looked at no more, nor taken for a part of what stands beside it; every place stays. */
function withoutMarks(text: string): string {
  return text.replaceAll(anyMark, (mark) => " ".repeat(mark.length));
}

export type Tekstoordeel =
  /** `behouden`: kinds that were pointed out and stay for a reason. */
  | { readonly ok: true; readonly behouden: readonly FindingType[] }
  | { readonly ok: false; readonly gevonden: readonly Finding[]; readonly magBlijven: boolean };

export function judgeText(text: string, screened: Screened): Tekstoordeel {
  const gevonden = foundIn(text, screened);
  const types = findingTypes.filter((type) => gevonden.some((one) => one.type === type));
  const magBlijven = gevonden.every((one) => mayStay(one, screened.place));
  if (types.length === 0) return { ok: true, behouden: [] };
  return magBlijven && screened.laat ? { ok: true, behouden: types } : { ok: false, gevonden, magBlijven };
}

/** What words alone tell can be mistaken, so it may stay with a reason; in a question that may name nobody a name may not. */
function mayStay({ type, guess }: Finding, place: TextPlace = "wat"): boolean {
  if (type === "bsn" || (place === "adviesvraag" && (type === "name" || type === "school"))) return false;
  const rule: ScreeningRule = strictRules[type];
  return rule === "warn" || guess === true;
}

/** For the eyes of who may not know who it is: a mark in the place of every name, that of the leerling first. */
export function withoutNames(text: string, leerling: { readonly naam: string } | null): string {
  const masked = leerling ? maskNaam(text, leerling.naam) : text;
  const { findings } = screenText(withoutMarks(masked), leerling);
  return withoutFindings(
    masked,
    findings.filter(({ type }) => type === "name"),
    (type) => marks[type],
  );
}

/** What stood in the shadow of another finding can be found in a second look; more than a few looks are never needed. */
const looks = 4;

/**
 * One tap: the same text with a mark in place of everything that was found. Of a question without a name only what must go:
 * a diagnosis can be what it is about, and stays unless the person takes it out.
 */
export function replaced(text: string, screened: Screened): string {
  const { place } = screened;
  let out = text;
  for (let look = 0; look < looks; look++) {
    const found = foundIn(out, screened).filter((one) => place !== "adviesvraag" || !mayStay(one, place));
    if (found.length === 0) break;
    out = withoutFindings(out, found, (type) => marks[type]);
  }
  return out;
}
