/** A bot in a process of its own, to be killed: what it needs comes by message, and what it does is asked by message. */
import { hushConsole } from "#bot/hush.ts";
import { directQueue } from "#bot/queue.ts";
import { stoppedClock } from "#local/clock.ts";
import { startLocalBot } from "#local/run.ts";
import { askSchema, beginSchema, type Told } from "./wire.ts";

const tell = (told: Told): void => {
  process.send?.(told);
};
hushConsole((_, line) => tell({ kind: "log", line }));

process.once("message", (message) => {
  begin(message).catch((error: unknown) => {
    tell({ kind: "broken", error: nameOf(error) });
    process.exitCode = 1;
  });
});

async function begin(message: unknown): Promise<void> {
  const { urls, masterKeys, teams, now } = beginSchema.parse(message);
  const clock = stoppedClock(now);
  let endpoint = "";
  const bot = await startLocalBot({
    urls,
    masterKeys,
    clock,
    log: (_, line) => tell({ kind: "log", line }),
    queue: directQueue((error) =>
      tell({ kind: "log", line: { code: "wachtrij_fout", kind: nameOf(error) } }),
    ),
    teams: {
      ...teams,
      botToken: () => teams.token,
      setBotEndpoint: (url) => {
        endpoint = url;
      },
    },
    port: 0,
  });
  process.on("message", (asked) => {
    answer(asked).catch((error: unknown) => tell({ kind: "broken", error: nameOf(error) }));
  });
  tell({ kind: "ready", url: bot.url, endpoint });

  async function answer(asked: unknown): Promise<void> {
    const { id, what, now: moment } = askSchema.parse(asked);
    clock.set(Temporal.Instant.from(moment));
    try {
      if (what === "drain") await bot.drain();
      const due = what === "due" ? await bot.nextDue() : null;
      if (what === "stop") await bot.stop();
      tell({ kind: "done", id, ...(due ? { due: due.toString() } : {}) });
      if (what === "stop") process.disconnect?.();
    } catch (error) {
      tell({ kind: "done", id, error: nameOf(error) });
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "onbekend";
}
