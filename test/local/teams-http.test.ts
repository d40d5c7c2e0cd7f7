import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  adaptive,
  answer,
  CHANNEL,
  cardBody,
  connector,
  personalChat,
  type Running,
  run,
  sent,
  TEAM,
} from "./teams-bot.ts";

type Content = Record<string, unknown>;
let running: Running;
beforeEach(async () => {
  running = await run();
  running.does(async (context) => {
    if (context.activity.type === "message") await context.sendActivity("gehoord");
  });
});
afterEach(() => running.stop());

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${running.service.url}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const found: unknown = await response.json();
  return { status: response.status, body: found };
}

const say = (text: string, as = "noor") => call("POST", "/_local/say", { as, in: "personal", text });

describe("/_local over HTTP", () => {
  it("tells who and what there is", async () => {
    const { body } = await call("GET", "/_local/world");
    expect(body).toMatchObject({
      people: [
        { id: "noor", personal: personalChat(running.service, "noor"), installed: true },
        {},
        {},
        {},
        {},
      ],
      teams: [
        {
          id: TEAM,
          channels: [
            { id: TEAM, name: "Algemeen" },
            { id: CHANNEL, name: "Rondes" },
          ],
        },
      ],
      bot: { name: "Zorgronde" },
    });
  });

  it("says, looks, presses", async () => {
    expect((await say("hallo")).body).toMatchObject({
      delivered: true,
      messages: [{ text: "gehoord", in: "personal" }],
    });
    const card = sent({
      type: "message",
      attachments: [adaptive({ actions: [{ type: "Action.Execute", title: "Doe", verb: "doe" }] })],
    });
    const { id } = await connector(running.service).conversations.sendToConversation(
      personalChat(running.service, "noor"),
      card,
    );
    running.does((context) => answer(context, 200, cardBody({ type: "AdaptiveCard", body: [] })));
    const pressed = await call("POST", "/_local/press", { as: "noor", message: id, action: "Doe" });
    expect(pressed.body).toMatchObject({ status: "ok", card: { type: "AdaptiveCard" } });
    const { body } = await call("GET", `/_local/inbox?as=noor&in=personal&since=${id}`);
    expect(body).toEqual([]);
    expect((await call("GET", "/_local/inbox?as=noor")).body).toHaveLength(3);
  });

  it("commands faults and takes them away, and shows every call", async () => {
    await call("POST", "/_local/fault", { kind: "503", for: "PT30S", conversation: "personal:noor" });
    expect((await call("GET", "/_local/fault")).body).toMatchObject([{ kind: "503" }]);
    await call("DELETE", "/_local/fault");
    expect((await call("GET", "/_local/fault")).body).toEqual([]);
    await say("hallo");
    expect((await call("GET", "/_local/calls")).body).toMatchObject([{ op: "reply", status: 201 }]);
    expect((await call("GET", "/_local/calls?since=1")).body).toEqual([]);
  });

  it("lets people come and go", async () => {
    await call("POST", "/_local/membership", { team: TEAM, person: "nieuw", change: "added" });
    await call("POST", "/_local/install", { as: "nieuw" });
    expect(running.heard.map((one) => one.type)).toEqual([
      "conversationUpdate",
      "conversationUpdate",
      "installationUpdate",
    ]);
    const again = await call("POST", "/_local/membership", { team: TEAM, person: "nieuw", change: "added" });
    expect(again).toMatchObject({ status: 400, body: { error: { code: "no-change" } } });
  });

  it.each<[string, string, unknown, string]>([
    ["an unknown person", "/_local/say", { as: "x", in: "personal", text: "x" }, "no-such-person"],
    ["an unknown place", "/_local/say", { as: "noor", in: "19:x", text: "x" }, "no-such-conversation"],
    ["a place where one is not", "/_local/say", { as: "nieuw", in: CHANNEL, text: "x" }, "not-a-member"],
    ["a request without what it needs", "/_local/say", { as: "noor" }, "bad-request"],
    ["no JSON at all", "/_local/press", undefined, "bad-request"],
  ])("says what is wrong with %s", async (_what, path, body, code) => {
    expect(await call("POST", path, body)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it("knows no other addresses, but lets others serve theirs", async () => {
    expect(await call("GET", "/_local/elders")).toMatchObject({ status: 404 });
    await running.stop();
    running = await run({
      extra: (incoming, response) => {
        if (incoming.url !== "/_local/elders") return false;
        response.end('["post"]');
        return true;
      },
    });
    expect((await call("GET", "/_local/elders")).body).toEqual(["post"]);
  });

  it("tells which file was fetched by a link, and keeps neither the file nor the link", async () => {
    expect((await call("GET", "/_local/mail")).body).toEqual([]);
    running.service.noteFile({ token: "geheim", name: "overlegronde.ics", type: "text/calendar" });
    const only = {
      n: 1,
      at: "2026-06-12T07:00:00.000Z",
      kind: "bestand",
      name: "overlegronde.ics",
      type: "text/calendar",
      to: null,
    };
    expect((await call("GET", "/_local/mail")).body).toEqual([only]);
    expect((await call("GET", "/_local/mail?since=1")).body).toEqual([]);
  });

  it("listens to nobody else's page", async () => {
    const foreign = await call("GET", "/_local/world", undefined, { origin: "https://example.org" });
    expect(foreign.status).toBe(403);
    const { promise, resolve } = Promise.withResolvers<number>();
    const { port } = new URL(running.service.url);
    const rebound = {
      host: "127.0.0.1",
      port,
      path: "/_local/world",
      headers: { host: `example.org:${port}` },
    };
    request(rebound, (response) => resolve(response.resume().statusCode ?? 0)).end();
    expect(await promise).toBe(403);
  });

  it("pushes messages, typing, toasts and the clock to one person's page", async () => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const stream = await fetch(`${running.service.url}/_local/stream?as=noor`, { signal });
    const events = readEvents(stream);
    expect((await events.next()).value).toMatchObject({ event: "clock" });
    running.does(async (context) => {
      await context.sendActivity({ type: "typing" });
      await context.sendActivity("gehoord");
    });
    await say("voor sem", "sem");
    await say("hallo");
    running.service.clockMoved();
    const seen = [];
    for (let n = 0; n < 5; n += 1) seen.push((await events.next()).value);
    expect(seen).toMatchObject([
      { event: "message", data: { change: "new", item: { from: "noor", text: "hallo" } } },
      { event: "typing", data: { in: "personal", from: "Zorgronde" } },
      { event: "message", data: { change: "new", item: { from: "bot", text: "gehoord" } } },
      { event: "toast", data: { in: "personal", from: "Zorgronde", summary: "gehoord" } },
      { event: "clock", data: { now: "2026-06-12T07:00:00Z" } },
    ]);
    leaving.abort();
  });
});

async function* readEvents(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  while (reader) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const [event = "", data = ""] = part.split("\n");
      yield { event: event.replace("event: ", ""), data: JSON.parse(data.replace("data: ", "")) };
    }
  }
}

describe("searching", () => {
  const hit = {
    ...adaptive({ body: [{ type: "TextBlock", text: "Ronde" }] }),
    preview: {
      contentType: "application/vnd.microsoft.card.thumbnail",
      content: { title: "Ronde", text: "12 juni" },
    },
  };

  it("from the compose box gives results that can be put in the conversation", async () => {
    running.does((context) =>
      answer(context, 200, {
        composeExtension: { type: "result", attachmentLayout: "list", attachments: [hit] },
      }),
    );
    const query = { as: "noor", in: CHANNEL, command: "ronde", query: "juni" };
    const { body } = await call("POST", "/_local/search", query);
    expect(body).toMatchObject({
      status: "ok",
      results: [{ title: "Ronde", text: "12 juni", card: hit.content }],
    });
    const [found] = (await running.service.search(query)).results;
    const put = await call("POST", "/_local/insert", { as: "noor", in: CHANNEL, result: found?.id });
    expect(put.body).toMatchObject({ from: "noor", card: hit.content });
    expect(await running.service.inbox({ as: "sem", in: CHANNEL })).toMatchObject([{ card: hit.content }]);
    const stolen = await call("POST", "/_local/insert", { as: "sem", in: CHANNEL, result: found?.id });
    expect(stolen).toMatchObject({ status: 400 });
  });

  it("can be answered with words, or fail", async () => {
    const ask = () => running.service.search({ as: "noor", in: CHANNEL, command: "ronde", query: "" });
    running.does((context) => answer(context, 200, { composeExtension: { type: "message", text: "Niets" } }));
    expect(await ask()).toMatchObject({ status: "ok", results: [], message: "Niets" });
    running.does((context) => answer(context, 500));
    expect(await ask()).toMatchObject({ status: "error", results: [] });
  });

  it("in a choice list gives titles and values", async () => {
    const results = [{ title: "De Linde", value: "l1" }];
    running.does((context) =>
      answer(context, 200, {
        statusCode: 200,
        type: "application/vnd.microsoft.search.searchResponse",
        value: { results },
      }),
    );
    const input = {
      type: "Input.ChoiceSet",
      id: "school",
      "choices.data": { type: "Data.Query", dataset: "scholen" },
    };
    const activity = sent({ type: "message", attachments: [adaptive({ body: [input] })] });
    const message = (await connector(running.service).conversations.sendToConversation(CHANNEL, activity)).id;
    const ask = { as: "noor", message, input: "school", query: "lin" };
    expect((await call("POST", "/_local/typeahead", ask)).body).toEqual({ status: "ok", results });
    expect(await call("POST", "/_local/typeahead", { ...ask, input: "x" })).toMatchObject({ status: 400 });
  });
});

describe("a snapshot", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "teams-"));
  });
  afterEach(async () => {
    await running.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it("brings back conversations, members and views after a restart", async () => {
    await say("hallo");
    await running.service.membership({ team: TEAM, person: "nieuw", change: "added" });
    const saved: Content = JSON.parse(JSON.stringify(running.service.snapshot()));
    const before = await running.service.inbox({ as: "noor" });
    await running.stop();
    running = await run();
    running.service.restore(saved);
    expect(await running.service.inbox({ as: "noor" })).toEqual(before);
    expect(running.service.world().teams[0]?.members).toContain("nieuw");
    const next = await running.service.say({ as: "noor", in: "personal", text: "verder", wait: 0 });
    await running.service.idle();
    expect(Number(next.id)).toBeGreaterThan(Number(before.at(-1)?.id));
  });

  it("is kept in a file when one is named, for the owner alone", async () => {
    const stateFile = join(directory, "stand.json");
    await running.stop();
    running = await run({ stateFile });
    await running.service.say({ as: "noor", in: "personal", text: "bewaar mij", wait: 0 });
    await running.service.idle();
    await running.stop();
    expect(readFileSync(stateFile, "utf8")).toContain("bewaar mij");
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
    running = await run({ stateFile });
    expect(await running.service.inbox({ as: "noor" })).toMatchObject([{ text: "bewaar mij" }]);
  });

  it("of something else is refused", () => {
    expect(() => running.service.restore({ version: 9 })).toThrow("bewaarde stand");
  });
});
