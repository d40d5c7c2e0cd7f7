import assert from "node:assert/strict";
import { type Held, send } from "#test/stories/hand.ts";
import type { Pressed, Story } from "#test/stories/story.ts";
import { type Stands, walk } from "#test/stories/walk.ts";
import { someMoment } from "./moment.ts";
import {
  expectDone,
  expectSameEnd,
  expectUnbroken,
  isDone,
  type Run,
  settleSlowly,
  walkWell,
} from "./proof.ts";

interface Killed {
  readonly kills: number;
  readonly inPress: number;
  readonly copies: number;
}

interface Parts {
  readonly kill: () => Promise<void>;
  readonly revive: () => Promise<void>;
}

/** Again and again from the same beginning. */
export async function walksKilling(s: Story, run: Run, parts: Parts): Promise<string> {
  const begin = await s.save();
  const usual = await walkWell(s);
  const all: Killed[] = [];
  do {
    await begin();
    all.push(await walkKilling(s, run, { ...parts, usual }));
  } while (run.more());
  const sum = (of: keyof Killed) => all.reduce((total, one) => total + one[of], 0);
  return `${sum("kills")} kills, ${sum("inPress")} of them before the answer: 0 lost, 0 done twice, never two holders or none; ${sum("copies")} messages stand twice`;
}

/**
 * The main job, with something killed at some moment in every step: while the press is carried out, or while its
 * messages go out. Then it is there again, the time of a claim passes, and who was not told that it is done presses again.
 */
async function walkKilling(
  s: Story,
  { chance }: Run,
  parts: Parts & { readonly usual: Stands },
): Promise<Killed> {
  let kills = 0;
  let inPress = 0;
  const interrupted = async (held: Held): Promise<Pressed> => {
    const moment = someMoment(s, chance);
    const pressing = held.press();
    const over = pressing.then(() => s.settle()).catch(() => undefined);
    await Promise.race([moment.reached, over]);
    moment.forget();
    await parts.kill();
    kills += 1;
    const first = await pressing;
    await over;
    await parts.revive();
    return first;
  };
  const stands = await walk(s, async ({ name }, held) => {
    const first = await interrupted(held);
    await settleSlowly(s);
    // What was in hand is free again after two minutes.
    await s.wait("PT3M");
    await expectUnbroken(s, name);
    if (isDone(first)) return first;
    inPress += 1;
    const again = await pressAgain(s, held);
    await settleSlowly(s);
    expectDone(again, name);
    await expectUnbroken(s, name);
    return again;
  });
  const copies = expectSameEnd(s, stands, parts.usual);
  assert.ok(copies <= kills, `${copies} copies after ${kills} kills`);
  return { kills, inPress, copies };
}

/** The same press; when the card shows by now that it was done, as an old client would still send it. */
export async function pressAgain(s: Story, held: Held): Promise<Pressed> {
  const again = await held.press();
  return again.error?.code === "no-such-action" ? send(s, held.as, held.sends) : again;
}
