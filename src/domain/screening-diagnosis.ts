import {
  diagnosisEnding,
  diagnosisPhrases,
  exactDiagnoses,
  noDiagnosis,
  spelledDiagnoses,
} from "./screening-diagnosis-word.ts";
import { found, phrases, type Sentence } from "./screening-sentence.ts";
import type { Span } from "./screening-view.ts";
import { withinOneEdit } from "./spelling.ts";
import type { Woordenlijst } from "./woordenlijst.ts";

const fixed = phrases(exactDiagnoses);
const worded = phrases(diagnosisPhrases);

/** How a word sounds to who types it by ear: "disleksie", "dyslexie" and "dislecsie" are one. */
export function sound(word: string): string {
  return word
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/(?:x|cks|cs|ks|kz)/g, "ks")
    .replace(/(?:ij|y|ie|ei)/g, "i")
    .replace(/ch/g, "g")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[cq]/g, "k")
    .replace(/z/g, "s")
    .replace(/dt\b/g, "t")
    .replace(/(.)\1+/g, "$1");
}

const sounds = spelledDiagnoses.trim().split(/\s+/).map(sound);
const exactSounds = new Set(sounds);
const byStart = new Map<string, string[]>();
for (const one of sounds) byStart.set(one.slice(0, 2), [...(byStart.get(one.slice(0, 2)) ?? []), one]);

/** A long word may have one error more; a word that exists must be the very one. */
const long = 7;

function isSpelled(word: string, words: Woordenlijst | undefined): boolean {
  if (word.length < 5 || word.length > 40) return false;
  if (diagnosisEnding.test(word)) return !noDiagnosis.test(word);
  const heard = sound(word);
  if (exactSounds.has(heard)) return true;
  const near = byStart.get(heard.slice(0, 2)) ?? [];
  // "dyslexiebehandeling", "ritalingebruik": a compound with the word in front.
  if (near.some((one) => one.length >= 6 && heard.startsWith(one) && heard.length - one.length <= 16))
    return true;
  if (heard.length < long || words?.isWord(word) !== false) return false;
  return near.some((one) => one.length >= long && withinOneEdit(heard, one));
}

export function diagnoses(sentence: Sentence, words: Woordenlijst | undefined): Span[] {
  const spelled = sentence.places.filter(({ at }) => {
    const word = sentence.joined.slice(at, sentence.joined.indexOf(" ", at));
    return isSpelled(word, words);
  });
  return [...found(sentence, fixed), ...spelled, ...found(sentence, worded)];
}
