import { teamOf } from "#database/dossier.ts";
import { rondedagenOf } from "#database/jaarplan.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import { momentprikById, runningMomentprik, runningMomentprikken } from "#database/momentprik.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { type MomentprikFacts, type MomentprikGezien, seeMomentprik } from "#domain/momentprik-view.ts";
import { canTakePart, usuallyInvited } from "#domain/overlegronde.ts";
import { plansFor } from "#domain/ronde-plan.ts";
import { addSchooldagen } from "#domain/schooldag.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { tellAbout } from "./notice-about.ts";
import { viewRonde } from "./round-load.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Null when it is not there or out of reach. */
export async function loadMomentprik(tx: Tx, id: string): Promise<MomentprikFacts | null> {
  const prik = await momentprikById(tx, id);
  if (!prik) return null;
  const [ronde = null] = prik.rondeId ? await rondesById(tx, [prik.rondeId]) : [];
  return { prik, ronde, ...(await aroundMomentprik(tx, prik.sztId, ronde)), now: tx.now };
}

/** What says whether a moment can be. The day of the round that gets another moment is free for it. */
export async function aroundMomentprik(
  tx: Tx,
  sztId: string,
  ronde: { readonly datum: Temporal.PlainDate } | null,
) {
  const kalenders = await calendarsOfSzt(tx, sztId);
  const days = await rondedagenOf(tx, sztId, todayIn(tx.now));
  const own = ronde ? days.findIndex((day) => day.equals(ronde.datum)) : -1;
  return {
    scholen: kalenders.map(({ school }) => school),
    calendars: kalenders.map(({ cal }) => cal),
    team: await teamOf(tx, sztId),
    rondedagen: days.filter((_, index) => index !== own),
  };
}

/** As this person sees it, or null. */
export async function drawMomentprik(
  world: World,
  actor: Actor,
  id: string,
): Promise<MomentprikGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const facts = await loadMomentprik(tx, id);
    return facts && seeMomentprik(facts, actor);
  });
}

/** Puts its card below in the chat, from a button on another card. */
export function showMomentprik(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const facts = await loadMomentprik(tx, id);
    const gezien = facts && seeMomentprik(facts, act.actor);
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    await save(tellAbout("momentprik_getoond", gezien, { personen: [act.actor.persoonId], feit: act.press }));
    return ok(true);
  });
}

/** All that go on and that this person is asked in or decides on. */
export async function myMomentprikken(world: World, actor: Actor): Promise<readonly MomentprikGezien[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found: MomentprikGezien[] = [];
    for (const id of await runningMomentprikken(tx)) {
      const facts = await loadMomentprik(tx, id);
      const gezien = facts && seeMomentprik(facts, actor);
      if (gezien) found.push(gezien);
    }
    return found;
  });
}

/** What the form begins with. */
export interface MomentprikStart {
  readonly scholen: readonly string[];
  readonly begin: Temporal.PlainTime;
  readonly uiterlijk: Temporal.PlainDate;
  /** For a new round. */
  readonly nieuw: {
    readonly team: readonly TeamlidFeit[];
    readonly deelnemers: readonly string[];
  } | null;
  /** One goes on already. */
  readonly loopt: string | null;
}

/** Long enough to ask everybody once, part-time days and all. */
const usualDays = 3;
const usualBegin = Temporal.PlainTime.from("13:30");

/** Null for who does not plan for this SZT. */
export async function nieuwMomentprikForm(
  world: World,
  actor: Actor,
  sztId: string,
): Promise<MomentprikStart | null> {
  if (!plansFor(actor).includes(sztId)) return null;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const { team, ...start } = await startOf(tx, { sztId, begin: usualBegin });
    const today = todayIn(tx.now);
    const deelnemers = usuallyInvited(team, today).map(({ persoonId }) => persoonId);
    const loopt = await runningMomentprik(tx, { sztId });
    return { ...start, nieuw: { team: canTakePart(team, today), deelnemers }, loopt };
  });
}

/** To give a round another moment; null for who may not. */
export async function verzetMomentprikForm(
  world: World,
  actor: Actor,
  rondeId: string,
): Promise<(MomentprikStart & { readonly versie: number }) | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const ronde = await viewRonde(tx, world.keys, actor, rondeId);
    if (!ronde?.mag.has("wijzigen")) return null;
    const { team: _, ...start } = await startOf(tx, ronde);
    return { ...start, nieuw: null, loopt: await runningMomentprik(tx, { rondeId }), versie: ronde.versie };
  });
}

async function startOf(
  tx: Tx,
  { sztId, begin }: { readonly sztId: string; readonly begin: Temporal.PlainTime },
) {
  const { scholen, calendars, team } = await aroundMomentprik(tx, sztId, null);
  const [cal] = calendars;
  const today = todayIn(tx.now);
  return { scholen, team, begin, uiterlijk: cal ? addSchooldagen(today, usualDays, cal) : today };
}
