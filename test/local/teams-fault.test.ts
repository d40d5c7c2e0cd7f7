import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FaultOrder } from "#local/teams/fault.ts";
import { CHANNEL, connector, personalChat, type Running, raw, run, sent } from "./teams-bot.ts";

let running: Running;
beforeEach(async () => {
  running = await run({ limits: false });
});
afterEach(() => running.stop());

const path = (handle = "noor") => `v3/conversations/${personalChat(running.service, handle)}/activities`;
const post = (handle = "noor") => raw(running.service, "POST", path(handle), { type: "message", text: "x" });
const seen = async (as = "noor") => (await running.service.inbox({ as })).length;

/** Status and code; "broken" when the connection ended. */
async function outcome(sending: ReturnType<typeof post>) {
  const answer = await sending.catch(() => undefined);
  if (!answer) return "broken";
  return [answer.status, answer.body?.error?.code, answer.headers.get("retry-after")];
}

describe("a fault on command", () => {
  it.each<[FaultOrder, unknown, number]>([
    [{ kind: "429" }, [429, "Throttled", "1"], 0],
    [{ kind: "429", retryAfter: 7 }, [429, "Throttled", "7"], 0],
    [{ kind: "429", retryAfter: null }, [429, "Throttled", null], 0],
    [{ kind: "500" }, [500, "ServiceError", null], 0],
    [{ kind: "502" }, [502, "ServiceError", null], 0],
    [{ kind: "502", delivered: true }, [502, "ServiceError", null], 1],
    [{ kind: "503" }, [503, "ServiceUnavailable", null], 0],
    [{ kind: "503", retryAfter: 3 }, [503, "ServiceUnavailable", "3"], 0],
    [{ kind: "504" }, [504, "ServiceError", null], 0],
    [{ kind: "504", delivered: true }, [504, "ServiceError", null], 1],
    [{ kind: "412" }, [412, "PreconditionFailed", null], 0],
    [{ kind: "blocked" }, [403, "MessageWritesBlocked", null], 0],
    [{ kind: "not-installed" }, [403, "ForbiddenOperationException", null], 0],
    [{ kind: "reset" }, "broken", 0],
    [{ kind: "reset-after-delivery" }, "broken", 1],
    [{ kind: "down" }, "broken", 0],
    [{ kind: "slow", ms: 30 }, [201, undefined, null], 1],
  ])("%o", async (order, expected, messages) => {
    running.service.fault(order);
    expect(await outcome(post())).toEqual(expected);
    expect(await seen()).toBe(messages);
    expect(running.service.calls()).toMatchObject([
      { fault: order.kind, status: Array.isArray(expected) ? expected[0] : 0 },
    ]);
    expect((await post()).status).toBe(201);
  });

  it("happens as often as was said", async () => {
    running.service.fault({ kind: "503", for: 3 });
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push((await post()).status);
    expect(answers).toEqual([503, 503, 503, 201]);
  });

  it("lasts as long as was said, by the service's clock", async () => {
    running.service.fault({ kind: "down", for: "PT30S" });
    running.clock.move(29);
    expect(await outcome(post())).toBe("broken");
    running.clock.move(1);
    expect((await post()).status).toBe(201);
  });

  it("happens only where was said; a channel covers its threads", async () => {
    running.service.fault({ kind: "502", for: "PT1H", conversation: "personal:noor" });
    running.service.fault({ kind: "503", for: "PT1H", conversation: CHANNEL });
    expect((await post("noor")).status).toBe(502);
    expect((await post("sem")).status).toBe(201);
    const thread = encodeURIComponent(`${CHANNEL};messageid=1`);
    const inThread = raw(running.service, "POST", `v3/conversations/${thread}/activities`, {
      type: "message",
      text: "x",
    });
    expect((await inThread).status).toBe(503);
  });

  it("happens only to what was said", async () => {
    running.service.fault({ kind: "502", op: "members", for: 9 });
    expect((await post()).status).toBe(201);
    const members = path().replace("/activities", "/members");
    expect((await raw(running.service, "GET", members)).status).toBe(502);
  });

  it("a deleted message is noticed by who edits or deletes it", async () => {
    const { body } = await post();
    running.service.fault({ kind: "deleted-message", for: 2 });
    expect((await post()).status).toBe(201);
    for (const method of ["PUT", "DELETE"]) {
      const answer = raw(running.service, method, `${path()}/${body.id}`, { type: "message", text: "y" });
      expect(await outcome(answer)).toEqual([404, "ActivityNotFoundInConversation", null]);
    }
  });

  it("can be looked at and taken away", async () => {
    running.service.fault({ kind: "down", for: "PT1H" });
    running.service.fault({ kind: "429", retryAfter: 2 });
    expect(running.service.faults()).toEqual([
      { kind: "down", for: "PT1H" },
      { kind: "429", retryAfter: 2 },
    ]);
    running.service.clearFaults();
    expect((await post()).status).toBe(201);
  });

  it("must be one that exists, for a time that exists", () => {
    expect(() => running.service.fault({ kind: "pech" as never })).toThrow("Soorten");
    expect(() => running.service.fault({ kind: "429", for: "even" })).toThrow("ISO-duur");
  });
});

describe("botbuilder's own retries", () => {
  it("post a message twice when the connection breaks after delivery", async () => {
    running.service.fault({ kind: "reset-after-delivery" });
    await connector(running.service).conversations.sendToConversation(
      personalChat(running.service, "noor"),
      sent({ type: "message", text: "een keer bedoeld" }),
    );
    const inbox = await running.service.inbox({ as: "noor" });
    expect(inbox.map((one) => one.text)).toEqual(["een keer bedoeld", "een keer bedoeld"]);
  });

  it("do not repeat 412", async () => {
    running.service.fault({ kind: "412" });
    const sending = connector(running.service).conversations.sendToConversation(
      personalChat(running.service, "noor"),
      sent({ type: "message", text: "x" }),
    );
    await expect(sending).rejects.toMatchObject({ statusCode: 412 });
    expect(running.service.calls()).toHaveLength(1);
  });
});
