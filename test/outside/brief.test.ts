import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { briefBlad } from "#cards/brief-blad.ts";
import { briefWoorden } from "#cards/brief-woord.ts";
import { vertalingen } from "#domain/brief.ts";
import { aBrief, longestIn, secondOpinion, sheetsIn, talen, wordsOf } from "./a-brief.ts";
import { drawn, readPdf } from "./pdf-read.ts";

const goldenOf = (taal: string) => join(import.meta.dirname, "golden", `brief-${taal}.txt`);

/** Three who sign and three purposes, or one purpose, cost some size; less than this is never set. */
const smaller: Readonly<Record<string, number>> = {
  "schriftelijk, alle doelen": 1,
  "schriftelijk, een doel": 0.5,
};

describe.each(talen)("letters and folder, %s beside the Dutch", (vertaling) => {
  const sheets = sheetsIn(vertaling);

  it("say what was read and accepted", () => {
    const text = `${sheets.map(([name, blad]) => `=== ${name}\n${wordsOf(blad)}`).join("\n\n")}\n`;
    const file = goldenOf(vertaling ?? "nederlands");
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, text);
    expect(existsSync(file), `run with UPDATE_GOLDEN=1 and read ${file}`).toBe(true);
    expect(text).toBe(readFileSync(file, "utf8"));
  });

  it.each(sheets)(
    "%s: stands on one page, with every word on it, in letters that can be read",
    (name, blad) => {
      const pdf = readPdf(secondOpinion(blad));
      const { letters, size } = drawn(pdf);
      expect(pdf.pages).toHaveLength(1);
      expect(differing(letters, printed(wordsOf(blad)))).toEqual([]);
      expect(size).toBeGreaterThanOrEqual((vertaling ? 8.5 : 10.5) - (smaller[name] ?? 0));
    },
  );

  it.each(longestIn(vertaling))("%s: never runs over, however long the names and lists are", (_, blad) => {
    const pdf = readPdf(secondOpinion(blad));
    const { letters, size } = drawn(pdf);
    expect(pdf.pages).toHaveLength(1);
    expect(differing(letters, printed(wordsOf(blad)))).toEqual([]);
    expect(size).toBeGreaterThanOrEqual(7);
  });
});

/** Marks of our own notation, which are drawn as lines and boxes. */
const printed = (text: string) => text.replace(/^(?:---.*|#+ |- |\[ \] )|_{6}|\[ \]|\|/gmu, "");

/** How often each letter, figure and sign is there. The order of Arabic glyphs is that of the page, not of reading. */
function lettersOf(text: string): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const letter of text.replace(/[\s•·:|\u202c]/gu, "").normalize("NFKC"))
    count.set(letter, (count.get(letter) ?? 0) + 1);
  return count;
}

/** Letters of which there are more or fewer on the page than in the words. */
function differing(page: string, words: string): readonly string[] {
  const [drawn, said] = [lettersOf(page), lettersOf(words)];
  return [...new Set([...drawn.keys(), ...said.keys()])].filter((letter) => {
    const more = (drawn.get(letter) ?? 0) - (said.get(letter) ?? 0);
    // A letter with a mark is two glyphs, each of which can stand for both.
    return more < 0 || (more > 0 && !/[\p{Script=Arabic}\p{M}]/u.test(letter));
  });
}

describe("a translation", () => {
  it.each(vertalingen)(
    "in %s says that the Dutch counts and that nobody has checked it, in both languages",
    (taal) => {
      const [, column] = briefBlad(aBrief({ vertaling: taal })).kolommen;
      const [dutch, own] = column?.melding ?? [];
      expect(dutch?.tekst).toMatch(/Nederlandse tekst geldt.*niet nagekeken door een moedertaalspreker/);
      expect(own).toMatchObject({ taal: column?.taal, rtl: taal === "arabisch" });
      expect(own?.tekst.length).toBeGreaterThan(40);
    },
  );

  it.each(vertalingen)("in %s leaves no sentence in Dutch or in another language", (taal) => {
    const said = (value: unknown): string[] =>
      typeof value === "string"
        ? [value]
        : typeof value === "object" && value !== null
          ? Object.values(value).flatMap(said)
          : [];
    const dutch = new Set(said(briefWoorden.nederlands).filter((text) => text.includes(" ")));
    for (const other of vertalingen.filter((one) => one !== taal)) {
      const theirs = new Set(said(briefWoorden[other]).filter((text) => text.includes(" ")));
      expect(said(briefWoorden[taal]).filter((text) => dutch.has(text) || theirs.has(text))).toEqual([]);
    }
  });

  it.each([
    ["engels", /^[\p{Script=Latin}\p{N}\p{P}\p{Z}+]*$/u],
    ["turks", /^[\p{Script=Latin}\p{N}\p{P}\p{Z}+]*$/u],
    ["pools", /^[\p{Script=Latin}\p{N}\p{P}\p{Z}+]*$/u],
    ["arabisch", /^[\p{Script=Arabic}\p{M}\p{N}\p{P}\p{Z}]*$/u],
    ["oekraiens", /^[\p{Script=Cyrillic}\p{M}\p{N}\p{P}\p{Z}]*$/u],
  ] as const)("in %s is written in its own script, but for Dutch names in brackets", (taal, script) => {
    const [, column] = briefBlad(aBrief({ vertaling: taal })).kolommen;
    const text = JSON.stringify(column?.delen).replace(
      /\([\p{Script=Latin} ]+\)|"\w+":|true|false|null|[{}[\]",]/gu,
      "",
    );
    expect(text).toMatch(script);
  });
});

describe("a letter", () => {
  const text = (over: Parameters<typeof aBrief>[0]) => wordsOf(briefBlad(aBrief(over)));

  it("leaves a line for what nobody filled in", () => {
    const contact = {
      adres: null,
      telefoon: null,
      klachtenregeling: null,
      functionarisGegevensbescherming: null,
    };
    const lines = (said: string) => said.split("______").length;
    expect(lines(text({ contact }))).toBe(lines(text({})) + 4);
  });

  it("lets somebody without a closed function be named by hand", () => {
    expect(text({ horen: ["ib", "overig"] })).toContain("- iemand anders, namelijk: ______");
  });

  it("asks everyone to sign who must, and those who are heard", () => {
    const signed = text({ tekenen: ["ouder1", "ouder2"], gehoord: ["leerling"] });
    expect(signed.split("--- form")[1]).toMatch(/verzorger 1\n.*verzorger 2\nLeerling/);
  });

  it("asks each purpose beside the discussion apart, of everyone who signs, and to whom data would go", () => {
    const asked = text({ doelen: ["start_jeugdhulp", "verstrekking_extern"], gehoord: ["leerling"] });
    expect(asked).toContain("Beginnen met jeugdhulp [ ] [ ] | [ ] [ ] | [ ] [ ]");
    expect(asked).toMatch(/Gegevens geven aan iemand buiten het team .*\nAan: ______/);
    expect(asked).toContain("ook het ja van je kind nodig");
    expect(asked).not.toContain("behandeling [ ]");
    expect(text({})).not.toContain("Wij vragen ook je toestemming voor");
    expect(text({ doelen: ["verstrekking_extern"], gehoord: ["leerling"] })).not.toContain(
      "het ja van je kind",
    );
  });

  it("of who decides alone says that the parents hear of it only when the pupil agrees", () => {
    const pupil = { lezer: "leerling", tekenen: ["leerling"] } as const;
    for (const brief of ["schriftelijk", "instemming", "regierol"] as const) {
      expect(text({ brief, ...pupil })).toContain("Je ouders horen het alleen als jij dat goed vindt.");
      expect(text({ brief })).not.toContain("Je ouders horen");
    }
  });

  it("gives a written yes a last day, and an objection its last day", () => {
    expect(text({})).toContain("Je toestemming geldt tot en met: 31\u00a0juli\u00a02027");
    expect(text({ brief: "instemming" })).not.toContain("31\u00a0juli\u00a02027");
    expect(text({ brief: "instemming" })).toContain("Uiterlijk: 7\u00a0december\u00a02026");
  });

  it("speaks to the pupil who decides alone, not of him", () => {
    for (const brief of ["schriftelijk", "instemming", "regierol"] as const)
      expect(text({ brief, lezer: "leerling", tekenen: ["leerling"] })).not.toMatch(/je kind|jullie/);
  });
});
