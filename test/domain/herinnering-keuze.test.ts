import { describe, expect, it } from "vitest";
import { leftOut, stapPlicht, voorafGroepen, voorafKeuze } from "#domain/herinnering-keuze.ts";
import { reminderSteps } from "#domain/reminder.ts";
import { termKinds, termTable } from "#domain/termijn-table.ts";

const all = new Set(voorafGroepen);

describe("what may be left out", () => {
  it("is the reminder ahead of the day and no other step", () => {
    expect(reminderSteps.filter((step) => stapPlicht[step] === null)).toEqual(["before"]);
  });

  it.each(termKinds)("of %s is at most what comes ahead; on the day and after it everybody hears", (kind) => {
    const steps = [...leftOut(kind, all)];
    expect(steps).toEqual("groep" in voorafKeuze[kind] ? ["before"] : []);
    expect([...leftOut(kind, new Set())]).toEqual([]);
  });

  it("is nothing that the law asks, that parents wait for, or that is for the ib alone", () => {
    const bound = termKinds.filter((kind) => {
      const { forIbAlone, ladder } = termTable[kind];
      return forIbAlone || ladder !== "gewoon" || /ouders|intrek|stop|toestemming|bezwaar/.test(kind);
    });
    expect(bound.length).toBeGreaterThan(8);
    for (const kind of bound) expect([kind, leftOut(kind, all).size]).toEqual([kind, 0]);
  });

  it("is chosen by group: leaving out one leaves the other", () => {
    expect(leftOut("actie", new Set(["regierol"])).size).toBe(0);
    expect(leftOut("voortgang", new Set(["regierol"])).size).toBe(1);
  });
});
