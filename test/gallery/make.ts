/** npm run gallery: the page with all cards and a picture of each; fails when a card does not fit on a phone. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { giveWoordenlijst } from "#domain/woordenlijst.ts";
import { readWoordenlijst } from "#outside/woordenlijst.ts";
import { launchBrowser } from "#test/browser.ts";
import { loadSamples } from "./cards.ts";
import { drawAlone, galleryPage, widths } from "./render.ts";

giveWoordenlijst(readWoordenlijst);

const folder = join(import.meta.dirname, "..", "..", "artefacts", "gallery");

const shots = [
  { suffix: "light", theme: "light", width: widths.wide },
  { suffix: "dark", theme: "dark", width: widths.wide },
  { suffix: "320", theme: "light", width: widths.phone },
] as const;

async function make(): Promise<string[]> {
  giveWoordenlijst(readWoordenlijst);
  const samples = await loadSamples();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = join(folder, "index.html");
  await writeFile(file, galleryPage(samples));
  const browser = await launchBrowser();
  const problems: string[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 }, locale: "nl-NL" });
    page.on("pageerror", (error) => problems.push(`the page fails: ${error.message}`));
    await page.goto(`${pathToFileURL(file).href}#alone`);
    for (const [index, { name }] of samples.entries()) {
      for (const { suffix, theme, width } of shots) {
        const cut = await drawAlone(page, index, theme, width);
        problems.push(...cut.map((part) => `${name} at ${width} pixels: ${part}`));
        await page.locator("#alone").screenshot({ path: join(folder, `${name}-${suffix}.png`) });
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${samples.length} cards in ${file}\n`);
  return problems;
}

const problems = await make();
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
