import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { parseKeyRing } from "#database/kluis.ts";
import { pendingMigrations } from "#database/migrate.ts";
import { type Database, DatabaseAway, openDatabase } from "#database/pool.ts";
import { smtpMail } from "#outside/mail.ts";
import type { Clock, World } from "#usecases/world.ts";
import { composeBot } from "./compose.ts";
import { hushConsole } from "./hush.ts";
import { authenticationOf } from "./identity.ts";
import { jsonLog } from "./logger.ts";
import { registry } from "./nouns.ts";
import { outlookOf } from "./outlook.ts";
import { bossQueue } from "./queue.ts";
import { teamsRestraint } from "./restraint.ts";
import { rightsProblems } from "./rights.ts";
import { publicServiceHosts } from "./service-url.ts";
import type { Settings } from "./settings.ts";

type Started =
  | { readonly ok: true; stop(): Promise<void> }
  | { readonly ok: false; readonly code: string; readonly message: string };

const systemClock: Clock = { now: () => Temporal.Now.instant() };
/** Where a personal chat is opened before the service told us another address (public cloud). */
const usualServiceUrl = "https://smba.trafficmanager.net/teams/";

/** The production start. Anything that is not in order stops it: an insecure bot is worse than no bot. */
export async function startProduction(settings: Settings): Promise<Started> {
  const log = jsonLog(systemClock);
  hushConsole(log);
  const keys = parseKeyRing(settings.masterKeys);
  if (!keys.ok)
    return refuse("hoofdsleutel_ongeldig", "MASTER_KEYS klopt niet: 'naam:base64' met 32 bytes per sleutel.");
  if (!settings.tenants.includes(settings.identity.tenantId)) {
    return refuse("tenant_niet_toegelaten", "BOT_TENANT_ID staat niet in ALLOWED_TENANTS.");
  }
  const open = (login: keyof Settings["databases"], max: number): Database =>
    openDatabase({
      url: settings.databases[login],
      applicationName: `zorgronde ${login}`,
      max,
      clock: systemClock,
      onError: (code) => log("error", { code: "database", kind: code }),
    });
  try {
    const pending = await pendingMigrations({ migrateUrl: settings.databases.migrate });
    if (pending.length > 0) return refuse("schema_verouderd", "Voer eerst 'zorgronde migrate' uit.");
    const problems = await rightsProblems(settings.databases);
    if (problems.length > 0)
      return refuse("rechten_kloppen_niet", `Zie 'zorgronde doctor': ${problems.join(", ")}.`);
  } catch (error) {
    if (error instanceof DatabaseAway) return refuse("database_weg", "De database is niet te bereiken.");
    throw error;
  }
  const world: Omit<World, "wake"> = {
    database: open("app", 20),
    channel: open("channel", 2),
    digest: open("digest", 2),
    keys: keys.value,
    clock: systemClock,
    chance: { uuid: randomUUID, number: (below) => randomInt(below), bytes: randomBytes },
    log,
    swvId: settings.swvId,
    publicUrl: settings.publicUrl.replace(/\/$/, ""),
    ...(settings.mail ? { mail: smtpMail(settings.mail) } : {}),
    outlook: outlookOf(settings.outlook),
  };
  const bot = composeBot({
    world,
    queue: bossQueue({ url: settings.databases.app, log }),
    registry,
    botAppId: settings.identity.appId,
    tenants: settings.tenants,
    serviceHosts: settings.serviceHosts ?? publicServiceHosts,
    serviceUrl: usualServiceUrl,
    audience: "https://api.botframework.com",
    metricsToken: settings.metricsToken,
    authentication: authenticationOf(settings.identity),
    restraint: teamsRestraint,
  });
  await bot.start();
  bot.server.listen(settings.port);
  await once(bot.server, "listening");
  return { ok: true, stop: () => bot.stop() };
}

function refuse(code: string, message: string): Started {
  return { ok: false, code, message };
}
