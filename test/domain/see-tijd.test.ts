import { describe, expect, it } from "vitest";
import type { AgendapuntFeit, RondeFeit } from "#domain/dossier.ts";
import { seeNext, seeTijd } from "#domain/see-tijd.ts";
import { aDossier, aRonde, date, moment } from "./a-dossier.ts";

/** From half past one to half past two. */
const ronde = aRonde({ status: "open", datum: date("2026-11-23") });
const open = (over: Partial<RondeFeit> = {}) => ({ ...ronde, ...over });

function item(nummer: number, over: Partial<AgendapuntFeit> = {}, of: RondeFeit = ronde) {
  const punt: AgendapuntFeit = {
    ...{ id: `a${nummer}`, ronde: of, hulpvraagId: `h${nummer}`, volgorde: nummer, minuten: 20 },
    status: "gepland",
    ...over,
  };
  return { punt, dossier: aDossier({ id: `h${nummer}`, referentie: `HV-100${nummer}`, urgentie: "gewoon" }) };
}
const look = (time: string, over: { ronde?: RondeFeit; ib?: boolean; leidt?: boolean } = {}) => ({
  facts: { ronde: over.ronde ?? ronde },
  now: moment(`2026-11-23T${time}`),
  today: date("2026-11-23"),
  ib: over.ib ?? true,
  leidt: over.leidt ?? true,
});
const all = { alles: true, advies: null };
const at = (time: string) => moment(`2026-11-23T${time}`);

describe("the agenda against the clock", () => {
  it.each([
    ["fits when it begins in time", "13:30", [item(1), item(2), item(3)], "14:30", 0, []],
    ["does not fit when it begins late", "13:40", [item(1), item(2), item(3)], "14:40", 10, ["HV-1003"]],
    [
      "counts only the minutes that the item has left",
      "13:45",
      [item(1, { begonnenOp: at("13:30") }), item(2), item(3)],
      "14:30",
      0,
      [],
    ],
    [
      "counts nothing for an item that is over its time, and never moves it",
      "14:00",
      [item(1, { begonnenOp: at("13:30") }), item(2), item(3)],
      "14:40",
      10,
      ["HV-1003"],
    ],
    [
      "does not count what was discussed",
      "14:10",
      [item(1, { status: "besproken" }), item(2)],
      "14:30",
      0,
      [],
    ],
  ] as const)("%s", (_, time, items, klaar, over, voorstel) => {
    const tijd = seeTijd(look(time), items, all);
    expect([tijd?.klaarOm?.toString({ smallestUnit: "minute" }), tijd?.over, tijd?.voorstel]).toEqual([
      klaar,
      over,
      voorstel,
    ]);
  });

  it("is not told to who does not lead, does not see all, or on another day than its own", () => {
    expect(seeTijd(look("13:30", { leidt: false }), [item(1)], all)).toBeNull();
    expect(seeTijd(look("13:30"), [item(1)], { ...all, alles: false })).toBeNull();
    const late = open({ datum: date("2026-11-20") });
    expect(seeTijd(look("13:30", { ronde: late }), [item(1, {}, late)], all)).toBeNull();
  });

  it("is told before the round to the ib alone", () => {
    const planned = open({ status: "gepland", duurMinuten: 30 });
    const items = [item(1, {}, planned), item(2, {}, planned)];
    expect(seeTijd(look("09:00", { ronde: planned }), items, all)).toEqual({
      nodig: 40,
      klaarOm: null,
      over: 10,
      voorstel: ["HV-1002"],
    });
    expect(seeTijd(look("09:00", { ronde: planned, ib: false }), items, all)).toBeNull();
  });
});

describe("the next item", () => {
  it("is for who leads an open round: after the one that is spoken of", () => {
    const items = [item(1, { begonnenOp: at("13:30") }), item(2), item(3)];
    expect(seeNext(look("13:35"), items)).toBe("a2");
    expect(seeNext(look("13:35", { leidt: false }), items)).toBeNull();
    expect(seeNext(look("13:35", { ronde: open({ status: "gesloten" }) }), items)).toBeNull();
  });
});
