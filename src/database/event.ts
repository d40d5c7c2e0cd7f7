import { checkedGegevens, type Gebeurtenis } from "#domain/gebeurtenis.ts";
import { execute, type Tx } from "./pool.ts";

export type { Gebeurtenis } from "#domain/gebeurtenis.ts";

/** Appends to the log in the transaction of the act itself, so that neither stands without the other. */
export async function recordEvent(tx: Tx, gebeurtenis: Gebeurtenis): Promise<void> {
  const actor = tx.scope.kind === "persoon" ? tx.scope.persoonId : null;
  await execute(
    tx,
    `insert into gebeurtenis (swv_id, szt_id, op, actor_id, taak, soort, zaak, grondslag, gegevens)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.scope.swvId,
      gebeurtenis.sztId,
      tx.now,
      actor ?? gebeurtenis.persoonId ?? null,
      tx.scope.kind === "taak" ? tx.scope.taak : null,
      gebeurtenis.soort,
      gebeurtenis.zaak ?? null,
      gebeurtenis.grondslag ?? null,
      JSON.stringify(checkedGegevens(gebeurtenis)),
    ],
  );
}
