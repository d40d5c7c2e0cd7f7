/** The page on which the official renderer draws all samples; complete in itself, so that it can be mailed. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { hostConfigs } from "./host-config.ts";
import type { Sample } from "./sample.ts";

const require = createRequire(import.meta.url);
const beside = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

export const widths = { wide: 560, phone: 320 } as const;

export function galleryPage(samples: readonly Sample[]): string {
  const data = {
    hostConfigs,
    samples: samples.map(({ name, state, card }) => ({ name, state, card: card() })),
  };
  return `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Zorgronde: alle kaarten</title>
<style>${readFileSync(require.resolve("adaptivecards/dist/adaptivecards.css"), "utf8")}</style>
<style>${beside("page.css")}</style>
<header><h1>Alle kaarten van Zorgronde</h1>
<p>Elke kaart in elke toestand: licht, donker en op een smalle telefoon. Alle namen zijn verzonnen.</p><nav></nav></header>
<main></main>
<script>${readFileSync(require.resolve("adaptivecards/dist/adaptivecards.min.js"), "utf8").replaceAll("</script", "<\\/script")}</script>
<script>globalThis.gallery = ${JSON.stringify(data).replaceAll("<", "\\u003c")};</script>
<script type="module">${beside("page.js")}
if (!location.hash.startsWith("#alone")) globalThis.gallery.all();</script>
</html>
`;
}

/** Draws one card alone; gives the parts that are wider than the card or cut off. */
export function drawAlone(
  page: Page,
  index: number,
  theme: "light" | "dark",
  width: number,
): Promise<string[]> {
  return page.evaluate(`globalThis.gallery.alone(${index}, ${JSON.stringify(theme)}, ${width})`);
}
