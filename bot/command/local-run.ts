import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod/v4";

const runFile = z.object({ controlUrl: z.url() });

/** Address of the local run that `npm start` left behind; null when none runs here. */
export function localRunUrl(): string | null {
  const file = resolve(".zorgronde", "run.json");
  if (!existsSync(file)) return null;
  const parsed = runFile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data.controlUrl : null;
}

export const noLocalRun =
  "Er draait geen lokale Zorgronde. Start haar met 'npm start' en probeer het dan opnieuw.";
