import { describe, expect, it } from "vitest";
import { cyclusOf } from "#domain/cyclus.ts";

const wat = { vraag: "Hoe verder?", oudersVraag: null, domeinen: [], uitgesloten: [], urgentie: null };

describe("the guide beside an item", () => {
  it("has nothing to ask of who may not read what it is about", () => {
    expect(cyclusOf({ wat: null, bijdrage: "volledig", kring: null })).toBeNull();
  });

  it.each([
    ["with consent", { wat, bijdrage: "volledig", kring: null }, "analyse_samen", "wie_met_regierol"],
    [
      "without objection",
      { wat, bijdrage: "buitenkant", kring: null },
      "analyse_buitenkant",
      "wie_met_regierol",
    ],
    [
      "by the directeur",
      { wat, bijdrage: "volledig", kring: ["Noor"] },
      "analyse_kring",
      "wie_zonder_regierol",
    ],
  ] as const)("fits the ground: %s", (_, punt, analyse, wie) => {
    expect(cyclusOf(punt)).toMatchObject({ vraag: "vraag_school", analyse, plan: "plan", wie_doet_wat: wie });
  });

  it("names the question of the parents where there is one", () => {
    const punt = {
      wat: { ...wat, oudersVraag: "Wat helpt thuis?" },
      bijdrage: "volledig",
      kring: null,
    } as const;
    expect(cyclusOf(punt)?.vraag).toBe("vraag_school_en_ouders");
  });
});
