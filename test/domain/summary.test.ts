import { describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { type Functie, regierolFuncties } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { channelSafeSchema, channelSummary, type SummaryFacts } from "#domain/summary.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAgendapunt,
  aRegierol,
  aRonde,
  aTeamlid,
  aTermijn,
  aToestemming,
  date,
  moment,
  now,
  someLeerling,
  someTeam,
  takenBack,
} from "./a-dossier.ts";
import { mutants } from "./summary-mutant.ts";
import { fields, pairs, swaps } from "./summary-property.ts";
import type { Summarise } from "./summary-world.ts";

const summarise: Summarise = (facts, at) => channelSummary(facts, at);

describe("the summary for the channel", () => {
  it("T1: two worlds that differ in every secret give the same post, 1,500 pairs", () => {
    expect(pairs(summarise, 1500)).toEqual([]);
  });

  it("T2: of every field of a dossier, in every mode, exactly what may show shows", () => {
    expect(fields(summarise)).toEqual([]);
  });

  it("T3: a ground that does not hold reads like a world without the hulpvraag", () => {
    expect(swaps(summarise, 1000)).toEqual([]);
  });

  const tests: readonly ((mutant: Summarise) => readonly string[])[] = [
    fields,
    (mutant) => pairs(mutant, 600),
    (mutant) => swaps(mutant, 400),
  ];

  it.each(Object.entries(mutants))("T5: is not this leak: %s", (_name, mutant) => {
    expect(tests.some((test) => test(mutant).length > 0)).toBe(true);
  });

  it.each([
    ["the fields alone (T2)", "always the same", [true, false, false]],
    ["the pairs alone (T1)", "ordered as the store gave them", [false, true, false]],
    ["the swap of grounds alone (T3)", "the word of the ground", [false, false, true]],
  ])("T5: none of the tests can be missed: %s catch: %s", (_test, name, wanted) => {
    const mutant = mutants[name] ?? summarise;
    expect(tests.map((test) => test(mutant).length > 0)).toEqual(wanted);
  });
});

const running = (over: Partial<Dossier> = {}) =>
  aDossier({
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen", "doorzetten_loket"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
    termijnen: [aTermijn("voortgang", "2026-12-18"), aTermijn("toestemming_verloopt", "2026-12-01")],
    agendapunten: [],
    ...over,
  });
const facts = (over: Partial<SummaryFacts> = {}): SummaryFacts => ({
  ronde: aRonde(),
  volgende: null,
  hulpvragen: [running()],
  adviesvragen: 0,
  team: someTeam,
  ...over,
});

describe("T4: the moment of sending decides", () => {
  const lines = (dossier: Dossier, at: string) =>
    channelSummary(facts({ hulpvragen: [dossier] }), moment(at)).regels.length;

  it("consent withdrawn between planning and sending: no line", () => {
    const dossier = running({ toestemming: takenBack(aToestemming(), date("2026-11-23")) });
    expect(lines(dossier, "2026-11-22T23:59:59")).toBe(1);
    expect(lines(dossier, "2026-11-23T00:00")).toBe(0);
  });

  it("expiry at midnight in Amsterdam, in winter and in summer", () => {
    const winter = running({ toestemming: aToestemming({ geldigTot: date("2026-12-31") }) });
    expect(lines(winter, "2026-12-31T23:59:59")).toBe(1);
    expect(lines(winter, "2027-01-01T00:00")).toBe(0);
    const summer = running({ toestemming: aToestemming({ geldigTot: date("2027-06-30") }) });
    expect(lines(summer, "2027-06-30T23:59:59")).toBe(1);
    expect(lines(summer, "2027-07-01T00:00")).toBe(0);
  });

  it("the month of the 16th birthday begins: the parents' signatures no longer carry the line", () => {
    const dossier = running({ leerling: seal(someLeerling({ geboortemaand: "2010-12" })) });
    expect(lines(dossier, "2026-11-30T23:59:59")).toBe(1);
    expect(lines(dossier, "2026-12-01T00:00")).toBe(0);
  });

  it("a regierol that has ended is not told", () => {
    const dossier = running({ regierollen: [aRegierol("smw1", { tot: moment("2026-11-23T10:00") })] });
    const role = (at: string) =>
      channelSummary(facts({ hulpvragen: [dossier] }), moment(at)).regels[0]?.regierolFunctie;
    expect(role("2026-11-23T09:59")).toBe("smw");
    expect(role("2026-11-23T10:00")).toBeNull();
  });
});

describe("the closed schema", () => {
  /** Every leaf of the schema, with the kind of values it lets through. */
  function leaves(schema: z.core.$ZodType, path: string): readonly (readonly [string, string])[] {
    if (schema instanceof z.ZodObject) {
      expect(schema._zod.def.catchall, `${path} is strict`).toBeInstanceOf(z.ZodNever);
      return Object.entries(schema.shape).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
    }
    if (schema instanceof z.ZodArray) return leaves(schema.element, `${path}[]`);
    if (schema instanceof z.ZodNullable) return leaves(schema.unwrap(), path);
    if (schema instanceof z.ZodEnum) return [[path, "enum"]];
    if (schema instanceof z.ZodBoolean) return [[path, "boolean"]];
    if (schema instanceof z.ZodISODate) return [[path, "date"]];
    const patterns = schema instanceof z.ZodString ? [...(schema._zod.bag.patterns ?? [])] : [];
    return [[path, patterns.map(String).join() || schema._zod.def.type]];
  }

  it("has codes, dates, booleans and the reference, and no free text", () => {
    expect(leaves(channelSafeSchema, "post")).toEqual([
      ["post.rondeGehoudenOp", "date"],
      ["post.volgendeRondeOp", "date"],
      ["post.regels[].caseRef", "/^HV-\\d{4}$/"],
      ["post.regels[].fase", "enum"],
      ["post.regels[].regierolFunctie", "enum"],
      ["post.regels[].loketDoorgezet", "boolean"],
      ["post.regels[].volgendeDatum", "date"],
      ["post.adviesvragen", "boolean"],
      ["post.teDoen[].functie", "enum"],
      ["post.teDoen[].taak", "enum"],
    ]);
  });

  it("refuses one field too many, as a kept row might bring", () => {
    const safe = channelSummary(facts(), now);
    expect(channelSafeSchema.parse(JSON.parse(JSON.stringify(safe)))).toEqual(safe);
    expect(channelSafeSchema.safeParse({ ...safe, opmerking: "x" }).success).toBe(false);
    const spoiled = { ...safe, regels: safe.regels.map((regel) => ({ ...regel, naam: "Noor" })) };
    expect(channelSafeSchema.safeParse(spoiled).success).toBe(false);
  });

  it("cannot even say leerplicht, politie or JGZ", () => {
    const safe = channelSummary(facts(), now);
    for (const functie of ["leerplicht", "politie", "jeugdarts", "jeugdverpleegkundige", "directeur"])
      expect(
        channelSafeSchema.safeParse({
          ...safe,
          regels: safe.regels.map((regel) => ({ ...regel, regierolFunctie: functie })),
        }).success,
      ).toBe(false);
  });
});

describe("a line", () => {
  it("says reference, phase, function of the holder, Loket and the next date", () => {
    expect(channelSummary(facts(), now).regels).toEqual([
      {
        caseRef: "HV-4821",
        fase: "in_uitvoering",
        regierolFunctie: "smw",
        loketDoorgezet: true,
        volgendeDatum: "2026-12-18",
      },
    ]);
  });

  it("before the akkoord knows no regierol and no Loket, so that it reads like instemming", () => {
    const asked = running({ besluiten: [aBesluit(["regierol_toewijzen", "doorzetten_loket"])] });
    const [line] = channelSummary(facts({ hulpvragen: [asked] }), now).regels;
    expect(line).toMatchObject({ regierolFunctie: null, loketDoorgezet: false });
  });

  it("lines stand by reference, and there are as many as there are hulpvragen with a ground", () => {
    const some = ["HV-9000", "HV-1200", "HV-5000"].map((referentie) => running({ referentie }));
    const hulpvragen = [...some, running({ referentie: "HV-1100", toestemming: null })];
    const { regels } = channelSummary(facts({ hulpvragen }), now);
    expect(regels.map((regel) => regel.caseRef)).toEqual(["HV-1200", "HV-5000", "HV-9000"]);
  });

  it("on an agenda the next date is that of the round; otherwise the first that has not passed", () => {
    const ronde = aRonde({ datum: date("2027-01-15"), status: "gepland" });
    const planned = running({
      status: "geagendeerd",
      agendapunten: [anAgendapunt({ status: "gepland", ronde })],
    });
    const past = running({ termijnen: [aTermijn("voortgang", "2026-11-22")] });
    const terms = ["2027-02-05", "2026-12-04", "2026-11-20"].map((day) => aTermijn("voortgang", day));
    const more = running({ referentie: "HV-7777", termijnen: terms });
    const hulpvragen = [planned, { ...past, referentie: "HV-5555" }, more];
    const dates = channelSummary(facts({ hulpvragen }), now).regels.map((regel) => regel.volgendeDatum);
    expect(dates).toEqual(["2027-01-15", null, "2026-12-04"]);
  });

  const team = (...functies: readonly Functie[]) =>
    functies.map((functie, index) => aTeamlid(`p${index}`, functie));
  it.each<[string, readonly Functie[], Functie | null]>([
    ["two of the function, and more than one house unsaid", ["smw", "smw", "bpo", "jeugdarts"], "smw"],
    ["two of the function, and nobody unsaid", ["smw", "smw", "bpo", "bpo"], "smw"],
    ["one person in the function", ["smw", "bpo", "bpo", "jeugdarts"], null],
    ["a silence that would mean the jeugdarts", ["smw", "smw", "bpo", "bpo", "jeugdarts"], null],
    ["a silence that would mean JGZ", ["smw", "smw", "jeugdarts", "jeugdverpleegkundige"], null],
    ["a silence that would mean the kernteam", ["smw", "smw", "bpo", "orthopedagoog"], null],
    ["a function that hints, though there are two", ["jeugdarts", "jeugdarts", "smw", "bpo"], null],
    ["a function on call, though there are two", ["politie", "politie", "smw", "bpo"], null],
  ])("the function of the holder: %s", (_why, functies, told) => {
    const hulpvragen = [running({ regierollen: [aRegierol("p0")] })];
    const [line] = channelSummary(facts({ team: team(...functies), hulpvragen }), now).regels;
    expect(line?.regierolFunctie).toBe(told);
  });

  it("counts persons of today, not memberships, and keeps silent about someone with two functions", () => {
    const twice = [
      aTeamlid("smw1", "smw"),
      aTeamlid("smw1", "smw"),
      aTeamlid("b", "bpo"),
      aTeamlid("j", "jeugdarts"),
    ];
    const left = [
      ...someTeam.filter((lid) => lid.persoonId !== "smw2"),
      aTeamlid("smw2", "smw", { tot: date("2026-11-22") }),
    ];
    const double = [...someTeam, aTeamlid("smw1", "wijkteam")];
    for (const people of [twice, left, double])
      expect(channelSummary(facts({ team: people }), now).regels[0]?.regierolFunctie).toBeNull();
  });

  it("follows the list of the samenwerkingsverband of who may hold the regierol", () => {
    const only = facts({ regierolFuncties: ["bpo"] });
    expect(channelSummary(only, now).regels[0]?.regierolFunctie).toBeNull();
    expect(channelSummary({ ...only, regierolFuncties }, now).regels[0]?.regierolFunctie).toBe("smw");
  });
});

describe("what is about the round", () => {
  it("says that there were adviesvragen, never how many", () => {
    const safe = (adviesvragen: number) => channelSummary(facts({ adviesvragen }), now).adviesvragen;
    expect([0, 1, 7].map(safe)).toEqual([false, true, true]);
  });

  it("asks by function for the next round, once, and never those on call: that they come at all tells something", () => {
    const deelnemers = [
      { persoonId: "smw1", naam: "", functie: "smw", aanwezigheid: null },
      { persoonId: "smw2", naam: "", functie: "smw", aanwezigheid: null },
      { persoonId: "lpa1", naam: "", functie: "leerplicht", aanwezigheid: null },
      { persoonId: "bpo1", naam: "", functie: "bpo", aanwezigheid: "afwezig" },
      { persoonId: "ib1", naam: "", functie: "ib", aanwezigheid: "in_de_kamer" },
    ] as const;
    const safe = channelSummary(facts({ volgende: { datum: date("2027-01-15"), deelnemers } }), now);
    expect(safe.volgendeRondeOp).toBe("2027-01-15");
    expect(safe.teDoen).toEqual([
      { functie: "ib", taak: "hulpvragen_aanmelden" },
      { functie: "smw", taak: "aanwezigheid_doorgeven" },
      { functie: "bpo", taak: "vervanging_regelen" },
    ]);
  });

  it("asks nothing when no round is planned", () => {
    expect(channelSummary(facts(), now)).toMatchObject({
      rondeGehoudenOp: "2026-11-20",
      volgendeRondeOp: null,
      teDoen: [],
    });
  });
});
