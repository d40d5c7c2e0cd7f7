import { factBefore, familyFacts, familyPredicates, relation } from "./screening-family-word.ts";
import { found, phrases, type Sentence } from "./screening-sentence.ts";
import type { Span } from "./screening-view.ts";

const lines = (text: string): string[] =>
  text
    .trim()
    .split("\n")
    .filter((line) => line !== "");

const facts = phrases(familyFacts);
/** "vader zit al een jaar vast": a relative, and within a few words what is the matter. */
const predicates = phrases(
  lines(familyPredicates)
    .map((line) => `${relation} … ${line}`)
    .join("\n"),
);
const before = phrases(
  lines(factBefore)
    .map((line) => `${line.replace(/ $/, "")} … ${relation}`)
    .join("\n"),
);

export function familyMatters(sentence: Sentence): Span[] {
  return [...found(sentence, predicates), ...found(sentence, before), ...found(sentence, facts)];
}
