import { jaarplanOfRonde } from "#database/jaarplan.ts";
import { readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { JaarplanFeit } from "#domain/jaarplan-view.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";

export function told(
  soort: Extract<NoticeKind, `jaarplan_${string}`>,
  { id, sztId }: Pick<JaarplanFeit, "id" | "sztId">,
  personen: readonly string[],
  feit: string,
): readonly Notice[] {
  return [...new Set(personen)].map((persoonId) => ({
    soort,
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `${soort}:${id}:${feit}:${persoonId}`,
  }));
}

/** Every standing card of this plan shows the new state. */
export async function refreshed(
  tx: Tx,
  plan: Pick<JaarplanFeit, "id" | "sztId">,
  feit: string,
): Promise<readonly Notice[]> {
  return told("jaarplan_ververst", plan, await readersOf(tx, "jaarplan", plan.id), feit);
}

/** The same when one round of it was moved or called off by itself. */
export async function refreshedAround(tx: Tx, rondeId: string, feit: string): Promise<readonly Notice[]> {
  const plan = await jaarplanOfRonde(tx, rondeId);
  return plan ? refreshed(tx, plan, `${rondeId}:${feit}`) : [];
}
