import { z } from "zod/v4";

const text = z.string().min(1).max(1000);

/** What we read of an activity, after Teams' signature was checked. Anything else in it does not exist for us. */
export const activitySchema = z.object({
  type: text,
  name: z.string().optional(),
  id: z.string().optional(),
  text: z.string().max(40_000).optional(),
  value: z.unknown(),
  replyToId: z.string().optional(),
  channelId: z.literal("msteams"),
  serviceUrl: z.url(),
  from: z.object({ id: text, aadObjectId: z.uuid() }),
  recipient: z.object({ id: text }),
  conversation: z.object({
    id: text,
    tenantId: z.string().optional(),
    conversationType: z.string().optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).optional(),
      team: z.object({ id: z.string(), aadGroupId: z.string().optional() }).optional(),
      channel: z.object({ id: z.string() }).optional(),
      settings: z.object({ selectedChannel: z.object({ id: z.string() }).optional() }).optional(),
      eventType: z.string().optional(),
    })
    .optional(),
  action: z.string().optional(),
  membersAdded: z.array(z.object({ id: z.string() })).optional(),
  membersRemoved: z
    .array(z.object({ id: z.string(), aadObjectId: z.uuid().optional().catch(undefined) }))
    .optional(),
  /** When it happened, as Teams tells it. */
  timestamp: z.coerce.date().optional().catch(undefined),
});
export type TeamsActivity = z.infer<typeof activitySchema>;

export function tenantOf(activity: TeamsActivity): string | null {
  return activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? null;
}

/** Where an answer to this person can be sent later. */
export function placeOf(
  activity: TeamsActivity,
): { readonly tenantId: string; readonly gesprekId: string; readonly serviceUrl: string } | null {
  const tenantId = tenantOf(activity);
  if (!tenantId) return null;
  return { tenantId, gesprekId: activity.conversation.id, serviceUrl: activity.serviceUrl };
}

/** Content goes to the chat of one person only; a conversation without a type is not taken for one. */
export function isPersonal(activity: TeamsActivity): boolean {
  return activity.conversation.conversationType === "personal";
}
