import { describe, expect, it } from "vitest";
import { simuleer } from "#local/simulatie/simulatie.ts";
import { gebroken } from "#local/simulatie/telling.ts";

const seed = 4;

describe("simulatie", () => {
  it("one school lives through four weeks, end of summer time and a holiday in it, and no rule is broken", async () => {
    const { invariants, counts } = await simuleer({ schools: 1, weeks: 4, seed, faults: false });
    expect(gebroken(invariants)).toEqual([]);
    expect(counts.regierollen).toBeGreaterThan(0);
    expect(counts.herinneringen).toBeGreaterThan(0);
  }, 900_000);

  it("the same seed is the same walk", async () => {
    const week = () => simuleer({ schools: 1, weeks: 1, seed: 9, faults: false });
    const [one, other] = [await week(), await week()];
    expect(other.acts).toEqual(one.acts);
    expect(other.counts).toEqual(one.counts);
  }, 600_000);
});
