import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Functie } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { actorOf } from "#domain/scope.ts";
import { channelSummary, type SummaryFacts } from "#domain/summary.ts";
import { markOf, mayRelease, rewriteDay, vrijgaveSchema, withoutFallenGrounds } from "#domain/vrijgave.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAntwoord,
  aRegierol,
  aRonde,
  aTermijn,
  aToestemming,
  date,
  now,
  someTeam,
  today,
} from "./a-dossier.ts";

const running = (referentie: string, over: Partial<Dossier> = {}) =>
  aDossier({
    referentie,
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen", "doorzetten_loket"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
    termijnen: [aTermijn("voortgang", "2026-12-18")],
    ...over,
  });
const facts = (hulpvragen: readonly Dossier[]): SummaryFacts => ({
  ronde: aRonde(),
  volgende: null,
  hulpvragen,
  adviesvragen: 0,
  team: someTeam,
});
const posted = (hulpvragen: readonly Dossier[]) => channelSummary(facts(hulpvragen), now);
const takenOut = (before: readonly Dossier[], present: readonly Dossier[]) =>
  withoutFallenGrounds(posted(before), { hulpvragen: present, today });

const withdrawn = aToestemming({
  antwoorden: [...aToestemming().antwoorden, anAntwoord("ouder2", { soort: "ingetrokken", op: today })],
});

describe("a post from which something is taken back", () => {
  const kept = running("HV-2222");

  it.each<[string, Partial<Dossier>]>([
    ["a parent took the consent back", { toestemming: withdrawn }],
    ["there is no toestemming any more", { toestemming: null }],
    ["the toestemming ended yesterday", { toestemming: aToestemming({ geldigTot: date("2026-11-22") }) }],
    ["only instemming is left", { toestemming: aToestemming({ grondslag: "instemming" }) }],
    ["the directeur decided", { toestemming: aToestemming({ grondslag: "uitzondering" }) }],
    ["gezag must be checked again", { gezag: "onbekend" }],
    ["it was withdrawn", { status: "ingetrokken" }],
    ["it is a concept again", { status: "concept" }],
  ])("is that of a world without it: %s", (_why, over) => {
    expect(takenOut([running("HV-1111"), kept], [running("HV-1111", over), kept])).toEqual(posted([kept]));
  });

  it("is that of a world without it when it was erased", () => {
    expect(takenOut([running("HV-1111"), kept], [kept])).toEqual(posted([kept]));
  });

  it("tells no regierol and no Loket any more when the akkoord was refused", () => {
    const refused = running("HV-1111", {
      besluiten: [
        aBesluit(["regierol_toewijzen", "doorzetten_loket"], {
          terugkoppeling: { ...akkoord, akkoord: "nee" },
        }),
      ],
    });
    expect(takenOut([running("HV-1111")], [refused]).regels).toMatchObject([
      { caseRef: "HV-1111", regierolFunctie: null, loketDoorgezet: false },
    ]);
  });

  it("tells no news about the others", () => {
    const before = [running("HV-1111"), kept];
    const later = [running("HV-1111"), running("HV-2222", { status: "besproken", termijnen: [] })];
    expect(takenOut(before, later)).toEqual(posted(before));
  });

  it("depends on nothing but the grounds: any set that falls away gives the world without that set", () => {
    const refs = ["HV-1111", "HV-2222", "HV-3333", "HV-4444", "HV-5555"];
    fc.assert(
      fc.property(fc.subarray(refs), fc.subarray(refs), (shown, fallen) => {
        const before = shown.map((ref) => running(ref));
        const present = shown.map((ref) =>
          running(ref, fallen.includes(ref) ? { toestemming: withdrawn } : {}),
        );
        const left = before.filter(({ referentie }) => !fallen.includes(referentie));
        expect(takenOut(before, present)).toEqual(posted(left));
      }),
    );
  });
});

describe("the mark of what was confirmed", () => {
  it("is the same for the same post and another when a line, a date or a task differs", () => {
    const post = posted([running("HV-1111")]);
    const others = [
      posted([]),
      posted([running("HV-1112")]),
      posted([running("HV-1111", { termijnen: [] })]),
      { ...post, volgendeRondeOp: "2026-12-14" },
      { ...post, adviesvragen: true },
    ];
    expect(markOf(posted([running("HV-1111")]))).toBe(markOf(post));
    expect(new Set([post, ...others].map(markOf)).size).toBe(1 + others.length);
  });

  it("fits in the version of a card token", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (day) => {
          const mark = markOf({ ...posted([]), volgendeRondeOp: day.toISOString().slice(0, 10) });
          expect(Number.isInteger(mark) && mark >= 0 && mark <= 0xffff_ffff).toBe(true);
        },
      ),
    );
  });
});

describe("who may release a summary", () => {
  const actor = (functie: Functie, over: { voorzitter?: boolean; sztId?: string; persoonId?: string } = {}) =>
    actorOf({
      swvId: "swv",
      persoonId: over.persoonId ?? "p1",
      naam: "Iemand",
      lidmaatschappen: [
        { sztId: over.sztId ?? "szt", schoolId: null, functie, voorzitter: over.voorzitter ?? false },
      ],
    });
  const ronde = aRonde({ voorzitterId: "leider" });

  it.each<[string, boolean, ReturnType<typeof actor>]>([
    ["the ib of the SZT", true, actor("ib")],
    ["the coo of the SZT", true, actor("coo")],
    ["the chair of the SZT, whatever the function", true, actor("smw", { voorzitter: true })],
    ["the chair of this round, who is a member", true, actor("bpo", { persoonId: "leider" })],
    ["another member", false, actor("smw")],
    ["the ib of another SZT", false, actor("ib", { sztId: "elders" })],
    [
      "the chair of this round, who is a member no more",
      false,
      actor("bpo", { sztId: "elders", persoonId: "leider" }),
    ],
    ["a directeur, even as chair", false, actor("directeur", { voorzitter: true })],
    ["the beheerder", false, actor("beheerder", { persoonId: "leider" })],
  ])("%s: %s", (_who, may, someone) => {
    expect(mayRelease(ronde, someone)).toBe(may);
  });
});

describe("the day of the rewriting", () => {
  const cal: SchoolCalendar = {
    regio: "Z",
    holidays: [{ from: date("2026-12-19"), to: date("2027-01-03"), name: "Kerstvakantie" }],
    studiedagen: [date("2026-12-08")],
    openOp: [],
    horizon: date("2027-07-31"),
  };

  it.each([
    ["on Monday: Thursday", "2026-11-23", "2026-11-26"],
    ["on Thursday: over the weekend", "2026-11-26", "2026-12-01"],
    ["on Saturday: Wednesday", "2026-11-28", "2026-12-02"],
    ["around a study day", "2026-12-07", "2026-12-11"],
    ["around the holidays", "2026-12-17", "2027-01-05"],
  ])("is three schooldagen after the confirming %s", (_when, confirmed, day) => {
    expect(rewriteDay(date(confirmed), cal).toString()).toBe(day);
  });
});

it("a release holds no field that the schema does not know", () => {
  const good = { samenvatting: posted([running("HV-1111")]), bijwerkenOp: "2026-11-26", bijgewerkt: false };
  expect(vrijgaveSchema.safeParse(good).success).toBe(true);
  expect(vrijgaveSchema.safeParse({ ...good, naam: "Noor" }).success).toBe(false);
  expect(vrijgaveSchema.safeParse({ ...good, bijwerkenOp: "morgen" }).success).toBe(false);
  expect(
    vrijgaveSchema.safeParse({ ...good, samenvatting: { ...good.samenvatting, tekst: "" } }).success,
  ).toBe(false);
});
