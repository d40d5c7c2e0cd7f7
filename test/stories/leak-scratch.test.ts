// @ts-nocheck
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aStory, choice, type Story, wordsOf } from "./story.ts";
import { intake, consent, ready, plan, besluit } from "./leak-scene.ts";
import { withConnection } from "#database/pool.ts";

const leaks = /kanarie|zwaantje/i;
const say = (x) => process.stderr.write(`${x}\n`);
async function admin(s: Story, sql: string) {
  await withConnection({ url: s.db.adminUrl, applicationName: "leak" }, (c) => c.script(sql));
}
async function stale(s: Story, as: string) {
  return (await s.teams.inbox({ as })).filter((i) => i.from === "bot" && leaks.test(JSON.stringify(i)));
}
const heads = async (s, as) => (await stale(s,as)).map(i=>wordsOf(i.card).slice(0,110).replace(/\n/g,"|"));
const findInput = (c: any, id): any => Array.isArray(c) ? c.map((x)=>findInput(x,id)).find(Boolean) : c && typeof c === "object" ? (c.id === id ? c : Object.values(c).map((x)=>findInput(x,id)).find(Boolean)) : undefined;
let s: Story; let a = "", b = ""; let back;
beforeAll(async () => {
  s = await aStory();
  a = await intake(s, { naam: "Zwaantje Kanarievogel", vraag: "Vraagkanarie rekent" });
  await consent(s, a, {partners: "smw,bpo"});
  await ready(s, a);
  b = await intake(s, { naam: "Merel Kanarievogel", vraag: "Vraagkanarie twee" });
  await consent(s, b, {partners: "scp"});
  await ready(s, b);
  say(`a=${a} b=${b}`);
  await s.say("noor", "plan overleg");
  const form = await s.press("noor", "Overleg plannen");
  const bram = choice.of(form, "voorzitter", /Bram/);
  const sent = await s.send("noor", form, { datum: "2026-11-27", begin: "14:00", duur: "30", link: "https://teams.microsoft.com/l/meetup-join/Zwaantje%20Kanarievogel?subject=Vraagkanarie", voorzitter: bram });
  say(`plan ${sent.closed} ${wordsOf(sent.dialog?.card).slice(0,300)}`);
  await admin(s, `update lidmaatschap set voorzitter = true where persoon_id = (select id from persoon where naam like 'Bram%')`);
  back = await s.save();
});
afterAll(() => s.close());
it("H10 link", async () => {
  const r = (await s.teams.inbox({as:"yasmina"})).map((i)=>JSON.stringify(i)).filter(x=>leaks.test(x)).length;
  say("H10 link in yasmina's cards: " + r);
  const asked = await s.press("yasmina", "Zet in mijn agenda");
  const url = /https?:\/\/[^"]+\/file\/[A-Za-z0-9_-]+/.exec(JSON.stringify(asked))?.[0] ?? "";
  say("ics: " + leaks.test(await (await fetch(url)).text()));
});
it("H7", async () => {
  await back();
  // noor puts b (hidden from bram) on agenda, 90 min
  const f = await s.press("noor", "Zet op een agenda", {}, new RegExp(b));
  const r = await s.send("noor", f, { minuten: "25" });
  say("b: " + JSON.stringify(r).slice(0,200));
  await s.say("bram", a);
  const g = await s.press("bram", "Zet op een agenda", {}, new RegExp(a));
  const r2 = await s.send("bram", g, { minuten: "10" });
  say("H7 bram hears: " + r2.message);
  const words = wordsOf((await s.see("bram", /Overlegronde/)).card);
  say("bram ronde: " + /HV-\d+/g.exec(words) + " b? " + words.includes(b));
  await s.wait("2026-11-27T13:55");
  await s.press("bram", "Open de overlegronde");
  const w2 = wordsOf((await s.see("bram", /Nu bezig/)).card);
  say(w2.replace(/\n/g,"|").slice(0,700));
  const cl = await s.press("bram", "Sluit de ronde");
  say("close: " + wordsOf(cl.dialog?.card).replace(/\n/g,"|"));
  const done = await s.send("bram", cl, {});
  say("closed: " + JSON.stringify({...done, messages: undefined}).slice(0,300));
  say("sum bram: " + (await s.teams.inbox({as:"bram"})).slice(-1).map(i=>wordsOf(i.card).replace(/\n/g,"|")));
});

it("H8", async () => {
  await back();
  const form = await s.press("noor", "Toestemming aanpassen", {}, new RegExp(a));
  const one = (p) => ({[`antwoord_${p}`]:"ja",[`op_${p}`]:"2026-11-20",[`vorm_${p}`]:"papier",[`bewaarplaats_${p}`]:"map"});
  const st = await s.send("noor", form, { ...one("ouder1"), ...one("ouder2"), partners: "smw,bpo", gecontroleerd: "true", geldigTot: "2026-11-25" });
  say("consent " + st.closed + wordsOf(st.dialog?.card).slice(0,600));
  await s.say("bram", a);
  const g = await s.press("bram", "Zet op een agenda", {}, new RegExp(a));
  const r2 = await s.send("bram", g, { minuten: "10" });
  say("H8 bram hears: " + wordsOf(r2.dialog?.card).replace(/\n/g,"|").slice(0,400));
});
it("H9", async () => {
  await back();
  // put a on agenda, decide with actie for saskia; bram has actie on a too. yasmina has an actie on b?
  await admin(s, "select 1");
  const f = await s.press("noor", "Zet op een agenda", {}, new RegExp(a));
  await s.send("noor", f, { minuten: "10" });
  const f2 = await s.press("noor", "Zet op een agenda", {}, new RegExp(b));
  await s.send("noor", f2, { minuten: "10" });
  await s.wait("2026-11-27T13:55");
  await s.press("bram", "Open de overlegronde");
  const act = await s.press("bram", "Actie toevoegen");
  say(wordsOf(act.dialog.card).replace(/\n/g,"|").slice(0,500));
  const r = await s.send("bram", act, { wie1: choice.of(act, "wie1", /Bram/), wat1: "Actiekanarie", datum1: "2026-12-11" });
  say("actie " + JSON.stringify({...r, messages: undefined}).slice(0,300));
});
