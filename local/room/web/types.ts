import type { Json } from "./action-index.ts";

export type Person = {
  id: string;
  name: string;
  aadObjectId: string;
  tenantId: string;
  guest: boolean;
  functionLabel: string;
  about: string;
};
export type Named = { id: string; name: string };
export type Team = Named & { members: string[]; channels: Named[] };
export type Chat = { id: string; name: string; members: string[]; isPersonal: boolean };
export type Command = { id: string; title: string; description: string };
export type World = {
  botName: string;
  tenants: Named[];
  people: Person[];
  teams: Team[];
  chats: Chat[];
  commands: Command[];
};

export type Message = {
  id: string;
  /** The conversation without a thread part. */
  in: string;
  /** The first message of the thread it belongs to, in a channel. */
  root: string;
  from: string;
  at: string;
  text: string;
  summary: string;
  card: Json | undefined;
  /** Handles of people, and "bot". */
  mentions: string[];
  /** Number of the last change. */
  rev: number;
  edited: boolean;
  deleted: boolean;
};

export type Conversation = {
  id: string;
  kind: "personal" | "chat" | "channel";
  name: string;
  /** Team name for a channel, members for a chat. */
  about: string;
  members: string[];
};

export type Dialog = { id: string; title: string; card: Json | undefined; url: string };
/** What a Teams client gets back after a press. */
export type Answer = { card?: Json; message?: string; dialog?: Dialog; error?: string };
export type Found = { id: string; title: string; text: string };
/** What a search gave; a message comes instead of results. */
export type SearchAnswer = { found: Found[]; message: string };
export type Boot = {
  serviceBase: string;
  now: string;
  nextSchooldag: string;
  commands: Command[];
  links: { label: string; href: string }[];
};
