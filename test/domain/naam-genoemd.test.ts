import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedIn } from "#domain/naam-genoemd.ts";

const school = [
  "Zwaantje Kanarievogel",
  "Peter de Boer",
  "Bo Zwaan",
  "Sofie Groen",
  "Vera Tol",
  "Anna van der Bijl",
];

describe("pupils of a school that a text names", () => {
  it.each([
    ["Zwaantje Kanarievogel loopt vast bij rekenen", ["Zwaantje Kanarievogel"]],
    ["zwaantje kanarievogel loopt vast bij rekenen", ["Zwaantje Kanarievogel"]],
    ["wat helpt zwaantje bij rekenen?", ["Zwaantje Kanarievogel"]],
    ["De moeder van Kanarivogel vroeg dit", ["Zwaantje Kanarievogel"]],
    ["Peters tafel staat apart", ["Peter de Boer"]],
    ["Gaat het beter met peter de boer?", ["Peter de Boer"]],
    ["anna van der bijl wil niet naar gym", ["Anna van der Bijl"]],
    ["Wij zien dat Bo boos wordt", ["Bo Zwaan"]],
    ["In de sloot zwom een zwaan", []],
    ["Het gaat beter in de klas", []],
    ["Hoe maken wij het plein groen? De boer komt langs", []],
    ["Hoort dit bij VT of bij RT? De ib twijfelt", []],
    ["Er is van alles aan de hand", []],
    ["", []],
  ])("%s", (text, named) => {
    expect(namedIn(text, school)).toEqual(named);
  });

  const letters = fc.stringMatching(/^[A-Z][a-z]{5,9}$/);
  it("are found by first and last name in either case, among however many", () => {
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.array(letters, { maxLength: 40 }),
        fc.boolean(),
        (een, twee, rest, low) => {
          const naam = `${een} ${twee}`;
          const others = rest.map((one) => `${one} ${one}`);
          const text = `Wat helpt ${low ? naam.toLowerCase() : naam} bij rekenen?`;
          expect(namedIn(text, [...others, naam])).toContain(naam);
        },
      ),
    );
  });
});
