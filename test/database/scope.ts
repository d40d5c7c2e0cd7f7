import { actorOf, scopeOf, type ZorgteamScope } from "#domain/scope.ts";

/** The scope of someone who is ib in these SZTs. */
export function aPersonScope(swvId: string, persoonId: string, sztIds: readonly string[]): ZorgteamScope {
  const lidmaatschappen = sztIds.map((sztId) => ({
    sztId,
    schoolId: null,
    functie: "ib" as const,
    voorzitter: false,
  }));
  return scopeOf(actorOf({ swvId, persoonId, naam: "Iemand", lidmaatschappen }));
}
