import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod/v4";
import type { Bot } from "#bot/compose.ts";
import { directQueue } from "#bot/queue.ts";
import { openDatabase } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { amsterdam, todayIn } from "#domain/today.ts";
import { stoppedClock } from "#local/clock.ts";
import { type ControlParts, moveTo } from "#local/control.ts";
import { botAppId, demoSetUp, demoSwvId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { installEverywhere, startLocalBot } from "#local/run.ts";
import { startTeamsService, type TeamsService } from "#local/teams/service.ts";
import { freshDatabase, type TestDatabase } from "#test/database.ts";
import { setUp } from "#usecases/set-up.ts";
import type { LogLine } from "#usecases/world.ts";

type Values = Readonly<Record<string, string>>;
type Pressed = Awaited<ReturnType<TeamsService["press"]>>;
type Item = Awaited<ReturnType<TeamsService["inbox"]>>[number];

/** The whole of Zorgronde on the local Teams service: real HTTP, real PostgreSQL, a clock that the story moves. */
export interface Story {
  readonly teams: TeamsService;
  readonly db: TestDatabase;
  readonly logged: readonly LogLine[];
  readonly bot: () => Bot & { readonly url: string };
  now(): Temporal.ZonedDateTime;
  /** Types in the own chat with the bot; the answer is what came back below it. */
  say(as: string, text: string): Promise<Item[]>;
  /** The newest message of this person's chat whose card or text matches. */
  see(as: string, what?: RegExp): Promise<Item>;
  /** All text a person can see now, in all chats and channels. */
  everything(as: string): Promise<string>;
  /** Presses a button on the newest card that has it. */
  press(as: string, title: string, data?: Values, on?: RegExp): Promise<Pressed>;
  /** Sends an open dialog. */
  send(as: string, opened: Pressed, data: Values, action?: string): Promise<Pressed>;
  /** Lets time pass, everything in between in order: a duration or an Amsterdam wall time. */
  wait(until: string): Promise<void>;
  /** Stops the bot as a crash would leave it and starts another on the same database. */
  restart(): Promise<void>;
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
  /** What answers beside the local Teams, such as the practice room. */
  readonly extra?: (parts: Pick<ControlParts, "bot" | "clock">) => TeamsExtra;
}

type TeamsExtra = NonNullable<Parameters<typeof startTeamsService>[0]["extra"]>;

export async function aStory(options: StoryOptions = {}): Promise<Story> {
  const clock = { ...stoppedClock(options.start ?? "2026-11-23T08:00:00Z"), ahead: new Temporal.Duration() };
  const db = await freshDatabase({ clock });
  const logged: LogLine[] = [];
  const log = (_: string, line: LogLine) => logged.push(line);
  const seeder = openDatabase({
    url: db.urls.app,
    applicationName: "story set-up",
    max: 1,
    clock,
    onError: (code) => log("error", { code }),
  });
  await setUp(
    { database: seeder, chance: { uuid: randomUUID }, swvId: demoSwvId },
    demoSetUp(todayIn(clock.now()), seedVakanties()),
  );
  await seeder.close();
  const teams = await startTeamsService({
    world: demoTeams(),
    botAppId,
    botName: "Zorgronde",
    tenantId: hostTenant,
    now: () => clock.now(),
    limits: false,
    ...(options.extra ? { extra: options.extra({ bot: () => bot, clock }) } : {}),
  });
  const masterKeys = `verhaal:${randomBytes(32).toString("base64")}`;
  const begin = () =>
    startLocalBot({
      urls: db.urls,
      masterKeys,
      clock,
      log,
      queue: directQueue((error) =>
        log("error", { code: "wachtrij_fout", kind: error instanceof Error ? error.name : "onbekend" }),
      ),
      teams,
      port: 0,
    });
  let bot = await begin();
  await installEverywhere(teams);
  await bot.drain();

  const settle = async () => {
    await teams.idle();
    await bot.drain();
    await teams.idle();
  };
  const inbox = (as: string) => teams.inbox({ as });
  const personal = async (as: string) => (await inbox(as)).filter((item) => item.scope === "personal");
  const story: Story = {
    teams,
    db,
    logged,
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
        .map((item) => `${item.summary ?? ""}\n${item.text ?? ""}\n${wordsOf(item.card)}`)
        .join("\n\n");
    },
    async press(as, title, data = {}, on) {
      const items = (await personal(as)).filter((item) => item.card && hasAction(item.card, title));
      const item = on ? items.findLast((i) => on.test(wordsOf(i.card))) : items.at(-1);
      if (!item) throw new Error(`${as} has no button ${title}`);
      const pressed = await teams.press({ as, message: item.id, action: title, data });
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
    async wait(until) {
      const now = clock.now().toZonedDateTimeISO(amsterdam);
      const target = /^P/.test(until)
        ? now.add(Temporal.Duration.from(until))
        : Temporal.PlainDateTime.from(until).toZonedDateTime(amsterdam);
      await moveTo(
        { bot: () => bot, clock, moved: () => undefined },
        target.toInstant(),
        () => undefined,
      );
      await teams.idle();
    },
    async restart() {
      await bot.stop();
      bot = await begin();
    },
    async close() {
      await bot.stop();
      await teams.stop();
      await db.close();
    },
  };
  return story;
}

const actionSchema = z.looseObject({ type: z.string(), title: z.string() });

function hasAction(card: unknown, title: string): boolean {
  if (Array.isArray(card)) return card.some((part) => hasAction(part, title));
  if (typeof card !== "object" || card === null) return false;
  const action = actionSchema.safeParse(card);
  if (action.success && action.data.type.startsWith("Action.") && action.data.title === title) return true;
  return Object.values(card).some((part) => hasAction(part, title));
}
