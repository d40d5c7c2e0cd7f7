import assert from "node:assert/strict";
import { fields } from "#test/boundary/field.ts";
import { mutants, probedForLeaks, shownLater } from "#test/boundary/mutant.ts";
import { pairs, swaps } from "#test/boundary/property.ts";
import { aScene, type Scene } from "#test/boundary/scene.ts";
import type { Cluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import type { Proof } from "./proof.ts";

/** The bar of privacy.md §1, however many minutes the run is given: these proofs have no share of the time. */
const atLeast = 1_000;
const atOnce = 50;

async function withScenes<T>(cluster: Cluster, run: (scenes: readonly Scene[]) => Promise<T>): Promise<T> {
  const scenes = await Promise.all([1, 2].map(() => aScene(databaseIn.bind(null, cluster))));
  try {
    return await run(scenes);
  } finally {
    for (const scene of scenes) await scene.close();
  }
}

const tell = (line: string): void => void process.stdout.write(`      ${line}\n`);

/** Two worlds that differ in every secret, on a real bot: outsiders get the same bytes over HTTP. */
export const boundary = (cluster: Cluster): Proof => ({
  name: "nothing of what is secret leaves over HTTP",
  share: 0,
  run: ({ seed }) =>
    withScenes(cluster, async (scenes) => {
      const from = seed % 1_000_000;
      let [total, swapped] = [0, 0];
      while (total < atLeast) {
        const found = await Promise.all(
          scenes.map(async (scene, at) => {
            const start = from + total + at * atOnce;
            const { findings } = await pairs(scene, { atLeast: atOnce, seed: start });
            return [...findings, ...(await swaps(scene, { atLeast: 6, seed: start }))];
          }),
        );
        assert.deepEqual(found.flat(), []);
        total += scenes.length * atOnce;
        swapped += scenes.length * 6;
        tell(`${total} pairs, ${swapped} swapped grounds`);
      }
      return `${total} pairs of worlds and ${swapped} swapped grounds, seeds from ${from}: no difference`;
    }),
});

/** T2: what leaves depends on exactly those columns of the tables of a leerling that may show. */
export const columns = (cluster: Cluster): Proof => ({
  name: "what leaves over HTTP depends on what may show, column by column",
  share: 0,
  run: async () => {
    const scene = await aScene(databaseIn.bind(null, cluster));
    try {
      const { findings, columns: probed, runs } = await fields(scene);
      assert.deepEqual(findings, []);
      assert.ok(probed > 100 && runs > 200, `${probed} columns, ${runs} worlds`);
      return `${probed} columns, ${runs} changed worlds: no other difference`;
    } finally {
      await scene.close();
    }
  },
});

/** Which test finds which of the seeded leaks; each must be found by one of them. */
export const leaks = (cluster: Cluster): Proof => ({
  name: "every seeded leak over HTTP is found",
  share: 0,
  run: ({ seed }) =>
    withScenes(cluster, async (scenes) => {
      const from = seed % 1_000_000;
      const waiting = Object.entries(mutants);
      const counts = { T1: 0, T2: 0, T3: 0, all: 0 };
      const missed: string[] = [];
      const lane = async (scene: Scene): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [name, mutant] = next;
          await scene.withNouns(mutant);
          const by = await foundBy(scene, name, from);
          for (const test of by) counts[test] += 1;
          if (by.length > 0) counts.all += 1;
          else missed.push(name);
          tell(`${by.join(" ") || "MISSED"}: ${name}`);
        }
      };
      await Promise.all(scenes.map(lane));
      assert.deepEqual(missed, []);
      return `${counts.all} leaks: T1 finds ${counts.T1}, T2 ${counts.T2}, T3 ${counts.T3}`;
    }),
});

async function foundBy(scene: Scene, name: string, seed: number): Promise<readonly ("T1" | "T2" | "T3")[]> {
  const short = !shownLater.test(name);
  const one = [...(await pairs(scene, { atLeast: 12, seed, short, lively: true })).findings];
  const two = (await fields(scene, probedForLeaks)).findings;
  const three = await swaps(scene, { atLeast: 6, seed, short, lively: true });
  // A few drawn worlds can lack what a leak needs: more of them before it is called missed.
  if (one.length + two.length + three.length === 0)
    one.push(...(await pairs(scene, { atLeast: 72, seed: seed + 1_000, short, lively: true })).findings);
  return [
    ...(one.length > 0 ? (["T1"] as const) : []),
    ...(two.length > 0 ? (["T2"] as const) : []),
    ...(three.length > 0 ? (["T3"] as const) : []),
  ];
}
