import { installQueue } from "#bot/queue.ts";
import { readSettings, type Settings } from "#bot/settings.ts";
import { MigrationRefused, migrate, type RoleNames } from "#database/migrate.ts";
import { DatabaseAway, DatabaseError } from "#database/pool.ts";
import { type Command, noArguments, refused } from "./output.ts";
import { problemWords } from "./settings-problem.ts";

/** Brings the whole database up to date: our own schema, then the queue's. Answers the migrations applied now. */
export async function migrateAll(options: {
  readonly migrateUrl: string;
  readonly roles: RoleNames;
  readonly now: Temporal.Instant;
  readonly log?: (line: string) => void;
}): Promise<readonly string[]> {
  const applied = await migrate(options);
  await installQueue({ migrateUrl: options.migrateUrl, appRole: options.roles.app });
  return applied;
}

/** The roles are the logins of the URLs themselves. */
export function rolesIn(databases: Settings["databases"]): RoleNames {
  const login = (url: string) => decodeURIComponent(new URL(url).username);
  return {
    app: login(databases.app),
    channel: login(databases.channel),
    digest: login(databases.digest),
    export: login(databases.export),
  };
}

export const migrateCommand: Command = {
  about: "Werkt het schema van de database bij.",
  usage:
    "zorgronde migrate\n  Leest DATABASE_URL_MIGRATE en de andere vier database-adressen uit de omgeving.",
  async run(args, io) {
    noArguments(args);
    const read = readSettings(io.env);
    if (!read.ok) return refused(io, read.problem.kind, problemWords(read.problem));
    const { databases } = read.settings;
    try {
      const applied = await migrateAll({
        migrateUrl: databases.migrate,
        roles: rolesIn(databases),
        now: Temporal.Now.instant(),
        log: io.say,
      });
      io.out({ applied, upToDate: true });
      return 0;
    } catch (error) {
      if (error instanceof MigrationRefused) return refused(io, `migratie_${error.kind}`, error.message);
      if (error instanceof DatabaseAway)
        return refused(io, "database_weg", "De database is niet te bereiken.");
      if (error instanceof DatabaseError) return refused(io, "database_fout", error.message);
      throw error;
    }
  },
};
