import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { drawn, readPdf } from "../outside/pdf-read.ts";
import { buttonsOf, type Data, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { canaries, upTo } from "./path.ts";
import { numberOf, withdrawal } from "./race.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** The round is over. Saskia was away, Peter proposes a change, a parent takes the toestemming back. */
let s: Story;
let hv = "";
let over: (last?: "last") => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "openen");
  const there = await s.press("noor", "Wie zijn er?");
  const ids = choice.each(there, "aanwezig-", "online");
  const saskia = choice.each(await s.press("noor", "Wie zijn er?"), "aanwezig-", "afwezig");
  const away = await idOf("saskia");
  await s.send("noor", there, { ...ids, [`aanwezig-${away}`]: saskia[`aanwezig-${away}`] ?? "" });
  await upTo(s, "samenvatting", undefined, "besluit");
  hv = await numberOf(s);
  over = await s.save();
});
afterAll(() => s.close());

async function idOf(as: string): Promise<string> {
  const opened = await s.press("noor", "Notulist kiezen");
  return choice.of(opened, "notulist", new RegExp(as, "i"));
}

const verslag = /Zorgronde · Verslag/;
const people = ["noor", "bram", "peter", "saskia", "hanna", "yasmina", "wim", "fatima", "ruud"];
const words = async (as: string) => wordsOf((await s.see(as, verslag)).card);
const proposal = "Wijzigingkanarie: eerst belt de school.";

async function propose(as: string): Promise<void> {
  const opened = await s.press(as, "Wijziging voorstellen", {}, verslag);
  const sent = await s.send(as, opened, { bij: choice.of(opened, "bij", new RegExp(hv)), tekst: proposal });
  expect(sent.message).toContain("Je voorstel is verstuurd");
}

async function answer(antwoord: string): Promise<Pressed> {
  const opened = await s.press("noor", "Voorstel bekijken", {}, verslag);
  expect(wordsOf(opened.dialog?.card)).toContain(proposal);
  return s.send("noor", opened, { antwoord });
}

async function link(as: string): Promise<string> {
  const opened = await s.press(as, "Verslag als pdf", {}, verslag);
  const [, url = ""] = /"url":"([^"]+)"/.exec(JSON.stringify(opened.dialog?.card)) ?? [];
  return new URL(url).pathname;
}

async function paper(pathname: string): Promise<string> {
  const got = await fetch(`${s.bot().url}${pathname}`);
  expect(got.headers.get("content-disposition")).toBe('attachment; filename="verslag.pdf"');
  expect(got.headers.get("cache-control")).toBe("no-store");
  return drawn(readPdf(new Uint8Array(await got.arrayBuffer()))).letters.replaceAll(/\s/g, "");
}

describe("the report of a round", () => {
  it("comes to each who was invited: the absent reads what was decided, who is not named reads who was there", async () => {
    await over();
    for (const as of ["noor", "bram", "peter", "saskia"]) {
      const card = await words(as);
      for (const said of [hv, "Zwaantje", "Regierol toewijzen", "afwegingkanarie", "actiekanarie"])
        expect(card, as).toContain(said);
      expect(card).toContain("Nog niet vastgesteld");
    }
    expect(await words("saskia")).toContain("Je was er niet bij");
    expect(await words("bram")).not.toContain("Je was er niet bij");
    for (const as of ["yasmina", "wim", "fatima", "ruud"])
      expect(await s.everything(as), as).not.toMatch(canaries);
    const card = await words("yasmina");
    expect(card).toContain("Hier staat niets voor jou.");
    expect(card).toContain("Saskia");
    expect(card).not.toContain("HV-");
    for (const as of ["wim", "fatima", "ruud"]) await expect(s.see(as, verslag)).rejects.toThrow();
  });

  it("is never in the channel, nor in what a lock screen or the log of the bot shows", async () => {
    await over();
    await propose("peter");
    await answer("overnemen");
    for (const as of people) {
      for (const item of await s.teams.inbox({ as })) {
        expect(item.summary ?? "", as).not.toMatch(/kanarie|HV-\d/i);
        if (item.scope !== "channel") continue;
        expect(`${item.text ?? ""}${wordsOf(item.card)}`, as).not.toMatch(/verslag|kanarie/i);
      }
    }
    expect(JSON.stringify(s.logged)).not.toMatch(/kanarie/i);
    expect(await s.plaintext()).not.toMatch(/kanarie/i);
    expect(await broken(s)).toEqual([]);
  });

  it("takes a change over as an addition, for all who may read the besluit; the words of it are nobody else's", async () => {
    await over();
    await propose("peter");
    expect(await words("peter")).toContain("wacht op antwoord");
    expect(await words("noor")).toContain("Een collega stelt een wijziging voor.");
    for (const as of people) expect(await s.everything(as), as).not.toContain("Wijzigingkanarie");
    expect(await words("bram")).not.toContain("wijziging voor.\nVoorstel bekijken");
    expect((await answer("overnemen")).message).toContain("Overgenomen");
    for (const as of ["noor", "bram", "peter", "saskia"]) {
      expect(await words(as), as).toContain("Wijzigingkanarie");
      expect(await words(as)).toContain("afwegingkanarie");
    }
    for (const as of ["yasmina", "wim", "fatima", "ruud"])
      expect(await s.everything(as), as).not.toMatch(canaries);
  });

  it("refuses a change with a word, in the chat of who proposed it", async () => {
    await over();
    await propose("saskia");
    expect((await answer("niet_besproken")).message).toContain("Niet overgenomen");
    expect(await words("saskia")).toContain("Jouw voorstel is niet overgenomen. Dit is niet besproken.");
    for (const as of people) expect(await s.everything(as), as).not.toContain("Wijzigingkanarie");
  });

  it("stops a BSN and a danger at the door", async () => {
    await over();
    const opened = await s.press("bram", "Wijziging voorstellen", {}, verslag);
    const bij = choice.of(opened, "bij", new RegExp(hv));
    const sent = await s.send("bram", opened, { bij, tekst: "BSN 111222333 klopt niet" });
    expect(wordsOf(sent.dialog?.card)).toContain("Een BSN bewaar ik nooit");
    expect(await s.count("verslag_wijziging")).toBe(0);
  });

  it("is a paper without the name, once, and only what may be seen when it is fetched", async () => {
    await over();
    const first = await link("saskia");
    const text = await paper(first);
    for (const said of [hv, "afwegingkanarie", "actiekanarie", "Afwezig", "Nognietvastgesteld"])
      expect(text).toContain(said);
    expect(text).not.toContain("Zwaantje");
    expect((await fetch(`${s.bot().url}${first}`)).status).toBe(404);
    const [later, ib] = [await link("saskia"), await link("noor")];
    await (await withdrawal(s)).press();
    await s.settle();
    const after = await paper(later);
    expect(after).not.toMatch(canaries);
    expect(after).not.toContain(hv);
    expect(after).toContain("Hierstaatnietsvoorjou.");
    expect(await paper(ib)).toContain(hv);
  });

  it("loses what was withdrawn on every card, and its buttons bring nothing back", async () => {
    await over();
    await propose("peter");
    const had: [string, Data][] = [];
    for (const as of ["bram", "peter", "saskia", "hanna"])
      for (const { data } of buttonsOf((await s.see(as, verslag)).card))
        had.push([as, { verb: data.verb, t: data.t }]);
    await (await withdrawal(s)).press();
    await s.settle();
    for (const as of people.filter((one) => one !== "noor")) {
      expect(await s.everything(as), as).not.toMatch(canaries);
      if (as !== "wim" && as !== "fatima" && as !== "ruud")
        expect(await words(as), as).toContain("Hier staat niets voor jou.");
    }
    for (const [as, data] of had) {
      const pressed = await send(s, as, data);
      expect(`${pressed.message ?? ""}${wordsOf(pressed.card)}${wordsOf(pressed.dialog?.card)}`).not.toMatch(
        canaries,
      );
    }
    expect(await broken(s)).toEqual([]);
  });

  it("goes with a person who leaves the team, and comes when it is asked for in words", async () => {
    await over();
    const [answered] = await s.say("saskia", "verslag");
    expect(wordsOf(answered?.card)).toContain(hv);
    await s.sql(
      `update lidmaatschap set tot = '2026-11-26' where persoon_id = (select id from persoon where naam like 'Saskia %')`,
    );
    await s.wait("2026-11-27T09:00");
    await s.settle();
    const pressed = await s.press("saskia", "Verslag als pdf", {}, verslag).catch(() => null);
    expect(JSON.stringify(pressed)).not.toMatch(canaries);
    const [again] = await s.say("saskia", "verslag");
    expect(`${again?.text ?? ""}${wordsOf(again?.card)}`).not.toMatch(canaries);
  });

  it("is settled by the chair after ten schooldagen, and says so to everyone", async () => {
    await over();
    await expect(s.find("noor", "Stel het verslag vast")).rejects.toThrow();
    await s.wait("2026-12-10T09:00");
    await s.press("noor", "Stel het verslag vast", {}, verslag);
    for (const as of ["noor", "bram", "saskia", "yasmina"])
      expect(await words(as), as).toContain("Vastgesteld op donderdag 10 december 2026");
    await expect(s.find("bram", "Wijziging voorstellen", verslag)).rejects.toThrow();
  });

  it("loses all of a leerling who is erased, proposals included", async () => {
    await over();
    await propose("peter");
    await s.say("noor", hv);
    await s.send("noor", await s.press("noor", "Hulpvraag intrekken"), {});
    await s.say("noor", `verwijderen ${hv}`);
    const opened = await s.press("noor", "Alles wissen", {}, /Rechten van ouders en leerling/);
    const tweede = choice.of(opened, "tweede", /Wim/);
    await s.send("noor", opened, { reden: "verzoek", tweede, van: "ouder1,ouder2", identiteit: "bekend" });
    await s.send("wim", await s.press("wim", "Bevestigen"), {});
    await s.settle();
    expect(await s.count("verslag_wijziging")).toBe(0);
    expect(await s.count("verslag")).toBe(1);
    for (const as of people) {
      const shown = (await s.teams.inbox({ as }))
        .filter(({ from, deleted }) => from === "bot" && !deleted)
        .map(({ card }) => wordsOf(card));
      expect(shown.filter((text) => verslag.test(text)).join(), as).not.toContain(hv);
      expect(shown.join(), as).not.toMatch(canaries);
    }
    await over("last");
  });
});
