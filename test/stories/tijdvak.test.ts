import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { invoke, type Token, tokensOf } from "./leak-hand.ts";
import { takeBackConsent } from "./leak-scene.ts";
import { link, twoItems } from "./own-item.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** Of the item that is not hers, of the round as a whole, and of who else is there. */
const hidden = /Geheimpje|13:32|14:32|Saskia|Bram|Yasmina|deelnemers/;

/** Two items on one round: one that nobody of outside may know of, then the one that names leerplicht. */
let s: Story;
let fresh: () => Promise<void>;
let asked: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  const plan = await twoItems(s);
  // Not for the round as a whole.
  expect(wordsOf(plan.dialog?.card)).not.toContain("Marijke");
  await s.send("noor", plan, { datum: "2026-11-27", begin: "13:32", link });
  await s.press("noor", "Zet op de agenda", {}, /Klaargezet/);
  fresh = await s.save();
  await asks();
  asked = await s.save();
});
afterAll(() => s.close());

const said = ({ card, message, dialog, error }: Pressed) =>
  [wordsOf(card), message, wordsOf(dialog?.card), JSON.stringify(error ?? "")].join("\n");
const invitation = async () => wordsOf((await s.see("marijke", /Uitnodiging/)).card);
const toasts = async (as: string) =>
  (await s.teams.inbox({ as })).filter(({ from }) => from === "bot").map(({ summary }) => summary ?? "");
const ronde = /Overlegronde/;

async function opens(nth: number): Promise<Pressed> {
  const { id: message } = await s.find("noor", "Alleen hiervoor uitnodigen", ronde);
  return s.teams.press({ as: "noor", message, action: "Alleen hiervoor uitnodigen", nth });
}

async function asks(): Promise<void> {
  const dialog = await opens(1);
  await s.send("noor", dialog, { genodigden: choice.of(dialog, "genodigden", /Marijke/) });
}

/** What a calendar gets by the button on the card. */
async function calendarFile(as: string): Promise<string> {
  const pressed = await s.press(as, "Zet in mijn agenda", {}, /Uitnodiging/);
  const url = /"url":"([^"]+\/file\/[^"]+)"/.exec(JSON.stringify(pressed.dialog?.card))?.[1] ?? "";
  return (await (await fetch(url)).text()).replaceAll("\r\n ", "");
}

describe("who is asked for one item alone", () => {
  it("gets a time in steps of five minutes, the own item and the link, and nothing else of the round", async () => {
    await asked();
    const card = await invitation();
    expect(card).toMatch(/Vrijdag 27 november 2026, 13:45 tot 14:05 uur/);
    expect(card).toContain("Zwaantje Kanarievogel");
    expect(JSON.stringify((await s.see("marijke", /Uitnodiging/)).card)).toContain(link);
    expect((await toasts("marijke")).at(-1)).toBe("Je bent uitgenodigd voor een overleg");
    expect(await s.everything("marijke")).not.toMatch(hidden);
    expect(wordsOf((await s.see("noor", ronde)).card)).toMatch(
      /Alleen hiervoor: Marijke Jansen \(Leerplicht\)\*\*, 13:45 tot 14:05 uur: nog geen antwoord/,
    );
  });

  it("is refused where the toestemming names the function not, with what to do", async () => {
    await fresh();
    expect(said(await opens(0))).toMatch(/De toestemming noemt ze niet.*Marijke.*Partner erbij/s);
    const dialog = await opens(1);
    const genodigden = choice.of(dialog, "genodigden", /Marijke/);
    await s.sql("update toestemming set partners = array_remove(partners, 'leerplicht')");
    expect(said(await s.send("noor", dialog, { genodigden }))).toMatch(
      /noemt nu niet: leerplichtambtenaar.*Partner erbij/s,
    );
    expect(await s.count("genodigde")).toBe(0);
    await expect(invitation()).rejects.toThrow();
  });

  it("sees and does nothing of another item by a forged press, a word, a file or the feed", async () => {
    await asked();
    const before = await s.content();
    for (const { data } of await others()) {
      const answer = JSON.stringify(await invoke(s, "marijke", data));
      expect(answer).not.toMatch(hidden);
    }
    for (const words of ["agenda", "mijn overleggen", "mijn taken", "help"]) {
      const shown = await s.say("marijke", words);
      expect(shown.map(({ card, text }) => `${wordsOf(card)}\n${text}`).join("\n")).not.toMatch(hidden);
    }
    expect((await s.content()).agendapunt).toBe(before.agendapunt);
    const ics = await calendarFile("marijke");
    expect(ics).toMatch(/DTSTART;TZID=Europe\/Amsterdam:20261127T134500/);
    expect(ics).toMatch(/DTEND;TZID=Europe\/Amsterdam:20261127T140500/);
    expect(ics).not.toMatch(/Geheimpje|Zwaantje|HV-|1332|Marijke/);
    expect(ics).toContain("teams.microsoft.com");
    await s.say("marijke", "mijn overleggen");
    const pressed = await s.press("marijke", "Abonneer mijn agenda").catch(() => null);
    const feed = /(http:[^"\s]+\.ics)/.exec(JSON.stringify(pressed?.dialog?.card ?? ""))?.[1];
    if (feed) {
      const all = (await (await fetch(feed)).text()).replaceAll("\r\n ", "");
      expect(all).toContain("20261127T134500");
      expect(all).not.toMatch(/Geheimpje|Zwaantje|HV-|T1332/);
    }
  });

  it("hears of a new time once, and only when the agenda stands or the day changes", async () => {
    await asked();
    await takesOff(0);
    expect(await invitation()).toMatch(/13:30 tot 13:50 uur/);
    expect((await toasts("marijke")).filter((one) => /verzet/.test(one))).toEqual([]);
    await asked();
    await s.wait("2026-11-25T12:00");
    expect((await toasts("marijke")).filter((one) => /staat vast/.test(one))).toHaveLength(1);
    await takesOff(0);
    expect((await toasts("marijke")).filter((one) => /verzet/.test(one))).toHaveLength(1);
    expect(await invitation()).toMatch(/13:30 tot 13:50 uur/);
  });

  it("who asks for the agenda gets that invitation once more", async () => {
    await asked();
    const before = await toasts("marijke");
    await s.teams.say({ as: "marijke", in: "personal", text: "agenda" });
    await s.settle();
    const after = await toasts("marijke");
    expect(after.length).toBe(before.length + 1);
    expect((await s.teams.inbox({ as: "marijke" })).map(({ card }) => wordsOf(card)).join()).not.toContain(
      "Er is geen overlegronde gepland",
    );
    expect(await invitation()).toMatch(/Waarvoor je komt/);
  });

  it("reads on the day itself that it is today, without a new message", async () => {
    await asked();
    await s.wait("2026-11-27T05:30");
    expect(await invitation()).toContain("volgende schooldag");
    const before = await toasts("marijke");
    await s.wait("2026-11-27T06:30");
    expect(await invitation()).toMatch(/Vandaag/);
    expect(await invitation()).not.toMatch(/volgende schooldag|Morgen/);
    expect(await toasts("marijke")).toHaveLength(before.length);
  });

  it.each([
    ["the item is taken off", () => takesOff(1)],
    [
      "the parents take their consent back",
      async () => {
        const hv = /HV-\d+/.exec(await invitation())?.[0] ?? "";
        await takeBackConsent(s, hv);
      },
    ],
    [
      "the round is called off",
      async () => {
        await s.send("noor", await s.press("noor", "Afzeggen", {}, ronde), {});
      },
    ],
    [
      "the ib asks her no more",
      async () => {
        await s.send("noor", await opens(1), { genodigden: "" });
      },
    ],
  ])("hears that it is off, and not why, when %s", async (_, ends) => {
    await asked();
    await ends();
    const card = await invitation();
    expect(card).toContain("gaat voor jou niet door");
    expect(card).not.toMatch(/Zwaantje|HV-|toestemming|ingetrokken/i);
    expect(await toasts("marijke")).toContain("Een overleg gaat voor jou niet door");
    expect(await s.everything("marijke")).not.toMatch(/Zwaantje|HV-/);
  });

  it("says from the own card how she comes, and the ib reads it on the round", async () => {
    await asked();
    expect(said(await s.press("marijke", "Ik doe online mee", {}, /Uitnodiging/))).toContain(
      "Je doet online mee",
    );
    expect(wordsOf((await s.see("noor", ronde)).card)).toMatch(/Marijke.*: doet online mee/);
    await s.press("marijke", "Ik kan niet", {}, /Uitnodiging/);
    expect(wordsOf((await s.see("noor", ronde)).card)).toMatch(/Marijke.*: kan niet/);
  });
});

/** The button at the first or the second item. */
async function takesOff(nth: number): Promise<void> {
  const { id: message } = await s.find("noor", "Van de agenda halen", ronde);
  await s.teams.press({ as: "noor", message, action: "Van de agenda halen", nth });
  await s.settle();
}

/** Buttons that were shown to others, one of each kind and subject. */
async function others(): Promise<readonly Token[]> {
  const tokens = (await tokensOf(s)).filter(({ owner }) => owner !== "marijke");
  return [...new Map(tokens.map((one) => [one.data.verb, one])).values()];
}

it("who leaves the team is asked for nothing any more, and the ib can ask somebody else", async () => {
  await asked();
  await s.say("noor", "agenda");
  expect(wordsOf((await s.see("noor", /Overlegronde/)).card)).toContain("Alleen hiervoor: Marijke");
  await s.say("noor", "team");
  const leaves = await s.press("noor", "Iemand vertrekt", {}, /Zorgronde · Team/);
  await s.send("noor", leaves, { lid: choice.of(leaves, "lid", /Marijke/), wanneer: "nu" });
  await s.settle();
  expect(await s.count("genodigde where stand = 'gevraagd'")).toBe(0);
  const ib = wordsOf((await s.see("noor", /Overlegronde/)).card);
  expect(ib).not.toContain("Alleen hiervoor: Marijke");
  expect(ib).toContain("Alleen hiervoor uitnodigen");
});
