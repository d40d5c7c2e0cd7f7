export interface Chance {
  /** A whole number from 0 up to and not including `below`. */
  below(below: number): number;
  of<T>(all: readonly T[]): T;
}

/** The same numbers for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    of(all) {
      const found = all[below(all.length)];
      if (found === undefined) throw new Error("nothing to choose from");
      return found;
    },
  };
}
