/**
 * The documented rate limits (learn page "Rate limiting for agents", msteams-docs, 2026-10-08), by the given
 * clock: one bot in one conversation, and the whole app in one tenant.
 */
export type LimitKind = "write" | "create" | "read";
type Window = { milliseconds: number; most: number };

const WRITES: Window[] = [
  { milliseconds: 1_000, most: 7 },
  { milliseconds: 2_000, most: 8 },
  { milliseconds: 30_000, most: 60 },
  { milliseconds: 3_600_000, most: 1800 },
];

const WINDOWS: Record<LimitKind, Window[]> = {
  write: WRITES,
  create: WRITES,
  read: WRITES.map(({ milliseconds, most }) => ({ milliseconds, most: most * 2 })),
};
const APP_AND_TENANT: Window[] = [{ milliseconds: 1_000, most: 50 }];
const SECOND = 1_000;
const HOUR = 3_600_000;

/** Above this a message is split by the service and counts once per piece (size: the older documented maximum). */
const PIECE_BYTES = 40 * 1024;

export const MESSAGE_MAX_BYTES = 100 * 1024;

export type Limiter = {
  /** Milliseconds to wait, or 0 when the call may pass (it is then counted). */
  take(kind: LimitKind, conversation: string, bytes: number): number;
};

export function createLimiter(now: () => Temporal.Instant): Limiter {
  const seen = new Map<string, number[]>();
  const timesOf = (key: string, moment: number, horizon: number): number[] => {
    const times = (seen.get(key) ?? []).filter((time) => time > moment - horizon);
    seen.set(key, times);
    return times;
  };
  return {
    take(kind, conversation, bytes) {
      const moment = now().epochMilliseconds;
      const weight = Math.max(1, Math.ceil(bytes / PIECE_BYTES));
      const own = timesOf(`${kind} ${conversation}`, moment, HOUR);
      const all = timesOf("app", moment, SECOND);
      const wait = Math.max(
        ...WINDOWS[kind].map((window) => waitFor(own, window, weight, moment)),
        ...APP_AND_TENANT.map((window) => waitFor(all, window, weight, moment)),
      );
      if (wait === 0) for (let piece = 0; piece < weight; piece += 1) push(own, all, moment);
      return wait;
    },
  };
}

function push(own: number[], all: number[], moment: number): void {
  own.push(moment);
  all.push(moment);
}

function waitFor(times: number[], window: Window, weight: number, moment: number): number {
  const inside = times.filter((time) => time > moment - window.milliseconds);
  const over = inside.length + weight - window.most;
  if (over <= 0) return 0;
  const freed = inside[Math.min(over, inside.length) - 1];
  return freed === undefined ? 0 : freed + window.milliseconds - moment;
}

/**
 * Bytes of UTF-16 of what Teams counts: text, cards and mentions. Base64 images do not count
 * (learn page "Format your bot messages").
 */
export function messageBytes(activity: unknown): number {
  const counted = JSON.stringify(activity ?? "", (_key, value: unknown) =>
    typeof value === "string" && value.startsWith("data:image/") ? "" : value,
  );
  return (counted ?? "").length * 2;
}
