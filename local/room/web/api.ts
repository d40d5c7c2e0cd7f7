import type { Json } from "./action-index.ts";
import { object, readAnswer, readCommands, readMessages, readWorld, text } from "./read.ts";
import type { Answer, Boot, Message, SearchAnswer, World } from "./types.ts";

export type Press = { as: string; message: string; action: string; nth: number; data: Json };
export type DialogSubmit = { as: string; dialog: string; action: string; nth: number; data: Json };
/** Forward by an ISO duration, or to a Dutch wall time. */
export type ClockMove = { move: string } | { to: string };
/** Where an input stands that looks for choices while one types. */
export type InputPlace = { message: string } | { dialog: string };

/** The service answered, but refused or does not know the call. */
export class ServiceError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type Api = ReturnType<typeof createApi>;

export function createApi(base: string) {
  const get = (path: string) => call(`${base}${path}`);
  const post = (path: string, body: unknown) =>
    call(`${base}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    base,
    world: async (): Promise<World> => readWorld(await get("/_local/world")),
    /** Looks without opening anything, at all or at what changed after change number `since`. */
    inbox: async (as: string, since?: number): Promise<Message[]> =>
      readMessages(await get(`/_local/inbox?${query({ as, since: since?.toString(), refresh: "false" })}`)),
    /** Opens a conversation, which makes its cards refresh themselves, as in Teams. */
    open: async (as: string, conversation: string): Promise<Message[]> =>
      readMessages(await get(`/_local/inbox?${query({ as, in: conversation })}`)),
    /** Tells Teams that the chat with the bot was read to its end. */
    read: (as: string) => post("/_local/read", { as }),
    say: (as: string, conversation: string, words: string) =>
      post("/_local/say", { as, in: conversation, text: words }),
    press: async (press: Press): Promise<Answer> => readAnswer(await post("/_local/press", press)),
    dialog: async (submit: DialogSubmit): Promise<Answer> => readAnswer(await post("/_local/dialog", submit)),
    closeDialog: (as: string, dialog: string) =>
      call(`${base}/_local/dialog?${query({ as, dialog })}`, { method: "DELETE" }),
    search: async (as: string, conversation: string, command: string, words: string): Promise<SearchAnswer> =>
      readFound(await post("/_local/search", { as, in: conversation, command, query: words })),
    insert: (as: string, conversation: string, result: string) =>
      post("/_local/insert", { as, in: conversation, result }),
    typeahead: (as: string, place: InputPlace, input: string, words: string) =>
      post("/_local/typeahead", { as, ...place, input, query: words }),
    mail: () => get("/_local/mail"),
    /** Progress comes as one JSON line per step, or as one JSON document. */
    clock: (move: ClockMove, progress: (line: Json) => void) =>
      moveClock(`${base}/_local/clock`, move, progress),
    stream: (as: string) => new EventSource(`${base}/_local/stream?${query({ as })}`),
  };
}

export async function loadBoot(): Promise<Boot> {
  const boot = object(await call("/room/boot.json"));
  const links = Array.isArray(boot.links) ? boot.links.map(object) : [];
  return {
    serviceBase: text(boot.serviceBase),
    now: text(boot.now),
    nextSchooldag: text(boot.nextSchooldag),
    commands: readCommands(boot.commands),
    links: links.map((link) => ({ label: text(link.label, link.href), href: text(link.href) })),
  };
}

function query(values: Record<string, string | undefined>): string {
  const known = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new URLSearchParams(known).toString();
}

async function call(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const body = await response.text();
  const value: unknown = parse(body);
  if (!response.ok) throw refusal(response.status, value);
  return value;
}

function refusal(status: number, value: unknown): ServiceError {
  const error = object(value).error;
  return new ServiceError(status, text(error, object(error).message, object(error).code, `Fout ${status}`));
}

function parse(body: string): unknown {
  if (body === "") return {};
  try {
    return JSON.parse(body);
  } catch {
    return { message: body };
  }
}

function readFound(value: unknown): SearchAnswer {
  const { results, message, error } = object(value);
  const items = Array.isArray(results) ? results.map(object) : [];
  return {
    found: items.map((item) => ({
      id: text(item.id),
      title: text(item.title, "Resultaat"),
      text: text(item.text),
    })),
    message: text(message, object(error).message),
  };
}

async function moveClock(url: string, move: ClockMove, progress: (line: Json) => void): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(move),
  });
  if (!response.ok || !response.body) throw refusal(response.status, parse(await response.text()));
  if (!response.headers.get("content-type")?.includes("ndjson"))
    return progress(object(parse(await response.text())));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") progress(object(parse(line)));
  }
  if (rest.trim() !== "") progress(object(parse(rest)));
}
