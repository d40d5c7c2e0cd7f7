import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { teamactieVerb } from "#cards/actie-verb.ts";
import { pointerMail } from "#cards/mail.ts";
import { teLaatWords } from "#cards/notice.ts";
import { press, sendTaken } from "./leak-scene.ts";
import { stopsAt } from "./path.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let s: Story;
let at: (point: "samenvatting" | "aannemen") => Promise<void>;
let reference = "";
beforeAll(async () => {
  s = await aStory();
  at = await stopsAt(s, ["samenvatting", "aannemen"]);
  reference = /HV-\d{4}/.exec(wordsOf((await s.see("bram", /Je hebt nu de regierol/)).card))?.[0] ?? "";
});
afterAll(() => s.close());

const bundles = async () =>
  (await s.teams.inbox({ as: "bram" })).filter(({ card }) =>
    wordsOf(card).includes("Zorgronde · Dagbericht"),
  );
const bundle = async () => wordsOf((await bundles()).at(-1)?.card);
const toasts = async (as: string) =>
  (await s.teams.inbox({ as })).filter(({ from }) => from === "bot").map(({ summary }) => summary ?? "");
const pointers = () =>
  s.teams.mail().filter((mail) => mail.kind === "mail" && mail.subject === pointerMail.subject);
const own = async (as: string) =>
  (await s.teams.inbox({ as })).find(({ scope }) => scope === "personal")?.conversation ?? "";
const dialogOf = ({ dialog, error, message }: Pressed) =>
  wordsOf(dialog?.card) || `${message} ${JSON.stringify(error)}`;
async function heard(): Promise<string> {
  await s.say("noor", reference);
  return dialogOf(await s.press("noor", "Wie heeft het gehoord?"));
}
async function overview(): Promise<string> {
  const [card] = await s.say("ruud", "bezorging");
  return wordsOf(card?.card);
}

describe("the bundle of the day", () => {
  beforeEach(() => at("aannemen"));

  it("takes in what comes up after it was made, by an edit and without a second message", async () => {
    await s.wait("2026-11-30T09:00");
    const before = await bundles();
    expect(await bundle()).toContain("Neem contact op met de ouders");
    await s.say("noor", "teamacties");
    const opened = await press(s, "noor", teamactieVerb.nieuw);
    const data = { wat: "Bestel de map", wie: choice.of(opened, "wie", /Bram/), datum: "2026-11-30" };
    await sendTaken(s, "noor", opened, { data, action: teamactieVerb.opslaan });
    expect(await bundle()).toContain("Bestel de map");
    expect(await bundle()).toContain("In dit bericht staan 2 taken.");
    expect((await bundles()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    // Done on another card: said here, and not asked again.
    await s.press("bram", "Gedaan", {}, /Mijn taken/);
    expect(await bundle()).toMatch(/Gedaan/);
    await s.wait("2026-12-01T12:00");
    expect((await bundles()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it("says so once, in one message, when the bot was away for three days", async () => {
    await s.wait("2026-11-29T12:00");
    s.clock.set(Temporal.Instant.from("2026-12-03T08:30:00Z"));
    await s.settle();
    expect(await bundles()).toHaveLength(1);
    expect(await bundle()).toContain(teLaatWords);
    expect(await bundle()).toContain("Neem contact op met de ouders");
    await s.wait("2026-12-03T17:00");
    expect(await bundles()).toHaveLength(1);
  });

  it("says so once, in one message, when Teams was away for three days", async () => {
    await s.wait("2026-11-29T12:00");
    s.teams.fault({ kind: "503", for: 100_000 });
    await s.wait("2026-12-03T09:00");
    s.teams.clearFaults();
    await s.wait("2026-12-03T12:00");
    expect(await bundles()).toHaveLength(1);
    expect(await bundle()).toContain(teLaatWords);
    expect(await s.count("kennisgeving where soort = 'dagbericht' and fout = 'ingehaald'")).toBeGreaterThan(
      0,
    );
  });
});

describe("what was read", () => {
  beforeEach(() => at("aannemen"));

  it("makes the next message shorter; not read for two own working days asks for another way, once", async () => {
    await s.wait("2026-11-30T09:00");
    await s.teams.read({ as: "bram" });
    await s.wait("2026-12-03T09:00");
    expect(await bundle()).toContain("Nog open in dit bericht: 1 taak.");
    const before = pointers().length;
    await s.wait("2026-12-07T12:00");
    expect(pointers()).toHaveLength(before);
    expect(await heard()).not.toContain("Niet gelezen");
    await s.wait("2026-12-08T12:00");
    expect(pointers().slice(before)).toMatchObject([{ to: "bram" }]);
    expect(JSON.stringify(pointers())).not.toMatch(/HV-|Kanarie|Noor|Regenboog/i);
    expect(await heard()).toMatch(/Bram de Wit.*Niet gelezen.*Bel even/s);
    const all = await overview();
    expect(all).toContain("1 collega las al twee eigen werkdagen niets");
    expect(all, "no name of who does not read, and nothing of a hulpvraag").not.toMatch(/Bram|HV-/);
    await s.wait("2026-12-11T12:00");
    expect(pointers()).toHaveLength(before + 1);
  });

  it("is not known of who switched it off, and never the same as not read", async () => {
    const before = pointers().length;
    await s.wait("2026-12-08T12:00");
    expect(pointers()).toHaveLength(before);
    expect(await heard()).toMatch(/Bram de Wit.*Aangekomen/s);
  });

  it("is not known any more once somebody uses a card that was not read as far as Teams told", async () => {
    await s.teams.read({ as: "bram" });
    await s.wait("2026-12-08T12:00");
    expect(await heard()).toMatch(/Bram de Wit.*Niet gelezen/s);
    await s.press("bram", "Mijn taken", {}, /Dagbericht/);
    expect(await heard()).not.toContain("Niet gelezen");
    // Until Teams tells again.
    await s.teams.read({ as: "bram" });
    expect(await s.count("gesprek where gelezen_tot is not null")).toBe(1);
  });

  it("is of the own chat alone: what somebody else reads there, or a strange number, counts for nothing", async () => {
    await s.teams.read({ as: "lotte" });
    expect(await s.count("gesprek where gelezen_tot is not null")).toBe(0);
  });
});

describe("quiet hours", () => {
  it("what a colleague does in the evening comes in the morning; the own answer comes at once", async () => {
    await at("samenvatting");
    await s.wait("2026-11-26T20:00");
    const before = await toasts("bram");
    await s.send("noor", await s.press("noor", "Terugkoppeling ouders"), {
      ...{ verteldOp: "2026-11-26", antwoord: "ja", akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" },
    });
    expect(await toasts("bram")).toEqual(before);
    await s.say("bram", "mijn taken");
    expect((await toasts("bram")).length).toBeGreaterThan(before.length);
    await s.wait("2026-11-27T07:59");
    expect(await toasts("bram")).not.toContain("Wil jij de regierol nemen?");
    await s.wait("2026-11-27T08:01");
    expect(await toasts("bram")).toContain("Wil jij de regierol nemen?");
  });

  it("a try at night does not ring either: what Teams refused by day comes the next morning", async () => {
    await at("samenvatting");
    s.teams.fault({ kind: "503", for: 100_000, conversation: await own("bram") });
    await s.send("noor", await s.press("noor", "Terugkoppeling ouders"), {
      ...{ verteldOp: "2026-11-26", antwoord: "ja", akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" },
    });
    await s.wait("2026-11-26T21:00");
    s.teams.clearFaults();
    await s.wait("2026-11-27T07:30");
    expect(await toasts("bram")).not.toContain("Wil jij de regierol nemen?");
    await s.wait("2026-11-27T08:30");
    const offer = wordsOf((await s.see("bram", /vraagt jou voor de regierol/)).card);
    expect(offer).toContain(teLaatWords);
  });
});

describe("who cannot be reached", () => {
  it("gets one mail that says nothing, the ib and the beheerder read what to do, and all comes when the chat opens", async () => {
    await at("aannemen");
    s.teams.fault({ kind: "blocked", conversation: await own("bram"), for: 100_000 });
    const before = pointers().length;
    await s.wait("2026-12-03T09:00");
    expect(await bundles()).toHaveLength(0);
    expect(pointers().slice(before)).toHaveLength(1);
    expect(await heard()).toMatch(/Bram de Wit.*Niet bereikt.*geblokkeerd.*blokkade op te heffen/s);
    const all = await overview();
    expect(all).toMatch(/Bram de Wit.*Sinds maandag 30 november 2026.*blokkade/s);
    expect(all).not.toMatch(/HV-|Kanarie|hulpvraag HV/i);
    s.teams.clearFaults();
    await s.say("bram", "help");
    await s.settle();
    expect(await bundles()).toHaveLength(1);
    expect(await bundle()).toContain(teLaatWords);
    expect(await overview()).toContain("Iedereen is bereikbaar in de eigen chat.");
  });

  it("is shown to nobody else", async () => {
    await at("aannemen");
    for (const as of ["bram", "peter", "wim"]) {
      const [answer] = await s.say(as, "bezorging");
      expect(answer?.text ?? wordsOf(answer?.card)).toContain("Dit overzicht is voor de beheerder");
    }
    await s.say("bram", reference);
    await expect(s.press("bram", "Wie heeft het gehoord?")).rejects.toThrow("no button");
  });
});
