import { describe, expect, it } from "vitest";
import type { FindingType } from "#domain/screening.ts";
import { measure } from "./screening-set/measure.ts";
import { labelledLines } from "./screening-set/read.ts";

/** What the screening must find at least, as it was measured; it may rise and is never lowered. */
const floors: Readonly<
  Record<string, { recall: Partial<Record<FindingType, number>>; warned: number; alarms: number }>
> = {
  "school.txt": {
    recall: {
      name: 0.95,
      bsn: 1,
      phone: 1,
      email: 1,
      address: 0.9,
      postcode: 1,
      birthdate: 1,
      school: 0.95,
      diagnosis: 0.95,
      family: 0.95,
      other: 0.9,
    },
    warned: 0.97,
    alarms: 0.05,
  },
  "vers.txt": {
    recall: {
      name: 0.85,
      bsn: 1,
      phone: 1,
      email: 1,
      address: 0.5,
      postcode: 1,
      birthdate: 0.6,
      school: 0.75,
      diagnosis: 0.7,
      family: 0.7,
      other: 0.8,
    },
    warned: 0.9,
    alarms: 0.1,
  },
};

describe.each(Object.entries(floors))("the screening, measured on %s", (file, floor) => {
  const measured = measure(labelledLines(file));

  it("finds what stands in the lines, kind by kind", () => {
    for (const [type, least] of Object.entries(floor.recall)) {
      const recall = measured.recall[type as FindingType] ?? 0;
      expect(
        recall,
        `${type}: ${measured.missed.filter((line) => line.startsWith(type)).join("; ")}`,
      ).toBeGreaterThanOrEqual(least);
    }
  });

  it("warns for nearly every line that deserves it, and for few that do not", () => {
    expect(measured.warned).toBeGreaterThanOrEqual(floor.warned);
    expect(measured.falseAlarms, measured.alarms.join("; ")).toBeLessThanOrEqual(floor.alarms);
  });
});
