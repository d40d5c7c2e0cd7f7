/** Who has the regie, of every hulpvraag that somebody may know of (000: for many it was not clear). */
import { loadDossier } from "#database/dossier.ts";
import { heldHulpvragen } from "#database/hulpvraag.ts";
import { standingLists } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import { type HulpvraagGezien, lateIn } from "#domain/hulpvraag-view.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { showLijst } from "./lijst.ts";
import type { World } from "./world.ts";

/** As many as are looked at: who serves more schools is shown those that are held longest. */
const most = 60;

/** With what is late first, then the longest held. The list names no pupil. */
export async function regieVan(world: World, actor: Actor): Promise<readonly HulpvraagGezien[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const seen: HulpvraagGezien[] = [];
    for (const id of await heldHulpvragen(tx, tx.scope.kind === "persoon" ? tx.scope.sztIds : [], most)) {
      const dossier = await loadDossier(tx, world.keys, id);
      const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
      if (gezien?.regierol) seen.push(gezien);
    }
    return seen.toSorted((one, other) => lateIn(other) - lateIn(one));
  });
}

export function showRegie(world: World, actor: Actor, occasion: string): Promise<void> {
  return showLijst(world, actor, { lijst: "regie", occasion });
}

/** The regierol went over: lists that stand say so. */
export async function refreshedRegie(
  tx: Tx,
  { id, sztId, feit }: { readonly id: string; readonly sztId: string; readonly feit: string },
): Promise<readonly Notice[]> {
  const lists = await standingLists(tx, id);
  return lists
    .filter(({ soort }) => soort === "regie")
    .map(({ persoonId }) => ({
      soort: "regie_ververst",
      aan: { persoonId },
      onderwerpId: persoonId,
      sztId,
      sleutel: `regie_ververst:${persoonId}:${id}:${feit}`,
    }));
}
