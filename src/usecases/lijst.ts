import type { Lijst } from "#database/message.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/**
 * Puts a list of one person below in the own chat, as a message that we know: an answer of the moment would go on
 * showing what is withdrawn or erased later.
 */
export async function showLijst(
  world: World,
  actor: Actor,
  { lijst, occasion }: { readonly lijst: Lijst; readonly occasion: string },
): Promise<void> {
  const { persoonId } = actor;
  await world.database.transact(scopeOf(actor), async (tx) => {
    await send(world, tx, [
      {
        soort: `${lijst}_getoond`,
        aan: { persoonId },
        onderwerpId: persoonId,
        sztId: null,
        sleutel: `${lijst}_getoond:${persoonId}:${occasion}`,
      },
    ]);
  });
}
