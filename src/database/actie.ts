import { z } from "zod/v4";
import type { OverdrachtFeit } from "#domain/overdracht.ts";
import type { Sealed } from "#domain/sealed.ts";
import { type DataKey, encryptSealed, whereOf } from "./kluis.ts";
import { execute, query, type Tx } from "./pool.ts";

export interface ActieRow {
  readonly id: string;
  readonly sztId: string;
  readonly hulpvraagId: string;
  readonly rondeId: string | null;
  readonly houderId: string;
  readonly omschrijving: Sealed<string>;
  readonly datum: Temporal.PlainDate;
  readonly gemaaktDoor: string;
}

export async function insertActie(tx: Tx, key: DataKey, row: ActieRow): Promise<void> {
  await execute(
    tx,
    `insert into actie (id, swv_id, szt_id, hulpvraag_id, ronde_id, houder_id, omschrijving, datum, gemaakt_door, gemaakt_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.hulpvraagId,
      row.rondeId,
      row.houderId,
      encryptSealed(key, row.omschrijving, whereOf("actie.omschrijving", row.id)),
      row.datum,
      row.gemaaktDoor,
      tx.now,
    ],
  );
}

/** True for who was first; false when it was done already. */
export async function markActieDone(tx: Tx, id: string, persoonId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update actie set gedaan_op = $2, gedaan_door = $3, versie = versie + 1 where id = $1 and gedaan_op is null`,
    [id, tx.now, persoonId],
  );
  return count === 1;
}

export interface ActiePlek {
  readonly id: string;
  readonly sztId: string;
  readonly hulpvraagId: string;
  readonly rondeId: string | null;
}

const plekRow = z.object({
  id: z.string(),
  sztId: z.string(),
  hulpvraagId: z.string(),
  rondeId: z.string().nullable(),
});
const plek = `a.id, a.szt_id as "sztId", a.hulpvraag_id as "hulpvraagId", a.ronde_id as "rondeId"`;

/** Where the acties belong that matter in one round: those agreed in it, and those still open of this SZT. */
export async function actiesAround(
  tx: Tx,
  { id, sztId }: { readonly id: string; readonly sztId: string },
): Promise<readonly ActiePlek[]> {
  return query(
    tx,
    plekRow,
    `select ${plek} from actie a join hulpvraag h on h.id = a.hulpvraag_id
     where a.szt_id = $1 and (a.ronde_id = $2
       or (a.gedaan_op is null and h.status in ('klaargezet', 'geagendeerd', 'besproken', 'in_uitvoering')))
     order by a.datum, a.id limit 60`,
    [sztId, id],
  );
}

export async function actieById(tx: Tx, id: string): Promise<ActiePlek | null> {
  const [row] = await query(tx, plekRow, `select ${plek} from actie a where a.id = $1`, [id]);
  return row ?? null;
}

/** Asked, answered with no, or taken back (null). The hulpvraag is held by the caller. */
export async function setOverdracht(tx: Tx, id: string, overdracht: OverdrachtFeit | null): Promise<void> {
  await execute(
    tx,
    `update actie set overdracht_aan = $2, overdracht_door = $3, overdracht_stand = $4, overdracht_reden = $5, versie = versie + 1
     where id = $1 and gedaan_op is null and vervallen_op is null`,
    [
      id,
      overdracht?.aan ?? null,
      overdracht?.door ?? null,
      overdracht?.stand ?? null,
      overdracht?.reden ?? null,
    ],
  );
}

/** To another holder, with its term. `sinds`: nobody is reminded of what lies before it. */
export async function passActie(
  tx: Tx,
  id: string,
  to: { readonly houderId: string; readonly sinds: Temporal.PlainDate },
): Promise<void> {
  await execute(
    tx,
    `update actie set houder_id = $2, overdracht_aan = null, overdracht_door = null, overdracht_stand = null,
       overdracht_reden = null, versie = versie + 1
     where id = $1 and gedaan_op is null and vervallen_op is null`,
    [id, to.houderId],
  );
  await execute(
    tx,
    `update termijn set persoon_id = $2, vervalt_sinds = $3, versie = versie + 1 where actie_id = $1 and status = 'open'`,
    [id, to.houderId, to.sinds],
  );
}

/** Another date; its term is for the caller. False when it is done. */
export async function moveActie(tx: Tx, id: string, datum: Temporal.PlainDate): Promise<boolean> {
  const count = await execute(
    tx,
    `update actie set datum = $2, versie = versie + 1 where id = $1 and gedaan_op is null and vervallen_op is null`,
    [id, datum],
  );
  return count === 1;
}

/** Hulpvragen with an actie that this person is asked to take; whether that may still be is for the domain. */
export async function hulpvragenAsking(tx: Tx, persoonId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select distinct hulpvraag_id as id from actie
     where overdracht_aan = $1 and overdracht_stand = 'gevraagd' and gedaan_op is null and vervallen_op is null order by 1`,
    [persoonId],
  );
  return rows.map(({ id }) => id);
}
