import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Grens, metBeurt, teamsGrenzen, vrijVanaf } from "#domain/zendruimte.ts";

const start = Temporal.Instant.from("2026-11-23T08:00:00Z").epochMilliseconds;

/** What Microsoft documents, without the margin that we keep. */
const documented: Readonly<Record<"gesprek" | "tenant", readonly Grens[]>> = {
  gesprek: [
    { aantal: 7, duurMs: 1_000 },
    { aantal: 8, duurMs: 2_000 },
    { aantal: 60, duurMs: 30_000 },
    { aantal: 1_800, duurMs: 3_600_000 },
  ],
  tenant: [{ aantal: 50, duurMs: 1_000 }],
};

/** The most calls in any stretch of this length. */
function busiest(momenten: readonly number[], duurMs: number): number {
  let most = 0;
  let first = 0;
  const sorted = momenten.toSorted((one, other) => one - other);
  for (const [index, moment] of sorted.entries()) {
    while ((sorted[first] ?? 0) <= moment - duurMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

describe.each(["gesprek", "tenant"] as const)("room in a %s", (soort) => {
  const grenzen = teamsGrenzen[soort];

  it("is never used beyond a limit, whatever the traffic", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: soort === "gesprek" ? 3_000 : 200 }), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(gaps, (given) => {
        let asked = start;
        let kept: readonly number[] = [];
        const all: number[] = [];
        for (const gap of given) {
          asked += gap;
          const moment = vrijVanaf(kept, grenzen, asked);
          if (moment > asked + 5_000) continue;
          kept = metBeurt(kept, grenzen, moment);
          all.push(moment);
        }
        for (const { aantal, duurMs } of documented[soort])
          expect(busiest(all, duurMs)).toBeLessThanOrEqual(aantal);
      }),
    );
  });

  it("is given at the first moment at which it can be: a moment earlier would be too many", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 200 }), (given) => {
        let now = start;
        let kept: readonly number[] = [];
        for (const gap of given) {
          now += gap;
          const moment = vrijVanaf(kept, grenzen, now);
          expect(moment).toBeGreaterThanOrEqual(now);
          if (moment > now) {
            const early = [...kept, moment - 1];
            expect(grenzen.some(({ aantal, duurMs }) => busiest(early, duurMs) > aantal)).toBe(true);
          }
          now = moment;
          kept = metBeurt(kept, grenzen, moment);
        }
      }),
    );
  });

  it("is used whole: who always has more to send comes to the longest limit in an hour", () => {
    let now = start;
    let kept: readonly number[] = [];
    let sent = 0;
    const span = soort === "gesprek" ? 3_600_000 : 60_000;
    while (now < start + span) {
      now = vrijVanaf(kept, grenzen, now);
      kept = metBeurt(kept, grenzen, now);
      sent += 1;
    }
    expect(sent).toBeGreaterThan(soort === "gesprek" ? 1_799 : 0.97 * 50 * 60);
  });
});

it("what lies far ahead is of a clock that was set back, and holds nobody up", () => {
  const ahead = Array.from({ length: 60 }, (_, index) => start + 3_600_000 + index);
  expect(vrijVanaf(ahead, teamsGrenzen.gesprek, start)).toBe(start);
  expect(vrijVanaf([start], teamsGrenzen.gesprek, start)).toBe(start);
});
