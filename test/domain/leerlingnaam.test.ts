import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naamProblem } from "#domain/leerlingnaam.ts";
import { today } from "./a-dossier.ts";

const kind = (naam: string) => naamProblem(naam, today)?.kind ?? null;
const listed = (file: string) =>
  readFileSync(new URL(`../../src/outside/woord/${file}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join(" ")
    .split(/\s+/)
    .filter(Boolean);
const capital = (name: string) =>
  name.replaceAll(/(?<!\p{L}['’])(?:^|(?<=[-']))\p{L}/gu, (c) => c.toUpperCase());
const voornamen = listed("voornamen").map(capital);
const achternamen = listed("achternamen").map(capital);

describe("the name of a leerling", () => {
  it("is every first name and every last name that we know", () => {
    const three = (names: readonly string[], i: number) =>
      [0, 1, 2].map((n) => names[(i * 3 + n) % names.length]);
    const long = Math.ceil(Math.max(voornamen.length, achternamen.length) / 3);
    const names = Array.from({ length: long }, (_, i) => {
      return `${three(voornamen, i).join(" ")} ${three(achternamen, i).join("-")}`;
    });
    expect(names.filter((naam) => kind(naam) !== null)).toEqual([]);
  });

  it("may have a prefix, accents, an apostrophe, hyphens and more than one first name, in capitals or small", () => {
    const first = fc.constantFrom(...voornamen);
    const last = fc.constantFrom(...achternamen);
    const prefix = fc.constantFrom(
      ..."|van|de|van de|van den|van der|van 't|van ’t|in 't|ter|ten|te|op den|el|al|ben|bin|da|dos|von|di|del|uit den|à".split(
        "|",
      ),
    );
    const accent = (naam: string) => naam.replace("e", "é").replace("o", "ö").replace("a", "ä");
    const whole = fc
      .record({ first, second: fc.option(first), prefix, last, other: fc.option(last), form: fc.nat(3) })
      .map(({ first, second, prefix, last, other, form }) => {
        const naam = [
          first,
          ...(second && form > 1 ? [second] : []),
          prefix,
          other ? `${last}-${other}` : last,
        ]
          .filter(Boolean)
          .join(" ");
        if (form === 3) return accent(naam);
        return form === 2 ? naam.toLowerCase() : form === 1 ? naam.toUpperCase() : naam;
      });
    fc.assert(
      fc.property(whole, (naam) => {
        expect([naam, kind(naam)]).toEqual([naam, null]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    "Noor Voorbeeld",
    "Seán O'Neill",
    "Anaïs d'Ancona",
    "Zoë 't Hart",
    "Kim Vogel",
    "kim vogel",
    "J.P. de Meester",
    "Odd Nansen",
    "Eline van Tuyll van Serooskerken",
    "Wil Kan",
    "Mohammed (Mo) Bakkali",
    "Xi Li",
  ])("is %s", (naam) => {
    expect(kind(naam)).toBeNull();
  });

  it.each([
    "Tijn ADHD",
    "Tijn adhd",
    "Tijn de Boer ASS",
    "Tijn Autisme",
    "Tijn de Boer dyslexie",
    "Tijn, moeder is ziek",
    "Tijn moeder is ziek",
    "Tijn de Boer wil niet",
    "tijn is ziek",
    "Tijn: pesten",
    "Tijn 2017",
    "Tijn!",
  ])("is not %s", (naam) => {
    expect(kind(naam)).toBe("geen_naam");
  });
});
