import { readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice, NoticeKind, OnderwerpSoort } from "#domain/notice.ts";

/** What a notice is about. */
export interface Plek {
  readonly id: string;
  readonly sztId: string;
}

interface Hoe {
  readonly personen: readonly string[];
  /** What happened, so that each person hears of it once. */
  readonly feit: string;
}

export function tellAbout(
  soort: NoticeKind,
  { id, sztId }: Plek,
  { personen, feit }: Hoe,
): readonly Notice[] {
  return [...new Set(personen)].map((persoonId) => ({
    soort,
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `${soort}:${id}:${feit}:${persoonId}`,
  }));
}

type Refreshing<K extends NoticeKind = NoticeKind> = K extends `${infer S extends OnderwerpSoort}_ververst`
  ? S
  : never;

/**
 * Every standing card about it shows the new state; of what is gone nothing is left to show. `also`: people whose first
 * card may still be on its way, so that it does not stay behind at the state before.
 */
export async function refreshAbout(
  tx: Tx,
  soort: Refreshing,
  plek: Plek,
  { feit, also = [] }: { readonly feit: string; readonly also?: readonly string[] },
): Promise<readonly Notice[]> {
  const personen = [...(await readersOf(tx, soort, plek.id)), ...also];
  return tellAbout(`${soort}_ververst`, plek, { personen, feit });
}
