import type { Chance } from "#local/chance.ts";
import type { Story } from "#test/stories/story.ts";

/** A moment somewhere in a press and in the sending that follows from it. */
export interface Moment {
  /** Resolves at that moment, or never. */
  readonly reached: Promise<void>;
  forget(): void;
}

/**
 * At once; after so many deliveries to the bot were answered; or when the service has taken so many messages, before
 * the bot hears that it did. The later ones fall into the sending, the early ones into the transaction.
 */
export function someMoment(s: Story, chance: Chance): Moment {
  const kind = chance.of(["at once", "call", "call", "call", "delivery"] as const);
  if (kind === "at once") return { reached: turns(chance.below(40)), forget: () => undefined };
  let left = 1 + chance.below(kind === "call" ? 6 : 2);
  const { promise, resolve } = Promise.withResolvers<void>();
  const count = (): void => {
    left -= 1;
    if (left === 0) resolve();
  };
  const forget = kind === "call" ? s.teams.on("call", count) : s.teams.on("delivery", count);
  return { reached: promise, forget };
}

/** So many turns of the event loop: a press gets a little or much further in it. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((done) => setImmediate(done));
}
