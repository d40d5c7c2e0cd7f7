import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSchooldag, type SchoolCalendar } from "#domain/schooldag.ts";
import {
  computeDue,
  dueOf,
  type NewTerm,
  type OpenTerm,
  recompute,
  ruleFor,
  type TermContext,
  type TermRule,
  termRuleSchema,
  termsAfter,
  termsEndedBy,
} from "#domain/termijn.ts";
import type { PlainTermEvent, TermEvent, TermEventKind } from "#domain/termijn-event.ts";
import { termSettingsSchema, usualTermSettings } from "#domain/termijn-setting.ts";
import { type TermKind, termKinds, termTable } from "#domain/termijn-table.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
/** Region Midden, 2026-2027, with a study day. */
const cal: SchoolCalendar = {
  regio: "M",
  holidays: [
    { from: day("2026-10-17"), to: day("2026-10-25"), name: "Herfstvakantie" },
    { from: day("2026-12-19"), to: day("2027-01-03"), name: "Kerstvakantie" },
    { from: day("2027-02-20"), to: day("2027-02-28"), name: "Voorjaarsvakantie" },
    { from: day("2027-04-24"), to: day("2027-05-02"), name: "Meivakantie" },
    { from: day("2027-07-17"), to: day("2027-08-29"), name: "Zomervakantie" },
  ],
  studiedagen: [day("2026-11-18")],
  openOp: [],
  horizon: day("2027-08-29"),
};
const usual: TermContext = { cal, settings: usualTermSettings };
const onDay = (kind: PlainTermEvent) => ({ kind, op: day("2026-09-07") }) as const;
const shown = (terms: readonly NewTerm[]) =>
  terms.map((term) => `${term.kind} ${term.due} ${term.responsible}`);

describe("each term has its own length", () => {
  it.each([
    ["terugkoppeling_ouders", "2026-10-12", "2026-10-26"],
    ["akkoord_regierol", "2026-10-12", "2026-11-02"],
    ["aanbod_regierol", "2026-11-16", "2026-11-24"],
    ["nieuw_aanbod", "2026-11-16", "2026-11-24"],
    ["eerste_contact", "2026-09-07", "2026-09-14"],
    ["giz", "2026-09-07", "2026-10-26"],
    ["actielijnen", "2026-09-07", "2026-11-09"],
    ["voortgang", "2026-11-09", "2027-01-05"],
    ["driemaandsreview", "2026-09-07", "2026-12-07"],
    ["driemaandsreview", "2026-09-22", "2027-01-04"],
    ["driemaandsreview", "2026-11-30", "2027-03-01"],
    ["actie", "2026-10-16", "2026-10-16"],
    ["actie", "2026-10-17", "2026-10-26"],
    ["meer_informatie", "2026-11-18", "2026-11-19"],
    ["toestemming_verloopt", "2027-07-16", "2027-06-04"],
    ["toestemming_verloopt", "2027-07-31", "2027-06-07"],
    ["bezwaartermijn", "2026-09-07", "2026-09-21"],
    ["afsluiting_bevestigen", "2026-09-07", "2026-09-14"],
    ["intrekking_afhandelen", "2026-10-16", "2026-10-27"],
    ["traject_tussenevaluatie", "2026-09-07", "2026-10-05"],
    ["traject_eindevaluatie", "2026-09-07", "2026-11-09"],
    ["wachtlijst_controle", "2026-09-18", "2026-10-26"],
    ["overbrugging_einde", "2026-12-18", "2026-12-11"],
    // After the autumn holiday, counted back over it.
    ["overbrugging_einde", "2026-10-27", "2026-10-13"],
    ["loket_versturen", "2026-09-07", "2026-09-14"],
    ["loket_ontvangst", "2026-10-12", "2026-10-26"],
    ["wijkteam_ontvangst", "2026-10-12", "2026-10-26"],
    ["loket_oppakken", "2026-09-07", "2026-10-05"],
    ["wijkteam_oppakken", "2026-09-07", "2026-10-05"],
    ["loket_navragen", "2026-09-18", "2026-10-26"],
    ["wijkteam_navragen", "2026-09-18", "2026-10-26"],
    ["verslag", "2026-09-07", "2026-09-14"],
  ] as const)("%s, from %s, is due on %s", (kind, anchor, due) => {
    expect(computeDue(kind, day(anchor), usual).toString()).toBe(due);
  });

  it("may differ per samenwerkingsverband", () => {
    const settings = termSettingsSchema.parse({ giz_schoolweken: 4, review_maanden: 2 });
    expect(computeDue("giz", day("2026-09-07"), { cal, settings }).toString()).toBe("2026-10-05");
    expect(computeDue("driemaandsreview", day("2026-09-07"), { cal, settings }).toString()).toBe(
      "2026-11-09",
    );
  });

  it.each([{ giz_weken: 4 }, { giz_schoolweken: 0 }, { giz_schoolweken: 2.5 }, { uitstel_keren: 3 }])(
    "is not taken from settings like %j",
    (settings) => {
      expect(termSettingsSchema.safeParse(settings).success).toBe(false);
    },
  );

  it("is always a schooldag", () => {
    fc.assert(
      fc.property(fc.constantFrom(...termKinds), fc.nat(600), (kind, days) => {
        const due = computeDue(kind, day("2026-02-01").add({ days }), usual);
        expect(isSchooldag(due, cal)).toBe(true);
      }),
    );
  });
});

describe("what happens in a case brings terms", () => {
  const besluit = (
    besluiten: Extract<TermEvent, { kind: "besluit_vastgelegd" }>["besluiten"],
    terugkoppelen = true,
  ): TermEvent => ({ kind: "besluit_vastgelegd", op: day("2026-09-07"), besluiten, terugkoppelen });

  it.each([
    [
      "assigning the regierol",
      besluit(["regierol_toewijzen", "doorzetten_loket"]),
      ["terugkoppeling_ouders 2026-09-14 ib", "akkoord_regierol 2026-09-21 ib"],
    ],
    ["going on with the same holder", besluit(["doorlopen"]), ["terugkoppeling_ouders 2026-09-14 ib"]],
    ["a besluit that nobody may be told yet", besluit(["afsluiten"], false), []],
    ["a no to the regierol", onDay("aanbod_geweigerd"), ["nieuw_aanbod 2026-09-14 ib"]],
    ["akkoord that is asked anew", onDay("akkoord_opnieuw"), ["akkoord_regierol 2026-09-21 ib"]],
    [
      "a holder who wants to give it on",
      onDay("overdracht_voorgesteld"),
      ["overdracht_regierol 2026-09-14 ib"],
    ],
    ["an offer without an answer", onDay("aanbod_verlopen"), ["nieuw_aanbod 2026-09-14 ib"]],
    ["offering the regierol", onDay("regierol_aangeboden"), ["aanbod_regierol 2026-09-14 aangeboden"]],
    [
      "the beginning of the regierol",
      onDay("regierol_actief"),
      [
        "eerste_contact 2026-09-14 regierolhouder",
        "giz 2026-10-26 regierolhouder",
        "actielijnen 2026-11-09 regierolhouder",
        "voortgang 2026-10-26 regierolhouder",
        "driemaandsreview 2026-12-07 regierolhouder",
      ],
    ],
    [
      "a handover, which leaves the other terms as they are",
      onDay("regierol_overgedragen"),
      ["eerste_contact 2026-09-14 regierolhouder"],
    ],
    ["a progress note", onDay("voortgang_vastgelegd"), ["voortgang 2026-10-26 regierolhouder"]],
    ["a three-month review", onDay("review_vastgelegd"), ["driemaandsreview 2026-12-07 regierolhouder"]],
    [
      "an action",
      { kind: "actie_afgesproken", op: day("2026-09-07"), voor: day("2026-09-26") } as const,
      ["actie 2026-09-28 actiehouder"],
    ],
    [
      "asking for more information",
      { kind: "informatie_gevraagd", op: day("2026-09-07"), voor: day("2026-09-25") } as const,
      ["meer_informatie 2026-09-25 ib"],
    ],
    [
      "consent for the school year",
      { kind: "toestemming_rond", op: day("2026-09-07"), geldigTot: day("2027-07-16") } as const,
      ["toestemming_verloopt 2027-06-04 ib"],
    ],
    [
      "consent for two weeks, which asks for its renewal at once",
      { kind: "toestemming_rond", op: day("2026-09-05"), geldigTot: day("2026-09-21") } as const,
      ["toestemming_verloopt 2026-09-07 ib"],
    ],
    [
      "a ground that falls away before its last day",
      { kind: "toestemming_verlopen", op: day("2026-09-07"), geldigTot: day("2026-09-06") } as const,
      ["toestemming_verloopt 2026-09-07 ib"],
    ],
    [
      "informing the parents in writing",
      {
        kind: "ouders_schriftelijk_geinformeerd",
        op: day("2026-09-07"),
        bezwaarTot: day("2026-09-24"),
      } as const,
      ["bezwaartermijn 2026-09-24 ib"],
    ],
    ["proposing to close", onDay("afsluiting_voorgesteld"), ["afsluiting_bevestigen 2026-09-14 ib"]],
    ["withdrawal", onDay("ingetrokken"), ["intrekking_afhandelen 2026-09-09 ib"]],
    ["closing", onDay("afgesloten"), []],
    [
      "a trajectory of eight weeks",
      onDay("traject_gestart"),
      [
        "traject_tussenevaluatie 2026-10-05 regierolhouder",
        "traject_eindevaluatie 2026-11-09 regierolhouder",
      ],
    ],
    [
      "its extension by four schoolweken",
      { kind: "traject_verlengd", op: day("2026-09-07"), voor: day("2026-09-14"), schoolweken: 4 } as const,
      ["traject_eindevaluatie 2026-10-12 regierolhouder"],
    ],
    ["a place on a waiting list", onDay("op_wachtlijst"), ["wachtlijst_controle 2026-10-07 regierolhouder"]],
    ["a check of it", onDay("wachtlijst_gecontroleerd"), ["wachtlijst_controle 2026-10-07 regierolhouder"]],
    ["a family that knows it goes to the Loket", onDay("loket_besloten"), ["loket_versturen 2026-09-14 ib"]],
    ["sending it there", onDay("loket_verstuurd"), ["loket_ontvangst 2026-09-14 ib"]],
    ["its receipt", onDay("loket_ontvangen"), ["loket_oppakken 2026-10-05 ib"]],
    ["taking it up", onDay("loket_opgepakt"), ["loket_navragen 2026-10-07 ib"]],
    ["asking without an outcome", onDay("wijkteam_nagevraagd"), ["wijkteam_navragen 2026-10-07 ib"]],
    ["an outcome", onDay("loket_uitkomst"), []],
    ["a round that was held", onDay("ronde_gehouden"), ["verslag 2026-09-14 voorzitter"]],
    ["telling the parents", onDay("ouders_geinformeerd"), []],
  ])("%s", (_what, event, expected) => {
    expect(shown(termsAfter(event, usual))).toEqual(expected);
  });

  it("is stored with the rule of that day, so that new settings leave it alone", () => {
    const [, giz] = termsAfter(onDay("regierol_actief"), usual);
    expect(giz).toMatchObject({ kind: "giz", rule: { unit: "schoolweken", amount: 6 } });
  });
});

describe("what happens in a case ends terms", () => {
  /** These go on when the hulpvraag has ended: of a round, of a stop, and of what was discussed without the parents. */
  const goesOn: readonly TermKind[] = [
    "verslag",
    "intrekking_afhandelen",
    "meldcode_stap",
    "uitzondering_vastleggen",
    "ouders_achteraf",
  ];
  const casus = termKinds.filter((kind) => !goesOn.includes(kind));
  it.each([
    ["ouders_geinformeerd", ["terugkoppeling_ouders"], []],
    ["akkoord_gegeven", ["akkoord_regierol"], []],
    ["akkoord_geweigerd", ["akkoord_regierol"], ["aanbod_regierol", "nieuw_aanbod"]],
    ["regierol_aangeboden", ["akkoord_regierol", "nieuw_aanbod", "overdracht_regierol"], []],
    ["aanbod_verlopen", [], ["aanbod_regierol"]],
    ["houder_weg", [], ["overdracht_regierol"]],
    ["overdracht_gestopt", ["overdracht_regierol"], ["nieuw_aanbod"]],
    ["aanbod_aanvaard", ["aanbod_regierol", "nieuw_aanbod"], []],
    ["aanbod_vervallen", [], ["aanbod_regierol"]],
    ["giz_afgerond", ["giz"], []],
    ["voortgang_vastgelegd", ["voortgang"], []],
    ["review_vastgelegd", ["driemaandsreview"], []],
    ["actie_gereed", ["actie"], []],
    ["actie_vervallen", [], ["actie"]],
    ["klaargezet", ["meer_informatie", "bezwaartermijn"], []],
    ["toestemming_vastgelegd", [], ["bezwaartermijn"]],
    ["toestemming_rond", ["toestemming_verloopt"], ["gesprek_ouders"]],
    ["toestemming_verlopen", [], []],
    ["nee_gezegd", [], ["toestemming_verloopt"]],
    ["grondslag_terug", [], ["stop_verwerking"]],
    ["traject_verlengd", [], ["traject_eindevaluatie"]],
    ["van_wachtlijst", ["wachtlijst_controle"], []],
    ["overbrugging_besloten", ["overbrugging_einde"], []],
    ["overbrugging_voorbij", [], ["overbrugging_einde"]],
    ["loket_verstuurd", ["loket_versturen"], []],
    ["loket_ontvangen", ["loket_ontvangst"], []],
    ["loket_opgepakt", ["loket_ontvangst", "loket_oppakken"], []],
    ["loket_nagevraagd", ["loket_navragen"], []],
    ["loket_uitkomst", ["loket_navragen"], ["loket_versturen", "loket_ontvangst", "loket_oppakken"]],
    ["wijkteam_uitkomst", ["wijkteam_navragen"], ["wijkteam_ontvangst", "wijkteam_oppakken"]],
    ["verslag_vastgesteld", ["verslag"], []],
    ["regierol_overgedragen", [], ["overdracht_regierol"]],
    ["afgesloten", ["afsluiting_bevestigen"], casus.filter((kind) => kind !== "afsluiting_bevestigen")],
    ["ingetrokken", [], casus],
  ] satisfies [TermEventKind, TermKind[], TermKind[]][])(
    "%s: done are %j, asked of nobody any more are %j",
    (kind, klaar, vervallen) => {
      expect(termsEndedBy({ kind })).toEqual({ klaar, vervallen });
    },
  );

  it("every term can begin, can end and says where it comes from", () => {
    for (const row of Object.values(termTable)) {
      expect(row.starts.length).toBeGreaterThan(0);
      expect(row.ends.length).toBeGreaterThan(0);
      expect(row.acts.length).toBeGreaterThan(0);
      expect(row.source).toMatch(/^00[0-4]( §\d\.\d)?$/);
    }
  });
});

describe("a changed calendar", () => {
  const open = (anchor: string, rule: TermRule, own: Partial<OpenTerm> = {}): OpenTerm => ({
    id: "t1",
    anchor: day(anchor),
    rule,
    arose: day(anchor),
    due: dueOf(day(anchor), rule, cal),
    postponedTo: null,
    ...own,
  });
  const withStudyDay = (text: string): SchoolCalendar => ({
    ...cal,
    studiedagen: [...cal.studiedagen, day(text)],
  });
  const moved = (term: OpenTerm, changed: SchoolCalendar) =>
    recompute([term], changed).map(({ id, from, to }) => `${id} ${from} ${to}`);
  const five: TermRule = { unit: "schooldagen", amount: 5 };

  it.each([
    ["a study day within the term", "2026-09-10", ["t1 2026-09-14 2026-09-15"]],
    ["a study day on its last day", "2026-09-14", ["t1 2026-09-14 2026-09-15"]],
    ["a study day the day after", "2026-09-15", []],
    ["a study day on the day it began", "2026-09-07", []],
  ])("moves what it touches: %s", (_what, studyDay, expected) => {
    expect(moved(open("2026-09-07", five), withStudyDay(studyDay))).toEqual(expected);
  });

  it("brings a term forward again when the study day is taken out", () => {
    const term = open("2026-11-16", five);
    expect(term.due.toString()).toBe("2026-11-24");
    expect(moved(term, { ...cal, studiedagen: [] })).toEqual(["t1 2026-11-24 2026-11-23"]);
  });

  it("leaves a postponed term on the chosen day, or moves it to the next schooldag", () => {
    const term = open("2026-09-07", five, { due: day("2026-09-22"), postponedTo: day("2026-09-22") });
    expect(moved(term, withStudyDay("2026-09-10"))).toEqual([]);
    expect(moved(term, withStudyDay("2026-09-22"))).toEqual(["t1 2026-09-22 2026-09-23"]);
  });

  it("never makes a term due before it arose", () => {
    const rule = ruleFor("toestemming_verloopt", usualTermSettings);
    const term = open("2026-09-21", rule, { arose: day("2026-09-07"), due: day("2026-09-07") });
    expect(moved(term, withStudyDay("2026-09-10"))).toEqual([]);
    expect(moved(term, withStudyDay("2026-09-07"))).toEqual(["t1 2026-09-07 2026-09-08"]);
  });

  it("changes nothing when it is not changed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...termKinds), fc.nat(500), (kind, days) => {
        const anchor = day("2026-02-01").add({ days });
        const rule = ruleFor(kind, usualTermSettings);
        const due = dueOf(anchor, rule, cal);
        const arose = Temporal.PlainDate.compare(due, anchor) < 0 ? due : anchor;
        expect(recompute([{ id: "t1", anchor, rule, arose, due, postponedTo: null }], cal)).toEqual([]);
      }),
    );
  });
});

it("a stored rule is read back as it was", () => {
  for (const kind of termKinds) {
    const rule = ruleFor(kind, usualTermSettings);
    expect(termRuleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  }
  expect(termRuleSchema.safeParse({ unit: "weken", amount: 6 }).success).toBe(false);
});
