import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskNaam, naamMerk } from "#domain/naam-masker.ts";
import { abbreviations, between } from "#domain/naam-vorm.ts";
import { fold } from "#domain/spelling.ts";
import { givenWoordenlijst } from "#domain/woordenlijst.ts";

describe("a text without the name of one pupil", () => {
  it.each([
    ["Sem Bos", "Semtje botst vaak", "[naam] botst vaak"],
    ["Sem Bos", "casusSem", "[naam]"],
    ["Sem Bos", "gezin bos; broer kees bos", "gezin [naam]; broer kees [naam]"],
    ["Sem Bos", "S/B en S-B en S B en S.B.", "[naam] en [naam] en [naam] en [naam]."],
    ["Sem Bos", "SB loopt weg", "[naam] loopt weg"],
    ["Sem Bos", "S.e.m huilt", "[naam] huilt"],
    ["Sem Bos", "sem,bos en Sem Bos", "[naam],[naam] en [naam]"],
    ["Sem Bos", "S\u200be\u200bm en S\u00e9m", "[naam] en [naam]"],
    ["Sem Bos", "m.bos@school.nl", "m.[naam]@school.nl"],
    ["Sem Bos", "https://x.example/sem-bos/1", "https://x.example/[naam]/1"],
    ["Zwaantje Kanariepiet", "ZwaantjeKanariepiet en Kanariepeit", "[naam] en [naam]"],
    ["Zwaantje van der Kanariepiet", "Zwaantje van der Kanariepiet eet", "[naam] eet"],
    ["Zwaantje van der Kanariepiet", "ZvdK, ZK", "[naam], [naam]"],
    ["Bo de Groot", "Botje, Bo en gezin de groot", "[naam], [naam] en gezin de [naam]"],
    ["Bo de Groot", "De boot is van iedereen", "De boot is van iedereen"],
    ["Sem Bos", "Het is een heel ander kind", "Het is een heel ander kind"],
    ["Jan-Willem Reigerbos", "JW krijgt straf, thuis ook", "[naam] krijgt straf, thuis ook"],
    [
      "Jan-Willem Reigerbos",
      "J.W. en J-W en J.-W. en jwr en JR",
      "[naam] en [naam] en [naam] en [naam] en [naam]",
    ],
    [
      "Jan-Willem Reigerbos",
      "Willem en jan; J. Reigerbos; J.W. Reigerbos",
      "[naam] en [naam]; [naam]; [naam]",
    ],
    [
      "Jan-Willem Reigerbos",
      "Moeder ziet J. niet. Jan-Willem R. zwijgt",
      "Moeder ziet [naam] niet. [naam] zwijgt",
    ],
    ["Jan Willem van den Berg", "JvdB en jwvdb en JWB", "[naam] en [naam] en [naam]"],
    ["Mohammed Yilmaz", "moh en max zien het", "[naam] en max zien het"],
    ["Maximiliaan Vos", "moh en max zien het", "moh en [naam] zien het"],
    ["Maximiliaan Vos", "Max' tas, maxje en Max zijn broer", "[naam]' tas, [naam] en [naam] zijn broer"],
    ["Alexander Prins", "Lex krijgt straf, zegt alex", "[naam] krijgt straf, zegt [naam]"],
    ["Zwaantje Kanariepiet", "Zwaan huilt. Het gaat om zwaan", "[naam] huilt. Het gaat om [naam]"],
    ["Zwaantje Kanariepiet", "Vader slaat Zwaan, zegt zwaans zus", "Vader slaat [naam], zegt [naam] zus"],
    ["Charlotte Vos", "Moeder zegt dat Lot liegt", "Moeder zegt dat [naam] liegt"],
    ["Ben de Vries", "Vader sloeg Ben. Ik ben bang", "Vader sloeg [naam]. Ik ben bang"],
    ["Sem Bos", "", ""],
  ])("of %s: %s", (naam, text, expected) => {
    expect(maskNaam(text, naam)).toBe(expected);
  });

  const letters = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
  it("holds no part of the name, wherever and however it is written", () => {
    const ways = [
      (part: string) => part,
      (part: string) => part.toUpperCase(),
      (part: string) => part.toLowerCase(),
      (part: string) => `${part}tje`,
      (part: string) => `mini${part.toLowerCase()}`,
      (part: string) => [...part].join("\u200b"),
      (part: string) => [...part].join("."),
      (part: string) => part.normalize("NFD").replace("a", "a\u0301"),
    ];
    fc.assert(
      fc.property(letters, letters, fc.nat(ways.length - 1), fc.lorem(), (voor, achter, way, around) => {
        const write = ways[way] ?? ((part: string) => part);
        const out = maskNaam(`${around} ${write(voor)} en ${write(achter)}. ${around}`, `${voor} ${achter}`);
        const plain = out
          .normalize("NFKD")
          .replace(/[^\p{L}]/gu, "")
          .toLowerCase();
        expect(out).toContain(naamMerk);
        expect(plain).not.toContain(voor.toLowerCase());
        expect(plain).not.toContain(achter.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });

  it("is the same text where nothing of the name stands, and a second look finds nothing", () => {
    fc.assert(
      fc.property(letters, letters, fc.lorem({ maxCount: 20 }), (voor, achter, text) => {
        const once = maskNaam(text, `${voor} ${achter}`);
        expect(maskNaam(once, `${voor} ${achter}`)).toBe(once);
      }),
    );
  });

  it.each([
    ["Jan-Willem Reigerbos", "In januari is er een nieuw rooster, i.v.m. de toets in groep 5B."],
    ["Peter Smit", "Het gaat thuis niet beter."],
    ["Anne Vos", "Het is spannend in de pauze, b.v. bij het spelen."],
    ["Zwaantje Kanariepiet", "Er zwom een zwaan in de vijver, en een jonge zwaan ook."],
    ["Maximiliaan Vos", "Er is max 10 minuten, dat is de max."],
    ["Alexander Prins", "Een ander kind zag het ook."],
    ["Sem Bos", "Dit semester is er o.a. een gesprek met de ib, het smw en het cjg."],
    ["Charlotte Vos", "Het lot van het kind gaat de school aan."],
    ["Maartje de Wit", "Sinds maart is vader weg."],
    ["Ilse Berg", "De ib belt morgen op school."],
    ["Vera Adams", "Groep A en plan V gaan door."],
    ["Wieke Ooms", "Wie ophaalt, is niet bekend. Weet u het?"],
  ])("of %s keeps an ordinary sentence whole: %s", (naam, text) => {
    expect(maskNaam(text, naam)).toBe(text);
  });

  const listed = (name: string) =>
    readFileSync(new URL(`../../src/outside/woord/${name}.txt`, import.meta.url), "utf8")
      .split("\n")
      .filter((line) => !line.startsWith("#"))
      .flatMap((line) => line.split(/\s+/))
      .filter((name) => /^\p{L}{3,}$/u.test(name))
      .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  const voornaam = fc.constantFrom(...listed("voornamen"));
  const achternaam = fc.constantFrom(...listed("achternamen"));

  it("holds none of the ways in which people write a name, of whoever it is", () => {
    const up = (...parts: string[]) => parts.map((part) => part.charAt(0)).join("");
    fc.assert(
      fc.property(voornaam, voornaam, achternaam, (een, twee, achter) => {
        const forms = [
          `${een}-${twee}`,
          een,
          twee,
          `${een}s`,
          `${een.toLowerCase()}'s`,
          `${twee}tje`,
          achter,
          up(een, twee),
          `${up(een)}.${up(twee)}.`,
          `${up(een)}-${up(twee)}`,
          up(een, twee, achter),
          up(een, achter),
          `${up(een)}. ${achter}`,
          `${een} ${up(achter)}.`,
        ];
        for (const form of forms)
          expect(maskNaam(`Thuis kreeg ${form} straf.`, `${een}-${twee} ${achter}`)).toMatch(
            /^Thuis kreeg \[naam\](?:'s|\.)? straf\.$/,
          );
      }),
      { numRuns: 300 },
    );
  });

  it("holds no beginning or end of a first name that is a name itself or no word", () => {
    const { isListed, isVoornaam } = givenWoordenlijst();
    fc.assert(
      fc.property(voornaam, achternaam, fc.boolean(), fc.nat(), (voor, achter, begin, cut) => {
        const name = fold(voor);
        const length = 3 + (cut % Math.max(1, name.length - 3));
        const part = begin ? name.slice(0, length) : name.slice(-length);
        fc.pre(part.length >= 3 && !between.has(part) && !abbreviations.has(part));
        fc.pre(isVoornaam(part) || !isListed(part));
        const typed = isListed(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part;
        expect(maskNaam(`Thuis zag ${typed} dat.`, `${voor} ${achter}`)).toBe("Thuis zag [naam] dat.");
      }),
      { numRuns: 500 },
    );
  });
});
