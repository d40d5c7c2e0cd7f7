import { standingDagberichten, standingTaken } from "#database/dagbericht.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";

/**
 * Daily bundles and lists of tasks that stand in a chat and have something of this hulpvraag in them show the new state too: what was done
 * elsewhere, and a name that may not be shown any more. `versie` is the version that the change made.
 */
export async function refreshedDagberichten(
  tx: Tx,
  { id, versie }: { readonly id: string; readonly versie: number },
): Promise<readonly Notice[]> {
  const bundles = (await standingDagberichten(tx, id)).map(
    (dagbericht): Notice => ({
      soort: "dagbericht_ververst",
      aan: { persoonId: dagbericht.persoonId },
      onderwerpId: dagbericht.id,
      sztId: null,
      sleutel: `dagbericht_ververst:${dagbericht.id}:${id}:${versie}`,
    }),
  );
  const lists = (await standingTaken(tx, id)).map(
    (persoonId): Notice => ({
      soort: "taken_ververst",
      aan: { persoonId },
      onderwerpId: persoonId,
      sztId: null,
      sleutel: `taken_ververst:${persoonId}:${id}:${versie}`,
    }),
  );
  return [...bundles, ...lists];
}
