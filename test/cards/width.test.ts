import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { card, table } from "#cards/card.ts";
import { launchBrowser } from "#test/browser.ts";
import { loadSamples } from "#test/gallery/cards.ts";
import { drawAlone, galleryPage, widths } from "#test/gallery/render.ts";
import type { Sample } from "#test/gallery/sample.ts";

const tooWide: Sample = {
  name: "too-wide",
  state: "een tabel met woorden die niet passen",
  card: () =>
    card({
      kind: "Proef",
      title: "Te breed",
      body: [table({ headers: ["a", "b", "c"], rows: [["x", "y", "z"]] })].map((wide) => ({
        type: "Container",
        minHeight: "20px",
        items: [{ ...wide, columns: [{ width: "400px" }] }],
      })),
      fallbackText: "Te breed.",
    }),
};

const samples = await loadSamples();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent(galleryPage([...samples, tooWide]), { timeout: 80_000 });
}, 90_000);

afterAll(async () => {
  await browser.close();
});

describe("every card, drawn by the official renderer", () => {
  it.each(samples.map(({ name }, index) => [name, index] as const))(
    "%s fits on a narrow phone",
    async (_, index) => {
      expect(await drawAlone(page, index, "light", widths.phone)).toEqual([]);
    },
  );

  it("would be seen if it did not fit", async () => {
    expect(await drawAlone(page, samples.length, "light", widths.phone)).not.toEqual([]);
  });
});
