/**
 * Words of acute danger and abuse. Written as patterns over plain words: no accents, no signs, one space between.
 * `…` stands for at most four words; `~` for the words that soften a wish ("gewoon", "het liefst").
 */
const child =
  "zoon|zoontje|dochter|dochtertje|kind|kinderen|kindje|baby|zus|zusje|zusjes|broer|broertje|broertjes|meisje|jongen|leerling|peuter|kleuter|kleinkind|kleinzoon|kleindochter|kleinkinderen|stiefzoon|stiefdochter|pleegkind|pleegzoon|pleegdochter";
const adult =
  "moeder|mama|mam|vader|papa|pap|stiefvader|stiefmoeder|pleegvader|pleegmoeder|ouders|vrouw|man|vriend|vriendin|ex|partner|oom|opa|oma|tante|verzorger|pleegouders|vriendje|buurman|trainer|coach";
const own = "zijn|haar|hun|mijn|de|het|een|dr|der|mn|zn|onze|jouw|beide|alle|diens|kleine|jongste|oudste";
/** Who it is done to. "haar" and "hem" only where no noun follows: "slaat haar boek open" hurts nobody. */
const after =
  "en|met|als|in elkaar|op haar|op zijn|thuis|elke|iedere|regelmatig|vaak|soms|nu|weer|steeds|wanneer|omdat|waar|bij|tegen|dagelijks|hard|ook|nog|terwijl|dan|zegt|tot|zo|vannacht|gisteren|vandaag|nadat|na|echt|heel|zegt|wel|altijd|meestal|momenteel|al|bont|s avonds|s nachts|in het|in zijn|in haar|op het moment|voor de ogen|onder|erg|zodra|maar|helemaal|zei|volgens|keihard|met de";
const victim = `(?:(?:haar|hem|hen|ze|mij|me|ons|jou|zichzelf|mezelf|haarzelf|hemzelf)(?= (?:$|(?:${after})(?: |$)))|(?:(?:${own}) ){0,3}(?:${child}|${adult})(?! (?:over|gade|aan|op|open|uit|dicht|door)\\b)|elkaar (?:thuis|weer|nu|in))`;
const person = `(?:haar|hem|hen|mij|me|ons|zichzelf|mezelf|(?:(?:${own}) ){0,3}(?:${child}|${adult}))`;
const hitting =
  "slaat|sloeg|slaan|slaande|schopt|schopte|schoppen|stompt|mishandelt|mishandelde|mishandelen|trapt|trapte|wurgt|wurgde|wurgen|verwurgt|knijpt|bijt|afranselt|ranselt|bedreigt|bedreigde|bedreigen|steekt|stak|neersteekt";
const hit =
  "geslagen|geschopt|gestompt|getrapt|mishandeld|gewurgd|afgeranseld|bedreigd|neergestoken|gestoken|afgetuigd|geknepen|toegetakeld";
const killing =
  "vermoorden|vermoordt|vermoord|ombrengen|ombrengt|doodmaken|doodmaakt|dood maken|dood te maken|doodsteken|doodsteekt|dood te steken|doodslaan|doodslaat|dood te slaan|doodschieten|doodschiet|dood te schieten|neersteken|neerschieten|neerschiet|van kant maken|om te brengen|te vermoorden|te doden|zichzelf doden|haar doden|hem doden|iedereen doden|overhoop steken|overhoop schieten|wat aandoen|neer te schieten|neer te steken|overhoop te schieten|op te blazen|in brand te steken|neerknallen|af te maken|afmaken met";
const weapon =
  "mes|zakmes|keukenmes|stiletto|vuurwapen|pistool|geweer|wapen|steekwapen|slagwapen|boksbeugel|machete|bijl|handgranaat|explosief|vuurwapens|messen|kapmes|revolver|wapens|alarmpistool";
const self =
  "zichzelf|zich zelf|mezelf|mijzelf|mij zelf|me zelf|haarzelf|hemzelf|haar zelf|hem zelf|jezelf|zich";
const someone =
  "hij|zij|ze|ik|hem|haar|leerling|meisje|jongen|dochter|zoon|kind|moeder|vader|mama|papa|vriendin";

/** Sentences that say it: nothing around them takes it back, except what `excuses` names for that row. */
export const signals: readonly { readonly patterns: readonly string[]; readonly excuses?: string }[] = [
  {
    // Said in so many words, without what happened.
    patterns: [
      "(?<=^ )(?:(?:zorgronde|help|nu|acuut|echt|een|er|is|het|we|ik|heb|hebben|dit|spoed) ){0,5}(?:crisis|noodgeval|noodsituatie|112)(?= $)",
      `(?:crisis|crisissituatie|noodgeval|noodsituatie) (?:\\S+ ){0,2}(?:thuis|in het gezin|bij (?:een |de |het |mijn )?(?:${child}|gezin))`,
      "(?:is|heb|hebben|was) (?:\\S+ ){0,3}(?:een )?(?:noodgeval|noodsituatie|acute crisis)",
      `(?:ernstig|ernstige|grote|veel|acuut|acute) zorgen (?:\\S+ ){0,2}(?:over|om) (?:\\S+ ){0,2}veiligheid`,
    ],
    excuses:
      "verkeer|verkeersveiligheid|gebouw|schoolplein|sociale veiligheid|fiets|brandveiligheid|oefening|plan|protocol|nummer|nummers|contactpersoon|noodnummer|in geval van|geen|niet|coronacrisis|energiecrisis|wooncrisis|klimaatcrisis|les|lessen",
  },
  {
    // The wish to die.
    patterns: [
      "(?:wil|wilt|wou|wilde|willen|zou) (?:hij |zij |ze |ik )?~dood(?! ?gewoon)",
      "(?:wil|wilt|wou|wilde|willen|gaan|ga) ~doodgaan",
      "(?<!(?:de|zijn|haar|hun|mijn|diens|hond|kat|opa|oma|een) )dood (?:wil|wilt|wilde|wou|willen|zou willen)",
      "(?:was|waren) (?:ik|hij|zij|ze) (?:maar|liever|allang) ?(?:al )?dood",
      "(?:wou|wilde|wenste|wenst|hoopte|hoopt|hoop) (?:\\S+ ){0,3}(?:dat )?(?:ik|hij|zij|ze) (?:al |maar |gewoon )*dood (?:was|ging|ga|gaat)",
      "(?:wil|wilt|wou|wilde|willen) ~sterven",
      "(?:wil|wilt|wou|wilde) (?:zijn|haar|mijn|zn|mn|dr|het) leven niet meer",
      "(?:ik|hij|ze|zij) wil (?:echt |gewoon |zo |het )*niet meer $",
      "(?:ik|hij|ze|zij) (?:het )?(?:echt |gewoon |zo )*niet meer wil $",
      "(?:liever|beter) (?:gewoon |maar )?dood",
      "beter af (?:is |zijn |zou zijn |was |waren )?zonder (?:mij|me|hem|haar)",
      "(?:want|wants) to die",
      "kill (?:myself|himself|herself|her|him|me)",
      "(?:wil|wilt|wilde|wou|willen|hoef|hoeft|hoefde|kan) (?:hij |zij |ze |ik |het )?(?:zo |echt |gewoon )*niet (?:(?:meer|langer|verder|zo) )+(?:verder )?leven(?! (?:bij|volgens|zoals))",
      "(?:wil|wilde|wou) (?:hij |zij |ze |ik )?(?:echt |gewoon )*niet leven $",
      "niet (?:meer|langer|verder) (?:zo )?(?:wil|wilt|wilde|wou|willen|hoef|hoeft|te) (?:verder )?leven(?! bij)",
      "leven (?:niet|niks) meer (?:wil|waard|zitten|aan|aankan)",
      "niet (?:meer |langer |verder )?leven (?:wil|wilt|wilde|wou)",
      "(?:geen zin|geen zin meer|zin|niks|niets|geen nut) (?:meer )?(?:in|aan|van) (?:het|zijn|haar|mijn|dit|mn) leven(?! op| in de)",
      "(?:het|zijn|haar|mijn|mn|dit) leven (?:echt |voor … )?(?:heeft|had) (?:voor (?:haar|hem|mij) )?geen (?:zin|nut)",
      "(?:klaar met|genoeg van|moe van) (?:het|zijn|haar|mijn|mn|dit) leven",
      "(?:het|zijn|haar|mijn) leven (?:zat|beu|moe)",
      "levensmoe",
      "(?:alles|leven) (?:\\S+ ){0,2}(?:beeindigen|te beeindigen|beeindigd)",
      "(?:doodswens|doodwens|doodsgedachte|doodsgedachten|doodsverlangen|suicidewens)",
      "(?:denk|denkt|denken|dacht|gedachten|gedachtes|praat|praten) (?:vaak |steeds |veel |elke dag |over |aan )*(?:aan|over) (?:haar |zijn |mijn |de )?(?:eigen )?(?:dood(?: $| gaan| willen)|doodgaan|zelfmoord|zelfdoding|suicide)",
      "uit (?:het|t|zijn|haar|mijn) leven (?:te )?(?:stap|stappen|stapt|gestapt|wil|wilde)",
      "(?:stap|stapt|stappen) uit (?:het|t) leven",
      "eind(?:e)? (?:te )?(?:maken )?aan (?:zijn|haar|mijn|het|mn|hun|zn|dr) (?:eigen )?leven",
      "eind(?:e)? aan alles",
      "(?:wil|wilde|wou|liever|wilt|willen) … er … niet meer (?:te )?zijn",
      "er (?:gewoon |liever |beter )?niet (?:meer )?(?:wil|wilde|wou|wilt|hoeft te|willen) zijn",
      "als (?:ik|hij|zij|ze) er niet meer (?:ben|is|zou zijn)",
      "(?:wil|wou|wilde|hoop|hoopt|liever) … (?:niet|nooit) meer wakker",
      "(?:niet|nooit) meer wakker (?:wil|wilde|wou|te) (?:worden|hoeven worden)",
      "(?:het|t) (?:leven )?hoeft (?:voor|van) (?:mij|me|haar|hem|der|dr) (?:zo |echt |allemaal |gewoon )*niet meer(?: $| zegt| zei)",
      "hoeft het (?:leven )?(?:voor|van) (?:mij|haar|hem) (?:zo |echt |allemaal |gewoon )*niet meer",
      "(?:ik|zie ik) (?:zie )?het (?:echt |helemaal |gewoon )*niet meer zitten $",
      "leven (?:echt |helemaal )*niet meer ziet zitten",
      "afscheid … van (?:het|haar|zijn) leven",
    ],
  },
  {
    patterns: [
      `(?:${someone}) (?:\\S+ ){0,15}er (?:zelf |gewoon |maar |echt |dan )*een eind(?:e)? aan(?: (?:wil|wilt|wilde|gaat|ga|te|maak|maakt|maken)| $)`,
      `(?:${someone}) (?:\\S+ ){0,15}(?:maak|maakt|maken) er … een eind(?:e)? aan`,
      "(?<=^ |^ zorgronde )(?:wil|wilt|wilde) er … een eind(?:e)? aan (?:te )?maken",
      "(?:pillen|touw|mes|medicijnen|tabletten) (?:\\S+ ){0,3}een eind(?:e)? (?:eraan|er aan) (?:te )?(?:maken|maakt)",
      "een eind(?:e)? (?:eraan|er aan) (?:te )?maken (?:\\S+ ){0,2}(?:pillen|touw|mes|medicijnen)",
    ],
    excuses:
      "we|wij|overleg|vergadering|gesprek|ruzie|pesten|traject|bespreking|discussie|samenwerking|relatie|verkering|spel|spelletje|les|project|stage|pesterij|pesterijen",
  },
  {
    // Harm to oneself or to another, announced or feared.
    patterns: [
      `(?:${self}|haar|hem|mij|me|ons|elkaar|ander|anderen|${child}|${adult}) (?:\\S+ ){0,2}(?:iets|wat) (?:ergs |ernstigs )?(?:(?:gaat|ga|wil|zal|zou|kan|gaan) )?(?:aan (?:te )?(?:gaan )?(?:doen|doet|doe)|aandoen|aandoet|aandoe|aangedaan|aandeed)`,
      `(?:doe|doet|doen|deed) (?:${self}|haar|hem|mij|ons|anderen|${child}|${adult}) (?:nog )?(?:iets|wat) aan`,
      "bang … (?:dat|hij|zij|ze|er) … (?:iets|wat|gekke dingen|domme dingen|rare dingen)(?: ergs| doms| stoms| geks| raars| verschrikkelijks)? (?:doet|gaat doen|zal doen|gaat gebeuren|gebeurt|overkomt)",
      "bang … (?:hij|zij|ze) … (?:niet overleeft|niet overleven|doodgaat|doodslaat|vermoordt)",
      `(?:${self}) … (?:pijn (?:te )?(?:doet|doen|doe)|verwondt|verwonden|verwond|beschadigt|beschadigen|verminkt|verminken|automutileert)`,
      `(?:verwondt|verwond|beschadigt|verminkt|verminkte|krast|kerft|snijdt|snijd|snij) (?:\\S+ ){0,1}(?:zichzelf|zich zelf|mezelf|haarzelf|hemzelf)`,
      `(?:doe|doet) (?:${self}) … pijn`,
      "(?:snijdt|snijd|snij|snijden|sneed|krast|krassen|kerft|gesneden|gekrast|gekerfd) (?:\\S+ ){0,1}in (?:haar|zijn|mijn|mn|zn|dr|der|de|eigen) (?:eigen )?(?:linker |rechter )?(?:arm|armen|pols|polsen|been|benen|huid|buik|bovenbeen|bovenbenen|onderarm|onderarmen|lichaam)",
      "in (?:haar|zijn|mijn|de|eigen) (?:eigen )?(?:arm|armen|pols|polsen|been|benen|huid|bovenbenen|onderarmen) (?:\\S+ ){0,2}(?:snijdt|snijden|sneed|gesneden|krast|krassen|gekrast|kerft)",
      "(?:pols|polsen) … (?:doorgesneden|doorsnijden|door te snijden|snijden|gesneden|doorsnijdt)",
      "(?:snijwonden|snijplekken|snijwondjes|krassen|littekens|sneetjes|sneeen) (?:\\S+ ){0,2}op (?:haar|zijn|de) (?:arm|armen|pols|polsen|been|benen|bovenbenen|onderarmen)",
      "overdosis",
      "(?:al|alle) (?:haar|zijn|mijn|de|mn) (?:medicijnen|medicatie|pillen|antidepressiva) … (?:ingenomen|geslikt|genomen|innemen|slikken)",
      "op (?:de|een|het) (?:brug|dak|viaduct|balkon|vensterbank|flat) (?:\\S+ ){0,15}(?:springen|springt)",
      "(?:ligt|gaat liggen|zit) op (?:het|de) (?:spoor|rails)",
      `(?:hij|zij|ze|${adult}|broer|meester|leraar) doet (?:me|mij|haar|hem|ons|de kinderen|mn zusje|zijn zusje|haar zusje) (?:steeds |weer |echt |vaak |heel veel |altijd |expres )?pijn`,
      "(?:sneeen|snijwonden|snijwondjes|snijplekken|wurgsporen|strepen op haar pols)",
      "touw (?:gekocht|om (?:haar|zijn|de) nek|klaargelegd|klaar gelegd)",
      "strop om",
      "afscheid (?:van (?:ons|iedereen|vrienden|haar vrienden|zijn vrienden|alles) )?(?:genomen|nemen) van (?:iedereen|ons|alles)",
      "(?:touw|pillen|mes|brief) (?:\\S+ ){0,4}afscheid (?:genomen|nemen)",
      `(?:zichzelf|zich|mezelf|haarzelf|hemzelf) … (?:ophangen|ophangt|opgehangen|verhangen|verhangt|op te hangen|opknopen|verdrinken|wurgen)`,
      "(?:springen|springt|spring|sprong|gesprongen|afspringen|afgesprongen) … van (?:het|de|een|dit) (?:dak|brug|flat|balkon|flatgebouw|viaduct|gebouw)",
      "van (?:het|de|een) (?:dak|brug|flat|balkon|flatgebouw|viaduct) (?:af )?(?:te )?(?:springen|springt|gesprongen|wil|wilde|afspringen)",
      "(?:springen|springt|spring|sprong|gesprongen|gooien|gooit|werpen|stappen|rennen|rent|lopen|loopt) … voor (?:de|een) (?:trein|metro|tram|vrachtwagen|auto)",
      "voor (?:de|een) (?:trein|metro|tram) (?:te )?(?:springen|springt|gesprongen|gooien|gooit|wil|wilde|liggen|gaan)",
      "(?:staat|zit) (?:\\S+ ){0,2}op (?:het|de) (?:dak|brugleuning|spoor|rand) (?:en|om|van)",
      "voor (?:de|een) (?:auto|bus|vrachtwagen) (?:te )?(?:springen|springt|gooien|gooit|rennen)",
      "(?:spoorlijn|spoor|overweg|perron|brug) (?:\\S+ ){0,15}(?:springt|springen|gaat springen)",
      "(?:zich|zichzelf|mezelf|haar|hem) van kant",
      "(?:zie|zien|ziet) (?:mij|me|hem|haar) (?:\\S+ ){0,2}(?:nooit|niet) meer terug",
      "uit (?:het|een) raam (?:te )?(?:springen|springt|gesprongen|gaat springen|wil|wilde)",
      "(?:springen|springt|spring|gesprongen) uit (?:het|een) raam",
    ],
    excuses: "jas|toets|voetbal|gymles|trampoline|klimrek|verf|kostuum|stunt|tak|boot|zwembad|film|game",
  },
  {
    patterns: [
      "(?:zich|zichzelf|mezelf) (?:\\S+ ){0,3}(?:snijdt|snijden|sneed|gesneden|krast|gekrast|kerft|verwond)",
      "(?:snijdt|sneed|krast|kerft) (?:zich|zichzelf)",
    ],
    excuses:
      "papier|blaadje|per ongeluk|ongelukje|glas|blik|schaar|knutselen|knutsel|keuken|koken|kookles|appel|brood|groente|handvaardigheid|techniek|pleister|gevallen|val",
  },
  {
    patterns: [
      "(?:pillen|slaappillen|paracetamols|tabletten|strip paracetamol|strips paracetamol|doosje paracetamol|doos paracetamol) … (?:geslikt|ingenomen|slikken|genomen|inneemt|slikt|gepakt|in te nemen|naar binnen)",
      "(?:slikt|geslikt|ingenomen|slikken|slikte) … (?:pillen|slaappillen|strip|strips|tabletten)",
      "(?:te veel|teveel|heel veel|handvol|een berg|alle|potje|doosje|strip|strips) … (?:medicijnen|medicatie|paracetamol|pillen) … (?:geslikt|ingenomen|genomen|innemen|slikken|slikt|in)",
    ],
    excuses: "tegen hoofdpijn|ritalin|adhd|dagelijks|allergie|vitamine|hooikoorts|concerta",
  },
  {
    // Violence against somebody.
    patterns: [
      `(?<!(?:iedereen|niet|nooit|geen) )(?:${hitting}) (?:\\S+ ){0,2}${victim}`,
      `${victim} (?:\\S+ ){0,2}(?:slaat|sloeg|schopt|mishandelt|mishandelde|stompt|wurgt|afranselt|in elkaar slaat|bedreigt|bedreigde)(?= (?:$|(?:en|als|wanneer|omdat|thuis|elke|iedere|regelmatig|vaak|waar|terwijl|zodra|nu|weer|zegt|of|tot)(?: |$)))`,
      `(?:${person}|door (?:${own}) \\S+) (?:\\S+ ){0,4}(?:${hit})`,
      `(?:wordt|word|werd|worden|werden) (?:\\S+ ){0,5}(?:${hit}|in elkaar geslagen|bont en blauw geslagen)`,
      `(?:${hit}) (?:\\S+ ){0,2}(?:door (?:${own}|${adult})|thuis|als hij|als ze)`,
      // The verb last: "ik denk dat hij geslagen wordt".
      `(?:${hit}|misbruikt|aangerand|verkracht) (?:wordt|word|werd|worden|werden|is)`,
      `(?:thuis|${adult}) (?:\\S+ ){0,4}(?:geslagen|geschopt|mishandeld|klappen|gewurgd|in elkaar)`,
      `(?:krijgt|kreeg|krijgen|geeft|gaf|deelt) (?:\\S+ ){0,4}(?:klappen|slaag|pak slaag|een klap(?! van de)|stokslagen)`,
      `(?:slaat|sloeg|slaan|trapt|schopt) (?:\\S+ ){0,3}(?:in elkaar|bont en blauw)`,
      "(?:er wordt|wordt er|ze|ouders|papa en mama|vader en moeder) (?:\\S+ ){0,3}(?:gevochten|vechten) (?:\\S+ ){0,3}thuis",
      "(?:er wordt|wordt er) (?:\\S+ ){0,2}thuis (?:\\S+ ){0,3}(?:gevochten|geslagen|geschreeuwd en geslagen)",
      "thuis (?:\\S+ ){0,4}(?:gevochten|vechtpartij|geweld|handgemeen)",
      "(?:geweld|slaande ruzie|agressie|gevecht|mishandeling|misbruik) (?:\\S+ ){0,3}(?:thuis|in het gezin|bij hen thuis|tussen (?:de |zijn |haar )?ouders)",
      `(?:${adult}) (?:\\S+ ){0,4}(?:gewelddadig|agressief|door het lint|losse handjes|handtastelijk|valt (?:\\S+ ){0,3}aan)`,
      `(?:${adult}) (?:slaat|sloeg|slaan|schopt|mishandelt|mishandelde)(?! (?:de handen|zijn armen|haar armen|een arm|de armen|de deur|met de deur|tegen de bal))`,
      "losse handjes",
      `(?:gooit|gooide|duwt|duwde|smijt|smeet|sleurt|sleurde|gegooid|geduwd|gesmeten) (?:\\S+ ){0,4}(?:tegen de muur|van de trap|de trap af|tegen de grond|tegen de vlakte)`,
      `${person} (?:\\S+ ){0,3}(?:de trap af|van de trap|tegen de muur) (?:geduwd|gegooid|gesmeten|duwt|gooit|duwde|gooide)`,
      `(?:schudt|schudde|schudden|geschud) (?:\\S+ ){0,2}(?:${child})`,
      `(?:${child}) (?:\\S+ ){0,2}(?:geschud|door elkaar geschud)`,
      `(?:${adult}) (?:\\S+ ){0,4}(?:dronken|onder invloed|bezopen|high) (?:\\S+ ){0,3}(?:slaat|sloeg|schopt|slaan)`,
      `(?:trekt|trok|sleurt|sleurde|sleept) ${person} (?:\\S+ ){0,2}aan (?:haar|zijn|de) haren(?! op het plein)`,
      `(?:met een |met de |met zijn )(?:riem|stok|slipper|pollepel|ketting|bezem|knuppel|vuist|vuisten) (?:\\S+ ){0,2}(?:geslagen|slaat|sloeg|slaan)`,
      "bont en blauw",
      "(?:wurgt|wurgde|wurgen|gewurgd|verwurgd|wurging|verstikken)",
      "(?:sloeg|slaat|geslagen|gestompt|stompt|schopt|geschopt) (?:\\S+ ){0,3}(?:in (?:het|haar|zijn) gezicht|op (?:haar|zijn) (?:hoofd|wang|mond|rug|billen)|in (?:haar|zijn) (?:maag|buik|gezicht))",
      "(?:in (?:het|haar|zijn) gezicht|op (?:haar|zijn) (?:hoofd|wang|mond|rug|billen)|in (?:haar|zijn) (?:maag|buik)) (?:sloeg|slaat|geslagen|gestompt|stompt|schopt|geschopt)",
      `doe(?:t|n)? ${person} (?:steeds |weer |echt |vaak |veel |altijd |expres )?pijn`,
      "met de dood (?:bedreigd|bedreigt)?",
      "(?:bedreigt|bedreigde|bedreigd|dreigt) (?:\\S+ ){0,4}met de dood",
      `${person} (?:\\S+ ){0,2}(?:vermoord|vermoordt|doodmaakt|doodslaat|doodsteekt|doodschiet|ombrengt|wurgt)`,
      "dreigt (?:\\S+ ){0,3}(?:geweld|mishandeling|bloedbad)",
      "geweld (?:\\S+ ){0,2}(?:bij het gezin|bij het kind|in huis|jegens|tegen (?:haar|hem|moeder|de kinderen|zijn|een kind))",
      "(?:keel dicht|keel dichtgeknepen|naar de keel|bij de keel|bij haar keel|bij zijn keel|naar haar keel|gewurgd|wurgplekken)",
      `(?:gaat|ga|wil|wilt|zal|dreigt|dreigde|zou|gedreigd|wilde|kan|om|zei|zegt) (?:\\S+ ){0,5}(?:${killing})`,
      `(?:${killing}) (?:ga|gaat|zal|wil|zou)`,
      `(?:ik|hij|zij|ze|vader|papa) (?:maak|maakt|steek|steekt|sla|slaat|schiet) (?:${person}|je|jullie|jou|iedereen) (?:dood|kapot|neer|overhoop)`,
      "(?:doodsbedreiging|doodsbedreigingen|doodbedreiging|met de dood bedreigd)",
      `(?:schreeuwt|roept|gilt|smeekt) (?:\\S+ ){0,2}om hulp`,
      `(?:${adult}) (?:\\S+ ){0,3}dreigt (?:\\S+ ){0,4}(?:slaan|iets aan te doen|mee te nemen|wat aan te doen|te slaan)`,
    ],
    excuses:
      "eieren|eiwit|eiwitten|slagroom|room|brug|alarm|bal|munt|spijker|piketpalen|bliksem|klok|klasgenoten|klasgenootjes|medeleerlingen|andere kinderen|andere leerlingen|diersoort|dieren|ijsbeer|zeehond|spreekbeurt|trommel|schaakbord|pion|dam|muis|printer|tijd|games|game|computerspel|uur|bij schaken|voetbal|doelpunt|zaad|slag|plank|arm om|mug",
  },
  {
    patterns: ["(?:blauwe plek|blauwe plekken|striemen|brandwonden|brandplekken|bloeduitstortingen)"],
    excuses: "gevallen|voetbal|judo|sport|gym|fiets|gestoten|skateboard|klimrek|botsing|buitenspelen",
  },
  {
    // Weapons.
    patterns: [
      "(?:vuurwapen|vuurwapens|pistool|machete|steekwapen|boksbeugel|handgranaat|kapmes|stiletto|vlindermes|ploertendoder)",
      "met (?:een|zijn|haar|dat) (?:\\S+ )?(?:mes|keukenmes|zakmes|bijl|geweer|wapen)",
      `(?:heeft|had|heb|draagt|pakt|pakte|zwaait|zwaaide|dreigt|dreigde|loopt|liep|neemt|nam|steekt|stak|bedreigt|bedreigde|bedreigd|trekt|trok|rent|zit|gezien|vond|gevonden|laat|liet) (?:\\S+ ){0,6}(?:${weapon})(?: (?:bij zich|op zak|in|mee|meegenomen|naar|bij|op|getrokken|gepakt|gezien|en dreigt|en zegt|rond|zien)|\\s?$)`,
      `(?:${weapon}) (?:\\S+ ){0,4}(?:bij zich|op zak|in (?:zijn|haar|de|hun) (?:tas|jas|kluis|kluisje|rugzak|kamer|jaszak|kleding|kast)|meegenomen|mee naar school|op school|op haar keel|op zijn keel|op de keel)`,
      `met (?:een|het) (?:groot |scherp )?(?:${weapon}) (?:\\S+ ){0,3}(?:bedreigd|bedreigt|gestoken|achterna|dreigt|gedreigd|zwaait|zwaaien|rond)`,
      `(?:bedreigt|bedreigd|bedreigde|dreigt|dreigde|zwaait|steekt|stak) (?:\\S+ ){0,4}met (?:een|het) (?:groot |scherp )?(?:${weapon})`,
      "(?:aanslag plegen|school opblazen|schietpartij|bommelding|bom bij zich|bom op school|school in brand steken|iedereen neer)",
    ],
    excuses:
      "geen|vork|vorken|boter|kookles|koken|keuken|fruit|speelgoed|waterpistool|lego|nerf|playmobil|tekent|tekening|tekende|getekend|gemeente|stad|fortnite|game|games|gamet|knutsel|knutselen|carnaval|verkleed|museum|brood|taart|handtekening|verhaal|boek|film|lijmpistool|houten|bestek|nietpistool|provincie|familie",
  },
  {
    // Not safe where the child lives, and alone.
    patterns: [
      "niet (?:meer |echt )?veilig (?:\\S+ ){0,1}(?:thuis(?! (?:bel|bellen|inschakelen|te bellen|raadplegen|inlichten|benaderen|om advies|gebeld))|bij (?:haar|zijn|hun|mijn|de|een) )",
      "thuis (?:\\S+ ){0,4}niet (?:meer |langer |echt )?veilig",
      "(?:onveilig|gevaarlijk) (?:\\S+ ){0,1}(?:thuis|bij (?:haar|zijn|hun) (?:vader|moeder|ouders))",
      "thuis (?:\\S+ ){0,3}(?:onveilig|gevaarlijk)",
      "durf(?:t|de|ven)? (?:\\S+ ){0,3}(?:niet|niet meer) (?:\\S+ ){0,2}(?:naar huis|thuis te|naar binnen|alleen te zijn met)",
      "niet (?:meer )?naar huis (?:\\S+ ){0,1}(?:durft|durven|durfde)",
      "bang (?:\\S+ ){0,3}om naar huis",
      `(?:doodsbang|bang|doodsbenauwd|angstig|angst) (?:\\S+ ){0,2}voor (?:${own}) (?:\\S+ ){0,1}(?:vader|moeder|stiefvader|stiefmoeder|papa|mama|oom|opa|broer|ex|vriend|man|pleegvader|ouders)(?! (?:zijn|haar|hun) (?:gezondheid|werk|operatie|reactie|oordeel))`,
      "(?:bang|doodsbang|angstig) voor (?:papa|mama|pap|mam|vader|moeder|stiefvader|stiefmoeder|opa|oom)(?! (?:zijn|haar) (?:gezondheid|werk|operatie|reactie|oordeel))",
      `bang (?:\\S+ ){0,2}(?:is|ben|zijn) voor (?:${own}) (?:vader|moeder|stiefvader|papa|mama|oom|opa|broer|ex|vriend|man)`,
      "(?:acuut gevaar|direct gevaar|acuut onveilig|levensgevaar|acute onveiligheid|onmiddellijk gevaar|crisissituatie|noodsituatie thuis|acute dreiging)",
      `(?:${child}|hij|zij|ze|leven) (?:\\S+ ){0,3}in gevaar(?! (?:voor|komt de))`,
      `(?:${child}|hij|zij|ze|haar|hem) (?:\\S+ ){0,2}(?:loopt|lopen|liep|is|verkeert|verkeren) (?:\\S+ ){0,2}gevaar`,
      `gevaar (?:\\S+ ){0,3}(?:${child}|hij|zij|ze)(?= |$)`,
      "(?<=^ |^ zorgronde )gevaar $",
      "(?:bewusteloos|ademt niet|reageert niet meer|buiten bewustzijn|ambulance nodig|buiten kennis)",
      "(?:moet ik|moeten we|bel|bellen we|zal ik|zullen we) (?:\\S+ ){0,2}112",
      `(?:${child}|zusje|broertje) (?:\\S+ ){0,5}(?:alleen gelaten|alleen achtergelaten|uitgehongerd|vastgebonden|opgesloten in|aan haar lot|aan zijn lot|aan hun lot)`,
      "(?:wordt|word|werd|zit|is|zitten) (?:\\S+ ){0,4}(?:opgesloten|vastgebonden|vastgehouden)(?! in (?:zichzelf|zijn hoofd|haar hoofd|zijn eigen))",
      "(?:baby|peuter|kleuter|zusje|broertje) (?:\\S+ ){0,4}alleen (?:thuis|gelaten|in huis)",
      "(?:dagen|nacht|nachten|weekend) (?:\\S+ ){0,15}alleen thuis",
      `(?:${adult}) (?:is|zijn) (?:al )?(?:\\S+ ){0,2}(?:dagen|nachten|week) weg(?! voor| naar)`,
      "(?:heeft|hebben|krijgt|krijgen) (?:\\S+ ){0,2}(?:niets|niks) te eten(?! bij)",
      `${person} (?:\\S+ ){0,3}(?:opsluit|opsloot|vastbindt|vastbond|vastgebonden)`,
      "(?:kinderen|kind) (?:\\S+ ){0,4}alleen thuis (?:\\S+ ){0,3}(?:nacht|s nachts|dagen|weekend|gelaten)",
      "(?:krijgt|krijgen) (?:thuis )?(?:al dagen |dagen )?geen (?:eten|drinken)(?! (?:mee|bij ons op school))",
    ],
    excuses: "voortgang|overgang|planning|plaatsing|griep|ziek|gamet|fiets|voetbal|verkeer|toets|computer",
  },
  {
    // Sexual abuse and exploitation.
    patterns: [
      "(?:seksueel|sexueel) (?:misbruik|misbruikt|grensoverschrijdend|geweld|lastig|lastiggevallen|contact met|uitgebuit)",
      "(?:seksuele|sexuele) (?:handelingen|uitbuiting|intimidatie|dingen|spelletjes|afpersing|toespelingen)",
      `zwanger (?:van|door) (?:${own}) (?:${adult}|leraar|meester|neef|broer)`,
      `aan (?:haar|zijn|hun|mijn|de|mn) (?:plasser|plassertje|piemel|borsten|borst|billen|vagina|kruis|geslachtsdeel|geslachtsdelen|kutje|voorbips) (?:zit|zat|zitten|gezeten|komt|kwam|gevoeld|voelt|raakt)`,
      `(?:zit|zat|gezeten|komt|kwam|voelt|gevoeld|raakt) (?:\\S+ ){0,2}aan (?:haar|zijn|hun|mijn|de|mn) (?:plasser|plassertje|piemel|borsten|billen|vagina|kruis|geslachtsdeel|geslachtsdelen|kutje|voorbips)`,
      `(?:zit|zat) (?:\\S+ ){0,1}aan (?:${own}) (?:dochter|dochtertje|kinderen|kind|stiefdochter|zoontje|stiefzoon|zusje|broertje)`,
      `(?:wordt|word|werd|is|worden|ben|zijn|vroeger) (?:\\S+ ){0,4}misbruikt`,
      `misbruikt (?:\\S+ ){0,1}${victim}`,
      `misbruikt (?:\\S+ ){0,1}door`,
      "(?:verkracht|verkrachting|verkrachtte|verkrachten|aangerand|aanranding|aanrandt|incest|ontucht|betast|sextortion|grooming|loverboy|loverboys|mensenhandel|afgeperst met naaktfotos|groepsverkrachting)",
      `(?:zit|zat|zitten) (?:\\S+ ){0,2}aan (?:haar|hem|mij|me|mn|zijn)(?= (?:$|(?:lijf|lichaam|piemel|borsten|billen|${after})(?: |$)))`,
      `aan (?:haar|hem|mij|me) (?:zit|zat)`,
      "(?:raakt|raakte|voelt|voelde|grijpt) (?:\\S+ ){0,4}(?:tussen (?:haar|zijn|mijn|de) benen|borsten|geslachtsdeel|geslachtsdelen|piemel|vagina|kruis|onderbroek|intiem|op plekken|waar ze dat niet wil|waar hij dat niet wil)",
      "(?:komt|kwam|kruipt|kroop|ligt) (?:\\S+ ){0,3}(?:s nachts|elke nacht|in de nacht) (?:\\S+ ){0,4}(?:kamer|bed)",
      "(?:komt|kwam|kruipt|kroop) (?:\\S+ ){0,2}(?:bij haar|bij hem|in haar|in zijn|bij mij|in mijn) (?:in )?bed",
      `(?:${adult}) (?:\\S+ ){0,2}${person} (?:(?!(?:schouder|arm|hand|rug|elleboog) )\\S+ ){0,3}aangeraakt(?! (?:op|bij) (?:haar|zijn|de|mijn|een) (?:schouder|arm|hand|rug|elleboog))`,
      `(?:${adult}) (?:raakt|raakte) ${person} (?:\\S+ ){0,3}aan(?! (?:op|bij) (?:haar|zijn|de|mijn|een) (?:schouder|arm|hand|rug|elleboog))`,
      `(?:${adult}) (?:\\S+ ){0,4}(?:vieze|seksuele|sexuele) (?:dingen|spelletjes)`,
      "naaktfoto(?:s)?",
      "(?:gedwongen|dwingt|dwong|moet|moest) (?:\\S+ ){0,4}(?:tot seks|seks|sex|uitkleden voor|prostitutie|de prostitutie)",
    ],
    excuses:
      "voorlichting|vertrouwen|gastles|lespakket|keuken|stoel|bureau|uitleg|naam van|identiteit|bekend",
  },
  {
    // A child that is gone, or is about to be taken away.
    patterns: [
      "vermist",
      "vermissing",
      `(?:is|was|zijn|weer|net|vannacht|gisteren|sinds) (?:\\S+ ){0,3}(?:weggelopen|van huis weg)`,
      `(?:${child}|hij|zij|ze) (?:\\S+ ){0,4}(?:weggelopen|spoorloos|ontvoerd|niet thuisgekomen|niet thuis gekomen|nooit aangekomen)`,
      "(?:zijn|ben|raakten|was|waren) (?:een|het|ons|de|mijn|twee) (?:leerling|kind|dochter|zoon|kleuter|kleuters|leerlingen|kinderen) kwijt(?! (?:aan|qua))",
      "(?:spoorloos|ontvoerd|ontvoering|ontvoeren|ontvoert|kindontvoering)",
      "(?:weet|weten|niemand weet) (?:\\S+ ){0,2}(?:niet )?waar (?:hij|zij|ze|het kind|de leerling|mijn kind|mijn dochter|mijn zoon|ons kind) (?:\\S+ ){0,2}(?:is|uithangt|zit|verblijft|gebleven)(?! (?:met|in de|in het|aan|bij))",
      "(?:niet|nog niet|niet meer) thuis(?: |)gekomen",
      `(?:sinds|al) (?:\\S+ ){0,4}(?:verdwenen|niet meer gezien|onvindbaar)`,
      "(?:uitgehuwelijkt|uithuwelijken|uithuwelijking|gedwongen huwelijk|gedwongen te trouwen|moet trouwen|kindhuwelijk|eerwraak|eergerelateerd geweld|genitale verminking|meisjesbesnijdenis|vrouwenbesnijdenis)",
      "(?:achtergelaten|achterlaten|meenemen|meegenomen|mee te nemen|meeneemt) (?:\\S+ ){0,3}(?:in het buitenland|naar het buitenland|naar syrie)(?! op vakantie)",
      "(?:wordt|worden|moet|gestuurd|meegenomen|gaat) (?:\\S+ ){0,15}(?:om te|gedwongen te|te) trouwen",
      `(?:${child}|hij|zij|ze) (?:is|zijn) (?:al |sinds )(?:\\S+ ){0,4}zoek(?! naar)`,
      "naar het buitenland (?:\\S+ ){0,2}(?:ontvoeren|meeneemt|meenemen zonder|mee te nemen zonder)",
    ],
    excuses:
      "tas|jas|gymtas|sleutel|sleutels|boek|telefoon|laptop|fiets|usb|bril|kat|hond|poes|map|dossier|uit de les|uit de klas|lokaal|terug in|weer terug|vergadering|overleg|konijn|hamster|wanten|ipad|chromebook|beker|formulier|pakket|brief|vestiging|mail|knuffel|portemonnee|pasje|rapport|bericht",
  },
];
