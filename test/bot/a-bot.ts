import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import { z } from "zod/v4";
import { type Bot, composeBot } from "#bot/compose.ts";
import { hushConsole } from "#bot/hush.ts";
import { jsonLog } from "#bot/logger.ts";
import { directQueue, type Queue } from "#bot/queue.ts";
import type { Registry } from "#bot/registry.ts";
import type { Restraint } from "#bot/restraint.ts";
import { parseKeyRing } from "#database/kluis.ts";
import { saveNotices } from "#database/notice.ts";
import { query, withConnection } from "#database/pool.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { stoppedClock } from "#local/clock.ts";
import { moveTo } from "#local/control.ts";
import { botAppId, demoPeople, demoSwvId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { localAuthentication } from "#local/identity.ts";
import { startTeamsService, type TeamsOptions, type TeamsService } from "#local/teams/service.ts";
import { geenOutlook } from "#outside/geen-outlook.ts";
import type { TestDatabase } from "#test/database.ts";
import { demoDatabase } from "#test/demo-database.ts";
import type { LogLine, World } from "#usecases/world.ts";
import { leak, proefOf, proefRegistry, proefTable } from "./a-noun.ts";

export type Running = Bot & { readonly url: string };
type Item = Awaited<ReturnType<TeamsService["inbox"]>>[number];

export interface TestBot {
  readonly teams: TeamsService;
  readonly db: TestDatabase;
  readonly clock: ReturnType<typeof stoppedClock>;
  /** Every line that was logged, read back from the JSON that was written. */
  readonly logged: LogLine[];
  readonly bot: Running;
  readonly world: World;
  /** Another process on the same database; Teams keeps talking to the first. */
  another(options?: { readonly registry?: Registry; readonly queue?: Queue }): Promise<Running>;
  /** The app comes into these chats, and what follows from it is delivered. */
  meet(...handles: readonly string[]): Promise<void>;
  personOf(handle: string): Promise<string>;
  /** A new row of the small noun; its words are a canary too. */
  proef(woorden?: string): Promise<string>;
  change(id: string, what: string): Promise<void>;
  look(id: string): ReturnType<typeof proefOf>;
  notify(soort: NoticeKind, handle: string, id: string, more?: Partial<Notice>): Promise<string>;
  notice(sleutel: string): Promise<NoticeRow>;
  notices(): Promise<readonly NoticeRow[]>;
  /** What the bot has standing in the chat of this person, oldest first. */
  chat(handle: string): Promise<Item[]>;
  /** Everything until this moment in order: an ISO duration from now. */
  elapse(duration: string): Promise<void>;
  /** As a superuser of this database. */
  sql(statements: string): Promise<void>;
  count(table: string, where?: string): Promise<number>;
  close(): Promise<void>;
}

const noticeRow = z.object({
  sleutel: z.string(),
  status: z.string(),
  fout: z.string().nullable(),
  pogingen: z.number(),
  nietVoor: z.instanceof(Temporal.Instant),
});
export type NoticeRow = z.infer<typeof noticeRow>;

export interface TestBotOptions {
  /** False: nobody is known by a Teams identity yet. */
  readonly linked?: boolean;
  readonly teams?: Partial<TeamsOptions>;
  readonly registry?: Registry;
  readonly queue?: Queue;
  readonly tenants?: readonly string[];
  /** How much this Teams takes; left out it takes everything. */
  readonly restraint?: Restraint;
}

/** A queue that works and never wakes: the test says when something runs. */
export function quietQueue(): Queue {
  return { ...directQueue(() => undefined), wake: () => undefined, problem: async () => null };
}

/** The rim of the bot around one small noun: real HTTP both ways, real PostgreSQL, a clock that stands still. */
export async function aBot(options: TestBotOptions = {}): Promise<TestBot> {
  const clock = stoppedClock("2026-11-23T08:00:00Z");
  const db = await demoDatabase(clock, { linked: options.linked !== false });
  const logged: LogLine[] = [];
  const log = jsonLog(clock, (line) => logged.push(JSON.parse(line)));
  const speakAgain = hushConsole(log);
  const sql = (statements: string) =>
    withConnection({ url: db.adminUrl, applicationName: "test" }, (connection) =>
      connection.script(statements),
    );
  await sql(proefTable(db.roles.app));
  const ring = parseKeyRing(`test:${randomBytes(32).toString("base64")}`);
  if (!ring.ok) throw new Error("no key ring");
  const keys = ring.value;
  const worldOf = (open: TestDatabase["open"]): Omit<World, "wake"> => ({
    database: open("app", { max: 20 }),
    channel: open("channel", { max: 2 }),
    digest: open("digest", { max: 2 }),
    keys,
    clock,
    chance: { uuid: randomUUID, number: (below) => randomInt(below), bytes: randomBytes },
    log,
    swvId: demoSwvId,
    publicUrl: "https://zorgronde.example",
    outlook: geenOutlook,
  });
  const world: World = { ...worldOf(() => db.database), wake: () => undefined };
  const teams = await startTeamsService({
    world: demoTeams(),
    botAppId,
    botName: "Zorgronde",
    tenantId: hostTenant,
    now: () => clock.now(),
    limits: false,
    ...options.teams,
  });
  const running: Running[] = [];
  const start = async (registry: Registry, queue: Queue): Promise<Running> => {
    const bot = composeBot({
      world: worldOf(db.open),
      queue,
      registry,
      botAppId,
      tenants: options.tenants ?? [hostTenant],
      serviceHosts: [new URL(teams.serviceUrl).host],
      serviceUrl: teams.serviceUrl,
      audience: "https://api.botframework.com",
      metricsToken: null,
      authentication: localAuthentication(teams),
      restraint: options.restraint ?? null,
    });
    bot.server.listen(0, "127.0.0.1");
    await once(bot.server, "listening");
    await bot.start();
    const { port } = bot.server.address() as AddressInfo;
    const started = { ...bot, url: `http://127.0.0.1:${port}` };
    running.push(started);
    return started;
  };
  const bot = await start(options.registry ?? proefRegistry(), options.queue ?? quietQueue());
  teams.setBotEndpoint(`${bot.url}/api/messages`);

  const ask = <S extends z.ZodType>(row: S, text: string, parameters: readonly string[] = []) =>
    world.database.transact(taskScope(demoSwvId, "koerier"), (tx) => query(tx, row, text, parameters));
  const personOf = async (handle: string) => {
    const email = demoPeople.find((p) => p.handle === handle)?.email ?? "";
    const [row] = await ask(z.object({ id: z.string() }), "select id from persoon where email = $1", [email]);
    if (!row) throw new Error(`nobody is called ${handle}`);
    return row.id;
  };
  const notices = () =>
    ask(
      noticeRow,
      `select sleutel, status, fout, pogingen, niet_voor as "nietVoor" from kennisgeving order by volgnr`,
    );
  return {
    teams,
    db,
    clock,
    logged,
    bot,
    world,
    another: (more = {}) => start(more.registry ?? proefRegistry(), more.queue ?? quietQueue()),
    async meet(...handles) {
      for (const handle of handles) await teams.install({ as: handle });
      await bot.drain();
    },
    personOf,
    async proef(woorden = `Kanarie ${randomUUID()}`) {
      const id = randomUUID();
      await sql(`insert into proef (id, woorden) values ('${id}', '${woorden}')`);
      return id;
    },
    look: (id) => world.database.transact(taskScope(demoSwvId, "koerier"), (tx) => proefOf(tx, id)),
    change: (id, what) => sql(`update proef set ${what} where id = '${id}'`),
    async notify(soort, handle, id, more = {}) {
      const sleutel = more.sleutel ?? `${soort}:${id}:${handle}:${randomUUID()}`;
      const aan = { persoonId: await personOf(handle) };
      await world.database.transact(taskScope(demoSwvId, "koerier"), (tx) =>
        saveNotices(tx, randomUUID, [{ soort, aan, onderwerpId: id, sztId: null, ...more, sleutel }]),
      );
      return sleutel;
    },
    notices,
    async notice(sleutel) {
      const found = (await notices()).find((row) => row.sleutel === sleutel);
      if (!found) throw new Error("no such notice");
      return found;
    },
    async chat(handle) {
      const items = await teams.inbox({ as: handle, in: "personal", refresh: false });
      return items.filter((item) => item.from === "bot" && !item.deleted);
    },
    async elapse(duration) {
      const target = clock.now().toZonedDateTimeISO("UTC").add(Temporal.Duration.from(duration)).toInstant();
      const parts = { bot: () => bot, clock: { ...clock, ahead: new Temporal.Duration() } };
      await moveTo({ ...parts, moved: () => undefined }, target, () => undefined);
    },
    sql,
    async count(table, where = "true") {
      return withConnection({ url: db.adminUrl, applicationName: "test" }, async (connection) => {
        const [row] = await connection.query(
          z.object({ n: z.number() }),
          `select count(*)::int as n from ${table} where ${where}`,
        );
        return row?.n ?? 0;
      });
    },
    async close() {
      await teams.idle();
      for (const one of running) await one.stop();
      await teams.stop();
      speakAgain();
      await db.close();
      expectQuietLog(logged);
    },
  };
}

const logShape = z.strictObject({
  at: z.iso.datetime(),
  level: z.enum(["info", "warning", "error"]),
  code: z.string().regex(/^[a-z_]{1,40}$/),
  /** Of a notice, timer or person; or where the seals of the log ended. */
  id: z.union([z.uuid(), z.string().regex(/^\d+\.[0-9a-f]{32}$/)]).optional(),
  kind: z
    .string()
    .regex(/^[A-Za-z0-9_/]{1,60}$/)
    .optional(),
  status: z.int().optional(),
  ms: z.number().optional(),
  count: z.int().optional(),
});

/** Codes, ids and figures only, whatever happened in the tests before: no name, no address, no word of a person. */
export function expectQuietLog(logged: readonly LogLine[]): void {
  for (const line of logged) logShape.parse(line);
  const all = JSON.stringify(logged);
  const names = demoPeople.flatMap(({ naam, email, handle }) => [naam, email, handle]);
  for (const secret of [leak, "Kanarie", ...names]) expect(all).not.toContain(secret);
}
