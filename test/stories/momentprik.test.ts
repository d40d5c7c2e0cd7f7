import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { pressWords } from "#cards/press.ts";
import { joinLink } from "#test/usecases/a-round.ts";
import { aStory, choice, hasAction, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let s: Story;
let fresh: (last?: "last") => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  fresh = await s.save();
});
afterAll(() => s.close());

const poll = /Datumprikker/;
const slots = {
  ...{ datum1: "2026-12-07", begin1: "13:30" },
  ...{ datum2: "2026-12-08", begin2: "09:00" },
  ...{ datum3: "2026-12-10", begin3: "13:30" },
  uiterlijk: "2026-12-03",
};

/** Ids of the questions on the newest card, in order. */
async function questions(as: string): Promise<readonly string[]> {
  const { card } = await s.see(as, poll);
  return [...JSON.stringify(card).matchAll(/"id":"(moment-[^"]+)"/g)].map(([, id]) => id ?? "");
}

const letters: Readonly<Record<string, string>> = { j: "ja", m: "als_het_moet", n: "nee" };
const chosen = (ids: readonly string[], word: string) =>
  Object.fromEntries(ids.map((id, index) => [id, letters[word[index] ?? ""] ?? ""]));

/** From the card itself. */
const answers = async (as: string, word: string, title = "Bewaar mijn antwoord") =>
  s.press(as, title, chosen(await questions(as), word), poll);

/** From the dialog, for who decides. */
async function ownAnswer(as: string, word: string) {
  const opened = await s.press(as, "Mijn antwoord geven", {}, poll);
  const ids = Object.keys(choice.each(opened, "moment-", ""));
  return s.send(as, opened, chosen(ids, word));
}

async function asksForNew(): Promise<Pressed> {
  await s.say("noor", "prik een moment");
  const opened = await s.press("noor", "Moment prikken");
  const deelnemers = ["Noor", "Bram", "Saskia"].map((naam) =>
    choice.of(opened, "deelnemers", new RegExp(naam)),
  );
  return s.send("noor", opened, {
    ...slots,
    duur: "60",
    plaats: "op_school_en_online",
    link: joinLink,
    deelnemers: deelnemers.join(","),
  });
}

async function plansRound(datum: string) {
  await s.say("noor", "plan overleg");
  const opened = await s.press("noor", "Overleg plannen");
  const people = ["Noor", "Bram", "Saskia"].map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)));
  await s.send("noor", opened, {
    datum,
    begin: "13:30",
    duur: "60",
    plaats: "op_school_en_online",
    link: joinLink,
    deelnemers: people.join(","),
    voorzitter: people[0] ?? "",
  });
}

const seen = async (as: string) => wordsOf((await s.see(as, poll)).card);
const said = ({ card, message, dialog, error }: Pressed) =>
  JSON.stringify([wordsOf(card), message, wordsOf(dialog?.card), error]);
/** New messages since, with their summaries. */
const toasts = async (as: string) =>
  (await s.teams.inbox({ as })).filter(({ from }) => from === "bot").map(({ summary }) => summary ?? "");

describe("a moment for a new round", () => {
  it("is asked in each own chat, answered on the card, proposed with the reason, and chosen", async () => {
    await fresh();
    expect(said(await asksForNew())).toContain("De datumprikker loopt");
    expect(await seen("bram")).toMatch(/Geef aan wanneer je kunt.*Antwoorden\n0 van 3/s);
    expect(await seen("noor")).toContain("Nog geen antwoord:** Saskia Blom, Noor Visser en Bram de Wit.");
    expect((await toasts("saskia")).at(-1)).toBe("Wanneer kun je overleggen?");

    expect(said(await answers("bram", "jnj"))).toContain("Je antwoord is bewaard");
    // What others can see of it is only how many answered.
    expect(await seen("saskia")).not.toContain("Bram");
    expect(await seen("bram")).toContain("1 van 3");
    await answers("bram", "jjj", "Bewaar mijn nieuwe antwoord");
    await ownAnswer("noor", "jjj");
    expect(await seen("noor")).toContain("past tot nu toe het best");
    await answers("saskia", "nmn");

    expect((await toasts("noor")).at(-1)).toBe("Kies een moment voor het overleg");
    const proposal = await seen("noor");
    expect(proposal).toMatch(/Mijn voorstel: \*\*Dinsdag 8 december 2026 om 09:00 uur\*\*/);
    expect(proposal).toContain("Het schakelteam is er dan, en 3 van de 3 kunnen (1 als het moet).");
    expect(proposal).toContain("Kan niet: Saskia Blom");

    expect(said(await s.press("noor", "Kies di 8 dec, 09:00", {}, poll))).toContain("Het moment staat");
    for (const who of ["noor", "bram", "saskia"]) {
      expect(await seen(who)).toContain("Het overleg is op **dinsdag 8 december 2026 om 09:00 uur**");
      expect(wordsOf((await s.see(who, /Overlegronde/)).card)).toContain(
        "Dinsdag 8 december 2026, 09:00 tot 10:00 uur",
      );
    }
    expect((await toasts("bram")).at(-1)).toBe("Je bent uitgenodigd voor een overlegronde");
    // A calendar file as for every round.
    expect((await s.press("bram", "Zet in mijn agenda")).dialog).toBeDefined();
    expect(await s.count("overlegronde where status = 'gepland'")).toBe(1);
    expect(await s.count("momentprik_antwoord where keuze = 'nee'")).toBe(0);
  });

  it("is refused in its form with what was filled in, and nobody is asked", async () => {
    await fresh();
    await s.say("noor", "datumprikker");
    const opened = await s.press("noor", "Moment prikken");
    const wrong = {
      ...slots,
      datum1: "2026-12-12",
      datum3: "2026-12-08",
      begin3: "09:00",
      uiterlijk: "2026-12-08",
    };
    const back = await s.send("noor", opened, {
      ...wrong,
      duur: "60",
      plaats: "online",
      link: "",
      deelnemers: "",
    });
    const words = wordsOf(back.dialog?.card);
    for (const line of [
      "Pas aan: dat is in het weekend.",
      "Pas aan: dit moment staat er al.",
      "Pas aan: kies een dag voor het eerste moment",
      "Pas aan: wie online meedoet, heeft een link nodig.",
      "Pas aan: kies ten minste nog iemand anders.",
      "2026-12-12",
    ])
      expect(words).toContain(line);
    expect(await s.count("momentprik")).toBe(0);
    expect(await s.everything("bram")).not.toMatch(poll);
  });

  it("is asked once at a time: the one that goes on is shown, to who is asked too", async () => {
    await fresh();
    await asksForNew();
    const again = await s.press("noor", "Moment prikken");
    expect(said(again)).toContain("Er loopt al een datumprikker");
    expect(await s.count("momentprik")).toBe(1);
    const [shown] = await s.say("bram", "prik een moment");
    expect(wordsOf(shown?.card)).toContain("Wanneer overleggen we?");
    // Who plans nothing and is asked nothing gets to hear who does.
    const [nothing] = await s.say("hanna", "prik een moment");
    expect(wordsOf(nothing?.card)).toContain("doet de ib of coo");
  });

  it("reminds who has not answered, once, and lays it before the chair on the last day", async () => {
    await fresh();
    await asksForNew();
    await answers("bram", "jjj");
    await s.wait("2026-12-02T12:00");
    expect(await seen("saskia")).toContain("Je antwoord is er nog niet");
    expect(await seen("bram")).not.toContain("Je antwoord is er nog niet");
    await s.wait("2026-12-03T15:00");
    const reminded = "kennisgeving where soort = 'momentprik_herinnerd'";
    expect(await s.count(reminded)).toBe(2);
    await s.wait("2026-12-03T16:05");
    expect(await seen("noor")).toContain("Bij geen enkel moment is het schakelteam compleet");
    expect(await seen("bram")).toContain("De voorzitter kiest");
    expect(hasAction((await s.see("bram", poll)).card, "Bewaar mijn nieuwe antwoord")).toBe(false);
    expect(await s.count(reminded)).toBe(2);
    // Nobody chooses, and all moments go by.
    await s.wait("2026-12-10T14:00");
    expect(await seen("noor")).toContain("Alle momenten zijn voorbij");
    expect(await seen("bram")).toContain("Vervallen");
    expect(await s.count("overlegronde")).toBe(0);
    expect(await s.count("momentprik_antwoord")).toBe(0);
  });

  it("is asked again with other moments, and an old card brings the new ones", async () => {
    await fresh();
    await asksForNew();
    const old = await s.find("bram", "Bewaar mijn antwoord", poll);
    const ids = await questions("bram");
    const opened = await s.press("noor", "Vraag andere momenten", {}, poll);
    const sent = await s.send("noor", opened, {
      ...{ datum1: "2026-12-15", begin1: "13:30", datum2: "2026-12-16", begin2: "13:30" },
      uiterlijk: "2026-12-10",
    });
    expect(said(sent)).toContain("Iedereen krijgt de nieuwe momenten");
    const pressed = await s.teams.press({
      as: "bram",
      message: old.id,
      action: "Bewaar mijn antwoord",
      data: chosen(ids, "jjj"),
    });
    expect(said(pressed)).not.toContain("Je antwoord is bewaard");
    await s.settle();
    expect(await s.count("momentprik_antwoord")).toBe(0);
    expect(await seen("bram")).toContain("Di 15 dec");
    expect(said(await answers("bram", "jj"))).toContain("Je antwoord is bewaard");
  });

  it("stops when the chair says so, and says so on every card", async () => {
    await fresh();
    await asksForNew();
    await answers("bram", "jjj");
    expect(said(await s.send("noor", await s.press("noor", "Stop de datumprikker", {}, poll), {}))).toContain(
      "De datumprikker is gestopt",
    );
    for (const who of ["noor", "bram", "saskia"]) expect(await seen(who)).toContain("Gestopt");
    expect(await s.count("momentprik_antwoord")).toBe(0);
  });
});

describe("what others press", () => {
  it("shows them nothing: not a colleague's card, not an outsider, and nothing stands in a channel", async () => {
    await fresh();
    await asksForNew();
    const { id } = await s.find("bram", "Bewaar mijn antwoord", poll);
    const ids = await questions("bram");
    for (const as of ["hanna", "wim", "lotte", "saskia"]) {
      const pressed = await s.teams.press({
        as,
        message: id,
        action: "Bewaar mijn antwoord",
        data: chosen(ids, "nnn"),
      });
      expect(said(pressed)).not.toContain("Datumprikker");
    }
    await s.settle();
    expect(await s.count("momentprik_antwoord")).toBe(0);
    const channels = (await s.teams.inbox({ as: "noor" })).filter(({ scope }) => scope !== "personal");
    expect(JSON.stringify(channels)).not.toMatch(/datumprikker/i);
    for (const as of ["hanna", "wim", "fatima"]) expect(await s.everything(as)).not.toMatch(/datumprikker/i);
  });

  it("is taken once when two choose from two cards, and the second sees how it is", async () => {
    await fresh();
    await asksForNew();
    await ownAnswer("noor", "jjj");
    const { id } = await s.find("noor", "Kies ma 7 dec, 13:30", poll);
    const other = await s.press("noor", "Kies een ander moment", {}, poll);
    const press = () => s.teams.press({ as: "noor", message: id, action: "Kies ma 7 dec, 13:30" });
    const both = await Promise.all([press(), press()]);
    await s.settle();
    expect(
      both
        .map(said)
        .filter((words) => words.includes("Het moment staat") || words.includes("De overlegronde staat")),
    ).toHaveLength(1);
    const late = await s.send("noor", other, { moment: choice.of(other, "moment", /Di 8 dec/) });
    expect(said(late)).toContain(pressWords.stale);
    expect(await s.count("overlegronde")).toBe(1);
  });
});

describe("another moment for a round that stands", () => {
  it("is asked from its card, stays where it is until chosen, and then moves with a new invitation", async () => {
    await fresh();
    await plansRound("2026-12-04");
    const opened = await s.press("noor", "Prik een ander moment");
    expect(said(await s.send("noor", opened, slots))).toContain("De datumprikker loopt");
    expect(await seen("bram")).toContain("vrijdag 4 december 2026 om 13:30 uur");
    expect(wordsOf((await s.see("bram", /Overlegronde/)).card)).toContain("Er loopt een datumprikker");
    for (const who of ["bram", "saskia"]) await answers(who, "jjj");
    await ownAnswer("noor", "njj");
    expect(await seen("noor")).toContain("Een later moment past even goed");
    await s.press("noor", "Kies di 8 dec, 09:00", {}, poll);
    expect((await toasts("bram")).at(-1)).toBe("Een overlegronde is verzet");
    const ronde = wordsOf((await s.see("bram", /Overlegronde/)).card);
    expect(ronde).toContain("Dinsdag 8 december 2026, 09:00 tot 10:00 uur");
    expect(ronde).not.toContain("Er loopt een datumprikker");
    expect(await s.count("overlegronde")).toBe(1);
  });

  it("ends when the round is called off, and an old card can do nothing more", async () => {
    await fresh("last");
    await plansRound("2026-12-04");
    await s.send("noor", await s.press("noor", "Prik een ander moment"), slots);
    const { id } = await s.find("bram", "Bewaar mijn antwoord", poll);
    const ids = await questions("bram");
    await s.send("noor", await s.press("noor", "Afzeggen", {}, /Overlegronde/), {});
    for (const who of ["noor", "bram", "saskia"])
      expect(await seen(who)).toContain("De overlegronde gaat niet door");
    await s.teams.press({
      as: "bram",
      message: id,
      action: "Bewaar mijn antwoord",
      data: chosen(ids, "jjj"),
    });
    await s.settle();
    expect(await s.count("momentprik_antwoord")).toBe(0);
    await s.wait("2026-12-10T14:00");
    expect(await s.count("kennisgeving where soort in ('momentprik_herinnerd', 'momentprik_voorstel')")).toBe(
      0,
    );
  });
});
