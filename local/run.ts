import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type Bot, composeBot } from "#bot/compose.ts";
import { registry } from "#bot/nouns.ts";
import type { Queue } from "#bot/queue.ts";
import type { Registry } from "#bot/registry.ts";
import type { Restraint } from "#bot/restraint.ts";
import { parseKeyRing } from "#database/kluis.ts";
import { openDatabase } from "#database/pool.ts";
import type { Outlook } from "#domain/outlook.ts";
import { geenOutlook } from "#outside/geen-outlook.ts";
import type { Clock, Log, World } from "#usecases/world.ts";
import { demoSwvId, hostTenant } from "./demo.ts";
import { guestTenant } from "./demo-teams.ts";
import { localAuthentication } from "./identity.ts";
import { caughtMail } from "./mail.ts";
import type { Login } from "./postgres-roles.ts";
import type { TeamsService } from "./teams/service.ts";
import { watched } from "./watched-file.ts";

export interface LocalBotParts {
  readonly urls: Readonly<Record<Login, string>>;
  readonly masterKeys: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly queue: Queue;
  /** The service, also when it runs in another process. */
  readonly teams: Pick<
    TeamsService,
    "url" | "serviceUrl" | "botAppId" | "tenantId" | "botToken" | "setBotEndpoint"
  >;
  /** 0 for any free port. */
  readonly port: number;
  /** The nouns of the field, unless a test puts a leak among them. */
  readonly registry?: Registry;
  /** The calendar of the practice world; none when left out. */
  readonly outlook?: Outlook;
  /** Told of each file that somebody fetched by its link. */
  readonly fetched?: TeamsService["noteFile"];
  /** Chance as it falls, unless somebody compares two runs. */
  readonly chance?: Partial<World["chance"]>;
  /** How much this Teams takes; left out it takes everything. */
  readonly restraint?: Restraint;
  /** Of the app with the database, at most; 10 when left out. */
  readonly connections?: number;
  /** Gets each mail; without it none can be sent. */
  readonly mailed?: TeamsService["noteMail"];
}

/** The bot as in production, tied to the local Teams service: its tokens, its addresses, its clock. */
export async function startLocalBot(parts: LocalBotParts): Promise<Bot & { readonly url: string }> {
  const { teams, clock, log } = parts;
  const keys = parseKeyRing(parts.masterKeys);
  if (!keys.ok) throw new Error("the keys of the practice world cannot be read");
  const open = (login: Login, max: number) =>
    openDatabase({
      url: parts.urls[login],
      applicationName: `zorgronde ${login}`,
      max,
      clock,
      onError: (code) => log("error", { code: "database", kind: code }),
    });
  const port = parts.port || (await freePort());
  const publicUrl = `http://127.0.0.1:${port}`;
  const world: Omit<World, "wake"> = {
    database: open("app", parts.connections ?? 10),
    channel: open("channel", 2),
    digest: open("digest", 2),
    keys: keys.value,
    clock,
    chance: { uuid: randomUUID, number: (below) => randomInt(below), bytes: randomBytes, ...parts.chance },
    log,
    swvId: demoSwvId,
    publicUrl,
    ...(parts.mailed ? { mail: caughtMail(parts.mailed) } : {}),
    outlook: parts.outlook ?? geenOutlook,
  };
  const nouns = parts.registry ?? registry;
  const bot = composeBot({
    world,
    queue: parts.queue,
    registry: parts.fetched ? watched(nouns, parts.fetched) : nouns,
    botAppId: teams.botAppId,
    tenants: [hostTenant, guestTenant],
    serviceHosts: [new URL(teams.serviceUrl).host],
    serviceUrl: teams.serviceUrl,
    audience: "https://api.botframework.com",
    metricsToken: null,
    authentication: localAuthentication(teams),
    restraint: parts.restraint ?? null,
  });
  bot.server.listen(port, "127.0.0.1");
  await once(bot.server, "listening");
  teams.setBotEndpoint(`${publicUrl}/api/messages`);
  await bot.start();
  return { ...bot, url: publicUrl };
}

/** The address stands in links before the bot listens, so the port is chosen first. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** Puts the app in every team and every personal chat that does not have it yet; first contact ties the identities. */
export async function installEverywhere(teams: TeamsService): Promise<void> {
  const world = teams.world();
  for (const team of world.teams) {
    if (!team.botInstalled) await teams.install({ team: team.id });
  }
  for (const person of world.people) {
    await teams.install({ as: person.id });
  }
  await teams.idle();
}
