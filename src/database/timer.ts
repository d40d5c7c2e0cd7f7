import { z } from "zod/v4";
import { execute, query, type Tx } from "./pool.ts";

/** What must happen at a moment. The row is the truth; the queue only wakes us. */
export const timerKinds = [
  "agenda_vast",
  "link_sturen",
  "ronde_vandaag",
  "ronde_afmaken",
  "punt_tijd_om",
  "momentprik_herinneren",
  "momentprik_sluiten",
  "momentprik_voorbij",
  "verslag_vaststellen",
  "dagbericht",
  "weekbericht",
  "toestemming_verloopt",
  "aanbod_verloopt",
  "waarneming",
  "toestemming_maand",
  "bezwaar_voorbij",
  "samenvatting_herschrijven",
  "lidmaatschap_eindigt",
  "team_bijwerken",
  "evaluatie_beginnen",
  "evaluatie_herinneren",
  "evaluatie_sluiten",
  "adviesvraag_wissen",
  "teamactie_wissen",
  "bewaartermijn",
  "wissing_uitvoeren",
  "wissing_verloopt",
  "wissing_herinneren",
  "wissing_waarschuwen",
  "uitzondering_gevolg",
  "uitzondering_herinneren",
  "uitzondering_verloopt",
] as const;
export type TimerKind = (typeof timerKinds)[number];

export interface Timer {
  readonly soort: TimerKind;
  readonly onderwerpId: string;
  readonly op: Temporal.Instant;
  /** One timer a purpose; setting it again moves the moment while it has not gone off. */
  readonly sleutel: string;
}

export async function setTimer(tx: Tx, uuid: string, timer: Timer): Promise<void> {
  await execute(
    tx,
    `insert into wekker (id, swv_id, soort, onderwerp_id, op, sleutel, gemaakt_op) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (sleutel) do update set op = excluded.op where wekker.gedaan_op is null`,
    [uuid, tx.scope.swvId, timer.soort, timer.onderwerpId, timer.op, timer.sleutel, tx.now],
  );
}

export async function cancelTimer(tx: Tx, sleutel: string): Promise<void> {
  await execute(tx, `update wekker set gedaan_op = $2 where sleutel = $1 and gedaan_op is null`, [
    sleutel,
    tx.now,
  ]);
}

const dueRow = z.object({
  id: z.string(),
  soort: z.enum(timerKinds),
  onderwerpId: z.string(),
  op: z.instanceof(Temporal.Instant),
  sleutel: z.string(),
});
export type DueTimer = z.infer<typeof dueRow>;

/**
 * Takes the next timer that is due and marks it done in this transaction: it goes off once, or not at all. A timer of
 * a kind that this version does not know waits for a version that does.
 */
export async function takeDueTimer(tx: Tx): Promise<DueTimer | null> {
  const [row] = await query(
    tx,
    dueRow,
    `update wekker set gedaan_op = $1 where id = (
       select id from wekker where gedaan_op is null and op <= $1 and soort = any($2::text[])
       order by op, sleutel limit 1 for update skip locked)
     returning id, soort, onderwerp_id as "onderwerpId", op, sleutel`,
    [tx.now, timerKinds],
  );
  return row ?? null;
}

export async function nextTimerMoment(tx: Tx): Promise<Temporal.Instant | null> {
  const [row] = await query(
    tx,
    z.object({ op: z.instanceof(Temporal.Instant).nullable() }),
    `select min(op) as op from wekker where gedaan_op is null and soort = any($1::text[])`,
    [timerKinds],
  );
  return row?.op ?? null;
}

/** A timer whose work failed is put later, so that it neither blocks the others nor is lost. */
export async function postponeTimer(tx: Tx, id: string, op: Temporal.Instant): Promise<void> {
  await execute(tx, `update wekker set op = $2 where id = $1 and gedaan_op is null`, [id, op]);
}
