import type { Cluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import { aStory } from "#test/stories/story.ts";
import { walk } from "#test/stories/walk.ts";
import { walkKilling } from "./kill.ts";
import type { Proof } from "./proof.ts";
import { remoteBots } from "./remote-bot.ts";

/** `kill -9` of the process of the bot. */
export const killBot = (cluster: Cluster): Proof => ({
  name: "the bot is killed in the middle of presses and sends",
  share: 0.3,
  async run(run) {
    const bots = remoteBots();
    const s = await aStory({ database: (options) => databaseIn(cluster, options), startBot: bots.start });
    const begin = await s.save();
    const usual = await walk(s, async (_, held) => {
      const pressed = await held.press();
      await s.settle();
      return pressed;
    });
    const total = { kills: 0, inPress: 0, copies: 0 };
    do {
      await begin();
      const killed = await walkKilling(s, run, { usual, kill: bots.kill, revive: s.restart });
      total.kills += killed.kills;
      total.inPress += killed.inPress;
      total.copies += killed.copies;
    } while (run.more());
    await s.close();
    return `${total.kills} kills, ${total.inPress} before the answer: 0 lost, 0 done twice, 0 without or with two holders, ${total.copies} messages that stand twice`;
  },
});
