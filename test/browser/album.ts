/** Pictures of every step, in artefacts/browser: how it looks on a computer, in the dark and on a telephone. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { folder, screen, telephone } from "./house.ts";

export interface Look {
  /** The top of this part is in the picture. */
  readonly from?: Locator;
  readonly dark?: boolean;
  readonly phone?: boolean;
}

export type Album = (page: Page, step: string, look?: Look) => Promise<void>;

/** Numbers the steps in the order in which they are taken; the old pictures go. */
export function openAlbum(): Album {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let number = 0;
  return async (page, step, { from, dark = false, phone = false } = {}) => {
    number += 1;
    const name = `${String(number).padStart(2, "0")}-${step}`;
    const take = async (kind: string) => {
      if (from) await scrollTo(from);
      await page.screenshot({ path: join(folder, `${name}-${kind}.png`) });
    };
    await take("light");
    if (dark) {
      await page.emulateMedia({ colorScheme: "dark" });
      await take("dark");
      await page.emulateMedia({ colorScheme: "light" });
    }
    if (phone) {
      await page.setViewportSize(telephone);
      await take("phone");
      if (from) await whole(page, from, join(folder, `${name}-phone-whole.png`));
      await page.setViewportSize(screen);
    }
  };
}

/** All of a card that is longer than the telephone, as if scrolled. */
async function whole(page: Page, card: Locator, path: string): Promise<void> {
  const height = await card.evaluate((element) => element.scrollHeight);
  if (height + 200 <= telephone.height) return;
  await page.setViewportSize({ width: telephone.width, height: height + 260 });
  await scrollTo(card);
  await page.screenshot({ path });
}

/** The log keeps its end in view when its size changes: that has to have happened first. */
async function scrollTo(part: Locator): Promise<void> {
  await part
    .page()
    .evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  await part.evaluate((element) => {
    (element.closest(".message") ?? element).scrollIntoView({ block: "start" });
  });
}
