import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { afspraakVerb } from "#cards/afspraak.ts";
import type { Outlook } from "#domain/outlook.ts";
import { aGraph, type GraphUnderTest } from "#test/local/a-graph.ts";
import { joinLink } from "#test/usecases/a-round.ts";
import { aStory, choice, hasAction, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let g: GraphUnderTest;
let s: Story;
/** What the bot really calls: a test can let an answer get lost on its way to our own rows. */
let outlook: Outlook;
/** The same, for who waits in vain on purpose. */
let hasty: Outlook;
let fresh: (last?: "last") => Promise<void>;
beforeAll(async () => {
  g = await aGraph();
  outlook = g.outlook({ patienceMs: 20_000, shortMs: 20_000 });
  hasty = g.outlook({ patienceMs: 50, shortMs: 50 });
  s = await aStory({ outlook });
  fresh = await s.save();
});
beforeEach(async () => {
  await fresh();
  g.graph.clearFaults();
  for (const { id } of g.graph.events()) g.graph.remove(id);
  g.graph.calls.length = 0;
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await s.close();
  await g.stop();
});

const form = { datum: "2026-12-07", begin: "13:30", duur: "60", plaats: "op_school_en_online" };

async function plans(over: Readonly<Record<string, string>> = {}) {
  await s.say("noor", "plan overleg");
  const opened = await s.press("noor", "Overleg plannen");
  const people = ["Noor", "Bram", "Saskia"].map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)));
  return s.send("noor", opened, {
    ...form,
    deelnemers: people.join(","),
    voorzitter: people[0] ?? "",
    ...over,
  });
}

const card = async (as: string) => wordsOf((await s.see(as, /deelnemer/)).card);
const events = () => g.graph.events();
const only = () => {
  const [event, ...more] = events();
  if (!event || more.length > 0) throw new Error(`${events().length} events`);
  return event;
};
const invited = () => (only().attendees ?? []).map(({ emailAddress }) => emailAddress.address);
const writes = () =>
  g.graph.calls.filter(({ method, path }) => method !== "GET" && !path.includes("getSchedule"));

async function changes(over: Readonly<Record<string, string>>) {
  const opened = await s.press("noor", "Wijzigen");
  const link =
    JSON.stringify(opened.dialog?.card).match(/https:\/\/teams\.microsoft\.com\/l[^"]+/)?.[0] ?? "";
  const people = ["Noor", "Bram", "Saskia"].map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)));
  return s.send("noor", opened, {
    ...form,
    link,
    deelnemers: people.join(","),
    voorzitter: people[0] ?? "",
    ...over,
  });
}

describe("a round that is planned while Outlook is set up", () => {
  it("needs no link: its event brings one, and everybody's card has the button to join", async () => {
    await plans();
    expect(only()).toMatchObject({
      subject: "Overlegronde De Regenboog",
      sensitivity: "private",
      start: { dateTime: "2026-12-07T13:30:00" },
      isOnlineMeeting: true,
    });
    expect(invited()).toEqual(["bram@voorbeeld.example", "noor@voorbeeld.example", "saskia@ppo.example"]);
    for (const as of ["noor", "bram", "saskia"]) expect(`${as}\n${await card(as)}`).toMatch(/\nDeelnemen\n/);
    expect(
      await s.count(`overlegronde where deelname_link like 'https://teams.microsoft.com/l/meetup-join/%'`),
    ).toBe(1);
  });

  it("keeps the link that somebody gave, and gets no second meeting", async () => {
    await plans({ link: joinLink });
    expect(only()).toMatchObject({ isOnlineMeeting: false });
    expect(only().body?.content).toContain("https://teams.microsoft.com/l/meetup-join/19%3ameeting_");
  });

  it("is moved in the same event, which keeps its meeting; nobody's link changes", async () => {
    await plans();
    const { id, onlineMeeting } = only();
    await changes({ datum: "2026-12-09", begin: "09:00" });
    expect(only()).toMatchObject({ id, onlineMeeting, start: { dateTime: "2026-12-09T09:00:00" } });
    expect(await s.count("overlegronde where deelname_link is not null")).toBe(1);
  });

  it("is cancelled in Outlook when it is called off: everybody hears of it, and nothing stays", async () => {
    await plans();
    const { id } = only();
    await s.send("noor", await s.press("noor", "Afzeggen"), {}, "Ja, zeg af");
    expect(events()).toEqual([]);
    const told = g.graph.mail().filter(({ eventId, kind }) => eventId === id && kind === "afzegging");
    expect(told.map(({ to }) => to)).toHaveLength(3);
    expect(await s.count("afspraak where stand = 'af'")).toBe(1);
  });

  it("takes off who is taken off the round", async () => {
    await plans();
    const opened = await s.press("noor", "Wijzigen");
    const stay = ["Noor", "Saskia"].map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)));
    await s.send("noor", opened, {
      ...form,
      link: joinLink,
      deelnemers: stay.join(","),
      voorzitter: stay[0] ?? "",
    });
    expect(invited()).toEqual(["noor@voorbeeld.example", "saskia@ppo.example"]);
  });

  it("takes off who left the team, at the latest the next morning", async () => {
    await plans();
    await s.sql(
      `update lidmaatschap set tot = '2026-11-23' from persoon p where p.id = persoon_id and p.email like 'bram@%'`,
    );
    await s.wait("2026-11-24T05:31");
    expect(invited()).not.toContain("bram@voorbeeld.example");
  });

  it("takes off whose membership ends, in the minute in which it does", async () => {
    await plans();
    await s.sql(
      `update lidmaatschap set tot = '2026-11-23' from persoon p where p.id = persoon_id and p.email like 'bram@%'`,
    );
    await s.restart();
    await s.wait("2026-11-24T00:01");
    expect(invited()).toEqual(["noor@voorbeeld.example", "saskia@ppo.example"]);
  });

  it("is not written again for what does not stand in a calendar", async () => {
    await plans();
    const before = writes().length;
    const opened = await s.press("noor", "Notulist kiezen");
    await s.send("noor", opened, { notulist: choice.of(opened, "notulist", /Saskia/) });
    await s.wait("2026-11-26T09:00");
    expect(writes().length).toBe(before);
  });
});

describe("when Outlook does not do what it should", () => {
  it("goes in after an outage of hours, once, and the ib sees meanwhile how it is", async () => {
    g.graph.fault("503", 1000);
    await plans();
    expect(await card("noor")).not.toContain("Outlook");
    await s.wait("PT20M");
    expect(await card("noor")).toMatch(
      /nog niet in Outlook. Outlook geeft nu geen antwoord. Ik probeer het vanzelf opnieuw/,
    );
    expect(await card("bram")).not.toContain("Outlook");
    await s.wait("PT3H");
    expect(writes().length).toBeLessThan(25);
    g.graph.clearFaults();
    await s.wait("PT16M");
    only();
    expect(await card("noor")).not.toContain("nog niet in Outlook");
  });

  it("calls nobody before the time that Outlook asked for, whatever is planned meanwhile", async () => {
    g.graph.fault("429", 1, 600);
    await plans();
    await plans({ datum: "2026-12-14" });
    expect(g.graph.calls).toHaveLength(1);
    await s.wait("PT9M59S");
    expect(g.graph.calls).toHaveLength(1);
    await s.wait("PT2S");
    expect(events()).toHaveLength(2);
  });

  it("makes no second event after a crash between the call and our own row", async () => {
    g.graph.fault("lost");
    await plans();
    expect(await s.count("afspraak where event_id is not null")).toBe(0);
    only();
    await s.restart();
    await s.wait("PT2M");
    only();
    expect(await s.count("afspraak where stand = 'staat'")).toBe(1);
  });

  it("takes away what such a call left behind when the round is called off before the next try", async () => {
    g.graph.fault("lost");
    await plans();
    await s.send("noor", await s.press("noor", "Afzeggen"), {}, "Ja, zeg af");
    await s.wait("PT2M");
    expect(events()).toEqual([]);
  });

  it("does nothing twice when another instance took it over in the meantime", async () => {
    const make = outlook.maak.bind(outlook);
    vi.spyOn(outlook, "maak").mockImplementationOnce(async (...asked) => {
      const answer = await make(...asked);
      await s.sql("update afspraak set beurt = beurt + 1, geclaimd_tot = null");
      return answer;
    });
    await plans();
    only();
    expect(await s.count("afspraak where stand = 'staat'")).toBe(1);
  });

  it("tells the ib what the beheerder must mend, and a press tries again at once", async () => {
    g.graph.fault("403", 1000);
    await plans();
    expect(await card("noor")).toMatch(/Ik mag niet in de agenda. Vraag je beheerder/);
    expect(await card("noor")).toContain("Zet in mijn agenda");
    g.graph.clearFaults();
    await s.press("noor", "Probeer Outlook nu");
    only();
    expect(await card("noor")).not.toContain("Ik mag niet");
    expect(await s.count("gebeurtenis where soort = 'afspraak_opnieuw_gevraagd'")).toBe(1);
  });

  it("goes in by itself once the beheerder has mended it", async () => {
    g.graph.fault("403", 1000);
    await plans();
    g.graph.clearFaults();
    await s.wait("PT61M");
    only();
  });

  it("reports an event that was taken away by hand, and puts it back only when asked", async () => {
    await plans();
    g.graph.remove(only().id);
    await s.wait("2026-11-24T05:31");
    expect(events()).toEqual([]);
    expect(await card("noor")).toMatch(/Iemand heeft de afspraak in Outlook weggehaald/);
    await s.press("noor", "Zet weer in Outlook");
    only();
    expect(await card("noor")).not.toContain("weggehaald");
  });

  it("makes a new event for a round that is moved after its event was taken away", async () => {
    await plans();
    g.graph.remove(only().id);
    await changes({ datum: "2026-12-09" });
    expect(only()).toMatchObject({ start: { dateTime: "2026-12-09T13:30:00" } });
  });

  it("holds up no message: the invitation is there while Outlook hangs", async () => {
    g.graph.fault("hang", 2);
    vi.spyOn(outlook, "maak").mockImplementation(hasty.maak);
    await plans();
    expect(await card("bram")).toContain("Overlegronde");
  });
});

describe("what leaves for Outlook", () => {
  it("holds no name, no number and no word of a case", async () => {
    await plans();
    const sent = JSON.stringify(g.graph.calls.map(({ path, body }) => [path, body]));
    for (const word of ["HV-", "Noor", "Bram", "Visser", "leerling"]) expect(sent).not.toContain(word);
    expect(JSON.stringify(s.logged)).not.toContain("@voorbeeld.example");
  });

  it("is asked for by nobody who does not prepare the round: neither offered nor done", async () => {
    g.graph.fault("403", 1000);
    await plans();
    const { id, card: seen } = await s.see("bram", /deelnemer/);
    expect(hasAction(seen, "Probeer Outlook nu")).toBe(false);
    const before = g.graph.calls.length;
    await s.teams
      .press({ as: "bram", message: id, action: afspraakVerb.opnieuw, force: true })
      .catch(() => null);
    await s.settle();
    expect(g.graph.calls.length).toBe(before);
    expect(await s.count("gebeurtenis where soort = 'afspraak_opnieuw_gevraagd'")).toBe(0);
  });
});

describe("choosing a moment together", () => {
  const slots = {
    ...{ datum1: "2026-12-07", begin1: "13:30", datum2: "2026-12-08", begin2: "09:00" },
    uiterlijk: "2026-12-03",
  };

  async function opensChoice() {
    await s.say("noor", "prik een moment");
    const opened = await s.press("noor", "Moment prikken");
    const people = ["Noor", "Bram", "Yasmina", "Saskia"].map((naam) =>
      choice.of(opened, "deelnemers", new RegExp(naam)),
    );
    const asked = { ...slots, duur: "60", plaats: "op_school_en_online", deelnemers: people.join(",") };
    await s.send("noor", opened, asked);
    return s.press("noor", "Kies een moment", {}, /Datumprikker/);
  }
  const read = (opened: Awaited<ReturnType<typeof opensChoice>>) => wordsOf(opened.dialog?.card);

  it("shows who chooses how many are busy, without names and without what they do; nothing of it is kept", async () => {
    g.graph.busy("bram@voorbeeld.example", "2026-12-08T09:30", "2026-12-08T10:30");
    const words = read(await opensChoice());
    expect(words).toMatch(/Ma 7 dec, 13:30 uur.*agenda vrij bij 3/);
    expect(words).toMatch(/Di 8 dec, 09:00 uur.*agenda bezet bij 1 van 3/);
    expect(words).not.toMatch(/Bram|Sanne/);
    expect(await s.plaintext()).not.toContain("agenda bezet");
    expect(JSON.stringify(s.logged)).not.toContain("bezet bij");
  });

  it.each(["503", "hang", "403"] as const)(
    "goes on with one calm line when Outlook does not say it: %s",
    async (fault) => {
      g.graph.fault(fault, 9);
      if (fault === "hang") vi.spyOn(outlook, "bezet").mockImplementation(hasty.bezet);
      const words = read(await opensChoice());
      expect(words).toContain("De agenda’s in Outlook zijn nu niet te zien.");
      expect(words).toContain("Ma 7 dec");
    },
  );
});
