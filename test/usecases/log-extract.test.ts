import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logTekst } from "#cards/log.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { demoPeople } from "#local/demo.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { askLog, logOf, logRegelsOf, seeLogWeg } from "#usecases/log-extract.ts";
import { dossierOf } from "./a-besluit.ts";
import { aWholeCase, caseCanaries, type WholeCase } from "./a-whole-case.ts";
import { aConcept, countOf, eventsOf } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let one: WholeCase;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram] = [await t.actor("noor"), await t.actor("bram")];
  one = await aWholeCase(t, { ib: noor, houder: bram });
});
afterAll(() => t.close());

const text = async () => {
  const { regels = [] } = (await logOf(t.world, noor, one.id)) ?? {};
  return regels.flatMap((regel) => logTekst(regel) ?? []);
};

const typed = (actor: Actor, text: string) =>
  askLog(t.world, actor, { typed: text, activityId: `typed:${text}` });

describe("the log of one hulpvraag", () => {
  it("tells the whole way in order, by function and organisation", async () => {
    const lines = await text();
    expect(lines[0]).toMatchObject({
      wie: expect.stringMatching(/^Intern begeleider/),
      wat: "Begon de hulpvraag.",
    });
    const all = lines.map(({ wat }) => wat).join("\n");
    for (const part of ["toestemming", "Vulde stap 2", "besluit", "Nam de regierol", "Sloot de hulpvraag af"])
      expect(all).toContain(part);
    expect(
      lines.some(
        ({ wie, grond }) =>
          wie.startsWith("Schoolmaatschappelijk werker") && grond.startsWith("Schriftelijke toestemming"),
      ),
    ).toBe(true);
  });

  it("names nobody: not the pupil, not who works there, no word of a text", async () => {
    const all = JSON.stringify(await text());
    for (const word of [one.naam, ...caseCanaries, ...demoPeople.map(({ naam }) => naam)])
      expect(all).not.toContain(word);
  });

  it.each(["bram", "fatima", "wim", "peter"])("is not for %s", async (handle) => {
    const actor = await t.actor(handle);
    expect(await logOf(t.world, actor, one.id)).toBeNull();
    expect(await seeLogWeg(t.world, actor, one.id)).toBeNull();
    expect(await typed(actor, one.referentie)).toBe(false);
  });

  it("is found by its number, and a number of nobody by nothing", async () => {
    expect(await typed(noor, one.referentie)).toBe(true);
    expect(await countOf(t, "kennisgeving", `soort = 'logboek_getoond' and onderwerp_id = '${one.id}'`)).toBe(
      1,
    );
    expect(await seeLogWeg(t.world, noor, one.id)).toMatchObject({ referentie: one.referentie });
    expect(await typed(noor, "HV-0001")).toBe(false);
    expect(await typed(noor, "iets anders")).toBe(false);
  });

  it("knows that somebody looked in it, the next time", async () => {
    const before = (await text()).filter(({ wat }) => wat === "Keek in dit logboek.").length;
    expect((await text()).filter(({ wat }) => wat === "Keek in dit logboek.")).toHaveLength(before + 1);
    expect((await eventsOf(t, noor)).at(-1)).toBe("logboek_bekeken");
  });

  it("does not mix with the log of another pupil", async () => {
    const other = await aConcept(t, noor, { naam: "Anders Dan Die" });
    const { regels = [] } = (await logOf(t.world, noor, other)) ?? {};
    expect(regels.map(({ wat }) => wat?.soort)).toContain("hulpvraag_gestart");
    expect(regels.map(({ wat }) => wat?.soort)).not.toContain("hulpvraag_afgesloten");
  });
});

describe("the log for the copy of parents", () => {
  const regelsFor = async (actor: Actor) => {
    const { leerlingId } = await dossierOf(t, one.id);
    return t.world.database.transact(scopeOf(actor), (tx) => logRegelsOf(tx, [leerlingId]));
  };

  it("is over all hulpvragen of the leerling, with the number of each", async () => {
    const regels = await regelsFor(noor);
    expect(regels.length).toBeGreaterThan(10);
    expect(new Set(regels.map(({ referentie }) => referentie))).toEqual(new Set([one.referentie]));
  });

  it("is empty in the scope of another SZT, whatever is asked", async () => {
    expect(await regelsFor(await t.actor("fatima"))).toEqual([]);
  });

  it("is empty for a leerling that is not there", async () => {
    const nobody = "44444444-4444-4444-8444-444444444444";
    expect(await t.world.database.transact(scopeOf(noor), (tx) => logRegelsOf(tx, [nobody]))).toEqual([]);
  });
});
