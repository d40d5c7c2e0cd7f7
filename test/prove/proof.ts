import assert from "node:assert/strict";
import { calmErrorText } from "#cards/calm-error.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import type { Chance } from "#local/chance.ts";
import { broken } from "#test/stories/invariant.ts";
import { aStory, type Pressed, type Story, type StoryOptions, wordsOf } from "#test/stories/story.ts";
import { type Stands, tooMuch, walk } from "#test/stories/walk.ts";

/** One long proof. It goes on in whole rounds until its time is over, and answers its figures in a line. */
export interface Proof {
  readonly name: string;
  /** Of the time of the whole run. */
  readonly share: number;
  /** Takes so long that it runs only when it is named with `--only`. */
  readonly named?: true;
  run(run: Run): Promise<string>;
}

export interface Run {
  /** Every choice comes from this seed, so that a failing run can be walked again. */
  readonly seed: number;
  readonly chance: Chance;
  /** False when the time of this proof is over. */
  more(): boolean;
}

/** Done, and said; false when somebody was told to try again. */
export function isDone(pressed: Pressed): boolean {
  return pressed.status === "ok" && pressed.message !== calmErrorText;
}

/** A press that was not done the first time is done the second time. */
export function expectDone(pressed: Pressed, where: string): void {
  assert.ok(
    isDone(pressed),
    `${where}: ${JSON.stringify(pressed.error ?? pressed.message ?? pressed.status)}`,
  );
  const words = wordsOf(pressed.dialog?.card ?? pressed.card);
  assert.ok(!words.includes(neutralCard().fallbackText), `${where}: told that it is not theirs`);
  const overtaken = `${pressed.message ?? ""} ${words}`.includes(pressWords.stale);
  assert.ok(!overtaken, `${where}: told that somebody else was first`);
}

export async function expectUnbroken(s: Story, where: string): Promise<void> {
  assert.deepEqual(await broken(s), [], where);
}

/**
 * The end is that of a walk in which nothing went wrong. Answers how many copies stand in chats beside that; one that
 * we know of is a pointer by then, and a row of its own.
 */
export function expectSameEnd(s: Story, stands: Stands, usual: Stands): number {
  const [end, wanted] = [stands.bevestigen, usual.bevestigen];
  const { bericht: _, ...rows } = end?.rows ?? {};
  const { bericht: __, ...wantedRows } = wanted?.rows ?? {};
  assert.deepEqual(rows, wantedRows, "what is stored at the end");
  const people = s.teams.world().people.map(({ id }) => id);
  const copies = people.flatMap((as) => tooMuch(end, wanted, as));
  const ofChannel = copies.filter((copy) => copy.startsWith("channel"));
  return copies.length - ofChannel.length + new Set(ofChannel).size;
}

/** After an interruption: everything is caught up with, however often it has to be asked. */
export async function settleSlowly(s: Story, attempts = 40): Promise<void> {
  await s.settle().catch((error: unknown) => {
    if (attempts === 0) throw error;
    return settleSlowly(s, attempts - 1);
  });
}

/** A story that is over when the proof is, also when it fails. */
export async function withStory<T>(options: StoryOptions, run: (s: Story) => Promise<T>): Promise<T> {
  const s = await aStory(options);
  try {
    return await run(s);
  } finally {
    await s.close();
  }
}

/** Walks without anything going wrong: what should stand after each step. */
export function walkWell(s: Story): Promise<Stands> {
  return walk(s, async (_, held) => {
    const pressed = await held.press();
    await s.settle();
    return pressed;
  });
}
