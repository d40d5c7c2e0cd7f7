import { z } from "zod/v4";
import { ibFuncties } from "#domain/code.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

/** The bundle of one person on one day; false when that day already has one. */
export async function insertDagbericht(
  tx: Tx,
  row: { readonly id: string; readonly persoonId: string; readonly datum: Temporal.PlainDate },
): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into dagbericht (id, swv_id, persoon_id, datum, gemaakt_op) values ($1, $2, $3, $4, $5)
     on conflict (persoon_id, datum) do nothing`,
    [row.id, tx.scope.swvId, row.persoonId, row.datum, tx.now],
  );
  return count === 1;
}

export interface HerinneringRow {
  readonly sztId: string;
  readonly termijnId: string;
  /** Steps of the ladder that are given by this bundle: the one told and the lower ones it stands for. */
  readonly stappen: readonly string[];
  readonly persoonId: string;
  readonly dagberichtId: string;
  readonly teLaat: boolean;
  /** We should have said so on an earlier day. */
  readonly laat: boolean;
  /** This person read of it in a bundle before. */
  readonly kort: boolean;
}

/** A step that was given in a bundle that never came stands in the new one. */
export const onceTold = `do update set dagbericht_id = excluded.dagbericht_id, laat = excluded.laat, kort = excluded.kort`;
/** A bundle that the chat never got told nothing: its row ended without, or still waits on a later day. */
export const cameThrough = `not exists (select from dagbericht d
  join kennisgeving k on k.sleutel = 'dagbericht:' || d.persoon_id || ':' || to_char(d.datum, 'YYYY-MM-DD')
  where d.id = h.dagbericht_id and d.persoon_id = $1 and (k.status = 'mislukt' or (k.status = 'klaar' and d.datum < $3)))`;

export async function insertHerinnering(tx: Tx, row: HerinneringRow): Promise<void> {
  await execute(
    tx,
    `insert into herinnering (swv_id, szt_id, termijn_id, stap, persoon_id, dagbericht_id, te_laat, gemaakt_op, laat, kort)
     select $1, $2, $3, s.stap, $5, $6, $7, $8, $9, $10 from unnest($4::text[]) as s (stap)
     on conflict (termijn_id, stap, persoon_id) ${onceTold}`,
    [
      tx.scope.swvId,
      row.sztId,
      row.termijnId,
      row.stappen,
      row.persoonId,
      row.dagberichtId,
      row.teLaat,
      tx.now,
      row.laat,
      row.kort,
    ],
  );
}

/** The steps that were given to this person, of these terms, in a bundle that came or can still come today. */
export async function givenSteps(
  tx: Tx,
  persoonId: string,
  { ids, today }: { readonly ids: readonly string[]; readonly today: Temporal.PlainDate },
): Promise<readonly { readonly termijnId: string; readonly stap: string }[]> {
  return query(
    tx,
    z.object({ termijnId: z.string(), stap: z.string() }),
    `select h.termijn_id as "termijnId", h.stap from herinnering h
     where h.persoon_id = $1 and h.termijn_id = any($2::uuid[]) and ${cameThrough}`,
    [persoonId, ids, today],
  );
}

export async function dagberichtOn(
  tx: Tx,
  persoonId: string,
  datum: Temporal.PlainDate,
): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from dagbericht where persoon_id = $1 and datum = $2`,
    [persoonId, datum],
  );
  return row?.id ?? null;
}

/**
 * Bundles of today that something new may join: in this hulpvraag a term came up today, or came to their person. Wider
 * than the rule on purpose; what joins is decided in the domain.
 */
export async function bundlesToJoin(
  tx: Tx,
  hulpvraagId: string,
  { today, until }: { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<readonly { readonly id: string; readonly persoonId: string }[]> {
  return query(
    tx,
    z.object({ id: z.string(), persoonId: z.string() }),
    `with nieuw as (select t.* from termijn t
       where t.hulpvraag_id = $1 and t.status = 'open' and t.vervalt_sinds >= $2 and t.vervalt <= $3)
     , wie as (
       select n.persoon_id from nieuw n where n.persoon_id is not null
       union select r.houder_id from nieuw n join regierol r on r.hulpvraag_id = n.hulpvraag_id and upper_inf(r.periode)
         where n.verantwoordelijke = 'regierolhouder'
       union select l.persoon_id from nieuw n join lidmaatschap l on l.szt_id = n.szt_id
         where n.verantwoordelijke = 'ib' and l.functie = any($4::text[]))
     select d.id, d.persoon_id as "persoonId" from wie join dagbericht d on d.persoon_id = wie.persoon_id and d.datum = $2
     order by 2`,
    [hulpvraagId, today, until, ibFuncties],
  );
}

export interface Dagbericht {
  readonly id: string;
  readonly datum: Temporal.PlainDate;
  /** What stands in it, as far as the scope reaches. */
  readonly items: readonly DagberichtItem[];
}

export interface DagberichtItem {
  readonly termijnId: string;
  readonly hulpvraagId: string;
  readonly laat: boolean;
  readonly kort: boolean;
}

/** A bundle of this very person. */
export async function dagberichtOf(tx: Tx, id: string, persoonId: string): Promise<Dagbericht | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string(), datum: plainDate }),
    `select id, datum from dagbericht where id = $1 and persoon_id = $2`,
    [id, persoonId],
  );
  if (!row) return null;
  const items = await query(
    tx,
    z.object({ termijnId: z.string(), hulpvraagId: z.string(), laat: z.boolean(), kort: z.boolean() }),
    `select h.termijn_id as "termijnId", t.hulpvraag_id as "hulpvraagId", bool_or(h.laat) as laat, bool_and(h.kort) as kort
     from herinnering h join termijn t on t.id = h.termijn_id where h.dagbericht_id = $1 and h.persoon_id = $2 group by 1, 2`,
    [id, persoonId],
  );
  return { ...row, items };
}

/** The newest bundle of this person in which this term stands. */
export async function dagberichtWith(tx: Tx, persoonId: string, termijnId: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string() }),
    `select d.id from dagbericht d where d.persoon_id = $1
       and exists (select 1 from herinnering h where h.dagbericht_id = d.id and h.termijn_id = $2 and h.persoon_id = $1)
     order by d.datum desc limit 1`,
    [persoonId, termijnId],
  );
  return row?.id ?? null;
}

/** Bundles that stand in a chat or are on their way there, and have something of this hulpvraag in them. */
export async function standingDagberichten(
  tx: Tx,
  hulpvraagId: string,
): Promise<readonly { readonly id: string; readonly persoonId: string }[]> {
  return query(
    tx,
    z.object({ id: z.string(), persoonId: z.string() }),
    `select distinct d.id, d.persoon_id as "persoonId" from dagbericht d
     join herinnering h on h.dagbericht_id = d.id join termijn t on t.id = h.termijn_id
     where t.hulpvraag_id = $1 and (
       exists (select from bericht b where b.onderwerp_soort = 'dagbericht' and b.onderwerp_id = d.id and b.actueel)
       or exists (select from kennisgeving k
         where k.onderwerp_soort = 'dagbericht' and k.onderwerp_id = d.id and k.status = 'bezig'))`,
    [hulpvraagId],
  );
}

export interface Werkzaam {
  readonly persoonId: string;
  /** The first day of a membership that holds today or later. */
  readonly vanaf: Temporal.PlainDate;
}

/** Everyone with a membership that holds on this day or begins after it. */
export async function currentOrComing(tx: Tx, today: Temporal.PlainDate): Promise<readonly Werkzaam[]> {
  return query(
    tx,
    z.object({ persoonId: z.string(), vanaf: plainDate }),
    `select persoon_id as "persoonId", min(van) as vanaf from lidmaatschap
     where tot is null or tot >= $1 group by persoon_id order by persoon_id`,
    [today],
  );
}

export async function firstComing(
  tx: Tx,
  persoonId: string,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate | null> {
  const [row] = await query(
    tx,
    z.object({ vanaf: plainDate.nullable() }),
    `select min(van) as vanaf from lidmaatschap where persoon_id = $1 and van > $2`,
    [persoonId, today],
  );
  return row?.vanaf ?? null;
}
