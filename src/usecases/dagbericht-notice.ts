import { standingDagberichten } from "#database/dagbericht.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";

/**
 * Daily bundles that stand in a chat and have something of this hulpvraag in them show the new state too: what was done
 * elsewhere, and a name that may not be shown any more. `versie` is the version that the change made.
 */
export async function refreshedDagberichten(
  tx: Tx,
  { id, versie }: { readonly id: string; readonly versie: number },
): Promise<readonly Notice[]> {
  const standing = await standingDagberichten(tx, id);
  return standing.map((dagbericht) => ({
    soort: "dagbericht_ververst",
    aan: { persoonId: dagbericht.persoonId },
    onderwerpId: dagbericht.id,
    sztId: null,
    sleutel: `dagbericht_ververst:${dagbericht.id}:${id}:${versie}`,
  }));
}
