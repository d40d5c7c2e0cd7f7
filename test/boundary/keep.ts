import { z } from "zod/v4";
import { withConnection } from "#database/pool.ts";

/** From behind the walls. */
export function asked<T>(url: string, schema: z.ZodType<T>, sql: string): Promise<T[]> {
  return withConnection({ url, applicationName: "boundary" }, (connection) => connection.query(schema, sql));
}

/** Copies of all rows, aside; going back is one script, without keys and triggers in the way. */
export async function keepTables(url: string) {
  const tables = (
    await asked(
      url,
      z.object({ name: z.string() }),
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migratie' order by 1`,
    )
  ).map(({ name }) => name);
  const identities = await asked(
    url,
    z.object({ name: z.string() }),
    `select pg_get_serial_sequence(quote_ident(table_name), column_name) as name from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES'`,
  );
  const script = (sql: string) =>
    withConnection({ url, applicationName: "boundary" }, (connection) => connection.script(sql));
  return {
    async keep(schema: string): Promise<() => Promise<void>> {
      const counts = await asked(
        url,
        z.object({ name: z.string(), n: z.number() }),
        tables.map((t) => `select '${t}' as name, count(*)::int as n from ${t}`).join(" union all "),
      );
      const filled = counts.filter(({ n }) => n > 0).map(({ name }) => name);
      await script(
        `drop schema if exists ${schema} cascade; create schema ${schema};
         ${filled.map((t) => `create table ${schema}.${t} as table ${t};`).join("\n")}`,
      );
      const again = filled.map((t) => `insert into ${t} overriding system value table ${schema}.${t};`);
      const numbers = identities.map(({ name }) => `select setval('${name}', 100000);`);
      return () =>
        script(
          `begin; set local session_replication_role = replica;
           ${tables.map((t) => `delete from ${t};`).join("\n")} ${again.join("\n")} ${numbers.join("\n")} commit;`,
        );
    },
  };
}
