import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consentForm } from "./path.ts";
import { aStory, choice, type Story, wordsOf } from "./story.ts";

/** The ten steps of the main job, in order, on one story: each test goes on where the one before it stopped. */
let s: Story;
let hv = "";
beforeAll(async () => {
  s = await aStory();
});
afterAll(() => s.close());

/** Words that stand in free fields and in the leerling: none of them may ever leave the chats of those involved. */
const canary = {
  naam: "Zwaantje Kanarievogel",
  vraag: "vraagkanarie loopt vast bij rekenen",
  gedaan: "gedaankanarie hielp een beetje",
  ouders: "ouderkanarie wil rust",
  map: "mapkanarie boven in de kast",
  afweging: "afwegingkanarie kent het gezin",
  actie: "actiekanarie inlichten",
};
const leaks = /kanarie|zwaantje/i;

describe("van hulpvraag naar regierol, herinnering en samenvatting", () => {
  it("0 / everyone got one welcome, and the bot answers a greeting", async () => {
    for (const as of ["noor", "peter", "wim"]) {
      const welcomes = (await s.teams.inbox({ as })).filter((m) => m.summary === "Welkom bij Zorgronde");
      expect(welcomes, as).toHaveLength(1);
    }
  });

  it("1 / basis stores nothing and names the partner with the contact in this school", async () => {
    await s.say("noor", "nieuwe hulpvraag");
    const asked = await s.press("noor", "Basis: wie kan helpen?");
    expect(wordsOf(asked.card)).toContain("onderwerp");
    expect(await s.count("hulpvraag")).toBe(0);
    expect(await s.count("leerling")).toBe(0);
  });

  it("1 / a BSN is refused in the dialog, which comes back filled", async () => {
    await s.say("noor", "nieuwe hulpvraag");
    const one = await s.press("noor", "Extra: hulpvraag maken");
    const two = await s.send("noor", one, {
      naam: canary.naam,
      leerjaar: "po_5",
      maand: "04",
      jaar: "2016",
      gezag: "beide_ouders",
    });
    const refused = await s.send("noor", two, { vraag: "Zijn bsn is 111222333", domeinen: "leren" });
    expect(wordsOf(refused.dialog?.card)).toContain("BSN");
    expect(wordsOf(refused.dialog?.card)).toContain("Zijn bsn is 111222333");
    const three = await s.send("noor", refused, {
      vraag: canary.vraag,
      domeinen: "leren,gedrag",
      alGedaan: "gesprek_ouders",
      gedaanToelichting: canary.gedaan,
      oudersVraag: canary.ouders,
    });
    const done = await s.send("noor", three, { urgentie: "gewoon", aanTafel: "smw,scp" });
    expect(done.closed).toBe(true);
    const words = wordsOf((await s.see("noor", /HV-/)).card);
    hv = /HV-\d{4}/.exec(words)?.[0] ?? "";
    expect(words).toContain(canary.naam);
    expect(words).toContain("Concept");
    expect(await s.count("hulpvraag")).toBe(1);
  });

  it("1 / the concept is visible to the ib function of that school only", async () => {
    const unknown = wordsOf((await s.say("fatima", "HV-0001"))[0]?.card);
    for (const as of ["bram", "peter", "saskia", "wim", "fatima", "ruud", "lotte"]) {
      const answer = (await s.say(as, hv))[0];
      expect(wordsOf(answer?.card), as).toBe(unknown);
    }
    expect(wordsOf((await s.say("noor", hv.toLowerCase().replace("-", " "))).at(-1)?.card)).toContain(
      canary.naam,
    );
  });

  it("2 / without toestemming it cannot be put ready; the card says what is missing", async () => {
    const words = wordsOf((await s.see("noor", /HV-/)).card);
    expect(words).toContain("Bespreken kan nog niet");
    expect(words).toContain("ouder 2 ontbreekt");
    expect(words).not.toContain("Klaarzetten voor de ronde");
  });

  it("2 / with the toestemming of both parents it is put ready", async () => {
    const form = await consentForm(s, "noor");
    const half = {
      antwoord_ouder1: "ja",
      op_ouder1: "2026-11-20",
      vorm_ouder1: "papier",
      bewaarplaats_ouder1: canary.map,
      partners: "smw,scp,bpo,jeugdverpleegkundige",
      geldigTot: "2027-07-31",
      gecontroleerd: "true",
    };
    await s.send("noor", form, half);
    expect(wordsOf((await s.see("noor", /HV-/)).card)).toContain("ouder 2 ontbreekt");
    const again = await consentForm(s, "noor");
    const other = { antwoord_ouder2: "ja", op_ouder2: "2026-11-20", vorm_ouder2: "papier" };
    await s.send("noor", again, { ...half, ...other, bewaarplaats_ouder2: canary.map });
    const ready = await s.press("noor", "Klaarzetten voor de ronde");
    expect(wordsOf(ready.card)).toContain("Klaargezet");
  });

  it("3 / a round on a holiday is refused with the reason", async () => {
    await s.say("noor", "plan overleg");
    const form = await s.press("noor", "Overleg plannen");
    const link =
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";
    const refused = await s.send("noor", form, { datum: "2026-12-25", begin: "14:00", link });
    expect(wordsOf(refused.dialog?.card)).toMatch(/vakantie|kerst|schooldag/i);
    const planned = await s.send("noor", refused, { datum: "2026-12-07", begin: "14:00", link });
    expect(planned.closed).toBe(true);
    for (const as of ["noor", "bram", "peter", "yasmina", "saskia", "hanna"]) {
      expect(wordsOf((await s.see(as, /overlegronde/i)).card), as).toMatch(/maandag 7 december 2026/i);
    }
    await expect(s.see("fatima", /7 december/i)).rejects.toThrow();
  });

  it("3 / the calendar file comes by a link that works once, and tells nothing of a child", async () => {
    const asked = await s.press("peter", "Zet in mijn agenda");
    const url = /https?:\/\/[^"]+\/file\/[A-Za-z0-9_-]+/.exec(JSON.stringify(asked))?.[0] ?? "";
    const first = await fetch(url);
    const ics = await first.text();
    expect(first.status).toBe(200);
    expect(ics).toContain("BEGIN:VCALENDAR");
    expect(ics).not.toMatch(leaks);
    expect((await fetch(url)).status).toBe(404);
    const [kept, ...rest] = s.teams.mail();
    expect(kept).toMatchObject({ kind: "bestand", name: "overlegronde.ics", to: "peter" });
    expect(rest).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain(url.split("/").at(-1));
  });

  it("3 / on the agenda, each participant sees what the toestemming allows; the others see no trace", async () => {
    await s.press("noor", "Zet op de agenda", {}, /Klaargezet/);
    await s.wait("2026-12-03T12:00");
    for (const as of ["noor", "peter", "bram", "saskia", "hanna"]) {
      expect(wordsOf((await s.see(as, /Agenda/)).card), as).toContain(canary.naam);
    }
    expect(wordsOf((await s.see("yasmina", /Agenda/)).card)).not.toMatch(/HV-|kanarie|1 van/i);
    const overview = wordsOf((await s.say("peter", "mijn overleggen")).at(-1)?.card);
    expect(overview).toContain("De Regenboog");
  });

  it("4 / the chair opens, records who is there and the besluit; nobody else can", async () => {
    await s.wait("2026-12-07T13:55");
    expect((await s.press("noor", "Open de overlegronde")).status).toBe("ok");
    expect(wordsOf((await s.see("peter", /Overlegronde/)).card)).toContain("Nu bezig");
    await expect(s.press("peter", "Besluit")).rejects.toThrow("no button");
    const there = await s.press("noor", "Wie zijn er?");
    await s.send("noor", there, choice.each(there, "aanwezig-", "online"));
    const form = await s.press("noor", "Besluit");
    const bram = choice.of(form, "regierolVoor", /Bram/);
    const empty = await s.send("noor", form, { besluiten: "regierol_toewijzen", regierolVoor: bram });
    expect(empty.status).toBe("invalid");
    const impossible = await s.send("noor", form, {
      besluiten: "regierol_toewijzen,afsluiten",
      afweging: canary.afweging,
      regierolVoor: bram,
    });
    expect(impossible.dialog, "two besluiten that cannot go together").toBeDefined();
    const stored = await s.send("noor", impossible, {
      besluiten: "regierol_toewijzen",
      afweging: canary.afweging,
      regierolVoor: bram,
      wie1: choice.of(form, "wie1", /Noor/),
      wat1: canary.actie,
      datum1: "2026-12-11",
    });
    expect(stored.closed).toBe(true);
    expect(wordsOf((await s.see("peter", /Nu bezig/)).card)).toContain(canary.afweging);
    expect(wordsOf((await s.see("yasmina", /Nu bezig/)).card)).not.toMatch(leaks);
  });

  it("7 / the chair sees the summary, confirms, and it stands in the channel without a trace of the child", async () => {
    const close = await s.press("noor", "Sluit de ronde");
    if (close.dialog) await s.send("noor", close, {});
    expect(wordsOf((await s.see("noor", /Samenvatting/)).card)).toContain(hv);
    await s.press("noor", "Plaats in het kanaal");
    const posts = (await s.teams.inbox({ as: "yasmina" })).filter((m) => m.scope === "channel");
    expect(posts).toHaveLength(1);
    const post = `${posts[0]?.summary}\n${wordsOf(posts[0]?.card)}`;
    expect(post).toContain(hv);
    expect(post).not.toMatch(leaks);
    expect(post).not.toMatch(/groep|leren|gedrag|toestemming/i);
  });

  it("5 / only after the akkoord of the parents the regierol is asked and begins", async () => {
    await expect(s.press("bram", "Ja, ik neem de regierol")).rejects.toThrow("no button");
    const form = await s.press("noor", "Terugkoppeling ouders");
    await s.send("noor", form, {
      verteldOp: "2026-12-07",
      antwoord: "ja",
      akkoordOp: "2026-12-07",
      akkoordVan: "ouder1,ouder2",
    });
    expect(await s.count("regierol where upper_inf(periode)")).toBe(1);
    const yes = await s.press("bram", "Ja, ik neem de regierol");
    expect(wordsOf(yes.card)).toContain("Eerste contact");
    expect(wordsOf(yes.card)).toMatch(/Wie\nJij/);
    expect(await s.count("regierol where upper_inf(periode)")).toBe(1);
    expect(wordsOf((await s.see("noor", /HV-/)).card)).toContain("Bram de Wit");
  });

  it("6 / a term is reminded on the own working day, bundled, and can be done or put later from the card", async () => {
    await s.wait("2026-12-10T09:00");
    const thursday = await s.see("bram", /Dagbericht/);
    expect(wordsOf(thursday.card)).toContain("Neem contact op met de ouders");
    expect(thursday.summary).not.toMatch(leaks);
    await s.wait("2026-12-14T09:00");
    expect(wordsOf((await s.see("noor", /Dagbericht/)).card)).toContain("Te laat");
    await s.press("noor", "Gedaan", {}, /Dagbericht/);
    expect(wordsOf((await s.see("noor", /Dagbericht/)).card)).not.toContain("Te laat");
    const later = await s.press("bram", "Later", {}, /Dagbericht/);
    await s.send("bram", later, { op: "2026-12-15", reden: "afspraak_staat_later" });
    // Five schooldagen after the new date, across the Christmas holiday.
    await s.wait("2027-01-07T09:00");
    const overdue = wordsOf((await s.see("noor", /Dagbericht/)).card);
    expect(overdue, "overdue goes to the schakelteam").toContain("Neem contact op");
  });

  it("8 / on Monday the directeur gets the weekly message, without any case", async () => {
    const week = (await s.teams.inbox({ as: "wim" })).filter((m) => /weekbericht/i.test(m.summary ?? ""));
    const words = week.map((m) => `${m.summary}\n${wordsOf(m.card)}`).join("\n");
    expect(words).toContain("7 december 2026");
    expect(words).not.toMatch(/HV-\d{4}/);
    expect(words).not.toMatch(leaks);
  });

  it("8 / a message that signals danger gets the crisis card and is not stored", async () => {
    const before = await s.rows();
    const [answer] = await s.say("bram", "hij zegt dat hij niet meer wil leven");
    expect(wordsOf(answer?.card)).toContain("0800-2000");
    expect(wordsOf(answer?.card)).toContain("112");
    expect(await s.rows()).toEqual(before);
  });

  it("9 / the holder closes, the ib confirms, and no card of the others shows a name any more", async () => {
    await s.say("bram", hv);
    const propose = await s.press("bram", "Afsluiten voorstellen");
    await s.send("bram", propose, { reden: "doel_bereikt" });
    const confirm = await s.press("noor", "Afsluiting bevestigen");
    await s.send("noor", confirm, { verteldOp: "2026-12-22" }, "Bevestig");
    expect(await s.count("regierol where upper_inf(periode)")).toBe(0);
    for (const as of ["bram", "peter", "saskia", "hanna", "yasmina", "wim"]) {
      expect(await s.everything(as), as).not.toMatch(leaks);
    }
    expect(wordsOf((await s.see("noor", /Afgesloten/)).card)).toContain(canary.naam);
  });

  it("10 / who has no right gets, for an old button too, what a reference that does not exist gets", async () => {
    const unknown = wordsOf((await s.say("fatima", "HV-0001"))[0]?.card);
    for (const as of ["bram", "peter", "wim", "lotte", "ruud"]) {
      expect(wordsOf((await s.say(as, hv))[0]?.card), as).toBe(unknown);
    }
  });

  it("nothing that left the house outside the chats of those involved holds a canary", async () => {
    const involved = new Set(["noor", "bram", "peter", "saskia", "hanna"]);
    const world = s.teams.world();
    const outside = world.people.filter((person) => !involved.has(person.id));
    for (const person of outside) expect(await s.everything(person.id), person.id).not.toMatch(leaks);
    for (const person of world.people) {
      for (const item of await s.teams.inbox({ as: person.id })) {
        expect(item.summary ?? "", person.id).not.toMatch(leaks);
        if (item.scope !== "personal") expect(JSON.stringify(item.card), person.id).not.toMatch(leaks);
      }
    }
    expect(JSON.stringify(s.logged)).not.toMatch(leaks);
    expect(s.logged.filter((line) => /fout|afgebroken/.test(line.code))).toEqual([]);
    expect(await s.plaintext(), "every text column of the database").not.toMatch(leaks);
  });
});
