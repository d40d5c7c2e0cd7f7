import type { Card } from "#cards/card.ts";
import { agrees } from "#domain/bericht.ts";
import { type Bericht, begin, type Gesprek, refusedEdit, stands, vanished } from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import { fingerprint } from "./fingerprint.ts";
import type { PresentedTo } from "./route.ts";
import type { Address, Sent, TeamsPort } from "./teams.ts";

interface Edit {
  readonly chat: Address;
  readonly bericht: Bericht;
  /** When it was drawn, by who does not hold the conversation as the courier does. */
  readonly drawnAt?: Temporal.Instant;
  readonly to: Pick<PresentedTo, "card" | "summary"> & Partial<Pick<PresentedTo, "lezingen">>;
}

/**
 * One edit of a message of ours. That it leaves the house is written down first: when Teams takes it and the answer is
 * lost, no mark may go on saying that the message shows what it showed before (docs/decisions/0004).
 */
export async function edit(
  { world, teams }: { readonly world: World; readonly teams: TeamsPort },
  { chat, bericht, drawnAt, to: { card, summary, lezingen } }: Edit,
): Promise<Sent> {
  const bewerking = await begin(world, bericht, { mark: fingerprint(world.keys, card), drawnAt });
  if (!bewerking) return { ok: false, problem: "later", code: "vergeten", untouched: true };
  const sent = await teams.update(chat, bericht.activiteitId, card, summary);
  if (sent.ok) await stands(world, bericht, bewerking, lezingen);
  else if (sent.problem === "bericht_weg") await vanished(world, bericht, bewerking);
  else if (sent.untouched) await refusedEdit(world, bericht, bewerking);
  return sent;
}

/** Whether it surely shows this card already: only then an edit can be left out. */
export function shows(world: World, bericht: Bericht, card: Card): boolean {
  const mark = fingerprint(world.keys, card);
  return bericht.vingerafdruk.equals(mark) && agrees(bericht.onzeker, mark);
}

/** A fixed card, for everybody the same. */
export const fixed = (card: Card): Edit["to"] => ({ card, summary: card.fallbackText });

/** A message is edited where it was posted, also when this person writes to us elsewhere now. */
export function chatOf(chats: readonly Gesprek[], { gesprekId }: Bericht): Gesprek {
  const chat = chats.find(({ id }) => id === gesprekId);
  if (!chat) throw new Error("a message outside the conversations it was looked for in");
  return chat;
}
