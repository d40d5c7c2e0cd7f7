import type { Kandidaat } from "#database/bewaartermijn.ts";
import { loadDossier } from "#database/dossier.ts";
import type { Tx } from "#database/pool.ts";
import { leftWithoutGround } from "#domain/grondslag-weg.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "./world.ts";

/**
 * Decided again before anything is announced or erased because the ground went away: what rests on a ground today, or
 * cannot be read today, is not counted as without one.
 */
export async function decidedAgain(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  kandidaat: Kandidaat,
): Promise<Kandidaat> {
  const { feit, id } = kandidaat;
  if (!feit.grondslagWegOp) return kandidaat;
  const dossier = await loadDossier(tx, keys, id);
  const left = dossier && leftWithoutGround(dossier, todayIn(tx.now));
  return left ? kandidaat : { ...kandidaat, feit: { ...feit, grondslagWegOp: null } };
}
