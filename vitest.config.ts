import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/sequencer.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Minutes each: they are part of `npm run prove`.
    exclude: process.env.LONG_TESTS ? [] : ["test/**/*.long.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/setup.ts"],
    pool: "forks",
    // Room for what lives short: a tenth of the time went to clearing it away.
    execArgv: ["--max-semi-space-size=64"],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Generous, for a machine that does other work beside: no test waits for time itself.
    testTimeout: 60_000,
    hookTimeout: 90_000,
    allowOnly: false,
    reporters: ["default"],
  },
});
