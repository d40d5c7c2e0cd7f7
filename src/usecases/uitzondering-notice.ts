import { readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";

export interface VerzoekPlek {
  readonly id: string;
  readonly sztId: string;
}

/** Something about a request that these people must hear of; `feit` names what happened. */
export function tellVerzoek(
  soort: Extract<NoticeKind, `uitzondering_${string}`>,
  { id, sztId }: VerzoekPlek,
  { personen, feit }: { readonly personen: readonly string[]; readonly feit: string },
): readonly Notice[] {
  return [...new Set(personen)].map((persoonId) => ({
    soort,
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `${soort}:${id}:${feit}:${persoonId}`,
  }));
}

/** Every standing card of it shows the new state. `also`: people whose first card may still be on its way. */
export async function refreshVerzoek(
  tx: Tx,
  verzoek: VerzoekPlek,
  { feit, also = [] }: { readonly feit: string; readonly also?: readonly string[] },
): Promise<readonly Notice[]> {
  const personen = [...(await readersOf(tx, "uitzondering", verzoek.id)), ...also];
  return tellVerzoek("uitzondering_ververst", verzoek, { personen, feit });
}

/** The ib who asked; when that one left, those who have the work now. */
export function askersOf(
  team: readonly TeamlidFeit[],
  gevraagdDoor: string,
  today: Temporal.PlainDate,
): readonly string[] {
  const ibs = ibsOf({ team }, today);
  return ibs.includes(gevraagdDoor) ? [gevraagdDoor] : ibs;
}
