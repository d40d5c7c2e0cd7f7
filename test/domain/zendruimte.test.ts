import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Grens,
  geland,
  isVol,
  metMoment,
  onderwegMs,
  teamsGrenzen,
  vertrokken,
  vrijVanaf,
} from "#domain/zendruimte.ts";

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
          kept = metMoment(kept, grenzen, { moment, nu: moment });
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
          kept = metMoment(kept, grenzen, { moment, nu: moment });
        }
      }),
    );
  });

  it("is used whole and never beyond, hour after hour, by who always has more to send", () => {
    let now = start;
    let kept: readonly number[] = [];
    const all: number[] = [];
    const span = soort === "gesprek" ? 2.5 * 3_600_000 : 120_000;
    while (now < start + span) {
      now = vrijVanaf(kept, grenzen, now);
      kept = metMoment(kept, grenzen, { moment: now, nu: now });
      all.push(now);
    }
    for (const { aantal, duurMs } of documented[soort])
      expect(busiest(all, duurMs), `in ${duurMs} ms`).toBeLessThanOrEqual(aantal);
    expect(all.length).toBeGreaterThan(soort === "gesprek" ? 2 * 1_799 : 0.97 * 50 * 120);
  });

  it("is full when as many calls are under way as it takes, and not one sooner", () => {
    const aantal = Math.min(...grenzen.map((grens) => grens.aantal));
    const underWay = (count: number) => {
      let kept: readonly number[] = [];
      for (let left = count; left > 0; left -= 1)
        kept = vertrokken(kept, grenzen, { vertrekt: start, nu: start });
      return kept;
    };
    expect(isVol(underWay(aantal - 1), grenzen, start)).toBe(false);
    expect(isVol(underWay(aantal), grenzen, start)).toBe(true);
    // What nobody gave back is of an instance that died.
    expect(isVol(underWay(aantal), grenzen, start + onderwegMs)).toBe(false);
  });
});

it("what left and has not ended still counts: it may come at the same moment as what leaves next", () => {
  const slow = Array.from({ length: 50 }, () => ({ wants: 0, lasts: 2_500, comes: 1 }));
  const next = Array.from({ length: 50 }, () => ({ wants: 1_100, lasts: 1_400, comes: 1 }));
  expect(busiest(traffic(teamsGrenzen.tenant, [...slow, ...next]), 1_000)).toBe(50);
});

it("what lies far ahead is of a clock that was set back, and holds nobody up", () => {
  const ahead = Array.from({ length: 60 }, (_, index) => start + 3_600_000 + index);
  expect(vrijVanaf(ahead, teamsGrenzen.gesprek, start)).toBe(start);
  expect(vrijVanaf([start], teamsGrenzen.gesprek, start)).toBe(start);
});

/**
 * Calls of many lanes with a network that takes its time, each with the turn that it was given when it asked; answers
 * when each call came to the service.
 */
function traffic(
  grenzen: readonly Grens[],
  calls: readonly { wants: number; lasts: number; comes: number }[],
): number[] {
  let kept: readonly number[] = [];
  const arrived: number[] = [];
  type Step = { readonly at: number } & (
    | { readonly ask: (typeof calls)[number] }
    | { readonly vertrok: number }
  );
  const steps: Step[] = calls.map((ask) => ({ at: start + ask.wants, ask }));
  for (let done = 0; done < 100_000 && steps.length > 0; done += 1) {
    steps.sort((one, other) => one.at - other.at);
    const step = steps.shift();
    if (!step) break;
    const { at: nu } = step;
    if ("vertrok" in step) {
      kept = geland(kept, grenzen, { vertrok: step.vertrok, eindigde: nu });
      continue;
    }
    const vertrekt = vrijVanaf(kept, grenzen, nu);
    if (isVol(kept, grenzen, nu)) steps.push({ at: nu + 50, ask: step.ask });
    else if (vertrekt > nu + 2_000) steps.push({ at: nu + 1_020, ask: step.ask });
    else {
      kept = vertrokken(kept, grenzen, { vertrekt, nu });
      arrived.push(vertrekt + Math.round(step.ask.lasts * step.ask.comes));
      steps.push({ at: vertrekt + step.ask.lasts, vertrok: vertrekt });
    }
  }
  return arrived;
}

it("however slow and uneven the network is, no more calls come than Teams takes, and all of them come", () => {
  const calls = fc.array(
    fc.record({
      wants: fc.integer({ min: 0, max: 2_000 }),
      lasts: fc.integer({ min: 1, max: 3_000 }),
      comes: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 260 },
  );
  fc.assert(
    fc.property(calls, (given) => {
      const arrived = traffic(teamsGrenzen.tenant, given);
      expect(arrived).toHaveLength(given.length);
      expect(busiest(arrived, 1_000)).toBeLessThanOrEqual(50);
    }),
    { numRuns: 60 },
  );
});

it("a turn that waits is the first that there is: whoever always has more to send uses the room whole", () => {
  const calls = Array.from({ length: 400 }, () => ({ wants: 0, lasts: 5, comes: 0 }));
  const arrived = traffic(teamsGrenzen.tenant, calls).toSorted((one, other) => one - other);
  const seconds = ((arrived.at(-1) ?? 0) - (arrived[0] ?? 0)) / 1_000;
  // Five milliseconds under way and the margin of twenty come to each second; a full room is looked at every fifty.
  expect((arrived.length - 50) / seconds).toBeGreaterThan(0.9 * 50);
});
