import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod/v4";

/** What the local run keeps between two starts, under `.zorgronde/`. Only this machine's owner can read it. */
export interface Place {
  readonly directory: string;
  readonly postgres: string;
  readonly teamsState: string;
  readonly runFile: string;
  /** The keys of this practice world: made here, once, never shipped. */
  readonly masterKeys: string;
  readonly controlToken: string;
  readAhead(): Temporal.Duration;
  keepAhead(ahead: Temporal.Duration): void;
}

export function openPlace(directory: string, fresh: boolean): Place {
  if (fresh) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const clockFile = join(directory, "klok.json");
  return {
    directory,
    postgres: join(directory, "postgres"),
    teamsState: join(directory, "teams.json"),
    runFile: join(directory, "run.json"),
    masterKeys: kept(join(directory, "sleutels"), () => `oefening:${randomBytes(32).toString("base64")}`),
    controlToken: randomBytes(24).toString("base64url"),
    readAhead() {
      if (!existsSync(clockFile)) return new Temporal.Duration();
      const { ahead } = z.object({ ahead: z.string() }).parse(JSON.parse(readFileSync(clockFile, "utf8")));
      return Temporal.Duration.from(ahead);
    },
    keepAhead(ahead) {
      writeFileSync(clockFile, JSON.stringify({ ahead: ahead.toString() }));
    },
  };
}

function kept(file: string, make: () => string): string {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
