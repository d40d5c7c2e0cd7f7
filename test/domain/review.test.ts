import { describe, expect, it } from "vitest";
import {
  checkTerugblik,
  gesprekspartners,
  jaNee,
  type ReviewUitkomst,
  reviewUitkomsten,
  type TerugblikForm,
  werktAntwoorden,
} from "#domain/review.ts";
import { voortgangLeeg, voortgangstanden, vraagtSchakelteam } from "#domain/voortgang.ts";

const whole: TerugblikForm = {
  ...{ langer: "ja", werkt: "ja", andersNodig: "nee", besprokenMet: ["ouders"], uitkomst: "werkt" },
};

/** Every combination of answers, and which outcomes go with it: read by its columns. */
const together: readonly (readonly [
  langer: string,
  werkt: string,
  anders: string,
  uitkomsten: readonly ReviewUitkomst[],
])[] = [
  ["ja", "ja", "nee", ["werkt"]],
  ["ja", "ja", "ja", ["wordt_aangepast", "terug_naar_schakelteam"]],
  ["ja", "deels", "nee", ["werkt", "wordt_aangepast", "terug_naar_schakelteam"]],
  ["ja", "deels", "ja", ["wordt_aangepast", "terug_naar_schakelteam"]],
  ["ja", "nee", "nee", ["wordt_aangepast", "terug_naar_schakelteam"]],
  ["ja", "nee", "ja", ["wordt_aangepast", "terug_naar_schakelteam"]],
  ["nee", "ja", "nee", ["afsluiten"]],
  ["nee", "ja", "ja", ["afsluiten"]],
  ["nee", "deels", "nee", ["afsluiten"]],
  ["nee", "deels", "ja", ["afsluiten"]],
  ["nee", "nee", "nee", ["afsluiten"]],
  ["nee", "nee", "ja", ["afsluiten"]],
];

describe("a review", () => {
  it("names every combination in the table", () => {
    expect(together).toHaveLength(jaNee.length * werktAntwoorden.length * jaNee.length);
  });

  it.each(together)(
    "that says longer %s, works %s, something else %s goes with %j alone",
    (langer, werkt, anders, fits) => {
      for (const uitkomst of reviewUitkomsten) {
        const form = { ...whole, langer, werkt, andersNodig: anders, uitkomst } as TerugblikForm;
        expect(checkTerugblik(form).ok, uitkomst).toBe(fits.includes(uitkomst));
      }
    },
  );

  it.each(["langer", "werkt", "andersNodig", "uitkomst"] as const)(
    "without %s says which answer is missing",
    (veld) => {
      expect(checkTerugblik({ ...whole, [veld]: null })).toEqual({
        ok: false,
        error: { kind: "leeg", velden: [veld] },
      });
    },
  );

  it("is talked over with somebody", () => {
    expect(checkTerugblik({ ...whole, besprokenMet: [] })).toMatchObject({
      error: { velden: ["besprokenMet"] },
    });
    for (const met of gesprekspartners)
      expect(checkTerugblik({ ...whole, besprokenMet: [met] }).ok).toBe(true);
  });
});

describe("how it goes", () => {
  it("is told whole, or says what is missing", () => {
    expect(voortgangLeeg({ hoe: "goed", contact: "ja", meerHulp: "nee" })).toBeNull();
    expect(voortgangLeeg({ hoe: null, contact: "ja", meerHulp: null })).toEqual(["hoe", "meerHulp"]);
  });

  it("points to the schakelteam when it is stuck or more is needed, and not otherwise", () => {
    for (const hoe of voortgangstanden)
      for (const meerHulp of [true, false, null])
        expect(vraagtSchakelteam({ hoe, contact: true, meerHulp })).toBe(
          hoe === "loopt_vast" || meerHulp === true,
        );
  });
});
