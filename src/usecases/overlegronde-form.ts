import { teamOf } from "#database/dossier.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { RondeFeit, TeamlidFeit } from "#domain/dossier.ts";
import { canTakePart, usuallyInvited } from "#domain/overlegronde.ts";
import { chairOrElse, plansFor } from "#domain/ronde-plan.ts";
import { addSchooldagen } from "#domain/schooldag.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { viewRonde } from "./round-load.ts";
import type { World } from "./world.ts";

/** What the form to plan a round begins with. */
export interface PlanForm {
  readonly scholen: readonly string[];
  readonly team: readonly TeamlidFeit[];
  readonly deelnemers: readonly string[];
  readonly voorzitterId: string;
  readonly datum: Temporal.PlainDate;
}

/** Far enough ahead that people can be asked (000 §3.1: hulpvragen ten schooldagen before). */
const usualAhead = 10;

/** Null for who does not plan for this SZT. */
export async function planForm(world: World, actor: Actor, sztId: string): Promise<PlanForm | null> {
  if (!plansFor(actor).includes(sztId)) return null;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const calendars = await calendarsOfSzt(tx, sztId);
    const today = todayIn(tx.now);
    const [first] = calendars;
    const datum = first ? addSchooldagen(today, usualAhead, first.cal) : today;
    const team = await teamOf(tx, sztId);
    return {
      scholen: calendars.map(({ school }) => school),
      team: canTakePart(team, datum),
      deelnemers: usuallyInvited(team, datum).map(({ persoonId }) => persoonId),
      voorzitterId: chairOrElse(team, datum, actor.persoonId),
      datum,
    };
  });
}

/** The round as it stands, to be changed; null for who may not. */
export async function moveForm(
  world: World,
  actor: Actor,
  rondeId: string,
): Promise<{
  readonly ronde: RondeFeit;
  readonly scholen: readonly string[];
  readonly team: readonly TeamlidFeit[];
} | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const gezien = await viewRonde(tx, world.keys, actor, rondeId);
    const [ronde] = gezien?.mag.has("wijzigen") ? await rondesById(tx, [rondeId]) : [];
    if (!gezien || !ronde) return null;
    return { ronde, scholen: gezien.scholen, team: await peopleOf(tx, ronde) };
  });
}

/** Who is there on its day; of a day that is over it is who is there now, because it gets another day. */
async function peopleOf(tx: Tx, { sztId, datum }: RondeFeit): Promise<readonly TeamlidFeit[]> {
  const today = todayIn(tx.now);
  const day = Temporal.PlainDate.compare(datum, today) < 0 ? today : datum;
  return canTakePart(await teamOf(tx, sztId), day);
}
