import { bereikFeiten } from "#database/bereik.ts";
import type { Tx } from "#database/pool.ts";
import { type Bereik, bereikOf } from "#domain/bereik.ts";
import type { World } from "./world.ts";

/** How these people are reached, as things stand now. */
export async function bereikVan(
  tx: Tx,
  world: Pick<World, "mail">,
  { sztId, personen }: { readonly sztId: string; readonly personen: readonly string[] },
): Promise<readonly Bereik[]> {
  const mail = world.mail !== undefined;
  return (await bereikFeiten(tx, sztId, personen)).map((feit) => bereikOf({ ...feit, mail }));
}
