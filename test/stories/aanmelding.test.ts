import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { broken } from "./invariant.ts";
import { upTo } from "./path.ts";
import { numberOf, withdrawal } from "./race.ts";
import { aStory, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** A hulpvraag on its way to the Loket and the wijkteam, with every step a press of a person. */
let s: Story;
let hv = "";
let decided: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "aanwezigheid");
  const opened = await s.press("noor", "Besluit");
  await s.send("noor", opened, { besluiten: "doorzetten_loket", afweging: "afwegingkanarie kent het gezin" });
  hv = await numberOf(s);
  decided = await s.save();
});
afterAll(() => s.close());

const day = () => s.now().toPlainDate().toString();
const card = async (as: string) => {
  const [shown] = await s.say(as, hv);
  return `${wordsOf(shown?.card)}${shown?.text ?? ""}`;
};
const open = async (as: string, action: string): Promise<Pressed> => {
  await card(as);
  return s.send(as, await s.press(as, "Loket en wijkteam"), {}, action);
};
const akkoord = () => ({ akkoordOp: day(), akkoordVan: "ouder1,ouder2", verstuurdOp: day() });
async function told(): Promise<void> {
  await card("noor");
  await s.send("noor", await s.press("noor", "Terugkoppeling ouders"), { verteldOp: day() });
}
const step = async (stap: string) =>
  s.send("noor", await open("noor", "Hoe staat het nu?"), { stap, op: day() }, "Vastleggen");

describe("a hulpvraag that goes to the Loket", () => {
  it("is sent with a yes of both, followed to its outcome, and closed by the ib", async () => {
    await decided();
    await told();
    expect(await card("noor")).toContain("verstuur de aanmelding bij het Loket");
    const form = await open("noor", "Aanmelding is verstuurd");
    expect(JSON.stringify(form.dialog?.card)).toContain("Verstuur de aanmelding zelf");
    const refused = await s.send("noor", form, { ...akkoord(), akkoordVan: "ouder1" }, "Vastleggen");
    expect(JSON.stringify(refused.dialog?.card)).toContain("vraag ook akkoord aan");
    await s.send("noor", refused, akkoord(), "Vastleggen");
    expect(await card("noor")).toContain("Nog niet bevestigd");
    await s.wait("PT170H");
    const asked = await s.press("noor", "Vastleggen", {}, /Vraag na of de aanmelding is ontvangen/);
    const follow = await s.send("noor", asked, {}, "Hoe staat het nu?");
    await s.send("noor", follow, { stap: "ontvangen", op: day() }, "Vastleggen");
    await step("opgepakt");
    expect(await card("noor")).toContain("Opgepakt");
    await step("ander_advies");
    expect(await card("noor")).toContain("vertel de ouders wat het Loket zegt");
    const close = await open("noor", "Afsluiten");
    await s.send("noor", close, { reden: "doel_bereikt", verteldOp: day() }, "Sluit af");
    expect(await s.count("hulpvraag where status = 'afgesloten'")).toBe(1);
    expect(await broken(s)).toEqual([]);
  });

  it("is nobody else's to see or follow, and nothing of it is in a preview or a channel", async () => {
    await decided();
    await told();
    await s.send("noor", await open("noor", "Aanmelding is verstuurd"), akkoord(), "Vastleggen");
    for (const as of ["lotte", "wim", "yasmina"]) expect(await card(as), as).not.toMatch(/Loket|kanarie/i);
    await card("bram");
    await expect(s.press("bram", "Loket en wijkteam")).rejects.toThrow("no button");
    expect((await s.see("noor", /Nog niet bevestigd/)).summary).not.toMatch(/Loket|Kanarie|HV-/);
  });

  it("or waits for other help, is asked about in the daily message, which does not say for what", async () => {
    await decided();
    await told();
    await card("noor");
    const menu = await s.press("noor", "Wachtlijst");
    const place = await s.send("noor", menu, {}, "Nieuwe wachtlijst");
    const bridge = await s.send("noor", place, { soort: "logopedie", sinds: "2026-10-05" }, "Vastleggen");
    expect(wordsOf(bridge.dialog?.card)).toContain("Komt er overbruggingszorg?");
    const care = { soort: "kindgesprekken", door: "smw", doel: "naar_school" };
    const tot = s.now().add({ days: 8 }).toPlainDate().toString();
    await s.send("noor", bridge, { ...care, tot }, "Spreek dit af");
    expect(await card("noor")).toMatch(
      /Wacht op logopedie, sinds maandag 5 oktober.*Overbrugging tot en met/s,
    );
    for (const as of ["lotte", "wim", "yasmina"])
      expect(await card(as), as).not.toMatch(/logopedie|wachtlijst/i);
    await s.wait("PT48H");
    const bundle = await s.see("noor", /Beslis over de overbrugging/);
    expect(wordsOf(bundle.card)).not.toMatch(/logopedie/i);
    expect(bundle.summary).not.toMatch(/logopedie|wachtlijst|overbrugging/i);
    const form = await s.press("noor", "Beslissen", {}, /Beslis over de overbrugging/);
    await s.send("noor", form, { doelcheck: "bereikt", besluit: "stoppen" }, "Verder");
    expect(await card("noor")).toContain("De overbrugging is gestopt");
    const check = await s.send("noor", await s.press("noor", "Wachtlijst"), {}, "Hoe staat het nu?");
    const begun = { antwoord_logopedie: "gestart", op_logopedie: "2026-11-23" };
    await s.send("noor", check, begun, "Vastleggen");
    expect(await card("noor")).toContain("Wachttijd: 7 weken");
    expect(await s.count("wachtplek where wachtdagen = 49")).toBe(1);
    expect(await broken(s)).toEqual([]);
  });

  it("is taken back by the ib when the toestemming goes, and nobody is asked to follow it any more", async () => {
    await decided();
    await told();
    await s.send("noor", await open("noor", "Aanmelding is verstuurd"), akkoord(), "Vastleggen");
    await (await withdrawal(s)).press();
    await s.settle();
    expect(await card("noor")).toContain("Laat het Loket weten dat de toestemming er niet meer is");
    await step("ingetrokken");
    expect(await s.count("aanmelding where uitkomst = 'ingetrokken'")).toBe(1);
    expect(await broken(s)).toEqual([]);
  });
});
