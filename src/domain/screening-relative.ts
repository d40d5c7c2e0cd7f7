/** "moeder is depressief", "zelfmoord van zijn oom": of a relative, and so a fact of the family, not of the pupil. */
import { relation } from "./screening-family-word.ts";
import type { Sentence } from "./screening-sentence.ts";
import type { Span } from "./screening-view.ts";

const relative = new RegExp(`^${relation}$`);
const state =
  /^(?:is|was|zijn|waren|heeft|had|hebben|hadden|ligt|lag|zit|zat|zitten|kreeg|krijgt|raakt|raakte|werd|kampt|lijdt|leed)$/;
/** Behind these the fact is of somebody else, or a worry, or a deed for the pupil. */
const turned =
  /^(?:hij|ze|hem|haar|dat|omdat|of|over|voor|tegen|vermoed\S*|bang|bezorgd|zorgen|vragen|vraag|gelezen|wens|contact|gesprek|school|akkoord|wil|willen|toestemming|aangemeld|eens|blij|boos|gezegd|aangegeven|gevraagd|maar|want|als)$/;
/** What a parent arranges for a pupil. */
const arranged =
  /onderzoek|medicatie|medicijn|behandel|test|verklaring|diagnos|verwij[sz]|aanmeld|wachtlijst|intake|psycholoog|psychiater|arts|therap|ritalin|concerta|bril|hulp/;
const withinWords = 9;

const whose = new RegExp(
  `^ ?(?:van|bij|door|met) (?:(?:zijn|haar|hun|een|de|z'n|d'r) )?(?:oudste |jongste |overleden )?${relation}(?= )`,
);

/** "zelfmoord van zijn oom"; not "slikt pillen van zijn broer". */
const noun = /^(?!\S+[^aeiou]t(?: |$))/;

/** The place of a fact in the words of its sentence. */
function wordsOf({ places }: Sentence, fact: Span): readonly [number, number] | undefined {
  const first = places.findIndex(({ start }) => start >= fact.start);
  const last = places.findLastIndex(({ end }) => end <= fact.end);
  return first < 0 || last < first ? undefined : [first, last];
}

/** The facts that are of a relative, with who it is. */
export function ofRelatives(sentence: Sentence, facts: readonly Span[]): Span[] {
  const words = sentence.joined.trim().split(" ");
  return facts.flatMap((fact) => {
    const place = wordsOf(sentence, fact);
    if (place === undefined) return [];
    const [first, last] = place;
    const text = words.slice(first, last + 1).join(" ");
    const who = subject(words, first, text);
    if (who !== undefined) return [{ start: sentence.places[who]?.start ?? fact.start, end: fact.end }];
    const behind = whose.exec(`${words.slice(last + 1, last + 6).join(" ")} `);
    if (behind === null || arranged.test(text) || !noun.test(text)) return [];
    const end = last + behind[0].trim().split(" ").length;
    return [{ start: fact.start, end: sentence.places[end]?.end ?? fact.end }];
  });
}

function subject(words: readonly string[], fact: number, text: string): number | undefined {
  for (let at = fact - 1; at >= 0 && at >= fact - withinWords; at--) {
    const word = words[at] ?? "";
    if (turned.test(word)) return undefined;
    if (!relative.test(word) || /^(?:van|met|door|aan|bij|voor|tussen)$/.test(words[at - 1] ?? "")) continue;
    const between = words.slice(at + 1, fact);
    const states = between.slice(0, 4).some((one) => state.test(one));
    return states && !(/^(?:heeft|hebben|had|hadden)$/.test(between[0] ?? "") && arranged.test(text))
      ? at
      : undefined;
  }
  return undefined;
}
