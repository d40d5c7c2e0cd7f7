import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod/v4";
import { demoSchools } from "#local/demo.ts";
import { buttonsOf } from "./hand.ts";
import { broken } from "./invariant.ts";
import { upTo } from "./path.ts";
import { numberOf, withdrawal } from "./race.ts";
import { aStory, choice, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** "Mijn overleggen" stands in the chat afterwards: it follows what it shows. */
let s: Story;
let hv = "";
let back: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "agenderen");
  hv = await numberOf(s);
  await s.say("bram", "mijn overleggen");
  back = await s.save();
});
beforeEach(() => back());
afterAll(() => s.close());

const isOverview = /Je eerste overleg is|nog geen overlegronde gepland|\nDeel \d/;
const standing = async (as: string) =>
  (await s.teams.inbox({ as }))
    .filter(({ from, scope, deleted }) => from === "bot" && scope === "personal" && !deleted)
    .filter(({ card }) => isOverview.test(wordsOf(card)));
const overview = async (as = "bram") => {
  const card = (await standing(as)).at(-1)?.card;
  return `${wordsOf(card)}\n${JSON.stringify(card)}`;
};
const overviews = async (as = "bram") => (await standing(as)).length;
const shows = /26 nov|meetup-join|Deelnemen|Regenboog|HV-/;

async function plans(datum: string): Promise<void> {
  await s.say("noor", "plan overleg");
  const opened = await s.press("noor", "Overleg plannen");
  const people = ["Noor", "Bram", "Saskia"].map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)));
  const sent = await s.send("noor", opened, {
    datum,
    begin: "10:00",
    plaats: "op_school",
    deelnemers: people.join(","),
  });
  expect(JSON.stringify(sent), datum).not.toContain('"Input.');
}

const heard = z.looseObject({
  from: z.object({ aadObjectId: z.string() }),
  conversation: z.object({ conversationType: z.literal("personal") }),
});

/** A client that knows no Action.Execute sends what stands in the button as a message. */
async function sendAsMessage(as: string, title: string): Promise<void> {
  const item = await s.find(as, title);
  const data = buttonsOf(item.card).find((one) => one.title === title)?.data;
  const person = s.teams.world().people.find(({ id }) => id === as);
  const known = s.teams.deliveries().findLast(({ activity }) => {
    const parsed = heard.safeParse(activity);
    return parsed.success && parsed.data.from.aadObjectId === person?.aadObjectId;
  });
  const { text: _, name: __, ...rest } = structuredClone(known?.activity ?? {});
  const value = { ...data };
  await s.teams.deliver({ ...rest, type: "message", id: `f:${randomUUID()}`, value, replyToId: item.id });
  await s.settle();
}

describe("the own overview in the chat", () => {
  it("is one message that we know, asked for by word and by button", async () => {
    expect(await overview()).toContain("meetup-join");
    expect(await overview()).toContain(hv);
    await s.say("bram", "overzicht");
    await s.say("bram", "help");
    const pressed = await s.press("bram", "Mijn overleggen");
    expect(pressed.message).toBe("Hieronder staan je overleggen.");
    expect(await overviews()).toBe(1);
    expect(await s.count("bericht where onderwerp_soort = 'overzicht' and actueel")).toBe(1);
    const asked = () => s.count("kennisgeving where soort = 'overzicht_getoond'");
    const before = await asked();
    await s.wait("PT2M");
    await s.press("bram", "Mijn overleggen");
    expect(await asked()).toBe(before + 1);
    expect(await overviews()).toBe(1);
    expect(await broken(s)).toEqual([]);
  });

  it("is without the number of what may not be spoken of any more", async () => {
    await (await withdrawal(s)).press();
    await s.settle();
    expect(await overview()).toContain("Deelnemen");
    expect(await overview()).not.toContain("HV-");
  });

  it("is without a round that is called off, and has one that is planned", async () => {
    await plans("2026-12-03");
    expect(await overview()).toContain("3 dec");
    await s.send("noor", await s.press("noor", "Afzeggen", {}, /26 nov/), {});
    expect(await overview()).not.toMatch(/26 nov|meetup-join/);
    expect(await overview()).toContain("3 dec");
  });

  it("shows nothing of a team that one is out of", async () => {
    expect(await overview()).toMatch(shows);
    const szt = demoSchools[0]?.szt ?? "";
    await s.teams.membership({ team: szt, person: "bram", change: "removed", by: "noor" });
    await s.settle();
    expect(await overview()).toContain("nog geen overlegronde");
    expect(await overview()).not.toMatch(shows);
  });

  it("is gone for who is in no team any more, and no other card shows what it showed", async () => {
    await s.sql(`update lidmaatschap set tot = '2026-11-24' from persoon p
      where p.id = persoon_id and p.naam like 'Bram %'`);
    await s.restart();
    await s.wait("2026-11-25T01:00");
    expect(await overviews()).toBe(0);
    for (const { card } of await s.teams.inbox({ as: "bram" }))
      expect(`${wordsOf(card)}${JSON.stringify(card)}`).not.toMatch(/meetup-join|HV-|Deelnemen/);
  });

  it("shows another page to any client, and keeps up from there", async () => {
    for (const day of ["01", "02", "03", "04", "08", "09", "10"]) await plans(`2026-12-${day}`);
    expect(wordsOf((await s.press("bram", "Verder")).card)).toContain("Deel 2");
    await s.say("bram", "mijn overleggen");
    await sendAsMessage("bram", "Verder");
    expect(await overviews()).toBe(1);
    expect(await overview()).toContain("Deel 2");
    await s.send("noor", await s.press("noor", "Afzeggen", {}, /10 dec/), {});
    expect(await overview()).not.toMatch(/Deel 2|10 dec/);
  });
});
