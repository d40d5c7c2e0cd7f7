/** What the simulation asks of the database, past all walls: to look, never to do what is tested. */
import { z } from "zod/v4";
import type { Connection } from "#database/pool.ts";

export type Sql = Connection;

export async function tel(sql: Sql, from: string): Promise<number> {
  const [row] = await sql.query(z.object({ n: z.number() }), `select count(*)::int as n from ${from}`);
  return row?.n ?? 0;
}
