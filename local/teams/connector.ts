/**
 * The Bot Connector REST interface as botframework-connector 4.23.3 calls it, with authentication, faults, limits
 * and a record of every call. Per call, in this order: service down · bearer · fault before delivery · size · rate
 * · two at once · the work itself · fault after delivery.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { ConnectorAnswer } from "./connector-answer.ts";
import { notFound, refuse, throttled, writesBlocked } from "./connector-answer.ts";
import * as reading from "./connector-read.ts";
import * as writing from "./connector-write.ts";
import type { Call, Core } from "./core.ts";
import { isoNow, splitThread } from "./core.ts";
import type { FaultKind, FaultOrder } from "./fault.ts";
import { CONNECTOR_FAULTS } from "./fault.ts";
import { readBody, sendJson } from "./http.ts";
import type { Json } from "./json.ts";
import { at, list, parseJson, record, text } from "./json.ts";
import type { LimitKind } from "./limit.ts";
import { MESSAGE_MAX_BYTES, messageBytes } from "./limit.ts";

const MAX_CALLS = 50_000;

type Work = (call: { core: Core; params: string[]; query: URLSearchParams; body: Json }) => ConnectorAnswer;
type Route = { method: string; path: RegExp; op: string; limit: LimitKind; work: Work };

const C = "v3/conversations/([^/]+)";
const M = "v1/meetings/([^/]+)";
const ROUTES: Route[] = [
  route("POST", "v3/conversations", "create", "create", writing.create),
  route("POST", `${C}/activities`, "send", "write", writing.send),
  route("POST", `${C}/activities/([^/]+)`, "reply", "write", writing.reply),
  route("PUT", `${C}/activities/([^/]+)`, "update", "write", writing.update),
  route("DELETE", `${C}/activities/([^/]+)`, "delete", "write", writing.remove),
  route("GET", `${C}/members`, "members", "read", reading.members),
  route("GET", `${C}/pagedmembers`, "members", "read", reading.pagedMembers),
  route("GET", `${C}/members/([^/]+)`, "member", "read", reading.member),
  route("GET", `${C}/activities/[^/]+/members`, "members", "read", reading.members),
  route("POST", `${C}/attachments`, "upload", "write", reading.upload),
  route("GET", "v3/attachments/([^/]+)", "attachment", "read", reading.attachment),
  route("GET", "v3/teams/([^/]+)", "team", "read", reading.team),
  route("GET", "v3/teams/([^/]+)/conversations", "channels", "read", reading.channels),
  route("GET", M, "meeting", "read", reading.meetingInfo),
  route("GET", `${M}/participants/([^/]+)`, "participant", "read", reading.meetingParticipant),
];

function route(method: string, path: string, op: string, limit: LimitKind, work: Work): Route {
  return { method, path: new RegExp(`^${path}$`), op, limit, work };
}

type Incoming = {
  core: Core;
  route: Route | undefined;
  params: string[];
  query: URLSearchParams;
  body: Json;
  authorization: string | undefined;
  call: Call;
};
/** "broken": the connection ends without an answer. */
type Outcome = { answer: ConnectorAnswer | "broken"; fault?: string };

export async function serveConnector(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  path: string,
): Promise<void> {
  const incoming = await readCall(core, request, url, path);
  const { answer, fault } = await handle(incoming);
  keepOutcome(core, incoming.call, answer, fault);
  if (answer === "broken") {
    response.destroy();
    return;
  }
  sendJson(response, answer.status, answer.body, answer.headers);
}

function keepOutcome(
  core: Core,
  call: Call,
  answer: ConnectorAnswer | "broken",
  fault: string | undefined,
): void {
  call.status = answer === "broken" ? 0 : answer.status;
  call.answer = answer === "broken" ? null : (answer.body ?? null);
  if (fault !== undefined) call.fault = fault;
  core.events.emit("call", call);
}

async function readCall(core: Core, request: IncomingMessage, url: URL, path: string): Promise<Incoming> {
  const method = request.method ?? "GET";
  const found = ROUTES.find((one) => one.method === method && one.path.test(path));
  const params = (found?.path.exec(path)?.slice(1) ?? []).map(decodeURIComponent);
  const body = parseJson(await readBody(request));
  const call: Call = {
    n: (core.calls.at(-1)?.n ?? 0) + 1,
    at: isoNow(core),
    method,
    path: `/${path}${url.search}`,
    op: found?.op ?? "unknown",
    conversation: found ? about(found, params, body) : null,
    body: body ?? null,
    bytes: messageBytes(body),
    status: 0,
    answer: null,
  };
  core.calls.push(call);
  if (core.calls.length > MAX_CALLS) core.calls.splice(0, MAX_CALLS / 2);
  const { authorization } = request.headers;
  return { core, route: found, params, query: url.searchParams, body: record(body), authorization, call };
}

/** The conversation that limits and faults count by: a channel with all its threads, or one chat. */
function about(found: Route, params: string[], body: unknown): string {
  if (found.op !== "create") return splitThread(params[0] ?? "").conversation;
  return text(at(body, "channelData", "channel", "id")) ?? text(at(list(at(body, "members"))[0], "id")) ?? "";
}

async function handle(incoming: Incoming): Promise<Outcome> {
  const { core, call, route: found } = incoming;
  const moment = { op: call.op, ...(call.conversation === null ? {} : { conversation: call.conversation }) };
  if (core.faults.take(["down"], moment)) return { answer: "broken", fault: "down" };
  const refusal = core.issuer?.refusal(incoming.authorization);
  if (refusal) return { answer: refuse(401, refusal, "Authorization has been denied for this request.") };
  if (!found) return { answer: notFound.operation() };
  const fault = core.faults.take(CONNECTOR_FAULTS, moment);
  const early = fault && !arrives(fault) ? FAULT_ANSWERS[fault.kind]?.(fault) : undefined;
  if (early) return { answer: early, ...(fault ? { fault: fault.kind } : {}) };
  const limited = overLimit(incoming, found);
  if (limited) return { answer: limited };
  const answer = await alone(incoming, found);
  if (!fault) return { answer };
  return { answer: FAULT_ANSWERS[fault.kind]?.(fault) ?? answer, fault: fault.kind };
}

function arrives(fault: FaultOrder): boolean {
  return fault.delivered === true || fault.kind === "reset-after-delivery";
}

const unavailable = (fault: FaultOrder): ConnectorAnswer => {
  const answer = refuse(503, "ServiceUnavailable", "Service unavailable.");
  return fault.retryAfter ? { ...answer, headers: { "retry-after": String(fault.retryAfter) } } : answer;
};

const FAULT_ANSWERS: Partial<Record<FaultKind, (fault: FaultOrder) => ConnectorAnswer | "broken">> = {
  "429": (fault) => throttled(fault.retryAfter === undefined ? 1 : fault.retryAfter),
  "500": () => refuse(500, "ServiceError", "Internal server error."),
  "502": () => refuse(502, "ServiceError", "Bad gateway."),
  "503": unavailable,
  "504": () => refuse(504, "ServiceError", "Gateway timeout."),
  "412": preconditionFailed,
  reset: () => "broken",
  "reset-after-delivery": () => "broken",
  blocked: () => writesBlocked(),
  "not-installed": () =>
    refuse(403, "ForbiddenOperationException", "Bot is not installed in user's personal scope."),
  "deleted-message": () => notFound.activity(),
};

function preconditionFailed(): ConnectorAnswer {
  return refuse(412, "PreconditionFailed", "Precondition failed, please try again.");
}

function overLimit({ core, call }: Incoming, found: Route): ConnectorAnswer | undefined {
  const writes = found.limit !== "read";
  if (core.limits.size && writes && call.bytes > MESSAGE_MAX_BYTES) {
    return refuse(413, "MessageSizeTooBig", "Message size too large.");
  }
  if (!core.limits.rate) return undefined;
  const wait = core.limiter.take(found.limit, call.conversation ?? "", writes ? call.bytes : 0);
  if (wait === 0) return undefined;
  return throttled(core.limits.retryAfter ? Math.ceil(wait / 1000) : null);
}

/** Two writes in one conversation at once: the second gets 412. */
async function alone(incoming: Incoming, found: Route): Promise<ConnectorAnswer> {
  const { core, call } = incoming;
  const key = call.conversation ?? "";
  const exclusive = core.limits.overlap && found.limit !== "read";
  if (exclusive && core.busy.has(key)) return preconditionFailed();
  if (exclusive) core.busy.add(key);
  try {
    await takeTime(incoming);
    return found.work(incoming);
  } finally {
    if (exclusive) core.busy.delete(key);
  }
}

async function takeTime({ core, call }: Incoming): Promise<void> {
  const moment = { op: call.op, ...(call.conversation === null ? {} : { conversation: call.conversation }) };
  const slow = core.faults.take(["slow"], moment);
  if (slow) call.fault = "slow";
  const ms = core.operationMs + (slow ? (slow.ms ?? 3000) : 0);
  if (ms > 0) await setTimeout(ms, undefined, { signal: core.stopping });
  else await setImmediate();
}
