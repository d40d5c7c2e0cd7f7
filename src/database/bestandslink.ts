import { createHash } from "node:crypto";
import { z } from "zod/v4";
import { execute, plainDate, query, type Tx } from "./pool.ts";

/** Only this is kept of a link: who reads the database cannot make one of it. */
export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

/** What kind of file waits behind a link; each is made by a use case of its own. */
export type Bestandssoort =
  | "agenda_ronde"
  | "agenda_tijdvak"
  | "brief"
  | "folder"
  | "inzage_json"
  | "inzage_pdf"
  | "verslag"
  | "verslag_tijdvak";

export interface Bestandslink {
  readonly tokenHash: Buffer;
  readonly persoonId: string;
  readonly soort: Bestandssoort;
  readonly onderwerpId: string;
  /** What was chosen: codes and days, never a text. */
  readonly keuze?: Readonly<Record<string, unknown>>;
  readonly geldigTot: Temporal.Instant;
}

export async function saveLink(tx: Tx, link: Bestandslink): Promise<void> {
  await execute(
    tx,
    `insert into bestandslink (token_hash, swv_id, persoon_id, soort, onderwerp_id, keuze, geldig_tot, gemaakt_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      link.tokenHash,
      tx.scope.swvId,
      link.persoonId,
      link.soort,
      link.onderwerpId,
      JSON.stringify(link.keuze ?? {}),
      link.geldigTot,
      tx.now,
    ],
  );
}

export interface TakenLink<Soort extends Bestandssoort> {
  readonly persoonId: string;
  readonly soort: Soort;
  readonly onderwerpId: string;
  /** As it was saved; its schema is of who makes the file. */
  readonly keuze: unknown;
}

/** Uses a link to one of these kinds up: of two who come at once, one gets it. A link of another kind stays as it is. */
export async function takeLink<Soort extends Bestandssoort>(
  tx: Tx,
  tokenHash: Buffer,
  soorten: readonly [Soort, ...Soort[]],
): Promise<TakenLink<Soort> | null> {
  const [row] = await query(
    tx,
    z.object({ persoonId: z.string(), soort: z.enum(soorten), onderwerpId: z.string(), keuze: z.unknown() }),
    `update bestandslink set gebruikt_op = $2
     where token_hash = $1 and gebruikt_op is null and geldig_tot > $2 and soort = any($3::text[])
     returning persoon_id as "persoonId", soort, onderwerp_id as "onderwerpId", keuze`,
    [tokenHash, tx.now, soorten],
  );
  return row ?? null;
}

/** A new address takes the place of the one before, which then works no longer. */
export async function saveFeed(tx: Tx, persoonId: string, tokenHash: Buffer): Promise<void> {
  await execute(
    tx,
    `insert into agendafeed (token_hash, swv_id, persoon_id, gemaakt_op) values ($1, $2, $3, $4)
     on conflict (persoon_id) do update set token_hash = excluded.token_hash, gemaakt_op = excluded.gemaakt_op`,
    [tokenHash, tx.scope.swvId, persoonId, tx.now],
  );
}

export async function hasFeed(tx: Tx, persoonId: string): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select persoon_id as "persoonId" from agendafeed where persoon_id = $1`,
    [persoonId],
  );
  return rows.length > 0;
}

export async function feedOwner(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select persoon_id as "persoonId" from agendafeed where token_hash = $1`,
    [tokenHash],
  );
  return row?.persoonId ?? null;
}

/** The last day to object that letters of "laten weten" for this hulpvraag name, made here and fetched; null without one. */
export async function letterEnd(tx: Tx, hulpvraagId: string): Promise<Temporal.PlainDate | null> {
  const [row] = await query(
    tx,
    z.object({ uiterlijk: plainDate.nullable() }),
    `select max((keuze ->> 'uiterlijk')::date) as uiterlijk from bestandslink
     where soort = 'brief' and onderwerp_id = $1 and keuze ->> 'brief' = 'instemming' and gebruikt_op is not null`,
    [hulpvraagId],
  );
  return row?.uiterlijk ?? null;
}
