/** The calendar of a school has changed: what was counted with it is counted again, and each day that moves is logged. */
import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import { calendarsOfSzt, schoolCalendar } from "#database/kalender.ts";
import { plannedRondesOf } from "#database/overlegronde.ts";
import { pauzesVan } from "#database/pauze.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { schoolsById } from "#database/school.ts";
import { openTermijnenOfSchool, rebaseTermijn, recountTermijn, type TermijnRow } from "#database/termijn.ts";
import { moveObjection, runningObjections } from "#database/toestemming.ts";
import { bezwaarTotOf } from "#domain/instemming.ts";
import type { Notice } from "#domain/notice.ts";
import { whyClosed } from "#domain/overlegronde.ts";
import { pauzeTermOf } from "#domain/pauze.ts";
import { nextSchooldag, type SchoolCalendar } from "#domain/schooldag.ts";
import { recompute } from "#domain/termijn.ts";
import { todayIn } from "#domain/today.ts";
import { setObjectionTimer } from "./consent-expiry.ts";
import { ibsOfSzt, tell } from "./round-notice.ts";
import type { World } from "./world.ts";

type Makes = { readonly chance: Pick<World["chance"], "uuid"> };

/** The open terms of this school, and the time that parents have to object; answers how many moved. */
export async function recountTerms(tx: Tx, world: Makes, schoolId: string): Promise<number> {
  const cal = await schoolCalendar(tx, schoolId);
  return (await recountTermijnen(tx, schoolId, cal)) + (await recountObjections(tx, world, schoolId, cal));
}

/** Who prepares a round on which there is no school by now hears of it, once for each day that it stands on. */
export async function tellClosedRondes(tx: Tx, schoolId: string): Promise<readonly Notice[]> {
  const [school] = await schoolsById(tx, new Set([schoolId]));
  if (!school) return [];
  const { sztId } = school;
  const today = todayIn(tx.now);
  const calendars = await calendarsOfSzt(tx, sztId);
  const rondes = await rondesById(tx, await plannedRondesOf(tx, sztId, today));
  const closed = rondes.filter(
    ({ datum, status }) =>
      status === "gepland" && calendars.some(({ cal }) => whyClosed(datum, cal) !== null),
  );
  const ibs = closed.length > 0 ? ibsOfSzt(await teamOf(tx, sztId), today) : [];
  return closed.flatMap((ronde) => {
    const there = new Set(ronde.deelnemers.map(({ persoonId }) => persoonId));
    const personen = [ronde.voorzitterId, ...ibs].filter((id) => there.has(id));
    return tell("ronde_dicht", ronde, { personen, feit: ronde.datum.toString() });
  });
}

async function recountTermijnen(tx: Tx, schoolId: string, cal: SchoolCalendar): Promise<number> {
  return moveTerms(tx, await openTermijnenOfSchool(tx, schoolId), { cal });
}

/** Counts these open terms again from what is kept of them, and answers how many have another day. */
export async function moveTerms(
  tx: Tx,
  rows: readonly TermijnRow[],
  { cal, gepauzeerd = false }: { readonly cal: SchoolCalendar; readonly gepauzeerd?: boolean },
): Promise<number> {
  const pauzes = await pauzesVan(tx, [...new Set(rows.map(({ hulpvraagId }) => hulpvraagId))]);
  const terms = rows.map((row) => ({
    id: row.id,
    anchor: row.anker,
    rule: row.regel,
    arose: todayIn(row.gemaaktOp),
    due: row.vervalt,
    postponedTo: row.verzetNaar,
    pauze: {
      term: pauzeTermOf({
        ...{ kind: row.soort, anchor: row.anker, rule: row.regel, madeAt: row.gemaaktOp },
        postponedOn: row.verzetOp,
      }),
      pauzes: pauzes.filter(({ hulpvraagId }) => hulpvraagId === row.hulpvraagId),
    },
  }));
  const moved = recompute(terms, cal);
  for (const { id, from, to } of moved) {
    const row = rows.find((one) => one.id === id);
    if (!row) continue;
    await recountTermijn(tx, id, { vervalt: to, sinds: todayIn(tx.now), gepauzeerd });
    await recordEvent(tx, {
      soort: "termijn_verschoven",
      sztId: row.sztId,
      ...(await zaakOf(tx, row.hulpvraagId)),
      gegevens: { soort: row.soort, van: from.toString(), naar: to.toString() },
    });
  }
  return moved.length;
}

/** A last day that has passed stays where it was; the reminder that goes with it is one of the terms. */
async function recountObjections(
  tx: Tx,
  world: Makes,
  schoolId: string,
  cal: SchoolCalendar,
): Promise<number> {
  let moved = 0;
  for (const row of await runningObjections(tx, schoolId, todayIn(tx.now))) {
    const to = bezwaarTotOf(row, cal);
    if (to.equals(row.bezwaarTot)) continue;
    await moveObjection(tx, row.toestemmingId, to);
    const reminds = { vervalt: nextSchooldag(to, cal), sinds: todayIn(tx.now) };
    await rebaseTermijn(tx, { hulpvraagId: row.hulpvraagId, soort: "bezwaartermijn", anker: to, ...reminds });
    await setObjectionTimer(tx, world, { hulpvraagId: row.hulpvraagId, bezwaarTot: to });
    await recordEvent(tx, {
      soort: "termijn_verschoven",
      sztId: row.sztId,
      ...(await zaakOf(tx, row.hulpvraagId)),
      gegevens: { soort: "bezwaartermijn", van: row.bezwaarTot.toString(), naar: to.toString() },
    });
    moved += 1;
  }
  return moved;
}
