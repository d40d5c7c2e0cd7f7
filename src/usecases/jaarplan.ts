/** The overlegrondes of one school year: proposed from a rhythm, confirmed whole or in part, and ended. */
import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import {
  bezetOf,
  dropProposal,
  fixJaarplanRonde,
  insertJaarplan,
  insertJaarplanRonde,
  type JaarplanAt,
  jaarplanById,
  lastJaarplanOf,
  lockPlanning,
  rondedagenOf,
  setJaarplanDag,
  skipJaarplanRonde,
  touchJaarplan,
} from "#database/jaarplan.ts";
import { calendarsOfSzt, type SchoolKalender } from "#database/kalender.ts";
import type { Tx } from "#database/pool.ts";
import { type Afwijking, planJaar } from "#domain/jaarplan.ts";
import {
  checkRitme,
  type Jaarbereik,
  jaarbereik,
  type RitmeForm,
  type RitmeProblemen,
} from "#domain/jaarplan-form.ts";
import {
  type JaarplanAct,
  type JaarplanFacts,
  type JaarplanFeit,
  type JaarplanGezien,
  lastDayOf,
  seeJaarplan,
} from "#domain/jaarplan-view.ts";
import type { Notice } from "#domain/notice.ts";
import { usuallyInvited } from "#domain/overlegronde.ts";
import { weekStart } from "#domain/planning.ts";
import { chairOrElse, checkPlan, type DagProbleem, dayProblem, plansFor } from "#domain/ronde-plan.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { placeWaiting } from "./adviesvraag-ronde.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import { callOff, makeRonde, overlapOf } from "./overlegronde.ts";
import { loadRonde } from "./round-load.ts";
import { refreshRonde } from "./round-notice.ts";
import { refreshedLast } from "./verslag-notice.ts";
import { linkVanzelf, ok, type Result, refuse, type World } from "./world.ts";

export type JaarplanRefusal = ActRefusal | { readonly kind: "kan_niet" };

/** What the form of the rhythm begins with; null for who does not plan for this SZT. */
export interface RitmeStart {
  readonly scholen: readonly string[];
  readonly vorig: JaarplanFeit | null;
  /** The school years that can be planned, the usual one first. */
  readonly jaren: readonly number[];
}

export async function ritmeForm(world: World, actor: Actor, sztId: string): Promise<RitmeStart | null> {
  if (!plansFor(actor).includes(sztId)) return null;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const calendars = await calendarsOfSzt(tx, sztId);
    return {
      scholen: calendars.map(({ school }) => school),
      vorig: await lastJaarplanOf(tx, sztId),
      jaren: jaarbereik(calsOf(calendars), todayIn(tx.now)).map(({ schooljaar }) => schooljaar),
    };
  });
}

/** A proposal takes the place of the one before it that was not confirmed. Only who plans sees it. */
export function proposeJaarplan(
  act: Act,
  sztId: string,
  form: RitmeForm,
): Promise<Result<{ id: string }, ActRefusal | { kind: "velden"; problemen: RitmeProblemen }>> {
  const { actor, world } = act;
  return perform<{ id: string }, ActRefusal | { kind: "velden"; problemen: RitmeProblemen }>(
    act,
    async (tx, save) => {
      if (!plansFor(actor).includes(sztId)) return refuse({ kind: "onzichtbaar" });
      await lockPlanning(tx, sztId);
      const calendars = calsOf(await calendarsOfSzt(tx, sztId));
      const checked = checkRitme(form, jaarbereik(calendars, todayIn(tx.now)), {
        linkVanzelf: linkVanzelf(world),
      });
      if (!checked.ok) return refuse({ kind: "velden", problemen: checked.error });
      const { bereik, deelnameLink } = checked.value;
      const dropped = await dropProposal(tx, sztId);
      const plan = { id: act.press, sztId, schooljaar: bereik.schooljaar, ...form.ritme, deelnameLink };
      await insertJaarplan(tx, { ...plan, gemaaktDoor: actor.persoonId });
      const days = await plannedDays(tx, { sztId, form, bereik, calendars });
      for (const { datum, afwijking } of days)
        await insertJaarplanRonde(tx, plan, { id: world.chance.uuid(), datum, ...reasonOf(afwijking) });
      await recordEvent(tx, {
        soort: "jaarplan_voorgesteld",
        sztId,
        gegevens: { schooljaar: bereik.schooljaar, rondes: days.length },
      });
      await save([
        ...(dropped ? await refreshAbout(tx, "jaarplan", { id: dropped, sztId }, { feit: act.press }) : []),
        ...tellAbout("jaarplan_voorgesteld", plan, { personen: [actor.persoonId], feit: act.press }),
      ]);
      return ok({ id: plan.id });
    },
  );
}

/** Not in a week in which the SZT has a round already: that one stands. */
async function plannedDays(
  tx: Tx,
  {
    sztId,
    form: { ritme },
    bereik,
    calendars,
  }: {
    readonly sztId: string;
    readonly form: RitmeForm;
    readonly bereik: Jaarbereik;
    readonly calendars: JaarplanFacts["calendars"];
  },
) {
  const { van, tot } = bereik;
  const had = await rondedagenOf(tx, sztId, van.subtract({ weeks: 16 }));
  const vorige = had.findLast((day) => Temporal.PlainDate.compare(day, van) < 0) ?? null;
  const taken = new Set(had.map((day) => weekStart(day).toString()));
  const team = usuallyInvited(await teamOf(tx, sztId), van).map(({ persoonId }) => persoonId);
  const bezet = await bezetOf(tx, team, { from: van, until: tot });
  return planJaar({ ritme, van, tot, vorige, calendars, bezet }).filter(
    ({ datum }) => !taken.has(weekStart(datum).toString()),
  );
}

function reasonOf(afwijking: Afwijking | null) {
  return {
    afwijking: afwijking?.reden ?? null,
    afwijkingDag: afwijking && "dag" in afwijking ? afwijking.dag : null,
  };
}

/** Whole, or only the rounds that were chosen; the others are left out of the year. */
export function confirmJaarplan(
  act: Act,
  at: JaarplanAt,
  keep: ReadonlySet<string> | "alle",
): Promise<Result<{ rondes: number; overgeslagen: number }, JaarplanRefusal>> {
  return withJaarplan(act, at, keep === "alle" ? "vaststellen" : "kiezen", async ({ tx, facts, save }) => {
    const { plan, calendars } = facts;
    if (!(await touchJaarplan(tx, at, "vast"))) return refuse({ kind: "verouderd" });
    const made: { readonly personen: readonly string[] }[] = [];
    for (const ronde of plan.rondes) {
      const planned =
        keep === "alle" || keep.has(ronde.id) ? plannedRonde(act, facts, ronde.datum, tx.now) : null;
      // Planned by hand since the proposal was made: that one stands.
      if (!planned || (await overlapOf(tx, plan.sztId, planned.form))) {
        await skipJaarplanRonde(tx, ronde.id);
        continue;
      }
      const id = act.world.chance.uuid();
      await makeRonde(tx, act, { id, sztId: plan.sztId, ...planned, calendars });
      await fixJaarplanRonde(tx, ronde.id, id);
      made.push({ personen: planned.planned.deelnemers.map(({ persoonId }) => persoonId) });
    }
    if (made.length === 0) return refuse({ kind: "kan_niet" });
    const gegevens = { rondes: made.length, overgeslagen: plan.rondes.length - made.length };
    await recordEvent(tx, {
      soort: "jaarplan_vastgesteld",
      sztId: plan.sztId,
      gegevens: { schooljaar: plan.schooljaar, ...gegevens },
    });
    const personen = made.flatMap((one) => one.personen);
    await save([
      ...tellAbout("jaarplan_vastgesteld", plan, { personen, feit: `v${at.versie + 1}` }),
      ...(await placeWaiting(tx, act.world, plan.sztId)),
      ...(await refreshedLast(tx, plan.sztId, `${plan.id}v${at.versie + 1}`)),
    ]);
    return ok(gegevens);
  });
}

/** The round on one day of the plan; null when it can no longer be held then. */
function plannedRonde(
  { actor, world }: Pick<Act, "actor" | "world">,
  { plan, team, calendars }: JaarplanFacts,
  datum: Temporal.PlainDate,
  now: Temporal.Instant,
) {
  const form = {
    datum,
    begin: plan.begin,
    duurMinuten: plan.duurMinuten,
    plaats: plan.plaats,
    deelnameLink: plan.deelnameLink ?? "",
    deelnemers: usuallyInvited(team, datum).map(({ persoonId }) => persoonId),
    voorzitterId: chairOrElse(team, datum, actor.persoonId),
  };
  const checked = checkPlan(form, {
    linkVanzelf: linkVanzelf(world),
    team,
    calendars,
    now,
    plannerId: actor.persoonId,
    uiterlijk: lastDayOf(plan),
  });
  return checked.ok ? { form, planned: checked.value } : null;
}

export type DagRefusal =
  | JaarplanRefusal
  | {
      readonly kind: "dag";
      readonly fout: DagProbleem | { readonly kind: "dubbel" };
    };

/** Another day for one round of a proposal. */
export function chooseDag(
  act: Act,
  at: JaarplanAt,
  { rondeId, datum }: { readonly rondeId: string; readonly datum: Temporal.PlainDate },
): Promise<Result<true, DagRefusal>> {
  return withJaarplan<true, DagRefusal>(act, at, "dag_kiezen", async ({ tx, facts, save }) => {
    const { plan, calendars } = facts;
    const ronde = plan.rondes.find(({ id }) => id === rondeId);
    if (!ronde) return refuse({ kind: "kan_niet" });
    const when = { datum, begin: plan.begin };
    const fout = dayProblem(when, { calendars, now: tx.now, uiterlijk: lastDayOf(plan) });
    if (fout) return refuse({ kind: "dag", fout });
    const others = plan.rondes.filter(({ id }) => id !== rondeId).map((other) => other.datum);
    const planned = await rondedagenOf(tx, plan.sztId, datum);
    if ([...others, ...planned].some((day) => day.equals(datum)))
      return refuse({ kind: "dag", fout: { kind: "dubbel" } });
    if (!(await touchJaarplan(tx, at)) || !(await setJaarplanDag(tx, rondeId, datum)))
      return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "jaarplan_dag_gekozen",
      sztId: plan.sztId,
      gegevens: { van: ronde.datum.toString(), naar: datum.toString() },
    });
    await save(await refreshAbout(tx, "jaarplan", plan, { feit: `v${at.versie + 1}` }));
    return ok(true);
  });
}

/** The rounds that are still to come are not held; what stood on their agendas waits for another round. */
export function stopJaarplan(act: Act, at: JaarplanAt): Promise<Result<{ rondes: number }, JaarplanRefusal>> {
  return withJaarplan(act, at, "stoppen", async ({ tx, facts, save }) => {
    const { plan } = facts;
    if (!(await touchJaarplan(tx, at, "gestopt"))) return refuse({ kind: "verouderd" });
    const notices: Notice[] = [];
    const personen = new Set<string>([act.actor.persoonId]);
    let rondes = 0;
    for (const { rondeId } of plan.rondes) {
      const loaded = rondeId ? await loadRonde(tx, act.world.keys, rondeId) : null;
      const toCome = loaded && Temporal.PlainDate.compare(loaded.ronde.datum, facts.vandaag) >= 0;
      const off = toCome && loaded.ronde.status === "gepland" ? await callOff(tx, act, loaded) : null;
      if (!off || !loaded) continue;
      rondes += 1;
      for (const { persoonId } of loaded.ronde.deelnemers) personen.add(persoonId);
      notices.push(...off, ...(await refreshRonde(tx, loaded.ronde, { feit: `gestopt${at.versie}` })));
    }
    await recordEvent(tx, {
      soort: "jaarplan_gestopt",
      sztId: plan.sztId,
      gegevens: { schooljaar: plan.schooljaar, rondes },
    });
    const feit = `v${at.versie + 1}`;
    await save([
      ...notices,
      ...tellAbout("jaarplan_gestopt", plan, { personen: [...personen], feit }),
      ...(await refreshedLast(tx, plan.sztId, `${plan.id}${feit}`)),
    ]);
    return ok({ rondes });
  });
}

/** The plan that this person can see, or null. */
export async function drawJaarplan(world: World, actor: Actor, id: string): Promise<JaarplanGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const facts = await loadJaarplan(tx, id);
    return facts && seeJaarplan(facts, actor);
  });
}

/** Puts the card of a plan below in the chat, from a button on another card. */
export function showJaarplan(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const facts = await loadJaarplan(tx, id);
    const gezien = facts && seeJaarplan(facts, act.actor);
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    const personen = [act.actor.persoonId];
    await save(tellAbout("jaarplan_getoond", gezien, { personen, feit: act.press }));
    return ok(true);
  });
}

/** The last plan of each SZT of this person that is there to be seen. */
export async function myJaarplannen(world: World, actor: Actor): Promise<readonly JaarplanGezien[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found: JaarplanGezien[] = [];
    for (const sztId of new Set(actor.lidmaatschappen.map((lid) => lid.sztId))) {
      const last = await lastJaarplanOf(tx, sztId);
      const facts = last && (await loadJaarplan(tx, last.id));
      const gezien = facts && seeJaarplan(facts, actor);
      if (gezien) found.push(gezien);
    }
    return found;
  });
}

interface OpenJaarplan {
  readonly tx: Tx;
  readonly facts: JaarplanFacts;
  readonly save: (notices: readonly Notice[]) => Promise<void>;
}

function withJaarplan<T, E = never>(
  act: Act,
  at: JaarplanAt,
  wanted: JaarplanAct,
  run: (open: OpenJaarplan) => Promise<Result<T, E | JaarplanRefusal>>,
): Promise<Result<T, E | JaarplanRefusal>> {
  return perform<T, E | JaarplanRefusal>(act, async (tx, save) => {
    const before = await jaarplanById(tx, at.id);
    if (before) await lockPlanning(tx, before.sztId);
    const facts = before && (await loadJaarplan(tx, at.id));
    const gezien = facts && seeJaarplan(facts, act.actor);
    if (!facts || !gezien) return refuse({ kind: "onzichtbaar" });
    if (facts.plan.versie !== at.versie) return refuse({ kind: "verouderd" });
    if (!gezien.mag.has(wanted)) return refuse({ kind: "kan_niet" });
    return run({ tx, facts, save });
  });
}

async function loadJaarplan(tx: Tx, id: string): Promise<JaarplanFacts | null> {
  const plan = await jaarplanById(tx, id);
  if (!plan) return null;
  const calendars = await calendarsOfSzt(tx, plan.sztId);
  const team = await teamOf(tx, plan.sztId);
  const days = plan.rondes.map(({ datum }) => datum).toSorted(Temporal.PlainDate.compare);
  const [from] = days;
  const until = days.at(-1);
  const wide = { weeks: 10 };
  return {
    plan,
    scholen: calendars.map(({ school }) => school),
    team,
    calendars: calsOf(calendars),
    bezet:
      from && until
        ? await bezetOf(
            tx,
            team.map(({ persoonId }) => persoonId),
            { from: from.subtract(wide), until: until.add(wide) },
          )
        : [],
    vandaag: todayIn(tx.now),
  };
}

const calsOf = (kalenders: readonly SchoolKalender[]) => kalenders.map(({ cal }) => cal);
