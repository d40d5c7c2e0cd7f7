import { execute, type Tx } from "./pool.ts";

/** True when this press is new; false when it was carried out before (a slow second press, Teams repeating an invoke). */
export async function firstPress(tx: Tx, sleutel: string, persoonId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into druk (swv_id, sleutel, persoon_id, op) values ($1, $2, $3, $4) on conflict do nothing`,
    [tx.scope.swvId, sleutel, persoonId, tx.now],
  );
  return count === 1;
}
