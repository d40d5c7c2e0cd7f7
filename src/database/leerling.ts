import { z } from "zod/v4";
import type { Gezag } from "#domain/code.ts";
import type { LeerlingGegevens } from "#domain/dossier.ts";
import { leerlingGegevensSchema } from "#domain/leerling-gegevens.ts";
import {
  type DataKey,
  decryptText,
  encryptText,
  hmacIndex,
  hmacIndexes,
  type KeyRing,
  openDataKey,
  whereOf,
} from "./kluis.ts";
import { bytes, execute, query, type Tx } from "./pool.ts";

type Who = Pick<LeerlingGegevens, "naam" | "geboortemaand"> & { readonly schoolId: string };

/** One row; rows with one number are of one leerling, another number is a namesake. */
export interface LeerlingLike {
  readonly id: string;
  readonly nummer: number;
}

/** Leerlingen of this school with this name and month of birth, found by a keyed mark; erased ones are gone. */
export async function leerlingenLike(tx: Tx, keys: KeyRing, who: Who): Promise<readonly LeerlingLike[]> {
  return query(
    tx,
    z.object({ id: z.string(), nummer: z.number() }),
    `select l.id, l.naamgenoot as nummer from leerling l join datasleutel d on d.id = l.sleutel_id
     where l.school_id = $1 and l.zoeksleutel = any($2::bytea[]) and d.verpakt is not null order by l.gemaakt_op desc, l.id`,
    [who.schoolId, hmacIndexes(keys, who)],
  );
}

const lockedRow = z.object({
  id: z.string(),
  gegevens: bytes,
  sleutel: z.string(),
  wrapped: bytes,
  masterKeyId: z.string(),
});
const lockedColumns = `l.id, l.gegevens, d.id as sleutel, d.verpakt as wrapped, d.hoofdsleutel as "masterKeyId"`;

/** Null when it cannot be read. */
function opened(
  keys: KeyRing,
  { id, gegevens, sleutel, ...key }: z.infer<typeof lockedRow>,
): LeerlingGegevens | null {
  try {
    const dataKey = openDataKey(keys, { id: sleutel, ...key });
    return leerlingGegevensSchema.parse(
      JSON.parse(decryptText(dataKey, gegevens, whereOf("leerling.gegevens", id))),
    );
  } catch {
    return null;
  }
}

export interface LeerlingNaam {
  readonly schoolId: string;
  /** Null when it cannot be read. */
  readonly naam: string | null;
  /** The youngest first. */
  readonly hulpvraagIds: readonly string[];
}

const naamRow = lockedRow.extend({ schoolId: z.string(), hulpvraagIds: z.array(z.string()) });

/** Names of leerlingen of this SZT whose data are still kept, or of one of them; what is erased is gone. */
export async function namenOf(
  tx: Tx,
  keys: KeyRing,
  van: { readonly sztId: string } | { readonly leerlingId: string },
): Promise<readonly LeerlingNaam[]> {
  const [column, value] = "sztId" in van ? ["szt_id", van.sztId] : ["id", van.leerlingId];
  const rows = await query(
    tx,
    naamRow,
    `select ${lockedColumns}, l.school_id as "schoolId",
       array(select h.id from hulpvraag h where h.leerling_id = l.id order by h.gemaakt_op desc, h.id) as "hulpvraagIds"
     from leerling l join datasleutel d on d.id = l.sleutel_id where l.${column} = $1 and d.verpakt is not null order by l.id`,
    [value],
  );
  return rows.map(({ schoolId, hulpvraagIds, ...row }) => ({
    schoolId,
    hulpvraagIds,
    naam: opened(keys, row)?.naam ?? null,
  }));
}

/** Numbers in the school's own system that were kept in these rows. What cannot be read holds up nobody, and is named. */
export async function kenmerkenOf(
  tx: Tx,
  keys: KeyRing,
  ids: readonly string[],
): Promise<{ readonly kenmerken: readonly string[]; readonly onleesbaar: readonly string[] }> {
  const rows = await query(
    tx,
    lockedRow,
    `select ${lockedColumns} from leerling l join datasleutel d on d.id = l.sleutel_id
     where l.id = any($1::uuid[]) and d.verpakt is not null`,
    [ids],
  );
  const found = new Set<string>();
  const onleesbaar: string[] = [];
  for (const row of rows) {
    const gegevens = opened(keys, row);
    if (!gegevens) onleesbaar.push(row.id);
    else if (gegevens.kenmerk !== null) found.add(gegevens.kenmerk);
  }
  return { kenmerken: [...found], onleesbaar };
}

export interface LeerlingRow {
  readonly id: string;
  readonly sztId: string;
  readonly schoolId: string;
  readonly gezag: Gezag;
  readonly gegevens: LeerlingGegevens;
  /** Which of those with this name and month of birth. */
  readonly nummer: number;
}

/** `keys` makes the mark, `key` locks the values. */
export interface LeerlingKeys {
  readonly keys: KeyRing;
  readonly key: DataKey;
}

export async function insertLeerling(
  tx: Tx,
  { keys, key }: LeerlingKeys,
  row: LeerlingRow & { readonly sleutelId: string },
): Promise<void> {
  await execute(
    tx,
    `insert into leerling (id, swv_id, szt_id, school_id, sleutel_id, zoeksleutel, gegevens, gezag, gemaakt_op, naamgenoot)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.schoolId,
      row.sleutelId,
      hmacIndex(keys, { schoolId: row.schoolId, ...row.gegevens }),
      locked(key, row),
      row.gezag,
      tx.now,
      row.nummer,
    ],
  );
}

export async function updateLeerling(
  tx: Tx,
  { keys, key }: LeerlingKeys,
  row: Omit<LeerlingRow, "sztId">,
): Promise<void> {
  await execute(
    tx,
    `update leerling set zoeksleutel = $2, gegevens = $3, gezag = $4, naamgenoot = $5 where id = $1`,
    [
      row.id,
      hmacIndex(keys, { schoolId: row.schoolId, ...row.gegevens }),
      locked(key, row),
      row.gezag,
      row.nummer,
    ],
  );
}

export async function setGezag(tx: Tx, id: string, gezag: Gezag): Promise<void> {
  await execute(tx, `update leerling set gezag = $2 where id = $1`, [id, gezag]);
}

function locked(key: DataKey, { id, gegevens }: Pick<LeerlingRow, "id" | "gegevens">): Buffer {
  const { naam, geboortemaand, leerjaar, kenmerk } = gegevens;
  return encryptText(
    key,
    JSON.stringify({ naam, geboortemaand, leerjaar, kenmerk }),
    whereOf("leerling.gegevens", id),
  );
}
