import { setTimeout as real } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { agendaVerb } from "#cards/agenda.ts";
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import type { FaultOrder } from "#local/teams/fault.ts";
import { holding } from "./leak-look.ts";
import { aReady, button, plan, press, putOn, takeBackConsent } from "./leak-scene.ts";
import { zwaan } from "./leak-walk.ts";
import { aStory, type Story } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let s: Story;
let hv = "";
let back: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  hv = await aReady(s, zwaan);
  await s.wait("PT1M");
  await plan(s, "2026-12-03");
  // A card of it stands in the chat of Bram, and shows nothing any more.
  await putOn(s, hv);
  await s.say("bram", hv);
  await press(s, "noor", agendaVerb.van, hv);
  expect(await holding(s, zwaan.mark)).toBe("noor");
  back = await s.save();
});
beforeEach(() => back());
afterAll(() => s.close());

const toBram = (fault: Omit<FaultOrder, "conversation" | "op">) =>
  s.teams.fault({ ...fault, op: "update", conversation: "personal:bram" });

/** Puts it on the agenda without waiting for what follows from it. */
async function putOnOnly(): Promise<void> {
  const { id: message } = await button(s, "noor", agendaVerb.agenderen, hv);
  const opened = await s.teams.press({ as: "noor", message, action: agendaVerb.agenderen });
  const dialog = opened.dialog?.id ?? "";
  const sent = await s.teams.submitDialog({
    as: "noor",
    dialog,
    action: agendaVerb.opslaan,
    data: { minuten: "15" },
  });
  expect(sent.closed).toBe(true);
}

/** A parent takes the toestemming back, without waiting for what follows from it. */
async function takeBackOnly(): Promise<void> {
  const { id: message } = await button(s, "noor", toestemmingVerb.open, hv);
  const opened = await s.teams.press({ as: "noor", message, action: toestemmingVerb.open });
  const asked = await s.teams.submitDialog({
    as: "noor",
    dialog: opened.dialog?.id ?? "",
    action: toestemmingVerb.vraagIntrekken,
    data: {},
  });
  const data = { partij: "ouder1", op: s.now().toPlainDate().toString() };
  expect((await s.teams.submitDialog({ as: "noor", dialog: asked.dialog?.id ?? "", data })).closed).toBe(
    true,
  );
}

/** Until Teams is in the middle of a call that began since. */
const underWay = (since: number) =>
  vi.waitFor(
    () => {
      if (!s.teams.calls(since).some(({ status }) => status === 0)) throw new Error("not yet");
    },
    { timeout: 15_000, interval: 20 },
  );

const bramHolds = async () => (await holding(s, zwaan.mark)).split(" ").includes("bram");

describe("an edit that Teams took without an answer", () => {
  it("is taken back when the right goes before it was tried again", async () => {
    toBram({ kind: "504", for: 40, delivered: true });
    await putOn(s, hv);
    expect(await bramHolds(), "it is there, though nobody told us").toBe(true);
    s.teams.clearFaults();
    await takeBackConsent(s, hv);
    await s.wait("PT1H");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it("is taken back when the bot dies before it knew", async () => {
    toBram({ kind: "slow", ms: 3000, for: 1 });
    await putOnOnly();
    const since = s.teams.calls().length;
    const dying = s
      .bot()
      .drain()
      .catch(() => undefined);
    await underWay(since);
    await Promise.race([s.restart(), real(9000)]);
    await dying;
    await vi.waitFor(async () => expect(await bramHolds()).toBe(true), { timeout: 9000, interval: 200 });
    await takeBackOnly();
    await s.settle();
    await s.wait("PT10M");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it("that lands after a later one does not have the last word", async () => {
    toBram({ kind: "slow", ms: 26_000, for: 1 });
    await putOnOnly();
    const since = s.teams.calls().length;
    const drawn = s.bot().drain();
    await underWay(since);
    await takeBackOnly();
    await drawn;
    await s.wait("PT1M");
    expect(await holding(s, zwaan.mark)).toBe("noor");
    await vi.waitFor(async () => expect(await bramHolds(), "the late one").toBe(true), {
      timeout: 20_000,
      interval: 200,
    });
    await s.wait("PT5M");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it("that lands after the same was sent again, and taken back, does not have the last word either", async () => {
    toBram({ kind: "slow", ms: 40_000, for: 1 });
    await putOn(s, hv);
    await s.wait("PT10S");
    expect(await bramHolds(), "sent again").toBe(true);
    await takeBackConsent(s, hv);
    expect(await holding(s, zwaan.mark)).toBe("noor");
    await vi.waitFor(async () => expect(await bramHolds(), "the late one").toBe(true), {
      timeout: 40_000,
      interval: 200,
    });
    await s.wait("PT5M");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });
});
