import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { geenWegWords } from "#cards/komst.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { drawn, readPdf } from "../outside/pdf-read.ts";
import { broken } from "./invariant.ts";
import { invoke, tokensOf } from "./leak-hand.ts";
import { takeBackConsent } from "./leak-scene.ts";
import { link, twoItems } from "./own-item.ts";
import { besluitOf, regenboog } from "./path.ts";
import { aStory, choice, hasAction, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** Of the other item, and of the people at that table. */
const hidden = /Geheimpje|Saskia|Bram|Yasmina|deelnemers/;
const child = /Zwaantje|kanarie|HV-\d/i;
const ronde = /Zorgronde · Overlegronde/;
const uitnodiging = /Zorgronde · Uitnodiging/;
const verslag = /Zorgronde · Verslag/;

/** Two items, of which leerplicht comes for the second one alone; and the round, open. */
let s: Story;
let asked: () => Promise<void>;
let open: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  const plan = await twoItems(s);
  await s.send("noor", plan, { datum: "2026-11-27", begin: "13:32", link });
  await s.press("noor", "Zet op de agenda", {}, /Klaargezet/);
  await asks();
  asked = await s.save();
  await s.wait("2026-11-27T13:30");
  await s.press("noor", "Open de overlegronde");
  open = await s.save();
});
afterAll(() => s.close());

async function opens(nth: number): Promise<Pressed> {
  const { id: message } = await s.find("noor", "Alleen hiervoor uitnodigen", ronde);
  return s.teams.press({ as: "noor", message, action: "Alleen hiervoor uitnodigen", nth });
}

async function asks(): Promise<void> {
  const dialog = await opens(1);
  await s.send("noor", dialog, { genodigden: choice.of(dialog, "genodigden", /Marijke/) });
}

const said = ({ card, message, dialog, error }: Pressed) =>
  [wordsOf(card), message, wordsOf(dialog?.card), JSON.stringify(error ?? "")].join("\n");
const see = async (as: string, what: RegExp) => wordsOf((await s.see(as, what)).card);
const toasts = async (as: string) =>
  (await s.teams.inbox({ as })).filter(({ from }) => from === "bot").map(({ summary }) => summary ?? "");
/** How often she was told so. */
const told = (soort: string) => s.count(`kennisgeving where soort = '${soort}' and status = 'verzonden'`);
const begins = () => told("tijdvak_begint");
const lastCall = () => s.teams.calls().at(-1)?.n ?? 0;

/** Calls into her own chat since then. */
async function callsTo(as: string, from: number): Promise<number> {
  const { conversation: chat } = await s.see(as, uitnodiging);
  return s.teams.calls(from).filter(({ conversation, op }) => conversation === chat && op !== "typing")
    .length;
}

async function decides(): Promise<void> {
  const opened = await s.press("noor", "Besluit");
  const sent = await s.send("noor", opened, besluitOf(opened, regenboog));
  expect(wordsOf(sent.dialog?.card)).toBe("");
}

/** Both items are discussed, the second one with her, and the round ends. */
async function holds(how = "online"): Promise<void> {
  await s.press("noor", "Begin dit punt");
  await decides();
  await s.press("noor", "Begin dit punt");
  const there = await s.press("noor", "Wie zijn er?");
  const guest = choice.each(there, "aanwezig-", "online");
  const key = Object.keys(guest).find((one) => one.includes("/")) ?? "";
  await s.send("noor", there, { ...guest, [key]: how });
  await decides();
  await s.send("noor", await s.press("noor", "Sluit de ronde"), {});
}

/** On the ground of parents who were told and did not object. */
async function onlyTold(hv: string): Promise<void> {
  const where = `hulpvraag_id = (select id from hulpvraag where referentie = '${hv}')`;
  await s.sql(`
    update toestemming set grondslag = 'instemming' where ${where};
    insert into ouderinformatie (toestemming_id, swv_id, szt_id, school_id, hulpvraag_id, verzonden_op, wijze, aan, taal, begrepen, regel, bezwaar_tot)
      select t.id, h.swv_id, h.szt_id, h.school_id, h.id, '2026-11-02', 'brief', '{ouder1,ouder2}', 'nederlands', 'ja',
        '{"unit":"schooldagen","amount":10}', '2026-11-16'
      from toestemming t join hulpvraag h on h.id = t.hulpvraag_id where t.${where};`);
}

const ownNumber = async () => /HV-\d+/.exec(await see("marijke", uitnodiging))?.[0] ?? "";

async function fetched(pressed: Pressed): Promise<Response> {
  const url = /"url":"([^"]+\/file\/[^"]+)"/.exec(JSON.stringify(pressed.dialog?.card))?.[1] ?? "";
  return fetch(url);
}

interface Event {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly organizer: string;
  readonly attendee: string;
  readonly body: string;
}

/** As an independent parser reads it. */
function eventOf(body: string): Event {
  const calendar = new ICAL.Component(ICAL.parse(body));
  const event = calendar.getFirstSubcomponent("vevent");
  const of = (name: string) => String(event?.getFirstPropertyValue(name) ?? "");
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    uid: of("uid"),
    sequence: Number(of("sequence")),
    status: of("status"),
    organizer: of("organizer"),
    attendee: of("attendee"),
    body: body.replaceAll("\r\n ", ""),
  };
}

const calendar = async (title: string) =>
  eventOf(await (await fetched(await s.press("marijke", title, {}, uitnodiging))).text());

describe("who comes for one item alone, while the round goes on", () => {
  it("reads that it goes on, and hears nothing of the item that is not hers", async () => {
    await asked();
    await s.wait("2026-11-27T13:30");
    const before = await toasts("marijke");
    await s.press("noor", "Open de overlegronde");
    expect(await see("marijke", uitnodiging)).toMatch(/Het overleg is bezig.*Je hoort het hier/s);
    const from = lastCall();
    await s.press("noor", "Begin dit punt");
    await s.press("noor", "5 minuten erbij");
    expect(await begins()).toBe(0);
    // Five minutes more before hers move her time, and that is all she hears.
    expect((await toasts("marijke")).slice(before.length)).toEqual(["Een overleg is verzet"]);
    expect(await callsTo("marijke", from)).toBeLessThanOrEqual(3);
    expect(await s.everything("marijke")).not.toMatch(hidden);
  });

  it("hears once that her item begins, without a word about a child, and her card says so", async () => {
    await open();
    await s.press("noor", "Begin dit punt");
    await decides();
    s.teams.fault({ kind: "repeat-invoke", conversation: "personal:noor", op: "invoke" });
    await s.press("noor", "Begin dit punt");
    s.teams.clearFaults();
    await s.settle();
    expect(await begins()).toBe(1);
    expect((await toasts("marijke")).at(-1)).toBe("Je overleg begint nu");
    expect((await toasts("marijke")).join("\n")).not.toMatch(child);
    const card = await see("marijke", uitnodiging);
    expect(card).toMatch(/Nu aan de beurt.*Je bent nu aan de beurt\. Kom erbij\./s);
    expect(hasAction((await s.see("marijke", uitnodiging)).card, "Deelnemen")).toBe(true);
    expect(card).not.toMatch(hidden);
  });

  it("is not called twice when the chair goes to another item and comes back, and her card follows", async () => {
    await open();
    await s.press("noor", "Begin dit punt");
    await s.press("noor", "Volgende punt");
    expect(await begins()).toBe(1);
    await s.press("noor", "Volgende punt");
    expect(await see("marijke", uitnodiging)).toContain("Het overleg is bezig");
    await s.press("noor", "Volgende punt");
    expect(await see("marijke", uitnodiging)).toContain("Nu aan de beurt");
    expect(await begins()).toBe(1);
  });

  it("hears the new time when the order changes, and keeps it while her own item takes longer", async () => {
    await open();
    await s.press("noor", "Dit als laatste");
    expect((await toasts("marijke")).at(-1)).toBe("Een overleg is verzet");
    expect(await see("marijke", uitnodiging)).toMatch(/13:30 tot 13:50 uur/);
    await s.press("noor", "Begin dit punt");
    expect(await begins()).toBe(1);
    await s.press("noor", "5 minuten erbij");
    await decides();
    expect(await told("tijdvak_verzet")).toBe(1);
    expect(await see("marijke", uitnodiging)).toContain("Dit overleg is geweest");
  });

  it("hears nothing of a begin when she said that she cannot come", async () => {
    await asked();
    await s.press("marijke", "Ik kan niet", {}, uitnodiging);
    await s.wait("2026-11-27T13:30");
    await s.press("noor", "Open de overlegronde");
    await s.press("noor", "Begin dit punt");
    await s.press("noor", "Volgende punt");
    expect(await begins()).toBe(0);
    expect(await see("marijke", uitnodiging)).toContain("Nu aan de beurt");
  });

  it("hears that it is off when the round ends before it came to her item", async () => {
    await open();
    await s.press("noor", "Begin dit punt");
    await decides();
    await s.send("noor", await s.press("noor", "Sluit de ronde"), {});
    expect((await toasts("marijke")).at(-1)).toBe("Een overleg gaat voor jou niet door");
    expect(await see("marijke", uitnodiging)).not.toMatch(child);
    await expect(s.see("marijke", verslag)).rejects.toThrow();
  });

  it("cannot come in a room that is not there, nor online without a way in, whatever a card sends", async () => {
    for (const [change, button, kind] of [
      ["plaats = 'online'", "Ik kom in de kamer", "alleen_online"],
      ["deelname_link = null, plaats = 'op_school'", "Ik doe online mee", "geen_link"],
    ] as const) {
      for (const [as, on] of [["marijke", uitnodiging] as const, ["bram", ronde] as const]) {
        await asked();
        const { id: message } = await s.find(as, button, on);
        await s.sql(`update overlegronde set ${change}`);
        const answer = said(await s.teams.press({ as, message, action: button }));
        expect(answer).toContain(geenWegWords[kind]);
        await s.settle();
        expect(
          await s.counts("genodigde where komst is not null", "deelname where komst is not null"),
        ).toEqual([0, 0]);
      }
    }
  });

  it("gives the outside from her own card, where the parents were only told; the ib reads it", async () => {
    await open();
    const hv = await ownNumber();
    await onlyTold(hv);
    await s.say("marijke", "agenda");
    const card = await see("marijke", uitnodiging);
    expect(card).toContain("Alleen naam en vraag");
    expect(card).not.toMatch(/ouderkanarie/);
    const opened = await s.press("marijke", "Is dit kind bij jullie bekend?", {}, uitnodiging);
    await s.send("marijke", opened, { bekend: "ja", maand: "3", jaar: "2024" });
    expect(await see("marijke", uitnodiging)).toContain("Jij gaf door: bekend sinds maart 2024.");
    await s.press("noor", "Begin dit punt");
    await s.press("noor", "Volgende punt");
    expect(await see("noor", ronde)).toContain("Marijke Jansen (Leerplicht): bekend sinds maart 2024");
    for (const as of ["bram", "peter", "yasmina"]) {
      await s.say(as, "agenda");
      expect(await s.everything(as), as).not.toContain("maart 2024");
    }
    const again = await s.press("marijke", "Antwoord wijzigen", {}, uitnodiging);
    const deciding = await s.press("noor", "Besluit");
    await s.send("noor", deciding, { besluiten: "basisondersteuning", afweging: "afwegingkanarie" });
    const late = await s.send("marijke", again, { bekend: "nee", maand: "", jaar: "" });
    expect(said(late)).not.toContain("niet bekend");
    expect(await see("noor", ronde)).toContain("Marijke Jansen (Leerplicht): bekend sinds maart 2024");
    await s.send("noor", await s.press("noor", "Sluit de ronde"), {});
    // Name and question are all that she may hear: not what was decided, and not why.
    expect(await see("marijke", verslag)).toMatch(/HV-\d+ · Zwaantje.*Besproken\./s);
    expect(await see("marijke", verslag)).not.toMatch(/afwegingkanarie|Basisondersteuning/i);
  });
});

describe("who came for one item alone, when the round is over", () => {
  it("was there for that item in the report of who may read it, and nowhere for who may not", async () => {
    await open();
    await holds();
    expect(await s.count("genodigde where aanwezigheid = 'online'")).toBe(1);
    for (const as of ["noor", "bram", "peter"])
      expect(await see(as, verslag), as).toContain("Alleen hierbij: Marijke Jansen (Leerplicht, online).");
    expect(await see("yasmina", verslag)).toContain("Bram");
    expect(await s.everything("yasmina")).not.toMatch(/Marijke|leerplicht/i);
    for (const as of ["wim", "fatima", "ruud"])
      expect(await s.everything(as), as).not.toMatch(/Marijke|leerplicht/i);
  });

  it("is noted by who reads the item, and by nobody else who leads or lies", async () => {
    await open();
    const opened = await s.press("noor", "Notulist kiezen");
    await s.send("noor", opened, { notulist: choice.of(opened, "notulist", /Yasmina/) });
    const theirs = await s.press("yasmina", "Wie zijn er?");
    expect(said(theirs)).not.toMatch(/Marijke|HV-/);
    const keys = choice.each(await s.press("noor", "Wie zijn er?"), "aanwezig-", "afwezig");
    expect(Object.keys(keys).some((one) => one.includes("/"))).toBe(true);
    const token = (await tokensOf(s)).findLast(
      ({ owner, data }) => owner === "yasmina" && data.verb === rondeVerb.aanwezigheidOpslaan,
    );
    await invoke(s, "yasmina", { ...token?.data, ...keys }, { name: "task/submit" });
    await s.settle();
    expect(await s.count("deelname where aanwezigheid = 'afwezig'")).toBeGreaterThan(0);
    expect(await s.count("genodigde where aanwezigheid is not null")).toBe(0);
  });

  it("gets the report of that item and no other, in the chat and on paper", async () => {
    await open();
    await holds();
    expect((await toasts("marijke")).at(-1)).toBe("Het verslag van je overleg");
    const card = await see("marijke", verslag);
    for (const one of ["Zwaantje", "Regierol toewijzen", "afwegingkanarie", "actiekanarie"])
      expect(card).toContain(one);
    expect(card).not.toMatch(/Geheimpje|Yasmina|Saskia|13:32/);
    expect(await s.everything("marijke")).not.toMatch(/Geheimpje|Yasmina|Saskia/);
    const pressed = await s.press("marijke", "Verslag als pdf", {}, verslag);
    const path = new URL(/"url":"([^"]+)"/.exec(JSON.stringify(pressed.dialog?.card))?.[1] ?? "").pathname;
    const got = await fetch(`${s.bot().url}${path}`);
    expect(got.headers.get("content-disposition")).toBe('attachment; filename="verslag.pdf"');
    const paper = drawn(readPdf(new Uint8Array(await got.arrayBuffer()))).letters.replaceAll(/\s/g, "");
    expect(paper).toContain("afwegingkanarie");
    expect(paper).not.toMatch(/Zwaantje|Geheimpje|Yasmina/);
    expect((await fetch(`${s.bot().url}${path}`)).status).toBe(404);
    expect(await s.count("gebeurtenis where soort = 'verslag_opgehaald'")).toBe(1);
    expect(await broken(s)).toEqual([]);
  });

  it("gets it when she was not there, and when she asks for it in words", async () => {
    await open();
    await holds("afwezig");
    expect(await see("marijke", verslag)).toContain("Je was er niet bij");
    expect(await see("bram", verslag)).toContain("Gevraagd, niet erbij: Marijke Jansen (Leerplicht).");
    const before = (await toasts("marijke")).length;
    await s.say("marijke", "verslag");
    await s.settle();
    expect((await toasts("marijke")).length).toBeGreaterThan(before);
    expect(await see("marijke", verslag)).toContain("afwegingkanarie");
  });

  it("loses it with the consent, in the chat, on paper and in every report", async () => {
    await open();
    const hv = await ownNumber();
    await holds();
    const pressed = await s.press("marijke", "Verslag als pdf", {}, verslag);
    await takeBackConsent(s, hv);
    expect(await s.everything("marijke")).not.toMatch(child);
    expect((await fetched(pressed)).status).toBe(404);
    for (const as of ["bram", "peter"]) expect(await see(as, verslag), as).not.toContain("Marijke");
  });
});

describe("a time that is off", () => {
  it.each([
    ["the item is taken off", () => takesOff()],
    ["the parents take their consent back", async () => takeBackConsent(s, await ownNumber())],
    [
      "the round is called off",
      async () => void (await s.send("noor", await s.press("noor", "Afzeggen", {}, ronde), {})),
    ],
    ["the ib asks her no more", async () => void (await s.send("noor", await opens(1), { genodigden: "" }))],
  ])("is taken out of a calendar by a file on the card, when %s", async (_, ends) => {
    await asked();
    const put = await calendar("Zet in mijn agenda");
    expect(put).toMatchObject({ method: "REQUEST", status: "CONFIRMED" });
    await ends();
    const off = await calendar("Haal uit mijn agenda");
    expect(off).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: put.uid });
    expect(off).toMatchObject({ organizer: put.organizer, attendee: put.attendee });
    expect(off.sequence).toBeGreaterThan(put.sequence);
    expect(off.body).not.toMatch(/Zwaantje|Geheimpje|HV-|Marijke|https/);
  });

  it("goes to another day in the calendar where it stands, and is nothing to take out once its day has gone", async () => {
    await asked();
    const put = await calendar("Zet in mijn agenda");
    await s.send("noor", await s.press("noor", "Wijzigen", {}, ronde), { datum: "2026-11-26" });
    const moved = await calendar("Zet in mijn agenda");
    expect(moved).toMatchObject({ method: "REQUEST", uid: put.uid });
    expect(moved.sequence).toBeGreaterThan(put.sequence);
    expect(moved.body).toContain("20261126T134500");
    await s.send("noor", await opens(1), { genodigden: "" });
    const pressed = await s.press("marijke", "Haal uit mijn agenda", {}, uitnodiging);
    await s.wait("2026-11-27T09:00");
    expect((await fetched(pressed)).status).toBe(404);
  });

  it("comes by mail to who has it by mail, as the same event with a higher number; and so does the begin", async () => {
    await asked();
    await s.send("noor", await opens(1), { genodigden: "" });
    const { conversation } = await s.see("marijke", uitnodiging);
    s.teams.fault({ kind: "blocked", conversation, for: 100 });
    const mails = () => s.teams.mail().flatMap((mail) => (mail.kind === "mail" ? [mail] : []));
    const before = mails().length;
    await asks();
    await s.wait("2026-11-27T13:30");
    await s.press("noor", "Open de overlegronde");
    await s.press("noor", "Begin dit punt");
    await s.press("noor", "Volgende punt");
    expect(mails().at(-1)?.subject).toBe("Je overleg begint nu");
    await s.press("noor", "Niet vandaag");
    const sent = mails().slice(before);
    expect(sent.at(-1)?.subject).toBe("Een overleg gaat voor jou niet door");
    expect(JSON.stringify(sent)).not.toMatch(/Zwaantje|Geheimpje|HV-|Noor|hulpvra/);
    const files = sent.map(({ file }) => eventOf(file));
    expect(new Set(files.map(({ uid }) => uid)).size).toBe(1);
    expect(files.slice(0, -1).every(({ method }) => method === "REQUEST")).toBe(true);
    expect(files.at(-1)).toMatchObject({ method: "CANCEL", status: "CANCELLED" });
    expect(files.at(-1)?.sequence).toBeGreaterThan(files.at(-2)?.sequence ?? 99);
    s.teams.clearFaults();
  });
});

async function takesOff(): Promise<void> {
  const { id: message } = await s.find("noor", "Van de agenda halen", ronde);
  await s.teams.press({ as: "noor", message, action: "Van de agenda halen", nth: 1 });
  await s.settle();
}
