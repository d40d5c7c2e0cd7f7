import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { intakeWords } from "#cards/intake.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import { rondeWords } from "#cards/ronde.ts";
import { samenvattingWords } from "#cards/samenvatting.ts";
import { buttonsOf, form, oldButton, send } from "./hand.ts";
import { broken } from "./invariant.ts";
import { canaries, consentForm, days, ready, stopsAt, upTo } from "./path.ts";
import { numberOf } from "./race.ts";
import { aStory, choice, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** What was true when a card was drawn need not be true when its button is pressed. */
let s: Story;
let at: (
  point: "tafel" | "agenderen" | "besluit" | "sluiten" | "terugkoppeling" | "aannemen",
) => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  at = await stopsAt(s, ["tafel", "agenderen", "besluit", "sluiten", "terugkoppeling", "aannemen"]);
});
afterAll(() => s.close());

const neutral = { status: "ok", card: neutralCard() };
const leaves = (name: string) =>
  s.sql(`update lidmaatschap set tot = '${s.now().toPlainDate().subtract({ days: 1 })}' from persoon p
    where p.id = persoon_id and p.naam like '${name} %'`);

/** The ib records another last day. */
async function endsOn(geldigTot: string): Promise<void> {
  await s.say("noor", await numberOf(s));
  const opened = await consentForm(s, "noor");
  await send(s, "noor", form(s, "noor", opened, { geldigTot, gecontroleerd: "true" }).sends);
  await s.settle();
  expect(await s.count(`toestemming where vervangen_op is null and geldig_tot = '${geldigTot}'`)).toBe(1);
}

describe("the toestemming ends between the agenda and the round", () => {
  beforeEach(() => at("agenderen"));

  it("before the agenda is fixed: it goes off when that is done", async () => {
    await endsOn("2026-11-25");
    await s.wait("2026-11-24T17:00");
    expect(await s.count("agendapunt where status = 'gepland'")).toBe(0);
    expect(await s.everything("bram")).not.toMatch(canaries);
    expect(await broken(s)).toEqual([]);
  });

  it("at midnight after its last day it goes off the agenda, the ib hears it, and nobody else sees a name", async () => {
    await s.wait("2026-11-25T16:00");
    await endsOn("2026-11-25");
    await s.wait("2026-11-25T23:59");
    expect(await s.count("agendapunt where status = 'gepland'")).toBe(1);
    expect(await s.everything("bram")).toMatch(canaries);
    await s.wait("2026-11-26T00:01");
    expect(await s.count("agendapunt where status = 'gepland'")).toBe(0);
    expect(await s.everything("bram")).not.toMatch(canaries);
    // Her card shows it at once; it does not ring at night.
    expect((await s.see("noor", /HV-/)).summary).not.toMatch(/terug/i);
    await s.wait("2026-11-26T08:01");
    expect((await s.see("noor", /komt bij je terug/)).summary).toMatch(/terug/i);
    await s.wait(days.opent);
    const open = await s.press("noor", "Open de overlegronde");
    expect(wordsOf(open.card)).not.toMatch(canaries);
    expect(await broken(s)).toEqual([]);
  });

  it("a round that is moved to after its last day takes it off the agenda", async () => {
    await endsOn("2026-11-30");
    const move = await s.press("noor", "Wijzigen", {}, /Overlegronde/);
    expect((await s.send("noor", move, { datum: "2026-12-01" })).closed).toBe(true);
    expect(await s.count("agendapunt where status = 'gepland'")).toBe(0);
    expect(await s.everything("peter")).not.toMatch(canaries);
    expect(await broken(s)).toEqual([]);
  });
});

describe("somebody leaves the team", () => {
  it("who was to get the regierol: the form asks for somebody else, and that person is asked", async () => {
    await at("sluiten");
    await leaves("Bram");
    const told = await ready(s, "terugkoppeling");
    const refused = await send(s, "noor", told.sends);
    expect(wordsOf(refused.card)).toContain("zit niet meer in het team");
    expect(await s.count("regierol_aanbod")).toBe(0);
    const again = await s.press("noor", "Terugkoppeling ouders");
    const { verb: _, t: __, ...filled } = told.sends;
    await send(s, "noor", form(s, "noor", again, { ...filled, aan: choice.of(again, "aan", /Hanna/) }).sends);
    await s.settle();
    expect(wordsOf((await s.see("hanna", /regierol/)).card)).toContain("Ja, ik neem de regierol");
    expect(await broken(s)).toEqual([]);
  });

  it("who was asked: the button is dead, the ib stays the holder and asks somebody else", async () => {
    await at("terugkoppeling");
    const yes = await oldButton(s, "bram", "Ja, ik neem de regierol");
    await leaves("Bram");
    expect(await yes.press()).toEqual(neutral);
    expect(await s.count("regierol where upper_inf(periode) and soort = 'waarnemend'")).toBe(1);
    const opened = await s.press("noor", "Vraag iemand anders");
    const wish = {
      aan: choice.of(opened, "aan", /Saskia/),
      akkoordOp: days.ronde,
      akkoordVan: "ouder1,ouder2",
    };
    expect((await s.send("noor", opened, wish)).closed).toBe(true);
    await s.press("saskia", "Ja, ik neem de regierol");
    expect(await s.count("regierol where upper_inf(periode) and soort = 'actief'")).toBe(1);
    expect(await broken(s)).toEqual([]);
  });

  it("the chair: the round cannot be opened with the card that stood there", async () => {
    await at("agenderen");
    await s.wait(days.opent);
    const open = await oldButton(s, "noor", "Open de overlegronde");
    await leaves("Noor");
    expect(await open.press()).toEqual(neutral);
    expect(await s.count("overlegronde where status = 'open'")).toBe(0);
  });
});

describe("in the wrong state", () => {
  it("the same leerling is not entered twice: the hulpvraag that there is comes up", async () => {
    await at("tafel");
    const twice = await send(s, "noor", (await ready(s, "leerling")).sends);
    expect(wordsOf(twice.card)).toContain("Deze hulpvraag is er al");
    expect(await s.count("hulpvraag")).toBe(1);
  });

  it("a hulpvraag that is on its way is not filled in any more", async () => {
    await at("tafel");
    const change = await oldButton(s, "noor", "Aanpassen");
    await upTo(s, "klaarzetten", undefined, "toestemming");
    const answer = await change.press();
    expect(answer.message).toBe(intakeWords.notConcept);
  });

  it("a round is not opened before its day, nor beside another one", async () => {
    await at("agenderen");
    await expect(s.find("noor", "Open de overlegronde")).rejects.toThrow("no button");
    await s.say("noor", "plan overleg");
    const second = await s.press("noor", "Overleg plannen");
    const link =
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmItMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";
    await s.send("noor", second, { datum: days.ronde, begin: "15:30", link });
    await s.wait(days.opent);
    const items = (await s.teams.inbox({ as: "noor" })).filter(({ card }) =>
      wordsOf(card).includes("Open de overlegronde"),
    );
    expect(items).toHaveLength(2);
    const [one, other] = items;
    await s.teams.press({ as: "noor", message: one?.id ?? "", action: "Open de overlegronde" });
    const beside = await s.teams.press({
      as: "noor",
      message: other?.id ?? "",
      action: "Open de overlegronde",
    });
    expect(wordsOf(beside.card)).toContain(rondeWords.otherOpen);
    await s.settle();
    expect(await s.count("overlegronde where status = 'open'")).toBe(1);
  });

  it("the summary is not placed when it would read otherwise than it was shown", async () => {
    await at("sluiten");
    const place = await oldButton(s, "noor", "Plaats in het kanaal");
    await s.say("noor", "plan overleg");
    const next = await s.press("noor", "Overleg plannen");
    const link =
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmMtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";
    await s.send("noor", next, { datum: "2026-12-10", begin: "14:00", link });
    expect(wordsOf((await place.press()).card)).toContain(samenvattingWords.changed);
    await s.settle();
    expect(await s.count("vrijgave")).toBe(0);
  });

  it("a term is put later twice and no oftener: then the button is gone, and an old form is refused", async () => {
    await at("aannemen");
    await s.wait(days.herinnering);
    const laters = async () => {
      const { card } = (await s.say("bram", "mijn taken")).at(-1) ?? {};
      return buttonsOf(card).filter(({ title }) => title === "Later").length;
    };
    const before = await laters();
    const old = form(s, "bram", await s.press("bram", "Later", {}, /Mijn taken/), {
      op: "2026-12-04",
      reden: "wacht_op_ouders",
    });
    for (const op of ["2026-12-04", "2026-12-07"]) {
      expect(await laters()).toBe(before);
      await s.send("bram", await s.press("bram", "Later", {}, /Mijn taken/), {
        op,
        reden: "wacht_op_ouders",
      });
    }
    expect(await laters()).toBe(before - 1);
    const content = await s.content();
    expect((await send(s, "bram", old.sends)).message).toBe(pressWords.stale);
    expect(await s.content()).toEqual(content);
  });
});
