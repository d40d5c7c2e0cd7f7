import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addSchooldagen, isSchooldag, type SchoolCalendar, schooldagenBetween } from "#domain/schooldag.ts";
import type { TermContext } from "#domain/termijn.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import { termKinds, termTable } from "#domain/termijn-table.ts";
import { type PostponableTerm, postpone, postponeBounds, uitstelredenSchema } from "#domain/uitstel.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const cal: SchoolCalendar = {
  regio: "M",
  holidays: [{ from: day("2026-10-17"), to: day("2026-10-25"), name: "Herfstvakantie" }],
  studiedagen: [],
  openOp: [],
  horizon: day("2027-07-16"),
};
const usual: TermContext = { cal, settings: usualTermSettings };
const term = (own: Partial<PostponableTerm> = {}): PostponableTerm => ({
  kind: "giz",
  due: day("2026-10-05"),
  postponed: 0,
  urgentie: "gewoon",
  ...own,
});
const ask = (to: string, own: Partial<PostponableTerm> = {}, today = "2026-10-01") =>
  postpone(term(own), { to: day(to), reason: "wacht_op_ouders", today: day(today) }, usual);
const refusal = (answer: ReturnType<typeof ask>) => (answer.ok ? null : answer.error);

describe("postponing a term", () => {
  it("gives a later date, counts it and keeps the reason", () => {
    expect(ask("2026-10-12", { postponed: 1 })).toEqual({
      ok: true,
      value: { due: day("2026-10-12"), postponed: 2, reason: "wacht_op_ouders" },
    });
  });

  it.each([
    ["ten schooldagen on, past the holiday", "2026-10-26", null],
    ["eleven schooldagen on", "2026-10-27", { kind: "te_ver", uiterlijk: day("2026-10-26") }],
    ["a Saturday", "2026-10-10", { kind: "geen_schooldag", volgende: day("2026-10-12") }],
    ["a day in the holiday", "2026-10-20", { kind: "geen_schooldag", volgende: day("2026-10-26") }],
    ["the same day", "2026-10-05", { kind: "niet_later", na: day("2026-10-05") }],
    ["a day before", "2026-10-02", { kind: "niet_later", na: day("2026-10-05") }],
    ["the day after", "2026-10-06", null],
  ])("to %s", (_what, to, expected) => {
    expect(refusal(ask(to))).toEqual(expected);
  });

  it.each([
    [0, null],
    [1, null],
    [2, { kind: "te_vaak", keren: 2 }],
    [3, { kind: "te_vaak", keren: 2 }],
  ])("is possible twice: after %i times", (postponed, expected) => {
    expect(refusal(ask("2026-10-12", { postponed }))).toEqual(expected);
  });

  it.each([
    ["today", "2026-10-12", "2026-10-12", { kind: "niet_later", na: day("2026-10-12") }],
    ["tomorrow", "2026-10-13", "2026-10-12", null],
    ["what is left of ten schooldagen", "2026-10-26", "2026-10-16", null],
    [
      "nothing is left",
      "2026-10-27",
      "2026-10-26",
      { kind: "te_lang_over_tijd", uiterlijk: day("2026-10-26") },
    ],
  ])("of an overdue term counts from its due date: %s", (_what, to, today, expected) => {
    expect(refusal(ask(to, {}, today))).toEqual(expected);
  });

  it("is not possible for a hulpvraag that cannot wait", () => {
    expect(refusal(ask("2026-10-12", { urgentie: "niet_wachten" }))).toEqual({ kind: "kan_niet_wachten" });
    expect(ask("2026-10-12", { urgentie: "voorrang" }).ok).toBe(true);
    expect(ask("2026-10-12", { urgentie: null }).ok).toBe(true);
  });

  it.each(termKinds)("%s can be postponed when its card offers it, and not otherwise", (kind) => {
    const offered = termTable[kind].acts.includes("uitstellen");
    expect(refusal(ask("2026-10-12", { kind }))).toEqual(offered ? null : { kind: "niet_uitstelbaar" });
  });

  it("is never offered where a law or another person sets the date", () => {
    const fixed = termKinds.filter((kind) => !termTable[kind].acts.includes("uitstellen"));
    expect(fixed).toEqual([
      "aanbod_regierol",
      "toestemming_verloopt",
      "bezwaartermijn",
      "intrekking_afhandelen",
      "stop_verwerking",
      // Danger, and what was said without the parents: never more time than usual (0040).
      "meldcode_stap",
      "uitzondering_vastleggen",
      // It has a form of its own, with a reason and the next day to look.
      "ouders_achteraf",
      // So has this, in the week before its last day.
      "overbrugging_einde",
      "verslag",
    ]);
  });

  it("knows only reasons from the list", () => {
    expect(uitstelredenSchema.safeParse("moeder is ziek").success).toBe(false);
  });

  it("never ends more than twenty schooldagen after the first date, whatever is asked", () => {
    const wishes = fc.array(fc.tuple(fc.integer({ min: -5, max: 40 }), fc.nat(30)), { maxLength: 8 });
    fc.assert(
      fc.property(wishes, (asked) => {
        let current = term();
        for (const [ahead, late] of asked) {
          const today = current.due.add({ days: late - 10 });
          const to = current.due.add({ days: ahead });
          const answer = postpone(current, { to, reason: "geen_tijd", today }, usual);
          if (answer.ok) current = { ...current, ...answer.value };
        }
        expect(schooldagenBetween(term().due, current.due, cal)).toBeLessThanOrEqual(20);
        expect(isSchooldag(current.due, cal)).toBe(true);
        expect(current.postponed).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe("the days offered for postponing", () => {
  it("begin after today and end at the bound, and each schooldag in between is taken", () => {
    const bounds = postponeBounds(term(), day("2026-10-07"), usual);
    expect(bounds).toEqual({ ok: true, value: { na: day("2026-10-07"), uiterlijk: day("2026-10-26") } });
    for (let n = 1; n <= 8; n += 1) {
      const to = addSchooldagen(day("2026-10-07"), n, cal);
      expect(ask(to.toString(), {}, "2026-10-07").ok).toBe(true);
    }
    expect(ask(addSchooldagen(day("2026-10-07"), 9, cal).toString(), {}, "2026-10-07").ok).toBe(false);
  });
});
