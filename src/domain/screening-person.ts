/**
 * Names that nobody told us beforehand. The strongest rule is the other way round: a capital on what is no word of
 * Dutch is somebody, unless it is a place or an allowed name. Lower case needs a list of first names or a word before it.
 */
import { isAllowedName } from "./screening-allowed.ts";
import { initials } from "./screening-initial.ts";
import {
  belongings,
  capitalNames,
  determiners,
  functions,
  honorifics,
  humanVerbs,
  links,
  neverNames,
  personVerbs,
  prefixes,
  syllables,
  things,
} from "./screening-person-word.ts";
import type { Word } from "./screening-sentence.ts";
import { isCountry } from "./screening-trait.ts";
import type { Span, View } from "./screening-view.ts";
import type { Woordenlijst } from "./woordenlijst.ts";

export interface People {
  readonly words: readonly Word[];
  readonly allowed: Uint8Array;
  /** Without lists only titles, initials and possessives of what stands with a capital tell a name. */
  readonly lists: Woordenlijst | undefined;
}

/** The same word is looked up once in a text; nothing of it is kept behind the text. */
function remembered(lists: Woordenlijst): Woordenlijst {
  const once = (ask: (word: string) => boolean): ((word: string) => boolean) => {
    const answers = new Map<string, boolean>();
    return (word) => {
      const answer = answers.get(word) ?? ask(word);
      answers.set(word, answer);
      return answer;
    };
  };
  return { ...lists, isWord: once(lists.isWord), isListed: once(lists.isListed) };
}

export function people(view: View, { lists, ...rest }: People): Span[] {
  const look = { ...rest, lists: lists && remembered(lists) };
  const { words } = look;
  const named = new Uint8Array(words.length);
  words.forEach((_, i) => {
    if (isName(look, i)) named[i] = 1;
  });
  // "Jip en Sanne", "Sem, Roos en Mees": beside a name a word that can be one is one.
  words.forEach((_, i) => {
    if (!named[i] && isListedBeside(look, named, i)) named[i] = 1;
  });
  return [...joined(look, named), ...initials(view, look.lists)];
}

function isName(look: People, i: number): boolean {
  const word = look.words[i];
  if (word === undefined || word.hasDigit || word.base.length < 2 || word.base.length > 40) return false;
  if (isOfInstitution(word) || (look.words[i - 1]?.hasDigit && /^(?:jan|mei)$/.test(word.base))) return false;
  if (look.allowed[i])
    return word.capital && (isAllowedButSomebody(look, i) || isHuman(look, i) || isFirstOfTwo(look, i));
  if (honorific(look, i) && isBehindTitle(look, i)) return true;
  if (look.lists === undefined) return false;
  if (word.shouting) return isShouted(word, look.lists);
  return word.capital ? isCapitalName(look, i, look.lists) : isSmallName(look, i, look.lists);
}

const isAllowedButSomebody = (look: People, i: number): boolean => {
  const base = look.words[i]?.base ?? "";
  return honorific(look, i) && !honorifics.has(base) && !functions.has(base);
};

/** "Mei weigert de toets", "vandaag was Mei verdrietig": nobody writes a month with a capital there. */
function isHuman({ words, lists }: People, i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]];
  if (!word?.opens && /^(?:mei|april|juni)$/.test(word?.base ?? ""))
    return /^(?:met|naast|tegen|dat|omdat|heeft|had|was|wil|zag|hielp)$/.test(before?.base ?? "");
  if (word === undefined || next === undefined || next.gap !== " " || /^(?:sint|piet|nina)$/.test(word.base))
    return false;
  return lists?.isVoornaam(word.base) === true && humanVerbs.has(next.base);
}

/** "Piet Jansen": what is the name of something by itself is that of somebody with a surname behind it. */
function isFirstOfTwo({ words, lists, allowed }: People, i: number): boolean {
  const next = words[i + 1];
  if (next === undefined || next.gap !== " " || !next.capital || next.shouting || allowed[i + 1])
    return false;
  return lists?.isVoornaam(words[i]?.base ?? "") === true && lists.isAchternaam(next.base);
}

/** "BPO'er", "smw-er": who works somewhere. */
const isOfInstitution = ({ text }: Word): boolean =>
  /^\p{L}{2,6}['-](?:er|ers|ster)$/u.test(text) ||
  /^(?:\p{Lu}{2,}|\p{Lu}\p{Ll}?\p{Lu})\p{Ll}|nr$/u.test(text);

/** "juf Anneke", "mw. Van Dam", "dhr de Wit". */
function honorific({ words }: People, i: number): boolean {
  const word = words[i];
  let at = i - 1;
  while (at > i - 4 && prefixes.has(words[at]?.base ?? "")) at--;
  const title = words[at];
  return title !== undefined && honorifics.has(title.base) && !/[,;!?]/.test(word?.gap ?? "");
}

function isBehindTitle({ words, lists }: People, i: number): boolean {
  const word = words[i];
  if (word === undefined || prefixes.has(word.base) || honorifics.has(word.base) || functions.has(word.base))
    return false;
  if (word.capital) return true;
  const behindPrefix = prefixes.has(words[i - 1]?.base ?? "");
  if (lists === undefined) return behindPrefix;
  if (lists.isVoornaam(word.base) && !neverNames.has(word.base)) return !personVerbs.has(word.base);
  if (lists.isAchternaam(word.base))
    return behindPrefix || polite.test(words[i - 1]?.base ?? "") || !lists.isFiniteVerb(word.base);
  return !lists.isWord(word.base) && !isTypo(word.base, lists);
}

/** Nobody says "mevrouw timmert": what follows is a name. */
const polite = /^(?:mevrouw|mevr|mvr|mw|meneer|dhr|hr|heer|familie|fam)$/;

/** All capitals: abbreviations are, so only a listed first name or a long word that is none. */
function isShouted(word: Word, lists: Woordenlijst): boolean {
  if (lists.isVoornaam(word.base)) return word.base.length >= 3 && !lists.isWord(word.base);
  return (
    word.base.length >= 6 &&
    !lists.isWord(word.base) &&
    (lists.isAchternaam(word.base) || lists.isProper(word.base))
  );
}

function isCapitalName(look: People, i: number, lists: Woordenlijst): boolean {
  const word = look.words[i];
  if (word === undefined) return false;
  if (word.base.includes("-")) return isDouble(word, lists);
  if (isNounOfThing(look, i) && (isMade.test(look.words[i - 1]?.base ?? "") || !lists.isVoornaam(word.base)))
    return false;
  if (isBuilding(look.words, i) && !lists.isAchternaam(word.base)) return false;
  if (lists.isVoornaam(word.base)) {
    if (!lists.isWord(word.base)) return true;
    if (!word.opens) return !neverNames.has(word.base) || capitalNames.has(word.base);
    return (!neverNames.has(word.base) || capitalNames.has(word.base)) && acts(look, i);
  }
  if (isSurnameAlone(look, i, lists)) return true;
  if (isOfPlace(word.base, lists) || isCountry(word.base) || isOfAllowed(word.base, lists)) return false;
  if (isPetName(word.base, lists)) return !word.opens || acts(look, i);
  if (lists.isWord(word.base)) return !word.opens && isWordAsName(look, i);
  if (genitive(word.base, lists) !== undefined) return true;
  if (
    /(?:straat|laan|plein|weg|dijk|kade|gracht|singel|school|college|er|isch|ische|loos)$/.test(word.base) &&
    !lists.isAchternaam(word.base)
  ) {
    return !word.opens && /er$/.test(word.base) && !isTypo(word.base, lists);
  }
  return word.opens ? !isTypo(word.base, lists) : true;
}

/** "Lotje", "Daantje": a first name made small. */
function isPetName(base: string, lists: Woordenlijst): boolean {
  const name = /^(.{3,}?)(?:tje|pje|je|ie)$/.exec(base)?.[1];
  return name !== undefined && lists.isVoornaam(name) && !neverNames.has(name) && !lists.isListed(name);
}

/** "Pokemonkaarten", "Citotoets". */
function isOfAllowed(base: string, lists: Woordenlijst): boolean {
  for (let cut = 3; cut <= base.length - 3; cut++) {
    if (isAllowedName(base.slice(0, cut)) && lists.isWord(base.slice(cut))) return true;
  }
  return false;
}

/** "heeft Tuur geslapen": a capital in the middle on an ordinary word, in the place of somebody who does something. */
function isWordAsName(look: People, i: number): boolean {
  const { words } = look;
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]];
  if (before === undefined || word === undefined || determiners.has(before.base) || /[,(]/.test(word.gap))
    return false;
  if (word.base.length < 3 || word.base.length > 9 || before.capital || topics.test(word.base)) return false;
  if (owned(look, i) || kin.test(before.base)) return true;
  return (
    /^(?:met|naast|tegen|heeft|had|wil|dat|omdat|als|toen|zag|hielp)$/.test(before.base) &&
    (next?.opens !== false ||
      personVerbs.has(next.base) ||
      /^(?:gewoon|weer|steeds|vaak|altijd|niet|nog|al|op|in|naar|uit|gisteren|vandaag|ge\p{L}{2,}(?:t|d|en))$/u.test(
        next.base,
      ))
  );
}
const kin = /^(?:moeder|vader|broertje|zusje|zoontje|dochtertje|vriendje|vriendinnetje|heet|genaamd)$/;
/** What is written with a capital for weight. */
const topics =
  /^(?:rekenen|taal|spelling|lezen|begrijpend|technisch|gym|muziek|handvaardigheid|aardrijkskunde|geschiedenis|natuur|verkeer|schrijven|wereldorientatie|groep|klas|school|team|instructie|plan|doel|vraag|actie|overleg|ronde|agenda|zorg|leerling|kind|ouder|loket|medewerker|onderwijs|jeugd|thuis|basis|extra)/;

/** "Rotterdam", "Rotterdamse", "Dirkslander". */
function isOfPlace(base: string, lists: Woordenlijst): boolean {
  return (
    lists.isPlaats(base) ||
    lists.isPlaats(base.replace(/(?:se|s|er|ers)$/, "")) ||
    lists.isPlaats(base.replace(/er?s?e$/, ""))
  );
}

/** "Sems moeder": the name with an s. */
function genitive(base: string, lists: Woordenlijst): string | undefined {
  const name = base.endsWith("s") ? base.slice(0, -1) : "";
  return name.length >= 3 && lists.isVoornaam(name) ? name : undefined;
}

/** "Van Leeuwen belt terug": capital prefix, capital surname; "van der Velden": a prefix that only people have. */
function isSurnameAlone({ words }: People, i: number, lists: Woordenlijst): boolean {
  const [before, word] = [words[i - 1], words[i]];
  if (before === undefined) return false;
  const prefixed = before.capital ? prefixes.has(before.base) : isOfPeople(words, i);
  return prefixed && lists.isAchternaam(word?.base ?? "");
}

/** "vd", "v.d.", "van der", "van den" */
function isOfPeople(words: readonly Word[], i: number): boolean {
  const [two, one] = [words[i - 2]?.base ?? "", words[i - 1]?.base ?? ""];
  return one === "vd" || (/^vd?$/.test(two) && /^d$/.test(one)) || (two === "van" && /^de[rn]$/.test(one));
}

/** "Anne-Fleur" and "Fatima-Zohra" are names, "CED-groep" and "Cito-toets" are not. */
function isDouble({ base, text }: Word, lists: Woordenlijst): boolean {
  const parts = base.split("-");
  if (lists.isWord(base) || parts.some(isAllowedName)) return false;
  if (parts.every((part) => lists.isVoornaam(part) || lists.isAchternaam(part))) return true;
  if (/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+$/u.test(text) && parts.every(isSyllable(lists))) return true;
  return (
    parts.every((part) => !lists.isWord(part) && !lists.isPlaats(part)) &&
    parts.some((part) => part.length > 3)
  );
}

/** "Chi-Wai", "Mei-Ling": a part may be a word of Dutch too. */
const isSyllable =
  (lists: Woordenlijst) =>
  (part: string): boolean =>
    syllables.has(part) || !lists.isWord(part);

function isNounOfThing({ words }: People, i: number): boolean {
  const before = words[i - 1];
  const word = words[i];
  if (before === undefined || word === undefined || /[,;]/.test(word.gap)) return false;
  const article = /^(?:de|het|van|over|in|met)$/.test(before.base);
  return (
    things.has(before.base) || (article && before.base !== "met" && things.has(words[i - 2]?.base ?? ""))
  );
}

/** What people make has the names of people: "het boek Kees de Jongen". */
const isMade =
  /^(?:boek|boekje|film|serie|liedje|musical|prentenboek|game|spel|vlog|methode|programma|plan|project|thema|lied|stripboek|filmpje)$/;

/** "in De Gooye": an article with a capital behind a preposition is a building. */
const isBuilding = (words: readonly Word[], i: number): boolean =>
  /^(?:De|Het|'t)$/.test(words[i - 1]?.text ?? "") &&
  words[i - 1]?.opens === false &&
  /^(?:in|bij|naar|op|van)$/.test(words[i - 2]?.base ?? "");

/** Something behind the word shows that it is somebody: a verb, a surname, "uit groep 4". */
function acts(look: People, i: number): boolean {
  const { words, lists } = look;
  const [word, next, after] = [words[i], words[i + 1], words[i + 2]];
  if (word === undefined) return false;
  if (
    /^(?:lente|herfst|zomer|winter)$/.test(word.base) &&
    /^(?:is|was|komt|begint|staat)$/.test(next?.base ?? "")
  )
    return false;
  if (word.text.toLowerCase() !== word.base || next?.gap.startsWith("'")) return true;
  if (next === undefined) return i === 0;
  if (next.opens) return /^\s?\(/.test(next.gap) && /^(?:groep|gr|klas|\d)/.test(next.base);
  if (/[,;]/.test(next.gap))
    return /^(?:groep|gr|zoon|dochter|leerling|die|jongen|meisje|uit)$/.test(next.base) || next.hasDigit;
  if (next.capital && !next.hasDigit && !next.shouting && !look.allowed[i + 1]) return true;
  if (prefixes.has(next.base) && isCapitalBehindPrefixes(words, i + 1)) return true;
  if (/^(?:uit|van|in)$/.test(next.base) && /^(?:groep|gr|klas)$/.test(after?.base ?? "")) return true;
  if (/^(?:is|was)$/.test(next.base) && isDefinition(words, i + 2)) return false;
  if (next.base === "en" && /^(?:zijn|waren)$/.test(words[i + 3]?.base ?? "") && isDefinition(words, i + 4))
    return false;
  if (/^(?:en|of)$/.test(next.base))
    return after?.capital === true || lists?.isVoornaam(after?.base ?? "") === true;
  return personVerbs.has(next.base) || (lists?.isFiniteVerb(next.base) === true && next.base.endsWith("t"));
}

function isCapitalBehindPrefixes(words: readonly Word[], from: number): boolean {
  let at = from;
  while (at < from + 3 && prefixes.has(words[at]?.base ?? "")) at++;
  const word = words[at];
  if (word === undefined) return false;
  return word.capital && !word.opens && !word.hasDigit;
}

/** "Roos is een kleur", "Bas is ook een instrument"; not "Roos is een stil meisje". */
function isDefinition(words: readonly Word[], from: number): boolean {
  const behind = words.slice(from, from + 6).map(({ base }) => base);
  const article = behind.slice(0, 3).some((base) => /^(?:een|de|het)$/.test(base));
  return (
    article &&
    !behind.some((base) =>
      /^(?:meisje|jongen|kind|leerling|kleuter|jongste|oudste|enige|knul|type|kletskous|druktemaker|klas|groep|weg|war)$/.test(
        base,
      ),
    )
  );
}

function isSmallName(look: People, i: number, lists: Woordenlijst): boolean {
  const word = look.words[i];
  if (word === undefined || neverNames.has(word.base)) return false;
  const { base } = word;
  if (lists.isVoornaam(base)) {
    if (!lists.isWord(base))
      return base.length >= 3 || owned(look, i) || links.has(look.words[i - 1]?.base ?? "");
    return isAmbiguousSmall(look, i);
  }
  if (base.length < 3) return false;
  if (isOfPeople(look.words, i) && lists.isAchternaam(base))
    return !lists.isListed(base) || (isDoing(look.words[i + 1]) && isFirstOfName(look.words, i));
  const name = genitive(base, lists);
  if (name !== undefined && !lists.isWord(base)) return true;
  if (isUnknownActing(look, i, lists)) return true;
  const cue = owned(look, i) || functions.has(look.words[i - 1]?.base ?? "") || isNaming(look, i);
  return cue && !word.opens && !lists.isWord(base) && !lists.isPlaats(base) && !isTypo(base, lists);
}

/** "aaliyah had een blauwe plek": a word that does not exist, where somebody should stand who does something. */
function isUnknownActing({ words }: People, i: number, lists: Woordenlijst): boolean {
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]];
  if (
    word === undefined ||
    next === undefined ||
    next.opens ||
    word.base.length < 4 ||
    word.text.includes("'") ||
    word.base.split("-").some((part) => part !== word.base && (part.length < 2 || !isSyllable(lists)(part)))
  )
    return false;
  const place =
    word.opens ||
    before === undefined ||
    /^(?:met|dat|omdat|toen|als|want|en|maar|naast|tegen|heeft|wil)$/.test(before.base);
  if (!place || !personVerbs.has(next.base) || !/[aeiouy]/.test(word.base)) return false;
  return !lists.isWord(word.base) && !lists.isPlaats(word.base) && !isTypo(word.base, lists);
}

/** "vd meulen zit weer": the prefix opens the sentence, so it is of nothing. */
const isFirstOfName = (words: readonly Word[], i: number): boolean =>
  words[i - 1]?.opens === true || (words[i - 1]?.base !== "vd" && words[i - 2]?.opens === true);

/** "moeder van jaydenn", "de ouders van …". */
function owned({ words }: People, i: number): boolean {
  const van = words[i - 1];
  return van?.base === "van" && belongings.has(words[i - 2]?.base ?? "") && !/[,;]/.test(words[i]?.gap ?? "");
}

function isNaming({ words }: People, i: number): boolean {
  return /^(?:heet|genaamd|heten|genoemd|noemt|naam)$/.test(words[i - 1]?.base ?? "");
}

/** "met roos gaat het beter", "mees heeft weer geslagen"; not "de roos", "een storm". */
function isAmbiguousSmall(look: People, i: number): boolean {
  const { words } = look;
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]];
  if (word === undefined || word.base.length < 3) return false;
  if (owned(look, i) || isWithSurname(look, i)) return true;
  const verb = isDoing(next);
  if (word.opens || before === undefined || /^\s?,/.test(word.gap))
    return verb && (!isBeing(next) || hasMood(words[i + 2]));
  if (/^(?:kleine|onze|die|lieve)$/.test(before.base)) return verb && !isBeing(next);
  const worried = before.base === "om" && /^(?:zorgen|bezorgd|ongerust)$/.test(words[i - 2]?.base ?? "");
  if (determiners.has(before.base) && !worried) return false;
  if (/^(?:juf|meester|oom|tante|leerkracht|broertje|zusje)$/.test(before.base))
    return !personVerbs.has(word.base);
  const said = /^(?:zegt|zei|vroeg|riep)$/.test(before.base) && (next === undefined || next.opens);
  if (said) return true;
  if (worried || /^(?:met|naast|tegen|voor|over|bij|van)$/.test(before.base))
    return verb || isEndOfObject(before, next);
  return verb && /^(?:dat|omdat|als|toen|want|en|maar|hoe|of|waarom)$/.test(before.base);
}

const isDoing = (word: Word | undefined): boolean =>
  word !== undefined && !/[,;]/.test(word.gap) && (personVerbs.has(word.base) || ownVerbs.test(word.base));
const isBeing = (word: Word | undefined): boolean => /^(?:is|was)$/.test(word?.base ?? "");
/** What only somebody can be: "roos is verdrietig". */
const hasMood = (word: Word | undefined): boolean =>
  /^(?:verdrietig|boos|ziek|druk|bang|moe|stil|blij|jaloers|gepest|gevallen|afwezig|weer|steeds|vaak|altijd|gister|gisteren|vandaag|vanochtend|heel|erg|zo|niet)$/.test(
    word?.base ?? "",
  );
/** "met mees gepraat", "naast roos en jip"; not "van storm". */
const isEndOfObject = (before: Word, next: Word | undefined): boolean =>
  before.base !== "van" &&
  (next === undefined ||
    next.opens ||
    /^(?:en|die|uit|om|omdat|naar|op|bij|in|ge\p{L}{2,}(?:t|d|en))$/u.test(next.base));

/** "bram jansen", "roos van dijk" */
function isWithSurname({ words, lists }: People, i: number): boolean {
  let at = i + 1;
  while (at < i + 4 && prefixes.has(words[at]?.base ?? "")) at++;
  const last = words[at];
  if (last === undefined || last.opens || last.gap !== " " || lists === undefined) return false;
  return lists.isAchternaam(last.base) && (at > i + 1 || !lists.isListed(last.base));
}

/** "tegen storm zeg ik het vaak" */
const ownVerbs = /^(?:zeg|heb|zie|vind|denk|ga|praat|werk|maak|merk|hoor|weet|ben)$/;

function isListedBeside({ words, lists, allowed }: People, named: Uint8Array, i: number): boolean {
  const word = words[i];
  if (word === undefined || lists === undefined || allowed[i] || word.hasDigit) return false;
  if (word.base.length < (word.capital && !word.opens ? 2 : 3)) return false;
  const unlisted = word.capital && !word.opens && !word.shouting && !topics.test(word.base);
  if (!lists.isVoornaam(word.base) && (!unlisted || isOfPlace(word.base, lists) || isCountry(word.base)))
    return false;
  if (determiners.has(word.base) || personVerbs.has(word.base) || prefixes.has(word.base)) return false;
  if (neverNames.has(word.base) && !word.capital) return false;
  const and = (other: number, between: number): boolean =>
    Boolean(named[other]) && /^(?:en|of)$/.test(words[between]?.base ?? "");
  const beforeComma = /^\s?[,&+/]\s?$/.test(word.gap) && Boolean(named[i - 1]);
  const behindComma = /^\s?[,&+/]\s?$/.test(words[i + 1]?.gap ?? "") && Boolean(named[i + 1]);
  return and(i - 2, i - 1) || and(i + 2, i + 1) || beforeComma || behindComma;
}

/** One letter wrong in a longer ordinary word, as a tired person types at the start of a line. */
function isTypo(word: string, lists: Woordenlijst): boolean {
  if (
    word.length < 6 ||
    word.length > 25 ||
    lists.isVoornaam(word) ||
    lists.isAchternaam(word) ||
    lists.isProper(word)
  )
    return false;
  for (let i = 0; i < word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    if (lists.isWord(head + tail.slice(1))) return true;
    if (tail.length > 1 && lists.isWord(head + tail[1] + tail[0] + tail.slice(2))) return true;
    for (const letter of "enatriodslg") {
      if (lists.isListed(head + letter + tail) || lists.isListed(head + letter + tail.slice(1))) return true;
    }
  }
  return false;
}

/** Names beside each other with prefixes and surname: one span for each person. */
function joined(look: People, named: Uint8Array): Span[] {
  const { words } = look;
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!named[i]) continue;
    const start = withPrefixesBefore(words, i);
    let last = i;
    for (let next = surname(look, named, last); next !== undefined; next = surname(look, named, last))
      last = next;
    spans.push({ start: words[start]?.start ?? 0, end: words[last]?.end ?? 0 });
    i = last;
  }
  return spans;
}

/** "Van Leeuwen": a capital prefix belongs to the name. */
function withPrefixesBefore(words: readonly Word[], i: number): number {
  let at = i;
  while (at > 0 && prefixes.has(words[at - 1]?.base ?? "") && words[at - 1]?.capital && !words[at]?.opens)
    at--;
  return at;
}

/** Index of the last word of what still belongs to a name that ends at i. */
function surname(look: People, named: Uint8Array, i: number): number | undefined {
  const { words, lists, allowed } = look;
  let at = i + 1;
  while (at < words.length && at <= i + 3 && isJoining(words, at) && prefixes.has(words[at]?.base ?? ""))
    at++;
  const [word, prefixed] = [words[at], at > i + 1];
  if (word === undefined || !isJoining(words, at) || word.hasDigit || allowed[at]) return undefined;
  if (word.capital) return word.text.length === 1 || named[at] || prefixed || !word.shouting ? at : undefined;
  if (lists === undefined) return undefined;
  if (prefixed) return lists.isAchternaam(word.base) || !lists.isWord(word.base) ? at : undefined;
  if (personVerbs.has(word.base)) return undefined;
  if (lists.isAchternaam(word.base)) return lists.isListed(word.base) ? undefined : at;
  return lists.isProper(word.base) && !lists.isWord(word.base) && !lists.isPlaats(word.base) ? at : undefined;
}

const isJoining = (words: readonly Word[], at: number): boolean =>
  /^(?:[\s'-]|\.\s?|v\.)*$/.test(words[at]?.gap ?? "x") && !(words[at]?.opens ?? true);
