import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const biome = join(root, "node_modules", ".bin", "biome");

const refusals: [file: string, from: string][] = [
  ["src/domain/proef.ts", "#database/pool.ts"],
  ["src/domain/proef.ts", "#cards/card.ts"],
  ["src/domain/proef.ts", "node:crypto"],
  ["src/domain/proef.ts", "pg"],
  ["src/domain/proef.ts", "../database/pool.ts"],
  ["src/domain/proef.ts", "./unseal.ts"],
  ["src/usecases/proef.ts", "#bot/app.ts"],
  ["src/usecases/proef.ts", "#cards/card.ts"],
  ["src/usecases/proef.ts", "#domain/unseal.ts"],
  ["src/usecases/proef.ts", "pg"],
  ["src/usecases/proef.ts", "botbuilder"],
  ["src/database/proef.ts", "#usecases/act.ts"],
  ["src/database/proef.ts", "#domain/unseal.ts"],
  ["adaptive-cards/proef.ts", "#database/pool.ts"],
  ["adaptive-cards/proef.ts", "#usecases/act.ts"],
  ["adaptive-cards/proef.ts", "#domain/unseal.ts"],
  ["adaptive-cards/proef.ts", "botbuilder"],
  ["bot/proef.ts", "#domain/unseal.ts"],
  ["bot/proef.ts", "#local/clock.ts"],
  ["bot/proef.ts", "#database/pool.ts"],
  ["src/outside/proef.ts", "#database/pool.ts"],
];
const permissions: [file: string, from: string][] = [
  ["src/domain/proef.ts", "./code.ts"],
  ["src/domain/proef.ts", "zod/v4"],
  ["src/usecases/proef.ts", "#domain/code.ts"],
  ["src/database/kluis.ts", "#domain/unseal.ts"],
  ["src/domain/visibility.ts", "./unseal.ts"],
  ["adaptive-cards/proef.ts", "#domain/code.ts"],
  ["bot/proef.ts", "#usecases/act.ts"],
  ["bot/main.ts", "#database/pool.ts"],
];

/** One line in one file, under our own rules, in a folder of its own; true when the linter refuses it. */
function refused(file: string, from: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "zorgronde-kamers-"));
  try {
    const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
    delete config.$schema;
    writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import { x } from "${from}";\n\nexport const y = x;\n`);
    const asked = spawnSync(biome, ["lint", "--only=style/noRestrictedImports", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    const verdict = `${asked.stdout}${asked.stderr}`;
    if (!verdict.includes("Checked 2 files")) throw new Error(`the linter looked elsewhere: ${verdict}`);
    return asked.status !== 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("kamers / the fence is closed", () => {
  it.each(refusals)("%s may not import %s", (file, from) => {
    expect(refused(file, from)).toBe(true);
  });

  it.each(permissions)("%s may import %s", (file, from) => {
    expect(refused(file, from)).toBe(false);
  });

  it("nothing of the product imports the practice room, the tests or the benchmarks", () => {
    const product = ["src", "bot", "adaptive-cards", "manifest"].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(root, room, name)),
    );
    expect(product.length).toBeGreaterThan(50);
    const strays = product
      .filter((file) => /from "(#local|#test|.*\/(local|test|bench)\/)/.test(readFileSync(file, "utf8")))
      .map((file) => relative(root, file));
    expect(strays).toEqual([]);
  });
});
