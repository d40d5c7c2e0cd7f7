import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dumpSchema } from "#database/dump.ts";
import type { MadeRoles } from "#local/postgres-roles.ts";

/** The schema under review: a change of the migrations shows here as a difference. */
export const schemaFile = join(import.meta.dirname, "../../src/database/schema.txt");

/** The dump with the roles by the names that the migrations give them. */
export function dumpForReview(url: string, roles: MadeRoles["roles"]): Promise<string> {
  const roleNames = Object.fromEntries(
    Object.entries(roles).map(([login, name]) => [name, `:${login}_role`]),
  );
  return dumpSchema({ url, roleNames });
}

export function writeSchema(text: string): void {
  writeFileSync(schemaFile, text);
}
