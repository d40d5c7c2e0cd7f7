import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { urgenties } from "#domain/code.ts";
import { endOfPunt, fits, minutesOver, nextAfter, type PlanPunt, spokenOf } from "#domain/ronde-klok.ts";

const at = (time: string) => Temporal.Instant.from(`2026-12-07T${time}:00+01:00`);

describe("the clock of an item", () => {
  it.each([
    ["at the beginning", "13:42", null],
    ["a minute before its end", "13:56", null],
    ["at its end", "13:57", 0],
    ["a minute over", "13:58", 1],
    ["much over", "14:30", 33],
  ])("%s", (_, now, over) => {
    const punt = { begonnenOp: at("13:42"), minuten: 15 };
    expect(endOfPunt(punt)).toEqual(at("13:57"));
    expect(minutesOver(punt, at(now))).toBe(over);
  });

  it("counts real minutes in the night in which the clock goes back", () => {
    const begonnenOp = Temporal.Instant.from("2026-10-25T02:50:00+02:00");
    const now = Temporal.Instant.from("2026-10-25T02:20:00+01:00");
    expect(minutesOver({ begonnenOp, minuten: 15 }, now)).toBe(15);
  });
});

describe("what is spoken of", () => {
  const punt = (id: string, status: "gepland" | "besproken" | "verschoven", begun: string | null) => ({
    id,
    status,
    begonnenOp: begun === null ? null : at(begun),
  });
  it.each([
    ["nothing before something begins", [punt("a", "gepland", null)], null],
    ["what was begun last", [punt("a", "gepland", "13:50"), punt("b", "gepland", "13:40")], "a"],
    ["not what has its besluit", [punt("a", "besproken", "13:50"), punt("b", "gepland", "13:40")], "b"],
    ["not what was taken off", [punt("a", "verschoven", "13:50")], null],
    ["one of two of the same moment", [punt("b", "gepland", "13:50"), punt("a", "gepland", "13:50")], "b"],
  ])("%s", (_, punten, expected) => {
    expect(spokenOf(punten)?.id ?? null).toBe(expected);
  });

  it("is for one person the same whatever happens to items that this person does not see", () => {
    const puntArb = fc.record({
      id: fc.uuid(),
      status: fc.constantFrom<"gepland" | "besproken">("gepland", "besproken"),
      begonnenOp: fc.option(fc.integer({ min: 0, max: 90 }).map((minutes) => at("13:30").add({ minutes }))),
    });
    fc.assert(
      fc.property(fc.array(puntArb), fc.array(puntArb), (seen, hidden) => {
        const ids = new Set(seen.map(({ id }) => id));
        const visible = [...hidden, ...seen].filter(({ id }) => ids.has(id));
        expect(spokenOf(visible)).toEqual(spokenOf(seen));
      }),
    );
  });
});

describe("what comes next", () => {
  const coming = ["a", "b", "c"].map((id) => ({ id }));
  it.each([
    [null, "a"],
    ["a", "b"],
    ["b", "c"],
    ["c", "a"],
  ])("after %s is %s", (id, expected) => {
    expect(nextAfter(coming, id)?.id).toBe(expected);
  });
  it("is nothing after the only one", () => {
    expect(nextAfter([{ id: "a" }], "a")).toBeNull();
    expect(nextAfter([], null)).toBeNull();
  });
});

const planArb: fc.Arbitrary<readonly PlanPunt[]> = fc
  .array(
    fc.record({
      minuten: fc.integer({ min: 0, max: 90 }),
      urgentie: fc.option(fc.constantFrom(...urgenties)),
      vast: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map((one, index) => ({ id: `p${index}`, ...one })));
const roomArb = fc.record({
  beschikbaar: fc.integer({ min: -30, max: 240 }),
  anders: fc.integer({ min: 0, max: 30 }),
});
const sum = (punten: readonly PlanPunt[]) => punten.reduce((all, { minuten }) => all + minuten, 0);

describe("the agenda against the length", () => {
  const punt = (id: string, minuten: number, over: Partial<PlanPunt> = {}): PlanPunt => ({
    id,
    minuten,
    urgentie: "gewoon",
    vast: false,
    ...over,
  });
  it.each([
    ["fits", [punt("a", 30), punt("b", 30)], 60, []],
    ["lets the last wait", [punt("a", 30), punt("b", 30), punt("c", 15)], 60, ["c"]],
    [
      "lets voorrang wait after the rest",
      [punt("a", 30), punt("b", 30, { urgentie: "voorrang" })],
      30,
      ["a"],
    ],
    ["never lets niet_wachten wait", [punt("a", 30, { urgentie: "niet_wachten" }), punt("b", 15)], 20, ["b"]],
    ["never moves what is spoken of", [punt("a", 30, { vast: true }), punt("b", 15)], 30, ["b"]],
    ["takes one long one for two short ones", [punt("a", 30), punt("b", 5), punt("c", 5)], 15, ["a"]],
  ])("%s", (_, punten, beschikbaar, expected) => {
    expect(fits(punten, { beschikbaar }).voorstel).toEqual(expected);
  });

  it("says how much does not fit, and none too few", () => {
    fc.assert(
      fc.property(planArb, roomArb, (punten, room) => {
        const { nodig, over } = fits(punten, room);
        expect(nodig).toBe(sum(punten) + room.anders);
        expect(over).toBe(Math.max(0, nodig - Math.max(0, room.beschikbaar)));
      }),
    );
  });

  it("proposes nothing that may not wait, and everything that may when that is not enough", () => {
    fc.assert(
      fc.property(planArb, roomArb, (punten, room) => {
        const { over, voorstel } = fits(punten, room);
        const moved = punten.filter(({ id }) => voorstel.includes(id));
        expect(moved.filter(({ vast, urgentie }) => vast || urgentie === "niet_wachten")).toEqual([]);
        const movable = punten.filter(({ vast, urgentie }) => !vast && urgentie !== "niet_wachten");
        if (over === 0) expect(voorstel).toEqual([]);
        else if (sum(movable) >= over) expect(sum(moved)).toBeGreaterThanOrEqual(over);
        else expect(sum(moved)).toBe(sum(movable));
      }),
    );
  });

  it("proposes no item without which the rest would fit as well", () => {
    fc.assert(
      fc.property(planArb, roomArb, (punten, room) => {
        const { over, voorstel } = fits(punten, room);
        const moved = punten.filter(({ id }) => voorstel.includes(id));
        if (sum(moved) < over) return;
        for (const one of moved) expect(sum(moved) - one.minuten).toBeLessThan(over);
      }),
    );
  });
});
