/** Server-sent events for the page: `message`, `typing`, `toast` and `clock`, for one person. */
import type { ServerResponse } from "node:http";
import type { Core } from "./core.ts";
import { personOf } from "./core.ts";

export function openStream(core: Core, as: string, response: ServerResponse): void {
  personOf(core, as);
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    connection: "keep-alive",
  });
  const write = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const own = (event: string) => (data: { as: string }) => {
    if (data.as === as) write(event, data);
  };
  const offs = [
    core.events.on("message", own("message")),
    core.events.on("typing", own("typing")),
    core.events.on("toast", own("toast")),
    core.events.on("clock", (data) => write("clock", data)),
  ];
  write("clock", { now: core.now().toString() });
  response.on("close", () => {
    for (const off of offs) off();
  });
}
