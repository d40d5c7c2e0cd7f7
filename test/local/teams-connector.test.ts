import { TeamsInfo, type TurnContext } from "botbuilder";
import { TeamsConnectorClient } from "botframework-connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  APP_ID,
  adaptive,
  CHANNEL,
  CHAT,
  connector,
  ELSEWHERE,
  HOST,
  parameters,
  person,
  personalChat,
  type Running,
  raw,
  run,
  sent,
  signedBy,
  TEAM,
  world,
} from "./teams-bot.ts";

let running: Running;
beforeEach(async () => {
  running = await run();
});
afterEach(() => running.stop());

async function inTurn<T>(
  place: { as: string; in: string },
  ask: (context: TurnContext) => Promise<T>,
): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  running.does(async (context) => {
    resolve(await ask(context));
    await context.sendActivity("klaar");
  });
  await running.service.say({ ...place, text: "hallo", mention: true });
  return await promise;
}

describe("a turn of the real CloudAdapter", () => {
  it("hears what a person types and its answer is seen", async () => {
    running.does(async (context) => {
      await context.sendActivity(`je zei: ${context.activity.text}`);
    });
    const said = await running.service.say({ as: "noor", in: "personal", text: "hallo" });
    expect(said.messages.map((one) => one.text)).toEqual(["je zei: hallo"]);
    const inbox = await running.service.inbox({ as: "noor", in: "personal" });
    expect(inbox.map((one) => [one.from, one.text])).toEqual([
      ["noor", "hallo"],
      ["bot", "je zei: hallo"],
    ]);
    expect(await running.service.inbox({ as: "sem" })).toEqual([]);
  });

  it("in a channel hears only what mentions the bot, and answers in the thread", async () => {
    running.does(async (context) => {
      await context.sendActivity("gezien");
    });
    const silent = await running.service.say({ as: "noor", in: CHANNEL, text: "onder ons" });
    expect(silent).toMatchObject({ delivered: false, messages: [] });
    const said = await running.service.say({ as: "noor", in: CHANNEL, text: "@Zorgronde wat nu" });
    expect(said.messages).toMatchObject([{ text: "gezien", thread: said.id, in: CHANNEL }]);
    const inThread = await running.service.inbox({ as: "sem", in: `${CHANNEL};messageid=${said.id}` });
    expect(inThread.map((one) => one.text)).toEqual(["<at>Zorgronde</at> wat nu", "gezien"]);
  });

  it("edits and deletes what it sent", async () => {
    const ids = await inTurn({ as: "noor", in: "personal" }, async (context) => {
      const first = await context.sendActivity("een");
      const second = await context.sendActivity("twee");
      await context.updateActivity({
        ...context.activity,
        type: "message",
        id: first?.id,
        text: "een, verbeterd",
      });
      await context.deleteActivity(second?.id ?? "");
      return [first?.id, second?.id];
    });
    const inbox = await running.service.inbox({ as: "noor" });
    expect(inbox.filter((one) => ids.includes(one.id))).toMatchObject([
      { text: "een, verbeterd", edited: true, deleted: false },
      { text: null, summary: null, edited: false, deleted: true },
    ]);
  });

  it("starts a conversation with one person and goes on later in the same one", async () => {
    const found: string[] = [];
    await running.adapter.createConversationAsync(
      APP_ID,
      "msteams",
      running.service.serviceUrl,
      "https://api.botframework.com",
      parameters({
        isGroup: false,
        bot: { id: APP_ID, name: "Zorgronde" },
        members: [{ id: person("noor", "").aadObjectId, name: "" }],
        tenantId: HOST,
        channelData: {},
      }),
      async (context) => {
        found.push(context.activity.conversation.id);
        await context.sendActivity("uit mezelf");
      },
    );
    await running.adapter.continueConversationAsync(
      APP_ID,
      {
        serviceUrl: running.service.serviceUrl,
        channelId: "msteams",
        bot: { id: `28:${APP_ID}`, name: "Zorgronde" },
        conversation: { id: found[0] ?? "", isGroup: false, conversationType: "personal", name: "" },
      },
      async (context) => {
        await context.sendActivity("nog iets");
      },
    );
    expect(found).toEqual([personalChat(running.service, "noor")]);
    const inbox = await running.service.inbox({ as: "noor" });
    expect(inbox.map((one) => one.text)).toEqual(["uit mezelf", "nog iets"]);
  });
});

describe("TeamsInfo", () => {
  it("finds a member by every id that Teams knows", async () => {
    const noor = person("noor", "Noor Bakker");
    const found = await inTurn({ as: "sem", in: CHANNEL }, (context) =>
      Promise.all([noor.userId, noor.aadObjectId, noor.email].map((id) => TeamsInfo.getMember(context, id))),
    );
    for (const one of found) {
      expect(one).toMatchObject({
        id: noor.userId,
        aadObjectId: noor.aadObjectId,
        email: noor.email,
        userPrincipalName: noor.email,
        givenName: "Noor",
        surname: "Bakker",
        tenantId: HOST,
        userRole: "user",
      });
    }
  });

  it("shows a guest as a guest of the host tenant", async () => {
    const gast = await inTurn({ as: "sem", in: CHANNEL }, (context) =>
      TeamsInfo.getMember(context, "29:gast"),
    );
    expect(gast).toMatchObject({ userRole: "guest", tenantId: HOST });
  });

  it("refuses who is not in the conversation", async () => {
    const asked = inTurn({ as: "sem", in: CHANNEL }, (context) =>
      TeamsInfo.getMember(context, "29:ver").catch((error: unknown) => error),
    );
    expect(await asked).toMatchObject({ statusCode: 404, code: "MemberNotFoundInConversation" });
  });

  it("pages with at least 50 and at most 500 members", async () => {
    await running.stop();
    const many = Array.from({ length: 120 }, (_, n) => person(`p${n}`, `Persoon ${n}`));
    running = await run({
      world: world({
        people: many,
        teams: world().teams.map((team) => ({ ...team, members: many.map((one) => one.id) })),
      }),
    });
    const pages = await inTurn({ as: "p0", in: CHANNEL }, async (context) => {
      const first = await TeamsInfo.getPagedMembers(context, 10);
      const second = await TeamsInfo.getPagedMembers(context, 10, first.continuationToken);
      const third = await TeamsInfo.getPagedMembers(context, 10, second.continuationToken);
      const all = await TeamsInfo.getPagedMembers(context, 9999);
      return [first, second, third, all];
    });
    expect(pages.map((page) => [page.members.length, page.continuationToken !== undefined])).toEqual([
      [50, true],
      [50, true],
      [20, false],
      [120, false],
    ]);
  });

  it("knows the team and its channels; General has no name", async () => {
    const [team, channels] = await inTurn({ as: "sem", in: CHANNEL }, async (context) => [
      await TeamsInfo.getTeamDetails(context),
      await TeamsInfo.getTeamChannels(context),
    ]);
    expect(team).toMatchObject({
      id: TEAM,
      name: "SZT Lindeboom",
      aadGroupId: "44444444-4444-4444-8444-444444444444",
      memberCount: 3,
    });
    expect(channels).toEqual([
      { id: TEAM, type: "standard" },
      { id: CHANNEL, name: "Rondes", type: "standard" },
    ]);
  });

  it("gives the person of a personal chat, not the bot", async () => {
    const members = await inTurn({ as: "noor", in: "personal" }, (context) => TeamsInfo.getMembers(context));
    expect(members.map((one) => one.id)).toEqual(["29:noor"]);
  });

  it("starts a thread in a channel", async () => {
    await inTurn({ as: "sem", in: CHANNEL }, (context) =>
      TeamsInfo.sendMessageToTeamsChannel(
        context,
        sent({ type: "message", text: "nieuw onderwerp" }),
        TEAM,
        APP_ID,
      ),
    );
    const inbox = await running.service.inbox({ as: "noor", in: TEAM });
    expect(inbox).toMatchObject([{ text: "nieuw onderwerp", from: "bot", thread: inbox[0]?.id }]);
  });

  it("knows a meeting and who takes part", async () => {
    const client = new TeamsConnectorClient(
      signedBy(() => running.service.botToken()),
      { baseUri: running.service.serviceUrl },
    );
    expect(await client.teams.fetchMeetingInfo("MCMxOTptZWV0aW5n")).toMatchObject({
      details: { title: "Overlegronde" },
      conversation: { id: CHAT },
    });
    const participant = await client.teams.fetchMeetingParticipant("MCMxOTptZWV0aW5n", "29:noor", {
      tenantId: HOST,
    });
    expect(participant).toMatchObject({ user: { id: "29:noor" }, meeting: { role: "Organizer" } });
  });
});

describe("createConversation", () => {
  const chat = (id: string, tenantId: string | undefined = HOST) => ({
    bot: { id: `28:${APP_ID}` },
    members: [{ id }],
    ...(tenantId === "" ? {} : { tenantId }),
  });
  const aad = (handle: string) => person(handle, "").aadObjectId;

  it.each([
    ["someone who has the app, by Entra id", chat(aad("noor")), 201, undefined],
    ["someone who has the app, by 29: id", chat("29:noor"), 201, undefined],
    ["a guest met in a team, by 29: id", chat("29:gast"), 201, undefined],
    ["a guest without the app, by Entra id", chat(aad("gast")), 403, "ForbiddenOperationException"],
    ["someone without the app", chat("29:nieuw"), 403, "ForbiddenOperationException"],
    ["someone of another tenant", chat("29:ver"), 403, "ForbiddenOperationException"],
    ["another tenant", chat("29:noor", ELSEWHERE), 403, "ForbiddenOperationException"],
    ["no tenant", chat("29:noor", ""), 400, "BadArgument"],
    ["an e-mail address", chat("noor@lindeboom.example"), 400, "BadSyntax"],
    ["nobody known", chat("29:niemand"), 400, "BadSyntax"],
    ["two people", { ...chat("29:noor"), members: [{ id: "29:noor" }, { id: "29:sem" }] }, 400, "BadSyntax"],
    ["another bot", { ...chat("29:noor"), bot: { id: "28:iemand" } }, 400, "BadArgument"],
  ])("%s", async (_who, body, status, code) => {
    const { body: got, ...answer } = await raw(running.service, "POST", "v3/conversations", body);
    expect([answer.status, got.error?.code]).toEqual([status, code]);
    if (status === 201)
      expect(got).toMatchObject({
        id: expect.stringMatching(/^a:1/),
        serviceUrl: running.service.serviceUrl,
      });
  });

  it("in a channel gives the thread, its first message and the service address", async () => {
    const made = await connector(running.service).conversations.createConversation(
      parameters({
        isGroup: true,
        channelData: { channel: { id: CHANNEL } },
        activity: sent({ type: "message", text: "begin" }),
      }),
    );
    expect(made).toMatchObject({
      id: `${CHANNEL};messageid=${made.activityId}`,
      serviceUrl: running.service.serviceUrl,
    });
  });
});

describe("the real ConnectorClient", () => {
  it("posts to a bare channel id as a new thread, and to a thread as an answer", async () => {
    const { conversations } = connector(running.service);
    const post = await conversations.sendToConversation(CHANNEL, sent({ type: "message", text: "post" }));
    const thread = `${CHANNEL};messageid=${post.id}`;
    const answer = await conversations.replyToActivity(thread, post.id, {
      type: "message",
      text: "antwoord",
    } as never);
    const other = await conversations.sendToConversation(thread, sent({ type: "message", text: "ook" }));
    const inbox = await running.service.inbox({ as: "noor", in: CHANNEL });
    expect(inbox.map((one) => [one.id, one.thread])).toEqual([
      [post.id, post.id],
      [answer.id, post.id],
      [other.id, post.id],
    ]);
  });

  it("gets the documented refusals", async () => {
    const { service } = running;
    const chat = encodeURIComponent(personalChat(service, "noor"));
    const text = { type: "message", text: "x" };
    const user = await service.say({ as: "noor", in: "personal", text: "van mij", wait: 0 });
    const cases: [string, string, unknown, number, string][] = [
      ["POST", "v3/conversations/a:niets/activities", text, 404, "ConversationNotFound"],
      [
        "POST",
        `v3/conversations/${encodeURIComponent(CHANNEL)};messageid=1/activities`,
        text,
        404,
        "ConversationNotFound",
      ],
      ["PUT", `v3/conversations/${chat}/activities/1`, text, 404, "ActivityNotFoundInConversation"],
      ["DELETE", `v3/conversations/${chat}/activities/1`, undefined, 404, "ActivityNotFoundInConversation"],
      ["PUT", `v3/conversations/${chat}/activities/${user.id}`, text, 403, "ForbiddenOperationException"],
      ["POST", `v3/conversations/${chat}/activities`, {}, 400, "BadSyntax"],
      ["POST", `v3/conversations/${chat}/activities`, { type: "message" }, 400, "BadSyntax"],
      ["GET", "v3/teams/19:niets@thread.tacv2", undefined, 404, "ConversationNotFound"],
      ["GET", "v3/iets", undefined, 404, "ServiceError"],
    ];
    for (const [method, path, body, status, code] of cases) {
      const answer = await raw(service, method, path, body);
      expect([path, answer.status, answer.body.error.code]).toEqual([path, status, code]);
    }
  });

  it("is refused where the app was removed", async () => {
    const { service } = running;
    await service.install({ as: "noor", change: "removed" });
    await service.install({ team: TEAM, as: "sem", change: "removed" });
    const text = { type: "message", text: "x" };
    const chat = encodeURIComponent(personalChat(service, "noor"));
    const personal = await raw(service, "POST", `v3/conversations/${chat}/activities`, text);
    expect([personal.status, personal.body.errorCode]).toEqual([403, 209]);
    expect(personal.body.message).toContain('"subCode": "MessageWritesBlocked"');
    const channel = await raw(
      service,
      "POST",
      `v3/conversations/${encodeURIComponent(CHANNEL)}/activities`,
      text,
    );
    expect([channel.status, channel.body.error.code]).toEqual([403, "BotNotInConversationRoster"]);
  });

  it("shows that the bot is typing, and keeps no message of it", async () => {
    const seen: unknown[] = [];
    running.service.on("typing", (event) => seen.push(event));
    await connector(running.service).conversations.sendToConversation(
      personalChat(running.service, "noor"),
      sent({ type: "typing" }),
    );
    expect(seen).toEqual([{ as: "noor", in: "personal", from: "Zorgronde" }]);
    expect(await running.service.inbox({ as: "noor" })).toEqual([]);
  });

  it("keeps an attachment it uploads", async () => {
    const client = connector(running.service);
    const originalBase64 = new Uint8Array(Buffer.from("hallo"));
    const kept = await client.conversations.uploadAttachment(personalChat(running.service, "noor"), {
      name: "a.txt",
      type: "text/plain",
      originalBase64,
      thumbnailBase64: originalBase64,
    });
    expect(await client.attachments.getAttachmentInfo(kept.id)).toMatchObject({
      name: "a.txt",
      views: [{ viewId: "original", size: 5 }],
    });
  });

  it("leaves a record of every call, raw and in order", async () => {
    const { service } = running;
    const chat = personalChat(service, "noor");
    const { conversations } = connector(service);
    const made = await conversations.sendToConversation(chat, sent({ type: "message", text: "een" }));
    await conversations.deleteActivity(chat, made.id);
    expect(service.calls()).toMatchObject([
      {
        n: 1,
        method: "POST",
        op: "send",
        conversation: chat,
        body: { text: "een" },
        status: 201,
        answer: { id: made.id },
      },
      { n: 2, method: "DELETE", op: "delete", conversation: chat, status: 200 },
    ]);
    expect(service.calls(1)).toHaveLength(1);
  });
});

describe("a toast", () => {
  it.each([
    [
      "the summary, when there is one",
      { text: "lang", summary: "kort", attachments: [adaptive({})] },
      "kort",
    ],
    ["else the text", { text: "lang", attachments: [adaptive({})] }, "lang"],
    ["else that a card was sent", { attachments: [adaptive({})] }, "Kaart verzonden"],
  ])("shows %s", async (_name, activity, summary) => {
    const toasts: unknown[] = [];
    running.service.on("toast", (event) => toasts.push(event));
    await connector(running.service).conversations.sendToConversation(
      personalChat(running.service, "noor"),
      sent({ type: "message", ...activity }),
    );
    expect(toasts).toEqual([{ as: "noor", in: "personal", from: "Zorgronde", summary }]);
    expect(await running.service.inbox({ as: "noor" })).toMatchObject([{ summary }]);
  });
});
