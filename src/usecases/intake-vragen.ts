import { teamOf } from "#database/dossier.ts";
import { sztNames } from "#database/school.ts";
import { type Functie, ibFuncties } from "#domain/code.ts";
import { activeOn } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "./world.ts";

export interface Vraagbaak {
  readonly szt: string;
  readonly ibs: readonly string[];
}

/** Per SZT of this person the ib's and coo's to go to; empty for who has no team around pupils. */
export async function whoToAsk(world: World, actor: Actor): Promise<readonly Vraagbaak[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found: Vraagbaak[] = [];
    for (const { id, naam } of await sztNames(tx, tx.scope.kind === "persoon" ? tx.scope.sztIds : [])) {
      const team = (await teamOf(tx, id)).filter((lid) => activeOn(lid, todayIn(tx.now)));
      found.push({ szt: naam, ibs: team.filter(({ functie }) => isIb(functie)).map((lid) => lid.naam) });
    }
    return found;
  });
}

function isIb(functie: Functie): boolean {
  return ibFuncties.some((one) => one === functie);
}
