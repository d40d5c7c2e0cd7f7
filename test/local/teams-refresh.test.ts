import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  adaptive,
  answer,
  CHANNEL,
  cardBody,
  connector,
  person,
  type Running,
  run,
  sent,
  world,
} from "./teams-bot.ts";

let running: Running;
beforeEach(async () => {
  running = await run();
  listen();
});
afterEach(() => running.stop());

/** Answers every refresh with a card that names the person and the how-manieth it is. */
function listen() {
  let n = 0;
  running.does(async (context) => {
    n += 1;
    const own = {
      type: "AdaptiveCard",
      body: [{ type: "TextBlock", text: `${context.activity.from.name} ${n}` }],
    };
    await answer(context, 200, cardBody(own));
  });
}

const refresh = (userIds?: string[], verb = "ververs") => ({
  refresh: { action: { type: "Action.Execute", verb, data: { nr: 1 } }, ...(userIds ? { userIds } : {}) },
});
const base = (content: Record<string, unknown>, text = "basis") =>
  sent({ type: "message", attachments: [adaptive({ body: [{ type: "TextBlock", text }], ...content })] });

async function post(content: Record<string, unknown>) {
  return (await connector(running.service).conversations.sendToConversation(CHANNEL, base(content))).id;
}

async function text(as: string, how: { refresh?: boolean } = {}) {
  const item = (await running.service.inbox({ as, in: CHANNEL, ...how })).at(-1);
  return Object(item?.card).body?.[0]?.text;
}

describe("a card that refreshes itself", () => {
  it("does so for the listed people when they look, each their own", async () => {
    await post(refresh(["29:noor", `8:orgid:${person("sem", "").aadObjectId}`]));
    expect(await text("noor")).toBe("Noor Bakker 1");
    expect(await text("sem")).toBe("Sem de Wit 2");
    expect(await text("gast")).toBe("basis");
    expect(running.heard[0]).toMatchObject({
      value: { trigger: "automatic", action: { verb: "ververs", data: { nr: 1 } } },
    });
  });

  it("does so at most once a minute per card and person", async () => {
    await post(refresh(["29:noor", "29:sem"]));
    await text("noor");
    running.clock.move(59.9);
    expect(await text("noor")).toBe("Noor Bakker 1");
    expect(await text("sem")).toBe("Sem de Wit 2");
    running.clock.move(0.1);
    expect(await text("noor")).toBe("Noor Bakker 3");
  });

  it("without a list does so for everybody in a small conversation", async () => {
    await post(refresh());
    expect(await text("gast")).toBe("Gijs Gast 1");
  });

  it("without a list does so for nobody above 60 people", async () => {
    await running.stop();
    const people = Array.from({ length: 61 }, (_, n) => person(`p${n}`, `P ${n}`));
    const teams = world().teams.map((team) => ({ ...team, members: people.map((one) => one.id) }));
    running = await run({ world: world({ people, teams }) });
    listen();
    const message = await post(refresh());
    expect(await text("p0")).toBe("basis");
    await running.service.refresh({ as: "p0", message });
    expect(running.heard[0]?.value.trigger).toBe("manual");
    expect(await text("p0")).toBe("P 0 1");
  });

  it("for an empty list, or one of more than 60, does so for nobody", async () => {
    await post(refresh([]));
    expect(await text("noor")).toBe("basis");
    await post(refresh(["29:noor", ...Array.from({ length: 60 }, (_, n) => `29:x${n}`)]));
    expect(await text("noor")).toBe("basis");
  });

  it("does not for someone who only looks, and not in an old client", async () => {
    await post(refresh(["29:noor"]));
    expect(await text("noor", { refresh: false })).toBe("basis");
    await running.stop();
    running = await run({ world: world({ oldClient: true }) });
    listen();
    await post(refresh(["29:noor"]));
    expect(await text("noor")).toBe("basis");
  });

  it("shows the base again after an update, and refreshes when the minute is over", async () => {
    const id = await post(refresh(["29:noor"]));
    await text("noor");
    const updated = base(refresh(["29:noor"]), "nieuwe basis");
    await connector(running.service).conversations.updateActivity(CHANNEL, id, updated);
    expect(await text("noor")).toBe("nieuwe basis");
    running.clock.move(60);
    expect(await text("noor")).toBe("Noor Bakker 2");
  });

  it("keeps the view it had when the bot refuses", async () => {
    await post(refresh(["29:noor"]));
    await text("noor");
    running.does((context) =>
      answer(context, 200, { statusCode: 403, type: "application/vnd.microsoft.error", value: {} }),
    );
    running.clock.move(60);
    expect(await text("noor")).toBe("Noor Bakker 1");
  });

  it("does not overwrite a base that changed meanwhile", async () => {
    const id = await post(refresh(["29:noor"]));
    running.does(async (context) => {
      await context.updateActivity({
        ...base(refresh(["29:noor"]), "ondertussen"),
        id,
        conversation: context.activity.conversation,
      });
      await answer(
        context,
        200,
        cardBody({ type: "AdaptiveCard", body: [{ type: "TextBlock", text: "oud" }] }),
      );
    });
    expect(await text("noor")).toBe("ondertussen");
  });

  it("can be made to ask with the old card's action, as Teams sometimes does", async () => {
    const id = await post(refresh(["29:noor"], "oud"));
    await connector(running.service).conversations.updateActivity(
      CHANNEL,
      id,
      base(refresh(["29:noor"], "nieuw")),
    );
    running.service.fault({ kind: "stale-refresh" });
    await text("noor");
    expect(running.heard[0]?.value.action.verb).toBe("oud");
  });
});
