/** What waited for the morning is told only to who may still know it then. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { upTo } from "./path.ts";
import { numberOf, withdrawal } from "./race.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let s: Story;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "giz");
});
afterAll(() => s.close());

describe("the ib pauses in the evening", () => {
  it("and a parent takes the toestemming back: the holder hears nothing of the pause in the morning", async () => {
    const hv = await numberOf(s);
    await s.wait("2026-12-01T20:00");
    const back = await s.save();
    const heard = async ({ gone }: { readonly gone: boolean }) => {
      await s.say("noor", hv);
      const arranged = await s.press("noor", "Aanpak regelen");
      const form = await s.send("noor", arranged, {}, "Pauzeer");
      await s.send("noor", form, { reden: "kind_ziek_of_opgenomen", tot: "2026-12-18" }, "Pauzeer");
      await s.wait("PT15M");
      await s.say("noor", hv);
      if (gone) await (await withdrawal(s)).press();
      await s.settle();
      await s.wait("2026-12-02T08:30");
      const inbox = await s.teams.inbox({ as: "bram" });
      return inbox.map(({ summary, card }) => `${summary} ${card ? wordsOf(card) : ""}`).join("\n");
    };
    const told = /gepauzeerd|staat een tijd stil/i;
    expect(await heard({ gone: false })).toMatch(told);
    await back();
    expect(await heard({ gone: true })).not.toMatch(told);
  });
});
