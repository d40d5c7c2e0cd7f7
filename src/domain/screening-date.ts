import { ages, anyDay, yearOf, yearWords } from "./screening-date-word.ts";
import type { Span, View } from "./screening-view.ts";

const monthNumber: Readonly<Record<string, number>> = {
  jan: 1,
  januari: 1,
  feb: 2,
  febr: 2,
  februari: 2,
  mrt: 3,
  maart: 3,
  apr: 4,
  april: 4,
  mei: 5,
  jun: 6,
  juni: 6,
  jul: 7,
  juli: 7,
  aug: 8,
  augustus: 8,
  sep: 9,
  sept: 9,
  september: 9,
  okt: 10,
  oktober: 10,
  nov: 11,
  november: 11,
  dec: 12,
  december: 12,
};
/** The ways in which a month is written. */
export const months = (number: number): string[] =>
  Object.entries(monthNumber)
    .filter(([, value]) => value === number)
    .map(([name]) => name);

const month = Object.keys(monthNumber)
  .sort((a, b) => b.length - a.length)
  .join("|");
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const year = "(?:19|20)\\d\\d";
/** Behind a figure of two digits this makes it an hour or a number, not a year. */
const noYear =
  "(?!\\d|\\s?(?:uur|u\\b|h\\b|:|min|keer|x\\b|jaar|weken|dagen|%|leerlingen|kinderen)|[.,:]\\d)";

/** Group "y" is the year (two or four digits), group "m" a month in words. */
const fullDates = [
  new RegExp(
    `(?<![\\d.\\-/])${day}(?<s>\\s?[-/.]\\s?)(?:0?[1-9]|1[0-2])\\k<s>(?<y>${year}|'?\\d\\d)${noYear}`,
    "g",
  ),
  new RegExp(`(?<!\\d)(?<y>${year})(?<s>[-/.])(?:0?[1-9]|1[0-2])\\k<s>${day}(?!\\d)`, "g"),
  new RegExp(
    `(?<!\\d)${day}(?:e|ste|de)?[\\s-]{1,3}(?:${month})\\b[\\s.,-]{0,3}(?<y>${year}|'?\\d\\d)${noYear}`,
    "g",
  ),
  new RegExp(
    `(?<![\\d\\p{L}])${anyDay} (?:${month})\\b[\\s.,]{1,2}(?<y>${year}(?!\\d)|${yearWords}\\b)`,
    "gu",
  ),
  new RegExp(`(?<!\\d)(?:${month})\\s${day},?\\s(?<y>${year})(?!\\d)`, "g"),
  new RegExp(`(?<!\\d)(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?<y>${year})(?!\\d)`, "g"),
  new RegExp(`(?<!\\d)(?<y>${year})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`, "g"),
];

/** A bare '15 is a year of birth, unless the words before it speak of a school year or of a start. */
const shortYear = /(?<![\w'])'(?<y>\d\d)(?![\d'])(?!\s?[-/])/g;
const otherYear = /(?:schooljaar|jaar|sinds|vanaf|seizoen|cursus|tot|zomer|herfst|winter|voorjaar|[-/])\s?$/;

/** What may follow a word about birth, so that also a part of a date is one. */
const birthWord =
  /\b(?:g\.d\b\.?|geb\b\.?|geboren\b|geboorte\w{0,10}|gebdat\w{0,3}|dob\b|jarig\b|jrg\b\.?|verjaart\b|verjaarde\b|verjaardag\b|bouwjaar\b)/g;
const afterBirth = new RegExp(
  `^(?:[\\s:.,(-]|\\b(?:op|in|is|de|het|jaar|datum|dat|dd|was|hij|zij|ze|zijn|haar|ergens|begin|eind|medio)\\b){0,10}` +
    `(?<d>${day}(?:\\s?[-/.]\\s?|\\s)(?:0?[1-9]|1[0-2])(?!\\d)(?:\\s?[-/.]\\s?(?:${year}|'?\\d\\d))?` +
    `|(?:${anyDay}\\s)?(?:${month})\\b(?:[\\s.,']{1,3}(?:${year}|${yearWords}|\\d\\d))?|${year}|'\\d\\d)(?!\\d)`,
);

/** The years in which a pupil or a parent can be born; without a day of today every year is suspect. */
function isBirthYear(text: string, today: Temporal.PlainDate | undefined): boolean {
  if (today === undefined) return true;
  const digits = String(yearOf(text) ?? text).replace("'", "");
  if (digits.length === 4) return Number(digits) <= today.year - youngest;
  // Two digits: the last hundred years that end in them.
  const century = today.year - (today.year % 100);
  const full =
    century + Number(digits) > today.year ? century - 100 + Number(digits) : century + Number(digits);
  return full <= today.year - youngest;
}
/** Nobody is discussed before the age of three; a date in the last years is about a meeting or an event. */
const youngest = 3;

function matched(text: string, pattern: RegExp): { span: Span; year: string }[] {
  return [...text.matchAll(pattern)].map((m) => ({
    span: { start: m.index, end: m.index + m[0].length },
    year: m.groups?.y ?? "",
  }));
}

/** "wordt 9 op 12 december", "wordt op 22 mei 9 jaar", "15 mei jarig", "zij is van de 2e november" */
const birthday = [
  new RegExp(
    `\\b(?:wordt|werd|word|is) (?:al |ook |dan )?${ages}(?: jaar)? op (?<d>${anyDay}\\s(?:${month})\\b)`,
    "g",
  ),
  new RegExp(
    `\\b(?:wordt|werd|word) (?:al |pas |nu |dan )?(?:op )?(?<d>${anyDay}\\s(?:${month})\\b)(?= (?:al |pas |hij |zij |ze )?${ages})`,
    "g",
  ),
  new RegExp(
    `(?<![\\d\\p{L}])(?<d>${anyDay}\\s(?:${month})\\b)(?=,? (?:wordt|werd) (?:hij|zij|ze|\\p{L}{2,15}) (?:al |pas )?${ages})`,
    "gu",
  ),
  new RegExp(
    `\\b(?:hij|zij|ze|kind|jongen|meisje|leerling|zoon|dochter|broertje|zusje) (?:is|was) van (?<d>${anyDay}\\s(?:${month})\\b)`,
    "g",
  ),
  new RegExp(
    `(?<![\\d\\p{L}])(?<d>${anyDay}\\s(?:${month})\\b)(?= (?:is (?:hij|zij|ze|haar|zijn) )?(?:jarig|geboren|verjaardag))`,
    "gu",
  ),
  new RegExp(
    `(?<!\\d)(?<d>${day}\\s?[-/.]\\s?(?:0?[1-9]|1[0-2])(?:\\s?[-/.]\\s?(?:${year}|\\d\\d))?)(?= (?:geboren|jarig))`,
    "g",
  ),
  /\b(?:hij|zij|ze|kind|jongen|meisje|leerling|zoon|dochter|broertje|zusje) (?:is |was )?van (?<d>20[01]\d)(?!\d)/g,
  /\bis van (?<d>20[01]\d)(?!\d)/g,
  new RegExp(`(?<d>(?:${month}) ${year})(?= (?:is (?:hij|zij|ze) )?geboren)`, "g"),
  new RegExp(`(?<![\\d\\p{L}])(?<d>${anyDay} (?:${month})\\b)(?= ${ages}(?: jaar)? geworden)`, "gu"),
  /(?<=\()(?<d>(?:0?[1-9]|1[0-2])[-/]20[01]\d)(?=\))/g,
];

/** "is van okt 2016" */
const monthAndYear = new RegExp(
  `\\b(?:is|zijn|was|kind|jongen|meisje|leerling) van (?:begin |eind |half )?(?<d>(?:${month})\\s(?<y>${year}))(?!\\d)`,
  "g",
);

function besideBirthWord(view: View): Span[] {
  return [...view.lower.matchAll(birthWord)].flatMap((m) => {
    const from = m.index + m[0].length;
    const found = afterBirth.exec(view.lower.slice(from, from + 60));
    const date = found?.groups?.d;
    if (found === null || date === undefined) return [];
    const start = from + found[0].length - date.length;
    return [{ start, end: start + date.length }];
  });
}

/** Near a date of any year these make it one of birth. */
const birthBefore =
  /\b(?:g\.d|geb|geboren|geboorte\w{0,10}|gebdat\w{0,3}|dob|jarig|verjaar\w{1,3})\b[^,;!?]{0,25}$/;
const birthBehind =
  /^[^\p{L}]{0,3}(?:(?:te|in) \p{L}{2,20} )?(?:is (?:hij|zij|ze) )?(?:geboren|jarig|verjaar\w{1,3})\b/u;
/** "zij is van 3-4-2025", unless it is a letter that is. */
const madeOn =
  /\b(?:hij|zij|ze|kind|jongen|meisje|leerling|zoon|dochter|broertje|zusje|baby) (?:is|was) van (?:de )?$/;
const isOfBirth = ({ lower }: View, { start, end }: Span): boolean =>
  birthBefore.test(lower.slice(Math.max(0, start - 45), start)) ||
  madeOn.test(lower.slice(Math.max(0, start - 45), start)) ||
  birthBehind.test(lower.slice(end, end + 45));

/** Right before a date of any year these make it one of the work; a list ("Overleg: Sem, 12-3-2015") does not. */
const weekday = "(?:ma|di|wo|do|vr|maandag|dinsdag|woensdag|donderdag|vrijdag)";
const made = "(?:\\w*toets(?:en)?|\\w*rapport|\\w*verslag|\\w*onderzoek|beschikking|brief|tlv|opp)";
const workWord = `(?:${made}|overleg\\w*|\\w*gesprek(?:ken)?|\\w*bespreking|\\w*evaluatie|geevalueerd|besproken|afspraak|afgesproken|schorsing|geschorst|verzuim\\w*|ziekgemeld|\\w*melding|vastgesteld|getekend|ondertekend|ingediend|aangevraagd|afgegeven|observatie|huisbezoek|vergadering)`;
const work = new RegExp(
  `\\b(?:${workWord}(?:\\s(?:is|was|vond|plaats|gepland|loopt|geldig|gehouden|gevoerd|${weekday})){0,4}\\s(?:op|van|dd|d\\.d|per|tot|en)[.:]?(?:\\s${weekday})?|${made}|gepland(?: op)?(?:\\s${weekday})?|sinds|vanaf|tot|t/m)\\s$`,
);
const isOfWork = ({ lower }: View, { start }: Span): boolean =>
  work.test(lower.slice(Math.max(0, start - 50), start));

export function birthdates(view: View, today: Temporal.PlainDate | undefined): Span[] {
  const full = fullDates.flatMap((p) => matched(view.lower, p));
  const short = matched(view.lower, shortYear).filter(
    ({ span }) => !otherYear.test(view.lower.slice(Math.max(0, span.start - 12), span.start)),
  );
  const counts = (d: { readonly span: Span; readonly year: string }): boolean =>
    isOfBirth(view, d.span) ||
    (isBirthYear(d.year, today) && (today === undefined || !isOfWork(view, d.span)));
  const years = [...full, ...short].filter(counts).map((d) => d.span);
  const months = [...view.lower.matchAll(monthAndYear)].map((m) => ({
    span: { start: m.index + m[0].length - (m.groups?.d ?? "").length, end: m.index + m[0].length },
    year: m.groups?.y ?? "",
  }));
  const ofBirth = months.filter((d) => isBirthYear(d.year, today)).map((d) => d.span);
  const birthdays = birthday.flatMap((pattern) =>
    [...view.lower.matchAll(pattern)].map((m) => {
      const start = m.index + m[0].length - (m.groups?.d ?? "").length;
      return { start, end: m.index + m[0].length };
    }),
  );
  return [...years, ...besideBirthWord(view), ...ofBirth, ...birthdays];
}
