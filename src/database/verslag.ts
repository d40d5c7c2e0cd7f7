import { z } from "zod/v4";
import { type Sealed, sealLocked } from "#domain/sealed.ts";
import {
  type Afwijsreden,
  afwijsredenSchema,
  type VerslagFeit,
  type WijzigingFeit,
} from "#domain/verslag.ts";
import { type DataKey, decryptText, encryptSealed, type KeyRing, openDataKey, whereOf } from "./kluis.ts";
import { bytes, execute, instant, plainDate, query, type Tx } from "./pool.ts";

export async function insertVerslag(
  tx: Tx,
  verslag: Pick<VerslagFeit, "rondeId" | "sztId" | "vastVanaf">,
): Promise<void> {
  await execute(
    tx,
    `insert into verslag (ronde_id, swv_id, szt_id, gemaakt_op, vast_vanaf) values ($1, $2, $3, $4, $5)`,
    [verslag.rondeId, tx.scope.swvId, verslag.sztId, tx.now, verslag.vastVanaf],
  );
}

/** Null for a round that goes on, and for one that was over before reports were made. */
export async function verslagOf(tx: Tx, rondeId: string): Promise<VerslagFeit | null> {
  const [row] = await query(
    tx,
    z.object({
      rondeId: z.string(),
      sztId: z.string(),
      vastVanaf: plainDate,
      vastgesteldOp: instant.nullable(),
      versie: z.number(),
    }),
    `select ronde_id as "rondeId", szt_id as "sztId", vast_vanaf as "vastVanaf", vastgesteld_op as "vastgesteldOp", versie
     from verslag where ronde_id = $1`,
    [rondeId],
  );
  return row ?? null;
}

/** Nobody changes it while this transaction runs. */
export async function lockVerslag(tx: Tx, rondeId: string): Promise<void> {
  await query(
    tx,
    z.object({ id: z.string() }),
    `select ronde_id as id from verslag where ronde_id = $1 for update`,
    [rondeId],
  );
}

/** False when somebody was first. */
export async function settle(
  tx: Tx,
  at: { readonly rondeId: string; readonly versie: number },
  door: string,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update verslag set vastgesteld_op = $3, vastgesteld_door = $4, versie = versie + 1
     where ronde_id = $1 and versie = $2 and vastgesteld_op is null`,
    [at.rondeId, at.versie, tx.now, door],
  );
  return count === 1;
}

/** One version further; answers which. */
export async function touchVerslag(tx: Tx, rondeId: string): Promise<number> {
  const [row] = await query(
    tx,
    z.object({ versie: z.number() }),
    `update verslag set versie = versie + 1 where ronde_id = $1 returning versie`,
    [rondeId],
  );
  if (!row) throw new Error("a report out of reach");
  return row.versie;
}

/** Reports of rounds of this SZT before this one that nobody settled. */
export async function unsettledBefore(
  tx: Tx,
  ronde: { readonly id: string; readonly sztId: string },
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select v.ronde_id as id from verslag v join overlegronde r on r.id = v.ronde_id
     join overlegronde n on n.id = $1 and (r.datum, r.begin) < (n.datum, n.begin)
     where v.szt_id = $2 and v.vastgesteld_op is null order by r.datum, r.begin, r.id`,
    [ronde.id, ronde.sztId],
  );
  return rows.map(({ id }) => id);
}

/** The last report of a round that this person takes part in; null when there is none. */
export async function lastVerslagOf(tx: Tx, persoonId: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string() }),
    `select v.ronde_id as id from verslag v join overlegronde r on r.id = v.ronde_id
     join deelname d on d.ronde_id = r.id where d.persoon_id = $1 order by r.datum desc, r.begin desc, r.id limit 1`,
    [persoonId],
  );
  return row?.id ?? null;
}

/** Of the last day on which this SZT had a round with a report. */
export async function lastVerslagenIn(tx: Tx, sztId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select v.ronde_id as id from verslag v join overlegronde r on r.id = v.ronde_id
     where v.szt_id = $1 and r.datum = (select max(d.datum) from verslag w join overlegronde d on d.id = w.ronde_id where w.szt_id = $1)
     order by r.begin, r.id`,
    [sztId],
  );
  return rows.map(({ id }) => id);
}

/** Rounds of this SZT after this one: those to come, and whether one of them has begun. */
export async function roundsAfter(
  tx: Tx,
  ronde: { readonly id: string; readonly sztId: string },
): Promise<{ readonly komende: readonly string[]; readonly begonnen: boolean }> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), status: z.enum(["gepland", "open", "gesloten"]) }),
    `select n.id, n.status from overlegronde n join overlegronde r on r.id = $1
     where n.szt_id = $2 and (n.datum, n.begin) > (r.datum, r.begin) and n.status <> 'vervallen'
     order by n.datum, n.begin, n.id limit 40`,
    [ronde.id, ronde.sztId],
  );
  return {
    komende: rows.filter(({ status }) => status === "gepland").map(({ id }) => id),
    begonnen: rows.some(({ status }) => status !== "gepland"),
  };
}

/** The place at which its words are locked. */
const wijzigingPlek = "verslag_wijziging.tekst";

const wijzigingRow = z.object({
  id: z.string(),
  hulpvraagId: z.string(),
  sleutelId: z.string(),
  verpakt: bytes.nullable(),
  hoofdsleutel: z.string(),
  besluitId: z.string(),
  tekst: bytes.nullable(),
  status: z.enum(["open", "overgenomen", "afgewezen"]),
  reden: afwijsredenSchema.nullable(),
  door: z.string(),
  op: instant,
});

/** What was proposed about this round, oldest first. Nothing is opened before somebody may read it. */
export async function wijzigingenOf(
  tx: Tx,
  keys: KeyRing,
  rondeId: string,
): Promise<readonly WijzigingFeit[]> {
  const rows = await query(
    tx,
    wijzigingRow,
    `select w.id, w.hulpvraag_id as "hulpvraagId", d.id as "sleutelId", d.verpakt, d.hoofdsleutel,
       w.besluit_id as "besluitId", w.tekst, w.status, w.reden, w.voorgesteld_door as door, w.voorgesteld_op as op
     from verslag_wijziging w join hulpvraag h on h.id = w.hulpvraag_id
     join leerling l on l.id = h.leerling_id join datasleutel d on d.id = l.sleutel_id
     where w.ronde_id = $1 order by w.voorgesteld_op, w.id`,
    [rondeId],
  );
  return rows.map(({ sleutelId, verpakt, hoofdsleutel, tekst, ...rest }) => ({
    ...rest,
    tekst:
      tekst &&
      sealLocked(() => {
        if (!verpakt) throw new Error("the key of this leerling is gone");
        const key = openDataKey(keys, { id: sleutelId, wrapped: verpakt, masterKeyId: hoofdsleutel });
        return decryptText(key, tekst, whereOf(wijzigingPlek, rest.id));
      }),
  }));
}

export async function insertWijziging(
  tx: Tx,
  key: DataKey,
  row: {
    readonly id: string;
    readonly sztId: string;
    readonly rondeId: string;
    readonly hulpvraagId: string;
    readonly besluitId: string;
    readonly tekst: Sealed<string>;
    readonly door: string;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into verslag_wijziging (id, swv_id, szt_id, ronde_id, hulpvraag_id, besluit_id, tekst, voorgesteld_door, voorgesteld_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.rondeId,
      row.hulpvraagId,
      row.besluitId,
      encryptSealed(key, row.tekst, whereOf(wijzigingPlek, row.id)),
      row.door,
      tx.now,
    ],
  );
}

/** Taken over: the words stand beside the besluit from now on, and no longer here. False when it was answered already. */
export async function takeOver(tx: Tx, id: string, door: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update verslag_wijziging set status = 'overgenomen', tekst = null, beantwoord_door = $2, beantwoord_op = $3
     where id = $1 and status = 'open'`,
    [id, door, tx.now],
  );
  return count === 1;
}

/** False when it was answered already. */
export async function turnDown(
  tx: Tx,
  id: string,
  { door, reden }: { readonly door: string; readonly reden: Afwijsreden },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update verslag_wijziging set status = 'afgewezen', reden = $4, beantwoord_door = $2, beantwoord_op = $3
     where id = $1 and status = 'open'`,
    [id, door, tx.now, reden],
  );
  return count === 1;
}
