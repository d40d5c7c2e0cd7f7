/**
 * What a typed message asks for. Small on purpose: it knows the commands that exist, forgives one typing error in
 * their words, and calls everything else unknown: a wrong guess about a child is worse than a help card.
 */
import { commonWords } from "./common-word.ts";
import { signalsDanger } from "./crisis.ts";
import type { Recht } from "./rechten.ts";
import { fold, withinOneEdit } from "./spelling.ts";

/** All names of the agreement; `understand` answers with those that have a command today. */
export const intents = [
  "hulpvraag_nieuw",
  "hulpvraag_zoeken",
  "hulpvraag_status",
  "toestemming_vastleggen",
  "toestemming_intrekken",
  "overlegronde_plannen",
  "overlegronde_wanneer",
  "overlegronde_agenda",
  "overlegronde_afmelden",
  "beschikbaarheid_opgeven",
  "regierol_mijn",
  "regierol_toewijzen",
  "regierol_overdragen",
  "giz_vastleggen",
  "voortgang_melden",
  "actie_mijn",
  "actie_nieuw",
  "actie_afronden",
  "herinnering_uitstellen",
  "samenvatting_plaatsen",
  "verslag",
  "weekbericht",
  "instellingen",
  "rechten_inzage_verwijderen",
  "folder",
  "hulp",
  "groet",
  "crisis",
  "onbekend",
] as const;
export type Intent = (typeof intents)[number];

export interface Slots {
  /** "HV-1234", however it was typed. */
  readonly hulpvraag?: string;
  /** A question in which nobody is named. */
  readonly vorm?: "anoniem";
  /** Which right is asked for. */
  readonly recht?: Recht;
  /** Asks for the rounds of a whole school year; our own mark as well. */
  readonly reeks?: true;
  /** Asks to look for a moment together; our own mark as well. */
  readonly prik?: true;
  /** Asks for the acties of the team; our own mark. */
  readonly team?: true;
  /** Asks who works in the team; our own mark. */
  readonly leden?: true;
  /** Asks whether what was told arrives; our own mark. */
  readonly bezorging?: true;
  /** Asks to set the lengths of the terms; our own mark. */
  readonly termijnen?: true;
  /** Asks who has the regie; our own mark. */
  readonly regie?: true;
  /** Asks who saw or did what; our own mark, beside the slots of the agreement. */
  readonly logboek?: true;
}

export interface Understood {
  readonly intent: Intent;
  readonly slots: Slots;
  /** From 0 to 1; 1 where the message is nothing but the command. */
  readonly confidence: number;
}

/** Words of commands of five letters or more; one typing error in them is forgiven. */
const vocabulary =
  `hulpvraag hulpvragen leerling nieuwe casus aanmelden aanmelding inbrengen inbreng indienen invoeren starten
toevoegen aanmaken bespreken toestemming vastleggen registreren noteren gekregen gegeven getekend ontvangen overleg
overleggen overlegronde overlegrondes bijeenkomst plannen inplannen agenda wanneer volgende eerstvolgende regierol
regierollen regie taken acties actie actiepunten openstaande weekbericht weekoverzicht maandagbericht status zoeken
teamactie teamacties overzicht adviesvraag adviesvragen anoniem anonieme inzage correctie verwijderen bewaartermijn gegevens logboek
goedemorgen goedemiddag goedenavond bedankt hallo ondertekend intrekken afmelden bezwaar verslag
studiedag studiedagen schoolkalender datumprikker teamleden bezorging`
    .trim()
    .split(/\s+/)
    .filter((word) => word.length >= 5);
const known = new Set(vocabulary);

/** A short word must begin alike, because more real words lie around it. */
function corrected(word: string): string {
  if (word.length < 4 || known.has(word) || commonWords.has(word)) return word;
  const near = vocabulary.filter(
    (v) => withinOneEdit(word, v) && (v.length > 6 || word[0] === v[0]) && !isForm(word, v),
  );
  return near.length === 1 ? (near[0] ?? word) : word;
}

/** A real form of the same word ("nieuw", "ronde", "actief") is not a typing error. */
const forms = new Set(
  "nieuw plan plannen planning planten klanten actief activiteit regio registreer registratie start leerlingen noteer aanmeld inplan gegevens toestemmingen overlegd verleggen gegeten status statuut acteren fiets plannetje takken token hallen halte".split(
    " ",
  ),
);
const isForm = (word: string, of: string): boolean => word !== of && forms.has(word);

const meeting =
  "(?:overleg|overleggen|overlegronde|overlegrondes|ronde|rondes|szt|bijeenkomst|bijeenkomsten|szt overleg|zorgoverleg|zorgteamoverleg)";
const case_ = "(?:hulpvraag|casus|aanmelding)";
const some = "(?:\\S+ ){0,4}";
const permission = "(?:toestemming|toestemmingen|toestemmingsformulier|toestemmingsverklaring|akkoord)";

/** To ask the kernteam for advice without saying about whom. */
const nameless = [
  "(?:adviesvraag|adviesvragen)",
  `anonieme? ${some}(?:vraag|hulpvraag|casus|consultatie|bespreking|bespreken|overleggen|voorleggen|inbrengen|advies)`,
  `(?:vraag|hulpvraag|casus|advies|bespreken|voorleggen|inbrengen|overleggen) ${some}(?:anoniem|zonder naam)`,
  `(?:advies|vraag) ${some}(?:aan|van) (?:het )?kernteam`,
];

/** The work of the team itself, beside the hulpvragen. */
const teamWords = [
  "(?:teamactie|teamacties|teamtaken|teamtaak)",
  "(?:acties|taken|actielijst|actiepunten) van (?:het|ons|mijn) (?:team|szt|zorgteam)",
];

/** The rounds of a year at once. */
const yearWords = [
  "(?:jaarplan|jaarplanning|jaarrooster|jaarplannen|jaaragenda|vergaderrooster)",
  `(?:heel|hele|het) schooljaar ${some}(?:plannen|inplannen|plan)`,
  `(?:plan|plannen|inplannen) ${some}(?:heel|hele|het) (?:school)?jaar`,
  `(?:plan|plannen|inplannen) ${some}(?:elke|iedere|om de) (?:\\S+ )?(?:week|weken|schoolweken)`,
];

/** To look for a moment together. */
const prikWords = [
  "(?:datumprikker|datumprikkers|momentprikker|datumprik)",
  `(?:datum|moment) ${some}prikken`,
  `(?:prik|prikken) ${some}(?:datum|moment)`,
  `(?:datum|moment) ${some}kiezen ${some}${meeting}`,
  `(?:ander|nieuw|gezamenlijk) moment ${some}(?:zoeken|vinden|kiezen|afspreken)`,
  `(?:zoek|vind|kies) ${some}(?:ander|nieuw|gezamenlijk) moment`,
];

/** The days on which a school is closed; a day that somebody has off is another matter. */
const freeDayWords = [
  "(?<=^ )(?:\\S+ ){0,3}(?:studiedag|studiedagen|lesvrije dagen|schoolkalender|schoolvakanties) (?:\\S+ ){0,2}$",
  "(?<=^ )(?:de |onze |eigen )?vrije dagen (?:van (?:de |onze |mijn )?school )?$",
];

/** Who works in the team, and what was agreed with them; nothing else may be said. */
const memberWords = [
  "(?<=^ )(?:toon |laat |bekijk )?(?:mijn |ons |het |dit |onze )?(?:team|szt|zorgteam|teamleden|teamsamenstelling)(?: zien| tonen| bekijken)? $",
  "(?<=^ )(?:leden|samenstelling) van (?:het|ons|mijn) (?:team|szt|zorgteam) $",
  "(?<=^ )wie (?:zit|zitten|werkt|werken) (?:er )?(?:allemaal )?in (?:het|ons|mijn) (?:team|szt|zorgteam) $",
];

/** Whether messages arrive, of everybody; nothing else may be said. */
const deliveryWords = [
  "(?<=^ )(?:toon |laat |bekijk )?(?:de |het )?(?:bezorging|bezorgoverzicht)(?: zien| tonen| bekijken)? $",
  "(?<=^ )komen (?:de |alle |onze )?berichten (?:wel |goed |allemaal )*aan $",
  "(?<=^ )wie (?:is|zijn) (?:er )?(?:niet bereikbaar|onbereikbaar) $",
  "(?<=^ )wie (?:krijgt|krijgen) (?:er )?geen (?:bericht|berichten) $",
];

/** How long the terms are, for a whole samenwerkingsverband; nothing else may be said. */
const termWords = [
  "(?<=^ )(?:toon |laat |bekijk )?(?:de |mijn |alle )?(?:instellingen|termijninstellingen)(?: van (?:de )?termijnen)?(?: zien| tonen| bekijken| aanpassen| wijzigen)? $",
  "(?<=^ )(?:de |alle )?termijnen (?:instellen|aanpassen|wijzigen) $",
  "(?<=^ )(?:lengte|lengtes) van (?:de )?termijnen $",
];

/** Who has the regie: of one hulpvraag on its card, of all of them in one list. */
const regieWords = [
  "(?:wie|bij wie|waar) (?:\\S+ ){0,2}(?:heeft|hebben|doet|voert|ligt|is|zijn) (?:\\S+ ){0,3}(?:regie|regierol|casusregie|regierolhouder|regiehouder|regievoerder)",
  "(?:regie|regierol) (?:\\S+ ){0,2}(?:van|over|bij|voor) (?:\\S+ ){0,2}(?:hv|hulpvraag|hulpvragen|casus)",
  "(?<=^ )(?:caseload|overzicht van de regie|overzicht regie|overzicht regierollen) $",
];

/** Who saw it: of a hulpvraag, not of an agenda or a message. */
const seenWords = [
  "logboek",
  `wie (?:heeft|hebben|had|hadden) ${some}(?:hv|hulpvraag|casus|dossier|gegevens) ${some}(?:gezien|bekeken|gelezen|ingezien|geopend|gekeken)`,
  `wie (?:zag|zagen|bekeek|bekeken|las|lazen|opende|openden|keek|keken|ziet|zien) ${some}(?:hv|hulpvraag|casus|dossier|gegevens)`,
  `door wie ${some}(?:hv|hulpvraag|casus|dossier) ${some}(?:gezien|bekeken|gelezen|ingezien)`,
];
const held = "(?:hv|hulpvraag|gegevens|dossier|data|leerling|kind|alles|informatie)";
/** Which right, in order. Erasing needs to be said of data: a meeting is cancelled with the same word. */
const rechtRules: readonly (readonly [Recht, readonly string[]])[] = [
  [
    "verwijderen",
    [
      `${held} ${some}(?:verwijderen|wissen|vernietigen|vergeten|verwijderd|gewist|weghalen)`,
      `(?:verwijder|verwijderen|wis|wissen|vernietig|vernietigen) ${some}${held}`,
      "(?:verwijderverzoek|vergetelheid|recht om vergeten te worden)",
      // Nothing else said: the first word, and the last.
      "(?<=^ )(?:verwijderen|wissen) $",
    ],
  ],
  [
    "inzage",
    [
      "(?:inzage|inzageverzoek|inzagerecht|inzien)",
      `(?:kopie|afschrift|uitdraai) van ${some}${held}`,
      `(?:welke|wat voor) gegevens ${some}(?:bewaard|bewaren|staan|vastgelegd)`,
      `gegevens ${some}(?:opvragen|exporteren|downloaden|ophalen)`,
      ...seenWords,
    ],
  ],
  [
    "correctie",
    [
      "(?:correctie|correctieverzoek|rectificatie)",
      `${held} ${some}(?:corrigeren|rectificeren|verbeteren|rechtzetten)`,
      `(?:corrigeer|corrigeren|verbeter|rectificeer) ${some}${held}`,
    ],
  ],
  [
    "bewaartermijn",
    [
      "(?:bewaartermijn|bewaartermijnen|bewaarplicht)",
      `hoe lang ${some}(?:bewaard|bewaren|bewaart)`,
      `(?:langer|niet langer) bewaren`,
    ],
  ],
];

const injection =
  "(?:negeer|vergeet|ignore|system|systeemprompt|prompt|instructies|instructions|doe alsof|je bent nu|hack|wachtwoord)";

/** In order: the first that fits decides. Written over plain words with one space around each. */
const rules: readonly (readonly [Intent, readonly string[]])[] = [
  ["onbekend", [injection]],
  ["rechten_inzage_verwijderen", rechtRules.flatMap(([, patterns]) => patterns)],
  ["instellingen", [...freeDayWords, ...memberWords, ...deliveryWords, ...termWords]],
  [
    "toestemming_intrekken",
    [
      `${permission} ${some}(?:intrekken|in te trekken|ingetrokken|intrekt|trekken ${some}in|trekt ${some}in|trek ${some}in|trok ${some}in)`,
      `(?:intrekken|ingetrokken|intrekt|intrekking) ${some}${permission}`,
      `(?:trekken|trekt|trek|trok|trokken) ${some}${permission} (?:\\S+ ){0,3}in`,
      "(?:bezwaar|bezwaren)",
    ],
  ],
  [
    // What is asked here has no command yet; better no answer than the opposite one.
    "onbekend",
    [
      `(?:intrekken|ingetrokken|intrekt|trekken ${some}in|trekt ${some}in|trek ${some}in|weigert|weigeren|geweigerd)`,
      `geen (?:\\S+ )?${permission}`,
      `niet (?:\\S+ )?akkoord`,
      "(?:afmelden|afwezig|verhinderd|afzeggen|verplaatsen|verzetten|annuleren|verwijderen|wissen)",
      `(?:regierol|regie) ${some}(?:overdragen|overnemen|overgeven|toewijzen|teruggeven)`,
      "(?:instellingen|uitstellen|weerbericht|recept|mop|grap)",
    ],
  ],
  [
    "verslag",
    [
      `(?:toon|laat|geef|stuur|open|bekijk|zie|zien|lees|lezen|waar is|waar staat|waar vind ik|mag ik|kan ik) ${some}(?:verslag|notulen)`,
      `(?:verslag|notulen) (?:\\S+ ){0,3}${meeting}`,
      `(?:verslag|notulen) ${some}(?:sturen|tonen|laten zien|bekijken|inzien|lezen|openen)`,
      "(?:(?:laatste|vorige|mijn|het|de) ){0,2}(?:verslag|notulen) $",
    ],
  ],
  ["onbekend", ["(?:verslag|notulen)"]],
  [
    "toestemming_vastleggen",
    [
      `${permission} ${some}(?:vastleggen|vast te leggen|registreren|noteren|invoeren|opslaan|toevoegen|verwerken|gegeven|gekregen|ontvangen|getekend|ondertekend|binnen|geven|hebben|is er|rond|leg vast|vastgelegd)`,
      `(?:leg|leggen|registreer|noteer|vastleggen|registreren|noteren|heb|hebben|heeft|kreeg|kregen|geven|gaven|geeft|gaf|tekenden|ontvangen) ${some}${permission}`,
      "(?:moeder|vader|ouders|voogd|leerling|ouder) (?:\\S+ ){0,3}(?:akkoord|ondertekend|getekend)",
      "toestemming(?: (?:ouders|voor|van|nieuw|nieuwe|\\S*hv\\S*))* $",
      // The button that makes a letter stands on the card of the hulpvraag.
      "(?:ouderbrief|toestemmingsbrief|bezwaarbrief|brief (?:voor|naar|aan) (?:de )?(?:ouders|ouder|voogd|leerling))",
    ],
  ],
  [
    "hulpvraag_nieuw",
    [
      ...nameless,
      `nieuwe ${case_}`,
      `${case_} ${some}(?:aanmelden|aan te melden|inbrengen|in te brengen|indienen|in te dienen|invoeren|in te voeren|starten|toevoegen|aanmaken|nieuw|maken|te bespreken|bespreken|opvoeren|aandragen)`,
      `(?:leerling|kind|zorgen) ${some}(?:aanmelden|aan te melden|inbrengen|in te brengen|indienen|in te dienen|bespreken|aandragen)`,
      `(?:inbrengen|aanmelden|indienen|start|maak|begin|meld|breng|dien|voer|heb|aanmaken) (?:even |graag |een |nieuwe |nog )*(?:hulpvraag|casus|leerling)(?! (?:met de|gesproken))`,
      `(?:breng|meld|dien) ${some}(?:leerling|hulpvraag|casus|kind) (?:\\S+ ){0,3}(?:in|aan)`,
      "(?:inbrengen|aanmelden|hulpvraag nieuw|intake|nieuwe intake|intake starten) $",
    ],
  ],
  [
    "regierol_mijn",
    [
      `mijn (?:regierol|regierollen|regie|regiezaken)`,
      `(?:waar|welke|wat|waarvan|waarvoor|wiens) ${some}(?:ik|mij) ${some}(?:regierol|regierollen|regie|regierolhouder)`,
      `(?:waar|welke|wat|waarvan|waarvoor) ${some}(?:regierol|regierollen|regie) ${some}ik`,
      "heb ik (?:\\S+ ){0,3}(?:regierol|regierollen|regie)",
      "(?:regierol|regierollen) $",
    ],
  ],
  [
    "actie_nieuw",
    [
      "(?:actie|taak|acties|taken|teamactie|teamacties) (?:toevoegen|aanmaken|maken|vastleggen)",
      "(?:nieuwe|extra) (?:actie|taak|teamactie)",
      "(?:maak|zet|voeg|leg) (?:\\S+ ){0,3}(?:actie|taak|teamactie) (?:\\S+ ){0,2}(?:aan|toe|vast|neer)",
    ],
  ],
  [
    "actie_afronden",
    [
      "(?:actie|taak|acties|taken|teamactie) (?:\\S+ ){0,2}(?:afronden|afvinken|klaar|gedaan|afgerond)",
      "(?:vink|rond) (?:\\S+ ){0,3}(?:actie|taak|teamactie) af",
    ],
  ],
  [
    "actie_mijn",
    [
      ...teamWords,
      `mijn (?:openstaande |open |lopende )?(?:taken|acties|actie|actiepunten|taak|takenlijst|actielijst|todo|to do|todos)`,
      `(?:welke|wat zijn|toon|laat|geef|heb ik) ${some}(?:taken|acties|actiepunten|takenlijst|actielijst)`,
      "wat (?:moet|staat) (?:er )?(?:ik )?(?:nog |deze week |vandaag |allemaal |er |voor mij )*(?:doen|te doen|open|voor mij open|klaar voor mij)",
      "wat moet ik (?:\\S+ ){0,3}(?:doen|afmaken)",
      "(?:openstaande|open) (?:taken|acties|actiepunten)",
      "(?:taken|acties|takenlijst|actielijst|actiepunten|todo|to do) $",
    ],
  ],
  [
    "weekbericht",
    [
      "(?:weekbericht|weekoverzicht|maandagbericht|digest|wekelijks bericht|wekelijkse bericht|wekelijkse overzicht|bericht van de week|weekupdate|weekrapport)",
    ],
  ],
  [
    "overlegronde_agenda",
    [
      `agenda ${some}(?:${meeting}|morgen|vandaag|volgende|dinsdag|maandag|woensdag|donderdag|vrijdag)`,
      `(?:toon|laat|geef|open|bekijk|zie|stuur|wat staat er op|wat staat op|wat is|mag ik|welke|de|mijn|volgende) (?:\\S+ ){0,3}agenda`,
      `(?:wat|wie|welke) ${some}(?:besproken|bespreken|bespreekt|behandelen) ${some}${meeting}`,
      `${meeting} (?:\\S+ ){0,2}agenda`,
      "agenda $",
    ],
  ],
  [
    "overlegronde_plannen",
    [
      ...yearWords,
      ...prikWords,
      `(?:plan|plannen|inplannen|organiseer|organiseren|planning|maak|aanmaken|zet|nieuw|nieuwe|start|regel) (?:\\S+ ){0,4}${meeting}`,
      `${meeting} (?:\\S+ ){0,4}(?:plannen|inplannen|in te plannen|te plannen|organiseren|aanmaken|nieuw|maken|beleggen|prikken)`,
    ],
  ],
  [
    "overlegronde_wanneer",
    [
      `mijn (?:volgende |komende |aankomende |eerstvolgende )?${meeting}`,
      `(?:wanneer|hoe laat|welke dag|op welke dag|waar) ${some}(?:${meeting}|overleggen we|vergaderen we|bij elkaar)`,
      `(?:volgende|eerstvolgende|komende|aankomende|overzicht van de|overzicht|toon|welke) (?:\\S+ )?${meeting}`,
      "(?:overleggen|overlegrondes|rondes|bijeenkomsten|overleg|overlegronde) $",
      "(?<=^ )(?:mijn |toon |geef )?(?:overzicht|weekplanning)(?: van de komende weken| komende weken)? $",
    ],
  ],
  [
    "hulpvraag_status",
    [
      ...regieWords,
      "(?:status|stand van zaken|voortgang|hoe staat|hoe staat het|hoe gaat het|hoe ver|waar staan we|wat is er gebeurd|hoe loopt) (?:\\S+ ){0,6}(?:hv|hulpvraag|hulpvragen|casus)",
      "(?:hv|hulpvraag|casus) (?:\\S+ ){0,3}(?:status|stand van zaken|hoe staat)",
    ],
  ],
  [
    "hulpvraag_zoeken",
    [
      "(?:zoek|zoeken|vind|toon|open|bekijk|laat|geef|waar is|welke|mijn|overzicht) (?:\\S+ ){0,4}(?:hv|hulpvraag|hulpvragen|casus|casussen)",
      "(?:hulpvraag|hulpvragen|casus) (?:\\S+ ){0,2}(?:zoeken|opzoeken|vinden|bekijken|openen|tonen)",
      "(?:hulpvragen|zoeken) $",
    ],
  ],
  [
    "folder",
    [
      "(?:folder|ouderfolder|informatiefolder) (?:voor|over|van) (?:\\S+ )?(?:ouders|team|szt|zorgteam)",
      "informatie (?:voor|over|aan) (?:de )?(?:ouders|zorgteam|szt)",
      "(?:folder|ouderfolder|informatiefolder) $",
    ],
  ],
  [
    "hulp",
    [
      "(?:help|hulp|uitleg|menu|opties|commandos|handleiding|mogelijkheden|helpen|info) $",
      "(?:wat|waarmee) (?:kun|doe) (?:je|jij)",
      "wat kan (?:je|jij|ik|deze bot|de bot|zorgronde)",
      "(?:hoe werkt|hoe gebruik) (?:dit|het|de bot|deze bot|zorgronde|jij|je|ik deze|ik dit)",
      "(?:help|hulp|uitleg) (?:me|mij|ons|graag|nodig|aub|alsjeblieft|svp|bij zorgronde|met zorgronde|gebruik|bij deze bot)",
      "kun je (?:mij |me )?(?:helpen|uitleggen)",
      "(?:ik )?(?:snap|begrijp) (?:het|dit|er) (?:even |hier )?(?:niet|niks)",
    ],
  ],
];

/** A greeting is one only when nothing else is said. */
const greeting =
  /^ (?:(?:hoi|hallo|hey|hi|he|dag|goedemorgen|goedemiddag|goedenavond|goeiemorgen|goeiemiddag|goede|morgen|middag|avond|hai|moin|yo|bot|zorgronde|daar|allemaal|bedankt|dank|dankje|dankjewel|je|jij|u|wel|heel|erg|thanks|ok|oke|top|fijn|tot|ziens|doei|groet|groeten|groetjes|hoe|gaat|het|met|en) )+$/;
const greetingWord =
  /(?<= )(?:hoi|hallo|hey|hi|dag|hai|yo|goedemorgen|goedemiddag|goedenavond|goeiemorgen|goeiemiddag|goede|bedankt|dank|dankje|dankjewel|thanks|doei|ziens|groet|groeten|groetjes)(?= )/;

/** "HV-1234", "hv 1234" and "HV1234" at any place, but not inside a longer word or number. */
const reference = /(?<![\p{L}\p{N}])(?:hv|hulpvraag)[\s-]{0,3}(\d{4})(?![\p{L}\p{N}])/u;

const whole = (patterns: readonly string[]) => new RegExp(`(?<= )(?:${patterns.join("|")})(?= |$)`);
const compiled = rules.map(([intent, patterns]) => [intent, whole(patterns)] as const);

const compiledRechten = rechtRules.map(([recht, patterns]) => [recht, whole(patterns)] as const);

const seen = whole(seenWords);

function rechtIn(intent: Intent, words: string): Pick<Slots, "recht" | "logboek"> {
  if (intent !== "rechten_inzage_verwijderen") return {};
  const command = words.replace(polite, "");
  const recht = compiledRechten.find(([, pattern]) => pattern.test(words) || pattern.test(command))?.[0];
  return {
    ...(recht ? { recht } : {}),
    ...(recht === "inzage" && seen.test(words) ? { logboek: true } : {}),
  };
}

const namelessWords = whole(nameless);

function vormIn(intent: Intent, words: string): Pick<Slots, "vorm"> {
  return intent === "hulpvraag_nieuw" && namelessWords.test(words) ? { vorm: "anoniem" } : {};
}

const seriesWords = whole(yearWords);

function reeksIn(intent: Intent, words: string): Pick<Slots, "reeks"> {
  return intent === "overlegronde_plannen" && seriesWords.test(words) ? { reeks: true } : {};
}

const momentWords = whole(prikWords);

function prikIn(intent: Intent, words: string): Pick<Slots, "prik"> {
  return intent === "overlegronde_plannen" && momentWords.test(words) ? { prik: true } : {};
}

const regie = whole(regieWords);

function regieIn(intent: Intent, words: string): Pick<Slots, "regie"> {
  const command = words.replace(polite, "");
  return intent === "hulpvraag_status" && (regie.test(words) || regie.test(command)) ? { regie: true } : {};
}

const members = whole(memberWords);

function ledenIn(intent: Intent, words: string): Pick<Slots, "leden"> {
  const command = words.replace(polite, "");
  return intent === "instellingen" && (members.test(words) || members.test(command)) ? { leden: true } : {};
}

const delivery = whole(deliveryWords);

function bezorgingIn(intent: Intent, words: string): Pick<Slots, "bezorging"> {
  const command = words.replace(polite, "");
  return intent === "instellingen" && (delivery.test(words) || delivery.test(command))
    ? { bezorging: true }
    : {};
}

const lengths = whole(termWords);

function termijnenIn(intent: Intent, words: string): Pick<Slots, "termijnen"> {
  const command = words.replace(polite, "");
  return intent === "instellingen" && (lengths.test(words) || lengths.test(command))
    ? { termijnen: true }
    : {};
}

const teamwork = whole(teamWords);

function teamIn(intent: Intent, words: string): Pick<Slots, "team"> {
  return intent === "actie_mijn" && teamwork.test(words) ? { team: true } : {};
}

/** Politeness in front and behind changes nothing: "hoi, mijn taken graag". */
const polite =
  /(?<= )(?:hoi|hallo|hey|dag|goedemorgen|goedemiddag|graag|aub|alsjeblieft|alstublieft|svp|even|eens|zorgronde|bot|bedankt|dank je wel|dank je|dankjewel|wil ik|ik wil|ik zou|zou ik|willen) (?=\S)|(?<= )(?:graag|aub|alsjeblieft|alstublieft|svp|even|eens|zorgronde|bot|bedankt|dankjewel) $/g;

function plainWords(text: string): string {
  const words = fold(text)
    .replace(/<at>[^<]{0,80}<\/at>/g, " ")
    .replace(/<[^<>]{0,80}>|&nbsp;/g, " ")
    .replace(/'/g, "")
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${(words ?? []).map(corrected).join(" ")} `;
}

/** Longer than this it is a story, not a command. */
const longestCommand = 30;

function found(words: string, count: number): Intent {
  const command = words.replace(polite, "");
  const byRule = compiled.find(([, pattern]) => pattern.test(words) || pattern.test(command))?.[0];
  if (byRule !== undefined) return count <= longestCommand ? byRule : "onbekend";
  return greeting.test(words) && greetingWord.test(words) ? "groet" : "onbekend";
}

export function understand(text: string): Understood {
  if (signalsDanger(text)) return { intent: "crisis", slots: {}, confidence: 1 };
  const digits = reference.exec(fold(text))?.[1];
  const words = plainWords(text).replace(/ (hv|hulpvraag) ?\d{4} /, " $1 ");
  const count = words.trim().split(" ").length;
  const intent = found(words, count);
  if (/^\s*\?+\s*$/.test(text)) return { intent: "hulp", slots: {}, confidence: 1 };
  const recht = rechtIn(intent, words);
  const own: Slots = {
    ...recht,
    ...vormIn(intent, words),
    ...reeksIn(intent, words),
    ...prikIn(intent, words),
    ...teamIn(intent, words),
    ...ledenIn(intent, words),
    ...bezorgingIn(intent, words),
    ...termijnenIn(intent, words),
    ...regieIn(intent, words),
  };
  if (digits === undefined) return { intent, slots: own, confidence: confidenceOf(intent, count) };
  const slots = { hulpvraag: `HV-${digits}`, ...own };
  // A reference with nothing else that we know, in a short message: show that hulpvraag.
  if (intent === "onbekend" && count <= 3) return { intent: "hulpvraag_zoeken", slots, confidence: 0.8 };
  return intent === "onbekend"
    ? { intent, slots: {}, confidence: 0 }
    : { intent, slots, confidence: confidenceOf(intent, count) };
}

function confidenceOf(intent: Intent, words: number): number {
  if (intent === "onbekend") return 0;
  return words <= 4 ? 1 : words <= 12 ? 0.8 : 0.6;
}
