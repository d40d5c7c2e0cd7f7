/**
 * One run of notices to many people, with the process of the bot killed (`kill -9`) again and again in the middle of it.
 * What came of it is read from the list of calls that the local Teams keeps, and not from what the bot says.
 */
import assert from "node:assert/strict";
import { z } from "zod/v4";
import { placeholderCard } from "#cards/placeholder.ts";
import { query } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import type { Chance } from "#local/chance.ts";
import { stoppedClock } from "#local/clock.ts";
import { botAppId, demoSwvId, hostTenant } from "#local/demo.ts";
import type { LocalBotParts } from "#local/run.ts";
import { startTeamsService, type TeamsService } from "#local/teams/service.ts";
import { crowdedTeams, manyPeople, seatCrowd, welcomeCrowd } from "#test/crowd.ts";
import type { TestDatabase, TestDatabaseOptions } from "#test/database.ts";
import type { Proof } from "./proof.ts";
import { remoteBots } from "./remote-bot.ts";

interface Figures {
  readonly kills: number;
  readonly notices: number;
  /** Nobody was told. */
  readonly lost: number;
  /** Told in two messages. */
  readonly doubled: number;
  /** Teams took a placeholder that the killed bot never heard of: it never holds a word. */
  readonly empty: number;
}

interface Plan {
  readonly notices: number;
  readonly kills: number;
  readonly chance: Chance;
  readonly database: (options: TestDatabaseOptions) => Promise<TestDatabase>;
}

const begin = Temporal.Instant.from("2026-11-23T08:00:00Z");
/** A claim of who was killed is free again. */
const claimOver = { minutes: 3 };
const masterKeys = `proof:${crypto.getRandomValues(Buffer.alloc(32)).toString("base64")}`;

export async function killNotices({ notices, kills, chance, database }: Plan): Promise<Figures> {
  const clock = stoppedClock(begin.toString());
  const db = await database({ clock });
  const crowd = manyPeople(notices);
  const teams = await startTeamsService({
    world: crowdedTeams(crowd, { botInstalled: true }),
    ...{ botAppId, tenantId: hostTenant, now: () => clock.now() },
    // The clock stands still, and so would its limits.
    limits: { rate: false, overlap: true, size: true, retryAfter: true },
  });
  const bots = remoteBots();
  const parts: LocalBotParts = {
    ...{ urls: db.urls, masterKeys, clock, teams, port: 0, log: () => undefined },
    queue: { wake: () => undefined, start: async () => undefined, stop: async () => undefined, problem },
  };
  try {
    await seatCrowd(db, clock.now(), crowd);
    await welcomeCrowd(db, "kill");
    for (let killed = 0; killed < kills; killed += 1) {
      const bot = await bots.start(parts);
      // Three calls a notice; the kills are spread over all of them.
      const after = 1 + chance.below(Math.floor((notices * 3) / (kills + 1)));
      const reached = callsLater(teams, after);
      const over = bot.drain().catch(() => undefined);
      await Promise.race([reached, over]);
      for (let turn = chance.below(20); turn > 0; turn -= 1) await new Promise((done) => setImmediate(done));
      await bots.kill();
      await over;
      await teams.idle();
      assert.ok((await waiting(db)) > 0, `nothing was left at kill ${killed + 1}: it fell after the run`);
      clock.set(clock.now().add(claimOver));
    }
    const last = await bots.start(parts);
    for (let tries = 0; (await waiting(db)) > 0; tries += 1) {
      assert.ok(tries < 10, `${await waiting(db)} notices are never settled`);
      await last.drain();
      clock.set(clock.now().add(claimOver));
    }
    await last.stop();
    return { kills, notices, ...told(teams, crowd.length) };
  } finally {
    await bots.kill();
    await teams.stop();
    await db.close();
  }
}

const problem = async () => null;

function callsLater(teams: TeamsService, count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = count;
  const forget = teams.on("call", () => {
    left -= 1;
    if (left > 0) return;
    forget();
    resolve();
  });
  return promise;
}

async function waiting(db: TestDatabase): Promise<number> {
  const [row] = await db.database.transact(taskScope(demoSwvId, "koerier"), (tx) =>
    query(
      tx,
      z.object({ count: z.number() }),
      `select count(*)::int as count from kennisgeving where soort = 'welkom' and status <> 'verzonden'`,
    ),
  );
  return row?.count ?? 0;
}

/** What Teams took: a message is posted empty and told in by an edit, so who is told twice has two edited messages. */
function told(teams: TeamsService, people: number): Pick<Figures, "lost" | "doubled" | "empty"> {
  const empty = JSON.stringify(placeholderCard());
  const taken = teams.calls().filter(({ status }) => status < 300);
  const posts = taken.filter(({ op }) => op === "send");
  for (const { body } of posts)
    assert.ok(JSON.stringify(body).includes(empty), "a post held more than a placeholder");
  const filled = new Map<string, Set<string>>();
  for (const { op, conversation, path } of taken) {
    if (op !== "update" || conversation === null) continue;
    filled.set(conversation, (filled.get(conversation) ?? new Set()).add(path));
  }
  const messages = [...filled.values()].map(({ size }) => size);
  return {
    lost: people - filled.size,
    doubled: messages.filter((count) => count > 1).length,
    empty: posts.length - messages.reduce((sum, count) => sum + count, 0),
  };
}

export const killInNotices = (database: Plan["database"]): Proof => ({
  name: "the bot is killed in a run of notices",
  share: 0,
  async run({ chance }) {
    const figures = await killNotices({ notices: 5_000, kills: 20, chance, database });
    assert.deepEqual({ lost: figures.lost, doubled: figures.doubled }, { lost: 0, doubled: 0 });
    const { notices, kills, empty } = figures;
    return `${notices} notices, ${kills} kills: 0 lost, 0 doubled; ${empty} empty placeholders more`;
  },
});
