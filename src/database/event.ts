import type { Grondslag } from "#domain/code.ts";
import { execute, type Tx } from "./pool.ts";

/** One line of the log: codes, dates and counts only. `zaak` is the salted name of a case, never its id or reference. */
export interface Gebeurtenis {
  readonly soort: string;
  readonly sztId: string | null;
  readonly zaak?: Buffer;
  readonly grondslag?: Grondslag;
  readonly gegevens?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Appends to the log in the transaction of the act itself, so that neither stands without the other. */
export async function recordEvent(tx: Tx, gebeurtenis: Gebeurtenis): Promise<void> {
  await execute(
    tx,
    `insert into gebeurtenis (swv_id, szt_id, op, actor_id, taak, soort, zaak, grondslag, gegevens)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.scope.swvId,
      gebeurtenis.sztId,
      tx.now,
      tx.scope.kind === "persoon" ? tx.scope.persoonId : null,
      tx.scope.kind === "taak" ? tx.scope.taak : null,
      gebeurtenis.soort,
      gebeurtenis.zaak ?? null,
      gebeurtenis.grondslag ?? null,
      JSON.stringify(gebeurtenis.gegevens ?? {}),
    ],
  );
}
