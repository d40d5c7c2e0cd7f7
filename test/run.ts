/**
 * What `npm test` runs: every suite, or the files that the arguments name. Ends with `N passed, N failed` on a line of
 * its own; not zero when something failed or nothing ran.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod/v4";

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

async function runVitest(filters: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), "zorgronde-report-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const child = spawn(process.execPath, [vitest, "run", ...reporters, ...filters], {
      stdio: ["ignore", "inherit", "inherit"],
      // Every file runs in a process of its own: what one of them has compiled, the next ones need not.
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") },
    });
    const [code] = await once(child, "exit");
    return counted(readFileSync(file, "utf8"), code === 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file that broke before its tests, or an error outside any test, counts as one failure: green it is not. */
function counted(json: string, succeeded: boolean): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.parse(
    JSON.parse(json),
  );
  const broken = testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

const { passed, failed, skipped } = await runVitest(process.argv.slice(2));
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
