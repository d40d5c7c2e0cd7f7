import { z } from "zod/v4";
import { query, type Tx } from "./pool.ts";

const counts = z.object({
  wacht: z.number(),
  laat: z.number(),
  mislukt: z.number(),
  verzonden: z.number(),
  wekkers: z.number(),
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
       (select count(*) from wekker where gedaan_op is null)::int as wekkers
     from kennisgeving`,
    [lateSince],
  );
  if (!row) throw new Error("no counts");
  return row;
}
