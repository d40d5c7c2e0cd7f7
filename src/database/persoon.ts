import { z } from "zod/v4";
import { functieSchema } from "#domain/code.ts";
import { type VoorafGroep, voorafGroepen } from "#domain/herinnering-keuze.ts";
import { type Actor, actorOf } from "#domain/scope.ts";
import { execute, plainDate, plainTime, query, type Tx } from "./pool.ts";

export interface TeamsIdentity {
  readonly tenantId: string;
  readonly objectId: string;
}

export async function persoonByIdentity(tx: Tx, identity: TeamsIdentity): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ persoon_id: z.string() }),
    `select persoon_id from teams_identiteit where tenant_id = $1 and object_id = $2`,
    [identity.tenantId, identity.objectId],
  );
  return row?.persoon_id ?? null;
}

/** Persons with exactly this e-mail address, however it is written; held, so that one is linked after the other. */
export async function personenByEmail(tx: Tx, email: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from persoon where lower(email) = lower($1) order by id for no key update`,
    [email],
  );
  return rows.map((r) => r.id);
}

export async function linkIdentity(tx: Tx, persoonId: string, identity: TeamsIdentity): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into teams_identiteit (swv_id, tenant_id, object_id, persoon_id, gekoppeld_op) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tx.scope.swvId, identity.tenantId, identity.objectId, persoonId, tx.now],
  );
  return count === 1;
}

export async function identityOf(tx: Tx, persoonId: string): Promise<TeamsIdentity | null> {
  const [row] = await query(
    tx,
    z.object({ tenantId: z.string(), objectId: z.string() }),
    `select tenant_id as "tenantId", object_id as "objectId" from teams_identiteit where persoon_id = $1
     order by gekoppeld_op desc limit 1`,
    [persoonId],
  );
  return row ?? null;
}

/** The person with the memberships of this day; null when there is no such person. No membership is an Actor who sees nothing. */
export async function actorById(tx: Tx, persoonId: string, today: Temporal.PlainDate): Promise<Actor | null> {
  const [persoon] = await query(
    tx,
    z.object({ id: z.string(), naam: z.string(), swvId: z.string() }),
    `select id, naam, swv_id as "swvId" from persoon where id = $1`,
    [persoonId],
  );
  if (!persoon) return null;
  const lidmaatschappen = await query(
    tx,
    z.object({
      sztId: z.string(),
      schoolId: z.string().nullable(),
      functie: functieSchema,
      voorzitter: z.boolean(),
    }),
    `select szt_id as "sztId", school_van_lid(szt_id, functie, school_id) as "schoolId", functie, voorzitter from lidmaatschap
     where persoon_id = $1 and van <= $2 and (tot is null or tot >= $2) order by szt_id, functie`,
    [persoonId, today],
  );
  return actorOf({ swvId: persoon.swvId, persoonId: persoon.id, naam: persoon.naam, lidmaatschappen });
}

export async function naamOf(tx: Tx, persoonIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), naam: z.string() }),
    `select id, naam from persoon where id = any($1::uuid[])`,
    [persoonIds],
  );
  return new Map(rows.map((r) => [r.id, r.naam]));
}

export interface Werktijd {
  readonly persoonId: string;
  readonly werkdagen: ReadonlySet<string>;
  readonly dagberichtOm: Temporal.PlainTime;
}

/** Working days over all memberships of the day together, and the hour at which the person wants the bundle (Amsterdam). */
export async function werktijdOf(
  tx: Tx,
  persoonId: string,
  today: Temporal.PlainDate,
): Promise<Werktijd | null> {
  const rows = await query(
    tx,
    z.object({ dagbericht_om: plainTime, werkdagen: z.array(z.string()) }),
    `select p.dagbericht_om, a.werkdagen from persoon p join lidmaatschap l on l.persoon_id = p.id
       cross join lateral afspraak_op(l.id, $2::date) a
     where p.id = $1 and l.van <= $2 and (l.tot is null or l.tot >= $2)`,
    [persoonId, today],
  );
  const [first] = rows;
  if (!first) return null;
  return {
    persoonId,
    werkdagen: new Set(rows.flatMap((r) => r.werkdagen)),
    dagberichtOm: first.dagbericht_om,
  };
}

/** Of what this person wants no reminder ahead of the day. */
export async function voorafUitOf(tx: Tx, persoonId: string): Promise<readonly VoorafGroep[]> {
  const [row] = await query(
    tx,
    z.object({ uit: z.array(z.enum(voorafGroepen)) }),
    `select vooraf_uit as uit from persoon where id = $1`,
    [persoonId],
  );
  return row?.uit ?? [];
}

export async function setVoorafUit(tx: Tx, persoonId: string, uit: readonly VoorafGroep[]): Promise<void> {
  await execute(tx, `update persoon set vooraf_uit = $2 where id = $1`, [persoonId, uit]);
}

/** Memberships whose last day is today or later. */
export async function endingLidmaatschappen(
  tx: Tx,
  today: Temporal.PlainDate,
): Promise<readonly { readonly persoonId: string; readonly tot: Temporal.PlainDate }[]> {
  return query(
    tx,
    z.object({ persoonId: z.string(), tot: plainDate }),
    `select distinct persoon_id as "persoonId", tot from lidmaatschap where tot >= $1 order by tot, persoon_id`,
    [today],
  );
}

/** SZTs in which this person was and is not on this day, and whether that ended a few days ago at most. */
export async function endedOn(
  tx: Tx,
  persoonId: string,
  today: Temporal.PlainDate,
): Promise<readonly { readonly sztId: string; readonly pas: boolean }[]> {
  return query(
    tx,
    z.object({ sztId: z.string(), pas: z.boolean() }),
    `select szt_id as "sztId", max(tot) >= $2::date - 14 as pas from lidmaatschap where persoon_id = $1 and van <= $2 group by szt_id
     having not bool_or(tot is null or tot >= $2) order by 1`,
    [persoonId, today],
  );
}

/** Everyone with a membership on this day. */
export async function activePersonen(tx: Tx, today: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select distinct persoon_id as "persoonId" from lidmaatschap where van <= $1 and (tot is null or tot >= $1)`,
    [today],
  );
  return rows.map((r) => r.persoonId);
}
