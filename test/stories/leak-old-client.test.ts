import { randomUUID } from "node:crypto";
import { setTimeout as real } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod/v4";
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import type { FaultOrder } from "#local/teams/fault.ts";
import { buttonsOf } from "./hand.ts";
import { holding } from "./leak-look.ts";
import { aReady, button, fill, plan, press, putOn, withdraw } from "./leak-scene.ts";
import { close, decide, zwaan } from "./leak-walk.ts";
import { aStory, choice, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let s: Story;
let hv = "";
let back: () => Promise<void>;

/** Bram has the regierol, and a card with his buttons. */
beforeAll(async () => {
  s = await aStory();
  hv = await aReady(s, zwaan);
  await s.wait("PT1M");
  await plan(s, "2026-11-26");
  await putOn(s, hv);
  await s.wait("2026-11-26T13:55");
  await press(s, "noor", rondeVerb.begin);
  await decide(s, "noor", (opened) => ({
    besluiten: "regierol_toewijzen",
    afweging: "weegt",
    regierolVoor: choice.of(opened, "regierolVoor", /Bram/),
    wie1: choice.of(opened, "wie1", /Bram/),
    wat1: "bellen",
    datum1: "2026-12-11",
  }));
  await close(s);
  const akkoord = { akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" };
  const verteld = { verteldOp: "2026-11-26", antwoord: "ja", ...akkoord };
  await fill(s, "noor", [regierolVerb.vraagTerugkoppeling, regierolVerb.terugkoppeling], verteld, hv);
  await s.settle();
  await press(s, "bram", regierolVerb.aannemen, hv);
  back = await s.save();
});
beforeEach(() => back());
afterAll(() => s.close());

const heard = z.looseObject({
  from: z.object({ aadObjectId: z.string() }),
  conversation: z.object({ conversationType: z.literal("personal") }),
});

/** A client that knows no Action.Execute sends what stands in the button as a message. */
async function sendAsMessage(as: string, title: string): Promise<void> {
  const items = (await s.teams.inbox({ as })).filter(({ scope }) => scope === "personal");
  const item = items.findLast(({ card }) => buttonsOf(card).some((one) => one.title === title));
  const data = buttonsOf(item?.card).find((one) => one.title === title)?.data;
  const person = s.teams.world().people.find(({ id }) => id === as);
  const known = s.teams.deliveries().findLast(({ activity }) => {
    const parsed = heard.safeParse(activity);
    return parsed.success && parsed.data.from.aadObjectId === person?.aadObjectId;
  });
  const { text: _, name: __, ...rest } = structuredClone(known?.activity ?? {});
  const value = { verb: data?.verb, t: data?.t };
  await s.teams.deliver({ ...rest, type: "message", id: `f:${randomUUID()}`, value, replyToId: item?.id });
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

const toBram = (fault: Omit<FaultOrder, "conversation" | "op">) =>
  s.teams.fault({ ...fault, op: "update", conversation: "personal:bram" });

describe("a client without Action.Execute", () => {
  it.each<Omit<FaultOrder, "conversation" | "op">>([
    { kind: "429", retryAfter: 3 },
    { kind: "504" },
    { kind: "slow", ms: 4000 },
  ])("keeps no name when the right goes while its answer is on its way: %o", async (fault) => {
    toBram({ ...fault, for: 1 });
    const pressed = sendAsMessage("bram", "Eerste contact gehad");
    await real(600);
    await takeBackOnly();
    await s.bot().drain();
    await pressed;
    await s.settle();
    await s.wait("PT2H");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it("keeps no name after the erasure, though the card it pressed could not be edited", async () => {
    toBram({ kind: "412", for: 9 });
    await sendAsMessage("bram", "Eerste contact gehad");
    s.teams.clearFaults();
    await s.settle();
    expect(await holding(s, zwaan.mark)).toContain("bram");
    await erase();
    expect(await holding(s, zwaan.mark)).toBe("");
  });

  it("keeps no form about the pupil either", async () => {
    await sendAsMessage("bram", "GIZ vastleggen");
    await s.settle();
    const form = (await s.teams.inbox({ as: "bram" })).at(-1);
    expect(wordsOf(form?.card)).toContain(hv);
    await takeBackOnly();
    await s.settle();
    expect(
      wordsOf((await s.teams.inbox({ as: "bram" })).find(({ id }) => id === form?.id)?.card),
    ).not.toContain(hv);
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });
});

async function erase(): Promise<void> {
  await withdraw(s, hv);
  await s.say("noor", `verwijderen ${hv}`);
  const opened = await s.press("noor", "Alles wissen", {}, /Rechten van ouders/);
  const tweede = choice.of(opened, "tweede", /Wim/);
  await s.send("noor", opened, { reden: "verzoek", tweede, van: "ouder1,ouder2", identiteit: "bekend" });
  await s.send("wim", await s.press("wim", "Bevestigen"), {});
  await s.wait("PT1H");
}
