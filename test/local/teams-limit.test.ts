import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createLimiter, messageBytes } from "#local/teams/limit.ts";
import type { Running } from "./teams-bot.ts";
import { adaptive, CHANNEL, HOST, personalChat, raw, run, standingClock } from "./teams-bot.ts";

const EVERY_WINDOW = [
  [1_000, 7],
  [2_000, 8],
  [30_000, 60],
  [3_600_000, 1800],
] as const;

describe("one conversation", () => {
  it.each([
    ["in 1 second", 0, 7],
    ["in 2 seconds", 0.2, 8],
    ["in 30 seconds", 0.45, 60],
    ["in an hour", 1.9, 1800],
  ])("takes no more than documented %s", (_window, gap, most) => {
    const clock = standingClock();
    const limiter = createLimiter(clock.now);
    let passed = 0;
    while (limiter.take("write", "a", 0) === 0) {
      passed += 1;
      clock.move(gap);
    }
    expect(passed).toBe(most);
  });

  it("never passes more than any window allows, and always passes after the time it named", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 10, maxLength: 150 }), (gaps) => {
        const clock = standingClock();
        const limiter = createLimiter(clock.now);
        const passed: number[] = [];
        for (const gap of gaps) {
          clock.move(gap / 1000);
          const wait = limiter.take("write", "a", 0);
          if (wait > 0) {
            clock.move(wait / 1000);
            expect(limiter.take("write", "a", 0)).toBe(0);
          }
          passed.push(clock.now().epochMilliseconds);
        }
        for (const [length, most] of EVERY_WINDOW) {
          for (const end of passed) {
            const inside = passed.filter((time) => time <= end && time > end - length);
            expect(inside.length).toBeLessThanOrEqual(most);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("counts apart from another one, and reading twice as wide as writing", () => {
    const limiter = createLimiter(standingClock().now);
    for (let n = 0; n < 7; n += 1) expect(limiter.take("write", "a", 0)).toBe(0);
    expect(limiter.take("write", "a", 0)).toBe(1000);
    expect(limiter.take("write", "b", 0)).toBe(0);
    for (let n = 0; n < 14; n += 1) expect(limiter.take("read", "a", 0)).toBe(0);
    expect(limiter.take("read", "a", 0)).toBe(1000);
  });

  it("counts a large message once per piece", () => {
    const limiter = createLimiter(standingClock().now);
    for (let n = 0; n < 3; n += 1) expect(limiter.take("write", "a", 50 * 1024)).toBe(0);
    expect(limiter.take("write", "a", 50 * 1024)).toBeGreaterThan(0);
    expect(limiter.take("write", "a", 100)).toBe(0);
  });
});

it("the whole app passes 50 calls a second", () => {
  const limiter = createLimiter(standingClock().now);
  const waits = Array.from({ length: 51 }, (_, n) => limiter.take("write", `c${n}`, 0));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(50);
});

it("size is counted in UTF-16, without base64 images", () => {
  expect(messageBytes("één")).toBe(2 * '"één"'.length);
  expect(messageBytes({ url: `data:image/png;base64,${"A".repeat(9000)}` })).toBe(2 * '{"url":""}'.length);
});

describe("over HTTP", () => {
  let running: Running;
  afterEach(() => running.stop());
  const post = (text = "x") =>
    raw(running.service, "POST", `v3/conversations/${personalChat(running.service, "noor")}/activities`, {
      type: "message",
      text,
    });

  it("the eighth in a second gets 429 with Retry-After, and passes when that has gone by", async () => {
    running = await run();
    for (let n = 0; n < 7; n += 1) expect((await post()).status).toBe(201);
    const refused = await post();
    expect([refused.status, refused.body.error.code, refused.headers.get("retry-after")]).toEqual([
      429,
      "Throttled",
      "1",
    ]);
    running.clock.move(1);
    expect((await post()).status).toBe(201);
    expect(await running.service.inbox({ as: "noor" })).toHaveLength(8);
  });

  it("Retry-After can stay away", async () => {
    running = await run({ limits: { retryAfter: false } });
    for (let n = 0; n < 7; n += 1) await post();
    expect((await post()).headers.get("retry-after")).toBeNull();
  });

  it("more than 100 KB gets 413 and is not posted", async () => {
    running = await run();
    expect((await post("é".repeat(51_000))).status).toBe(201);
    const refused = await post("é".repeat(51_300));
    expect([refused.status, refused.body.error.code]).toEqual([413, "MessageSizeTooBig"]);
    expect(await running.service.inbox({ as: "noor" })).toHaveLength(1);
  });

  it("two writes at once in one conversation: the second gets 412; elsewhere nothing is in the way", async () => {
    running = await run({ operationMs: 40 });
    const channel = (id: string) =>
      raw(running.service, "POST", `v3/conversations/${encodeURIComponent(id)}/activities`, {
        type: "message",
        attachments: [adaptive({})],
      });
    const answers = await Promise.all([channel(CHANNEL), channel(CHANNEL), post()]);
    expect(answers.map((one) => one.status).sort()).toEqual([201, 201, 412]);
    const refused = answers.find((one) => one.status === 412);
    expect(refused?.body.error.code).toBe("PreconditionFailed");
    expect((await channel(CHANNEL)).status).toBe(201);
  });

  it("all limits can be switched off", async () => {
    running = await run({ limits: false, operationMs: 5 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post("é".repeat(60_000))));
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([201]));
  });

  it("the size of every call is on record", async () => {
    running = await run();
    await post("é");
    const [call] = running.service.calls();
    expect(call?.bytes).toBe(2 * JSON.stringify({ type: "message", text: "é" }).length);
    expect(HOST).toBe(running.service.tenantId);
  });
});
