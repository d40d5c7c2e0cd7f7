import {
  atSchool,
  emptyVerbs,
  factBefore,
  familyFacts,
  familyPredicates,
  ordinaryComplements,
  ordinaryVerbs,
  relation,
} from "./screening-family-word.ts";
import { personVerbs } from "./screening-person-word.ts";
import { found, oneOf, phrases, type Sentence } from "./screening-sentence.ts";
import type { Span } from "./screening-view.ts";
import type { Woordenlijst } from "./woordenlijst.ts";

const facts = phrases(familyFacts);
/** "vader zit al een jaar vast": a relative, and within a few words what is the matter. */
const predicates = phrases(`${relation} … ${oneOf(familyPredicates)}`);
const before = phrases(`${oneOf(factBefore)} … ${relation}`);

/** Of whom a school writes little else than what is the matter; "ouders" stands in every second line. */
const close = new RegExp(`^(?!ouder$|man$|vrouw$|partner$|verzorgers?$)${relation}$`);
const fillers =
  /^(?:nu|ook|al|weer|steeds|vaak|net|zelf|dan|er|toen|soms|altijd|inmiddels|momenteel|hier|nog|echt)$/;
const strongPast =
  /^(?:verloor|verliet|vertrok|overleed|stierf|bedroog|dronk|sloeg|schold|verbood|verdween|verhuisde|ontsloeg|ontving|vocht|brak|stak|schoot|bleef|trok|dwong|sliep|ontkwam|vluchtte|ontvluchtte)$/;
const reach = 5;

/** "met ouders is afgesproken": the verb is not theirs. */
const plural = /^ouders$/;
const singular = /^(?:is|was|heeft|had|kan|zit|ligt|gaat|krijgt|staat|raakt|kon|ging)$/;

/** "toestemming van ouders ontbreekt" tells nothing of the parents. */
const object = /^(?:van|door|met|aan|voor|bij|naar|over|tussen|via|namens)$/;

/** "de ouders waren er wel bij", "moeder is erbij": behind the verb, up to the end. */
const present = /^(?:er )?(?:(?:ook|niet|wel|al|nog|net|altijd|allebei|beiden) )*(?:bij|erbij)$/;

/** "het gezin, koppelt terug": the verb is of somebody before it. */
const hasComma = (places: Sentence["places"], from: number, to: number): boolean =>
  (places[to]?.start ?? 0) - (places[to - 1]?.end ?? 0) > 1 ||
  (places[from + 1]?.start ?? 0) - (places[from]?.end ?? 0) > 1;

/** The turned-round rule: a relative with a verb that parents of a school do not ordinarily have. */
function deeds({ joined, places }: Sentence, words: Woordenlijst | undefined): Span[] {
  const tokens = joined.trim().split(" ");
  return tokens.flatMap((token, i) => {
    if (!close.test(token) || object.test(tokens[i - 1] ?? "")) return [];
    const at = fillers.test(tokens[i + 1] ?? "") ? i + 2 : i + 1;
    const behind = tokens.slice(at + 1, at + 1 + reach);
    if (hasComma(places, i, at)) return [];
    if (plural.test(token) && singular.test(tokens[at] ?? "")) return [];
    if (!tells(tokens[at], behind, words)) return [];
    const [first, last] = [places[i], places[Math.min(places.length - 1, at + Math.min(3, behind.length))]];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

function tells(
  verb: string | undefined,
  behind: readonly string[],
  words: Woordenlijst | undefined,
): boolean {
  if (verb === undefined || ordinaryVerbs.has(verb)) return false;
  if (emptyVerbs.has(verb)) {
    const ordinary =
      present.test(behind.join(" ")) ||
      behind.some((word) => ordinaryComplements.has(word) || atSchool.test(word));
    return behind.length > 0 && !ordinary;
  }
  if (!strongPast.test(verb) && !personVerbs.has(verb) && behind.some((word) => atSchool.test(word)))
    return false;
  return (
    personVerbs.has(verb) ||
    strongPast.test(verb) ||
    (words?.isFiniteVerb(verb) === true && /(?:t|de|te)$/.test(verb))
  );
}

export function familyMatters(sentence: Sentence, words: Woordenlijst | undefined): Span[] {
  return [
    ...found(sentence, predicates),
    ...found(sentence, before),
    ...found(sentence, facts),
    ...deeds(sentence, words),
  ];
}
