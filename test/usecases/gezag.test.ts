import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { GezagForm } from "#domain/gezag-form.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { saveGezag } from "#usecases/gezag.ts";
import { intrekken, klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { loadToestemming, saveToestemming } from "#usecases/toestemming.ts";
import { at, dossierOf } from "./a-besluit.ts";
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
  setRegels,
  zelfdeAls,
} from "./an-intake.ts";
import { onAgenda } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram] = (await Promise.all(["noor", "bram"].map((handle) => t.actor(handle)))) as [Actor, Actor];
});
afterEach(() => setRegels(t, {}));
afterAll(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
const aForm = (over: Partial<GezagForm> = {}): GezagForm => ({
  gezag: "beide_ouders",
  merken: [],
  standen: [],
  ...over,
});
const dead = {
  partij: "ouder2",
  stand: "overleden",
  hoe: "akte_of_register",
  op: date("2026-10-01"),
} as const;
const gone = {
  partij: "ouder2",
  stand: "onbereikbaar",
  hoe: "brief_en_telefoon",
  op: date("2026-11-01"),
} as const;
const [ouder1] = aToestemmingForm().antwoorden;
const onlyOne = aToestemmingForm({ antwoorden: ouder1 ? [ouder1] : [] });

describe("who decides", () => {
  it("is kept with its marks, how it is known, and the day it was checked; no name of anybody", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const form = aForm({ merken: ["gescheiden", "ots", "gezinsvoogd"], standen: [gone] });
    done(await saveGezag(anAct(t, noor), await at(t, id), form));
    expect(await dossierOf(t, id)).toMatchObject({
      gezag: "beide_ouders",
      gezagMerken: ["gescheiden", "ots", "gezinsvoogd"],
      gezagGecontroleerdOp: date("2026-11-23"),
      partijen: [{ partij: "ouder2", stand: "onbereikbaar", hoe: "brief_en_telefoon" }],
    });
    done(await saveGezag(anAct(t, noor), await at(t, id), aForm()));
    expect(await dossierOf(t, id)).toMatchObject({ gezagMerken: [], partijen: [] });
    expect((await eventsOf(t, noor)).filter((soort) => soort === "gezag_gecontroleerd")).toHaveLength(2);
  });

  it("is one parent when the other has died", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    done(await saveGezag(anAct(t, noor), await at(t, id), aForm({ standen: [dead] })));
    expect((await loadToestemming(t.world, noor, id))?.whose).toMatchObject({ required: ["ouder1"] });
    done(await saveToestemming(anAct(t, noor), await at(t, id), onlyOne));
    expect((await seen(t, noor, id)).toestemming?.geldig).toBe(true);
  });

  it("is both when one cannot be reached: it says so, until the samenwerkingsverband decides otherwise", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    done(await saveGezag(anAct(t, noor), await at(t, id), aForm({ standen: [gone] })));
    done(await saveToestemming(anAct(t, noor), await at(t, id), onlyOne));
    expect((await seen(t, noor, id)).toestemming?.ontbreekt).toEqual([
      { code: "partij_onbereikbaar", partij: "ouder2" },
    ]);
    await setRegels(t, { onbereikbare_ouder: "andere_ouder_genoeg" });
    expect((await seen(t, noor, id)).toestemming?.geldig).toBe(true);
  });

  it("turns out to be somebody else: off the agenda until that one has answered", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    done(await klaarzetten(anAct(t, noor), await at(t, id)));
    await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram] });
    expect((await readHulpvraag(t.world, bram, id))?.leerling).not.toBeNull();
    done(await saveGezag(anAct(t, noor), await at(t, id), aForm({ gezag: "gezamenlijke_voogdij" })));
    expect(await seen(t, noor, id)).toMatchObject({
      status: "concept",
      ronde: null,
      toestemming: {
        ontbreekt: [
          { code: "toestemming_ontbreekt", partij: "voogd" },
          { code: "toestemming_ontbreekt", partij: "voogd2" },
        ],
      },
    });
    expect(await readHulpvraag(t.world, bram, id)).toBeNull();
  });

  it("with wrong fields, an old version, or by somebody else changes nothing", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const wrong = aForm({ standen: [{ ...dead, hoe: "verklaring_andere_ouder" }] });
    expect(await saveGezag(anAct(t, noor), await at(t, id), wrong)).toMatchObject({
      error: { kind: "velden", problemen: { hoe_ouder2: { kind: "bewijs_past_niet" } } },
    });
    expect(await saveGezag(anAct(t, noor), { id, versie: 1 }, aForm())).toMatchObject({
      error: { kind: "verouderd" },
    });
    expect(await saveGezag(anAct(t, bram), await at(t, id), aForm())).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    expect(await countOf(t, "leerling_partij", "stand = 'overleden' and hoe <> 'akte_of_register'")).toBe(0);
  });

  it("two voogden both answer, and the place of each form comes back under its own voogd", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName(), gezag: "gezamenlijke_voogdij" });
    const antwoorden = (["voogd", "voogd2"] as const).map((partij) => ({
      ...(ouder1 ?? {}),
      partij,
      antwoord: "ja" as const,
      op: date("2026-11-16"),
      vorm: "papier" as const,
      bewaarplaats: `Map ${partij}`,
    }));
    done(await saveToestemming(anAct(t, noor), await at(t, id), aToestemmingForm({ antwoorden })));
    const kept = (await loadToestemming(t.world, noor, id))?.antwoorden;
    expect(kept?.map(({ bewaarplaats }) => bewaarplaats)).toEqual(["Map voogd", "Map voogd2"]);
    expect((await seen(t, noor, id)).toestemming?.geldig).toBe(true);
  });
});

describe("consent of one school", () => {
  it("does not go along to another: the pupil is another leerling there, and everyone is asked anew", async () => {
    const fatima = await t.actor("fatima");
    const naam = aName();
    const id = await aConsented(t, noor, { naam });
    const there = await aWholeIntake(t, fatima, { naam });
    expect((await dossierOf(t, there)).leerlingId).not.toBe((await dossierOf(t, id)).leerlingId);
    expect((await seen(t, fatima, there)).toestemming).toMatchObject({ geldig: false, antwoorden: [] });
    expect(await readHulpvraag(t.world, fatima, id)).toBeNull();
  });

  it("nor to a later question of the same pupil in the same school", async () => {
    const naam = aName();
    const id = await aConsented(t, noor, { naam });
    done(await intrekken(anAct(t, noor), await at(t, id)));
    const zelfde = await zelfdeAls(t, noor, id);
    const again = await aWholeIntake(t, noor, { naam, zelfde });
    expect((await dossierOf(t, again)).leerlingId).toBe((await dossierOf(t, id)).leerlingId);
    expect((await seen(t, noor, again)).toestemming).toMatchObject({ geldig: false, antwoorden: [] });
    expect((await seen(t, noor, again)).mag.has("klaarzetten")).toBe(false);
  });
});
