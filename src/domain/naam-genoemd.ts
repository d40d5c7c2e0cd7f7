/**
 * Which of the many pupils of a school are named in a text. Among hundreds of names there is always one that looks like some
 * word: so a word with one typing error is no name when it is a word of Dutch, nor are two letters, and a last name by
 * itself that is a word counts only with a capital.
 */
import { between, naamOf } from "./naam-vorm.ts";
import { knownSpans } from "./screening-name.ts";
import { type Span, type View, viewOf } from "./screening-view.ts";
import { fold, withinOneEdit } from "./spelling.ts";
import { givenWoordenlijst, type Woordenlijst } from "./woordenlijst.ts";

export function namedIn(text: string, namen: readonly string[]): readonly string[] {
  const view = viewOf(text);
  const typed = new Set(view.lower.match(letters) ?? []);
  const near = namen.filter((naam) => isNear(naam, typed));
  if (near.length === 0) return [];
  const words = givenWoordenlijst();
  return near.filter((naam) => knownSpans(view, naam).some((span) => isNamed(view, { span, naam, words })));
}

const letters = /\p{L}+/gu;

/** Quick, for a whole school: one part at least stands there, perhaps with a typing error or an "s" behind it. */
function isNear(naam: string, typed: ReadonlySet<string>): boolean {
  return (fold(naam).match(letters) ?? []).some((part) => {
    if (between.has(part)) return false;
    if (typed.has(part) || typed.has(`${part}s`)) return true;
    for (const word of typed) if (withinOneEdit(word, part)) return true;
    return false;
  });
}

interface Hit {
  readonly span: Span;
  readonly naam: string;
  readonly words: Woordenlijst;
}

/** From this length on the screening forgives a typing error. */
const long = 5;

function isNamed(view: View, { span, naam, words }: Hit): boolean {
  const { parts } = naamOf(naam);
  const found = [...view.lower.slice(span.start, span.end).matchAll(letters)];
  const own = found.filter(({ 0: word }) => !between.has(word));
  return own.some(({ 0: word, index }) => {
    const part = parts.find(({ text }) => word === text || word === `${text}s`);
    if (!part) return word.length >= long && !words.isListed(word);
    // First and last name together, in either case.
    if (part.isFirst || own.length > 1) return true;
    return !words.isListed(word) || isProper(view, span.start + index);
  });
}

/** With a capital where no sentence begins. */
function isProper({ text, lower }: View, at: number): boolean {
  return text[at] !== lower[at] && /[\p{L}\p{N},;)'-]\s*$/u.test(text.slice(0, at));
}
