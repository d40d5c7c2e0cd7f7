import { recordEvent } from "#database/event.ts";
import {
  actorById,
  identityOf,
  linkIdentity,
  personenByEmail,
  persoonByIdentity,
  type TeamsIdentity,
} from "#database/persoon.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "./world.ts";

/** What the roster of Teams says of an identity; never what an activity says of itself. */
export interface RosterEntry {
  readonly email: string | null;
  readonly tenantId: string;
}

/** The person behind a Teams identity, with the memberships of today; null for a stranger. */
export async function identify(world: World, identity: TeamsIdentity): Promise<Actor | null> {
  return world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const persoonId = await persoonByIdentity(tx, identity);
    return persoonId ? actorById(tx, persoonId, todayIn(tx.now)) : null;
  });
}

/**
 * Links an imported person to a Teams identity on first contact, only when the roster gives one address that exactly
 * one person has, from an own tenant or the home tenant of guests we allow, and nobody was linked to that person yet:
 * an address can be given to another account. Anything else is left to the beheerder, who links by hand.
 */
export async function identifyByRoster(
  world: World,
  identity: TeamsIdentity,
  roster: RosterEntry | null,
  allowedTenants: readonly string[],
): Promise<Actor | null> {
  const email = roster?.email;
  if (!email || !allowedTenants.includes(roster.tenantId)) return null;
  return world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const [persoonId, another] = await personenByEmail(tx, email);
    if (!persoonId || another) return null;
    const linked = await identityOf(tx, persoonId);
    if (linked && (linked.tenantId !== identity.tenantId || linked.objectId !== identity.objectId)) {
      world.log("warning", { code: "identiteit_al_gekoppeld", id: persoonId });
      return null;
    }
    if (!linked && (await linkIdentity(tx, persoonId, identity))) {
      await recordEvent(tx, { soort: "identiteit_gekoppeld", sztId: null });
    }
    return actorById(tx, persoonId, todayIn(tx.now));
  });
}
