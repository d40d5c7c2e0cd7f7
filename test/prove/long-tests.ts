import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Proof } from "./proof.ts";

const run = fileURLToPath(new URL("../run.ts", import.meta.url));

/** Test files that take minutes each, and those of which `npm test` runs a part. */
export const longTests: Proof = {
  name: "the long tests",
  share: 0,
  async run() {
    const child = spawn(process.execPath, [run, ".long.test.ts", "stories/leak-lost"], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, LONG_TESTS: "1" },
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const [code] = await once(child, "exit");
    const last = said.trimEnd().split("\n").at(-1) ?? "";
    assert.equal(code, 0, said.slice(-4_000));
    return last;
  },
};
