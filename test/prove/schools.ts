import assert from "node:assert/strict";
import type { Chance } from "#local/chance.ts";
import type { FaultOrder } from "#local/teams/fault.ts";
import type { Cluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import { type Cast, canaries, kompas, maasoever, path, regenboog, type Step } from "#test/stories/path.ts";
import { type Pressed, type Story, wordsOf } from "#test/stories/story.ts";
import { type Stand, standOf } from "#test/stories/walk.ts";
import { pressAgain } from "./kill.ts";
import { someMoment } from "./moment.ts";
import { expectDone, expectUnbroken, isDone, type Proof, settleSlowly, withStory } from "./proof.ts";

const casts: readonly Cast[] = [regenboog, kompas, maasoever];
const people = ["noor", "bram", "saskia", "peter", "hanna", "yasmina", "fatima", "esther", "daan", "marijke"];

type Trouble = Pick<FaultOrder, "kind" | "for" | "op" | "retryAfter" | "ms" | "delivered">;
const troubles: readonly Trouble[] = [
  { kind: "down", for: "PT30S" },
  { kind: "429", for: "PT30S", retryAfter: 15 },
  { kind: "429", for: 3, retryAfter: null },
  { kind: "412", for: 2 },
  { kind: "500", for: 2 },
  { kind: "502", for: "PT45S" },
  { kind: "503", for: 2, retryAfter: 30 },
  { kind: "504", for: 1, op: "update", delivered: true },
  { kind: "reset", for: 2 },
  { kind: "reset-after-delivery", for: 1 },
  { kind: "slow", for: 3, ms: 20 },
  { kind: "repeat-invoke", for: 1, op: "invoke" },
];

/** Three schools that share people do the main job at the same time, while at every step something else goes wrong. */
export const schools = (cluster: Cluster): Proof => ({
  name: "three schools at once, with faults by chance",
  share: 0.2,
  run: ({ chance, more }) =>
    withStory({ database: databaseIn.bind(null, cluster) }, async (s) => {
      const begin = await s.save();
      const start = s.now();
      const usual = await walkAll(s, async (press) => {
        const done = await press();
        await s.settle();
        return done;
      });
      const total = { walks: 0, faults: 0, copies: 0 };
      do {
        await begin();
        const from = s.teams.calls().at(-1)?.n ?? 0;
        const end = await walkAll(
          s,
          (press) => pressInTrouble(s, chance, press),
          () => calmDown(s),
        );
        for (const [name, rows] of Object.entries(usual))
          assert.deepEqual(end[name], rows, `stored after ${name}`);
        const hit = s.teams.calls(from).filter(({ fault }) => fault !== undefined);
        const copies = await namesShown(s);
        const unsure = hit.filter(({ fault, op }) => fault === "reset-after-delivery" && op === "send");
        assert.ok(
          copies <= unsure.length,
          `${copies} names left after ${unsure.length} sends without an answer`,
        );
        total.walks += 1;
        total.faults += hit.length;
        total.copies += copies;
      } while (more());
      const days = Math.round(start.until(s.now(), { largestUnit: "hours" }).total("hours") / 24);
      return `${total.walks * casts.length} hulpvragen from intake to closing in ${total.walks * days} days of virtual time, ${total.faults} calls that failed: 0 lost, 0 done twice; ${total.copies} copies that kept a name`;
    }),
});

type Press = () => Promise<Pressed>;

/** All at the same step at the same time. */
async function walkAll(
  s: Story,
  make: (press: Press, step: Step) => Promise<Pressed>,
  after: () => Promise<void> = async () => undefined,
): Promise<Readonly<Record<string, Stand["rows"]>>> {
  const before = new Map<Cast, Pressed>();
  const stored: Record<string, Stand["rows"]> = {};
  for (const step of path) {
    const held = [];
    for (const cast of casts) held.push({ cast, hand: await step.ready(s, cast, before.get(cast) ?? null) });
    await Promise.all(
      held.map(async ({ cast, hand }) => {
        let first = true;
        const press = (): Promise<Pressed> => {
          if (!first) return pressAgain(s, hand);
          first = false;
          return hand.press();
        };
        before.set(cast, await make(press, step));
      }),
    );
    await after();
    await expectUnbroken(s, step.name);
    // A message that nobody knew had arrived is a row of its own.
    const { bericht: _, ...rows } = (await standOf(s)).rows;
    stored[step.name] = rows;
  }
  return stored;
}

async function pressInTrouble(s: Story, chance: Chance, press: Press): Promise<Pressed> {
  for (let count = chance.below(4); count > 0; count -= 1) {
    const conversation = chance.below(6) === 0 ? channelOf(s, chance) : `personal:${chance.of(people)}`;
    s.teams.fault({ ...chance.of(troubles), conversation });
  }
  const cut = chance.below(5) === 0;
  const moment = someMoment(s, chance);
  const pressing = press();
  if (cut) {
    await Promise.race([moment.reached, pressing]);
    await s.sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename like '%\\_app'`);
  }
  moment.forget();
  const done = await pressing;
  if (isDone(done)) return done;
  await settleSlowly(s);
  const again = await press();
  expectDone(again, "the second press");
  return again;
}

function channelOf(s: Story, chance: Chance): string {
  return chance.of(s.teams.world().teams).id;
}

/** What was refused is tried again, until nothing is left that is due. */
async function calmDown(s: Story): Promise<void> {
  await settleSlowly(s);
  await s.wait("PT5M");
  s.teams.clearFaults();
  await s.wait("PT5M");
  await settleSlowly(s);
}

/** Everything is closed: who is no ib of a school sees no name of its pupil any more, but on a copy that nobody knows. */
async function namesShown(s: Story): Promise<number> {
  const ibs = new Set(casts.map(({ ib }) => ib));
  let shown = 0;
  for (const { id } of s.teams.world().people) {
    if (ibs.has(id)) continue;
    const items = await s.teams.inbox({ as: id });
    shown += items.filter(({ from, card }) => from === "bot" && canaries.test(wordsOf(card))).length;
  }
  return shown;
}
