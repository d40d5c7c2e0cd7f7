import { inject } from "vitest";
import { z } from "zod/v4";
import { type Database, openDatabase, withConnection } from "#database/pool.ts";
import { type Login, logins, type MadeRoles, urlOf } from "#local/postgres-roles.ts";

const perLogin = z.object({
  app: z.string(),
  channel: z.string(),
  digest: z.string(),
  export: z.string(),
  migrate: z.string(),
});
const clusterSchema = z.object({
  adminUrl: z.string(),
  template: z.string(),
  urls: perLogin,
  roles: perLogin,
});

export interface TestDatabase {
  readonly name: string;
  readonly urls: Readonly<Record<Login, string>>;
  /** A superuser in this database: to look behind row-level security, never to do what is tested. */
  readonly adminUrl: string;
  readonly roles: MadeRoles["roles"];
  /** As the app role, with the clock given to `freshDatabase`. */
  readonly database: Database;
  /** What the pools reported outside a transaction. */
  readonly reported: readonly string[];
  /** Another login, or another pool; closed together with the rest. */
  open(login: Login, options?: { readonly max?: number }): Database;
  /** Fails when the test left a connection of its own open. */
  close(): Promise<void>;
  /** Closes the pools and keeps the database, to be copied. */
  leave(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly clock?: { now(): Temporal.Instant };
  /** The database that is copied; left out, one with every migration and nothing in it. */
  readonly template?: string;
}

/** A Monday in a school week, nine o'clock in the Netherlands. */
const usual = { now: () => Temporal.Instant.from("2026-11-23T08:00:00Z") };
let made = 0;

/** A database of its own with every migration and nothing in it: `const db = await freshDatabase(); afterAll(db.close)`. */
export async function freshDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  return databaseIn(await clusterOfThisRun(), options);
}

/** The same, in a cluster that the caller started, outside a run of the tests. */
export async function databaseIn(
  cluster: z.infer<typeof clusterSchema>,
  { clock = usual, template = cluster.template }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  made += 1;
  const name = `${cluster.template}_${process.pid}_${made}`;
  await asAdmin(
    cluster.adminUrl,
    `create database ${name} owner ${cluster.roles.migrate} template ${template} strategy file_copy`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${Object.values(cluster.roles).join(", ")}`,
  );
  const urls = perLogin.parse(
    Object.fromEntries(logins.map((login) => [login, urlOf(cluster.urls[login], name)])),
  );
  const pools: Database[] = [];
  const reported: string[] = [];
  const open: TestDatabase["open"] = (login, { max = 4 } = {}) => {
    const pool = openDatabase({
      url: urls[login],
      applicationName: `zorgronde test ${login}`,
      max,
      clock,
      onError: (code) => reported.push(code),
    });
    pools.push(pool);
    return pool;
  };
  const leave = async (): Promise<void> => void (await Promise.all(pools.map((pool) => pool.close())));
  return {
    name,
    urls,
    adminUrl: urlOf(cluster.adminUrl, name),
    roles: cluster.roles,
    database: open("app"),
    reported,
    open,
    leave,
    async close() {
      await leave();
      await drop(cluster.adminUrl, name);
    },
  };
}

async function clusterOfThisRun(): Promise<z.infer<typeof clusterSchema>> {
  return clusterSchema.parse(await asked({}));
}

/** The name of a database with the practice world of that moment, to copy. */
export async function templateOfThisRun(since: { start: string; linked: string }): Promise<string> {
  return z.string().parse(await asked(since));
}

/** Of the process that all files of this run have in common (global-setup.ts). */
async function asked(what: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${inject("clusterUrl")}?${new URLSearchParams(what)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`no database for the tests: ${text}`);
  return JSON.parse(text);
}

/** A connection that was closed needs a moment to go from the server's list; one that stays was left open. */
async function drop(adminUrl: string, name: string): Promise<void> {
  await withConnection({ url: adminUrl, applicationName: "zorgronde test" }, async (connection) => {
    const until = performance.now() + 1_000;
    for (;;) {
      const left = await connection.query(
        z.object({ name: z.string() }),
        `select application_name as name from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
        [name],
      );
      const late = performance.now() > until;
      if (left.length === 0 || late) await connection.script(`drop database ${name} with (force)`);
      if (late) throw new Error(`a connection was left open: ${left.map((l) => l.name).join(", ")}`);
      if (left.length === 0) return;
    }
  });
}

async function asAdmin(url: string, ...statements: readonly string[]): Promise<void> {
  await withConnection({ url, applicationName: "zorgronde test" }, async (connection) => {
    for (const statement of statements) await connection.script(statement);
  });
}
