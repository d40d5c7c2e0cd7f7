#!/usr/bin/env node
import { localCommands, localEnvironment } from "./command/local-run.ts";
import type { Command, Io } from "./command/output.ts";
import { UsageError } from "./command/output.ts";

/** Each command's file is opened only when it is asked for: the bot's libraries take more than a second to load. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./command/serve.ts")).serve,
  migrate: async () => (await import("./command/migrate.ts")).migrateCommand,
  doctor: async () => (await import("./command/doctor.ts")).doctor,
  manifest: async () => (await import("./command/manifest.ts")).manifest,
  import: async () => (await import("./command/import.ts")).importCommand,
  people: async () => (await import("./command/people.ts")).people,
  clock: async () => (await import("./command/clock.ts")).clock,
  "decide-consent": async () => (await import("./command/decide-consent.ts")).decideConsent,
  "screen-text": async () => (await import("./command/screen-text.ts")).screenTextCommand,
  retention: async () => (await import("./command/retention.ts")).retention,
  "rotate-keys": async () => (await import("./command/rotate-keys.ts")).rotateKeys,
  "verify-log": async () => (await import("./command/verify-log.ts")).verifyLogCommand,
};

const io: Io = {
  env: process.env,
  out: (value) => process.stdout.write(`${JSON.stringify(value)}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const load = name === undefined ? undefined : Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    io.say("Gebruik: zorgronde <opdracht> [opties]   (--help bij een opdracht legt haar uit)\n");
    for (const [command, open] of Object.entries(commands))
      io.say(`  ${command.padEnd(15)} ${(await open()).about}`);
    return name === "--help" || name === "help" ? 0 : 2;
  }
  const command = await load();
  if (args.includes("--help")) {
    io.say(`${command.about}\n\n${command.usage}`);
    return 0;
  }
  const local = name !== undefined && localCommands.has(name) ? localEnvironment(io.env) : null;
  if (local) io.say("Ik gebruik de instellingen van de lokale oefenomgeving.");
  try {
    return await command.run(args, local ? { ...io, env: local } : io);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      io.say(`${error instanceof Error ? error.message : ""}\n\n${command.usage}`);
      return 2;
    }
    io.out({ error: failure(error) });
    return 1;
  }
}

/** By name, so that the database is not loaded for commands that do without it. Its own words hold no values. */
function failure(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: "onverwacht", message: "onbekend" };
  if (error.name === "DatabaseAway")
    return { code: "database_weg", message: "De database is niet te bereiken." };
  if (error.name === "DatabaseError") return { code: "database_fout", message: error.message };
  return { code: "onverwacht", message: error.name };
}

/** node:util parseArgs throws these for options it does not know. */
function isParseError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

process.exitCode = await main(process.argv.slice(2));
