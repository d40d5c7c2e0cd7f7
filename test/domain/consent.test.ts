import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideLine } from "#bot/command/decide-consent.ts";
import { besluitConsent } from "#domain/consent.ts";
import {
  antwoordsoortenConsent,
  antwoordvormenConsent,
  type ConsentBesluit,
  type ConsentFacts,
  consentDoelen,
  consentGebeurtenissen,
  consentGezag,
  consentTaken,
  informatiestanden,
  veiligeInstelling,
} from "#domain/consent-facts.ts";
import { scenarios } from "./consent-scenario.ts";

const clock = Temporal.PlainDateTime.from("2026-11-20T12:00");

interface Decision {
  readonly discuss: string;
  readonly nameVisibleTo: readonly string[];
  readonly channel: { readonly post: boolean; readonly fields: readonly string[] };
  readonly externals: string;
  readonly regierol: string;
  readonly tasks: readonly { readonly code: string }[];
}
const channels: Readonly<Record<string, string>> = {
  "caseRef status regierolRole nextDate loketForwarded": "alles",
  "caseRef status nextDate": "kort",
  anonymousConsultation: "anoniem",
  "": "-",
};
const sorted = (words: readonly string[]) => [...words].sort().join(" ");

describe("consent, scenario by scenario", () => {
  it.each(scenarios)("$name ($source)", ({ facts, expected }) => {
    const { ok, value } = decideLine(JSON.stringify(facts), clock);
    expect(ok).toBe(true);
    const { discuss, nameVisibleTo, channel, externals, regierol, tasks } = value as Decision;
    const fields = channel.fields.join(" ");
    const [wantDiscuss, wantNames = "", wantChannel, wantExternals, wantRegierol, wantTasks = ""] = expected
      .split("|")
      .map((part) => part.trim());
    expect(`${discuss} | ${sorted(nameVisibleTo)} | ${channels[fields]} | ${externals} | ${regierol}`).toBe(
      `${wantDiscuss} | ${sorted(wantNames.split(" ").filter(Boolean))} | ${wantChannel} | ${wantExternals} | ${wantRegierol}`,
    );
    expect(channel.post).toBe(channel.fields.length > 0);
    const wanted = wantTasks.split(" ").filter((code) => code !== "" && !code.endsWith("?"));
    expect(sorted(tasks.map(({ code }) => code))).toBe(sorted(wanted));
  });

  it("has at least 150 of them, each with a source, and every task comes up", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(150);
    expect(new Set(scenarios.map(({ facts }) => JSON.stringify(facts))).size).toBeGreaterThan(145);
    const all = scenarios.map(({ expected }) => expected).join(" ");
    expect(consentTaken.filter((code) => !all.includes(code))).toEqual([]);
    expect(scenarios.every(({ source }) => source !== "")).toBe(true);
  });
});

const day = fc.integer({ min: -40, max: 40 }).map((days) => clock.add({ days }));
const parties = ["ouder1", "ouder2", "voogd", "leerling", "partner", "pleegouder"];
const roles = ["ib", "coo", "smw", "scp", "jeugdverpleegkundige", "leerplicht", "directeur", "gast"];
const antwoord = fc.record({
  partij: fc.constantFrom(...parties),
  soort: fc.constantFrom(...antwoordsoortenConsent),
  vorm: fc.option(fc.constantFrom(...antwoordvormenConsent)),
  op: fc.option(day),
});
const some = (list: readonly string[]) => fc.subarray([...list]);
const feiten: fc.Arbitrary<ConsentFacts> = fc.record({
  nu: fc.constant(clock),
  ronde: fc.option(
    fc.record({ datum: day.map((one) => one.toPlainDate()), deelnemers: fc.option(some(roles)) }),
  ),
  leerling: fc.record({
    leeftijden: fc.oneof(
      fc.constantFrom([9], [11], [11, 12], [12], [14], [15, 16], [16], [17], [18]),
      fc.constant([] as number[]),
    ),
    wilsbekwaam: fc.boolean(),
  }),
  gezag: fc.record({
    soort: fc.constantFrom(...consentGezag),
    houders: fc.oneof(fc.constant(["ouder1", "ouder2"]), fc.constant(["ouder1"]), some(parties)),
    gecontroleerd: fc.oneof(
      { weight: 4, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.boolean() },
    ),
    toezicht: fc.boolean(),
    deels: fc.constantFrom([], ["voogd"]),
  }),
  vraag: fc.record({
    grondslag: fc.constantFrom(
      "schriftelijk",
      "schriftelijk",
      "instemming",
      "instemming",
      "anoniem",
      "uitzondering",
      "geen",
    ),
    doel: fc.oneof(
      { weight: 3, arbitrary: fc.constant("bespreking_szt" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...consentDoelen) },
    ),
    informatie: fc.oneof(
      { weight: 4, arbitrary: fc.constant("schriftelijk" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...informatiestanden, null) },
    ),
    geinformeerdOp: fc.option(fc.constant(clock.subtract({ days: 50 }))),
    bezwaarTot: fc.option(day),
    tekstHerkenbaar: fc.boolean(),
    externWilInhoud: fc.boolean(),
  }),
  antwoorden: fc.oneof(
    fc.array(antwoord, { maxLength: 5 }),
    fc.array(antwoord, { maxLength: 2 }).map((more) => [
      ...["ouder1", "ouder2", "voogd", "leerling", "partner", "pleegouder"].map((partij) => ({
        partij,
        soort: "toestemming" as const,
        vorm: "schriftelijk" as const,
        op: clock.subtract({ days: 10 }),
      })),
      ...more,
    ]),
  ),
  reikwijdte: fc.option(
    fc.record({
      partners: some(roles),
      onderwerp: fc.constantFrom("gedrag", null),
      geldigTot: fc.option(day.map((one) => one.toPlainDate())),
      uitgesloten: fc.constantFrom([], ["gedrag"]),
    }),
    { freq: 8 },
  ),
  uitzondering: fc.option(
    fc.record({
      beslotenDoor: fc.constantFrom("directeur", "directeur_plv", "ib", null),
      beslotenOp: fc.option(day),
      gemotiveerd: fc.boolean(),
      gedocumenteerd: fc.boolean(),
      deelnemers: some(roles),
      geldigTot: fc.option(day.map((one) => one.toPlainDate())),
      mandaat: fc.boolean(),
    }),
    { freq: 8 },
  ),
  gebeurtenissen: fc.oneof(
    fc.constant([]),
    fc.array(
      fc.record({
        soort: fc.constantFrom(...consentGebeurtenissen),
        partij: fc.option(fc.constantFrom(...parties)),
        op: fc.option(day),
      }),
      { maxLength: 2 },
    ),
  ),
  instelling: fc.constant(veiligeInstelling),
  akkoordRegie: fc.constantFrom(null, true, false),
});

const openheid = {
  bespreken: ["niet", "anoniem", "op_naam"],
  extern: ["geen", "consultatief", "buitenkant", "eigen_afweging", "volledig_proportioneel"],
  regierol: ["nee", "na_toestemming", "toewijsbaar"],
} as const;
/** Nothing of `less` is more open than it is in `more`. */
function expectNotMoreOpen(less: ConsentBesluit, more: ConsentBesluit): void {
  const rank = (list: readonly string[], word: string) => list.indexOf(word);
  expect(rank(openheid.bespreken, less.bespreken)).toBeLessThanOrEqual(
    rank(openheid.bespreken, more.bespreken),
  );
  expect(rank(openheid.extern, less.extern)).toBeLessThanOrEqual(rank(openheid.extern, more.extern));
  expect(rank(openheid.regierol, less.regierol)).toBeLessThanOrEqual(rank(openheid.regierol, more.regierol));
  expect(less.naamVoor.filter((rol) => !more.naamVoor.includes(rol))).toEqual([]);
  expect(less.kanaal.velden.filter((veld) => !more.kanaal.velden.includes(veld))).toEqual([]);
}
const runs = { numRuns: 800 };

describe("consent, whatever the facts", () => {
  it("is asked about facts of every kind: those below would otherwise prove nothing", () => {
    const outcomes = fc.sample(feiten, 3000).map((facts) => {
      const { bespreken, extern } = besluitConsent(facts);
      return `${bespreken} ${extern}`;
    });
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    for (const extern of ["volledig_proportioneel", "buitenkant", "eigen_afweging"])
      expect(count(`op_naam ${extern}`), extern).toBeGreaterThan(5);
    expect(count("anoniem consultatief")).toBeGreaterThan(30);
  });

  it("comes to one decision, the same each time and in whatever order the answers are listed", () => {
    fc.assert(
      fc.property(feiten, (facts) => {
        const one = besluitConsent(facts);
        const turned = {
          ...facts,
          antwoorden: facts.antwoorden.toReversed(),
          gebeurtenissen: facts.gebeurtenissen.toReversed(),
        };
        const other = besluitConsent(turned);
        expect({ ...other, redenen: [...other.redenen].sort() }).toEqual({
          ...one,
          redenen: [...one.redenen].sort(),
        });
      }),
      runs,
    );
  });

  it("one more no opens nothing", () => {
    const no = fc.record({
      partij: fc.constantFrom(...parties),
      soort: fc.constantFrom("weigering" as const, "bezwaar" as const, "ingetrokken" as const),
      vorm: fc.option(fc.constantFrom(...antwoordvormenConsent)),
      op: fc.option(day),
    });
    fc.assert(
      fc.property(feiten, no, (facts, more) => {
        const with_ = { ...facts, antwoorden: [...facts.antwoorden, more] };
        expectNotMoreOpen(besluitConsent(with_), besluitConsent(facts));
      }),
      runs,
    );
  });

  it("one yes fewer opens nothing", () => {
    fc.assert(
      fc.property(feiten, fc.nat(), (facts, pick) => {
        const yes = facts.antwoorden.filter(({ soort }) => soort === "toestemming" || soort === "akkoord");
        const gone = yes[pick % Math.max(1, yes.length)];
        const less = { ...facts, antwoorden: facts.antwoorden.filter((one) => one !== gone) };
        expectNotMoreOpen(besluitConsent(less), besluitConsent(facts));
      }),
      runs,
    );
  });

  it("taken back is as never asked", () => {
    fc.assert(
      fc.property(feiten, fc.constantFrom(...parties), (facts, partij) => {
        if (facts.vraag.doel !== "bespreking_szt") return;
        const others = facts.antwoorden.filter((one) => one.partij !== partij);
        const back = { partij, soort: "ingetrokken" as const, vorm: null, op: clock };
        const withdrawn = besluitConsent({
          ...facts,
          antwoorden: [...others, ...facts.antwoorden.filter((one) => one.partij === partij), back],
        });
        const never = besluitConsent({ ...facts, antwoorden: others });
        // Under a notice silence is enough, so there a no closes what never being asked leaves open.
        expectNotMoreOpen(withdrawn, never);
      }),
      runs,
    );
  });

  it("the name is for the school and for who is named, at this table, and never for who leads", () => {
    fc.assert(
      fc.property(feiten, (facts) => {
        const { bespreken, naamVoor } = besluitConsent(facts);
        if (bespreken !== "op_naam") {
          expect(naamVoor).toEqual([]);
          return;
        }
        const { grondslag, doel } = facts.vraag;
        if (doel === "verstrekking_jeugdbeschermer") return;
        const named =
          grondslag === "uitzondering"
            ? (facts.uitzondering?.deelnemers ?? [])
            : grondslag === "instemming" && (facts.reikwijdte?.partners ?? []).length === 0
              ? (facts.ronde?.deelnemers ?? [])
              : (facts.reikwijdte?.partners ?? []);
        const school = grondslag === "uitzondering" ? [] : ["ib", "coo"];
        expect(naamVoor.filter((rol) => !named.includes(rol) && !school.includes(rol))).toEqual([]);
        if (facts.ronde?.deelnemers)
          expect(naamVoor.filter((rol) => !facts.ronde?.deelnemers?.includes(rol))).toEqual([]);
        if (grondslag !== "uitzondering") expect(naamVoor).not.toContain("directeur");
      }),
      runs,
    );
  });

  it("the channel hears nothing of an exception, of nothing, and only that there was one of an anonymous question", () => {
    fc.assert(
      fc.property(feiten, (facts) => {
        const { bespreken, kanaal, regierol } = besluitConsent(facts);
        expect(kanaal.plaatsen).toBe(kanaal.velden.length > 0);
        if (bespreken === "niet") expect(kanaal.velden).toEqual([]);
        if (bespreken === "anoniem") expect(kanaal.velden).toEqual(["anoniemeConsultatie"]);
        if (facts.vraag.grondslag === "uitzondering" && bespreken === "op_naam")
          expect(kanaal.velden).toEqual([]);
        if (regierol !== "toewijsbaar") expect(kanaal.velden).not.toContain("regierolFunctie");
      }),
      runs,
    );
  });

  it("what has run out opens nothing, and time alone opens nothing but the end of a term to object", () => {
    fc.assert(
      fc.property(feiten, fc.integer({ min: 1, max: 30 }), (facts, days) => {
        const later = { ...facts, nu: facts.nu.add({ days }), ronde: null };
        const sooner = { ...facts, ronde: null };
        const moments = [
          ...facts.antwoorden.map(({ op }) => op),
          ...facts.gebeurtenissen.map(({ op }) => op),
          facts.uitzondering?.beslotenOp ?? null,
          facts.vraag.bezwaarTot,
        ];
        const happens = moments.some(
          (one) =>
            one &&
            Temporal.PlainDateTime.compare(one, facts.nu) >= 0 &&
            Temporal.PlainDateTime.compare(one, later.nu) <= 0,
        );
        if (!happens) expectNotMoreOpen(besluitConsent(later), besluitConsent(sooner));
      }),
      runs,
    );
  });
});

describe("decide-consent, line by line", () => {
  it("answers a line it cannot read with an error that repeats nothing of it", () => {
    for (const line of [
      "nee",
      "[]",
      '{"now":"gisteren"}',
      '{"answers":[{"party":"Sem Kanarie"}]}',
      '{"gezag":{"type":"Sem Kanarie"}}',
    ]) {
      const { ok, value } = decideLine(line, clock);
      expect(ok).toBe(false);
      expect(value).toMatchObject({ error: { code: "onleesbaar" } });
      expect(JSON.stringify(value)).not.toContain("Kanarie");
    }
  });

  it("comes to a decision for whatever can be read", () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), (sent) => {
        const { value } = decideLine(JSON.stringify(sent), clock);
        expect("error" in value || "discuss" in value).toBe(true);
      }),
    );
  });
});
