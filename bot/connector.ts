import { CardFactory, MessageFactory } from "botbuilder";
import type { ConnectorClient, ConnectorFactory } from "botframework-connector";
import { z } from "zod/v4";
import type { Card } from "#cards/card.ts";
import { allowedServiceUrl } from "./service-url.ts";
import type { Address, SendProblem, Sent, TeamsPort } from "./teams.ts";

/** Kept whole: a method that is taken out of its object forgets what it belongs to. */
type Headers = { get(name: string): unknown };
function isHeaders(value: unknown): boolean {
  return typeof value === "object" && value !== null && "get" in value && typeof value.get === "function";
}

/** A part that is not what we expect tells nothing, and hides nothing of the other parts. */
const failure = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  body: z
    .object({ error: z.object({ code: z.string() }) })
    .optional()
    .catch(undefined),
  response: z
    .object({ headers: z.custom<Headers>(isHeaders) })
    .optional()
    .catch(undefined),
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

/** What the status alone says; all others are tried again later. */
const byStatus: Readonly<Record<number, SendProblem>> = {
  400: "geweigerd",
  403: "onbereikbaar",
  404: "bericht_weg",
  413: "te_groot",
};

type Refused = Omit<Sent & { readonly ok: false }, "ok">;

/** Reads what went wrong from the connector's error: a code, never a text. */
export function problemOf(error: unknown): Refused {
  const parsed = failure.safeParse(error);
  const { statusCode = 0, body, response, name, ...rest } = parsed.success ? parsed.data : {};
  const said = body?.error.code ?? rest.code ?? (name === "AbortError" ? "geen_antwoord" : "");
  const code = /^[A-Za-z0-9_]{1,60}$/.test(said) ? said : `http_${statusCode}`;
  if (code === "ActivityNotFoundInConversation") return { problem: "bericht_weg", code, untouched: true };
  const problem = closed.has(code) ? "onbereikbaar" : (byStatus[statusCode] ?? "later");
  const retryAfter = Number(response?.headers.get("retry-after"));
  const refused = statusCode >= 400 && statusCode < 500 && statusCode !== 408;
  return {
    problem,
    code,
    ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}),
    ...(refused ? { untouched: true } : {}),
  };
}

function activityOf(card: Card, summary: string) {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary };
}

/** One call of the courier; well within the time that a claim lasts (usecases/delivery.ts). */
const patienceMs = 20_000;

/**
 * The real Teams: Bot Connector calls with the bot's own identity, only to hosts of the service. One try a call, with
 * an end to it: trying again is the courier's own work (docs/decisions/0008).
 */
export function connectorPort(options: {
  connectorFactory: () => ConnectorFactory;
  audience: string;
  botAppId: string;
  allowedHosts: readonly string[];
  patienceMs?: number;
}): TeamsPort {
  const once = { timeout: options.patienceMs ?? patienceMs };
  const clients = new Map<string, Promise<ConnectorClient>>();
  const clientFor = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const made = options
      .connectorFactory()
      .create(serviceUrl, options.audience)
      .then((client) => withoutRetries(client as ConnectorClient));
    clients.set(serviceUrl, made);
    // What could not be made now can be made later.
    made.catch(() => clients.delete(serviceUrl));
    return made;
  };
  const attempt = async (
    serviceUrl: string,
    run: (client: ConnectorClient) => Promise<string>,
  ): Promise<Sent> => {
    if (!allowedServiceUrl(serviceUrl, options.allowedHosts)) {
      return { ok: false, problem: "geweigerd", code: "dienst_onbekend", untouched: true };
    }
    try {
      return { ok: true, activiteitId: await run(await clientFor(serviceUrl)) };
    } catch (error) {
      return { ok: false, ...problemOf(error) };
    }
  };
  const from = { id: `28:${options.botAppId}`, name: "Zorgronde" };
  return {
    send: (address, card, summary) =>
      attempt(address.serviceUrl, async (client) => {
        const activity = { ...activityOf(card, summary), from, conversation: conversationOf(address) };
        const response = await client.conversations.sendToConversation(address.gesprekId, activity, once);
        return response.id ?? "";
      }),
    update: (address, activiteitId, card, summary) =>
      attempt(address.serviceUrl, async (client) => {
        const activity = {
          ...activityOf(card, summary),
          id: activiteitId,
          from,
          conversation: conversationOf(address),
        };
        await client.conversations.updateActivity(address.gesprekId, activiteitId, activity, once);
        return activiteitId;
      }),
    remove: (address, activiteitId) =>
      attempt(address.serviceUrl, async (client) => {
        await client.conversations.deleteActivity(address.gesprekId, activiteitId, once);
        return activiteitId;
      }),
    open: async (serviceUrl, tenantId, objectId) => {
      const opened = await attempt(serviceUrl, async (client) => {
        const parameters = {
          isGroup: false,
          bot: from,
          members: [{ id: objectId, name: "" }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        } as Parameters<typeof client.conversations.createConversation>[0];
        const response = await client.conversations.createConversation(parameters, once);
        return response.id;
      });
      return opened.ok ? { ok: true, gesprekId: opened.activiteitId } : opened;
    },
  };
}

const retrying = z.object({
  pipeline: z.custom<{ removePolicy(policy: { readonly name: string }): unknown }>(
    (pipeline) => typeof pipeline === "object" && pipeline !== null && "removePolicy" in pipeline,
  ),
});

/** The client tries four times by itself, and drops the option that would say otherwise on its way to the pipeline. */
function withoutRetries(client: ConnectorClient): ConnectorClient {
  retrying.parse(Reflect.get(client, "client")).pipeline.removePolicy({ name: "defaultRetryPolicy" });
  return client;
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
