import { z } from "zod/v4";
import {
  type Stopreden,
  stopredenSchema,
  type TrajectFeit,
  type TrajectUitkomst,
  type Tussenstand,
  trajectUitkomstSchema,
  tussenstandSchema,
  type Verlengreden,
  verlengredenSchema,
} from "#domain/traject.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

interface About {
  readonly id: string;
  readonly sztId: string;
}

export interface NewTraject {
  readonly id: string;
  readonly gestartOp: Temporal.PlainDate;
  readonly door: string;
}

/** At most one open a hulpvraag: the database refuses a second one. */
export async function insertTraject(tx: Tx, { id, sztId }: About, row: NewTraject): Promise<void> {
  await execute(
    tx,
    `insert into traject (id, swv_id, szt_id, hulpvraag_id, gestart_op, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, tx.scope.swvId, sztId, id, row.gestartOp, row.door, tx.now],
  );
}

const running = "eind_op is null and gestopt_op is null and vervallen_op is null";

/** False when it has ended. */
export async function saveTraject(tx: Tx, feit: TrajectFeit): Promise<boolean> {
  const { tussen, verlengd, eind, gestopt } = feit;
  const count = await execute(
    tx,
    `update traject set tussen_op = $2, tussen_stand = $3, meer_hulp_op = $4, eind_gepland_op = $5, verlengd_op = $6,
       verlengd_reden = $7, verlengd_weken = $8, eind_op = $9, uitkomst = $10, gestopt_op = $11, stopreden = $12
     where id = $1 and ${running}`,
    [
      feit.id,
      tussen?.op ?? null,
      tussen?.stand ?? null,
      feit.meerHulpOp,
      feit.eindGeplandOp,
      verlengd?.op ?? null,
      verlengd?.reden ?? null,
      verlengd?.weken ?? null,
      eind?.op ?? null,
      eind?.uitkomst ?? null,
      gestopt?.op ?? null,
      gestopt?.reden ?? null,
    ],
  );
  return count === 1;
}

export interface NewGenodigde {
  readonly id: string;
  readonly trajectId: string;
  readonly persoonId: string;
  readonly gekoppeld: boolean;
  readonly door: string;
}

export async function insertGenodigde(tx: Tx, { id, sztId }: About, row: NewGenodigde): Promise<void> {
  await execute(
    tx,
    `insert into traject_genodigde (id, swv_id, szt_id, hulpvraag_id, traject_id, persoon_id, gekoppeld, gevraagd_door, gevraagd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, tx.scope.swvId, sztId, id, row.trajectId, row.persoonId, row.gekoppeld, row.door, tx.now],
  );
}

/** These are not asked for the end of a traject of this hulpvraag any more; all of them when nobody is named. */
export async function cancelGenodigden(
  tx: Tx,
  hulpvraagId: string,
  personen: readonly string[] | null = null,
): Promise<void> {
  await execute(
    tx,
    `update traject_genodigde set afgezegd_op = $2
     where hulpvraag_id = $1 and afgezegd_op is null and ($3::uuid[] is null or persoon_id = any($3::uuid[]))`,
    [hulpvraagId, tx.now, personen],
  );
}

/** The hulpvraag has ended. */
export async function endTrajecten(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(tx, `update traject set vervallen_op = $2 where hulpvraag_id = $1 and ${running}`, [
    hulpvraagId,
    tx.now,
  ]);
  await cancelGenodigden(tx, hulpvraagId);
}

const row = z.object({
  id: z.string(),
  gestartOp: plainDate,
  tussenOp: plainDate.nullable(),
  tussenStand: tussenstandSchema.nullable(),
  meerHulpOp: plainDate.nullable(),
  eindGeplandOp: plainDate.nullable(),
  verlengdOp: plainDate.nullable(),
  verlengdReden: verlengredenSchema.nullable(),
  verlengdWeken: z.int().nullable(),
  eindOp: plainDate.nullable(),
  uitkomst: trajectUitkomstSchema.nullable(),
  gestoptOp: plainDate.nullable(),
  stopreden: stopredenSchema.nullable(),
  vervallen: z.boolean(),
  genodigden: z.array(z.object({ persoonId: z.string(), gekoppeld: z.boolean() })),
});

/** Oldest first. */
export async function trajectenOf(tx: Tx, hulpvraagId: string): Promise<readonly TrajectFeit[]> {
  const rows = await query(
    tx,
    row,
    `select t.id, gestart_op as "gestartOp", tussen_op as "tussenOp", tussen_stand as "tussenStand",
       meer_hulp_op as "meerHulpOp", eind_gepland_op as "eindGeplandOp", verlengd_op as "verlengdOp",
       verlengd_reden as "verlengdReden", verlengd_weken as "verlengdWeken", eind_op as "eindOp", uitkomst,
       gestopt_op as "gestoptOp", stopreden, vervallen_op is not null as vervallen,
       coalesce((select jsonb_agg(jsonb_build_object('persoonId', g.persoon_id, 'gekoppeld', g.gekoppeld) order by g.gevraagd_op, g.id)
         from traject_genodigde g where g.traject_id = t.id and g.afgezegd_op is null), '[]') as genodigden
     from traject t where hulpvraag_id = $1 order by vastgelegd_op, id`,
    [hulpvraagId],
  );
  return rows.map(factOf);
}

function factOf(one: z.output<typeof row>): TrajectFeit {
  const { id, gestartOp, meerHulpOp, eindGeplandOp, vervallen, genodigden } = one;
  const { tussenOp, tussenStand, verlengdOp, verlengdReden, verlengdWeken, gestoptOp, stopreden } = one;
  const { eindOp, uitkomst } = one;
  return {
    ...{ id, gestartOp, meerHulpOp, eindGeplandOp, vervallen, genodigden },
    tussen: paired(tussenOp, tussenStand, (op, stand: Tussenstand) => ({ op, stand })),
    verlengd:
      verlengdWeken === null
        ? null
        : paired(verlengdOp, verlengdReden, (op, reden: Verlengreden) => ({
            op,
            reden,
            weken: verlengdWeken,
          })),
    eind: paired(eindOp, uitkomst, (op, how: TrajectUitkomst) => ({ op, uitkomst: how })),
    gestopt: paired(gestoptOp, stopreden, (op, reden: Stopreden) => ({ op, reden })),
  };
}

/** Both are there, or neither: the database holds that. */
function paired<Code, Value>(
  op: Temporal.PlainDate | null,
  code: Code | null,
  make: (op: Temporal.PlainDate, code: Code) => Value,
): Value | null {
  return op && code ? make(op, code) : null;
}
