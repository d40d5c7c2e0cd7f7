import { z } from "zod/v4";
import { regioSchema } from "#domain/code.ts";
import type { Holiday, SchoolCalendar } from "#domain/schooldag.ts";
import type { Dagsoort } from "#domain/schoolkalender.ts";
import { todayIn } from "#domain/today.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

/** A school with its calendar; an SZT can serve more than one. */
export interface SchoolKalender {
  readonly schoolId: string;
  readonly school: string;
  readonly cal: SchoolCalendar;
}

const schoolRow = z.object({ id: z.string(), naam: z.string(), regio: regioSchema });

/**
 * The calendar by which the terms of this school's hulpvragen run: the holidays of its region, its own holidays and
 * its study days. A school that is not there is a broken promise.
 */
export async function schoolCalendar(tx: Tx, schoolId: string): Promise<SchoolCalendar> {
  const [school] = await calendarsWhere(tx, "id = $1", schoolId);
  if (!school) throw new Error("a calendar was asked of a school that does not exist");
  return school.cal;
}

/** The calendars of all schools of one SZT, by name of the school. */
export async function calendarsOfSzt(tx: Tx, sztId: string): Promise<readonly SchoolKalender[]> {
  return calendarsWhere(tx, "szt_id = $1", sztId);
}

/** The calendars of all schools where this person has a membership on this day; for the moment of the daily bundle. */
export async function calendarsOfPersoon(
  tx: Tx,
  persoonId: string,
  day: Temporal.PlainDate,
): Promise<readonly SchoolCalendar[]> {
  const rows = await query(
    tx,
    z.object({ sztId: z.string() }),
    `select distinct szt_id as "sztId" from lidmaatschap
     where persoon_id = $1 and van <= $2 and (tot is null or tot >= $2) order by 1`,
    [persoonId, day],
  );
  const found: SchoolKalender[] = [];
  for (const { sztId } of rows) found.push(...(await calendarsOfSzt(tx, sztId)));
  return found.map(({ cal }) => cal);
}

async function calendarsWhere(
  tx: Tx,
  where: "id = $1" | "szt_id = $1",
  id: string,
): Promise<readonly SchoolKalender[]> {
  const schools = await query(
    tx,
    schoolRow,
    `select id, naam, regio from school where ${where} order by naam, id`,
    [id],
  );
  const kalenders: SchoolKalender[] = [];
  for (const { id: schoolId, naam: school, regio } of schools) {
    const free = await query(
      tx,
      z.object({ from: plainDate, to: plainDate, name: z.string() }),
      `select van as "from", tot as "to", naam as name from vakantie where regio = $1 or school_id = $2 order by van, tot, naam`,
      [regio, schoolId],
    );
    const studiedagen = await daysIn(tx, "studiedag", schoolId);
    const lesdagen = await daysIn(tx, "lesdag", schoolId);
    kalenders.push({
      schoolId,
      school,
      cal: {
        regio,
        holidays: free,
        studiedagen,
        openOp: [],
        lesdagen,
        horizon: lastKnown(free) ?? todayIn(tx.now),
      },
    });
  }
  return kalenders;
}

async function daysIn(
  tx: Tx,
  table: "studiedag" | "lesdag",
  schoolId: string,
): Promise<readonly Temporal.PlainDate[]> {
  const rows = await query(
    tx,
    z.object({ datum: plainDate }),
    `select datum from ${table} where school_id = $1 order by datum`,
    [schoolId],
  );
  return rows.map(({ datum }) => datum);
}

const tableOf: Readonly<Record<Dagsoort, "studiedag" | "lesdag">> = { vrij: "studiedag", les: "lesdag" };

type Dagen = { readonly soort: Dagsoort; readonly dagen: readonly Temporal.PlainDate[] };

export async function dropDagen(tx: Tx, schoolId: string, { soort, dagen }: Dagen): Promise<void> {
  await execute(tx, `delete from ${tableOf[soort]} where school_id = $1 and datum = any($2::date[])`, [
    schoolId,
    dagen.map(String),
  ]);
}

export async function addDagen(tx: Tx, schoolId: string, { soort, dagen }: Dagen): Promise<void> {
  await execute(
    tx,
    `insert into ${tableOf[soort]} (swv_id, school_id, datum)
     select s.swv_id, s.id, d from school s, unnest($2::date[]) as d where s.id = $1 on conflict do nothing`,
    [schoolId, dagen.map(String)],
  );
}

function lastKnown(holidays: readonly Holiday[]): Temporal.PlainDate | undefined {
  return holidays
    .map(({ to }) => to)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
}
