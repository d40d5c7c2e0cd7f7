import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demoSchools } from "#local/demo.ts";
import { aStory, choice, hasAction, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let s: Story;
let fresh: (last?: "last") => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  fresh = await s.save();
});
afterAll(() => s.close());

const team = /Zorgronde · Team/;
const szt = demoSchools[0]?.szt ?? "";
const seen = async (as: string, what: RegExp = team) => wordsOf((await s.see(as, what)).card);
const said = ({ card, message, dialog, error }: Pressed) =>
  JSON.stringify([wordsOf(card), message, wordsOf(dialog?.card), error]);

/** Opens a form of the card of the team, and sends it. */
async function fills(title: string, data: (opened: Pressed) => Readonly<Record<string, string>>) {
  const opened = await s.press("noor", title, {}, team);
  return s.send("noor", opened, data(opened));
}
const lid = (opened: Pressed, naam: RegExp) => ({ lid: choice.of(opened, "lid", naam) });
const gone = (naam: RegExp) =>
  fills("Iemand vertrekt", (opened) => ({ ...lid(opened, naam), wanneer: "nu" }));

async function plansRound() {
  await s.say("noor", "plan overleg");
  const opened = await s.press("noor", "Overleg plannen");
  const people = ["Noor", "Bram", "Yasmina"].map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)));
  await s.send("noor", opened, {
    ...{ datum: "2026-12-08", begin: "13:30", duur: "60", plaats: "op_school", link: "" },
    ...{ deelnemers: people.join(","), voorzitter: people[0] ?? "" },
  });
}

describe("the team, in the chat", () => {
  it("is read by who works in it, without an address or a button that is not theirs", async () => {
    await fresh();
    await s.say("noor", "team");
    expect(await seen("noor")).toMatch(/Noor Visser.*voorzitter · 24 uur per week/s);
    await s.say("yasmina", "wie zit er in mijn team?");
    const words = await seen("yasmina");
    expect(words).toMatch(/Yasmina El Idrissi.*4 uur per week · di/s);
    expect(words).not.toMatch(/@|Iemand toevoegen|Iemand vertrekt/);
    // Who works in more teams chooses; who leads a school has the weekly message.
    await s.say("bram", "mijn team");
    expect(await seen("bram")).toContain("Welk team wil je zien?");
    await s.say("wim", "team");
    expect(await s.everything("wim")).not.toContain("Yasmina");
  });

  it("somebody comes, hours change from a day on, another chairs; each is on the cards that stand", async () => {
    await fresh();
    await s.say("yasmina", "team");
    await s.say("noor", "team");
    const refused = await fills("Iemand toevoegen", () => ({
      ...{ email: "karim", naam: "Karim Haddad", functie: "wijkteam", uren: "4", werkdagen: "wo" },
      van: "2026-11-23",
    }));
    expect(said(refused)).toContain("Pas aan: vul één e-mailadres in");
    const added = await fills("Iemand toevoegen", () => ({
      ...{ email: "karim@wijkteam.example", naam: "Karim Haddad", functie: "wijkteam", uren: "2,5" },
      ...{ werkdagen: "wo", van: "2026-11-23" },
    }));
    expect(said(added)).toContain("Toegevoegd");
    for (const who of ["noor", "yasmina"]) {
      expect(await seen(who)).toContain("Wijkteammedewerker op school (samen)");
      expect(await seen(who)).toMatch(/Karim Haddad.*2,5 uur per week · wo/s);
      expect(await seen(who)).not.toContain("karim@");
    }
    const opened = await s.press("noor", "Uren of dagen", {}, team);
    const form = await s.send("noor", opened, lid(opened, /Yasmina/));
    expect(wordsOf(form.dialog?.card)).toContain("Yasmina El Idrissi");
    await s.send("noor", form, { uren: "6", werkdagen: "di,do", vanaf: "2026-12-01", tot: "" });
    expect(await seen("yasmina")).toContain("vanaf di 1 dec: 6 uur per week en di en do");
    await fills("Voorzitter kiezen", (one) => lid(one, /Hanna/));
    expect(await seen("yasmina")).toMatch(/Hanna Postma.*voorzitter/s);
    expect(
      await s.count(`lidmaatschap l join szt s on s.id = l.szt_id where l.voorzitter and s.naam = '${szt}'`),
    ).toBe(1);
  });

  it("who left gets nothing by any card, button, file or feed, and the others go on", async () => {
    await fresh();
    await plansRound();
    await s.say("yasmina", "team");
    await s.say("noor", "team");
    const before = (await s.teams.inbox({ as: "yasmina" })).filter(({ card }) => card);
    const agenda = await s.press("yasmina", "Zet in mijn agenda");
    const [url = ""] = JSON.stringify(agenda.dialog?.card ?? {}).match(/https?:[^"]+\/file\/[^"]+/) ?? [];
    expect(url).not.toBe("");
    expect(said(await gone(/Yasmina/))).toContain("De toegang is gestopt");
    const stands = await s.everything("yasmina");
    expect(stands).not.toMatch(/Bram|8 december 2026, 13:30|uur per week/);
    // Every button that stood there, pressed as an old client would.
    for (const { id } of before) {
      const item = (await s.teams.inbox({ as: "yasmina" })).find((one) => one.id === id);
      expect(wordsOf(item?.card)).not.toMatch(/Bram|13:30/);
    }
    const answers = await s.say("yasmina", "team");
    expect(JSON.stringify(answers)).toContain("Je zit nu niet in een team");
    expect((await fetch(url)).status).toBeGreaterThanOrEqual(400);
    expect(
      await s.count("deelname d join persoon p on p.id = d.persoon_id where p.naam like 'Yasmina%'"),
    ).toBe(0);
    const card = await s.see("noor", /Overlegronde/);
    expect(wordsOf(card.card)).not.toContain("Yasmina");
    // A press with her old card, sent by hand, is answered to nobody else either.
    expect(await seen("noor")).toContain("vacature sinds maandag 23 november 2026");
  });

  it("Teams says that somebody left: access stops there only, the ib decides, and may let them back in", async () => {
    await fresh();
    await s.teams.membership({ team: szt, person: "bram", change: "removed", by: "noor" });
    await s.settle();
    expect(await seen("noor")).toMatch(/Is Bram de Wit weg uit het team\?/);
    await s.say("bram", "team");
    expect(await seen("bram")).toContain("Het Kompas");
    expect(await seen("bram")).not.toContain("Noor Visser");
    // Added again in Teams: that gives nothing back by itself.
    await s.teams.membership({ team: szt, person: "bram", change: "added", by: "noor" });
    await s.settle();
    expect(await s.count("lidmaatschap where einde = 'teams'")).toBe(1);
    expect(said(await s.press("noor", "Hoort er nog bij", {}, team))).toContain("heeft weer toegang");
    expect(await s.count("lidmaatschap where einde is not null")).toBe(0);
    await s.say("bram", "team");
    expect(await seen("bram")).toContain("Welk team wil je zien?");
  });

  it("twice a year each is asked how it goes, on a card of their own, and reads the outcome", async () => {
    await fresh();
    const soon = (soort: string) =>
      s.sql(
        `update wekker set op = '2026-11-23T08:30:00Z' where soort = 'evaluatie_${soort}' and gedaan_op is null`,
      );
    await soon("beginnen");
    await s.wait("2026-11-23T09:31");
    const people = ["noor", "bram", "yasmina", "saskia", "hanna"];
    const card = /Hoe gaat het samenwerken\?[\s\S]*De Regenboog/;
    for (const who of people) {
      const sent = await s.press(
        who,
        "Bewaar mijn antwoord",
        { cijfer: "7", helpt: "korte_lijnen", hindert: "" },
        card,
      );
      expect(said(sent)).toContain("Je antwoord is bewaard");
    }
    expect(await s.everything("wim")).not.toContain("Hoe gaat het samenwerken");
    await soon("sluiten");
    await s.wait("2026-11-23T09:40");
    for (const who of ["noor", "peter"])
      expect(await seen(who, /terugblik op het samenwerken/)).toMatch(/Gemiddeld: \*\*7\*\*.*Korte lijnen/s);
    expect(
      await s.count(
        "evaluatie_gevraagd g join evaluatie e on e.id = g.evaluatie_id where e.stand = 'geteld'",
      ),
    ).toBe(0);
    expect(
      hasAction((await s.see("noor", /terugblik op het samenwerken/)).card, "Bewaar mijn antwoord"),
    ).toBe(false);
  });
});
