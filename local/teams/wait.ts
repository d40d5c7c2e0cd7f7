/** Waiting for what the bot does after a person did something. */
import type { Core } from "./core.ts";
import type { Answer } from "./deliver.ts";
import type { Message } from "./state.ts";

export function changedByBot(core: Core, since: number, sees: (message: Message) => boolean): Message[] {
  const first = core.changes.findLastIndex(({ rev }) => rev <= since) + 1;
  const changed = new Set(core.changes.slice(first).map(({ message }) => message));
  return [...changed]
    .filter((one) => one.from === "bot" && sees(one))
    .toSorted((left, right) => Number(left.id) - Number(right.id));
}

/**
 * Resolves when the bot has ended its turn and something of it can be seen, or after `waitMs` real milliseconds.
 * A bot that answers at once and speaks later is thus waited for; one that stays silent costs the whole time.
 * Undefined when the turn was still going on.
 */
export async function botAnswered(
  core: Core,
  turn: Promise<Answer>,
  since: number,
  sees: (message: Message) => boolean,
  waitMs: number,
): Promise<Answer | undefined> {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let outcome: Answer | undefined;
  const look = () => {
    if (outcome && (!isGood(outcome) || changedByBot(core, since, sees).length > 0)) resolve();
  };
  const timer = setTimeout(resolve, waitMs);
  const off = core.events.on("change", look);
  turn.then((answer) => {
    outcome = answer;
    look();
  }, resolve);
  await enough;
  clearTimeout(timer);
  off();
  return outcome;
}

/** Nothing more comes from a turn that failed. */
export function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
