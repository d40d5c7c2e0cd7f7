import { describe, expect, it } from "vitest";
import { kandidatenVoor } from "#domain/genodigde.ts";
import { geenWeg, vervangersVoor, verwachtErbij, verwachteAanwezigheid } from "#domain/komst.ts";
import { canTakePart, schakelteamComplete } from "#domain/overlegronde.ts";
import { relationsOf } from "#domain/relatie.ts";
import { eyesOn } from "#domain/see-ronde.ts";
import {
  aDossier,
  anInstemming,
  anUitzondering,
  aRonde,
  aTeamlid,
  aToestemming,
  date,
  now,
  someTeam,
  today,
} from "./a-dossier.ts";

const lid = (persoonId: string, functie: "ib" | "bpo" | "smw", over = {}) => ({
  persoonId,
  naam: persoonId,
  functie,
  aanwezigheid: null,
  ...over,
});

describe("who comes", () => {
  it.each([
    ["nobody said anything", {}, true],
    ["comes online", { komst: "online" }, true],
    ["cannot", { komst: "niet" }, false],
    ["could not, and was there after all", { komst: "niet", aanwezigheid: "online" }, true],
    ["said yes, and was absent", { komst: "online", aanwezigheid: "afwezig" }, false],
  ] as const)(
    "makes the schakelteam complete when the only one of the kernteam %s: %s",
    (_, over, complete) => {
      expect(schakelteamComplete([lid("i", "ib"), lid("b", "bpo", over)])).toBe(complete);
    },
  );

  it.each([
    [{ komst: null, aanwezigheid: null }, false, "op_school", "in_de_kamer"],
    [{ komst: null, aanwezigheid: null }, false, "online", "online"],
    [{ komst: "online", aanwezigheid: null }, false, "op_school_en_online", "online"],
    [{ komst: "niet", aanwezigheid: null }, false, "op_school", "afwezig"],
    [{ komst: "niet", aanwezigheid: null }, true, "op_school", "vervangen"],
    [{ komst: "niet", aanwezigheid: "in_de_kamer" }, true, "op_school", "in_de_kamer"],
  ] as const)("is what the chair begins with: %o", (said, replaced, plaats, expected) => {
    const all = replaced ? [{ vervangtId: "p" }] : [];
    expect(verwachteAanwezigheid({ persoonId: "p", ...said }, all, plaats)).toBe(expected);
  });
});

describe("how one can come", () => {
  const deelnameLink = aRonde().deelnameLink;
  it.each([
    ["in_de_kamer", "op_school", null, null],
    ["in_de_kamer", "op_school_en_online", deelnameLink, null],
    ["in_de_kamer", "online", deelnameLink, "alleen_online"],
    ["online", "online", deelnameLink, null],
    ["online", "op_school_en_online", deelnameLink, null],
    ["online", "op_school", null, "geen_link"],
    ["niet", "online", deelnameLink, null],
    ["niet", "op_school", null, null],
  ] as const)("%s, in a round %s with link %s: %s", (komst, plaats, link, expected) => {
    expect(geenWeg({ plaats, deelnameLink: link }, komst)).toBe(expected);
  });

  it.each([
    [{ aanwezigheid: "afwezig", komst: "online" }, "online", "afwezig"],
    [{ aanwezigheid: null, komst: "niet" }, "op_school", "afwezig"],
    [{ aanwezigheid: null, komst: "online" }, "op_school_en_online", "online"],
    [{ komst: null }, "online", "online"],
    [{ komst: null }, "op_school", "in_de_kamer"],
  ] as const)("who comes for one item and is noted as %o is expected, %s: %s", (one, plaats, expected) => {
    expect(verwachtErbij(one, plaats)).toBe(expected);
  });
});

describe("who can come instead", () => {
  const team = [
    ...someTeam.map((one) => (one.persoonId === "wijk1" ? { ...one, organisatie: "Kwadraad" } : one)),
    aTeamlid("smw3", "smw", { tot: date("2026-11-01") }),
    aTeamlid("lpa2", "leerplicht", { organisatie: "Kwadraad" }),
  ].map((one) => (one.functie === "smw" ? { ...one, organisatie: "Kwadraad" } : one));
  const ronde = aRonde({ datum: date("2026-11-27"), deelnemers: [lid("ib1", "ib"), lid("smw1", "smw")] });
  const names = (deelnemers = ronde.deelnemers) =>
    vervangersVoor(team, { ...ronde, deelnemers }, "smw1").map(({ persoonId }) => persoonId);

  it("is of the same function or organisation, in the team on that day, and not on call", () => {
    expect(names().toSorted()).toEqual(["smw2", "wijk1"]);
  });

  it("is nobody who takes part already, but for who comes instead of this very person", () => {
    expect(names([...ronde.deelnemers, lid("smw2", "smw")])).toEqual(["wijk1"]);
    expect(names([...ronde.deelnemers, lid("smw2", "smw", { vervangtId: "smw1" })]).toSorted()).toEqual([
      "smw2",
      "wijk1",
    ]);
  });

  it("takes no right along: who is of another function than the toestemming names, sees nothing", () => {
    const there = aRonde({
      id: "r2",
      status: "gepland",
      datum: date("2026-11-27"),
      deelnemers: [
        lid("smw1", "smw"),
        { ...lid("wijk1", "smw"), functie: "wijkteam" as const, vervangtId: "smw1" },
      ],
    });
    const punt = {
      id: "p1",
      ronde: there,
      hulpvraagId: "h",
      volgorde: 1,
      minuten: 15,
      status: "gepland" as const,
    };
    const dossier = aDossier({ status: "geagendeerd", agendapunten: [punt] });
    const sees = (persoonId: string) => eyesOn({ persoonId, now }, dossier);
    expect(sees("smw1").wat.allowed).toBe(true);
    expect([sees("wijk1").bestaan, sees("wijk1").wat.allowed, sees("wijk1").naam.allowed]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("who is asked for one item alone", () => {
  const ronde = aRonde({
    id: "r7",
    status: "gepland",
    datum: date("2026-11-26"),
    deelnemers: [lid("ib1", "ib")],
  });
  const punt = (genodigden: readonly string[], over = {}) => ({
    ...{ id: "p1", ronde, hulpvraagId: "h", volgorde: 1, minuten: 15, status: "gepland" as const },
    genodigden,
    ...over,
  });
  const named = (functies: readonly ("leerplicht" | "smw")[]) => aToestemming({ partners: [...functies] });
  const with_ = (over: Parameters<typeof aDossier>[0]) => aDossier({ status: "geagendeerd", ...over });
  const sees = (over: Parameters<typeof aDossier>[0]) => {
    const eyes = eyesOn({ persoonId: "lpa1", now }, with_(over));
    return [eyes.bestaan, eyes.naam.allowed, eyes.wat.allowed, eyes.meer.allowed];
  };

  it.each([
    [
      "asked, and named",
      { toestemming: named(["leerplicht"]), agendapunten: [punt(["lpa1"])] },
      [true, true, true, true],
    ],
    [
      "not asked, though named",
      { toestemming: named(["leerplicht"]), agendapunten: [punt([])] },
      [false, false, false, false],
    ],
    [
      "asked, and not named",
      { toestemming: named(["smw"]), agendapunten: [punt(["lpa1"])] },
      [false, false, false, false],
    ],
    [
      "asked for an item that was moved",
      {
        status: "klaargezet",
        toestemming: named(["leerplicht"]),
        agendapunten: [punt(["lpa1"], { status: "verschoven" })],
      },
      [false, false, false, false],
    ],
    [
      "asked for a round that is off",
      {
        status: "klaargezet",
        toestemming: named(["leerplicht"]),
        agendapunten: [punt(["lpa1"], { ronde: { ...ronde, status: "vervallen" as const } })],
      },
      [false, false, false, false],
    ],
    [
      "where the parents were only told",
      { toestemming: anInstemming({ partners: ["leerplicht"] }), agendapunten: [punt(["lpa1"])] },
      [true, true, true, false],
    ],
  ] as const)("%s: sees that it is there, the name, the question, the rest", (_, over, expected) => {
    expect(sees(over as Parameters<typeof aDossier>[0])).toEqual(expected);
  });

  it("is no member of the round, and can be no member of it", () => {
    expect(canTakePart(someTeam, today).map(({ persoonId }) => persoonId)).not.toContain("lpa1");
    expect(relationsOf(with_({ agendapunten: [punt(["lpa1"])] }), "lpa1", now).has("voorzitter")).toBe(false);
  });

  it("is chosen from who does not take part, each with whether the toestemming names the function", () => {
    const found = kandidatenVoor(with_({ toestemming: named(["leerplicht"]) }), punt(["lpa1"]));
    expect(found.map(({ persoonId }) => persoonId)).not.toContain("ib1");
    expect(found.filter(({ genoemd }) => genoemd).map(({ persoonId }) => persoonId)).toEqual(["lpa1"]);
    expect(found.filter(({ gevraagd }) => gevraagd).map(({ persoonId }) => persoonId)).toEqual(["lpa1"]);
    expect(found.map(({ functie }) => functie)).not.toContain("directeur");
  });

  it("is, by a decision of the directeur, nobody but whom that names", () => {
    const uitzondering = anUitzondering({ deelnemers: ["ib1", "lpa1"], functies: ["ib", "leerplicht"] });
    const dossier = with_({ toestemming: null, uitzondering, agendapunten: [punt([])] });
    expect(kandidatenVoor(dossier, punt([])).map(({ persoonId, genoemd }) => [persoonId, genoemd])).toEqual([
      ["lpa1", true],
    ]);
  });

  it("is nobody without a ground on the day of the round", () => {
    const over = with_({
      toestemming: aToestemming({ geldigTot: date("2026-11-25"), partners: ["leerplicht"] }),
    });
    expect(kandidatenVoor(over, punt([]))).toEqual([]);
  });
});
