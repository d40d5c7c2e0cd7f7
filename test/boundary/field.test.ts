import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fields } from "./field.ts";
import { aScene, type Scene } from "./scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 120_000);
afterAll(() => scene.close());

describe("what leaves over HTTP", () => {
  it("T2: depends on exactly those columns of the tables of a leerling that may show", async () => {
    const { findings, columns, runs } = await fields(scene);
    expect(findings).toEqual([]);
    expect(columns).toBeGreaterThan(100);
    expect(runs).toBeGreaterThan(200);
  }, 900_000);
});
