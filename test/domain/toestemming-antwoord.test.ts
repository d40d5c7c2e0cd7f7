import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Antwoordsoort, antwoordsoorten, partijen } from "#domain/code.ts";
import { isJa, isNee, type KnownAnswer, lastAnswers, standingAnswers } from "#domain/toestemming-antwoord.ts";
import { anAntwoord, date } from "./a-dossier.ts";

const known = (eigen: boolean, soort: Antwoordsoort, op: string): KnownAnswer => ({
  eigen,
  antwoord: anAntwoord("ouder1", { soort, op: date(op) }),
});
const left = (...answers: readonly KnownAnswer[]) =>
  standingAnswers(answers).map(({ soort, op }) => `${soort} ${op}`);

describe("answers that still count", () => {
  it.each<[string, readonly KnownAnswer[], readonly string[]]>([
    ["a yes about an earlier toestemming does not", [known(false, "toestemming", "2026-09-01")], []],
    [
      "a no about an earlier one does: asking again does not make it go away",
      [known(false, "bezwaar", "2026-09-01"), known(true, "geen_reactie", "2026-10-01")],
      ["bezwaar 2026-09-01", "geen_reactie 2026-10-01"],
    ],
    [
      "until the same person says yes after it",
      [known(false, "weigering", "2026-09-01"), known(true, "toestemming", "2026-09-02")],
      ["toestemming 2026-09-02"],
    ],
    [
      "also when that yes was about another one before this",
      [known(false, "weigering", "2026-09-01"), known(false, "toestemming", "2026-09-02")],
      [],
    ],
    [
      "and not when it came before the no",
      [known(true, "toestemming", "2026-09-01"), known(false, "ingetrokken", "2026-09-02")],
      ["toestemming 2026-09-01", "ingetrokken 2026-09-02"],
    ],
  ])("%s", (_, answers, expected) => {
    expect(left(...answers)).toEqual(expected);
  });

  it("a yes of somebody else changes nothing about a no", () => {
    const other = { eigen: true, antwoord: anAntwoord("ouder2") };
    expect(left(known(false, "bezwaar", "2026-09-01"), other)).toContain("bezwaar 2026-09-01");
  });
});

describe("the last answer", () => {
  it("is one of each, and on one day a no goes before a yes in whatever order they were written", () => {
    const both = [anAntwoord("ouder1"), anAntwoord("ouder1", { soort: "ingetrokken" })];
    for (const order of [both, both.toReversed()])
      expect(lastAnswers(order).map(({ soort }) => soort)).toEqual(["ingetrokken"]);
  });

  it("is a question only while nothing was answered", () => {
    const asked = anAntwoord("ouder1", { soort: "geen_reactie", op: date("2026-10-01") });
    expect(lastAnswers([asked]).map(({ soort }) => soort)).toEqual(["geen_reactie"]);
    expect(lastAnswers([anAntwoord("ouder1"), asked]).map(({ soort }) => soort)).toEqual(["toestemming"]);
  });

  it("is never more than one of a person, and never made up", () => {
    const answer = fc.record({
      partij: fc.constantFrom(...partijen),
      soort: fc.constantFrom(...antwoordsoorten),
      op: fc.integer({ min: 0, max: 20 }).map((days) => date("2026-09-01").add({ days })),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), (list) => {
        const answers = list.map(({ partij, ...over }) => anAntwoord(partij, over));
        const last = lastAnswers(answers);
        expect(new Set(last.map(({ partij }) => partij)).size).toBe(last.length);
        expect(last.every((one) => answers.includes(one))).toBe(true);
        expect(last.length).toBe(new Set(answers.map(({ partij }) => partij)).size);
      }),
    );
  });

  it("is a yes, a no, or neither", () => {
    expect(antwoordsoorten.filter((soort) => isJa(soort))).toEqual(["toestemming", "akkoord"]);
    expect(antwoordsoorten.filter((soort) => isNee(soort))).toEqual(["weigering", "ingetrokken", "bezwaar"]);
  });
});
