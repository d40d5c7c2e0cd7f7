import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bold, freeText, list, paragraph, plain, shorten, words } from "#cards/text.ts";

describe("words from people in a card", () => {
  it.each([
    ["[klik](https://example.org)", "[klik] (https://example.org)"],
    ["<at>Iedereen</at>", "‹at›Iedereen‹/at›"],
    ["{{DATE(2026-12-07)}}", "{ {DATE(2026-12-07)}}"],
    ["**hard** en `code`", "∗∗hard∗∗ en 'code'"],
    ["_schuin_ maar jan_de_wit@example.org", "‗schuin‗ maar jan_de_wit@example.org"],
    ["# kop", "– kop"],
    ["- streep", "– streep"],
    ["O'Neill-de Vries (Ouder 1), groep 5", "O'Neill-de Vries (Ouder 1), groep 5"],
    ["regel\neen", "regel een"],
  ])("%s is shown as %s", (given, shown) => {
    expect(plain(given)).toBe(shown);
  });

  it("never become a link, a mention, a date function or bold", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("[", "]", "(", ")", "*", "<", ">", "{", "_", "~", "a", " "),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(paragraph(text).text).not.toMatch(/\]\(|<|>|\*|\{\{|~~/u);
        expect(paragraph(["Van ", bold(text)]).text.replace(/^Van \*\*|\*\*$/gu, "")).not.toMatch(
          /\]\(|<|\*/u,
        );
      }),
      { examples: [["{{{"], ["~~~"], ["]]((("]], numRuns: 500 },
    );
  });

  it("keep their blanks around bold parts", () => {
    expect(words(["Bel ", bold("112"), " of ", bold("0800-2000"), "."])).toBe(
      "Bel **112** of **0800-2000**.",
    );
  });

  it("become bullets or numbered steps", () => {
    expect(list(["een", [bold("twee"), "!"]]).text).toBe("- een\n- **twee**!");
    expect(list(["een", "twee"], "steps").text).toBe("1. een\n2. twee");
  });

  it("are left letter for letter in free text, line by line", () => {
    const runs = freeText("[a](b) *c*\n\nd").items.map((item) =>
      item.type === "RichTextBlock" ? item.inlines : [],
    );
    expect(runs).toEqual([[{ type: "TextRun", text: "[a](b) *c*" }], [{ type: "TextRun", text: "d" }]]);
  });
});

describe("a text that must fit", () => {
  it("is never longer than allowed and never broken inside a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const result = shorten(text, max);
        expect(result.length).toBeLessThanOrEqual(max);
        expect(result.isWellFormed()).toBe(true);
      }),
    );
  });

  it("stays as it is when it fits, and ends in dots when not", () => {
    expect(shorten("Klaarzetten", 11)).toBe("Klaarzetten");
    expect(shorten("Klaarzetten voor ronde", 12)).toBe("Klaarzetten…");
  });
});
