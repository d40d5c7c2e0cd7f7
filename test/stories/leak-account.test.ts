import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { holding } from "./leak-look.ts";
import { aReady, headingOf, plan, putOn, sql, takeBackConsent, withdraw } from "./leak-scene.ts";
import { zwaan } from "./leak-walk.ts";
import { aStory, choice, type Story } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let s: Story;
let hv = "";
let back: () => Promise<void>;

/** From now on the account of Lotte is one of Bram too: its chat is a second chat with him. */
async function secondAccount(): Promise<void> {
  const lotte = s.teams.world().people.find(({ id }) => id === "lotte");
  await sql(
    s,
    `insert into teams_identiteit (swv_id, tenant_id, object_id, persoon_id, gekoppeld_op)
     select swv_id, '${lotte?.tenantId}', '${lotte?.aadObjectId}', id, now() from persoon where email like 'bram@%'`,
  );
  await s.say("lotte", "hallo");
}

/** The cards of the hulpvraag itself that stand in this chat. */
async function cardOf(as: string): Promise<string> {
  const items = await s.teams.inbox({ as, in: "personal" });
  return items
    .filter(({ card }) => headingOf(card) === hv)
    .map(({ card }) => JSON.stringify(card))
    .join();
}

beforeAll(async () => {
  s = await aStory();
  hv = await aReady(s, zwaan);
  await s.wait("PT1M");
  await plan(s, "2026-11-26");
  await putOn(s, hv);
  await s.say("bram", hv);
  await secondAccount();
  back = await s.save();
});
beforeEach(() => back());
afterAll(() => s.close());

describe("a person with two accounts", () => {
  it.each<[string, () => Promise<void>]>([
    ["a parent takes the toestemming back", () => takeBackConsent(s, hv)],
    ["the hulpvraag is withdrawn", () => withdraw(s, hv)],
  ])("loses in the first chat what stood there when %s", async (_, lose) => {
    expect(await holding(s, zwaan.mark)).toBe("bram noor peter saskia");
    await lose();
    await s.settle();
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it("has one living card: asked for in the second chat, the first only says that it is elsewhere", async () => {
    await s.say("lotte", hv);
    expect(await cardOf("lotte")).toContain(zwaan.naam);
    expect(await cardOf("bram")).toBe("");
    expect(
      await s.count(
        "bericht b join persoon p on p.id = b.persoon_id where p.email like 'bram@%' and b.onderwerp_soort = 'hulpvraag' and b.actueel",
      ),
    ).toBe(1);
    await s.say("bram", hv);
    expect(await cardOf("bram")).toContain(zwaan.naam);
    expect(await cardOf("lotte")).toBe("");
    await takeBackConsent(s, hv);
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it("has nothing left in either chat after the erasure", async () => {
    await s.say("lotte", hv);
    await s.say("bram", hv);
    await withdraw(s, hv);
    await s.say("noor", `verwijderen ${hv}`);
    const opened = await s.press("noor", "Alles wissen", {}, /Rechten van ouders/);
    await s.send("noor", opened, {
      reden: "verzoek",
      tweede: choice.of(opened, "tweede", /Wim/),
      van: "ouder1,ouder2",
      identiteit: "bekend",
    });
    await s.send("wim", await s.press("wim", "Bevestigen"), {});
    await s.wait("PT1H");
    expect(await holding(s, zwaan.mark)).toBe("");
    expect(await s.count("wissing where status = 'klaar'")).toBe(1);
    expect(await s.count("bericht where onderwerp_soort = 'hulpvraag'")).toBe(0);
  });

  it("closes one chat: what stands there waits until it opens, the other goes on", async () => {
    await s.teams.install({ as: "bram", change: "removed" });
    await takeBackConsent(s, hv);
    expect(await holding(s, zwaan.mark), "nothing can be edited there now").toBe("bram noor");
    await s.teams.install({ as: "bram" });
    await s.settle();
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });
});
