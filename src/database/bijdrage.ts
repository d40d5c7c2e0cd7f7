import { z } from "zod/v4";
import type { BijdrageFeit } from "#domain/dossier.ts";
import type { Sealed } from "#domain/sealed.ts";
import type { OpenText } from "./dossier-part.ts";
import { type DataKey, encryptSealed, whereOf } from "./kluis.ts";
import { execute, query, type Tx } from "./pool.ts";

const column = "bijdrage.inhoud";

/** What partners outside the school told about one hulpvraag; nothing is opened before somebody may read it. */
export async function bijdragenOf(
  tx: Tx,
  hulpvraagId: string,
  open: OpenText,
): Promise<readonly BijdrageFeit[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), persoonId: z.string(), inhoud: z.instanceof(Buffer) }),
    `select id, persoon_id as "persoonId", inhoud from bijdrage where hulpvraag_id = $1 order by gegeven_op, id`,
    [hulpvraagId],
  );
  return rows.map(({ id, persoonId, inhoud }) => ({ persoonId, inhoud: open(inhoud, column, id) }));
}

/** One a person and hulpvraag: another answer takes the place of the one before. */
export async function saveBijdrage(
  tx: Tx,
  key: DataKey,
  row: {
    readonly id: string;
    readonly sztId: string;
    readonly hulpvraagId: string;
    readonly persoonId: string;
    readonly inhoud: Sealed<string>;
  },
): Promise<void> {
  // The place of what is locked holds the id of its row, so the one before goes first.
  await execute(tx, `delete from bijdrage where hulpvraag_id = $1 and persoon_id = $2`, [
    row.hulpvraagId,
    row.persoonId,
  ]);
  await execute(
    tx,
    `insert into bijdrage (id, swv_id, szt_id, hulpvraag_id, persoon_id, inhoud, gegeven_op) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.hulpvraagId,
      row.persoonId,
      encryptSealed(key, row.inhoud, whereOf(column, row.id)),
      tx.now,
    ],
  );
}

/** The ground on which they were told has gone. */
export async function dropBijdragen(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(tx, `delete from bijdrage where hulpvraag_id = $1`, [hulpvraagId]);
}
