/** Faults on command: what goes wrong next, how often or until when, and where. */
import { localError } from "./error.ts";

export const FAULT_KINDS = [
  "429",
  "500",
  "502",
  "503",
  "504",
  "412",
  "reset",
  "reset-after-delivery",
  "down",
  "slow",
  "blocked",
  "not-installed",
  "deleted-message",
  "repeat-invoke",
  "stale-refresh",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type FaultOrder = {
  kind: FaultKind;
  /** Conversation id, or `personal:<handle>`; a channel covers its threads. */
  conversation?: string;
  /** ISO duration by the service's clock ("PT30S"), or a number of calls. Default: once. */
  for?: string | number;
  /** So many calls to which it applies go well first. */
  skip?: number;
  /** Only these operations, such as ["send"]; default: all to which the kind applies. */
  op?: string | string[];
  /** Seconds in the Retry-After header of 429 and 503; null leaves the header out. Default 1. */
  retryAfter?: number | null;
  /** Real milliseconds that "slow" takes. Default 3000. */
  ms?: number;
  /** 502, 503 and 504 only: the message did arrive, the answer did not. */
  delivered?: boolean;
};

type Fault = FaultOrder & { left: number; until: number | undefined; spare: number };
type Moment = { op: string; conversation?: string | undefined };

export type Faults = {
  add(order: FaultOrder): void;
  clear(): void;
  /** The first fault of one of these kinds that applies here; counts it. */
  take(kinds: readonly FaultKind[], moment: Moment): FaultOrder | undefined;
  list(): FaultOrder[];
};

export const CONNECTOR_FAULTS: readonly FaultKind[] = FAULT_KINDS.filter(
  (kind) => !["repeat-invoke", "stale-refresh", "down", "slow"].includes(kind),
);

/** A deleted message can only be noticed by someone who edits or deletes it. */
const ONLY_FOR: Partial<Record<FaultKind, string[]>> = {
  "deleted-message": ["update", "delete"],
  "412": ["send", "reply", "update", "delete", "create"],
  blocked: ["send", "reply", "update", "create"],
  "not-installed": ["send", "reply", "update", "create"],
};

export function createFaults(now: () => Temporal.Instant): Faults {
  let faults: Fault[] = [];
  const alive = (fault: Fault) =>
    fault.left > 0 && (fault.until === undefined || now().epochMilliseconds < fault.until);
  return {
    add(order) {
      if (!FAULT_KINDS.includes(order.kind)) {
        throw localError("no-such-fault", `Soorten: ${FAULT_KINDS.join(", ")}.`);
      }
      faults.push({ ...order, ...extent(order.for ?? 1, now()), spare: order.skip ?? 0 });
    },
    clear() {
      faults = [];
    },
    take(kinds, moment) {
      faults = faults.filter(alive);
      const hit = faults.find((fault) => kinds.includes(fault.kind) && applies(fault, moment));
      if (!hit) return undefined;
      if (hit.spare > 0) {
        hit.spare -= 1;
        return undefined;
      }
      hit.left -= 1;
      return hit;
    },
    list: () => faults.filter(alive).map(({ left: _left, until: _until, spare: _spare, ...order }) => order),
  };
}

function extent(length: string | number, now: Temporal.Instant): { left: number; until: number | undefined } {
  const count = Number(length);
  if (Number.isInteger(count) && count > 0) return { left: count, until: undefined };
  if (typeof length !== "string" || !length.startsWith("P")) {
    throw localError("bad-fault", '"for" is een aantal of een ISO-duur zoals PT30S.');
  }
  const end = now.toZonedDateTimeISO("UTC").add(Temporal.Duration.from(length));
  return { left: Number.POSITIVE_INFINITY, until: end.epochMilliseconds };
}

function applies(fault: Fault, moment: Moment): boolean {
  const ops = fault.op === undefined ? ONLY_FOR[fault.kind] : [fault.op].flat();
  if (ops && !ops.includes(moment.op)) return false;
  if (fault.conversation === undefined) return true;
  return moment.conversation === fault.conversation.split(";messageid=")[0];
}
