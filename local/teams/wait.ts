/** Waiting for what the bot does after a person did something. */
import type { Core } from "./core.ts";
import type { Message } from "./state.ts";

export function changedByBot(core: Core, since: number, sees: (message: Message) => boolean): Message[] {
  return core.state.messages.filter((one) => one.rev > since && one.from === "bot" && sees(one));
}

/**
 * Resolves when the bot has ended its turn and something of it can be seen, or after `waitMs` real milliseconds.
 * A bot that answers at once and speaks later is thus waited for; one that stays silent costs the whole time.
 */
export async function botAnswered<T>(
  core: Core,
  turn: Promise<T>,
  since: number,
  sees: (message: Message) => boolean,
  waitMs: number,
): Promise<T | undefined> {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let ended = false;
  let outcome: T | undefined;
  const look = () => {
    if (ended && changedByBot(core, since, sees).length > 0) resolve();
  };
  const timer = setTimeout(resolve, waitMs);
  const off = core.events.on("change", look);
  const over = turn.then((value) => {
    ended = true;
    outcome = value;
    look();
  });
  over.catch(resolve);
  await enough;
  clearTimeout(timer);
  off();
  if (ended) await over;
  return outcome;
}
