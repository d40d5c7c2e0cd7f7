import { it } from "vitest";
import { aStory, wordsOf } from "./story.ts";
import { appendFileSync, writeFileSync } from "node:fs";
const show = (label: string, x: unknown) => appendFileSync("/tmp/try.log", `\n=== ${label}\n${typeof x === "string" ? x : JSON.stringify(x, null, 1)}\n`);
it("try", async () => {
  writeFileSync("/tmp/try.log", "");
  const s = await aStory();
  try {
    const say = await s.say("noor", "nieuwe hulpvraag");
    show("say", say.map((m) => wordsOf(m.card)).join("\n---\n"));
    const opened = await s.press("noor", "Extra: hulpvraag maken");
    show("opened", wordsOf(opened.dialog?.card)); 
    const s2 = await s.send("noor", opened, { naam: "Sem Kanarie", leerjaar: "po_5", maand: "04", jaar: "2016", gezag: "beide_ouders" });
    show("step2", s2.dialog ? wordsOf(s2.dialog.card) : s2);
    const s3 = await s.send("noor", s2, { vraag: "Sem raakt vast bij rekenen en trekt zich terug", domeinen: "leren,gedrag", alGedaan: "gesprek_ouders", gedaanToelichting: "Twee gesprekken gevoerd" });
    show("step3", s3.dialog ? wordsOf(s3.dialog.card) : s3);
    const done = await s.send("noor", s3, { urgentie: "gewoon", aanTafel: "smw,scp" });
    show("done", done);
    show("case", wordsOf((await s.see("noor", /HV-/)).card));
    const t = await s.press("noor", "Toestemming vastleggen");
    show("toestemming", t.dialog ? wordsOf(t.dialog.card) + JSON.stringify(t.dialog.card).slice(0,4000) : t);
  } finally { show("log", s.logged.filter(l => l.code !== "beurt")); await s.close(); }
}, 60000);
