import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkEvaluatie,
  cijferHoog,
  cijferLaag,
  type EvaluatieAntwoord,
  evaluatieDagen,
  helpers,
  hinders,
  telEvaluatie,
  volgendeEvaluatie,
} from "#domain/evaluatie.ts";
import { usualTeamSettings } from "#domain/team-setting.ts";
import { date } from "./a-dossier.ts";

const antwoord = fc.record({
  cijfer: fc.integer({ min: 1, max: 10 }),
  helpt: fc.subarray([...helpers], { maxLength: 3 }),
  hindert: fc.subarray([...hinders], { maxLength: 3 }),
});
const given = (cijfers: readonly number[], over: Partial<EvaluatieAntwoord> = {}) =>
  cijfers.map((cijfer): EvaluatieAntwoord => ({ cijfer, helpt: [], hindert: [], ...over }));

describe("what is told of the answers", () => {
  it.each<[readonly number[], number | null]>([
    [[], null],
    [[7, 7, 7, 7], null],
    [[7, 7, 7, 7, 7], 7],
    [[6, 7, 7, 7, 7], 7],
    [[6, 6, 6, 7, 7], 6],
    [[1, 1, 1, 1, 1], cijferLaag],
    [[10, 10, 10, 10, 10], cijferHoog],
    [[10, 10, 10, 9, 9, 9], cijferHoog],
  ])("of %o is %s", (cijfers, cijfer) => expect(telEvaluatie(given(cijfers))?.cijfer ?? null).toBe(cijfer));

  it("names a choice only when three named it, and a third of all", () => {
    const two = [...given([7, 7], { helpt: ["korte_lijnen"] }), ...given([7, 7, 7])];
    const three = [...given([7, 7, 7], { helpt: ["korte_lijnen"] }), ...given([7, 7, 7])];
    const ofTen = [...given([7, 7, 7], { helpt: ["korte_lijnen"] }), ...given([7, 7, 7, 7, 7, 7, 7])];
    expect([two, three, ofTen].map((all) => telEvaluatie(all)?.helpt)).toEqual([[], ["korte_lijnen"], []]);
  });

  it("does not depend on who said what: only on the answers together", () => {
    fc.assert(
      fc.property(fc.array(antwoord, { maxLength: 12 }), fc.integer(), (all, seed) => {
        const shuffled = all
          .map((one, index) => ({ one, key: Math.sin(seed + index) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(JSON.stringify(telEvaluatie(shuffled))).toBe(JSON.stringify(telEvaluatie(all)));
      }),
    );
  });

  it("shows nobody the answer of one other: whatever that one said, others could have led to the same", () => {
    fc.assert(
      fc.property(fc.array(antwoord, { minLength: 5, maxLength: 9 }), (all) => {
        const uitslag = telEvaluatie(all);
        // The first knows the own answer; the second could have said one more or one less with the rest the same or moved by one.
        const worlds = new Set(
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((cijfer) => {
            const others = all.slice(2).reduce((sum, one) => sum + one.cijfer, 0);
            const [own] = all;
            for (let rest = others - 3; rest <= others + 3; rest += 1) {
              const mean = ((own?.cijfer ?? 0) + cijfer + rest) / all.length;
              const shown = Math.min(cijferHoog, Math.max(cijferLaag, Math.round(mean)));
              if (shown === uitslag?.cijfer) return true;
            }
            return false;
          }),
        );
        expect(worlds.size).toBeGreaterThan(3);
      }),
    );
  });

  it("keeps no count and nothing beside it", () => {
    expect(Object.keys(telEvaluatie(given([7, 7, 7, 7, 7])) ?? {})).toEqual(["cijfer", "helpt", "hindert"]);
  });
});

describe("an answer", () => {
  it.each([
    [1, [], ""],
    [10, helpers.slice(0, 3), ""],
    [null, [], "cijfer"],
    [0, [], "cijfer"],
    [11, [], "cijfer"],
    [7.5, [], "cijfer"],
    [Number.NaN, [], "cijfer"],
    [7, helpers.slice(0, 4), "helpt"],
  ] as const)("%s with %o", (cijfer, helpt, problems) =>
    expect(Object.keys(checkEvaluatie({ cijfer, helpt, hindert: [] }) ?? {}).join()).toBe(problems),
  );
});

describe("when it is asked", () => {
  it.each([
    ["2026-10-31", "2026-11-01"],
    ["2026-11-01", "2027-04-01"],
    ["2027-04-01", "2027-11-01"],
    ["2027-12-31", "2028-04-01"],
  ])("after %s: on %s", (after, next) =>
    expect(volgendeEvaluatie(usualTeamSettings, date(after))?.toString()).toBe(next),
  );

  it("is never where the setting names no day", () =>
    expect(volgendeEvaluatie({ evaluatie: [] }, date("2026-11-01"))).toBeNull());

  it("it stays open for ten schooldagen, and reminds three before the end", () => {
    const cal = {
      regio: "Z" as const,
      holidays: [],
      studiedagen: [],
      openOp: [],
      horizon: date("2027-08-01"),
    };
    const { herinner, sluit } = evaluatieDagen(date("2026-11-02"), cal);
    expect([herinner.toString(), sluit.toString()]).toEqual(["2026-11-11", "2026-11-16"]);
  });
});
