import { describe, expect, it } from "vitest";
import type { Dossier } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { usualToestemmingSettings } from "#domain/toestemming-setting.ts";
import { birthdayBefore, birthdayThisYear, missingBetween } from "#domain/verjaardag.ts";
import {
  aDossier,
  anAntwoord,
  anInstemming,
  anUitzondering,
  aToestemming,
  date,
  now,
  someLeerling,
  today,
} from "./a-dossier.ts";

const born = (geboortemaand: string, over: Partial<Dossier> = {}) =>
  aDossier({ leerling: seal(someLeerling({ geboortemaand })), ...over });
const asked = (...partijen: readonly ("ouder1" | "ouder2" | "leerling")[]) => ({
  toestemming: aToestemming({ antwoorden: partijen.map((partij) => anAntwoord(partij)) }),
});
const regels = (over: Partial<Dossier["regels"]>) => ({ regels: { ...usualToestemmingSettings, ...over } });
const round = date("2027-01-13");

describe("a birthday that ends a ground", () => {
  it.each<[string, Dossier, string | null]>([
    ["16 in January, the parents signed", born("2011-01"), "16 from 2027-01-01 schriftelijk"],
    ["16 in February, after the round", born("2011-02"), null],
    ["16 in November, already asked for today", born("2010-11"), null],
    [
      "16 in January, and the pupil said yes too",
      born("2011-01", asked("ouder1", "ouder2", "leerling")),
      null,
    ],
    ["16 in January, and a parent has not signed", born("2011-01", asked("ouder1")), null],
    [
      "16 in January, the parents were told",
      born("2011-01", { toestemming: anInstemming() }),
      "16 from 2027-01-01 instemming",
    ],
    [
      "16 in January, when the toestemming ended before it",
      born("2011-01", { toestemming: aToestemming({ geldigTot: date("2026-12-30") }) }),
      null,
    ],
    ["12 in January, pupils are asked", born("2015-01"), null],
    [
      "12 in January, pupils decide too",
      born("2015-01", regels({ stem_leerling: "vereist" })),
      "12 from 2027-01-01 schriftelijk",
    ],
    [
      "16 in January, by decision of the directeur",
      born("2011-01", { toestemming: null, uitzondering: anUitzondering() }),
      null,
    ],
  ])("%s: %#", (_case, dossier, expected) => {
    const found = birthdayBefore(dossier, today, round);
    expect(found && `${found.leeftijd} from ${found.vanaf} ${found.grondslag}`).toBe(expected);
  });

  it("is the reason on a day after it, in the place of an answer that nobody knew was needed", () => {
    const vanaf = date("2027-01-01");
    expect(missingBetween(born("2011-01"), today, round)).toEqual([
      { code: "verjaardag", leeftijd: 16, vanaf, grondslag: "schriftelijk" },
    ]);
    expect(missingBetween(born("2011-01", { toestemming: anInstemming() }), today, round)).toEqual([
      { code: "verjaardag", leeftijd: 16, vanaf, grondslag: "instemming" },
    ]);
    expect(missingBetween(born("2011-01"), today, date("2026-12-31"))).toEqual([]);
    expect(missingBetween(born("2011-01"), vanaf, round)).toEqual([
      { code: "toestemming_ontbreekt", partij: "leerling" },
    ]);
  });

  it("is told within the school year, and to the ib alone", () => {
    expect(birthdayThisYear(born("2011-07"), today)?.leeftijd).toBe(16);
    expect(birthdayThisYear(born("2011-08"), today)).toBeNull();
    const seen = (persoonId: string) => seeHulpvraag(born("2011-01"), { persoonId }, now);
    expect(seen("ib1")?.toestemming?.verjaardag?.leeftijd).toBe(16);
    expect(seen("smw1")?.toestemming ?? null).toBeNull();
  });
});
