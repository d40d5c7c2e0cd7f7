import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Gezag, gezagsvormen } from "#domain/code.ts";
import { type rechten, type Verzoeker, verzoekers, verzoekProblem } from "#domain/rechten.ts";
import { date } from "./a-dossier.ts";

const today = date("2026-11-23");
const facts = (geboortemaand: string, gezag: Gezag = "beide_ouders") => ({ geboortemaand, gezag, today });
const kindOf = (van: readonly Verzoeker[], recht: (typeof rechten)[number], born: string, gezag?: Gezag) =>
  verzoekProblem(van, recht, facts(born, gezag))?.kind ?? "mag";

describe("who can use the rights of a pupil", () => {
  it.each<[string, Gezag, readonly Verzoeker[], string, string]>([
    // [born, gezag, who, a copy or correction, erasure]
    ["2017-04", "beide_ouders", ["ouder1"], "mag", "niet_iedereen"],
    ["2017-04", "beide_ouders", ["ouder1", "ouder2"], "mag", "mag"],
    ["2017-04", "beide_ouders", ["ouder1", "ouder2", "leerling"], "mag", "mag"],
    ["2017-04", "een_ouder", ["ouder1"], "mag", "mag"],
    ["2017-04", "een_ouder", ["ouder2"], "geen_gezag", "geen_gezag"],
    ["2017-04", "een_ouder", ["ouder1", "ouder2"], "geen_gezag", "geen_gezag"],
    ["2017-04", "ouder_en_niet_ouder", ["ouder2"], "mag", "niet_iedereen"],
    ["2017-04", "voogdij_instelling", ["voogd"], "mag", "mag"],
    ["2017-04", "voogdij_instelling", ["ouder1"], "geen_gezag", "geen_gezag"],
    ["2017-04", "onbekend", ["ouder1"], "gezag_controleren", "gezag_controleren"],
    ["2017-04", "beide_ouders", ["leerling"], "nog_geen_zestien", "nog_geen_zestien"],
    ["2017-04", "beide_ouders", ["ouder_zonder_gezag"], "alleen_informatie", "alleen_informatie"],
    ["2017-04", "beide_ouders", ["ouder1", "ouder_zonder_gezag"], "alleen_informatie", "alleen_informatie"],
    // The last month of fifteen, the month of the birthday, and the one after it.
    ["2010-12", "beide_ouders", ["ouder1"], "mag", "niet_iedereen"],
    ["2010-12", "beide_ouders", ["leerling"], "nog_geen_zestien", "nog_geen_zestien"],
    ["2010-11", "beide_ouders", ["ouder1"], "leerling_zelf", "leerling_zelf"],
    ["2010-11", "beide_ouders", ["leerling"], "mag", "mag"],
    ["2010-10", "beide_ouders", ["ouder1", "ouder2"], "leerling_zelf", "leerling_zelf"],
    ["2010-10", "beide_ouders", ["leerling", "ouder1"], "mag", "mag"],
    ["2007-01", "meerderjarig", ["leerling"], "mag", "mag"],
    ["2007-01", "meerderjarig", ["ouder1"], "leerling_zelf", "leerling_zelf"],
  ])("born %s, gezag %s, asked by %j", (born, gezag, van, copy, erasure) => {
    expect(kindOf(van, "inzage", born, gezag)).toBe(copy);
    expect(kindOf(van, "correctie", born, gezag)).toBe(copy);
    expect(kindOf(van, "verwijderen", born, gezag)).toBe(erasure);
  });

  it("is never nobody, and erasure is never easier than a copy", () => {
    const month = fc.record({
      year: fc.integer({ min: 2004, max: 2023 }),
      month: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(
        month,
        fc.constantFrom(...gezagsvormen),
        fc.subarray([...verzoekers]),
        ({ year, month: m }, gezag, van) => {
          const born = `${year}-${String(m).padStart(2, "0")}`;
          const [copy, erasure] = [
            kindOf(van, "inzage", born, gezag),
            kindOf(van, "verwijderen", born, gezag),
          ];
          expect(van.length > 0 || copy === "leeg").toBe(true);
          expect(erasure !== "mag" || copy === "mag").toBe(true);
          expect(copy !== "mag" || !van.includes("ouder_zonder_gezag")).toBe(true);
        },
      ),
    );
  });
});
