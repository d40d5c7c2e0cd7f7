/**
 * A value that is 'wat'. It can be passed on, kept and encrypted, but not printed, joined or turned into
 * JSON by accident. Opening is in unseal.ts alone, so that one lint rule says who may.
 * Two sealed values look alike to `toEqual`: compare what was opened.
 */
import { z } from "zod/v4";

type Opener = <T>(sealed: Sealed<T>) => T;

export class Sealed<T> {
  static #openerGiven = false;
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** Hands out the only key, once, to unseal.ts. Any other caller makes the program fail to start. */
  static giveOpenerOnce(): Opener {
    if (Sealed.#openerGiven) throw new TypeError("the opener of sealed values has already been given");
    Sealed.#openerGiven = true;
    return (sealed) => sealed.#value;
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

export function seal<T>(value: T): Sealed<T> {
  return new Sealed(value);
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
