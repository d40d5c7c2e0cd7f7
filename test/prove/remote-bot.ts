import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Bot } from "#bot/compose.ts";
import type { LocalBotParts } from "#local/run.ts";
import { type Ask, type Begin, toldSchema } from "./wire.ts";

export type RemoteBot = Bot & { readonly url: string };

const script = join(import.meta.dirname, "bot-process.ts");
const elsewhere = (): never => {
  throw new Error("this part of the bot is in another process");
};

/** Bots in processes of their own. The last one started is the one that is killed. */
export function remoteBots(): {
  start(parts: LocalBotParts): Promise<RemoteBot>;
  /** As a power cut would: nothing is finished. Resolves when the process has gone. */
  kill(): Promise<void>;
} {
  let current: ChildProcess | undefined;
  return {
    async start(parts) {
      const child = fork(script, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      current = child;
      return remote(child, parts);
    },
    async kill() {
      if (!current || current.exitCode !== null || current.signalCode !== null) return;
      const gone = once(current, "exit");
      current.kill("SIGKILL");
      await gone;
    },
  };
}

interface Waiting {
  readonly done: (due: string | undefined) => void;
  readonly failed: (error: Error) => void;
}

async function remote(child: ChildProcess, parts: LocalBotParts): Promise<RemoteBot> {
  const waiting = new Map<number, Waiting>();
  const ready = Promise.withResolvers<string>();
  const end = (why: string) => {
    ready.reject(new Error(why));
    for (const { failed } of waiting.values()) failed(new Error(why));
    waiting.clear();
  };
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  child.once("exit", () => end("the bot has gone"));
  child.on("message", (message) => {
    const told = toldSchema.parse(message);
    if (told.kind === "log") parts.log("info", told.line);
    if (told.kind === "broken") end(told.error);
    if (told.kind === "ready") {
      parts.teams.setBotEndpoint(told.endpoint);
      ready.resolve(told.url);
    }
    if (told.kind !== "done") return;
    const { done, failed } = waiting.get(told.id) ?? {};
    waiting.delete(told.id);
    if (told.error === undefined) done?.(told.due);
    else failed?.(new Error(told.error));
  });
  child.send(beginOf(parts));
  const url = await ready.promise;
  let asked = 0;
  const ask = (what: Ask["what"]): Promise<string | undefined> => {
    const answer = Promise.withResolvers<string | undefined>();
    if (!child.connected) return Promise.reject(new Error("the bot has gone"));
    asked += 1;
    waiting.set(asked, { done: answer.resolve, failed: answer.reject });
    const question: Ask = { id: asked, what, now: parts.clock.now().toString() };
    child.send(question, (error) => {
      if (error) answer.reject(error);
    });
    return answer.promise;
  };
  return {
    url,
    get world() {
      return elsewhere();
    },
    get server() {
      return elsewhere();
    },
    start: async () => undefined,
    async drain() {
      await ask("drain");
    },
    async nextDue() {
      const due = await ask("due");
      return due ? Temporal.Instant.from(due) : null;
    },
    async stop() {
      await ask("stop").catch(() => child.kill("SIGKILL"));
      await exited;
    },
  };
}

function beginOf({ urls, masterKeys, teams, clock }: LocalBotParts): Begin {
  const { url, serviceUrl, botAppId, tenantId } = teams;
  return {
    urls: { ...urls },
    masterKeys,
    now: clock.now().toString(),
    teams: { url, serviceUrl, botAppId, tenantId, token: teams.botToken() },
  };
}
