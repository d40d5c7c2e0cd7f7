/**
 * The words of Dutch, as the screening needs them. The list itself comes from outside (src/outside/woordenlijst.ts) and is
 * handed over once, at the start. Without it no text can be looked through, and then none is saved.
 */
export interface Woordenlijst {
  /** An ordinary word in lower case, in any of its forms. */
  gewoon(word: string): boolean;
  /** A word that is written with a capital: a name of a person, a place, a people. */
  eigen(word: string): boolean;
}

let load: (() => Woordenlijst) | null = null;
let read: Woordenlijst | null = null;

/** Reading takes half a second, so it waits until somebody asks; who starts the bot asks at once. */
export function giveWoordenlijst(loader: () => Woordenlijst): void {
  load = loader;
  read = null;
}

/** Throws when it was not handed over or cannot be read: whoever asks has no answer then, and must not go on. */
export function woordenlijst(): Woordenlijst {
  if (!load) throw new Error("the words of Dutch were not handed over");
  read ??= load();
  return read;
}
