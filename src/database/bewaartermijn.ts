import { z } from "zod/v4";
import type { Aankondiging, BewaarFeit, Bewaarreden } from "#domain/bewaartermijn.ts";
import { bewaarredenen } from "#domain/bewaartermijn.ts";
import {
  type BewaarSettings,
  bewaarSettingsSchema,
  usualBewaarSettings,
} from "#domain/bewaartermijn-setting.ts";
import { hulpvraagStatusSchema } from "#domain/code.ts";
import { todayIn } from "#domain/today.ts";
import { execute, instant, plainDate, query, type Tx } from "./pool.ts";

/** How long this samenwerkingsverband keeps things; what is not set has its usual length. */
export async function bewaarSettingsOf(tx: Tx): Promise<BewaarSettings> {
  const [row] = await query(
    tx,
    z.object({ bewaren: bewaarSettingsSchema }),
    `select coalesce(instellingen -> 'bewaren', '{}') as bewaren from swv where id = $1`,
    [tx.scope.swvId],
  );
  return row?.bewaren ?? usualBewaarSettings;
}

const kandidaatRow = z.object({
  id: z.string(),
  leerlingId: z.string(),
  sztId: z.string(),
  schoolId: z.string(),
  referentie: z.string(),
  status: hulpvraagStatusSchema,
  afgeslotenOp: instant.nullable(),
  gewijzigdOp: instant,
  besproken: z.boolean(),
  grondslagWegOp: plainDate.nullable(),
  heldTot: plainDate.nullable(),
  aangekondigdOp: plainDate.nullable(),
  wissenOp: plainDate.nullable(),
});

/** A hulpvraag that is over, was never begun or lost its ground, with what its term follows from. */
export interface Kandidaat {
  readonly id: string;
  readonly leerlingId: string;
  readonly sztId: string;
  readonly schoolId: string;
  readonly referentie: string;
  readonly feit: BewaarFeit;
  readonly aankondiging: Aankondiging | null;
}

const kandidaat = `select h.id, h.leerling_id as "leerlingId", h.szt_id as "sztId", h.school_id as "schoolId", h.referentie, h.status,
    h.afgesloten_op as "afgeslotenOp", h.gewijzigd_op as "gewijzigdOp", h.grondslag_weg_op as "grondslagWegOp",
    exists (select from besluit b where b.hulpvraag_id = h.id) as besproken,
    (select max(b.tot) from bewaring b where b.leerling_id = h.leerling_id and b.beeindigd_op is null) as "heldTot",
    t.aangekondigd_op as "aangekondigdOp", t.wissen_op as "wissenOp"
  from hulpvraag h left join bewaartermijn t on t.hulpvraag_id = h.id`;

function kandidaatOf(row: z.infer<typeof kandidaatRow>): Kandidaat {
  const { status, afgeslotenOp, gewijzigdOp, besproken, grondslagWegOp, heldTot, ...last } = row;
  const { aangekondigdOp, wissenOp, ...rest } = last;
  return {
    ...rest,
    feit: { status, afgeslotenOp, gewijzigdOp, besproken, grondslagWegOp, heldTot },
    aankondiging: aangekondigdOp && wissenOp ? { aangekondigdOp, wissenOp } : null,
  };
}

/**
 * What was last touched or lost its ground before this moment, and everything that was announced; in the order of their
 * ids, after the one that was looked at last.
 */
export async function kandidatenAfter(
  tx: Tx,
  after: string,
  untouchedSince: Temporal.Instant,
  limit: number,
): Promise<readonly Kandidaat[]> {
  const rows = await query(
    tx,
    kandidaatRow,
    `${kandidaat} where h.id > $1 and (t.hulpvraag_id is not null
       or (h.status in ('concept', 'afgesloten', 'ingetrokken') and coalesce(h.afgesloten_op, h.gewijzigd_op) < $2)
       or h.grondslag_weg_op < $4)
     order by h.id limit $3`,
    [after, untouchedSince, limit, todayIn(untouchedSince)],
  );
  return rows.map(kandidaatOf);
}

/** The hulpvragen of these leerlingen, to say when each of them goes. */
export async function kandidatenOf(tx: Tx, leerlingIds: readonly string[]): Promise<readonly Kandidaat[]> {
  const rows = await query(
    tx,
    kandidaatRow,
    `${kandidaat} where h.leerling_id = any($1::uuid[]) order by h.gemaakt_op, h.id`,
    [leerlingIds],
  );
  return rows.map(kandidaatOf);
}

/** One of them, held until the transaction ends. */
export async function lockKandidaat(tx: Tx, id: string): Promise<Kandidaat | null> {
  const [row] = await query(tx, kandidaatRow, `${kandidaat} where h.id = $1 for update of h`, [id]);
  return row ? kandidaatOf(row) : null;
}

export async function saveAankondiging(
  tx: Tx,
  { id, sztId }: Pick<Kandidaat, "id" | "sztId">,
  { aangekondigdOp, wissenOp }: Aankondiging,
): Promise<void> {
  await execute(
    tx,
    `insert into bewaartermijn (hulpvraag_id, swv_id, szt_id, aangekondigd_op, wissen_op) values ($1, $2, $3, $4, $5)
     on conflict (hulpvraag_id) do update set aangekondigd_op = excluded.aangekondigd_op, wissen_op = excluded.wissen_op`,
    [id, tx.scope.swvId, sztId, aangekondigdOp, wissenOp],
  );
}

export async function dropAankondiging(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(tx, `delete from bewaartermijn where hulpvraag_id = $1`, [hulpvraagId]);
}

/** What holds the erasure of these leerlingen up; the one that lasts longest. */
export async function bewaringOf(
  tx: Tx,
  leerlingIds: readonly string[],
): Promise<{ readonly reden: Bewaarreden; readonly tot: Temporal.PlainDate } | null> {
  const [row] = await query(
    tx,
    z.object({ reden: z.enum(bewaarredenen), tot: plainDate }),
    `select reden, tot from bewaring where leerling_id = any($1::uuid[]) and beeindigd_op is null order by tot desc, id limit 1`,
    [leerlingIds],
  );
  return row ?? null;
}

/** In the place of the one that stood; what stood is kept as it was. */
export async function replaceBewaring(
  tx: Tx,
  row: {
    readonly id: string;
    readonly sztId: string;
    readonly leerlingId: string;
    readonly reden: Bewaarreden;
    readonly tot: Temporal.PlainDate;
    readonly door: string;
  },
): Promise<void> {
  await endBewaring(tx, [row.leerlingId], row.door);
  await execute(
    tx,
    `insert into bewaring (id, swv_id, szt_id, leerling_id, reden, tot, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, tx.scope.swvId, row.sztId, row.leerlingId, row.reden, row.tot, row.door, tx.now],
  );
}

/** False when nothing held it up. */
export async function endBewaring(tx: Tx, leerlingIds: readonly string[], door: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update bewaring set beeindigd_op = $2, beeindigd_door = $3 where leerling_id = any($1::uuid[]) and beeindigd_op is null`,
    [leerlingIds, tx.now, door],
  );
  return count > 0;
}
