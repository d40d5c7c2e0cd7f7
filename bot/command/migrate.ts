import { installQueue } from "#bot/queue.ts";
import { migrate, type RoleNames } from "#database/migrate.ts";

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
