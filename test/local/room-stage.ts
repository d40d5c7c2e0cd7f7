import type { IncomingMessage, ServerResponse } from "node:http";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { roomHandler } from "#local/room/room.ts";
import { startTeamsService, type TeamsService } from "#local/teams/service.ts";
import { type EchoBot, echoBot } from "./room-bot.ts";
import { hostTenantId, sampleWorld } from "./room-world.ts";

type Extra = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** The real local Teams with the practice room on it, a bot that echoes, and windows onto it. */
export type Stage = {
  url: string;
  service: TeamsService;
  bot: EchoBot;
  /** What the browser complained about: broken rules, errors in scripts. */
  complaints: string[];
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  stop: () => Promise<void>;
};

const now = () => Temporal.Instant.from("2026-09-14T07:30:00Z");

export async function openStage(browser: Browser, extra: Extra = () => false): Promise<Stage> {
  const room = roomHandler({ serviceBase: "", now, commands: [{ id: "zoek", title: "Zoek hulpvraag" }] });
  const service = await startTeamsService({
    world: sampleWorld(),
    botAppId: "11111111-1111-4111-8111-111111111111",
    tenantId: hostTenantId,
    now,
    issuer: false,
    limits: false,
    extra: async (request, response) => (await extra(request, response)) || room(request, response),
  });
  const bot = await echoBot(service.serviceUrl);
  service.setBotEndpoint(bot.url);
  const complaints: string[] = [];
  const pages: Page[] = [];
  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "nl-NL",
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    pages.push(page);
    await page.goto(service.url + path);
    return page;
  };
  const stop = async () => {
    await Promise.all(pages.map((page) => page.context().close()));
    await service.stop();
    await bot.stop();
  };
  return { url: service.url, service, bot, complaints, open, stop };
}

/** What was said stands in the conversation. */
export async function heard(page: Page, words: string): Promise<void> {
  await page.locator(".log .bubble", { hasText: words }).first().waitFor();
}

/** The window hears news by itself from now on. */
export async function live(page: Page): Promise<void> {
  await page.locator(".frame.live").waitFor();
}

export async function say(page: Page, words: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Bericht" });
  await field.fill(words);
  await field.press("Enter");
}

/** Says the word for a sample card and waits until it stands there. */
export async function askCard(page: Page, word: string) {
  const cards = page.locator(".log .card");
  const before = await cards.count();
  await say(page, word);
  await cards.nth(before).waitFor();
  return cards.nth(before);
}
