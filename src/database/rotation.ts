import { z } from "zod/v4";
import { type KeyRing, rewrap } from "./kluis.ts";
import { execute, query, type Tx } from "./pool.ts";

/** Wraps up to `limit` data keys anew under the current master key. What they locked stays as it is. */
export async function rewrapAll(tx: Tx, keys: KeyRing, limit: number): Promise<number> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), verpakt: z.instanceof(Buffer), hoofdsleutel: z.string() }),
    `select id, verpakt, hoofdsleutel from datasleutel where verpakt is not null and hoofdsleutel <> $1
     order by id limit $2 for update`,
    [keys.current, limit],
  );
  for (const row of rows) {
    const wrapped = rewrap(keys, { id: row.id, wrapped: row.verpakt, masterKeyId: row.hoofdsleutel });
    await execute(tx, `update datasleutel set verpakt = $2, hoofdsleutel = $3 where id = $1`, [
      row.id,
      wrapped.wrapped,
      wrapped.masterKeyId,
    ]);
  }
  return rows.length;
}
