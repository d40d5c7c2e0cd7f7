import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eindVan, tijdvakOf } from "#domain/tijdvak.ts";
import { aRonde, date } from "./a-dossier.ts";

const begin = Temporal.PlainTime.from("13:32");
const ronde = aRonde({ datum: date("2026-12-07"), begin });
const punt = (
  id: string,
  volgorde: number,
  minuten: number,
  status: "gepland" | "besproken" | "verschoven" = "gepland",
) => ({
  id,
  volgorde,
  minuten,
  status,
});
const words = (punten: Parameters<typeof tijdvakOf>[1], id: string) => {
  const slot = tijdvakOf(ronde, punten, id);
  return (
    slot &&
    `${slot.begin.toString({ smallestUnit: "minute" })}-${eindVan(slot).toString({ smallestUnit: "minute" })}`
  );
};

describe("the time of one item", () => {
  it.each([
    ["alone", [punt("x", 1, 15)], "13:30-13:50"],
    ["after fifteen minutes", [punt("a", 1, 15), punt("x", 2, 15)], "13:45-14:05"],
    ["after what was discussed", [punt("a", 1, 15, "besproken"), punt("x", 2, 15)], "13:45-14:05"],
    ["after what was moved away", [punt("a", 1, 15, "verschoven"), punt("x", 2, 15)], "13:30-13:50"],
    ["by order, not by place in the list", [punt("x", 9, 8), punt("a", 3, 20)], "13:50-14:00"],
    ["moved away itself", [punt("x", 1, 15, "verschoven")], null],
    ["of another round", [punt("a", 1, 15)], null],
  ] as const)("%s", (_, punten, expected) => {
    expect(words(punten, "x")).toBe(expected);
  });

  const item = fc.record({ minuten: fc.integer({ min: 5, max: 60 }), moved: fc.boolean() });
  it("holds the item whole, in steps of five minutes, and never leaves the day", () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: 420, max: 1259 }),
        (items, nth, start) => {
          const own = nth % items.length;
          const punten = items.map(({ minuten, moved }, n) =>
            punt(String(n), n, minuten, moved && n !== own ? "verschoven" : "gepland"),
          );
          const at = new Temporal.PlainTime(Math.floor(start / 60), start % 60);
          const slot = tijdvakOf({ datum: ronde.datum, begin: at }, punten, String(own));
          const before = punten
            .slice(0, own)
            .reduce((sum, one) => sum + (one.status === "gepland" ? one.minuten : 0), 0);
          const from = slot ? slot.begin.hour * 60 + slot.begin.minute : -1;
          expect(from % 5).toBe(0);
          expect((slot?.minuten ?? 0) % 5).toBe(0);
          if (start + before + 60 < 24 * 60) {
            expect(from).toBeLessThanOrEqual(start + before);
            expect(from + (slot?.minuten ?? 0)).toBeGreaterThanOrEqual(
              start + before + (items[own]?.minuten ?? 0),
            );
            expect(slot?.minuten ?? 99).toBeLessThan((items[own]?.minuten ?? 0) + 10);
          }
        },
      ),
    );
  });

  it("tells nothing of what comes after it", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (later) => {
        const rest = later.map(({ minuten }, n) => punt(`l${n}`, n + 5, minuten));
        expect(words([punt("a", 1, 15), punt("x", 2, 15), ...rest], "x")).toBe("13:45-14:05");
      }),
    );
  });
});
