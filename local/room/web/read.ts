import type { Json } from "./action-index.ts";
import type { Answer, Chat, Command, Dialog, Message, Named, Person, Team, World } from "./types.ts";

/** Everything from the service is unknown until it has been read here. */
export function object(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function text(...values: unknown[]): string {
  return values.find((value): value is string => typeof value === "string" && value !== "") ?? "";
}

function list<T>(value: unknown, read: (item: Json) => T): T[] {
  return Array.isArray(value) ? value.map((item) => read(object(item))) : [];
}

function handles(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((item) => (typeof item === "string" ? item : text(object(item).id, object(item).handle)));
}

export function readWorld(value: unknown): World {
  const world = object(value);
  return {
    botName: text(object(world.bot).name, world.botName, "Zorgronde"),
    tenants: list(world.tenants, readNamed),
    people: list(world.people, readPerson),
    teams: list(world.teams, readTeam),
    chats: list(world.groupChats ?? world.chats, readChat),
    commands: readCommands(world.commands),
  };
}

export function readCommands(value: unknown): Command[] {
  return list(value, readCommand).filter((command) => command.id !== "");
}

const readNamed = (item: Json): Named => ({ id: text(item.id), name: text(item.name, item.title, item.id) });

const readPerson = (item: Json): Person => ({
  id: text(item.id, item.handle),
  name: text(item.name, item.id),
  aadObjectId: text(item.aadObjectId),
  tenantId: text(item.tenantId),
  guest: item.guest === true,
  functionLabel: text(item.functionLabel, item.function),
  about: text(item.about),
});

const readTeam = (item: Json): Team => ({
  ...readNamed(item),
  members: handles(item.members),
  channels: list(item.channels, readNamed),
});

function readChat(item: Json): Chat {
  const kind = text(item.kind, item.type, item.conversationType);
  return {
    id: text(item.id),
    name: text(item.name, item.topic, item.title),
    members: handles(item.members),
    isPersonal: kind === "personal",
  };
}

const readCommand = (item: Json): Command => ({
  id: text(item.id, item.command),
  title: text(item.title, item.id),
  description: text(item.description),
});

/** "19:abc;messageid=12" is thread 12 of channel 19:abc. */
export function splitThread(id: string): { conversation: string; root: string } {
  const at = id.indexOf(";messageid=");
  return at < 0
    ? { conversation: id, root: "" }
    : { conversation: id.slice(0, at), root: id.slice(at + ";messageid=".length) };
}

export function readMessage(value: unknown): Message {
  const item = object(value);
  const { conversation, root } = splitThread(text(item.in));
  const id = text(item.id);
  const card = object(item.card);
  return {
    id,
    in: conversation,
    root: text(root, item.thread, id),
    from: text(item.from, object(item.from).id, object(item.from).name),
    at: text(item.at),
    text: text(item.text),
    summary: text(item.summary),
    card: Object.keys(card).length > 0 ? card : undefined,
    mentions: handles(item.mentions),
    rev: typeof item.rev === "number" ? item.rev : 0,
    edited: item.edited === true,
    deleted: item.deleted === true,
  };
}

export function readMessages(value: unknown): Message[] {
  const items = Array.isArray(value) ? value : object(value).messages;
  return Array.isArray(items) ? items.map(readMessage) : [];
}

export function readAnswer(value: unknown): Answer {
  const item = object(value);
  const card = object(item.card);
  const error = object(item.error);
  const answer: Answer = {};
  if (Object.keys(card).length > 0) answer.card = card;
  if (text(item.message) !== "") answer.message = text(item.message);
  if (item.dialog) answer.dialog = readDialog(item.dialog);
  if (item.error) answer.error = text(item.error, error.message, error.code, "Er ging iets mis.");
  return answer;
}

function readDialog(value: unknown): Dialog {
  const item = object(value);
  const card = object(item.card);
  const shown = Object.keys(card).length > 0 ? card : undefined;
  return { id: text(item.id), title: text(item.title), card: shown, url: text(item.url) };
}
