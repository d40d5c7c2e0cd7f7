import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AanmeldingFeit,
  type AanmeldingStand,
  type AanmeldingStap,
  aanmeldingEvent,
  aanmeldingLaatst,
  aanmeldingPlekken,
  aanmeldingStand,
  aanmeldingStappen,
  aanmeldingTermen,
  aanmeldingUitkomsten,
  aanmeldingVolgende,
  checkStap,
  checkVersturen,
  naStap,
} from "#domain/aanmelding.ts";
import { termsAfter, termsEndedBy } from "#domain/termijn.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import { aBesluit, date, now, today } from "./a-dossier.ts";

const sent: AanmeldingFeit = {
  ...{ id: "a", bij: "loket", gemaaktOp: now, verstuurdOp: date("2026-11-02"), vervallen: false },
  ...{ ontvangenOp: null, opgepaktOp: null, nagevraagdOp: null, uitkomst: null, uitkomstOp: null },
};
const received = { ...sent, ontvangenOp: date("2026-11-04") };
const takenUp = { ...received, opgepaktOp: date("2026-11-06") };
const ended = { ...takenUp, uitkomst: "toegekend", uitkomstOp: date("2026-11-09") } as const;

describe("each state and each step", () => {
  const can: readonly (readonly [AanmeldingStand, AanmeldingFeit, readonly AanmeldingStap[]])[] = [
    ["verstuurd", sent, ["ontvangen", "opgepakt", ...aanmeldingUitkomsten]],
    ["ontvangen", received, ["opgepakt", ...aanmeldingUitkomsten]],
    ["opgepakt", takenUp, ["nagevraagd", ...aanmeldingUitkomsten]],
    ["uitkomst", ended, []],
    ["vervallen", { ...sent, vervallen: true }, []],
  ];
  const pairs = can.flatMap(([stand, feit, steps]) =>
    aanmeldingStappen.map((stap) => [stand, stap, feit, steps.includes(stap)] as const),
  );
  it.each(pairs)("%s, %s", (stand, stap, feit, allowed) => {
    expect(aanmeldingStand(feit)).toBe(stand);
    const problem = checkStap(feit, { stap, op: date("2026-11-10") }, { today, stil: false });
    expect(problem === null).toBe(allowed);
  });

  it("without a ground it can only be taken back", () => {
    for (const [, feit, steps] of can)
      expect(aanmeldingVolgende(feit, true)).toEqual(steps.length > 0 ? ["ingetrokken"] : []);
  });

  it.each([
    ["no day", null, "leeg"],
    ["before the last thing that happened", "2026-11-05", "te_vroeg"],
    ["tomorrow", "2026-11-24", "toekomst"],
  ] as const)("not on %s", (_what, op, kind) => {
    const form = { stap: "toegekend", op: op && date(op) } as const;
    expect(checkStap(takenUp, form, { today, stil: false })?.op?.kind).toBe(kind);
  });
});

describe("sending it", () => {
  const facts = {
    besluiten: [aBesluit(["doorzetten_loket"])],
    partijen: ["ouder1", "ouder2"],
    today,
  } as const;
  const form = {
    verstuurdOp: date("2026-11-23"),
    akkoordOp: date("2026-11-20"),
    akkoordVan: ["ouder1", "ouder2"],
  } as const;
  it.each([
    ["with a yes of both", {}, null],
    ["with a yes of one", { akkoordVan: ["ouder1"] as const }, { akkoordVan: "niet_iedereen" }],
    ["without a day of that yes", { akkoordOp: null }, { akkoordOp: "leeg" }],
    [
      "before that yes",
      { akkoordOp: date("2026-11-23"), verstuurdOp: today.subtract({ days: 1 }) },
      { verstuurdOp: "te_vroeg" },
    ],
    ["before the round", { verstuurdOp: date("2026-11-19") }, { verstuurdOp: "te_vroeg" }],
    ["tomorrow", { verstuurdOp: date("2026-11-24") }, { verstuurdOp: "toekomst" }],
  ])("%s", (_what, over, expected) => {
    const problems = checkVersturen({ ...form, ...over }, facts);
    const kinds =
      problems && Object.fromEntries(Object.entries(problems).map(([veld, one]) => [veld, one.kind]));
    expect(kinds).toEqual(expected);
  });
});

it("whatever is pressed, days stay in order, and a term is open exactly while it waits", () => {
  const cal = { regio: "M" as const, holidays: [], studiedagen: [], openOp: [], horizon: date("2030-07-31") };
  const context = { cal, settings: usualTermSettings };
  fc.assert(
    fc.property(
      fc.constantFrom(...aanmeldingPlekken),
      fc.array(fc.tuple(fc.constantFrom(...aanmeldingStappen), fc.integer({ min: -3, max: 9 })), {
        maxLength: 12,
      }),
      (bij, presses) => {
        let feit: AanmeldingFeit = { ...sent, bij };
        const open = new Set(
          termsAfter({ kind: aanmeldingEvent(bij, "verstuurd"), op: date("2026-11-02") }, context).map(
            ({ kind }) => kind,
          ),
        );
        for (const [stap, days] of presses) {
          const before = aanmeldingLaatst(feit) ?? today;
          const op = before.add({ days });
          if (checkStap(feit, { stap, op }, { today: date("2027-06-01"), stil: false })) continue;
          feit = naStap(feit, stap, op);
          const event = { kind: aanmeldingEvent(bij, stap), op } as const;
          const { klaar, vervallen } = termsEndedBy(event);
          for (const kind of [...klaar, ...vervallen]) open.delete(kind);
          for (const { kind } of termsAfter(event, context)) open.add(kind);
          expect(Temporal.PlainDate.compare(op, before)).toBeGreaterThanOrEqual(0);
        }
        expect([...open]).toHaveLength(aanmeldingVolgende(feit).length > 0 ? 1 : 0);
        for (const kind of open) expect(aanmeldingTermen[bij]).toContain(kind);
      },
    ),
  );
});
