import { PgBoss } from "pg-boss";
import { z } from "zod/v4";
import { withConnection } from "#database/pool.ts";
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

const schema = "pgboss";
const wekker = "wekker";
const bezorgen = "bezorgen";
const queues = [wekker, bezorgen] as const;
const everyMinute = "* * * * *";

/** Makes the schema and the queues of pg-boss as the migrate login, and lets the app login use them; safe to run again. */
export async function installQueue(options: {
  readonly migrateUrl: string;
  readonly appRole: string;
}): Promise<void> {
  const boss = new PgBoss({
    connectionString: options.migrateUrl,
    schema,
    max: 2,
    supervise: false,
    schedule: false,
  });
  const failures: unknown[] = [];
  boss.on("error", (error) => failures.push(error));
  await boss.start();
  for (const name of queues) {
    if (await boss.getQueue(name)) continue;
    await boss.createQueue(name, {
      policy: "short",
      notify: true,
      heartbeatSeconds: 30,
      expireInSeconds: 300,
      retryLimit: 3,
      retryDelay: 5,
      deleteAfterSeconds: 24 * 3600,
    });
  }
  await boss.stop({ graceful: false });
  if (failures.length > 0) throw new Error("the queue could not be installed");
  await withConnection(
    { url: options.migrateUrl, applicationName: "zorgronde migrate" },
    async (connection) => {
      const [row] = await connection.query(z.object({ role: z.string() }), `select quote_ident($1) as role`, [
        options.appRole,
      ]);
      const role = row?.role ?? "";
      await connection.script(`grant usage on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant usage on all sequences in schema ${schema} to ${role};
      grant execute on all functions in schema ${schema} to ${role}`);
    },
  );
}

/** pg-boss on our own PostgreSQL, as the app login; the schema is there already. */
export function bossQueue(options: { readonly url: string; readonly log: Log }): Queue {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: "zorgronde wachtrij",
    schema,
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
  });
  boss.on("error", () => options.log("error", { code: "wachtrij_fout" }));
  boss.on("warning", () => undefined);
  let started = false;
  /** pg-boss keeps the error of a job in its own table: no words of ours go there. */
  const job = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      const kind = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "onbekend";
      options.log("error", { code: "afhandeling_mislukt", kind });
      throw new Error("afhandeling_mislukt");
    }
  };
  return {
    wake() {
      if (!started) return;
      boss
        .send(bezorgen, null, { priority: 1 })
        .catch(() => options.log("warning", { code: "wekken_mislukt" }));
    },
    async start(run) {
      await boss.start();
      for (const name of queues) await boss.work(name, { pollingIntervalSeconds: 2 }, () => job(run));
      // A minute that passed while nothing ran needs no catching up: what is due is found by looking.
      await boss.schedule(wekker, everyMinute, null, { tz: "Europe/Amsterdam" });
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
