/** What everybody sees and what leaves the house, to the last byte. */
import { expect } from "vitest";
import { neutralCard } from "#cards/neutral.ts";
import type { Item } from "./leak-scene.ts";
import type { Story } from "./story.ts";

export const neutral = JSON.stringify(neutralCard());

export const peopleOf = (s: Story): readonly string[] => s.teams.world().people.map(({ id }) => id);

export async function messagesOf(s: Story, as: string): Promise<readonly Item[]> {
  return (await s.teams.inbox({ as })).filter(({ from }) => from === "bot");
}

/** Who has something with this mark standing in a chat or channel, whatever part of a message it is in. */
export async function holding(s: Story, mark: RegExp): Promise<string> {
  const found = await Promise.all(
    peopleOf(s).map(async (as) => (mark.test(JSON.stringify(await messagesOf(s, as))) ? as : "")),
  );
  return found.filter(Boolean).sort().join(" ");
}

/** Everybody types this; what each of them got below it. */
export async function allSay(s: Story, text: string): Promise<ReadonlyMap<string, readonly Item[]>> {
  const people = peopleOf(s);
  const before = new Set(
    (await Promise.all(people.map((as) => s.teams.inbox({ as })))).flat().map(({ id }) => id),
  );
  await Promise.all(people.map((as) => s.teams.say({ as, in: "personal", text })));
  await s.settle();
  const now = people.map(async (as) => {
    const items = (await messagesOf(s, as)).filter(({ id }) => !before.has(id));
    return [as, items] as const;
  });
  return new Map(await Promise.all(now));
}

/** Nobody's number: no hulpvraag is ever given it. */
export const unknown = "HV-0001";

/** What somebody got, to the byte, without what differs between two messages that say the same. */
export const saidIn = (items: readonly Item[] = []): string =>
  JSON.stringify(items.map(({ card, text, summary, scope }) => ({ card, text, summary, scope })));

const nothings = new WeakMap<Story, ReturnType<typeof allSay>>();

/** Who is shown anything for this number that a number of nobody does not bring. */
export async function shownTo(s: Story, hv: string): Promise<string> {
  const asked = nothings.get(s) ?? allSay(s, unknown);
  nothings.set(s, asked);
  const nothing = await asked;
  const answers = await allSay(s, hv);
  const shown = [...answers].filter(([as, items]) => saidIn(items) !== saidIn(nothing.get(as)));
  return shown
    .map(([as]) => as)
    .sort()
    .join(" ");
}

const known = new WeakMap<Story, Map<string, string>>();

/** Whose chat a conversation is; undefined for a channel. */
async function ownerOf(s: Story, conversation: string | null): Promise<string | undefined> {
  const owners = known.get(s) ?? new Map<string, string>();
  known.set(s, owners);
  if (!owners.has(conversation ?? "")) {
    for (const as of peopleOf(s)) {
      const own = (await s.teams.inbox({ as })).find(({ scope }) => scope === "personal");
      if (own) owners.set(own.conversation, as);
    }
  }
  return owners.get(conversation ?? "");
}

/** Every call since `n`: what is marked goes to these people and to nobody else, and never where a phone shows it. */
export async function expectOutgoing(
  s: Story,
  { since, mark, to }: { readonly since: number; readonly mark: RegExp; readonly to: readonly string[] },
): Promise<void> {
  for (const { body, path, answer, conversation, op } of s.teams.calls(since)) {
    const owner = await ownerOf(s, conversation);
    expect(`${path} ${JSON.stringify(answer)}`, op).not.toMatch(mark);
    const { summary = "", ...rest } = (body ?? {}) as { summary?: string };
    expect(summary).not.toMatch(mark);
    expect(summary, "a lock screen shows no number").not.toMatch(/HV-\d{4}/);
    if (!owner || !to.includes(owner))
      expect(JSON.stringify(rest), `${op} to ${owner ?? "a channel"}`).not.toMatch(mark);
    if (!owner) expect(JSON.stringify(rest), "buttons in a channel").not.toContain('"t":');
  }
}

/** What a machine that watches over the bot can read. */
export async function watched(s: Story): Promise<string> {
  const { url } = s.bot();
  const pages = [
    "/metrics",
    "/readyz",
    "/healthz",
    "/file/AAAAAAAAAAAAAAAAAAAAAAAA",
    "/agenda/AAAAAAAAAAAAAAAAAAAAAAAA.ics",
  ];
  const texts = await Promise.all(
    pages.map(async (page) => {
      const response = await fetch(`${url}${page}`);
      return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
    }),
  );
  return `${texts.join("\n")}\n${JSON.stringify(s.logged)}`;
}
