import { z } from "zod/v4";
import { withConnection } from "./pool.ts";

const factsRow = z.object({
  superuser: z.boolean(),
  bypassesRowSecurity: z.boolean(),
  ownsTables: z.boolean(),
  selectable: z.array(z.string()),
  /** The queue is there and this login may use it. */
  usesQueue: z.boolean(),
  /** How far the clock of the database runs from the moment given, in seconds. */
  databaseTime: z.instanceof(Temporal.Instant),
});
export type LoginFacts = z.infer<typeof factsRow>;

/** What the login of this URL is and may read, as the database itself says. */
export async function loginFacts(url: string): Promise<LoginFacts> {
  return withConnection({ url, applicationName: "zorgronde rechten" }, async (connection) => {
    const [row] = await connection.query(
      factsRow,
      `select r.rolsuper as superuser, r.rolbypassrls as "bypassesRowSecurity",
         exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as "ownsTables",
         coalesce((select array_agg(c.relname::text order by c.relname) from pg_class c
           where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p')
             and has_table_privilege(c.oid, 'select')), '{}') as selectable,
         exists (select from pg_namespace n where n.nspname = 'pgboss' and has_schema_privilege(n.oid, 'usage')) as "usesQueue",
         clock_timestamp() as "databaseTime"
       from pg_roles r where r.rolname = current_user`,
    );
    if (!row) throw new Error("a login without a role");
    return row;
  });
}
