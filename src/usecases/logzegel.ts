import { logHash } from "#database/kluis.ts";
import { currentLogKey, type LogKeyRow } from "#database/logsleutel.ts";
import {
  insertZegel,
  ketenEinden,
  lastZegel,
  lockSealing,
  type RijHash,
  sealRows,
  settledRow,
  unsealedRows,
} from "#database/logzegel.ts";
import { DatabaseError, type Tx } from "#database/pool.ts";
import { begin, type LogRij, rijText, type Zegel, zegelText } from "#domain/logketen.ts";
import { taskScope } from "#domain/scope.ts";
import type { World } from "./world.ts";

type SealingWorld = Pick<World, "database" | "keys" | "chance" | "swvId" | "log">;

/** Rows in one transaction: well within the time that one statement has. */
const batch = 2_000;
/** SQLSTATE: a lock was not to be had in time. */
const lockTaken = "55P03";

/**
 * Seals what was written since the last time, in batches; answers how many rows. Several instances may do it at once.
 * The number of the last seal and its beginning go to the log of the process, which is kept elsewhere.
 */
export async function sealLog(world: SealingWorld): Promise<number> {
  const upTo = await settled(world);
  if (upTo === null) return 0;
  let sealed = 0;
  for (;;) {
    const done = await world.database.transact(taskScope(world.swvId, "log"), (tx) =>
      sealBatch(tx, world, upTo),
    );
    sealed += done.count;
    if (done.head) {
      const id = `${done.head.nr}.${done.head.zegel.slice(0, 32)}`;
      world.log("info", { code: "log_verzegeld", id, count: done.count });
    }
    if (done.count < batch) return sealed;
  }
}

/** An act that takes long holds it up: it is sealed the next time. */
async function settled({ database, swvId }: SealingWorld): Promise<number | null> {
  try {
    return await database.transact(taskScope(swvId, "log"), settledRow);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === lockTaken) return null;
    throw error;
  }
}

type Head = Zegel & { readonly zegel: string };

async function sealBatch(
  tx: Tx,
  { keys, chance }: Pick<SealingWorld, "keys" | "chance">,
  upTo: number,
): Promise<{ readonly count: number; readonly head: Head | null }> {
  await lockSealing(tx);
  const before = await lastZegel(tx);
  const rows = await unsealedRows(tx, { after: before?.totId ?? 0, upTo, limit: batch });
  const totId = rows.at(-1)?.id;
  if (totId === undefined) return { count: 0, head: null };
  const key = await currentLogKey(tx, keys, chance.uuid);
  const chains = Map.groupBy(rows, ({ sztId }) => sztId);
  const ends = await ketenEinden(tx, [...chains.keys()]);
  let last: Pick<Head, "nr" | "zegel"> = before ?? { nr: 0, zegel: begin };
  let head: Head | null = null;
  const hashes: RijHash[] = [];
  for (const [sztId, own] of chains) {
    const end = ends.find((one) => one.sztId === sztId) ?? { tot: 0, kop: begin };
    const sealed = hashed(own, end, key);
    hashes.push(...sealed.rows);
    const zegel: Zegel = {
      swvId: tx.scope.swvId,
      nr: last.nr + 1,
      sztId,
      van: end.tot + 1,
      tot: end.tot + own.length,
      totId,
      kop: sealed.kop,
      sleutelId: key.id,
      op: tx.now.round("microsecond"),
      vorig: last.zegel,
    };
    head = { ...zegel, zegel: logHash(key.key, zegelText(zegel)) };
    await insertZegel(tx, head);
    last = head;
  }
  await sealRows(tx, hashes);
  return { count: rows.length, head };
}

function hashed(
  rows: readonly LogRij[],
  end: { readonly tot: number; readonly kop: string },
  { key }: LogKeyRow,
): { readonly rows: readonly RijHash[]; readonly kop: string } {
  let kop = end.kop;
  const sealed = rows.map((rij, index): RijHash => {
    const [volgnr, vorigeHash] = [end.tot + index + 1, kop];
    kop = logHash(key, rijText(rij, volgnr, vorigeHash));
    return { id: rij.id, volgnr, vorigeHash, hash: kop };
  });
  return { rows: sealed, kop };
}
