import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inzageSchema } from "#domain/inzage.ts";
import { drawn, readPdf } from "../outside/pdf-read.ts";
import { buttonsOf, type Data, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { canaries, regenboog, upTo } from "./path.ts";
import { numberOf } from "./race.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** The main job to its end; then the parents ask what is held, have something put right, and have it erased. */
let s: Story;
let hv = "";
let closed: (last?: "last") => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "bevestigen");
  hv = await numberOf(s);
  closed = await s.save();
});
afterAll(() => s.close());

const people = ["noor", "bram", "peter", "saskia", "hanna", "yasmina", "wim", "fatima", "esther", "daan"];
const others = people.filter((one) => one !== "noor");
const asked = { van: "ouder1,ouder2", identiteit: "bekend" };

/** The card of the rights in the chat of the ib. */
const rights = /Rechten van ouders en leerling/;

async function fetched(url: string) {
  const { pathname } = new URL(url);
  return fetch(`${s.bot().url}${pathname}`);
}

/** Addresses on the buttons of a dialog. */
function linksOf(pressed: Pressed): Readonly<Record<string, string>> {
  const text = JSON.stringify(pressed.dialog?.card ?? pressed.card);
  return Object.fromEntries(
    [...text.matchAll(/"title":"(gegevens\.\w+)","url":"([^"]+)"/g)].map(([, title = "", url = ""]) => [
      title,
      url,
    ]),
  );
}

async function ask(): Promise<string> {
  await s.say("noor", `verwijderen ${hv}`);
  const opened = await s.press("noor", "Alles wissen", {}, rights);
  const data = { reden: "verzoek", tweede: choice.of(opened, "tweede", /Wim/), ...asked };
  const sent = await s.send("noor", opened, data);
  expect(sent.message).toMatch(/W-\d{4}/);
  return /W-\d{4}/.exec(sent.message ?? "")?.[0] ?? "";
}

async function confirm(): Promise<void> {
  const sent = await s.send("wim", await s.press("wim", "Bevestigen"), {});
  expect(sent.message).toContain("Ik wis de gegevens nu");
}

/** Messages of the bot in personal chats that still stand, by what they say. */
async function standing(as: string): Promise<readonly string[]> {
  const items = await s.teams.inbox({ as });
  return items
    .filter(({ from, deleted }) => from === "bot" && !deleted)
    .map(({ card, text }) => `${text ?? ""}${wordsOf(card)}`);
}

describe("inzage", () => {
  it("is one copy of everything, to read and for a computer, each fetched once", async () => {
    await closed();
    await s.say("noor", `inzage ${hv}`);
    const card = wordsOf((await s.see("noor", rights)).card);
    expect(card).toContain("Kanarievogel");
    expect(card).toContain("1 hulpvraag");
    const made = await s.send("noor", await s.press("noor", "Gegevens ophalen", {}, rights), asked);
    const links = linksOf(made);
    const json = await fetched(links["gegevens.json"] ?? "");
    expect(json.headers.get("content-disposition")).toBe('attachment; filename="gegevens.json"');
    expect(json.headers.get("cache-control")).toBe("no-store");
    const inzage = inzageSchema.parse(await json.json());
    const typed = [
      regenboog.leerling,
      "vraagkanarie",
      "gedaankanarie",
      "ouderkanarie",
      "mapkanarie",
      "afwegingkanarie",
      "actiekanarie",
      hv,
    ];
    const text = JSON.stringify(inzage);
    for (const word of typed) expect(text).toContain(word);
    expect(inzage.verwerking.ontvangers).toEqual(
      expect.arrayContaining(["ib", "smw", "scp", "bpo", "jeugdverpleegkundige"]),
    );
    expect(inzage.kanaal.length).toBeGreaterThan(0);
    const pdf = await fetched(links["gegevens.pdf"] ?? "");
    expect(pdf.headers.get("content-disposition")).toBe('attachment; filename="gegevens.pdf"');
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const paper = drawn(readPdf(new Uint8Array(await pdf.arrayBuffer()))).letters.replaceAll(/\s/g, "");
    for (const word of [
      ...typed,
      "Schoolmaatschappelijk werker (Kwadraad)",
      "Zag de naam",
      "Wie er iets van zag",
    ])
      expect(paper).toContain(word.replaceAll(" ", ""));
    for (const name of ["gegevens.json", "gegevens.pdf"])
      expect((await fetched(links[name] ?? "")).status).toBe(404);
  });

  it("is not for anybody else: a number that exists and one that does not get the same answer", async () => {
    await closed();
    for (const as of ["bram", "peter", "wim", "fatima", "daan"]) {
      for (const word of ["inzage", "verwijderen", "correctie", "bewaartermijn"]) {
        const [there] = await s.say(as, `${word} ${hv}`);
        const [gone] = await s.say(as, `${word} HV-0000`);
        expect(wordsOf(there?.card), `${as} ${word}`).toContain("Dit kan ik je hier niet laten zien");
        expect(JSON.stringify(there?.card)).toBe(JSON.stringify(gone?.card));
      }
    }
  });

  it("without a number says what the rights are, to everybody, and lets the ib look a leerling up", async () => {
    await closed();
    for (const as of ["bram", "wim"]) {
      const [answer] = await s.say(as, "hoe lang bewaren jullie de gegevens?");
      expect(wordsOf(answer?.card)).toContain("2 jaar na de afsluiting");
      expect(wordsOf(answer?.card)).not.toContain("Leerling opzoeken");
    }
    await s.say("noor", "inzage");
    const find = async (naam: string) =>
      s.send("noor", await s.press("noor", "Leerling opzoeken"), {
        naam,
        maand: "04",
        jaar: regenboog.jaar,
      });
    const nothing = await find("Niemand Zo");
    expect(wordsOf(nothing.dialog?.card)).toContain("Ik vind niets");
    const found = await find(regenboog.leerling.toLowerCase());
    expect(found.message).toContain("onderaan");
    expect(wordsOf((await s.see("noor", rights)).card)).toContain(hv);
  });
});

describe("correctie", () => {
  it("puts a name right on every card that stands, and in the next copy", async () => {
    await closed();
    await s.say("noor", `correctie ${hv}`);
    const opened = await s.press("noor", "Gegevens corrigeren", {}, rights);
    const sent = await s.send("noor", opened, { naam: "Zwaantje Kanarievink", van: "school" });
    expect(sent.message).toContain("Verbeterd");
    const all = await s.everything("noor");
    expect(all).toContain("Kanarievink");
    expect(all).not.toContain("Kanarievogel");
  });
});

describe("verwijderen", () => {
  it("waits for the second person, who sees nothing of the leerling", async () => {
    await closed();
    const nummer = await ask();
    const card = wordsOf((await s.see("wim", /Gegevens wissen/)).card);
    expect(card).toContain(nummer);
    expect(card).not.toMatch(canaries);
    expect(card).not.toContain(hv);
    expect(await s.count("hulpvraag")).toBe(1);
    expect(wordsOf((await s.see("noor", /Gegevens wissen/)).card)).toContain(
      "Wim Dekker bevestigt of weigert",
    );
  });

  it("takes it away: from the database, from every chat, from the channel and from the log", async () => {
    await closed();
    const before = await Promise.all(people.map(async (as) => [as, await buttonsIn(as)] as const));
    const cards = await s.count("bericht where onderwerp_soort = 'hulpvraag'");
    expect(cards).toBeGreaterThan(4);
    await ask();
    const since = s.teams.calls().at(-1)?.n ?? 0;
    await confirm();
    expect(await s.count("hulpvraag")).toBe(0);
    expect(await s.count("leerling")).toBe(0);
    expect(await s.count("datasleutel where verpakt is null")).toBe(1);
    const deletes = s.teams.calls(since).filter(({ op, status }) => op === "delete" && status === 200);
    expect(deletes.length, "its own cards, and the card of its rights").toBeGreaterThan(cards);
    for (const as of people) {
      const text = (await standing(as)).join("\n");
      expect(text, as).not.toMatch(canaries);
      expect(text, as).not.toContain(hv);
    }
    expect(await s.plaintext()).not.toMatch(canaries);
    expect(await s.count(`vrijgave where inhoud::text like '%${hv}%'`)).toBe(0);
    for (const as of ["noor", "wim"])
      expect(wordsOf((await s.see(as, /Gegevens wissen/)).card)).toContain("Alles is weg");
    expect(await broken(s)).toEqual([]);
    await expectOldButtonsDead(before);
  });

  it("lets the number be nobody's: what is typed about it gets the neutral answer", async () => {
    await closed();
    await ask();
    await confirm();
    for (const word of ["", "inzage ", "verwijderen "]) {
      const [answer] = await s.say("noor", `${word}${hv}`);
      expect(wordsOf(answer?.card)).toContain("Dit kan ik je hier niet laten zien");
    }
  });

  it("goes on until every message is gone, and shows how far it is meanwhile", async () => {
    await closed();
    await ask();
    s.teams.fault({ kind: "429", op: "delete", for: 6 });
    await confirm();
    const busy = wordsOf((await s.see("noor", /Gegevens wissen/)).card);
    expect(busy).toContain("de gegevens zijn weg");
    await s.press("noor", "Hoe ver is het?");
    expect(wordsOf((await s.see("noor", /Gegevens wissen/)).card)).toMatch(/Nog \d+ berichten? in Teams/);
    for (const as of others) expect((await standing(as)).join(), "neutral already").not.toMatch(canaries);
    await s.wait("PT1H");
    expect(wordsOf((await s.see("noor", /Gegevens wissen/)).card)).toContain("Alles is weg");
    expect(await s.count("wissing where status = 'klaar'")).toBe(1);
  });

  it("reaches a chat that was closed as soon as it opens again", async () => {
    await closed();
    await ask();
    const chat = (await s.see("bram")).conversation;
    s.teams.fault({ kind: "blocked", conversation: chat, for: "PT10M" });
    await confirm();
    await s.press("noor", "Hoe ver is het?");
    expect(wordsOf((await s.see("noor", /Gegevens wissen/)).card)).toMatch(/(kan|kunnen) nog niet weg/);
    s.teams.clearFaults();
    await s.say("bram", "help");
    await s.settle();
    expect((await standing("bram")).join()).not.toMatch(canaries);
    expect(wordsOf((await s.see("noor", /Gegevens wissen/)).card)).toContain("Alles is weg");
  });

  it("survives a restart between any two of its steps", async () => {
    await closed();
    await ask();
    await s.restart();
    s.teams.fault({ kind: "down", for: 3 });
    await confirm();
    await s.restart();
    await s.wait("PT1H");
    expect(await s.count("hulpvraag")).toBe(0);
    expect(await s.count("bericht where onderwerp_soort in ('hulpvraag', 'rechten')")).toBe(0);
    expect(await s.count("wissing where status = 'klaar'")).toBe(1);
  });

  it("does not happen when the second person says no, or nobody answers in time", async () => {
    await closed();
    await ask();
    const opened = await s.press("wim", "Nee, niet wissen");
    const [no] = buttonsOf(opened.dialog?.card);
    const empty = await send(s, "wim", { verb: no?.data.verb ?? "", t: no?.data.t ?? "" });
    expect(wordsOf(empty.card), "a client that asks for no reason").toContain("dit is nog leeg");
    expect(await s.count("wissing where status = 'gevraagd'")).toBe(1);
    const sent = await s.send("wim", opened, { weigerreden: "nog_nodig_voor_zorg" });
    expect(sent.message).toContain("Er is niets gewist");
    const told = wordsOf((await s.see("noor", /Gegevens wissen/)).card);
    for (const part of ["heeft het niet bevestigd", "nog nodig om de leerling te helpen", "binnen een maand"])
      expect(told).toContain(part);
    await ask();
    await s.wait("2026-12-16T01:00");
    expect(wordsOf((await s.see("noor", /Gegevens wissen/)).card)).toContain(
      "Met dit verzoek is niets gewist",
    );
    expect(await s.count("hulpvraag")).toBe(1);
    expect(await s.press("wim", "Hoe ver is het?").catch(() => null)).toBeNull();
  });
});

describe("bewaartermijn", () => {
  it("a concept that nobody works on is announced to the ib, and gone after six weeks", async () => {
    const own = await aStory();
    await upTo(own, "leerling");
    await own.wait("2026-12-08T09:00");
    expect(wordsOf((await own.see("noor", /bijna niet meer nodig/)).card)).toContain(
      "maandag 4 januari 2027",
    );
    await own.wait("2027-01-04T09:00");
    expect(await own.count("hulpvraag")).toBe(0);
    const text = (await own.teams.inbox({ as: "noor" }))
      .filter(({ deleted }) => !deleted)
      .map(({ card }) => wordsOf(card))
      .join();
    expect(text).not.toMatch(canaries);
    expect(await own.count("wissing where status = 'klaar'")).toBe(1);
    await own.close();
  });
});

async function buttonsIn(as: string): Promise<readonly Data[]> {
  const items = await s.teams.inbox({ as, in: "personal" });
  return items.flatMap(({ card }) => buttonsOf(card)).map(({ data: { verb, t } }) => ({ verb, t }));
}

/** What stood on the cards before, pressed now: nothing happens, and nothing of the leerling is shown. */
async function expectOldButtonsDead(had: readonly (readonly [string, readonly Data[]])[]): Promise<void> {
  const rows = await s.count("kennisgeving where onderwerp_soort = 'hulpvraag'");
  for (const [as, buttons] of had) {
    for (const data of buttons) {
      const answer = await send(s, as, data);
      expect(JSON.stringify(answer), `${as} ${data.verb}`).not.toMatch(canaries);
      expect(JSON.stringify(answer), `${as} ${data.verb}`).not.toContain(hv);
    }
  }
  expect(await s.count("kennisgeving where onderwerp_soort = 'hulpvraag'")).toBe(rows);
  expect(await s.count("hulpvraag")).toBe(0);
}
