import { describe, expect, it } from "vitest";
import * as toestemming from "#cards/toestemming-word.ts";
import * as word from "#cards/word.ts";
import * as code from "#domain/code.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

const lists: [name: string, codes: readonly string[], labels: Record<string, string>][] = [
  ["functie", code.functies, word.functieNaam],
  ["functie kort", code.functies, word.functieKort],
  ["status", code.hulpvraagStatussen, word.statusLabel],
  ["domein", code.domeinen, word.domeinLabel],
  ["urgentie", code.urgenties, word.urgentieLabel],
  ["gezag", code.gezagsvormen, word.gezagLabel],
  ["al gedaan", code.alGedaan, word.alGedaanLabel],
  ["fase", code.fasen, word.faseLabel],
  ["besluit", code.besluiten, word.besluitLabel],
  ["grondslag", code.grondslagen, word.grondslagLabel],
  ["partij", code.partijen, word.partijLabel],
  ["partij in een zin", code.partijen, toestemming.partijNaam],
  ["antwoordvorm", code.antwoordvormen, toestemming.antwoordvormLabel],
  ["doel", code.toestemmingsdoelen, toestemming.doelLabel],
  ["informatiewijze", code.informatiewijzen, toestemming.informatiewijzeLabel],
  ["taal", code.informatietalen, toestemming.taalLabel],
  ["begrip", code.begripsvormen, toestemming.begripLabel],
  ["gezagsmerk", code.gezagsmerken, toestemming.gezagsmerkLabel],
  ["partijstand", code.partijstanden, toestemming.partijstandLabel],
  ["vaststelling", code.vaststellingen, toestemming.vaststellingLabel],
  ["giz", code.gizUitkomsten, word.gizLabel],
  ["afsluitreden", code.afsluitredenen, word.afsluitredenLabel],
  ["aanwezigheid", code.aanwezigheden, word.aanwezigheidLabel],
  ["plaats", code.plaatsen, word.plaatsLabel],
  ["regio", code.regios, word.regioLabel],
  ["sector", code.sectoren, word.sectorLabel],
  ["leerjaar", code.leerjaren, word.leerjaarLabel],
];

describe("words of the closed lists", () => {
  it.each(lists)("%s has a word of its own for every code, and none to spare", (_, codes, labels) => {
    expect(Object.keys(labels).sort()).toEqual([...codes].sort());
    expect(new Set(Object.values(labels)).size).toBe(codes.length);
    expect(Object.values(labels).filter((label) => label.trim() === "" || label.includes("_"))).toEqual([]);
  });
});

describe("dates and times in words", () => {
  it.each([
    ["2026-12-07", "maandag 7 december 2026", "ma 7 dec"],
    ["2027-03-28", "zondag 28 maart 2027", "zo 28 mrt"],
    ["2027-05-05", "woensdag 5 mei 2027", "wo 5 mei"],
    ["2028-02-29", "dinsdag 29 februari 2028", "di 29 feb"],
  ])("%s is %s", (iso, long, short) => {
    expect(word.formatDate(date(iso))).toBe(long);
    expect(word.formatDateShort(date(iso))).toBe(short);
  });

  it.each([
    ["2026-12-29", "dinsdag 29 december 2026"],
    ["2026-12-30", "gisteren"],
    ["2026-12-31", "vandaag"],
    ["2027-01-01", "morgen"],
    ["2027-01-02", "overmorgen"],
    ["2027-01-03", "zondag 3 januari 2027"],
  ])("seen from 31 December, %s is %s", (iso, day) => {
    expect(word.formatDay(date(iso), date("2026-12-31"))).toBe(day);
  });

  it("are two digits and a colon, of a whole minute", () => {
    expect(word.formatTime(Temporal.PlainTime.from("09:05:59"))).toBe("09:05");
    expect(word.formatTimes(Temporal.PlainTime.from("10:30"), Temporal.PlainTime.from("12:00"))).toBe(
      "10:30 tot 12:00 uur",
    );
    expect(word.formatMonth(Temporal.PlainYearMonth.from("2017-03"))).toBe("maart 2017");
  });
});

describe("words put together", () => {
  it.each<[string[], string]>([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a en b"],
    [["a", "b", "c"], "a, b en c"],
  ])("%j reads as “%s”", (parts, text) => {
    expect(word.join(parts)).toBe(text);
  });

  it("one is one, and all else is many", () => {
    expect([0, 1, 2].map((n) => word.count(n, "actie", "acties"))).toEqual([
      "0 acties",
      "1 actie",
      "2 acties",
    ]);
    expect(word.join(["a", "b"], "of")).toBe("a of b");
    expect(word.capital("één actie")).toBe("Één actie");
  });
});
