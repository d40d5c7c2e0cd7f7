/** What goes with a regierol: who is linked, the wish to give it on, and who stands in for a while. */
import { z } from "zod/v4";
import type { Partij } from "#domain/code.ts";
import type { VoorstelReden } from "#domain/regierol-keuze.ts";
import { todayIn } from "#domain/today.ts";
import { endAanmeldingen } from "./aanmelding.ts";
import { endPauzes } from "./pauze.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";
import { endTrajecten } from "./traject.ts";
import { endWachtlijst } from "./wachtlijst.ts";
import { werktHier } from "./werkt-hier.ts";

/** The hulpvraag has ended: nobody is linked, gives it on, stands in, waits for anything, is in a traject or stands still any more. */
export async function endAround(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(tx, `update koppeling set tot = $2 where hulpvraag_id = $1 and tot is null`, [
    hulpvraagId,
    tx.now,
  ]);
  await endVoorstel(tx, hulpvraagId, { stand: "vervallen", door: null });
  await endWaarneming(tx, hulpvraagId);
  await endAanmeldingen(tx, hulpvraagId);
  await endTrajecten(tx, hulpvraagId);
  await endWachtlijst(tx, hulpvraagId);
  await endPauzes(tx, hulpvraagId, todayIn(tx.now));
}

interface About {
  readonly id: string;
  readonly sztId: string;
}

/** Linked from now on; who is linked already stays so. */
export async function linkExperts(tx: Tx, { id, sztId }: About, personen: readonly string[]): Promise<void> {
  await execute(
    tx,
    `insert into koppeling (swv_id, szt_id, hulpvraag_id, persoon_id, van)
     select $1, $2, $3, p, $5 from unnest($4::uuid[]) p
     where not exists (select from koppeling k where k.hulpvraag_id = $3 and k.persoon_id = p and k.tot is null)`,
    [tx.scope.swvId, sztId, id, personen, tx.now],
  );
}

/** Who was linked at this very moment was so for a moment. */
export async function unlinkExperts(tx: Tx, hulpvraagId: string, personen: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update koppeling set tot = $3 where hulpvraag_id = $1 and persoon_id = any($2::uuid[]) and tot is null`,
    [hulpvraagId, personen, tx.now],
  );
}

/** Who works here no more is linked to nothing and expected at nothing. */
export async function unlinkGone(tx: Tx, sztId: string, today: Temporal.PlainDate): Promise<void> {
  const gone = (persoon: string, szt: string) => `not ${werktHier({ persoon, szt, dag: "$2" })}`;
  await execute(
    tx,
    `update koppeling k set tot = $3 where k.szt_id = $1 and k.tot is null and ${gone("k.persoon_id", "k.szt_id")}`,
    [sztId, today, tx.now],
  );
  await execute(
    tx,
    `update traject_genodigde g set afgezegd_op = $3
     where g.szt_id = $1 and g.afgezegd_op is null and ${gone("g.persoon_id", "g.szt_id")}`,
    [sztId, today, tx.now],
  );
}

export interface NewVoorstel {
  readonly id: string;
  readonly door: string;
  readonly aan: string | null;
  readonly reden: VoorstelReden;
}

/** At most one a hulpvraag: the database refuses a second one. */
export async function insertVoorstel(tx: Tx, { id, sztId }: About, row: NewVoorstel): Promise<void> {
  await execute(
    tx,
    `insert into regierol_voorstel (id, swv_id, szt_id, hulpvraag_id, door_id, aan_id, reden, stand, voorgesteld_op)
     values ($1, $2, $3, $4, $5, $6, $7, 'voorgesteld', $8)`,
    [row.id, tx.scope.swvId, sztId, id, row.door, row.aan, row.reden, tx.now],
  );
}

/** The ib agreed, and somebody was asked. */
export async function askedVoorstel(tx: Tx, hulpvraagId: string, door: string): Promise<void> {
  await execute(
    tx,
    `update regierol_voorstel set stand = 'gevraagd', beslist_op = $2, beslist_door = $3
     where hulpvraag_id = $1 and stand = 'voorgesteld'`,
    [hulpvraagId, tx.now, door],
  );
}

/** Who was asked does not take it: the wish waits for the ib again, who looks for another. */
export async function reopenVoorstel(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(
    tx,
    `update regierol_voorstel set stand = 'voorgesteld', aan_id = null, beslist_op = null, beslist_door = null
     where hulpvraag_id = $1 and stand = 'gevraagd'`,
    [hulpvraagId],
  );
}

export type VoorstelEinde = "klaar" | "afgewezen" | "ingetrokken" | "vervallen";

/** False when there was none. */
export async function endVoorstel(
  tx: Tx,
  hulpvraagId: string,
  { stand, door }: { readonly stand: VoorstelEinde; readonly door: string | null },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update regierol_voorstel set stand = $3, beslist_op = $2, beslist_door = coalesce($4, beslist_door)
     where hulpvraag_id = $1 and stand in ('voorgesteld', 'gevraagd')`,
    [hulpvraagId, tx.now, stand, door],
  );
  return count > 0;
}

export interface NewWaarneming {
  readonly id: string;
  readonly voor: string;
  readonly door: string;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
  readonly stand: "gevraagd" | "afgesproken";
  readonly gevraagdDoor: string;
  readonly akkoord: { readonly op: Temporal.PlainDate; readonly van: readonly Partij[] } | null;
}

/** In the place of one that was agreed and has not begun; of one that runs the beginning stays. */
export async function putWaarneming(tx: Tx, { id, sztId }: About, row: NewWaarneming): Promise<void> {
  await execute(
    tx,
    `insert into waarneming (id, swv_id, szt_id, hulpvraag_id, voor_id, door_id, van, tot, stand, gevraagd_door, gevraagd_op,
       akkoord_op, akkoord_van)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (hulpvraag_id) where stand in ('gevraagd', 'afgesproken') do update set door_id = excluded.door_id,
       van = excluded.van, tot = excluded.tot, stand = excluded.stand, gevraagd_door = excluded.gevraagd_door,
       gevraagd_op = excluded.gevraagd_op, akkoord_op = excluded.akkoord_op, akkoord_van = excluded.akkoord_van`,
    [
      row.id,
      tx.scope.swvId,
      sztId,
      id,
      row.voor,
      row.door,
      row.van,
      row.tot,
      row.stand,
      row.gevraagdDoor,
      tx.now,
      row.akkoord?.op ?? null,
      row.akkoord?.van ?? [],
    ],
  );
}

/** Who was asked said yes, or (with another name) no: then the ib does it. */
export async function answerWaarneming(tx: Tx, id: string, door: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update waarneming set stand = 'afgesproken', door_id = $2 where id = $1 and stand = 'gevraagd'`,
    [id, door],
  );
  return count === 1;
}

export async function beginWaarneming(tx: Tx, id: string): Promise<void> {
  await execute(tx, `update waarneming set begonnen_op = coalesce(begonnen_op, $2) where id = $1`, [
    id,
    tx.now,
  ]);
}

/** The last day is another one now. */
export async function moveWaarneming(
  tx: Tx,
  id: string,
  { van, tot }: { readonly van: Temporal.PlainDate; readonly tot: Temporal.PlainDate },
): Promise<void> {
  await execute(tx, `update waarneming set van = $2, tot = $3 where id = $1`, [id, van, tot]);
}

/** `voorbij` when it had begun, `vervallen` when it had not; false when there was none. */
export async function endWaarneming(tx: Tx, hulpvraagId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update waarneming set stand = case when begonnen_op is null then 'vervallen' else 'voorbij' end, beeindigd_op = $2
     where hulpvraag_id = $1 and stand in ('gevraagd', 'afgesproken')`,
    [hulpvraagId, tx.now],
  );
  return count > 0;
}

/** Hulpvragen of which somebody holds the regierol, or has it back after an absence. */
export async function heldOrAwaited(tx: Tx, persoonId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select hulpvraag_id as id from regierol where houder_id = $1 and soort = 'actief' and upper_inf(periode)
     union select hulpvraag_id from waarneming where voor_id = $1 and stand in ('gevraagd', 'afgesproken') order by 1`,
    [persoonId],
  );
  return rows.map(({ id }) => id);
}

/** Those of an SZT of which the holder, who is away, does not work there any more. */
export async function absentGone(
  tx: Tx,
  sztId: string,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select w.hulpvraag_id as id from waarneming w where w.szt_id = $1 and w.stand in ('gevraagd', 'afgesproken')
       and not ${werktHier({ persoon: "w.voor_id", szt: "w.szt_id", dag: "$2" })} order by 1`,
    [sztId, today],
  );
  return rows.map(({ id }) => id);
}

/** Who of these people is away on this day. */
export async function awayOn(
  tx: Tx,
  personen: readonly string[],
  day: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), tot: plainDate }),
    `select persoon_id as id, tot from verlof where persoon_id = any($1::uuid[]) and $2 between van and tot`,
    [personen, day],
  );
  return rows.map(({ id }) => id);
}
