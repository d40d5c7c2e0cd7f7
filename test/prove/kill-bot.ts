import type { Cluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import { walksKilling } from "./kill.ts";
import { type Proof, withStory } from "./proof.ts";
import { remoteBots } from "./remote-bot.ts";

/** `kill -9` of the process of the bot, which stands beside this one. */
export const killBot = (cluster: Cluster): Proof => ({
  name: "the bot is killed in the middle of presses and sends",
  share: 0.2,
  run(run) {
    const bots = remoteBots();
    const options = { database: databaseIn.bind(null, cluster), startBot: bots.start };
    return withStory(options, (s) => walksKilling(s, run, { kill: bots.kill, revive: s.restart }));
  },
});
