/** What was sent a moment ago, shared by all instances. */
import { z } from "zod/v4";
import { execute, query, type Tx } from "./pool.ts";

export interface Zendplek {
  readonly soort: "gesprek" | "tenant";
  readonly sleutel: string;
}

const row = z.object({
  momenten: z.array(z.coerce.number()),
  bezetTot: z.instanceof(Temporal.Instant).nullable(),
  rustTot: z.instanceof(Temporal.Instant).nullable(),
});
export type Zendruimte = z.infer<typeof row>;

/** Held to the end of the transaction. A conversation is always asked for before its tenant, so nobody waits in a ring. */
export async function lockRuimte(tx: Tx, { soort, sleutel }: Zendplek): Promise<Zendruimte> {
  const [found] = await query(
    tx,
    row,
    `insert into zendruimte (swv_id, soort, sleutel) values ($1, $2, $3)
     on conflict (swv_id, soort, sleutel) do update set sleutel = excluded.sleutel
     returning momenten, bezet_tot as "bezetTot", rust_tot as "rustTot"`,
    [tx.scope.swvId, soort, sleutel],
  );
  if (!found) throw new Error("no room of a row that was just locked");
  return found;
}

export async function useRuimte(
  tx: Tx,
  { soort, sleutel }: Zendplek,
  {
    momenten,
    bezetTot,
  }: { readonly momenten: readonly number[]; readonly bezetTot: Temporal.Instant | null },
): Promise<void> {
  await execute(
    tx,
    `update zendruimte set momenten = $4, bezet_tot = $5 where swv_id = $1 and soort = $2 and sleutel = $3`,
    [tx.scope.swvId, soort, sleutel, momenten, bezetTot],
  );
}

/** Teams asked for rest here. */
export async function askRest(
  tx: Tx,
  { soort, sleutel }: Zendplek,
  rustTot: Temporal.Instant,
): Promise<void> {
  await execute(
    tx,
    `update zendruimte set rust_tot = greatest(rust_tot, $4) where swv_id = $1 and soort = $2 and sleutel = $3`,
    [tx.scope.swvId, soort, sleutel, rustTot],
  );
}

/** What nobody sent to for longer than any limit looks back. */
export async function forgetRuimte(tx: Tx, before: Temporal.Instant): Promise<void> {
  await execute(
    tx,
    `delete from zendruimte where swv_id = $1 and soort = 'gesprek' and bezet_tot is null
       and (rust_tot is null or rust_tot < $2) and coalesce(momenten[array_upper(momenten, 1)], 0) < $3`,
    [tx.scope.swvId, before, before.epochMilliseconds],
  );
}
