/**
 * A faithful local stand-in for Microsoft Teams and the Bot Connector, on loopback. People reach it through the
 * practice room, tests in process or over HTTP. The product never imports it.
 */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { PressResult } from "./answer.ts";
import { serveConnector } from "./connector.ts";
import type { Call, Core, Delivery, Limits } from "./core.ts";
import { personOf } from "./core.ts";
import type { Answer, Post } from "./deliver.ts";
import { deliver } from "./deliver.ts";
import type { DialogArgs } from "./dialog.ts";
import { closeDialog, submitDialog } from "./dialog.ts";
import { isLocalError } from "./error.ts";
import type { EventMap } from "./event.ts";
import { createEvents } from "./event.ts";
import type { FaultOrder } from "./fault.ts";
import { createFaults } from "./fault.ts";
import { isFromHere, sendJson } from "./http.ts";
import type { Json } from "./json.ts";
import { createLimiter } from "./limit.ts";
import { serveLocal } from "./local-api.ts";
import type { FetchedFile, Mail, OutgoingMail } from "./mail.ts";
import { noteFile, noteMail } from "./mail.ts";
import type { PressArgs } from "./press.ts";
import { press, refresh } from "./press.ts";
import type { InstallArgs, MeetingArgs, MembershipArgs } from "./roster.ts";
import { install, meeting, membership } from "./roster.ts";
import type { SayArgs, SayResult } from "./say.ts";
import { edit, inbox, react, read, removeMessage, say } from "./say.ts";
import type { SearchAnswer, SearchArgs, TypeaheadAnswer, TypeaheadArgs } from "./search.ts";
import { insert, search, typeahead } from "./search.ts";
import type { Snapshot } from "./snapshot.ts";
import { keepSaving, readStateFile, restore, snapshot } from "./snapshot.ts";
import { createState, personalId } from "./state.ts";
import type { TokenIssuer, TokenOverrides } from "./token.ts";
import { createTokenIssuer } from "./token.ts";
import type { InboxItem, InboxQuery } from "./view.ts";
import type { TeamsWorld } from "./world.ts";
import type { WorldView } from "./world-view.ts";
import { worldView } from "./world-view.ts";

export type TeamsOptions = {
  /** 0 or absent: a free port. */
  port?: number;
  world: TeamsWorld;
  /** May also be set later with `setBotEndpoint`. */
  botEndpoint?: string;
  botAppId: string;
  botName?: string;
  tenantId: string;
  now: () => Temporal.Instant;
  /** Default the local issuer; false: no tokens either way, as a bot without credentials expects. */
  issuer?: TokenIssuer | boolean;
  /** How long say() and a press that travels as a message wait for the bot, real milliseconds. Default 5000. */
  maxWaitMs?: number;
  /** After this many real milliseconds an invoke is given up and repeated once. Default 10 000. */
  botTimeoutMs?: number;
  /** How long one operation of the bot takes, real milliseconds; what overlaps gets 412. Default 0. */
  operationMs?: number;
  /** Typing to the bot adds the app when it is not there. Default true. */
  autoInstall?: boolean;
  /** Default all on. */
  limits?: false | Partial<Limits>;
  stateFile?: string;
  /** Serves what is not the service's own (pages); true when it did. */
  extra?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
};

export type TeamsService = {
  url: string;
  /** What activities carry and the bot calls. */
  serviceUrl: string;
  botAppId: string;
  tenantId: string;
  issuer: TokenIssuer | undefined;
  stop(): Promise<void>;
  setBotEndpoint(url: string): void;
  say(args: SayArgs): Promise<SayResult>;
  press(args: PressArgs): Promise<PressResult>;
  /** "Refresh card" in the menu of a card. */
  refresh(args: { as: string; message: string }): Promise<PressResult>;
  submitDialog(args: DialogArgs): Promise<PressResult>;
  closeDialog(args: { as: string; dialog: string }): void;
  inbox(query: InboxQuery): Promise<InboxItem[]>;
  search(args: SearchArgs): Promise<SearchAnswer>;
  insert(args: { as: string; in: string; result: string }): InboxItem;
  typeahead(args: TypeaheadArgs): Promise<TypeaheadAnswer>;
  edit(args: { as: string; message: string; text: string }): Promise<void>;
  remove(args: { as: string; message: string }): Promise<void>;
  react(args: { as: string; message: string; reaction?: string; remove?: boolean }): Promise<void>;
  read(args: { as: string }): Promise<void>;
  meeting(args: MeetingArgs): Promise<void>;
  membership(args: MembershipArgs): Promise<void>;
  install(args: InstallArgs): Promise<{ conversation: string }>;
  fault(order: FaultOrder): void;
  faults(): FaultOrder[];
  clearFaults(): void;
  /** Calls of the bot; `since` a number (n greater than) or an ISO time (after). */
  calls(since?: string | number): Call[];
  /** Activities brought to the bot, with its answers. */
  deliveries(since?: string | number): Delivery[];
  /** What has left the bot beside its messages: files that were fetched by their link. */
  mail(since?: string | number): Mail[];
  noteFile(file: FetchedFile): void;
  noteMail(mail: OutgoingMail, to: string | null): void;
  /** Any activity to the bot, with a token of one's own making: for tests of authentication. */
  deliver(activity: Json, post?: Post): Promise<Answer>;
  signActivityToken(overrides?: TokenOverrides): string;
  /** What the bot shows in its calls. */
  botToken(overrides?: TokenOverrides): string;
  world(): WorldView;
  /** Tells open pages that the clock was moved. */
  clockMoved(): void;
  /** Resolves when nothing is on its way to the bot. */
  idle(): Promise<void>;
  snapshot(): Snapshot;
  restore(saved: unknown): void;
  on<Name extends keyof EventMap>(name: Name, listener: (event: EventMap[Name]) => void): () => void;
};

const SERVICE_PATH = "/teams/";
const ALL_LIMITS: Limits = { rate: true, overlap: true, size: true, retryAfter: true };
const NO_LIMITS: Limits = { rate: false, overlap: false, size: false, retryAfter: false };

export async function startTeamsService(options: TeamsOptions): Promise<TeamsService> {
  const stopping = new AbortController();
  const core = createCore(options, stopping.signal);
  if (options.stateFile !== undefined) {
    const saved = readStateFile(options.stateFile);
    if (saved !== undefined) restore(core, saved);
  }
  // An idle connection that is closed just as the next call comes looks like a fault. Faults are asked for here.
  const server = createServer({ keepAliveTimeout: 0 });
  await listen(server, options.port ?? 0);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  core.url = `http://127.0.0.1:${port}`;
  core.serviceUrl = `${core.url}${SERVICE_PATH}`;
  const stopSaving = options.stateFile === undefined ? undefined : keepSaving(core, options.stateFile);
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    stopping.abort();
    stopSaving?.();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const service = createService(core, stop);
  server.on("request", (request, response) => {
    handle(core, service, options, request, response).catch((error: unknown) => fail(response, error));
  });
  return service;
}

function createCore(options: TeamsOptions, stopping: AbortSignal): Core {
  const { botAppId, tenantId, now } = options;
  const core: Core = {
    url: "",
    serviceUrl: "",
    botAppId,
    tenantId,
    now,
    botName: options.botName ?? "Zorgronde",
    botEndpoint: options.botEndpoint,
    maxWaitMs: options.maxWaitMs ?? 5000,
    botTimeoutMs: options.botTimeoutMs ?? 10_000,
    operationMs: options.operationMs ?? 0,
    autoInstall: options.autoInstall ?? true,
    limits: options.limits === false ? NO_LIMITS : { ...ALL_LIMITS, ...options.limits },
    issuer: undefined,
    state: createState(options.world, botAppId),
    events: createEvents(),
    faults: createFaults(now),
    limiter: createLimiter(now),
    calls: [],
    deliveries: [],
    mail: [],
    stopping,
    pending: new Set(),
    busy: new Set(),
    byId: new Map(),
    changes: [],
  };
  const own = () => createTokenIssuer({ botAppId, tenantId, serviceUrl: () => core.serviceUrl });
  if (options.issuer !== false) core.issuer = typeof options.issuer === "object" ? options.issuer : own();
  return core;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

async function handle(
  core: Core,
  service: TeamsService,
  options: TeamsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", core.url);
  if (!isFromHere(request)) {
    sendJson(response, 403, { error: { code: "not-local", message: "Alleen vanaf deze computer." } });
    return;
  }
  if (url.pathname.startsWith(SERVICE_PATH)) {
    await serveConnector(core, request, response, url, url.pathname.slice(SERVICE_PATH.length));
    return;
  }
  if (core.issuer && url.pathname === "/_local/openid/.well-known/openidconfiguration") {
    sendJson(response, 200, core.issuer.openIdConfiguration(core.url));
    return;
  }
  if (core.issuer && url.pathname === "/_local/openid/keys") {
    sendJson(response, 200, core.issuer.keys());
    return;
  }
  if (await serveLocal(core, service, request, response, url)) return;
  if (await options.extra?.(request, response)) return;
  sendJson(response, 404, { error: { code: "not-found", message: "Dit adres is er niet." } });
}

/** A mistake of the caller is the caller's to read; anything else is ours, and must not hang the caller. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const [status, code] = isLocalError(error) ? [400, error.code] : [500, "internal"];
  sendJson(response, status, { error: { code, message: error instanceof Error ? error.message : "" } });
}

function createService(core: Core, stop: () => Promise<void>): TeamsService {
  const { url, serviceUrl, botAppId, tenantId, issuer } = core;
  return {
    url,
    serviceUrl,
    botAppId,
    tenantId,
    issuer,
    stop,
    setBotEndpoint: (endpoint) => {
      core.botEndpoint = endpoint;
    },
    say: (args) => say(core, args),
    press: (args) => press(core, args),
    refresh: (args) => refresh(core, args),
    submitDialog: (args) => submitDialog(core, args),
    closeDialog: (args) => closeDialog(core, args),
    inbox: (query) => inbox(core, query),
    search: (args) => search(core, args),
    insert: (args) => insert(core, args),
    typeahead: (args) => typeahead(core, args),
    edit: (args) => edit(core, args),
    remove: (args) => removeMessage(core, args),
    react: (args) => react(core, args),
    read: (args) => read(core, args),
    meeting: (args) => meeting(core, args),
    membership: (args) => membership(core, args),
    install: (args) => install(core, args),
    fault: (order) => core.faults.add(located(core, order)),
    faults: () => core.faults.list(),
    clearFaults: () => core.faults.clear(),
    calls: (since) => after(core.calls, since),
    deliveries: (since) => after(core.deliveries, since),
    mail: (since) => after(core.mail, since),
    noteFile: (file) => noteFile(core, file),
    noteMail: (mail, to) => noteMail(core, mail, to),
    deliver: (activity, post) => deliver(core, activity, post),
    signActivityToken: (overrides) => issuer?.signActivityToken(overrides) ?? "",
    botToken: (overrides) => issuer?.botToken(overrides) ?? "",
    world: () => worldView(core),
    clockMoved: () => core.events.emit("clock", { now: core.now().toString() }),
    idle: async () => {
      while (core.pending.size > 0) await Promise.allSettled(core.pending);
    },
    snapshot: () => snapshot(core),
    restore: (saved) => restore(core, saved),
    on: (name, listener) => core.events.on(name, listener),
  };
}

/** `personal:<handle>` is easier to say than the id of a chat. */
function located(core: Core, order: FaultOrder): FaultOrder {
  const handle = /^personal:(.+)$/.exec(order.conversation ?? "")?.[1];
  if (handle === undefined) return order;
  return { ...order, conversation: personalId(personOf(core, handle), core.botAppId) };
}

function after<T extends { n: number; at: string }>(all: T[], since: string | number | undefined): T[] {
  if (since === undefined || since === "") return [...all];
  const n = Number(since);
  if (!Number.isNaN(n)) return all.filter((one) => one.n > n);
  const moment = Temporal.Instant.from(String(since));
  return all.filter((one) => Temporal.Instant.compare(one.at, moment) > 0);
}
