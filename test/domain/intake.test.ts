import { describe, expect, it } from "vitest";
import { veldWords } from "#cards/veld.ts";
import { type Leerjaar, leerjaren } from "#domain/code.ts";
import { agesIn, checkStap1 } from "#domain/intake.ts";

const today = Temporal.PlainDate.from("2026-11-23");

/** The youngest and the oldest that a group or year takes, in whole years. */
const ages: Record<Leerjaar, readonly [number, number]> = {
  po_1: [3, 10],
  po_2: [3, 11],
  po_3: [4, 12],
  po_4: [5, 13],
  po_5: [6, 14],
  po_6: [7, 15],
  po_7: [8, 15],
  po_8: [9, 15],
  vo_1: [9, 18],
  vo_2: [10, 19],
  vo_3: [11, 20],
  vo_4: [12, 21],
  vo_5: [13, 21],
  vo_6: [14, 21],
};

/** What is wrong with the year of who was born so many months ago. */
function yearOf(leerjaar: Leerjaar, months: number) {
  const geboortemaand = today.toPlainYearMonth().subtract({ months }).toString();
  const stap = {
    schoolId: "s",
    naam: "Sanne",
    leerjaar,
    geboortemaand,
    gezag: "beide_ouders",
    kenmerk: null,
  } as const;
  return checkStap1(stap, { sector: leerjaar.startsWith("po") ? "PO" : "VO", today })?.jaar;
}

describe("the age in a group or year", () => {
  it.each(leerjaren)("%s takes no one younger or older than anybody in it", (leerjaar) => {
    const [van, tot] = ages[leerjaar];
    expect(agesIn(leerjaar)).toEqual({ van, tot });
    expect(yearOf(leerjaar, van * 12), "in the month of the birthday").toBeUndefined();
    expect(yearOf(leerjaar, van * 12 - 1)).toBeDefined();
    expect(yearOf(leerjaar, tot * 12 + 11)).toBeUndefined();
    const birthday = (tot + 1) * 12;
    // The oldest age of all ends with the month before, as before.
    if (tot < 21) expect(yearOf(leerjaar, birthday), "in the month of the next birthday").toBeUndefined();
    expect(yearOf(leerjaar, birthday + 1)).toBeDefined();
  });

  it.each(leerjaren)(
    "%s takes a child that went through it in the usual years, or years earlier or later",
    (leerjaar) => {
      const nummer = Number(leerjaar.slice(-1));
      const usual = leerjaar.startsWith("po") ? nummer + 3 : nummer + 11;
      for (const age of [usual - 1, usual, usual + 1, usual + 2, usual + 3])
        expect(yearOf(leerjaar, age * 12 + 6), String(age)).toBeUndefined();
    },
  );

  it("is said with what does not fit and what to do", () => {
    const problem = yearOf("po_1", 17 * 12 + 7);
    expect(problem).toEqual({ kind: "leeftijd_bij_leerjaar", leerjaar: "po_1", leeftijd: 17 });
    expect(veldWords(problem)).toBe(
      "de leerling is dan 17 jaar. Dat past niet bij groep 1. Kijk het jaar en de groep of klas na.",
    );
  });
});
