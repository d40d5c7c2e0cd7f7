import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Bekeken,
  begin,
  ketenProef,
  type LogRij,
  rijText,
  type Zegel,
  zegelText,
} from "#domain/logketen.ts";

const breuken = (rijen: readonly Bekeken[], tot: number) => {
  const proef = ketenProef();
  for (const rij of rijen) proef.rij(rij);
  return proef.einde(tot);
};
const short = (rijen: readonly Bekeken[], tot: number) =>
  breuken(rijen, tot).map(({ kind, rij, van, tot }) => `${kind} ${rij} ${van}-${tot}`);

/** A chain of `length` rows with ids 10, 20, 30, … */
const chain = (length: number): Bekeken[] =>
  Array.from({ length }, (_, index) => ({ id: (index + 1) * 10, volgnr: index + 1, klopt: true }));

describe("a chain", () => {
  it("that nobody touched has no break, however long", () => {
    fc.assert(
      fc.property(fc.nat(50), (length) => {
        expect(short(chain(length), length)).toEqual([]);
      }),
    );
  });

  it.each<[string, Bekeken[], string[]]>([
    ["changed", chain(3).with(1, { id: 20, volgnr: 2, klopt: false }), ["gewijzigd 20 2-2"]],
    ["removed", chain(3).toSpliced(1, 1), ["verwijderd 10 2-2"]],
    ["two removed", chain(4).toSpliced(1, 2), ["verwijderd 10 2-3"]],
    ["the first removed", chain(3).toSpliced(0, 1), ["verwijderd null 1-1"]],
    ["the end cut off", chain(3).slice(0, 1), ["afgekapt 10 2-3"]],
    ["all gone", [], ["afgekapt null 1-3"]],
    ["put in", chain(3).toSpliced(1, 0, { id: 15, volgnr: null, klopt: false }), ["ingevoegd 15 null-null"]],
    [
      "put in with a place that is taken",
      chain(3).toSpliced(2, 0, { id: 25, volgnr: 2, klopt: false }),
      ["ingevoegd 25 null-null"],
    ],
    [
      "put in before a row that it copies",
      chain(3).toSpliced(1, 0, { id: 15, volgnr: 2, klopt: false }),
      ["ingevoegd 15 null-null"],
    ],
    [
      "put in beyond the end",
      [...chain(3), { id: 99, volgnr: 10 ** 15, klopt: false }],
      ["ingevoegd 99 null-null"],
    ],
    [
      "changed beside a removed one",
      [...chain(1), { id: 30, volgnr: 3, klopt: false }, { id: 40, volgnr: 4, klopt: true }],
      ["gewijzigd 30 3-3", "verwijderd 10 2-2"],
    ],
    [
      "the last one changed, and one before it gone",
      [...chain(1), { id: 30, volgnr: 3, klopt: false }],
      ["gewijzigd 30 3-3", "verwijderd 10 2-2"],
    ],
  ])("with a row %s", (name, rijen, expected) => {
    const tot = name.includes("beside") ? 4 : 3;
    expect(short(rijen, tot)).toEqual(expected);
  });

  it("with anything changed, removed or put in is never whole, and each place is accounted for once", () => {
    const touch = fc.record({ at: fc.nat(19), what: fc.constantFrom("change", "remove", "insert") });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(touch, { minLength: 1, maxLength: 6 }),
        (length, touches) => {
          const rijen = new Map(chain(length).map((rij) => [rij.id, rij]));
          const gone = new Set<number>();
          for (const { at, what } of touches) {
            const id = ((at % length) + 1) * 10;
            const rij = rijen.get(id);
            if (what === "insert") rijen.set(id + 5, { id: id + 5, volgnr: null, klopt: false });
            else if (rij && what === "change") rijen.set(id, { ...rij, klopt: false });
            else if (what === "remove" && rijen.delete(id)) gone.add(id / 10);
          }
          const found = breuken(
            [...rijen.values()].toSorted((one, other) => one.id - other.id),
            length,
          );
          expect(found.length).toBeGreaterThan(0);
          const places = (kinds: readonly string[]) =>
            found
              .filter(({ kind }) => kinds.includes(kind))
              .flatMap(({ van, tot }) =>
                van === null || tot === null
                  ? []
                  : Array.from({ length: tot - van + 1 }, (_, index) => van + index),
              );
          expect(new Set(places(["verwijderd", "afgekapt"]))).toEqual(gone);
          expect(places(["gewijzigd"])).toEqual(
            [...rijen.values()]
              .filter(({ klopt, volgnr }) => !klopt && volgnr !== null)
              .map(({ volgnr }) => volgnr)
              .toSorted((a, b) => (a ?? 0) - (b ?? 0)),
          );
          expect(
            found
              .filter(({ kind }) => kind === "ingevoegd")
              .map(({ rij }) => rij)
              .toSorted(),
          ).toEqual(
            [...rijen.values()]
              .filter(({ volgnr }) => volgnr === null)
              .map(({ id }) => id)
              .toSorted(),
          );
        },
      ),
    );
  });
});

const rij: LogRij = {
  id: 7,
  swvId: "s",
  sztId: null,
  op: Temporal.Instant.from("2026-11-23T08:00:00.000001Z"),
  actorId: null,
  taak: "wekker",
  soort: "toestemming_verlopen",
  zaak: "00ff",
  grondslag: null,
  gegevens: "{}",
};
const zegel: Zegel = {
  swvId: "s",
  nr: 2,
  sztId: "z",
  van: 1,
  tot: 3,
  totId: 9,
  kop: "aa",
  sleutelId: "k",
  op: Temporal.Instant.from("2026-11-23T08:00:00Z"),
  vorig: begin,
};

describe("what is sealed", () => {
  it("stays letter for letter as it was: else nothing that was sealed before can be judged", () => {
    expect(rijText(rij, 1, begin)).toBe(
      `["rij/1","s",null,1,7,"2026-11-23T08:00:00.000001Z",null,"wekker","toestemming_verlopen","00ff",null,"{}","${begin}"]`,
    );
    expect(zegelText(zegel)).toBe(`["zegel/1","s",2,"z",1,3,9,"aa","k","2026-11-23T08:00:00Z","${begin}"]`);
  });

  it("differs with every field, so that nothing can be moved from one to the other", () => {
    const others: readonly Partial<LogRij>[] = [
      { id: 8 },
      { swvId: "t" },
      { sztId: "s" },
      { op: rij.op.add({ microseconds: 1 }) },
      { actorId: "a" },
      { taak: null, actorId: "wekker" },
      { soort: "gelezen" },
      { zaak: null },
      { grondslag: "instemming" },
      { gegevens: '{"a": 1}' },
    ];
    const texts = others.map((other) => rijText({ ...rij, ...other }, 1, begin));
    expect(
      new Set([...texts, rijText(rij, 1, begin), rijText(rij, 2, begin), rijText(rij, 1, "x")]).size,
    ).toBe(others.length + 3);
  });
});
