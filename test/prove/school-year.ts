import assert from "node:assert/strict";
import { simuleer } from "#local/simulatie/simulatie.ts";
import { gebroken } from "#local/simulatie/telling.ts";
import type { Cluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import type { Proof } from "./proof.ts";

const tell = (line: string): void => void process.stdout.write(`      ${line}\n`);

interface Size {
  readonly schools: number;
  readonly weeks: number;
  readonly faults: boolean;
}

async function unbroken(cluster: Cluster, size: Size, seed: number): Promise<string> {
  const { invariants, speed } = await simuleer({
    ...{ ...size, seed, zeg: tell },
    database: databaseIn.bind(null, cluster),
  });
  assert.deepEqual(
    gebroken(invariants),
    [],
    `npm run simulate -- --schools ${size.schools} --weeks ${size.weeks} --seed ${seed}${size.faults ? " --faults" : ""}`,
  );
  const checked = invariants.reduce((sum, one) => sum + one.checked, 0);
  return `${speed.activities} activities, ${checked} times looked at, ${speed.ratio} times a bare echo`;
}

/** One seed after another, each with its own faults. */
export const schoolWeeks = (cluster: Cluster): Proof => ({
  name: "two schools for eight weeks, with faults by chance",
  share: 0.2,
  async run({ seed, more }) {
    let runs = 0;
    do {
      const size = { schools: 2, weeks: 8, faults: true };
      tell(`seed ${seed + runs}: ${await unbroken(cluster, size, (seed + runs) % 2 ** 32 || 1)}`);
      runs += 1;
    } while (more());
    return `${runs} seeds from ${seed}: no rule broken`;
  },
});

/** Takes hours. */
export const schoolYear = (cluster: Cluster): Proof => ({
  name: "thirty schools for a school year, with faults by chance",
  share: 0,
  named: true,
  run: ({ seed }) => unbroken(cluster, { schools: 30, weeks: 40, faults: true }, seed || 1),
});
