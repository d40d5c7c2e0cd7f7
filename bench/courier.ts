/**
 * How much of what Teams takes the courier uses: the welcome to four hundred people, by one, two and four instances on one
 * database, to a local Teams that keeps its documented limits by the real clock. Beside it the same calls by a loop that
 * does nothing but wait for its turn and post, in the same run.
 */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod/v4";
import { directQueue } from "#bot/queue.ts";
import { teamsRestraint } from "#bot/restraint.ts";
import { query } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import { metMoment, teamsGrenzen, vrijVanaf } from "#domain/zendruimte.ts";
import { localClock } from "#local/clock.ts";
import { botAppId, demoSwvId, hostTenant } from "#local/demo.ts";
import { startLocalBot } from "#local/run.ts";
import { startTeamsService, type TeamsService } from "#local/teams/service.ts";
import { openCluster } from "#test/cluster.ts";
import { crowdedTeams, manyPeople, seatCrowd, welcomeCrowd } from "#test/crowd.ts";
import { databaseIn, type TestDatabase } from "#test/database.ts";

const people = 400;
/** Of the whole app in one tenant, in a second. */
const most = 50;

const known = manyPeople(people);

export async function run(out: (line: object) => void): Promise<void> {
  const cluster = await openCluster();
  const clock = localClock();
  const db = await databaseIn(cluster, { clock });
  const failures: string[] = [];
  const log = (level: string, line: { code: string; kind?: string }) => {
    if (level !== "info") failures.push(`${line.code} ${line.kind ?? ""}`);
  };
  await seatCrowd(db, clock.now(), known);
  const teams = await startTeamsService({
    world: crowdedTeams(known, { botInstalled: false }),
    botAppId,
    tenantId: hostTenant,
    now: () => clock.now(),
    limits: { rate: true, overlap: true, size: true, retryAfter: true },
  });
  const masterKeys = `bench:${crypto.getRandomValues(Buffer.alloc(32)).toString("base64")}`;
  const instance = () =>
    startLocalBot({
      ...{ urls: db.urls, masterKeys, clock, log, teams, port: 0, restraint: teamsRestraint },
      // The bench says when something runs.
      queue: { ...directQueue(() => failures.push("wachtrij")), wake: () => undefined },
    });
  const bots: Awaited<ReturnType<typeof instance>>[] = [];
  for (let made = 0; made < 4; made += 1) bots.push(await instance());
  try {
    for (const { handle } of known) await teams.install({ as: handle });
    await teams.idle();
    await settle(db, "verzonden");
    const baseline = await measured(teams, () => bare(teams));
    for (const count of [1, 2, 4]) {
      await pause(2_000);
      await welcomeCrowd(db, `${count}`);
      const used = await measured(teams, () => Promise.all(bots.slice(0, count).map((bot) => bot.drain())));
      out({
        bench: "courier",
        figure: `share of ${most} calls a second, ${count} ${count === 1 ? "instance" : "instances"}`,
        share: round3(used.perSecond / most),
        calls: used.calls,
        refused: used.refused,
        baseline: {
          name: "the same calls by a loop that only waits and posts",
          share: round3(baseline.perSecond / most),
        },
        ratio: round3(used.perSecond / baseline.perSecond),
      });
    }
    if (failures.length > 0) throw new Error(`${failures.length} failures: ${failures[0]}`);
  } finally {
    for (const bot of bots) await bot.stop();
    await teams.stop();
    await db.close();
    await cluster.close();
  }
}

/** What the installations left to say is over: every figure begins with nothing waiting. */
async function settle(db: TestDatabase, status: string): Promise<void> {
  await db.database.transact(taskScope(demoSwvId, "koerier"), (tx) =>
    query(tx, z.object({}), `update kennisgeving set status = $1 where status = 'klaar'`, [status]),
  );
}

interface Measured {
  readonly calls: number;
  readonly refused: number;
  readonly perSecond: number;
}

/** From the first call to the last, as the service saw them. */
async function measured(teams: TeamsService, work: () => Promise<unknown>): Promise<Measured> {
  const before = teams.calls().at(-1)?.n ?? 0;
  await work();
  const calls = teams.calls(before);
  const taken = calls.filter(({ status }) => status < 300);
  const times = taken.map(({ at }) => Temporal.Instant.from(at).epochMilliseconds);
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
  return {
    calls: taken.length,
    refused: calls.length - taken.length,
    // The first fifty stand at the beginning of the first second, and take none.
    perSecond: (taken.length - most) / seconds,
  };
}

/** Finds the chat of each person and posts one line in it, each call at the first moment at which it may go. */
async function bare(teams: TeamsService): Promise<void> {
  const token = teams.botToken();
  let given: readonly number[] = [];
  const post = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const now = Temporal.Now.instant().epochMilliseconds;
    const moment = vrijVanaf(given, teamsGrenzen.tenant, now);
    given = metMoment(given, teamsGrenzen.tenant, { moment, nu: now });
    await pause(moment - now);
    const answer = await fetch(new URL(path, teams.serviceUrl), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const said: unknown = await answer.json();
    if (answer.ok) return z.object({ id: z.string() }).parse(said);
    if (answer.status !== 429) throw new Error(`${answer.status} on ${path.split("/").length} parts`);
    await pause(1_000);
    return post(path, body);
  };
  const bot = { id: `28:${botAppId}`, name: "Zorgronde" };
  const waiting = [...known];
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const chat = await post("v3/conversations", {
        ...{ isGroup: false, bot, members: [{ id: one.objectId, name: "" }], tenantId: hostTenant },
        channelData: { tenant: { id: hostTenant } },
      });
      await post(`v3/conversations/${encodeURIComponent(chat.id)}/activities`, {
        ...{ type: "message", text: "Hallo", from: bot, conversation: { id: chat.id } },
      });
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
}

const round3 = (figure: number) => Math.round(figure * 1000) / 1000;
