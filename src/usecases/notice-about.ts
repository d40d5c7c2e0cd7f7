import { readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import { type Notice, type NoticeKind, noticeKinds, type OnderwerpSoort } from "#domain/notice.ts";

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

/**
 * What people are told, and the cards that are brought up to date with it. Who is told something about a subject gets no
 * edit of its card as well: right after the message, that would take the words from it.
 */
export function besideTold(told: readonly Notice[], rest: readonly Notice[]): readonly Notice[] {
  const cards = new Set(told.map(cardOf));
  return [...told, ...rest.filter((one) => !(isEdit(one) && cards.has(cardOf(one))))];
}

const isEdit = ({ soort }: Notice) => noticeKinds[soort].bezorging === "verversen";

const cardOf = ({ soort, onderwerpId, aan }: Notice) =>
  [noticeKinds[soort].onderwerp, onderwerpId, ...Object.values(aan)].join();
