/** What all parts of the service share. */

import { localError } from "./error.ts";
import type { Events } from "./event.ts";
import type { Faults } from "./fault.ts";
import type { Json } from "./json.ts";
import type { Limiter } from "./limit.ts";
import type { Mail } from "./mail.ts";
import type { Conversation, Message, State } from "./state.ts";
import type { TokenIssuer } from "./token.ts";
import type { Person } from "./world.ts";
import { findPerson } from "./world.ts";

/** One call of the bot to the service. `status` 0: the connection was broken instead of answered. */
export type Call = {
  n: number;
  at: string;
  method: string;
  path: string;
  op: string;
  conversation: string | null;
  body: unknown;
  /** Size in bytes of UTF-16, as Teams counts it. */
  bytes: number;
  status: number;
  answer: unknown;
  fault?: string;
};

/** One activity of the service to the bot, with the bot's answer. `status` 0: no answer. */
export type Delivery = { n: number; at: string; activity: Json; status: number; body: unknown };

export type Limits = { rate: boolean; overlap: boolean; size: boolean; retryAfter: boolean };

export type Core = {
  url: string;
  serviceUrl: string;
  botAppId: string;
  botName: string;
  tenantId: string;
  botEndpoint: string | undefined;
  now: () => Temporal.Instant;
  maxWaitMs: number;
  /** Real milliseconds after which Teams gives the person up on an answer. */
  botTimeoutMs: number;
  /** Real milliseconds that one operation of the bot takes; what overlaps within one conversation gets 412. */
  operationMs: number;
  autoInstall: boolean;
  limits: Limits;
  issuer: TokenIssuer | undefined;
  state: State;
  events: Events;
  faults: Faults;
  limiter: Limiter;
  /** Ends what is under way when the service stops. */
  stopping: AbortSignal;
  calls: Call[];
  deliveries: Delivery[];
  mail: Mail[];
  /** Deliveries to the bot that have not ended. */
  pending: Set<Promise<unknown>>;
  busy: Set<string>;
  /** Messages by id, and in order of change; both follow from the state. */
  byId: Map<string, Message>;
  changes: { rev: number; message: Message }[];
};

export function botId(core: Core): string {
  return `28:${core.botAppId}`;
}

export function isoNow(core: Core): string {
  return core.now().toString({ smallestUnit: "millisecond" });
}

/** Teams numbers messages by the millisecond; two in one millisecond still differ. */
export function nextId(core: Core): string {
  const { state } = core;
  state.lastId = Math.max(core.now().epochMilliseconds, state.lastId + 1);
  return String(state.lastId);
}

export function personOf(core: Core, handle: string): Person {
  return findPerson(core.state.world, handle);
}

/** From another tenant without being a guest: only in shared channels and federated chats. */
export function isExternal(core: Core, person: Person): boolean {
  return !person.guest && person.tenantId !== core.tenantId;
}

export function membersOf(core: Core, conversation: Conversation): Person[] {
  const { world } = core.state;
  const handles =
    conversation.type === "personal"
      ? [conversation.person]
      : conversation.type === "channel"
        ? world.teams.find((team) => team.id === conversation.teamId)?.members
        : world.groupChats?.find((chat) => chat.id === conversation.id)?.members;
  return world.people.filter((person) => (handles ?? []).includes(person.id));
}

export function botIsIn(core: Core, conversation: Conversation): boolean {
  const { world, installed } = core.state;
  if (conversation.type === "personal") return installed.includes(conversation.person ?? "");
  if (conversation.type === "channel") {
    return world.teams.some((team) => team.id === conversation.teamId && team.botInstalled);
  }
  return (world.groupChats ?? []).some((chat) => chat.id === conversation.id && chat.botInstalled);
}

/** `19:…@thread.tacv2;messageid=17…` is one thread of a channel. */
export function splitThread(id: string): { conversation: string; thread: string | undefined } {
  const [conversation = "", thread] = id.split(";messageid=");
  return { conversation, thread };
}

export function threadId(conversation: string, thread: string | undefined): string {
  return thread === undefined ? conversation : `${conversation};messageid=${thread}`;
}

export function personalOf(core: Core, person: Person): Conversation | undefined {
  return Object.values(core.state.conversations).find((one) => one.person === person.id);
}

/** The place someone means by `in`, when that person is in it. */
export function placeOf(core: Core, person: Person, where: string) {
  const { conversation: id, thread } = splitThread(where);
  const own = personalOf(core, person);
  const conversation = id === "personal" ? own : core.state.conversations[id];
  if (!conversation) throw localError("no-such-conversation", `Er is geen gesprek "${where}".`);
  if (!membersOf(core, conversation).includes(person)) {
    throw localError("not-a-member", `${person.id} zit niet in dit gesprek.`);
  }
  return { conversation, thread };
}

export function conversationOf(core: Core, message: Message): Conversation {
  const found = core.state.conversations[message.conversation];
  if (!found) throw localError("no-such-conversation", "Dit gesprek bestaat niet meer.");
  return found;
}
