import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { intrekken, readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { kiesMeedenkers } from "#usecases/meedenker.ts";
import { myTaken } from "#usecases/taken.ts";
import {
  holdEind,
  holdTussen,
  nodigUit,
  planEind,
  startTraject,
  stopTraject,
  verlengTraject,
} from "#usecases/traject.ts";
import { loadTrajectForm } from "#usecases/traject-form.ts";
import { saveUitbreiding } from "#usecases/uitbreiding.ts";
import { aHeld, at, dossierOf, later, noticesTo, termsOf } from "./a-besluit.ts";
import { anAct, date, done, eventsOf } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let yasmina: Actor;
let saskia: Actor;
let hanna: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, yasmina, saskia, hanna] = (await Promise.all(
    ["noor", "bram", "yasmina", "saskia", "hanna"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const today = date("2026-11-23");
const start = { op: today };
const halfway = { op: today, stand: "op_koers", meerHulp: "nee" } as const;
const seen = (who: Actor, id: string) => readHulpvraag(t.world, who, id);
const terms = async (id: string) => (await termsOf(t, id)).filter((term) => term.startsWith("traject"));
const traject = async (id: string) => (await dossierOf(t, id)).trajecten?.at(-1);

async function running(): Promise<string> {
  const id = await aHeld(t, { ib: noor, houder: bram });
  done(await startTraject(anAct(t, bram), await at(t, id), start));
  later(t);
  return id;
}

/** The parents say yes to the wijkteam as well. */
async function named(id: string): Promise<void> {
  const antwoorden = (["ouder1", "ouder2"] as const).map((partij) => ({
    ...{ partij, antwoord: "ja" as const, op: today, vorm: "papier" as const, bewaarplaats: "Dossier" },
  }));
  const form = { partners: ["wijkteam" as const], antwoorden, gecontroleerd: true };
  done(await saveUitbreiding(anAct(t, noor), await at(t, id), form));
  later(t);
}

async function invited(): Promise<string> {
  const id = await running();
  await named(id);
  const form = { wie: [yasmina.persoonId], op: date("2027-01-26") };
  done(await nodigUit(anAct(t, bram), await at(t, id), form));
  later(t);
  return id;
}

describe("a traject of eight weeks", () => {
  it("runs from its start talk over the evaluation halfway to the one at the end, in school weeks", async () => {
    const id = await running();
    expect(await terms(id)).toEqual([
      "traject_eindevaluatie 2027-02-01",
      "traject_tussenevaluatie 2027-01-04",
    ]);
    done(await holdTussen(anAct(t, bram), await at(t, id), halfway));
    expect(await terms(id)).toEqual(["traject_eindevaluatie 2027-02-01"]);
    done(await holdEind(anAct(t, noor), await at(t, id), { op: today, uitkomst: "doel_bereikt" }));
    expect(await terms(id)).toEqual([]);
    expect(await traject(id)).toMatchObject({
      tussen: { stand: "op_koers" },
      eind: { uitkomst: "doel_bereikt" },
    });
    expect((await seen(bram, id))?.mag.has("traject_starten"), "a next one").toBe(true);
    for (const kind of ["traject_gestart", "tussenevaluatie_gehouden", "eindevaluatie_gehouden"])
      expect(await eventsOf(t)).toContain(kind);
  });

  it("is asked of the holder in a form, and of nobody in words that tell that there is one", async () => {
    const id = await running();
    const soort = "traject_tussenevaluatie";
    const { taken } = await myTaken(t.world, bram);
    expect(taken.find((taak) => taak.hulpvraagId === id && taak.soort === soort)?.weg).toEqual({
      ...{ soort: "formulier", formulier: "traject_tussen" },
    });
    const others = (await myTaken(t.world, saskia)).taken.filter(({ hulpvraagId }) => hulpvraagId === id);
    expect(others.filter((taak) => taak.soort === soort && taak.vanMij)).toEqual([]);
  });

  it("is extended once, as long as was agreed, with a reason", async () => {
    const id = await running();
    const form = { op: today, reden: "borgen_in_klas", weken: 4 } as const;
    const wrong = await verlengTraject(anAct(t, bram), await at(t, id), { ...form, weken: 9, reden: null });
    expect(wrong).toMatchObject({
      error: { problemen: { weken: { kind: "leeg" }, reden: { kind: "leeg" } } },
    });
    done(await planEind(anAct(t, bram), await at(t, id), { op: date("2027-01-26") }));
    done(await verlengTraject(anAct(t, bram), await at(t, id), form));
    expect(await terms(id)).toContain("traject_eindevaluatie 2027-03-08");
    expect(await traject(id)).toMatchObject({ verlengd: { weken: 4 }, eindGeplandOp: null });
    expect(await verlengTraject(anAct(t, bram), await at(t, id), form)).toMatchObject({
      error: { kind: "verouderd" },
    });
  });

  it("stops earlier with a reason, and ends with the hulpvraag", async () => {
    const id = await running();
    done(await stopTraject(anAct(t, bram), await at(t, id), { op: today, reden: "gezin_wil_niet" }));
    expect(await terms(id)).toEqual([]);
    done(await startTraject(anAct(t, bram), await at(t, id), start));
    done(await intrekken(anAct(t, noor), await at(t, id)));
    expect(await terms(id)).toEqual([]);
    expect((await dossierOf(t, id)).trajecten).toMatchObject([
      { gestopt: { reden: "gezin_wil_niet" }, vervallen: false },
      { gestopt: null, vervallen: true },
    ]);
  });

  it.each([
    ["before the regie began", "2026-11-20", "te_vroeg"],
    ["tomorrow", "2026-11-24", "toekomst"],
    ["on no day", null, "leeg"],
  ])("does not begin %s", async (_what, op, kind) => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    const form = { op: op === null ? null : date(op) };
    expect(await startTraject(anAct(t, bram), await at(t, id), form)).toMatchObject({
      error: { kind: "velden", problemen: { op: { kind } } },
    });
    expect(await traject(id)).toBeUndefined();
  });

  it("is one at a time, nobody else's to touch, and pressed twice it begins once", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    const where = await at(t, id);
    for (const who of [saskia, hanna, yasmina])
      expect((await startTraject(anAct(t, who), where, start)).ok, who.naam).toBe(false);
    const both = await Promise.all([1, 2].map(() => startTraject(anAct(t, bram), where, start)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await startTraject(anAct(t, noor), await at(t, id), start), "a second one").toMatchObject({
      error: { kind: "verouderd" },
    });
    const press = "dezelfde-druk-op-tussen";
    done(await holdTussen(anAct(t, bram, press), await at(t, id), halfway));
    expect(await holdTussen(anAct(t, bram, press), await at(t, id), halfway)).toMatchObject({
      error: { kind: "al_gedaan" },
    });
    expect(
      await holdEind(anAct(t, bram), where, { op: today, uitkomst: "deels" }),
      "an old card",
    ).toMatchObject({ error: { kind: "verouderd" } });
    const nowhere = { id: saskia.persoonId, versie: 1 };
    expect(await startTraject(anAct(t, bram), nowhere, start)).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    expect((await dossierOf(t, id)).trajecten).toHaveLength(1);
  });

  it("is not begun a second time behind the rule: the database refuses it", async () => {
    const id = await running();
    const again = t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      execute(
        tx,
        `insert into traject (id, swv_id, szt_id, hulpvraag_id, gestart_op, vastgelegd_door, vastgelegd_op)
         select gen_random_uuid(), swv_id, szt_id, id, '2026-11-23', inbrenger_id, $2 from hulpvraag where id = $1`,
        [id, tx.now],
      ),
    );
    await expect(again).rejects.toThrow();
  });

  it("rests without a ground: nothing is asked of the holder, and the ib alone can stop it", async () => {
    const id = await running();
    const said = { partij: "ouder1", op: today, vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), said));
    expect((await seen(bram, id))?.traject).toBeNull();
    expect((await seen(bram, id))?.termijnen.filter(({ soort }) => soort.startsWith("traject"))).toEqual([]);
    expect((await holdTussen(anAct(t, noor), await at(t, id), halfway)).ok).toBe(false);
    const stop = { op: today, reden: "gezin_wil_niet" } as const;
    expect((await stopTraject(anAct(t, bram), await at(t, id), stop)).ok).toBe(false);
    done(await stopTraject(anAct(t, noor), await at(t, id), stop));
    expect(await terms(id)).toEqual([]);
  });
});

describe("the wijkteam at the evaluation at the end", () => {
  it("is not told while the toestemming does not name it, and the card says what to do", async () => {
    const id = await running();
    done(await holdTussen(anAct(t, bram), await at(t, id), { ...halfway, meerHulp: "ja" }));
    expect((await seen(bram, id))?.traject).toMatchObject({
      ...{ meerHulpOp: today, wijkteam: "niet_in_toestemming", kanVragen: false },
    });
    const form = { wie: [yasmina.persoonId], op: null };
    for (const wie of [form.wie, [hanna.persoonId], [saskia.persoonId]])
      expect(await nodigUit(anAct(t, bram), await at(t, id), { ...form, wie })).toMatchObject({
        error: { kind: "niet_in_toestemming" },
      });
    expect(await seen(yasmina, id)).toBeNull();
    expect(await noticesTo(t, yasmina, id)).toEqual([]);
    expect((await dossierOf(t, id)).koppelingen).toEqual([]);
  });

  it("reads along, is told the day and hears when it moves", async () => {
    const id = await invited();
    expect(await noticesTo(t, yasmina, id)).toEqual(["eindevaluatie_uitnodiging"]);
    expect((await seen(yasmina, id))?.traject).toMatchObject({
      voorMij: true,
      eindGeplandOp: date("2027-01-26"),
    });
    expect((await seen(bram, id))?.traject?.genodigden).toEqual([
      { naam: yasmina.naam, functie: "wijkteam" },
    ]);
    expect(await planEind(anAct(t, yasmina), await at(t, id), { op: date("2027-01-27") })).toMatchObject({
      error: { kind: "verouderd" },
    });
    done(await planEind(anAct(t, bram), await at(t, id), { op: date("2027-01-27") }));
    done(await planEind(anAct(t, bram), await at(t, id), { op: date("2027-01-27") }));
    const told = (await noticesTo(t, yasmina, id)).filter((soort) => soort === "eindevaluatie_uitnodiging");
    expect(told).toHaveLength(2);
  });

  it.each([
    ["in the past", "2026-11-22", "te_vroeg"],
    ["in a holiday", "2026-12-28", "geen_schooldag"],
    ["long after its term", "2027-06-01", "te_ver"],
  ])("is not planned %s", async (_what, op, kind) => {
    const id = await running();
    expect(await planEind(anAct(t, bram), await at(t, id), { op: date(op) })).toMatchObject({
      error: { problemen: { op: { kind } } },
    });
  });

  it("goes on reading along when more help is needed, and otherwise no more", async () => {
    const more = await invited();
    done(await holdEind(anAct(t, bram), await at(t, more), { op: today, uitkomst: "meer_hulp_nodig" }));
    expect((await seen(yasmina, more))?.traject).toMatchObject({ voorMij: false });
    const enough = await invited();
    done(await holdEind(anAct(t, bram), await at(t, enough), { op: today, uitkomst: "doel_bereikt" }));
    expect((await dossierOf(t, enough)).koppelingen.filter(({ tot }) => tot === null)).toEqual([]);
  });

  it("sees no more when it stops, by an edit of the card; who thought along already goes on", async () => {
    const stop = { op: today, reden: "past_niet" } as const;
    const id = await invited();
    done(await stopTraject(anAct(t, bram), await at(t, id), stop));
    expect((await dossierOf(t, id)).koppelingen.filter(({ tot }) => tot === null)).toEqual([]);
    expect(await noticesTo(t, yasmina, id)).toEqual(["eindevaluatie_uitnodiging", "hulpvraag_ververst"]);
    expect(await eventsOf(t, bram)).toContain("wijkteam_afgezegd");

    const along = await running();
    await named(along);
    done(await kiesMeedenkers(anAct(t, bram), await at(t, along), [yasmina.persoonId]));
    done(await nodigUit(anAct(t, bram), await at(t, along), { wie: [yasmina.persoonId], op: null }));
    done(await stopTraject(anAct(t, bram), await at(t, along), stop));
    expect((await dossierOf(t, along)).koppelingen.filter(({ tot }) => tot === null)).toHaveLength(1);
  });

  it("is not expected any more by who is taken off those who think along, and reads nothing when the ground goes", async () => {
    const id = await invited();
    done(await kiesMeedenkers(anAct(t, bram), await at(t, id), []));
    expect((await seen(bram, id))?.traject).toMatchObject({ genodigden: [], wijkteam: "te_vragen" });
    done(await nodigUit(anAct(t, bram), await at(t, id), { wie: [yasmina.persoonId], op: null }));
    const said = { partij: "ouder1", op: today, vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), said));
    expect(await seen(yasmina, id)).toBeNull();
  });

  it("is chosen from those who can be asked, who are offered once", async () => {
    const id = await running();
    await named(id);
    const able = async () => {
      const form = await loadTrajectForm(t.world, bram, id, "traject_meer_hulp");
      return form.ok ? form.value.kandidaten.map(({ persoonId }) => persoonId) : null;
    };
    expect(await able()).toEqual([yasmina.persoonId]);
    expect(await nodigUit(anAct(t, bram), await at(t, id), { wie: [], op: null })).toMatchObject({
      error: { problemen: { wie: { kind: "leeg" } } },
    });
    const twice = { wie: [yasmina.persoonId, yasmina.persoonId], op: null };
    done(await nodigUit(anAct(t, bram), await at(t, id), twice));
    expect(await able()).toEqual([]);
    expect((await traject(id))?.genodigden).toHaveLength(1);
    expect((await loadTrajectForm(t.world, yasmina, id, "traject_meer_hulp")).ok).toBe(false);
  });
});
