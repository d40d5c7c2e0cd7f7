import { z } from "zod/v4";
import { query, type Tx } from "./pool.ts";

/** Ties a Teams team to the SZT that names its group; null when no SZT does: the beheerder ties it by hand. */
export async function linkTeam(
  tx: Tx,
  team: { readonly teamId: string; readonly groepId: string | null; readonly kanaalId: string },
): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string() }),
    `update szt set team_id = $1, kanaal_id = $3 where team_id = $1 or ($2::text is not null and groep_id = $2) returning id`,
    [team.teamId, team.groepId, team.kanaalId],
  );
  return row?.id ?? null;
}
