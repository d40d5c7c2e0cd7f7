import { z } from "zod/v4";
import { regioSchema } from "#domain/code.ts";
import type { Holiday, SchoolCalendar } from "#domain/schooldag.ts";
import { todayIn } from "#domain/today.ts";
import { plainDate, query, type Tx } from "./pool.ts";

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
    const studiedagen = await query(
      tx,
      z.object({ datum: plainDate }),
      `select datum from studiedag where school_id = $1 order by datum`,
      [schoolId],
    );
    kalenders.push({
      schoolId,
      school,
      cal: {
        regio,
        holidays: free,
        studiedagen: studiedagen.map(({ datum }) => datum),
        openOp: [],
        horizon: lastKnown(free) ?? todayIn(tx.now),
      },
    });
  }
  return kalenders;
}

function lastKnown(holidays: readonly Holiday[]): Temporal.PlainDate | undefined {
  return holidays
    .map(({ to }) => to)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
}
