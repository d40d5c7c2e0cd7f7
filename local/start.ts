/** `npm start`: a working Zorgronde on this machine, with a practice world and a local Teams. Nothing here is production. */
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { localRunUrl } from "#bot/command/local-run.ts";
import { migrateAll } from "#bot/command/migrate.ts";
import { hushConsole } from "#bot/hush.ts";
import { jsonLog } from "#bot/logger.ts";
import { bossQueue } from "#bot/queue.ts";
import { teamsRestraint } from "#bot/restraint.ts";
import { openDatabase } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { nextSchooldag } from "#domain/schooldag.ts";
import { todayIn } from "#domain/today.ts";
import { setUp } from "#usecases/set-up.ts";
import type { Log } from "#usecases/world.ts";
import { localClock } from "./clock.ts";
import { controlHandler } from "./control.ts";
import { botAppId, demoBrief, demoSetUp, demoSwvId, hostTenant } from "./demo.ts";
import { demoTeams } from "./demo-teams.ts";
import { environmentOf } from "./environment.ts";
import { outlookPage } from "./graph/page.ts";
import { practiceOutlook } from "./outlook.ts";
import { openPlace } from "./place.ts";
import { mustBeFree, PortTaken, portOf } from "./port.ts";
import { isHeld, removePostgres, startPostgres } from "./postgres.ts";
import { PostgresRefused } from "./postgres-account.ts";
import { createRoles } from "./postgres-roles.ts";
import { roomHandler } from "./room/room.ts";
import { installEverywhere, startLocalBot } from "./run.ts";
import { startTeamsService } from "./teams/service.ts";

/** What was asked for cannot be read; nothing was started. */
class Misunderstood extends Error {}
/** Another start holds this folder: other ports would not help. */
class RunsHere extends Error {}

const usage = "npm start [-- --fresh] [--outlook] [--port 3978] [--room-port 3979]";
const say = (text: string) => process.stderr.write(`${text}\n`);

const open: (() => Promise<void>)[] = [];
try {
  const asked = readAsked();
  if (asked.help)
    say(
      `${usage}\n  --fresh    begin met een lege oefenomgeving\n  --outlook  overlegrondes gaan naar een Outlook van de oefenomgeving`,
    );
  else await start(asked, open);
} catch (error) {
  const words = refusal(error);
  if (!words) throw error;
  say(words);
  process.exitCode = error instanceof Misunderstood ? 2 : 1;
} finally {
  for (const close of open.reverse()) await close();
}

interface Asked {
  readonly fresh: boolean;
  readonly outlook: boolean;
  readonly help: boolean;
  readonly ports: { readonly bot: number; readonly room: number };
}

function readAsked(): Asked {
  const { values } = parsed();
  return {
    fresh: values.fresh,
    outlook: values.outlook,
    help: values.help,
    ports: { bot: readPort("--port", values.port), room: readPort("--room-port", values["room-port"]) },
  };
}

function parsed() {
  try {
    return parseArgs({
      options: {
        fresh: { type: "boolean", default: false },
        outlook: { type: "boolean", default: false },
        port: { type: "string", default: "3978" },
        "room-port": { type: "string", default: "3979" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const isAsked =
      error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
    throw isAsked ? new Misunderstood("Deze opdracht ken ik niet.") : error;
  }
}

function readPort(option: string, text: string): number {
  const port = portOf(text);
  if (port !== null) return port;
  throw new Misunderstood(`${option} ${text} is geen poort. Kies een getal van 1 tot 65535.`);
}

/** What stands in the way of a start, in words; null for what should not happen. */
function refusal(error: unknown): string | null {
  if (error instanceof Misunderstood) return `${error.message} Zo start je:\n  ${usage}`;
  if (error instanceof RunsHere || (error instanceof PostgresRefused && error.kind === "in-use")) {
    const url = localRunUrl();
    const where = url ? ` Open de oefenomgeving:  ${url}/` : "";
    return `Zorgronde draait al in deze map.${where}\nOpnieuw starten? Druk eerst op Ctrl+C in het venster waar zij draait.`;
  }
  if (error instanceof PostgresRefused) return `De database start niet. ${error.message}`;
  if (error instanceof PortTaken) {
    return `Poort ${error.port} is al in gebruik door iets anders. Kies andere poorten:\n  npm start -- --port 4978 --room-port 4979`;
  }
  return null;
}

/** Starts everything; `open` gets what must be closed again, in order. Ends when the person stops it. */
async function start({ fresh, outlook: wanted, ports }: Asked, open: (() => Promise<void>)[]): Promise<void> {
  const directory = resolve(".zorgronde");
  if (isHeld(join(directory, "postgres"))) throw new RunsHere();
  for (const port of Object.values(ports)) await mustBeFree(port);
  if (fresh) removePostgres(join(directory, "postgres"), say);
  const place = openPlace(directory, fresh);
  // Left by a start that was killed: it would name an address where nothing answers.
  rmSync(place.runFile, { force: true });
  const clock = localClock(place.readAhead());
  const everything = jsonLog(clock);
  // Somebody who practises reads this window: only what is not in order is written here.
  const log: Log = (level, line) => level !== "info" && everything(level, line);
  hushConsole(log);
  say("1/5 database starten");
  const postgres = await startPostgres({ dataDir: place.postgres, log: say });
  open.push(() => postgres.stop());
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
  const facts = demoSetUp(todayIn(clock.now()), seedVakanties());
  await setUp(
    { database, chance: { uuid: randomUUID }, swvId: demoSwvId },
    { ...facts, schools: facts.schools.map((school) => ({ ...school, brief: demoBrief })) },
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
  const practice = wanted ? practiceOutlook(join(directory, "outlook.json")) : null;
  const teams = await startTeamsService({
    port: ports.room,
    world: demoTeams(),
    botAppId,
    botName: "Zorgronde",
    tenantId: hostTenant,
    now: () => clock.now(),
    stateFile: place.teamsState,
    extra: async (request, response) =>
      (await practice?.handle(request, response)) ||
      (await control(request, response)) ||
      room(request, response),
  });
  open.push(async () => {
    practice?.stop();
    await teams.stop();
  });
  say("5/5 bot starten");
  bot = await startLocalBot({
    urls,
    masterKeys: place.masterKeys,
    clock,
    log,
    queue: bossQueue({ url: urls.app, log }),
    teams,
    port: ports.bot,
    fetched: teams.noteFile,
    mailed: teams.noteMail,
    restraint: teamsRestraint,
    ...(practice ? { outlook: practice.outlookAt(teams.url) } : {}),
  });
  const running = bot;
  open.push(() => running.stop());
  await installEverywhere(teams);
  await bot.drain();
  const environment = environmentOf({ urls, masterKeys: place.masterKeys });
  writeFileSync(place.runFile, JSON.stringify({ controlUrl: teams.url, botUrl: bot.url, environment }), {
    mode: 0o600,
  });
  say(`\nZorgronde draait. Open de oefenomgeving:  ${teams.url}/`);
  for (const person of demoTeams().people.slice(0, 8))
    say(`  ${person.name.padEnd(18)} ${teams.url}/room?as=${person.id}`);
  if (practice) say(`Outlook van de oefenomgeving:  ${teams.url}${outlookPage}`);
  say("De klok verzetten:  npm run --silent zorgronde -- clock P1D\nStoppen: Ctrl+C");
  await stopped();
  say("Bezig met stoppen…");
  rmSync(place.runFile, { force: true });
}

function stopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}
