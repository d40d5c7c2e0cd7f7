import { z } from "zod/v4";
import { type DataKey, decryptText, hmacIndex, type KeyRing, openDataKey, rewrap, whereOf } from "./kluis.ts";
import { bytes, execute, query, type Tx } from "./pool.ts";

const keyRow = z.object({ id: z.string(), verpakt: bytes, hoofdsleutel: z.string() });

/**
 * Wraps up to `limit` data keys anew under the current master key, and makes the marks by which doubles are found anew
 * with it: after the last one the old master key is needed for nothing. What the data keys locked stays as it is.
 */
export async function rewrapAll(tx: Tx, keys: KeyRing, limit: number): Promise<number> {
  const rows = await query(
    tx,
    keyRow,
    `select id, verpakt, hoofdsleutel from datasleutel where verpakt is not null and hoofdsleutel <> $1
     order by id limit $2 for update`,
    [keys.current, limit],
  );
  for (const row of rows) {
    const wrapped = rewrap(keys, { id: row.id, wrapped: row.verpakt, masterKeyId: row.hoofdsleutel });
    await markAnew(tx, keys, { id: row.id, key: openDataKey(keys, wrapped) });
    await execute(tx, `update datasleutel set verpakt = $2, hoofdsleutel = $3 where id = $1`, [
      row.id,
      wrapped.wrapped,
      wrapped.masterKeyId,
    ]);
  }
  return rows.length;
}

/** The master keys that something is still locked with. */
export async function usedMasterKeys(tx: Tx): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select hoofdsleutel as id from datasleutel where verpakt is not null union select hoofdsleutel from logsleutel order by 1`,
  );
  return rows.map(({ id }) => id);
}

/** No more than the mark is made of: a month that is none must not keep every key as it is. */
const marked = z.object({ naam: z.string(), geboortemaand: z.string() });
const leerlingRow = z.object({ id: z.string(), schoolId: z.string(), gegevens: bytes });

async function markAnew(tx: Tx, keys: KeyRing, { id, key }: { id: string; key: DataKey }): Promise<void> {
  const leerlingen = await query(
    tx,
    leerlingRow,
    `select id, school_id as "schoolId", gegevens from leerling where sleutel_id = $1 for update`,
    [id],
  );
  for (const leerling of leerlingen) {
    const text = decryptText(key, leerling.gegevens, whereOf("leerling.gegevens", leerling.id));
    const { naam, geboortemaand } = marked.parse(JSON.parse(text));
    await execute(tx, `update leerling set zoeksleutel = $2 where id = $1`, [
      leerling.id,
      hmacIndex(keys, { schoolId: leerling.schoolId, naam, geboortemaand }),
    ]);
  }
}
