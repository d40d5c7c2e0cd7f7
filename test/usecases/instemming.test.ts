import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#database/pool.ts";
import type { InstemmingForm } from "#domain/instemming.ts";
import type { Actor } from "#domain/scope.ts";
import { taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { agendeer } from "#usecases/agenda.ts";
import { recordBesluit } from "#usecases/besluit.ts";
import { klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { saveInstemming } from "#usecases/instemming.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { recountTerms } from "#usecases/kalender.ts";
import { readRonde } from "#usecases/round-load.ts";
import { openRonde } from "#usecases/round-run.ts";
import { myTaken } from "#usecases/taken.ts";
import { completeTermijn } from "#usecases/termijn-klaar.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { loadToestemming, saveToestemming } from "#usecases/toestemming.ts";
import { aTerugkoppeling, at, dossierOf, noticesTo, termsOf } from "./a-besluit.ts";
import {
  aConsented,
  anAct,
  anInstemmingForm,
  aToestemmingForm,
  aWholeIntake,
  countOf,
  date,
  done,
  eventsOf,
  seen,
  setRegels,
  signedAgain,
} from "./an-intake.ts";
import { until } from "./day-by-day.ts";
import { onAgenda, reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let peter: Actor;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram, peter] = (await Promise.all(["noor", "bram", "peter"].map((handle) => t.actor(handle)))) as [
    Actor,
    Actor,
    Actor,
  ];
});
afterEach(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
const waits = { code: "bezwaartermijn_loopt", tot: date("2026-11-30"), vanaf: date("2026-12-01") };

async function told(over: Partial<InstemmingForm> = {}): Promise<string> {
  const id = await aWholeIntake(t, noor, { naam: aName() });
  done(await saveInstemming(anAct(t, noor), { id, versie: 3 }, anInstemmingForm(over)));
  return id;
}

/** The time to object is over, and it stands on the agenda of a round on the 7th. */
async function onTheAgenda(): Promise<{ id: string; rondeId: string }> {
  const id = await told();
  await until(t, "2026-12-01T09:00");
  done(await klaarzetten(anAct(t, noor), await at(t, id)));
  return { id, rondeId: await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram, peter] }) };
}

describe("parents who were told in writing", () => {
  it("have ten schooldagen to object, and until those are over nothing can be put ready", async () => {
    const id = await told();
    expect((await seen(t, noor, id)).toestemming).toMatchObject({
      geldig: false,
      grondslag: "instemming",
      informatie: { bezwaarTot: date("2026-11-30") },
      ontbreekt: [waits],
    });
    expect(await klaarzetten(anAct(t, noor), await at(t, id))).toMatchObject({
      error: { kind: "nog_niet", missing: [waits] },
    });
    expect(await termsOf(t, id)).toContain("bezwaartermijn 2026-11-30");
    expect(await eventsOf(t, noor)).toContain("ouders_geinformeerd_instemming");
  });

  it("have the whole last day; from midnight the card of the ib says that it can", async () => {
    const id = await told();
    await reading(t, id, [noor]);
    const before = (await noticesTo(t, noor, id)).length;
    await until(t, "2026-11-30T23:59");
    expect((await seen(t, noor, id)).mag.has("klaarzetten")).toBe(false);
    await until(t, "2026-12-01T00:01");
    expect((await seen(t, noor, id)).mag.has("klaarzetten")).toBe(true);
    expect((await noticesTo(t, noor, id)).slice(before)).toEqual(["hulpvraag_ververst"]);
  });

  it("have longer when the school gets a study day meanwhile", async () => {
    const id = await told();
    const { schoolId } = await dossierOf(t, id);
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), async (tx) => {
      await execute(tx, `insert into studiedag (swv_id, school_id, datum) values ($1, $2, '2026-11-26')`, [
        t.world.swvId,
        schoolId,
      ]);
      expect(await recountTerms(tx, t.world, schoolId)).toBeGreaterThan(0);
      expect(await recountTerms(tx, t.world, schoolId)).toBe(0);
    });
    expect((await dossierOf(t, id)).toestemming?.informatie?.bezwaarTot).toEqual(date("2026-12-01"));
    expect(await termsOf(t, id)).toContain("bezwaartermijn 2026-12-01");
    await reading(t, id, [noor]);
    await until(t, "2026-12-01T12:00");
    expect((await seen(t, noor, id)).toestemming?.geldig).toBe(false);
    const before = (await noticesTo(t, noor, id)).length;
    await until(t, "2026-12-02T00:01");
    expect((await seen(t, noor, id)).toestemming?.geldig).toBe(true);
    expect((await noticesTo(t, noor, id)).slice(before)).toEqual(["hulpvraag_ververst"]);
  });

  it("have the later day that their letter names, on every line of the card", async () => {
    const id = await told({ toegezegd: date("2026-12-10") });
    expect((await seen(t, noor, id)).toestemming?.informatie?.bezwaarTot).toEqual(date("2026-12-10"));
    expect(await termsOf(t, id)).toContain("bezwaartermijn 2026-12-10");
  });

  it("of whom one was not written to must be written to first", async () => {
    const id = await told({ aan: ["ouder1"] });
    await until(t, "2026-12-02T09:00");
    expect((await seen(t, noor, id)).toestemming?.ontbreekt).toEqual([
      { code: "niet_geinformeerd", partijen: ["ouder2"] },
    ]);
  });

  it("do not lose their no when they are written to again", async () => {
    const id = await told();
    const nee = { partij: "ouder2", op: date("2026-11-23"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), nee));
    done(await saveInstemming(anAct(t, noor), await at(t, id), anInstemmingForm()));
    await until(t, "2026-12-02T09:00");
    expect((await seen(t, noor, id)).toestemming?.ontbreekt).toEqual([
      { code: "bezwaar_gemaakt", partij: "ouder2" },
    ]);
    const signed = signedAgain("2026-12-01");
    done(await saveToestemming(anAct(t, noor), await at(t, id), signed));
    expect((await seen(t, noor, id)).toestemming?.geldig).toBe(true);
  });

  it("are still to be talked with when one of them said no before, until that was done", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const [one, other] = aToestemmingForm().antwoorden;
    if (!one || !other) throw new Error("two parents");
    const refused = aToestemmingForm({ antwoorden: [one, { ...other, antwoord: "nee" }] });
    done(await saveToestemming(anAct(t, noor), await at(t, id), refused));
    done(await saveInstemming(anAct(t, noor), await at(t, id), anInstemmingForm()));
    expect(await termsOf(t, id)).toEqual(["bezwaartermijn 2026-11-30", "gesprek_ouders 2026-11-30"]);
    const task = (await myTaken(t.world, noor)).taken.find(({ soort }) => soort === "gesprek_ouders");
    if (!task) throw new Error("no task");
    done(await completeTermijn(anAct(t, noor), { id: task.id, versie: task.versie }));
    expect(await termsOf(t, id)).toEqual(["bezwaartermijn 2026-11-30"]);
  });

  it("are told again before the school year is over: the ib is reminded, as of a written toestemming", async () => {
    const id = await told();
    const renewal = `soort = 'toestemming_verloopt' and status = 'open' and hulpvraag_id = '${id}'`;
    expect(await countOf(t, "termijn", renewal)).toBe(1);
  });

  it("is refused where it is no ground, and beside a written toestemming that holds", async () => {
    const form = anInstemmingForm();
    const written = await aConsented(t, noor, { naam: aName() });
    expect(await saveInstemming(anAct(t, noor), await at(t, written), form)).toMatchObject({
      error: { kind: "kan_niet" },
    });
    await setRegels(t, { instemming: "niet_toegestaan" });
    const id = await aWholeIntake(t, noor, { naam: aName() });
    expect(await saveInstemming(anAct(t, noor), await at(t, id), form)).toMatchObject({
      error: { kind: "kan_niet" },
    });
    expect(await countOf(t, "ouderinformatie")).toBe(0);
  });

  it("is out of sight for everybody but the ib of the school", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    for (const handle of ["bram", "fatima", "wim", "ruud"]) {
      const who = await t.actor(handle);
      expect(await loadToestemming(t.world, who, id)).toBeNull();
      expect(await saveInstemming(anAct(t, who), { id, versie: 3 }, anInstemmingForm())).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
  });

  it("with gezag unknown asks for gezag first, and with wrong fields keeps nothing", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName(), gezag: "onbekend" });
    expect(await saveInstemming(anAct(t, noor), await at(t, id), anInstemmingForm())).toMatchObject({
      error: { kind: "eerst_gezag" },
    });
    const other = await aWholeIntake(t, noor, { naam: aName() });
    const wrong = anInstemmingForm({ partners: ["politie"] });
    expect(await saveInstemming(anAct(t, noor), await at(t, other), wrong)).toMatchObject({
      error: { kind: "velden", problemen: { partners: { kind: "niet_in_team" } } },
    });
    expect(await countOf(t, "toestemming")).toBe(0);
  });

  it("of a pupil who does not want it stops at that pupil's no from twelve on", async () => {
    const esther = await t.actor("esther");
    const id = await aWholeIntake(
      t,
      esther,
      { naam: aName(), geboortemaand: "2013-05", leerjaar: "vo_1" },
      { aanTafel: ["orthopedagoog"] },
    );
    const form = anInstemmingForm({ partners: ["orthopedagoog"], leerling: "bezwaar" });
    done(await saveInstemming(anAct(t, esther), await at(t, id), form));
    await until(t, "2026-12-02T09:00");
    expect((await seen(t, esther, id)).toestemming?.ontbreekt).toEqual([
      { code: "bezwaar_gemaakt", partij: "leerling" },
    ]);
    expect(await termsOf(t, id)).toEqual(expect.arrayContaining([expect.stringMatching(/^gesprek_ouders/)]));
  });
});

describe("a round with what parents were told of", () => {
  it("cannot take it while they can still object, and says from which day it can", async () => {
    const id = await told();
    await until(t, "2026-12-01T09:00");
    done(await klaarzetten(anAct(t, noor), await at(t, id)));
    // Told again: a new time to object begins, and what stood ready goes back.
    done(
      await saveInstemming(
        anAct(t, noor),
        await at(t, id),
        anInstemmingForm({ verzondenOp: date("2026-12-01") }),
      ),
    );
    expect((await seen(t, noor, id)).status).toBe("concept");
    expect((await seen(t, noor, id)).toestemming?.ontbreekt).toEqual([
      { code: "bezwaartermijn_loopt", tot: date("2026-12-15"), vanaf: date("2026-12-16") },
    ]);
    const { rondeId } = await onTheAgenda();
    expect(await agendeer(anAct(t, noor), await at(t, id), { rondeId, minuten: 15 })).toMatchObject({
      ok: false,
    });
  });

  it("shows announced partners the name and the question, and what they may say; others nothing", async () => {
    const { id, rondeId } = await onTheAgenda();
    const gezien = await readHulpvraag(t.world, bram, id);
    expect(gezien).toMatchObject({
      leerling: { leerjaar: null, geboortemaand: null },
      wat: { vraag: expect.any(String), gedaanToelichting: null, domeinen: [], urgentie: null },
      toestemming: null,
    });
    const [punt] = (await readRonde(t.world, bram, rondeId))?.punten ?? [];
    expect(punt).toMatchObject({ bijdrage: "buitenkant", wat: { oudersVraag: null, domeinen: [] } });
    expect(await readHulpvraag(t.world, peter, id)).toBeNull();
    expect((await readRonde(t.world, peter, rondeId))?.punten).toEqual([]);
  });

  it("loses it at an objection, at every step: before it opens, and in the middle", async () => {
    const nee = { partij: "ouder1", op: date("2026-12-01"), vorm: "mondeling" } as const;
    const first = await onTheAgenda();
    done(await recordNee(anAct(t, noor), await at(t, first.id), nee));
    expect(await seen(t, noor, first.id)).toMatchObject({ status: "concept", ronde: null });
    expect(await readHulpvraag(t.world, bram, first.id)).toBeNull();

    const second = await onTheAgenda();
    await until(t, "2026-12-07T10:30");
    done(await openRonde(anAct(t, noor), { id: second.rondeId, versie: 1 }));
    done(await recordNee(anAct(t, noor), await at(t, second.id), { ...nee, op: date("2026-12-07") }));
    const besluit = {
      besluiten: ["afsluiten"],
      afweging: "Genoeg zo.",
      regierolVoor: null,
      terugOp: null,
      acties: [],
    } as const;
    expect(await recordBesluit(anAct(t, noor), second.id, besluit)).toMatchObject({ ok: false });
    expect(await countOf(t, "besluit")).toBe(0);
  });

  it("cannot end in a regierol before there is written consent", async () => {
    const { id, rondeId } = await onTheAgenda();
    await until(t, "2026-12-07T10:30");
    done(await openRonde(anAct(t, noor), { id: rondeId, versie: 1 }));
    done(
      await recordBesluit(anAct(t, noor), id, {
        besluiten: ["regierol_toewijzen"],
        afweging: "Iemand moet meekijken.",
        regierolVoor: bram.persoonId,
        terugOp: null,
        acties: [],
      }),
    );
    const yes = aTerugkoppeling(t);
    expect(await recordTerugkoppeling(anAct(t, noor), await at(t, id), yes)).toMatchObject({
      error: { kind: "geen_grondslag" },
    });
    expect(await countOf(t, "regierol_aanbod")).toBe(0);
    const signed = { ...aToestemmingForm(), ...signedAgain("2026-12-07") };
    done(await saveToestemming(anAct(t, noor), await at(t, id), signed));
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), yes));
    expect(await countOf(t, "regierol_aanbod")).toBe(1);
  });
});
