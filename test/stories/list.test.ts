import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { broken } from "./invariant.ts";
import { canaries, upTo } from "./path.ts";
import { numberOf } from "./race.ts";
import { aStory, choice, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** What somebody asked for in words stands in the chat afterwards: it follows the hulpvraag as every card does. */
let s: Story;
let hv = "";
let running: (last?: "last") => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "aannemen");
  hv = await numberOf(s);
  await s.say("bram", "mijn regierollen");
  await s.say("noor", "mijn hulpvragen");
  await s.say("noor", `wie heeft ${hv} gezien?`);
  running = await s.save();
});
afterAll(() => s.close());

const people = ["noor", "bram", "peter", "saskia", "hanna", "yasmina", "wim", "fatima"];

/** Everything that is answered in words, one way each. */
const asked = [
  ...["help", "hoi", "mijn taken", "mijn overleggen", "agenda", "plan overleg", "jaarplan", "weekbericht"],
  ...["toestemming", "nieuwe hulpvraag", "anonieme vraag", "inzage", "folder", "iets heel anders"],
];

/** Messages of the bot that show the number, or a word of the leerling, by what they say. */
async function showing(as: string): Promise<readonly { readonly id: string; readonly words: string }[]> {
  return (await s.teams.inbox({ as }))
    .filter(({ from, scope, deleted }) => from === "bot" && scope === "personal" && !deleted)
    .map(({ id, card, text }) => ({ id, words: `${text ?? ""}${wordsOf(card)}` }))
    .filter(({ words }) => words.includes(hv) || canaries.test(words));
}

async function withdraw(): Promise<void> {
  await s.say("noor", hv);
  await s.send("noor", await s.press("noor", "Hulpvraag intrekken"), {});
}

async function erase(): Promise<void> {
  await s.say("noor", `verwijderen ${hv}`);
  const opened = await s.press("noor", "Alles wissen", {}, /Rechten van ouders en leerling/);
  const tweede = choice.of(opened, "tweede", /Wim/);
  await s.send("noor", opened, {
    reden: "verzoek",
    tweede,
    van: "ouder1,ouder2",
    identiteit: "bekend",
  });
  await s.send("wim", await s.press("wim", "Bevestigen"), {});
}

describe("a list that was asked for in words", () => {
  it("stands there as a message that we know, like everything else with a number on it", async () => {
    await running();
    for (const as of ["noor", "bram", "wim"]) for (const text of asked) await s.say(as, text);
    const all = (await Promise.all(people.map(showing))).flat();
    for (const title of ["Mijn regierollen", "Mijn hulpvragen", `Wie zag ${hv}?`])
      expect(
        all.some(({ words }) => words.includes(title)),
        title,
      ).toBe(true);
    for (const { id, words } of all)
      expect(await s.count(`bericht where activiteit_id = '${id}'`), words).toBe(1);
  });

  it("is one message: asked for again it comes below, and the older one only points there", async () => {
    await running();
    await s.say("bram", "mijn regierollen");
    const lists = (await showing("bram")).filter(({ words }) => words.includes("Mijn regierollen"));
    expect(lists).toHaveLength(1);
  });

  it("is without what was withdrawn", async () => {
    await running();
    await withdraw();
    expect(wordsOf((await s.see("bram", /regierol/)).card)).toContain("Je hebt nu geen regierol");
    expect(await showing("bram")).toEqual([]);
    const lists = (await showing("noor")).filter(({ words }) => words.includes("Mijn hulpvragen"));
    expect(lists).toEqual([]);
    expect(await broken(s)).toEqual([]);
  });

  it("is drawn again without what was erased, and the way to its log goes", async () => {
    await running();
    await withdraw();
    await erase();
    for (const as of people) expect(await showing(as), as).toEqual([]);
    expect(wordsOf((await s.see("noor", /Gegevens wissen/)).card)).toContain("ook mijn berichten in Teams");
    expect(await s.count("wissing where status = 'klaar'")).toBe(1);
    expect(await broken(s)).toEqual([]);
  });

  it("is gone from the chat of who is a member no more", async () => {
    await running();
    await s.sql(`update lidmaatschap set tot = '2026-11-26' from persoon p
      where p.id = persoon_id and p.naam like 'Bram %'`);
    await s.restart();
    await s.wait("2026-11-27T01:00");
    expect(await showing("bram")).toEqual([]);
  });
});
