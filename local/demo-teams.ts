import { functieNaam } from "#cards/word.ts";
import { demoPeople, demoSchools, groupOf, hostTenant } from "./demo.ts";
import type { TeamsWorld } from "./teams/world.ts";

export const guestTenant = "5a2b7c1e-0000-4000-8000-0000000000a1";

/** The Teams side of the practice world: one host tenant, guests of PPO, one team a School Zorg Team. */
export function demoTeams(): TeamsWorld {
  return {
    tenants: [
      { id: hostTenant, name: "De Oever" },
      { id: guestTenant, name: "PPO" },
    ],
    people: demoPeople.map((persoon) => ({
      id: persoon.handle,
      name: persoon.naam,
      aadObjectId: persoon.objectId,
      tenantId: persoon.guest ? guestTenant : hostTenant,
      userId: `29:${persoon.handle}-${persoon.objectId.slice(-4)}`,
      email: persoon.email,
      guest: persoon.guest,
      functionLabel:
        [...new Set(persoon.lid.map((lid) => functieNaam[lid.functie]))].join(", ") ||
        "Geen functie in een team",
      about: persoon.about,
    })),
    teams: demoSchools.map((school, index) => {
      const id = `19:szt${index + 1}-${groupOf(school.szt).slice(-4)}@thread.tacv2`;
      return {
        id,
        name: school.szt,
        aadGroupId: groupOf(school.szt),
        members: demoPeople.filter((p) => p.lid.some((lid) => lid.szt === school.szt)).map((p) => p.handle),
        channels: [{ id, name: "Algemeen" }],
        botInstalled: false,
      };
    }),
  };
}
