/** The calendar of the practice room as a page: what stands in Outlook now, and the mail that Outlook sent. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { LocalGraph } from "./server.ts";

export const outlookPage = "/outlook";

const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

const day = (text: string) => {
  const at = Temporal.PlainDateTime.from(text);
  return `${at.toPlainDate().toLocaleString("nl-NL", { dateStyle: "full" })}, ${at.toPlainTime().toString({ smallestUnit: "minute" })} uur`;
};

type Shown = ReturnType<LocalGraph["events"]>[number];

function event({
  subject = "",
  start,
  end,
  location,
  attendees = [],
  onlineMeeting,
  sensitivity,
}: Shown): string {
  const rows: [string, string][] = [
    ["Begin", start ? day(start.dateTime) : ""],
    ["Eind", end ? day(end.dateTime) : ""],
    ["Plaats", location?.displayName ?? ""],
    ["Genodigd", attendees.map(({ emailAddress }) => emailAddress.address).join(", ")],
    ["Teams", onlineMeeting?.joinUrl ?? "geen eigen vergadering"],
    ["Zichtbaarheid", sensitivity ?? ""],
  ];
  const body = rows.map(([name, value]) => `<dt>${name}</dt><dd>${safe(value)}</dd>`).join("");
  return `<article><h2>${safe(subject)}</h2><dl>${body}</dl></article>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;color:#242424;background:#f5f5f5}
article{background:#fff;border-radius:6px;padding:1rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:0 0 .5rem}
dl{display:grid;grid-template-columns:minmax(5rem,auto) 1fr;gap:.25rem 1rem;margin:0}dt{color:#616161}dd{margin:0;overflow-wrap:anywhere}
li{overflow-wrap:anywhere}`;

export function outlookPageHandler(
  graph: LocalGraph,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    if ((request.url ?? "").split("?")[0] !== outlookPage) return false;
    const events =
      graph.events().map(event).join("") || "<p>Er staat nog niets in Outlook. Plan een overleg.</p>";
    const mail = graph
      .mail()
      .toReversed()
      .map(
        ({ kind, to, subject, start }) =>
          `<li>${kind} aan ${safe(to)}: ${safe(subject)}, ${safe(start)}</li>`,
      )
      .join("");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    response.end(`<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Outlook van de oefenomgeving</title><style>${style}</style><h1>Outlook van de oefenomgeving</h1>
<p>Dit zou er in Outlook staan. Ververs de pagina om te zien wat er veranderde.</p>${events}
<h2>Wat Outlook verstuurde</h2><ul>${mail || "<li>nog niets</li>"}</ul></html>`);
    return true;
  };
}
