/** How words are compared: without accents, case and tricks, and with one typing error where that is allowed. */

/** Letters that Unicode does not take apart; the rest of the accents falls away by NFKD. */
const folded: Readonly<Record<string, string>> = {
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  þ: "th",
  ı: "i",
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  "’": "'",
  "‘": "'",
  "‛": "'",
  ʼ: "'",
  "′": "'",
  "´": "'",
  "`": "'",
};

/** First digit of scripts whose digits NFKD leaves alone (Arabic, Persian, Devanagari, Bengali). */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6];

function digitOf(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  const zero = zeros.find((z) => code >= z && code <= z + 9);
  return zero === undefined ? undefined : String(code - zero);
}

/** One character in its plain form; empty for marks and for characters nobody sees (zero width, soft hyphen). */
export function foldChar(char: string): string {
  if (char < "\u0080" && char !== "`") return char;
  const known = folded[char] ?? digitOf(char);
  if (known !== undefined) return known;
  if (/\p{Dash}/u.test(char)) return "-";
  if (/\p{Zs}/u.test(char)) return " ";
  return char.normalize("NFKD").replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
}

/** Nothing to fold but the case: nearly all words of a dictionary. */
const plain = /^[\x20-\x5f\x61-\x7e]*$/;

/** Lower case, without accents and invisible characters. Positions are lost; screening keeps its own map. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  let out = "";
  for (const char of text) out += foldChar(char);
  return out.toLowerCase();
}

/** Equal, or one letter added, missing, other, or two neighbours swapped. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  const swapped = a[start] === b[start + 1] && a[start + 1] === b[start];
  return endA - start === 2 && endB - start === 2 && swapped;
}
