/**
 * Teams tells that a person read the chat. Only with the permission ChatMessageReadReceipt.Read.Chat, and only where
 * the person and the tenant have receipts on. The library listens for another name than Teams sends (docs/decisions/0039).
 */
import { z } from "zod/v4";
import type { Actor } from "#domain/scope.ts";
import { noteRead } from "#usecases/bezorging.ts";
import type { World } from "#usecases/world.ts";
import { isPersonal, placeOf, type TeamsActivity } from "./activity.ts";

const receiptName = "application/vnd.microsoft.readReceipt";
/** Messages in a chat are numbered by the time at which they came. */
const digits = /^\d{1,18}$/;
const receipt = z.object({ lastReadMessageId: z.string().regex(digits) });

/** `who`: known by our own table; a receipt makes nobody known. */
export async function heardReceipt(
  world: World,
  activity: TeamsActivity,
  who: () => Promise<Actor | null>,
): Promise<void> {
  const read = receipt.safeParse(activity.value);
  const place = placeOf(activity);
  if (activity.name !== receiptName || !read.success || !place || !isPersonal(activity)) return;
  const actor = await who();
  if (actor) await noteRead(world, actor, { gesprekId: place.gesprekId, tot: read.data.lastReadMessageId });
}

/** The message that was pressed, or that the person wrote: what stood above it was there to be seen. */
export function usedMessage({ type, id, replyToId }: TeamsActivity): string | null {
  const used = replyToId ?? (type === "message" ? id : undefined);
  return used !== undefined && digits.test(used) ? used : null;
}
