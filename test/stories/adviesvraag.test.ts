import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { adviesvraagVerb } from "#cards/adviesvraag-verb.ts";
import { basisOfExtraVerb } from "#cards/basis-of-extra.ts";
import { pressWords } from "#cards/press.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { samenvattingVerb } from "#cards/samenvatting.ts";
import { buttonsOf, type Data, form, oldButton, send } from "./hand.ts";
import { expectOutgoing, holding, messagesOf, neutral, saidIn, watched } from "./leak-look.ts";
import { headingOf, idOf, plan, press, sendTaken } from "./leak-scene.ts";
import { aStory, hasAction, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** Each test goes on where the one before it stopped. The words of the questions and of the advice are birds. */
let s: Story;
beforeAll(async () => {
  s = await aStory();
});
afterAll(() => s.close());

const vraag = "Wat helpt als een kwartelkoning steeds uit de klas loopt?";
const advies = "Een griezelgans op een vaste plek geeft rust.";
const birds = /kwartelkoning|griezelgans|zilverplevier/i;
const pupil = "Zwaantje Kanarievogel";
const asked = { vraag, domein: "gedrag", kring: "kernteam_nu" };
const strangers = ["bram", "peter", "wim", "lotte", "fatima", "daan"];

const people = () => s.teams.world().people.map(({ id }) => id);
const open = async (as = "noor"): Promise<Pressed> => {
  await s.say(as, "adviesvraag");
  return press(s, as, adviesvraagVerb.stel);
};
/** Past what a client itself asks to be filled in. */
const raw = (as: string, opened: Pressed, data: Data) => send(s, as, form(s, as, opened, data).sends);
const words = (pressed: Pressed) => wordsOf(pressed.dialog?.card ?? pressed.card);
const cardOf = async (as: string) => (await s.see(as, /Adviesvraag zonder naam/)).card;

async function expectNothingStored(act: () => Promise<void>): Promise<void> {
  const then = await s.content();
  await act();
  await s.settle();
  expect(await s.content()).toEqual(then);
}

describe("who asks one", () => {
  it("is the ib or coo, by typing it or as third choice at a new hulpvraag", async () => {
    const [typed] = await s.say("noor", "ik heb een anonieme vraag");
    expect(hasAction(typed?.card, "Adviesvraag stellen")).toBe(true);
    await s.say("esther", "nieuwe hulpvraag");
    const opened = await press(s, "esther", adviesvraagVerb.stel);
    expect(words(opened)).toContain("Toestemming van de ouders is daar niet voor nodig");
  });

  it("others hear whom to ask; who leads or is no member hears no name", async () => {
    expect(wordsOf((await s.say("bram", "adviesvraag"))[0]?.card)).toContain("Noor Visser");
    for (const as of ["wim", "ruud"]) {
      const [answer] = await s.say(as, "adviesvraag");
      expect(wordsOf(answer?.card)).toContain("Dit vraagt de intern begeleider");
      expect(wordsOf(answer?.card)).not.toContain("Noor");
    }
  });

  it("the form of somebody else is that of nobody", async () => {
    const mine = form(s, "noor", await open(), asked);
    await expectNothingStored(async () => {
      for (const as of strangers) {
        await s.say(as, "hallo");
        const answer = await send(s, as, mine.sends);
        expect(JSON.stringify(answer.card), as).toBe(neutral);
      }
    });
  });
});

describe("what is refused", () => {
  it.each<[string, Data, RegExp]>([
    ["no question", { vraag: "" }, /dit is nog leeg/],
    ["no subject", { domein: "" }, /dit is nog leeg/],
    ["nobody to ask", { kring: "" }, /dit is nog leeg/],
    ["far too long", { vraag: "heel ".repeat(150) }, /maak dit korter/],
    ["a name", { vraag: "Sanne de Vries loopt weg." }, /haal de naam \(“Sanne de Vries”\) weg/],
    ["the name of a colleague", { vraag: "Noor Visser ziet onrust in de klas." }, /haal de naam/],
    ["the name of the school", { vraag: "Op De Regenboog is onrust." }, /haal de naam van de school/],
    ["a phone number", { vraag: "Bel 06-12345678 over de onrust." }, /telefoonnummer/],
    ["a BSN", { vraag: "Nummer 111222333 loopt weg." }, /BSN/],
    ["direct danger", { vraag: "Een leerling zegt dat hij niet meer wil leven." }, /112/],
    [
      "a twin in group 6",
      { vraag: "Een van een tweeling uit groep 6 loopt weg." },
      /220 leerlingen.*paar kinderen/s,
    ],
    ["the only one", { vraag: "Het enige meisje in de klas wil niet meedoen." }, /er maar één zo is/],
    ["a diagnosis", { vraag: "Wat helpt bij dyslexie in de bovenbouw?" }, /Is dit echt nodig/],
  ])("%s: the form says so and comes back as it was, and nothing is stored", async (_, over, said) => {
    const opened = await open();
    await expectNothingStored(async () => {
      const back = await raw("noor", opened, { ...asked, ...over });
      expect(words(back)).toMatch(said);
      if (over.vraag) expect(words(back)).toContain(over.vraag.trim().slice(0, 40));
    });
  });

  it("danger typed in the chat gets the card of help, whatever is asked with it, and nothing is stored", async () => {
    await expectNothingStored(async () => {
      const [answer] = await s.say("noor", "Adviesvraag: een leerling zegt dat hij niet meer wil leven");
      expect(wordsOf(answer?.card)).toMatch(/112.*0800-2000/s);
      expect(buttonsOf(answer?.card).map(({ data }) => data.verb)).not.toContain(adviesvraagVerb.stel);
    });
  });

  it("one tap takes out what names somebody", async () => {
    const data = { ...asked, vraag: "Sanne de Vries loopt weg, bel 06-12345678." };
    const back = await s.send("noor", await open(), data, adviesvraagVerb.opslaan);
    const replaced = await s.send("noor", back, data, adviesvraagVerb.vervang);
    expect(words(replaced)).toContain("[naam] loopt weg, bel [telefoonnummer].");
    expect(words(replaced)).not.toContain("Sanne");
  });

  it("a recognisable question needs other words first, and a reason after that", async () => {
    const rare = "Een leerling in een rolstoel doet niet mee met gym. Wat kan?";
    const data = { ...asked, vraag: rare };
    let at = await s.send("noor", await open(), data, adviesvraagVerb.opslaan);
    expect(words(at)).toContain("“rolstoel”");
    expect(words(at)).not.toContain("Kies een reden");
    const forced = await raw("noor", at, { ...data, reden: "nodig_voor_advies" });
    expect(words(forced), "a reason that was not offered counts for nothing").not.toContain("Kies een reden");
    const other = { ...data, vraag: "Een leerling in een rolstoel blijft aan de kant. Wat kan?" };
    at = await s.send("noor", at, other, adviesvraagVerb.opslaan);
    expect(words(at)).toContain("Kies een reden");
    await expectNothingStored(async () => {
      const same = await raw("noor", at, { ...data, reden: "nodig_voor_advies" });
      expect(words(same), "the words of before").not.toContain("Kies een reden");
    });
    expect(await s.count("adviesvraag")).toBe(0);
    const done = await s.send("noor", at, { ...other, reden: "nodig_voor_advies" }, adviesvraagVerb.opslaan);
    expect(done.closed).toBe(true);
    expect(await s.count("adviesvraag")).toBe(1);
    expect(await s.count(`gebeurtenis where gegevens ->> 'reden' = 'nodig_voor_advies'`)).toBe(1);
    await sendTaken(s, "noor", await press(s, "noor", adviesvraagVerb.vraagIntrekken), {
      data: {},
      action: adviesvraagVerb.intrekken,
    }).catch(() => undefined);
    expect(await s.count("adviesvraag")).toBe(0);
  });
});

describe("put to the kernteam", () => {
  let since = 0;
  it("is before the ib and the kernteam, and before nobody else", async () => {
    since = s.teams.calls().length;
    const mine = form(s, "noor", await open(), asked);
    await Promise.all([mine.press(), mine.press()]);
    await s.settle();
    expect(await s.count("adviesvraag"), "pressed twice, asked once").toBe(1);
    expect(await holding(s, birds)).toBe("noor saskia");
    expect(wordsOf(await cardOf("saskia"))).toContain(vraag);
    await expectOutgoing(s, { since, mark: birds, to: ["noor", "saskia"] });
  });

  it("a button of it on another's card, old or made up, gives the one neutral answer", async () => {
    const held = [
      await oldButton(s, "saskia", "Advies geven"),
      await oldButton(s, "noor", "Adviesvraag intrekken"),
    ];
    await expectNothingStored(async () => {
      for (const { sends } of held)
        for (const as of strangers) expect(JSON.stringify((await send(s, as, sends)).card), as).toBe(neutral);
    });
  });

  it("has no number, and its id, typed, is the id of nothing", async () => {
    const id = await idOf(s, "adviesvraag");
    for (const typed of [id, `adviesvraag ${id}`, `hulpvraag ${id}`])
      for (const as of ["noor", "saskia", ...strangers]) {
        const nobody = typed.replace(id, randomUUID());
        const [got, nothing] = [await s.say(as, typed), await s.say(as, nobody)];
        expect(
          got.map(({ card }) => wordsOf(card)),
          `${as} ${typed}`,
        ).toEqual(nothing.map(({ card }) => wordsOf(card)));
      }
    expect(await holding(s, birds)).toBe("noor saskia");
  });

  it("the advice is looked through too, comes once, and reaches who asked", async () => {
    const late = await press(s, "saskia", adviesvraagVerb.vraagAntwoord);
    const opened = await press(s, "saskia", adviesvraagVerb.vraagAntwoord);
    const empty = await raw("saskia", opened, { antwoord: "" });
    expect(words(empty)).toMatch(/dit is nog leeg/);
    const named = { antwoord: "Vraag Bram de Wit om mee te kijken." };
    const refused = await s.send("saskia", opened, named, adviesvraagVerb.antwoord);
    expect(words(refused)).toMatch(/haal de naam \(“Bram de Wit”\) weg/);
    const replaced = await s.send("saskia", refused, named, adviesvraagVerb.vervangAntwoord);
    expect(words(replaced)).toContain("Vraag [naam] om mee te kijken.");
    await s.restart();
    const given = await s.send("saskia", replaced, { antwoord: advies }, adviesvraagVerb.antwoord);
    expect(given.closed).toBe(true);
    expect((await s.send("saskia", late, { antwoord: "Nog iets." }, adviesvraagVerb.antwoord)).message).toBe(
      pressWords.stale,
    );
    const mine = await s.see("noor", /Er is antwoord op je adviesvraag/);
    expect(wordsOf(mine.card)).toContain(advies);
    expect(wordsOf(mine.card)).not.toContain("Nog iets");
    expect(mine.summary).toBe("Er is advies voor je");
    expect(wordsOf(await cardOf("saskia"))).toContain("maandag 21 december 2026");
    expect(await holding(s, birds)).toBe("noor saskia");
    await expectOutgoing(s, { since, mark: birds, to: ["noor", "saskia"] });
    expect(await watched(s)).not.toMatch(birds);
  });
});

describe("on with a name", () => {
  it("asks first whether parents and pupil agreed, and takes the question along, looked through again", async () => {
    const first = await press(s, "noor", adviesvraagVerb.vraagOpNaam);
    const back = await raw("noor", first, { overlegd: "false" });
    expect(words(back)).toMatch(/overleg eerst met de ouders/);
    const one = await s.send("noor", first, { overlegd: "true" }, adviesvraagVerb.opNaam);
    expect(words(one)).toContain(vraag);
    const leerling = { naam: pupil, leerjaar: "po_5", maand: "04", jaar: "2016", gezag: "beide_ouders" };
    const changed = `${vraag} Bel 06-12345678.`;
    const wrong = await raw("noor", one, { ...leerling, jaar: "2027", meegenomen: changed });
    expect(words(wrong), "a refused step keeps it").toContain(changed);
    const two = await s.send("noor", one, { ...leerling, meegenomen: changed });
    expect(words(two)).toContain(changed);
    expect(words(two)).toMatch(/haal het telefoonnummer/);
    const rest = { vraag, domeinen: "gedrag", alGedaan: "", gedaanToelichting: "", oudersVraag: "" };
    const three = await s.send("noor", two, rest);
    expect((await s.send("noor", three, { urgentie: "gewoon", aanTafel: "smw" })).closed).toBe(true);
    expect(wordsOf((await s.see("noor", /Concept/)).card)).toContain(vraag);
  });

  it("nothing that is kept ties the two", async () => {
    const kept = await s.plaintext();
    const [one, other] = [await idOf(s, "adviesvraag"), await idOf(s, "hulpvraag")];
    for (const line of kept.split("\n")) expect(line.includes(one) && line.includes(other), line).toBe(false);
    expect(await s.count(`gebeurtenis where soort like 'adviesvraag%' and zaak is not null`)).toBe(0);
    expect(
      await s.count(`gebeurtenis where gegevens::text like '%${one}%' or gegevens::text like '%${other}%'`),
    ).toBe(0);
  });

  it("the other way the question of the concept comes without its pupil", async () => {
    const concept = await s.see("noor", /Concept/);
    const opened = await s.teams.press({ as: "noor", message: concept.id, action: "Stel als adviesvraag" });
    expect(words(opened)).toContain("zonder wat over deze leerling bekend is");
    expect(words(opened)).not.toMatch(/Zwaantje|Kanarievogel/);
    const held = await oldButton(s, "noor", "Stel als adviesvraag");
    for (const as of [...strangers, "saskia"]) {
      await s.say(as, "hallo");
      expect(JSON.stringify((await send(s, as, held.sends)).card), as).toBe(neutral);
    }
  });
});

describe("on a round", () => {
  const question = "Hoe help je een zilverplevier die niet mee wil?";
  const line = "Adviesvraag (zonder naam)";
  const rondeOf = async (as: string) => wordsOf((await s.see(as, /deelnemers/)).card);

  it("waits until one is planned, and stands there as one line for who takes part", async () => {
    const opened = await open();
    const data = { vraag: question, domein: "sociaal_emotioneel", kring: "ronde_tafel" };
    const sent = await s.send("noor", opened, data, adviesvraagVerb.opslaan);
    expect(sent.message).toMatch(/nog geen overlegronde gepland/);
    await plan(s, "2026-11-26");
    expect(wordsOf(await cardOf("noor"))).toContain("donderdag 26 november 2026");
    for (const as of ["bram", "peter", "hanna"]) {
      expect(await rondeOf(as), as).toContain(line);
      expect(await rondeOf(as), as).not.toMatch(birds);
    }
    expect(await rondeOf("saskia")).toContain(question);
    expect(await holding(s, /zilverplevier/)).toBe("noor saskia");
  });

  it("at the table it is heard, and the chair records what was advised", async () => {
    await s.wait("2026-11-26T13:55");
    await press(s, "noor", rondeVerb.begin);
    for (const as of ["bram", "peter", "hanna"]) expect(await rondeOf(as), as).toContain(question);
    const opened = await press(s, "noor", adviesvraagVerb.vraagUitkomst);
    const back = await raw("noor", opened, { antwoord: "", uitkomst: "advies_gegeven" });
    expect(words(back)).toMatch(/dit is nog leeg/);
    await sendTaken(s, "noor", opened, {
      data: { antwoord: "Laat de zilverplevier eerst kijken.", uitkomst: "hulpvraag_maken" },
      action: adviesvraagVerb.uitkomst,
    });
    expect(await rondeOf("bram")).toContain("maak er een hulpvraag van");
    expect(await s.count("hulpvraag"), "nothing that binds a child follows").toBe(1);
    expect((await s.count("actie")) + (await s.count("besluit"))).toBe(0);
  });

  it("afterwards the table keeps the line, and the channel gets one constant line", async () => {
    const since = s.teams.calls().length;
    await sendTaken(s, "noor", await press(s, "noor", rondeVerb.vraagSluiten), {
      data: {},
      action: rondeVerb.sluiten,
    });
    await press(s, "noor", samenvattingVerb.plaatsen);
    for (const as of ["bram", "peter", "hanna", "saskia"]) {
      expect(await rondeOf(as), as).toContain(line);
      expect(await rondeOf(as), as).not.toMatch(/zilverplevier/);
    }
    expect(await holding(s, /zilverplevier/)).toBe("noor");
    const post = (await messagesOf(s, "yasmina")).find(({ scope }) => scope === "channel");
    expect(wordsOf(post?.card)).toContain("Er zijn adviesvragen besproken.");
    expect(wordsOf(post?.card)).not.toMatch(birds);
    await expectOutgoing(s, { since, mark: birds, to: ["noor", "saskia"] });
  });

  it("the post is the same, to the byte, whatever was asked and however many there were", async () => {
    const post = (await messagesOf(s, "yasmina")).filter(({ scope }) => scope === "channel");
    const other = await aStory();
    try {
      await plan(other, "2026-11-26");
      for (const text of ["Wat helpt bij onrust?", "Hoe begin je een gesprek?"]) {
        await other.say("noor", "adviesvraag");
        const opened = await press(other, "noor", adviesvraagVerb.stel);
        const data = { vraag: text, domein: "leren", kring: "ronde_kernteam" };
        await other.send("noor", opened, data, adviesvraagVerb.opslaan);
      }
      await other.wait("2026-11-26T13:55");
      await press(other, "noor", rondeVerb.begin);
      for (const antwoord of ["Begin klein.", "Vraag door."]) {
        const opened = await press(other, "noor", adviesvraagVerb.vraagUitkomst);
        const data = { antwoord, uitkomst: "advies_gegeven" };
        await sendTaken(other, "noor", opened, { data, action: adviesvraagVerb.uitkomst });
      }
      await sendTaken(other, "noor", await press(other, "noor", rondeVerb.vraagSluiten), {
        data: {},
        action: rondeVerb.sluiten,
      });
      await press(other, "noor", samenvattingVerb.plaatsen);
      const theirs = (await messagesOf(other, "yasmina")).filter(({ scope }) => scope === "channel");
      expect(saidIn(theirs)).toBe(saidIn(post));
    } finally {
      await other.close();
    }
  });
});

describe("at its end", () => {
  it("nothing of the first is left anywhere, and nothing of the second a few days later", async () => {
    await s.wait("2026-12-21T06:00");
    expect(await s.count("adviesvraag")).toBe(1);
    expect(await holding(s, /griezelgans/)).toBe("");
    await s.wait("2026-12-24T06:00");
    expect(await s.count("adviesvraag")).toBe(0);
    for (const as of people()) {
      const texts = (await messagesOf(s, as)).filter(({ card }) => headingOf(card) !== null);
      const found = texts.filter(({ card }) => birds.test(wordsOf(card)));
      // The named hulpvraag of Noor keeps the question that was put in it.
      expect(
        found.map(({ card }) => headingOf(card)?.slice(0, 3)),
        as,
      ).toEqual(as === "noor" ? ["HV-"] : []);
    }
    expect(await s.plaintext()).not.toMatch(birds);
    expect(await watched(s)).not.toMatch(birds);
    expect(s.logged.filter(({ code }) => code.endsWith("_fout"))).toEqual([]);
  });

  it("a card of it that still lies around has no button that does anything", async () => {
    const [typed] = await s.say("noor", "adviesvraag");
    expect(wordsOf(typed?.card)).toContain("Er staat nu geen adviesvraag open");
    await s.say("noor", "nieuwe hulpvraag");
    expect(
      buttonsOf((await s.find("noor", "Adviesvraag zonder naam")).card).map(({ data }) => data.verb),
    ).toContain(basisOfExtraVerb.extra);
  });
});
