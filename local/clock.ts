import type { Clock } from "#usecases/world.ts";

/** Time of the practice world: runs along with the real clock, from wherever it was put. */
export interface LocalClock extends Clock {
  /** Puts the time; it runs on from there. */
  set(moment: Temporal.Instant): void;
  /** How far it runs before the real clock, to be kept over a restart. */
  readonly ahead: Temporal.Duration;
}

export function localClock(ahead: Temporal.Duration = new Temporal.Duration()): LocalClock {
  let offset = ahead.total("milliseconds");
  return {
    now: () => Temporal.Now.instant().add({ milliseconds: Math.round(offset) }),
    set(moment) {
      offset = moment.epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
    },
    get ahead() {
      return Temporal.Duration.from({ milliseconds: Math.round(offset) });
    },
  };
}

/** A clock that stands still until it is put, for tests and simulation. */
export function stoppedClock(start: string): Clock & { set(moment: Temporal.Instant): void } {
  let moment = Temporal.Instant.from(start);
  return {
    now: () => moment,
    set(next) {
      moment = next;
    },
  };
}
