/**
 * A card press that stores, through HTTP with a signed token and on a PostgreSQL that keeps its promises (fsync on),
 * beside a bare botbuilder echo bot on the same machine in the same run.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod/v4";
import { migrateAll } from "#bot/command/migrate.ts";
import { directQueue } from "#bot/queue.ts";
import { openDatabase } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { todayIn } from "#domain/today.ts";
import { localClock } from "#local/clock.ts";
import { botAppId, demoSetUp, demoSwvId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { startEcho } from "#local/echo.ts";
import { startPostgres } from "#local/postgres.ts";
import { createRoles } from "#local/postgres-roles.ts";
import { installEverywhere, startLocalBot } from "#local/run.ts";
import { startTeamsService, type TeamsService } from "#local/teams/service.ts";
import { setUp } from "#usecases/set-up.ts";

const rounds = 200;
const warmUp = 40;

export async function run(out: (line: object) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zorgronde-bench-"));
  const clock = localClock();
  const failures: string[] = [];
  const log = (level: string, line: { code: string; kind?: string }) => {
    if (level === "error") failures.push(`${line.code} ${line.kind ?? ""}`);
  };
  const postgres = await startPostgres({ dataDir: join(folder, "postgres") });
  const { urls, roles } = await createRoles({ adminUrl: postgres.adminUrl, database: "zorgronde" });
  await migrateAll({ migrateUrl: urls.migrate, roles, now: clock.now() });
  const database = openDatabase({
    url: urls.app,
    applicationName: "bench",
    max: 1,
    clock,
    onError: () => undefined,
  });
  await setUp(
    { database, chance: { uuid: randomUUID }, swvId: demoSwvId },
    demoSetUp(todayIn(clock.now()), seedVakanties()),
  );
  await database.close();
  const teams = await startTeamsService({
    world: demoTeams(),
    botAppId,
    tenantId: hostTenant,
    now: () => clock.now(),
    limits: false,
  });
  const bot = await startLocalBot({
    urls,
    masterKeys: `bench:${crypto.getRandomValues(Buffer.alloc(32)).toString("base64")}`,
    clock,
    log,
    queue: directQueue((error) => failures.push(error instanceof Error ? error.name : "onbekend")),
    teams,
    port: 0,
  });
  try {
    await installEverywhere(teams);
    await bot.drain();
    const press = await storingPress(teams);
    const echo = await startEcho(teams);
    const figures = { echo: [] as number[], press: [] as number[] };
    for (let round = -warmUp; round < rounds; round++) {
      const one = await timed(() => echo.call());
      const two = await timed(() => press());
      if (round >= 0) {
        figures.echo.push(one);
        figures.press.push(two);
      }
    }
    await echo.stop();
    for (const [name, at] of [
      ["median", 0.5],
      ["p95", 0.95],
    ] as const) {
      const baseline = quantile(figures.echo, at);
      const figure = quantile(figures.press, at);
      out({
        bench: "turn",
        figure: name,
        ms: round2(figure),
        baseline: { name: "botbuilder echo", ms: round2(baseline) },
        ratio: round2(figure / baseline),
        rounds,
      });
    }
    if (failures.length > 0) throw new Error(`${failures.length} failures: ${failures[0]}`);
  } finally {
    await bot.stop();
    await teams.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const idSchema = z.looseObject({ id: z.string() });

/** The first step of an intake, sent again and again: each one stores a leerling, a key, a concept, log and notices. */
async function storingPress(teams: TeamsService): Promise<() => Promise<void>> {
  let sequence = 0;
  return async () => {
    sequence += 1;
    await teams.say({ as: "noor", in: "personal", text: "nieuwe hulpvraag" });
    const inbox = await teams.inbox({ as: "noor" });
    const card = inbox.findLast((item) => JSON.stringify(item.card ?? {}).includes("Extra: hulpvraag maken"));
    const opened = await teams.press({
      as: "noor",
      message: idSchema.parse(card).id,
      action: "Extra: hulpvraag maken",
    });
    if (!opened.dialog) throw new Error("the intake did not open");
    const letters = sequence
      .toString(26)
      .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
    const data = {
      naam: `Kind Q${letters}x`,
      leerjaar: "po_5",
      maand: "04",
      jaar: "2016",
      gezag: "beide_ouders",
    };
    const started = performance.now();
    const sent = await teams.submitDialog({ as: "noor", dialog: opened.dialog.id, data });
    elapsed = performance.now() - started;
    if (sent.status !== "ok" || !sent.dialog) throw new Error(`the intake was not stored: ${sent.status}`);
  };
}

/** Milliseconds of the part that counts, when a round has preparations of its own. */
let elapsed: number | null = null;

async function timed(work: () => Promise<void>): Promise<number> {
  elapsed = null;
  const started = performance.now();
  await work();
  return elapsed ?? performance.now() - started;
}

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

const round2 = (value: number) => Math.round(value * 100) / 100;
