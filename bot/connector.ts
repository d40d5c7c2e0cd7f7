import { CardFactory, MessageFactory } from "botbuilder";
import type { ConnectorClient, ConnectorFactory } from "botframework-connector";
import { z } from "zod/v4";
import type { Card } from "#cards/card.ts";
import { allowedServiceUrl } from "./service-url.ts";
import type { Address, SendProblem, Sent, TeamsPort } from "./teams.ts";

const failure = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  body: z.object({ error: z.object({ code: z.string().optional() }).optional() }).optional(),
  response: z
    .object({
      headers: z.object({ get: z.custom<(name: string) => unknown>((f) => typeof f === "function") }),
    })
    .optional(),
});

/** Codes of the service after which trying again is useless until the person returns (platform rules of Teams). */
const closed = new Set([
  "MessageWritesBlocked",
  "ForbiddenOperationException",
  "BotNotInConversationRoster",
  "BotDisabledByAdmin",
  "ConversationBlockedByUser",
  "ConversationNotFound",
  "BotNotRegistered",
]);

/** Reads what went wrong from the connector's error: a code, never a text. */
export function problemOf(error: unknown): { problem: SendProblem; code: string; retryAfterMs?: number } {
  const parsed = failure.safeParse(error);
  const status = parsed.success ? (parsed.data.statusCode ?? 0) : 0;
  const code = (parsed.success && (parsed.data.body?.error?.code ?? parsed.data.code)) || `http_${status}`;
  if (code === "ActivityNotFoundInConversation") return { problem: "bericht_weg", code };
  if (closed.has(code) || status === 403) return { problem: "onbereikbaar", code };
  if (status === 413) return { problem: "te_groot", code };
  if (status === 404) return { problem: "bericht_weg", code };
  const retryAfter = parsed.success ? Number(parsed.data.response?.headers.get("retry-after")) : Number.NaN;
  return { problem: "later", code, ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}) };
}

function activityOf(card: Card, summary: string) {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary };
}

/** The real Teams: Bot Connector calls with the bot's own identity, only to hosts of the service. */
export function connectorPort(options: {
  connectorFactory: () => ConnectorFactory;
  audience: string;
  botAppId: string;
  allowedHosts: readonly string[];
}): TeamsPort {
  const clients = new Map<string, Promise<ConnectorClient>>();
  const clientFor = (serviceUrl: string): Promise<ConnectorClient> => {
    if (!allowedServiceUrl(serviceUrl, options.allowedHosts)) {
      return Promise.reject(new Error("service url outside the allow-list"));
    }
    const known = clients.get(serviceUrl);
    if (known) return known;
    const made = options.connectorFactory().create(serviceUrl, options.audience) as Promise<ConnectorClient>;
    clients.set(serviceUrl, made);
    return made;
  };
  const attempt = async (run: () => Promise<string>): Promise<Sent> => {
    try {
      return { ok: true, activiteitId: await run() };
    } catch (error) {
      return { ok: false, ...problemOf(error) };
    }
  };
  const from = { id: `28:${options.botAppId}`, name: "Zorgronde" };
  return {
    send: (address, card, summary) =>
      attempt(async () => {
        const client = await clientFor(address.serviceUrl);
        const activity = { ...activityOf(card, summary), from, conversation: conversationOf(address) };
        const response = await client.conversations.sendToConversation(address.gesprekId, activity);
        return response.id ?? "";
      }),
    update: (address, activiteitId, card, summary) =>
      attempt(async () => {
        const client = await clientFor(address.serviceUrl);
        const activity = {
          ...activityOf(card, summary),
          id: activiteitId,
          from,
          conversation: conversationOf(address),
        };
        await client.conversations.updateActivity(address.gesprekId, activiteitId, activity);
        return activiteitId;
      }),
    open: async (serviceUrl, tenantId, objectId) => {
      const opened = await attempt(async () => {
        const client = await clientFor(serviceUrl);
        const response = await client.conversations.createConversation({
          isGroup: false,
          bot: from,
          members: [{ id: objectId, name: "" }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        } as Parameters<typeof client.conversations.createConversation>[0]);
        return response.id;
      });
      return opened.ok ? { ok: true, gesprekId: opened.activiteitId } : opened;
    },
  };
}

function conversationOf(address: Address) {
  return {
    id: address.gesprekId,
    tenantId: address.tenantId,
    isGroup: false,
    conversationType: "",
    name: "",
  };
}
