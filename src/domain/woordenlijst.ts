/**
 * What a reader of Dutch knows of words. The lists are heavy, so they come in as a value (src/outside/woordenlijst.ts
 * opens them). All words are asked folded and in lower case (fold of spelling.ts).
 */
export interface Woordenlijst {
  /** An ordinary word in any inflection, or a compound of ordinary words. */
  readonly isWord: (word: string) => boolean;
  /** An ordinary word in any inflection; compounds only when the dictionary has them. */
  readonly isListed: (word: string) => boolean;
  /** A verb as it stands behind a name: "tekent", "is", "wilde". */
  readonly isFiniteVerb: (word: string) => boolean;
  /** The dictionary has it with a capital only: people, places, brands. */
  readonly isProper: (word: string) => boolean;
  readonly isVoornaam: (word: string) => boolean;
  readonly isAchternaam: (word: string) => boolean;
  readonly isPlaats: (word: string) => boolean;
}

let load: (() => Woordenlijst) | null = null;
let read: Woordenlijst | null = null;

/** Reading takes a moment, so it waits until somebody asks and is done once; who starts the bot asks at once. */
export function giveWoordenlijst(loader: () => Woordenlijst): void {
  if (loader === load) return;
  load = loader;
  read = null;
}

/** Throws when it was not handed over or cannot be read: whoever asks has no answer then, and must not go on. */
export function givenWoordenlijst(): Woordenlijst {
  if (!load) throw new Error("the words of Dutch were not handed over");
  read ??= load();
  return read;
}
