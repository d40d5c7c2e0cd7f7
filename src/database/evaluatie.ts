import { z } from "zod/v4";
import type { EvaluatieAntwoord, EvaluatieUitslag } from "#domain/evaluatie.ts";
import { helpers, hinders } from "#domain/evaluatie.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

export interface EvaluatieFeit {
  readonly id: string;
  readonly sztId: string;
  readonly begin: Temporal.PlainDate;
  readonly sluit: Temporal.PlainDate;
  readonly stand: "open" | "geteld";
  readonly uitslag: EvaluatieUitslag | null;
}

const keuzes = {
  helpt: z.array(z.enum(helpers)).nullable(),
  hindert: z.array(z.enum(hinders)).nullable(),
};
const evaluatieRow = z.object({
  id: z.string(),
  sztId: z.string(),
  begin: plainDate,
  sluit: plainDate,
  stand: z.enum(["open", "geteld"]),
  cijfer: z.number().nullable(),
  ...keuzes,
});
const columns = `id, szt_id as "sztId", begin, sluit, stand, cijfer, helpt, hindert`;

function factOf({ cijfer, helpt, hindert, ...row }: z.infer<typeof evaluatieRow>): EvaluatieFeit {
  return { ...row, uitslag: cijfer !== null && helpt && hindert ? { cijfer, helpt, hindert } : null };
}

/** Within reach of this transaction; `hold`: nobody ends it or answers meanwhile. */
export async function evaluatieById(
  tx: Tx,
  id: string,
  hold?: "beantwoorden" | "tellen",
): Promise<EvaluatieFeit | null> {
  const lock = { beantwoorden: "for share", tellen: "for update" } as const;
  const [row] = await query(
    tx,
    evaluatieRow,
    `select ${columns} from evaluatie where id = $1 ${hold ? lock[hold] : ""}`,
    [id],
  );
  return row ? factOf(row) : null;
}

/** The newest of this SZT that was counted, before that day when one is given. */
export async function lastCounted(
  tx: Tx,
  sztId: string,
  before: Temporal.PlainDate | null = null,
): Promise<EvaluatieFeit | null> {
  const [row] = await query(
    tx,
    evaluatieRow,
    `select ${columns} from evaluatie where szt_id = $1 and stand = 'geteld' and ($2::date is null or begin < $2)
     order by begin desc limit 1`,
    [sztId, before],
  );
  return row ? factOf(row) : null;
}

export async function openEvaluatie(tx: Tx, sztId: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from evaluatie where szt_id = $1 and stand = 'open'`,
    [sztId],
  );
  return row?.id ?? null;
}

/** False when it was begun already. */
export async function insertEvaluatie(
  tx: Tx,
  row: Pick<EvaluatieFeit, "id" | "sztId" | "begin" | "sluit">,
  personen: readonly string[],
): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into evaluatie (id, swv_id, szt_id, begin, sluit, stand) values ($1, $2, $3, $4, $5, 'open') on conflict do nothing`,
    [row.id, tx.scope.swvId, row.sztId, row.begin, row.sluit],
  );
  if (count === 0) return false;
  await execute(
    tx,
    `insert into evaluatie_gevraagd (swv_id, szt_id, evaluatie_id, persoon_id) select $1, $2, $3, p from unnest($4::uuid[]) p`,
    [tx.scope.swvId, row.sztId, row.id, personen],
  );
  return true;
}

const antwoordRow = z.object({ persoonId: z.string(), cijfer: z.number().nullable(), ...keuzes });

/** Whom it was asked of, as far as this transaction may know: a person reads the own row, and only counting reads all. */
export async function gevraagdOf(
  tx: Tx,
  id: string,
): Promise<readonly { readonly persoonId: string; readonly antwoord: EvaluatieAntwoord | null }[]> {
  const rows = await query(
    tx,
    antwoordRow,
    `select persoon_id as "persoonId", cijfer, helpt, hindert from evaluatie_gevraagd where evaluatie_id = $1 order by persoon_id`,
    [id],
  );
  return rows.map(({ persoonId, cijfer, helpt, hindert }) => ({
    persoonId,
    antwoord: cijfer !== null && helpt && hindert ? { cijfer, helpt, hindert } : null,
  }));
}

/** In the place of what was said before; false for who was not asked. */
export async function saveAntwoord(
  tx: Tx,
  { id, persoonId }: { readonly id: string; readonly persoonId: string },
  { cijfer, helpt, hindert }: EvaluatieAntwoord,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update evaluatie_gevraagd set cijfer = $3, helpt = $4, hindert = $5 where evaluatie_id = $1 and persoon_id = $2`,
    [id, persoonId, cijfer, helpt, hindert],
  );
  return count === 1;
}

/** What was said together stays; who said what, and who said anything, is gone. */
export async function countEvaluatie(tx: Tx, id: string, uitslag: EvaluatieUitslag | null): Promise<void> {
  await execute(
    tx,
    `update evaluatie set stand = 'geteld', cijfer = $2, helpt = $3, hindert = $4, versie = versie + 1 where id = $1`,
    [id, uitslag?.cijfer ?? null, uitslag?.helpt ?? null, uitslag?.hindert ?? null],
  );
  await execute(tx, `delete from evaluatie_gevraagd where evaluatie_id = $1`, [id]);
}

export async function allSzts(tx: Tx): Promise<readonly string[]> {
  const rows = await query(tx, z.object({ id: z.string() }), `select id from szt order by id`, []);
  return rows.map(({ id }) => id);
}
