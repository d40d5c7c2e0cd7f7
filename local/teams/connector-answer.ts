/** Answers of the Bot Connector, in the words of the documented status table. */
import type { Json } from "./json.ts";

export type ConnectorAnswer = { status: number; body?: unknown; headers?: Record<string, string> };

export function refuse(status: number, code: string, message: string): ConnectorAnswer {
  return { status, body: { error: { code, message } } };
}

export const notFound = {
  conversation: () => refuse(404, "ConversationNotFound", "Conversation not found."),
  activity: () => refuse(404, "ActivityNotFoundInConversation", "Activity not found in conversation."),
  member: () => refuse(404, "MemberNotFoundInConversation", "Member not found in conversation."),
  operation: () => refuse(404, "ServiceError", "Unknown operation."),
};

export const forbidden = {
  notInRoster: () =>
    refuse(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."),
  notInstalled: () =>
    refuse(403, "ForbiddenOperationException", "Bot is not installed in user's personal scope."),
  tenant: () => refuse(403, "ForbiddenOperationException", "The user is not in the tenant of the bot."),
  notAuthor: () => refuse(403, "ForbiddenOperationException", "Only the author can change a message."),
};

/** As printed in the documentation: no `error` object, and a message that is itself JSON. */
export function writesBlocked(): ConnectorAnswer {
  const message: Json = {
    subCode: "MessageWritesBlocked",
    details: "Thread is blocked from message writes.",
    errorCode: null,
    errorSubCode: null,
  };
  const body = {
    errorCode: 209,
    message: JSON.stringify(message, null, 2).replaceAll("\n", "\r\n"),
    error: { code: "MessageWritesBlocked", message: "Thread is blocked from message writes." },
  };
  return { status: 403, body };
}

export function throttled(retryAfterSeconds: number | null): ConnectorAnswer {
  const answer = refuse(429, "Throttled", "Too many requests.");
  return retryAfterSeconds === null
    ? answer
    : { ...answer, headers: { "retry-after": String(retryAfterSeconds) } };
}
