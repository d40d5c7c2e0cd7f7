import { z } from "zod/v4";
import { linkIdentity } from "#database/persoon.ts";
import { query } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import { demoPeople, hostTenant } from "#local/demo.ts";
import type { World } from "#usecases/world.ts";

/** Ties the Teams identities of the practice world, as first contact does. */
export async function linkDemoPeople(world: Pick<World, "database" | "swvId">): Promise<void> {
  await world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    for (const persoon of demoPeople) {
      const [row] = await query(tx, z.object({ id: z.string() }), `select id from persoon where email = $1`, [
        persoon.email,
      ]);
      if (row) await linkIdentity(tx, row.id, { tenantId: hostTenant, objectId: persoon.objectId });
    }
  });
}
