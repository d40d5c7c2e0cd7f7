import { saveNotices } from "#database/notice.ts";
import { after, type Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";
import type { World } from "./world.ts";

/** Saved beside the change they follow from; who brings them is woken after the commit. Answers whether any is new. */
export async function send(world: World, tx: Tx, notices: readonly Notice[]): Promise<boolean> {
  const saved = await saveNotices(tx, world.chance.uuid, notices);
  if (saved > 0) after(tx, world.wake);
  return saved > 0;
}
