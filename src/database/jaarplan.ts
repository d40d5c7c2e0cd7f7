import { z } from "zod/v4";
import { plaatsSchema } from "#domain/code.ts";
import type { Bezet } from "#domain/jaarplan.ts";
import { type JaarplanFeit, type JaarplanRondeFeit, jaarplanStanden } from "#domain/jaarplan-view.ts";
import { werkdagSchema } from "#domain/werkdag.ts";
import { execute, plainDate, plainTime, query, type Tx } from "./pool.ts";

export interface JaarplanAt {
  readonly id: string;
  readonly versie: number;
}

const planRow = z.object({
  id: z.string(),
  sztId: z.string(),
  schooljaar: z.number(),
  status: z.enum(["voorstel", "vast", "gestopt"]),
  weken: z.number(),
  weekdag: werkdagSchema,
  begin: plainTime,
  duurMinuten: z.number(),
  plaats: plaatsSchema,
  deelnameLink: z.string().nullable(),
  versie: z.number(),
});
const columns = `id, szt_id as "sztId", schooljaar, status, weken, weekdag, begin, duur_minuten as "duurMinuten", plaats,
  deelname_link as "deelnameLink", versie`;

const rondeRow = z.object({
  id: z.string(),
  datum: plainDate,
  stand: z.enum(jaarplanStanden),
  afwijking: z.enum(["dicht", "bezet", "verdeeld", "zelf"]).nullable(),
  afwijkingDag: plainDate.nullable(),
  rondeId: z.string().nullable(),
  /** Of the round itself, once it stands: it can be moved, held or called off on its own card. */
  rondeDatum: plainDate.nullable(),
  rondeBegin: plainTime.nullable(),
  rondeStatus: z.enum(["gepland", "open", "gesloten", "vervallen"]).nullable(),
});

export async function jaarplanById(tx: Tx, id: string): Promise<JaarplanFeit | null> {
  const [plan] = await query(tx, planRow, `select ${columns} from jaarplan where id = $1`, [id]);
  return plan ? { ...plan, rondes: await rondesOf(tx, plan.id) } : null;
}

async function rondesOf(tx: Tx, planId: string): Promise<readonly JaarplanRondeFeit[]> {
  return query(
    tx,
    rondeRow,
    `select j.id, j.datum, j.stand, j.afwijking, j.afwijking_dag as "afwijkingDag", j.ronde_id as "rondeId",
       r.datum as "rondeDatum", r.begin as "rondeBegin", r.status as "rondeStatus"
     from jaarplan_ronde j left join overlegronde r on r.id = j.ronde_id where j.plan_id = $1
     order by coalesce(r.datum, j.datum), j.id`,
    [planId],
  );
}

/** The plan that this round came from; null for one that was planned by itself. */
export async function jaarplanOfRonde(
  tx: Tx,
  rondeId: string,
): Promise<Pick<JaarplanFeit, "id" | "sztId"> | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string(), sztId: z.string() }),
    `select plan_id as id, szt_id as "sztId" from jaarplan_ronde where ronde_id = $1`,
    [rondeId],
  );
  return row ?? null;
}

/** The last plan of this SZT, whatever became of it; its rhythm is what the next one begins with. */
export async function lastJaarplanOf(tx: Tx, sztId: string): Promise<JaarplanFeit | null> {
  const [plan] = await query(
    tx,
    planRow,
    `select ${columns} from jaarplan where szt_id = $1 order by gemaakt_op desc, id limit 1`,
    [sztId],
  );
  return plan ? { ...plan, rondes: await rondesOf(tx, plan.id) } : null;
}

/** Held to the end of the transaction: two who plan for one SZT go one after the other. */
export async function lockPlanning(tx: Tx, sztId: string): Promise<void> {
  await query(tx, z.object({ id: z.string() }), `select id from szt where id = $1 for no key update`, [
    sztId,
  ]);
}

export async function insertJaarplan(
  tx: Tx,
  row: Omit<JaarplanFeit, "status" | "versie" | "rondes"> & { readonly gemaaktDoor: string },
): Promise<void> {
  await execute(
    tx,
    `insert into jaarplan (id, swv_id, szt_id, schooljaar, status, weken, weekdag, begin, duur_minuten, plaats, deelname_link,
       gemaakt_door, gemaakt_op)
     values ($1, $2, $3, $4, 'voorstel', $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.schooljaar,
      row.weken,
      row.weekdag,
      row.begin,
      row.duurMinuten,
      row.plaats,
      row.deelnameLink,
      row.gemaaktDoor,
      tx.now,
    ],
  );
}

/** A proposal that was not taken leaves nothing behind. Answers its id, for the cards that still show it. */
export async function dropProposal(tx: Tx, sztId: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string() }),
    `delete from jaarplan where szt_id = $1 and status = 'voorstel' returning id`,
    [sztId],
  );
  return row?.id ?? null;
}

export async function insertJaarplanRonde(
  tx: Tx,
  plan: Pick<JaarplanFeit, "id" | "sztId">,
  row: Pick<JaarplanRondeFeit, "id" | "datum" | "afwijking" | "afwijkingDag">,
): Promise<void> {
  await execute(
    tx,
    `insert into jaarplan_ronde (id, swv_id, szt_id, plan_id, datum, stand, afwijking, afwijking_dag)
     values ($1, $2, $3, $4, $5, 'voorstel', $6, $7)`,
    [row.id, tx.scope.swvId, plan.sztId, plan.id, row.datum, row.afwijking, row.afwijkingDag],
  );
}

export async function setJaarplanDag(tx: Tx, id: string, datum: Temporal.PlainDate): Promise<boolean> {
  const count = await execute(
    tx,
    `update jaarplan_ronde set datum = $2, afwijking = 'zelf', afwijking_dag = null where id = $1 and stand = 'voorstel'`,
    [id, datum],
  );
  return count === 1;
}

export async function skipJaarplanRonde(tx: Tx, id: string): Promise<void> {
  await execute(tx, `update jaarplan_ronde set stand = 'overgeslagen' where id = $1 and stand = 'voorstel'`, [
    id,
  ]);
}

export async function fixJaarplanRonde(tx: Tx, id: string, rondeId: string): Promise<void> {
  await execute(
    tx,
    `update jaarplan_ronde set stand = 'vast', ronde_id = $2 where id = $1 and stand = 'voorstel'`,
    [id, rondeId],
  );
}

/** False when somebody was first. */
export async function touchJaarplan(
  tx: Tx,
  at: JaarplanAt,
  status?: JaarplanFeit["status"],
): Promise<boolean> {
  const count = await execute(
    tx,
    `update jaarplan set status = coalesce($3, status), versie = versie + 1 where id = $1 and versie = $2`,
    [at.id, at.versie, status ?? null],
  );
  return count === 1;
}

/** When these people sit in a round, of whichever SZT. */
export async function bezetOf(
  tx: Tx,
  personen: readonly string[],
  { from, until }: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<readonly Bezet[]> {
  return query(
    tx,
    z.object({ persoonId: z.string(), datum: plainDate, begin: plainTime, duurMinuten: z.number() }),
    `select persoon_id as "persoonId", datum, begin, duur_minuten as "duurMinuten" from bezet
     where persoon_id = any($1::uuid[]) and datum between $2 and $3 order by datum, begin, persoon_id`,
    [personen, from, until],
  );
}

/** Days on which this SZT had or has a round that was not called off, from that day on. */
export async function rondedagenOf(
  tx: Tx,
  sztId: string,
  from: Temporal.PlainDate,
): Promise<readonly Temporal.PlainDate[]> {
  const rows = await query(
    tx,
    z.object({ datum: plainDate }),
    `select datum from overlegronde where szt_id = $1 and status <> 'vervallen' and datum >= $2 order by datum`,
    [sztId, from],
  );
  return rows.map(({ datum }) => datum);
}
