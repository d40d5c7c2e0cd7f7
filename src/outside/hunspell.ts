/**
 * Reads a Hunspell dictionary the other way round: instead of writing out all forms of 180,000 stems, a word is taken
 * apart until a stem is left that allows these endings. Only what Dutch needs: suffixes, prefixes, one after the other.
 */
import { fold } from "#domain/spelling.ts";

interface Affix {
  readonly flag: string;
  readonly strip: string;
  readonly condition: RegExp | null;
}

/** Endings and beginnings by the letters that they add. */
type Affixes = ReadonlyMap<string, readonly Affix[]>;

interface Rules {
  readonly suffixes: Affixes;
  readonly prefixes: Affixes;
  readonly longest: number;
}

export interface Hunspell {
  /** Flags of the stem, two letters each; undefined when it is none. Lower-case and capital stems are kept apart. */
  readonly stems: ReadonlyMap<string, string>;
  readonly capitals: ReadonlyMap<string, string>;
  /** The flag of the ending by which this word is a form of a lower-case stem; "" when it is the stem itself. */
  readonly formOf: (word: string) => string | undefined;
}

function readAffixes(aff: string): Rules {
  const suffixes = new Map<string, Affix[]>();
  const prefixes = new Map<string, Affix[]>();
  let longest = 0;
  for (const line of aff.split("\n")) {
    const [kind, flag, strip, added, condition] = line.split(/\s+/);
    const into = kind === "SFX" ? suffixes : kind === "PFX" ? prefixes : null;
    // The heading of a group has a number in the place of what is added.
    if (!into || !flag || !strip || !added || condition === undefined || /^\d+$/.test(added)) continue;
    const letters = fold(added.split("/")[0] ?? "").replace("0", "");
    longest = Math.max(longest, letters.length);
    const affix = { flag, strip: strip === "0" ? "" : fold(strip), condition: conditionOf(kind, condition) };
    into.set(letters, [...(into.get(letters) ?? []), affix]);
  }
  return { suffixes, prefixes, longest };
}

function conditionOf(kind: string | undefined, condition: string): RegExp | null {
  if (condition === "." || condition === "") return null;
  // Accents are folded away in the stems, so in a set of letters too.
  const plain = fold(condition);
  return new RegExp(kind === "SFX" ? `${plain}$` : `^${plain}`);
}

function readStems(dic: string): Pick<Hunspell, "stems" | "capitals"> {
  const stems = new Map<string, string>();
  const capitals = new Map<string, string>();
  for (const line of dic.split("\n")) {
    const slash = line.indexOf("/");
    const word = slash < 0 ? line.trim() : line.slice(0, slash);
    const flags = slash < 0 ? "" : line.slice(slash + 1).trim();
    if (word === "" || hasFlag(flags, onlyInCompound)) continue;
    const plain = fold(word);
    // A forbidden word in lower case is a common mistake, and so an ordinary word to us; with a capital it is noise.
    const isCapital = /^\p{Lu}/u.test(word);
    if (isCapital && hasFlag(flags, forbidden)) continue;
    const into = isCapital ? capitals : stems;
    into.set(plain, (into.get(plain) ?? "") + flags);
  }
  return { stems, capitals };
}

const onlyInCompound = "Cx";
const forbidden = "Fw";

export function hasFlag(flags: string, flag: string): boolean {
  for (let i = 0; i < flags.length; i += 2) if (flags[i] === flag[0] && flags[i + 1] === flag[1]) return true;
  return false;
}

export function readHunspell(aff: string, dic: string): Hunspell {
  const { suffixes, prefixes, longest } = readAffixes(aff);
  const { stems, capitals } = readStems(dic);

  function bySuffix(word: string): string | undefined {
    for (let length = 1; length <= longest && length < word.length; length++) {
      const cut = word.length - length;
      for (const { flag, strip, condition } of suffixes.get(word.slice(cut)) ?? []) {
        const stem = word.slice(0, cut) + strip;
        const flags = stems.get(stem);
        if (flags !== undefined && hasFlag(flags, flag) && (condition?.test(stem) ?? true)) return flag;
      }
    }
    return undefined;
  }

  /** "uitgelachen": a separable prefix before a form that the stem allows. */
  function byPrefix(word: string): string | undefined {
    for (let length = 1; length <= longest && length < word.length - 2; length++) {
      for (const { flag } of prefixes.get(word.slice(0, length)) ?? []) {
        const rest = word.slice(length);
        const flags = stems.get(rest);
        if (flags !== undefined && hasFlag(flags, flag)) return flag;
        const form = flags === undefined ? bySuffix(rest) : undefined;
        if (form !== undefined) return form;
      }
    }
    return undefined;
  }

  return {
    stems,
    capitals,
    formOf: (word) => (stems.has(word) ? "" : (bySuffix(word) ?? byPrefix(word))),
  };
}
