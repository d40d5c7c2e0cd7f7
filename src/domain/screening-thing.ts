/** Numbers of things: a book, an order, an amount of money. They add up to a BSN or a telephone now and then. */
import type { Span, View } from "./screening-view.ts";

/** Behind the word anything, and by itself the thirteen digits that only a book has. */
const books = [
  /\bisbn(?:[\s:.=-]|1[03]\b|nummer|nr|is){0,5}\d(?:[\s-]?[\dx]){9,14}(?![\dx])/g,
  /(?<!\d|\d[\s-])97[89](?:[\s-]?\d){10}(?![\s-]?\d)/g,
];

const numbered =
  "(?:bestel|bestellings|order|serie|product|artikel|factuur|offerte|ticket|licentie|pakket|zending|track|inkoop|lot|model|leverancier|kvk|kvk-|btw|ean-?|zaak|contract|subsidie|project)";
/** The word for it right before the number. */
const label = new RegExp(
  String.raw`\b(?:${numbered}[\s-]?(?:nummer|nr\b\.?|code)|bestelling|order|factuur|offerte|ean|barcode|kvk|serial|s/n|artikel|track(?:\s?&\s?|\s?and\s?)trace|tracking)(?:[\s:.=#(-]|\b(?:is|van|nummer|nr)\b){0,6}$`,
);
/** "06" opens a telephone, whatever was counted before it. */
const counted =
  /\b(?:scores?|cijfers|punten|uitslag(?:en)?|resultaten|percentielen|dle|toetsen|waarden)\b[^.;!?]{0,25}$/;

const moneyBehind = /^\s?(?:euro\b|eur\b|€|,-)/;
const moneyBefore = /(?:€|\beuro?|\b(?:bedrag|budget|begroting)(?: van| is|:)?)\s?$/;
const reach = 40;

/** Whether a row of digits is no part of the longer number of a book. */
export function ofNoBook(view: View): (row: Span) => boolean {
  const taken = books.flatMap((p) =>
    [...view.lower.matchAll(p)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  );
  return ({ start, end }) => !taken.some((one) => one.start <= start && end <= one.end);
}

/**
 * Whether a row of digits belongs to nobody. Not asked of a BSN: nine digits that pass the elfproef are refused whatever
 * word stands before them, for one order in eleven passes it too and nobody can tell which it is.
 */
export function ofNoThing(view: View): (row: Span & { readonly shape?: string }) => boolean {
  const free = ofNoBook(view);
  return ({ start, end, shape }) => {
    const before = view.lower.slice(Math.max(0, start - reach), start);
    if (!free({ start, end })) return false;
    if (label.test(before) || moneyBefore.test(before)) return false;
    if (shape === "2-2-2-2-2" && !view.text.startsWith("06", start) && counted.test(before)) return false;
    return !moneyBehind.test(view.lower.slice(end, end + 8));
  };
}
