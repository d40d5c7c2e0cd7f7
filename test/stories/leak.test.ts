import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { neutralCard } from "#cards/neutral.ts";
import {
  allSay,
  aReady,
  choice,
  closed,
  consent,
  holding,
  intake,
  type Kind,
  joins,
  plan,
  presses,
  putOn,
} from "./leak-scene.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

const zwaan: Kind = {
  mark: /zwaan/i,
  naam: "Zwaantje Kanariepiet",
  vraag: "Vraagzwaan loopt vast",
  partners: "smw,scp,bpo",
};
const merel: Kind = {
  mark: /merel/i,
  naam: "Mereltje Kanariepiet",
  vraag: "Vraagmerel wil niet meer",
  partners: "smw",
};

let s: Story;
let hv = "";
let other = "";
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "leerplicht");
  await joins(s, "daan", "smw", { tot: "2026-11-22" });
  await joins(s, "joost", "scp", { van: "2026-11-27" });
});
afterAll(() => s.close());

/** Who gets the card of Zwaantje by asking for its number. */
async function askers(mark: RegExp, number: string): Promise<string[]> {
  const answers = await allSay(s, number);
  const neutral = JSON.stringify(neutralCard());
  const got: string[] = [];
  for (const [as, items] of answers) {
    const [item] = items;
    if (items.length === 1 && JSON.stringify(item?.card) === neutral) continue;
    got.push(mark.test(JSON.stringify(items)) ? as : `${as} zonder naam`);
  }
  return got.sort();
}
const log = (x: unknown) => process.stderr.write(`${typeof x === "string" ? x : JSON.stringify(x)}\n`);
async function look(moment: string) {
  const t = performance.now();
  const asked = await askers(zwaan.mark, hv);
  const m = other ? await askers(merel.mark, other) : [];
  log(`${moment}: Z asks ${asked} | stands ${await holding(s, zwaan.mark)} || M asks ${m} | stands ${await holding(s, merel.mark)} ${Math.round(performance.now() - t)}ms`);
}

describe("walk", () => {
  it("all", async () => {
    const t = performance.now();
    hv = await intake(s, zwaan);
    await look("concept");
    await consent(s, hv, zwaan);
    await look("toestemming");
    await presses(s, "noor", "Klaarzetten voor de ronde", hv);
    await look("klaargezet");
    await s.wait("PT1M");
    other = await aReady(s, merel);
    await plan(s, "2026-11-26");
    await putOn(s, hv);
    await putOn(s, other);
    await look("agenda");
    await s.wait("2026-11-24T12:00");
    await look("na -2");
    log(performance.now() - t);
    await s.wait("2026-11-26T13:55");
    await s.press("noor", "Open de overlegronde");
    await look("open");
    const form = await s.press("noor", "Besluit", {}, new RegExp(hv));
    closed(await s.send("noor", form, {
      besluiten: "regierol_toewijzen", afweging: "Zwaanafweging kent het gezin", regierolVoor: choice.of(form, "regierolVoor", /Hanna/),
      wie1: choice.of(form, "wie1", /Peter/), wat1: "Zwaanactie inlichten", datum1: "2026-12-11" }));
    await look("besloten");
    closed(await s.send("noor", await s.press("noor", "Sluit de ronde"), {}));
    await s.press("noor", "Plaats in het kanaal");
    await look("geplaatst");
    const tell = await presses(s, "noor", "Terugkoppeling ouders", hv);
    closed(await s.send("noor", tell, { verteldOp: "2026-11-26", antwoord: "ja", akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" }));
    await look("aangeboden hanna");
    const nee = await presses(s, "hanna", "Nee, ik kan het niet", hv);
    closed(await s.send("hanna", nee, { reden: "geen_tijd" }));
    await look("geweigerd");
    await s.wait("PT1M");
    const ander = await presses(s, "noor", "Vraag iemand anders", hv);
    closed(await s.send("noor", ander, { aan: choice.of(ander, "aan", /Bram/), akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" }));
    await look("aangeboden bram");
    await presses(s, "bram", "Ja, ik neem de regierol", hv);
    await look("in uitvoering");
    log(performance.now() - t);
    await s.wait("2026-12-01T09:00");
    await look("dagbericht");
    log(performance.now() - t);
    closed(await s.send("bram", await presses(s, "bram", "Terug naar schakelteam", hv), {}));
    await look("terug");
    await plan(s, "2026-12-03");
    await putOn(s, hv);
    await look("weer op agenda");
    await s.wait("2026-12-03T13:55");
    await s.press("noor", "Open de overlegronde");
    const again = await s.press("noor", "Besluit", {}, new RegExp(hv));
    closed(await s.send("noor", again, { besluiten: "doorlopen", afweging: "Zwaanafweging twee" }));
    await look("doorlopen");
    closed(await s.send("noor", await s.press("noor", "Sluit de ronde"), {}));
    const t2 = await presses(s, "noor", "Terugkoppeling ouders", hv);
    closed(await s.send("noor", t2, { verteldOp: "2026-12-03" }));
    await look("in uitvoering 2");
    closed(await s.send("bram", await presses(s, "bram", "Afsluiten voorstellen", hv), { reden: "doel_bereikt" }));
    closed(await s.send("noor", await presses(s, "noor", "Afsluiting bevestigen", hv), { verteldOp: "2026-12-03" }, "Bevestig"));
    await look("afgesloten");
    log(performance.now() - t);
    log(wordsOf((await s.teams.inbox({ as: "yasmina" })).filter((m) => m.scope === "channel").map((m) => m.card)));
  }, 120_000);
});
