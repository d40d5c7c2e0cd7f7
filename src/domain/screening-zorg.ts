/**
 * What says something about health, the family at home, or a special group: words by their stem, and facts about somebody
 * of the family. Schools write these in many ways, so the stems are wide; what only sounds like one is taken out again.
 */
import type { Span, View } from "./screening-view.ts";
import { withinOneEdit } from "./spelling.ts";
import { woordenlijst } from "./woordenlijst.ts";

/** `w` stands for more letters of the same word. */
const stems = (words: string) =>
  words
    .trim()
    .split(/\s*[|\n]\s*/)
    .filter((word) => word !== "")
    .map((word) => word.replaceAll("*", "[\\p{L}-]*").replaceAll(" ", "[\\s-]+"))
    .join("|");
const whole = (words: string) => new RegExp(`(?<![\\p{L}\\d])(?:${stems(words)})(?![\\p{L}\\d])`, "gu");

const diagnosis = whole(`
  a\\.?d\\.?h\\.?d\\.?* | add | add'er | ass | a\\.s\\.s\\. | pdd*nos | pddnos | pdd | mcdd | odd | cd-gedrag* | tos | t\\.o\\.s\\. | dcd | lvb | lvg | zmlk | ptss | ocd | gts | gilles de la tourette | tourette*
  autis* | asperger* | dysle* | disle* | dyscal* | discalculie* | dysfati* | dysgrafi* | dyspraxi* | epilep* | absences | diabet* | suikerziekte | astma* | cystic* | taaislijm* | reuma* | migraine*
  depress* | depri | burn-?out | burnout* | angststoorn* | angsten | faalangst* | paniekaanval* | paniekstoorn* | dwangstoorn* | dwanggedacht* | dwanghandeling* | eetstoorn* | anorex* | boulimi* | arfid
  hechtingsstoorn* | hechtingsproblem* | onveilig gehecht* | gedragsstoorn* | taalontwikkelingsstoorn* | ontwikkelingsstoorn* | spraakstoorn* | leerstoorn* | persoonlijkheidsstoorn* | borderline* | stoornis* | concentratiestoorn* | slaapstoorn* | ticstoorn* | tics
  psycho(?:se|ses|tisch|tische) | [\\p{L}-]*psychiat* | stemmen hoort | hoort stemmen | schizo* | bipolai* | manisch* | trauma* | getraumatiseerd* | posttrauma* | suicid* | zelfmoord* | zelfdoding* | automutil* | zelfbeschadig* | snijdt zichzelf | zelfverwond*
  syndroom* | down-?syndroom | downsyndroom | fragiele x | klinefelter* | turner | foetaal alcohol* | fas | fasd | hersenletsel* | nah | hersenschudding* | hersenvliesontst* | spasti* | spierziekte* | handicap* | verstandelijk* beperk* | licht verstandelijk* | beperking | meervoudig* beperk*
  slechthorend* | slechthorendheid | doof | dove | gehoorverlies* | gehoorappara* | hoorappara* | buisjes | slechtziend* | blind | kleurenblind* | stotter* | mutis* | mutist* | selectief muti*
  leukemi* | kanker* | tumor* | chemo* | hartafwijk* | hartkwaal | nierziekte* | coeliakie* | glutenallergi* | notenallergi* | allergi* | pinda-?allerg* | eczeem* | obesit* | overgewicht | ondergewicht | ondervoed* | bedplas* | incontinent* | obstipatie* | enures* | encopres*
  adhd-?* | ritalin* | concerta* | medikinet* | equasym* | strattera* | dexamfetamine* | dexamfetamin* | methylfenidaat* | methylphenidaat* | melatonine* | risperid* | risperdal* | abilify* | aripiprazol* | antidepress* | fluoxetine* | sertraline* | prozac* | diazepam* | oxazepam* | depakine* | insuline* | epipen* | ventolin* | salbutamol* | inhaler* | puffer* | puffertje* | pufje | antibiot* | medicijn* | medicatie | medicaties | medicat(?!ieproto)[\\p{L}]* | pillen | pilletje* | kalmeringsmid*
  ggz | ggz-?traject | ggz-?behandel* | kinder- en jeugdpsychiat* | kjp | crisisopname | opgenomen in | opname in | emdr* | speltherap* | psychotherap* | cognitieve gedragstherap* | cgt | gedragstherap* | psychomotorisch* therap* | pmt | revalidat* | behandeling voor | in behandeling
  diagnos* | gediagnosticeerd* | gediagnostiseerd* | iq | i\\.q\\. | tiq | viq | piq | intelligentieonderz* | hoogbegaafd | zwakbegaafd* | moeilijk lerend
  somber* | suïcid* | ziekte van [\\p{L}]+ | chronisch* ziek* | terminaal | ernstig ziek | hiv | hepatit* | zwanger* | abortus*
`);
/** A screening, a protocol or a day about it says nothing about a child. */
const generalCare =
  /^(?:protocol|protocollen|beleid|coach|specialist|training|kaart|week|campagne|screening|netwerk|cursus|studiedag|informatie|folder|werkgroep|voorlichting|proof|vriendelijk)/u;

const relation =
  "(?:vader|moeder|ouders?|stiefvader|stiefmoeder|stiefouder|pleegouders?|pleegmoeder|pleegvader|broers?|broertjes?|zus|zussen|zusjes?|opa|oma|oom|tante|papa|mama|gezin|beide ouders|ma|pa|halfbroer|halfzus|stiefbroer|stiefzus|partner|ex|vriend van moeder|vriendin van vader|thuis|ouder)";
const fact = stems(`
  gescheiden | scheiden* | scheiding* | vechtscheid* | uit elkaar | vast | vastgezet | gevangen* | gedetineerd* | in detentie | opgepakt | gearresteerd | verslaafd* | drinkt | drinken | aan de drank | alcohol* | drugs* | gebruikt | blowt | gokt | schulden | in de schuld* | werkloos* | ontslagen | bijstand* | uitkering* | geen werk | zonder werk | baan kwijt | werk kwijt | ziek | overleden | overlijd* | dood | doodgegaan | gestorven | verongelukt |
  depress* | overspannen | burn-?out | psychisch* | psychotisch | borderline | opgenomen | ziekenhuis | mishandel* | slaat | sloeg | geslagen | ruzie* | ruzi[eë]n | geweld* | schreeuw* | agressie* | bedreig* | zwanger | opnieuw getrouwd | hertrouwd | nieuwe vriend | nieuwe vriendin | nieuwe partner | nieuwe relatie | uit huis | weggelopen | uit beeld | geen contact | omgangsregeling | geen gezag | ontheven | analfabeet | analfabet* | laaggeletterd | spreekt geen nederlands | spreken geen nederlands | gevlucht | verkracht* | misbruik* | dakloos | uitgezet | huisuitzetting | failliet | kanker | handicap* | autis* | adhd | lvb | licht verstandelijk
`);
const familyFact = new RegExp(
  `(?<![\\p{L}])${relation}(?![\\p{L}])[^.!?;\\n]{0,38}?(?<![\\p{L}])(?:${fact})(?![\\p{L}])`,
  "gu",
);
const family = whole(`
  scheiding | echtscheiding* | vechtscheiding* | ouders uit elkaar | gescheiden ouders | gescheiden gezin* | omgangsregeling* | bezoekregeling* | co-ouderschap* | uithuisplaats* | uithuisgeplaatst* | uit huis geplaatst* | uit huis plaats* | crisisplaats* | crisispleeggezin* | pleeggezin* | pleegzorg* | pleegkind* | pleegouder* | pleegmoeder | pleegvader | gezinshuis* | kindertehuis | internaat | adoptie* | geadopteerd* | weeskind*
  ondertoezichtstelling* | ots | o\\.t\\.s\\. | onder toezicht gesteld* | gezinsvoogd* | voogdij* | raad voor de kinderbescherming | raadsonderzoek* | jeugdbescherm* | huiselijk geweld | kindermishandel* | mishandel* | seksueel misbruik* | misbruikt* | verwaarloz* | verwaarloosd* | melding veilig thuis | gedetineerd* | detentie* | gevangenis* | in de bak | veroordeeld*
  schulden | schuldsaner* | schuldhulp* | bewindvoer* | voedselbank* | kledingbank* | bijstandsuitker* | in armoede | armoede thuis | dakloos* | daklozenopvang* | noodopvang | blijf-van-mijn-lijf* | blijf van mijn lijf* | opvanghuis | vrouwenopvang* | huurachterstand* | ontruiming* | uitzetting* | asielzoeker* | azc | statushouder* | verblijfsvergunning* | vluchteling* | gevlucht* | illegaal
  alleenstaand* moeder | alleenstaand* vader | alleenstaand* ouder | eenoudergezin* | samengesteld gezin | nieuwe partner van | stiefvader | stiefmoeder | stiefbroer* | stiefzus* | halfbroer* | halfzus* | draagmoeder* | drank | alcoholist* | alcoholmisbruik* | alcoholprobl* | verslaafd* | verslaving* | kopp-?kind* | mantelzorg* | jonge mantelzorger
  opa is overleden | oma is overleden | overlijden van | rouw* | miskraam | thuissituatie is onveilig | onveilige thuissituatie | loverboy* | eerwraak | eergerelateerd* | uithuwelijk*
  broertje zit | zusje zit | broer zit | zus zit | broertje heeft | zusje heeft | broer heeft | zus heeft | oudste van | jongste van | enig kind | tweeling* | tweelingbroer* | tweelingzus*
`);

const other = whole(`
  marokka* | turks* | turk | syri[eë]* | syrisch* | afghaan* | afghan* | irak* | irakees | iraans* | somali* | eritre* | ethiop* | pools* | poolse | bulgaars* | roemeen* | hongaars* | oekra[ïi]* | surinaam* | antilliaan* | kaapverd* | molukse* | moluks | indonesisch* | chinees* | chinese | vietnam* | ghanees* | nigeria* | russisch* | roma | sinti | joegoslav* | albanees* | koerd* | armeen* | pakistaan* | hindoe* | hindoestaan* | allochto* | autochtoon*
  moslim* | islam* | moskee* | hoofddoek* | joods* | joodse | christen* | christelijk gezin | jehova* | gereformeerd* | katholiek* | evangelisch* | pinkstergemeent* | religie* | geloofsovertuig* | atheïst* | bekeerd
  homo | homoseksu* | lesbisch* | lesbo | biseksu* | bi | transgender* | trans | non-?binair* | genderdysfor* | gendertwijfel* | uit de kast | lhbti* | queer | asekseu*
  strafblad | proces-?verbaal | aangifte | taakstraf* | halt-?straf* | halt-?traject* | diefstal* | gestolen | winkeldief* | vapen | blowen | lachgas | wapen | mes bij zich | stemt | lid van (?:de )?(?:pvv|vvd|d66|pvda|sp|cda|fvd)
`);
const codes: readonly RegExp[] = [
  /(?<![\p{L}\d])(?:[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{3}-\d)(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[A-Z]{2}[A-Z0-9]{6}\d(?![\p{L}\d])/gu,
  /(?<![\p{L}\d@])@(?!zorgronde)[a-z0-9_.]{3,30}/giu,
  /\bhttps?:\/\/[^\s]{4,200}|\bwww\.[^\s]{4,200}/giu,
  /(?<=\b(?:polis|polisnummer|polisnr|dossiernummer|dossiernr|dossier|klantnummer|paspoort|paspoortnummer|id-nummer|rijbewijs|rekeningnummer|patientnummer|clientnummer|cliëntnummer|zaaknummer|leerlingnummer|insta|instagram|snap|snapchat|tiktok|kenteken)\b[\s:.nr]{0,6})[A-Za-z0-9_.-]{4,24}\b/giu,
];

const matches = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

export function diagnosisSpans(view: View): Span[] {
  const found = matches(view.lower, diagnosis).filter(({ start, end }) => {
    const text = view.lower.slice(start, end);
    const [, tail] =
      /^(?:adhd|dyslexie|autisme|dyscalculie|medicatie|trauma|faalangst|pest)-?(.*)$/u.exec(text) ?? [];
    return !(tail && generalCare.test(tail)) && !ordinary(view, start, end, text);
  });
  return [...found, ...misspelled(view)];
}

/** Words that are a diagnosis in one place and something else in another. */
function ordinary(view: View, start: number, end: number, text: string): boolean {
  const after = view.lower.slice(end, end + 24);
  const before = view.lower.slice(Math.max(0, start - 24), start);
  if (
    text === "add" ||
    text === "ass" ||
    text === "tos" ||
    text === "odd" ||
    text === "fas" ||
    text === "nah"
  )
    return /^\s?(?:on|-on|\()/.test(after);
  if (text === "doof" || text === "blind")
    return /(?:oost|voor)\s?$/.test(before) || /^\s?(?:vertrouw|typen|op)/.test(after);
  if (text === "beperking") return /(?:tijd|zonder|enige)\s?$/.test(before);
  if (text === "tics" || text === "puffer") return false;
  if (text.startsWith("medicijn") || text.startsWith("medicatie"))
    return /^\s?(?:protocol|beleid)/.test(after);
  return false;
}

/** Long names with one slip of the hand: "dyslecsie", "ritaline" stands in the list, "depresief" does not. */
const long =
  `depressief depressie autisme autistisch dyslexie dyslectisch dyscalculie epilepsie diabetes ritalin concerta medikinet angststoornis gedragsstoornis
hechtingsstoornis psychiater psychiatrisch psychose therapeut traumatisch melatonine methylfenidaat faalangst hoogbegaafd`
    .trim()
    .split(/\s+/);
function misspelled(view: View): Span[] {
  return [...view.lower.matchAll(/\p{L}{7,}/gu)]
    .filter((m) => long.some((word) => word !== m[0] && withinOneEdit(word, m[0])))
    .map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

export function familySpans(view: View): Span[] {
  return [...matches(view.lower, familyFact), ...matches(view.lower, family)];
}

export function otherSpans(view: View): Span[] {
  const groups = matches(view.lower, other).filter(({ start, end }) => {
    const text = view.lower.slice(start, end);
    return (
      !/^(?:stemt|bi|trans|pools|turks|russisch|chinees)$/.test(text) ||
      /^\s?(?:gezin|ouders?|moeder|vader|kind|jongen|meisje|achtergrond|afkomst|sprekend)/.test(
        view.lower.slice(end, end + 14),
      ) ||
      /(?:is|zijn|thuis|spreekt|spreken|identificeert zich als)\s?$/.test(
        view.lower.slice(Math.max(0, start - 24), start),
      )
    );
  });
  return [...codes.flatMap((pattern) => matches(view.text, pattern)), ...groups];
}

const schoolKinds =
  `basisschool school college lyceum gymnasium mavo havo vmbo praktijkschool kinderopvang kinderdagverblijf kdv bso peuterspeelzaal peuterschool
obs o.b.s. cbs c.b.s. rkbs r.k. pcb pcbs kbs ibs gbs sbo so vso ikc kc kindcentrum zorgboerderij scholengemeenschap jenaplanschool montessorischool daltonschool
voetbalclub sportclub scouting`
    .split(/\s+/)
    .flatMap((kind) => [kind, `${kind[0]?.toUpperCase() ?? ""}${kind.slice(1)}`, kind.toUpperCase()])
    .concat([
      "vrije school",
      "openbare school",
      "islamitische school",
      "speciale school",
      "naschoolse opvang",
    ])
    .map((kind) => kind.replaceAll(".", "\\."))
    .join("|");
const capitalWords =
  "(?:(?:[Dd]e|[Hh]et|'t|den|van|der|op|en|Sint|St\\.?)\\s)*\\p{Lu}[\\p{L}'-]+(?:\\s(?:van|de|der|het|en|den|op)?\\s?\\p{Lu}[\\p{L}'-]+){0,3}";
const schools: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}])(?:${schoolKinds})\\s+${capitalWords}`, "gu"),
  /(?<![\p{L}])(?:\p{Lu}[\p{L}'-]+\s){0,2}\p{Lu}[\p{L}'-]*\s?(?:college|lyceum|gymnasium|mavo|basisschool|school|scholengemeenschap|Lyceum|College|Gymnasium|Mavo|Basisschool)(?![\p{L}])/gu,
  /(?<![\p{L}])\p{Lu}[\p{L}-]*(?:college|lyceum|basisschool|schooltje|school)(?![\p{L}])/gu,
];
/** "op de Regenboog", "van 't Startblok": a place with a name of its own, where a school is spoken of. */
const atSchool =
  /(?<=(?:op|van|naar|bij|via|vanuit|vanaf|verliet|school)\s)(?:de|het|'t)\s\p{Lu}[\p{L}'-]{2,}(?:\s\p{Lu}[\p{L}'-]+)?/gu;

export function schoolSpans(view: View, isOther: (word: string) => boolean): Span[] {
  const named = schools.flatMap((pattern) =>
    matches(view.text, pattern).filter(({ start, end }) => hasName(view.text.slice(start, end), isOther)),
  );
  const places = matches(view.text, atSchool).filter(({ start, end }) => {
    const words = view.text.slice(start, end).split(/\s+/).slice(1);
    return words.length > 0 && !words.some((word) => isOther(word.toLowerCase()));
  });
  return [...named, ...places];
}

/** The kind of school alone names none: "de school", "Basisschool", "Muziekschool". */
function hasName(text: string, isOther: (word: string) => boolean): boolean {
  const [kind = "", ...rest] = text.split(/\s+/);
  const own = rest.filter((word) => /^\p{Lu}/u.test(word));
  const ordinary = (word: string) => isOther(word) || woordenlijst().gewoon(word);
  if (own.some((word) => !isOther(word.toLowerCase()))) return true;
  return /^\p{Lu}/u.test(kind) && !ordinary(kind.toLowerCase());
}
