import type { Cluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import { type StepName, stepNames, upTo } from "#test/stories/path.ts";
import { addDuo, orders, run as race, races } from "#test/stories/race.ts";
import { expectUnbroken, type Proof, withStory } from "./proof.ts";

/** Two people at the same button, again and again. */
export const racing = (cluster: Cluster): Proof => ({
  name: "two people press at the same moment",
  share: 0.2,
  run: ({ more }) =>
    withStory({ database: databaseIn.bind(null, cluster) }, async (s) => {
      await addDuo(s);
      let from: StepName = "leerling";
      let [count, pairs] = [0, 0];
      let rounds = 0;
      for (const point of stepNames.filter((name) => races.some(({ after }) => after === name))) {
        await upTo(s, point, undefined, from);
        from = stepNames[stepNames.indexOf(point) + 1] ?? point;
        const back = await s.save();
        for (const one of races.filter(({ after }) => after === point)) {
          for (const order of [...orders, ...Array.from({ length: repeats }, () => orders[0])]) {
            await back();
            await race(s, one, order);
            await expectUnbroken(s, one.name);
            count += 1;
          }
          pairs += 1;
        }
        await back("last");
        rounds += 1;
        if (!more() && rounds >= 3) break;
      }
      return `${count} times, ${pairs} of ${races.length} pairs of buttons: one thing came of it, and the other was told`;
    }),
});

const repeats = 3;
