import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod/v4";
import { migrate } from "#database/migrate.ts";
import { withConnection } from "#database/pool.ts";
import { removePostgres, startPostgres } from "#local/postgres.ts";
import { createRoles, type MadeRoles } from "#local/postgres-roles.ts";

/** One PostgreSQL for a run of the tests, with one database that has every migration, to be copied. */
export interface Cluster extends MadeRoles {
  readonly adminUrl: string;
  readonly template: string;
  close(): Promise<void>;
}

/** When the schema of a test database was made: before anything that a test does. */
const beginning = Temporal.Instant.from("2026-01-01T00:00:00Z");
const nameRow = z.object({ name: z.string() });
const folder = "zorgronde-test-";

/**
 * Our own PostgreSQL in memory; or the server of TEST_DATABASE_ADMIN_URL (a superuser's), where everything this run
 * makes has this process in its name and is removed again. `small`: no table of this run gets many rows.
 */
export async function openCluster({ small = false } = {}): Promise<Cluster> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  const server = given === undefined ? await ownServer() : { adminUrl: given, stop: () => Promise.resolve() };
  const template = `zorgronde_test_${process.pid}`;
  try {
    if (given !== undefined) await removeRun(given, template);
    const made = await createRoles({ adminUrl: server.adminUrl, database: template });
    await migrate({ migrateUrl: made.urls.migrate, roles: made.roles, now: beginning });
    if (small) await planOnce(server.adminUrl, Object.values(made.roles));
    const close = async (): Promise<void> => {
      if (given !== undefined) await removeRun(given, template);
      await server.stop();
    };
    return { ...made, adminUrl: server.adminUrl, template, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** With few rows and a new database for each test, planning for the values would be most of the work (0042). */
async function planOnce(adminUrl: string, roles: readonly string[]): Promise<void> {
  await withConnection({ url: adminUrl, applicationName: "zorgronde test" }, async (connection) => {
    for (const role of roles)
      await connection.script(`alter role ${role} set plan_cache_mode to force_generic_plan`);
  });
}

async function ownServer(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  for (const name of readdirSync(memory)) {
    if (name.startsWith(folder) && !isAlive(Number(name.slice(folder.length))))
      removePostgres(join(memory, name));
  }
  const dataDir = join(memory, `${folder}${process.pid}`);
  const postgres = await startPostgres({ dataDir, fast: true, fresh: true });
  return {
    adminUrl: postgres.adminUrl,
    async stop() {
      await postgres.stop();
      removePostgres(dataDir);
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Databases first: a role that owns or may do something cannot go. */
async function removeRun(adminUrl: string, template: string): Promise<void> {
  await withConnection({ url: adminUrl, applicationName: "zorgronde test" }, async (connection) => {
    const databases = await connection.query(
      nameRow,
      `select datname as name from pg_database where datname = $1 or datname like $1 || '\\_%'`,
      [template],
    );
    for (const { name } of databases) await connection.script(`drop database ${name} with (force)`);
    const roles = await connection.query(
      nameRow,
      `select rolname as name from pg_roles where rolname like $1 || '\\_%'`,
      [template],
    );
    for (const { name } of roles) await connection.script(`drop role ${name}`);
  });
}
