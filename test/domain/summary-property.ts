/** The three tests of privacy.md §1 that any summary must pass; the mutants show that each of them bites. */
import fc from "fast-check";
import type { Dossier } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import {
  aDossier,
  akkoord,
  anInstemming,
  aRonde,
  aToestemming,
  date,
  someLeerling,
  someTeam,
  takenBack,
  today,
} from "./a-dossier.ts";
import { probed, probes } from "./summary-probe.ts";
import {
  factsOf,
  type Mode,
  modes,
  observe,
  openArbitrary,
  type RichFacts,
  type Summarise,
  secretsArbitrary,
  worldArbitrary,
} from "./summary-world.ts";

/** Each answers with what is wrong; an empty list is a pass. */
export type Finding = string;

/** T1: two worlds that differ in every secret look the same from outside, errors and logs included. */
export function pairs(summarise: Summarise, numRuns: number, seed = 4821): readonly Finding[] {
  const result = fc.check(
    fc.property(
      worldArbitrary,
      secretsArbitrary,
      secretsArbitrary,
      (world, one, other) =>
        observe(summarise, factsOf(world, one)) === observe(summarise, factsOf(world, other)),
    ),
    { numRuns, endOnFailure: true, seed },
  );
  return result.failed ? ["T1: the secrets show"] : [];
}

function dossierIn(mode: Mode): Dossier {
  const kept = aToestemming();
  const by: Record<Mode, Partial<Dossier>> = {
    schriftelijk: {},
    schriftelijk_akkoord: { besluiten: probed.besluiten.map((one) => ({ ...one, terugkoppeling: akkoord })) },
    instemming: { toestemming: anInstemming() },
    uitzondering: { toestemming: { ...kept, grondslag: "uitzondering" } },
    geen: { toestemming: null },
    ingetrokken: { toestemming: takenBack(kept, today) },
    verlopen: { toestemming: { ...kept, geldigTot: date("2026-11-22") } },
    onleesbaar: { leerling: seal(someLeerling({ geboortemaand: "?" })) },
  };
  return aDossier({ ...probed, agendapunten: [], ...by[mode] });
}

const factsWith = (...hulpvragen: readonly Dossier[]): RichFacts => ({
  ronde: aRonde(),
  volgende: null,
  hulpvragen,
  adviesvragen: 0,
  team: someTeam,
});

/** T2: every field in every mode, one at a time; what shows must be exactly what may show. */
export function fields(summarise: Summarise): readonly Finding[] {
  const beside = { ...dossierIn("schriftelijk"), referentie: "HV-5000" };
  return Object.entries(probes).flatMap(([field, probe]) =>
    modes.flatMap((mode) => {
      // Giving the pupil a month that can be read would change the ground.
      const isTheMode = mode === "onleesbaar" && (field === "leerling" || field === "leerling.geboortemaand");
      if (isTheMode) return [];
      const base = dossierIn(mode);
      const before = observe(summarise, factsWith(base, beside));
      const moved = probe
        .vary(base)
        .some((variant) => observe(summarise, factsWith(variant, beside)) !== before);
      if (moved === probe.shows.includes(mode)) return [];
      return [`T2: ${field} ${moved ? "shows" : "is dead"} in ${mode}`];
    }),
  );
}

/** T3: a ground that does not hold reads like no hulpvraag; instemming like written consent before the akkoord. */
export function swaps(summarise: Summarise, numRuns: number, seed = 4821): readonly Finding[] {
  const swapped = fc.tuple(worldArbitrary, secretsArbitrary, openArbitrary, fc.constantFrom(...modes));
  const result = fc.check(
    fc.property(swapped, ([world, secrets, open, mode]) => {
      const see = (as: Mode) => {
        const cases = [...world.cases.slice(1), { ref: "HV-0001", open: { ...open, mode: as } }];
        return observe(summarise, factsOf({ ...world, cases }, secrets));
      };
      const without = observe(summarise, factsOf({ ...world, cases: world.cases.slice(1) }, secrets));
      if (mode === "schriftelijk" || mode === "schriftelijk_akkoord") return true;
      return see(mode) === (mode === "instemming" ? see("schriftelijk") : without);
    }),
    { numRuns, endOnFailure: true, seed },
  );
  return result.failed ? ["T3: the ground can be read"] : [];
}
