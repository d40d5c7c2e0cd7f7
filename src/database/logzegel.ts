import { z } from "zod/v4";
import type { LogRij, Zegel } from "#domain/logketen.ts";
import { execute, instant, query, type Tx } from "./pool.ts";

/** Longer than the acts that are under way last; who comes meanwhile waits this long at most. */
const patience = "250ms";

/**
 * The highest row that may be sealed now: nothing below it is still on its way. Null when there is nothing to seal.
 * Waits for the acts under way, so this is a transaction of its own; fails with 55P03 when one of them takes long.
 */
export async function settledRow(tx: Tx): Promise<number | null> {
  const [waiting] = await query(
    tx,
    z.object({ any: z.boolean() }),
    `select exists (select from gebeurtenis where swv_id = $1 and hash is null) as any`,
    [tx.scope.swvId],
  );
  if (!waiting?.any) return null;
  await execute(tx, `select set_config('lock_timeout', $1, true)`, [patience]);
  await execute(tx, `select pg_advisory_xact_lock(hashtextextended('gebeurtenis', 0))`);
  const [row] = await query(
    tx,
    z.object({ id: z.number().nullable() }),
    `select max(id) as id from gebeurtenis where swv_id = $1 and hash is null`,
    [tx.scope.swvId],
  );
  return row?.id ?? null;
}

/** One who seals at a time, of all instances: a chain has one end. Held until the transaction ends. */
export async function lockSealing(tx: Tx): Promise<void> {
  await execute(tx, `select pg_advisory_xact_lock(hashtextextended('logzegel/' || $1, 0))`, [tx.scope.swvId]);
}

const rijRow = z.object({
  id: z.number(),
  swvId: z.string(),
  sztId: z.string().nullable(),
  op: instant,
  actorId: z.string().nullable(),
  taak: z.string().nullable(),
  soort: z.string(),
  zaak: z.string().nullable(),
  grondslag: z.string().nullable(),
  gegevens: z.string(),
});
const rijColumns = `id, swv_id as "swvId", szt_id as "sztId", op, actor_id as "actorId", taak, soort, encode(zaak, 'hex') as zaak,
  grondslag, gegevens::text as gegevens`;

/**
 * The oldest rows without a seal, of all chains. What lies below the last seal is never taken: it was put there later,
 * or its seal was taken off, and a new seal would hide that.
 */
export async function unsealedRows(
  tx: Tx,
  { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<readonly LogRij[]> {
  return query(
    tx,
    rijRow,
    `select ${rijColumns} from gebeurtenis where swv_id = $1 and hash is null and id > $2 and id <= $3 order by id limit $4`,
    [tx.scope.swvId, after, upTo, limit],
  );
}

export interface RijHash {
  readonly id: number;
  readonly volgnr: number;
  readonly vorigeHash: string;
  readonly hash: string;
}

/**
 * All at once; the database refuses a row that was sealed already. Its planner takes the policies of the table for very
 * selective and would look through all hashes for each row: one pass over both is what it must do.
 */
export async function sealRows(tx: Tx, rows: readonly RijHash[]): Promise<void> {
  await execute(tx, `select set_config('enable_nestloop', 'off', true)`);
  const count = await execute(
    tx,
    `update gebeurtenis g set volgnr = v.volgnr, vorige_hash = decode(v.vorige, 'hex'), hash = decode(v.hash, 'hex')
     from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) v(id, volgnr, vorige, hash)
     where g.id = v.id and g.id = any($1::bigint[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ volgnr }) => volgnr),
      rows.map(({ vorigeHash }) => vorigeHash),
      rows.map(({ hash }) => hash),
    ],
  );
  if (count !== rows.length) throw new Error("rows of the log went away under the lock");
}

const zegelRow = z.object({
  swvId: z.string(),
  nr: z.number(),
  sztId: z.string().nullable(),
  van: z.number(),
  tot: z.number(),
  totId: z.number(),
  kop: z.string(),
  sleutelId: z.string(),
  op: instant,
  vorig: z.string(),
  zegel: z.string(),
});
export type ZegelRij = z.infer<typeof zegelRow>;
const zegelColumns = `swv_id as "swvId", nr, szt_id as "sztId", van, tot, tot_id as "totId", encode(kop, 'hex') as kop,
  sleutel_id as "sleutelId", op, encode(vorig, 'hex') as vorig, encode(zegel, 'hex') as zegel`;

export async function lastZegel(tx: Tx): Promise<ZegelRij | null> {
  const [row] = await query(
    tx,
    zegelRow,
    `select ${zegelColumns} from logzegel where swv_id = $1 order by nr desc limit 1`,
    [tx.scope.swvId],
  );
  return row ?? null;
}

export interface KetenEind {
  readonly sztId: string | null;
  readonly tot: number;
  readonly kop: string;
}

/** Where each of these chains ends now; one that has no seal yet is not in it. */
export async function ketenEinden(tx: Tx, sztIds: readonly (string | null)[]): Promise<readonly KetenEind[]> {
  return query(
    tx,
    z.object({ sztId: z.string().nullable(), tot: z.number(), kop: z.string() }),
    `select distinct on (szt_id) szt_id as "sztId", tot, encode(kop, 'hex') as kop from logzegel
     where swv_id = $1 and (szt_id = any($2::uuid[]) or szt_id is null) order by szt_id, tot desc`,
    [tx.scope.swvId, sztIds.filter((id) => id !== null)],
  );
}

export async function insertZegel(tx: Tx, zegel: Zegel & { readonly zegel: string }): Promise<void> {
  await execute(
    tx,
    `insert into logzegel (swv_id, nr, szt_id, van, tot, tot_id, kop, sleutel_id, op, vorig, zegel)
     values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, decode($10, 'hex'), decode($11, 'hex'))`,
    [
      zegel.swvId,
      zegel.nr,
      zegel.sztId,
      zegel.van,
      zegel.tot,
      zegel.totId,
      zegel.kop,
      zegel.sleutelId,
      zegel.op,
      zegel.vorig,
      zegel.zegel,
    ],
  );
}

/** In their order, a page at a time. */
export async function zegelsAfter(tx: Tx, nr: number, limit: number): Promise<readonly ZegelRij[]> {
  return query(
    tx,
    zegelRow,
    `select ${zegelColumns} from logzegel where swv_id = $1 and nr > $2 order by nr limit $3`,
    [tx.scope.swvId, nr, limit],
  );
}

const ketenRow = rijRow.extend({
  volgnr: z.number().nullable(),
  vorigeHash: z.string().nullable(),
  hash: z.string().nullable(),
});
export type KetenRij = z.infer<typeof ketenRow>;

/** The whole log in the order in which it was written, a page at a time. */
export async function logRowsAfter(tx: Tx, id: number, limit: number): Promise<readonly KetenRij[]> {
  return query(
    tx,
    ketenRow,
    `select ${rijColumns}, volgnr, encode(vorige_hash, 'hex') as "vorigeHash", encode(hash, 'hex') as hash
     from gebeurtenis where swv_id = $1 and id > $2 order by id limit $3`,
    [tx.scope.swvId, id, limit],
  );
}

/** How many rows wait for a seal since before this moment. */
export async function unsealedSince(tx: Tx, before: Temporal.Instant): Promise<number> {
  const [row] = await query(
    tx,
    z.object({ aantal: z.number() }),
    `select count(*)::int as aantal from gebeurtenis where swv_id = $1 and hash is null and op < $2`,
    [tx.scope.swvId, before],
  );
  return row?.aantal ?? 0;
}
