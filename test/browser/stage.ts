/** One run of the main path: the house with its windows, the album, and what the steps have in common. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Album, openAlbum } from "./album.ts";
import { cardWith } from "./hand.ts";
import { type House, openHouse } from "./house.ts";

export const child = "Mila Zandstra";
export const question = "Mila raakt vast bij rekenen en trekt zich steeds meer terug in de klas";
/** Words about the pupil, that may stand only where consent allows it. */
export const secret = /Mila|Zandstra|rekenen/;
/** The number that the bot gave it. */
export const hulpvraag = { nummer: "" };

let opened: { readonly house: House; readonly album: Album } | undefined;

export function openStage(): void {
  beforeAll(async () => {
    const album = openAlbum();
    opened = { house: await openHouse(), album };
  }, 60_000);
  afterAll(() => opened?.house.close());
}

export function house(): House {
  if (!opened) throw new Error("the house is not open yet");
  return opened.house;
}

export const as = (person: string): Promise<Page> => house().as(person);

export const picture: Album = async (page, name, look) => opened?.album(page, name, look);

let broken = false;

/** The steps lean on each other: after one that fails the rest is passed over, and the windows are kept as they were. */
export function step(rule: string, work: () => Promise<void>): void {
  it(rule, async ({ skip }) => {
    if (broken) skip("an earlier step failed");
    broken = true;
    try {
      await work();
      expect(house().complaints, "the browser has nothing to complain about").toEqual([]);
      broken = false;
    } finally {
      if (broken) await house().keepWindows();
    }
  });
}

/** The newest card of the round of 7 December in this window. */
export const roundCard = (page: Page): Locator =>
  page
    .locator(".log .card", { hasText: "Zorgronde · Overlegronde" })
    .filter({ hasText: "6 deelnemers" })
    .last();

/** The newest card of the hulpvraag in this window. */
export const caseCard = (page: Page): Locator =>
  page
    .locator(".log .card", { hasText: "Zorgronde · Hulpvraag" })
    .filter({ hasText: hulpvraag.nummer })
    .last();

export const bundleCard = (page: Page): Locator => cardWith(page, "Zorgronde · Dagbericht");

export const openChannel = (page: Page): Promise<void> =>
  page
    .getByRole("button", { name: /Algemeen/ })
    .first()
    .click();
