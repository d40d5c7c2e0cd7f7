import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { channelSummary } from "#domain/summary.ts";
import { fields, pairs, swaps } from "#test/domain/summary-property.ts";
import type { Proof } from "./proof.ts";

const atOnce = 2_000;

/** Two worlds that differ in every secret give the same post for the channel. */
export const summaries: Proof = {
  name: "the summary tells nothing of what is secret",
  share: 0.1,
  async run({ seed, more }) {
    assert.deepEqual(fields(channelSummary), []);
    let runs = 0;
    do {
      assert.deepEqual(pairs(channelSummary, atOnce, seed + runs), []);
      assert.deepEqual(swaps(channelSummary, atOnce, seed + runs), []);
      runs += 1;
    } while (more());
    return `${runs * atOnce} pairs of worlds and ${runs * atOnce} swapped grounds, seeds ${seed} to ${seed + runs - 1}: no difference`;
  },
};

const files = [
  "visibility",
  "relatie",
  "see-hulpvraag",
  "see-ronde",
  "toestemming",
  "consent-property",
  "hulpvraag",
  "vrijgave",
];
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

/** The properties of who sees what, with other numbers than those of `npm test` each time. */
export const visibility: Proof = {
  name: "who sees what",
  share: 0.1,
  async run({ seed, more }) {
    let runs = 0;
    do {
      const child = spawn(
        process.execPath,
        [vitest, "run", "--reporter=dot", ...files.map((name) => `test/domain/${name}.test.ts`)],
        {
          env: { ...process.env, PROPERTY_SEED: String(seed + runs) },
          stdio: ["ignore", "ignore", "inherit"],
        },
      );
      const [code] = await once(child, "exit");
      assert.equal(code, 0, `the properties of test/domain with PROPERTY_SEED=${seed + runs}`);
      runs += 1;
    } while (more());
    return `${runs} times all properties of ${files.join(", ")}, seeds ${seed} to ${seed + runs - 1}`;
  },
};
