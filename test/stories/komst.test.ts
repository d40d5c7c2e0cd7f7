import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { joins } from "./leak-scene.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const link =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";
const ronde = /Overlegronde/;

let s: Story;
let empty: () => Promise<void>;
let planned: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "smw");
  empty = await s.save();
  await plans();
  planned = await s.save();
});
afterAll(() => s.close());

async function plans(): Promise<void> {
  await s.say("noor", "plan overleg");
  const opened = await s.press("noor", "Overleg plannen");
  const people = ["Noor", "Bram", "Yasmina", "Peter", "Saskia"].map((naam) =>
    choice.of(opened, "deelnemers", new RegExp(naam)),
  );
  await s.send("noor", opened, { datum: "2026-11-27", begin: "13:30", link, deelnemers: people.join(",") });
}

const said = ({ card, message, dialog, error }: Pressed) =>
  [wordsOf(card), message, wordsOf(dialog?.card), JSON.stringify(error ?? "")].join("\n");
const card = async (as: string) => wordsOf((await s.see(as, ronde)).card);
const toasts = async (as: string) =>
  (await s.teams.inbox({ as })).filter(({ from }) => from === "bot").map(({ summary }) => summary ?? "");
const mails = () => s.teams.mail().filter(({ kind }) => kind === "mail");
const own = async (as: string) =>
  (await s.teams.inbox({ as })).find(({ scope }) => scope === "personal")?.conversation ?? "";

describe("how people come", () => {
  it("is said on the own card; the ib and the chair see it, and others at the table do not", async () => {
    await planned();
    expect(said(await s.press("bram", "Ik doe online mee", {}, ronde))).toContain("Je doet online mee.");
    expect(await card("noor")).toContain("Bram de Wit (SMW): doet online mee");
    expect(await card("yasmina")).not.toContain("doet online mee");
    await s.press("bram", "Ik kom in de kamer", {}, ronde);
    expect(await card("noor")).toContain("Bram de Wit (SMW): komt in de kamer");
  });

  it("can be not at all, with somebody in one's place who is invited, until one comes after all", async () => {
    await planned();
    const opened = await s.press("bram", "Ik kan niet", {}, ronde);
    expect(said(opened)).toContain("Marijke Jansen");
    expect(said(opened)).not.toMatch(/Yasmina|Hanna|Wim/);
    const vervanger = choice.of(opened, "vervanger", /Marijke/);
    await s.sql(
      "update lidmaatschap set tot = '2026-11-20' where functie = 'smw' and persoon_id = (select id from persoon where naam like 'Marijke%')",
    );
    expect(said(await s.send("bram", opened, { vervanger }))).toContain("kan je niet vervangen");
    expect(await s.count("deelname where vervangt_id is not null")).toBe(0);
    await planned();
    const again = await s.press("bram", "Ik kan niet", {}, ronde);
    await s.send("bram", again, { vervanger: choice.of(again, "vervanger", /Marijke/) });
    expect((await toasts("marijke")).at(-1)).toBe("Je bent uitgenodigd voor een overlegronde");
    expect(await card("marijke")).toContain("Je vervangt Bram de Wit");
    expect(await card("noor")).toMatch(
      /Bram de Wit \(SMW\): kan niet.*|Marijke Jansen \(SMW\): in plaats van Bram/s,
    );
    expect(await card("bram")).toContain("Marijke Jansen komt in jouw plaats");
    await s.press("bram", "Ik kom in de kamer", {}, ronde);
    expect(await toasts("marijke")).toContain("Je doet niet meer mee aan een overleg");
    expect(await card("noor")).not.toContain("Marijke");
    expect(await s.count("deelname where vervangt_id is not null")).toBe(0);
  });

  it("warns the ib when the schakelteam is not complete any more", async () => {
    await planned();
    const opened = await s.press("saskia", "Ik kan niet", {}, ronde);
    await s.send("saskia", opened, { vervanger: "niemand" });
    expect((await toasts("noor")).at(-1)).toBe("Het schakelteam is niet compleet");
    expect(await card("noor")).toMatch(/Nu is het schakelteam niet compleet/);
  });

  it("counts no more when the round goes to another time, and cannot be said of a round that is over", async () => {
    await planned();
    await s.press("bram", "Ik doe online mee", {}, ronde);
    const opened = await s.press("noor", "Wijzigen", {}, ronde);
    const moved = await s.send("noor", opened, { datum: "2026-11-26" });
    expect(said(moved)).toContain("iedereen laat opnieuw weten of die komt");
    expect(await card("noor")).not.toContain("doet online mee");
    expect(await card("bram")).toContain("Let op: nieuwe dag of tijd. Laat weten of je komt.");
    const { id: message } = await s.find("bram", "Ik doe online mee", ronde);
    await s.send("noor", await s.press("noor", "Afzeggen", {}, ronde), {});
    const late = await s.teams.press({ as: "bram", message, action: "Ik doe online mee" });
    expect(said(late)).not.toContain("Je doet online mee.");
    expect(await s.count("deelname where komst is not null")).toBe(0);
  });
});

describe("who came instead of somebody", () => {
  it("is asked for themselves when the round goes to another time", async () => {
    await planned();
    const opened = await s.press("bram", "Ik kan niet", {}, ronde);
    await s.send("bram", opened, { vervanger: choice.of(opened, "vervanger", /Marijke/) });
    expect(await card("noor")).toContain("Marijke Jansen (SMW): in plaats van Bram de Wit");
    await s.press("marijke", "Ik kom in de kamer", {}, ronde);
    expect(await card("noor")).toContain("Marijke Jansen (SMW): komt in de kamer, in plaats van Bram de Wit");
    await s.send("noor", await s.press("noor", "Wijzigen", {}, ronde), { begin: "13:45" });
    expect(await card("noor")).toContain("Marijke Jansen (SMW)");
    expect(await card("noor")).not.toContain("in plaats van");
    expect(await card("marijke")).not.toContain("Je vervangt");
    expect(await s.count("deelname where komst is not null or vervangt_id is not null")).toBe(0);
  });
});

describe("who cannot be reached in the own chat", () => {
  it("gets one neutral mail with the calendar file, the ib reads why, and a word of the person ends it", async () => {
    await empty();
    s.teams.fault({ kind: "blocked", conversation: await own("peter"), for: 50 });
    const before = mails().length;
    await plans();
    const sent = mails().slice(before);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: "peter",
      subject: "Uitnodiging voor een overleg",
      name: "overlegronde.ics",
    });
    const whole = JSON.stringify(sent[0]);
    expect(whole).toContain(link);
    expect(whole).toContain("20261127T133000");
    expect(whole).not.toMatch(/HV-|Noor|Bram|hulpvra/);
    expect(await card("noor")).toMatch(/Peter Kuipers\*\*: alleen per e-mail.*Zorgronde is geblokkeerd/s);
    expect(await toasts("noor")).not.toContain("Iemand krijgt geen bericht over een overleg");
    s.teams.clearFaults();
    await s.say("peter", "help");
    await s.press("bram", "Ik doe online mee", {}, ronde);
    expect(await card("noor")).not.toContain("alleen per e-mail");
  });

  it("a calendar gets a higher number each time: taken off, back again, and gone from the team", async () => {
    await empty();
    s.teams.fault({ kind: "blocked", conversation: await own("peter"), for: 500 });
    const before = mails().length;
    await plans();
    const change = async (data: (opened: Pressed) => Record<string, string>) => {
      const opened = await s.press("noor", "Wijzigen", {}, ronde);
      await s.send("noor", opened, data(opened));
    };
    const people = (opened: Pressed, namen: readonly string[]) => ({
      deelnemers: namen.map((naam) => choice.of(opened, "deelnemers", new RegExp(naam))).join(","),
    });
    await change(() => ({ begin: "13:45" }));
    await change((opened) => people(opened, ["Noor", "Bram", "Yasmina", "Saskia"]));
    await change((opened) => people(opened, ["Noor", "Bram", "Yasmina", "Saskia", "Peter"]));
    await s.say("noor", "team");
    const leaves = await s.press("noor", "Iemand vertrekt", {}, /Zorgronde · Team/);
    await s.send("noor", leaves, { lid: choice.of(leaves, "lid", /Peter/), wanneer: "nu" });
    await s.settle();
    const told = mails()
      .slice(before)
      .map((mail) => JSON.stringify(mail))
      .map((text) => [/METHOD:(\w+)/.exec(text)?.[1], Number(/SEQUENCE:(\d+)/.exec(text)?.[1])] as const);
    expect(told.map(([method]) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"]);
    const numbers = told.map(([, number]) => number);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    s.teams.clearFaults();
  });

  it("and not by mail either: the ib is told once, with what to do", async () => {
    await empty();
    await s.sql("update persoon set email = null where naam = 'Peter Kuipers'");
    s.teams.fault({ kind: "blocked", conversation: await own("peter"), for: 50 });
    const before = mails().length;
    await plans();
    await s.wait("2026-11-26T12:00");
    const told = await s.count("kennisgeving where soort = 'ronde_onbereikbaar'");
    expect(told).toBe(1);
    expect(await card("noor")).toMatch(/Peter Kuipers.*alleen in het kanaal.*vertel het zelf.*e-mailadres/s);
    expect(mails()).toHaveLength(before);
    s.teams.clearFaults();
  });
});

describe("the link to join", () => {
  it("stands in the invitation, the overview, the calendar file and feed, the agenda, the day before and the day itself", async () => {
    await planned();
    const has = async (where: string, text: unknown) =>
      expect([where, JSON.stringify(text).includes(link)]).toEqual([where, true]);
    await has("uitnodiging", (await s.see("peter", ronde)).card);
    await has("overzicht", await s.say("peter", "overzicht"));
    const file = await s.press("peter", "Zet in mijn agenda", {}, ronde);
    await has("agendabestand", await fetched(file));
    const feed = await s.press("peter", "Mijn agenda-abonnement");
    await has("abonnement", await fetched(feed));
    await s.wait("2026-11-25T12:00");
    expect(await card("peter")).toContain("Dit is de agenda.");
    await has("agenda", (await s.see("peter", ronde)).card);
    await s.wait("2026-11-26T12:00");
    expect((await toasts("peter")).at(-1)).toBe("De link voor je overlegronde");
    await has("dag ervoor", (await s.see("peter", ronde)).card);
    await s.wait("2026-11-27T07:00");
    await has("dag zelf", (await s.see("peter", ronde)).card);
  });
});

async function fetched(pressed: Pressed): Promise<string> {
  const url =
    /(http:\/\/[^"]+\/(?:file|agenda)\/[^"]+)/.exec(JSON.stringify(pressed.dialog?.card))?.[1] ?? "";
  return (await (await fetch(url)).text()).replaceAll("\r\n ", "");
}
