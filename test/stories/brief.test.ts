import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { neutralCard } from "#cards/neutral.ts";
import { drawn, readPdf } from "#test/outside/pdf-read.ts";
import { buttonsOf, send } from "./hand.ts";
import { canaries, path, regenboog } from "./path.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** The ib makes a letter from the card of a hulpvraag, opens the link, and nobody else gets that far. */
let s: Story;
beforeAll(async () => {
  s = await aStory();
  let before: Pressed | null = null;
  for (const name of ["leerling", "vraag", "tafel"] as const) {
    const step = path.find((one) => one.name === name);
    before = (await (await step?.ready(s, regenboog, before))?.press()) ?? null;
    await s.settle();
  }
});
afterAll(() => s.close());

const filled = {
  brief: "schriftelijk",
  vertaling: "arabisch",
  tolk: "true",
  partners: "smw,scp",
  terugAan: "ib",
  uiterlijk: "2026-12-07",
};

const urlOf = (answer: Pressed): string =>
  /"url":"([^"]+)"/.exec(JSON.stringify(answer.dialog?.card))?.[1] ?? "";

async function aLink(data: Readonly<Record<string, string>> = {}): Promise<string> {
  const opened = await s.press("noor", "Brief voor ouders");
  const made = await s.send("noor", opened, { ...filled, ...data });
  return urlOf(made);
}

describe("a letter for parents", () => {
  it("is asked for on the card of the hulpvraag, with the partners of the intake filled in", async () => {
    const opened = await s.press("noor", "Brief voor ouders");
    const words = wordsOf(opened.dialog?.card);
    expect(words).toMatch(/Brief voor ouders[\s\S]*Welke brief\?[\s\S]*Oekraïens[\s\S]*tolk/);
    expect(words).toContain("smw,scp");
    expect(words).toContain("2026-12-07");
    expect(words).not.toMatch(canaries);
  });

  it("comes as one page behind a link that works once, and is kept by no program on the way", async () => {
    const url = await aLink();
    const first = await fetch(url);
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="brief.pdf"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const pdf = readPdf(new Uint8Array(await first.arrayBuffer()));
    expect(pdf.pages).toHaveLength(1);
    expect(drawn(pdf).letters).toContain("Naam van je kind");
    expect(drawn(pdf).letters).toContain("contactpersoon van het samenwerkingsverband");
    expect(drawn(pdf).letters).not.toMatch(canaries);
    expect(pdf.text).not.toMatch(canaries);
    expect((await fetch(url)).status).toBe(404);
  });

  it("says what to do next: the interpreter, the unchecked translation, and what to fill in by hand", async () => {
    const made = await s.send("noor", await s.press("noor", "Brief voor ouders"), filled);
    const words = wordsOf(made.dialog?.card);
    expect(words).toMatch(/Tolkentelefoon/);
    expect(words).toMatch(/moedertaalspreker heeft de tekst in het Arabisch nog niet nagekeken/);
    expect(words).toMatch(/Vul dit met de pen in: het adres van de school.*klachten.*functionaris/);
    expect(words).toMatch(/bewaar geen brieven/);
  });

  it("comes back filled in when the parents get too little time to object", async () => {
    const early = { ...filled, brief: "instemming", uiterlijk: "2026-12-04" };
    const again = await s.send("noor", await s.press("noor", "Brief voor ouders"), early);
    expect(wordsOf(again.dialog?.card)).toMatch(/kies maandag 7 december 2026 of later/);
    expect(wordsOf(again.dialog?.card)).toContain("2026-12-04");
    expect(urlOf(again)).toBe("");
  });

  it("cannot be fetched after ten minutes", async () => {
    const url = await aLink({ vertaling: "geen" });
    await s.wait("PT11M");
    expect((await fetch(url)).status).toBe(404);
  });

  it("is not for anybody else, who gets the same answer as for nothing at all", async () => {
    const { card } = await s.find("noor", "Brief voor ouders");
    const open = buttonsOf(card).find(({ title }) => title === "Brief voor ouders");
    const links = await s.count("bestandslink");
    for (const as of ["bram", "peter", "yasmina", "wim", "fatima"]) {
      const answer = await send(s, as, { verb: open?.data.verb ?? "", t: open?.data.t ?? "", ...filled });
      expect(wordsOf(answer.card ?? answer.dialog?.card)).toBe(wordsOf(neutralCard()));
    }
    expect(await s.count("bestandslink")).toBe(links);
  });

  it("leaves no name, question or token in the log, and only codes in the database", async () => {
    const url = await aLink();
    await fetch(url);
    const token = url.split("/").at(-1) ?? "";
    expect(JSON.stringify(s.logged)).not.toMatch(canaries);
    expect(JSON.stringify(s.logged)).not.toContain(token);
    expect(await s.plaintext()).not.toContain(token);
    expect(await s.count("gebeurtenis where soort = 'brief_opgehaald'")).toBeGreaterThan(0);
  });
});

describe("the folder about the team", () => {
  it("is asked for in words, by whoever is in a team, and comes by link", async () => {
    const [card] = await s.say("bram", "informatie voor ouders");
    expect(wordsOf(card?.card)).toContain("Informatie voor ouders");
    const opened = await s.press("bram", "Maak de folder");
    const data = { school: choice.of(opened, "school", /Kompas/), vertaling: "turks" };
    const url = urlOf(await s.send("bram", opened, data));
    const got = await fetch(url);
    expect(got.headers.get("content-disposition")).toBe('attachment; filename="folder.pdf"');
    const { letters } = drawn(readPdf(new Uint8Array(await got.arrayBuffer())));
    expect(letters).toContain("Het School Zorg Team van Het Kompas");
    expect(letters).toMatch(/[ğşİ]/u);
    expect((await fetch(url)).status).toBe(404);
  });

  it("is not made for who is in no team, nor for the school of another team", async () => {
    const [told] = await s.say("wim", "folder");
    expect(JSON.stringify(told)).toMatch(/geen School Zorg Team/);
    await s.say("noor", "folder");
    const opened = await s.press("noor", "Maak de folder");
    const other = await s.press("bram", "Maak de folder");
    const school = choice.of(other, "school", /Kompas/);
    const [make] = buttonsOf(opened.dialog?.card);
    const refused = await send(s, "noor", {
      verb: make?.data.verb ?? "",
      t: make?.data.t ?? "",
      school,
      vertaling: "geen",
    });
    expect(wordsOf(refused.card ?? refused.dialog?.card)).toBe(wordsOf(neutralCard()));
  });
});
