import { postedIn, standingWith } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";

/**
 * All that stands in the chats of these people is drawn once more: for when somebody lost a right by something that
 * changed no hulpvraag. `feit` names what happened; cards that stay the same are not sent again. These go before all else,
 * those with a name first: Teams takes only so many edits in half a minute.
 */
export async function refreshedChats(
  tx: Tx,
  persoonIds: readonly string[],
  feit: string,
): Promise<readonly Notice[]> {
  return (await standingWith(tx, persoonIds)).map(({ persoonId, soort, onderwerpId }) => ({
    soort: `${soort}_ververst`,
    aan: { persoonId },
    onderwerpId,
    sztId: null,
    dringend: true,
    sleutel: `${soort}_ververst:${onderwerpId}:${feit}:${persoonId}`,
  }));
}

/** The same for the summaries in the channel of this SZT. */
export async function refreshedPosts(tx: Tx, sztId: string, feit: string): Promise<readonly Notice[]> {
  return (await postedIn(tx, sztId)).map((onderwerpId) => ({
    soort: "samenvatting_ververst",
    aan: { kanaalSztId: sztId },
    onderwerpId,
    sztId,
    sleutel: `samenvatting_kanaal:${onderwerpId}:${feit}`,
  }));
}
