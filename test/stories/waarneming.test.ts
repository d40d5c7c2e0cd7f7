import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { broken } from "./invariant.ts";
import { upTo } from "./path.ts";
import { numberOf } from "./race.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** The regierol through a leave, a stand-in and a hand-over, with every step a press of a person. */
let s: Story;
let hv = "";
let running: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "aannemen");
  hv = await numberOf(s);
  running = await s.save();
});
afterAll(() => s.close());

const holders = () => s.count("regierol where upper_inf(periode)");
const standsIn = () => s.count("regierol where upper_inf(periode) and soort = 'waarnemend'");
const card = async (as: string, what = new RegExp(hv)) => wordsOf((await s.see(as, what)).card);

/** Opens what can be arranged, and one of its forms. */
async function arrange(as: string, choose: string): Promise<Pressed> {
  return s.send(as, await s.press(as, "Aanpak regelen"), {}, choose);
}

async function goesAway(van: string, tot: string): Promise<void> {
  await s.say("bram", "mijn taken");
  const form = await s.press("bram", "Andere tijd of even weg");
  await s.send("bram", form, { uur: "08:00", van, tot });
}

describe("a holder who is away", () => {
  it("is stood in for by the ib and has it back by itself, restarts or not", async () => {
    await running();
    await goesAway("2026-12-07", "2026-12-18");
    const told = await s.see("noor", /Jij neemt dan waar/);
    expect(wordsOf(told.card)).toContain("Jij neemt dan waar, tenzij je iemand anders vraagt");
    expect(told.summary).not.toMatch(/Kanarie|HV-|Bram/);
    await s.wait("2026-12-07T07:59");
    await s.restart();
    expect([await holders(), await standsIn()]).toEqual([1, 1]);
    await s.wait("2026-12-07T12:00");
    expect(await card("noor", /Vanaf vandaag neem jij de regierol waar/)).toContain(hv);
    expect(await s.everything("bram")).toContain("je bent weg tot en met");
    await s.restart();
    await s.wait("2026-12-21T08:05");
    expect([await holders(), await standsIn()]).toEqual([1, 0]);
    expect(await card("bram", /Welkom terug/)).toContain(hv);
    expect(await broken(s)).toEqual([]);
  });

  it("is back earlier with one press, also when pressed twice", async () => {
    await running();
    await goesAway("2026-12-07", "2026-12-18");
    await s.wait("2026-12-08T09:00");
    await s.say("bram", hv);
    await s.press("bram", "Ik ben er weer");
    expect([await holders(), await standsIn()]).toEqual([1, 0]);
    await expect(s.press("bram", "Ik ben er weer")).rejects.toThrow("no button");
    expect(await broken(s)).toEqual([]);
  });

  it("is stood in for by a colleague who says yes, with the akkoord of the parents", async () => {
    await running();
    await s.say("bram", hv);
    const form = await arrange("bram", "Regel waarneming");
    const door = choice.of(form, "door", /Saskia/);
    const days = { van: "2026-12-07", tot: "2026-12-18" };
    const refused = await s.send("bram", form, { door, ...days });
    expect(JSON.stringify(refused.dialog?.card)).toContain("Pas aan");
    const akkoord = { akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" };
    await s.send("bram", refused, { door, ...days, ...akkoord });
    expect(await card("saskia", /een tijd waarnemen/)).toContain(hv);
    await s.press("saskia", "Goed, ik neem waar");
    await s.wait("2026-12-07T12:00");
    expect(await card("saskia")).toContain("Kanarie");
    expect([await holders(), await standsIn()]).toEqual([1, 1]);
    await s.wait("2026-12-21T08:05");
    expect(await card("bram", /Welkom terug/)).toContain(hv);
    expect(await broken(s)).toEqual([]);
  });
});

describe("a holder who gives it on", () => {
  it("proposes it, the ib asks the other with akkoord, and the yes makes one holder of the next", async () => {
    await running();
    await s.say("bram", hv);
    const form = await arrange("bram", "Stel voor");
    const aan = choice.of(form, "aan", /Saskia/);
    await s.send("bram", form, { aan, reden: "andere_deskundigheid" });
    const told = await s.see("noor", /wil de regierol overdragen/);
    expect(told.summary).not.toMatch(/Kanarie|HV-|Bram|Saskia/);
    await s.wait("PT1M");
    const next = await s.press("noor", "Vraag de volgende");
    expect(choice.chosen(next, "aan")).toBe(aan);
    const akkoord = { akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" };
    await s.send("noor", next, { aan, regierolKeuze: "vertrouwensband", ...akkoord });
    expect(await holders()).toBe(1);
    await s.press("saskia", "Ja, ik neem de regierol");
    expect(await card("saskia")).toContain("Je hebt nu de regierol");
    expect(await card("saskia")).toContain("Het gezin heeft met deze persoon een band");
    expect([await holders(), await standsIn()]).toEqual([1, 0]);
    // The toestemming names his function: he may still read it, and has nothing to do with it.
    expect(await card("bram", /Iemand anders heeft nu de regierol/)).not.toContain("Voortgang melden");
    expect(await broken(s)).toEqual([]);
  });

  it("hears a no of the ib, and keeps it", async () => {
    await running();
    await s.say("bram", hv);
    await s.send("bram", await arrange("bram", "Stel voor"), { reden: "geen_tijd" });
    await s.press("noor", "Niet overdragen");
    expect(await card("bram")).toContain("draagt de regierol nu niet over");
    expect(await holders()).toBe(1);
    expect(await broken(s)).toEqual([]);
  });
});

describe("an actie outside a round", () => {
  it("is agreed from the card, screened, and comes to who does it; the action lines are set out with it", async () => {
    await running();
    await s.say("bram", hv);
    const form = await arrange("bram", "Spreek een actie af");
    const wie1 = choice.of(form, "wie1", /Saskia/);
    const bad = { wie1, wat1: "Bel Jan de Vries op 06-12345678", datum1: "2026-12-08" };
    const refused = await s.send("bram", form, bad, "Spreek af");
    expect(JSON.stringify(refused.dialog?.card)).toContain("telefoonnummer");
    expect(await s.count("actie where ronde_id is null")).toBe(0);
    await s.send(
      "bram",
      refused,
      { wie1, wat1: "Lees de observatie nog eens", datum1: "2026-12-08" },
      "Spreek af",
    );
    expect(await s.count("actie where ronde_id is null")).toBe(1);
    expect(await s.count("termijn where soort = 'actielijnen' and status = 'open'")).toBe(0);
    const told = await s.see("saskia", /Er is een actie voor jou afgesproken/);
    expect(wordsOf(told.card)).toContain("Lees de observatie nog eens");
    expect(told.summary).not.toMatch(/observatie|HV-|Kanarie/);
    expect(await broken(s)).toEqual([]);
  });

  it("is nobody else's to agree", async () => {
    await running();
    await s.say("saskia", hv);
    await expect(s.press("saskia", "Aanpak regelen")).rejects.toThrow("no button");
  });
});

describe("who has the regie", () => {
  it("is answered in one message, to who may know it, without the pupil; and it follows", async () => {
    await running();
    const [list] = await s.say("noor", "wie heeft de regie?");
    expect(wordsOf(list?.card)).toContain("Bram");
    expect(wordsOf(list?.card)).toContain(hv);
    expect(wordsOf(list?.card)).not.toMatch(/Kanarie/);
    for (const as of ["lotte", "wim", "yasmina"]) {
      const said = await s.say(as, "wie heeft de regie?");
      expect(said.map(({ card: one, text }) => `${text}${wordsOf(one)}`).join(), as).not.toContain(hv);
    }
    await goesAway("2026-11-27", "2026-12-18");
    await s.wait("2026-11-27T09:00");
    expect(await card("noor", /Wie heeft de regie/)).toContain("neemt waar");
    const [one] = await s.say("noor", `wie heeft de regie van ${hv}?`);
    expect(wordsOf(one?.card)).toContain(hv);
  });
});

describe("who thinks along", () => {
  it("is chosen within the toestemming, told, and sees no more once taken off", async () => {
    await running();
    await s.say("bram", hv);
    const form = await arrange("bram", "Kies wie meedenkt");
    await s.send("bram", form, { wie: choice.of(form, "wie", /Saskia/) });
    expect(await card("saskia", /gevraagd om mee te denken/)).toContain(hv);
    expect((await s.see("saskia", /gevraagd om mee te denken/)).summary).not.toMatch(/Kanarie|HV-/);
    await s.send("bram", await arrange("bram", "Kies wie meedenkt"), { wie: "" });
    expect(await s.count("koppeling where tot is null")).toBe(0);
    expect(await broken(s)).toEqual([]);
  });
});
