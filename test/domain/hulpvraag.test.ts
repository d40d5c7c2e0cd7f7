import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Besluit, besluiten, type HulpvraagStatus, hulpvraagStatussen } from "#domain/code.ts";
import {
  checkBesluiten,
  type Doer,
  type From,
  fase,
  type Guard,
  guards,
  type HulpvraagAct,
  hulpvraagActs,
  isLopend,
  possibleActs,
  steps,
  transition,
} from "#domain/hulpvraag.ts";
import { relaties } from "#domain/relatie.ts";

const everyone: ReadonlySet<Doer> = new Set([...relaties, "systeem"] as const);
const everything: ReadonlySet<Guard> = new Set(guards);
const froms: readonly From[] = ["geen", ...hulpvraagStatussen];
const facts = (who: readonly Doer[], holds: readonly Guard[] = [], decided: readonly Besluit[] = []) => ({
  who: new Set(who),
  holds: new Set(holds),
  besluiten: decided,
});
const all = { who: everyone, holds: everything, besluiten };

/** model.md §3, written down a second time: from, act, one who may, what must hold, besluit, to. */
const path: readonly (readonly [
  From,
  HulpvraagAct,
  Doer,
  readonly Guard[],
  Besluit | null,
  HulpvraagStatus,
])[] = [
  ["geen", "start_intake", "ib_van_school", [], null, "concept"],
  ["concept", "klaarzetten", "ib_van_school", ["geldige_grondslag"], null, "klaargezet"],
  ["klaargezet", "agenderen", "voorzitter", ["geldige_grondslag"], null, "geagendeerd"],
  ["klaargezet", "agenderen", "ib_van_school", ["geldige_grondslag"], null, "geagendeerd"],
  ["geagendeerd", "van_agenda_halen", "systeem", ["grondslag_vervallen"], null, "concept"],
  ["geagendeerd", "van_agenda_halen", "voorzitter", ["geldige_grondslag"], null, "klaargezet"],
  [
    "geagendeerd",
    "besluit_vastleggen",
    "notulist",
    ["geldige_grondslag", "afweging_vastgelegd", "besluiten_gaan_samen"],
    null,
    "besproken",
  ],
  [
    "geagendeerd",
    "besluit_vastleggen",
    "voorzitter",
    ["geldige_grondslag", "afweging_vastgelegd", "besluiten_gaan_samen"],
    null,
    "besproken",
  ],
  ["besproken", "meer_informatie", "voorzitter", ["taak_met_datum"], "meer_informatie", "klaargezet"],
  [
    "besproken",
    "regierol_starten",
    "aangeboden_regierol",
    ["geldige_grondslag", "ouders_geinformeerd", "akkoord_vastgelegd", "aanbod_aanvaard"],
    "regierol_toewijzen",
    "in_uitvoering",
  ],
  ["besproken", "doorlopen", "notulist", ["regierol_actief"], "doorlopen", "in_uitvoering"],
  [
    "besproken",
    "basisondersteuning",
    "ib_van_school",
    ["ouders_geinformeerd", "reden_vastgelegd"],
    "basisondersteuning",
    "afgesloten",
  ],
  [
    "besproken",
    "afsluiten",
    "ib_van_school",
    ["ouders_geinformeerd", "reden_vastgelegd"],
    "afsluiten",
    "afgesloten",
  ],
  [
    "besproken",
    "afsluiten_na_loket",
    "ib_van_school",
    ["ouders_geinformeerd", "loket_heeft_uitkomst", "reden_vastgelegd"],
    "doorzetten_loket",
    "afgesloten",
  ],
  [
    "besproken",
    "opnieuw_na_weigering",
    "ib_van_school",
    ["geldige_grondslag", "akkoord_geweigerd"],
    "regierol_toewijzen",
    "klaargezet",
  ],
  [
    "besproken",
    "opnieuw_na_weigering",
    "ib_van_school",
    ["grondslag_vervallen", "akkoord_geweigerd"],
    "regierol_toewijzen",
    "concept",
  ],
  [
    "besproken",
    "afsluiten_na_weigering",
    "ib_van_school",
    ["akkoord_geweigerd", "reden_vastgelegd"],
    "regierol_toewijzen",
    "afgesloten",
  ],
  ["in_uitvoering", "terug_naar_schakelteam", "regierolhouder", ["geldige_grondslag"], null, "klaargezet"],
  ["in_uitvoering", "terug_naar_schakelteam", "waarnemer", ["geldige_grondslag"], null, "klaargezet"],
  ["in_uitvoering", "terug_naar_schakelteam", "ib_van_school", ["grondslag_vervallen"], null, "concept"],
  [
    "in_uitvoering",
    "afsluiting_bevestigen",
    "ib_van_school",
    ["afsluiting_voorgesteld", "ouders_geinformeerd", "reden_vastgelegd"],
    null,
    "afgesloten",
  ],
  ["concept", "intrekken", "ib_van_school", [], null, "ingetrokken"],
  ["klaargezet", "intrekken", "systeem", [], null, "ingetrokken"],
  ["geagendeerd", "intrekken", "systeem", [], null, "ingetrokken"],
  ["besproken", "intrekken", "ib_van_school", [], null, "ingetrokken"],
  ["in_uitvoering", "intrekken", "systeem", [], null, "ingetrokken"],
  ["afgesloten", "heropenen", "ib_van_school", ["reden_vastgelegd", "nieuwe_grondslag"], null, "concept"],
];

describe("the path of a hulpvraag", () => {
  it.each(path)("%s, %s by %s when %j (besluit %s): %s", (from, act, doer, holds, besluit, to) => {
    const decided = besluit ? [besluit] : [];
    expect(transition(from, act, facts([doer], holds, decided))).toEqual({ ok: true, to });
    for (const left of holds) {
      const others = holds.filter((guard) => guard !== left);
      expect(transition(from, act, facts([doer], others, decided)).ok).toBe(false);
    }
    if (besluit)
      expect(transition(from, act, facts([doer], holds))).toEqual({
        ok: false,
        error: { kind: "ander_besluit", besluit },
      });
  });

  it("has no step beside these", () => {
    const listed = new Set(path.map(([from, act, , , , to]) => `${from} ${act} ${to}`));
    const made = new Set(steps.flatMap((step) => step.from.map((from) => `${from} ${step.act} ${step.to}`)));
    expect(made).toEqual(listed);
    for (const from of froms)
      for (const act of hulpvraagActs) {
        const known = path.some(([one, other]) => one === from && other === act);
        expect(transition(from, act, all).ok).toBe(known);
      }
  });

  it("ends at ingetrokken: nothing brings that back", () => {
    expect(possibleActs("ingetrokken", all)).toEqual([]);
  });

  it("is not for the ib when it is for the table, and the other way round", () => {
    const ib = facts(["ib_van_school", "schakelteam", "szt_lid"], guards, besluiten);
    expect(transition("geagendeerd", "besluit_vastleggen", ib)).toEqual({
      ok: false,
      error: { kind: "niet_aan_jou", who: ["voorzitter", "notulist"] },
    });
    const chair = facts(["voorzitter", "notulist"], guards, besluiten);
    expect(transition("concept", "klaarzetten", chair)).toMatchObject({ error: { kind: "niet_aan_jou" } });
  });

  it("says what is still missing", () => {
    const half = facts(["ib_van_school"], ["ouders_geinformeerd"], ["afsluiten"]);
    expect(transition("besproken", "afsluiten", half)).toEqual({
      ok: false,
      error: { kind: "nog_niet", missing: ["reden_vastgelegd"] },
    });
  });

  it("never opens for someone who only looks on", () => {
    const outside = [
      "szt_lid",
      "genodigde",
      "genoemde_partner",
      "inbrenger",
      "directeur",
      "bestuurder",
    ] as const;
    const onlooker = facts([...outside, "beheerder", "buitenstaander"], guards, besluiten);
    for (const from of froms) expect(possibleActs(from, onlooker)).toEqual([]);
  });

  it("needs a ground that holds on the day for every step towards the table", () => {
    const noGround = new Set(guards.filter((guard) => guard !== "geldige_grondslag"));
    for (const from of froms)
      for (const act of ["klaarzetten", "agenderen", "besluit_vastleggen", "regierol_starten"] as const)
        expect(transition(from, act, { ...all, holds: noGround }).ok).toBe(false);
  });

  it("is open to no more people when less holds", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...froms),
        fc.constantFrom(...hulpvraagActs),
        fc.subarray([...everyone]),
        fc.subarray([...guards]),
        fc.subarray([...besluiten]),
        (from, act, who, holds, decided) => {
          const result = transition(from, act, facts(who, holds, decided));
          if (result.ok) expect(transition(from, act, all).ok).toBe(true);
          else
            expect(["stap_bestaat_niet", "niet_aan_jou", "ander_besluit", "nog_niet"]).toContain(
              result.error.kind,
            );
        },
      ),
    );
  });
});

describe("the phase that others may hear", () => {
  it.each<[HulpvraagStatus, string | null, boolean]>([
    ["concept", null, false],
    ["klaargezet", "in_voorbereiding", true],
    ["geagendeerd", "in_voorbereiding", true],
    ["besproken", "besproken", true],
    ["in_uitvoering", "in_uitvoering", true],
    ["afgesloten", "afgerond", false],
    ["ingetrokken", null, false],
  ])("%s is %s, lopend: %s", (status, phase, lopend) => {
    expect(fase(status)).toBe(phase);
    expect(isLopend(status)).toBe(lopend);
  });
});

describe("besluiten of one item", () => {
  const together = [
    ["regierol_toewijzen", "doorzetten_loket"],
    ["doorlopen", "doorzetten_loket"],
    ["meer_informatie", "doorzetten_loket"],
  ];
  const fits = (list: readonly Besluit[]) =>
    list.length === 1 ||
    together.some((pair) => list.length === 2 && pair.every((one) => list.some((b) => b === one)));

  it("stand alone, but for three that go with the Loket: every set of them", () => {
    for (let mask = 0; mask < 2 ** besluiten.length; mask += 1) {
      const list = besluiten.filter((_, index) => mask & (1 << index));
      expect(checkBesluiten(list).ok, list.join("+")).toBe(fits(list));
      expect(checkBesluiten(list.toReversed()).ok).toBe(fits(list));
    }
  });

  it("count once when pressed twice", () => {
    expect(checkBesluiten(["afsluiten", "afsluiten"])).toEqual({ ok: true, besluiten: ["afsluiten"] });
    expect(checkBesluiten([])).toEqual({ ok: false, error: { kind: "geen_besluit" } });
  });
});
