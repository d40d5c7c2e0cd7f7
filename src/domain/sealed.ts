/**
 * A value that is 'wat'. It can be passed on, kept and encrypted, but not printed, joined or turned into
 * JSON by accident. Opening is in unseal.ts alone, so that one lint rule says who may.
 * Two sealed values look alike to `toEqual`: compare what was opened.
 */
import { z } from "zod/v4";

type Opener = <T>(sealed: Sealed<T>) => T;

/** It could not be opened: a key is missing or the value is damaged. Says nothing of what was in it or why. */
export class Onleesbaar extends Error {
  constructor() {
    super("a sealed value cannot be opened");
    this.name = "Onleesbaar";
  }
}

export class Sealed<T> {
  static #openerGiven = false;
  #open: () => T;

  /** `open` runs when somebody may look, at most once, and never for who may not. */
  constructor(open: () => T) {
    this.#open = () => {
      const opened = settled(open);
      this.#open = opened;
      return opened();
    };
  }

  /** Hands out the only key, once, to unseal.ts. Any other caller makes the program fail to start. */
  static giveOpenerOnce(): Opener {
    if (Sealed.#openerGiven) throw new TypeError("the opener of sealed values has already been given");
    Sealed.#openerGiven = true;
    return (sealed) => sealed.#open();
  }

  toString(): never {
    throw new TypeError("a sealed value cannot become text");
  }

  toJSON(): never {
    throw new TypeError("a sealed value cannot become JSON");
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError("a sealed value cannot become a primitive");
  }

  /** What util.inspect, and so every log and stack of Node, shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[sealed]";
  }
}

/** How it went, to be told again each time. The cause stays behind: errors travel to logs. */
function settled<T>(open: () => T): () => T {
  try {
    const value = open();
    return () => value;
  } catch {
    return () => {
      throw new Onleesbaar();
    };
  }
}

export function seal<T>(value: T): Sealed<T> {
  return new Sealed(() => value);
}

/** Of something that is still locked: it is opened when it is first looked at. */
export function sealLocked<T>(open: () => T): Sealed<T> {
  return new Sealed(open);
}

/** Free text at the door: trimmed, not empty, at most `max` UTF-16 units, and sealed from then on. */
export function sealedText({ max }: { max: number }) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .transform((text) => seal(text.normalize("NFC")));
}
