import { describe, expect, it } from "vitest";
import { bijdrageSubmitted, buitenkantWords } from "#cards/bijdrage.ts";

describe("what a partner sends about the outside", () => {
  it.each([
    [
      { bekend: "ja", maand: "3", jaar: "2024" },
      { bekend: "ja", maand: 3, jaar: 2024 },
    ],
    [
      { bekend: "nee", maand: "", jaar: "" },
      { bekend: "nee", maand: null, jaar: null },
    ],
    [{ bekend: "afgesloten" }, { bekend: "afgesloten", maand: null, jaar: null }],
    [{ bekend: "het gaat thuis niet goed" }, { bekend: null, maand: null, jaar: null }],
    [
      { bekend: "ja", maand: "13", jaar: "999999" },
      { bekend: "ja", maand: null, jaar: null },
    ],
    [
      { bekend: "ja", maand: "1.5", jaar: "jaren" },
      { bekend: "ja", maand: null, jaar: null },
    ],
    ["niets", { bekend: null, maand: null, jaar: null }],
    [null, { bekend: null, maand: null, jaar: null }],
  ])("%j is read as choices and nothing else", (sent, read) => {
    expect(bijdrageSubmitted.parse(sent)).toEqual(read);
  });

  it.each([
    [{ bekend: false, sinds: null, afgesloten: false }, "niet bekend"],
    [{ bekend: true, sinds: null, afgesloten: false }, "bekend"],
    [
      { bekend: true, sinds: Temporal.PlainYearMonth.from("2024-03"), afgesloten: true },
      "bekend sinds maart 2024, nu afgesloten",
    ],
  ])("%j reads as a sentence", (told, words) => {
    expect(buitenkantWords(told)).toBe(words);
  });
});
