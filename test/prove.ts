/**
 * What `npm run prove` runs: longer proofs than fit in `npm test`. Prints figures, and ends with `N passed, N failed`.
 * `--minutes 3` for another length than ten, `--seed 7` to walk a run again, `--only kill` for the proofs of that name.
 */
import { parseArgs } from "node:util";
import { hushConsole } from "#bot/hush.ts";
import { chanceOf } from "#local/chance.ts";
import { openCluster } from "./cluster.ts";
import { databaseIn } from "./database.ts";
import { boundary, columns, leaks } from "./prove/boundary.ts";
import { killBot } from "./prove/kill-bot.ts";
import { killInNotices } from "./prove/kill-notices.ts";
import { killPostgres } from "./prove/kill-postgres.ts";
import { longTests } from "./prove/long-tests.ts";
import type { Proof } from "./prove/proof.ts";
import { summaries, visibility } from "./prove/property.ts";
import { racing } from "./prove/races.ts";
import { schoolWeeks, schoolYear } from "./prove/school-year.ts";
import { schools } from "./prove/schools.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string" },
    only: { type: "string", default: "" },
  },
});
const seed =
  values.seed === undefined ? (crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) : Number(values.seed);
const total = Number(values.minutes) * 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const unhush = hushConsole(() => undefined);

async function prove(proof: Proof): Promise<boolean> {
  const began = performance.now();
  const chance = chanceOf(seed);
  const more = (): boolean => performance.now() - began < total * proof.share;
  const took = () => `${Math.round((performance.now() - began) / 1000)} s`;
  try {
    say(`ok    ${proof.name}: ${await proof.run({ seed, chance, more })} (${took()})`);
    return true;
  } catch (error) {
    say(`FAIL  ${proof.name} (seed ${seed}, ${took()})`);
    say(error instanceof Error ? (error.stack ?? error.message) : "unknown");
    return false;
  }
}

say(`seed ${seed}, ${values.minutes} minutes`);
const cluster = await openCluster();
let [passed, failed] = [0, 0];
try {
  const proofs = [
    summaries,
    visibility,
    boundary(cluster),
    columns(cluster),
    leaks(cluster),
    racing(cluster),
    killBot(cluster),
    killInNotices((options) => databaseIn(cluster, options)),
    killPostgres,
    schools(cluster),
    schoolWeeks(cluster),
    schoolYear(cluster),
    longTests,
  ].filter(({ name, named }) => name.includes(values.only) && (!named || values.only !== ""));
  for (const proof of proofs) {
    if (await prove(proof)) passed += 1;
    else failed += 1;
  }
} finally {
  await cluster.close();
  unhush();
}
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
