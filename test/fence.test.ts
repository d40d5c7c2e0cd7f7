import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const biome = join(root, "node_modules", ".bin", "biome");

/** Whether the linter refuses this line where it would stand; with one rule on, its exit code is the verdict. */
function refused(file: string, line: string): boolean {
  const asked = spawnSync(biome, ["lint", "--only=style/noRestrictedImports", `--stdin-file-path=${file}`], {
    cwd: root,
    input: `${line}\n`,
    encoding: "utf8",
  });
  if (asked.status === null) throw new Error("the linter did not run");
  return asked.status !== 0;
}

const of = (from: string) => `import { x } from "${from}";\nexport const y = x;`;

describe("kamers / the fence is closed", () => {
  it.each([
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
  ])("%s may not import %s", (file, from) => {
    expect(refused(file, of(from))).toBe(true);
  });

  it.each([
    ["src/domain/proef.ts", "./code.ts"],
    ["src/domain/proef.ts", "zod/v4"],
    ["src/usecases/proef.ts", "#domain/code.ts"],
    ["src/database/kluis.ts", "#domain/unseal.ts"],
    ["src/domain/visibility.ts", "./unseal.ts"],
    ["adaptive-cards/proef.ts", "#domain/code.ts"],
    ["bot/proef.ts", "#usecases/act.ts"],
    ["bot/main.ts", "#database/pool.ts"],
  ])("%s may import %s", (file, from) => {
    expect(refused(file, of(from))).toBe(false);
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
