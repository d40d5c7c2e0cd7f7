/** Every few minutes: did all that should have gone out go, and does everybody have a bundle to come? */
import { type Controle, lastControle, overdue, saveControle, withoutBundle } from "#database/controle.ts";
import { forgetRuimte } from "#database/zendruimte.ts";
import { taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { planNext } from "./dagbericht-timer.ts";
import type { World } from "./world.ts";

export type { Controle } from "#database/controle.ts";

export const controleMinuten = 5;
/** Later than this something that was due is missed: a run of the courier and a pause of Teams fit in it. */
const lateMinutes = 15;
/** Longest that any limit of Teams looks back. */
const roomHours = 1;

/** What is missed is only told; a chain of bundles that broke is mended. Run by two instances it does no harm. */
export async function controleer(world: World): Promise<Pick<Controle, "gemist" | "hersteld">> {
  const found = await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    let hersteld = 0;
    for (const persoonId of await withoutBundle(tx, todayIn(tx.now)))
      if (await planNext(tx, world, persoonId)) hersteld += 1;
    const gemist = await overdue(tx, tx.now.subtract({ minutes: lateMinutes }));
    await saveControle(tx, { gemist, hersteld });
    return { gemist, hersteld };
  });
  await world.database.transact(taskScope(world.swvId, "koerier"), (tx) =>
    forgetRuimte(tx, tx.now.subtract({ hours: roomHours })),
  );
  if (found.hersteld > 0) world.log("error", { code: "dagbericht_hersteld", count: found.hersteld });
  if (found.gemist > 0) world.log("warning", { code: "controle_gemist", count: found.gemist });
  return found;
}

/** When nobody of all instances looked for so many minutes; a clock that was set back begins anew. */
export async function controleerOpTijd(world: World): Promise<void> {
  const last = await laatsteControle(world);
  const since = last ? last.op.until(world.clock.now()).total("minutes") : controleMinuten;
  if (since < 0 || since >= controleMinuten) await controleer(world);
}

/** The last time that it was looked at; null before the first. */
export function laatsteControle(world: World): Promise<Controle | null> {
  return world.database.transact(taskScope(world.swvId, "wekker"), lastControle);
}
