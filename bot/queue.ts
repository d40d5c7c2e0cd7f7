import { PgBoss } from "pg-boss";
import type { Log } from "#usecases/world.ts";

/**
 * Wakes the courier and the timekeeper. What is due stands in our own rows; the queue only says: look now. So a lost
 * or doubled wake-up costs nothing, and several instances share the work through the claims on the rows.
 */
export interface Queue {
  readonly wake: () => void;
  start(run: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
  /** Null when the queue works; else a code. */
  problem(): Promise<string | null>;
}

const wekker = "wekker";
const bezorgen = "bezorgen";

/** pg-boss on our own PostgreSQL; its schema is made by `migrate`. */
export function bossQueue(options: { readonly url: string; readonly log: Log }): Queue {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: "zorgronde-queue",
    max: 4,
    migrate: false,
    createSchema: false,
    monitorIntervalSeconds: 15,
  });
  boss.on("error", () => options.log("error", { code: "wachtrij_fout" }));
  let started = false;
  return {
    wake() {
      if (!started) return;
      boss.send(bezorgen, null, { singletonKey: bezorgen }).catch(() => options.log("warning", { code: "wekken_mislukt" }));
    },
    async start(run) {
      await boss.start();
      const settings = { policy: "short" as const, heartbeatSeconds: 30, retryLimit: 3, notify: true };
      for (const name of [wekker, bezorgen]) {
        if (!(await boss.getQueue(name))) await boss.createQueue(name, settings);
        await boss.work(name, { pollingIntervalSeconds: 5 }, () => run());
      }
      await boss.schedule(wekker, "* * * * *", null, { tz: "Europe/Amsterdam" });
      started = true;
    },
    async stop() {
      started = false;
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
    async problem() {
      return started && (await boss.isInstalled()) ? null : "wachtrij_staat_stil";
    },
  };
}

/** Wakes in this process only, without a queue: for stories and benchmarks that drive time themselves. */
export function directQueue(failed: (error: unknown) => void): Queue {
  let run: (() => Promise<void>) | null = null;
  return {
    wake: () => {
      run?.().catch(failed);
    },
    start: async (work) => {
      run = work;
    },
    stop: async () => {
      run = null;
    },
    problem: async () => (run ? null : "wachtrij_staat_stil"),
  };
}
