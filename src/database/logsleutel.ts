import { z } from "zod/v4";
import { type KeyRing, type LogKey, newDataKey, openLogKey, rewrap } from "./kluis.ts";
import { bytes, execute, query, type Tx } from "./pool.ts";

const row = z.object({ id: z.string(), wrapped: bytes, masterKeyId: z.string() });
const columns = `id, verpakt as wrapped, hoofdsleutel as "masterKeyId"`;

export interface LogKeyRow {
  readonly id: string;
  readonly key: LogKey;
}

/** The key to seal with: that of the current master key, made when it is the first time. Within the lock on sealing. */
export async function currentLogKey(tx: Tx, keys: KeyRing, uuid: () => string): Promise<LogKeyRow> {
  const [found] = await query(
    tx,
    row,
    `select ${columns} from logsleutel where swv_id = $1 and gemaakt_met = $2`,
    [tx.scope.swvId, keys.current],
  );
  if (found) return { id: found.id, key: openLogKey(keys, found) };
  const made = newDataKey(keys, uuid());
  await execute(
    tx,
    `insert into logsleutel (id, swv_id, verpakt, hoofdsleutel, gemaakt_met, gemaakt_op) values ($1, $2, $3, $4, $4, $5)`,
    [made.id, tx.scope.swvId, made.wrapped, made.masterKeyId, tx.now],
  );
  return { id: made.id, key: openLogKey(keys, made) };
}

/** Every key that anything was ever sealed with; those that cannot be opened are named apart. */
export async function logKeys(
  tx: Tx,
  keys: KeyRing,
): Promise<{ readonly open: ReadonlyMap<string, LogKey>; readonly missing: readonly string[] }> {
  const rows = await query(tx, row, `select ${columns} from logsleutel order by gemaakt_op, id`);
  const known = rows.filter(({ masterKeyId }) => keys.keys.has(masterKeyId));
  const missing = rows.filter((one) => !known.includes(one)).map(({ masterKeyId }) => masterKeyId);
  return { open: new Map(known.flatMap((one) => opened(keys, one))), missing: [...new Set(missing)] };
}

/** A box that does not open was put there by somebody else: what it should have sealed is then not right. */
function opened(keys: KeyRing, one: z.infer<typeof row>): [string, LogKey][] {
  try {
    return [[one.id, openLogKey(keys, one)]];
  } catch {
    return [];
  }
}

/** The keys of the log under the current master key; what they sealed stays as it is. */
export async function rewrapLogKeys(tx: Tx, keys: KeyRing): Promise<number> {
  const rows = await query(
    tx,
    row,
    `select ${columns} from logsleutel where hoofdsleutel <> $1 order by id for update`,
    [keys.current],
  );
  for (const one of rows) {
    const wrapped = rewrap(keys, one);
    await execute(tx, `update logsleutel set verpakt = $2, hoofdsleutel = $3 where id = $1`, [
      one.id,
      wrapped.wrapped,
      wrapped.masterKeyId,
    ]);
  }
  return rows.length;
}
