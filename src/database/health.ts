import { z } from "zod/v4";
import { todayIn } from "#domain/today.ts";
import { query, type Tx } from "./pool.ts";

const counts = z.object({
  wacht: z.number(),
  laat: z.number(),
  mislukt: z.number(),
  verzonden: z.number(),
  wekkers: z.number(),
  gepland: z.number(),
  vervallen: z.number(),
});

const reached = z.object({
  gelezen: z.number(),
  bevestigd: z.number(),
  onbereikbaar: z.number(),
  gemaild: z.number(),
});

/** How much waits and how much went wrong; `lateSince` is the moment before which nothing should still wait. */
export async function queueLengths(tx: Tx, lateSince: Temporal.Instant): Promise<z.infer<typeof counts>> {
  const [row] = await query(
    tx,
    counts,
    `select count(*) filter (where status in ('klaar', 'bezig'))::int as wacht,
       count(*) filter (where status in ('klaar', 'bezig') and niet_voor < $1)::int as laat,
       count(*) filter (where status = 'mislukt')::int as mislukt,
       count(*) filter (where status = 'verzonden')::int as verzonden,
       count(*) filter (where status = 'klaar' and pogingen = 0 and niet_voor > $2)::int as gepland,
       count(*) filter (where status = 'vervallen')::int as vervallen,
       (select count(*) from wekker where gedaan_op is null)::int as wekkers
     from kennisgeving`,
    [lateSince, tx.now],
  );
  if (!row) throw new Error("no counts");
  return row;
}

/** How far people are reached: counts over everybody, never by person. */
export async function reachCounts(tx: Tx): Promise<z.infer<typeof reached>> {
  const [row] = await query(
    tx,
    reached,
    `select (select count(*) from bericht b join gesprek g on g.id = b.gesprek_id
         where case when b.activiteit_id ~ '^[0-9]{1,18}$' then b.activiteit_id::bigint end <= g.gelezen_tot)::int as gelezen,
       (select count(*) from gesprek where gelezen_tot is not null)::int as bevestigd,
       (select count(*) from persoon p where exists (select from lidmaatschap l
           where l.persoon_id = p.id and l.van <= $1 and (l.tot is null or l.tot >= $1))
         and not exists (select from gesprek g where g.persoon_id = p.id and g.bereikbaar)
         and (exists (select from gesprek g where g.persoon_id = p.id) or exists (select from bereikfout f where f.persoon_id = p.id)
           or not exists (select from teams_identiteit t where t.persoon_id = p.id)))::int as onbereikbaar,
       (select count(*) from mailbericht where verzonden_op is not null)::int as gemaild`,
    [todayIn(tx.now)],
  );
  if (!row) throw new Error("no counts");
  return row;
}
