/** `npm run simulate -- --schools 10 --weeks 40 --seed 1 [--faults]`: one JSON document on stdout, progress on stderr. */
import { parseArgs } from "node:util";
import { hushConsole } from "#bot/hush.ts";
import { openCluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import { simuleer } from "./simulatie.ts";
import { gebroken } from "./telling.ts";

const usage = "Gebruik: npm run simulate -- --schools N --weeks N --seed N [--faults]\n";

const whole = (text: string | undefined, usual: number, most: number): number | null => {
  const number = text === undefined ? usual : Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null;
};

async function run(): Promise<number> {
  const options = {
    schools: { type: "string" },
    weeks: { type: "string" },
    seed: { type: "string" },
    faults: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  } as const;
  const values = read(() => parseArgs({ options }).values);
  const schools = whole(values?.schools, 3, 300);
  const weeks = whole(values?.weeks, 8, 52);
  const seed = whole(values?.seed, (crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) || 1, 2 ** 32 - 1);
  if (values?.help) process.stderr.write(usage);
  if (values?.help) return 0;
  if (!values || !schools || !weeks || !seed) {
    process.stderr.write(usage);
    return 2;
  }
  const zeg = (line: string): void => void process.stderr.write(`${line}\n`);
  zeg(`seed ${seed}: ${schools} schools, ${weeks} weeks${values.faults ? ", with faults" : ""}`);
  const unhush = hushConsole(() => undefined);
  const cluster = await openCluster();
  try {
    const uitslag = await simuleer({
      ...{ schools, weeks, seed, faults: values.faults, zeg },
      database: (given) => databaseIn(cluster, given),
    });
    process.stdout.write(`${JSON.stringify(uitslag, null, 2)}\n`);
    for (const { name, checked, broken } of uitslag.invariants)
      zeg(
        `${broken > 0 || checked === 0 ? "GEBROKEN" : "heel    "} ${name}: ${checked} bekeken, ${broken} fout`,
      );
    zeg(`${uitslag.speed.ratio} keer zo lang als een kale echo van ${uitslag.speed.activities} activiteiten`);
    return gebroken(uitslag.invariants).length > 0 ? 1 : 0;
  } finally {
    await cluster.close();
    unhush();
  }
}

function read<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

process.exitCode = await run();
