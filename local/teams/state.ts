/** Everything the local Teams remembers. Plain data, so that a snapshot is one JSON document. */
import { createHash } from "node:crypto";
import type { Json } from "./json.ts";
import type { Person, TeamsWorld } from "./world.ts";
import { channelsOf } from "./world.ts";

export type Conversation = {
  id: string;
  type: "personal" | "channel" | "groupChat";
  /** The person of a personal chat. */
  person?: string;
  teamId?: string;
  name?: string;
};

export type Message = {
  id: string;
  conversation: string;
  /** Root message of the thread, in a channel. */
  thread?: string;
  /** "bot", or the handle of a person. */
  from: string;
  at: string;
  changedAt: string;
  /** Grows with every change anywhere; `inbox({ since })` reads it. */
  rev: number;
  text: string | null;
  summary: string | null;
  attachments: Json[];
  mentions: string[];
  edited: boolean;
  deleted: boolean;
  /** The refresh of the card before the last update (msteams-docs #6441). */
  previousRefresh?: Json;
  /** The activity as the bot sent it. */
  raw?: Json;
};

export type Dialog = {
  id: string;
  as: string;
  conversation: string;
  thread?: string;
  /** The message whose button opened it. */
  message: string;
  title: string;
  card?: Json;
  url?: string;
};

export type SearchResult = { id: string; as: string; title: string; text: string; card: Json | null };

export type State = {
  world: TeamsWorld;
  conversations: Record<string, Conversation>;
  messages: Message[];
  /** What one person sees instead of the base card: "<message> <handle>". */
  views: Record<string, Json>;
  /** When the card was last refreshed on its own, epoch milliseconds, same key as views. */
  refreshed: Record<string, number>;
  dialogs: Record<string, Dialog>;
  results: Record<string, SearchResult>;
  uploads: Record<string, Json>;
  /** By conversation the last message that its person read; absent in what was kept before receipts were. */
  reads?: Record<string, string>;
  installed: string[];
  lastId: number;
  rev: number;
};

export function createState(world: TeamsWorld, botAppId: string): State {
  const own = structuredClone(world);
  const state: State = {
    world: own,
    conversations: {},
    messages: [],
    views: {},
    refreshed: {},
    dialogs: {},
    results: {},
    uploads: {},
    installed: [],
    lastId: 0,
    rev: 0,
  };
  for (const person of own.people) {
    if (person.botInstalled) addPersonal(state, person, botAppId);
  }
  for (const team of own.teams) {
    for (const channel of channelsOf(team)) {
      state.conversations[channel.id] = {
        id: channel.id,
        type: "channel",
        teamId: team.id,
        name: channel.name,
      };
    }
  }
  for (const chat of own.groupChats ?? []) {
    state.conversations[chat.id] = { id: chat.id, type: "groupChat", name: chat.name };
  }
  return state;
}

/** The same person and bot always get the same chat, also after reinstalling. */
export function personalId(person: Person, botAppId: string): string {
  return `a:1${createHash("sha256").update(`${botAppId} ${person.userId}`).digest("base64url")}`;
}

export function addPersonal(state: State, person: Person, botAppId: string): Conversation {
  const id = personalId(person, botAppId);
  state.conversations[id] ??= { id, type: "personal", person: person.id };
  if (!state.installed.includes(person.id)) state.installed.push(person.id);
  return state.conversations[id];
}

export function viewKey(message: Message, person: Person): string {
  return `${message.id} ${person.id}`;
}
