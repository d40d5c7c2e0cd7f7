import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Adviesstatus, adviesstatussen, type Kring, kringen } from "#domain/adviesvraag.ts";
import { type Adviesrelatie, adviesrelaties } from "#domain/adviesvraag-relatie.ts";
import { seal } from "#domain/sealed.ts";
import {
  type Advieshandeling,
  advieshandelingen,
  adviesRows,
  explain,
  explainAdvies,
  reveal,
  revealAdvies,
} from "#domain/visibility.ts";

interface Cell {
  readonly status: Adviesstatus;
  readonly kring: Kring;
}
const cells: readonly Cell[] = adviesstatussen.flatMap((status) =>
  kringen.map((kring) => ({ status, kring })),
);
const may = (set: Iterable<Adviesrelatie>, handeling: Advieshandeling, cell: Cell) =>
  explainAdvies({ relaties: new Set(set), handeling, ...cell }).allowed;

const pairs = adviesrelaties.flatMap((one, index) =>
  adviesrelaties.slice(index + 1).map((other) => [one, other] as const),
);
const small: readonly (readonly Adviesrelatie[])[] = [[], ...adviesrelaties.map((one) => [one]), ...pairs];

/** Every set of at most two, and random larger ones, against every cell. */
function always(rule: (set: readonly Adviesrelatie[], cell: Cell) => boolean): void {
  for (const set of small)
    for (const cell of cells) if (!rule(set, cell)) expect.fail(`${set.join("+")} ${JSON.stringify(cell)}`);
  fc.assert(
    fc.property(fc.subarray([...adviesrelaties]), fc.constantFrom(...cells), (set, cell) => rule(set, cell)),
    { numRuns: 5000 },
  );
}
const without = (...gone: readonly Adviesrelatie[]) => adviesrelaties.filter((one) => !gone.includes(one));
const implies = (one: boolean, other: boolean) => !one || other;
const every = (rule: (handeling: Advieshandeling) => boolean) => advieshandelingen.every(rule);
const reads = ["vraag_zien", "antwoord_zien"] as const;

describe("visibility of an adviesvraag", () => {
  it("gives someone outside the SZT nothing, whatever else this person is", () => {
    always((set, cell) => every((act) => !may([...set, "buitenstaander"], act, cell)));
  });

  it("gives directeur, bestuurder and beheerder nothing, and adds nothing to what they are besides", () => {
    const leaders = ["directeur", "bestuurder", "beheerder"] as const;
    for (const cell of cells)
      for (const act of advieshandelingen) expect(may(leaders, act, cell)).toBe(false);
    always((set, cell) => {
      const rest = set.filter((one) => !leaders.some((leader) => leader === one));
      return every((act) => may(set, act, cell) === may(rest, act, cell));
    });
  });

  it("being a member of the SZT alone gives nothing", () => {
    for (const cell of cells)
      for (const act of advieshandelingen) expect(may(["szt_lid"], act, cell)).toBe(false);
  });

  it("whoever reads the words knows that there is one; whoever acts reads the words", () => {
    always((set, cell) => {
      const can = (act: Advieshandeling) => may(set, act, cell);
      const acts = ["antwoorden", "vastleggen", "intrekken", "wissen", "overnemen"] as const;
      return (
        reads.every((act) => implies(can(act), can("bestaan_zien"))) &&
        implies(can("antwoord_zien"), can("vraag_zien")) &&
        acts.every((act) => implies(can(act), can("vraag_zien")))
      );
    });
  });

  it("taking part in a round tells that there is one, and not what it says", () => {
    for (const cell of cells)
      for (const act of advieshandelingen)
        if (may(["deelnemer", "voorzitter", "notulist", "szt_lid"], act, cell)) {
          expect(act).toBe("bestaan_zien");
          expect(cell.kring).not.toBe("kernteam_nu");
          expect(["geagendeerd", "beantwoord"]).toContain(cell.status);
        }
  });

  it("a wider circle never shows anybody less, at the table", () => {
    always((set, { status }) =>
      every((act) =>
        implies(
          may(set, act, { status, kring: "ronde_kernteam" }),
          may(set, act, { status, kring: "ronde_tafel" }),
        ),
      ),
    );
  });

  it("outside the school and the kernteam the words are heard at the table, when everyone there was asked", () => {
    const others = without("ib_van_school", "kernteam", "buitenstaander");
    for (const cell of cells)
      for (const act of reads)
        if (may(others, act, cell)) {
          expect(cell.kring).toBe("ronde_tafel");
          expect(
            may(
              others.filter((one) => one !== "aan_tafel"),
              act,
              cell,
            ),
          ).toBe(false);
        }
  });

  it("answering in writing is for the kernteam that was asked, once", () => {
    always((set, cell) =>
      implies(
        may(set, "antwoorden", cell),
        set.includes("kernteam") && cell.kring === "kernteam_nu" && cell.status === "gesteld",
      ),
    );
  });

  it("the round records at the table, while it stands on its agenda", () => {
    always((set, cell) =>
      implies(
        may(set, "vastleggen", cell),
        set.includes("aan_tafel") && cell.status === "geagendeerd" && cell.kring !== "kernteam_nu",
      ),
    );
  });

  it("taking back, erasing and going on with a name are for the school, each in its time", () => {
    always((set, cell) => {
      const ib = set.includes("ib_van_school");
      return (
        implies(may(set, "intrekken", cell), ib && cell.status !== "beantwoord") &&
        implies(may(set, "wissen", cell), ib && cell.status === "beantwoord") &&
        implies(may(set, "overnemen", cell), ib && cell.status === "beantwoord")
      );
    });
    for (const cell of cells)
      expect(may(["ib_van_school"], "intrekken", cell) !== may(["ib_van_school"], "wissen", cell)).toBe(true);
  });

  it("adding a relation never takes away, unless it is that of an outsider", () => {
    const more = without("buitenstaander");
    fc.assert(
      fc.property(
        fc.subarray([...adviesrelaties]),
        fc.constantFrom(...more),
        fc.constantFrom(...cells),
        (set, added, cell) => every((act) => implies(may(set, act, cell), may([...set, added], act, cell))),
      ),
      { numRuns: 5000 },
    );
  });
});

describe("the whole product", () => {
  /** Sets of one, and what sets of two add to that: relations | act | status | circles. */
  function golden(): string {
    const lines = small.flatMap((set) =>
      advieshandelingen.flatMap((act) =>
        adviesstatussen.flatMap((status) => {
          const found = kringen.filter((kring) => {
            const cell = { status, kring };
            return may(set, act, cell) && (set.length < 2 || !set.some((one) => may([one], act, cell)));
          });
          return found.length ? `${set.join("+")} | ${act} | ${status} | ${found.join(" ")}` : [];
        }),
      ),
    );
    return `${lines.join("\n")}\n`;
  }

  it("is the golden file", async () => {
    await expect(golden()).toMatchFileSnapshot("golden/visibility-adviesvraag.txt");
  });

  it("is made by sets of at most two: larger ones add nothing", () => {
    expect(adviesRows.every((row) => row.relaties.length <= 2)).toBe(true);
  });

  it("has no row that decides nothing", () => {
    const used = new Set<string | null>();
    for (const set of small)
      for (const cell of cells)
        for (const handeling of advieshandelingen)
          used.add(explainAdvies({ relaties: new Set(set), handeling, ...cell }).row);
    expect(adviesRows.map((row) => row.code).filter((code) => !used.has(code))).toEqual([]);
    expect(new Set(adviesRows.map((row) => row.code)).size).toBe(adviesRows.length);
  });
});

describe("explaining and revealing", () => {
  const ask = (relatie: Adviesrelatie, handeling: Advieshandeling) =>
    explainAdvies({ relaties: new Set([relatie]), handeling, status: "gesteld", kring: "kernteam_nu" });
  const sealed = seal("Wat helpt?");

  it("opens with an allowing decision to read, and with nothing else", () => {
    expect(revealAdvies(ask("kernteam", "vraag_zien"), sealed)).toBe("Wat helpt?");
    expect(revealAdvies(ask("kernteam", "antwoorden"), sealed)).toBeNull();
    expect(revealAdvies(ask("szt_lid", "vraag_zien"), sealed)).toBeNull();
    expect(revealAdvies({ ...ask("kernteam", "vraag_zien") }, sealed)).toBeNull();
  });

  it("opens nothing of a hulpvraag, and a hulpvraag opens nothing of this", () => {
    const named = explain({
      relaties: new Set(["ib_van_school"]),
      handeling: "wat_zien",
      status: "concept",
      grondslag: "geen",
      doel: "bespreking",
    });
    expect(reveal(named, sealed)).toBe("Wat helpt?");
    expect(revealAdvies(named as never, sealed)).toBeNull();
    expect(reveal(ask("kernteam", "vraag_zien") as never, sealed)).toBeNull();
  });
});
