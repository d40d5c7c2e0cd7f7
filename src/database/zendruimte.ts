/** What was sent a moment ago, shared by all instances. */
import { z } from "zod/v4";
import { execute, query, type Tx } from "./pool.ts";

export interface Zendplek {
  readonly soort: "gesprek" | "tenant";
  readonly sleutel: string;
}

const row = z.object({
  soort: z.enum(["gesprek", "tenant"]),
  sleutel: z.string(),
  momenten: z.array(z.coerce.number()),
  bezetTot: z.instanceof(Temporal.Instant).nullable(),
  rustTot: z.instanceof(Temporal.Instant).nullable(),
});
export type Zendruimte = z.infer<typeof row>;

/**
 * Held to the end of the transaction, in the order asked for and in one round trip: the row of the tenant is what all
 * calls wait for. A conversation is always asked for before its tenant, so nobody waits in a ring.
 */
export async function lockRuimte(tx: Tx, plekken: readonly Zendplek[]): Promise<readonly Zendruimte[]> {
  const found = await query(
    tx,
    row,
    `insert into zendruimte (swv_id, soort, sleutel)
       select $1, p.soort, p.sleutel from unnest($2::text[], $3::text[]) with ordinality as p (soort, sleutel, nr) order by p.nr
     on conflict (swv_id, soort, sleutel) do update set sleutel = excluded.sleutel
     returning soort, sleutel, momenten, bezet_tot as "bezetTot", rust_tot as "rustTot"`,
    [tx.scope.swvId, plekken.map(({ soort }) => soort), plekken.map(({ sleutel }) => sleutel)],
  );
  return plekken.flatMap(({ soort, sleutel }) =>
    found.filter((one) => one.soort === soort && one.sleutel === sleutel),
  );
}

export async function useRuimte(
  tx: Tx,
  plekken: readonly (Zendplek & {
    readonly momenten: readonly number[];
    readonly bezetTot: Temporal.Instant | null;
  })[],
): Promise<void> {
  await execute(
    tx,
    `update zendruimte z set momenten = p.momenten::bigint[], bezet_tot = p.bezet_tot
     from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[]) as p (soort, sleutel, momenten, bezet_tot)
     where z.swv_id = $1 and z.soort = p.soort and z.sleutel = p.sleutel`,
    [
      tx.scope.swvId,
      plekken.map(({ soort }) => soort),
      plekken.map(({ sleutel }) => sleutel),
      // An array of arrays has one length in the database; as text each has its own.
      plekken.map(({ momenten }) => `{${momenten.join(",")}}`),
      plekken.map(({ bezetTot }) => bezetTot),
    ],
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
