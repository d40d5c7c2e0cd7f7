/** Words and turns of phrase by which a child is recognised although nobody is named. */
import type { Kenmerkcode } from "./herkenbaar.ts";
import type { Span, View } from "./screening-view.ts";

export type Plek = Span;
type Finder = (view: View) => readonly Plek[];
export type TraitPatterns = Readonly<Partial<Record<Kenmerkcode, Finder>>>;

const inLower =
  (...patterns: readonly RegExp[]): Finder =>
  ({ lower }) =>
    patterns.flatMap((pattern) => spans(lower, pattern));
const inText =
  (...patterns: readonly RegExp[]): Finder =>
  ({ text }) =>
    patterns.flatMap((pattern) => spans(text, pattern));
const any =
  (...finders: readonly Finder[]): Finder =>
  (view) =>
    finders.flatMap((find) => find(view));

function spans(text: string, pattern: RegExp): Plek[] {
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** Whole words; `*` stands for more letters, a blank for any blank or dash. */
function words(list: string): RegExp {
  const alternatives = list
    .trim()
    .split(/\s*[|\n]\s*/)
    .filter((word) => word !== "")
    .map((word) => word.replaceAll("*", "[\\p{L}-]*").replaceAll(" ", "[\\s-]+"));
  return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join("|")})(?![\\p{L}\\d])`, "gu");
}

const person = "leerling|kind|meisje|jongen|kleuter|puber|zoon|dochter|tiener|jongere|iemand";
const parent = "(?:moeder|vader|ouder|ouders|stiefvader|stiefmoeder|pleegmoeder|pleegvader|opa|oma)";

const enige = inLower(
  new RegExp(
    `(?<![\\p{L}])(?:de|het|ons|onze)\\s(?:enige|enigste|eerste)(?=\\s(?:${person}|die|dat|in|op|van|met|hier|bij)(?![\\p{L}]))`,
    "gu",
  ),
  /(?<![\p{L}])(?:als|is) (?:enige|enigste)(?![\p{L}])/gu,
  words(`nog nooit meegemaakt | nooit eerder gehad | niemand anders heeft | uniek geval | unieke situatie
    iedereen kent | iedereen weet | hele dorp | hele wijk | hele school weet | bij iedereen bekend`),
);

const zeldzaam = inLower(
  words(`syndroom van \\p{L}+ | syndroom* | downsyndroom | down-syndroom | fragiele x | klinefelter* | taaislijm* | cystic* | leukemi* | kanker* | tumor* | chemo*
    spierziekte* | duchenne* | spasti* | hersenletsel* | nah | epilep* | diabet* | suikerziekte | selectief muti* | tourette* | anorex* | boulimi* | arfid
    psychose* | psychotisch* | schizo* | bipolai* | hartafwijking* | hartkwaal* | nierziekte* | transplantatie* | stofwisselingsziekte* | albinis* | dwerggroei
    doof | dove | slechthorend* | blind | blinde | slechtziend* | transgender* | genderdysfor* | non-?binair* | coeliaki* | hemofili* | sikkelcel*`),
);

const ingrijpend = inLower(
  words(`overleden | overlijden | overleed | gestorven | verongelukt* | vermoord* | zelfdoding* | zelfmoord* | suicide* | halfwees | weeskind* | weduwe | weduwnaar
    gevangenis* | gedetineerd* | detentie | vastzit | vast zit | in de cel | adoptie* | geadopteerd* | adoptief* | pleegkind* | pleeggezin* | pleegouder* | pleegmoeder | pleegvader | pleegzorg | pleegbroer* | pleegzus*
    uithuisplaats* | uithuisgeplaatst | uit huis geplaatst* | onder toezicht* | ots | draagmoeder* | ivf | gevlucht* | vluchteling* | asielzoek* | azc | statushouder*
    blijf-van-mijn-lijf* | vrouwenopvang* | opvanghuis | dakloos* | noodopvang | twee moeders | twee vaders | tienermoeder | eerwraak | uithuwelijk* | ontvoer*`),
);

const beroepen = `wethouder | burgemeester | dominee | imam | pastoor | rabbijn | huisarts | tandarts | apotheker | wijkagent | agent | agente | politieagent* | brandweerman
  leerkracht | leraar | lerares | juf | meester | conciërge | concierge | directeur | directrice | schoolhoofd | bakker | slager | kapper | kapster | boer | visser
  schipper | voetballer | profvoetballer | artiest | zanger | zangeres | acteur | actrice | advocaat | notaris | raadslid | trainer | buschauffeur | winkelier | militair`;
const beroep = inLower(
  new RegExp(
    `(?<![\\p{L}])${parent}\\s(?:is|zijn|was|werkt(?:\\shier|\\szelf)?\\sals)\\s(?:(?:een|de|het|onze|ook|zelf|hier|bekende?)\\s){0,3}(?:${beroepen
      .trim()
      .split(/\s*[|\n]\s*/)
      .join("|")})(?![\\p{L}])`,
    "gu",
  ),
  new RegExp(
    `(?<![\\p{L}])${parent}\\s(?:\\p{L}+\\s){0,2}(?:werkt|werken)\\s(?:hier|zelf\\s)?(?:bij ons|op (?:de|onze|deze) school|in (?:de|onze) school)(?![\\p{L}])`,
    "gu",
  ),
  words(
    `mr-lid | lid van de mr | lid van de ouderraad | voorzitter van de ouderraad | hulpouder | luizenmoeder | voorleesmoeder`,
  ),
);

const gebeurtenis = inLower(
  /(?<!per )(?<![\p{L}])ongeluk(?:ken)?(?![\p{L}])/gu,
  words(`ongeval | auto-?ongeluk | aanrijding | verdronken | brand | woningbrand | overval | steekpartij | schietpartij | schietincident | mishandeld | mishandeling
    aangifte | politie | ambulance | in het nieuws | in de krant | rechtszaak | veroordeeld* | stille tocht | incident | incidenten | vechtpartij | weggelopen | wegloopt | vermist
    geschorst | schorsing | verwijderd van school | van school gestuurd | schoolkamp | op kamp | musical | eindmusical | schoolreis* | sportdag | avondvierdaagse`),
);

const opvallend = inLower(
  words(`rolstoel* | prothese* | hulphond | blindengeleide* | gehoorappara* | hoorappara* | cochleair* | brandwond* | litteken* | rood haar | rode haren | rossig*
    krukken | loopt mank | schisis | hazenlip | stoma | sonde | sondevoeding | insulinepomp | opvallend groot | opvallend lang | opvallend klein | opvallend dik
    heel erg lang | heel erg dik | zwaarlijvig* | hoofddoek* | sluier`),
);

const bekend = inLower(
  words(`kampioen* | topsport* | profvoetbal* | jeugdopleiding | selectie van | feyenoord | ajax | psv | sparta | televisie | tv-?programma | op tv | youtube-?kanaal
    influencer | volgers | tiktok-?account | bekende familie | beroemd* | kinderburgemeester | the voice`),
);

const rol = inLower(
  words(`klassenvertegenwoordiger* | leerlingenraad | kinderraad | leerlingmediator* | mediator* | junior coach | aanvoerder | hulpje van | verkeersbrigadier*
    plusklas | schakelklas | taalklas | nieuwkomersklas | structuurgroep | kangoeroegroep | bovenschoolse plusklas`),
);

const herkomst = inLower(
  words(`marokka* | turks* | syri* | syrisch* | afghaan* | afghan* | irak* | iraan* | iraans* | somali* | eritre* | ethiop* | pools | poolse | bulgaar* | roemeen* | oekra*
    surinaam* | antilliaan* | kaapverd* | moluks* | indones* | chinees | chinese | vietnam* | ghanees* | nigeria* | russisch* | koerd* | armeen* | pakistaan* | hindoe*
    roma-?gezin | sinti | woonwagen* | moslim* | islam* | joods* | jehova* | gereformeerd* | nieuwkomer* | anderstalig* | spreekt geen nederlands | nog geen nederlands
    komt uit het buitenland`),
);

const numbers =
  "vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien";
/** Of a pupil; smaller and larger numbers of years are about something else. */
const age = `(?:[4-9]|1[0-9]|${numbers})`;
const leeftijd = inLower(
  new RegExp(`(?<![\\p{L}\\d])${age}[\\s-]?jarige?n?(?![\\p{L}])`, "gu"),
  // "al 6 jaar" and "6 jaar geleden" tell how long, not how old.
  new RegExp(
    `(?<!(?:al|sinds|over|na|binnen|afgelopen|laatste|ruim|zo'n|elke|om de)\\s)(?<![\\p{L}\\d,.])${age}\\s?(?:jaar|jr\\.?)(?![\\p{L}])(?!\\s(?:geleden|lang|achter|later|ervaring|eerder|oude\\s))`,
    "gu",
  ),
  new RegExp(`(?<=(?:${person})\\s(?:van\\s|\\())(?:[4-9]|1[0-9])(?![\\p{L}\\d])`, "gu"),
  words(`geboren in \\p{L}+ | geboren op \\d+ | wordt binnenkort \\p{L}+ jaar`),
);

const year = "(?:[1-8]|een|twee|drie|vier|vijf|zes|zeven|acht)";
const groep = any(
  inLower(
    new RegExp(
      `(?<![\\p{L}\\d])(?:groep|klas|leerjaar)\\s?${year}[a-h]?(?:\\s?(?:/|-|en|of|à)\\s?${year}[a-h]?)?(?![\\p{L}\\d])`,
      "gu",
    ),
    /(?<![\p{L}\d])(?:vmbo(?:-[btkg]l?)?|mavo|havo|vwo|atheneum|gymnasium)[\s-]?[1-6](?![\p{L}\d])/gu,
    /(?<![\p{L}\d])[1-6][\s-]?(?:vmbo|mavo|havo|vwo|atheneum|gymnasium)(?![\p{L}\d])/gu,
    words(`brugklas* | eindexamenklas | examenklas | eindexamenkandidaat | eindexamenjaar`),
  ),
  inText(/(?<![\p{L}\d-])[1-8][A-H](?![\p{L}\d])/gu),
);

const months = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december";
const tijdstip = inLower(
  new RegExp(`(?<![\\p{L}\\d])\\d{1,2}\\s(?:${months})(?:\\s\\d{4})?(?![\\p{L}\\d])`, "gu"),
  /(?<![\p{L}\d-])\d{1,2}[-/]\d{1,2}[-/]\d{2,4}(?![\p{L}\d])/gu,
);

const meerling = inLower(
  words(
    `tweeling* | drieling* | vierling* | meerling* | eeneiig* | twee-eiig* | tweelingbroer* | tweelingzus*`,
  ),
);

export const traitPatterns = {
  enige,
  zeldzaam,
  ingrijpend,
  meerling,
  bekend,
  opvallend,
  beroep,
  gebeurtenis,
  rol,
  herkomst,
  groep,
  leeftijd,
  tijdstip,
} as const satisfies TraitPatterns;
