import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Functie } from "#domain/code.ts";
import {
  allAnswered,
  canAnswer,
  closesAt,
  type Gevraagde,
  isPast,
  type Moment,
  type MomentAntwoord,
  type MomentKeuze,
  momentKeuzes,
  momentprikStanden,
  proposeMoment,
  remindsAt,
  standOf,
} from "#domain/momentprik.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { momentOf } from "#domain/today.ts";
import { date } from "./a-dossier.ts";

const time = (text: string) => Temporal.PlainTime.from(text);
const moment = (id: string, datum: string, begin = "13:30"): Moment => ({
  id,
  datum: date(datum),
  begin: time(begin),
});
const ma = moment("ma", "2026-12-07");
const di = moment("di", "2026-12-08");
const wo = moment("wo", "2026-12-09");
const team: readonly Gevraagde[] = [
  { persoonId: "ib", functie: "ib" },
  { persoonId: "bpo", functie: "bpo" },
  { persoonId: "smw", functie: "smw" },
  { persoonId: "scp", functie: "scp" },
];

/** "ib:ja bpo:nee": what each chose at that moment. */
const at = ({ id }: Moment, words: string): readonly MomentAntwoord[] =>
  words
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const [persoonId = "", keuze] = word.split(":");
      return { persoonId, momentId: id, keuze: keuze as MomentKeuze };
    });

const propose = (antwoorden: readonly MomentAntwoord[], momenten: readonly Moment[] = [ma, di, wo]) =>
  proposeMoment(momenten, () => team, antwoorden);

describe("the moment that is proposed", () => {
  it.each<[string, readonly MomentAntwoord[], string, object]>([
    [
      "most people",
      [...at(ma, "ib:ja bpo:ja"), ...at(di, "ib:ja bpo:ja smw:ja")],
      "di",
      { kunnen: 3, van: 4, schakelteam: true, gelijk: false, voller: null },
    ],
    [
      "the schakelteam, before more people",
      [...at(ma, "ib:ja smw:ja scp:ja"), ...at(wo, "ib:ja bpo:ja")],
      "wo",
      { kunnen: 2, schakelteam: true, voller: ma },
    ],
    [
      "the schakelteam, though one comes only if need be",
      [...at(ma, "ib:ja smw:ja scp:ja"), ...at(wo, "ib:als_het_moet bpo:als_het_moet")],
      "wo",
      { kunnen: 2, alsHetMoet: 2, schakelteam: true },
    ],
    [
      "a willing yes before an if-need-be",
      [...at(ma, "ib:ja bpo:als_het_moet"), ...at(di, "ib:ja bpo:ja")],
      "di",
      { alsHetMoet: 0, gelijk: false },
    ],
    [
      "more people, though one comes only if need be",
      [...at(ma, "ib:ja bpo:ja"), ...at(di, "ib:ja bpo:ja smw:als_het_moet")],
      "di",
      { kunnen: 3, alsHetMoet: 1 },
    ],
    [
      "the earliest, when they are as good",
      [...at(wo, "ib:ja bpo:ja"), ...at(di, "ib:ja bpo:ja")],
      "di",
      { gelijk: true },
    ],
    [
      "the fullest, when the schakelteam can come at none",
      [...at(ma, "ib:ja"), ...at(di, "smw:ja scp:ja")],
      "di",
      { schakelteam: false, voller: null },
    ],
    ["nobody who did not answer is counted on", at(di, "ib:ja"), "di", { kunnen: 1, van: 4 }],
  ])("is that of %s", (_, antwoorden, id, why) => {
    const proposed = propose(antwoorden);
    expect(proposed).toMatchObject({ ok: true, value: { moment: { id }, ...why } });
  });

  it.each([
    [[], [ma, di], "niemand_antwoordde"],
    [at(ma, "ib:nee bpo:nee"), [ma, di], "niemand_kan"],
    [at(ma, "weg:ja"), [ma, di], "niemand_antwoordde"],
    [at(ma, "ib:ja"), [], "geen_moment"],
  ] as const)("is none, and says why", (antwoorden, momenten, error) => {
    expect(propose(antwoorden, momenten)).toEqual({ ok: false, error });
  });

  it("does not count who was asked and is not there that day", () => {
    const here = (one: Moment) =>
      one.id === "di" ? team.filter(({ persoonId }) => persoonId !== "bpo") : team;
    const answers = [...at(di, "ib:ja bpo:ja smw:ja"), ...at(wo, "ib:ja bpo:ja")];
    expect(proposeMoment([di, wo], here, answers)).toMatchObject({
      value: { moment: { id: "wo" }, voller: null },
    });
  });
});

const functies: readonly Functie[] = ["ib", "coo", "bpo", "orthopedagoog", "smw", "scp", "wijkteam"];
const asked = fc
  .array(fc.constantFrom(...functies), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((functie, index): Gevraagde => ({ persoonId: `p${index}`, functie })));
const moments = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 8, max: 17 }) }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ day, hour }) => `${day}:${hour}`,
  })
  .map((list) =>
    list.map(({ day, hour }, index) =>
      moment(`m${index}`, `2026-12-${String(day).padStart(2, "0")}`, `${String(hour).padStart(2, "0")}:00`),
    ),
  );
const polls = fc.tuple(asked, moments).chain(([gevraagd, momenten]) =>
  fc
    .array(fc.option(fc.constantFrom(...momentKeuzes), { nil: null }), {
      minLength: gevraagd.length * momenten.length,
      maxLength: gevraagd.length * momenten.length,
    })
    .map((keuzes) => ({
      gevraagd,
      momenten,
      antwoorden: gevraagd.flatMap(({ persoonId }, who) =>
        momenten.flatMap(({ id }, which): MomentAntwoord[] => {
          const keuze = keuzes[who * momenten.length + which];
          return keuze ? [{ persoonId, momentId: id, keuze }] : [];
        }),
      ),
    })),
);
type Poll = typeof polls extends fc.Arbitrary<infer T> ? T : never;
const of = ({ momenten, gevraagd, antwoorden }: Poll) => proposeMoment(momenten, () => gevraagd, antwoorden);
const standenOf = ({ momenten, gevraagd, antwoorden }: Poll) =>
  momenten.map((one) => standOf(one, gevraagd, antwoorden));
/** What one moment means by itself, counted another way than the code does. */
function countedBy({ gevraagd, antwoorden }: Poll, { id }: Moment) {
  const keuzeOf = (who: string) =>
    antwoorden.find(({ momentId, persoonId }) => momentId === id && persoonId === who)?.keuze;
  const there = gevraagd.filter(({ persoonId }) => ["ja", "als_het_moet"].includes(keuzeOf(persoonId) ?? ""));
  return {
    there: there.length,
    maybe: there.filter(({ persoonId }) => keuzeOf(persoonId) === "als_het_moet").length,
    whole:
      there.some(({ functie }) => functie === "ib" || functie === "coo") &&
      there.some(({ functie }) => functie === "bpo" || functie === "orthopedagoog"),
  };
}

describe("whatever people answer, the proposal", () => {
  it("never leaves out the schakelteam when there is a moment that keeps it", () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const proposed = of(poll);
        const kept = poll.momenten.some((one) => countedBy(poll, one).whole);
        if (kept) expect(proposed).toMatchObject({ ok: true, value: { schakelteam: true } });
        if (proposed.ok)
          expect(countedBy(poll, proposed.value.moment).whole).toBe(proposed.value.schakelteam);
      }),
    );
  });

  it("is beaten by no other: not in people, nor in willingness, nor in time", () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const proposed = of(poll);
        if (!proposed.ok) return;
        const own = countedBy(poll, proposed.value.moment);
        const begin = (one: Moment) => momentOf(one.datum, one.begin);
        for (const other of poll.momenten.filter(({ id }) => id !== proposed.value.moment.id)) {
          const its = countedBy(poll, other);
          if (its.whole !== own.whole) continue;
          expect(its.there).toBeLessThanOrEqual(own.there);
          if (its.there < own.there) continue;
          expect(its.maybe).toBeGreaterThanOrEqual(own.maybe);
          if (its.maybe > own.maybe) continue;
          expect(Temporal.Instant.compare(begin(proposed.value.moment), begin(other))).toBe(-1);
          expect(proposed.value.gelijk).toBe(true);
        }
      }),
    );
  });

  it("does not hang on the order in which moments, people and answers come", () => {
    fc.assert(
      fc.property(polls, fc.infiniteStream(fc.nat()), (poll, chance) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, key: chance.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const { momenten, gevraagd, antwoorden } = poll;
        expect(
          of({
            momenten: shuffled(momenten),
            gevraagd: shuffled(gevraagd),
            antwoorden: shuffled(antwoorden),
          }),
        ).toEqual(of(poll));
      }),
    );
  });

  it("is there as soon as somebody can come somewhere, and is one that was asked about", () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const proposed = of(poll);
        expect(proposed.ok).toBe(standenOf(poll).some(({ kunnen }) => kunnen > 0));
        if (proposed.ok) expect(poll.momenten).toContainEqual(proposed.value.moment);
      }),
    );
  });

  it("names as fuller only what has more people and no schakelteam", () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const proposed = of(poll);
        if (!proposed.ok) return;
        const { voller, moment: own, schakelteam } = proposed.value;
        const fuller = poll.momenten.filter(
          (one) => !countedBy(poll, one).whole && countedBy(poll, one).there > countedBy(poll, own).there,
        );
        if (voller) expect(fuller).toContainEqual(voller);
        else expect(schakelteam ? fuller : []).toEqual([]);
      }),
    );
  });

  it("gets no worse for a moment when one more person can come", () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const proposed = of(poll);
        if (!proposed.ok) return;
        const { id } = proposed.value.moment;
        const willing = poll.gevraagd.map(({ persoonId }) => ({
          persoonId,
          momentId: id,
          keuze: "ja" as const,
        }));
        const others = poll.antwoorden.filter(({ momentId }) => momentId !== id);
        expect(of({ ...poll, antwoorden: [...others, ...willing] })).toMatchObject({
          value: { moment: { id } },
        });
      }),
    );
  });
});

describe("what is waited for", () => {
  const prik = { momenten: [ma, di] };
  it.each([
    ["everybody, everywhere", [...at(ma, "ib:ja bpo:nee"), ...at(di, "ib:nee bpo:nee")], true],
    ["a moment is left open", [...at(ma, "ib:ja bpo:nee"), ...at(di, "ib:nee")], false],
    ["nobody", [], false],
  ] as const)("ends with every answer of every person: %s", (_, antwoorden, all) => {
    expect(allAnswered({ ...prik, antwoorden }, team.slice(0, 2))).toBe(all);
  });

  it("does not end when there is nobody left to ask", () => {
    expect(allAnswered({ ...prik, antwoorden: [] }, [])).toBe(false);
  });
});

const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [],
  studiedagen: [date("2026-12-03")],
  openOp: [],
  horizon: date("2027-08-01"),
};
const uiterlijk = date("2026-12-04");

describe("the last day to answer", () => {
  it.each(momentprikStanden)("lets people answer until four o'clock while it goes on: %s", (stand) => {
    const until = closesAt({ uiterlijk });
    expect(until.toString()).toBe("2026-12-04T15:00:00Z");
    const goesOn = stand === "open" || stand === "besluit";
    expect(canAnswer({ stand, uiterlijk }, until.subtract({ seconds: 1 }))).toBe(goesOn);
    expect(canAnswer({ stand, uiterlijk }, until)).toBe(false);
  });

  it.each([
    ["2026-12-01T12:00:00Z", "2026-12-02T07:00:00Z"],
    ["2026-12-02T06:59:00Z", "2026-12-02T07:00:00Z"],
    ["2026-12-02T07:00:00Z", null],
    ["2026-12-04T08:00:00Z", null],
  ])("is said once more on the schooldag before it, at eight: asked at %s", (now, op) => {
    const at = remindsAt({ uiterlijk }, { cal, now: Temporal.Instant.from(now) });
    expect(at?.toString() ?? null).toBe(op);
  });

  it("leaves a moment behind when it begins", () => {
    const begin = momentOf(ma.datum, ma.begin);
    expect(isPast(ma, begin.subtract({ seconds: 1 }))).toBe(false);
    expect(isPast(ma, begin)).toBe(true);
  });
});
