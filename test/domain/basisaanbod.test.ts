import { describe, expect, it } from "vitest";
import { aanbodSchema, basicOfferFor, defaultAanbod, extraOfferFor, partners } from "#domain/basisaanbod.ts";
import { domeinen } from "#domain/code.ts";

const count = (partner: string, soort: string): number =>
  defaultAanbod.filter((item) => item.partner === partner && item.soort === soort).length;

describe("the offer of the partners", () => {
  it.each([
    ["cjg", "basis", 8],
    ["smw", "basis", 11],
    ["swv", "basis", 2],
    ["cjg", "extra", 6],
    ["smw", "extra", 5],
    ["swv", "extra", 7],
  ])("has of %s (%s) the %i lines that 003 lists", (partner, soort, lines) => {
    expect(count(partner, soort)).toBe(lines);
  });

  it("gives every question that is not about safety a basic offer, and every question an extra one", () => {
    for (const domein of domeinen) {
      // An unsafe situation is never a light question.
      expect(basicOfferFor(domein).length > 0, domein).toBe(domein !== "veiligheid");
      expect(extraOfferFor(domein).length, domein).toBeGreaterThan(0);
    }
  });

  it("shows only basic lines that fit the question", () => {
    for (const domein of domeinen) {
      for (const item of basicOfferFor(domein)) {
        expect(item.soort).toBe("basis");
        expect(item.domeinen).toContain(domein);
        expect(partners).toContain(item.partner);
      }
    }
  });

  it("can be changed by a beheerder, within its own form", () => {
    const [first] = defaultAanbod;
    const changed = [{ ...first, label: "Inloopspreekuur" }];
    expect(basicOfferFor("gezondheid", aanbodSchema.parse(changed)).map((i) => i.label)).toEqual([
      "Inloopspreekuur",
    ]);
    expect(aanbodSchema.safeParse([first, first]).success).toBe(false);
    expect(aanbodSchema.safeParse([{ ...first, leerling: "Sanne" }]).success).toBe(false);
    expect(aanbodSchema.safeParse([{ ...first, functies: [] }]).success).toBe(false);
  });
});
