import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trajectActs } from "#domain/hulpvraag-mag.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { termsAfter, termsEndedBy } from "#domain/termijn.ts";
import type { TermEvent } from "#domain/termijn-event.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import type { TermKind } from "#domain/termijn-table.ts";
import {
  checkEind,
  checkStart,
  checkStoppen,
  checkTussen,
  checkVerlengen,
  openTraject,
  planGrens,
  planProblem,
  startVanaf,
  type TrajectFeit,
  trajectLaatst,
  trajectStappen,
  trajectTermen,
  trajectVolgende,
  verlengEvent,
} from "#domain/traject.ts";
import { seeTraject, wijkteamStand } from "#domain/traject-view.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  aRegierol,
  aTeamlid,
  aTermijn,
  aToestemming,
  date,
  moment,
  now,
  someTeam,
  takenBack,
  today,
} from "./a-dossier.ts";

const started: TrajectFeit = {
  ...{ id: "t1", gestartOp: date("2026-10-05"), tussen: null, meerHulpOp: null, eindGeplandOp: null },
  ...{ verlengd: null, eind: null, gestopt: null, vervallen: false, genodigden: [] },
};
const tussen = { op: date("2026-11-09"), stand: "op_koers" } as const;
const verlengd = { op: date("2026-11-16"), reden: "bijna_bereikt", weken: 4 } as const;
const eind = { op: date("2026-11-23"), uitkomst: "deels" } as const;
const halfway = { ...started, tussen };
const extended = { ...halfway, verlengd };
const ended = { ...extended, eind };
const stopped = { ...started, gestopt: { op: date("2026-10-12"), reden: "past_niet" as const } };

describe("each state and each step", () => {
  const each = [
    ["begun", started, ["tussen", "eind", "plannen", "meer_hulp", "verlengen", "stoppen"]],
    ["halfway", halfway, ["eind", "plannen", "meer_hulp", "verlengen", "stoppen"]],
    ["extended, once and no more", extended, ["eind", "plannen", "meer_hulp", "stoppen"]],
    [
      "extended before its middle",
      { ...started, verlengd },
      ["tussen", "eind", "plannen", "meer_hulp", "stoppen"],
    ],
    ["ended", ended, []],
    ["stopped", stopped, []],
    ["fallen away with the hulpvraag", { ...started, vervallen: true }, []],
  ] as const;
  it.each(each)("%s", (_what, feit, steps) => {
    expect(trajectVolgende(feit)).toEqual(steps);
    expect(trajectVolgende(feit, true)).toEqual(steps.length > 0 ? ["stoppen"] : []);
    expect(openTraject({ trajecten: [feit] })).toEqual(steps.length > 0 ? feit : null);
  });
});

const onlyKinds = (problems: object | null) =>
  problems &&
  Object.fromEntries(Object.entries(problems).map(([veld, one]) => [veld, (one as { kind: string }).kind]));

describe("days and answers", () => {
  const last = date("2026-11-09");
  const days = [
    ["no day", null, "leeg"],
    ["the day before the last that was held", date("2026-11-08"), "te_vroeg"],
    ["the day of the last that was held", last, null],
    ["today", today, null],
    ["tomorrow", today.add({ days: 1 }), "toekomst"],
  ] as const;
  it.each(days)("%s", (_what, op, kind) => {
    const expected = kind && { op: kind };
    expect(onlyKinds(checkStart({ op }, { vanaf: last, today }))).toEqual(expected);
    const begun = { ...started, gestartOp: last };
    expect(onlyKinds(checkTussen(begun, { op, stand: "op_koers", meerHulp: "nee" }, today))).toEqual(
      expected,
    );
    expect(onlyKinds(checkEind(halfway, { op, uitkomst: "niet" }, today))).toEqual(expected);
    expect(onlyKinds(checkStoppen(halfway, { op, reden: "past_niet" }, today))).toEqual(expected);
    const longer = { op, reden: "borgen_in_klas", weken: 2 } as const;
    expect(onlyKinds(checkVerlengen(halfway, longer, { today, maxWeken: 8 }))).toEqual(expected);
  });

  it("asks for each answer", () => {
    expect(onlyKinds(checkTussen(started, { op: today, stand: null, meerHulp: null }, today))).toEqual({
      ...{ stand: "leeg", meerHulp: "leeg" },
    });
    expect(onlyKinds(checkEind(started, { op: today, uitkomst: null }, today))).toEqual({ uitkomst: "leeg" });
    expect(onlyKinds(checkStoppen(started, { op: today, reden: null }, today))).toEqual({ reden: "leeg" });
  });

  it.each([
    [null, false],
    [0, false],
    [1, true],
    [8, true],
    [9, false],
    [1.5, false],
  ])("an extension of %s of at most eight schoolweken", (weken, allowed) => {
    const form = { op: today, reden: "bijna_bereikt", weken } as const;
    const wrong = checkVerlengen(started, form, { today, maxWeken: 8 });
    expect(wrong).toEqual(allowed ? null : { weken: { kind: "leeg" } });
  });

  it("begins not before the round decided, the regie began or the former one ended", () => {
    const besluiten = [aBesluit(["regierol_toewijzen"], { genomenOp: moment("2026-10-01T14:00") })];
    const regieSinds = moment("2026-10-05T09:00");
    expect(startVanaf({ besluiten, regieSinds: null, trajecten: [] })?.toString()).toBe("2026-10-01");
    expect(startVanaf({ besluiten, regieSinds, trajecten: [] })?.toString()).toBe("2026-10-05");
    expect(startVanaf({ besluiten, regieSinds, trajecten: [ended] })?.toString()).toBe("2026-11-23");
    expect(startVanaf({ besluiten, regieSinds, trajecten: [{ ...ended, vervallen: true }] })).toEqual(
      date("2026-10-05"),
    );
  });
});

describe("the day of the evaluation at the end", () => {
  const cal = {
    regio: "M" as const,
    holidays: [],
    studiedagen: [date("2026-12-07")],
    openOp: [],
    horizon: date("2030-07-31"),
  };
  const grens = planGrens(date("2026-11-30"), today, cal);
  it.each([
    [null, "leeg"],
    ["2026-11-22", "te_vroeg"],
    ["2026-11-23", undefined],
    ["2026-11-28", "geen_schooldag"],
    ["2026-12-07", "geen_schooldag"],
    ["2026-12-15", undefined],
    ["2026-12-16", "te_ver"],
  ] as const)("%s", (op, kind) => {
    expect(planProblem(op && date(op), grens, cal)?.kind).toBe(kind);
  });
  it("can still be agreed when its term is over", () => {
    expect(planGrens(date("2026-11-02"), today, cal).uiterlijk.toString()).toBe("2026-12-08");
  });
});

describe("the wijkteam at the end", () => {
  const named = aToestemming({ partners: ["smw", "bpo", "wijkteam"] });
  const held = {
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
    toestemming: named,
    trajecten: [started],
  } as const;
  const asked = { ...started, genodigden: [{ persoonId: "wijk1", gekoppeld: true }] };
  const linked = [{ persoonId: "wijk1", tot: null }];
  it.each([
    ["can be asked when the toestemming names it", held, "te_vragen"],
    ["is not told when it does not", { ...held, toestemming: aToestemming() }, "niet_in_toestemming"],
    [
      "is not there",
      { ...held, team: someTeam.filter(({ functie }) => functie !== "wijkteam") },
      "niet_in_team",
    ],
    ["left", { ...held, team: [aTeamlid("wijk1", "wijkteam", { tot: date("2026-11-22") })] }, "niet_in_team"],
    ["has the regierol", { ...held, regierollen: [aRegierol("wijk1")] }, "houder"],
    ["is asked", { ...held, trajecten: [asked], koppelingen: linked }, "gevraagd"],
    [
      "was asked, and is not named any more",
      { ...held, trajecten: [asked], koppelingen: linked, toestemming: aToestemming() },
      "niet_in_toestemming",
    ],
  ] as const)("%s", (_what, over, stand) => {
    const dossier = aDossier(over);
    expect(wijkteamStand(dossier, dossier.trajecten?.[0] ?? started, now)).toBe(stand);
  });

  it("who is asked sees so, others see who it is, and who reads nothing sees nothing", () => {
    const termijnen = [aTermijn("traject_eindevaluatie", "2026-11-30")];
    const dossier = aDossier({ ...held, trajecten: [asked], koppelingen: linked, termijnen });
    expect(seeHulpvraag(dossier, { persoonId: "wijk1" }, now)?.traject).toMatchObject({ voorMij: true });
    expect(seeHulpvraag(dossier, { persoonId: "smw1" }, now)?.traject).toMatchObject({
      ...{ voorMij: false, genodigden: [{ naam: "Naam van wijk1", functie: "wijkteam" }] },
      eindUiterlijk: date("2026-11-30"),
    });
    expect(seeHulpvraag(dossier, { persoonId: "jv1" }, now)).toBeNull();
    const gone = aDossier({ ...dossier, toestemming: takenBack(named, date("2026-11-22")) });
    expect(seeHulpvraag(gone, { persoonId: "wijk1" }, now)).toBeNull();
    const waits = seeHulpvraag(gone, { persoonId: "smw1" }, now);
    expect(waits).toMatchObject({ traject: null, termijnen: [] });
    expect(seeHulpvraag(gone, { persoonId: "ib1" }, now)?.traject).toMatchObject({
      ...{ volgende: ["stoppen"], genodigden: [], eindUiterlijk: null },
    });
  });

  it("an evaluation that was held is not told to a holder who may not read any more", () => {
    const termijnen = [
      aTermijn("traject_tussenevaluatie", "2026-11-02", { status: "klaar", klaarOp: now }),
      aTermijn("giz", "2026-11-02", { status: "klaar", klaarOp: now }),
    ];
    const dossier = aDossier({ ...held, termijnen });
    const kinds = (one: typeof dossier) =>
      seeHulpvraag(one, { persoonId: "smw1" }, now)?.termijnen.map(({ soort }) => soort);
    expect(kinds(dossier)).toEqual(["traject_tussenevaluatie", "giz"]);
    expect(kinds({ ...dossier, toestemming: takenBack(named, date("2026-11-22")) })).toEqual(["giz"]);
  });

  it("shows the last one that did not fall away", () => {
    const at = { persoonId: "smw1", now, stil: false };
    expect(seeTraject(aDossier({ trajecten: [ended, { ...started, vervallen: true }] }), at)?.eind).toEqual(
      eind,
    );
    expect(seeTraject(aDossier({}), at)).toBeNull();
  });
});

it("whatever is pressed, days stay in order, it is extended at most once, and terms wait exactly for what is to come", () => {
  const cal = { regio: "M" as const, holidays: [], studiedagen: [], openOp: [], horizon: date("2030-07-31") };
  const context = { cal, settings: usualTermSettings };
  const far = date("2028-06-01");
  const next = (feit: TrajectFeit, stap: (typeof trajectStappen)[number], op: Temporal.PlainDate) => {
    switch (stap) {
      case "tussen": {
        const wrong = checkTussen(feit, { op, stand: "bijgesteld", meerHulp: "nee" }, far);
        const event = { kind: "tussenevaluatie_gehouden", op } as const;
        return wrong ? null : { feit: { ...feit, tussen: { op, stand: "bijgesteld" as const } }, event };
      }
      case "eind": {
        const event = { kind: "eindevaluatie_gehouden", op } as const;
        const made = { ...feit, eind: { op, uitkomst: "deels" as const } };
        return checkEind(feit, { op, uitkomst: "deels" }, far) ? null : { feit: made, event };
      }
      case "verlengen": {
        const longer = { op, reden: "borgen_in_klas", weken: 3 } as const;
        const event = verlengEvent(op, null, 3);
        const wrong = checkVerlengen(feit, longer, { today: far, maxWeken: 8 });
        return wrong ? null : { feit: { ...feit, verlengd: longer }, event };
      }
      case "stoppen": {
        const event = { kind: "traject_gestopt", op } as const;
        const made = { ...feit, gestopt: { op, reden: "past_niet" as const } };
        return checkStoppen(feit, { op, reden: "past_niet" }, far) ? null : { feit: made, event };
      }
      default:
        return null;
    }
  };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...trajectStappen), fc.integer({ min: -3, max: 40 })), {
        maxLength: 10,
      }),
      (presses) => {
        let feit = started;
        const open = new Set<TermKind>();
        const happens = (event: TermEvent) => {
          const { klaar, vervallen } = termsEndedBy(event);
          for (const kind of [...klaar, ...vervallen]) open.delete(kind);
          for (const { kind } of termsAfter(event, context)) open.add(kind);
        };
        happens({ kind: "traject_gestart", op: feit.gestartOp });
        for (const [stap, days] of presses) {
          const before = trajectLaatst(feit);
          const op = before.add({ days });
          if (!trajectVolgende(feit).includes(stap)) continue;
          const made = next(feit, stap, op);
          if (!made) continue;
          feit = made.feit;
          happens(made.event);
          expect(Temporal.PlainDate.compare(trajectLaatst(feit), before)).toBeGreaterThanOrEqual(0);
        }
        const steps = trajectVolgende(feit);
        const waits = trajectTermen.filter((kind) =>
          steps.includes(kind === "traject_tussenevaluatie" ? "tussen" : "eind"),
        );
        expect([...open].toSorted()).toEqual([...waits].toSorted());
      },
    ),
  );
});

describe("who may do what with it", () => {
  const held = {
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
  } as const;
  const begun = { ...held, trajecten: [started] };
  const withdrawn = takenBack(aToestemming(), date("2026-11-22"));
  const all = trajectActs.filter((act) => act !== "traject_starten");
  it.each([
    ["the holder, none yet", "smw1", held, ["traject_starten"]],
    ["the ib, none yet", "ib1", held, ["traject_starten"]],
    ["the holder, begun", "smw1", begun, all],
    ["the ib, begun", "ib1", begun, all],
    ["the holder, the former one ended", "smw1", { ...held, trajecten: [ended] }, ["traject_starten"]],
    ["somebody who reads along", "bpo1", { ...begun, koppelingen: [{ persoonId: "bpo1", tot: null }] }, []],
    ["the ib, back at the schakelteam", "ib1", { ...begun, status: "klaargezet" as const }, all],
    ["the ib, back at the schakelteam, none yet", "ib1", { ...held, status: "klaargezet" as const }, []],
    ["the ib, taken back", "ib1", { ...begun, toestemming: withdrawn }, ["traject_stoppen"]],
    ["the holder, taken back", "smw1", { ...begun, toestemming: withdrawn }, []],
    ["the ib, closed", "ib1", { ...begun, status: "afgesloten" as const }, []],
  ] as const)("%s", (_what, persoonId, over, acts) => {
    const mag = seeHulpvraag(aDossier(over), { persoonId }, now)?.mag ?? new Set();
    expect(trajectActs.filter((act) => mag.has(act))).toEqual(acts);
    expect(mag.has("traject_regelen")).toBe(acts.length > 0);
  });
});

it("an extension never ends sooner than the day that stood, and is of the day on which it was agreed", () => {
  const cal = { regio: "M" as const, holidays: [], studiedagen: [], openOp: [], horizon: date("2030-07-31") };
  const op = date("2026-11-16");
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 8 }), (ahead, weken) => {
      const stood = op.add({ days: ahead });
      const [term] = termsAfter(verlengEvent(op, stood, weken), { cal, settings: usualTermSettings });
      expect(Temporal.PlainDate.compare(term?.due ?? op, stood)).toBeGreaterThan(0);
      expect(term?.arose).toEqual(op);
    }),
  );
});
