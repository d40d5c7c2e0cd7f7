import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { overdrachtVerb, teamactieVerb } from "#cards/actie-verb.ts";
import { buttonsOf, form, oldButton, send } from "./hand.ts";
import { press, sendTaken } from "./leak-scene.ts";
import { aStory, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** Each test goes on where the one before it stopped. */
let s: Story;
beforeAll(async () => {
  s = await aStory();
});
afterAll(() => s.close());

const wat = "Regel een kwartelkoningoverzicht";
const words = (pressed: Pressed) => wordsOf(pressed.dialog?.card ?? pressed.card);
/** The choice in an open form whose title begins so. */
function choiceIn(opened: Pressed, title: string): string {
  const found = JSON.stringify(opened.dialog?.card).match(
    new RegExp(`"title":"${title}[^"]*","value":"([^"]+)"`),
  );
  if (!found?.[1]) throw new Error(`no choice ${title}`);
  return found[1];
}
const verbsOf = (card: unknown) => buttonsOf(card).map(({ data }) => data.verb);
const list = async (as: string) => (await s.see(as, /teamactie/i)).card;

describe("an actie of the team", () => {
  it("is made in the chat, and comes to who does it", async () => {
    await s.say("noor", "teamacties");
    await s.settle();
    const opened = await press(s, "noor", teamactieVerb.nieuw);
    const data = { wat, wie: choiceIn(opened, "Bram de Wit"), datum: "2026-12-07" };
    await sendTaken(s, "noor", opened, { data, action: teamactieVerb.opslaan });
    await s.settle();
    expect(wordsOf((await s.see("bram", /kwartelkoning/)).card)).toContain("nieuwe actie van het team");
    expect(wordsOf(await list("noor"))).toContain(wat);
  });

  it("is not kept when it names somebody or speaks of a child; the name can be replaced in one tap", async () => {
    const opened = await press(s, "noor", teamactieVerb.nieuw);
    const data = {
      wat: "Vraag Sanne naar de sleutel",
      wie: choiceIn(opened, "Bram de Wit"),
      datum: "2026-12-07",
    };
    const back = await s.send("noor", opened, data, teamactieVerb.opslaan);
    expect(words(back)).toContain("Sanne");
    const replaced = await s.send("noor", back, data, teamactieVerb.vervang);
    expect(words(replaced)).toContain("Vraag [naam] naar de sleutel");
    const child = await s.send("noor", replaced, { ...data, wat: "Bel de moeder" }, teamactieVerb.opslaan);
    expect(words(child)).toContain("niet over een kind");
    expect(await s.count("teamactie")).toBe(1);
  });

  it("asks first which team, of who works in more of them", async () => {
    await s.say("peter", "nieuwe teamactie");
    await s.settle();
    const which = await press(s, "peter", teamactieVerb.nieuw);
    expect(words(which)).toContain("Voor welk team?");
    const team = choiceIn(which, "De Regenboog");
    const opened = await s.send("peter", which, { team }, teamactieVerb.kiesTeam);
    expect(words(opened)).toContain("Wat moet er gebeuren?");
  });

  it("is out of sight for the directeur, and for who works elsewhere", async () => {
    for (const as of ["wim", "ruud", "fatima", "esther"]) {
      await s.say(as, "teamacties");
      await s.settle();
      expect(await s.everything(as)).not.toMatch(/kwartelkoning/i);
    }
  });

  it("a button of somebody else opens nothing", async () => {
    const [done] = buttonsOf(await list("noor")).filter(({ data }) => data.verb === teamactieVerb.gedaan);
    const answer = await send(s, "fatima", { verb: done?.data.verb, t: done?.data.t });
    expect(words(answer)).not.toMatch(/kwartelkoning/i);
    expect(await s.count("teamactie where status = 'open'")).toBe(1);
  });

  it("goes to a colleague who says yes; a no with a reason leaves it", async () => {
    const ask = async () => {
      const opened = await press(s, "bram", teamactieVerb.vraagOverdracht);
      await sendTaken(s, "bram", opened, {
        data: { aan: choiceIn(opened, "Saskia Blom") },
        action: teamactieVerb.overdracht,
      });
      await s.settle();
    };
    await ask();
    expect(wordsOf((await s.see("bram", /Gevraagd aan Saskia/)).card)).toContain(wat);
    const refusing = await press(s, "saskia", teamactieVerb.vraagNee);
    // Past what a client itself asks to be filled in.
    const empty = await send(s, "saskia", form(s, "saskia", refusing, {}, "Verstuur").sends);
    expect(words(empty)).toContain("kies wat het beste past");
    await sendTaken(s, "saskia", refusing, { data: { reden: "geen_tijd" }, action: teamactieVerb.nee });
    await s.settle();
    expect(wordsOf((await s.see("bram", /neemt het niet over/)).card)).toContain(
      "Ik heb er nu geen tijd voor",
    );
    await ask();
    const yes = await oldButton(s, "saskia", "Ja, ik neem het over");
    const answer = await yes.press();
    await s.settle();
    expect(words(answer)).toContain("De actie is nu van jou.");
    expect(words(await yes.press())).not.toContain("De actie is nu van jou.");
    expect(await s.count("teamactie where overdracht_aan is null and versie = 5")).toBe(1);
    expect(verbsOf((await s.see("bram", /taken/)).card)).not.toContain(teamactieVerb.taakGedaan);
  });

  it("is reminded of in the morning, and is done from there once", async () => {
    await s.wait("2026-12-08T09:30");
    const card = (await s.see("saskia", /Je taken voor vandaag/)).card;
    expect(wordsOf(card)).toContain(wat);
    const done = await oldButton(s, "saskia", "Gedaan", /Je taken voor vandaag/);
    const after = await done.press();
    await s.settle();
    expect(words(after)).toContain("Gedaan. Dank je wel.");
    await done.press();
    await s.settle();
    expect(await s.count("teamactie where status = 'gedaan'")).toBe(1);
    expect(wordsOf(await list("noor"))).not.toMatch(/kwartelkoning/i);
  });

  it("leaves its words in no log line, no row and no summary of a message, and is gone after four weeks", async () => {
    expect(JSON.stringify(s.logged)).not.toMatch(/kwartelkoning/i);
    expect(await s.plaintext()).not.toMatch(/kwartelkoning/i);
    const channels = s.teams
      .deliveries()
      .filter(({ activity }) => JSON.stringify(activity).includes('"channel"'));
    expect(JSON.stringify(channels)).not.toMatch(/kwartelkoning/i);
    await s.wait("2027-01-06T09:00");
    expect(await s.count("teamactie")).toBe(0);
    expect(await s.everything("saskia")).not.toMatch(/kwartelkoning/i);
  });

  it("the own tasks say so when there are none", async () => {
    await s.say("bram", "mijn taken");
    await s.settle();
    const { card } = await s.see("bram", /taken/);
    expect(wordsOf(card)).toContain("Je hebt nu geen taken");
    expect(verbsOf(card)).not.toContain(overdrachtVerb.vraag);
  });
});
