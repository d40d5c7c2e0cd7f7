import type { IncomingMessage, ServerResponse } from "node:http";
import { assetBody, assetNames, cardRenderer } from "./asset.ts";
import { nextWeekday, roomPage } from "./page.ts";

/** A file or page people may open from the practice room; opens in a new tab. */
export type RoomLink = { label: string; href: string };

export type RoomOptions = {
  /** Origin of the local Teams service, or "" when it answers on the same origin as this page. */
  serviceBase: string;
  /** The practice world's clock, never the machine's. */
  now: () => Temporal.Instant | Temporal.ZonedDateTime | string;
  extraLinks?: readonly RoomLink[] | (() => readonly RoomLink[]);
  /** Search commands of the app's message extension, as in its manifest; none: no search in the page. */
  commands?: readonly { id: string; title: string; description?: string }[];
  /** The first schooldag after a date; without it weekends are skipped and holidays are not. */
  nextSchooldag?: (date: Temporal.PlainDate) => Temporal.PlainDate;
};

const page = roomPage();

/** Answers the practice room's own addresses and leaves all others to the caller (returns false). */
export function roomHandler(options: RoomOptions): (req: IncomingMessage, res: ServerResponse) => boolean {
  const headers = securityHeaders(options.serviceBase);
  return (req, res) => {
    const path = (req.url ?? "/").split("?")[0] ?? "/";
    const ours = path === "/" || path === "/room" || path.startsWith("/room/");
    if (!ours || (req.method !== "GET" && req.method !== "HEAD")) return false;
    const answer = answerFor(path, options);
    res.writeHead(answer ? 200 : 404, {
      ...headers,
      "content-type": answer?.type ?? "text/plain; charset=utf-8",
    });
    res.end(req.method === "HEAD" ? undefined : (answer?.body ?? "Deze pagina is er niet."));
    return true;
  };
}

type Answer = { type: string; body: string | Buffer };

function answerFor(path: string, options: RoomOptions): Answer | undefined {
  if (path === "/" || path === "/room" || path === "/room/")
    return { type: "text/html; charset=utf-8", body: page };
  if (path === "/room/boot.json") return { type: "application/json", body: JSON.stringify(boot(options)) };
  if (path === "/room/adaptivecards.min.js") return cardRenderer();
  const name = path.startsWith("/room/web/") ? path.slice("/room/web/".length) : "";
  return assetNames.has(name) ? assetBody(name) : undefined;
}

/** What the page must know before it can ask the service anything. */
function boot(options: RoomOptions) {
  const links = typeof options.extraLinks === "function" ? options.extraLinks() : (options.extraLinks ?? []);
  const now = Temporal.Instant.from(String(options.now()));
  const today = now.toZonedDateTimeISO("Europe/Amsterdam").toPlainDate();
  const schooldag = (options.nextSchooldag ?? nextWeekday)(today);
  const { serviceBase, commands = [] } = options;
  return { serviceBase, now: now.toString(), links, commands, nextSchooldag: `${schooldag}T08:00` };
}

function securityHeaders(serviceBase: string) {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${serviceBase}`.trim(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  };
}
