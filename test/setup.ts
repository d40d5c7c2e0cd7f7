import { afterAll, afterEach, expect } from "vitest";

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
