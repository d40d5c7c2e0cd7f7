/** Small words around the name of a person. All in lower case, without accents. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Between first name and surname. */
export const prefixes = set(
  "van vd v de der den het 't ten ter te el al la le du von bin ben ibn abu op in aan d' dos da di 'd do af",
);

/** Before a name, and before nothing else: also an ordinary word with a capital behind it is a name. */
export const honorifics = set(
  "juf juffrouw meester mevrouw mevr mvr mw meneer dhr hr heer fam familie oom tante dokter drs dr prof ds opa oma tolk mej",
);

/** Before a name, or before a verb or another word. */
export const functions = set(
  "leerkracht leraar lerares docent mentor coach begeleider begeleidster collega ib ib'er coo smw smw'er wijkagent agent directeur directrice orthopedagoog psycholoog psychologe psychiater jeugdarts jeugdverpleegkundige verpleegkundige jvk arts huisarts kinderarts logopedist logopediste fysiotherapeut leerplichtambtenaar consulent jeugdconsulent gezinscoach gezinsvoogd voogd jeugdbeschermer hulpverlener hulpverleenster therapeut stagiair stagiaire onderwijsassistent assistent conrector schoolleider teamleider wijkteammedewerker maatschappelijk schoolmaatschappelijk werker werkster advocaat tolk invaller invalleerkracht duo duopartner buurvrouw buurman trainer vriend vriendin vriendje vriendinnetje neef neefje nicht nichtje broer broertje zus zusje zoon zoontje dochter dochtertje kind leerling kleuter jongen jongetje meisje meid knul stiefvader stiefmoeder stiefzus stiefbroer pleegmoeder pleegvader pleegkind tweelingbroer tweelingzus halfbroer halfzus moeder vader mama papa partner ex peuter klasgenoot klasgenootje oppas",
);

/** "moeder van Sem": the name follows. */
export const belongings = set(
  "moeder vader ouders ouder mama papa opa oma broer broertje zus zusje zoon zoontje dochter dochtertje tante oom vriend vriendin vriendje neef nicht juf meester leerkracht gedrag gezin thuissituatie hulpvraag dossier verzuim klas tafel naam verhaal plan mentor begeleider jas tas schrift rapport verjaardag situatie vrienden vriendinnen stiefvader stiefmoeder pleegouders ontwikkeling gezag zorgen",
);

/** Words before which a name may stand as an object. */
export const links = set(
  "met voor bij over aan tegen naast door en of dat omdat als toen want volgens samen alleen ook kan heeft is wil zag sprak zegt vraagt belde vertelt vertelde heet genaamd genoemd zoals behalve zonder naar op waarom hoe laat wanneer sinds want maar dus vandaag gisteren weer betreft bespreken aanmelden aanmelding observeren mee onze tussen betreft re hulpvraag leerling kind of terwijl hoewel doordat zodat nu daarom vooral krijgt moet mag gaat doet wordt zit vindt",
);

/** Before an ordinary noun: then a word that can be a name is none. */
export const determiners = set(
  "de het een 't die dat deze dit mijn jouw zijn haar hun ons onze geen elke ieder iedere veel weinig alle sommige welke wat in uit op om tot per te zo zeer heel erg te rode witte mooie grote kleine",
);

/** Behind a name that is also a word, this shows that somebody does something. */
export const personVerbs = set(
  "is was heeft had kan kon wil wilde gaat ging zit zat doet deed komt kwam krijgt kreeg moet moest mag mocht vindt vond zegt zei wordt werd slaat sloeg bijt beet huilt huilde praat praatte loopt liep slaapt speelt speelde luistert luisterde lacht schreeuwt vraagt vroeg werkt werkte leest las schrijft tekent tekende rekent maakt maakte blijft bleef laat liet lijkt heet kijkt weet wist woont eet at drinkt plast poept bonkt trekt valt viel reageert vecht vocht scheldt weigert weigerde wilt mist kent hoort voelt durft snapt begrijpt zal zou hoeft lukt geeft gaf neemt nam pakt stoot duwt duwde gooit gooide liegt steelt stal pest wordt belde belt mailt mailde vertelde vertelt rent rende klimt klom springt sprong spuugt krijst gilt botst krabt knijpt verstopt rommelt helpt hielp stopt haalt haalde brengt bracht verzuimt spijbelt zwijgt wacht groeit leert zoekt stelt staat stond ligt lag",
);

/** What only somebody does: before these also the name of a month, a method or a feast is somebody. */
export const humanVerbs = set(
  "zegt zei huilt huilde slaat sloeg bijt beet praat praatte slaapt luistert luisterde lacht lachte schreeuwt vraagt vroeg leest schrijft tekent tekende rekent kijkt weet wist eet drinkt plast poept bonkt vecht vocht scheldt weigert weigerde mist voelt durft snapt begrijpt duwt duwde gooit gooide liegt steelt stal pest vertelde vertelt verzuimt spijbelt zwijgt rent rende klimt gilt krijst bedoelt",
);

/** Ordinary words that are somebody's first name too, but so seldom that the word wins everywhere. */
export const neverNames = set(
  "wil mei no el lee zen li joe mini nada maar eden den ten dan van ede toon ken skip job junior mans mare lot maxi max maxim omer tom roman marina ros kan mark bas vie lie dina jet jan frank els wim kees piet hans nick nil mo vu loop maas mail mailt emoji ipad don rein lux ems pip pep dien dik lis",
);
/** Of those, the ones that with a capital in the middle of a sentence, or before a verb, are somebody all the same. */
export const capitalNames = set(
  "jan kees piet hans frank els wim bas mark max tom nick mo toon job ken lot jet roman marina omer maas rein pip dina lux mare",
);

/** What Chinese given names are made of. */
export const syllables = set(
  "chi chun chung fai fan fei fu fung hao hei hin hing ho hoi hon hong hua hui hung jia jie jin jing jun ka kai kam kei ki king kin kit kong kwan kwok lai lam lan lap lee lei li lin ling lok long man mei min ming mui nam nga ning on pak pik ping po pui qi qing sai san sau shan shi shing shu shuk sin siu suet sum sze tai tak tin ting to tsz tung wah wai wan wen wing wo xin ya yan yat yee yi yin ying yiu yu yuan yue yuen yuet yuk yun zhen zhi",
);

/** Before something that has a name and is no person. */
export const things = set(
  "methode methodes toets training cursus programma app boek boekje spel site website project thema film serie groep stichting bureau praktijk organisatie wijkteam gemeente team school zorgteam liedje lied game kanaal merk firma bedrijf vereniging club voetbalclub museum park pretpark musical voorstelling prentenboek leerlijn aanpak pakket lesmethode leesmethode rekenmethode taalmethode platform systeem volgsysteem tool werkboek protocol formulier vragenlijst model toetsen werkvorm interventie museum camping wijk stad dorp provincie land eiland rivier zee straat regio module workshop kamp schoolkamp lokaal winkel bibliotheek",
);
