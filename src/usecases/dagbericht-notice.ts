import { bundlesToJoin, standingDagberichten } from "#database/dagbericht.ts";
import { standingLists } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";
import { todayIn } from "#domain/today.ts";

/** A reminder comes three schooldagen before the day; the longest holiday may lie in between. */
const ahead = { days: 70 };

/**
 * Daily bundles that stand in a chat and have something of this hulpvraag in them show the new state too, and so do the
 * lists of one person: what was done elsewhere, what may not be shown any more. What came up joins the bundle of today
 * when that is drawn. `versie` is the version that the change made.
 */
export async function refreshedDagberichten(
  tx: Tx,
  { id, versie }: { readonly id: string; readonly versie: number },
): Promise<readonly Notice[]> {
  const today = todayIn(tx.now);
  const standing = [
    ...(await standingDagberichten(tx, id)),
    ...(await bundlesToJoin(tx, id, { today, until: today.add(ahead) })),
  ];
  const bundles = [...new Map(standing.map((one) => [one.id, one])).values()].map(
    (dagbericht): Notice => ({
      soort: "dagbericht_ververst",
      aan: { persoonId: dagbericht.persoonId },
      onderwerpId: dagbericht.id,
      sztId: null,
      sleutel: `dagbericht_ververst:${dagbericht.id}:${id}:${versie}`,
    }),
  );
  const lists = (await standingLists(tx, id)).map(
    ({ persoonId, soort }): Notice => ({
      soort: `${soort}_ververst`,
      aan: { persoonId },
      onderwerpId: persoonId,
      sztId: null,
      sleutel: `${soort}_ververst:${persoonId}:${id}:${versie}`,
    }),
  );
  return [...bundles, ...lists];
}
