import type { Held } from "./hand.ts";
import { path, regenboog, type Step, type StepName } from "./path.ts";
import { type Pressed, type Story, wordsOf } from "./story.ts";

/** How things stand: how many rows there are, and every message that somebody sees. */
export interface Stand {
  readonly rows: Readonly<Record<string, number>>;
  readonly seen: Readonly<Record<string, readonly string[]>>;
}
export type Stands = Readonly<Partial<Record<StepName, Stand>>>;

/** From the beginning to the end; `make` presses, in its own way, what is ready to be pressed. */
export async function walk(s: Story, make: (step: Step, held: Held) => Promise<Pressed>): Promise<Stands> {
  const stands: Partial<Record<StepName, Stand>> = {};
  let before: Pressed | null = null;
  for (const step of path) {
    const held = await step.ready(s, regenboog, before);
    before = await make(step, held);
    stands[step.name] = await standOf(s);
  }
  return stands;
}

/** Reading something once more, drawing once more what nobody answered for, and deciding once more about what goes to a channel, is no effect. */
export async function standOf(s: Story): Promise<Stand> {
  const { gebeurtenis: _, vrijgave: __, kennisgeving = 0, ...rows } = await s.rows();
  const [again = 0, events = 0, failed = 0, waiting = 0] = await s.counts(
    "kennisgeving where soort = 'bericht_nazien' or sleutel like 'samenvatting_ververst:%:later:%'",
    "gebeurtenis where soort not in ('gelezen', 'samenvatting_vrijgegeven', 'kanaalregel_vrijgegeven')",
    "kennisgeving where status = 'mislukt'",
    `kennisgeving where status in ('klaar', 'bezig') and niet_voor <= '${s.now().toInstant()}'`,
  );
  const people = s.teams.world().people.map(({ id }) => id);
  const seen = await Promise.all(people.map(async (as) => [as, await messagesOf(s, as)] as const));
  return {
    rows: { ...rows, kennisgeving: kennisgeving - again, events, failed, waiting },
    seen: Object.fromEntries(seen),
  };
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Sorted, because two messages can come in either order; what is chosen by chance is made the same. */
async function messagesOf(s: Story, as: string): Promise<string[]> {
  const items = (await s.teams.inbox({ as })).filter((item) => item.from === "bot");
  const texts = items.map(
    // What was drawn once more has the summary of that.
    (item) =>
      `${item.scope} ${item.summary ? "met samenvatting" : ""}\n${item.text ?? ""}\n${wordsOf(item.card)}`,
  );
  // The agenda is set against the length at the moment of drawing; who gets the card later reads a later time.
  const now = /klaar om \d{2}:\d{2}/g;
  const plain = (text: string) =>
    text
      .replace(/HV-\d{4}/g, "HV-nnnn")
      .replace(uuid, "id")
      .replace(now, "klaar om dan");
  return texts.map(plain).sort();
}

/** What somebody sees beyond what they should; throws when something that they should see is not there. */
export function tooMuch(stand: Stand | undefined, usual: Stand | undefined, as: string): readonly string[] {
  const left = [...(stand?.seen[as] ?? [])];
  for (const message of usual?.seen[as] ?? []) {
    const at = left.indexOf(message);
    if (at < 0) throw new Error(`${as} misses: ${message}`);
    left.splice(at, 1);
  }
  return left;
}
