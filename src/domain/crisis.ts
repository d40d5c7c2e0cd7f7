import { aboutIt, absent, idioms, topics } from "./crisis-idiom.ts";
import { signals } from "./crisis-pattern.ts";
import { fold, withinOneEdit } from "./spelling.ts";

/** Long words that must be recognised with a typing error in them. */
const spelled = [
  "zelfmoord",
  "zelfdoding",
  "suicide",
  "suicidaal",
  "zelfbeschadiging",
  "automutilatie",
  "mishandeld",
  "mishandelt",
  "mishandeling",
  "kindermishandeling",
  "misbruikt",
  "verkracht",
  "aangerand",
  "geslagen",
  "vermoorden",
  "weggelopen",
  "bewusteloos",
  "overdosis",
  "ontvoerd",
  "verwaarloosd",
  "bedreigd",
  "bedreigt",
  "ophangen",
];
/** Real words that lie one letter from one of them. */
const realWords = new Set(
  "geslaagden gelagen gedragen gedraagt verdacht verkocht verkrijgt onthoud misbruik verzacht bedraagt bedriegt ophanger aanhangen ophalen afhangen omhangen".split(
    " ",
  ),
);

function corrected(word: string): string {
  if (word.length < 7 || realWords.has(word)) return word;
  return (
    spelled.find((known) => known === word) ?? spelled.find((known) => withinOneEdit(word, known)) ?? word
  );
}

const soft =
  "(?:(?:gewoon|liever|het|liefst|echt|maar|ook|zelf|eigenlijk|alleen|soms|nu|vandaag|vannacht|wel|graag|dus|heel|zo|nog|dan|gaan|erg|zegt|dolgraag) ){0,5}";

/** From the notation of crisis-pattern.ts to an expression over " word word word ". */
function compile(pattern: string): RegExp {
  const source = pattern.replaceAll("… ", "(?:\\S+ ){0,4}").replaceAll("~", soft);
  return new RegExp(`(?<= )(?:${source})(?= |$)`);
}

const compiled = signals.map(({ patterns, excuses }) => ({
  patterns: patterns.map(compile),
  excuse: excuses === undefined ? undefined : compile(excuses),
}));
const topic = compile(topics);
const teaching = compile(aboutIt);
const denied = compile(absent);
const expressions = idioms.map((idiom) => new RegExp(`(?<= )(?:${idiom})(?= |$)`, "g"));

/** No word of danger is longer; what is longer must not cost more time. */
const longestWord = 40;

/** Plain words with one space around each; sentences apart, so that an excuse reaches no further than its own. */
function sentences(text: string): string[] {
  return fold(text)
    .replace(/<[^<>]{0,80}>/g, " ")
    .replace(/'/g, "")
    .split(/[.!?;\n]+/)
    .map(
      (sentence) =>
        ` ${(sentence.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => corrected(word.slice(0, longestWord))).join(" ")} `,
    )
    .filter((sentence) => sentence.trim() !== "");
}

function alarms(sentence: string): boolean {
  const plain = expressions.reduce((rest, idiom) => rest.replace(idiom, "_"), sentence);
  if (topic.test(plain) && !teaching.test(plain) && !denied.test(plain)) return true;
  return compiled.some(
    ({ patterns, excuse }) =>
      patterns.some((pattern) => pattern.test(plain)) &&
      !(excuse?.test(plain) ?? false) &&
      !denied.test(plain) &&
      !(
        teaching.test(plain) &&
        /(?<= )(?:les|lessen|training|cursus|voorlichting|boek|film|gastles|werkstuk|spreekbeurt|protocol|thema)(?= )/.test(
          plain,
        )
      ),
  );
}

/**
 * Whether a message speaks of acute danger or abuse. It prefers one card with help too many to one too few, and
 * keeps quiet at everyday expressions. Nothing of the message is kept or passed on.
 */
export function signalsDanger(text: string): boolean {
  return sentences(text).some(alarms);
}
