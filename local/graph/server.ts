/**
 * A local stand-in for the part of Microsoft Graph that the calendar uses, and for the place where Entra gives tokens.
 * For tests and for the practice room (`npm start -- --outlook`); the product never imports it.
 *
 * As the service does: the same mark (transactionId) with the same content gives the event that is there (201), with
 * another content it is refused (ErrorDuplicateTransactionId); a body that is overwritten takes the Teams meeting away;
 * cancelling mails everybody and takes the event out of the calendar; hours are told of own mailboxes only.
 */
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod/v4";
import { readBody, sendJson } from "#local/teams/http.ts";
import { parseJson } from "#local/teams/json.ts";
import {
  attendeesOf,
  changeEvent,
  eventChange,
  fingerprintOf,
  type GraphEvent,
  type GraphMail,
  type Mailbox,
  mailOf,
  makeEvent,
  newEvent,
  shown,
} from "./event.ts";

export interface GraphOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly secret: string;
  /** The certificate's public key, for who signs in with one. */
  readonly publicKey?: string;
  readonly mailbox: string;
  /** Kept here between two starts. */
  readonly stateFile?: string;
}

/** Instead of what was asked. */
const refused = [
  "429",
  "500",
  "503",
  "401",
  "403",
  "404-mailbox",
  "404",
  "409",
  "400",
  "hang",
  "reset",
] as const;
/** `lost`: it is done, and the answer is not heard. */
export const graphFaults = [...refused, "token", "lost"] as const;
export type GraphFault = (typeof graphFaults)[number];

export interface GraphCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  status: number;
}

export interface LocalGraph {
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly calls: GraphCall[];
  events(): readonly ReturnType<typeof shown>[];
  mail(): readonly GraphMail[];
  /** Goes wrong so many times, or until it is taken back. */
  fault(kind: GraphFault, times?: number, retryAfter?: number): void;
  clearFaults(): void;
  /** As somebody who takes it away in Outlook. */
  remove(id: string): void;
  /** When these people are busy, beside the events that stand here. */
  busy(address: string, van: string, tot: string): void;
  /** Tokens that were given are not taken any more. */
  revoke(): void;
  /** Ends what hangs. */
  stop(): void;
}

/** Where it answers, under the address of its server. */
export const graphPath = "/_graph";
const zone = "Europe/Amsterdam";

const order = z.object({ kind: z.enum(graphFaults), times: z.coerce.number().int().positive().optional() });
const kept = z.object({ events: z.array(z.custom<GraphEvent>()), mail: z.array(z.custom<GraphMail>()) });

export function localGraph(options: GraphOptions): LocalGraph {
  const box: Mailbox = load(options.stateFile);
  const calls: GraphCall[] = [];
  const busy: { address: string; van: Temporal.Instant; tot: Temporal.Instant }[] = [];
  const open = new Set<ServerResponse>();
  let faults: { kind: GraphFault; left: number; retryAfter: number | undefined }[] = [];
  let generation = 0;
  const keep = () => {
    if (options.stateFile) writeFileSync(options.stateFile, JSON.stringify(box), { mode: 0o600 });
  };
  const take = (...kinds: GraphFault[]) => {
    const found = faults.find(({ kind }) => kinds.includes(kind));
    if (found) found.left -= 1;
    faults = faults.filter(({ left }) => left > 0);
    return found;
  };
  const bearer = () => `lokaal.${options.clientId}.${generation}`;

  const token = async (request: IncomingMessage, response: ServerResponse, machine: boolean) => {
    const proven = machine
      ? request.headers.metadata === "true"
      : isProven(new URLSearchParams(await readBody(request)), options);
    if (take("token") || !proven) sendJson(response, 401, { error: "invalid_client" });
    else
      sendJson(response, 200, {
        token_type: "Bearer",
        expires_in: machine ? "3599" : 3599,
        access_token: bearer(),
      });
  };

  const graph: LocalGraph = {
    calls,
    events: () => box.events.map(shown),
    mail: () => [...box.mail],
    fault: (kind, times = 1, retryAfter) => {
      faults.push({ kind, left: times, retryAfter });
    },
    clearFaults: () => {
      faults = [];
    },
    remove(id) {
      box.events.splice(0, box.events.length, ...box.events.filter((event) => event.id !== id));
      keep();
    },
    busy(address, van, tot) {
      const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
      busy.push({ address, van: at(van), tot: at(tot) });
    },
    revoke() {
      generation += 1;
    },
    stop() {
      for (const response of open) response.destroy();
    },
    async handle(request, response) {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      if (!url.pathname.startsWith(`${graphPath}/`)) return false;
      open.add(response);
      response.on("close", () => open.delete(response));
      const path = url.pathname.slice(graphPath.length);
      if (path === `/${options.tenantId}/oauth2/v2.0/token`) await token(request, response, false);
      else if (path === "/metadata/identity/oauth2/token") await token(request, response, true);
      else if (path.startsWith("/_control/")) await control(request, response, path);
      else await serve(request, response, { path: path.replace(/^\/v1\.0/, ""), query: url.searchParams });
      return true;
    },
  };

  async function control(request: IncomingMessage, response: ServerResponse, path: string) {
    if (path === "/_control/events") {
      sendJson(response, 200, { events: graph.events(), mail: graph.mail() });
      return;
    }
    const asked = request.method === "DELETE" ? null : order.safeParse(parseJson(await readBody(request)));
    if (asked === null) graph.clearFaults();
    else if (asked.success) graph.fault(asked.data.kind, asked.data.times);
    const known = asked === null || asked.success;
    sendJson(response, known ? 200 : 400, known ? { ok: true } : { error: { code: "onbekende_storing" } });
  }

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    { path, query }: { path: string; query: URLSearchParams },
  ) {
    const text = await readBody(request);
    const body = text === "" ? null : parseJson(text);
    const call: GraphCall = { method: request.method ?? "", path, body, status: 0 };
    calls.push(call);
    const answer = (status: number, value: unknown, headers: Record<string, string> = {}) => {
      call.status = status;
      sendJson(response, status, value, headers);
    };
    const refuse = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
      // The message of the service is for people, and can hold what was sent.
      answer(status, { error: { code, message: `woorden van de dienst over ${path}`, ...more } }, headers);
    if (request.headers.authorization !== `Bearer ${bearer()}`) {
      refuse(401, "InvalidAuthenticationToken");
      return;
    }
    const fault = take(...refused);
    if (fault) {
      broken(fault, { response, refuse });
      return;
    }
    const [, mailbox = "", rest = ""] = /^\/users\/([^/]+)\/(.*)$/.exec(path) ?? [];
    if (decodeURIComponent(mailbox).toLowerCase() !== options.mailbox) {
      refuse(404, "ErrorInvalidUser");
      return;
    }
    const [status, value] = done(request.method ?? "", rest, { body, query });
    keep();
    // What was done stands, whoever hears of it.
    if (take("lost")) response.destroy();
    else if (status < 400) answer(status, value);
    else {
      const { code, ...more } = value as { code: string };
      refuse(status, code, more);
    }
  }

  function done(
    method: string,
    rest: string,
    { body, query }: { body: unknown; query: URLSearchParams },
  ): readonly [number, unknown] {
    if (method === "POST" && rest === "calendar/getSchedule") return scheduled(body);
    if (rest === "events")
      return method === "POST" ? post(body) : [200, { value: matching(query).map(shown) }];
    const [, id = "", act = ""] = /^events\/([^/]+)(?:\/(cancel))?$/.exec(rest) ?? [];
    const event = box.events.find((one) => one.id === decodeURIComponent(id));
    if (!event) return [404, { code: "ErrorItemNotFound" }];
    if (method === "GET") return [200, shown(event)];
    if (method === "PATCH") return patch(event, body);
    if (method === "POST" && act === "cancel") return gone(event);
    if (method === "DELETE") return gone(event);
    return [405, { code: "MethodNotAllowed" }];
  }

  function post(body: unknown): readonly [number, unknown] {
    const read = newEvent.safeParse(body);
    if (!read.success || !read.data.start || !read.data.end) return [400, { code: "RequestBodyRead" }];
    const { transactionId } = read.data;
    const known = transactionId && box.events.find((event) => event.transactionId === transactionId);
    if (known) {
      if (known.made === fingerprintOf(read.data)) return [201, shown(known)];
      return [400, { code: "ErrorDuplicateTransactionId", "@event.existingEventId": known.id }];
    }
    const event = makeEvent(options.mailbox, read.data, options.tenantId);
    box.events.push(event);
    box.mail.push(...mailOf(event, "uitnodiging", attendeesOf(event)));
    return [201, shown(event)];
  }

  function patch(event: GraphEvent, body: unknown): readonly [number, unknown] {
    const change = eventChange.safeParse(body);
    if (!change.success) return [400, { code: "RequestBodyRead" }];
    const before = attendeesOf(event);
    changeEvent(event, change.data, options.tenantId);
    const now = attendeesOf(event);
    box.mail.push(
      ...mailOf(
        event,
        "wijziging",
        now.filter((one) => before.includes(one)),
      ),
      ...mailOf(
        event,
        "uitnodiging",
        now.filter((one) => !before.includes(one)),
      ),
      ...mailOf(
        event,
        "afzegging",
        before.filter((one) => !now.includes(one)),
      ),
    );
    return [200, shown(event)];
  }

  function gone(event: GraphEvent): readonly [number, unknown] {
    box.mail.push(...mailOf(event, "afzegging", attendeesOf(event)));
    box.events.splice(box.events.indexOf(event), 1);
    return [202, undefined];
  }

  function matching(query: URLSearchParams): readonly GraphEvent[] {
    const [, id, value] =
      /ep\/id eq '([^']+)' and ep\/value eq '([^']+)'/.exec(query.get("$filter") ?? "") ?? [];
    const top = Number(query.get("$top") ?? 10);
    const found = box.events.filter(
      (event) => id === undefined || event.properties.some((one) => one.id === id && one.value === value),
    );
    return found.slice(0, top);
  }

  function scheduled(body: unknown): readonly [number, unknown] {
    const read = schedule.safeParse(body);
    if (!read.success || read.data.schedules.length > 20) return [400, { code: "ErrorInvalidParameter" }];
    const { schedules, availabilityViewInterval: step } = read.data;
    const at = ({ dateTime }: { dateTime: string }) =>
      Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).toInstant();
    const [van, tot] = [at(read.data.startTime), at(read.data.endTime)];
    const steps = Math.ceil(van.until(tot).total("minutes") / step);
    const domain = options.mailbox.split("@")[1];
    const value = schedules.map((address) => {
      if (address.split("@")[1] !== domain)
        return { scheduleId: address, error: { responseCode: "ErrorMailRecipientNotFound" } };
      const own = busy.filter((one) => one.address === address);
      const view = Array.from({ length: steps }, (_, index) => {
        const begin = van.add({ minutes: index * step });
        const end = begin.add({ minutes: step });
        const taken = own.some(
          (one) => Temporal.Instant.compare(one.van, end) < 0 && Temporal.Instant.compare(begin, one.tot) < 0,
        );
        return taken ? "2" : "0";
      }).join("");
      // The service gives these along; whoever reads more than the view would know what somebody does.
      const scheduleItems = own.map(() => ({ subject: "Gesprek over Sanne", status: "busy" }));
      return { scheduleId: address, availabilityView: view, scheduleItems, workingHours: {} };
    });
    return [200, { value }];
  }
  return graph;
}

const stamp = z.object({ dateTime: z.string(), timeZone: z.string() });
const schedule = z.object({
  schedules: z.array(z.string()),
  startTime: stamp,
  endTime: stamp,
  availabilityViewInterval: z.number().int().min(5).max(1440),
});

function load(file: string | undefined): Mailbox {
  return file && existsSync(file)
    ? kept.parse(JSON.parse(readFileSync(file, "utf8")))
    : { events: [], mail: [] };
}

type Refuse = (status: number, code: string, more?: object, headers?: Record<string, string>) => void;

const refusals: Partial<Record<GraphFault, readonly [number, string]>> = {
  "429": [429, "ApplicationThrottled"],
  "503": [503, "ServiceUnavailable"],
  "500": [500, "InternalServerError"],
  "401": [401, "InvalidAuthenticationToken"],
  "403": [403, "ErrorAccessDenied"],
  "404-mailbox": [404, "ErrorInvalidUser"],
  "404": [404, "ErrorItemNotFound"],
  "409": [409, "ErrorIrresolvableConflict"],
  "400": [400, "ErrorInvalidParameter"],
};

function broken(
  { kind, retryAfter }: { readonly kind: GraphFault; readonly retryAfter: number | undefined },
  { response, refuse }: { readonly response: ServerResponse; readonly refuse: Refuse },
): void {
  const [status, code] = refusals[kind] ?? [];
  if (status && code) {
    const wait: Record<string, string> =
      retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    refuse(status, code, {}, wait);
  } else if (kind !== "hang") response.destroy();
}

/** The secret, or a statement signed with the certificate for this very address and not yet over. */
function isProven(form: URLSearchParams, { clientId, secret, publicKey, tenantId }: GraphOptions): boolean {
  if (form.get("client_id") !== clientId || form.get("grant_type") !== "client_credentials") return false;
  if (!form.get("scope")?.endsWith("/.default")) return false;
  const statement = form.get("client_assertion");
  if (statement === null) return form.get("client_secret") === secret;
  if (!publicKey) return false;
  return isSigned(statement, { clientId, tenantId, key: createPublicKey(publicKey) });
}

const claims = z.object({
  aud: z.string(),
  iss: z.string(),
  sub: z.string(),
  exp: z.number(),
  jti: z.string(),
});

function isSigned(
  statement: string,
  { clientId, tenantId, key }: { clientId: string; tenantId: string; key: KeyObject },
): boolean {
  const [header = "", payload = "", signature = ""] = statement.split(".");
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
  const said = claims.safeParse(read(payload));
  const head = z.object({ alg: z.literal("RS256"), x5t: z.string().min(1) }).safeParse(read(header));
  if (!said.success || !head.success) return false;
  const { aud, iss, sub, exp } = said.data;
  const own = iss === clientId && sub === clientId && aud.endsWith(`/${tenantId}/oauth2/v2.0/token`);
  const now = Temporal.Now.instant().epochMilliseconds / 1000;
  const text = Buffer.from(`${header}.${payload}`);
  return own && exp > now && verify("sha256", text, key, Buffer.from(signature, "base64url"));
}
