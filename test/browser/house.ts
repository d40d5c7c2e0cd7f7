/** The whole of Zorgronde with the practice room in a real browser: one window for each person. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { controlHandler } from "#local/control.ts";
import { roomHandler } from "#local/room/room.ts";
import { launchBrowser } from "#test/browser.ts";
import { aStory, type Story } from "#test/stories/story.ts";

/** Pictures and what else is left to look at afterwards. */
export const folder = join(import.meta.dirname, "..", "..", "artefacts", "browser");
export const screen = { width: 1280, height: 800 } as const;
export const telephone = { width: 360, height: 740 } as const;

export interface House {
  readonly story: Story;
  /** What the browser complained about in any window: broken rules, errors in scripts. */
  readonly complaints: readonly string[];
  /** The one window of this person; opened the first time. */
  as(person: string): Promise<Page>;
  /** Nothing is on its way any more. */
  settled(): Promise<void>;
  /** Puts the clock forward as the command line does, everything in between in order: P1D, or an Amsterdam time. */
  clock(until: string): Promise<void>;
  /** Pictures of all windows as they are, for who looks for what went wrong. */
  keepWindows(): Promise<void>;
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const browser = await launchBrowser();
  const story = await aStory({
    extra: ({ bot, clock }) => {
      const room = roomHandler({ serviceBase: "", now: () => clock.now() });
      const control = controlHandler({ bot, clock, moved: () => story.teams.clockMoved() });
      return async (request, response) => (await control(request, response)) || room(request, response);
    },
  });
  const complaints: string[] = [];
  const windows = new Map<string, Page>();
  const settled = async () => {
    await story.teams.idle();
    await story.bot().drain();
    await story.teams.idle();
  };
  return {
    story,
    complaints,
    settled,
    async as(person) {
      const known = windows.get(person) ?? (await openWindow(browser, story, { person, complaints }));
      windows.set(person, known);
      return known;
    },
    async clock(until) {
      const body = JSON.stringify(/^P/.test(until) ? { move: until } : { to: until });
      const answer = await fetch(`${story.teams.url}/_local/clock`, { method: "POST", body });
      const said = await answer.text();
      if (!answer.ok) throw new Error(`the clock stays where it is: ${said}`);
      await settled();
    },
    async keepWindows() {
      for (const [person, page] of windows) {
        await page.screenshot({ path: join(folder, `broken-${person}.png`) });
        await writeFile(join(folder, `broken-${person}.html`), await page.content());
      }
      await writeFile(join(folder, "broken-log.json"), JSON.stringify(story.logged, null, 1));
    },
    async close() {
      await browser.close();
      await story.close();
    },
  };
}

async function openWindow(
  browser: Browser,
  story: Story,
  { person, complaints }: { readonly person: string; readonly complaints: string[] },
): Promise<Page> {
  const context = await browser.newContext({ viewport: screen, locale: "nl-NL", colorScheme: "light" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => complaints.push(`${person}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${person}: ${message.text()}`);
  });
  await page.goto(`${story.teams.url}/room?as=${person}`);
  await page.locator(".frame.live").waitFor();
  return page;
}
