import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { besluitConsent } from "#domain/consent.ts";
import type { ConsentBesluit } from "#domain/consent-besluit.ts";
import {
  antwoordvormenConsent,
  type ConsentAntwoord,
  type ConsentFacts,
  leidingRollen,
  schoolRollen,
} from "#domain/consent-facts.ts";
import { type ConsentInstelling, veiligeInstelling } from "#domain/consent-setting.ts";
import { antwoord, gebeurtenis, moment, nu, parties, roles, someFacts } from "./some-consent.ts";

const order = {
  bespreken: ["niet", "anoniem", "op_naam"],
  extern: ["geen", "consultatief", "buitenkant", "eigen_afweging", "volledig_proportioneel"],
  regierol: ["nee", "na_toestemming", "toewijsbaar"],
} as const;
const rank = (list: readonly string[], word: string) => list.indexOf(word);

/** What of a decision is more open than in the other one. */
function moreOpen(one: ConsentBesluit, other: ConsentBesluit): readonly string[] {
  return [
    rank(order.bespreken, one.bespreken) > rank(order.bespreken, other.bespreken) && "bespreken",
    rank(order.extern, one.extern) > rank(order.extern, other.extern) && "extern",
    rank(order.regierol, one.regierol) > rank(order.regierol, other.regierol) && "regierol",
    one.kanaal.plaatsen && !other.kanaal.plaatsen && "kanaal",
    ...one.naamVoor.filter((rol) => !other.naamVoor.includes(rol)),
    ...one.kanaal.velden.filter((veld) => !other.kanaal.velden.includes(veld)),
  ].filter((word) => word !== false);
}
function expectNotMoreOpen(one: ConsentFacts, other: ConsentFacts): void {
  expect(moreOpen(besluitConsent(one), besluitConsent(other))).toEqual([]);
}
const open = ({ bespreken, naamVoor, kanaal, extern, regierol }: ConsentBesluit) => ({
  bespreken,
  naamVoor,
  kanaal,
  extern,
  regierol,
});
const closed = {
  bespreken: "niet",
  naamVoor: [],
  kanaal: { plaatsen: false, velden: [] },
  extern: "geen",
  regierol: "nee",
};

const runs = { numRuns: 1500 };
const always = (check: (facts: ConsentFacts) => void) => fc.assert(fc.property(someFacts, check), runs);
const alwaysWith = <T>(more: fc.Arbitrary<T>, check: (facts: ConsentFacts, more: T) => void) =>
  fc.assert(fc.property(someFacts, more, check), runs);
const isYes = ({ soort }: ConsentAntwoord) => soort === "toestemming" || soort === "akkoord";

describe("consent, whatever the facts", () => {
  it("is asked about facts that open each door often: the rules below would otherwise prove nothing", () => {
    const count = new Map<string, number>();
    for (const facts of fc.sample(someFacts, 3000)) {
      const { bespreken, extern, regierol, kanaal } = besluitConsent(facts);
      for (const word of [`${bespreken} ${extern}`, regierol, `${kanaal.velden.length} velden`])
        count.set(word, (count.get(word) ?? 0) + 1);
    }
    for (const word of [
      "op_naam volledig_proportioneel",
      "op_naam buitenkant",
      "op_naam eigen_afweging",
      "anoniem consultatief",
      "niet geen",
      "toewijsbaar",
      "na_toestemming",
      "5 velden",
      "3 velden",
      "1 velden",
    ])
      expect(count.get(word) ?? 0, word).toBeGreaterThan(40);
  });

  it("comes to the same decision in whatever order the answers and events are listed", () => {
    alwaysWith(fc.nat(), (facts, turn) => {
      const turned = <T>(list: readonly T[]) => {
        const from = list.length > 0 ? turn % list.length : 0;
        return [...list.slice(from), ...list.slice(0, from)].toReversed();
      };
      const other = besluitConsent({
        ...facts,
        antwoorden: turned(facts.antwoorden),
        gebeurtenissen: turned(facts.gebeurtenissen),
      });
      const one = besluitConsent(facts);
      expect(open(other)).toEqual(open(one));
      expect(other.taken).toEqual(one.taken);
      expect([...other.redenen].sort()).toEqual([...one.redenen].sort());
      expect(other.geldigTot?.toString()).toBe(one.geldigTot?.toString());
    });
  });

  it("one more no opens nothing, whoever says it, in whatever form and at whatever moment", () => {
    const no = antwoord.filter(({ soort }) => ["weigering", "bezwaar", "ingetrokken"].includes(soort));
    alwaysWith(no, (facts, more) =>
      expectNotMoreOpen({ ...facts, antwoorden: [...facts.antwoorden, more] }, facts),
    );
  });

  it("one more event opens nothing but a case that was closed", () => {
    const event = gebeurtenis.filter(
      ({ soort }) => soort !== "heropend" && soort !== "conflict_van_plichten" && soort !== "gevaar",
    );
    alwaysWith(event, (facts, more) =>
      expectNotMoreOpen({ ...facts, gebeurtenissen: [...facts.gebeurtenissen, more] }, facts),
    );
  });

  it("danger, or a duty that weighs more, opens no name and no channel; only who is bound to secrecy weighs", () => {
    const event = gebeurtenis.filter(({ soort }) => soort === "conflict_van_plichten" || soort === "gevaar");
    alwaysWith(event, (facts, more) => {
      const with_ = besluitConsent({ ...facts, gebeurtenissen: [...facts.gebeurtenissen, more] });
      const without = besluitConsent(facts);
      expect(moreOpen(with_, without).filter((word) => word !== "extern")).toEqual([]);
      if (with_.extern !== without.extern) expect(with_.extern).toBe("eigen_afweging");
    });
  });

  it("one yes fewer opens nothing", () => {
    alwaysWith(fc.nat(), (facts, pick) => {
      const yes = facts.antwoorden.filter(isYes);
      const gone = yes[pick % Math.max(1, yes.length)];
      expectNotMoreOpen({ ...facts, antwoorden: facts.antwoorden.filter((one) => one !== gone) }, facts);
    });
  });

  it("a yes that cannot be proven opens nothing more than none", () => {
    const bare = fc.constantFrom(
      "mail" as const,
      "mondeling" as const,
      "gesprek" as const,
      "aangevinkt_door_ib_zonder_bewijs" as const,
      null,
    );
    alwaysWith(bare, (facts, vorm) => {
      const unproven = {
        ...facts,
        antwoorden: facts.antwoorden.map((one) => (isYes(one) ? { ...one, vorm } : one)),
      };
      const none = { ...facts, antwoorden: facts.antwoorden.filter((one) => !isYes(one)) };
      expect(open(besluitConsent(unproven))).toEqual(open(besluitConsent(none)));
    });
  });

  it("taken back is as never asked; where silence was enough it is less", () => {
    const back = fc.record({
      partij: fc.constantFrom(...parties),
      vorm: fc.option(fc.constantFrom(...antwoordvormenConsent)),
    });
    let differs = 0;
    alwaysWith(back, (facts, { partij, vorm }) => {
      const others = facts.antwoorden.filter((one) => one.partij !== partij);
      const withdrawn = besluitConsent({
        ...facts,
        antwoorden: [...facts.antwoorden, { partij, vorm, soort: "ingetrokken", op: nu.add({ days: 60 }) }],
      });
      const never = besluitConsent({ ...facts, antwoorden: others });
      const same = JSON.stringify(open(withdrawn)) === JSON.stringify(open(never));
      if (same) return;
      differs += 1;
      expect(open(withdrawn)).toEqual(closed);
      // Only a notice, one signature for two, a guardian who is told, or a pupil who was only heard, holds without their answer.
      const told =
        facts.vraag.doel === "verstrekking_jeugdbeschermer" && facts.gezag.soort === "voogdij_instelling";
      const silent = facts.vraag.grondslag === "instemming" || partij === "leerling" || told;
      expect(
        silent || facts.instelling.handtekening === "een_volstaat" || facts.gezag.deels.includes(partij),
      ).toBe(true);
    });
    expect(differs).toBeGreaterThan(0);
  });

  it("the name is for the school and for who is named, at this table", () => {
    always((facts) => {
      const { bespreken, naamVoor } = besluitConsent(facts);
      if (bespreken !== "op_naam") {
        expect(naamVoor).toEqual([]);
        return;
      }
      const { grondslag, doel } = facts.vraag;
      const partners = facts.reikwijdte?.partners ?? [];
      const announced = grondslag === "instemming" && partners.length === 0;
      const named =
        grondslag === "uitzondering"
          ? (facts.uitzondering?.deelnemers ?? [])
          : announced
            ? (facts.ronde?.deelnemers ?? [])
            : partners;
      const toJb = doel === "verstrekking_jeugdbeschermer" ? ["jeugdbeschermer"] : [];
      const may = [...named, ...schoolRollen, ...toJb];
      expect(naamVoor.filter((rol) => !may.includes(rol))).toEqual([]);
      const table = facts.ronde?.deelnemers;
      if (table) expect(naamVoor.filter((rol) => !table.includes(rol))).toEqual([]);
      if (grondslag !== "uitzondering")
        expect(naamVoor.filter((rol) => leidingRollen.includes(rol))).toEqual([]);
    });
  });

  it("one more at the table hears nothing that was not theirs, and takes nothing from the others", () => {
    alwaysWith(fc.constantFrom(...roles), (facts, rol) => {
      const { ronde } = facts;
      if (!ronde?.deelnemers || ronde.deelnemers.includes(rol)) return;
      const more = { ...facts, ronde: { ...ronde, deelnemers: [...ronde.deelnemers, rol] } };
      const [with_, without] = [besluitConsent(more), besluitConsent(facts)];
      expect(with_.naamVoor.filter((one) => one !== rol)).toEqual(without.naamVoor);
      expect({ ...open(with_), naamVoor: [] }).toEqual({ ...open(without), naamVoor: [] });
    });
  });

  it("without a name there is one constant line and nothing else", () => {
    always((facts) => {
      const besluit = besluitConsent(facts);
      if (besluit.bespreken !== "anoniem") return;
      expect(open(besluit)).toEqual({
        bespreken: "anoniem",
        naamVoor: [],
        kanaal: { plaatsen: true, velden: ["anoniemeConsultatie"] },
        extern: "consultatief",
        regierol: "nee",
      });
      expect(facts.vraag.tekstHerkenbaar).toBe(false);
    });
  });

  it("the channel hears nothing of an exception, and of no ground or a closed door", () => {
    always((facts) => {
      const { bespreken, kanaal, extern, regierol } = besluitConsent(facts);
      expect(kanaal.plaatsen).toBe(kanaal.velden.length > 0);
      if (bespreken === "niet")
        expect({ kanaal, extern, regierol }).toMatchObject({
          kanaal: closed.kanaal,
          extern: "geen",
          regierol: "nee",
        });
      if (facts.vraag.grondslag === "uitzondering" && bespreken === "op_naam")
        expect(kanaal.velden).toEqual([]);
      if (facts.vraag.grondslag === "geen" && facts.vraag.doel === "bespreking_szt")
        expect(bespreken).toBe("niet");
      if (regierol !== "toewijsbaar") {
        expect(kanaal.velden).not.toContain("regierolFunctie");
        expect(kanaal.velden).not.toContain("loketDoorgezet");
      }
    });
  });

  it("both grounds of the parents have the same line in the same phase", () => {
    always((facts) => {
      if (facts.vraag.doel === "toewijzen_regierol") return;
      const on = (grondslag: "schriftelijk" | "instemming") =>
        besluitConsent({ ...facts, akkoordRegie: false, vraag: { ...facts.vraag, grondslag } });
      const [written, told] = [on("schriftelijk"), on("instemming")];
      if (written.bespreken === "op_naam" && told.bespreken === "op_naam")
        expect(told.kanaal).toEqual(written.kanaal);
    });
  });

  it("what has run out opens nothing", () => {
    alwaysWith(fc.integer({ min: 1, max: 60 }), (facts, days) => {
      if (
        !["schriftelijk", "instemming"].includes(facts.vraag.grondslag) ||
        facts.vraag.doel !== "bespreking_szt"
      )
        return;
      const reikwijdte = facts.reikwijdte ?? { partners: ["smw"], onderwerp: null, uitgesloten: [] };
      const geldigTot = nu.toPlainDate().subtract({ days });
      expect(open(besluitConsent({ ...facts, reikwijdte: { ...reikwijdte, geldigTot } }))).toEqual(closed);
    });
  });

  it("time alone opens nothing but the end of a term to object", () => {
    alwaysWith(fc.integer({ min: 1, max: 30 }), (facts, days) => {
      const later = { ...facts, nu: facts.nu.add({ days }) };
      const end = facts.ronde ? facts.ronde.datum.toPlainDateTime() : facts.nu;
      const until = Temporal.PlainDateTime.compare(end, later.nu) > 0 ? end : later.nu;
      const moments = [
        ...facts.antwoorden.map(({ op }) => op),
        ...facts.gebeurtenissen.map(({ op }) => op),
        facts.uitzondering?.beslotenOp ?? null,
        facts.vraag.geinformeerdOp,
        facts.vraag.bezwaarTot ?? facts.vraag.geinformeerdOp?.add({ days: 14 }) ?? null,
      ];
      const happens = moments.some(
        (one) =>
          one &&
          Temporal.PlainDateTime.compare(one, facts.nu) >= 0 &&
          one.toPlainDate().since(until.toPlainDate()).sign <= 0,
      );
      if (!happens) expectNotMoreOpen(later, facts);
    });
  });

  it("in the month of a birthday it is no more open than before or after it", () => {
    alwaysWith(fc.constantFrom([11, 12], [15, 16], [17, 18]), (facts, both) => {
      const with_ = (leeftijden: readonly number[]) => ({
        ...facts,
        leerling: { ...facts.leerling, leeftijden },
      });
      for (const age of both) expectNotMoreOpen(with_(both), with_([age]));
    });
  });

  it("a samenwerkingsverband that sets nothing decides nowhere more openly than one that does", () => {
    const strict: ConsentInstelling = {
      ...veiligeInstelling,
      stemLeerling: "vereist",
      instemming: "niet_toegestaan",
      adviesvraag: "alleen_met_toestemming",
    };
    always((facts) => {
      for (const key of ["bezwaarLeerling", "zestienJaar", "handtekening"] as const) {
        const safe = { ...facts, instelling: { ...facts.instelling, [key]: veiligeInstelling[key] } };
        expectNotMoreOpen(safe, facts);
      }
      for (const key of ["stemLeerling", "instemming", "adviesvraag"] as const) {
        const stricter = { ...facts, instelling: { ...facts.instelling, [key]: strict[key] } };
        expectNotMoreOpen(stricter, facts);
      }
    });
  });

  it("every closed door has a reason, and every open one says so", () => {
    always((facts) => {
      const { bespreken, redenen, nogVragen, geldigTot } = besluitConsent(facts);
      expect(redenen.includes("geldig")).toBe(bespreken !== "niet");
      expect(
        redenen.filter((reden) => reden !== "ots" && reden !== "leerling_bezwaar").length,
      ).toBeGreaterThan(0);
      if (bespreken === "niet") expect(geldigTot).toBeNull();
      expect(new Set(nogVragen).size).toBe(nogVragen.length);
    });
  });

  it("what is only known for later does not hold yet", () => {
    alwaysWith(moment, (facts, op) => {
      if (Temporal.PlainDate.compare(op.toPlainDate(), nu.toPlainDate()) <= 0) return;
      const later = {
        ...facts,
        antwoorden: facts.antwoorden.map((one) => (isYes(one) ? { ...one, op } : one)),
      };
      const none = { ...facts, antwoorden: facts.antwoorden.filter((one) => !isYes(one)) };
      expectNotMoreOpen(later, none);
    });
  });
});
