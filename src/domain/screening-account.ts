/** Accounts, addresses on the web and numbers of papers: `other`, by their form and by the word before them. */
import type { Span, View } from "./screening-view.ts";

const spans = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((m) => {
    const value = m.groups?.v;
    const end = m.index + m[0].length;
    return { start: value === undefined ? m.index : end - value.length, end };
  });

const service =
  "(?:insta(?:gram)?|snap(?:chat)?|tiktok|tik tok|facebook|fb|twitter|discord|twitch|youtube|yt|roblox|fortnite|psn|gamertag|linkedin|telegram|skype|onlyfans|x-account|account|gebruikersnaam|username|gamenaam|nickname|inlognaam|accountnaam|profielnaam)";
/** Behind the name of a service: what looks like an account has a digit, a sign or an @. */
const named = new RegExp(
  String.raw`\b${service}(?:[\s:.=-]|is|account|naam|heet|als|op|onder|de|van|haar|hem|zijn|dat|ook){0,8}[\s:]+(?<v>@?(?=[\w.]{0,30}[\d_.@])[a-z0-9_][\w.]{2,29}[a-z0-9_]|@[\w.]{2,30})`,
  "g",
);
const behindService = new RegExp(
  String.raw`(?<v>@?\b(?=[a-z.]{0,30}[\d_])[\w.]{3,30})\s(?:op|bij|via)\s${service}\b`,
  "g",
);
/** "@lottexx_07": with nothing glued before it, so no mail address, and not the bot or a person of the team. */
const handle = /(?<![\w.%+-])@(?=[a-z.]{0,30}[\d_.])[a-z0-9_][\w.]{1,29}[a-z0-9_]/g;
const anyHandle = new RegExp(String.raw`\b${service}\b.{0,30}?(?<v>@[a-z][\w.]{2,30})`, "g");

const ip = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
const password =
  /\b(?:wachtwoord|pincode|ww|inlogcode|password)(?:[\s:=]|is|van){1,4}(?<v>(?=\S*\d)\S{4,30})/g;
const social =
  /(?:https?:\/\/)?(?:www\.|m\.|nl-nl\.)?(?:instagram|facebook|fb|tiktok|snapchat|twitter|x|youtube|youtu|linkedin|twitch|discord|t|onlyfans|strava)\.(?:com|nl|be|tv|gg|me)\/[\w@./?=&%+-]{2,200}/g;
/** A page that stands open for everybody has a short address; a number or a long key in it points at something. */
const page = /(?:https?:\/\/|www\.)[a-z0-9.-]{3,80}\.[a-z]{2,10}(?:\/[\w@./?=&%+~#-]{0,200})?/g;
const pointsAt = /\/[^\s]*(?:\d{3,}|[a-z0-9]{12,}|user|profiel|profile|dossier|leerling|familie|token|id=)/;

const plates = [
  "[a-z]{2}-\\d{2}-\\d{2}",
  "\\d{2}-\\d{2}-[a-z]{2}",
  "\\d{2}-[a-z]{2}-\\d{2}",
  "[a-z]{2}-\\d{2}-[a-z]{2}",
  "[a-z]{2}-[a-z]{2}-\\d{2}",
  "\\d{2}-[a-z]{2}-[a-z]{2}",
  "\\d{2}-[a-z]{3}-\\d",
  "\\d-[a-z]{3}-\\d{2}",
  "[a-z]{2}-\\d{3}-[a-z]",
  "[a-z]-\\d{3}-[a-z]{2}",
  "[a-z]{3}-\\d{2}-[a-z]",
  "[a-z]-\\d{2}-[a-z]{3}",
  "\\d-[a-z]{2}-\\d{3}",
  "\\d{3}-[a-z]{2}-\\d",
];
const plate = new RegExp(`(?<![\\w-])(?:${plates.join("|")})(?![\\w-])`, "g");
const plateWord =
  /\b(?:kenteken|nummerbord|kentekenplaat)(?:[\s:.=-]|is|van|auto|met){0,5}(?<v>[a-z0-9]{1,3}[\s-]?[a-z0-9]{2,3}[\s-]?[a-z0-9]{1,3})(?![\w-])/g;

const paper = `(?:paspoort|identiteitskaart|identiteitsbewijs|idkaart|id-kaart|id kaart|id-bewijs|id|document|rijbewijs|verblijfsdocument|verblijfskaart|vreemdelingen|v-?|polis|verzekerings|verzekerden|zorgverzekering|zorgpas|relatie|klant|client|clienten|patient|patienten|dossier|zaak|casus|melding|leerling|onderwijs|stam|inschrijf|registratie|aangifte|proces-verbaal|pv|parketnummer|beschikking|rekening|bankrekening|giro|creditcard|pinpas|pas|personeels|digid|burger|zorg|imei|telefoon-imei|rni|kvk-persoon)`;
/** Behind its own name: at least four signs with a digit among them. */
const labelled = new RegExp(
  String.raw`\b${paper}[\s-]?(?:nummer|nr\.?|no\.?|kenmerk|code)?(?:[\s:.=#-]|is|van|leerling|moeder|vader|zorgverzekering|verzekering|bij|kind|:){0,6}(?<v>(?=[a-z-]{0,8}\d)[a-z0-9](?:[a-z0-9]|[-./ ](?=[\da-z]{0,4}\d)){3,24})(?![\w-])`,
  "g",
);
const looseNumber = /^(?:(?:19|20)\d\d(?:[-/ ](?:19|20)?\d\d)?|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)$/;
/** Words that also stand before an ordinary figure need "nummer" behind them. */
const numbered =
  /^(?:id|document|relatie|klant|client|clienten|patient|patienten|dossier|zaak|casus|melding|leerling|onderwijs|stam|beschikking|zorg|pas|burger|v-?|registratie|personeels|aangifte|rekening)[\s:.=#-](?![\s-]?(?:nummer|nr|no\b|kenmerk|code|kaart|bewijs))/;

/** Passport and identity card of the Netherlands: two letters, six signs, a digit. */
const passport = /(?<![\w-])[a-np-z]{2}(?=[a-np-z0-9]{0,5}\d)[a-np-z0-9]{6}\d(?![\w-])/g;

/** "het nummer van haar verzekering is 4410982" */
const numberOf =
  /\bnummer (?:van|op) .{0,25}?(?:paspoort|verzekering|zorgverzekering|pas|zorgpas|polis|rijbewijs|identiteitskaart|id-kaart|dossier|document|verblijfsvergunning)(?:[\s:=]|is){1,5}(?<v>(?=[a-z]{0,4}\d)[a-z0-9]{5,20})(?![\w-])/g;

export function accounts(view: View): Span[] {
  const text = view.lower;
  return [
    ...spans(text, ip),
    ...spans(text, password),
    ...spans(text, social),
    ...spans(text, page).filter(({ start, end }) => pointsAt.test(text.slice(start, end))),
    ...spans(text, named),
    ...spans(text, anyHandle),
    ...spans(text, behindService),
    ...spans(text, handle),
  ];
}

/** A case of the school with a supplier is nobody's case. */
const purchase = /^(?:zaak|klant|client|relatie|dossier|melding|polis)/;
const bought =
  /\b(?:inkoop|leverancier|levering|bestelling|factuur|aanbesteding|digibord\w*|licenties?|ict|helpdesk|uitgever\w*|kopieer\w*|gebouw|facilitair\w*)\b/;

export function papers(view: View): Span[] {
  const text = view.lower;
  const named = [...text.matchAll(labelled)].flatMap((m) => {
    const value = m.groups?.v ?? "";
    const digits = value.replace(/\D/g, "").length;
    if (digits < 3 || looseNumber.test(value) || numbered.test(m[0])) return [];
    const end = m.index + m[0].length;
    if (purchase.test(m[0]) && bought.test(text.slice(end, end + 60))) return [];
    return [{ start: end - value.length, end }];
  });
  const passports = spans(text, passport).filter(({ start, end }) =>
    /[A-Z]{2}/.test(view.text.slice(start, end)),
  );
  return [...spans(text, plate), ...spans(text, plateWord), ...spans(text, numberOf), ...named, ...passports];
}
