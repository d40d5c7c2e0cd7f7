import { afterAll, afterEach, expect } from "vitest";
import { giveWoordenlijst } from "#domain/woordenlijst.ts";
import { readWoordenlijst } from "#outside/woordenlijst.ts";

giveWoordenlijst(readWoordenlijst);

/**
 * Properties choose new numbers at every run, so that they go on finding things; the longer proofs give their own, and
 * a build takes fixed ones, so that the same change gets the same verdict.
 */
const { PROPERTY_SEED, CI } = process.env;
const seed = PROPERTY_SEED ?? (CI ? "20261122" : undefined);
if (seed !== undefined) (await import("fast-check")).configureGlobal({ seed: Number(seed) });

/** Output on the console fails the suite: what a test says it says in its name, and the product has its own log. */
const said: string[] = [];
const methods = ["debug", "dir", "error", "info", "log", "table", "trace", "warn"] as const;

for (const method of methods) {
  Object.assign(console, {
    [method]: (...words: readonly unknown[]) => {
      said.push(`console.${method}: ${words.map(String).join(" ").slice(0, 200)}`);
    },
  });
}

function silent(): void {
  const heard = said.splice(0);
  expect(heard, "nothing is written to the console").toEqual([]);
}

afterEach(silent);
afterAll(silent);
