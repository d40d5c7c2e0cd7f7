import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relationsOf } from "#domain/relatie.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn } from "#domain/toestemming.ts";
import {
  isForRonde,
  isVerzwegen,
  kleineKring,
  missesKernteam,
  type UitzonderingStand,
  uitzonderingActs,
  uitzonderingRedenen,
  uitzonderingStanden,
  uitzonderingStep,
} from "#domain/uitzondering.ts";
import { checkAntwoord, checkVraag, type VraagForm } from "#domain/uitzondering-form.ts";
import { dossierFor } from "#domain/uitzondering-spoor.ts";
import { directeurenVoor, geenVraag, rondesVoor } from "#domain/uitzondering-vraag.ts";
import {
  aBesluit,
  aDossier,
  anAgendapunt,
  anUitzondering,
  aRonde,
  aTeamlid,
  aToestemming,
  date,
  now,
  someTeam,
  today,
} from "./a-dossier.ts";

const doers = ["ib", "directeur", "systeem"] as const;
const ronde = date("2026-11-26");

describe("who moves a request on, and from where", () => {
  // biome-ignore format: a table is read by its columns
  const table: readonly (readonly [stand: UitzonderingStand, act: string, who: string, to: UitzonderingStand])[] = [
    ["gevraagd", "ja", "directeur", "ja"],
    ["gevraagd", "nee", "directeur", "nee"],
    ["gevraagd", "intrekken", "ib", "ingetrokken"],
    ["gevraagd", "vervallen", "systeem", "vervallen"],
    ["ja", "terugnemen", "directeur", "teruggenomen"],
    ["ja", "intrekken", "ib", "ingetrokken"],
    ["ja", "gebruiken", "systeem", "gebruikt"],
    ["ja", "vervallen", "systeem", "vervallen"],
  ];
  const cells = uitzonderingStanden.flatMap((stand) =>
    uitzonderingActs.flatMap((act) => doers.map((who) => ({ stand, act, who }))),
  );

  it.each(cells)("$stand: $act by $who", ({ stand, act, who }) => {
    const row = table.find((one) => one[0] === stand && one[1] === act && one[2] === who);
    const step = uitzonderingStep({ stand, rondeDatum: ronde, geopend: false }, { act, who, today: ronde });
    expect(step).toBe(row?.[3] ?? null);
  });

  it("nobody decides or takes back once the round has begun, or its day is over", () => {
    for (const { stand, act, who } of cells.filter((cell) => cell.who !== "systeem")) {
      const step = (rondeDatum: Temporal.PlainDate, geopend: boolean) =>
        uitzonderingStep({ stand, rondeDatum, geopend }, { act, who, today: ronde });
      expect(step(ronde, true)).toBeNull();
      expect(step(ronde.subtract({ days: 1 }), false)).toBeNull();
    }
  });

  it("nothing leads out of what is over, whatever is pressed in whatever order", () => {
    const press = fc.record({ act: fc.constantFrom(...uitzonderingActs), who: fc.constantFrom(...doers) });
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        let stand: UitzonderingStand = "gevraagd";
        let ends = 0;
        let yes = 0;
        for (const one of presses) {
          const moment = { stand, rondeDatum: ronde, geopend: false };
          const to: UitzonderingStand | null = uitzonderingStep(moment, { ...one, today: ronde });
          if (!to) continue;
          if (to === "ja") yes += 1;
          else ends += 1;
          stand = to;
        }
        return ends <= 1 && yes <= 1;
      }),
    );
  });
});

describe("who can be asked", () => {
  const dir = (id: string, over = {}) => aTeamlid(id, "directeur", over);

  it.each([
    ["the directeur of the school", [dir("dir1")], ["dir1"]],
    ["a second one stands in", [dir("dir1"), dir("dir2")], ["dir1", "dir2"]],
    ["not who left yesterday", [dir("dir1", { tot: today.subtract({ days: 1 }) })], []],
    ["who leaves today still", [dir("dir1", { tot: today })], ["dir1"]],
    ["not who begins tomorrow", [dir("dir1", { van: today.add({ days: 1 }) })], []],
    ["nobody for the own question", [dir("ib1"), aTeamlid("ib1", "ib")], []],
    ["not of another school of the SZT", [dir("dir2", { schoolId: "andere school" })], []],
    ["not a bestuurder, beheerder or chair", [aTeamlid("b", "bestuurder"), aTeamlid("c", "beheerder")], []],
  ] as const)("%s", (_, team, expected) => {
    expect(
      directeurenVoor({ team, schoolId: "school" }, "ib1", today).map(({ persoonId }) => persoonId),
    ).toEqual(expected);
  });
});

describe("when it can be asked", () => {
  const rondes = [aRonde({ id: "r7", datum: ronde, status: "gepland" })];
  const asks = (over: Parameters<typeof aDossier>[0], ib = "ib1") =>
    geenVraag(aDossier({ toestemming: null, ...over }), { ib, rondes, now })?.kind ?? "mag";

  it.each([
    ["concept", "mag"],
    ["klaargezet", "mag"],
    ["geagendeerd", "kan_niet"],
    ["besproken", "kan_niet"],
    ["in_uitvoering", "kan_niet"],
    ["afgesloten", "kan_niet"],
    ["ingetrokken", "kan_niet"],
  ] as const)("of a hulpvraag that is %s: %s", (status, expected) => {
    expect(asks({ status })).toBe(expected);
  });

  it("by the ib of the school alone", () => {
    for (const { persoonId, functie } of someTeam)
      expect(asks({ status: "concept" }, persoonId), functie).toBe(functie === "ib" ? "mag" : "kan_niet");
    expect(asks({ status: "concept" }, "vreemd")).toBe("kan_niet");
  });

  it("not where there is consent, where it was asked already, or where an earlier one is not recorded", () => {
    expect(asks({ status: "concept", toestemming: aToestemming() })).toBe("niet_nodig");
    expect(asks({ status: "concept", uitzondering: anUitzondering({ stand: "gevraagd" }) })).toBe("loopt_al");
    const used = anUitzondering({ stand: "gebruikt", besprokenIn: ["r7"] });
    expect(asks({ status: "concept", uitzondering: { ...used, vastTeLeggen: "u1" } })).toBe(
      "eerst_vastleggen",
    );
    expect(asks({ status: "concept", uitzondering: used })).toBe("mag");
  });

  it("not without a directeur or a round to come", () => {
    expect(asks({ status: "concept", team: someTeam.filter(({ functie }) => functie !== "directeur") })).toBe(
      "geen_directeur",
    );
    const without = geenVraag(aDossier({ toestemming: null, status: "concept" }), {
      ib: "ib1",
      rondes: [],
      now,
    });
    expect(without?.kind).toBe("geen_ronde");
  });

  it.each([
    ["yesterday", -1, 0],
    ["today", 0, 1],
    ["tomorrow", 1, 1],
  ] as const)("for a round of %s", (_, days, count) => {
    expect(rondesVoor([aRonde({ datum: today.add({ days }), status: "gepland" })], today)).toHaveLength(
      count,
    );
  });
});

describe("what is asked", () => {
  const around = ["ib1", "bpo1", "smw1", "scp1", "wijk1"];
  const round = aRonde({
    id: "r7",
    datum: ronde,
    deelnemers: someTeam
      .filter(({ persoonId }) => around.includes(persoonId))
      .map(({ persoonId, naam, functie }) => ({ persoonId, naam, functie, aanwezigheid: null })),
  });
  const facts = {
    ib: "ib1",
    rondes: [round],
    team: someTeam,
    directeuren: someTeam.filter(({ functie }) => functie === "directeur"),
    known: null,
    today,
  };
  const good: VraagForm = {
    redenen: ["onveilig_thuis"],
    reden: "Er komt straf als school iets vertelt.",
    rondeId: "r7",
    kring: ["bpo1"],
    veiligThuis: "nog_niet",
    directeurId: "dir1",
    gevaar: false,
    ruim: false,
  };
  const wrong = (over: Partial<VraagForm>) => Object.keys(checkVraag({ ...good, ...over }, facts) ?? {});

  it.each([
    ["is whole", {}, []],
    ["has a reason", { redenen: [] }, ["redenen"]],
    ["says which danger", { reden: "" }, ["reden"]],
    ["is for a round", { rondeId: null }, ["ronde"]],
    ["is for a round that is there", { rondeId: "r9" }, ["ronde"]],
    ["has somebody of the kernteam who takes part", { kring: ["smw1"] }, ["kring"]],
    ["has nobody who does not take part in that round", { kring: ["bpo1", "jv1"] }, ["kring"]],
    ["says how Veilig Thuis stands", { veiligThuis: null }, ["veiligThuis"]],
    ["goes to a directeur", { directeurId: "smw1" }, ["directeur"]],
    ["is not about a refusal alone", { redenen: ["ouder_weigert"] }, ["gevaar"]],
    ["or that there is danger is confirmed", { redenen: ["ouder_weigert"], gevaar: true }, []],
    ["is for a small circle", { kring: ["bpo1", "smw1", "scp1", "wijk1"] }, ["ruim"]],
    ["or all are needed", { kring: ["bpo1", "smw1", "scp1", "wijk1"], ruim: true }, []],
    ["up to four without a question", { kring: ["bpo1", "smw1", "scp1"] }, []],
  ] as const)("%s", (_, over: Partial<VraagForm>, expected) => {
    expect(wrong(over)).toEqual(expected);
    expect(kleineKring).toBe(4);
  });

  it("is refused for a refusal alone whatever else stands in it, and never with another reason beside it", () => {
    fc.assert(
      fc.property(fc.subarray([...uitzonderingRedenen], { minLength: 1 }), (redenen) => {
        const alone = redenen.length === 1 && redenen[0] === "ouder_weigert";
        return wrong({ redenen }).includes("gevaar") === alone;
      }),
    );
  });

  it("a yes names no more than was asked, keeps the kernteam, and has a motivation; a no only that", () => {
    const kring = someTeam.filter(({ persoonId }) => ["bpo1", "smw1"].includes(persoonId));
    const answer = (over: object) => {
      const form = {
        besluit: "ja",
        kring: ["bpo1"],
        motivatie: "Vragen is nu gevaarlijk.",
        ...over,
      } as const;
      return Object.keys(checkAntwoord(form, { kring, today }) ?? {});
    };
    expect(answer({})).toEqual([]);
    expect(answer({ kring: ["bpo1", "wijk1"] })).toEqual(["kring"]);
    expect(answer({ kring: ["smw1"] })).toEqual(["kring"]);
    expect(answer({ motivatie: "" })).toEqual(["motivatie"]);
    expect(answer({ besluit: null })).toEqual(["besluit"]);
    expect(answer({ besluit: "nee", kring: [] })).toEqual([]);
    expect(answer({ besluit: "nee", kring: [], motivatie: "" })).toEqual(["motivatie"]);
    expect(missesKernteam([], [])).toBe(false);
  });
});

describe("how long it holds", () => {
  const dossier = (over = {}) => aDossier({ toestemming: null, uitzondering: anUitzondering(over) });

  it.each([
    ["the day before the round", 0 - 1, true],
    ["the day of the round", 0, true],
    ["the day after", 1, false],
  ] as const)("%s", (_, days, ok) => {
    expect(decideDossierOn(dossier(), ronde.add({ days })).ok).toBe(ok);
  });

  it("only while it is a yes", () => {
    for (const stand of uitzonderingStanden)
      expect(decideDossierOn(dossier({ stand }), ronde).ok, stand).toBe(stand === "ja");
  });

  it("for this round and no other, and for whom it names", () => {
    expect(isForRonde(dossier(), "r7")).toBe(true);
    expect(isForRonde(dossier(), "r8")).toBe(false);
    const planned = anAgendapunt({ ronde: aRonde({ id: "r7", datum: ronde, status: "gepland" }) });
    for (const stand of uitzonderingStanden)
      for (const { persoonId } of someTeam) {
        const there = { ...dossier({ stand }), agendapunten: [planned] };
        const named = relationsOf(there, persoonId, now).has("uitzondering_deelnemer");
        const elsewhere = relationsOf(dossier({ stand }), persoonId, now).has("uitzondering_deelnemer");
        expect(elsewhere, "not before it stands on that agenda").toBe(false);
        expect(named, `${stand} ${persoonId}`).toBe(
          stand === "ja" && anUitzondering().deelnemers.includes(persoonId),
        );
      }
    expect(todayIn(now)).toEqual(today);
  });

  it("that it was discussed is not told by its status either, save to who was asked for the regierol", () => {
    const used = anUitzondering({ stand: "gebruikt", besprokenIn: ["r1"] });
    const held = aDossier({ status: "besproken", uitzondering: used });
    const statusFor = (dossier: typeof held, persoonId: string) => dossierFor(dossier, persoonId, now).status;
    for (const { persoonId, functie } of someTeam)
      expect(statusFor(held, persoonId), functie).toBe(functie === "ib" ? "besproken" : "klaargezet");
    const again = anAgendapunt({ id: "p9", status: "besproken", ronde: aRonde({ id: "r9" }) });
    const twice = { ...held, agendapunten: [...held.agendapunten, again] };
    for (const { persoonId } of someTeam) expect(statusFor(twice, persoonId)).toBe("besproken");
    const running = { ...held, status: "in_uitvoering" as const };
    for (const { persoonId } of someTeam) expect(statusFor(running, persoonId)).toBe("in_uitvoering");
  });

  it("what stays behind is of the ib alone, and is not to be told until the parents know", () => {
    const used = anUitzondering({ stand: "gebruikt", besprokenIn: ["r1"] });
    const held = aDossier({ status: "besproken", uitzondering: used });
    const agenda = [...held.agendapunten].filter((punt) => punt.ronde.id === "r1");
    for (const { persoonId, functie } of someTeam) {
      const own = dossierFor(held, persoonId, now);
      const left = own.agendapunten.filter((punt) => punt.ronde.id === "r1");
      expect(left, functie).toHaveLength(functie === "ib" ? agenda.length : 0);
    }
    expect(agenda).not.toEqual([]);
    const besluiten = [aBesluit(["basisondersteuning"], { agendapuntId: agenda[0]?.id ?? "" })];
    const told = (oudersWeten: boolean) =>
      isVerzwegen({ ...held, besluiten, uitzondering: { ...used, oudersWeten } });
    expect([told(false), told(true)]).toEqual([true, false]);
  });
});
