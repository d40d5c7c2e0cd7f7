import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { functies, type Gezag, gezagsvormen, type Partij, partijen } from "#domain/code.ts";
import { seal } from "#domain/sealed.ts";
import {
  akkoordRegieOp,
  type ConsentFacts,
  decideConsent,
  decideConsentOn,
  decideDossierOn,
  schoolYearEnd,
  type Toestemming,
} from "#domain/toestemming.ts";
import { requiredPartijen, type StemLeerling } from "#domain/wie-beslist.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  aToestemming,
  date,
  moment,
  someConsent,
  someFacts,
  someLeerling,
  today,
} from "./a-dossier.ts";

const month = (text: string) => Temporal.PlainYearMonth.from(text);
const both: readonly Partij[] = ["ouder1", "ouder2"];
const pupil: readonly Partij[] = ["leerling"];
const codes = (facts: ConsentFacts, day = today) =>
  decideConsentOn(facts, day).missing.map((one) => one.code);

describe("whose consent is needed", () => {
  it.each<[string, string, StemLeerling, readonly Partij[], readonly Partij[]]>([
    ["month before the 12th birthday: the holders of gezag", "2014-12", "vereist", both, []],
    ["month of the 12th birthday, pupils are asked: both rules", "2014-11", "gevraagd", both, pupil],
    [
      "month of the 12th birthday, pupils decide too: both rules",
      "2014-11",
      "vereist",
      [...both, ...pupil],
      [],
    ],
    ["month after the 12th birthday, pupils are asked", "2014-10", "gevraagd", both, pupil],
    ["month after the 12th birthday, pupils decide too", "2014-10", "vereist", [...both, ...pupil], []],
    ["month before the 16th birthday", "2010-12", "gevraagd", both, pupil],
    [
      "month of the 16th birthday: both rules, the stricter wins",
      "2010-11",
      "gevraagd",
      [...both, ...pupil],
      [],
    ],
    ["month after the 16th birthday: the pupil alone", "2010-10", "gevraagd", pupil, []],
    ["eighteen and older: the pupil alone", "2008-01", "vereist", pupil, []],
  ])("%s", (_rule, geboortemaand, stemLeerling, required, asked) => {
    const facts = { geboortemaand: month(geboortemaand), gezag: "beide_ouders", stemLeerling } as const;
    expect(requiredPartijen(facts, date("2026-11-01"))).toEqual({ ok: true, required, asked });
    expect(requiredPartijen(facts, date("2026-11-30"))).toEqual({ ok: true, required, asked });
  });

  it.each<[Gezag, readonly Partij[] | null, readonly Partij[] | null]>([
    ["beide_ouders", both, pupil],
    ["een_ouder", ["ouder1"], pupil],
    ["ouder_en_niet_ouder", both, pupil],
    ["gezamenlijke_voogdij", ["voogd", "voogd2"], pupil],
    ["voogdij_instelling", ["voogd"], pupil],
    ["meerderjarig", null, pupil],
    ["onbekend", null, null],
  ])(
    "with gezag %s: %j for a child, %j from sixteen; null is to check gezag first",
    (gezag, child, older) => {
      const ask = (geboortemaand: string) => {
        const answer = requiredPartijen(
          { geboortemaand: month(geboortemaand), gezag, stemLeerling: "vereist" },
          today,
        );
        return answer.ok ? answer.required : answer.error.kind;
      };
      expect(ask("2017-04")).toEqual(child ?? "gezag_controleren");
      expect(ask("2009-04")).toEqual(older ?? "gezag_controleren");
    },
  );

  it("is unanswerable for a pupil who is not born yet", () => {
    expect(codes(someFacts({ geboortemaand: month("2026-12") }))).toEqual(["geboortemaand_onmogelijk"]);
  });

  it("is nobody's less when the pupil grows from below twelve to fifteen", () => {
    fc.assert(
      fc.property(fc.constantFrom(...gezagsvormen), fc.integer({ min: 0, max: 191 }), (gezag, age) => {
        const at = (months: number) =>
          requiredPartijen(
            { gezag, geboortemaand: month("2026-11").subtract({ months }), stemLeerling: "vereist" },
            today,
          );
        const [younger, older] = [at(age), at(age + 1)];
        if (!younger.ok || !older.ok) return younger.ok === older.ok;
        return younger.required.every((partij) => older.required.includes(partij));
      }),
    );
  });
});

describe("written consent", () => {
  it("of everyone who must, naming partners, lets the school discuss by name with the named ones", () => {
    expect(decideConsentOn(someFacts(), today)).toEqual({
      ok: true,
      discuss: "op_naam",
      grondslag: "schriftelijk",
      missing: [],
      alsoAsk: [],
      mayName: ["ib", "coo", "smw", "scp", "bpo"],
      channel: { post: true, fields: ["caseRef", "fase", "volgendeDatum"] },
      regierol: "na_toestemming",
      validUntil: date("2027-07-31"),
    });
  });

  it("of one of two parents is not enough, and says whose is missing", () => {
    const one = someConsent({ gevers: someConsent().gevers.slice(0, 1) });
    const decision = decideConsentOn(someFacts({ toestemming: one }), today);
    expect(decision.missing).toEqual([{ code: "toestemming_ontbreekt", partij: "ouder2" }]);
    expect(decision).toMatchObject({
      ok: false,
      discuss: "niet",
      mayName: [],
      regierol: "nee",
      validUntil: null,
    });
    expect(decision.channel).toEqual({ post: false, fields: [] });
  });

  it.each<[string, string, boolean]>([
    ["the evening of its last day", "2027-07-31T23:59:59", true],
    ["midnight after its last day", "2027-08-01T00:00", false],
  ])("is judged in Amsterdam: %s", (_when, at, ok) => {
    const decision = decideConsent(someFacts(), moment(at));
    expect(decision.ok).toBe(ok);
    if (!ok) expect(decision.missing[0]?.code).toBe("toestemming_verlopen");
  });

  it.each<[string, string, boolean]>([
    ["the end of the school year of signing", "2027-07-31", true],
    ["a day into the next school year", "2027-08-01", false],
    ["twelve months after signing", "2027-09-14", false],
  ])("may run until %s", (_until, geldigTot, ok) => {
    const facts = someFacts({ toestemming: someConsent({ geldigTot: date(geldigTot) }) });
    expect(decideConsentOn(facts, today).ok).toBe(ok);
    expect(codes(facts)).toEqual(ok ? [] : ["geldigheid_te_lang"]);
  });

  it("of before the summer ends with that summer, even when the other parent signs after it", () => {
    const gevers = [
      { partij: "ouder1", gegevenOp: date("2026-07-31") },
      { partij: "ouder2", gegevenOp: date("2026-08-01") },
    ] as const;
    expect(codes(someFacts({ toestemming: someConsent({ gevers }) }))).toEqual(["geldigheid_te_lang"]);
  });

  it.each([
    ["2026-07-31", "2026-07-31"],
    ["2026-08-01", "2027-07-31"],
    ["2027-01-15", "2027-07-31"],
  ])("signed on %s holds until %s at most", (day, end) => {
    expect(schoolYearEnd(date(day)).toString()).toBe(end);
  });

  it("that names nobody outside the school is no consent to discuss with anybody", () => {
    expect(codes(someFacts({ toestemming: someConsent({ partners: [] }) }))).toEqual([
      "geen_partners_genoemd",
    ]);
  });

  it("never lets a directeur, bestuurder or beheerder hear the name, also when the form says so", () => {
    const named = someConsent({ partners: [...functies] });
    const { mayName } = decideConsentOn(someFacts({ toestemming: named }), today);
    expect(functies.filter((functie) => !mayName.includes(functie))).toEqual([
      "directeur",
      "bestuurder",
      "beheerder",
    ]);
    const only = someConsent({ partners: ["directeur", "beheerder"] });
    expect(codes(someFacts({ toestemming: only }))).toEqual(["geen_partners_genoemd"]);
  });

  it("dated tomorrow does not hold today", () => {
    const gevers = someConsent().gevers.map((gever) => ({ ...gever, gegevenOp: today.add({ days: 1 }) }));
    const facts = someFacts({ toestemming: someConsent({ gevers }) });
    expect(codes(facts)).toEqual(["toestemming_ontbreekt", "toestemming_ontbreekt"]);
    expect(decideConsentOn(facts, today.add({ days: 1 })).ok).toBe(true);
  });
});

describe("a no", () => {
  const withdrawn = (op: string, extra: Partial<ConsentFacts> = {}) =>
    someFacts({
      toestemming: someConsent({
        gevers: someConsent().gevers.map((gever) =>
          gever.partij === "ouder2" ? { ...gever, ingetrokkenOp: date(op) } : gever,
        ),
      }),
      ...extra,
    });

  it("of one parent ends the consent of both, from that very day", () => {
    const facts = withdrawn("2026-11-23");
    expect(decideConsentOn(facts, today.subtract({ days: 1 })).ok).toBe(true);
    expect(decideConsentOn(facts, today).missing).toEqual([
      { code: "toestemming_ingetrokken", partij: "ouder2" },
    ]);
  });

  it("can be followed by a new yes, but not on the same day", () => {
    const again = (day: string) => {
      const facts = withdrawn("2026-10-01");
      const { toestemming } = facts;
      if (toestemming?.grondslag !== "schriftelijk") throw new TypeError("written consent expected");
      const gever = { partij: "ouder2", gegevenOp: date(day) } as const;
      return { ...facts, toestemming: { ...toestemming, gevers: [...toestemming.gevers, gever] } };
    };
    expect(codes(again("2026-10-02"))).toEqual([]);
    expect(codes(again("2026-10-01"))).toEqual(["toestemming_ingetrokken"]);
  });

  it("of a pupil who is asked blocks; silence of that pupil does not, but is to be mended", () => {
    const asked = someFacts({ geboortemaand: month("2013-04"), stemLeerling: "gevraagd" });
    const silent = decideConsentOn(asked, today);
    expect(silent).toMatchObject({ ok: true, alsoAsk: ["leerling"] });
    const refused = {
      ...asked,
      weigeringen: [{ partij: "leerling", geweigerdOp: date("2026-11-01") }],
    } as const;
    expect(codes(refused)).toEqual(["toestemming_geweigerd"]);
  });

  it("of someone who does not decide leaves the consent as it is", () => {
    const weigeringen = [{ partij: "ouder2", geweigerdOp: date("2026-11-01") }] as const;
    expect(decideConsentOn(someFacts({ gezag: "een_ouder", weigeringen }), today).ok).toBe(true);
  });

  it("is heard when nothing else was recorded", () => {
    const weigeringen = [{ partij: "ouder1", geweigerdOp: date("2026-11-01") }] as const;
    const decision = decideConsentOn(someFacts({ toestemming: null, weigeringen }), today);
    expect(decision.missing).toEqual([
      { code: "geen_grondslag" },
      { code: "toestemming_geweigerd", partij: "ouder1" },
      { code: "toestemming_ontbreekt", partij: "ouder2" },
    ]);
  });
});

describe("age and gezag change under a consent", () => {
  it("the parents' consent stops when the month of the 16th birthday begins", () => {
    const facts = someFacts({ geboortemaand: month("2011-01") });
    expect(decideConsent(facts, moment("2026-12-31T23:59")).ok).toBe(true);
    expect(decideConsent(facts, moment("2027-01-01T00:00")).missing).toEqual([
      { code: "toestemming_ontbreekt", partij: "leerling" },
    ]);
  });

  it("unknown gezag asks for that first, and nothing else counts", () => {
    expect(codes(someFacts({ gezag: "onbekend" }))).toEqual(["gezag_controleren"]);
  });
});

describe("what is not supported yet is refused", () => {
  it.each(["instemming", "uitzondering"] as const)("%s", (grondslag) => {
    const toestemming: Toestemming = { grondslag, geldigTot: date("2027-07-31") };
    const decision = decideConsentOn(someFacts({ toestemming }), today);
    expect(decision.ok).toBe(false);
    expect(decision.missing[0]).toEqual({ code: "grondslag_nog_niet_ondersteund", grondslag });
  });
});

describe("the regierol", () => {
  it("can be assigned after the akkoord, which also lets the channel say that there is one", () => {
    const decision = decideConsentOn(someFacts({ akkoordRegieOp: today }), today);
    expect(decision.regierol).toBe("toewijsbaar");
    expect(decision.channel.fields).toContain("regierolFunctie");
    expect(decideConsentOn(someFacts({ akkoordRegieOp: today.add({ days: 1 }) }), today).regierol).toBe(
      "na_toestemming",
    );
  });

  it("follows the last answer of the parents about a regierol", () => {
    const earlier = aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord });
    const later = { id: "b2", genomenOp: moment("2026-12-18T14:00") };
    const no = { verteldOp: date("2026-12-19"), akkoord: "nee" } as const;
    expect(akkoordRegieOp([])).toBeNull();
    expect(akkoordRegieOp([earlier])?.toString()).toBe("2026-11-21");
    expect(akkoordRegieOp([aBesluit(["regierol_toewijzen"], later), earlier])?.toString()).toBe("2026-11-21");
    expect(
      akkoordRegieOp([aBesluit(["regierol_toewijzen"], { ...later, terugkoppeling: no }), earlier]),
    ).toBeNull();
    expect(akkoordRegieOp([aBesluit(["afsluiten"], { terugkoppeling: akkoord })])).toBeNull();
  });
});

describe("a dossier", () => {
  it("is decided like its facts, with the month of birth opened inside", () => {
    expect(decideDossierOn(aDossier(), today).ok).toBe(true);
    const sixteen = aDossier({ leerling: seal(someLeerling({ geboortemaand: "2009-02" })) });
    expect(decideDossierOn(sixteen, today).missing).toEqual([
      { code: "toestemming_ontbreekt", partij: "leerling" },
    ]);
    const instemming = aDossier({ toestemming: aToestemming({ grondslag: "instemming" }) });
    expect(decideDossierOn(instemming, today).ok).toBe(false);
  });
});

describe("default deny", () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => today.add({ days }));
  const gever = fc.record({
    partij: fc.constantFrom(...partijen),
    gegevenOp: day,
    vorm: fc.constant("papier" as const),
    ingetrokkenOp: fc.option(day, { nil: null }),
  });
  const facts: fc.Arbitrary<ConsentFacts> = fc.record({
    geboortemaand: fc.integer({ min: -3, max: 240 }).map((months) => month("2026-11").subtract({ months })),
    gezag: fc.constantFrom(...gezagsvormen),
    stemLeerling: fc.constantFrom("gevraagd" as const, "vereist" as const),
    toestemming: fc.option(
      fc.record({
        grondslag: fc.constant("schriftelijk" as const),
        gevers: fc.array(gever, { maxLength: 5 }),
        partners: fc.subarray([...functies]),
        doel: fc.constantFrom("bespreking_szt" as const, "toewijzen_regierol" as const),
        geldigTot: day,
      }),
      { nil: null },
    ),
    weigeringen: fc.array(fc.record({ partij: fc.constantFrom(...partijen), geweigerdOp: day }), {
      maxLength: 2,
    }),
    akkoordRegieOp: fc.option(day, { nil: null }),
  });

  it("a refusal gives nobody a name, nothing to the channel and no regierol; an ok misses nothing", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const decision = decideConsentOn(one, today);
        expect(decision.ok).toBe(decision.missing.length === 0);
        expect(decision.ok).toBe(decision.discuss === "op_naam");
        expect(decision.ok).toBe(decision.mayName.length > 0);
        expect(decision.ok).toBe(decision.channel.post);
        expect(decision.ok).toBe(decision.regierol !== "nee");
      }),
      { numRuns: 2000 },
    );
  });

  it("one more no never makes an ok", () => {
    const no = fc.record({ partij: fc.constantFrom(...partijen), geweigerdOp: day });
    fc.assert(
      fc.property(facts, no, (one, weigering) => {
        const before = decideConsentOn(one, today);
        const after = decideConsentOn({ ...one, weigeringen: [...one.weigeringen, weigering] }, today);
        expect(after.ok && !before.ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
