import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, withinOneEdit } from "#domain/spelling.ts";

describe("words are compared", () => {
  it.each([
    ["Zoë", "zoe"],
    ["Zoe\u0308", "zoe"],
    ["Ａnne", "anne"],
    ["Søren Łódź Çelik", "soren lodz celik"],
    ["Sanne’s", "sanne's"],
    ["a\u00a0b\u2011c", "a b-c"],
    ["zelf\u00admoord\u200b", "zelfmoord"],
    ["٤٢", "42"],
    ["ĳs", "ijs"],
  ])("%s reads as %s", (text, plain) => {
    expect(fold(text)).toBe(plain);
  });

  it.each([
    ["sanne", "sanne", true],
    ["sanne", "sane", true],
    ["sanne", "sannne", true],
    ["sanne", "sanna", true],
    ["sanne", "snane", true],
    ["sanne", "snaen", false],
    ["sanne", "san", false],
    ["sanne", "annes", false],
    ["", "a", true],
    ["", "ab", false],
  ])("%s and %s differ by one error at most: %s", (a, b, near) => {
    expect(withinOneEdit(a, b)).toBe(near);
    expect(withinOneEdit(b, a)).toBe(near);
  });

  it("one letter taken out or put in is one error, wherever it stands", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), fc.nat(12), (word, at) => {
        const place = at % word.length;
        expect(withinOneEdit(word, word.slice(0, place) + word.slice(place + 1))).toBe(true);
        expect(withinOneEdit(word, `${word.slice(0, place)}q${word.slice(place)}`)).toBe(true);
      }),
    );
  });
});
