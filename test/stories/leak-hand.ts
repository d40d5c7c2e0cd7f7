/** A client that lies: it sends what no button sends, as the person who is signed in. */
import { randomUUID } from "node:crypto";
import { demoTeams } from "#local/demo-teams.ts";
import { pressesIn } from "./leak-scene.ts";
import type { Pressed, Story } from "./story.ts";

export const invokes = ["adaptiveCard/action", "task/fetch", "task/submit"] as const;
type Invoke = (typeof invokes)[number];

const people = demoTeams().people;

/** What the bot answers to this invoke, whatever its card or dialog. */
export async function invoke(
  s: Story,
  as: string,
  data: unknown,
  {
    name = "adaptiveCard/action",
    where = "personal",
  }: { name?: Invoke; where?: "personal" | "channel" } = {},
): Promise<unknown> {
  const person = people.find(({ id }) => id === as);
  const own = (await s.teams.inbox({ as })).find(({ scope }) => scope === where)?.conversation;
  const { body, status } = await s.teams.deliver({
    type: "invoke",
    name,
    id: `f:${randomUUID()}`,
    channelId: "msteams",
    serviceUrl: s.teams.serviceUrl,
    from: { id: person?.userId, name: person?.name, aadObjectId: person?.aadObjectId },
    recipient: { id: `28:${s.teams.botAppId}` },
    conversation: { conversationType: where, tenantId: s.teams.tenantId, id: own ?? `a:${as}` },
    channelData: { tenant: { id: s.teams.tenantId } },
    value:
      name === "adaptiveCard/action"
        ? { action: { type: "Action.Execute", data }, trigger: "manual" }
        : { data },
  });
  return { status, body };
}

export interface Token {
  readonly owner: string;
  readonly data: { readonly verb: string; readonly t: string };
}

export interface Shown {
  readonly owner: string;
  readonly body: unknown;
  /** A call that was refused or lost reached nobody, as far as we know. */
  readonly arrived: boolean;
}

/** Everything for one person since then: on a message in the own chat, in an answer to a press, in a dialog. */
export async function shownSince(s: Story, since = { calls: 0, answers: 0 }): Promise<readonly Shown[]> {
  const owners = new Map<string, string>();
  for (const { id } of people) {
    for (const { conversation, scope } of await s.teams.inbox({ as: id }))
      if (scope === "personal") owners.set(conversation, id);
  }
  const byObject = new Map(people.map((person) => [person.aadObjectId, person.id]));
  const shown = (owner: string | undefined, body: unknown, arrived: boolean): Shown[] =>
    owner ? [{ owner, body, arrived }] : [];
  const sent = s.teams
    .calls(since.calls)
    .flatMap(({ conversation, body, status }) => shown(owners.get(conversation ?? ""), body, status < 300));
  const answered = s.teams
    .deliveries()
    .slice(since.answers)
    .flatMap(({ activity, body }) => {
      const from = activity.from as { aadObjectId?: string } | undefined;
      return shown(byObject.get(from?.aadObjectId ?? ""), body, true);
    });
  return [...sent, ...answered];
}

/** Every button that anybody was ever shown. */
export async function tokensOf(s: Story): Promise<readonly Token[]> {
  const found = (await shownSince(s)).flatMap(({ owner, body }) =>
    pressesIn(body).map(({ verb, t }) => ({ owner, data: { verb, t } })),
  );
  return [...new Map(found.map((token) => [token.data.t, token])).values()];
}

/** The newest of each button of each person. */
export function newest(tokens: readonly Token[]): readonly Token[] {
  return [...new Map(tokens.map((token) => [`${token.owner} ${token.data.verb}`, token])).values()];
}

/** In small groups, so that the bot is not held up by one after the other. */
export async function eachOf<T>(list: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < list.length; at += 8) await Promise.all(list.slice(at, at + 8).map(run));
}

/** An answer without what is chosen by chance, and with the ids that were sent taken out. */
export function answerOf({ messages: _, dialog, ...rest }: Pressed, ids: readonly string[] = []): string {
  const { id: __, ...shown } = dialog ?? { id: "" };
  const text = JSON.stringify({ ...rest, shown }, (key, value) => (key === "t" ? undefined : value)) ?? "";
  return ids.reduce((left, id) => left.replaceAll(id, "id"), text);
}
