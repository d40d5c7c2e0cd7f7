import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "#database/migrate.ts";
import { type Postgres, removePostgres, startPostgres } from "#local/postgres.ts";
import { createRoles } from "#local/postgres-roles.ts";
import { databaseIn } from "#test/database.ts";
import { walksKilling } from "./kill.ts";
import { type Proof, withStory } from "./proof.ts";

const beginning = Temporal.Instant.from("2026-01-01T00:00:00Z");
const template = "zorgronde_proef";

/** `kill -9` of PostgreSQL itself, on a server that waits for its disk as in production. */
export const killPostgres: Proof = {
  name: "PostgreSQL is killed in the middle of presses and sends",
  share: 0.2,
  async run(run) {
    const dataDir = mkdtempSync(join(tmpdir(), "zorgronde-proef-"));
    let postgres: Postgres = await startPostgres({ dataDir, fresh: true });
    const { adminUrl, port } = postgres;
    const kill = async (): Promise<void> => {
      process.kill(postgres.pid, "SIGKILL");
      // `stop` waits for a process that is going already.
      await postgres.stop();
    };
    const revive = async (): Promise<void> => {
      postgres = await startPostgres({ dataDir, port });
    };
    try {
      const made = await createRoles({ adminUrl, database: template });
      await migrate({ migrateUrl: made.urls.migrate, roles: made.roles, now: beginning });
      const cluster = { ...made, adminUrl, template };
      return await withStory({ database: databaseIn.bind(null, cluster) }, (s) =>
        walksKilling(s, run, { kill, revive }),
      );
    } finally {
      await postgres.stop();
      removePostgres(dataDir);
    }
  },
};
