import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCard, cards, dialogCard } from "./room-cards.ts";

type Json = Record<string, unknown>;
type Seen = { name: string; value: Json };
export type EchoBot = { url: string; seen: Seen[]; hold: () => () => void; stop: () => Promise<void> };

const cardType = "application/vnd.microsoft.card.adaptive";

/** A bot of a few lines that repeats what it hears and knows the sample cards; it speaks the real protocol. */
export async function echoBot(serviceUrl: string): Promise<EchoBot> {
  const seen: Seen[] = [];
  let gate: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    void readJson(request).then(async (activity) => {
      seen.push({ name: String(activity.name ?? activity.type), value: (activity.value ?? {}) as Json });
      await gate;
      const body = await react(serviceUrl, activity);
      response.writeHead(200, { "content-type": "application/json" });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}/api/messages`, seen, hold, stop };
}

async function react(serviceUrl: string, activity: Json): Promise<Json | undefined> {
  if (activity.type === "message") await reply(serviceUrl, activity);
  return activity.type === "invoke"
    ? invokes[String(activity.name)]?.((activity.value ?? {}) as Json)
    : undefined;
}

async function reply(serviceUrl: string, activity: Json): Promise<void> {
  const conversation = (activity.conversation as Json).id;
  const at = `${serviceUrl}v3/conversations/${encodeURIComponent(String(conversation))}/activities`;
  const words = String(activity.text ?? "")
    .replace(/<at>.*?<\/at>/, "")
    .trim();
  const card = cards[words];
  if (card) {
    await send("POST", at, {
      summary: `Kaart: ${words}`,
      attachments: [{ contentType: cardType, content: card() }],
    });
    return;
  }
  const { id } = await send("POST", at, { text: `Je zei: ${words}`, summary: "Zorgronde heeft geantwoord" });
  if (words === "wijzig") await send("PUT", `${at}/${id}`, { text: "Dit is **nieuw**." });
  if (words === "verwijder") await send("DELETE", `${at}/${id}`);
}

async function send(method: string, url: string, content?: Json): Promise<Json> {
  const body = content && JSON.stringify({ type: "message", ...content });
  const answer = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    ...(body ? { body } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${answer.status} ${text}`);
  return text === "" ? {} : JSON.parse(text);
}

const asCard = (content: Json) => ({ statusCode: 200, type: cardType, value: content });
const dialog = (title: string, content: Json) => ({
  task: { type: "continue", value: { title, card: { contentType: cardType, content } } },
});

const invokes: Record<string, (value: Json) => Json | undefined> = {
  "adaptiveCard/action": (value) => press((value.action ?? {}) as Json),
  "task/fetch": () => dialog("Nieuwe vraag", dialogCard(1)),
  "task/submit": (value) =>
    (value.data as Json).step === 1
      ? dialog("Nieuwe vraag", dialogCard(2))
      : { task: { type: "message", value: "De vraag is opgeslagen." } },
  "application/search": (value) => ({
    type: "application/vnd.microsoft.search.searchResponse",
    value: {
      results: ["De Wilgenroos", "Het Anker"]
        .filter((name) => name.toLowerCase().includes(String(value.queryText).toLowerCase()))
        .map((name) => ({ title: name, value: `id-${name}` })),
    },
  }),
  "composeExtension/query": () => ({
    composeExtension: {
      type: "result",
      attachmentLayout: "list",
      attachments: [
        {
          contentType: cardType,
          content: answerCard("Gevonden kaart"),
          preview: {
            contentType: "application/vnd.microsoft.card.thumbnail",
            content: { title: "HV-2041", text: "Verzuim, besproken" },
          },
        },
      ],
    },
  }),
};

function press(action: Json): Json {
  if (action.verb === "weet")
    return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Genoteerd." };
  if (action.verb === "fout")
    return {
      statusCode: 400,
      type: "application/vnd.microsoft.error",
      value: { code: "nee", message: "Dat mag jij niet doen." },
    };
  const { rij, naam } = (action.data ?? {}) as Json;
  return asCard(answerCard(`Gedaan: ${[action.verb, rij ?? naam].filter(Boolean).join(" ")}`));
}

async function readJson(request: IncomingMessage): Promise<Json> {
  let text = "";
  for await (const part of request) text += String(part);
  return JSON.parse(text === "" ? "{}" : text);
}
