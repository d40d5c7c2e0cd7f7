import { describe, expect, it } from "vitest";
import { zonderAnderen } from "#domain/andere-leerling.ts";

const eigen = ["Sem Jansen"];
const anderen = ["Lot Jansen", "Melodie Zomer", "Yusuf de Boer"];
const given = (text: string) => zonderAnderen(text, { eigen, anderen });

describe("a text that is given out", () => {
  it.each([
    ["Sem vocht met Yusuf de Boer.", "Sem vocht met [naam]."],
    ["Sem zat naast melodie, en Melodie Zomer lachte.", "Sem zat naast [naam], en [naam] lachte."],
    ["Sem Jansen en zijn zus Lot slapen slecht.", "Sem Jansen en zijn zus [naam] slapen slecht."],
    ["Yusufs jas was weg.", "[naam] jas was weg."],
  ])("%s", (text, left) => {
    expect(given(text)).toBe(left);
  });

  it.each(["Sem Jansen loopt vast bij rekenen, ook in de zomer.", "Familie Jansen wil rust."])(
    "keeps all of its own: %s",
    (text) => {
      expect(given(text)).toBe(text);
    },
  );

  it("of a namesake nothing goes: it is the own name", () => {
    expect(zonderAnderen("Sem Jansen is stil.", { eigen, anderen: ["Sem Jansen"] })).toBe(
      "Sem Jansen is stil.",
    );
  });
});
