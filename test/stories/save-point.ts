import { withConnection } from "#database/pool.ts";
import { urlOf } from "#local/postgres-roles.ts";
import type { TestDatabase } from "#test/database.ts";

/** The rows of a database as they were, to go back to. */
export interface KeptRows {
  /** Everything since is gone. Nobody may be connected that wants to stay. `last`: there is no going back after this. */
  back(last: boolean): Promise<void>;
  drop(): Promise<void>;
}

let made = 0;

/** Copies a whole database; nobody may be connected to it. */
export async function keepRows({ adminUrl, roles }: TestDatabase): Promise<KeptRows> {
  const live = new URL(adminUrl).pathname.slice(1);
  made += 1;
  const kept = `${live}_k${made}`;
  const copy = (to: string, from: string) =>
    `create database ${to} owner ${roles.migrate} template ${from} strategy file_copy`;
  const run = (...statements: readonly string[]) =>
    withConnection({ url: urlOf(adminUrl, "postgres"), applicationName: "story" }, async (connection) => {
      for (const statement of statements) await connection.script(statement);
    });
  await run(copy(kept, live));
  return {
    back: (last) =>
      run(
        `drop database ${live} with (force)`,
        last ? `alter database ${kept} rename to ${live}` : copy(live, kept),
        // The right to connect is the database's own and is not copied.
        `revoke all on database ${live} from public`,
        `grant connect on database ${live} to ${Object.values(roles).join(", ")}`,
      ),
    drop: () => run(`drop database if exists ${kept} with (force)`),
  };
}
