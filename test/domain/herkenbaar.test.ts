import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Kenmerkcode, kenmerkcodes, recognisable, withoutYears } from "#domain/herkenbaar.ts";

const po = (leerlingen: number) => ({ leerlingen, sector: "PO" as const });
const vo = (leerlingen: number) => ({ leerlingen, sector: "VO" as const });

/** What is seen in the text, and from how many pupils on it is no child any more; null: in no school. */
const lines: readonly (readonly [string, readonly Kenmerkcode[], number | null])[] = [
  ["Hoe krijgen we meer rust bij de overgang van spelen naar werken?", [], 1],
  ["Al 6 jaar op school en nog geen vriendjes.", [], 1],
  ["Vorig jaar hielp een vaste plek, twee jaar geleden ook.", [], 1],
  ["Rust is de enige manier om verder te komen.", [], 1],
  ["Per ongeluk viel de beker om.", [], 1],
  ["Er zijn incidenteel ruzies op het plein.", [], 1],
  ["Moeder wil de leerkracht spreken over het gedrag.", [], 1],
  ["Een leerling in groep 5 loopt vast bij rekenen.", ["groep"], 40],
  ["In groep 6/7 is er veel onrust.", ["groep"], 20],
  ["Een leerling van negen jaar huilt vaak.", ["leeftijd"], 40],
  ["Een jongen (9) slaat anderen.", ["leeftijd"], 40],
  ["Een 11-jarige weigert te lezen.", ["leeftijd"], 40],
  ["Een leerling uit groep 5, 9 jaar, huilt vaak.", ["groep", "leeftijd"], 40],
  ["Wat helpt bij dyslexie in de middenbouw?", ["aandoening"], 63],
  ["Bij ADHD en dyslexie, wat eerst?", ["aandoening", "aandoening"], 63],
  ["Een leerling uit groep 7 met dyslexie.", ["groep", "aandoening"], 500],
  ["De ouders zijn gescheiden.", ["gezin"], 50],
  ["Het gaat om een tweeling.", ["meerling"], 167],
  ["De leerling zit in de plusklas.", ["rol"], 250],
  ["Thuis spreken ze Pools.", ["herkomst"], 167],
  ["Vader is vorig jaar overleden.", ["ingrijpend"], 500],
  ["De leerling woont in een pleeggezin.", ["ingrijpend"], 500],
  ["De politie kwam op school.", ["gebeurtenis"], 500],
  ["Op 12 november begon het.", ["tijdstip"], 25],
  ["Een leerling in een rolstoel wil meedoen met gym.", ["opvallend"], 500],
  ["De leerling speelt bij Feyenoord.", ["bekend"], 1000],
  ["Moeder is burgemeester.", ["beroep"], 1000],
  ["Vader werkt op onze school.", ["beroep"], 1000],
  ["Een leerling met epilepsie mist lessen.", ["zeldzaam"], 1250],
  ["De leerling heeft het syndroom van Turner.", ["zeldzaam"], 1250],
  ["Zij is het enige meisje dat niet meedoet.", ["enige"], null],
  ["Iedereen kent deze leerling.", ["enige"], null],
];

const cases = lines.map(([text, codes, from]) => ({ text, codes, from }));

describe("recognisable", () => {
  it.each(cases)("$text", ({ text, codes, from }) => {
    expect(recognisable(text, po(220)).kenmerken.map(({ code }) => code)).toEqual(codes);
    if (from === null) {
      expect(recognisable(text, po(1_000_000)).herkenbaar).toBe(true);
      return;
    }
    expect(recognisable(text, po(from)).herkenbaar, "large enough").toBe(false);
    if (from > 1) expect(recognisable(text, po(from - 1)).herkenbaar, "one pupil fewer").toBe(true);
  });

  it("knows every kind of trait by a line of this table", () => {
    expect(new Set(lines.flatMap(([, codes]) => codes))).toEqual(new Set(kenmerkcodes));
  });

  it.each([
    ["Een leerling uit havo 3 spijbelt.", 30],
    ["Een leerling uit 3 vwo spijbelt.", 30],
    ["Een leerling uit klas 2 spijbelt.", 30],
    ["Een leerling uit 3H spijbelt.", 60],
    ["Een brugklasser durft niets te zeggen.", 30],
  ])("in VO a year is one of six: %s", (text, from) => {
    expect(recognisable(text, vo(from)).herkenbaar).toBe(false);
    expect(recognisable(text, vo(from - 1)).herkenbaar).toBe(true);
  });

  it("two traits leave fewer than either", () => {
    const both = "Een leerling uit groep 6 is geadopteerd.";
    expect(recognisable(both, po(600)).herkenbaar).toBe(true);
    expect(recognisable("Een leerling uit groep 6.", po(600)).herkenbaar).toBe(false);
    expect(recognisable("Een leerling is geadopteerd.", po(600)).herkenbaar).toBe(false);
  });

  it("takes a school of unknown size for a small one", () => {
    expect(recognisable("Een leerling uit groep 6.", po(0)).herkenbaar).toBe(true);
    expect(recognisable("Wat helpt bij onrust?", po(0)).herkenbaar).toBe(false);
  });

  it("points at the words as they were typed", () => {
    const text = "Zijn twééling­broer zit in Groep 6B.";
    const said = recognisable(text, po(220)).kenmerken.map(({ start, end }) => text.slice(start, end));
    expect(said).toEqual(["twééling­broer", "Groep 6B"]);
  });
});

const texts = fc.array(fc.constantFrom(...lines.map(([text]) => text)), { maxLength: 4 });

describe("whatever the text", () => {
  it("a larger school is never more telling", () => {
    fc.assert(
      fc.property(texts, fc.nat(2000), fc.nat(2000), (some, one, other) => {
        const text = some.join(" ");
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const seen = (size: number) => recognisable(text, po(size)).herkenbaar;
        return !seen(large) || seen(small);
      }),
      { numRuns: 150 },
    );
  });

  it("more of it never makes a child harder to recognise", () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(1500), (some, more, size) => {
        const before = recognisable(some.join(" "), po(size)).herkenbaar;
        return !before || recognisable([...some, ...more].join(" "), po(size)).herkenbaar;
      }),
      { numRuns: 150 },
    );
  });

  it("what is pointed out lies in the text, in order and apart", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          texts.map((some) => some.join("\n")),
          fc.string({ maxLength: 80 }),
        ),
        (text) => {
          let last = 0;
          for (const { start, end } of recognisable(text, po(200)).kenmerken) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("nothing pointed out, nobody recognised", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { herkenbaar, kenmerken } = recognisable(text, po(10));
        return kenmerken.length > 0 || !herkenbaar;
      }),
      { numRuns: 200 },
    );
  });
});

describe("withoutYears", () => {
  it("puts a mark in place of group, age and date, and leaves the rest", () => {
    expect(withoutYears("Een kind van 9 jaar uit groep 5 met dyslexie, sinds 12 november.")).toBe(
      "Een kind van [leeftijd] uit [groep] met dyslexie, sinds [datum].",
    );
  });
});
