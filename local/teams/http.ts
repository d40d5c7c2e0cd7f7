import type { IncomingMessage, ServerResponse } from "node:http";

const MAX_BODY = 4 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes: Buffer = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    size += bytes.length;
    if (size > MAX_BODY) break;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString("utf8");
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (body === undefined) {
    response.writeHead(status, { "content-length": "0", ...headers });
    response.end();
    return;
  }
  const json = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": String(json.length),
    "cache-control": "no-store",
    ...headers,
  });
  response.end(json);
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Only pages and programs on this machine: no other site may steer the local service through a browser. */
export function isFromHere(request: IncomingMessage): boolean {
  const host = request.headers.host ?? "";
  if (!LOOPBACK.has(hostname(`http://${host}`))) return false;
  const { origin } = request.headers;
  return origin === undefined || LOOPBACK.has(hostname(origin));
}

function hostname(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : "";
}
