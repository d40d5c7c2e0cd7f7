import { describe, expect, it } from "vitest";
import type { Dossier } from "#domain/dossier.ts";
import { koppelbaar } from "#domain/meedenker.ts";
import { stapVan, type WaarnemingFeit, waarnemerOp, waarnemersOf } from "#domain/waarneming.ts";
import { chanceOf } from "#local/chance.ts";
import { aBesluit, aDossier, akkoord, aRegierol, date, now, today } from "./a-dossier.ts";

const van = date("2026-11-30");
const tot = date("2026-12-11");
const one: WaarnemingFeit = {
  ...{ id: "w1", voorId: "smw1", doorId: "ib1", van, tot },
  ...{ stand: "afgesproken", akkoordOp: null, begonnen: false },
};
const held = (over: Partial<Dossier> = {}) =>
  aDossier({
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
    ...over,
  });
const stoodIn = (door = "ib1", over: Partial<WaarnemingFeit> = {}) =>
  held({
    regierollen: [aRegierol(door, { soort: "waarnemend" })],
    waarneming: { ...one, doorId: door, begonnen: true, ...over },
  });
const on = (day: string, weg: readonly string[] = []) => ({ today: date(day), weg });

describe("on the days around an absence", () => {
  it.each([
    ["the day before", held({ waarneming: one }), "2026-11-29", null],
    ["the first day", held({ waarneming: one }), "2026-11-30", { soort: "waarnemen", aan: "ib1" }],
    [
      "the last day, while nobody did anything yet",
      held({ waarneming: one }),
      "2026-12-11",
      { soort: "waarnemen", aan: "ib1" },
    ],
    [
      "the day after, while nobody did anything",
      held({ waarneming: one }),
      "2026-12-12",
      { soort: "vervalt" },
    ],
    ["a day within it", stoodIn(), "2026-12-01", null],
    ["the last day", stoodIn(), "2026-12-11", null],
    ["the day after", stoodIn(), "2026-12-12", { soort: "terug", aan: "smw1" }],
    ["long after", stoodIn(), "2027-03-01", { soort: "terug", aan: "smw1" }],
  ])("%s", (_, dossier, day, stap) => {
    expect(stapVan(dossier, on(day))).toEqual(stap);
  });
});

describe("who stands in", () => {
  it("is the ib as long as who was asked has not answered", () => {
    const asked = held({ waarneming: { ...one, doorId: "bpo1", stand: "gevraagd", akkoordOp: today } });
    expect(stapVan(asked, on("2026-11-30"))).toEqual({ soort: "waarnemen", aan: "ib1" });
  });

  it("is another when that one is away or left, and the same again when back", () => {
    const door = held({ waarneming: { ...one, doorId: "bpo1", akkoordOp: today } });
    expect(stapVan(door, on("2026-11-30"))).toEqual({ soort: "waarnemen", aan: "bpo1" });
    expect(stapVan(door, on("2026-11-30", ["bpo1"]))).toEqual({ soort: "waarnemen", aan: "ib1" });
    const gone = door.team.map((lid) =>
      lid.persoonId === "bpo1" ? { ...lid, tot: date("2026-11-27") } : lid,
    );
    expect(stapVan({ ...door, team: gone }, on("2026-11-30"))).toEqual({ soort: "waarnemen", aan: "ib1" });
    expect(stapVan(stoodIn("ib1", { doorId: "bpo1", akkoordOp: today }), on("2026-12-01"))).toEqual({
      soort: "waarnemen",
      aan: "bpo1",
    });
  });

  it("is the ib also when she is away too and there is no other", () => {
    expect(stapVan(held({ waarneming: one }), on("2026-11-30", ["ib1"]))).toEqual({
      soort: "waarnemen",
      aan: "ib1",
    });
  });

  it("is nobody when the only ib is the one who is away: the holder stays", () => {
    const asked = { ...one, voorId: "ib1", doorId: "bpo1", stand: "gevraagd" as const, akkoordOp: today };
    const own = held({ regierollen: [aRegierol("ib1")], waarneming: asked });
    expect(waarnemerOp(own, asked, on("2026-11-30"))).toBeNull();
    expect(stapVan(own, on("2026-11-30"))).toBeNull();
  });

  it("can be an ib of the school, or who may hold a regierol; never who is away", () => {
    const able = waarnemersOf(held(), today).map(({ persoonId }) => persoonId);
    expect(able[0]).toBe("ib1");
    expect(able).not.toContain("smw1");
  });
});

describe("a holder who does not come back", () => {
  const gone = (dossier: Dossier): Dossier => ({
    ...dossier,
    team: dossier.team.map((lid) => (lid.persoonId === "smw1" ? { ...lid, tot: date("2026-11-30") } : lid)),
  });
  it("leaves it with the ib who stood in, or with the ib in the place of who stood in", () => {
    expect(stapVan(gone(stoodIn()), on("2026-12-01"))).toEqual({ soort: "houder_weg", aan: "ib1" });
    expect(stapVan(gone(stoodIn("bpo1")), on("2026-12-01"))).toEqual({ soort: "houder_weg", aan: "ib1" });
  });
});

describe("what was agreed and is overtaken", () => {
  it("falls away when somebody else has the regierol by then", () => {
    expect(stapVan(held({ regierollen: [aRegierol("bpo1")], waarneming: one }), on("2026-11-30"))).toEqual({
      soort: "vervalt",
    });
  });
});

/** Takes what has to happen each day, as the work does, and says who holds it at the end of the day. */
function walked(seed: number): readonly (readonly [day: string, holder: string, voor: string | null])[] {
  const chance = chanceOf(seed);
  let dossier = held();
  const seen: (readonly [string, string, string | null])[] = [];
  for (let day = date("2026-11-23"), count = 0; count < 60; day = day.add({ days: 1 }), count += 1) {
    if (!dossier.waarneming && chance.below(4) === 0) {
      const start = day.add({ days: chance.below(6) });
      const door = chance.of(["ib1", "bpo1"]);
      const stand = door === "bpo1" && chance.below(2) === 0 ? "gevraagd" : "afgesproken";
      const open = dossier.regierollen.find((rol) => rol.tot === null);
      dossier = {
        ...dossier,
        waarneming: {
          ...{ id: `w${count}`, voorId: open?.houderId ?? "", doorId: door, van: start, stand },
          ...{ tot: start.add({ days: chance.below(10) }), akkoordOp: today, begonnen: false },
        },
      };
    }
    // Now and then nobody looks for a day: the process was down.
    if (chance.below(5) > 0) {
      const weg = chance.below(3) === 0 ? ["bpo1"] : [];
      const stap = stapVan(dossier, { today: day, weg });
      dossier = stap ? taken(dossier, stap) : dossier;
      expect(stapVan(dossier, { today: day, weg }), `twice on ${day}`).toBeNull();
    }
    const open = dossier.regierollen.filter((rol) => rol.tot === null);
    expect(open).toHaveLength(1);
    seen.push([day.toString(), open[0]?.houderId ?? "", dossier.waarneming?.voorId ?? null]);
  }
  return seen;
}

function taken(dossier: Dossier, stap: NonNullable<ReturnType<typeof stapVan>>): Dossier {
  switch (stap.soort) {
    case "waarnemen":
      return {
        ...dossier,
        regierollen: [aRegierol(stap.aan, { soort: "waarnemend" })],
        waarneming: dossier.waarneming && { ...dossier.waarneming, begonnen: true },
      };
    case "terug":
      return { ...dossier, regierollen: [aRegierol(stap.aan)], waarneming: null };
    case "vervalt":
    case "houder_weg":
      return { ...dossier, waarneming: null };
  }
}

it("whatever is agreed and however often we are down: one step a day settles it, and the holder comes back", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const days = walked(seed);
    for (const [day, holder, voor] of days) if (voor === null) expect(holder, `${seed} ${day}`).toBe("smw1");
  }
});

describe("who can think along", () => {
  it("is whom the toestemming names, but for who reads it already", () => {
    const able = koppelbaar(held(), now).map(({ persoonId }) => persoonId);
    expect(able).toContain("bpo1");
    expect(able).not.toContain("smw1");
    expect(able).not.toContain("ib1");
  });
  it("is nobody without a ground", () => {
    expect(koppelbaar(held({ toestemming: null }), now)).toEqual([]);
  });
});
