import { adressen, bereikFeiten } from "#database/bereik.ts";
import type { Tx } from "#database/pool.ts";
import { type Bereik, bereikOf } from "#domain/bereik.ts";
import { taskScope } from "#domain/scope.ts";
import type { World } from "./world.ts";

/** How these people are reached, as things stand now. */
export async function bereikVan(
  tx: Tx,
  world: Pick<World, "mail">,
  { sztId, personen }: { readonly sztId: string | null; readonly personen: readonly string[] },
): Promise<readonly Bereik[]> {
  const mail = world.mail !== undefined;
  return (await bereikFeiten(tx, sztId, personen)).map((feit) => bereikOf({ ...feit, mail }));
}

/** Everybody who is known here, by e-mail address: for the beheerder, who mends it. */
export function reachOfAll(world: World): Promise<readonly (Bereik & { readonly email: string })[]> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const people = await adressen(tx);
    const found = await bereikVan(tx, world, { sztId: null, personen: people.map(({ id }) => id) });
    return found.flatMap((one) => {
      const email = people.find(({ id }) => id === one.persoonId)?.email;
      return email === undefined ? [] : [{ ...one, email }];
    });
  });
}
