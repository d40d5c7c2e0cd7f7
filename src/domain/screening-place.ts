import type { Span, View } from "./screening-view.ts";

const at = /@|\s?[([{]\s?(?:at|apenstaartje)\s?[)\]}]\s?/g;
const local = /[a-z0-9._%+'-]/;
const dot = String.raw`(?:\.|\s?[([]\s?(?:dot|punt)\s?[)\]]\s?)`;
const host = new RegExp(
  String.raw`^\s?[a-z0-9-]{1,63}(?:${dot}[a-z0-9-]{1,63}){0,4}?${dot}[a-z]{2,24}(?![a-z0-9-])(?:\.[a-z]{2,24}(?![a-z0-9-])){0,2}`,
);

/** "papa van mees at gmail punt com" */
const spoken =
  /(?<![\w.+-])[\w.+-]{2,30} (?:at|apenstaartje|apestaartje) [a-z0-9-]{2,30} (?:punt|dot) (?:com|nl|be|net|org|eu|de|pl|tr)\b/g;

function localPartBefore(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < 64 && local.test(text[start - 1] ?? "")) start--;
  while (start < end && /[.'-]/.test(text[start] ?? "")) start++;
  return start;
}

/** Looks around each @, so that a long text without one costs nothing. Also "naam (at) school.nl". */
export function emails(view: View): Span[] {
  const told = [...view.lower.matchAll(spoken)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const written = [...view.lower.matchAll(at)].flatMap((m) => {
    // "mail @ school.nl" with a space on one side only is a handle: "insta @lieke.dv".
    const spaced = m[0] === "@" && view.lower[m.index - 1] === " ";
    if (spaced && view.lower[m.index + 1] !== " ") return [];
    const gap = spaced ? 1 : 0;
    const start = localPartBefore(view.lower, m.index - gap);
    const from = m.index + m[0].length;
    const domain = host.exec(view.lower.slice(from, from + 260));
    if (domain === null || start === m.index - gap) return [];
    return [{ start, end: from + domain[0].length }];
  });
  return [...written, ...told];
}

const houseNumber = String.raw`(?:,?\s?(?:nr\.?|nummer|huisnummer|-)?\s?\d{1,5}(?:\s?[-/]\s?\d{1,4}|\s?[a-z](?![a-z0-9]))?(?![\d%:]|\s?(?:keer|uur|jaar|weken|dagen|min|x\b)))?`;
const spaced = new RegExp(
  String.raw`(?<![\d.,€])[1-9]\d{3}(?<gap>[\s-]?)(?<letters>[a-z]{2})(?![a-z0-9])${houseNumber}`,
  "g",
);
/** Never given out, because of the war (PostNL). */
const neverGiven = new Set(["sa", "sd", "ss"]);
/** Two letters that are simply the next word: "in 2024 is hij", "1200 km". */
const nextWord = new Set(
  "in de is en op te er ze je we of om al af ik zo nu ga km kg cm mm ml m2 nm aa uu eu hij ie ja na ne ca bv pp pr tm st x it at to as if by do go no so my me he ex ok kb mb gb pk wp".split(
    " ",
  ),
);
const units = new Set("km kg cm mm ml eu pk kb mb gb wp".split(" "));
/** A year and a function of the team: "in 2024 IB gesproken". */
const functions = new Set(["ib", "po", "vo", "so", "mr", "gz", "bo"]);

export function postcodes(view: View): Span[] {
  return [...view.lower.matchAll(spaced)].flatMap((m) => {
    const letters = m.groups?.letters ?? "";
    const span = { start: m.index, end: m.index + m[0].length };
    const from = m.index + 4 + (m.groups?.gap ?? "").length;
    const capitals = /^[A-Z]{2}$/.test(view.text.slice(from, from + 2));
    const glued = from === m.index + 4;
    const isYear = /^(?:19|20)\d\d/.test(m[0]);
    if (neverGiven.has(letters)) return [];
    if (!capitals && (glued ? units : nextWord).has(letters)) return [];
    if (isYear && functions.has(letters) && from + 2 === span.end) return [];
    return [span];
  });
}

const streetEnd =
  "straat|straatje|laan|plein|singel|gracht|kade|dreef|plantsoen|steeg|weg|dijk|hof|pad|park|markt|wal|haven|akker|veld|burg|baan";
const street = new RegExp(
  String.raw`(?<![a-z])[a-z][a-z'-]{2,40}?(?:${streetEnd}|str\.)\s{1,2}(?:nr\.?\s?|nummer\s)?\d{1,4}(?:\s?[-/]\s?\d{1,4}|\s?[a-z](?![a-z0-9]))?(?![\d%:/]|[.,]\d|\s?(?:keer|uur|jaar|weken|dagen|min|maal|x\b|e\b|kinderen|leerlingen|gesprekken))`,
  "g",
);
/** Words with such an ending that are no street. */
const noStreet =
  /^(?:onderweg|snelweg|uitweg|omweg|halverwege|tussenweg|leerweg|zorgweg|op\s?weg|rijbaan|loopbaan|jeugdbaan|schoolplein|bijbaan|tijdpad|stappenpad|groeipad|marktplein|skatepark|stapveld|werkveld|speelveld|taalveld|wasstraat)/;

/** "Markt 7", "Laan van Meerdervoort 3": words that are a street only with a capital and a number. */
const named =
  /(?<![\p{L}-])(?:(?:Markt|Ring|Plein|Haven|Kade|Hof|Dorp|Voorstraat|Dijk|Oostdijk|Achterweg|Boulevard|Brink|Singel|Gracht|Laan|Steeg|Kerkplein|Raadhuisplein)|(?:Laan|Plein|Hof|Park) (?:van|der|de|den|van de|van der)? ?[A-Z][\p{L}-]{2,30}(?: [A-Z][\p{L}-]{2,30})?|Plein \d{4}|Postbus) (?:nr\.? ?)?\d{1,4}(?: ?[a-z](?![\p{L}\d]))?(?![\d%:/]|[.,]\d| ?(?:keer|uur|jaar|weken|dagen|min|maal|x\b|e\b|kinderen|leerlingen))/gu;

/** "Prins Bernhard" before "straat 7", "Burg. de" before "Vrieslaan". */
const leading =
  /(?:(?:Burg\.?|Burgemeester|Prof\.?|Dr\.?|Ds\.?|Pastoor|St\.?|Sint|Kon\.?|Koningin|Koning|Prins|Prinses|Oude|Nieuwe|Lange|Korte|Grote|Kleine|Eerste|Tweede|Jan|Van|Oost|West|Noord|Zuid|Graaf|Admiraal|Generaal|Kapitein)(?: (?:van|de|der|den|het|'t|\p{Lu}[\p{L}]{0,20}))?\s)+$/u;

function withLeading(text: string, span: Span): Span {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  return { start: span.start - (leading.exec(before)?.[0].length ?? 0), end: span.end };
}

export function addresses(view: View): Span[] {
  const byEnding = [...view.lower.matchAll(street)].flatMap((m) => {
    const sure = /(?:straat|straatje|laan|plein|singel|gracht|kade|dreef|plantsoen|steeg|str\.)\s/.test(m[0]);
    const capital = /^[A-Z]/.test(view.text.slice(m.index, m.index + 1));
    if (noStreet.test(m[0]) || !(sure || capital)) return [];
    return [withLeading(view.text, { start: m.index, end: m.index + m[0].length })];
  });
  const byName = [...view.text.matchAll(named)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  return [...byName, ...byEnding];
}
