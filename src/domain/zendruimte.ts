/** How much Teams takes of one bot: so many calls in so much time ("Rate limiting for agents", platform rules of Teams). */

export interface Grens {
  readonly aantal: number;
  readonly duurMs: number;
}
export interface Zendgrenzen {
  /** In one conversation. */
  readonly gesprek: readonly Grens[];
  /** Of the whole app in one tenant. */
  readonly tenant: readonly Grens[];
}

/**
 * What Microsoft documents, with every time taken a little longer: a call that was under way longer than the next one
 * arrives closer to it than it left.
 */
export const teamsGrenzen: Zendgrenzen = {
  gesprek: [
    { aantal: 7, duurMs: 1_000 + 250 },
    { aantal: 8, duurMs: 2_000 + 250 },
    { aantal: 60, duurMs: 30_000 + 250 },
    { aantal: 1_800, duurMs: 3_600_000 + 250 },
  ],
  tenant: [{ aantal: 50, duurMs: 1_000 + 20 }],
};

/** No turn is promised farther ahead: what lies beyond it is of a clock that was set back since. */
const vooruitMs = 10_000;

/**
 * The first moment from `nu` on at which one more call keeps within every limit, whatever comes after the calls that are
 * known. `momenten`: of the calls before and of those that are promised, oldest first. All in milliseconds since 1970.
 */
export function vrijVanaf(momenten: readonly number[], grenzen: readonly Grens[], nu: number): number {
  const bekend = momenten.filter((moment) => moment <= nu + vooruitMs);
  let vrij = nu;
  for (const { aantal, duurMs } of grenzen) {
    const laatste = bekend.at(-aantal);
    if (laatste !== undefined && laatste + duurMs > vrij) vrij = laatste + duurMs;
  }
  return vrij;
}

/** With this one, and without what no limit looks back to any more. */
export function metBeurt(
  momenten: readonly number[],
  grenzen: readonly Grens[],
  moment: number,
): readonly number[] {
  const langste = Math.max(...grenzen.map(({ duurMs }) => duurMs));
  const meeste = Math.max(...grenzen.map(({ aantal }) => aantal));
  return [...momenten, moment]
    .toSorted((one, other) => one - other)
    .filter((one) => one > moment - langste)
    .slice(-meeste);
}
