/** Names of schools: behind the kind of school, or where somebody goes to school or comes from. */
import type { Word } from "./screening-sentence.ts";
import type { Span } from "./screening-view.ts";
import type { Woordenlijst } from "./woordenlijst.ts";

const kinds = new Set(
  "obs cbs ibs rkbs pcbs pcb rkb kbs bs ods ikc kc sbo so vso sbao csg rsg osg sg pcsg pc isk psz kdv bso vve-locatie basisschool school college lyceum gymnasium scholengemeenschap praktijkschool peuterspeelzaal peuteropvang kinderopvang gastouder rvc pta scholeneiland peuterschool peutergroep kinderdagverblijf kinderopvang speelzaal kindcentrum daltonschool montessorischool jenaplanschool vrijeschool dalton montessori agora schoolgemeenschap taalschool schakelschool mytylschool tyltylschool".split(
    " ",
  ),
);
/** Behind these an ordinary word in lower case is a name as well: nobody says "obs de leerling". */
const short = new Set("obs cbs ibs rkbs pcbs pcb kbs ikc csg rsg osg pcsg psz kdv".split(" "));
const articles = new Set("de het 't t den ter ten la le el".split(" "));
const inside = new Set("de het 't t den ter ten van der la le el in en aan op".split(" "));
const roads = new Set(
  "op naar nr van vd bij vanaf vanuit uit willen wil kiezen gekozen kiest wordt".split(" "),
);
const schooling =
  /^(?:zit|zat|zitten|gezeten|gaat|ging|gaan|gegaan|komt|kwam|komen|gekomen|overstap|overgestapt|overstappen|overplaatsing|overgeplaatst|wisselt|wisselde|gewisseld|schoolwissel|afkomstig|aangemeld|aanmelding|aanmelden|ingeschreven|inschrijving|plaatsing|geplaatst|plekje|start|startte|gestart|begonnen|toegelaten|weggestuurd|verwijderd|geschorst|verhuisd|terug|terugplaatsing|zusje|broertje|zus|broer|vorige|hiervoor|brugklas|kennismaken|rondleiding)$/;
const known = new Set(
  "meander regenboog ark bron vlinder kompas hoeksteen fontein wegwijzer klimop zandbak zandbaak molenwiek vuurtoren vuurvlinder wilgen schakel schatkaart springplank bongerd boomgaard kring palet parel zonnebloem klaproos kameleon rank touwladder toermalijn windroos windwijzer wingerd ster morgenster poolster zevenster driehoek driemaster zeester schelp schelphoek dolfijn zeehond zwaluw spreeuw ooievaar kievit reiger leeuwerik nachtegaal zilvermeeuw albatros duif bijenkorf mozaiek kristal horizon brug loper spil wissel startbaan kiem wereld wereldboom levensboom eik linde berk kastanje beuk esdoorn olijfboom notenboom wijngaard akker mosterdzaadje goudvis inktvis walvis zonnewijzer zonnestraal toekomst ontdekking ontdekkingsreis trekvogel sprong opmaat dijk haven watertoren molen korenaar korenbloem schoof tweemaster boei baken vliegende start meerpaal meerwaarde veste vesting burcht kasteel toren poort hof gaard plantage oase duinroos westhoek noordhoek oosthoek zuidhoek zuidwester spinaker scheepskajuit".split(
    " ",
  ),
);
/** "de vorige school was De Bron" */
const calls = /^(?:is|was|heet|heette|nu)$/;
const bySuffix = /^(?:.{4,}school|.{3,}college|.{3,}lyceum|.{3,}gymnasium)$/;
const ordinary =
  /^(?:(?:basis|speciale?|middelbare|bijzondere|openbare|voor|na|hoge|zomer|weekend|taal|school|praktijk|muziek|zwem|dans|koran|zondags|peuter|kleuter|vrije|dalton|montessori|jenaplan|vak|hoge|onder|boven|schakel|brede|plus|peuterspeel|rijks|auto|rij|kunst|kook|film|stem|vakantie|mytyl|tyltyl|mbo|vmbo|gemeenschaps|opleidings|stage|thuis|buur|dorps|wijk|buurt)school|(?:jeugd|burgemeesters|raads)college)$/;

/** The words of the name from i on: capitals with small words in between. Index behind the last one. */
function nameEnd(words: readonly Word[], i: number): number {
  let end = i;
  for (let at = i; at < words.length && at < i + 6; at++) {
    const word = words[at];
    if (word === undefined || (at > i && (word.opens || /[,;]/.test(word.gap)))) break;
    if (word.capital && !word.hasDigit) end = at + 1;
    else if (!inside.has(word.base)) break;
  }
  return end;
}

const blocked = (words: readonly Word[], i: number, allowed: Uint8Array): boolean =>
  words[i] === undefined || Boolean(allowed[i]) || words[i]?.hasDigit === true;

function behindKind(words: readonly Word[], i: number, { allowed, lists }: Look): Span | undefined {
  const kind = words[i];
  if (kind === undefined || !kinds.has(kind.base)) return undefined;
  const bridge = words[i + 1];
  const article =
    bridge !== undefined && !bridge.opens && (articles.has(bridge.base) || calls.test(bridge.base));
  const first = article ? i + 2 : i + 1;
  const name = words[first];
  const vague = /^(?:school|college|so|pro|pc|vso|sbo|bso)$/.test(kind.base);
  if (name === undefined || name.opens || name.hasDigit || /[,(]/.test(name.gap) || (vague && allowed[first]))
    return undefined;
  const end = nameEnd(words, first);
  if (lists?.isPlaats(name.base) && !short.has(kind.base)) return undefined;
  const last = words[end - 1];
  if (end > first && last !== undefined && name.capital && !kinds.has(name.base))
    return { start: kind.start, end: last.end };
  const lower =
    article &&
    !calls.test(bridge.base) &&
    (short.has(kind.base) || (kind.base.endsWith("school") && known.has(name.base)));
  return lower ? { start: kind.start, end: name.end } : undefined;
}

function onTheWay(words: readonly Word[], i: number, { allowed, lists }: Look): Span | undefined {
  const road = words[i];
  if (road === undefined || road.capital || !roads.has(road.base)) return undefined;
  const article = /^(?:de|het|'t|t)$/.test(words[i + 1]?.base ?? "");
  const first = article ? i + 2 : i + 1;
  const name = words[first];
  if (
    name === undefined ||
    name.opens ||
    (blocked(words, first, allowed) && !(article && known.has(name.base)))
  )
    return undefined;
  if (article && /^\p{Lu}{2}|\p{Lu}$/u.test(name.text)) return isAbbreviated(words, i, lists);
  if (/(?:straat|laan|dijk|weg|kade|singel|plein)$/.test(name.base)) return undefined;
  const goes = near(words, i) && !/^(?:wil|willen|kiezen|gekozen|kiest|wordt)$/.test(road.base);
  const isName =
    name.capital &&
    ((article && goes && lists?.isVoornaam(name.base) !== true) ||
      known.has(name.base) ||
      (goes && isBare(words, first, { allowed, lists })));
  if (isName)
    return {
      start: words[i + 1]?.start ?? 0,
      end: words[Math.max(nameEnd(words, first), first + 1) - 1]?.end ?? 0,
    };
  return article && goes && known.has(name.base) ? { start: name.start, end: name.end } : undefined;
}

/** "gaat naar het RGO" */
function isAbbreviated(words: readonly Word[], i: number, lists: Woordenlijst | undefined): Span | undefined {
  const name = words[i + 2];
  if (name === undefined || !/^\p{Lu}{3,4}$/u.test(name.text) || lists?.isWord(name.base) !== false)
    return undefined;
  const goes =
    /^(?:zit|zat|gaat|ging|komt|doet)$/.test(words[i - 1]?.base ?? "") ||
    words.slice(i + 3, i + 8).some(({ base }) => /^(?:brugklas|klas|vmbo|havo|mavo|vwo)$/.test(base));
  return goes && /^(?:op|naar|van)$/.test(words[i]?.base ?? "")
    ? { start: name.start, end: name.end }
    : undefined;
}

/** "we moeten De Westhoek bellen": an article with a capital, and a name that schools have. */
function withCapitalArticle(
  words: readonly Word[],
  i: number,
  lists: Woordenlijst | undefined,
): Span | undefined {
  const [article, name] = [words[i], words[i + 1]];
  if (article === undefined || name === undefined || article.opens || !/^(?:De|Het)$/.test(article.text))
    return undefined;
  if (!name.capital || name.opens || name.hasDigit || /^\p{Lu}{2}/u.test(name.text)) return undefined;
  const isSchool = known.has(name.base) || (near(words, i) && !lists?.isAchternaam(name.base));
  return isSchool
    ? { start: article.start, end: words[Math.max(nameEnd(words, i + 1), i + 2) - 1]?.end ?? name.end }
    : undefined;
}

/** "zit op RGO", "naar Helinium": no article, and no person or place. */
function isBare(words: readonly Word[], i: number, { lists }: Look): boolean {
  const word = words[i];
  const before = words[i - 1]?.base;
  if (word === undefined || !/^(?:op|naar|van)$/.test(before ?? "")) return false;
  if (lists?.isVoornaam(word.base) || lists?.isPlaats(word.base) || lists?.isWord(word.base)) return false;
  return word.shouting
    ? before === "op" && word.text.length <= 5
    : before === "op" || (before === "naar" && !lists?.isAchternaam(word.base));
}

interface Look {
  readonly allowed: Uint8Array;
  readonly lists: Woordenlijst | undefined;
}

function near(words: readonly Word[], i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 7; at--) {
    if (schooling.test(words[at]?.base ?? "")) return true;
    if (words[at]?.opens) break;
  }
  for (let at = i + 1; at < words.length && at <= i + 6 && !words[at]?.opens; at++) {
    if (
      /^(?:gekomen|verwezen|gezeten|gegaan|overgestapt|overgeplaatst|komt|zit|zat|gaat|school|aangemeld|geplaatst|ingeschreven|begonnen|gestart|weggestuurd)$/.test(
        words[at]?.base ?? "",
      )
    )
      return true;
  }
  return false;
}

/** "Beroepscollege", "Julianaschool", "Helinium Lyceum". */
function bySelf(words: readonly Word[], i: number, allowed: Uint8Array): Span | undefined {
  const word = words[i];
  if (word === undefined || !word.capital || blocked(words, i, allowed) || ordinary.test(word.base))
    return undefined;
  const before = words[i - 1];
  const named = before?.capital === true && !word.opens && !allowed[i - 1] && !kinds.has(before.base);
  if (/^(?:college|lyceum|gymnasium|school)$/.test(word.base)) {
    return named && !before.opens ? { start: before.start, end: word.end } : undefined;
  }
  return bySuffix.test(word.base) && !word.opens ? { start: word.start, end: word.end } : undefined;
}

export function schools(
  words: readonly Word[],
  allowed: Uint8Array,
  lists: Woordenlijst | undefined,
): Span[] {
  const spans: Span[] = [];
  words.forEach((_, i) => {
    const span =
      behindKind(words, i, { allowed, lists }) ??
      onTheWay(words, i, { allowed, lists }) ??
      (allowed[i + 1] ? undefined : withCapitalArticle(words, i, lists)) ??
      bySelf(words, i, allowed);
    if (span !== undefined) spans.push(span);
  });
  return spans;
}
