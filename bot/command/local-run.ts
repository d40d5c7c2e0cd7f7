import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod/v4";
import { amsterdam } from "#domain/today.ts";

const runFile = z.object({ controlUrl: z.url(), environment: z.string() });

/** Commands that look after an installation, and so can look after the practice world too. `serve` never does. */
export const localCommands: ReadonlySet<string> = new Set([
  "doctor",
  "migrate",
  "manifest",
  "import",
  "rotate-keys",
  "verify-log",
  "retention",
]);

/** Set by us alone, for commands that must keep the time of the practice world. */
const runVariable = "ZORGRONDE_LOCAL_RUN";

/** The settings of the local run on this machine, when it runs and the environment names no installation itself. */
export function localEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> | null {
  if (env.DATABASE_URL || env.BOT_ID || env.ZORGRONDE_SWV_ID) return null;
  const run = readRun();
  return run && { ...env, ...parseEnv(run.environment), [runVariable]: run.controlUrl };
}

const clockAnswer = z.object({ now: z.string().transform((text) => Temporal.PlainDateTime.from(text)) });

/** The clock of the practice world, which people move; null for an installation, which has the time of the world. */
export async function localClock(
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ now(): Temporal.Instant } | null> {
  const url = env[runVariable];
  if (!url) return null;
  const response = await fetch(`${url}/_local/clock`);
  const { now } = clockAnswer.parse(await response.json());
  const moment = now.toZonedDateTime(amsterdam).toInstant();
  return { now: () => moment };
}

/** Address of the local run that `npm start` left behind; null when none runs here. */
export function localRunUrl(): string | null {
  return readRun()?.controlUrl ?? null;
}

function readRun(): z.infer<typeof runFile> | null {
  const file = resolve(".zorgronde", "run.json");
  if (!existsSync(file)) return null;
  const parsed = runFile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : null;
}

export const noLocalRun =
  "Er draait geen lokale Zorgronde. Start haar met 'npm start' en probeer het dan opnieuw.";
