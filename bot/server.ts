import { createServer, type Server } from "node:http";
import type { CloudAdapter, TurnContext } from "botbuilder";
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from "express";
import { z } from "zod/v4";
import type { Log } from "#usecases/world.ts";
import { channelIssuer } from "./identity.ts";
import { allowedServiceUrl } from "./service-url.ts";

/** A file that someone asked for by its one-use link, or null when there is none for this token. */
export type FileDesk = (token: string) => Promise<{
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
} | null>;

export interface ServerOptions {
  readonly adapter: CloudAdapter;
  readonly turn: (context: TurnContext) => Promise<void>;
  readonly serviceHosts: readonly string[];
  readonly log: Log;
  /** Codes of what is not in order; empty when all is well. */
  readonly ready: () => Promise<readonly string[]>;
  readonly metrics: () => Promise<string>;
  readonly metricsToken: string | null;
  readonly file: FileDesk;
  readonly feed: FileDesk;
}

/** Enough of an activity to know that the library will not fall over it before it checks who sent it. */
const envelope = z.looseObject({
  type: z.string().min(1).max(60),
  channelId: z.string().max(60).optional(),
  serviceUrl: z.string().max(500).optional(),
});

export function webServer(options: ServerOptions): Server {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.post("/api/messages", express.json({ limit: "256kb", strict: true }), messages(options));
  app.get("/healthz", (_, response) => {
    response.type("text").send("ok");
  });
  app.get("/readyz", async (_, response) => {
    const codes = await options.ready();
    response.status(codes.length === 0 ? 200 : 503).json({ ready: codes.length === 0, codes });
  });
  app.get("/metrics", async (request, response) => {
    if (!mayMeasure(request, options.metricsToken)) {
      response.sendStatus(404);
      return;
    }
    response.type("application/openmetrics-text; version=1.0.0; charset=utf-8").send(await options.metrics());
  });
  app.get("/file/:token", fileRoute(options.file));
  app.get("/agenda/:name", (request, response, next) => {
    const token = /^([A-Za-z0-9_-]{20,100})\.ics$/.exec(String(request.params.name))?.[1];
    return fileRoute(options.feed, token)(request, response, next);
  });
  app.use((_, response) => {
    response.sendStatus(404);
  });
  app.use(lastResort(options.log));
  return createServer(app);
}

/** Guards before the library reads anything; it judges the token itself (docs/decisions/0007). */
function messages(options: ServerOptions): RequestHandler {
  return async (request, response) => {
    const body = envelope.safeParse(request.body);
    const authorization = request.headers.authorization;
    if (!body.success || Array.isArray(request.body)) {
      response.status(400).json({ error: "geen_activiteit" });
      return;
    }
    if (typeof authorization !== "string" || !fromTheChannel(authorization)) {
      response.status(401).json({ error: "geen_toegang" });
      return;
    }
    if (!allowedServiceUrl(body.data.serviceUrl ?? "", options.serviceHosts)) {
      response.status(403).json({ error: "dienst_onbekend" });
      return;
    }
    const seen = { turn: false };
    try {
      await options.adapter.process(request, quiet(response, seen), (context) => {
        seen.turn = true;
        return options.turn(context);
      });
    } catch {
      options.log("error", { code: "beurt_afgebroken" });
      if (!response.headersSent) response.status(500).end();
    }
  };
}

/**
 * The library prints the words of an error as its answer: only the status leaves this house then. And it answers 500
 * to a token whose signature is wrong; what fails before the turn begins is a refusal of the sender.
 */
function quiet(response: express.Response, seen: { readonly turn: boolean }): express.Response {
  const send = response.send.bind(response);
  const status = response.status.bind(response);
  response.status = (code) => status(code === 500 && !seen.turn ? 401 : code);
  response.send = ((body: unknown) =>
    response.statusCode >= 400 ? response : send(body)) as typeof response.send;
  return response;
}

/**
 * Looks at the issuer before the signature is checked: the library adds issuers to a list that never shrinks for
 * every tenant it meets in a token nobody has verified.
 */
export function fromTheChannel(authorization: string): boolean {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization)?.[1];
  if (!payload) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return z.object({ iss: z.literal(channelIssuer) }).safeParse(claims).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function mayMeasure(request: Request, token: string | null): boolean {
  const loopback = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
  if (token) return request.headers.authorization === `Bearer ${token}`;
  return loopback && request.headers["x-forwarded-for"] === undefined;
}

function fileRoute(desk: FileDesk, known?: string): RequestHandler {
  return async (request, response) => {
    // A look at the headers would use up a link that works once.
    if (request.method !== "GET") {
      response.sendStatus(405);
      return;
    }
    const token = known ?? String(request.params.token);
    const file = /^[A-Za-z0-9_-]{20,100}$/.test(token) ? await desk(token) : null;
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (!file) {
      response.status(404).type("text").send("Deze link werkt niet (meer). Vraag in de chat een nieuwe.");
      return;
    }
    response.setHeader("Content-Disposition", `attachment; filename="${file.name}"`);
    response.type(file.type).send(typeof file.body === "string" ? file.body : Buffer.from(file.body));
  };
}

function lastResort(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = z.object({ status: z.number().int().min(400).max(499) }).safeParse(error);
    if (!status.success) log("error", { code: "verzoek_fout" });
    if (!response.headersSent)
      response.status(status.success ? status.data.status : 500).json({ error: "verzoek_geweigerd" });
  };
}
