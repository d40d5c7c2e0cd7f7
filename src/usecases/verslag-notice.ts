import type { Tx } from "#database/pool.ts";
import { lastVerslagenIn } from "#database/verslag.ts";
import type { Notice } from "#domain/notice.ts";
import { refreshAbout } from "./notice-about.ts";

/** The last report of this SZT says when the next round is: its cards show it when that one is planned, moved or called off. */
export async function refreshedLast(tx: Tx, sztId: string, feit: string): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const id of await lastVerslagenIn(tx, sztId))
    notices.push(...(await refreshAbout(tx, "verslag", { id, sztId }, { feit })));
  return notices;
}
