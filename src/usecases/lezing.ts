import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { Leesweg } from "#domain/gebeurtenis.ts";
import type { Lezing } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { World } from "./world.ts";

/** One line a hulpvraag of which a name or text was shown. `persoonId`: who was brought it, when a work did that. */
export async function recordLezingen(
  tx: Tx,
  lezingen: readonly Lezing[],
  how: { readonly via: Leesweg; readonly persoonId?: string },
): Promise<void> {
  const { via, ...who } = how;
  for (const { hulpvraagId, sztId, zaak, naam, wat, grondslag, als } of lezingen) {
    if (!naam && !wat) continue;
    await recordEvent(tx, {
      soort: "gelezen",
      sztId,
      ...(zaak ? { zaak } : await zaakOf(tx, hulpvraagId)),
      ...(grondslag ? { grondslag } : {}),
      ...who,
      gegevens: { naam, wat, via, ...(als ? { als } : {}) },
    });
  }
}

/** For what was drawn for somebody who pressed or asked: it is logged before it is handed over. */
export async function logLezingen(world: World, actor: Actor, lezingen: readonly Lezing[]): Promise<void> {
  if (!lezingen.some(({ naam, wat }) => naam || wat)) return;
  await world.database.transact(scopeOf(actor), (tx) => recordLezingen(tx, lezingen, { via: "kaart" }));
}
