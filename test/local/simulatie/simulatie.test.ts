import { describe, expect, it } from "vitest";
import { simuleer } from "#local/simulatie/simulatie.ts";
import { breuken } from "./breuk.ts";

/** A week of it here; four weeks, and a year of more schools, are long proofs. */
describe("simulatie", () => {
  it("every rule that is broken on purpose is found", async () => {
    const { invariants } = await simuleer({
      ...{ schools: 1, weeks: 1, seed: 9, faults: false },
      async breek(dag) {
        for (const breuk of breuken) if (breuk.dag === dag.nummer) await breuk.doe(dag);
      },
    });
    const found = invariants.filter(({ broken }) => broken > 0).map(({ name }) => name);
    expect(found.sort()).toEqual([...new Set(breuken.map(({ regel }) => regel))].sort());
  }, 600_000);
});
