import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { query } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { expireConsent } from "#usecases/consent-expiry.ts";
import { saveGezag } from "#usecases/gezag.ts";
import { klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { loadToestemming, saveToestemming } from "#usecases/toestemming.ts";
import {
  aConsented,
  anAct,
  aToestemmingForm,
  aWholeIntake,
  countOf,
  date,
  done,
  eventsOf,
  seen,
} from "./an-intake.ts";
import { onAgenda, reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let fatima: Actor;
let bram: Actor;
let wim: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, fatima, bram, wim] = (await Promise.all(
    ["noor", "fatima", "bram", "wim"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
const [ouder1, ouder2] = aToestemmingForm().antwoorden as [
  ReturnType<typeof aToestemmingForm>["antwoorden"][number],
  ReturnType<typeof aToestemmingForm>["antwoorden"][number],
];

async function geagendeerd(): Promise<{ id: string; rondeId: string }> {
  const id = await aConsented(t, noor, { naam: aName() });
  done(await klaarzetten(anAct(t, noor), { id, versie: 4 }));
  return { id, rondeId: await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram] }) };
}

describe("recording a toestemming", () => {
  it("of both parents makes the ground valid until the chosen day", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    expect((await seen(t, noor, id)).toestemming).toMatchObject({
      geldig: true,
      geldigTot: date("2027-07-31"),
      partners: ["smw", "bpo"],
      ontbreekt: [],
    });
    expect(await eventsOf(t, noor)).toContain("toestemming_vastgelegd");
  });

  it("of one parent says that the other is missing", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const form = aToestemmingForm({ antwoorden: [ouder1, { ...ouder2, antwoord: "nog_niet", op: null }] });
    done(await saveToestemming(anAct(t, noor), { id, versie: 3 }, form));
    expect((await seen(t, noor, id)).toestemming).toMatchObject({
      geldig: false,
      ontbreekt: [{ code: "toestemming_ontbreekt", partij: "ouder2" }],
    });
  });

  it("keeps the place of the form locked, and gives it back in the form", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    const gezien = await loadToestemming(t.world, noor, id);
    expect(gezien?.antwoorden[0]).toMatchObject({
      antwoord: "ja",
      bewaarplaats: "Leerlingdossier, map toestemming",
    });
    const [row] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(
        tx,
        z.object({ text: z.string() }),
        `select string_agg(encode(bewaarplaats, 'escape'), '') as text from toestemming_antwoord`,
      ),
    );
    expect(row?.text).not.toContain("Leerlingdossier");
  });

  it("again replaces the one before, which is kept as it was", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    done(await saveToestemming(anAct(t, noor), { id, versie: 4 }, aToestemmingForm({ partners: ["smw"] })));
    expect((await seen(t, noor, id)).toestemming?.partners).toEqual(["smw"]);
    expect(await countOf(t, "toestemming", `hulpvraag_id = '${id}'`)).toBe(2);
    expect(await countOf(t, "toestemming", `hulpvraag_id = '${id}' and vervangen_op is null`)).toBe(1);
  });

  it.each([
    ["a yes without a date", { antwoorden: [{ ...ouder1, op: null }, ouder2] }, "op_ouder1", "leeg"],
    [
      "a yes of tomorrow",
      { antwoorden: [{ ...ouder1, op: date("2026-11-24") }, ouder2] },
      "op_ouder1",
      "toekomst",
    ],
    ["a yes without a form", { antwoorden: [{ ...ouder1, vorm: null }, ouder2] }, "vorm_ouder1", "leeg"],
    [
      "a yes without a place",
      { antwoorden: [ouder1, { ...ouder2, bewaarplaats: null }] },
      "bewaarplaats_ouder2",
      "leeg",
    ],
    [
      "a BSN as place",
      { antwoorden: [ouder1, { ...ouder2, bewaarplaats: "map 111222333" }] },
      "bewaarplaats_ouder2",
      "bevat",
    ],
    ["no partner", { partners: [] }, "partners", "leeg"],
    ["a partner outside the team", { partners: ["politie" as const] }, "partners", "niet_in_team"],
    ["a day that is over", { geldigTot: date("2026-11-22") }, "geldigTot", "voorbij"],
    ["longer than the school year", { geldigTot: date("2027-08-01") }, "geldigTot", "te_laat"],
    ["what was not checked", { gecontroleerd: false }, "gecontroleerd", "leeg"],
    [
      "no answer at all",
      { antwoorden: [{ ...ouder1, antwoord: "nog_niet" as const }] },
      "antwoord_ouder1",
      "leeg",
    ],
  ])("refuses %s, and keeps nothing", async (_, over, field, kind) => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const result = await saveToestemming(anAct(t, noor), { id, versie: 3 }, aToestemmingForm(over));
    expect(result).toMatchObject({ ok: false, error: { kind: "velden", problemen: { [field]: { kind } } } });
    expect(await countOf(t, "toestemming", `hulpvraag_id = '${id}'`)).toBe(0);
  });

  it("asks a pupil of sixteen alone", async () => {
    const esther = await t.actor("esther");
    const id = await aWholeIntakeVo(esther);
    const gezien = await loadToestemming(t.world, esther, id);
    expect(gezien?.whose).toEqual({ ok: true, required: ["leerling"], asked: [] });
    const form = aToestemmingForm({ antwoorden: [ouder1, ouder2], partners: ["orthopedagoog"] });
    done(
      await saveToestemming(
        anAct(t, esther),
        { id, versie: 3 },
        { ...form, antwoorden: [...form.antwoorden, { ...ouder1, partij: "leerling" }] },
      ),
    );
    expect((await seen(t, esther, id)).toestemming?.antwoorden.map(({ partij }) => partij)).toEqual([
      "leerling",
    ]);
  });

  it("with gezag unknown asks for gezag first", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName(), gezag: "onbekend" });
    expect(await saveToestemming(anAct(t, noor), { id, versie: 3 }, aToestemmingForm())).toMatchObject({
      error: { kind: "eerst_gezag" },
    });
    done(await saveGezag(anAct(t, noor), { id, versie: 3 }, { gezag: "een_ouder", merken: [], standen: [] }));
    expect((await loadToestemming(t.world, noor, id))?.whose).toMatchObject({ required: ["ouder1"] });
  });

  it.each([
    ["a member of the SZT", () => bram],
    ["the ib of another school", () => fatima],
    ["the directeur", () => wim],
  ])("is out of sight for %s", async (_, who) => {
    const id = await aConsented(t, noor, { naam: aName() });
    expect(await loadToestemming(t.world, who(), id)).toBeNull();
    expect(await saveToestemming(anAct(t, who()), { id, versie: 4 }, aToestemmingForm())).toEqual({
      ok: false,
      error: { kind: "onzichtbaar" },
    });
  });

  it("with an old version or the same press changes nothing", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const act = anAct(t, noor);
    done(await saveToestemming(act, { id, versie: 3 }, aToestemmingForm()));
    expect(await saveToestemming(act, { id, versie: 3 }, aToestemmingForm())).toMatchObject({
      error: { kind: "al_gedaan" },
    });
    expect(await saveToestemming(anAct(t, noor), { id, versie: 3 }, aToestemmingForm())).toMatchObject({
      error: { kind: "verouderd" },
    });
    expect(await countOf(t, "toestemming", `hulpvraag_id = '${id}'`)).toBe(1);
  });

  it("by two people at one moment is kept once", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const both = await Promise.all(
      [1, 2].map(() => saveToestemming(anAct(t, noor), { id, versie: 3 }, aToestemmingForm())),
    );
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
    expect(await countOf(t, "toestemming", `hulpvraag_id = '${id}'`)).toBe(1);
  });
});

async function aWholeIntakeVo(esther: Actor): Promise<string> {
  return aWholeIntake(
    t,
    esther,
    { naam: aName(), geboortemaand: "2010-05", leerjaar: "vo_4" },
    { aanTafel: ["orthopedagoog"] },
  );
}

describe("a toestemming that is taken back", () => {
  it("takes the hulpvraag off the agenda at once, back to concept, for everybody", async () => {
    const { id, rondeId } = await geagendeerd();
    await reading(t, id, [noor, bram]);
    await reading(t, rondeId, [noor, bram], "ronde");
    done(
      await recordNee(
        anAct(t, noor),
        { id, versie: 5 },
        { partij: "ouder2", op: date("2026-11-23"), vorm: "mondeling" },
      ),
    );
    expect(await seen(t, noor, id)).toMatchObject({
      status: "concept",
      ronde: null,
      toestemming: { geldig: false, ontbreekt: [{ code: "toestemming_ingetrokken", partij: "ouder2" }] },
    });
    expect(await readHulpvraag(t.world, bram, id)).toBeNull();
    expect(await countOf(t, "agendapunt", `hulpvraag_id = '${id}' and status = 'gepland'`)).toBe(0);
    const told = (soort: string, about: string) =>
      countOf(t, "kennisgeving", `soort = '${soort}' and onderwerp_id = '${about}'`);
    expect(await told("ronde_ververst", rondeId)).toBe(2);
    expect(
      await countOf(
        t,
        "kennisgeving",
        `soort = 'hulpvraag_ververst' and persoon_id = '${bram.persoonId}' and onderwerp_id = '${id}'`,
      ),
    ).toBe(1);
    expect(await eventsOf(t, noor)).toEqual(
      expect.arrayContaining(["toestemming_ingetrokken", "van_agenda_gehaald"]),
    );
  });

  it("leaves the ib the way to ask again", async () => {
    const { id } = await geagendeerd();
    done(
      await recordNee(
        anAct(t, noor),
        { id, versie: 5 },
        { partij: "ouder1", op: date("2026-11-23"), vorm: "mondeling" },
      ),
    );
    const { mag, versie } = await seen(t, noor, id);
    expect(mag.has("toestemming_vastleggen")).toBe(true);
    expect(mag.has("klaarzetten")).toBe(false);
    const form = aToestemmingForm({ antwoorden: [{ ...ouder1, op: date("2026-11-24") }, ouder2] });
    const before = t.clock.now();
    t.clock.set(before.add({ hours: 24 }));
    done(await saveToestemming(anAct(t, noor), { id, versie }, form));
    expect((await seen(t, noor, id)).mag.has("klaarzetten")).toBe(true);
    t.clock.set(before);
  });

  it.each([
    ["of somebody who never consented", { partij: "voogd" as const, op: date("2026-11-23") }, "partij"],
    ["on a day that is still to come", { partij: "ouder1" as const, op: date("2026-11-24") }, "op"],
    ["before it was given", { partij: "ouder1" as const, op: date("2026-11-01") }, "op"],
  ])("%s is refused", async (_, given, field) => {
    const id = await aConsented(t, noor, { naam: aName() });
    const result = await recordNee(anAct(t, noor), { id, versie: 4 }, { ...given, vorm: "mondeling" });
    expect(result).toMatchObject({ error: { kind: "velden", problemen: { [field]: expect.anything() } } });
  });

  it("is recorded by the ib of the school alone, once", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    const given = { partij: "ouder1", op: date("2026-11-23"), vorm: "mail" } as const;
    for (const who of [bram, fatima, wim]) {
      expect(await recordNee(anAct(t, who), { id, versie: 4 }, given)).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    const act = anAct(t, noor);
    done(await recordNee(act, { id, versie: 4 }, given));
    expect(await recordNee(act, { id, versie: 4 }, given)).toMatchObject({
      error: { kind: "al_gedaan" },
    });
  });

  it("by a no in a new form does the same", async () => {
    const { id } = await geagendeerd();
    const form = aToestemmingForm({
      antwoorden: [ouder1, { ...ouder2, antwoord: "nee", op: date("2026-11-23") }],
    });
    done(await saveToestemming(anAct(t, noor), { id, versie: 5 }, form));
    expect(await seen(t, noor, id)).toMatchObject({ status: "concept", ronde: null });
  });
});

describe("a toestemming that runs out", () => {
  const expire = (id: string) =>
    t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) => expireConsent(t.world, tx, id));

  it("wakes at midnight after its last day", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    const timer = `soort = 'toestemming_verloopt' and onderwerp_id = '${id}' and op = '2027-07-31T22:00:00Z'`;
    expect(await countOf(t, "wekker", timer)).toBe(1);
  });

  it("takes the hulpvraag off the agenda and tells the ib; while it still holds nothing happens", async () => {
    const { id } = await geagendeerd();
    await expire(id);
    expect((await seen(t, noor, id)).status).toBe("geagendeerd");
    const before = t.clock.now();
    t.clock.set(Temporal.Instant.from("2027-07-31T22:00:00Z"));
    await expire(id);
    expect((await seen(t, noor, id)).status).toBe("concept");
    expect(await countOf(t, "kennisgeving", `soort = 'hulpvraag_terug' and onderwerp_id = '${id}'`)).toBe(1);
    t.clock.set(before);
  });
});
