import { describe, expect, it } from "vitest";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { antwoordVoor, waarschuwdag } from "#domain/wissing.ts";
import { date } from "./a-dossier.ts";

const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [{ name: "kerst", from: date("2026-12-19"), to: date("2027-01-03") }],
  studiedagen: [],
  openOp: [],
  horizon: date("2027-08-01"),
};

describe("an erasure that was asked for", () => {
  it.each([
    ["verzoek", "2026-11-23", "2026-12-23"],
    ["verzoek", "2027-01-31", "2027-02-28"],
    ["niet_meer_nodig", "2026-11-23", null],
    ["verkeerde_leerling", "2026-11-23", null],
  ] as const)("is answered within a month when somebody asked (%s of %s: %s)", (reden, op, expected) => {
    expect(antwoordVoor({ reden }, date(op))?.toString() ?? null).toBe(expected);
  });

  it.each([
    ["a schoolweek before it lapses", "2026-12-07", "2026-12-23", "2026-11-30"],
    ["by schooldagen, over a holiday", "2027-01-06", null, "2026-12-16"],
    [
      "before the month is over, when a holiday makes it lapse later",
      "2027-01-06",
      "2026-12-23",
      "2026-12-14",
    ],
  ] as const)("is warned of %s", (_, uiterlijk, antwoord, expected) => {
    const dagen = { uiterlijk: date(uiterlijk), antwoord: antwoord && date(antwoord) };
    expect(waarschuwdag(dagen, cal).toString()).toBe(expected);
  });
});
