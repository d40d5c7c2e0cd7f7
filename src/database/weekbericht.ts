import { z } from "zod/v4";
import { aanwezigheidSchema, functieSchema, plaatsSchema } from "#domain/code.ts";
import type { DigestEvaluatie, DigestInzet, DigestLid, DigestRonde } from "#domain/digest.ts";
import { helpers, hinders } from "#domain/evaluatie.ts";
import { type TeamSettings, teamSettingsSchema } from "#domain/team-setting.ts";
import { execute, plainDate, plainTime, query, type Tx } from "./pool.ts";

/** One digest a person and week: a second one is left out, and the id of the first is answered. */
export async function ensureWeekbericht(
  tx: Tx,
  row: { readonly id: string; readonly persoonId: string; readonly week: Temporal.PlainDate },
): Promise<string> {
  await execute(
    tx,
    `insert into weekbericht (id, swv_id, persoon_id, week, gemaakt_op) values ($1, $2, $3, $4, $5)
     on conflict (persoon_id, week) do nothing`,
    [row.id, tx.scope.swvId, row.persoonId, row.week, tx.now],
  );
  const [kept] = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from weekbericht where persoon_id = $1 and week = $2`,
    [row.persoonId, row.week],
  );
  if (!kept) throw new Error("a digest that was just kept is gone");
  return kept.id;
}

const personRow = z.object({ persoonId: z.string() });

/** Everyone who is directeur on this day or will be: a week without a digest is decided when it comes. */
export async function directeurenFrom(tx: Tx, day: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await query(
    tx,
    personRow,
    `select distinct persoon_id as "persoonId" from lidmaatschap
     where functie = 'directeur' and (tot is null or tot >= $1) order by 1`,
    [day],
  );
  return rows.map(({ persoonId }) => persoonId);
}

/** What follows is asked as the digest login, which can read nothing else. */
export interface WeekberichtRow {
  readonly persoonId: string;
  readonly week: Temporal.PlainDate;
}

export async function weekberichtById(tx: Tx, id: string): Promise<WeekberichtRow | null> {
  const [row] = await query(
    tx,
    z.object({ persoonId: z.string(), week: plainDate }),
    `select persoon_id as "persoonId", week from weekbericht where id = $1`,
    [id],
  );
  return row ?? null;
}

export interface DigestSzt {
  readonly sztId: string;
  readonly naam: string;
}

/** The SZTs of which this person is directeur on this day, by name. */
export async function ledBy(
  tx: Tx,
  persoonId: string,
  day: Temporal.PlainDate,
): Promise<readonly DigestSzt[]> {
  return query(
    tx,
    z.object({ sztId: z.string(), naam: z.string() }),
    `select distinct szt_id as "sztId", szt as naam from weekbericht_team
     where persoon_id = $1 and functie = 'directeur' and van <= $2 and (tot is null or tot >= $2) order by szt, szt_id`,
    [persoonId, day],
  );
}

export async function digestTeam(tx: Tx, sztId: string): Promise<readonly DigestLid[]> {
  return query(
    tx,
    z.object({ functie: functieSchema, voorzitter: z.boolean(), van: plainDate, tot: plainDate.nullable() }),
    `select functie, voorzitter, van, tot from weekbericht_team where szt_id = $1 order by functie, van`,
    [sztId],
  );
}

/** Hours by function over time, and no person. */
export async function digestInzet(tx: Tx, sztId: string): Promise<readonly DigestInzet[]> {
  return query(
    tx,
    z.object({
      functie: functieSchema,
      van: plainDate,
      tot: plainDate.nullable(),
      onderbroken: z.boolean(),
      vanaf: plainDate,
      totEnMet: plainDate.nullable(),
      uren: z.number().nullable(),
    }),
    `select functie, van, tot, onderbroken, vanaf, tot_en_met as "totEnMet", uren from weekbericht_inzet where szt_id = $1
     order by functie, van, vanaf`,
    [sztId],
  );
}

/** Those that were counted by that day, newest first. */
export async function digestEvaluaties(
  tx: Tx,
  sztId: string,
  before: Temporal.PlainDate,
): Promise<readonly DigestEvaluatie[]> {
  return query(
    tx,
    z.object({
      sluit: plainDate,
      cijfer: z.number().nullable(),
      helpt: z.array(z.enum(helpers)),
      hindert: z.array(z.enum(hinders)),
    }),
    `select sluit, cijfer, coalesce(helpt, '{}') as helpt, coalesce(hindert, '{}') as hindert from weekbericht_evaluatie where szt_id = $1 and stand = 'geteld' and sluit < $2 order by begin desc limit 2`,
    [sztId, before],
  );
}

const rondeRow = z.object({
  rondeId: z.string(),
  datum: plainDate,
  begin: plainTime,
  plaats: plaatsSchema,
  deelnameLink: z.string().nullable(),
  status: z.enum(["gepland", "open", "gesloten", "vervallen"]),
});
const countRow = z.object({
  rondeId: z.string(),
  functie: functieSchema,
  aanwezigheid: aanwezigheidSchema.nullable(),
  aantal: z.int().nonnegative(),
});

/** Rounds of one SZT from one day up to another, with who came as a count by function. */
export async function digestRondes(
  tx: Tx,
  sztId: string,
  { from, until }: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<readonly DigestRonde[]> {
  const rondes = await query(
    tx,
    rondeRow,
    `select ronde_id as "rondeId", datum, begin, plaats, deelname_link as "deelnameLink", status
     from weekbericht_ronde where szt_id = $1 and datum >= $2 and datum < $3 order by datum, begin, ronde_id`,
    [sztId, from, until],
  );
  const counts = await query(
    tx,
    countRow,
    `select ronde_id as "rondeId", functie, aanwezigheid, aantal from weekbericht_aanwezigheid
     where ronde_id = any($1::uuid[]) order by functie, aanwezigheid`,
    [rondes.map(({ rondeId }) => rondeId)],
  );
  return rondes.map(({ rondeId, ...ronde }) => ({
    ...ronde,
    deelnemers: counts
      .filter((count) => count.rondeId === rondeId)
      .flatMap(({ functie, aanwezigheid, aantal }) =>
        Array.from({ length: aantal }, () => ({ functie, aanwezigheid })),
      ),
  }));
}

/** Which places a team must fill. */
export async function digestSettings(tx: Tx): Promise<Pick<TeamSettings, "vaste_plekken">> {
  const [row] = await query(
    tx,
    z.object({ team: z.unknown() }),
    `select team from weekbericht_instelling`,
    [],
  );
  return teamSettingsSchema.parse(row?.team ?? {});
}
