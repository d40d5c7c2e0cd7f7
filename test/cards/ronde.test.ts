import { describe, expect, it } from "vitest";
import { notNamedWords } from "#cards/agenda.ts";
import { besluitSent, movedWords, parseBesluit, tooLong } from "#cards/besluit.ts";
import { overzichtCard } from "#cards/overzicht.ts";
import { rondeCard } from "#cards/ronde.ts";
import { aanwezigheidSubmitted, sluitenCard } from "#cards/ronde-dialog.ts";
import { parseRonde, rondeSent } from "#cards/ronde-plan.ts";
import { afwegingMax } from "#domain/besluit-form.ts";
import { type RondeGezien, rondeActs } from "#domain/ronde-view.ts";
import { checkCard, shownTexts } from "./check-card.ts";

/** As long as our real ones. */
const token = (verb: string, about = "") => `${verb}${about}`.padEnd(170, "x");
const date = (text: string) => Temporal.PlainDate.from(text);
const uuid = (nummer: number) => `5a2b7c1e-0000-4000-8000-${String(nummer).padStart(12, "0")}`;
const longName = "Annemarie van den Wittenboer-Zwanenburg";
const longText = "Zij raakt vast bij rekenen en trekt zich terug in de klas en thuis. "
  .repeat(5)
  .slice(0, 300);

function worst(items: number): RondeGezien {
  const actie = (nummer: number) => ({
    id: uuid(nummer),
    versie: 1,
    houder: longName,
    vanMij: false,
    omschrijving: longText.slice(0, 200),
    datum: date("2026-12-01"),
    gedaan: false,
  });
  return {
    id: uuid(1),
    versie: 1,
    sztId: uuid(2),
    scholen: ["Openbare basisschool De Regenboogschool-Oosterhoutlaan"],
    vandaag: date("2026-12-07"),
    datum: date("2026-12-07"),
    begin: Temporal.PlainTime.from("13:30"),
    eind: Temporal.PlainTime.from("15:30"),
    duurMinuten: 120,
    plaats: "op_school_en_online",
    deelnameLink: `https://teams.microsoft.com/l/meetup-join/${"a".repeat(600)}`,
    status: "open",
    voorzitter: { persoonId: uuid(3), naam: longName },
    notulist: { persoonId: uuid(4), naam: longName },
    deelnemers: Array.from({ length: 20 }, (_, index) => ({
      persoonId: uuid(100 + index),
      naam: longName,
      functie: "jeugdverpleegkundige",
      aanwezigheid: "vervangen",
    })),
    leidt: true,
    schakelteamCompleet: false,
    punten: Array.from({ length: items }, (_, index) => ({
      id: uuid(200 + index),
      hulpvraagId: uuid(300 + index),
      versie: 12,
      referentie: `HV-${1000 + index}`,
      minuten: 15,
      leerling: { naam: longName, leerjaar: "po_5" },
      wat: {
        vraag: longText,
        oudersVraag: longText,
        domeinen: ["leren", "sociaal_emotioneel"],
        uitgesloten: ["armoede"],
        urgentie: "gewoon",
      },
      onleesbaar: false,
      bijdrage: "buitenkant",
      kring: null,
      besproken: index > 0,
      eerstvolgende: index === 0,
      besluit:
        index > 0
          ? {
              besluiten: ["regierol_toewijzen", "doorzetten_loket"],
              afweging: longText,
              regierolVoor: longName,
              terugOp: null,
            }
          : null,
      acties: [actie(400), actie(401), actie(402)],
      ontbreekt: [],
      mag: { besluiten: index === 0, later: index === 0, vanAgenda: index === 0 },
    })),
    omvang: { aantal: items, minuten: items * 15, past: false },
    heleAgenda: true,
    dicht: { reden: "vakantie", naam: "Voorjaarsvakantie" },
    wachten: Array.from({ length: 30 }, (_, index) => ({
      referentie: `HV-${2000 + index}`,
      ontbreekt: [{ code: "toestemming_verlopen", geldigTot: date("2026-12-01") }],
    })),
    voorstellen: Array.from({ length: 30 }, (_, index) => ({
      hulpvraagId: uuid(500 + index),
      versie: 1,
      referentie: `HV-${2000 + index}`,
      naam: longName,
      urgentie: "voorrang",
      dagenKlaar: 120,
    })),
    eerdereActies: Array.from({ length: 12 }, (_, index) => ({
      ...actie(600 + index),
      referentie: `HV-${3000 + index}`,
      magAfvinken: true,
      magVerzetten: true,
    })),
    teamacties: Array.from({ length: 12 }, (_, index) => ({
      soort: "teamactie",
      id: uuid(700 + index),
      sztId: uuid(1),
      versie: 1,
      stand: "te_laat",
      vervalt: Temporal.PlainDate.from("2026-12-01"),
      omschrijving: longText.slice(0, 200),
      houder: longName,
      vanMij: false,
      houderWeg: false,
      overdracht: null,
      mag: new Set(["lezen", "afronden", "verzetten"]),
    })),
    magTeamactie: true,
    mag: new Set(rondeActs.filter((act) => act !== "verslag")),
  };
}

describe("the card of a round", () => {
  it.each([1, 4, 8, 14, 30])("fits in Teams with %i items and the longest words", (items) => {
    expect(checkCard(rondeCard(worst(items), token))).toEqual([]);
  });

  it("keeps what must be done now, however much there is", () => {
    const verbs = JSON.stringify(rondeCard(worst(30), token));
    for (const verb of ["open-besluit", "ronde-later", "begin-ronde", "put-op-agenda"])
      expect(verbs).toContain(`"${verb}"`);
  });

  it("shows no name or number of a pupil in what a lock screen gets", () => {
    const card = rondeCard(worst(2), token);
    expect(card.fallbackText).not.toMatch(/HV-|Wittenboer/);
  });

  it("says the same to a participant whatever is hidden: no count, no time of an item", () => {
    const base = worst(1);
    const view: RondeGezien = {
      ...base,
      leidt: false,
      omvang: null,
      heleAgenda: false,
      voorstellen: [],
      wachten: [],
      dicht: null,
      eerdereActies: [],
      // Of those everybody in the team sees all.
      teamacties: [],
      schakelteamCompleet: null,
      mag: new Set(),
    };
    const texts = shownTexts(rondeCard(view, token), "card")
      .map(({ text }) => text)
      .join("\n");
    expect(texts).not.toMatch(/\d+ van \d+|En nog|past niet/);
  });
});

describe("what a form of a round sends", () => {
  it("is refused field by field, and drawn again as it was sent", () => {
    const sent = rondeSent({ datum: "morgen", begin: "13:30", duur: 60, extra: "x", deelnemers: ["a"] });
    expect(sent).toEqual({
      datum: "morgen",
      begin: "13:30",
      duur: "60",
      plaats: "",
      link: "",
      deelnemers: "",
      voorzitter: "",
    });
    const parsed = parseRonde(sent);
    expect(parsed.ok ? [] : Object.keys(parsed.error)).toEqual(["datum", "plaats", "voorzitter"]);
  });

  it.each([null, 7, "x", [], { datum: { $gt: "" } }])("survives %o", (input) => {
    expect(parseRonde(rondeSent(input)).ok).toBe(false);
    expect(aanwezigheidSubmitted(input).size).toBe(0);
    expect(parseBesluit(besluitSent(input))).toMatchObject({ besluiten: [], afweging: "", acties: [] });
  });

  it("takes attendance by person, and nothing that is not on the list", () => {
    const sent = {
      [`aanwezig-${uuid(1)}`]: "online",
      [`aanwezig-${uuid(2)}`]: "dronken",
      notulist: "online",
    };
    expect([...aanwezigheidSubmitted(sent)]).toEqual([[uuid(1), "online"]]);
  });

  it("leaves out besluiten that do not exist, ids that are none and acties that are empty", () => {
    const form = parseBesluit(
      besluitSent({
        besluiten: "afsluiten,ontslaan",
        regierolVoor: "Bram",
        terugOp: "2026-02-30",
        wat2: "Belt",
      }),
    );
    expect(form).toMatchObject({ besluiten: ["afsluiten"], regierolVoor: null, terugOp: null });
    expect(form.acties).toEqual([{ houderId: "", wat: "Belt", datum: null }]);
  });

  it("is too long when it is longer than may be kept", () => {
    expect(tooLong(besluitSent({ afweging: "a".repeat(afwegingMax) }))).toBeNull();
    expect(tooLong(besluitSent({ afweging: "a".repeat(afwegingMax + 1) }))).toEqual({
      afweging: { kind: "te_lang" },
    });
  });
});

describe("an actie on a day that the school is closed", () => {
  it("is told with the schooldag that it becomes", () => {
    expect(movedWords([])).toBeUndefined();
    expect(movedWords([{ van: date("2026-12-05"), naar: date("2026-12-07") }])).toBe(
      "Zaterdag 5 december 2026 is geen schooldag: het wordt maandag 7 december 2026.",
    );
  });
});

describe("a round that nobody opened", () => {
  const over = { ...worst(1), status: "gepland" as const, vandaag: date("2026-12-08") };
  const words = (mag: readonly (typeof rondeActs)[number][]) =>
    shownTexts(rondeCard({ ...over, mag: new Set(mag) }, token), "card")
      .map(({ text }) => text)
      .join("\n");

  it.each([
    [
      ["openen", "wijzigen", "afzeggen"] as const,
      "Deze overlegronde is niet geopend. Was er wel overleg? Open de ronde alsnog. Was er geen overleg? Kies een nieuwe dag of zeg de ronde af.",
    ],
    [
      ["wijzigen", "afzeggen"] as const,
      "Deze overlegronde is niet geopend. Was er geen overleg? Kies een nieuwe dag of zeg de ronde af.",
    ],
    [["openen"] as const, "Deze overlegronde is niet geopend. Was er wel overleg? Open de ronde alsnog."],
    [[], "Deze overlegronde is niet geopend."],
  ])("says with %j what can be done", (mag, sentence) => {
    expect(words(mag).split("\n")).toContain(`**Let op.** ${sentence}`);
    expect(words(mag)).toContain("Niet gehouden?");
  });

  it("cannot be joined", () => {
    expect(JSON.stringify(rondeCard(over, token))).not.toContain("Deelnemen");
  });
});

describe("who is at the table and not in the toestemming", () => {
  it("is spoken of as one or as more", () => {
    expect(notNamedWords(["smw"], "schriftelijk")).toContain("Die staat niet in de toestemming en ziet");
    expect(notNamedWords(["smw", "wijkteam"], "schriftelijk")).toMatch(
      /^Aan tafel zitten ook: .+ en .+ Die staan niet/,
    );
  });

  it("is asked for with the button that there is: another partner to who was asked, a new notice to who was told", () => {
    expect(notNamedWords(["smw"], "schriftelijk")).toContain("Partner erbij");
    const told = notNamedWords(["smw"], "instemming");
    expect(told).toContain("Informatie verstuurd");
    expect(told).not.toMatch(/Partner erbij|toestemming en ziet/);
  });
});

describe("the question before a round ends", () => {
  const done = worst(2).punten.map((punt) => ({ ...punt, besproken: true }));
  const words = (over: Partial<RondeGezien>) =>
    shownTexts(sluitenCard({ ...worst(2), ...over }, token), "card").map(({ text }) => text);
  const notulist = new Set(rondeActs.filter((act) => act !== "notulist"));

  it("says that nothing waits on the agenda only to who sees the whole agenda", () => {
    expect(words({ punten: done })).toContain("Op deze agenda staat niets meer open.");
    expect(words({ punten: [] })).toContain("Er staat niets op de agenda.");
    const rest = { punten: done, heleAgenda: false };
    expect(words(rest)).toContain("Wat jij ziet, is besproken. Vraag eerst aan de ib: is alles klaar?");
    expect(words({ ...rest, mag: notulist })).toContain(
      "Wat jij ziet, is besproken. Vraag eerst aan de voorzitter of de ib: is alles klaar?",
    );
    expect(words({ heleAgenda: false, mag: notulist }).join()).not.toContain("is besproken");
    expect(words({ heleAgenda: false, mag: notulist })).toContain(
      "Vraag eerst aan de voorzitter of de ib: is alles klaar?",
    );
  });

  it("names what waits for the next one", () => {
    const punten = worst(2).punten.map((punt) => ({ ...punt, besproken: false, kring: null }));
    expect(words({ punten })).toContain("Dit wacht op de volgende overlegronde: HV-1000, HV-1001.");
  });
});

describe("the overview", () => {
  it("fits in Teams with forty rounds and the longest links", () => {
    const regels = Array.from({ length: 40 }, (_, index) => ({
      ronde: {
        id: uuid(index),
        versie: 1,
        datum: date("2026-12-07").add({ days: index }),
        begin: Temporal.PlainTime.from("13:30"),
        duurMinuten: 60,
        plaats: "op_school_en_online" as const,
        deelnameLink: `https://teams.microsoft.com/l/meetup-join/${"a".repeat(600)}`,
        status: "gepland" as const,
      },
      scholen: ["Openbare basisschool De Regenboogschool-Oosterhoutlaan"],
      overlapt: [{ scholen: ["Het Kompas"], begin: Temporal.PlainTime.from("14:00") }],
    }));
    expect(checkCard(overzichtCard({ vandaag: date("2026-12-07"), regels, planbaar: [] }, token))).toEqual(
      [],
    );
  });
});
