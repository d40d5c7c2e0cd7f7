import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { gestoptSummary } from "#cards/gestopt.ts";
import { buttonsOf, form, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { canaries, consentForm, kompas, ready, regenboog, stopsAt, upTo } from "./path.ts";
import { numberOf, withdrawal } from "./race.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** What a toestemming covers, and what becomes of it, as the people around the child get to see it in Teams. */
let s: Story;
let at: (point: "tafel" | "agenderen" | "aannemen") => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  at = await stopsAt(s, ["tafel", "agenderen", "aannemen"]);
});
afterAll(() => s.close());

const named = ["bram", "saskia", "peter", "hanna"] as const;
const others = [...named, "yasmina", "wim", "fatima", "ruud"] as const;

async function channel(as: string): Promise<string> {
  const posts = (await s.teams.inbox({ as })).filter(({ scope }) => scope === "channel");
  return posts.map(({ card, summary, text }) => `${summary}${text}${wordsOf(card)}`).join("\n");
}

/** Puts the card of the hulpvraag in the chats of those who may see it now. */
async function everybodyLooks(): Promise<readonly string[]> {
  const hv = await numberOf(s);
  for (const as of named) await s.say(as, hv);
  const names = await Promise.all(named.map(async (as) => [as, await s.everything(as)] as const));
  return names.filter(([, all]) => canaries.test(all)).map(([as]) => as);
}

/** Every button in the chats of these people, pressed now, shows and does nothing of the hulpvraag. */
async function expectNothingLeft(people: readonly string[]): Promise<void> {
  for (const as of people) {
    expect(await s.everything(as), as).not.toMatch(canaries);
    const items = (await s.teams.inbox({ as })).filter(({ scope }) => scope === "personal");
    for (const { data } of items.flatMap(({ card }) => buttonsOf(card))) {
      const answer = await send(s, as, { verb: data.verb, t: data.t });
      expect(`${answer.message ?? ""}${wordsOf(answer.card)}${wordsOf(answer.dialog?.card)}`, as).not.toMatch(
        canaries,
      );
    }
  }
}

/** The form of the toestemming, filled in as it stands but for this. */
async function record(over: Readonly<Record<string, string>>): Promise<boolean> {
  const kept = await s.count("toestemming");
  await s.say("noor", await numberOf(s));
  const opened = await consentForm(s, "noor");
  await send(s, "noor", form(s, "noor", opened, { gecontroleerd: "true", ...over }).sends);
  await s.settle();
  return (await s.count("toestemming")) === kept + 1;
}

describe("a parent takes the toestemming back while somebody holds the regierol", () => {
  beforeEach(() => at("aannemen"));

  it("everything is taken back although Teams refuses at first, and the ib sees how far it is", async () => {
    const hv = await numberOf(s);
    expect(await everybodyLooks()).toEqual([...named]);
    expect(await channel("bram")).toContain(hv);
    const held = await withdrawal(s);
    s.teams.fault({ kind: "429", conversation: "personal:bram", for: 6 });
    await held.press();
    await s.settle();
    await s.say("noor", hv);
    expect(wordsOf((await s.see("noor", new RegExp(hv))).card)).toMatch(/Nog \d+ berichten? te gaan/);
    await s.wait("PT1H");
    expect(wordsOf((await s.see("noor", new RegExp(hv))).card)).toContain("Overal weggehaald.");
    await expectNothingLeft(others);
    for (const as of others) expect(await channel(as), as).not.toContain(hv);
    expect(await broken(s)).toEqual([]);
  });

  it("who could see it is told to stop and with which school: not which one it was, nor who said no, nor why", async () => {
    const hv = await numberOf(s);
    await everybodyLooks();
    await (await withdrawal(s)).press();
    await s.settle();
    for (const as of named) {
      const told = (await s.teams.inbox({ as })).filter(({ summary }) => summary === gestoptSummary);
      expect(told, as).toHaveLength(1);
      const words = `${told[0]?.text ?? ""}${wordsOf(told[0]?.card)}`;
      expect(words).not.toMatch(canaries);
      expect(words).not.toContain(hv);
      expect(words, "or somebody with three schools cannot act on it").toContain(
        "Een hulpvraag van De Regenboog",
      );
      expect(told[0]?.summary, "what a lock screen shows").not.toContain("Regenboog");
      expect(words).not.toMatch(/ouder|bezwaar|intrek|\btrok\b|toestemming/i);
    }
    for (const as of ["noor", "yasmina", "wim", "fatima", "ruud"])
      expect(await s.everything(as), as).not.toContain(gestoptSummary);
  });

  it("the holder and the ib each have their task, and the channel says nothing of it", async () => {
    const hv = await numberOf(s);
    expect(await channel("bram")).toContain(hv);
    await (await withdrawal(s)).press();
    await s.settle();
    const tasksOf = async (as: string) =>
      (await s.say(as, "mijn acties")).map(({ card }) => wordsOf(card)).join();
    expect(await tasksOf("noor")).toContain("Praat met wie nee zei");
    const holder = await tasksOf("bram");
    expect(holder).toContain("Stop: gebruik niets meer van deze hulpvraag");
    expect(holder).not.toMatch(canaries);
    const now = await channel("bram");
    expect(now).not.toMatch(/ingetrokken|bezwaar|toestemming|gestopt|vervallen/i);
    expect(now).not.toContain(hv);
  });
});

describe("the last day of a toestemming", () => {
  it("is over at midnight on the cards of all whom it named, whoever holds the regierol", async () => {
    await at("aannemen");
    const day = s.now().toPlainDate();
    expect(await record({ geldigTot: day.toString() })).toBe(true);
    expect(await everybodyLooks()).toEqual([...named]);
    await s.wait(`${day}T23:59`);
    for (const as of named) expect(await s.everything(as), as).toMatch(canaries);
    await s.wait(`${day.add({ days: 1 })}T00:01`);
    await expectNothingLeft(named);
    expect(wordsOf((await s.see("noor", /HV-/)).card)).toContain("Vraag opnieuw");
    expect(await broken(s)).toEqual([]);
  });

  it("is announced to the ib six schoolweken ahead, the holidays not counted, and to nobody else", async () => {
    await at("aannemen");
    expect(await record({ geldigTot: "2027-01-29" })).toBe(true);
    const asked = /Vraag opnieuw toestemming/;
    await s.wait("2026-12-03T18:00");
    expect(await s.everything("noor")).not.toMatch(asked);
    await s.wait("2026-12-08T18:00");
    expect(await s.everything("noor")).toMatch(asked);
    for (const as of others) expect(await s.everything(as), as).not.toMatch(asked);
  });
});

describe("what a toestemming covers", () => {
  it("a subject left out is not shown to whom it names, and the ib sees that it may not be spoken of", async () => {
    await at("tafel");
    await (await ready(s, "toestemming")).press();
    await s.settle();
    expect(await record({ uitgesloten: "gedrag" })).toBe(true);
    await upTo(s, "agenderen", undefined, "klaarzetten");
    const hv = await numberOf(s);
    const [theirs] = await s.say("bram", hv);
    expect(wordsOf(theirs?.card)).toMatch(canaries);
    expect(wordsOf(theirs?.card)).toMatch(/Niet (bespreken|over spreken)[^\n]*gedrag/i);
    const [own] = await s.say("noor", hv);
    expect(wordsOf(own?.card)).toMatch(/Niet bespreken: [^\n]*gedrag/i);
  });

  it("a question of which every subject is left out is not put ready", async () => {
    await at("tafel");
    await (await ready(s, "toestemming")).press();
    await s.settle();
    expect(await record({ uitgesloten: "leren,gedrag" })).toBe(false);
    expect(await s.count("toestemming where cardinality(uitgesloten) > 0")).toBe(0);
  });

  it("who is not named sees no trace, and does once everyone has said yes again", async () => {
    await at("agenderen");
    expect(await record({ partners: "smw" })).toBe(true);
    const hv = await numberOf(s);
    for (const as of ["peter", "saskia", "hanna"]) expect(await s.everything(as), as).not.toMatch(canaries);
    expect(await s.everything("bram")).toMatch(canaries);
    const opened = await s.send("noor", await s.press("noor", "Toestemming"), {}, "Partner erbij");
    const yes = (of: string) => ({
      [`antwoord_${of}`]: "ja",
      [`op_${of}`]: s.now().toPlainDate().toString(),
      [`vorm_${of}`]: "papier",
      [`bewaarplaats_${of}`]: "mapkanarie",
    });
    const data = { partners: "scp", ...yes("ouder1"), ...yes("ouder2"), gecontroleerd: "true" };
    await form(s, "noor", opened, data).press();
    await s.settle();
    const [answer] = await s.say("peter", hv);
    expect(wordsOf(answer?.card)).toMatch(canaries);
    expect(await s.everything("hanna")).not.toMatch(canaries);
  });

  it("does not go along to another school: those who knew the child at the first see nothing at the second", async () => {
    await at("agenderen");
    const away = { ...kompas, leerling: regenboog.leerling };
    expect(await s.everything("peter")).toMatch(canaries);
    const first = await s.count("hulpvraag");
    await upTo(s, "tafel", away);
    expect(await s.count("hulpvraag")).toBe(first + 1);
    const there = await numberOf(s, "fatima");
    expect(there).not.toBe(await numberOf(s));
    const card = wordsOf((await s.see("fatima", new RegExp(there))).card);
    expect(card).toContain("Het antwoord van ouder 1 ontbreekt nog.");
    for (const as of ["peter", "saskia", "noor"]) {
      const [answer] = await s.say(as, there);
      expect(wordsOf(answer?.card), as).toContain("Dit kan ik je hier niet laten zien");
    }
  });
});
