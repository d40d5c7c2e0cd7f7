import { afterAll, beforeAll, describe, expect, it } from "vitest";
import documented from "./fixtures/teams-activities.json" with { type: "json" };
import {
  APP_ID,
  adaptive,
  answer,
  CHANNEL,
  CHAT,
  connector,
  ELSEWHERE,
  HOST,
  person,
  personalChat,
  type Running,
  run,
  sent,
  TEAM,
} from "./teams-bot.ts";

type Content = Record<string, unknown>;
let running: Running;
const made = new Map<string, Content>();

/** Remembers the activity that reaches the bot while this is done; several kinds come one after the other. */
async function note(kinds: string | string[], act: () => Promise<unknown>) {
  const before = running.service.deliveries().length;
  await act();
  await running.service.idle();
  const found = running.service.deliveries().slice(before);
  for (const [n, kind] of [kinds].flat().entries()) made.set(kind, found[n]?.activity ?? {});
}

const field = { type: "Input.Text", id: "naam", value: "A" };
const form = {
  body: [
    field,
    {
      type: "Input.ChoiceSet",
      id: "school",
      choices: [],
      "choices.data": { type: "Data.Query", dataset: "scholen" },
    },
  ],
  actions: [
    { type: "Action.Submit", title: "Stuur", associatedInputs: "none", data: { nr: 1 } },
    { type: "Action.Submit", title: "Open", data: { msteams: { type: "task/fetch" } } },
    { type: "Action.Execute", title: "Doe", verb: "doe", associatedInputs: "none", data: { nr: 1 } },
  ],
};
const dialogCard = adaptive({ body: [field], actions: [{ type: "Action.Submit", title: "Verder" }] });

beforeAll(async () => {
  running = await run({ limits: false });
  running.does(async (context) => {
    const { name, type } = context.activity;
    const task = { type: "continue", value: { title: "Stap", card: dialogCard } };
    if (type === "invoke") await answer(context, 200, name === "task/fetch" ? { task } : undefined);
  });
  const { service } = running;
  const post = async (content: Content) => {
    const activity = sent({ type: "message", attachments: [adaptive(content)] });
    return (await connector(service).conversations.sendToConversation(CHANNEL, activity)).id;
  };
  let own = "";
  await note("personal message", async () => {
    own = (await service.say({ as: "noor", in: "personal", text: "hallo", wait: 0 })).id;
  });
  await note("channel message", () =>
    service.say({ as: "noor", in: CHANNEL, text: "@Zorgronde hallo", wait: 0 }),
  );
  const message = await post(form);
  await note("submit", () => service.press({ as: "noor", message, action: "Stuur", wait: 0 }));
  await note("execute", () => service.press({ as: "noor", message, action: "Doe" }));
  let dialog = "";
  await note("task/fetch", async () => {
    dialog = (await service.press({ as: "noor", message, action: "Open" })).dialog?.id ?? "";
  });
  await note("task/submit", () => service.submitDialog({ as: "noor", dialog }));
  const refresh = { action: { type: "Action.Execute", verb: "ververs" }, userIds: ["29:sem"] };
  await post({ body: [], refresh });
  await note("refresh", () => service.inbox({ as: "sem", in: CHANNEL }));
  await note("message extension", () =>
    service.search({ as: "noor", in: CHANNEL, command: "zoek", query: "ronde" }),
  );
  await note("typeahead", () => service.typeahead({ as: "noor", message, input: "school", query: "lin" }));
  const member = (change: "added" | "removed") => service.membership({ team: TEAM, person: "nieuw", change });
  await note("member added to a team", () => member("added"));
  await note("member removed from a team", () => member("removed"));
  await note(["bot added to a team", "installed in a team"], () =>
    service.install({ team: TEAM, channel: CHANNEL }),
  );
  await note(["bot added to a personal chat", "installed personally"], () =>
    service.install({ as: "nieuw" }),
  );
  await note("removed personally", () => service.install({ as: "nieuw", change: "removed" }));
  await note("meeting start", () => service.meeting({ chat: CHAT, change: "start" }));
  await note("meeting end", () => service.meeting({ chat: CHAT, change: "end" }));
  await note("read receipt", () => service.read({ as: "noor" }));
  await note("edited", () => service.edit({ as: "noor", message: own, text: "beter" }));
  await note("deleted", () => service.remove({ as: "noor", message: own }));
  await note("reaction", () => service.react({ as: "noor", message }));
});
afterAll(() => running.stop());

function look(activity: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((here, key) => Object(here)[key], activity);
}

describe.each(Object.entries(documented.kinds))("%s", (kind, own) => {
  it.each([...documented.every, ...own])("%s", (line) => {
    const activity = made.get(kind);
    if (line.startsWith("! ")) {
      expect(look(activity, line.slice(2))).toBeUndefined();
      return;
    }
    const [path = "", value] = line.split(" = ");
    const found = look(activity, path);
    expect(found).toBeDefined();
    if (value !== undefined) expect(String(found)).toBe(value);
  });
});

describe("who and where", () => {
  it("the bot is 28: with its id, a thread is part of the conversation id", () => {
    const activity = made.get("channel message");
    expect(look(activity, "recipient.id")).toBe(`28:${APP_ID}`);
    expect(look(activity, "conversation.id")).toBe(`${CHANNEL};messageid=${look(activity, "id")}`);
    expect(look(made.get("task/submit"), "conversation.id")).toMatch(/;messageid=\d+$/);
  });

  it("times are given in UTC and as a clock in the Netherlands", () => {
    const activity = made.get("personal message");
    expect(look(activity, "timestamp")).toBe("2026-06-12T07:00:00.000Z");
    expect(look(activity, "localTimestamp")).toBe("2026-06-12T09:00:00.000+02:00");
  });

  it("a guest acts in the host tenant; someone of elsewhere brings the own tenant along", async () => {
    const { service } = running;
    await service.membership({ team: TEAM, person: "ver", change: "added" });
    for (const [as, tenant] of [
      ["gast", HOST],
      ["ver", ELSEWHERE],
    ] as const) {
      await service.say({ as, in: CHANNEL, text: "@Zorgronde hoi", wait: 0 });
      await service.idle();
      const [last] = service.deliveries().slice(-1);
      expect(last?.activity).toMatchObject({
        channelData: { tenant: { id: tenant } },
        conversation: { tenantId: HOST },
      });
    }
    await expect(service.say({ as: "ver", in: "personal", text: "hoi" })).rejects.toThrow("tenant");
  });

  it("an anonymous joiner has no Entra id", async () => {
    const anonymous = person("anoniem", "Anoniem", { aadObjectId: "" });
    await running.stop();
    const base = await run();
    await base.stop();
    running = await run({
      world: {
        tenants: [],
        people: [anonymous],
        teams: [],
        groupChats: [{ id: CHAT, name: "Overleg", members: ["anoniem"], botInstalled: true }],
      },
    });
    await running.service.say({ as: "anoniem", in: CHAT, text: "hoi", mention: true, wait: 0 });
    await running.service.idle();
    expect(running.heard.at(-1)?.from).toEqual({ id: "29:anoniem", name: "Anoniem" });
  });
});

it("typing to an app one does not have adds it first", async () => {
  await running.stop();
  running = await run();
  await running.service.say({ as: "nieuw", in: "personal", text: "hoi", wait: 0 });
  await running.service.idle();
  expect(running.heard.map((one) => one.type)).toEqual([
    "conversationUpdate",
    "installationUpdate",
    "message",
  ]);
  expect(personalChat(running.service, "nieuw")).toBe(running.heard[2]?.conversation.id);
});

it("unless that was switched off", async () => {
  await running.stop();
  running = await run({ autoInstall: false });
  await expect(running.service.say({ as: "nieuw", in: "personal", text: "hoi" })).rejects.toThrow("niet");
});
