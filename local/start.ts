/** `npm start`: a working Zorgronde on this machine, with a practice world and a local Teams. Nothing here is production. */
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { migrateAll } from "#bot/command/migrate.ts";
import { hushConsole } from "#bot/hush.ts";
import { jsonLog } from "#bot/logger.ts";
import { bossQueue } from "#bot/queue.ts";
import { openDatabase } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { nextSchooldag } from "#domain/schooldag.ts";
import { todayIn } from "#domain/today.ts";
import { setUp } from "#usecases/set-up.ts";
import { localClock } from "./clock.ts";
import { controlHandler } from "./control.ts";
import { botAppId, demoSetUp, demoSwvId, hostTenant } from "./demo.ts";
import { demoTeams, guestTenant } from "./demo-teams.ts";
import { openPlace } from "./place.ts";
import { startPostgres } from "./postgres.ts";
import { createRoles, type Login } from "./postgres-roles.ts";
import { roomHandler } from "./room/room.ts";
import { installEverywhere, startLocalBot } from "./run.ts";
import { startTeamsService } from "./teams/service.ts";

const { values: asked } = parseArgs({
  options: {
    fresh: { type: "boolean", default: false },
    port: { type: "string", default: "3978" },
    "room-port": { type: "string", default: "3979" },
    help: { type: "boolean", default: false },
  },
});

const say = (text: string) => process.stderr.write(`${text}\n`);

if (asked.help) {
  say("npm start [-- --fresh] [--port 3978] [--room-port 3979]\n  --fresh  begin met een lege oefenomgeving");
} else {
  await start();
}

async function start(): Promise<void> {
  const place = openPlace(resolve(".zorgronde"), asked.fresh);
  const clock = localClock(place.readAhead());
  const log = jsonLog(clock);
  hushConsole(log);
  say("1/5 database starten");
  const postgres = await startPostgres({ dataDir: place.postgres, log: say });
  const { urls, roles } = await createRoles({ adminUrl: postgres.adminUrl, database: "zorgronde" });
  say("2/5 database bijwerken");
  await migrateAll({ migrateUrl: urls.migrate, roles, now: clock.now(), log: say });
  say("3/5 oefenwereld klaarzetten");
  const database = openDatabase({
    url: urls.app,
    applicationName: "zorgronde inrichting",
    max: 1,
    clock,
    onError: (code) => log("error", { code: "database", kind: code }),
  });
  await setUp(
    { database, chance: { uuid: randomUUID }, swvId: demoSwvId },
    demoSetUp(todayIn(clock.now()), seedVakanties()),
  );
  await database.close();
  say("4/5 lokaal Teams starten");
  let bot: Awaited<ReturnType<typeof startLocalBot>> | null = null;
  const vakanties = seedVakanties().filter(({ regio }) => regio === "Z");
  const calendar = {
    regio: "Z" as const,
    holidays: vakanties.map(({ van, tot, naam }) => ({ from: van, to: tot, name: naam })),
    studiedagen: [],
    openOp: [],
    horizon: vakanties.at(-1)?.tot ?? todayIn(clock.now()),
  };
  const room = roomHandler({
    serviceBase: "",
    now: () => clock.now(),
    nextSchooldag: (date) => nextSchooldag(date.add({ days: 1 }), calendar),
  });
  const control = controlHandler({
    bot: () => {
      if (!bot) throw new Error("the bot is not there yet");
      return bot;
    },
    clock,
    moved: () => {
      place.keepAhead(clock.ahead);
      teams.clockMoved();
    },
  });
  const teams = await startTeamsService({
    port: Number(asked["room-port"]),
    world: demoTeams(),
    botAppId,
    botName: "Zorgronde",
    tenantId: hostTenant,
    now: () => clock.now(),
    stateFile: place.teamsState,
    extra: async (request, response) => (await control(request, response)) || room(request, response),
  });
  say("5/5 bot starten");
  bot = await startLocalBot({
    urls,
    masterKeys: place.masterKeys,
    clock,
    log,
    queue: bossQueue({ url: urls.app, log }),
    teams,
    port: Number(asked.port),
  });
  await installEverywhere(teams);
  await bot.drain();
  const environment = environmentOf({ urls, masterKeys: place.masterKeys });
  writeFileSync(place.runFile, JSON.stringify({ controlUrl: teams.url, botUrl: bot.url, environment }), {
    mode: 0o600,
  });
  say(`\nZorgronde draait. Open de oefenomgeving:  ${teams.url}/`);
  for (const person of demoTeams().people.slice(0, 8))
    say(`  ${person.name.padEnd(18)} ${teams.url}/room?as=${person.id}`);
  say("De klok verzetten:  npm run --silent zorgronde -- clock P1D\nStoppen: Ctrl+C");
  await stopped();
  say("Bezig met stoppen…");
  rmSync(place.runFile, { force: true });
  await bot.stop();
  await teams.stop();
  await postgres.stop();
}

/** For the commands beside a running practice world; the addresses of the Teams package lead nowhere on purpose. */
function environmentOf(run: { urls: Readonly<Record<Login, string>>; masterKeys: string }): string {
  const page = "https://oefenomgeving.example";
  const values = {
    ZORGRONDE_SWV_ID: demoSwvId,
    BOT_ID: botAppId,
    BOT_TENANT_ID: hostTenant,
    BOT_TYPE: "UserAssignedMSI",
    ALLOWED_TENANTS: [hostTenant, guestTenant].join(","),
    MASTER_KEYS: run.masterKeys,
    DATABASE_URL: run.urls.app,
    DATABASE_URL_CHANNEL: run.urls.channel,
    DATABASE_URL_DIGEST: run.urls.digest,
    DATABASE_URL_EXPORT: run.urls.export,
    DATABASE_URL_MIGRATE: run.urls.migrate,
    PUBLIC_URL: page,
    TEAMS_APP_ID: botAppId,
    PUBLISHER_NAME: "Oefenomgeving",
    PUBLISHER_URL: page,
    PRIVACY_URL: `${page}/privacy`,
    TERMS_URL: `${page}/voorwaarden`,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join("\n");
}

function stopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}
