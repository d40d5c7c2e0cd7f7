import type { TurnContext } from "botbuilder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PressArgs } from "#local/teams/press.ts";
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
  world,
} from "./teams-bot.ts";

let running: Running;
beforeEach(async () => {
  running = await run();
});
afterEach(() => running.stop());

type Content = Record<string, unknown>;

async function post(content: Content, where = personalChat(running.service, "noor")): Promise<string> {
  const made = await connector(running.service).conversations.sendToConversation(
    where,
    sent({ type: "message", attachments: [adaptive(content)] }),
  );
  return made.id;
}

function press(message: string, action: string, more: Partial<PressArgs> = {}) {
  return running.service.press({ as: "noor", message, action, ...more });
}

/** The bot answers every invoke with this. */
function answers(status: number, body?: unknown) {
  running.does((context) => answer(context, status, body));
}

const last = () => running.heard.at(-1);
const title = (text: string) => ({ body: [{ type: "TextBlock", text }] });

describe("Action.Execute", () => {
  const card = {
    body: [{ type: "Input.Text", id: "reden" }],
    actions: [{ type: "Action.Execute", title: "Doe", verb: "doe", data: { nr: 7 } }],
  };

  it("travels as an invoke with the data of the button and of the inputs", async () => {
    answers(200, cardBody({ type: "AdaptiveCard", ...title("gedaan") }));
    const id = await post(card);
    const result = await press(id, "Doe", { data: { reden: "daarom" } });
    expect(result).toMatchObject({ status: "ok", code: 200, card: title("gedaan") });
    expect(last()).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: id,
      value: {
        action: { type: "Action.Execute", title: "Doe", verb: "doe", data: { nr: 7, reden: "daarom" } },
        trigger: "manual",
      },
    });
  });

  it("replaces the card for the one who pressed and nobody else, until the base changes", async () => {
    const id = await post(card, CHANNEL);
    answers(200, cardBody({ type: "AdaptiveCard", ...title("van noor") }));
    await press(id, "doe");
    const see = async (as: string) => (await running.service.inbox({ as, in: CHANNEL })).at(-1);
    expect(await see("noor")).toMatchObject({ card: title("van noor"), ownView: true });
    expect(await see("sem")).toMatchObject({ card: { actions: card.actions }, ownView: false });
    const activity = sent({ type: "message", attachments: [adaptive(title("nieuw"))] });
    await connector(running.service).conversations.updateActivity(CHANNEL, id, activity);
    for (const as of ["noor", "sem"])
      expect(await see(as)).toMatchObject({ card: title("nieuw"), ownView: false });
  });

  it.each<[string, number, unknown, unknown]>([
    [
      "a message",
      200,
      { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Bewaard" },
      { status: "ok", message: "Bewaard" },
    ],
    ["nothing", 200, undefined, { status: "ok" }],
    [
      "an error",
      200,
      {
        statusCode: 400,
        type: "application/vnd.microsoft.error",
        value: { code: "BadRequest", message: "Nee" },
      },
      { status: "error", code: 400, error: { code: "BadRequest", message: "Nee" } },
    ],
    [
      "sign in first",
      200,
      { statusCode: 401, type: "application/vnd.microsoft.activity.loginRequest", value: {} },
      { status: "login", code: 401 },
    ],
    [
      "precondition failed",
      200,
      {
        statusCode: 412,
        type: "application/vnd.microsoft.error.preconditionFailed",
        value: { code: "412", message: "Opnieuw" },
      },
      { status: "error", code: 412, error: { message: "Opnieuw" } },
    ],
    ["something of its own", 200, { statusCode: 200, type: "eigen" }, { status: "error" }],
    ["an HTTP error", 501, undefined, { status: "error", code: 501 }],
  ])("answered with %s", async (_what, status, body, expected) => {
    answers(status, body);
    expect(await press(await post(card), "Doe")).toMatchObject(expected as Content);
  });

  it("answered too late tells the person so, and comes again", async () => {
    await running.stop();
    running = await run({ botTimeoutMs: 40 });
    const { promise: late, resolve } = Promise.withResolvers<void>();
    running.does(async (context) => {
      await late;
      await answer(context, 200);
    });
    const result = await press(await post(card), "Doe");
    expect(result).toMatchObject({ status: "unreachable", message: "De app is niet bereikbaar" });
    resolve();
    await expect.poll(() => running.heard.length).toBe(2);
    await running.service.idle();
    expect(running.heard[1]?.id).toBe(running.heard[0]?.id);
  });

  it("can be made to arrive twice", async () => {
    answers(200);
    running.service.fault({ kind: "repeat-invoke" });
    const id = await post(card);
    await press(id, "Doe");
    expect(running.heard.map((one) => one.id)).toEqual([running.heard[0]?.id, running.heard[0]?.id]);
    await press(id, "Doe");
    expect(running.heard).toHaveLength(3);
  });

  it("reaches no bot that was removed from the team", async () => {
    const id = await post(card, CHANNEL);
    await running.service.install({ team: TEAM, as: "sem", change: "removed" });
    running.heard.length = 0;
    expect(await press(id, "Doe")).toMatchObject({ status: "error", error: { code: 209 } });
    expect(running.heard).toEqual([]);
  });

  it("is shown by an old client as its fallback, or not at all", async () => {
    await running.stop();
    running = await run({ world: world({ oldClient: true }) });
    const fallback = { type: "Action.Submit", title: "Doe (oud)", data: { verb: "doe" } };
    const id = await post({
      actions: [
        { ...card.actions[0], fallback },
        { type: "Action.Execute", title: "Weg" },
      ],
    });
    await press(id, "Doe (oud)", { wait: 0 });
    await running.service.idle();
    expect(last()).toMatchObject({ type: "message", value: { verb: "doe" } });
    expect(await press(id, "Weg")).toMatchObject({
      error: { code: "no-such-action", actions: ["Doe (oud)"] },
    });
  });
});

describe("Action.Submit", () => {
  it("travels as a message with a value and no text", async () => {
    running.does(async (context) => {
      await context.sendActivity("gehoord");
    });
    const id = await post({
      body: [{ type: "Input.Toggle", id: "ja", title: "Ja" }],
      actions: [{ type: "Action.Submit", title: "Stuur", data: { nr: 7 } }],
    });
    const result = await press(id, "Stuur", { data: { ja: true } });
    expect(result).toMatchObject({ status: "ok", messages: [{ text: "gehoord" }] });
    expect(last()).toMatchObject({ type: "message", replyToId: id, value: { nr: 7, ja: "true" } });
    expect(last()).not.toHaveProperty("text");
  });

  it("gives the card back when the bot changed it", async () => {
    running.does(async (context) => {
      const activity = sent({ ...context.activity, id: context.activity.replyToId ?? "" });
      await context.updateActivity({ ...activity, attachments: [adaptive(title("klaar"))] });
    });
    const id = await post({ actions: [{ type: "Action.Submit", title: "Stuur" }] });
    expect(await press(id, "Stuur")).toMatchObject({ status: "ok", card: title("klaar") });
  });

  it("as messageBack shows the words and sends text and value", async () => {
    const msteams = { type: "messageBack", displayText: "Ik doe mee", text: "mee", value: { nr: 1 } };
    const id = await post({
      body: [{ type: "Input.Text", id: "hoe", value: "online" }],
      actions: [{ type: "Action.Submit", title: "Meedoen", data: { msteams } }],
    });
    await press(id, "Meedoen", { wait: 0 });
    await running.service.idle();
    expect(last()).toMatchObject({ type: "message", text: "mee", value: { nr: 1, hoe: "online" } });
    const inbox = await running.service.inbox({ as: "noor" });
    expect(inbox.at(-1)).toMatchObject({ from: "noor", text: "Ik doe mee" });
  });

  it("as imBack types for the person", async () => {
    const data = { msteams: { type: "imBack", value: "help" } };
    const id = await post({ actions: [{ type: "Action.Submit", title: "Help", data }] });
    await press(id, "Help", { wait: 0 });
    await running.service.idle();
    expect(last()).toMatchObject({ type: "message", text: "help" });
  });

  it("says so when nobody answers", async () => {
    const id = await post({ actions: [{ type: "Action.Submit", title: "Stuur" }] });
    running.service.setBotEndpoint("http://127.0.0.1:1/api/messages");
    expect(await press(id, "Stuur")).toMatchObject({ status: "unreachable" });
  });
});

describe("finding a button", () => {
  const execute = (name: string) => ({
    type: "Action.Execute",
    title: name,
    verb: `v-${name}`,
    id: `i-${name}`,
  });
  const card = {
    body: [
      {
        type: "Container",
        items: [{ type: "ActionSet", actions: [execute("doos")] }],
        selectAction: execute("kies"),
      },
      {
        type: "ColumnSet",
        columns: [{ type: "Column", items: [{ type: "ActionSet", actions: [execute("kolom")] }] }],
      },
      {
        type: "Table",
        rows: [
          {
            type: "TableRow",
            cells: [{ type: "TableCell", items: [{ type: "ActionSet", actions: [execute("cel")] }] }],
          },
        ],
      },
    ],
    actions: [
      { type: "Action.ShowCard", title: "Meer", card: { type: "AdaptiveCard", actions: [execute("diep")] } },
      { type: "Action.OpenUrl", title: "Lees", url: "https://example.org/uitleg" },
      execute("dubbel"),
      { ...execute("dubbel"), data: { tweede: true } },
    ],
  };

  it.each(["doos", "kies", "kolom", "cel", "diep"])("%s: by title, verb and id", async (name) => {
    answers(200);
    const id = await post(card);
    for (const wanted of [name, `v-${name}`, `i-${name}`, name.toUpperCase()]) {
      expect(await press(id, wanted)).toMatchObject({ status: "ok" });
      expect(last()?.value).toMatchObject({ action: { verb: `v-${name}` } });
    }
  });

  it("takes the first of several, or the one that was asked", async () => {
    answers(200);
    const id = await post(card);
    await press(id, "dubbel");
    expect(last()?.value).toMatchObject({ action: { data: {} } });
    await press(id, "dubbel", { nth: 1 });
    expect(last()?.value).toMatchObject({ action: { data: { tweede: true } } });
  });

  it("opens a link and unfolds a card without asking the bot", async () => {
    const id = await post(card);
    expect(await press(id, "Lees")).toEqual({ status: "ok", url: "https://example.org/uitleg" });
    expect(await press(id, "Meer")).toEqual({ status: "ok" });
    expect(running.heard).toEqual([]);
  });

  it("says which buttons there are when there is none by that name", async () => {
    const result = await press(await post({ actions: [execute("een"), execute("twee")] }), "drie");
    expect(result).toMatchObject({
      status: "error",
      error: { code: "no-such-action", actions: ["een", "twee"] },
    });
  });

  it("finds none in a message that one cannot see, or that is gone", async () => {
    const id = await post(card);
    expect(await press(id, "doos", { as: "sem" })).toMatchObject({ error: { code: "no-such-message" } });
    await connector(running.service).conversations.deleteActivity(personalChat(running.service, "noor"), id);
    expect(await press(id, "doos")).toMatchObject({ error: { code: "no-such-message" } });
  });
});

describe("a dialog", () => {
  const opener = {
    actions: [
      { type: "Action.Submit", title: "Nieuw", data: { verb: "nieuw", msteams: { type: "task/fetch" } } },
    ],
  };
  const step = (text: string, id = "veld") => ({
    task: {
      type: "continue",
      value: {
        title: text,
        card: adaptive({
          body: [{ type: "Input.Text", id, isRequired: true, errorMessage: "Vul in" }],
          actions: [{ type: "Action.Submit", title: "Verder", data: { stap: text } }],
        }),
      },
    },
  });

  /** Fetch gives step one; submits give what is listed, in order. */
  function steps(...after: unknown[]) {
    running.does(async (context: TurnContext) => {
      const { name } = context.activity;
      await answer(context, 200, name === "task/fetch" ? step("Stap 1") : after.shift());
    });
  }

  async function open() {
    const result = await press(await post(opener, CHANNEL), "Nieuw");
    return { result, dialog: result.dialog?.id ?? "" };
  }

  it("opens with what the button carries, for the opener only", async () => {
    steps();
    const { result, dialog } = await open();
    expect(result).toMatchObject({
      status: "ok",
      dialog: { title: "Stap 1", card: { type: "AdaptiveCard" } },
    });
    expect(last()).toMatchObject({
      type: "invoke",
      name: "task/fetch",
      value: { data: { verb: "nieuw", msteams: { type: "task/fetch" } }, context: { theme: "default" } },
    });
    await expect(running.service.submitDialog({ as: "sem", dialog, data: { veld: "x" } })).rejects.toThrow(
      "niet meer open",
    );
  });

  it("goes to the next step under the same id, says a word, or closes", async () => {
    steps(step("Stap 2"), { task: { type: "message", value: "Bewaard" } });
    const { dialog } = await open();
    const second = await running.service.submitDialog({ as: "noor", dialog, data: { veld: "a" } });
    expect(second).toMatchObject({ status: "ok", dialog: { id: dialog, title: "Stap 2" } });
    expect(last()).toMatchObject({ name: "task/submit", value: { data: { stap: "Stap 1", veld: "a" } } });
    const third = await running.service.submitDialog({
      as: "noor",
      dialog,
      action: "Verder",
      data: { veld: "b" },
    });
    expect(third).toMatchObject({ status: "ok", message: "Bewaard", closed: true });
    await expect(running.service.submitDialog({ as: "noor", dialog })).rejects.toThrow("open");
  });

  it("closes on an empty answer", async () => {
    steps(undefined);
    const { dialog } = await open();
    expect(await running.service.submitDialog({ as: "noor", dialog, data: { veld: "a" } })).toMatchObject({
      status: "ok",
      closed: true,
    });
  });

  it("checks its inputs before anything is sent", async () => {
    steps();
    const { dialog } = await open();
    const heard = running.heard.length;
    const result = await running.service.submitDialog({ as: "noor", dialog });
    expect(result).toMatchObject({
      status: "invalid",
      error: { inputs: [{ id: "veld", message: "Vul in" }] },
    });
    expect(running.heard).toHaveLength(heard);
  });

  it("stays open when the bot fails", async () => {
    steps({ task: { type: "onzin" } }, undefined);
    const { dialog } = await open();
    const data = { veld: "a" };
    expect(await running.service.submitDialog({ as: "noor", dialog, data })).toMatchObject({
      status: "error",
    });
    expect(await running.service.submitDialog({ as: "noor", dialog, data })).toMatchObject({ closed: true });
  });

  it("closed by the person tells the bot nothing", async () => {
    steps();
    const { dialog } = await open();
    const heard = running.heard.length;
    running.service.closeDialog({ as: "noor", dialog });
    expect(running.heard).toHaveLength(heard);
    expect(() => running.service.closeDialog({ as: "noor", dialog })).toThrow("open");
  });

  it("shows what else the bot did meanwhile", async () => {
    running.does(async (context) => {
      if (context.activity.name === "task/submit") await context.sendActivity("klaar");
      await answer(context, 200, context.activity.name === "task/fetch" ? step("Stap 1") : undefined);
    });
    const { dialog } = await open();
    const result = await running.service.submitDialog({ as: "noor", dialog, data: { veld: "a" } });
    expect(result).toMatchObject({ closed: true, messages: [{ text: "klaar" }] });
  });
});
