import type { Server } from "node:http";
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
} from "botframework-connector";
import { givenWoordenlijst, giveWoordenlijst } from "#domain/woordenlijst.ts";
import { readWoordenlijst } from "#outside/woordenlijst.ts";
import { controleerOpTijd } from "#usecases/controle.ts";
import { startUp } from "#usecases/start-up.ts";
import { nextDueMoment, runDueTimers } from "#usecases/timekeeper.ts";
import type { World } from "#usecases/world.ts";
import { telMee } from "#usecases/zendruimte.ts";
import { putAfspraken } from "./afspraak.ts";
import { teamsApp } from "./app.ts";
import { arrivalOf } from "./arrival.ts";
import { connectorPort } from "./connector.ts";
import { deliverDue } from "./courier.ts";
import { adapterOf } from "./identity.ts";
import { listener } from "./listen.ts";
import { cardDesk } from "./on-card.ts";
import type { Queue } from "./queue.ts";
import { readiness } from "./readiness.ts";
import type { Registry } from "./registry.ts";
import { type Restraint, restrained } from "./restraint.ts";
import { sealing } from "./sealing.ts";
import { webServer } from "./server.ts";

export interface Composition {
  readonly world: Omit<World, "wake">;
  readonly queue: Queue;
  readonly registry: Registry;
  readonly botAppId: string;
  readonly tenants: readonly string[];
  readonly serviceHosts: readonly string[];
  /** Where a personal chat is opened when no turn has told us yet. */
  readonly serviceUrl: string | null;
  readonly audience: string;
  readonly metricsToken: string | null;
  readonly authentication: BotFrameworkAuthentication;
  /** How much the service takes; null for one that takes everything. */
  readonly restraint: Restraint | null;
}

export interface Bot {
  readonly world: World;
  readonly server: Server;
  /** Lets everything happen that is due now: timers, then notices, until nothing is left. */
  drain(): Promise<void>;
  /** The first moment at which something will be due. */
  nextDue(): Promise<Temporal.Instant | null>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const minuteMs = 60_000;

/** Puts the rooms together; the production start and the local run differ only in what they pass in. */
export function composeBot(parts: Composition): Bot {
  const world: World = { ...parts.world, wake: parts.queue.wake };
  giveWoordenlijst(readWoordenlijst);
  const { registry } = parts;
  const adapter = adapterOf(parts.authentication);
  const { restraint } = parts;
  const connector = connectorPort({
    connectorFactory: () => parts.authentication.createConnectorFactory(botClaims(parts.botAppId)),
    audience: parts.audience,
    botAppId: parts.botAppId,
    allowedHosts: parts.serviceHosts,
  });
  const teams = restraint ? restrained(connector, world, restraint) : connector;
  const turns = teamsApp({
    world,
    teams,
    botAppId: parts.botAppId,
    tenants: parts.tenants,
    desk: cardDesk(world, registry.routes, registry.presenters),
    listen: listener(world, registry.commands, registry.presenters),
    arrival: arrivalOf(world),
    answered: restraint ? (adres) => telMee(world, adres, restraint.grenzen) : async () => undefined,
  });
  adapter.onTurnError = async () => world.log("error", { code: "beurt_afgebroken" });
  const seal = sealing(world);
  const outlook = singleFlight(() => putAfspraken(world));
  const teamsDrain = singleFlight(async () => {
    let moved = 1;
    while (moved > 0) {
      moved = await runDueTimers(world, registry.timers);
      moved += await deliverDue({
        world,
        teams,
        presenters: registry.presenters,
        channel: registry.channel,
        serviceUrl: () => parts.serviceUrl,
      });
    }
    await seal();
    await controleerOpTijd(world);
  });
  const drain = async (): Promise<void> => {
    await teamsDrain();
    if (world.outlook.postbus === null) return;
    let moved = 1;
    while (moved > 0) {
      moved = await outlook();
      // Also for what a run beside this one left to say.
      await teamsDrain();
    }
  };
  /** A slow Outlook holds up no message: it goes on beside them, and what it brings wakes the courier. */
  const beside = (): void => {
    underway = outlook().then(
      () => undefined,
      () => world.log("error", { code: "outlook_fout" }),
    );
  };
  let underway: Promise<void> = Promise.resolve();
  /** What is due before the next minute does not wait for it. */
  const wakeSoon = async (): Promise<void> => {
    const next = await nextDueMoment(world);
    const over = next ? next.epochMilliseconds - world.clock.now().epochMilliseconds : minuteMs;
    clearTimeout(soon);
    if (over < minuteMs) soon = setTimeout(() => parts.queue.wake(), Math.max(over, 0)).unref();
  };
  let soon: NodeJS.Timeout | undefined;
  const health = readiness(world, parts.queue);
  const server = webServer({
    adapter,
    turn: turns.run,
    serviceHosts: parts.serviceHosts,
    log: world.log,
    ready: health.ready,
    metrics: health.metrics,
    metricsToken: parts.metricsToken,
    file: registry.file(world),
    feed: registry.feed(world),
  });
  return {
    world,
    server,
    drain,
    nextDue: () => nextDueMoment(world),
    async start() {
      // Read now: without it no text can be looked through, and the first who sends one should not wait for it.
      givenWoordenlijst();
      await startUp(world);
      await parts.queue.start(async () => {
        beside();
        await teamsDrain();
        await wakeSoon();
      });
    },
    async stop() {
      clearTimeout(soon);
      await parts.queue.stop();
      await underway;
      await new Promise((done) => server.close(done));
      await Promise.all([world.database.close(), world.channel.close(), world.digest.close()]);
    },
  };
}

/** One run at a time in this process; a call during a run gets one more run after it. */
function singleFlight<T>(run: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    const mine = run().finally(() => {
      current = null;
    });
    current = mine;
    return mine;
  };
  return () => {
    if (!current) return begin();
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}

function botClaims(appId: string) {
  return new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true);
}
