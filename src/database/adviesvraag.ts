import { z } from "zod/v4";
import {
  type Adviesstatus,
  type Adviesuitkomst,
  type AdviesvraagFeit,
  adviesstatusSchema,
  adviesuitkomstSchema,
  kringSchema,
} from "#domain/adviesvraag.ts";
import { type AdviesvraagSettings, adviesvraagSettingsSchema } from "#domain/adviesvraag-setting.ts";
import { domeinSchema } from "#domain/code.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Sealed } from "#domain/sealed.ts";
import { destroyDataKey, makeDataKey } from "./datasleutel.ts";
import { teamOf } from "./dossier.ts";
import { type DataKey, decryptSealed, encryptSealed, type KeyRing, openDataKey, whereOf } from "./kluis.ts";
import { bytes, execute, plainDate, query, type Tx } from "./pool.ts";
import { rondesById } from "./ronde-feit.ts";

/** How long they are kept here; what is not set is as usual. */
export async function adviesvraagSettingsOf(tx: Tx): Promise<AdviesvraagSettings> {
  const [row] = await query(
    tx,
    z.object({ regels: z.unknown() }),
    `select instellingen -> 'adviesvraag' as regels from swv where id = $1`,
    [tx.scope.swvId],
  );
  return adviesvraagSettingsSchema.parse(row?.regels ?? {});
}

const adviesRow = z.object({
  id: z.string(),
  szt_id: z.string(),
  status: adviesstatusSchema,
  kring: kringSchema,
  domein: domeinSchema,
  vraag: bytes,
  antwoord: bytes.nullable(),
  uitkomst: adviesuitkomstSchema.nullable(),
  vrager_id: z.string(),
  ronde_id: z.string().nullable(),
  gesteld_op: plainDate,
  beantwoord_door: z.string().nullable(),
  beantwoord_op: plainDate.nullable(),
  wissen_op: plainDate,
  versie: z.number(),
  sleutel_id: z.string(),
  verpakt: bytes,
  hoofdsleutel: z.string(),
});

const columns = `select a.*, d.verpakt, d.hoofdsleutel from adviesvraag a join datasleutel d on d.id = a.sleutel_id
  where d.verpakt is not null`;

/** One within the scope of the transaction; null when it is not there or out of reach. */
export async function loadAdviesvraag(tx: Tx, keys: KeyRing, id: string): Promise<AdviesvraagFeit | null> {
  const [row] = await query(tx, adviesRow, `${columns} and a.id = $1`, [id]);
  return row ? factOf(tx, keys, row) : null;
}

/** Of this round: to be discussed, or answered while it is held. */
export async function adviesvragenOfRonde(
  tx: Tx,
  keys: KeyRing,
  rondeId: string,
): Promise<readonly AdviesvraagFeit[]> {
  const rows = await query(tx, adviesRow, `${columns} and a.ronde_id = $1 order by a.gesteld_op, a.id`, [
    rondeId,
  ]);
  return facts(tx, keys, rows);
}

/** All of these SZTs, the youngest first. */
export async function adviesvragenOf(
  tx: Tx,
  keys: KeyRing,
  { sztIds, limit }: { readonly sztIds: readonly string[]; readonly limit: number },
): Promise<readonly AdviesvraagFeit[]> {
  const rows = await query(
    tx,
    adviesRow,
    `${columns} and a.szt_id = any($1::uuid[]) order by a.gesteld_op desc, a.id limit $2`,
    [sztIds, limit],
  );
  return facts(tx, keys, rows);
}

async function facts(
  tx: Tx,
  keys: KeyRing,
  rows: readonly z.infer<typeof adviesRow>[],
): Promise<readonly AdviesvraagFeit[]> {
  const found: AdviesvraagFeit[] = [];
  for (const row of rows) found.push(await factOf(tx, keys, row));
  return found;
}

async function factOf(tx: Tx, keys: KeyRing, row: z.infer<typeof adviesRow>): Promise<AdviesvraagFeit> {
  const key = keyOf(keys, row);
  const [ronde] = await rondesById(tx, row.ronde_id ? [row.ronde_id] : []);
  return {
    id: row.id,
    sztId: row.szt_id,
    status: row.status,
    kring: row.kring,
    domein: row.domein,
    vraag: decryptSealed(key, row.vraag, whereOf("adviesvraag.vraag", row.id)),
    antwoord: row.antwoord && decryptSealed(key, row.antwoord, whereOf("adviesvraag.antwoord", row.id)),
    uitkomst: row.uitkomst,
    vragerId: row.vrager_id,
    beantwoordDoor: row.beantwoord_door,
    gesteldOp: row.gesteld_op,
    beantwoordOp: row.beantwoord_op,
    wissenOp: row.wissen_op,
    versie: row.versie,
    team: await teamOf(tx, row.szt_id),
    ronde: ronde ?? null,
  };
}

type Locked = Pick<z.infer<typeof adviesRow>, "sleutel_id" | "verpakt" | "hoofdsleutel">;
function keyOf(keys: KeyRing, { sleutel_id, verpakt, hoofdsleutel }: Locked): DataKey {
  return openDataKey(keys, { id: sleutel_id, wrapped: verpakt, masterKeyId: hoofdsleutel });
}

export interface NewAdviesvraag
  extends Pick<
    AdviesvraagFeit,
    "id" | "sztId" | "status" | "kring" | "domein" | "vraag" | "vragerId" | "gesteldOp" | "wissenOp"
  > {
  readonly sleutelId: string;
  readonly rondeId: string | null;
}

/** With a key of its own, made here and used for nothing else. */
export async function insertAdviesvraag(tx: Tx, keys: KeyRing, advies: NewAdviesvraag): Promise<void> {
  const { id, sztId, sleutelId } = advies;
  const key = await makeDataKey(tx, keys, { id: sleutelId, sztId });
  await execute(
    tx,
    `insert into adviesvraag (id, swv_id, szt_id, sleutel_id, status, kring, domein, vraag, vrager_id, ronde_id, gesteld_op, wissen_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      tx.scope.swvId,
      sztId,
      sleutelId,
      advies.status,
      advies.kring,
      advies.domein,
      encryptSealed(key, advies.vraag, whereOf("adviesvraag.vraag", id)),
      advies.vragerId,
      advies.rondeId,
      advies.gesteldOp,
      advies.wissenOp,
    ],
  );
}

export interface AdviesAt {
  readonly id: string;
  readonly versie: number;
}

export interface Adviesantwoord {
  readonly antwoord: Sealed<string> | null;
  readonly uitkomst: Adviesuitkomst;
  readonly door: string;
  readonly op: Temporal.PlainDate;
  readonly wissenOp: Temporal.PlainDate;
}

/** False when somebody else was first. */
export async function answerAdviesvraag(
  tx: Tx,
  keys: KeyRing,
  at: AdviesAt,
  given: Adviesantwoord,
): Promise<boolean> {
  const [row] = await query(tx, adviesRow, `${columns} and a.id = $1`, [at.id]);
  if (!row) return false;
  const { antwoord, uitkomst, door, op, wissenOp } = given;
  const locked =
    antwoord && encryptSealed(keyOf(keys, row), antwoord, whereOf("adviesvraag.antwoord", at.id));
  const count = await execute(
    tx,
    `update adviesvraag set status = 'beantwoord', antwoord = $3, uitkomst = $4, beantwoord_door = $5, beantwoord_op = $6,
       wissen_op = $7, versie = versie + 1 where id = $1 and versie = $2 and status <> 'beantwoord'`,
    [at.id, at.versie, locked, uitkomst, door, op, wissenOp],
  );
  return count === 1;
}

/** On this round, or waiting for one. */
export async function placeAdviesvraag(
  tx: Tx,
  at: AdviesAt,
  to: { readonly rondeId: string | null; readonly wissenOp: Temporal.PlainDate },
): Promise<boolean> {
  const status: Adviesstatus = to.rondeId ? "geagendeerd" : "wacht_op_ronde";
  const count = await execute(
    tx,
    `update adviesvraag set status = $3, ronde_id = $4, wissen_op = $5, versie = versie + 1 where id = $1 and versie = $2`,
    [at.id, at.versie, status, to.rondeId, to.wissenOp],
  );
  return count === 1;
}

/** The round is over: what it answered is tied to it no longer. */
export async function untieAnswered(tx: Tx, rondeId: string): Promise<void> {
  await execute(
    tx,
    `update adviesvraag set ronde_id = null, versie = versie + 1 where ronde_id = $1 and status = 'beantwoord'`,
    [rondeId],
  );
}

/** Waiting for a round of this SZT. */
export async function waitingAdviesvragen(tx: Tx, sztId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from adviesvraag where szt_id = $1 and status = 'wacht_op_ronde' order by gesteld_op, id`,
    [sztId],
  );
  return rows.map(({ id }) => id);
}

/** Nothing is left: the key is destroyed and the row goes. False when it was gone already. */
export async function eraseAdviesvraag(tx: Tx, id: string): Promise<boolean> {
  const [row] = await query(
    tx,
    z.object({ sleutelId: z.string() }),
    `delete from adviesvraag where id = $1 returning sleutel_id as "sleutelId"`,
    [id],
  );
  if (!row) return false;
  await destroyDataKey(tx, row.sleutelId);
  return true;
}

export async function markDiscussed(tx: Tx, rondeId: string): Promise<void> {
  await execute(tx, `update overlegronde set adviesvragen_besproken = true where id = $1`, [rondeId]);
}

/** Whether this round answered any; how many is not kept. */
export async function anyDiscussed(tx: Tx, { id }: Pick<RondeFeit, "id">): Promise<boolean> {
  const [row] = await query(
    tx,
    z.object({ ja: z.boolean() }),
    `select adviesvragen_besproken as ja from overlegronde where id = $1`,
    [id],
  );
  return row?.ja ?? false;
}

/** It stays a while longer than was told; the card that tells it is no news for anybody. */
export async function postponeErasure(tx: Tx, id: string, wissenOp: Temporal.PlainDate): Promise<void> {
  await execute(tx, `update adviesvraag set wissen_op = $2 where id = $1`, [id, wissenOp]);
}
