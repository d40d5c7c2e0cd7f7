import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { portOf } from "#local/port.ts";
import { startPostgres } from "#local/postgres.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zorgronde-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` in a folder of its own, until it ends by itself. */
async function start(...words: readonly string[]): Promise<{ code: number | null; said: string }> {
  const file = join(import.meta.dirname, "..", "..", "local", "start.ts");
  const child = spawn(process.execPath, [file, ...words], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (part) => {
    said += String(part);
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once("close", resolve);
  return { code: await promise, said };
}

describe("a start that cannot be", () => {
  it.each([
    ["a word for a port", ["--port", "abc"], "--port abc is geen poort"],
    ["a port that does not exist", ["--room-port", "70000"], "--room-port 70000 is geen poort"],
    ["an option that there is not", ["--poort", "4000"], "Deze opdracht ken ik niet."],
  ])("says what is wrong with %s, and starts nothing", async (_what, words, sentence) => {
    const { code, said } = await start(...words);
    expect(code).toBe(2);
    expect(said).toContain(sentence);
    expect(said).toContain("npm start");
    expect(said).not.toMatch(/Error|\bat /);
    expect(existsSync(join(folder, ".zorgronde"))).toBe(false);
  });

  it("advises other ports when something else has the port", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = address && typeof address === "object" ? String(address.port) : "";
    const { code, said } = await start("--port", port);
    await new Promise((done) => other.close(done));
    expect(code).toBe(1);
    expect(said).toContain(`Poort ${port} is al in gebruik door iets anders.`);
  });

  it.each([[[]], [["--port", "0", "--room-port", "0"]], [["--fresh"]]])(
    "says with %j that it runs in this folder already, and where; no ports help then",
    async (words: readonly string[]) => {
      const dataDir = join(folder, ".zorgronde", "postgres");
      mkdirSync(dataDir, { recursive: true });
      const first = await startPostgres({ dataDir, fast: true });
      const run = { controlUrl: "http://127.0.0.1:3979", environment: "x" };
      writeFileSync(join(folder, ".zorgronde", "run.json"), JSON.stringify(run));
      const { code, said } = await start(...words);
      await first.stop();
      expect(code).toBe(1);
      expect(said).toContain(
        "Zorgronde draait al in deze map. Open de oefenomgeving:  http://127.0.0.1:3979/",
      );
      expect(said).not.toMatch(/--port|in use/);
    },
  );
});

it.each([
  ["3978", 3978],
  ["0", 0],
  ["65535", 65_535],
  ["65536", null],
  ["-1", null],
  ["", null],
  ["39 78", null],
  ["3978.5", null],
])("a port is a whole number that exists: %j is %s", (text, port) => {
  expect(portOf(text)).toBe(port);
});
