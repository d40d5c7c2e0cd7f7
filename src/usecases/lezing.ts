import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { Leesweg } from "#domain/gebeurtenis.ts";
import type { Gelezen, Lezing } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { World } from "./world.ts";

interface Hoe {
  readonly via: Leesweg;
  /** Who was brought it, when a work did that. */
  readonly persoonId?: string;
}

/** One line a hulpvraag of which a name or text was shown, and one an adviesvraag. */
export async function recordLezingen(tx: Tx, lezingen: readonly Gelezen[], how: Hoe): Promise<void> {
  const { via, ...who } = how;
  for (const one of lezingen.filter(shows)) {
    if ("adviesvraag" in one) {
      const { sztId } = one;
      await recordEvent(tx, {
        soort: "adviesvraag_gelezen",
        sztId,
        grondslag: "anoniem",
        ...who,
        gegevens: { via },
      });
    } else await recordLezing(tx, one, how);
  }
}

async function recordLezing(
  tx: Tx,
  { hulpvraagId, sztId, zaak, naam, wat, grondslag, als }: Lezing,
  { via, ...who }: Hoe,
): Promise<void> {
  await recordEvent(tx, {
    soort: "gelezen",
    sztId,
    ...(zaak ? { zaak } : await zaakOf(tx, hulpvraagId)),
    ...(grondslag ? { grondslag } : {}),
    ...who,
    gegevens: { naam, wat, via, ...(als ? { als } : {}) },
  });
}

const shows = (one: Gelezen): boolean => "adviesvraag" in one || one.naam || one.wat;

/** For what was drawn for somebody who pressed or asked: it is logged before it is handed over. */
export async function logLezingen(world: World, actor: Actor, lezingen: readonly Gelezen[]): Promise<void> {
  if (!lezingen.some(shows)) return;
  await world.database.transact(scopeOf(actor), (tx) => recordLezingen(tx, lezingen, { via: "kaart" }));
}
