import { afterAll, afterEach, expect } from "vitest";

/** The longer proofs run properties with numbers of their own; else they are chosen each time. */
const { PROPERTY_SEED } = process.env;
if (PROPERTY_SEED !== undefined)
  (await import("fast-check")).configureGlobal({ seed: Number(PROPERTY_SEED) });

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
