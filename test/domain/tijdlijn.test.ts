import { describe, expect, it } from "vitest";
import type { TermijnGezien } from "#domain/hulpvraag-view.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { termKinds } from "#domain/termijn-table.ts";
import { type Mijlpaal, mijlpalen, stappenMax, tijdlijnOf } from "#domain/tijdlijn.ts";
import { chanceOf } from "#local/chance.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anInstemming,
  aRegierol,
  aTermijn,
  date,
  now,
  today,
} from "./a-dossier.ts";

const term = (soort: string, vervalt: string, over: Partial<TermijnGezien> = {}): TermijnGezien => ({
  ...{ id: soort, versie: 1, soort, vervalt: date(vervalt), open: true },
  ...{ teLaat: false, gepauzeerd: false, vanMij: true, klaarOp: null },
  ...over,
});
const done = (soort: string, op: string) => term(soort, op, { open: false, klaarOp: date(op) });
const steps = (termijnen: readonly TermijnGezien[], mijlpalen: readonly Mijlpaal[] = []) => {
  const { eerder, nu, later } = tijdlijnOf({ termijnen, mijlpalen }, today);
  const told = (list: typeof nu) => list.map(({ soort, stand, op }) => `${soort} ${stand} ${op}`);
  return { eerder: told(eerder), nu: told(nu), later };
};

describe("a step", () => {
  it.each([
    ["the day before today", "2026-11-22", "te_laat"],
    ["today", "2026-11-23", "vandaag"],
    ["the day after", "2026-11-24", "straks"],
  ])("that is due %s is told so", (_, op, stand) => {
    expect(today.toString()).toBe("2026-11-23");
    expect(steps([term("giz", op)]).nu).toEqual([`giz ${stand} ${op}`]);
  });

  it("that was done is told with the day on which that was", () => {
    expect(steps([done("giz", "2026-11-12")]).nu).toEqual(["giz gedaan 2026-11-12"]);
  });

  it("that repeats itself is told by the last time, and the next", () => {
    const termijnen = [
      done("voortgang", "2026-09-01"),
      done("voortgang", "2026-10-12"),
      term("voortgang", "2026-11-24"),
    ];
    expect(steps(termijnen).nu).toEqual(["voortgang gedaan 2026-10-12", "voortgang straks 2026-11-24"]);
  });

  it("that a milestone tells is not told twice", () => {
    const verteld = { soort: "verteld", op: date("2026-10-06") } as const;
    expect(steps([done("terugkoppeling_ouders", "2026-10-07")], [verteld]).nu).toEqual([
      "verteld gedaan 2026-10-06",
    ]);
    expect(steps([done("terugkoppeling_ouders", "2026-10-07")]).nu).toEqual([
      "terugkoppeling_ouders gedaan 2026-10-07",
    ]);
  });

  it("of an actie stands with the acties", () => {
    expect(steps([term("actie", "2026-11-24")]).nu).toEqual([]);
  });
});

it("whatever there is: in order of day, what is done before what is due, no more than fits, and nothing lost", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const chance = chanceOf(seed);
    const day = () => date("2026-09-01").add({ days: chance.below(200) });
    const milestones = mijlpalen.filter(() => chance.below(2) === 0).map((soort) => ({ soort, op: day() }));
    const open = termKinds.filter((kind) => kind !== "actie" && chance.below(3) === 0);
    const termijnen = open.map((soort) => term(soort, day().toString()));
    const { eerder, nu, later } = tijdlijnOf({ termijnen, mijlpalen: milestones }, today);
    expect(nu.length).toBeLessThanOrEqual(stappenMax);
    expect(eerder.length + nu.length + later).toBe(milestones.length + termijnen.length);
    const standen = nu.map(({ stand }) => (stand === "gedaan" ? 0 : 1));
    expect(standen).toEqual(standen.toSorted());
    const days = (list: typeof nu) => list.map(({ op }) => op.toString());
    const [past, coming] = [true, false].map((over) =>
      nu.filter(({ stand }) => (stand === "gedaan") === over),
    );
    for (const list of [eerder, past ?? [], coming ?? []]) expect(days(list)).toEqual(days(list).toSorted());
  }
});

describe("on the card", () => {
  const running = {
    status: "in_uitvoering" as const,
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol("smw1")],
  };
  const milestones = (persoonId: string, over: Parameters<typeof aDossier>[0]) =>
    seeHulpvraag(aDossier(over), { persoonId }, now)?.mijlpalen.map(({ soort }) => soort);

  it("who reads what was decided sees how it came there", () => {
    for (const persoonId of ["ib1", "smw1", "bpo1"])
      expect(milestones(persoonId, running), persoonId).toEqual(
        expect.arrayContaining(["besproken", "verteld", "regierol"]),
      );
  });

  it("who sees the name and the question alone does not, nor who only knows that it waits", () => {
    const told = { toestemming: anInstemming(), status: "besproken", besluiten: running.besluiten } as const;
    expect(milestones("bpo1", told) ?? []).toEqual([]);
    const withdrawn = { ...running, toestemming: null };
    expect(milestones("smw1", withdrawn) ?? []).toEqual([]);
  });

  it("shows a person the own terms, and others' only to who works on it", () => {
    const over = { ...running, termijnen: [aTermijn("giz", "2026-12-01")] };
    const kinds = (persoonId: string) =>
      seeHulpvraag(aDossier(over), { persoonId }, now)?.termijnen.map(({ soort }) => soort) ?? [];
    expect(kinds("smw1")).toEqual(["giz"]);
    expect(kinds("ib1")).toEqual(["giz"]);
    expect(kinds("bpo1")).toEqual([]);
  });
});
