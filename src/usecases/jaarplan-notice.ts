import { jaarplanOfRonde } from "#database/jaarplan.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";
import { refreshAbout } from "./notice-about.ts";

/** Every standing card of the plan that this round came from, when the round was moved or called off by itself. */
export async function refreshedAround(tx: Tx, rondeId: string, feit: string): Promise<readonly Notice[]> {
  const plan = await jaarplanOfRonde(tx, rondeId);
  return plan ? refreshAbout(tx, "jaarplan", plan, { feit: `${rondeId}:${feit}` }) : [];
}
