/**
 * Names of persons that nobody told us. A list of names finds few of them; turned round it works: a word with a capital
 * that Dutch does not know, and that is no method, test or institution, is a name. What is also an ordinary word counts
 * where a person is spoken of.
 */
import { isVakwoord } from "./screening-vakwoord.ts";
import type { Span, View } from "./screening-view.ts";
import { dubbelnamen, voornamen } from "./voornaam.ts";
import { type Woordenlijst, woordenlijst } from "./woordenlijst.ts";

interface Token extends Span {
  readonly word: string;
  /** Begins with a capital, and is not in capitals as a whole. */
  readonly capital: boolean;
  /** Two capitals or more and nothing else: an abbreviation, most often. */
  readonly shouted: boolean;
  /** The first word of a sentence or a line, where every word has a capital. */
  readonly first: boolean;
}

const wordPattern = /\p{L}+(?:['-]\p{L}+)*/gu;

function tokensOf(view: View): Token[] {
  return [...view.lower.matchAll(wordPattern)].map((m) => {
    const [start, end] = [m.index, m.index + m[0].length];
    const typed = view.text.slice(start, end);
    const before = view.text.slice(Math.max(0, start - 4), start);
    const letters = typed.replace(/[^\p{L}]/gu, "");
    return {
      start,
      end,
      word: m[0],
      capital: /^\p{Lu}/u.test(typed) && !(letters.length > 1 && letters === letters.toUpperCase()),
      shouted: letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
      first: start === 0 || /(?:[.!?:;•\n"“(/-]|^)\s*$/.test(before),
    };
  });
}

/** Longer than any name; what is longer is no word. */
const longestName = 40;

/** Behind these a person is meant, whatever the word is. */
const titles = new Set(
  `juf juffrouw juffr meester mr meneer mnr dhr heer mevrouw mevr mw mvr dokter dr drs tante oom opa oma moeder vader mama papa
   broer broertje zus zusje stiefvader stiefmoeder pleegmoeder pleegvader leerkracht leraar lerares docent docente mentor mentrix ib'er
   intern vriend vriendin vriendje vriendinnetje neef nicht buurjongen buurmeisje leerling kleuter jongen meisje collega
   begeleider familie fam gezinsvoogd jeugdbeschermer wijkagent huisarts psycholoog directeur`.split(/\s+/),
);
/** Roles behind which an ordinary word is more often a word than a name. */
const weakTitles = new Set(
  `moeder vader mama papa leerling kleuter jongen meisje leerkracht leraar lerares docent docente mentor intern begeleider vriend
   vriendin collega directeur psycholoog huisarts heer oma opa broer zus broertje zusje mr dr`.split(/\s+/),
);
/** Before these stands who did it. */
const doings = new Set(
  `is heeft kan wil moet mag gaat komt doet vindt zit slaapt werkt maakt loopt krijgt laat vertelt zegt speelt huilt leest rekent schrijft tekent luistert
   reageert wordt was had deed kwam ging zei vond blijft lijkt voelt durft praat vraagt eet drinkt wordt geeft neemt ziet hoort houdt weet snapt begrijpt
   mist raakt slaat schopt bijt roept schreeuwt weigert stoort zoekt haalt scoort woont heet hoeft kreeg bleef speelde en z'n zijn haar ook nog niet`.split(
    /\s+/,
  ),
);
/** Behind these a small word with a capital is a person. */
const towards = new Set(
  "met van door bij voor tegen over aan naar en of dat als want omdat toen ook naast samen wil vindt belde sprak gesproken spreekt voordat terwijl".split(
    " ",
  ),
);
const between = new Set(
  "van de der den het 't t ter ten te el al la le du von vd v/d bin ben da dos di y ibn abu d".split(" "),
);

function known(word: string, lijst: Woordenlijst, deep = true): boolean {
  const bare = word.replace(/'s$|'$/u, "");
  if (lijst.gewoon(word) || lijst.gewoon(bare)) return true;
  if (word.includes("-") && word.split("-").every((part) => part.length < 3 || known(part, lijst)))
    return true;
  return deep && isCompound(word, lijst);
}

/** Two known words written as one, with or without an s or e between them; Dutch makes new ones every day. */
function isCompound(word: string, lijst: Woordenlijst): boolean {
  if (word.length < 8) return false;
  for (let cut = 3; cut <= word.length - 4; cut++) {
    const tail = word.slice(cut);
    if (!lijst.gewoon(tail)) continue;
    const head = word.slice(0, cut);
    if (lijst.gewoon(head)) return true;
    if (/[se]$/.test(head) && head.length > 4 && lijst.gewoon(head.slice(0, -1))) return true;
    if (head.length > 7 && isCompound(head.replace(/s$/, ""), lijst)) return true;
  }
  return false;
}

const letters = "abcdefghijklmnopqrstuvwxyz";
/** A long ordinary word with one slip of the hand, such as "Thuisituatie". */
function isSlip(word: string, lijst: Woordenlijst): boolean {
  if (word.length < 9 || lijst.eigen(word)) return false;
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (lijst.gewoon(head + tail.slice(1))) return true;
    if (tail.length > 1 && lijst.gewoon(`${head}${tail[1]}${tail[0]}${tail.slice(2)}`)) return true;
    for (const letter of letters) {
      if (lijst.gewoon(head + letter + tail) || lijst.gewoon(head + letter + tail.slice(1))) return true;
    }
  }
  return false;
}

const bareName = (word: string) => word.replace(/'s$|'$/u, "");
/** "Sanne", "Sannes", "Sanne's". */
function inNames(word: string, names: ReadonlySet<string>): boolean {
  const bare = bareName(word);
  return names.has(bare) || (bare.length > 3 && bare.endsWith("s") && names.has(bare.slice(0, -1)));
}

interface Neighbours {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  /** Only blanks between it and the word before. */
  readonly closeBefore: boolean;
  readonly closeAfter: boolean;
}

function isName(token: Token, near: Neighbours, lijst: Woordenlijst): boolean {
  const { word, capital, first } = token;
  if (word.length < 2 || word.length > longestName || isVakwoord(word)) return false;
  const before = near.closeBefore ? near.before?.word : undefined;
  const after = near.closeAfter ? near.after?.word : undefined;
  const titled = before !== undefined && titles.has(before);
  const listed = inNames(word, voornamen);
  // "dhr van der Velden": the title says that a name begins here.
  if (titled && between.has(word))
    return near.closeAfter && (near.after?.capital === true || between.has(after ?? ""));
  const double = (listed || inNames(word, dubbelnamen)) && known(word, lijst);
  if (token.shouted) return listed && word.length > 2 && !double;
  if (capital) {
    if (titled && !between.has(word))
      return !weakTitles.has(before) || !known(word, lijst) || listed || lijst.eigen(word);
    if (listed && !double) return true;
    if (double) {
      if (!first) return true;
      return (
        after !== undefined && (isDoing(after, lijst) || near.after?.capital === true || between.has(after))
      );
    }
    return !known(word, lijst) && !(first && isSlip(word, lijst));
  }
  if (first && double && listed && after !== undefined && doings.has(after)) return true;
  if (listed && !double) return !known(word, lijst);
  if (double && listed) {
    const person = before !== undefined && (titled || towards.has(before));
    return (
      person &&
      (titled || (after !== undefined && doings.has(after) && !["en", "ook", "nog", "niet"].includes(after)))
    );
  }
  if (!titled || weakTitles.has(before) || between.has(word) || doings.has(word)) return false;
  return !known(word, lijst) || (word.length > 3 && lijst.eigen(word) && !isDoing(word, lijst));
}

/** The stem of a verb, by one of its other forms. */
function isVerb(stem: string, lijst: Woordenlijst): boolean {
  return [`${stem}en`, `ge${stem}t`, `ge${stem}d`].some((form) => lijst.gewoon(form));
}

/** What one person does: "tekent", "bloeit", "was". */
function isDoing(word: string, lijst: Woordenlijst): boolean {
  return doings.has(word) || (word.length > 3 && word.endsWith("t") && isVerb(word.slice(0, -1), lijst));
}

/** A surname behind a name: "de Vries", "van der berg", "Yilmaz". */
function grown(tokens: readonly Token[], at: number, view: View, lijst: Woordenlijst): number {
  let last = at;
  for (let next = at + 1; next < tokens.length && next <= at + 6; next++) {
    const token = tokens[next];
    const previous = tokens[next - 1];
    if (!token || !previous) break;
    const gap = view.text.slice(previous.end, token.start);
    if (!/^(?:[ '/.-]{1,2}|\.\s)$/.test(gap)) break;
    if (between.has(token.word)) continue;
    const behindParticle = next > last + 1;
    const surname =
      (token.capital && !isVakwoord(token.word)) ||
      (behindParticle && !doings.has(token.word) && looksLikeSurname(tokens, last, next)) ||
      (!behindParticle &&
        !token.capital &&
        !known(token.word, lijst) &&
        !isVakwoord(token.word) &&
        token.word.length > 3);
    if (!surname) break;
    last = next;
    if (behindParticle) break;
  }
  return last;
}

/** In small letters only the particles that nothing else begins with: "van der berg", not "van school". */
function looksLikeSurname(tokens: readonly Token[], from: number, to: number): boolean {
  const particles = tokens.slice(from + 1, to).map(({ word }) => word);
  return particles.some((word) => ["der", "den", "vd", "v/d", "el", "al", "ter", "ten"].includes(word));
}

/** "S. de Vries", "J.v.d.B.", "S. de B.": initials with a surname or with more initials. */
const initials =
  /(?<![\p{L}.])(?:\p{Lu}[a-z]?\.\s?){1,4}(?:(?:v\.?\s?d\.?|van|de|der|den|ter|ten|el|al|v\.?)\s?){0,3}(?:\p{Lu}\p{L}{2,}(?:-\p{Lu}\p{L}+)?|\p{Lu}\.)(?!\p{L})/gu;
const lowerInitials =
  /(?<![\p{L}.])(?:[a-z]\.\s?){1,3}(?:(?:van|de|der|den|ter|ten|el|vd)\s){1,3}[a-z]{3,}(?!\p{L})/gu;
/** "van Dijk" in the middle of a sentence. */
const particleName =
  /(?<=[\p{L},]\s)(?:[Vv]an\s(?:de[rn]?\s)?|[Vv]d\s|[Tt]er\s|[Tt]en\s|[Ee]l\s|[Aa]l\s|[Bb]en\s)(?=\p{Lu}\p{Ll})\p{Lu}\p{L}{2,}/gu;

/** Every name of a person in this text, as far as it can be told from the words alone. */
export function personSpans(view: View): Span[] {
  const lijst = woordenlijst();
  const tokens = tokensOf(view);
  const spans: Span[] = [
    ...[...view.text.matchAll(initials)].map((m) => ({
      start: m.index,
      end: m.index + m[0].trimEnd().length,
    })),
    ...[...view.text.matchAll(lowerInitials)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  ].filter(({ start, end }) => !/^(?:[A-Z]\.){2,}$/.test(view.text.slice(start, end)) || end - start <= 8);
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    const near = neighboursOf(tokens, at, view);
    if (isName(token, near, lijst)) {
      const last = grown(tokens, at, view, lijst);
      spans.push({ start: token.start, end: tokens[last]?.end ?? token.end });
      at = last + 1;
    } else at += 1;
  }
  for (const m of view.text.matchAll(particleName)) {
    const word = m[0].split(/\s/).at(-1)?.toLowerCase() ?? "";
    const inNameContext = /^(?:[Vv]an|[Vv]d)/.test(m[0]) ? lijst.eigen(word) || !known(word, lijst) : true;
    if (inNameContext && !isVakwoord(word)) spans.push({ start: m.index, end: m.index + m[0].length });
  }
  return spans.map((span) => trimmed(view, span));
}

function neighboursOf(tokens: readonly Token[], at: number, view: View): Neighbours {
  const token = tokens[at];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const blank = (from: number | undefined, to: number | undefined) =>
    from !== undefined && to !== undefined && /^[ .]{1,2}$/.test(view.text.slice(from, to));
  return {
    before,
    after,
    closeBefore: blank(before?.end, token?.start),
    closeAfter: blank(token?.end, after?.start),
  };
}

/** Without what hangs on: "Noor's" keeps its s, "Noor-" does not keep its dash. */
function trimmed(view: View, { start, end }: Span): Span {
  const text = view.text.slice(start, end);
  return {
    start,
    end: end - (text.length - text.replace(/[\s'.-]+$/u, (tail) => (tail.includes(".") ? "." : "")).length),
  };
}
