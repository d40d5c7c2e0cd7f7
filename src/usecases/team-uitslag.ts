import { lastCounted } from "#database/evaluatie.ts";
import type { EvaluatieUitslag } from "#domain/evaluatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seenEvaluatie } from "./evaluatie.ts";
import type { World } from "./world.ts";

/** The newest outcome of this team, where there is one that may be told. */
export function lastOf(
  world: World,
  actor: Actor,
  sztId: string,
): Promise<{ readonly uitslag: EvaluatieUitslag | null; readonly vorige: number | null }> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const feit = await lastCounted(tx, sztId);
    const gezien = feit && (await seenEvaluatie(tx, feit, null));
    return { uitslag: gezien?.uitslag ?? null, vorige: gezien?.vorige ?? null };
  });
}
