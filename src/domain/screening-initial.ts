/** Names written with one letter: "J. de Vries", "T.J.", "K. uit groep 8". */
import { personVerbs } from "./screening-person-word.ts";
import type { Span, View } from "./screening-view.ts";
import type { Woordenlijst } from "./woordenlijst.ts";

const small = String.raw`(?:(?:van|vd|v\.d\.|v/d|v\.|de|der|den|d\.|ten|ter|te|el|al|la|'t|het|in)\s?){0,3}`;
const capitals = [
  // J. de Vries, S.M. Bakker
  new RegExp(String.raw`(?<![\p{L}\d.])(?:\p{Lu}\.[ -]?){1,4}${small}(?<last>\p{Lu}[\p{L}'-]{1,40})`, "gu"),
  // "K. uit groep 8", "K. heeft weer", "zorgen om K."
  new RegExp(
    String.raw`(?<=^|[\n.!?;:,]\s?|\b(?:om|over|van|met|bij|voor|dat|omdat|en|leerling|kind|jongen|meisje)\s)\p{Lu}\.(?=\s(?:(?:uit|van|in) (?:groep|gr|klas)|${[...personVerbs].join("|")})\b)`,
    "gu",
  ),
  /(?<=\b(?:zorgen|bezorgd|ongerust) (?:om|over) )\p{Lu}\.?(?![\p{L}\d.])/gu,
  // T.J., M.v.d.L., S. de B.
  /(?<![\p{L}\d.])\p{Lu}\.(?:\s?(?:\p{Lu}|[vd])\.){1,4}(?!\p{L})/gu,
  /(?<![\p{L}\d.])\p{Lu}\.\s?(?:(?:van|vd|v\.d\.|de|der|den|ten|ter|el|al)\s){1,3}\p{Lu}\.(?!\p{L})/gu,
];
const letters = new RegExp(
  String.raw`(?<![\p{L}\d.])(?:\p{Ll}\.\s?(?:(?:van|vd|v\.d\.|de|der|den|ten|ter)\s){0,3}(?<last>\p{Ll}{3,40})(?![\p{L}.])|(?:\p{Ll}\.){2}(?=\s(?:${[...personVerbs].join("|")})\b))`,
  "gu",
);
/** "j.p. heeft": but "o.a. is". */
const abbreviated =
  /^(?:o\.a|b\.v|n\.b|m\.n|n\.l|z\.g|m\.e|e\.d|e\.o|c\.a|t\.m|p\.s|i\.b|n\.v|o\.i|m\.r|s\.o|v\.o|p\.o)\./;
const institutions =
  /^(?:A\\.?D\\.?H|A\\.?D\\.?D|A\\.?S\\.?S|N\.?V|B\.?V|P\.?O|V\.?O|S\.?O|I\.?B|M\.?R|N\.?B|P\.?S|U\.?S|W\.?O|S\.?M|C\.?J|G\.?G|A\.?V|V\.?S)\b/;

export function initials(view: View, lists: Woordenlijst | undefined): Span[] {
  const big = capitals
    .flatMap((pattern) => [...view.text.matchAll(pattern)])
    .filter((m) => {
      const last = (m.groups?.last ?? "").toLowerCase();
      if (institutions.test(m[0])) return false;
      return (
        last === "" ||
        lists === undefined ||
        lists.isAchternaam(last) ||
        !lists.isWord(last) ||
        /\s(?:de|van|der|den)\s/.test(m[0])
      );
    });
  const low = [...view.text.matchAll(letters)].filter((m) => {
    const last = m.groups?.last;
    if (last === undefined) return !abbreviated.test(m[0]);
    return lists?.isAchternaam(last) && (!lists.isListed(last) || /\s(?:de|van|der|den|vd)\s/.test(m[0]));
  });
  return [...big, ...low].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
