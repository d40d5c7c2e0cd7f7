import { z } from "zod/v4";
import { sectorSchema } from "#domain/code.ts";
import { query, type Tx } from "./pool.ts";

const schoolRow = z.object({ id: z.string(), naam: z.string(), sector: sectorSchema, sztId: z.string() });
export type SchoolRow = z.infer<typeof schoolRow>;

/** These schools, by name. */
export async function schoolsById(tx: Tx, ids: ReadonlySet<string>): Promise<readonly SchoolRow[]> {
  return query(
    tx,
    schoolRow,
    `select id, naam, sector, szt_id as "sztId" from school where id = any($1::uuid[]) order by naam, id`,
    [[...ids]],
  );
}

/** The schools of these SZTs, by name. */
export async function schoolsOf(tx: Tx, sztIds: readonly string[]): Promise<readonly SchoolRow[]> {
  return query(
    tx,
    schoolRow,
    `select id, naam, sector, szt_id as "sztId" from school where szt_id = any($1::uuid[]) order by naam, id`,
    [sztIds],
  );
}

/** Names of these SZTs, in the order of the alphabet. */
export async function sztNames(
  tx: Tx,
  sztIds: readonly string[],
): Promise<readonly { readonly id: string; readonly naam: string }[]> {
  return query(
    tx,
    z.object({ id: z.string(), naam: z.string() }),
    `select id, naam from szt where id = any($1::uuid[]) order by naam, id`,
    [sztIds],
  );
}

/** How many pupils a school has: 0 when the import did not say. */
export async function schoolSize(
  tx: Tx,
  id: string,
): Promise<{ readonly leerlingen: number; readonly sector: SchoolRow["sector"] } | null> {
  const [row] = await query(
    tx,
    z.object({ leerlingen: z.number(), sector: sectorSchema }),
    `select leerlingen, sector from school where id = $1`,
    [id],
  );
  return row ?? null;
}
