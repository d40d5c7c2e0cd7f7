import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HulpvraagStatus, hulpvraagStatussen } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { type Relatie, relaties } from "#domain/relatie.ts";
import { seal } from "#domain/sealed.ts";
import { decideDossierOn } from "#domain/toestemming.ts";
import {
  type Doel,
  doelen,
  explain,
  type Grondslagstand,
  grondslagstand,
  grondslagstanden,
  type Handeling,
  handelingen,
  mayDo,
  reveal,
  rows,
  usualDoel,
  viewpointOf,
} from "#domain/visibility.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAgendapunt,
  anAntwoord,
  anInstemming,
  aRonde,
  aToestemming,
  date,
  now,
  takenBack,
  today,
} from "./a-dossier.ts";

/** Who may reach a hulpvraag at all; everyone else only with company. */
const ib: Relatie = "ib_van_school";
const named: readonly Relatie[] = [
  "genoemde_partner",
  "regierolhouder",
  "waarnemer",
  "aangeboden_regierol",
  "uitzondering_deelnemer",
];
/** What may be seen of the case itself. */
const reads = ["naam_zien", "wat_zien", "meer_zien"] as const;
/** Around the outside of a case: there where the parents were only told, in place of speaking freely. */
const outside = ["bijdragen", "eigen_bijdrage_zien", "bijdrage_zien"] as const;

interface Cell {
  readonly status: HulpvraagStatus;
  readonly grondslag: Grondslagstand;
  readonly doel: Doel;
}
const cells: readonly Cell[] = hulpvraagStatussen.flatMap((status) =>
  grondslagstanden.flatMap((grondslag) => doelen.map((doel) => ({ status, grondslag, doel }))),
);
const may = (set: Iterable<Relatie>, handeling: Handeling, cell: Cell) =>
  mayDo({ relaties: new Set(set), handeling, ...cell });

const pairs = relaties.flatMap((one, index) =>
  relaties.slice(index + 1).map((other) => [one, other] as const),
);
const small: readonly (readonly Relatie[])[] = [[], ...relaties.map((one) => [one]), ...pairs];

/** Every set of at most two, and random larger ones, against every cell. */
function always(rule: (set: readonly Relatie[], cell: Cell) => boolean): void {
  for (const set of small)
    for (const cell of cells) if (!rule(set, cell)) expect.fail(`${set.join("+")} ${JSON.stringify(cell)}`);
  fc.assert(
    fc.property(fc.subarray([...relaties]), fc.constantFrom(...cells), (set, cell) => rule(set, cell)),
    { numRuns: 5000 },
  );
}
const without = (...gone: readonly Relatie[]) => relaties.filter((relatie) => !gone.includes(relatie));
const implies = (one: boolean, other: boolean) => !one || other;
const every = (rule: (handeling: Handeling) => boolean) => handelingen.every(rule);

describe("visibility", () => {
  it("gives someone outside the SZT of the school nothing, whatever else this person is", () => {
    always((set, cell) => every((act) => !may([...set, "buitenstaander"], act, cell)));
  });

  it("gives directeur, bestuurder and beheerder nothing, and adds nothing to what they are besides", () => {
    const leaders = ["directeur", "bestuurder", "beheerder"] as const;
    for (const cell of cells) for (const act of handelingen) expect(may(leaders, act, cell)).toBe(false);
    always((set, cell) => {
      const rest = set.filter((relatie) => !leaders.some((leader) => leader === relatie));
      return every((act) => may(set, act, cell) === may(rest, act, cell));
    });
  });

  it("shows no name where the rest is hidden, and hides existence from no one who sees more", () => {
    always((set, cell) => {
      const can = (act: Handeling) => may(set, act, cell);
      return (
        implies(can("naam_zien"), can("wat_zien") && can("bestaan_zien")) &&
        implies(can("verloop_zien"), can("meer_zien")) &&
        implies(can("meer_zien"), can("wat_zien")) &&
        implies(can("wat_zien"), can("bestaan_zien"))
      );
    });
  });

  it("lets nobody edit, decide, export or erase what this person cannot read", () => {
    always((set, cell) =>
      (["bewerken", "besluiten", "exporteren", "wissen"] as const).every((act) =>
        implies(may(set, act, cell), may(set, "wat_zien", cell)),
      ),
    );
  });

  it("is monotone in consent: no weaker ground allows an outsider what written consent does not", () => {
    always((set, cell) => {
      const written: Cell = { ...cell, grondslag: "schriftelijk" };
      // Whom the directeur names is no matter of consent: that one stands on the decision.
      const rest = set.filter((relatie) => relatie !== "uitzondering_deelnemer");
      return every(
        (act) => outside.some((one) => one === act) || implies(may(rest, act, cell), may(rest, act, written)),
      );
    });
  });

  it("the outside is told and read where the parents were only told, and on no other ground", () => {
    always((set, cell) =>
      outside.every((act) => implies(may(set, act, cell), cell.grondslag === "instemming")),
    );
  });

  it("the outside is asked of who is named and at that table, who reads the question too; never of the school", () => {
    always((set, cell) => {
      const asked = may(set, "bijdragen", cell);
      const seat = set.includes("genoemde_partner") && set.includes("genodigde") && !set.includes(ib);
      return (
        implies(asked, seat && cell.status === "geagendeerd" && may(set, "wat_zien", cell)) &&
        implies(asked, may(set, "eigen_bijdrage_zien", cell)) &&
        implies(may(set, "eigen_bijdrage_zien", cell), may(set, "wat_zien", cell))
      );
    });
  });

  it("what others told of the outside is read by the school alone", () => {
    always((set, cell) => implies(may(set, "bijdrage_zien", cell), set.includes(ib)));
  });

  it("telling the parents opens no more than the name and the question, at the table, to who was announced", () => {
    const others = without(ib, "buitenstaander", "uitzondering_deelnemer");
    always((given, cell) => {
      if (cell.grondslag !== "instemming") return true;
      const set = given.filter((relatie) => others.includes(relatie));
      const around = ["klaargezet", "geagendeerd", "besproken"].includes(cell.status);
      return (
        !may(set, "meer_zien", cell) &&
        !may(set, "bewerken", cell) &&
        implies(may(set, "wat_zien", cell), around && set.includes("genoemde_partner")) &&
        implies(may(set, "wat_zien", cell), cell.doel === "bespreking")
      );
    });
  });

  it("a decision of the directeur opens it for whom it names, while it is discussed, and for nobody else", () => {
    always((given, cell) => {
      if (cell.grondslag !== "uitzondering") return true;
      const set = given.filter((relatie) => relatie !== ib);
      const around = cell.status === "geagendeerd" || cell.status === "besproken";
      const sees = reads.some((act) => may(set, act, cell));
      return implies(sees, set.includes("uitzondering_deelnemer") && around && cell.doel === "bespreking");
    });
    const cell: Cell = { status: "geagendeerd", grondslag: "uitzondering", doel: "bespreking" };
    expect(reads.every((act) => may(["uitzondering_deelnemer"], act, cell))).toBe(true);
    expect(may(["uitzondering_deelnemer"], "naam_zien", { ...cell, grondslag: "schriftelijk" })).toBe(false);
  });

  it("what was asked of the directeur is for the ib and that one directeur, who sees nothing else", () => {
    always((set, cell) => {
      const asked = set.includes("gevraagde_directeur") && cell.doel === "bespreking";
      const rest = set.filter((relatie) => relatie !== "gevraagde_directeur");
      return (
        implies(may(set, "verzoek_zien", cell), set.includes(ib) || asked) &&
        every((act) => act === "verzoek_zien" || may(set, act, cell) === may(rest, act, cell))
      );
    });
    for (const cell of cells)
      expect(may(["gevraagde_directeur"], "verzoek_zien", cell)).toBe(cell.doel === "bespreking");
  });

  it("withdrawing consent never adds, against any other ground", () => {
    always((set, cell) => {
      const withdrawn: Cell = { ...cell, grondslag: "ingetrokken" };
      return every((act) => implies(may(set, act, withdrawn), may(set, act, cell)));
    });
  });

  it("expiry lies between: never more than valid, never less than withdrawn", () => {
    always((set, cell) => {
      const [expired, withdrawn]: Cell[] = [
        { ...cell, grondslag: "verlopen" },
        { ...cell, grondslag: "ingetrokken" },
      ];
      return every((act) => implies(may(set, act, withdrawn as Cell), may(set, act, expired as Cell)));
    });
  });

  it("closing adds nothing but that it ended, and withdrawing the hulpvraag leaves at most what closing leaves", () => {
    always((set, cell) => {
      if (cell.status !== "in_uitvoering") return true;
      const closed: Cell = { ...cell, status: "afgesloten" };
      const gone: Cell = { ...cell, status: "ingetrokken" };
      return every(
        (act) =>
          (act === "einde_zien" || implies(may(set, act, closed), may(set, act, cell))) &&
          implies(may(set, act, gone), may(set, act, closed)),
      );
    });
  });

  it("a concept is of the ib alone", () => {
    for (const cell of cells.filter(({ status }) => status === "concept"))
      for (const act of handelingen)
        expect(may(without(ib, "buitenstaander", "gevraagde_directeur", "eerder_betrokken"), act, cell)).toBe(
          false,
        );
  });

  it("an ended hulpvraag is of the ib alone, but for the line in the channel", () => {
    for (const cell of cells.filter(({ status }) => status === "afgesloten" || status === "ingetrokken"))
      for (const act of handelingen) {
        const channel = act === "plaatsen" && cell.status === "afgesloten" && cell.doel === "kanaal";
        if (!channel)
          expect(
            may(without(ib, "buitenstaander", "gevraagde_directeur", "eerder_betrokken"), act, cell),
          ).toBe(false);
      }
  });

  it("who worked for it hears that it was closed or goes on with another, and by that nothing else", () => {
    always((set, cell) => {
      const rest = set.filter((relatie) => relatie !== "eerder_betrokken");
      const more = handelingen.filter(
        (act) => may([...rest, "eerder_betrokken"], act, cell) && !may(rest, act, cell),
      );
      const over = cell.status === "afgesloten" || cell.status === "in_uitvoering";
      const told = over && cell.doel === "regie" && !rest.includes("buitenstaander");
      return more.join() === (told ? "einde_zien" : "");
    });
  });

  it("an ended hulpvraag is read-only, but for correction as a right", () => {
    always((set, cell) => {
      if (cell.status !== "afgesloten" && cell.status !== "ingetrokken") return true;
      return !may(set, "besluiten", cell) && implies(may(set, "bewerken", cell), cell.doel === "rechten");
    });
  });

  it("the name of a withdrawn hulpvraag is shown for the rights of parents and pupil alone", () => {
    always((set, cell) =>
      implies(cell.status === "ingetrokken" && may(set, "naam_zien", cell), cell.doel === "rechten"),
    );
  });

  it("adding a relation never takes away, but for that of an outsider, and of the school that asks for the outside", () => {
    const more = without("buitenstaander");
    const grows = (set: readonly Relatie[], added: Relatie, cell: Cell) =>
      every(
        (act) =>
          (act === "bijdragen" && added === ib) ||
          implies(may(set, act, cell), may([...set, added], act, cell)),
      );
    for (const one of relaties)
      for (const cell of cells) expect(more.every((added) => grows([one], added, cell))).toBe(true);
    fc.assert(
      fc.property(fc.subarray([...relaties]), fc.constantFrom(...more), fc.constantFrom(...cells), grows),
      { numRuns: 5000 },
    );
  });

  it("whoever is not of the school and not named sees nothing, save that an own action exists", () => {
    const rest = without(ib, "buitenstaander", "gevraagde_directeur", "eerder_betrokken", ...named);
    for (const cell of cells) {
      expect(may(rest, "naam_zien", cell) || may(rest, "wat_zien", cell)).toBe(false);
      const noAction = rest.filter((relatie) => relatie !== "actiehouder");
      for (const act of handelingen)
        if (act !== "plaatsen")
          expect(may(noAction, act, cell), `${act} ${JSON.stringify(cell)}`).toBe(false);
    }
  });

  it("being named alone is not enough before the round; having talked about it, or being at that table, is", () => {
    const at = (set: readonly Relatie[], status: HulpvraagStatus) =>
      may(set, "naam_zien", { status, grondslag: "schriftelijk", doel: "bespreking" });
    expect(at(["genoemde_partner"], "klaargezet")).toBe(false);
    expect(at(["genoemde_partner"], "geagendeerd")).toBe(false);
    expect(at(["genodigde"], "geagendeerd")).toBe(false);
    expect(at(["genoemde_partner", "genodigde"], "geagendeerd")).toBe(true);
    expect(at(["genoemde_partner"], "besproken")).toBe(true);
  });

  it("without a ground nobody but the ib sees anything of it; who has the regierol knows that it waits", () => {
    const others = without(ib, "buitenstaander", "gevraagde_directeur", "eerder_betrokken");
    const gone = cells.filter(({ grondslag }) => ["geen", "verlopen", "ingetrokken"].includes(grondslag));
    for (const cell of gone)
      for (const act of handelingen)
        if (act !== "bestaan_zien")
          expect(may(others, act, cell), `${act} ${JSON.stringify(cell)}`).toBe(false);
    const rest = without(ib, "buitenstaander", "regierolhouder", "waarnemer");
    for (const cell of gone.filter(({ grondslag }) => grondslag !== "verlopen"))
      expect(may(rest, "bestaan_zien", cell), JSON.stringify(cell)).toBe(false);
  });

  it("the name comes with accepting the regierol, not with the offer", () => {
    for (const cell of cells) expect(may(["aangeboden_regierol", "szt_lid"], "naam_zien", cell)).toBe(false);
  });

  it("posting is a purpose of its own: it opens nothing, and takes a ground that holds and rests on the parents", () => {
    always((set, cell) => {
      const posts = may(set, "plaatsen", cell);
      const blind = every((act) => act === "plaatsen" || !may(set, act, cell));
      return (
        implies(posts, cell.doel === "kanaal" && ["schriftelijk", "instemming"].includes(cell.grondslag)) &&
        implies(cell.doel === "kanaal", blind) &&
        implies(posts, cell.status !== "concept" && cell.status !== "ingetrokken")
      );
    });
  });

  it("exporting and erasing are for the ib, as a right of parents and pupil", () => {
    always((set, cell) =>
      (["exporteren", "wissen"] as const).every((act) =>
        implies(may(set, act, cell), cell.doel === "rechten" && set.includes(ib)),
      ),
    );
  });

  it("a besluit is recorded by the chair or the note-taker, while it is on the agenda", () => {
    always((set, cell) =>
      implies(
        may(set, "besluiten", cell),
        cell.status === "geagendeerd" && (set.includes("voorzitter") || set.includes("notulist")),
      ),
    );
  });

  it("editing is for the school and for who holds the regierol", () => {
    const others = without(ib, "buitenstaander", "regierolhouder", "waarnemer");
    for (const cell of cells) expect(may(others, "bewerken", cell)).toBe(false);
  });
});

describe("the whole product", () => {
  /** Sets of one, and what sets of two add to that: relations | act | status | ground | purposes. */
  function golden(): string {
    const lines = small.flatMap((set) =>
      handelingen.flatMap((act) =>
        hulpvraagStatussen.flatMap((status) =>
          grondslagstanden.flatMap((grondslag) => {
            const found = doelen.filter((doel) => {
              const cell = { status, grondslag, doel };
              return may(set, act, cell) && (set.length < 2 || !set.some((one) => may([one], act, cell)));
            });
            return found.length
              ? `${set.join("+")} | ${act} | ${status} | ${grondslag} | ${found.join(" ")}`
              : [];
          }),
        ),
      ),
    );
    return `${lines.join("\n")}\n`;
  }

  it("is the golden file", async () => {
    await expect(golden()).toMatchFileSnapshot("golden/visibility.txt");
  });

  it("is made by sets of at most two: larger ones add nothing", () => {
    expect(rows.every((row) => row.relaties.length <= 2)).toBe(true);
  });

  it("has no row that decides nothing", () => {
    const used = new Set<string | null>();
    for (const set of small)
      for (const cell of cells)
        for (const handeling of handelingen)
          used.add(explain({ relaties: new Set(set), handeling, ...cell }).row);
    expect(rows.map((row) => row.code).filter((code) => !used.has(code))).toEqual([]);
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  });
});

describe("explaining and revealing", () => {
  const cell = { status: "besproken", grondslag: "schriftelijk", doel: "bespreking" } as const;
  const ask = (relatie: Relatie, handeling: Handeling) =>
    explain({ relaties: new Set([relatie]), handeling, ...cell });

  it("names the row, and null where nothing fits", () => {
    expect(ask("genoemde_partner", "naam_zien")).toMatchObject({
      allowed: true,
      row: "partner_na_bespreking",
    });
    expect(ask("szt_lid", "naam_zien")).toMatchObject({ allowed: false, row: null });
    expect(ask("buitenstaander", "naam_zien")).toMatchObject({ allowed: false, row: "buitenstaander_nooit" });
  });

  it("opens with an allowing decision to read, and with nothing else", () => {
    const sealed = seal("Noor");
    expect(reveal(ask("genoemde_partner", "naam_zien"), sealed)).toBe("Noor");
    expect(reveal(ask("genoemde_partner", "wat_zien"), sealed)).toBe("Noor");
    expect(reveal(ask("genoemde_partner", "bestaan_zien"), sealed)).toBeNull();
    expect(reveal(ask("szt_lid", "naam_zien"), sealed)).toBeNull();
    expect(reveal({ allowed: true, handeling: "naam_zien", row: "ib_werkt" }, sealed)).toBeNull();
    expect(reveal({ ...ask("genoemde_partner", "naam_zien") }, sealed)).toBeNull();
  });
});

describe("how the ground stands", () => {
  const stand = (doel: Doel, over: Partial<Dossier> = {}) =>
    grondslagstand(decideDossierOn(aDossier(over), today), doel);
  const old = { geldigTot: date("2026-11-22") };
  const agreed = [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })];
  const objected = anInstemming({ antwoorden: [anAntwoord("ouder1", { soort: "bezwaar" })] });

  it.each<[string, Grondslagstand, Grondslagstand]>([
    ["valid", stand("bespreking"), "schriftelijk"],
    ["valid for the round, not yet for regie", stand("regie"), "geen"],
    ["valid for regie after the akkoord", stand("regie", { besluiten: agreed }), "schriftelijk"],
    ["nothing recorded", stand("bespreking", { toestemming: null }), "geen"],
    ["expired", stand("bespreking", { toestemming: aToestemming(old) }), "verlopen"],
    ["withdrawn", stand("bespreking", { toestemming: takenBack(aToestemming(), today) }), "ingetrokken"],
    [
      "withdrawn and expired",
      stand("bespreking", { toestemming: takenBack(aToestemming(old), today) }),
      "ingetrokken",
    ],
    [
      "expired and never complete",
      stand("bespreking", { toestemming: aToestemming({ ...old, antwoorden: [] }) }),
      "geen",
    ],
    ["gezag unknown", stand("bespreking", { gezag: "onbekend" }), "geen"],
    [
      "the parents were told, and nobody objected",
      stand("bespreking", { toestemming: anInstemming() }),
      "instemming",
    ],
    [
      "the parents were told, and one objected",
      stand("bespreking", { toestemming: objected }),
      "ingetrokken",
    ],
    [
      "the parents were told: nothing for regie, akkoord or not",
      stand("regie", { toestemming: anInstemming(), besluiten: agreed }),
      "geen",
    ],
  ])("%s", (_name, found, wanted) => {
    expect(found).toBe(wanted);
  });
});

describe("a dossier through someone's eyes", () => {
  const sees = (dossier: Parameters<typeof viewpointOf>[0], persoonId: string, handeling: Handeling) => {
    const doel = usualDoel(dossier.status);
    return mayDo({ ...viewpointOf(dossier, { persoonId, doel, now }), handeling });
  };
  const who = (dossier: Parameters<typeof viewpointOf>[0], handeling: Handeling) =>
    dossier.team.map((lid) => lid.persoonId).filter((persoonId) => sees(dossier, persoonId, handeling));

  it("before the round the ib sees the name, and the named kernteam member of the schakelteam", () => {
    const ready = aDossier({ status: "klaargezet", agendapunten: [] });
    expect(who(ready, "naam_zien")).toEqual(["ib1", "bpo1"]);
  });

  it("on the agenda those who are named and take part see it; others do not even know", () => {
    const planned = anAgendapunt({
      status: "gepland",
      ronde: aRonde({ status: "gepland", datum: date("2026-12-07") }),
    });
    const onAgenda = aDossier({ status: "geagendeerd", agendapunten: [planned] });
    expect(who(onAgenda, "naam_zien")).toEqual(["ib1", "smw1", "smw2", "bpo1", "scp1"]);
    expect(who(onAgenda, "bestaan_zien")).toEqual(who(onAgenda, "naam_zien"));
    expect(who(onAgenda, "besluiten")).toEqual(["ib1", "smw1"]);
  });

  it("those who talked about it can read back when it returns for more information", () => {
    expect(who(aDossier({ status: "klaargezet" }), "naam_zien")).toEqual([
      "ib1",
      "smw1",
      "smw2",
      "bpo1",
      "scp1",
    ]);
  });

  it("the holder goes on seeing it, until the toestemming ends", () => {
    const besluiten = [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })];
    const regierollen = [
      { id: "r", houderId: "jv1", soort: "actief", van: now, tot: null, giz: null },
    ] as const;
    const running = aDossier({ status: "in_uitvoering", besluiten, regierollen });
    expect(who(running, "bewerken")).toEqual(["ib1", "jv1"]);
    const expired = { ...running, toestemming: aToestemming({ geldigTot: date("2026-11-22") }) };
    expect(who(expired, "naam_zien")).toEqual(["ib1"]);
    expect(who(expired, "bestaan_zien")).toEqual(["ib1", "jv1"]);
    const back = { ...running, toestemming: takenBack(aToestemming(), today) };
    expect(who(back, "naam_zien")).toEqual(["ib1"]);
    expect(who(back, "bestaan_zien")).toEqual(["ib1", "jv1"]);
  });
});
