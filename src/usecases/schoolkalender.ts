/** The own free days of a school, kept by its ib or coo: everything that was counted with them is counted again. */
import { recordEvent } from "#database/event.ts";
import { lastJaarplanOf, lockPlanning } from "#database/jaarplan.ts";
import { addDagen, dropDagen, schoolCalendar } from "#database/kalender.ts";
import { plannedRondesOf } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { schoolsById } from "#database/school.ts";
import { ibFuncties } from "#domain/code.ts";
import type { Notice } from "#domain/notice.ts";
import { isSchooldag } from "#domain/schooldag.ts";
import {
  checkKalender,
  type KalenderCheck,
  type KalenderFacts,
  type KalenderForm,
  type KalenderGezien,
  seeSchoolkalender,
} from "#domain/schoolkalender.ts";
import { type Actor, schoolsWith, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { recountTerms, tellClosedRondes } from "./kalender.ts";
import { refreshAbout } from "./notice-about.ts";
import { refreshRonde } from "./round-notice.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** The schools whose calendar this person keeps, by name. */
export async function mySchoolkalenders(world: World, actor: Actor): Promise<readonly KalenderGezien[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const schools = await schoolsById(tx, schoolsWith(actor, ibFuncties));
    const found: KalenderGezien[] = [];
    for (const { id } of schools) {
      const facts = await loadKalender(tx, id);
      const gezien = facts && seeSchoolkalender(facts, actor);
      if (gezien) found.push(gezien);
    }
    return found;
  });
}

export async function drawSchoolkalender(
  world: World,
  actor: Actor,
  schoolId: string,
): Promise<KalenderGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const facts = await loadKalender(tx, schoolId);
    return facts && seeSchoolkalender(facts, actor);
  });
}

export interface KalenderGezet {
  readonly dagen: number;
  /** Terms, and times to object, that have another last day now. */
  readonly termijnen: number;
  /** Planned rounds that stand on a day without school. */
  readonly rondes: number;
}

export type KalenderRefusal =
  | ActRefusal
  | ({ readonly kind: "veld" } & Extract<KalenderCheck, { readonly ok: false }>["error"]);

/** Days off, or days of school after all; the rounds that stand on a day off stay, and who prepares them is told. */
export function setSchooldagen(
  act: Act,
  schoolId: string,
  form: KalenderForm,
): Promise<Result<KalenderGezet, KalenderRefusal>> {
  const { actor, world } = act;
  return perform<KalenderGezet, KalenderRefusal>(act, async (tx, save) => {
    const before = await loadKalender(tx, schoolId);
    if (!before || !seeSchoolkalender(before, actor)) return refuse({ kind: "onzichtbaar" });
    await lockPlanning(tx, before.sztId);
    const facts = await loadKalender(tx, schoolId);
    if (!facts) return refuse({ kind: "onzichtbaar" });
    const checked = checkKalender(form, facts.cal, facts.vandaag);
    if (!checked.ok) return refuse({ kind: "veld", ...checked.error });
    const { dagen } = checked;
    await changeDays(tx, schoolId, { soort: form.soort, dagen });
    const termijnen = await recountTerms(tx, world, schoolId);
    await recordEvent(tx, {
      soort: "schoolkalender_gewijzigd",
      sztId: facts.sztId,
      gegevens: { soort: form.soort, dagen: dagen.length, termijnen },
    });
    const closed = await tellClosedRondes(tx, schoolId);
    await save([...closed, ...(await refreshedPlanning(tx, facts, { dagen, feit: act.press }))]);
    return ok({ dagen: dagen.length, termijnen, rondes: new Set(closed.map((one) => one.onderwerpId)).size });
  });
}

/** First what said the opposite goes; what a holiday or nothing at all still says otherwise is then said here. */
async function changeDays(
  tx: Tx,
  schoolId: string,
  { soort, dagen }: Pick<KalenderForm, "soort"> & { readonly dagen: readonly Temporal.PlainDate[] },
): Promise<void> {
  await dropDagen(tx, schoolId, { soort: soort === "vrij" ? "les" : "vrij", dagen });
  const cal = await schoolCalendar(tx, schoolId);
  await addDagen(tx, schoolId, {
    soort,
    dagen: dagen.filter((day) => isSchooldag(day, cal) === (soort === "vrij")),
  });
}

/** The year plan looks other, and so does each round on one of these days; who was told of it has a card of its own. */
async function refreshedPlanning(
  tx: Tx,
  { sztId, vandaag }: KalenderFacts,
  { dagen, feit }: { readonly dagen: readonly Temporal.PlainDate[]; readonly feit: string },
): Promise<readonly Notice[]> {
  const plan = await lastJaarplanOf(tx, sztId);
  const rondes = await rondesById(tx, await plannedRondesOf(tx, sztId, vandaag));
  const notices: Notice[] = plan ? [...(await refreshAbout(tx, "jaarplan", plan, { feit }))] : [];
  for (const ronde of rondes.filter(({ datum }) => dagen.some((day) => day.equals(datum))))
    notices.push(...(await refreshRonde(tx, ronde, { feit })));
  return notices;
}

async function loadKalender(tx: Tx, schoolId: string): Promise<KalenderFacts | null> {
  const [school] = await schoolsById(tx, new Set([schoolId]));
  if (!school) return null;
  return {
    schoolId,
    sztId: school.sztId,
    school: school.naam,
    cal: await schoolCalendar(tx, schoolId),
    vandaag: todayIn(tx.now),
  };
}
