import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pickReference, readReference, referencePattern } from "#domain/reference.ts";

describe("the reference of a hulpvraag", () => {
  it("is random, well formed and never one that is taken", () => {
    const taken = fc.uniqueArray(fc.integer({ min: 1000, max: 9999 }), { maxLength: 50 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), taken, (chance, numbers) => {
        const used = new Set(numbers.map((number) => `HV-${number}`));
        const picked = pickReference(() => chance, used);
        expect(picked).toMatch(referencePattern);
        expect(used.has(picked)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("reaches the first and the last number, and the only one that is left", () => {
    const all = Array.from({ length: 9000 }, (_, index) => `HV-${index + 1000}`);
    expect(pickReference(() => 0, new Set())).toBe("HV-1000");
    expect(pickReference(() => 0.99999, new Set())).toBe("HV-9999");
    expect(pickReference(() => 0.5, new Set(all.filter((one) => one !== "HV-4821")))).toBe("HV-4821");
    expect(() => pickReference(() => 0.5, new Set(all))).toThrow(RangeError);
  });

  it.each(["HV-4821", "hv 4821", "HV4821", " hv-4821 ", "Hv – 4821", "hv:4821", "#HV-4821"])(
    "is understood as people type it: %s",
    (typed) => {
      expect(readReference(typed)).toBe("HV-4821");
    },
  );

  it.each(["4821", "HV-482", "HV-48211", "HV-48a1", "xHV-4821", "HV-4821 en HV-1234", "", "HV-٤٨٢١"])(
    "is not seen in %j",
    (typed) => {
      expect(readReference(typed)).toBeUndefined();
    },
  );
});
