/** The one number under which the leerling is known in Kindkans or the pupil system (domain.md §2): a code and no more. */
import { type FindingType, screenText } from "./screening.ts";
import type { Veldprobleem } from "./veld.ts";
import { givenWoordenlijst } from "./woordenlijst.ts";

/** Named as what they are, because a number may look like them by mistake. */
const named: ReadonlySet<FindingType> = new Set(["bsn", "email", "phone"]);

export function kenmerkProblem(kenmerk: string | null, naam: string): Veldprobleem | undefined {
  if (kenmerk === null) return undefined;
  const { findings } = screenText(kenmerk);
  const gevonden = findings.filter(({ type }) => named.has(type));
  if (gevonden.length > 0) return { kind: "bevat", gevonden, magBlijven: false };
  const other = findings.some(({ type }) => type !== "other" && type !== "school");
  return other || !isCode(kenmerk) || looksLikeDay(kenmerk) || tells(kenmerk, naam)
    ? { kind: "geen_nummer" }
    : undefined;
}

/** Digits, with at most a short run of letters around them: a word could be a name. */
function isCode(kenmerk: string): boolean {
  return /\d/.test(kenmerk) && !/\p{L}{5,}/u.test(kenmerk) && /^[\p{L}\d ._/-]+$/u.test(kenmerk);
}

const dd = "(?:0[1-9]|[12]\\d|3[01])";
const mm = "(?:0[1-9]|1[0-2])";
/** A day of birth without its dashes, or a postcode of whatever letters. */
const days = [
  new RegExp(`(?<!\\d)${dd}${mm}(?:19|20)\\d\\d(?!\\d)`),
  new RegExp(`(?<!\\d)(?:19|20)\\d\\d${mm}${dd}(?!\\d)`),
  /(?<![\p{L}\d])[1-9]\d{3} ?\p{L}{2}(?![\p{L}\d])/u,
];

function looksLikeDay(kenmerk: string): boolean {
  return days.some((day) => day.test(kenmerk));
}

/** What stands in letters, a name or a diagnosis, however it is stuck to the digits. */
function tells(kenmerk: string, naam: string): boolean {
  const words = kenmerk.match(/\p{L}{2,}/gu) ?? [];
  const own = new Set(naam.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  const { isVoornaam } = givenWoordenlijst();
  return words.some((word) => {
    const lower = word.toLowerCase();
    return own.has(lower) || (lower.length > 2 && isVoornaam(lower)) || isDiagnosis(word);
  });
}

function isDiagnosis(word: string): boolean {
  return screenText(word).findings.some(({ type }) => type === "diagnosis");
}
