import { z } from "zod/v4";
import type { Aanwezigheid, Functie, Komst, Plaats } from "#domain/code.ts";
import type { RondeTijd } from "#domain/ronde-plan.ts";
import { execute, plainDate, plainTime, query, type Tx } from "./pool.ts";

/** What is planned, moved or changed of a round. */
export interface RondePlan {
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly duurMinuten: number;
  readonly plaats: Plaats;
  readonly deelnameLink: string | null;
  readonly voorzitterId: string;
}

/** The round as the person saw it; a change of somebody else in between makes every update here answer false. */
export interface RondeAt {
  readonly id: string;
  readonly versie: number;
}

export async function insertRonde(
  tx: Tx,
  row: RondePlan & { readonly id: string; readonly sztId: string; readonly gemaaktDoor: string },
): Promise<void> {
  await execute(
    tx,
    `insert into overlegronde (id, swv_id, szt_id, datum, begin, duur_minuten, plaats, deelname_link, status, voorzitter_id,
       gemaakt_door, gemaakt_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'gepland', $9, $10, $11)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.datum,
      row.begin,
      row.duurMinuten,
      row.plaats,
      row.deelnameLink,
      row.voorzitterId,
      row.gemaaktDoor,
      tx.now,
    ],
  );
}

/** `opnieuwUitnodigen`: what stands in a calendar has changed, so calendars need a higher sequence number. */
export async function updateRonde(
  tx: Tx,
  at: RondeAt,
  {
    plan,
    notulistId,
    opnieuwUitnodigen,
  }: { readonly plan: RondePlan; readonly notulistId: string | null; readonly opnieuwUitnodigen: boolean },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set datum = $3, begin = $4, duur_minuten = $5, plaats = $6, deelname_link = $7, voorzitter_id = $8,
       notulist_id = $9, ics_volgorde = ics_volgorde + $10::integer,
       agenda_vast_op = case when $10::integer > 0 then null else agenda_vast_op end, versie = versie + 1
     where id = $1 and versie = $2 and status = 'gepland'`,
    [
      at.id,
      at.versie,
      plan.datum,
      plan.begin,
      plan.duurMinuten,
      plan.plaats,
      plan.deelnameLink,
      plan.voorzitterId,
      notulistId,
      opnieuwUitnodigen ? 1 : 0,
    ],
  );
  return count === 1;
}

/** Held to the end of the transaction: what two people do to one round goes one after the other. */
export async function lockRonde(tx: Tx, id: string): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from overlegronde where id = $1 for update`,
    [id],
  );
  return rows.length === 1;
}

export async function cancelRonde(tx: Tx, at: RondeAt): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set status = 'vervallen', ics_volgorde = ics_volgorde + 1, versie = versie + 1
     where id = $1 and versie = $2 and status = 'gepland'`,
    [at.id, at.versie],
  );
  return count === 1;
}

/** The database holds an SZT to one open round (overlegronde_een_open). */
export async function setRondeOpen(tx: Tx, at: RondeAt): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set status = 'open', geopend_op = $3, agenda_vast_op = coalesce(agenda_vast_op, $3), versie = versie + 1
     where id = $1 and versie = $2 and status = 'gepland'`,
    [at.id, at.versie, tx.now],
  );
  return count === 1;
}

export async function setRondeClosed(tx: Tx, at: RondeAt): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set status = 'gesloten', gesloten_op = $3, versie = versie + 1
     where id = $1 and versie = $2 and status = 'open'`,
    [at.id, at.versie, tx.now],
  );
  return count === 1;
}

export async function setNotulist(tx: Tx, at: RondeAt, persoonId: string | null): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set notulist_id = $3, versie = versie + 1
     where id = $1 and versie = $2 and status in ('gepland', 'open')`,
    [at.id, at.versie, persoonId],
  );
  return count === 1;
}

/** While it is held; who kept the notes and takes the chair does both from now on. */
export async function setVoorzitter(tx: Tx, at: RondeAt, persoonId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set voorzitter_id = $3, notulist_id = nullif(notulist_id, $3), versie = versie + 1
     where id = $1 and versie = $2 and status = 'open'`,
    [at.id, at.versie, persoonId],
  );
  return count === 1;
}

export async function touchRonde(tx: Tx, at: RondeAt): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set versie = versie + 1 where id = $1 and versie = $2`,
    [at.id, at.versie],
  );
  return count === 1;
}

export async function setAgendaVast(tx: Tx, id: string): Promise<void> {
  await execute(tx, `update overlegronde set agenda_vast_op = $2 where id = $1 and agenda_vast_op is null`, [
    id,
    tx.now,
  ]);
}

/** Calendars hear of who was taken off until so many days after the round. */
const offDays = 60;

/** Who takes part from now on; an attendance that was recorded stays. Of who is taken off is kept that a calendar must hear of it. */
export async function saveDeelnemers(
  tx: Tx,
  { id, sztId }: { readonly id: string; readonly sztId: string },
  deelnemers: readonly { readonly persoonId: string; readonly functie: Functie }[],
): Promise<void> {
  const personen = deelnemers.map(({ persoonId }) => persoonId);
  await execute(
    tx,
    `with weg as (delete from deelname where ronde_id = $1 and persoon_id <> all($2::uuid[]) returning persoon_id)
     insert into deelname_af as a (swv_id, szt_id, ronde_id, persoon_id) select $3, $4, $1, persoon_id from weg
     on conflict (ronde_id, persoon_id) do update set keren = least(a.keren + 1, 1000)`,
    [id, personen, tx.scope.swvId, sztId],
  );
  await execute(
    tx,
    `delete from deelname_af a using overlegronde r
     where r.id = a.ronde_id and a.szt_id = $1 and r.datum < ($2::timestamptz)::date - $3::integer`,
    [sztId, tx.now, offDays],
  );
  await execute(
    tx,
    `insert into deelname (swv_id, szt_id, ronde_id, persoon_id, functie)
     select $1, $2, $3, persoon_id, functie from unnest($4::uuid[], $5::text[]) as d (persoon_id, functie)
     on conflict (ronde_id, persoon_id) do update set functie = excluded.functie`,
    [tx.scope.swvId, sztId, id, personen, deelnemers.map(({ functie }) => functie)],
  );
}

export async function saveAanwezigheid(
  tx: Tx,
  rondeId: string,
  wie: readonly { readonly persoonId: string; readonly aanwezigheid: Aanwezigheid }[],
): Promise<void> {
  await execute(
    tx,
    `update deelname d set aanwezigheid = w.aanwezigheid
     from unnest($2::uuid[], $3::text[]) as w (persoon_id, aanwezigheid)
     where d.ronde_id = $1 and d.persoon_id = w.persoon_id`,
    [rondeId, wie.map(({ persoonId }) => persoonId), wie.map(({ aanwezigheid }) => aanwezigheid)],
  );
}

const idRow = z.object({ id: z.string() });
const tijdRow = z.object({ datum: plainDate, begin: plainTime, duurMinuten: z.number() });

/** Rounds of this SZT on which a hulpvraag can still be put, the first one first. */
export async function plannedRondesOf(
  tx: Tx,
  sztId: string,
  from: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select id from overlegronde where szt_id = $1 and ((status = 'gepland' and datum >= $2) or status = 'open')
     order by datum, begin, id`,
    [sztId, from],
  );
  return rows.map(({ id }) => id);
}

/** When this SZT sits together on that day, in rounds that are planned or being held; without the one that is moved. */
export async function rondetijdenOf(
  tx: Tx,
  sztId: string,
  { datum, behalve }: { readonly datum: Temporal.PlainDate; readonly behalve: string | null },
): Promise<readonly RondeTijd[]> {
  return query(
    tx,
    tijdRow,
    `select datum, begin, duur_minuten as "duurMinuten" from overlegronde
     where szt_id = $1 and datum = $2 and status in ('gepland', 'open') and id is distinct from $3::uuid order by begin, id`,
    [sztId, datum, behalve],
  );
}

/** The one round of this SZT that is being held now. */
export async function openRondeOf(tx: Tx, sztId: string): Promise<string | null> {
  const [row] = await query(tx, idRow, `select id from overlegronde where szt_id = $1 and status = 'open'`, [
    sztId,
  ]);
  return row?.id ?? null;
}

/** Rounds in which this person takes part that were never opened, of days from `from` up to `before`. */
export async function unopenedRondesOf(
  tx: Tx,
  persoonId: string,
  { from, before }: { readonly from: Temporal.PlainDate; readonly before: Temporal.PlainDate },
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select r.id from overlegronde r join deelname d on d.ronde_id = r.id
     where d.persoon_id = $1 and r.status = 'gepland' and r.datum >= $2 and r.datum < $3
     order by r.datum, r.begin, r.id limit 20`,
    [persoonId, from, before],
  );
  return rows.map(({ id }) => id);
}

/** Rounds in which this person takes part, from that day on; those that were cancelled only when asked for. */
export async function rondesOfPersoon(
  tx: Tx,
  persoonId: string,
  { from, cancelled }: { readonly from: Temporal.PlainDate; readonly cancelled: boolean },
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select r.id from overlegronde r join deelname d on d.ronde_id = r.id
     where d.persoon_id = $1 and (r.datum >= $2 or r.status = 'open') and (r.status <> 'vervallen' or $3)
     order by r.datum, r.begin, r.id limit 400`,
    [persoonId, from, cancelled],
  );
  return rows.map(({ id }) => id);
}

/** What this person says beforehand. */
export async function saveKomst(
  tx: Tx,
  { rondeId, persoonId }: { readonly rondeId: string; readonly persoonId: string },
  komst: Komst,
): Promise<void> {
  await execute(tx, `update deelname set komst = $3 where ronde_id = $1 and persoon_id = $2`, [
    rondeId,
    persoonId,
    komst,
  ]);
}

/** It is held at another time: what was said about this one counts no more, and who came instead comes for themselves. */
export async function forgetKomst(tx: Tx, rondeId: string): Promise<void> {
  await execute(tx, `update deelname set komst = null, vervangt_id = null where ronde_id = $1`, [rondeId]);
}

export async function addVervanger(
  tx: Tx,
  { id, sztId }: { readonly id: string; readonly sztId: string },
  {
    persoonId,
    functie,
    vervangtId,
  }: { readonly persoonId: string; readonly functie: Functie; readonly vervangtId: string },
): Promise<void> {
  await execute(
    tx,
    `insert into deelname (swv_id, szt_id, ronde_id, persoon_id, functie, vervangt_id) values ($1, $2, $3, $4, $5, $6)`,
    [tx.scope.swvId, sztId, id, persoonId, functie, vervangtId],
  );
}

/** Only who takes part for that reason alone; kept is that a calendar must hear of it. */
export async function dropVervanger(tx: Tx, rondeId: string, persoonId: string): Promise<void> {
  await execute(
    tx,
    `with weg as (
       delete from deelname where ronde_id = $1 and persoon_id = $2 and vervangt_id is not null
       returning swv_id, szt_id, ronde_id, persoon_id)
     insert into deelname_af as a (swv_id, szt_id, ronde_id, persoon_id) select * from weg
     on conflict (ronde_id, persoon_id) do update set keren = least(a.keren + 1, 1000)`,
    [rondeId, persoonId],
  );
}

/** How often this person was taken off these rounds, or off any. */
export async function timesOff(
  tx: Tx,
  persoonId: string,
  rondes: readonly string[] | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), keren: z.number() }),
    `select ronde_id as id, keren from deelname_af where persoon_id = $1 and ($2::uuid[] is null or ronde_id = any($2::uuid[]))`,
    [persoonId, rondes],
  );
  return new Map(rows.map(({ id, keren }) => [id, keren]));
}

/** Which of these, rounds or items of one, are of this day. */
export async function rondesOnDay(
  tx: Tx,
  ids: readonly string[],
  datum: Temporal.PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from overlegronde where id = any($1::uuid[]) and datum = $2
     union select a.id from agendapunt a join overlegronde r on r.id = a.ronde_id where a.id = any($1::uuid[]) and r.datum = $2`,
    [ids, datum],
  );
  return new Set(rows.map(({ id }) => id));
}
