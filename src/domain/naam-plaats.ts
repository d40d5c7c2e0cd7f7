/** Where in a sentence only somebody can stand, and where only a thing. */
import { commonWords } from "./common-word.ts";
import { personVerbs } from "./screening-person-word.ts";

export interface Woord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly typed: string;
  /** Nothing of the same clause stands before it. */
  readonly opens: boolean;
  /** With a capital where a sentence does not ask for one, or with 's behind it. */
  readonly isProper: boolean;
}

const determiners =
  /^(?:de|het|een|geen|die|dat|deze|dit|elke|elk|iedere|ieder|mijn|jouw|je|zijn|haar|hun|ons|onze|jullie|welke|zulke)$/;
const asObject = /^(?:met|naast|over|tegen|om|zonder|behalve|volgens|van|aan|voor|bij|door|als)$/;
const asSubject = /^(?:dat|omdat|als|toen|want|en|maar|of|terwijl|waarom|hoe|nu|ook|dan)$/;
const joins = /^(?:en|of)$/;
/** Words that point or join; at the beginning of a sentence, or before a verb, they are nobody. */
const pointing = new Set(
  "al alle als ander anders bij dan dat die dit door een er geen haar hem hen het hier hij hoe hun ik iets in is ja jij man mee meer men met mij na nee niet nog nu om ons op over te toe tot u uit van veel vier voor want was wat wel wie wij zal ze zes zij zin zo zou".split(
    " ",
  ),
);

export interface Plaats {
  readonly all: readonly Woord[];
  readonly at: number;
  /** Whether the word at this place is a name for sure. */
  readonly isName: (at: number) => boolean;
}

const beside = ({ all }: Plaats, at: number, step: -1 | 1): Woord | undefined => {
  const [left, right] = step < 0 ? [at - 1, at] : [at, at + 1];
  return all[right]?.opens ? undefined : all[step < 0 ? left : right];
};

/** "de zwaan", "een jonge zwaan", "max 5". */
export function isThing(plaats: Plaats): boolean {
  const { all, at } = plaats;
  if (all[at]?.isProper) return false;
  const before = beside(plaats, at, -1);
  const next = beside(plaats, at, 1);
  if (next && /^\d/.test(next.word)) return true;
  if (!before) return false;
  if (determiners.test(before.word)) return true;
  const earlier = beside(plaats, at - 1, -1);
  return before.word.endsWith("e") && earlier !== undefined && determiners.test(earlier.word);
}

/** "zwaan huilt", "met zwaan.", "moh en zwaan", a capital in mid-sentence. */
export function isSomebody(plaats: Plaats): boolean {
  const { all, at, isName } = plaats;
  const word = all[at]?.word ?? "";
  if (all[at]?.isProper) return true;
  if (isThing(plaats) || pointing.has(word)) return false;
  const before = beside(plaats, at, -1);
  const next = beside(plaats, at, 1);
  const acts = next !== undefined && personVerbs.has(next.word) && !commonWords.has(word);
  if (next && joins.test(next.word) && (isName(at + 2) || !before)) return true;
  if (!before) return acts;
  if (joins.test(before.word) && isName(at - 2)) return true;
  if (asObject.test(before.word)) return acts || next === undefined || joins.test(next.word);
  return acts && asSubject.test(before.word);
}
