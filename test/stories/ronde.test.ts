import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { pressWords } from "#cards/press.ts";
import { rondeWords } from "#cards/ronde.ts";
import { oldButton } from "./hand.ts";
import { broken } from "./invariant.ts";
import { regenboog, upTo } from "./path.ts";
import { aStory, choice, hasAction, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/**
 * A round of two hulpvragen with four people: Noor leads, Bram and Peter are named by the parents, Yasmina is not. Each test
 * goes on where the one before it stopped.
 */
let s: Story;
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "klaarzetten");
  await upTo(s, "openen", { ...regenboog, leerling: "Zilver Kanariezanger" });
});
afterAll(async () => {
  expect(await broken(s)).toEqual([]);
  await s.close();
});

const round = /Zorgronde · Overlegronde/;
const cardOf = async (as: string) => (await s.see(as, round)).card;
const words = async (as: string) => wordsOf(await cardOf(as));
/** The number that stands under this heading. */
const under = async (as: string, heading: string) =>
  new RegExp(`${heading}\\n.*?(HV-\\d{4})`).exec(await words(as))?.[1] ?? null;
const editsFor = async (as: string, from: number) => {
  const { conversation: own } = await s.see(as, round);
  return s.teams.calls(from).filter(({ conversation, op }) => conversation === own && op !== "typing").length;
};
const lastCall = () => s.teams.calls().at(-1)?.n ?? 0;

describe("a round, item by item", () => {
  it("begins with nothing spoken of: first what is still open, and the clock of an item starts by a press", async () => {
    expect(await words("noor")).toContain("Hierna aan de beurt");
    expect(await words("noor")).toMatch(/Nog 30 minuten agenda: klaar om 14:25\./);
    expect(await words("bram")).toContain("Eerstvolgende");
    expect(await words("yasmina")).not.toMatch(/HV-|aan de beurt|minuten/);
    for (const as of ["bram", "peter", "yasmina"])
      expect(hasAction(await cardOf(as), "Begin dit punt")).toBe(false);
  });

  it("is followed on their own card by who may hear it; of who may not, the card stays as it is", async () => {
    const before = await cardOf("yasmina");
    const from = lastCall();
    await s.press("noor", "Begin dit punt");
    expect(await words("noor")).toContain("13:55 tot 14:10 (15 minuten)");
    expect(await words("noor")).toMatch(/Vraag:.*\n.*Analyse:.*\n.*Plan:.*\n.*Wie doet wat:.*\n.*Evaluatie:/);
    for (const as of ["bram", "peter"]) {
      expect(await words(as)).toContain("Nu aan de beurt");
      expect(await words(as)).not.toMatch(/Analyse:|minuten agenda/);
      expect(await editsFor(as, from)).toBe(1);
    }
    expect(await cardOf("yasmina")).toEqual(before);
    expect(await editsFor("yasmina", from)).toBe(0);
  });

  it("says to who leads that the time is over, once, and gets five minutes more by one press, however often it is brought", async () => {
    await s.wait("PT17M");
    expect(await words("noor")).toContain("De tijd is om.");
    expect(await words("bram")).not.toContain("De tijd is om");
    s.teams.fault({ kind: "repeat-invoke", conversation: "personal:noor", op: "invoke" });
    const old = await oldButton(s, "noor", "5 minuten erbij");
    await s.press("noor", "5 minuten erbij");
    expect(await words("noor")).toContain("13:55 tot 14:15 (20 minuten)");
    expect((await old.press()).message ?? "").toMatch(
      new RegExp(`${pressWords.stale}|${pressWords.already}`),
    );
    await s.settle();
    expect(await words("noor")).toContain("(20 minuten)");
  });

  it("goes on when the process is started again, and reaches who was away later", async () => {
    await s.restart();
    s.teams.fault({ kind: "down", conversation: "personal:bram" });
    const first = await under("noor", "Nu aan de beurt");
    await s.press("noor", "Volgende punt");
    const second = await under("noor", "Nu aan de beurt");
    expect(second).not.toBe(first);
    expect(await under("peter", "Nu aan de beurt")).toBe(second);
    expect(await under("bram", "Nu aan de beurt")).toBe(first);
    s.teams.clearFaults();
    await s.wait("PT5M");
    expect(await under("bram", "Nu aan de beurt")).toBe(second);
  });

  it("is brought in by somebody who may hear it, and the card says so", async () => {
    const opened = await s.press("noor", "Wie brengt in?");
    expect(wordsOf(opened.dialog?.card)).not.toContain("Yasmina");
    await s.send("noor", opened, { inbrenger: choice.of(opened, "inbrenger", /Bram/) });
    expect(await words("noor")).toContain("Bram de Wit brengt in.");
  });

  it("goes on with another chair: the old card leads no more, and the new one tells no more than before", async () => {
    const old = await oldButton(s, "noor", "5 minuten erbij");
    const opened = await s.press("noor", "Voorzitter wisselen");
    await s.send("noor", opened, { voorzitter: choice.of(opened, "voorzitter", /Bram/) });
    expect(await words("bram")).toContain("Jij bent nu voorzitter.");
    expect(await words("bram")).not.toContain("minuten agenda");
    expect(hasAction(await cardOf("bram"), "5 minuten erbij")).toBe(true);
    expect(hasAction(await cardOf("noor"), "5 minuten erbij")).toBe(false);
    expect((await old.press()).message).toBe(rondeWords.itemGone);
    await s.settle();
  });

  it("is taken over from a chair who fell silent, who hears it", async () => {
    const opened = await s.press("noor", "Ik neem over");
    expect(wordsOf(opened.dialog?.card)).toContain("Nu is Bram de Wit voorzitter.");
    await s.send("noor", opened, {});
    expect(hasAction(await cardOf("noor"), "5 minuten erbij")).toBe(true);
    expect(await words("bram")).toContain("Een collega ging verder als voorzitter.");
    expect(hasAction(await cardOf("bram"), "Besluit")).toBe(false);
    expect(await s.count("gebeurtenis where soort = 'voorzitter_gewisseld'")).toBe(2);
  });

  it("asks a partner for the outside and nothing else where the parents did not object", async () => {
    const hv = await under("noor", "Nu aan de beurt");
    const own = `hulpvraag_id = (select id from hulpvraag where referentie = '${hv}')`;
    await s.sql(`
      update toestemming set grondslag = 'instemming' where ${own};
      insert into ouderinformatie (toestemming_id, swv_id, szt_id, school_id, hulpvraag_id, verzonden_op, wijze, aan, taal, begrepen, regel, bezwaar_tot)
        select t.id, h.swv_id, h.szt_id, h.school_id, h.id, '2026-11-02', 'brief', '{ouder1,ouder2}', 'nederlands', 'ja',
          '{"unit":"schooldagen","amount":10}', '2026-11-16'
        from toestemming t join hulpvraag h on h.id = t.hulpvraag_id where t.${own};`);
    await s.say("bram", "agenda");
    const opened = await s.press("bram", "Is dit kind bij jullie bekend?");
    const refused = await s.send("bram", opened, { bekend: "ja", maand: "3", jaar: "" });
    expect(wordsOf(refused.dialog?.card)).toContain("kies een maand én een jaar");
    await s.send("bram", refused, { bekend: "ja", maand: "3", jaar: "2024" });
    expect(await words("bram")).toContain("Jij gaf door: bekend sinds maart 2024.");
    expect(await words("noor")).toContain("Bram de Wit (SMW): bekend sinds maart 2024");
    await s.say("peter", "agenda");
    expect(await words("peter")).not.toContain("maart 2024");
    expect(await s.plaintext()).not.toContain("sinds 2024-03");
  });

  it("shows before it is closed what has no besluit, and loses nothing after", async () => {
    const opened = await s.press("noor", "Besluit");
    await s.send("noor", opened, { besluiten: "basisondersteuning", afweging: "Afwegingkanarie" });
    const left = await under("noor", "Hierna aan de beurt");
    const closing = await s.press("noor", "Sluit de ronde");
    expect(wordsOf(closing.dialog?.card)).toContain(`Dit wacht op de volgende overlegronde: ${left}.`);
    await s.send("noor", closing, {});
    expect(await words("noor")).toContain("Afgelopen");
    expect(await s.count("hulpvraag where status = 'klaargezet'")).toBe(1);
    expect(await s.count("besluit")).toBe(1);
    expect(await s.count("agendapunt where status = 'gepland'")).toBe(0);
  });
});
