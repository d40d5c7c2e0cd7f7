import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dossier } from "#domain/dossier.ts";
import {
  checkPauze,
  eindeVan,
  gepauzeerd,
  lopendePauze,
  naPauzes,
  type PauzeFeit,
  pauzeGrens,
  pauzeTermOf,
  schooldagenIn,
} from "#domain/pauze.ts";
import {
  addSchooldagen,
  isSchooldag,
  nextSchooldag,
  type SchoolCalendar,
  schooldagenBetween,
} from "#domain/schooldag.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { dueOf, recompute, type TermRule, termsAfter } from "#domain/termijn.ts";
import { sinceFor } from "#domain/termijn-eigenaar.ts";
import { termSettingsSchema, usualTermSettings } from "#domain/termijn-setting.ts";
import { termKinds, termTable } from "#domain/termijn-table.ts";
import { tijdlijnOf } from "#domain/tijdlijn.ts";
import { momentOf } from "#domain/today.ts";
import { aBesluit, aDossier, akkoord, aRegierol, aTermijn, date, now, today } from "./a-dossier.ts";

const noon = Temporal.PlainTime.from("12:00");
const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [
    { from: date("2026-12-19"), to: date("2027-01-03"), name: "Kerstvakantie" },
    { from: date("2027-02-13"), to: date("2027-02-21"), name: "Voorjaarsvakantie" },
  ],
  studiedagen: [date("2026-11-18")],
  openOp: [],
  horizon: date("2027-08-29"),
};
const withDays = (days: readonly Temporal.PlainDate[]): SchoolCalendar => ({
  ...cal,
  studiedagen: [...cal.studiedagen, ...days],
});

const pauze = (van: string, tot: string, over: Partial<PauzeFeit> = {}): PauzeFeit => ({
  ...{ id: "p", reden: "gezin_tijdelijk_weg", gestoptOp: null },
  ...{ van: date(van), tot: date(tot), begonnenOp: momentOf(date(van), noon) },
  ...over,
});
const at = (van: Temporal.PlainDate, days: number, gestopt: number | null = null): PauzeFeit => ({
  ...pauze(van.toString(), van.add({ days }).toString()),
  gestoptOp: gestopt === null ? null : van.add({ days: gestopt }),
});

/** Counted from a day; begun before any pause of these tests. */
const counted = (anchor: Temporal.PlainDate, rule: TermRule) =>
  pauzeTermOf({ kind: "giz", anchor, rule, madeAt: momentOf(anchor, noon) });

const anyRule = fc.oneof(
  fc.record({ unit: fc.constant("schooldagen" as const), amount: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant("schoolweken" as const), amount: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ unit: fc.constant("maanden" as const), amount: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ unit: "vast" as const }),
);
const anyDay = fc.nat(200).map((days) => date("2026-09-01").add({ days }));
const anyTerm = fc.record({ anchor: anyDay, rule: anyRule });
const studyDays = fc.array(anyDay, { maxLength: 6 });

describe("which terms stand still", () => {
  const still = ["giz", "actielijnen", "voortgang", "traject_tussenevaluatie", "traject_eindevaluatie"];
  it.each(termKinds)("%s", (kind) => {
    const row = termTable[kind];
    expect(row.pauzeert).toBe(still.includes(kind));
    // What lapses, or is told only to the ib, or goes on after the case never does.
    if (row.pauzeert) expect(row).toMatchObject({ ladder: "gewoon", forIbAlone: false, endsWithCase: true });
    else
      expect(
        naPauzes(
          today,
          { kind, vanaf: date("2026-09-01"), gekozenOp: null },
          { pauzes: [pauze("2026-11-02", "2026-12-11")], cal },
        ),
      ).toEqual(today);
  });
});

describe("what a pause makes of a day", () => {
  it("is later by exactly its schooldagen, whatever the rule and wherever they lie", () => {
    fc.assert(
      fc.property(anyTerm, fc.nat(60), fc.nat(42), ({ anchor, rule }, ahead, days) => {
        const due = dueOf(anchor, rule, cal);
        const one = at(anchor.add({ days: ahead }), days);
        const after = naPauzes(due, counted(anchor, { unit: "schooldagen", amount: 1 }), {
          pauzes: [one],
          cal,
        });
        // What was late when it began stays so.
        const late = Temporal.PlainDate.compare(due, one.van) < 0;
        expect(schooldagenBetween(due, after, cal)).toBe(late ? 0 : schooldagenIn(one.van, one.tot, cal));
        expect(isSchooldag(after, cal)).toBe(true);
      }),
    );
  });

  it("is nothing when it was stopped on its first day", () => {
    fc.assert(
      fc.property(anyTerm, fc.nat(60), fc.nat(42), ({ anchor, rule }, ahead, days) => {
        const due = dueOf(anchor, rule, cal);
        const one = at(anchor.add({ days: ahead }), days, 0);
        expect(naPauzes(due, counted(anchor, rule), { pauzes: [one], cal })).toEqual(due);
        expect(lopendePauze({ pauzes: [one] }, one.van)).toBeNull();
      }),
    );
  });

  it("of one that was stopped counts no further than the day before", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 42 }),
        fc.integer({ min: 1, max: 42 }),
        (anchor, days, stop) => {
          const gestopt = Math.min(stop, days);
          const due = addSchooldagen(anchor, 30, cal);
          const term = counted(anchor, { unit: "schooldagen", amount: 30 });
          const stopped = naPauzes(due, term, { pauzes: [at(anchor, days, gestopt)], cal });
          expect(stopped).toEqual(naPauzes(due, term, { pauzes: [at(anchor, gestopt - 1)], cal }));
        },
      ),
    );
  });

  it("of two adds up", () => {
    const due = date("2026-12-18");
    const term = counted(date("2026-11-02"), { unit: "schooldagen", amount: 33 });
    const both = [pauze("2026-11-09", "2026-11-13"), pauze("2026-11-30", "2026-12-02")];
    const after = naPauzes(due, term, { pauzes: both, cal });
    expect(schooldagenBetween(due, after, cal)).toBe(5 + 3);
    expect(naPauzes(due, term, { pauzes: both.toReversed(), cal })).toEqual(after);
  });

  it("is nothing for what began, or was put off, after it", () => {
    const before = [pauze("2026-11-02", "2026-11-06")];
    const late = counted(date("2026-11-09"), { unit: "schooldagen", amount: 5 });
    expect(naPauzes(date("2026-11-16"), late, { pauzes: before, cal })).toEqual(date("2026-11-16"));
    const putOff = pauzeTermOf({
      ...{ kind: "giz", anchor: date("2026-10-05"), rule: { unit: "schoolweken", amount: 6 } },
      ...{ madeAt: momentOf(date("2026-10-05"), noon), postponedOn: date("2026-11-09") },
    });
    expect(naPauzes(date("2026-11-24"), putOff, { pauzes: before, cal })).toEqual(date("2026-11-24"));
  });

  it("lets what begins in it count from the first schooldag after it", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.integer({ min: 1, max: 40 }), (van, days, amount) => {
        const one = at(van, 35);
        const start = nextSchooldag(van.add({ days }), cal);
        fc.pre(Temporal.PlainDate.compare(start, one.tot) <= 0);
        const due = naPauzes(
          addSchooldagen(start, amount, cal),
          counted(start, { unit: "schooldagen", amount }),
          {
            pauzes: [one],
            cal,
          },
        );
        const first = nextSchooldag(one.tot.add({ days: 1 }), cal);
        expect(due).toEqual(addSchooldagen(first, amount, cal));
      }),
    );
  });

  it.each([
    ["2026-12-15", "2026-12-15"],
    ["2026-12-04", "2026-12-14"],
    ["2026-12-11", "2026-12-14"],
  ])("leaves a day that was chosen in it, %s, but not within it: %s", (chosen, expected) => {
    const one = pauze("2026-11-23", "2026-12-11");
    const term = pauzeTermOf({
      ...{ kind: "giz", anchor: date(chosen), rule: { unit: "vast" } },
      madeAt: momentOf(date("2026-11-25"), noon),
    });
    expect(naPauzes(date(chosen), term, { pauzes: [one], cal })).toEqual(date(expected));
    const earlier = { ...term, vanaf: date("2026-11-20"), gekozenOp: momentOf(date("2026-11-20"), noon) };
    expect(
      schooldagenBetween(date(chosen), naPauzes(date(chosen), earlier, { pauzes: [one], cal }), cal),
    ).toBe(15);
  });

  it("is the same when the calendar changes meanwhile as when it is counted afresh", () => {
    fc.assert(
      fc.property(
        anyTerm,
        fc.array(fc.tuple(fc.nat(90), fc.nat(30)), { maxLength: 2 }),
        studyDays,
        studyDays,
        ({ anchor, rule }, spans, before, after) => {
          const madeAt = momentOf(anchor, noon);
          const term = pauzeTermOf({ kind: "giz", anchor, rule, madeAt });
          const pauzes = spans.map(([ahead, days], index) =>
            at(anchor.add({ days: 1 + ahead + index * 130 }), days),
          );
          const afresh = (school: SchoolCalendar) =>
            naPauzes(dueOf(anchor, rule, school), term, { pauzes, cal: school });
          const [old, fresh] = [withDays(before), withDays(after)];
          const open = {
            ...{ id: "t", anchor, rule, arose: anchor, postponedTo: null },
            pauze: { term, pauzes },
          };
          const moved = recompute([{ ...open, due: afresh(old) }], fresh);
          expect(moved[0]?.to ?? afresh(old)).toEqual(afresh(fresh));
          expect(recompute([{ ...open, due: afresh(fresh) }], fresh)).toEqual([]);
        },
      ),
    );
  });

  it("is in what begins by what happened, as it is when it is counted again", () => {
    const pauzes = [pauze("2026-11-23", "2026-12-11")];
    const nu = momentOf(date("2026-11-25"), noon);
    const context = { cal, settings: usualTermSettings, pauzes, nu };
    for (const term of termsAfter({ kind: "regierol_actief", op: date("2026-11-25") }, context)) {
      const { anchor, rule, arose, due, kind } = term;
      const open = { ...{ id: "t", anchor, rule, arose, due, postponedTo: null } };
      expect(
        recompute([{ ...open, pauze: { term: pauzeTermOf({ ...term, madeAt: nu }), pauzes } }], cal),
      ).toEqual([]);
      const bare = dueOf(anchor, rule, cal);
      expect(schooldagenBetween(bare, due, cal)).toBe(termTable[kind].pauzeert ? 13 : 0);
    }
  });
});

describe("while it lasts", () => {
  const one = pauze("2026-11-20", "2026-12-11");
  const held: Partial<Dossier> = {
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
    termijnen: [
      aTermijn("giz", "2026-12-16"),
      aTermijn("voortgang", "2026-11-19"),
      aTermijn("driemaandsreview", "2026-11-16"),
    ],
    pauzes: [one],
  };
  const see = (persoonId: string, over: Partial<Dossier> = held) =>
    seeHulpvraag(aDossier(over), { persoonId }, now);

  it.each([
    ["2026-11-19", false],
    ["2026-11-20", true],
    ["2026-12-11", true],
    ["2026-12-12", false],
  ])("on %s: %s", (day, stands) => {
    expect(lopendePauze({ pauzes: [one] }, date(day)) !== null).toBe(stands);
    const stilOp = (soort: string, vervalt: string) =>
      gepauzeerd({ pauzes: [one] }, { soort, vervalt: date(vervalt) }, date(day));
    for (const vervalt of ["2026-11-20", "2026-12-30"]) expect(stilOp("giz", vervalt)).toBe(stands);
    expect(stilOp("giz", "2026-11-19"), "what was late before it goes on being late").toBe(false);
    for (const soort of ["driemaandsreview", "eerste_contact", "actie", "meldcode_stap"])
      expect(stilOp(soort, "2026-12-30"), soort).toBe(false);
  });

  it("nothing of the approach is late, and the review is", () => {
    const late = see("smw1")?.termijnen.map(({ soort, teLaat, gepauzeerd }) => [soort, teLaat, gepauzeerd]);
    expect(late).toEqual([
      ["giz", false, true],
      ["voortgang", true, false],
      ["driemaandsreview", true, false],
    ]);
    const gezien = see("smw1");
    if (!gezien) throw new Error("nothing to see");
    const standen = tijdlijnOf(gezien, today).nu.filter(({ soort }) => soort === "giz");
    expect(standen.map(({ stand }) => stand)).toEqual(["gepauzeerd"]);
  });

  it("why is seen by who reads the rest, and by nobody else", () => {
    expect(see("smw1")?.pauze).toEqual({ van: one.van, tot: one.tot, reden: "gezin_tijdelijk_weg" });
    expect(see("ib1")?.pauze?.reden).toBe("gezin_tijdelijk_weg");
    const silent = { ...held, toestemming: null };
    for (const persoonId of ["ib1", "smw1", "bpo1", "wijk1"]) {
      const gezien = see(persoonId, silent);
      if (gezien && gezien.wat === null) expect(gezien.pauze).toBeNull();
    }
  });

  it.each([
    ["the holder", "smw1", {}, "pauze_stoppen"],
    ["the ib", "ib1", {}, "pauze_stoppen"],
    ["the holder, when none runs", "smw1", { pauzes: [] }, "pauzeren"],
    ["the ib, after the last day", "ib1", { pauzes: [pauze("2026-11-02", "2026-11-20")] }, "pauzeren"],
    ["the holder of what cannot wait", "smw1", { pauzes: [], urgentie: "niet_wachten" }, null],
    ["somebody else", "bpo1", { pauzes: [] }, null],
    ["the ib of what is besproken", "ib1", { pauzes: [], status: "besproken", regierollen: [] }, null],
  ] as const)("%s may: %s", (_who, persoonId, over, act) => {
    const mag = see(persoonId, { ...held, ...over })?.mag;
    for (const one of ["pauzeren", "pauze_stoppen"] as const)
      expect(mag?.has(one) ?? false).toBe(one === act);
  });

  it("what should have come meanwhile was not missed", () => {
    const over = aDossier({ ...held, pauzes: [pauze("2026-10-26", "2026-11-22")] });
    const since = (soort: string, vervalt: string) =>
      sinceFor(over, {
        ...{ persoonId: "smw1", sinds: date("2026-10-01"), soort, vervalt: date(vervalt), today },
      }).toString();
    expect(since("giz", "2026-12-16")).toBe("2026-11-22");
    const without = since("driemaandsreview", "2026-12-16");
    expect(Temporal.PlainDate.compare(date(without), date("2026-11-22"))).toBe(-1);
    expect(since("giz", "2026-10-23"), "it was late already, and did not stand still").toBe(without);
  });
});

describe("a traject that was extended", () => {
  const madeAt = momentOf(date("2027-01-11"), noon);
  const stood = date("2027-02-01");
  const rule: TermRule = { unit: "schoolweken", amount: 2 };
  const end = (pauzes: readonly PauzeFeit[]) =>
    naPauzes(
      dueOf(stood, rule, cal),
      pauzeTermOf({ kind: "traject_eindevaluatie", anchor: stood, rule, madeAt }),
      { pauzes, cal },
    );

  it("stands still like any other, also before the day that stood", () => {
    const later = pauze("2027-01-13", "2027-01-19");
    expect(schooldagenBetween(end([]), end([later]), cal)).toBe(5);
  });

  it("counts no pause twice that the day that stood had counted", () => {
    expect(end([pauze("2027-01-06", "2027-01-19")])).toEqual(end([]));
    expect(end([pauze("2026-11-09", "2026-11-20")])).toEqual(end([]));
  });
});

describe("how long and how often", () => {
  const grens = (pauzes: readonly PauzeFeit[], set: object = {}) =>
    pauzeGrens({ pauzes }, today, { cal, settings: termSettingsSchema.parse(set) });

  it("is six schoolweken at most, and twice", () => {
    expect(grens([]).uiterlijk).toEqual(addSchooldagen(today, 30, cal));
    const old = pauze("2026-09-07", "2026-09-11");
    expect(grens([old]).kan).toBe(true);
    expect(grens([old, { ...old, van: date("2026-10-05"), tot: date("2026-10-09") }]).kan).toBe(false);
    expect(grens([old], { pauze_keren: 1 }).kan).toBe(false);
    expect(grens([], { pauze_schoolweken: 2 }).uiterlijk).toEqual(addSchooldagen(today, 10, cal));
  });

  it("does not count what was stopped on its first day", () => {
    const nothing = pauze("2026-09-07", "2026-09-11", { gestoptOp: date("2026-09-07") });
    expect(eindeVan(nothing).toString()).toBe("2026-09-06");
    expect(grens([nothing, nothing]).keren).toBe(0);
  });

  it.each([
    ["no reason", { reden: null, tot: today }, { reden: { kind: "leeg" } }],
    ["no day", { reden: "gezin_tijdelijk_weg", tot: null }, { tot: { kind: "leeg" } }],
    [
      "yesterday",
      { reden: "gezin_tijdelijk_weg", tot: today.subtract({ days: 1 }) },
      { tot: { kind: "voorbij" } },
    ],
    ["today", { reden: "gezin_tijdelijk_weg", tot: today }, null],
    ["the last day", { reden: "wacht_op_andere_hulp", tot: grens([]).uiterlijk }, null],
    [
      "the day after that",
      { reden: "wacht_op_andere_hulp", tot: grens([]).uiterlijk.add({ days: 1 }) },
      { tot: { kind: "te_ver", uiterlijk: grens([]).uiterlijk } },
    ],
  ] as const)("asks for a reason and a day: %s", (_what, form, problemen) => {
    expect(checkPauze(form, grens([]))).toEqual(problemen);
  });
});
