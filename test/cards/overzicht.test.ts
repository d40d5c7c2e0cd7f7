import { describe, expect, it } from "vitest";
import { overzichtCard } from "#cards/overzicht.ts";
import { krapNa } from "#domain/overlegronde.ts";
import { aRonde, date } from "#test/domain/a-dossier.ts";
import { veertig } from "#test/gallery/overzicht.ts";

/** As long as a real token. */
const token = (verb: string, about = "") => `${verb}${about}`.padEnd(220, "x");
const data = { vandaag: date("2026-12-07"), tot: date("2027-02-01"), regels: veertig, planbaar: [] };
const pages = Array.from({ length: Math.ceil(veertig.length / 6) }, (_, pagina) =>
  overzichtCard({ ...data, pagina }, token),
);
const text = (card: unknown) => JSON.stringify(card);

describe("the overview of who serves forty schools", () => {
  it("fits in Teams on every page", () => {
    for (const card of pages) expect(text(card).length * 2).toBeLessThanOrEqual(28 * 1024);
  });

  it("has every round on a page of its own rows, with its link and its button", () => {
    const bodies = pages.map(text);
    for (const { ronde } of veertig)
      expect(bodies.some((body) => body.includes(`/${ronde.versie}`) && body.includes(ronde.id))).toBe(true);
    for (const [index, body] of bodies.entries())
      expect(body.split('"Deelnemen"').length - 1).toBe(Math.min(6, veertig.length - index * 6));
  });

  it("goes on and back, and neither at an end", () => {
    expect(text(pages[0])).toContain('"Verder"');
    expect(text(pages[0])).not.toContain('"Terug"');
    expect(text(pages.at(-1))).toContain('"Terug"');
    expect(text(pages.at(-1))).not.toContain('"Verder"');
  });

  it("says week by week what comes", () => {
    expect(text(pages[0])).toMatch(/Deze week.*Volgende week.*Week van ma 21 dec/s);
  });
});

describe("too little time between two schools", () => {
  const one = aRonde({
    sztId: "a",
    datum: date("2026-12-07"),
    begin: Temporal.PlainTime.from("10:00"),
    duurMinuten: 60,
  });
  const next = (begin: string, over = {}) =>
    aRonde({ ...one, sztId: "b", begin: Temporal.PlainTime.from(begin), ...over });
  it.each([
    ["directly after it", next("11:00"), 0],
    ["a quarter later", next("11:15"), 15],
    ["a minute too little", next("11:29"), 29],
    ["half an hour", next("11:30"), null],
    ["at the same time: that overlaps", next("10:59"), null],
    ["before it", next("08:00"), null],
    ["at the same school", next("11:00", { sztId: "a" }), null],
    ["online", next("11:00", { plaats: "online" }), null],
    ["on another day", next("11:00", { datum: date("2026-12-08") }), null],
  ] as const)("%s", (_, other, minuten) => {
    expect(krapNa(other, one)).toBe(minuten);
  });
});
