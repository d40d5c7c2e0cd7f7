import { type Bestandssoort, hashOf, saveLink, type TakenLink, takeLink } from "#database/bestandslink.ts";
import { actorById } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "./world.ts";

export const tokenBytes = 32;
const linkMinutes = 10;

export interface LinkTo {
  readonly soort: Bestandssoort;
  readonly onderwerpId: string;
  readonly keuze?: Readonly<Record<string, unknown>>;
}

/** A link that works once, for ten minutes, for this person; the token itself is kept nowhere. */
export async function newLink(
  tx: Tx,
  { world, actor }: { readonly world: Pick<World, "chance">; readonly actor: Actor },
  to: LinkTo,
): Promise<string> {
  const token = world.chance.bytes(tokenBytes).toString("base64url");
  await saveLink(tx, {
    ...to,
    tokenHash: hashOf(token),
    persoonId: actor.persoonId,
    geldigTot: tx.now.add({ minutes: linkMinutes }),
  });
  return token;
}

/**
 * The link behind a token, with the person as he or she stands today. Used up, whatever is answered next: who makes the
 * file asks once more whether this person may have it.
 */
export async function useLink<Soort extends Bestandssoort>(
  world: World,
  token: string,
  soorten: readonly [Soort, ...Soort[]],
): Promise<{ readonly actor: Actor; readonly link: TakenLink<Soort> } | null> {
  return world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const link = await takeLink(tx, hashOf(token), soorten);
    const actor = link && (await actorById(tx, link.persoonId, todayIn(tx.now)));
    return actor ? { actor, link } : null;
  });
}
