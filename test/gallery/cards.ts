/** All samples of all cards: every file of this folder that has `samples`. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Sample } from "./sample.ts";

/** Files of the gallery itself; every other file here must have samples. */
const machinery = ["cards.ts", "host-config.ts", "make.ts", "render.ts", "sample.ts"];

export async function loadSamples(): Promise<Sample[]> {
  const files = (await readdir(import.meta.dirname)).filter(
    (file) => file.endsWith(".ts") && !machinery.includes(file),
  );
  const samples: Sample[] = [];
  for (const file of files.sort()) {
    const loaded: { samples?: Sample[] } = await import(pathToFileURL(join(import.meta.dirname, file)).href);
    if (!loaded.samples) throw new Error(`${file} in the gallery has no samples`);
    samples.push(...loaded.samples);
  }
  const names = samples.map(({ name }) => name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double) throw new Error(`two samples are called ${double}`);
  return samples;
}
