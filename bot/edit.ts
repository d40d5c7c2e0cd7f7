import type { Card } from "#cards/card.ts";
import { type Bericht, begin, type Gesprek, refusedEdit, stands, vanished } from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import { fingerprint } from "./fingerprint.ts";
import type { PresentedTo } from "./route.ts";
import type { Sent, TeamsPort } from "./teams.ts";

interface Edit {
  readonly chat: Gesprek;
  readonly bericht: Bericht;
  readonly to: Pick<PresentedTo, "card" | "summary"> & Partial<Pick<PresentedTo, "lezingen">>;
}

/**
 * One edit of a message of ours. That it leaves the house is written down first: when Teams takes it and the answer is
 * lost, no mark may go on saying that the message shows what it showed before (docs/decisions/0004).
 */
export async function edit(
  { world, teams }: { readonly world: World; readonly teams: TeamsPort },
  { chat, bericht, to: { card, summary, lezingen } }: Edit,
): Promise<Sent> {
  const bewerking = await begin(world, bericht, fingerprint(world.keys, card));
  if (!bewerking) return { ok: false, problem: "later", code: "vergeten" };
  const sent = await teams.update(chat, bericht.activiteitId, card, summary);
  if (sent.ok) await stands(world, bericht, bewerking, lezingen);
  else if (sent.problem === "bericht_weg") await vanished(world, bericht, bewerking);
  else if (sent.untouched) await refusedEdit(world, bericht, bewerking);
  return sent;
}

/** Whether it surely shows this card already: only then an edit can be left out. */
export function shows(world: World, bericht: Bericht, card: Card): boolean {
  return !bericht.onzeker && bericht.vingerafdruk.equals(fingerprint(world.keys, card));
}

/** A fixed card, for everybody the same. */
export const fixed = (card: Card): Edit["to"] => ({ card, summary: card.fallbackText });

/** A message is edited where it was posted, also when this person writes to us elsewhere now. */
export function chatOf(chats: readonly Gesprek[], { gesprekId }: Bericht): Gesprek {
  const chat = chats.find(({ id }) => id === gesprekId);
  if (!chat) throw new Error("a message outside the conversations it was looked for in");
  return chat;
}
