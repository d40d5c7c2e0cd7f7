import { actorById } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import {
  digestEvaluaties,
  digestInzet,
  digestRondes,
  digestSettings,
  digestTeam,
  directeurenFrom,
  ensureWeekbericht,
  ledBy,
  weekberichtById,
} from "#database/weekbericht.ts";
import { type WeekberichtGezien, weekDigest } from "#domain/digest.ts";
import { nextDigestMoment, weekStart } from "#domain/planning.ts";
import { type Actor, hasFunctie, scopeOf, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** How far the digest looks back and ahead from its Monday; weekDigest asks for at least this. */
const reach = { back: { weeks: 4 }, ahead: { weeks: 9 } } as const;

/** Everyone who leads a school has a timer for the next digest. Called when Zorgronde starts and after set-up. */
export async function ensureWeeklyTimers(tx: Tx, world: Pick<World, "chance">): Promise<void> {
  for (const persoonId of await directeurenFrom(tx, todayIn(tx.now))) await setNext(tx, world, persoonId);
}

async function setNext(tx: Tx, world: Pick<World, "chance">, persoonId: string): Promise<void> {
  const op = nextDigestMoment(tx.now);
  await setTimer(tx, world.chance.uuid(), {
    soort: "weekbericht",
    onderwerpId: persoonId,
    op,
    sleutel: `weekbericht:${persoonId}:${weekStart(todayIn(op))}`,
  });
}

/** One digest, and the timer of the next. After days without power the weeks that were missed are not made up for. */
export async function sendWeekbericht(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const persoonId = timer.onderwerpId;
  const today = todayIn(tx.now);
  if (!(await directeurenFrom(tx, today)).includes(persoonId)) return;
  await setNext(tx, world, persoonId);
  const actor = await actorById(tx, persoonId, today);
  if (!actor || !leadsSchool(actor)) return;
  const id = await ensureWeekbericht(tx, { id: world.chance.uuid(), persoonId, week: weekStart(today) });
  await send(world, tx, [
    { soort: "weekbericht", aan: { persoonId }, onderwerpId: id, sztId: null, sleutel: `weekbericht:${id}` },
  ]);
}

function leadsSchool(actor: Actor): boolean {
  return hasFunctie(actor, ["directeur"]);
}

/** The digest of this week on request; null for who leads no school. */
export async function latestWeekbericht(world: World, actor: Actor): Promise<string | null> {
  if (!leadsSchool(actor)) return null;
  return world.database.transact(scopeOf(actor), (tx) =>
    ensureWeekbericht(tx, {
      id: world.chance.uuid(),
      persoonId: actor.persoonId,
      week: weekStart(todayIn(tx.now)),
    }),
  );
}

/**
 * Reads the digest as the digest login, which cannot reach a hulpvraag. Null for everybody else than its reader, and
 * when that person leads no school any more.
 */
export async function seeWeekbericht(
  world: World,
  actor: Actor,
  id: string,
): Promise<WeekberichtGezien | null> {
  return world.digest.transact(taskScope(world.swvId, "weekbericht"), async (tx) => {
    const row = await weekberichtById(tx, id);
    if (row?.persoonId !== actor.persoonId) return null;
    const { week } = row;
    const szts = await ledBy(tx, actor.persoonId, todayIn(tx.now));
    const settings = await digestSettings(tx);
    const teams: WeekberichtGezien["teams"][number][] = [];
    for (const { sztId, naam } of szts) {
      const rondes = await digestRondes(tx, sztId, {
        from: week.subtract(reach.back),
        until: week.add(reach.ahead),
      });
      const digest = weekDigest({
        ...{ maandag: week, rondes, settings },
        team: await digestTeam(tx, sztId),
        inzet: await digestInzet(tx, sztId),
        evaluaties: await digestEvaluaties(tx, sztId, week),
      });
      teams.push({ naam, digest });
    }
    return teams.length === 0 ? null : { week, teams };
  });
}
