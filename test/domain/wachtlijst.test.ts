import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BeslisForm,
  besluitenNu,
  checkBeslissen,
  checkOverbrugging,
  doelchecks,
  eersteEinde,
  eindeEvents,
  kerenVerlengd,
  metPlek,
  naOverbrugging,
  type OverbruggingEinde,
  type OverbruggingFeit,
  openOverbrugging,
  overbruggingBesluiten,
  overbruggingOpen,
} from "#domain/overbrugging.ts";
import { computeDue, termsAfter, termsEndedBy } from "#domain/termijn.ts";
import type { TermEvent } from "#domain/termijn-event.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import type { TermKind } from "#domain/termijn-table.ts";
import {
  checkNavraag,
  checkWachtplek,
  hulpSoorten,
  type NavraagForm,
  naAntwoord,
  navraagEvents,
  openPlek,
  openPlekken,
  plekErbijEvents,
  vrijeSoorten,
  type Wachtlijst,
  type WachtplekFeit,
  wachtAntwoorden,
  wachtweken,
} from "#domain/wachtlijst.ts";
import { date, today } from "./a-dossier.ts";

const plek = (over: Partial<WachtplekFeit> = {}): WachtplekFeit => ({
  ...{ id: "p1", soort: "logopedie", sinds: date("2026-09-01"), verwachtTot: null, contactId: null },
  ...{ nagevraagdOp: null, uitkomst: null, uitkomstOp: null, geenOverbrugging: null, vervallen: false },
  overbruggingen: [],
  ...over,
});
const stretch = (over: Partial<OverbruggingFeit> = {}): OverbruggingFeit => ({
  ...{ id: "o1", soort: "kindgesprekken", doorId: "smw1", door: null, doel: "naar_school" },
  ...{ tot: date("2026-12-18"), einde: null, eindeOp: null, vervallen: false },
  ...over,
});
const kindsOf = (problems: object | null) =>
  problems && Object.fromEntries(Object.entries(problems).map(([veld, one]) => [veld, one.kind ?? one]));

describe("how long somebody waits", () => {
  it.each([
    ["2026-11-23", "2026-11-23", 0],
    ["2026-11-17", "2026-11-23", 0],
    ["2026-11-16", "2026-11-23", 1],
    ["2026-11-10", "2026-11-23", 1],
    ["2026-11-09", "2026-11-23", 2],
    // Holidays count: who waits, waits then too. Over the hour that is gone, and the one that comes twice.
    ["2026-12-18", "2027-01-08", 3],
    ["2027-03-22", "2027-03-29", 1],
    ["2026-10-19", "2026-10-26", 1],
    ["2027-12-27", "2028-01-03", 1],
  ])("from %s to %s: %i weeks", (sinds, tot, weken) => {
    expect(wachtweken(date(sinds), date(tot))).toBe(weken);
  });
});

describe("a place on a waiting list", () => {
  const form = { soort: "logopedie", sinds: date("2026-09-01"), verwachtTot: null, contact: null } as const;
  const facts = { soorten: hulpSoorten, kring: ["ib1"], today };
  it.each([
    ["as usual", {}, null],
    ["of today", { sinds: today }, null],
    ["of tomorrow", { sinds: date("2026-11-24") }, { sinds: "toekomst" }],
    ["without a day", { sinds: null }, { sinds: "leeg" }],
    ["of long before the school", { sinds: date("2021-11-22") }, { sinds: "te_vroeg" }],
    ["without a kind of help", { soort: null }, { soort: "leeg" }],
    ["with an end that is expected today", { verwachtTot: today }, null],
    ["with an end that is over", { verwachtTot: date("2026-11-22") }, { verwachtTot: "voorbij" }],
    ["with an end in ten years", { verwachtTot: date("2036-11-22") }, { verwachtTot: "te_ver" }],
    ["with contact by somebody around it", { contact: "ib1" }, null],
    ["with contact by anybody else", { contact: "lpa1" }, { contact: "niet_in_team" }],
  ])("%s", (_what, over, expected) => {
    expect(kindsOf(checkWachtplek({ ...form, ...over }, facts))).toEqual(expected);
  });

  it("is not one of a kind that is waited for already", () => {
    const wachtlijst = [plek()];
    const soorten = vrijeSoorten({ wachtlijst });
    expect(kindsOf(checkWachtplek(form, { ...facts, soorten }))).toEqual({ soort: "leeg" });
    expect(vrijeSoorten({ wachtlijst: [plek({ uitkomst: "afgewezen", uitkomstOp: today })] })).toEqual(
      hulpSoorten,
    );
  });

  it("did not begin after somebody asked how it stood", () => {
    const known = { ...facts, nagevraagdOp: date("2026-11-09") };
    expect(checkWachtplek({ ...form, sinds: date("2026-11-09") }, known)).toBeNull();
    expect(kindsOf(checkWachtplek({ ...form, sinds: date("2026-11-10") }, known))).toEqual({
      sinds: "te_ver",
    });
  });
});

describe("asking how it stands", () => {
  const two: Wachtlijst = {
    wachtlijst: [plek(), plek({ id: "p2", soort: "wijkteam", sinds: date("2026-11-02") })],
  };
  const said = (form: NavraagForm, rust = false) => {
    const checked = checkNavraag(two, form, { today, rust });
    return checked.ok
      ? navraagEvents(two, checked.value)
      : Object.keys(kindsOf(checked.error) ?? {}).toSorted();
  };
  const wacht = { antwoord: "wacht_nog", op: null } as const;
  const weg = { antwoord: "niet_meer_nodig", op: null } as const;
  it.each([
    ["nothing at all", {}, ["antwoord_logopedie", "antwoord_wijkteam"]],
    ["of all that it waits still", { logopedie: wacht, wijkteam: wacht }, ["wachtlijst_gecontroleerd"]],
    ["of one, and nothing of the other", { logopedie: wacht }, []],
    ["that one is over, and nothing of the other", { logopedie: weg }, []],
    [
      "that one is over, and the other waits",
      { logopedie: weg, wijkteam: wacht },
      ["wachtlijst_gecontroleerd"],
    ],
    ["that both are over", { logopedie: weg, wijkteam: weg }, ["van_wachtlijst"]],
    ["that it began, without a day", { wijkteam: { antwoord: "gestart", op: null } }, ["op_wijkteam"]],
    [
      "that it began before it was waited for",
      { wijkteam: { antwoord: "gestart", op: date("2026-11-01") } },
      ["op_wijkteam"],
    ],
    ["that it began on its first day", { wijkteam: { antwoord: "gestart", op: date("2026-11-02") } }, []],
    [
      "that it begins tomorrow",
      { wijkteam: { antwoord: "gestart", op: date("2026-11-24") } },
      ["op_wijkteam"],
    ],
    // What is not waited for is not asked after.
    ["of something else", { jeugdarts: weg }, ["antwoord_logopedie", "antwoord_wijkteam"]],
  ] satisfies [string, NavraagForm, readonly string[]][])("%s", (_what, form, expected) => {
    expect(said(form)).toEqual(expected);
  });

  it("ends it and nothing else while there is no ground", () => {
    for (const antwoord of wachtAntwoorden)
      expect(
        checkNavraag(two, { logopedie: { antwoord, op: today } }, { today, rust: true }).ok,
        antwoord,
      ).toBe(antwoord === "niet_meer_nodig");
  });
});

describe("what bridges it", () => {
  const grens = { kring: ["smw1"], today, uiterlijk: date("2027-03-01") };
  const form = {
    soort: "kindgesprekken",
    door: "smw1",
    doel: "naar_school",
    tot: date("2026-12-18"),
  } as const;
  it.each([
    ["by somebody around it", {}, null],
    ["by the school", { door: "school" }, null],
    ["by somebody else", { door: "lpa1" }, { door: "niet_in_team" }],
    ["by nobody", { door: null }, { door: "leeg" }],
    ["without a goal", { doel: null }, { doel: "leeg" }],
    ["without a last day", { tot: null }, { tot: "leeg" }],
    ["until yesterday", { tot: date("2026-11-22") }, { tot: "voorbij" }],
    ["until today", { tot: today }, null],
    ["until the limit", { tot: grens.uiterlijk }, null],
    ["until the day after", { tot: date("2027-03-02") }, { tot: "te_ver" }],
  ])("%s", (_what, over, expected) => {
    expect(kindsOf(checkOverbrugging({ ...form, ...over }, grens))).toEqual(expected);
  });

  const more = {
    doelcheck: "op_weg",
    besluit: "verlengen",
    reden: "hulp_later",
    tot: date("2027-01-15"),
  } as const;
  it.each([
    ["goes on with a reason and a look at the goal", {}, null],
    ["not without a look at the goal", { doelcheck: null }, { doelcheck: "leeg" }],
    ["not without a reason", { reden: null }, { reden: "leeg" }],
    ["not without a day", { tot: null }, { tot: "leeg" }],
    ["not until the day on which it ends already", { tot: date("2026-12-18") }, { tot: "te_vroeg" }],
    ["until the day after that", { tot: date("2026-12-19") }, null],
    ["not beyond the limit", { tot: date("2027-03-02") }, { tot: "te_ver" }],
    ["not when the goal is reached", { doelcheck: "bereikt" }, { doorgaan: "bereikt" }],
    ["not when it gets worse", { doelcheck: "erger" }, { doorgaan: "erger" }],
    ["when nothing changes", { doelcheck: "gelijk" }, null],
    ["stops without any more", { besluit: "stoppen", reden: null, tot: null }, null],
    ["stops when the goal is reached", { besluit: "stoppen", doelcheck: "bereikt" }, null],
    ["not without saying which", { besluit: null }, { besluit: "leeg" }],
  ] satisfies [string, Partial<BeslisForm>, object | null][])("%s", (_what, over, expected) => {
    const problems = checkBeslissen(stretch(), { ...more, ...over }, { ...grens, rust: false });
    expect(kindsOf(problems)).toEqual(expected);
  });

  it.each([
    ["as usual", {}, {}, overbruggingBesluiten],
    ["without a ground", {}, { rust: true }, ["stoppen"]],
    ["at the limit", { tot: grens.uiterlijk }, {}, ["stoppen", "veranderen"]],
    ["by who left", {}, { kring: [] }, ["stoppen", "veranderen"]],
    ["by a code", { doorId: null, door: "smw" }, { kring: [] }, overbruggingBesluiten],
  ] as const)("can be decided, %s", (_what, over, facts, expected) => {
    expect(besluitenNu(stretch(over), { ...grens, rust: false, ...facts })).toEqual(expected);
  });

  it("counts how often it went on for the same goal", () => {
    const ends = (...einden: readonly (OverbruggingEinde | null)[]) =>
      kerenVerlengd({ overbruggingen: einden.map((einde) => stretch({ einde })) });
    expect(ends(null)).toBe(0);
    expect(ends("verlengd", "verlengd", null)).toBe(2);
    expect(ends("verlengd", "veranderd", null)).toBe(0);
    expect(ends("veranderd", "verlengd", null)).toBe(1);
  });
});

describe("any sequence of acts", () => {
  const cal = { regio: "M" as const, holidays: [], studiedagen: [], openOp: [], horizon: date("2031-07-31") };
  const context = { cal, settings: usualTermSettings };
  const soort = fc.constantFrom(...hulpSoorten.slice(0, 3));
  const days = fc.integer({ min: 0, max: 50 });
  const press = fc.oneof(
    fc.record({ act: fc.constant("erbij" as const), soort, days }),
    fc.record({
      act: fc.constant("navraag" as const),
      antwoorden: fc.array(fc.constantFrom(null, ...wachtAntwoorden), { minLength: 3, maxLength: 3 }),
    }),
    fc.record({ act: fc.constant("afspreken" as const), soort, days }),
    fc.record({
      act: fc.constant("beslissen" as const),
      soort,
      days,
      besluit: fc.constantFrom(...overbruggingBesluiten),
      doelcheck: fc.constantFrom(...doelchecks),
    }),
    fc.record({ act: fc.constant("wachten" as const), days: fc.integer({ min: 1, max: 40 }) }),
  );

  it("keeps one place of a kind, one check while somebody waits, and one question about the first end", () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 25 }), (presses) => {
        let now = today;
        let lijst: Wachtlijst = { wachtlijst: [] };
        let nr = 0;
        const open = new Map<TermKind, Temporal.PlainDate>();
        const apply = (event: TermEvent) => {
          const { klaar, vervallen } = termsEndedBy(event);
          for (const kind of [...klaar, ...vervallen]) open.delete(kind);
          for (const { kind, anchor } of termsAfter(event, context)) open.set(kind, anchor);
        };
        const put = (next: Wachtlijst, besloten: string | null) => {
          for (const event of eindeEvents(lijst, next, { op: now, besloten })) apply(event);
          lijst = next;
        };
        const termijnen = () => [...open.keys()].map((kind) => ({ soort: kind, status: "open" as const }));
        for (const one of presses) {
          const found = "soort" in one ? openPlek(lijst, one.soort) : null;
          switch (one.act) {
            case "wachten":
              now = now.add({ days: one.days });
              break;
            case "erbij": {
              const form = {
                soort: one.soort,
                sinds: now.subtract({ days: one.days }),
                verwachtTot: null,
                contact: null,
              };
              if (checkWachtplek(form, { soorten: vrijeSoorten(lijst), kring: [], today: now })) break;
              for (const kind of plekErbijEvents({ ...lijst, termijnen: termijnen() }))
                apply({ kind, op: now });
              nr += 1;
              put(metPlek(lijst, plek({ id: `p${nr}`, soort: one.soort, sinds: form.sinds })), null);
              break;
            }
            case "navraag": {
              const form = Object.fromEntries(
                one.antwoorden.map((antwoord, at) => [hulpSoorten[at], { antwoord, op: now }]),
              );
              const checked = checkNavraag(lijst, form, { today: now, rust: false });
              if (!checked.ok) break;
              for (const kind of navraagEvents(lijst, checked.value)) apply({ kind, op: now });
              const next = checked.value.reduce<Wachtlijst>((sofar, said) => {
                const ended = said.antwoord !== "wacht_nog";
                return metPlek(
                  sofar,
                  naOverbrugging(naAntwoord(said), ended ? "wachten_voorbij" : null, { op: now }),
                );
              }, lijst);
              put(next, null);
              break;
            }
            case "afspreken": {
              if (!found || openOverbrugging(found)) break;
              nr += 1;
              const nieuw = stretch({ id: `o${nr}`, tot: now.add({ days: one.days }) });
              put(metPlek(lijst, naOverbrugging(found, null, { op: now, nieuw })), null);
              break;
            }
            case "beslissen": {
              const loopt = found && openOverbrugging(found);
              if (!found || !loopt) break;
              const { besluit, doelcheck } = one;
              const form = {
                besluit,
                doelcheck,
                reden: "hulp_later" as const,
                tot: now.add({ days: one.days }),
              };
              const grens = { kring: ["smw1"], today: now, uiterlijk: now.add({ days: 60 }), rust: false };
              if (checkBeslissen(loopt, form, grens)) break;
              nr += 1;
              const nieuw = besluit === "stoppen" ? null : stretch({ id: `o${nr}`, tot: form.tot });
              const einde = ({ stoppen: "gestopt", verlengen: "verlengd", veranderen: "veranderd" } as const)[
                besluit
              ];
              put(metPlek(lijst, naOverbrugging(found, einde, { op: now, nieuw })), found.id);
              break;
            }
          }
          const waits = openPlekken(lijst);
          expect(new Set(waits.map((one) => one.soort)).size).toBe(waits.length);
          expect(open.has("wachtlijst_controle")).toBe(waits.length > 0);
          expect(open.get("overbrugging_einde")?.toString()).toBe(eersteEinde(lijst)?.tot.toString());
          for (const one of lijst.wachtlijst ?? []) {
            const running = one.overbruggingen.filter(({ einde }) => einde === null);
            expect(running.length).toBeLessThanOrEqual(one.uitkomst === null ? 1 : 0);
            expect(overbruggingOpen(one) && running.length > 0).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("asks about the end a week before it, and never in the past", () => {
    expect(computeDue("overbrugging_einde", date("2026-12-18"), context).toString()).toBe("2026-12-11");
    const event = { kind: "overbrugging_loopt", op: today, voor: date("2026-11-25") } as const;
    expect(termsAfter(event, context).map(({ due }) => due.toString())).toEqual([today.toString()]);
  });
});
