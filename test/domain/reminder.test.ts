import { describe, expect, it } from "vitest";
import {
  additionsFor,
  type Bundle,
  bundleKey,
  bundlesFor,
  ladders,
  type ReminderTerm,
  reminderKey,
} from "#domain/reminder.ts";
import { addSchooldagen, type SchoolCalendar } from "#domain/schooldag.ts";
import { termKinds, termTable } from "#domain/termijn-table.ts";
import { type Werkdag, type WorkRhythm, werkdagen } from "#domain/werkdag.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const cal: SchoolCalendar = {
  regio: "M",
  holidays: [{ from: day("2026-10-17"), to: day("2026-10-25"), name: "Herfstvakantie" }],
  studiedagen: [],
  openOp: [],
  horizon: day("2027-12-31"),
};
/** Region Noord: its autumn holiday is a week earlier. */
const noord: SchoolCalendar = {
  ...cal,
  regio: "N",
  holidays: [{ from: day("2026-10-10"), to: day("2026-10-18"), name: "Herfstvakantie" }],
};
const person = (id: string, own: Partial<WorkRhythm> = {}): WorkRhythm => ({
  id,
  workingDays: werkdagen,
  hour: Temporal.PlainTime.from("08:00"),
  leave: [],
  ...own,
});
const works = (...workingDays: Werkdag[]) => ({ workingDays });
/** Due on a Tuesday without holidays around it. */
const term = (own: Partial<ReminderTerm> = {}): ReminderTerm => ({
  id: "t1",
  kind: "giz",
  due: day("2026-11-10"),
  since: day("2026-09-07"),
  cal,
  responsible: ["houder"],
  schakelteam: ["ib", "bpo"],
  voorzitters: ["voorzitter"],
  ...own,
});
const moment = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`).toInstant();

/** What was given and covered, as a store keeps it. */
function memory() {
  const reminded = new Set<string>();
  const bundled = new Set<string>();
  const keep = (bundles: readonly Bundle[]) => {
    for (const { personId, day: on, items } of bundles) {
      bundled.add(bundleKey(personId, on));
      for (const { termId, stap, covers } of items) {
        for (const one of [stap, ...covers]) reminded.add(reminderKey(termId, one, personId));
      }
    }
  };
  return { reminded, bundled, keep };
}

type Terms = readonly ReminderTerm[] | ((today: Temporal.PlainDate) => readonly ReminderTerm[]);

/** Asks every morning from `from` to `to`, except on the days we are down, and shows who got what. */
function mornings(
  { from, to, down = [] }: { from: string; to: string; down?: readonly string[] },
  people: readonly WorkRhythm[],
  terms: Terms,
): string[] {
  const store = memory();
  const told: string[] = [];
  for (let today = day(from); !today.equals(day(to).add({ days: 1 })); today = today.add({ days: 1 })) {
    if (down.includes(today.toString())) continue;
    const now = moment(`${today}T08:00`);
    const open = typeof terms === "function" ? terms(today) : terms;
    const bundles = bundlesFor({ now, terms: open, people, ...store });
    store.keep(bundles);
    for (const { personId, items } of bundles) {
      const steps = items.map((item) => `${item.termId} ${item.step}${item.day}${item.late ? " late" : ""}`);
      told.push(`${today} ${personId}: ${steps.join(", ")}`);
    }
  }
  return told;
}

const autumn = { from: "2026-11-02", to: "2026-12-31" };

describe("the ladder of a term", () => {
  it("reminds who is responsible before, on and after the day, and stops after six schoolweken", () => {
    expect(mornings(autumn, [person("houder")], [term()])).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-10 houder: t1 on0",
      "2026-11-11 houder: t1 after1",
      "2026-11-13 houder: t1 after3",
      "2026-11-17 houder: t1 after5",
      "2026-11-24 houder: t1 after10",
      "2026-12-01 houder: t1 after15",
      "2026-12-08 houder: t1 after20",
      "2026-12-15 houder: t1 after25",
      "2026-12-22 houder: t1 after30",
    ]);
  });

  it("tells the schakelteam after five schooldagen and the chair after ten", () => {
    const others = [person("ib"), person("bpo"), person("voorzitter"), person("directeur")];
    expect(mornings(autumn, others, [term()])).toEqual([
      "2026-11-17 ib: t1 escalated_schakelteam5",
      "2026-11-17 bpo: t1 escalated_schakelteam5",
      "2026-11-24 voorzitter: t1 escalated_chair10",
      "2026-12-22 voorzitter: t1 escalated_chair30",
    ]);
  });

  it("gives somebody with several roles one line, that of the heaviest", () => {
    const roles = term({ responsible: ["ib"], schakelteam: ["ib"], voorzitters: ["ib"] });
    const to = { from: "2026-11-16", to: "2026-11-27" };
    expect(mornings(to, [person("ib")], [roles])).toEqual([
      "2026-11-16 ib: t1 after3 late",
      "2026-11-17 ib: t1 escalated_schakelteam5",
      "2026-11-24 ib: t1 escalated_chair10",
    ]);
  });

  it("counts the schooldagen of the school of the case", () => {
    const around = { from: "2026-10-01", to: "2026-10-30" };
    const due = day("2026-10-15");
    const both = [term({ due }), term({ id: "t2", due: day("2026-10-09"), cal: noord })];
    expect(mornings(around, [person("houder")], both)).toEqual([
      "2026-10-06 houder: t2 before-3",
      "2026-10-09 houder: t2 on0",
      "2026-10-12 houder: t1 before-3",
      "2026-10-15 houder: t1 on0",
      "2026-10-16 houder: t1 after1",
      "2026-10-19 houder: t2 after1",
      "2026-10-21 houder: t2 after3",
      "2026-10-23 houder: t2 after5",
      "2026-10-27 houder: t1 after3",
      "2026-10-29 houder: t1 after5",
      "2026-10-30 houder: t2 after10",
    ]);
  });

  it("for consent that ends begins six schoolweken ahead, spares others until the last two, and goes on when it was not renewed", () => {
    const consent = term({ kind: "toestemming_verloopt", responsible: ["ib"] });
    const all = [person("ib"), person("voorzitter")];
    expect(mornings(autumn, all, [consent])).toEqual([
      "2026-11-10 ib: t1 on0",
      "2026-11-17 ib: t1 after5",
      "2026-11-24 ib: t1 after10",
      "2026-12-01 ib: t1 after15",
      "2026-12-08 ib: t1 escalated_schakelteam20",
      "2026-12-15 ib: t1 after25",
      "2026-12-15 voorzitter: t1 escalated_chair25",
      "2026-12-21 ib: t1 after29",
      "2026-12-23 ib: t1 after31",
      "2026-12-30 ib: t1 after35",
    ]);
  });

  it("for objecting speaks when the time for it is over", () => {
    const objecting = term({ kind: "bezwaartermijn", responsible: ["ib"] });
    expect(mornings(autumn, [person("ib"), person("voorzitter")], [objecting])).toEqual([
      "2026-11-11 ib: t1 after1",
      "2026-11-17 ib: t1 after5",
    ]);
  });

  it.each(Object.entries(ladders))(
    "%s stands in order, so that the highest step is the last",
    (_name, rows) => {
      const heights = rows.map((row) => row.day);
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
      expect(new Set(rows.map((row) => `${row.step}${row.day}`)).size).toBe(rows.length);
    },
  );
});

/** Of each ladder one kind of term, with every step. */
const steps = (["gewoon", "vooruit", "na_afloop", "tot_de_dag"] as const).flatMap((ladder) => {
  const kind = termKinds.find((one) => termTable[one].ladder === ladder);
  if (!kind) throw new Error(`no term goes by the ladder ${ladder}`);
  return ladders[ladder].map((row) => ({ ladder, kind, ...row }));
});

describe("every step of every ladder", () => {
  it("is of a ladder that stands in this table", () => {
    expect(new Set(steps.map(({ ladder }) => ladder))).toEqual(new Set(Object.keys(ladders)));
  });

  const roles = { responsible: "houder", schakelteam: "ib", voorzitters: "voorzitter" } as const;

  it.each(steps)("$ladder: $step on day $day to $to, not the day before, not again the day after", (row) => {
    const who = roles[row.to];
    const one = term({
      ...{ kind: row.kind, due: day("2027-02-01"), since: day("2026-09-07") },
      ...{ responsible: ["houder"], schakelteam: ["ib"], voorzitters: ["voorzitter"] },
    });
    const on = addSchooldagen(one.due, row.day, cal);
    const [before, after] = [addSchooldagen(on, -1, cal), addSchooldagen(on, 1, cal)];
    const told = mornings({ from: "2026-12-01", to: `${after}` }, [person(who)], [one]);
    const said = `t1 ${row.step}${row.day}`;
    expect(told.filter((line) => line.includes(said))).toEqual([`${on} ${who}: ${said}`]);
    const next = ladders[row.ladder].some((other) => other.to === row.to && other.day === row.day + 1);
    expect(told.some((line) => line.startsWith(`${after}`))).toBe(next);
    const last = ladders[row.ladder].some((other) => other.to === row.to && other.day === row.day - 1);
    expect(told.some((line) => line.startsWith(`${before}`))).toBe(last);
  });

  it("tot_de_dag says nothing any more once its day is over, however long it stays", () => {
    const kind = steps.find(({ ladder }) => ladder === "tot_de_dag")?.kind ?? "giz";
    const everybody = [person("houder"), person("ib"), person("voorzitter")];
    expect(mornings(autumn, everybody, [term({ kind })])).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-09 houder: t1 before-1",
      "2026-11-10 houder: t1 on0",
    ]);
  });
});

describe("the clock is moved", () => {
  const open: SchoolCalendar = { ...cal, holidays: [] };

  it.each([
    ["summer time begins", "2027-03-25", ["2027-03-25", "2027-03-30", "2027-03-31"]],
    ["summer time ends", "2026-10-22", ["2026-10-22", "2026-10-23", "2026-10-26", "2026-10-27"]],
    ["a year ends", "2026-12-30", ["2026-12-30", "2026-12-31", "2027-01-04"]],
  ])("%s: one bundle each working day, at the chosen hour on the wall", (_when, from, expected) => {
    const until = day(expected.at(-1) ?? from).add({ days: 1 });
    const terms = expected.map((due, at) =>
      term({ id: `t${at}`, due: day(due), since: day(from), cal: open }),
    );
    const store = memory();
    const told: string[] = [];
    const end = moment(`${until}T00:00`);
    for (
      let now = moment(`${from}T00:00`);
      Temporal.Instant.compare(now, end) < 0;
      now = now.add({ minutes: 5 })
    ) {
      const bundles = bundlesFor({ now, terms, people: [person("houder")], ...store });
      store.keep(bundles);
      told.push(
        ...bundles.map(() => now.toZonedDateTimeISO("Europe/Amsterdam").toPlainDateTime().toString()),
      );
    }
    expect(told).toEqual(expected.map((date) => `${date}T08:00:00`));
  });
});

describe("a day on which somebody cannot be told", () => {
  it("a part-time day: it comes on the own day, once, with the highest step, and is not late", () => {
    expect(mornings(autumn, [person("houder", works("di"))], [term()]).slice(0, 4)).toEqual([
      "2026-11-10 houder: t1 on0",
      "2026-11-17 houder: t1 after5",
      "2026-11-24 houder: t1 after10",
      "2026-12-01 houder: t1 after15",
    ]);
  });

  it.each([
    ["works on Thursdays only", works("do"), "2026-11-12 houder: t1 after1"],
    [
      "has leave",
      { leave: [{ from: day("2026-11-05"), to: day("2026-11-12") }] },
      "2026-11-13 houder: t1 after3",
    ],
  ])("who %s first hears what then holds", (_who, own, expected) => {
    const [first] = mornings(
      { ...autumn, from: "2026-11-09" },
      [person("houder", own)],
      [term({ since: day("2026-11-06") })],
    );
    expect(first).toBe(expected);
  });

  it("the school is closed: nothing until it opens, and nothing is late by it", () => {
    const before = { from: "2026-10-16", to: "2026-10-28" };
    expect(
      mornings(
        before,
        [person("houder", works("wo"))],
        [term({ due: day("2026-10-15"), since: day("2026-10-14") })],
      ),
    ).toEqual(["2026-10-28 houder: t1 after3"]);
  });

  it("we were down: the next own working day, once, marked late", () => {
    const down = ["2026-11-10", "2026-11-11", "2026-11-12"];
    expect(mornings({ ...autumn, to: "2026-11-17", down }, [person("houder")], [term()])).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-13 houder: t1 after3 late",
      "2026-11-17 houder: t1 after5",
    ]);
    expect(
      mornings({ ...autumn, to: "2026-11-12", down: ["2026-11-10"] }, [person("houder")], [term()]),
    ).toEqual(["2026-11-05 houder: t1 before-3", "2026-11-11 houder: t1 after1 late"]);
    expect(
      mornings({ ...autumn, to: "2026-11-06", down: ["2026-11-05"] }, [person("houder")], [term()]),
    ).toEqual(["2026-11-06 houder: t1 before-3 late"]);
  });

  it("the term came up later than its first step: that is no delay of ours", () => {
    const fresh = term({ since: day("2026-11-06") });
    const from = { from: "2026-11-09", to: "2026-11-09" };
    expect(mornings(from, [person("houder")], [fresh])).toEqual(["2026-11-09 houder: t1 before-3"]);
  });
});

describe("a term that changes", () => {
  it("is never heard of again once it is done", () => {
    const untilDone = (today: Temporal.PlainDate) => (today.toString() < "2026-11-11" ? [term()] : []);
    expect(mornings(autumn, [person("houder"), person("ib")], untilDone)).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-10 houder: t1 on0",
    ]);
  });

  it("follows its new date when it is postponed", () => {
    const postponed = (today: Temporal.PlainDate) =>
      today.toString() < "2026-11-11"
        ? [term()]
        : [term({ due: day("2026-11-24"), since: day("2026-11-11") })];
    expect(mornings({ ...autumn, to: "2026-11-30" }, [person("houder"), person("ib")], postponed)).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-10 houder: t1 on0",
      "2026-11-19 houder: t1 before-3",
      "2026-11-24 houder: t1 on0",
      "2026-11-25 houder: t1 after1",
      "2026-11-27 houder: t1 after3",
    ]);
  });

  it("goes on with the new holder after a handover, where the ladder stands", () => {
    const handed = (today: Temporal.PlainDate) =>
      today.toString() < "2026-11-12"
        ? [term()]
        : [term({ responsible: ["nieuw"], since: day("2026-11-12") })];
    expect(mornings({ ...autumn, to: "2026-11-13" }, [person("houder"), person("nieuw")], handed)).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-10 houder: t1 on0",
      "2026-11-11 houder: t1 after1",
      "2026-11-12 nieuw: t1 after1",
      "2026-11-13 nieuw: t1 after3",
    ]);
  });

  it("does not fall back to a step it had passed when the calendar gets more free days", () => {
    const closed: SchoolCalendar = { ...cal, studiedagen: [day("2026-11-12"), day("2026-11-13")] };
    const down = ["2026-11-11", "2026-11-12"];
    const changed = (today: Temporal.PlainDate) => [
      term({ cal: today.toString() < "2026-11-16" ? cal : closed, since: day("2026-11-09") }),
    ];
    expect(mornings({ from: "2026-11-10", to: "2026-11-19", down }, [person("houder")], changed)).toEqual([
      "2026-11-10 houder: t1 on0",
      "2026-11-13 houder: t1 after3 late",
      "2026-11-19 houder: t1 after5",
    ]);
  });

  it("counts from the next schooldag when the school closes on its last day", () => {
    const closed: SchoolCalendar = { ...cal, studiedagen: [day("2026-11-10")] };
    expect(mornings({ ...autumn, to: "2026-11-12" }, [person("houder")], [term({ cal: closed })])).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-11 houder: t1 on0",
      "2026-11-12 houder: t1 after1",
    ]);
  });
});

describe("a bundle", () => {
  const houder = person("houder");
  const at = (now: string, own: Partial<Parameters<typeof bundlesFor>[0]> = {}) =>
    bundlesFor({ now: moment(now), terms: [term()], people: [houder], ...memory(), ...own });

  it("holds everything for that day, longest waiting first", () => {
    const terms = [term(), term({ id: "t3", due: day("2026-11-09") }), term({ id: "t2" })];
    const [bundle, ...more] = at("2026-11-10T08:00", { terms });
    expect(bundle?.items.map((item) => item.termId)).toEqual(["t3", "t1", "t2"]);
    expect(more).toEqual([]);
  });

  it("says whose task it is and whether it is overdue", () => {
    const people = [houder, person("ib")];
    const facts = at("2026-11-17T08:00", { people }).flatMap(({ personId, items }) =>
      items.map((item) => [personId, item.own, item.overdue]),
    );
    expect(facts).toEqual([
      ["houder", true, true],
      ["ib", false, true],
    ]);
    expect(at("2026-11-10T08:00")[0]?.items[0]?.overdue).toBe(false);
  });

  it.each([
    ["before the chosen hour", "2026-11-10T07:59", 0],
    ["at the chosen hour", "2026-11-10T08:00", 1],
    ["late in the afternoon, when we were held up", "2026-11-10T17:59", 1],
    ["in the evening", "2026-11-10T18:00", 0],
    ["in the weekend", "2026-11-14T10:00", 0],
    ["on a day without news", "2026-11-04T08:00", 0],
  ])("%s: %s gives %i", (_when, now, count) => {
    expect(at(now)).toHaveLength(count);
  });

  it("comes once a day, also when something new comes up", () => {
    const store = memory();
    store.keep(at("2026-11-10T08:00"));
    const terms = [term(), term({ id: "t2" })];
    expect(at("2026-11-10T12:00", { ...store, terms })).toEqual([]);
    const [next] = at("2026-11-11T08:00", { ...store, terms });
    expect(next?.items.map((item) => `${item.termId} ${item.step}`)).toEqual(["t1 after", "t2 after"]);
  });

  it("takes in what comes up after it was made, by day, and never a second time", () => {
    const store = memory();
    const people = [person("houder")];
    const at = (time: string) => ({ now: moment(`2026-11-10T${time}`), people, ...store });
    const first = [term()];
    store.keep(bundlesFor({ ...at("08:00"), terms: first }));
    const fresh = term({ id: "t2", due: day("2026-11-10"), since: day("2026-11-10") });
    const later = term({ id: "t3", due: day("2026-12-10"), since: day("2026-11-10") });
    const terms = [...first, fresh, later];
    expect(bundlesFor({ ...at("11:00"), terms })).toEqual([]);
    const joins = additionsFor({ ...at("11:00"), terms });
    expect(joins.flatMap(({ items }) => items.map(({ termId, step, late }) => [termId, step, late]))).toEqual(
      [["t2", "on", false]],
    );
    expect(additionsFor({ ...at("18:00"), terms })).toEqual([]);
    store.keep(joins);
    expect(additionsFor({ ...at("12:00"), terms })).toEqual([]);
    expect(additionsFor({ ...at("12:00"), people: [person("ander")], terms })).toEqual([]);
  });

  it("comes on the own day instead of three schooldagen ahead, also to who heard it already; on the day it comes all the same", () => {
    const to = { from: "2026-11-02", to: "2026-11-11" };
    const planned = (today: Temporal.PlainDate) =>
      Temporal.PlainDate.compare(today, day("2026-11-06")) < 0
        ? [term()]
        : [term({ gepland: day("2026-11-09") })];
    expect(mornings(to, [person("houder")], planned)).toEqual([
      "2026-11-05 houder: t1 before-3",
      "2026-11-09 houder: t1 before-3",
      "2026-11-10 houder: t1 on0",
      "2026-11-11 houder: t1 after1",
    ]);
    expect(
      mornings(to, [person("houder", works("ma", "di"))], [term({ gepland: day("2026-11-05") })]),
    ).toEqual(["2026-11-09 houder: t1 before-3", "2026-11-10 houder: t1 on0"]);
  });

  it("leaves out what somebody does not want ahead of the day; on the day it comes all the same", () => {
    const zonder = new Set(["before"] as const);
    const to = { from: "2026-11-02", to: "2026-11-12" };
    expect(mornings(to, [person("houder")], [term({ zonder })])).toEqual([
      "2026-11-10 houder: t1 on0",
      "2026-11-11 houder: t1 after1",
    ]);
  });

  it("is the same for the same facts, in whatever order they come", () => {
    const terms = [term(), term({ id: "t2" }), term({ id: "t3", due: day("2026-11-09") })];
    expect(at("2026-11-10T08:00", { terms })).toEqual(at("2026-11-10T08:00", { terms: terms.toReversed() }));
  });
});
