import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  antwoordsoorten,
  antwoordvormen,
  domeinen,
  functies,
  gezagsmerken,
  gezagsvormen,
  type Partij,
  partijen,
} from "#domain/code.ts";
import { akkoordRegieOp } from "#domain/consent-dossier.ts";
import type { AntwoordFeit, Dossier, PartijFeit, ToestemmingFeit } from "#domain/dossier.ts";
import { schoolYearEnd } from "#domain/schooljaar.ts";
import { seal } from "#domain/sealed.ts";
import { decideDossierOn, requiredFor } from "#domain/toestemming.ts";
import { isJa } from "#domain/toestemming-antwoord.ts";
import { usualToestemmingSettings } from "#domain/toestemming-setting.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAntwoord,
  anInstemming,
  aToestemming,
  date,
  someLeerling,
  takenBack,
  today,
} from "./a-dossier.ts";

const born = (geboortemaand: string) => ({ leerling: seal(someLeerling({ geboortemaand })) });
const regels = (over: Partial<Dossier["regels"]>) => ({ regels: { ...usualToestemmingSettings, ...over } });
const decide = (over: Partial<Dossier> = {}, day = today) => decideDossierOn(aDossier(over), day);
const codes = (over: Partial<Dossier>, day = today) => decide(over, day).missing.map((one) => one.code);
const stand = (partij: Partij, which: PartijFeit["stand"]): PartijFeit => ({
  partij,
  stand: which,
  hoe: which === "overleden" ? "akte_of_register" : "brief_en_telefoon",
  vastgesteldOp: date("2026-10-01"),
});
const wrote = (...antwoorden: readonly AntwoordFeit[]) => ({ toestemming: aToestemming({ antwoorden }) });
const told = (antwoorden: readonly AntwoordFeit[] = []) => ({ toestemming: anInstemming({ antwoorden }) });

describe("written consent", () => {
  it("of everyone who must, naming partners, lets the school discuss by name with the named ones", () => {
    expect(decide()).toEqual({
      ok: true,
      discuss: "op_naam",
      grondslag: "schriftelijk",
      missing: [],
      alsoAsk: [],
      afstemmen: [],
      mayName: ["ib", "coo", "smw", "scp", "bpo"],
      channel: { post: true, fields: ["caseRef", "fase", "volgendeDatum"] },
      externals: "volledig",
      regierol: "na_toestemming",
      validUntil: date("2027-07-31"),
    });
  });

  it("of one of two parents is not enough, and says whose is missing", () => {
    const decision = decide(wrote(anAntwoord("ouder1")));
    expect(decision.missing).toEqual([{ code: "toestemming_ontbreekt", partij: "ouder2" }]);
    expect(decision).toMatchObject({ ok: false, discuss: "niet", mayName: [], validUntil: null });
    expect(decision).toMatchObject({
      regierol: "nee",
      externals: "geen",
      channel: { post: false, fields: [] },
    });
  });

  it.each<[string, string, boolean]>([
    ["its last day", "2027-07-31", true],
    ["the day after", "2027-08-01", false],
  ])("is judged for %s", (_when, day, ok) => {
    const decision = decide({}, date(day));
    expect(decision.ok).toBe(ok);
    if (!ok) expect(decision.missing[0]?.code).toBe("toestemming_verlopen");
  });

  it.each<[string, string, string]>([
    ["a day into the next school year", "2027-08-01", "2027-07-31"],
    ["twelve months after signing", "2027-09-14", "2027-07-31"],
    ["before the summer", "2027-06-01", "2027-06-01"],
  ])("that says %s holds no longer than its school year", (_until, geldigTot, until) => {
    expect(`${decide({ toestemming: aToestemming({ geldigTot: date(geldigTot) }) }).validUntil}`).toBe(until);
  });

  it("of before the summer ends with that summer, even when the other parent signs after it", () => {
    const before = wrote(
      anAntwoord("ouder1", { op: date("2026-07-31") }),
      anAntwoord("ouder2", { op: date("2026-08-01") }),
    );
    expect(codes(before)).toEqual(["toestemming_verlopen"]);
  });

  it.each([
    ["2026-07-31", "2026-07-31"],
    ["2026-08-01", "2027-07-31"],
    ["2027-01-15", "2027-07-31"],
  ])("signed on %s holds until %s at most", (day, end) => {
    expect(schoolYearEnd(date(day)).toString()).toBe(end);
  });

  it("that names nobody outside the school is no consent to discuss with anybody", () => {
    expect(codes({ toestemming: aToestemming({ partners: [] }) })).toEqual(["geen_partners_genoemd"]);
    const leaders = aToestemming({ partners: ["directeur", "beheerder"] });
    expect(codes({ toestemming: leaders })).toEqual(["geen_partners_genoemd"]);
  });

  it("never lets a directeur, bestuurder or beheerder hear the name, also when the form says so", () => {
    const { mayName } = decide({ toestemming: aToestemming({ partners: [...functies] }) });
    expect(functies.filter((functie) => !mayName.includes(functie))).toEqual([
      "directeur",
      "bestuurder",
      "beheerder",
    ]);
  });

  it("dated tomorrow does not hold today", () => {
    const op = today.add({ days: 1 });
    const tomorrow = wrote(anAntwoord("ouder1", { op }), anAntwoord("ouder2", { op }));
    expect(codes(tomorrow)).toEqual(["toestemming_ontbreekt", "toestemming_ontbreekt"]);
    expect(decide(tomorrow, op).ok).toBe(true);
  });

  it("that was asked and not answered waits for that answer", () => {
    const asked = wrote(anAntwoord("ouder1"), anAntwoord("ouder2", { soort: "geen_reactie" }));
    expect(decide(asked).missing).toEqual([{ code: "toestemming_ontbreekt", partij: "ouder2" }]);
  });

  it("by mail or by word of mouth proves nothing", () => {
    for (const vorm of ["mail", "mondeling"] as const)
      expect(codes(wrote(anAntwoord("ouder1"), anAntwoord("ouder2", { vorm, soort: "akkoord" })))).toEqual([
        "bewijs_ontbreekt",
      ]);
  });

  it("does not reach a subject that was left out, nor one that came in later", () => {
    const out = aToestemming({ uitgesloten: ["gedrag"] });
    expect(codes({ domeinen: ["gedrag"], toestemming: out })).toEqual(["onderwerp_uitgesloten"]);
    expect(decide({ domeinen: ["gedrag", "leren"], toestemming: out }).ok).toBe(true);
    const asked = aToestemming({ onderwerpen: ["gedrag"] });
    expect(decide({ domeinen: ["gedrag"], toestemming: asked }).ok).toBe(true);
    expect(codes({ domeinen: ["gedrag", "armoede"], toestemming: asked })).toEqual(["ander_onderwerp"]);
  });
});

describe("a no", () => {
  const back = (day: string) =>
    wrote(...aToestemming().antwoorden, anAntwoord("ouder2", { soort: "ingetrokken", op: date(day) }));

  it("of one parent ends the consent of both, from that very day", () => {
    expect(decide(back("2026-11-23"), today.subtract({ days: 1 })).ok).toBe(true);
    expect(decide(back("2026-11-23")).missing).toEqual([
      { code: "toestemming_ingetrokken", partij: "ouder2" },
    ]);
  });

  it.each([
    ["2026-10-02", []],
    ["2026-10-01", ["toestemming_ingetrokken"]],
  ])("of 1 October can be followed by a yes of %s: %j", (day, expected) => {
    const { antwoorden } = back("2026-10-01").toestemming;
    expect(codes(wrote(...antwoorden, anAntwoord("ouder2", { op: date(day) })))).toEqual(expected);
  });

  it("of a pupil who is asked blocks; silence of that pupil does not, but is to be mended", () => {
    const asked = born("2013-04");
    expect(decide(asked)).toMatchObject({ ok: true, alsoAsk: ["leerling"] });
    const no = anAntwoord("leerling", { soort: "weigering", vorm: "mondeling" });
    expect(codes({ ...asked, ...wrote(...aToestemming().antwoorden, no) })).toEqual([
      "toestemming_geweigerd",
    ]);
    const recorded = regels({ bezwaar_leerling: "vastleggen" });
    expect(decide({ ...asked, ...recorded, ...wrote(...aToestemming().antwoorden, no) }).ok).toBe(true);
  });

  it("of a child under twelve, or of a parent without gezag, is heard and stops nothing", () => {
    const no = (partij: Partij) => anAntwoord(partij, { soort: "bezwaar", vorm: "mondeling" });
    expect(decide(wrote(...aToestemming().antwoorden, no("leerling"))).ok).toBe(true);
    const one = { gezag: "een_ouder" as const, ...wrote(anAntwoord("ouder1"), no("ouder2")) };
    expect(decide(one).ok).toBe(true);
  });
});

describe("telling the parents in writing, without a yes", () => {
  it("lets the announced partners hear name and question once the time to object is over", () => {
    expect(decide(told())).toMatchObject({
      ok: true,
      grondslag: "instemming",
      externals: "buitenkant",
      regierol: "na_toestemming",
      mayName: ["ib", "coo", "smw", "scp", "bpo"],
      channel: { post: true, fields: ["caseRef", "fase", "volgendeDatum"] },
    });
  });

  it("has the same line in the channel as written consent without a regierol", () => {
    expect(decide(told()).channel).toEqual(decide().channel);
  });

  it.each<[string, string, boolean]>([
    ["the last day to object", "2026-11-16", false],
    ["the day after", "2026-11-17", true],
  ])("waits for the whole term: %s", (_when, day, ok) => {
    const decision = decide(told(), date(day));
    expect(decision.ok).toBe(ok);
    if (!ok)
      expect(decision.missing).toEqual([
        { code: "bezwaartermijn_loopt", tot: date("2026-11-16"), vanaf: date("2026-11-17") },
      ]);
  });

  it("says a weekday from which it can when the term ends before a weekend", () => {
    const toestemming = anInstemming({}, { bezwaarTot: date("2026-11-27") });
    expect(decide({ toestemming }).missing).toEqual([
      { code: "bezwaartermijn_loopt", tot: date("2026-11-27"), vanaf: date("2026-11-30") },
    ]);
  });

  it.each<[string, string]>([
    ["before its end", "2026-11-10"],
    ["after its end", "2026-11-20"],
  ])("stops at an objection %s of the term", (_when, day) => {
    const no = anAntwoord("ouder2", { soort: "bezwaar", op: date(day), vorm: "mail" });
    expect(decide(told([no])).missing).toEqual([{ code: "bezwaar_gemaakt", partij: "ouder2" }]);
  });

  it("says no day to wait for when somebody objected within the term", () => {
    const no = anAntwoord("ouder2", { soort: "bezwaar", op: date("2026-11-10"), vorm: "mail" });
    expect(decide(told([no]), date("2026-11-12")).missing).toEqual([
      { code: "bezwaar_gemaakt", partij: "ouder2" },
    ]);
  });

  it("counts only for those who were written to, and who understood it", () => {
    expect(decide({ toestemming: anInstemming({}, { aan: ["ouder1"] }) }).missing).toEqual([
      { code: "niet_geinformeerd", partijen: ["ouder2"] },
    ]);
    expect(codes({ toestemming: anInstemming({}, { begrepen: "nee" }) })).toEqual(["niet_begrepen"]);
    expect(decide({ toestemming: anInstemming({}, { begrepen: "met_tolk" }) }).ok).toBe(true);
  });

  it("is no ground for a question about health, nor where the samenwerkingsverband says so", () => {
    const health = { ...told(), domeinen: ["gezondheid"] as const };
    expect(decide(health).missing).toEqual([{ code: "instemming_mag_niet", waarom: "gezondheid" }]);
    expect(decide({ ...health, ...regels({ instemming_gezondheid: "toegestaan" }) }).ok).toBe(true);
    expect(decide({ ...told(), ...regels({ instemming: "niet_toegestaan" }) }).missing).toEqual([
      { code: "instemming_mag_niet", waarom: "regel" },
    ]);
  });

  it("gives no regierol, whatever was said after the round", () => {
    const besluiten = [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })];
    expect(decide({ ...told(), besluiten })).toMatchObject({
      regierol: "na_toestemming",
      channel: { fields: ["caseRef", "fase", "volgendeDatum"] },
    });
  });
});

describe("without a ground", () => {
  it("it says whose answer is missing", () => {
    expect(decide({ toestemming: null }).missing).toEqual([
      { code: "geen_grondslag" },
      { code: "toestemming_ontbreekt", partij: "ouder1" },
      { code: "toestemming_ontbreekt", partij: "ouder2" },
    ]);
  });

  it("an uitzondering of which no decision is known is none", () => {
    expect(codes({ toestemming: aToestemming({ grondslag: "uitzondering" }) })).toEqual([
      "geen_besluit_directeur",
    ]);
  });

  it("gezag that is not known is checked first, and a month that cannot be read is denied", () => {
    expect(codes({ gezag: "onbekend" })).toEqual(["gezag_controleren"]);
    for (const month of ["?", "2017-13", "2026-12"])
      expect(codes(born(month)), month).toEqual(["geboortemaand_onmogelijk"]);
  });
});

describe("age and gezag change under a consent", () => {
  it("the parents' consent stops when the month of the 16th birthday begins", () => {
    const pupil = born("2011-01");
    expect(decide(pupil, date("2026-12-31")).ok).toBe(true);
    expect(decide(pupil, date("2027-01-01")).missing).toEqual([
      { code: "toestemming_ontbreekt", partij: "leerling" },
    ]);
    expect(decide(pupil, date("2027-02-01")).missing).toEqual([
      { code: "toestemming_ontbreekt", partij: "leerling" },
    ]);
  });

  it("where the samenwerkingsverband lets it go on, it does from the month after, until the pupil says no", () => {
    const older = { ...born("2010-09"), ...regels({ zestien_jaar: "blijft_gelden" }) };
    expect(codes(older, date("2026-09-20"))).toEqual(["toestemming_ontbreekt"]);
    expect(codes(older, date("2026-10-01"))).toEqual(["toestemming_ontbreekt"]);
    const before = wrote(
      anAntwoord("ouder1", { op: date("2026-08-20") }),
      anAntwoord("ouder2", { op: date("2026-08-20") }),
    );
    expect(decide({ ...older, ...before }, date("2026-10-01")).ok).toBe(true);
    const no = anAntwoord("leerling", { soort: "bezwaar", op: date("2026-10-02"), vorm: "mondeling" });
    const refused = { ...older, ...wrote(...before.toestemming.antwoorden, no) };
    expect(codes(refused, date("2026-10-02"))).toEqual(["bezwaar_gemaakt"]);
  });

  it("a parent who died is not waited for; one who cannot be reached is, unless a setting says otherwise", () => {
    const one = wrote(anAntwoord("ouder1"));
    expect(decide({ ...one, partijen: [stand("ouder2", "overleden")] }).ok).toBe(true);
    const gone = { ...one, partijen: [stand("ouder2", "onbereikbaar")] };
    expect(decide(gone).missing).toEqual([{ code: "partij_onbereikbaar", partij: "ouder2" }]);
    expect(decide({ ...gone, ...regels({ onbereikbare_ouder: "andere_ouder_genoeg" }) }).ok).toBe(true);
  });

  it("when nobody with gezag is left it must be found out who has it", () => {
    const both = [stand("ouder1", "overleden"), stand("ouder2", "overleden")];
    expect(codes({ partijen: both })).toEqual(["gezag_controleren"]);
  });

  it("one signature is enough only for parents together, where a setting says so, and the other one can say no", () => {
    const one = { ...regels({ een_handtekening: "genoeg_bij_samen" }), ...wrote(anAntwoord("ouder2")) };
    expect(decide(one)).toMatchObject({ ok: true, alsoAsk: ["ouder1"] });
    expect(decide({ ...one, gezagMerken: ["gescheiden"] }).ok).toBe(false);
    const no = anAntwoord("ouder1", { soort: "bezwaar", vorm: "mondeling" });
    expect(codes({ ...one, ...wrote(anAntwoord("ouder2"), no) })).toEqual(["bezwaar_gemaakt"]);
  });

  it("a pupil of seventeen who cannot decide is decided for by those with gezag", () => {
    const pupil = { ...born("2009-03"), partijen: [stand("leerling", "wilsonbekwaam")] };
    expect(decide(pupil).ok).toBe(true);
    expect(codes({ ...pupil, gezag: "meerderjarig" })).toEqual(["gezag_controleren"]);
  });

  it("ots and a part of gezag elsewhere leave it with the parents", () => {
    for (const merk of gezagsmerken) expect(decide({ gezagMerken: [merk] }).ok, merk).toBe(true);
  });

  it("ots and a part of gezag elsewhere ask to speak with somebody first, and parents apart do not", () => {
    for (const merk of gezagsmerken)
      expect(decide({ gezagMerken: ["gescheiden", merk] }).afstemmen, merk).toEqual(
        merk === "gescheiden" ? [] : [merk],
      );
    expect(decide({ gezagMerken: ["ots"], toestemming: null }).afstemmen).toEqual(["ots"]);
  });
});

describe("the akkoord on the regierol", () => {
  const later = { genomenOp: Temporal.Instant.from("2026-11-22T12:00:00Z") };
  const no = { ...akkoord, akkoord: "nee" } as const;
  const earlier = aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord });

  it("opens regierol and Loket in the channel, from its day on", () => {
    expect(decide({ besluiten: [earlier] })).toMatchObject({
      regierol: "toewijsbaar",
      channel: { fields: ["caseRef", "fase", "volgendeDatum", "regierolFunctie", "loketDoorgezet"] },
    });
    expect(decide({ besluiten: [earlier] }, date("2026-11-20")).regierol).toBe("na_toestemming");
  });

  it.each<[string, NonNullable<ToestemmingFeit["eerder"]>, Partial<Dossier>, string]>([
    [
      "a parent said no after it",
      { nee: [{ partij: "ouder1", op: date("2026-11-22") }], verlopenOp: null },
      {},
      "na_toestemming",
    ],
    [
      "on the same day",
      { nee: [{ partij: "ouder2", op: date("2026-11-21") }], verlopenOp: null },
      {},
      "na_toestemming",
    ],
    [
      "before it",
      { nee: [{ partij: "ouder1", op: date("2026-11-20") }], verlopenOp: null },
      {},
      "toewijsbaar",
    ],
    [
      "the toestemming had run out after it",
      { nee: [], verlopenOp: date("2026-11-21") },
      {},
      "na_toestemming",
    ],
    ["before it", { nee: [], verlopenOp: date("2026-07-31") }, {}, "toewijsbaar"],
    [
      "a pupil who does not decide, where that stops it",
      { nee: [{ partij: "leerling", op: date("2026-11-22") }], verlopenOp: null },
      {},
      "na_toestemming",
    ],
    [
      "a pupil who does not decide, where it is only written down",
      { nee: [{ partij: "leerling", op: date("2026-11-22") }], verlopenOp: null },
      { regels: { ...aDossier({}).regels, bezwaar_leerling: "vastleggen" } },
      "toewijsbaar",
    ],
  ])("taken back is never asked: %s", (_, eerder, over, regierol) => {
    const toestemming = aToestemming({ eerder });
    expect(decide({ besluiten: [earlier], toestemming, ...over }, date("2026-11-25")).regierol).toBe(
      regierol,
    );
  });

  it("counts again when it was asked again", () => {
    const toestemming = aToestemming({
      eerder: { nee: [{ partij: "ouder1", op: date("2026-11-22") }], verlopenOp: null },
    });
    const again = aBesluit(["regierol_toewijzen"], {
      terugkoppeling: { ...akkoord, akkoordOp: date("2026-11-24") },
    });
    expect(decide({ besluiten: [again], toestemming }, date("2026-11-25")).regierol).toBe("toewijsbaar");
    expect(decide({ besluiten: [again], toestemming }, date("2026-11-23")).regierol).toBe("na_toestemming");
  });

  it("is that of the last regierol that was answered about", () => {
    expect(akkoordRegieOp([])).toBeNull();
    expect(akkoordRegieOp([earlier])?.toString()).toBe("2026-11-21");
    expect(akkoordRegieOp([aBesluit(["regierol_toewijzen"], later), earlier])?.toString()).toBe("2026-11-21");
    expect(
      akkoordRegieOp([aBesluit(["regierol_toewijzen"], { ...later, terugkoppeling: no }), earlier]),
    ).toBeNull();
    expect(akkoordRegieOp([aBesluit(["afsluiten"], { terugkoppeling: akkoord })])).toBeNull();
  });
});

describe("whatever is stored", () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => today.add({ days }));
  const antwoord: fc.Arbitrary<AntwoordFeit> = fc.record({
    partij: fc.constantFrom(...partijen),
    soort: fc.constantFrom(...antwoordsoorten),
    op: day,
    vorm: fc.constantFrom(...antwoordvormen),
    bewaarplaats: fc.constant(null),
  });
  const toestemming: fc.Arbitrary<ToestemmingFeit> = fc
    .record({
      grondslag: fc.constantFrom("schriftelijk" as const, "instemming" as const, "uitzondering" as const),
      antwoorden: fc.array(antwoord, { maxLength: 6 }),
      partners: fc.subarray([...functies]),
      uitgesloten: fc.subarray([...domeinen], { maxLength: 2 }),
      geldigTot: day,
      aan: fc.subarray([...partijen], { minLength: 1 }),
      sent: day,
    })
    .map(({ aan, sent, ...over }) => {
      const informatie = { aan, verzondenOp: sent, bezwaarTot: sent.add({ days: 14 }) };
      return over.grondslag === "instemming" ? anInstemming(over, informatie) : aToestemming(over);
    });
  const dossier: fc.Arbitrary<Dossier> = fc
    .record({
      month: fc.integer({ min: -3, max: 240 }),
      gezag: fc.constantFrom(...gezagsvormen),
      gezagMerken: fc.subarray([...gezagsmerken]),
      partijen: fc.uniqueArray(
        fc.record({
          partij: fc.constantFrom(...partijen),
          stand: fc.constantFrom("overleden" as const, "onbereikbaar" as const, "wilsonbekwaam" as const),
        }),
        { maxLength: 2, selector: ({ partij }) => partij },
      ),
      toestemming: fc.option(toestemming, { nil: null }),
      regels: fc.record({
        stem_leerling: fc.constantFrom("gevraagd" as const, "vereist" as const),
        instemming: fc.constant("toegestaan" as const),
        instemming_gezondheid: fc.constant("niet_toegestaan" as const),
        een_handtekening: fc.constantFrom("genoeg_bij_samen" as const, "nooit_genoeg" as const),
        zestien_jaar: fc.constantFrom("opnieuw_vragen" as const, "blijft_gelden" as const),
        bezwaar_leerling: fc.constantFrom("blokkeert" as const, "vastleggen" as const),
        onbereikbare_ouder: fc.constantFrom("blokkeert" as const, "andere_ouder_genoeg" as const),
      }),
    })
    .map(({ month, partijen: who, ...over }) =>
      aDossier({
        ...over,
        ...born(Temporal.PlainYearMonth.from("2026-11").subtract({ months: month }).toString()),
        partijen: who.map((one) => stand(one.partij, one.stand)),
      }),
    );

  it("a refusal says why, and gives nobody a name, nothing to the channel and no regierol; an ok misses nothing", () => {
    fc.assert(
      fc.property(dossier, (one) => {
        const decision = decideDossierOn(one, today);
        expect(decision.ok).toBe(decision.missing.length === 0);
        expect(decision.ok).toBe(decision.discuss === "op_naam");
        expect(decision.ok).toBe(decision.mayName.length > 0);
        expect(decision.ok).toBe(decision.channel.post);
        expect(decision.ok).toBe(decision.regierol !== "nee");
        expect(decision.ok).toBe(decision.externals !== "geen");
        expect(decision.ok).toBe(decision.validUntil !== null);
      }),
      { numRuns: 3000 },
    );
  });

  it("one more no never makes an ok", () => {
    fc.assert(
      fc.property(
        dossier,
        fc.constantFrom(...partijen),
        fc.constantFrom("weigering" as const, "bezwaar" as const, "ingetrokken" as const),
        (one, partij, soort) => {
          const { toestemming: kept } = one;
          if (!kept) return;
          const antwoorden = [
            ...kept.antwoorden,
            anAntwoord(partij, { soort, op: today, vorm: "mondeling" }),
          ];
          const after = decideDossierOn({ ...one, toestemming: { ...kept, antwoorden } }, today);
          expect(after.ok && !decideDossierOn(one, today).ok).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("what the form asks is what the decision asks: a yes of all who must is enough, and of one less is not", () => {
    fc.assert(
      fc.property(dossier, (one) => {
        const asking = { ...one, toestemming: aToestemming({ antwoorden: [] }) };
        const whose = requiredFor(asking, today);
        if (!whose.ok) {
          expect(decideDossierOn(asking, today).ok).toBe(false);
          return;
        }
        const yes = (who: readonly Partij[]) => ({
          ...asking,
          toestemming: aToestemming({ antwoorden: who.map((partij) => anAntwoord(partij, { op: today })) }),
        });
        expect(decideDossierOn(yes(whose.required), today).missing).toEqual([]);
        const less = whose.required.slice(1);
        const other = requiredFor(yes(less), today);
        const same = other.ok && other.required.every((partij) => whose.required.includes(partij));
        if (same && other.required.length === whose.required.length)
          expect(decideDossierOn(yes(less), today).ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it("taken back by everyone is as never asked: nobody hears a name", () => {
    fc.assert(
      fc.property(dossier, (one) => {
        if (!one.toestemming) return;
        const back = { ...one, toestemming: takenBack(one.toestemming, today) };
        const said = one.toestemming.antwoorden.some(({ soort }) => isJa(soort));
        if (said && back.toestemming.grondslag === "schriftelijk")
          expect(decideDossierOn(back, today)).toMatchObject({ ok: false, mayName: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it("nobody outside the named partners and the school hears a name", () => {
    fc.assert(
      fc.property(dossier, (one) => {
        const { mayName } = decideDossierOn(one, today);
        const named = one.toestemming?.partners ?? [];
        expect(mayName.every((f) => f === "ib" || f === "coo" || named.includes(f))).toBe(true);
      }),
    );
  });
});
