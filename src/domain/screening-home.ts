/** Where somebody lives, when it is told by words: "woont in Ouddorp", "aan de Zuiddijk". */
import type { Word } from "./screening-sentence.ts";
import type { Span } from "./screening-view.ts";
import type { Woordenlijst } from "./woordenlijst.ts";

const living =
  /^(?:woon(?:t|de|den|adres|plaats|achtig|end)?|wonen|wonend|gewoond|verhuis(?:t|de|d|den|en)?|verhuizen|verhuizing|verblij(?:ft|ven|f)|verbleef|logeer(?:t|de)?|logeren|adres|adressen|huisadres|postadres|thuisadres|ingeschreven|adresgegevens|opgehaald|ophalen|haalt|boven|fietst|reist|achter|naast|tegenover|gehuisvest|ondergebracht|ingetrokken|appartement|woning|huurwoning|rijtjeshuis|tussenwoning|huurhuis|flatje)$/;
const coming = /^(?:komt|kwam|komen|kwamen|afkomstig|uit|gaat|gaan|vertrekt|vertrokken|terug)$/;
const places = new Set("in te naar uit vanuit op aan van bij tussen".split(" "));
const articles = new Set("de het 't den der een".split(" "));
/** Endings that only streets have, and endings that other words have as well. */
const sure =
  /^(?!.*(?:achter|werk)straat).{3,}(?:straat|straatje|laan|singel|gracht|kade|dreef|plantsoen|steeg|dijk)$/;
const weak =
  /^.{3,}(?:weg|plein|hof|pad|park|markt|wal|haven|veld|burg|baan|akker|hoek|ring|zijde|oord|erf|kamp|donk|wijk|polder)$/;
const stays = new Set(
  "azc caravan camping vakantiepark recreatiepark bungalowpark chaletpark flat complex wijk buurt boerderij woonboot".split(
    " ",
  ),
);
const noStreet = /^(?:wasstraat|vluchtstraat|snelweg|onderweg|uitweg|loopbaan|achterwijk|drijfveld)$/;

export function homes(words: readonly Word[], allowed: Uint8Array, lists: Woordenlijst | undefined): Span[] {
  const spans: Span[] = [];
  words.forEach((word, i) => {
    const home = homeAt(words, i, lists);
    if (home !== undefined && !(allowed[i] && !lists?.isPlaats(word.base))) spans.push(home);
  });
  return spans;
}

function homeAt(words: readonly Word[], i: number, lists: Woordenlijst | undefined): Span | undefined {
  const word = words[i];
  if (word === undefined || word.hasDigit || noStreet.test(word.base)) return undefined;
  const before = lead(words, i);
  const lives = near(words, i, living);
  const span = { start: startOf(words, i), end: word.end };
  if (stays.has(words[i - 1]?.base ?? "") && word.capital && (lives || words[i - 1]?.base === "camping"))
    return span;
  if (stays.has(words[i - 2]?.base ?? "") && articles.has(words[i - 1]?.base ?? "") && word.capital && lives)
    return span;
  if (word.capital && word.gap !== "" && placeLength(words, i, lists) > 3) return placeSpan(words, i, lists);
  if (isBehindNumber(words, i) && word.capital && isPlace(words, i, lists)) return placeSpan(words, i, lists);
  if (isDwelling(words, i) && isHouseNumber(words[i + 1]) && places.has(before ?? ""))
    return { ...span, end: words[i + 1]?.end ?? word.end };
  if (isOnWater(words, i) || isNumbered(words, i) || isCorner(words, i)) return span;
  if (before === undefined) return undefined;
  if (sure.test(word.base) && (word.capital ? !word.opens || lives : lives)) return span;
  if (!lives && !(before === "uit" && near(words, i, coming))) return undefined;
  if (weak.test(word.base) && word.capital && lives) return span;
  return isPlace(words, i, lists) && before !== "op" && before !== "bij"
    ? placeSpan(words, i, lists)
    : undefined;
}

const dwells =
  /^(?:woon(?:t|de|den)?|wonen|gewoond|woning|huurwoning|appartement|flat|flatje|huis|adres|verhuisd)$/;
/** "woont aan het Spui": nobody lives along anything but a road, a quay or a square. */
function isOnWater(words: readonly Word[], i: number): boolean {
  const [along, article, word] = [words[i - 2], words[i - 1], words[i]];
  if (word === undefined || along?.base !== "aan") return false;
  return articles.has(article?.base ?? "") && isDwelling(words, i);
}

/** A word with a capital in the middle, not long behind a word for living there. */
const isDwelling = (words: readonly Word[], i: number): boolean =>
  words[i]?.capital === true &&
  !words[i].opens &&
  words.slice(Math.max(0, i - 8), i - 1).some(({ base }) => dwells.test(base));

/** "wonen op de Nieuwe Tol 5": but "in Groep 5", "bij Kwadraat 2 keer". */
const isHouseNumber = (word: Word | undefined): boolean =>
  word !== undefined && word.gap === " " && /^\d{1,3}[a-z]?$/.test(word.base);

/** "nr 31 in de Ring" */
function isNumbered(words: readonly Word[], i: number): boolean {
  const [label, number, preposition, article] = words.slice(Math.max(0, i - 4), i);
  if (!words[i]?.capital || words[i]?.opens || !number?.hasDigit) return false;
  return (
    /^(?:nr|nummer|huisnummer)$/.test(label?.base ?? "") &&
    /^(?:in|aan|op)$/.test(preposition?.base ?? "") &&
    articles.has(article?.base ?? "")
  );
}

/** "op de hoek van de Tulpstraat en de Kerkweg" */
function isCorner(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word?.capital || word.opens) return false;
  const row = words.slice(Math.max(0, i - 8), i);
  const corner = row.findLastIndex(({ base }) => base === "hoek");
  const between = row.slice(corner + 1);
  return (
    corner >= 0 &&
    between.every(({ base, capital }) => capital || articles.has(base) || /^(?:van|en|met)$/.test(base)) &&
    (between.some(({ base }) => base === "en") || sure.test(word.base) || weak.test(word.base))
  );
}

/** "Zeedijk 4, Goedereede" and "3252 LH Goedereede". */
function isBehindNumber(words: readonly Word[], i: number): boolean {
  const [two, one] = [words[i - 2], words[i - 1]];
  if (one === undefined || two === undefined) return false;
  const street = one.hasDigit && (sure.test(two.base) || weak.test(two.base));
  return street || (/^\d{4}$/.test(two.text) && one.text.length === 2) || /^\d{4}[a-z]{2}$/.test(one.base);
}

/** The preposition before a word, over an article: "aan de Zuiddijk". */
function lead(words: readonly Word[], i: number): string | undefined {
  let at = i - 1;
  while (at > i - 4 && (articles.has(words[at]?.base ?? "") || isNamePrefix(words[at]))) at--;
  const base = words[at]?.base ?? "";
  return places.has(base) || living.test(base) ? base : undefined;
}

const prefixes =
  /^(?:burg|burgemeester|prof|dr|st|sint|prins|prinses|koningin|koning|oude|nieuwe|ds|pastoor|lange|korte|kleine|grote|jan|van|oost|west|noord|zuid)$/;
const isNamePrefix = (word: Word | undefined): boolean =>
  word?.capital === true && !word.opens && (prefixes.test(word.base) || word.capital);

function startOf(words: readonly Word[], i: number): number {
  let at = i;
  while (isNamePrefix(words[at - 1]) && prefixes.test(words[at - 1]?.base ?? "")) at--;
  return words[at]?.start ?? 0;
}

function near(words: readonly Word[], i: number, pattern: RegExp): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 10; at--) {
    if (pattern.test(words[at]?.base ?? "")) return true;
    if (words[at]?.opens) return false;
  }
  return words
    .slice(i + 1, i + 4)
    .some(({ base }) => /^(?:woont|wonen|woonde|woonachtig|verhuisd|verhuist)$/.test(base));
}

function isPlace(words: readonly Word[], i: number, lists: Woordenlijst | undefined): boolean {
  const word = words[i];
  if (word === undefined || lists === undefined) return false;
  const part = word.base.split("-")[0] ?? "";
  if (word.capital && part !== word.base && lists.isPlaats(part)) return true;
  if (lists.isPlaats(word.base) || (word.capital && placeLength(words, i, lists) > 1)) {
    return word.capital || !lists.isListed(word.base);
  }
  return false;
}

function placeSpan(words: readonly Word[], i: number, lists: Woordenlijst | undefined): Span {
  const word = words[i];
  return { start: word?.start ?? 0, end: words[i + placeLength(words, i, lists) - 1]?.end ?? word?.end ?? 0 };
}

/** Words of the longest place that begins here: "Den Bommel", "Stad aan 't Haringvliet"; none is 0. */
function placeLength(words: readonly Word[], i: number, lists: Woordenlijst | undefined): number {
  const row = words.slice(i, i + 5);
  const whole = (length: number): string =>
    row
      .slice(0, length)
      .map(({ base, gap }, at) => (at === 0 ? base : gap + base))
      .join("");
  return [5, 4, 3, 2, 1].find((n) => n <= row.length && lists?.isPlaats(whole(n)) === true) ?? 0;
}
