import { overzichtReaders } from "#database/message.ts";
import { saveNotices } from "#database/notice.ts";
import { after, type Tx } from "#database/pool.ts";
import { isAwaited, type Notice, noticeKinds, type OnderwerpSoort } from "#domain/notice.ts";
import { byDaytime } from "./rust.ts";
import type { World } from "./world.ts";

/** Saved beside the change they follow from; who brings them is woken after the commit. Answers whether any is new. */
export async function send(world: World, tx: Tx, notices: readonly Notice[]): Promise<boolean> {
  const all = await byDaytime(tx, [...notices, ...(await overzichtenAfter(tx, notices))]);
  const saved = await saveNotices(tx, world.chance.uuid, all);
  if (saved > 0) after(tx, world.wake);
  return saved > 0;
}

/** What stands on "Mijn overleggen", by the subject of the message or card that says that it changed. */
const onOverzicht: readonly OnderwerpSoort[] = ["ronde", "afmelding", "tijdvak", "jaarplan"];

/** Whose round is another one now has it on the own overview too, when that stands in the chat. */
async function overzichtenAfter(tx: Tx, notices: readonly Notice[]): Promise<readonly Notice[]> {
  const because = new Map<string, string>();
  for (const { soort, aan, sleutel } of notices) {
    const changed = onOverzicht.includes(noticeKinds[soort].onderwerp) && !isAwaited(soort);
    if (changed && "persoonId" in aan && !because.has(aan.persoonId)) because.set(aan.persoonId, sleutel);
  }
  if (because.size === 0) return [];
  return (await overzichtReaders(tx, [...because.keys()])).map((persoonId) => ({
    soort: "overzicht_ververst",
    aan: { persoonId },
    onderwerpId: persoonId,
    sztId: null,
    sleutel: `overzicht_ververst:${persoonId}:${because.get(persoonId)}`,
  }));
}
