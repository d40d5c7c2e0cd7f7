import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod/v4";
import type { Bot } from "#bot/compose.ts";
import { directQueue } from "#bot/queue.ts";
import type { Registry } from "#bot/registry.ts";
import { teamsRestraint } from "#bot/restraint.ts";
import { type Connection, DatabaseAway, withConnection } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import type { Outlook } from "#domain/outlook.ts";
import { amsterdam, todayIn } from "#domain/today.ts";
import { stoppedClock } from "#local/clock.ts";
import { type ControlParts, moveTo } from "#local/control.ts";
import { botAppId, demoSetUp, demoSwvId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { installEverywhere, type LocalBotParts, startLocalBot } from "#local/run.ts";
import { startTeamsService, type TeamsService } from "#local/teams/service.ts";
import type { TeamsWorld } from "#local/teams/world.ts";
import { freshDatabase, type TestDatabase } from "#test/database.ts";
import { demoDatabase } from "#test/demo-database.ts";
import { type SetUp, setUp } from "#usecases/set-up.ts";
import type { Clock, Log, LogLine } from "#usecases/world.ts";
import { type KeptRows, keepRows } from "./save-point.ts";

type Values = Readonly<Record<string, string>>;
export type Pressed = Awaited<ReturnType<TeamsService["press"]>>;
type Item = Awaited<ReturnType<TeamsService["inbox"]>>[number];

/** The whole of Zorgronde on the local Teams service: real HTTP, real PostgreSQL, a clock that the story moves. */
export interface Story {
  readonly teams: TeamsService;
  readonly db: TestDatabase;
  readonly logged: LogLine[];
  readonly clock: { set(moment: Temporal.Instant): void };
  readonly bot: () => Bot & { readonly url: string };
  now(): Temporal.ZonedDateTime;
  /** Types in the own chat with the bot; the answer is what came back below it. */
  say(as: string, text: string): Promise<Item[]>;
  /** The newest message of this person's chat whose card or text matches. */
  see(as: string, what?: RegExp): Promise<Item>;
  /** All that the bot lets a person see now, in all chats and channels. */
  everything(as: string): Promise<string>;
  /** The newest message with this button. */
  find(as: string, title: string, on?: RegExp): Promise<Item>;
  /** Presses a button on the newest card that has it. */
  press(as: string, title: string, data?: Values, on?: RegExp): Promise<Pressed>;
  /** Sends an open dialog. */
  send(as: string, opened: Pressed, data: Values, action?: string): Promise<Pressed>;
  /** Rows of a table, with an optional condition: "regierol where upper_inf(periode)". */
  count(from: string): Promise<number>;
  /** The same of several, in one question. */
  counts(...from: readonly string[]): Promise<readonly number[]>;
  /** As a superuser of the database: to break something, never to do what is tested. */
  sql(statement: string): Promise<void>;
  /** How many rows every table has that keeps cases, notices or events. */
  rows(): Promise<Readonly<Record<string, number>>>;
  /** What every table holds, as one mark each; what was read, and when somebody was last here, left out. */
  content(): Promise<Readonly<Record<string, string>>>;
  /** Everything the database keeps that can be read without a key. */
  plaintext(): Promise<string>;
  /** Lets time pass, everything in between in order: a duration or an Amsterdam wall time. */
  wait(until: string): Promise<void>;
  /** Lets everything end that is under way and due. */
  settle(): Promise<void>;
  /** Stops the bot as a crash would leave it and starts another on the same database. */
  restart(): Promise<void>;
  /** Keeps how everything stands, clock and chats included; what it answers goes back to that, as often as asked, or once. */
  save(): Promise<(last?: "last") => Promise<void>>;
  close(): Promise<void>;
}

/** Words of a card, in order, buttons included: what a person can read on it. */
export function wordsOf(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOf).filter(Boolean).join("\n");
  if (typeof card !== "object" || card === null) return "";
  return Object.entries(card)
    .filter(([key]) => key !== "fallback" && key !== "data")
    .map(([key, value]) =>
      typeof value === "string"
        ? [
            "text",
            "title",
            "label",
            "value",
            "placeholder",
            "fallbackText",
            "errorMessage",
            "altText",
          ].includes(key)
          ? value
          : ""
        : wordsOf(value),
    )
    .filter(Boolean)
    .join("\n");
}

export interface StoryOptions {
  readonly start?: string;
  /** False: none can be sent, as in an installation without a mail server. */
  readonly mail?: false;
  /** Where the rows are kept, when not in the cluster of this run. */
  readonly database?: typeof freshDatabase;
  /** Starts the bot elsewhere than in this process. */
  readonly startBot?: typeof startLocalBot;
  /** The calendar of the organisation; none when left out. */
  readonly outlook?: Outlook;
  /** Schools and people other than those of the practice world. */
  readonly world?: {
    readonly setUp: (today: Temporal.PlainDate, vakanties: SetUp["vakanties"]) => SetUp;
    readonly teams: TeamsWorld;
  };
  /** Teams keeps its documented limits, by the clock of the story, and the bot keeps within them. */
  readonly limits?: true;
  /** The nouns of the field, unless a test puts a leak among them. */
  readonly registry?: Registry;
  /** Chance as it falls, unless two stories are compared. */
  readonly chance?: LocalBotParts["chance"];
  /** Hears each line as it is logged, with its level. */
  readonly heard?: Log;
  /** What answers beside the local Teams, such as the practice room. */
  readonly extra?: (parts: Pick<ControlParts, "bot" | "clock">) => TeamsExtra;
}

type TeamsExtra = NonNullable<Parameters<typeof startTeamsService>[0]["extra"]>;

async function databaseOf({ database, world }: StoryOptions, clock: Clock): Promise<TestDatabase> {
  if (database === undefined && world === undefined) return demoDatabase(clock, { linked: false });
  const db = await (database ?? freshDatabase)({ clock });
  const seeder = db.open("app", { max: 1 });
  await setUp(
    { database: seeder, chance: { uuid: randomUUID }, swvId: demoSwvId },
    (world?.setUp ?? demoSetUp)(todayIn(clock.now()), seedVakanties()),
  );
  await seeder.close();
  return db;
}

export async function aStory(options: StoryOptions = {}): Promise<Story> {
  const clock = { ...stoppedClock(options.start ?? "2026-11-23T08:00:00Z"), ahead: new Temporal.Duration() };
  const db = await databaseOf(options, clock);
  const logged: LogLine[] = [];
  const log: Log = (level, line) => {
    logged.push(line);
    options.heard?.(level, line);
  };
  const teams = await startTeamsService({
    world: options.world?.teams ?? demoTeams(),
    botAppId,
    botName: "Zorgronde",
    tenantId: hostTenant,
    now: () => clock.now(),
    limits: options.limits ? {} : false,
    ...(options.extra ? { extra: options.extra({ bot: () => bot, clock }) } : {}),
  });
  /** Who waits for a turn lets the time of the story pass. */
  const pauze = async (milliseconds: number): Promise<void> => clock.set(clock.now().add({ milliseconds }));
  const masterKeys = `verhaal:${randomBytes(32).toString("base64")}`;
  const begin = () =>
    (options.startBot ?? startLocalBot)({
      urls: db.urls,
      masterKeys,
      clock,
      log,
      queue: directQueue((error) =>
        log("error", { code: "wachtrij_fout", kind: error instanceof Error ? error.name : "onbekend" }),
      ),
      teams,
      port: 0,
      connections: 3,
      fetched: teams.noteFile,
      ...(options.mail === false ? {} : { mailed: teams.noteMail }),
      ...(options.outlook ? { outlook: options.outlook } : {}),
      ...(options.registry ? { registry: options.registry } : {}),
      ...(options.chance ? { chance: options.chance } : {}),
      ...(options.limits ? { restraint: { ...teamsRestraint, pauze } } : {}),
    });
  let bot = await begin();
  await installEverywhere(teams);
  await bot.drain();

  const settle = async () => {
    await teams.idle();
    await bot.drain();
    await teams.idle();
  };
  const kept: KeptRows[] = [];
  const eye = anEye(db.adminUrl);
  let named: Promise<readonly string[]> | undefined;
  const tables = () => {
    named ??= tablesOf(eye);
    return named;
  };
  const inbox = (as: string) => teams.inbox({ as });
  const personal = async (as: string) => (await inbox(as)).filter((item) => item.scope === "personal");
  const story: Story = {
    teams,
    db,
    logged,
    clock,
    bot: () => bot,
    now: () => clock.now().toZonedDateTimeISO(amsterdam),
    async say(as, text) {
      const before = new Set((await personal(as)).map((item) => item.id));
      await teams.say({ as, in: "personal", text });
      await settle();
      return (await personal(as)).filter((item) => !before.has(item.id) && item.from !== as);
    },
    async see(as, what = /./s) {
      const found = (await personal(as)).findLast((item) =>
        what.test(`${wordsOf(item.card)}\n${item.text ?? ""}`),
      );
      if (!found) throw new Error(`${as} sees nothing like ${what}`);
      return found;
    },
    async everything(as) {
      return (await inbox(as))
        .filter((item) => item.from === "bot")
        .map((item) => `${item.summary ?? ""}\n${item.text ?? ""}\n${wordsOf(item.card)}`)
        .join("\n\n");
    },
    async find(as, title, on = /./s) {
      const items = (await personal(as)).filter((item) => item.card && hasAction(item.card, title));
      const item = items.findLast((i) => on.test(wordsOf(i.card)));
      if (!item) throw new Error(`${as} has no button ${title}`);
      return item;
    },
    async press(as, title, data = {}, on) {
      const { id: message } = await story.find(as, title, on);
      const pressed = await teams.press({ as, message, action: title, data });
      await settle();
      return pressed;
    },
    async send(as, opened, data, action) {
      if (!opened.dialog)
        throw new Error(`no dialog: ${JSON.stringify(opened.error ?? opened.message ?? opened.status)}`);
      const sent = await teams.submitDialog({
        as,
        dialog: opened.dialog.id,
        data,
        ...(action ? { action } : {}),
      });
      await settle();
      return sent;
    },
    count: async (from) => (await countsOf(eye, [from]))[0] ?? 0,
    counts: (...from) => countsOf(eye, from),
    sql: (statement) =>
      withConnection({ url: db.adminUrl, applicationName: "story" }, (connection) =>
        connection.script(statement),
      ),
    async rows() {
      const kept = (await tables()).filter((table) => !passing.has(table));
      const counts = await countsOf(eye, kept);
      return Object.fromEntries(kept.map((name, index) => [name, counts[index] ?? 0]));
    },
    async content() {
      const kept = (await tables()).filter((table) => !passing.has(table));
      const marks = kept.map((name) => {
        const log = "(select id, actor_id, soort, zaak, gegevens from gebeurtenis where soort <> 'gelezen')";
        // What an answer put over a message is about what was shown, not about what is stored.
        const messages = "(select to_jsonb(b) - 'bedekt' - 'vingerafdruk' from bericht b)";
        const from = { gebeurtenis: log, bericht: messages }[name] ?? name;
        return `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as mark from ${from} t`;
      });
      const row = z.object({ name: z.string(), mark: z.string() });
      const found = await eye.asked(row, marks.join(" union all "));
      return Object.fromEntries(found.map(({ name, mark }) => [name, mark]));
    },
    async plaintext() {
      const texts = (await tables()).map(
        (table) => `select string_agg(t::text, e'\\n') as text from ${table} t`,
      );
      const found = await eye.asked(z.object({ text: z.string().nullable() }), texts.join(" union all "));
      return found.map(({ text }) => text ?? "").join("\n");
    },
    async wait(until) {
      const now = clock.now().toZonedDateTimeISO(amsterdam);
      const target = /^P/.test(until)
        ? now.add(Temporal.Duration.from(until))
        : Temporal.PlainDateTime.from(until).toZonedDateTime(amsterdam);
      await moveTo({ bot: () => bot, clock, moved: () => undefined }, target.toInstant(), () => undefined);
      await teams.idle();
    },
    settle,
    async restart() {
      await bot.stop();
      bot = await begin();
    },
    async save() {
      await Promise.all([bot.stop(), eye.close()]);
      const rows = await keepRows(db);
      kept.push(rows);
      const [chats, moment] = [teams.snapshot(), clock.now()];
      bot = await begin();
      return async (last) => {
        await Promise.all([bot.stop(), eye.close()]);
        await rows.back(last !== undefined);
        teams.clearFaults();
        teams.restore(chats);
        clock.set(moment);
        logged.length = 0;
        bot = await begin();
      };
    },
    async close() {
      await Promise.all([bot.stop(), eye.close()]);
      await teams.stop();
      for (const rows of kept) await rows.drop();
      await db.close();
    },
  };
  return story;
}

/** When somebody was last here, and when the log was last sealed: no effect of anything that a person does. */
const passing = new Set(["gesprek", "logzegel", "logsleutel"]);

interface Eye {
  asked<T>(row: z.ZodType<T>, sql: string): Promise<T[]>;
  /** Until the next question: nobody may be connected to a database that is copied. */
  close(): Promise<void>;
}

/** Looks behind row-level security over one connection: to open one takes more than most questions. */
function anEye(url: string): Eye {
  let open: { readonly connection: Promise<Connection>; close(): Promise<void> } | undefined;
  const opened = (): NonNullable<typeof open> => {
    const connected = Promise.withResolvers<Connection>();
    const ended = Promise.withResolvers<void>();
    const whole = withConnection({ url, applicationName: "story" }, (connection) => {
      connected.resolve(connection);
      return ended.promise;
    });
    whole.catch(connected.reject);
    const close = (): Promise<void> => {
      ended.resolve();
      return whole;
    };
    return { connection: connected.promise, close };
  };
  const close = async (): Promise<void> => {
    const was = open;
    open = undefined;
    await was?.close();
  };
  const ask: Eye["asked"] = async (row, sql) => {
    open ??= opened();
    return (await open.connection).query(row, sql);
  };
  return {
    close,
    async asked(row, sql) {
      try {
        return await ask(row, sql);
      } catch (error) {
        if (!(error instanceof DatabaseAway)) throw error;
        await close();
        return await ask(row, sql); // a test ended the connections of everybody
      }
    },
  };
}

async function tablesOf(eye: Eye): Promise<string[]> {
  const rows = await eye.asked(
    z.object({ name: z.string() }),
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map((row) => row.name);
}

async function countsOf(eye: Eye, from: readonly string[]): Promise<readonly number[]> {
  const counts = from.map((one) => `(select count(*)::int from ${one})`);
  const [row] = await eye.asked(z.object({ n: z.array(z.number()) }), `select array[${counts.join()}] as n`);
  return row?.n ?? [];
}

const inputSchema = z.looseObject({
  id: z.string(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
});

function inputsOf(card: unknown): z.infer<typeof inputSchema>[] {
  if (Array.isArray(card)) return card.flatMap(inputsOf);
  if (typeof card !== "object" || card === null) return [];
  const type = "type" in card ? String(card.type) : "";
  const own = type.startsWith("Input.") ? [inputSchema.parse(card)] : [];
  return [...own, ...Object.values(card).flatMap(inputsOf)];
}

/** Values of the choices of an open dialog, found by what a person reads. */
export const choice = {
  of(opened: Pressed, id: string, title: RegExp): string {
    const input = inputsOf(opened.dialog?.card).find((one) => one.id === id);
    const found = input?.choices?.find((one) => title.test(one.title));
    if (!found) throw new Error(`no choice ${title} in ${id}`);
    return found.value;
  },
  /** What is filled in beforehand. */
  chosen(opened: Pressed, id: string): unknown {
    return inputsOf(opened.dialog?.card).find((one) => one.id === id)?.value;
  },
  /** The same value for every input whose id begins so. */
  each(opened: Pressed, prefix: string, value: string): Values {
    const inputs = inputsOf(opened.dialog?.card).filter((one) => one.id.startsWith(prefix));
    return Object.fromEntries(inputs.map((one) => [one.id, value]));
  },
};

const actionSchema = z.looseObject({ type: z.string(), title: z.string() });

export function hasAction(card: unknown, title: string): boolean {
  if (Array.isArray(card)) return card.some((part) => hasAction(part, title));
  if (typeof card !== "object" || card === null) return false;
  const action = actionSchema.safeParse(card);
  if (action.success && action.data.type.startsWith("Action.") && action.data.title === title) return true;
  return Object.values(card).some((part) => hasAction(part, title));
}
