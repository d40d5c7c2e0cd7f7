import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BundelGelezen, bezorgstandOf, ongelezenSinds } from "#domain/bezorging.ts";
import { workRhythmSchema } from "#domain/werkdag.ts";
import { date } from "./a-dossier.ts";

const days = (...workingDays: string[]) => workRhythmSchema.parse({ id: "bram", workingDays });
const everyDay = days("ma", "di", "wo", "do", "vr");
const bundle = (datum: string, gelezen: boolean | null): BundelGelezen => ({ datum: date(datum), gelezen });

describe("a bundle that is not read", () => {
  // 2026-11-23 is a Monday.
  it.each([
    ["the same day", everyDay, [bundle("2026-11-23", false)], "2026-11-23", null],
    ["one working day later", everyDay, [bundle("2026-11-23", false)], "2026-11-24", null],
    ["two working days later", everyDay, [bundle("2026-11-23", false)], "2026-11-25", "2026-11-23"],
    ["over a weekend", everyDay, [bundle("2026-11-27", false)], "2026-11-30", null],
    ["over a weekend, the second day", everyDay, [bundle("2026-11-27", false)], "2026-12-01", "2026-11-27"],
    ["who works one day a week", days("di"), [bundle("2026-11-24", false)], "2026-12-07", null],
    ["their second day", days("di"), [bundle("2026-11-24", false)], "2026-12-08", "2026-11-24"],
    ["read", everyDay, [bundle("2026-11-23", true)], "2026-12-15", null],
    ["nobody knows", everyDay, [bundle("2026-11-23", null)], "2026-12-15", null],
    [
      "the first of more",
      everyDay,
      [bundle("2026-11-24", false), bundle("2026-11-23", true), bundle("2026-11-26", false)],
      "2026-11-27",
      "2026-11-24",
    ],
    ["none", everyDay, [], "2026-12-15", null],
  ])("%s", (_, person, bundels, today, since) => {
    expect(ongelezenSinds(bundels, person, date(today))?.toString() ?? null).toBe(since);
  });

  it("in leave is not unread: those are no days on which somebody looks", () => {
    const leave = [{ from: date("2026-11-24"), to: date("2026-12-04") }];
    const away = { ...everyDay, leave };
    expect(ongelezenSinds([bundle("2026-11-23", false)], away, date("2026-12-07"))).toBeNull();
    expect(ongelezenSinds([bundle("2026-11-23", false)], away, date("2026-12-08"))).not.toBeNull();
  });

  it("is never concluded from what is unknown or read, whatever the days", () => {
    const known = fc.record({ ago: fc.integer({ min: 0, max: 27 }), gelezen: fc.constantFrom(true, null) });
    fc.assert(
      fc.property(fc.array(known), (list) => {
        const today = date("2026-11-27");
        const bundels = list.map(({ ago, gelezen }) => ({ datum: today.subtract({ days: ago }), gelezen }));
        expect(ongelezenSinds(bundels, everyDay, today)).toBeNull();
      }),
    );
  });
});

describe("how one notice stands", () => {
  const now = Temporal.Instant.from("2026-11-23T08:00:00Z");
  const later = now.add({ hours: 1 });
  it.each([
    ["klaar", later, false, false, "gepland"],
    ["klaar", now, false, false, "onderweg"],
    // Refused, and tried again in an hour.
    ["klaar", later, true, false, "onderweg"],
    ["bezig", now, true, false, "onderweg"],
    ["verzonden", now, true, false, "bezorgd"],
    ["verzonden", now, true, true, "gelezen"],
    ["mislukt", now, true, false, "mislukt"],
    ["vervallen", now, true, false, "vervallen"],
  ] as const)("%s until %s, tried: %s, read: %s", (status, nietVoor, geprobeerd, gelezen, stand) => {
    expect(bezorgstandOf({ status, nietVoor, geprobeerd, gelezen }, now)).toBe(stand);
  });
});
