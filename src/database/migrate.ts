import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod/v4";
import { type Connection, instant, withConnection } from "./pool.ts";

/** The login roles that migrations grant to, by the name they have in this database. */
export interface RoleNames {
  readonly app: string;
  readonly channel: string;
  readonly digest: string;
  readonly export: string;
}

export interface MigrateOptions {
  /** The URL of the role that owns the database. */
  readonly migrateUrl: string;
  readonly roles: RoleNames;
  readonly now: Temporal.Instant;
  readonly directory?: string;
  readonly log?: (line: string) => void;
}

export interface Migration {
  readonly nummer: number;
  readonly naam: string;
  readonly sha256: string;
  readonly sql: string;
}

export type MigrationProblem = "changed" | "unknown" | "out-of-order" | "bad-file" | "bad-role";

/** The files and the database disagree; nothing was changed. */
export class MigrationRefused extends Error {
  readonly kind: MigrationProblem;

  constructor(kind: MigrationProblem, message: string) {
    super(message);
    this.name = "MigrationRefused";
    this.kind = kind;
  }
}

const ourDirectory = join(import.meta.dirname, "migration");
/** Any number will do, as long as nothing else in this database locks on it. */
const lock = 7_341_906;

const appliedRow = z.object({
  nummer: z.number(),
  naam: z.string(),
  sha256: z.string(),
  toegepast_op: instant,
});
type Applied = z.infer<typeof appliedRow>;

/**
 * Applies what is not yet there, each file in a transaction of its own, one process at a time. Forward only: a file
 * that was applied stays as it is. Answers the files that were applied now.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const { migrateUrl, roles, now, directory = ourDirectory, log } = options;
  const files = readMigrations(directory);
  for (const file of files) fillRoles(file.sql, roles);
  return withConnection({ url: migrateUrl, applicationName: "zorgronde migrate" }, async (connection) => {
    await connection.query(z.object({}), `select from pg_advisory_lock($1)`, [lock]);
    await connection.script(`create table if not exists schema_migratie (
      nummer integer primary key, naam text not null, sha256 text not null, toegepast_op timestamptz not null)`);
    const pending = comparedWith(files, await appliedIn(connection));
    for (const file of pending) {
      await apply(connection, file, { roles, now });
      log?.(`migration ${file.naam}`);
    }
    return pending.map((file) => file.naam);
  });
}

/** The files that `migrate` would apply. Refuses as `migrate` does; changes nothing. */
export async function pendingMigrations(
  options: Pick<MigrateOptions, "migrateUrl" | "directory">,
): Promise<readonly string[]> {
  const files = readMigrations(options.directory ?? ourDirectory);
  const connection = { url: options.migrateUrl, applicationName: "zorgronde migrate" };
  const applied = await withConnection(connection, async (open) => {
    const [found] = await open.query(
      z.object({ there: z.boolean() }),
      `select to_regclass('schema_migratie') is not null as there`,
    );
    return found?.there ? appliedIn(open) : [];
  });
  return comparedWith(files, applied).map((file) => file.naam);
}

function appliedIn(connection: Connection): Promise<Applied[]> {
  return connection.query(
    appliedRow,
    `select nummer, naam, sha256, toegepast_op from schema_migratie order by nummer`,
  );
}

async function apply(
  connection: Connection,
  file: Migration,
  { roles, now }: Pick<MigrateOptions, "roles" | "now">,
): Promise<void> {
  await connection.script("begin");
  try {
    await connection.script(fillRoles(file.sql, roles));
    await connection.query(z.object({}), `insert into schema_migratie values ($1, $2, $3, $4)`, [
      file.nummer,
      file.naam,
      file.sha256,
      now,
    ]);
    await connection.script("commit");
  } catch (error) {
    await connection.script("rollback");
    throw error;
  }
}

/**
 * In order of number; numbers may be left open. Line ends are made equal first, so that a checkout on another system
 * has the same hash.
 */
export function readMigrations(directory: string = ourDirectory): readonly Migration[] {
  const names = readdirSync(directory)
    .filter((naam) => naam.endsWith(".sql"))
    .sort();
  const files = names.map((naam) => {
    const nummer = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(naam)?.[1]);
    if (Number.isNaN(nummer))
      throw new MigrationRefused("bad-file", `${naam}: a migration is called 0042-what-it-does.sql`);
    const sql = readFileSync(join(directory, naam), "utf8").replaceAll("\r\n", "\n");
    return { nummer, naam, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
  const double = files.find((file, index) => file.nummer === files[index - 1]?.nummer);
  if (double !== undefined) throw new MigrationRefused("bad-file", `${double.naam}: its number is taken`);
  return files;
}

/** What is still to be applied, after making sure that what was applied is what we have. */
function comparedWith(files: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const row of applied) {
    const file = files.find(({ nummer }) => nummer === row.nummer);
    if (file === undefined) {
      throw new MigrationRefused("unknown", `the database is newer than this version: it has ${row.naam}`);
    }
    if (file.sha256 !== row.sha256) {
      throw new MigrationRefused(
        "changed",
        `${file.naam} was changed after it was applied: write a new migration`,
      );
    }
  }
  const last = applied.at(-1);
  const pending = files.filter(({ nummer }) => !applied.some((row) => row.nummer === nummer));
  const late = pending.find((file) => last !== undefined && file.nummer < last.nummer);
  if (late !== undefined) {
    throw new MigrationRefused(
      "out-of-order",
      `${late.naam} comes before ${last?.naam}, which is applied already`,
    );
  }
  return pending;
}

const safeName = /^[a-z_][a-z0-9_-]{0,62}$/;

/**
 * Puts the names of the roles, as quoted identifiers, where `:app_role`, `:channel_role`, `:digest_role` and
 * `:export_role` stand. A name that could end a string, a comment or an identifier is refused, so place does not matter.
 */
export function fillRoles(sql: string, roles: RoleNames): string {
  return sql.replace(/(?<![:\w]):([a-z]+)_role\b/g, (placeholder, role: string) => {
    const name = Object.entries(roles).find(([key]) => key === role)?.[1];
    if (name === undefined) throw new MigrationRefused("bad-file", `no such role as ${placeholder}`);
    if (!safeName.test(name))
      throw new MigrationRefused("bad-role", `${role}: a role name has a-z, 0-9, _ and - only`);
    return `"${name}"`;
  });
}
