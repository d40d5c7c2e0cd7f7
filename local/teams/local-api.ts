/** `/_local/…`: the same calls as in the process, as JSON over HTTP. */
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod/v4";
import type { Core } from "./core.ts";
import { isLocalError, localError } from "./error.ts";
import { FAULT_KINDS } from "./fault.ts";
import { readBody, sendJson } from "./http.ts";
import { parseJson } from "./json.ts";
import type { TeamsService } from "./service.ts";
import { openStream } from "./stream.ts";

const data = z.record(z.string(), z.unknown()).optional();
const change = z.enum(["added", "removed"]);
const since = z.string().optional();
const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** One call: what it takes (query for GET and DELETE, body for POST) and which function answers. */
type Entry = { run: (service: TeamsService, input: unknown) => unknown };

function entry<Schema extends z.ZodType>(
  schema: Schema,
  work: (service: TeamsService, args: z.output<Schema>) => unknown,
): Entry {
  return {
    run: (service, input) => {
      const parsed = schema.safeParse(input);
      if (parsed.success) return work(service, parsed.data);
      throw localError("bad-request", z.prettifyError(parsed.error));
    },
  };
}

const ENTRIES: Record<string, Entry> = {
  "GET /_local/world": entry(z.unknown(), (service) => service.world()),
  "GET /_local/inbox": entry(
    z.object({ as: z.string(), in: z.string().optional(), since, refresh: flag.optional() }),
    (service, query) => service.inbox(query),
  ),
  "GET /_local/calls": entry(z.object({ since }), (service, query) => service.calls(query.since)),
  "GET /_local/deliveries": entry(z.object({ since }), (service, query) => service.deliveries(query.since)),
  "GET /_local/mail": entry(z.object({ since }), (service, query) => service.mail(query.since)),
  "GET /_local/fault": entry(z.unknown(), (service) => service.faults()),
  "POST /_local/fault": entry(
    z.object({
      kind: z.enum(FAULT_KINDS),
      conversation: z.string().optional(),
      for: z.union([z.string(), z.number()]).optional(),
      op: z.union([z.string(), z.array(z.string())]).optional(),
      retryAfter: z.number().nullable().optional(),
      ms: z.number().optional(),
      delivered: z.boolean().optional(),
    }),
    (service, order) => service.fault(order),
  ),
  "DELETE /_local/fault": entry(z.unknown(), (service) => service.clearFaults()),
  "POST /_local/say": entry(
    z.object({
      as: z.string(),
      in: z.string(),
      text: z.string(),
      mention: z.boolean().optional(),
      wait: z.number().optional(),
    }),
    (service, args) => service.say(args),
  ),
  "POST /_local/press": entry(
    z.object({
      as: z.string(),
      message: z.string(),
      action: z.string(),
      data,
      nth: z.number().optional(),
      force: z.boolean().optional(),
      wait: z.number().optional(),
    }),
    (service, args) => service.press(args),
  ),
  "POST /_local/dialog": entry(
    z.object({
      as: z.string(),
      dialog: z.string(),
      action: z.string().optional(),
      data,
      nth: z.number().optional(),
      force: z.boolean().optional(),
    }),
    (service, args) => service.submitDialog(args),
  ),
  "DELETE /_local/dialog": entry(z.object({ as: z.string(), dialog: z.string() }), (service, args) =>
    service.closeDialog(args),
  ),
  "POST /_local/refresh": entry(z.object({ as: z.string(), message: z.string() }), (service, args) =>
    service.refresh(args),
  ),
  "POST /_local/search": entry(
    z.object({
      as: z.string(),
      in: z.string(),
      command: z.string(),
      query: z.string().default(""),
      parameter: z.string().optional(),
    }),
    (service, args) => service.search(args),
  ),
  "POST /_local/insert": entry(
    z.object({ as: z.string(), in: z.string(), result: z.string() }),
    (service, args) => service.insert(args),
  ),
  "POST /_local/typeahead": entry(
    z.object({
      as: z.string(),
      message: z.string().optional(),
      dialog: z.string().optional(),
      input: z.string(),
      query: z.string().default(""),
    }),
    (service, args) => service.typeahead(args),
  ),
  "POST /_local/edit": entry(
    z.object({ as: z.string(), message: z.string(), text: z.string() }),
    (service, args) => service.edit(args),
  ),
  "POST /_local/delete": entry(z.object({ as: z.string(), message: z.string() }), (service, args) =>
    service.remove(args),
  ),
  "POST /_local/react": entry(
    z.object({
      as: z.string(),
      message: z.string(),
      reaction: z.string().optional(),
      remove: z.boolean().optional(),
    }),
    (service, args) => service.react(args),
  ),
  "POST /_local/read": entry(z.object({ as: z.string() }), (service, args) => service.read(args)),
  "POST /_local/meeting": entry(
    z.object({
      chat: z.string(),
      change: z.enum(["start", "end"]),
      title: z.string().optional(),
      as: z.string().optional(),
    }),
    (service, args) => service.meeting(args),
  ),
  "POST /_local/membership": entry(
    z.object({ team: z.string(), person: z.string(), change, by: z.string().optional() }),
    (service, args) => service.membership(args),
  ),
  "POST /_local/install": entry(
    z.object({
      as: z.string().optional(),
      team: z.string().optional(),
      chat: z.string().optional(),
      channel: z.string().optional(),
      change: change.optional(),
    }),
    (service, args) => service.install(args),
  ),
};

/** False when the address is none of ours. */
export async function serveLocal(
  core: Core,
  service: TeamsService,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (url.pathname === "/_local/stream") {
    openStream(core, url.searchParams.get("as") ?? "", response);
    return true;
  }
  const found = ENTRIES[`${request.method} ${url.pathname}`];
  if (!found) return false;
  try {
    const query = Object.fromEntries(url.searchParams);
    const input = request.method === "POST" ? parseJson(await readBody(request)) : query;
    sendJson(response, 200, (await found.run(service, input)) ?? { ok: true });
  } catch (error) {
    if (!isLocalError(error)) throw error;
    sendJson(response, 400, { error: { code: error.code, message: error.message } });
  }
  return true;
}
