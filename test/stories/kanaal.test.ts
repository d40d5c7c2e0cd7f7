import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ready, upTo } from "./path.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** The chair has released the summary, and the channel does not take it. */
let s: Story;
let back: (last?: "last") => Promise<void>;
let channel = "";

beforeAll(async () => {
  s = await aStory();
  await upTo(s, "sluiten");
  channel = s.teams.world().teams[0]?.channels[0]?.id ?? "";
  back = await s.save();
});
afterAll(() => s.close());

async function release(): Promise<void> {
  await (await ready(s, "samenvatting")).press();
  await s.settle();
}
const posts = async () =>
  (await s.teams.inbox({ as: "bram" })).filter(({ scope, from }) => scope === "channel" && from === "bot");
const chair = async () => wordsOf((await s.see("noor", /Samenvatting voor het kanaal/)).card);

describe("a channel that refuses the summary", () => {
  it("keeps it waiting, says so to the chair, and gets it once when it is open again", async () => {
    s.teams.fault({ kind: "not-installed", conversation: channel, for: 2 });
    await release();
    expect(await posts()).toEqual([]);
    expect(await chair()).toContain("Nog niet in het kanaal");
    await s.wait("PT30M");
    expect(await posts()).toHaveLength(1);
    expect(await chair()).toContain("Staat in het kanaal");
    await s.wait("P1D");
    expect(await posts()).toHaveLength(1);
  });

  it("is given up after days; the chair tries again when the app is back", async () => {
    await back("last");
    s.teams.fault({ kind: "not-installed", conversation: channel, for: "P30D" });
    await release();
    await s.sql("update kennisgeving set pogingen = 299 where soort = 'samenvatting_plaatsen'");
    await s.wait("PT1H");
    expect(await chair()).toContain("Niet in het kanaal");
    s.teams.clearFaults();
    await s.press("noor", "Probeer opnieuw");
    await s.settle();
    expect(await posts()).toHaveLength(1);
    expect(await chair()).toContain("Staat in het kanaal");
  });
});
