import { z } from "zod/v4";
import { type DataKey, type KeyRing, newDataKey, openDataKey } from "./kluis.ts";
import { bytes, execute, query, type Tx } from "./pool.ts";

/** A fresh key of one leerling, wrapped and kept; destroying its row erases what it locked. */
export async function makeDataKey(
  tx: Tx,
  keys: KeyRing,
  place: { readonly id: string; readonly sztId: string },
): Promise<DataKey> {
  const wrapped = newDataKey(keys, place.id);
  await execute(
    tx,
    `insert into datasleutel (id, swv_id, szt_id, verpakt, hoofdsleutel, gemaakt_op) values ($1, $2, $3, $4, $5, $6)`,
    [place.id, tx.scope.swvId, place.sztId, wrapped.wrapped, wrapped.masterKeyId, tx.now],
  );
  return openDataKey(keys, wrapped);
}

/** The key of a leerling whose data have not been erased. */
export async function dataKeyOf(tx: Tx, keys: KeyRing, leerlingId: string): Promise<DataKey> {
  const [row] = await query(
    tx,
    z.object({ id: z.string(), wrapped: bytes, masterKeyId: z.string() }),
    `select d.id, d.verpakt as wrapped, d.hoofdsleutel as "masterKeyId"
     from datasleutel d join leerling l on l.sleutel_id = d.id where l.id = $1 and d.verpakt is not null`,
    [leerlingId],
  );
  if (!row) throw new Error("no data key for this leerling");
  return openDataKey(keys, row);
}

/** What this key locked can never be read again, here or in a backup made from now on. */
export async function destroyDataKey(tx: Tx, id: string): Promise<void> {
  await execute(
    tx,
    `update datasleutel set verpakt = null, vernietigd_op = $2 where id = $1 and verpakt is not null`,
    [id, tx.now],
  );
}
