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

const speling = 20;

/** What Microsoft documents, each time taken a little longer: the clocks of two instances differ. */
export const teamsGrenzen: Zendgrenzen = {
  gesprek: [
    { aantal: 7, duurMs: 1_000 + speling },
    { aantal: 8, duurMs: 2_000 + speling },
    { aantal: 60, duurMs: 30_000 + speling },
    { aantal: 1_800, duurMs: 3_600_000 + speling },
  ],
  tenant: [{ aantal: 50, duurMs: 1_000 + speling }],
};

/** A call that has not ended by then has died with its instance; one call lasts 20 s at most (bot/connector.ts). */
export const onderwegMs = 25_000;
/** What lies farther ahead than any call under way is of a clock that was set back since. */
const vooruitMs = onderwegMs + 5_000;

/**
 * The first moment from `nu` on at which one more call keeps within every limit. `momenten`, oldest first: when each call
 * before it had ended, for then it had surely come; a call under way stands as far ahead as it can last. All in
 * milliseconds since 1970.
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

/** Whether the room is full of calls under way: nobody knows when one of them ends. */
export function isVol(momenten: readonly number[], grenzen: readonly Grens[], nu: number): boolean {
  const onderweg = momenten.filter((moment) => moment > nu && moment <= nu + vooruitMs).length;
  return grenzen.some(({ aantal }) => onderweg >= aantal);
}

/** A call leaves at `vertrekt`: now, or when its turn comes. From now on it has its place. */
export function vertrokken(
  momenten: readonly number[],
  grenzen: readonly Grens[],
  { vertrekt, nu }: { readonly vertrekt: number; readonly nu: number },
): readonly number[] {
  return metMoment(momenten, grenzen, { moment: vertrekt + onderwegMs, nu });
}

/** The call that left at `vertrok` has ended at `eindigde`. */
export function geland(
  momenten: readonly number[],
  grenzen: readonly Grens[],
  { vertrok, eindigde }: { readonly vertrok: number; readonly eindigde: number },
): readonly number[] {
  const at = momenten.indexOf(vertrok + onderwegMs);
  const others = at < 0 ? momenten : momenten.toSpliced(at, 1);
  return metMoment(others, grenzen, { moment: eindigde, nu: eindigde });
}

/** Without what no limit looks back to any more. */
export function metMoment(
  momenten: readonly number[],
  grenzen: readonly Grens[],
  { moment, nu }: { readonly moment: number; readonly nu: number },
): readonly number[] {
  const langste = Math.max(...grenzen.map(({ duurMs }) => duurMs));
  const meeste = Math.max(...grenzen.map(({ aantal }) => aantal));
  return [...momenten, moment]
    .toSorted((one, other) => one - other)
    .filter((one) => one > nu - langste)
    .slice(-meeste);
}
