/** Destroying what is kept of a leerling. Which tables that takes the database says itself: see 0075-rechten.sql. */
import { z } from "zod/v4";
import { bytes, execute, instant, query, type Tx } from "./pool.ts";

const tellingRow = z.object({
  telling: z.object({
    /** Rows per table. */
    rijen: z.record(z.string(), z.number()),
    /** The sha256 of everything that is locked in them. */
    sloten: z.array(z.string()),
    /** Ids of the rows, by which cards, notices and timers may still name them. */
    nummers: z.array(z.string()),
  }),
});
export type WisTelling = z.infer<typeof tellingRow>["telling"];

type Wortel = "leerling" | "hulpvraag";

/** What erasing these would take. Changes nothing. */
export async function countErasure(tx: Tx, wortel: Wortel, ids: readonly string[]): Promise<WisTelling> {
  const [row] = await query(tx, tellingRow, `select wis_telling($1, $2::uuid[]) as telling`, [wortel, ids]);
  if (!row) throw new Error("no counts");
  return row.telling;
}

/** Every row of these and of what belongs to them; then what names them without belonging: timers, links, presses. */
export async function eraseRows(
  tx: Tx,
  wortel: Wortel,
  ids: readonly string[],
  nummers: readonly string[],
): Promise<void> {
  await query(tx, z.object({ wis: z.unknown() }), `select wis($1, $2::uuid[])::text as wis`, [wortel, ids]);
  await eraseLoose(tx, nummers);
}

export async function eraseLoose(tx: Tx, nummers: readonly string[]): Promise<void> {
  await query(tx, z.object({ wis: z.unknown() }), `select wis_losse($1::uuid[])::text as wis`, [nummers]);
}

const sleutelRow = z.object({ id: z.string(), verpakt: bytes.nullable() });

/** The wrapped keys of these leerlingen, for the proof that nothing of them is left. */
export async function wrappedKeysOf(
  tx: Tx,
  leerlingIds: readonly string[],
): Promise<readonly z.infer<typeof sleutelRow>[]> {
  return query(
    tx,
    sleutelRow,
    `select d.id, d.verpakt from datasleutel d join leerling l on l.sleutel_id = d.id where l.id = any($1::uuid[]) order by d.id`,
    [leerlingIds],
  );
}

/** Those of what was asked of the directeur about these hulpvragen: each has one of its own. */
export async function verzoekKeysOf(
  tx: Tx,
  hulpvraagIds: readonly string[],
): Promise<readonly z.infer<typeof sleutelRow>[]> {
  return query(
    tx,
    sleutelRow,
    `select d.id, d.verpakt from datasleutel d join uitzondering u on u.sleutel_id = d.id where u.hulpvraag_id = any($1::uuid[]) order by d.id`,
    [hulpvraagIds],
  );
}

/** What they locked cannot be opened any more, here and in every backup made from now on. */
export async function destroyKeys(tx: Tx, ids: readonly string[]): Promise<number> {
  return execute(
    tx,
    `update datasleutel set verpakt = null, vernietigd_op = $2 where id = any($1::uuid[]) and verpakt is not null`,
    [ids, tx.now],
  );
}

/** How many values of this database have one of these sums. */
export async function leftOver(tx: Tx, sloten: readonly string[]): Promise<number> {
  const [row] = await query(tx, z.object({ n: z.number() }), `select wis_over($1::text[]) as n`, [sloten]);
  return row?.n ?? 0;
}

const gonerRow = z.object({
  id: z.string(),
  leerlingId: z.string(),
  schoolId: z.string(),
  sztId: z.string(),
  bestuur: z.string(),
  referentie: z.string(),
  status: z.string(),
  domeinen: z.array(z.string()),
  ingebracht: z.boolean(),
  gemaaktOp: instant,
});
export type Goner = z.infer<typeof gonerRow>;

/** What is still told of a hulpvraag after it is gone: its number, and one more in the counts of its school. */
export async function gonersOf(tx: Tx, hulpvraagIds: readonly string[]): Promise<readonly Goner[]> {
  return query(
    tx,
    gonerRow,
    `select h.id, h.leerling_id as "leerlingId", h.school_id as "schoolId", h.szt_id as "sztId", s.bestuur, h.referentie, h.status,
       h.domeinen, h.gemaakt_op as "gemaaktOp",
       h.stap = 3 and (h.klaargezet_op is not null or exists (select from agendapunt a where a.hulpvraag_id = h.id)) as ingebracht
     from hulpvraag h join school s on s.id = h.school_id where h.id = any($1::uuid[]) order by h.id`,
    [hulpvraagIds],
  );
}

/** Whether another hulpvraag of this leerling, begun in these days, stays behind: the child is counted once a year. */
export async function hasOther(
  tx: Tx,
  { leerlingId, ids }: { readonly leerlingId: string; readonly ids: readonly string[] },
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from hulpvraag where leerling_id = $1 and id <> all($2::uuid[]) and gemaakt_op >= $3 and gemaakt_op < $4 limit 1`,
    [leerlingId, ids, from, until],
  );
  return rows.length > 0;
}

export async function addCount(
  tx: Tx,
  van: { readonly schoolId: string } | { readonly bestuur: string },
  { schooljaar, soort }: { readonly schooljaar: number; readonly soort: string },
): Promise<void> {
  await execute(
    tx,
    `insert into gewist_geteld (swv_id, school_id, bestuur, schooljaar, soort, aantal) values ($1, $2, $3, $4, $5, 1)
     on conflict (swv_id, school_id, bestuur, schooljaar, soort) do update set aantal = gewist_geteld.aantal + 1`,
    [
      tx.scope.swvId,
      "schoolId" in van ? van.schoolId : null,
      "bestuur" in van ? van.bestuur : null,
      schooljaar,
      soort,
    ],
  );
}

/** The number is not given out again up to and including this day. */
export async function keepReference(
  tx: Tx,
  { sztId, referentie }: Pick<Goner, "sztId" | "referentie">,
  tot: Temporal.PlainDate,
): Promise<void> {
  await execute(
    tx,
    `insert into referentie_bezet (swv_id, szt_id, referentie, tot) values ($1, $2, $3, $4)
     on conflict (szt_id, referentie) do update set tot = greatest(referentie_bezet.tot, excluded.tot)`,
    [tx.scope.swvId, sztId, referentie, tot],
  );
}

/** Lines with these numbers go from everything that was ever released to the channel of this SZT. */
export async function scrubVrijgaven(tx: Tx, sztId: string, referenties: readonly string[]): Promise<void> {
  await execute(
    tx,
    `update vrijgave v set inhoud = jsonb_set(v.inhoud, '{samenvatting,regels}', coalesce(
       (select jsonb_agg(r.regel order by r.nr) from jsonb_array_elements(v.inhoud #> '{samenvatting,regels}') with ordinality as r (regel, nr)
        where r.regel ->> 'caseRef' <> all($2::text[])), '[]'))
     where v.szt_id = $1 and exists (select from jsonb_array_elements(v.inhoud #> '{samenvatting,regels}') as r (regel)
       where r.regel ->> 'caseRef' = any($2::text[]))`,
    [sztId, referenties],
  );
}

/** Leerlingen of these that have no hulpvraag left. */
export async function emptyLeerlingen(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select l.id from leerling l where l.id = any($1::uuid[]) and not exists (select from hulpvraag h where h.leerling_id = l.id)
     order by l.id for update of l`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
