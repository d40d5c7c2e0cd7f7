/** A small bot on botbuilder's own CloudAdapter, with authentication on both ways, and a world for it. */
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { Activity, ConversationParameters, TurnContext } from "botbuilder";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { ConnectorClient, ServiceClientCredentialsFactory } from "botframework-connector";
import express from "express";
import type { TeamsOptions, TeamsService } from "#local/teams/service.ts";
import { startTeamsService } from "#local/teams/service.ts";
import { localAuthSettings } from "#local/teams/settings.ts";
import type { Person, TeamsWorld } from "#local/teams/world.ts";

export const APP_ID = "11111111-1111-4111-8111-111111111111";
export const HOST = "22222222-2222-4222-8222-222222222222";
export const ELSEWHERE = "33333333-3333-4333-8333-333333333333";
export const TEAM = "19:lindeboom@thread.tacv2";
export const CHANNEL = "19:lindeboom-rondes@thread.tacv2";
export const CHAT = "19:meeting_overleg@thread.v2";

export function person(id: string, name: string, more: Partial<Person> = {}): Person {
  const digits = [...id].map((letter) => letter.charCodeAt(0).toString(16)).join("");
  return {
    id,
    name,
    aadObjectId: `aaaaaaaa-0000-4000-8000-${digits.padEnd(12, "0").slice(0, 12)}`,
    tenantId: HOST,
    userId: `29:${id}`,
    email: `${id}@lindeboom.example`,
    guest: false,
    botInstalled: true,
    ...more,
  };
}

export function world(more: Partial<TeamsWorld> = {}): TeamsWorld {
  return {
    tenants: [
      { id: HOST, name: "Samenwerkingsverband" },
      { id: ELSEWHERE, name: "Gemeente" },
    ],
    people: [
      person("noor", "Noor Bakker"),
      person("sem", "Sem de Wit"),
      person("gast", "Gijs Gast", { guest: true, tenantId: ELSEWHERE, botInstalled: false }),
      person("ver", "Vera Ver", { tenantId: ELSEWHERE, botInstalled: false }),
      person("nieuw", "Nina Nieuw", { botInstalled: false }),
    ],
    teams: [
      {
        id: TEAM,
        name: "SZT Lindeboom",
        aadGroupId: "44444444-4444-4444-8444-444444444444",
        members: ["noor", "sem", "gast"],
        channels: [{ id: CHANNEL, name: "Rondes" }],
        botInstalled: true,
      },
    ],
    groupChats: [
      {
        id: CHAT,
        name: "Overleg",
        members: ["noor", "sem"],
        botInstalled: true,
        meeting: { id: "MCMxOTptZWV0aW5n", title: "Overlegronde", joinUrl: "https://example.org/join" },
      },
    ],
    ...more,
  };
}

/** A clock that stands still until it is moved. */
export function standingClock(start = "2026-06-12T07:00:00Z") {
  let moment = Temporal.Instant.from(start);
  return {
    now: () => moment,
    move: (seconds: number) => {
      moment = moment.add({ milliseconds: Math.round(seconds * 1000) });
    },
  };
}

type Signable = { headers: { set(name: string, value: string): void } };

class LocalCredentials extends ServiceClientCredentialsFactory {
  private readonly service: TeamsService;
  constructor(service: TeamsService) {
    super();
    this.service = service;
  }
  override async isValidAppId(appId: string) {
    return appId === this.service.botAppId;
  }
  override async isAuthenticationDisabled() {
    return false;
  }
  override async createCredentials() {
    return signedBy(() => this.service.botToken());
  }
}

export function signedBy(token: () => string) {
  return {
    signRequest: async <Request extends Signable>(request: Request): Promise<Request> => {
      request.headers.set("authorization", `Bearer ${token()}`);
      return request;
    },
  };
}

/** botbuilder's own client, as the adapter makes it. */
export function connector(service: TeamsService, token = () => service.botToken()): ConnectorClient {
  return new ConnectorClient(signedBy(token), { baseUri: service.serviceUrl });
}

/** botbuilder asks for whole activities where a part is enough for the service. */
export function sent(part: Partial<Activity>): Activity {
  return part as Activity;
}

export function parameters(part: Partial<ConversationParameters>): ConversationParameters {
  return part as ConversationParameters;
}

export type Turn = (context: TurnContext) => Promise<void>;

export type Running = {
  service: TeamsService;
  adapter: CloudAdapter;
  clock: ReturnType<typeof standingClock>;
  /** Every activity that reached the bot's handler. */
  heard: TurnContext["activity"][];
  /** What the bot does from now on. */
  does(turn: Turn): void;
  stop(): Promise<void>;
};

export async function run(options: Partial<TeamsOptions> = {}): Promise<Running> {
  const clock = standingClock();
  const service = await startTeamsService({
    world: world(),
    botAppId: APP_ID,
    tenantId: HOST,
    now: clock.now,
    maxWaitMs: 2000,
    ...options,
  });
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      { ...localAuthSettings(service) },
      new LocalCredentials(service),
    ),
  );
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  const heard: TurnContext["activity"][] = [];
  let turn: Turn = async () => undefined;
  const app = express();
  app.use(express.json({ limit: "256kb" }));
  app.post("/api/messages", async (request, response) => {
    await adapter.process(request, response, async (context) => {
      heard.push(structuredClone(context.activity));
      await turn(context);
    });
  });
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  service.setBotEndpoint(`http://127.0.0.1:${port}/api/messages`);
  return {
    service,
    adapter,
    clock,
    heard,
    does: (next) => {
      turn = next;
    },
    stop: async () => {
      await service.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bot's answer to an invoke. */
export async function answer(context: TurnContext, status: number, body?: unknown): Promise<void> {
  await context.sendActivity({ type: "invokeResponse", value: { status, body } });
}

export function cardBody(card: unknown) {
  return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card };
}

export function adaptive(content: Record<string, unknown>) {
  const card = { type: "AdaptiveCard", version: "1.5", ...content };
  return { contentType: "application/vnd.microsoft.card.adaptive", content: card };
}

/** A call to the service as the bot would make it, without botbuilder's own retries. */
export async function raw(
  service: TeamsService,
  method: string,
  path: string,
  body?: unknown,
  token?: string,
) {
  const response = await fetch(`${service.serviceUrl}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token ?? service.botToken()}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

export function personalChat(service: TeamsService, handle: string): string {
  const found = service.world().people.find((one) => one.id === handle);
  if (!found) throw new Error(handle);
  return found.personal;
}
