import { describe, expect, it } from "vitest";
import type { Functie } from "#domain/code.ts";
import { kijkersVan, type LogLid, type LogRij, logRegelsVan } from "#domain/log-view.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(`2026-11-${text}:00Z`);

const lid = (persoonId: string, functie: Functie, over: Partial<LogLid> = {}): LogLid => ({
  persoonId,
  functie,
  organisatie: null,
  van: day("2026-08-01"),
  tot: null,
  ...over,
});
const rij = (over: Partial<LogRij>): LogRij => ({
  referentie: "HV-1",
  op: at("23T08:00"),
  persoonId: "bram",
  soort: "gelezen",
  grondslag: "schriftelijk",
  gegevens: { naam: true, wat: false },
  ...over,
});
const leden = [
  lid("noor", "ib", { organisatie: "De Regenboog" }),
  lid("bram", "smw", { organisatie: "Kwadraad" }),
  lid("daan", "smw", { organisatie: "Kwadraad", van: day("2026-09-01"), tot: day("2026-11-25") }),
  lid("els", "smw", { organisatie: "Minters" }),
  lid("piet", "scp", { organisatie: "PPO" }),
  lid("piet", "bpo", { organisatie: "PPO", van: day("2026-11-24") }),
];

describe("who", () => {
  const wie = (persoonId: string, op = at("23T08:00")) =>
    logRegelsVan([rij({ persoonId, op })], leden)[0]?.wie;

  it("is a function and an organisation, and no name or id", () => {
    expect(wie("noor")).toEqual({ functies: ["ib"], organisatie: "De Regenboog", nummer: null });
  });
  it("has a number where two have the same function and organisation", () => {
    expect(wie("bram")).toEqual({ functies: ["smw"], organisatie: "Kwadraad", nummer: 1 });
    expect(wie("daan")).toEqual({ functies: ["smw"], organisatie: "Kwadraad", nummer: 2 });
    expect(wie("els")).toEqual({ functies: ["smw"], organisatie: "Minters", nummer: null });
  });
  it("has the functions of that day", () => {
    expect(wie("piet")?.functies).toEqual(["scp"]);
    expect(wie("piet", at("24T08:00"))?.functies).toEqual(["scp", "bpo"]);
  });
  it("keeps the organisation when the membership is over, and not the function", () => {
    expect(wie("daan", at("26T08:00"))).toEqual({ functies: [], organisatie: "Kwadraad", nummer: null });
  });
  it("is nobody we know for who was never a member, and nobody at all for Zorgronde", () => {
    expect(wie("vreemd")).toEqual({ functies: [], organisatie: null, nummer: null });
    expect(logRegelsVan([rij({ persoonId: null })], leden)[0]?.wie).toBeNull();
  });
});

describe("reading", () => {
  it("of one person, one case and one Amsterdam day is one line, with what was seen in all", () => {
    const regels = logRegelsVan(
      [
        rij({ op: at("23T08:00") }),
        rij({ op: at("23T09:00"), persoonId: "noor" }),
        rij({ op: at("23T22:59"), gegevens: { naam: false, wat: true } }),
        rij({ op: at("23T23:00") }),
      ],
      leden,
    );
    expect(regels.map(({ keer, van, tot, wat }) => [keer, `${van}`, `${tot}`, wat?.gegevens])).toEqual([
      [2, "2026-11-23T08:00:00Z", "2026-11-23T22:59:00Z", { naam: true, wat: true }],
      [1, "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z", { naam: true, wat: false }],
      [1, "2026-11-23T23:00:00Z", "2026-11-23T23:00:00Z", { naam: true, wat: false }],
    ]);
  });

  it("stays apart by case, ground and capacity", () => {
    const others: readonly Partial<LogRij>[] = [
      {},
      { referentie: "HV-2" },
      { grondslag: null },
      { gegevens: { naam: true, wat: false, als: "regierolhouder" } },
    ];
    expect(logRegelsVan(others.map(rij), leden)).toHaveLength(4);
  });

  it("is not mixed with what was done, which each time is a line", () => {
    const done = { soort: "actie_gedaan", gegevens: {} };
    expect(logRegelsVan([rij(done), rij(done), rij({})], leden).map(({ keer }) => keer)).toEqual([1, 1, 1]);
  });
});

it("what another version wrote stands there without its fields", () => {
  const [regel] = logRegelsVan([rij({ soort: "iets_nieuws", gegevens: { x: 1 } })], leden);
  expect(regel).toMatchObject({ wat: null, keer: 1, wie: { functies: ["smw"] } });
});

it("the one to whom a regierol is offered is told like all others", () => {
  const aan = "44444444-4444-4444-8444-444444444444";
  const [regel] = logRegelsVan(
    [rij({ soort: "regierol_aangeboden", gegevens: { aan } })],
    [...leden, lid(aan, "jeugdarts", { organisatie: "CJG" })],
  );
  expect(regel?.aan).toEqual({ functies: ["jeugdarts"], organisatie: "CJG", nummer: null });
});

it("everybody who saw something is named once, the last one first", () => {
  const regels = logRegelsVan(
    [
      rij({ op: at("20T08:00"), persoonId: "noor", gegevens: { naam: true, wat: true } }),
      rij({ op: at("21T08:00") }),
      rij({ op: at("22T08:00"), persoonId: "daan", soort: "actie_gedaan", gegevens: {} }),
      rij({ op: at("23T08:00"), gegevens: { naam: false, wat: true } }),
      rij({ op: at("23T08:00"), persoonId: null, soort: "toestemming_verlopen", gegevens: {} }),
    ],
    leden,
  );
  expect(kijkersVan(regels).map(({ wie, dagen, naam, wat }) => [wie?.functies, dagen, naam, wat])).toEqual([
    [["smw"], 2, true, true],
    [["ib"], 1, true, true],
  ]);
});
