/** Days, years and ages as people write them out: "de 2e van november", "elf december tweeduizend veertien". */

const units = "een twee drie vier vijf zes zeven acht negen".split(" ");
const teens = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig".split(
  " ",
);
const ordinals =
  "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste".split(
    " ",
  );
const twenties = units.map((unit) => `${unit}en?twintig`);
const either = (words: readonly string[]): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;

const dayWords = either([
  ...units,
  ...teens,
  ...ordinals,
  ...twenties,
  ...[...twenties, "dertig", "eenendertig"].map((word) => `${word}ste`),
  "dertig",
  "eenendertig",
]);
/** "22", "22e", "de 22e van", "tweeentwintig", "tweede"; behind it comes the month. */
export const anyDay = `(?:de )?(?:(?:0?[1-9]|[12]\\d|3[01])(?:e|ste|de)?|${dayWords})(?: van)?`;
/** "tweeduizend veertien", "tweeduizendenvier". */
export const yearWords = `tweeduizend(?:[ -]?(?:en[ -]?)?${either([...units, ...teens, ...twenties])})?`;
/** Behind "wordt op 3 mei": an age, and no hour or number of things. */
export const ages = `(?:\\d{1,2}|${either(["vier", "vijf", "zes", "zeven", "acht", "negen", ...teens])})(?!\\d|[.:]\\d|\\s(?:uur|u\\b|min|keer|weken|dagen|maanden|kinderen|leerlingen|lessen|toetsen|gesprekken))`;

const values = new Map([...units, ...teens].map((word, i) => [word, i + 1]));

/** The year in figures; undefined for what is no year in words. */
export function yearOf(words: string): number | undefined {
  if (!words.startsWith("tweeduizend")) return undefined;
  const rest = words.slice("tweeduizend".length).replace(/^[ -]*(?:en[ -]?)?(?=[a-z])/, "");
  const twenty = /^(.+?)en?twintig$/.exec(rest)?.[1];
  return 2000 + (twenty === undefined ? (values.get(rest.trim()) ?? 0) : 20 + (values.get(twenty) ?? 0));
}
