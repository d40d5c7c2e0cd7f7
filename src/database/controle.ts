/** What should have gone out and did not, and when that was looked at last. */
import { z } from "zod/v4";
import { execute, query, type Tx } from "./pool.ts";

const count = z.object({ aantal: z.number() });

/** Timers that were due before that moment and have not gone off, and notices that could go and are still here. */
export async function overdue(tx: Tx, before: Temporal.Instant): Promise<number> {
  const [row] = await query(
    tx,
    count,
    `select ((select count(*) from wekker where gedaan_op is null and op < $1)
       + (select count(*) from kennisgeving where (status = 'klaar' and niet_voor < $1) or (status = 'bezig' and geclaimd_tot < $1)))::int as aantal`,
    [before],
  );
  return row?.aantal ?? 0;
}

/** Who works on cases on this day and has no bundle to come: the timer of one sets the timer of the next. */
export async function withoutBundle(tx: Tx, today: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select distinct l.persoon_id as "persoonId" from lidmaatschap l
     where l.functie <> all('{directeur,bestuurder,beheerder}') and l.van <= $1 and (l.tot is null or l.tot >= $1)
       and not exists (select from wekker w where w.soort = 'dagbericht' and w.onderwerp_id = l.persoon_id and w.gedaan_op is null)
     order by 1`,
    [today],
  );
  return rows.map(({ persoonId }) => persoonId);
}

/** `hersteld` is added to what was found before. */
export async function saveControle(
  tx: Tx,
  { gemist, hersteld }: { readonly gemist: number; readonly hersteld: number },
): Promise<void> {
  await execute(
    tx,
    `insert into controle as c (swv_id, op, gemist, hersteld) values ($1, $2, $3, $4)
     on conflict (swv_id) do update set op = excluded.op, gemist = excluded.gemist, hersteld = c.hersteld + excluded.hersteld`,
    [tx.scope.swvId, tx.now, gemist, hersteld],
  );
}

const controleRow = z.object({
  op: z.instanceof(Temporal.Instant),
  gemist: z.number(),
  hersteld: z.number(),
});
export type Controle = z.infer<typeof controleRow>;

export async function lastControle(tx: Tx): Promise<Controle | null> {
  const [row] = await query(tx, controleRow, `select op, gemist, hersteld from controle where swv_id = $1`, [
    tx.scope.swvId,
  ]);
  return row ?? null;
}
