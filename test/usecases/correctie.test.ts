import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CorrectieWaarden } from "#domain/correctie.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import {
  addNotitie,
  type CorrectieForm,
  correct,
  loadCorrectie,
  type NotitieForm,
} from "#usecases/correctie.ts";
import { intrekken, klaarzetten, readHulpvraag } from "#usecases/hulpvraag.ts";
import { startIntake } from "#usecases/intake.ts";
import { findRechten } from "#usecases/rechten.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { aHeld, at, dossierOf, noticesTo } from "./a-besluit.ts";
import { aWholeCase } from "./a-whole-case.ts";
import {
  aConsented,
  anAct,
  aStap1,
  aToestemmingForm,
  aWholeIntake,
  countOf,
  done,
  eventsOf,
  seen,
} from "./an-intake.ts";
import { onAgenda, reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let wim: Actor;
let fatima: Actor;
let esther: Actor;
let daan: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, wim, fatima, esther, daan] = (await Promise.all(
    ["noor", "bram", "wim", "fatima", "esther", "daan"].map((one) => t.actor(one)),
  )) as [Actor, Actor, Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;
const bySchool = { van: ["school"], identiteit: null } as const;

async function corrected(
  id: string,
  over: Partial<CorrectieWaarden>,
  asked: Omit<CorrectieForm, "waarden"> = bySchool,
  actor = noor,
) {
  const gezien = await loadCorrectie(t.world, actor === esther ? esther : noor, id);
  if (!gezien) throw new Error("nothing to correct");
  return correct(anAct(t, actor), gezien, { ...asked, waarden: { ...gezien.waarden, ...over } });
}

const stops = (who: Actor, id: string) =>
  countOf(
    t,
    "kennisgeving k join hulpvraag h on h.opruiming_id = k.onderwerp_id",
    `k.soort = 'hulpvraag_gestopt' and k.persoon_id = '${who.persoonId}' and h.id = '${id}'`,
  );

describe("a correction", () => {
  it.each([
    ["a concept", () => aWholeIntake(t, noor, { naam: aName() })],
    ["one that is in uitvoering", () => aHeld(t, { ib: noor, houder: bram })],
    ["one that was closed", async () => (await aWholeCase(t, { ib: noor, houder: bram })).id],
    [
      "one that was withdrawn",
      async () => {
        const id = await aWholeIntake(t, noor, { naam: aName() });
        done(await intrekken(anAct(t, noor), await at(t, id)));
        return id;
      },
    ],
  ])("puts values and texts right at any status: %s", async (_, make) => {
    const id = await make();
    const naam = aName();
    expect(
      done(
        await corrected(id, {
          naam,
          kenmerk: "K-77",
          vraag: "Hoe leert zij lezen?",
          oudersVraag: "Wij willen rust",
        }),
      ),
    ).toEqual({ kind: "gecorrigeerd" });
    expect((await loadCorrectie(t.world, noor, id))?.waarden).toMatchObject({
      naam,
      kenmerk: "K-77",
      vraag: "Hoe leert zij lezen?",
      oudersVraag: "Wij willen rust",
      gedaanToelichting: "Een vaste plek hielp even.",
    });
  });

  it("makes the leerling found under the new name, and no longer under the old one", async () => {
    const [old, naam] = [aName(), aName()];
    const id = await aWholeIntake(t, noor, { naam: old });
    done(await corrected(id, { naam }));
    const { schoolId } = await aStap1(t, noor);
    const find = async (one: string) =>
      done(await findRechten(anAct(t, noor), { schoolId, naam: one, geboortemaand: "2017-04" })).gevonden;
    expect([await find(naam), await find(old)]).toEqual([true, false]);
    expect(await startIntake(anAct(t, noor), await aStap1(t, noor, { naam }))).toMatchObject({
      error: { kind: "bestaat_al" },
    });
  });

  it("draws every card that stands again, and is logged by field without a word", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    await reading(t, id, [noor, bram]);
    done(
      await corrected(
        id,
        { naam: "Woordkanarie Nieuw", gezag: "een_ouder" },
        { van: ["ouder1"], identiteit: "bekend" },
      ),
    );
    for (const who of [noor, bram]) expect((await noticesTo(t, who, id)).at(-1)).toBe("hulpvraag_ververst");
    expect(await eventsOf(t, noor)).toContain("gecorrigeerd");
    const logged = `soort = 'gecorrigeerd' and gegevens = '{"velden": ["naam", "gezag"], "gevraagd_door": ["ouder1"]}'`;
    expect(await countOf(t, "gebeurtenis", logged)).toBe(1);
    expect(await countOf(t, "gebeurtenis", "gegevens::text like '%Woordkanarie%'")).toBe(0);
  });

  it("of the birth month decides again whose consent counts: what stood on an agenda leaves it", async () => {
    const fifteen = { naam: aName(), leerjaar: "vo_4", geboortemaand: "2011-06" } as const;
    const id = await aWholeIntake(t, esther, fifteen, { aanTafel: ["orthopedagoog"] });
    const form = { ...aToestemmingForm(), partners: ["orthopedagoog"] } as const;
    done(await saveToestemming(anAct(t, esther), await at(t, id), form));
    done(await klaarzetten(anAct(t, esther), await at(t, id)));
    await onAgenda(t, id, { voorzitter: esther, deelnemers: [esther, daan] });
    expect(await readHulpvraag(t.world, daan, id)).not.toBeNull();
    done(await corrected(id, { geboortemaand: "2010-06" }, bySchool, esther));
    expect(await seen(t, esther, id)).toMatchObject({
      status: "concept",
      toestemming: { geldig: false, ontbreekt: [{ code: "toestemming_ontbreekt", partij: "leerling" }] },
    });
    expect(await countOf(t, "agendapunt", `hulpvraag_id = '${id}' and status = 'gepland'`)).toBe(0);
    expect(await noticesTo(t, esther, id)).toContain("hulpvraag_terug");
    expect(await readHulpvraag(t.world, daan, id)).toBeNull();
    expect(await stops(daan, id)).toBe(1);
    for (const who of [esther, wim, fatima]) expect(await stops(who, id), who.naam).toBe(0);
  });

  it("after which there is no ground is told to who has work there: it waits", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    done(await corrected(id, { gezag: "gezamenlijke_voogdij" }));
    expect(await noticesTo(t, bram, id)).toContain("hulpvraag_wacht");
    expect(await noticesTo(t, noor, id)).not.toContain("hulpvraag_wacht");
    expect(await stops(bram, id), "one message, not two").toBe(0);
    expect(await readHulpvraag(t.world, bram, id)).toMatchObject({ stil: true, wat: null });
  });

  it("that changes nothing about consent leaves it on its agenda", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    done(await klaarzetten(anAct(t, noor), await at(t, id)));
    await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram] });
    done(await corrected(id, { geboortemaand: "2017-05" }));
    expect((await seen(t, noor, id)).status).toBe("geagendeerd");
  });

  it("does not make the data be kept for longer", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const touched = `id = '${id}' and gewijzigd_op > '2026-11-23T08:00:00Z'`;
    const before = t.clock.now();
    t.clock.set(before.add({ hours: 24 * 3 }));
    done(await corrected(id, { naam: aName() }));
    expect(await countOf(t, "hulpvraag", `${touched} and gewijzigd_op > '2026-11-25T08:00:00Z'`)).toBe(0);
    t.clock.set(before);
  });

  it.each([
    ["a name without letters", { naam: "123" }, "naam"],
    ["a phone number in a text", { vraag: "Bel 06-12345678" }, "vraag"],
    ["a BSN as reference", { kenmerk: "111222333" }, "kenmerk"],
    ["a month of birth to come", { geboortemaand: "2027-01" }, "jaar"],
    ["a question that is taken away", { vraag: null }, "vraag"],
    ["a year in which nobody of this group is born", { geboortemaand: "2009-04" }, "jaar"],
    [
      "a group in which nobody of this age is",
      { leerjaar: "po_1" as const, geboortemaand: "2014-04" },
      "jaar",
    ],
    ["an adult of nine", { gezag: "meerderjarig" as const }, "gezag"],
  ])("refuses %s, and changes nothing", async (_, over, veld) => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    expect(await corrected(id, over)).toMatchObject({
      error: { kind: "velden", problemen: { [veld]: expect.anything() } },
    });
    expect((await dossierOf(t, id)).versie).toBe(3);
  });

  it("judges only what is changed: an old value does not stand in the way", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName(), geboortemaand: "2014-09", leerjaar: "po_8" });
    const before = t.clock.now();
    t.clock.set(Temporal.Instant.from("2037-01-11T09:00:00Z"));
    done(await corrected(id, { naam: aName() }));
    t.clock.set(before);
  });

  it("without a change is refused, and so is one that nobody asked for", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    expect(await corrected(id, {})).toMatchObject({ error: { kind: "niets_anders" } });
    expect(await corrected(id, { naam: aName() }, { van: [], identiteit: null })).toMatchObject({
      error: { kind: "velden", problemen: { van: { kind: "leeg" }, identiteit: { kind: "leeg" } } },
    });
    expect(await corrected(id, { naam: aName() }, { van: ["ouder1"], identiteit: null })).toMatchObject({
      error: { problemen: { identiteit: { kind: "leeg" } } },
    });
  });

  it("asked by who does not decide is not made, and that it was asked is logged", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    const asked = { van: ["ouder_zonder_gezag"], identiteit: "bekend" } as const;
    expect(done(await corrected(id, { naam: "Iemand Anders" }, asked))).toMatchObject({
      kind: "niet",
      waarom: { kind: "alleen_informatie" },
    });
    expect((await loadCorrectie(t.world, noor, id))?.waarden.naam).not.toBe("Iemand Anders");
    expect(await eventsOf(t, noor)).toContain("verzoek_afgewezen");
  });

  it("never makes two open hulpvragen of one leerling", async () => {
    const naam = aName();
    const first = await aWholeIntake(t, noor, { naam });
    const { referentie } = await dossierOf(t, first);
    const second = await aWholeIntake(t, noor, { naam: aName() });
    expect(await corrected(second, { naam })).toEqual({
      ok: false,
      error: { kind: "bestaat_al", referentie },
    });
  });

  it("is for the ib of the school alone, at the version that was seen, once", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    for (const who of [bram, wim, fatima]) {
      expect(await loadCorrectie(t.world, who, id)).toBeNull();
      expect(await corrected(id, { naam: aName() }, bySchool, who)).toMatchObject({
        error: { kind: "onzichtbaar" },
      });
    }
    const gezien = await loadCorrectie(t.world, noor, id);
    if (!gezien) throw new Error("nothing to correct");
    const form = { ...bySchool, waarden: { ...gezien.waarden, naam: aName() } };
    const act = anAct(t, noor);
    done(await correct(act, gezien, form));
    expect(await correct(act, gezien, form)).toMatchObject({ error: { kind: "al_gedaan" } });
    expect(await correct(anAct(t, noor), gezien, form)).toMatchObject({ error: { kind: "verouderd" } });
  });
});

describe("a besluit that is not right", () => {
  const note = async (id: string, over: Partial<NotitieForm> = {}, actor = noor) => {
    const besluitId = (await dossierOf(t, id)).besluiten[0]?.id ?? "";
    return addNotitie(anAct(t, actor), await at(t, id), {
      bij: { besluitId },
      tekst: "Dit klopt niet: wij vroegen het zelf.",
      ...bySchool,
      ...over,
    });
  };

  it("stays as it was, and gets a dated note that everybody sees who sees the besluit", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    await reading(t, id, [noor, bram]);
    const before = (await seen(t, bram, id)).besluit?.afweging;
    done(await note(id));
    expect(await seen(t, bram, id)).toMatchObject({
      besluit: { afweging: before },
      correcties: [{ over: "besluit", tekst: "Dit klopt niet: wij vroegen het zelf." }],
    });
    expect((await noticesTo(t, bram, id)).at(-1)).toBe("hulpvraag_ververst");
    expect(
      await countOf(t, "correctie", `hulpvraag_id = '${id}' and encode(tekst, 'escape') like '%vroegen%'`),
    ).toBe(0);
  });

  it.each([
    ["without a text", { tekst: " " }, "tekst"],
    ["with a phone number", { tekst: "Bel 06-12345678" }, "tekst"],
    ["beside nothing", { bij: null }, "bij"],
    ["beside a besluit of another hulpvraag", { bij: { besluitId: randomUUID() } }, "bij"],
  ] as const)("gets no note %s", async (_, over, veld) => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    expect(await note(id, over)).toMatchObject({
      error: { kind: "velden", problemen: { [veld]: expect.anything() } },
    });
    expect(await countOf(t, "correctie", `hulpvraag_id = '${id}'`)).toBe(0);
  });

  it("gets none from who only works on it", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    expect(await note(id, {}, bram)).toMatchObject({ error: { kind: "onzichtbaar" } });
  });
});
