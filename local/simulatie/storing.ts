/** What goes wrong with `--faults`: Teams, the database, the process, and activities that come twice or late. */
import { randomUUID } from "node:crypto";
import type { Chance } from "#local/chance.ts";
import type { FaultOrder } from "#local/teams/fault.ts";
import type { Story } from "#test/stories/story.ts";

type Kwaal = Pick<FaultOrder, "kind" | "for" | "op" | "retryAfter" | "ms" | "delivered">;

/** How often of all, and what; the longer ones last for hours of the clock of the simulation. */
const kwalen: readonly (readonly [weight: number, kwaal: Kwaal])[] = [
  [6, { kind: "429", for: 3, retryAfter: 20 }],
  [4, { kind: "429", for: "PT2M", retryAfter: null }],
  [6, { kind: "502", for: "PT3M" }],
  [4, { kind: "503", for: 2, retryAfter: 30 }],
  [4, { kind: "412", for: 2 }],
  [4, { kind: "reset", for: 2 }],
  [4, { kind: "reset-after-delivery", for: 1 }],
  [3, { kind: "504", for: 1, op: "update", delivered: true }],
  [4, { kind: "slow", for: 3, ms: 20 }],
  [6, { kind: "repeat-invoke", for: 1, op: "invoke" }],
  [2, { kind: "blocked", for: 1 }],
  [1, { kind: "not-installed", for: 1 }],
];

export interface Storing {
  /** Before somebody acts: perhaps something of Teams breaks. */
  voor(handle: string): void;
  /** While somebody acts: perhaps the database lets go of everybody. Answers what to wait for. */
  tijdens(): Promise<void>;
  /** After it: perhaps the process is gone and another comes, or something is delivered once more. */
  na(): Promise<void>;
  /** Until everything that came of it is over nothing of ours is to blame. */
  readonly verklaard: () => boolean;
  readonly aantallen: () => Readonly<Record<string, number>>;
}

export const geenStoring: Storing = {
  voor: () => undefined,
  tijdens: async () => undefined,
  na: async () => undefined,
  verklaard: () => false,
  aantallen: () => ({}),
};

/** So often of a thousand acts. */
const kans = { teams: 120, uren: 4, database: 15, proces: 15, dubbel: 40 } as const;

export function storingen(s: Story, chance: Chance): Storing {
  const counts = new Map<string, number>();
  const tel = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const of1000 = (often: number) => chance.below(1000) < often;
  const total = kwalen.reduce((sum, [weight]) => sum + weight, 0);
  let verklaard = false;
  const kwaalVan = (): Kwaal => {
    let left = chance.below(total);
    for (const [weight, kwaal] of kwalen) {
      left -= weight;
      if (left < 0) return kwaal;
    }
    throw new Error("nothing to break");
  };
  /** Everything is caught up with, however often it has to be asked. */
  const bijkomen = async (attempts = 20): Promise<void> => {
    await s.settle().catch((error: unknown) => {
      if (attempts === 0) throw error;
      return bijkomen(attempts - 1);
    });
  };
  return {
    voor(handle) {
      if (of1000(kans.uren)) {
        s.teams.fault({ kind: "down", for: `PT${1 + chance.below(5)}H` });
        tel("teams uren weg");
      }
      if (!of1000(kans.teams)) return;
      const kwaal = kwaalVan();
      s.teams.fault({ ...kwaal, conversation: `personal:${handle}` });
      tel(`teams ${kwaal.kind}`);
    },
    async tijdens() {
      if (!of1000(kans.database)) return;
      verklaard = true;
      tel("database weg");
      for (let turn = chance.below(30); turn > 0; turn -= 1) await new Promise((done) => setImmediate(done));
      await s.sql(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename like '%\\_app'`);
    },
    async na() {
      if (verklaard) await bijkomen();
      if (of1000(kans.proces)) {
        verklaard = true;
        tel("proces weg");
        await s.restart();
        await bijkomen();
      }
      verklaard = false;
      if (of1000(kans.dubbel)) await opnieuw();
    },
    verklaard: () => verklaard,
    aantallen: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };

  /** The same activity once more: at once, or one of long ago; now and then with another id, as Teams does after a time-out. */
  async function opnieuw(): Promise<void> {
    const all = s.teams.deliveries().slice(-200);
    const late = chance.below(2) === 0;
    const found = late ? all[chance.below(all.length)] : all.at(-1);
    if (!found) return;
    tel(late ? "late activiteit" : "dubbele activiteit");
    const activity = structuredClone(found.activity);
    await s.teams.deliver(chance.below(4) === 0 ? { ...activity, id: `f:${randomUUID()}` } : activity);
    await s.settle();
  }
}
