import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { meldAan, meldNietAan, sluitNaLoket, zetStap } from "#usecases/aanmelding.ts";
import { intrekken, readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { myTaken } from "#usecases/taken.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { aDecided, aHeld, aTerugkoppeling, at, dossierOf, later, termsOf } from "./a-besluit.ts";
import { anAct, date, done, eventsOf } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let peter: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, saskia, peter] = (await Promise.all(
    ["noor", "bram", "saskia", "peter"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const form = {
  verstuurdOp: date("2026-11-23"),
  akkoordOp: date("2026-11-23"),
  akkoordVan: ["ouder1", "ouder2"],
} as const;
const people = () => ({ ib: noor, houder: bram });
const terms = async (id: string) => (await termsOf(t, id)).filter((term) => /^(loket|wijkteam)/.test(term));
const seen = async (who: Actor, id: string) => readHulpvraag(t.world, who, id);
const step = async (id: string, stap: Parameters<typeof zetStap>[3]["stap"], who = noor) =>
  zetStap(anAct(t, who), await at(t, id), "loket", { stap, op: date("2026-11-23") });

async function forLoket(): Promise<string> {
  const id = await aDecided(t, people(), { besluiten: ["doorzetten_loket"] });
  done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t)));
  later(t);
  return id;
}
async function sentOff(): Promise<string> {
  const id = await forLoket();
  done(await meldAan(anAct(t, noor), await at(t, id), "loket", form));
  later(t);
  return id;
}

describe("a hulpvraag for the Loket", () => {
  it("is waited for from the day on which the family was told, until it is sent", async () => {
    const id = await aDecided(t, people(), { besluiten: ["doorzetten_loket"] });
    expect(await terms(id)).toEqual([]);
    expect((await seen(noor, id))?.mag.has("aanmelding_loket")).toBe(false);
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t)));
    expect(await terms(id)).toEqual(["loket_versturen 2026-11-30"]);
    const { taken } = await myTaken(t.world, noor);
    expect(
      taken.find(({ hulpvraagId, soort }) => hulpvraagId === id && soort === "loket_versturen")?.weg,
    ).toEqual({ soort: "formulier", formulier: "aanmelding" });
    later(t);
    done(await meldAan(anAct(t, noor), await at(t, id), "loket", form));
    expect(await terms(id)).toEqual(["loket_ontvangst 2026-11-30"]);
    expect(await eventsOf(t, noor)).toContain("aanmelding_verstuurd");
  });

  it("is told of in two steps, and begins once", async () => {
    const id = await aDecided(t, people(), { besluiten: ["regierol_toewijzen", "doorzetten_loket"] });
    const wait = aTerugkoppeling(t, { antwoord: "nog_niet", akkoordOp: null, akkoordVan: [] });
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), wait));
    done(await meldAan(anAct(t, noor), await at(t, id), "loket", form));
    later(t);
    done(await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t)));
    expect(await terms(id)).toEqual(["loket_ontvangst 2026-11-30"]);
  });

  it("is followed: received, taken up, asked again, and an outcome, after which it can be closed", async () => {
    const id = await sentOff();
    expect((await seen(noor, id))?.mag.has("loket_afsluiten")).toBe(false);
    done(await step(id, "ontvangen"));
    expect((await terms(id)).map((term) => term.split(" ")[0])).toEqual(["loket_oppakken"]);
    done(await step(id, "opgepakt"));
    done(await step(id, "nagevraagd"));
    expect((await terms(id)).map((term) => term.split(" ")[0])).toEqual(["loket_navragen"]);
    done(await step(id, "toegekend"));
    expect(await terms(id)).toEqual([]);
    const close = { reden: "doel_bereikt", verteldOp: date("2026-11-23") } as const;
    expect((await sluitNaLoket(anAct(t, noor), await at(t, id), { ...close, reden: null })).ok).toBe(false);
    done(await sluitNaLoket(anAct(t, noor), await at(t, id), close));
    expect(await dossierOf(t, id)).toMatchObject({ status: "afgesloten", afsluitreden: "doel_bereikt" });
  });

  it("that is not sent after all can be closed too", async () => {
    const id = await forLoket();
    done(await meldNietAan(anAct(t, noor), await at(t, id)));
    expect(await terms(id)).toEqual([]);
    expect((await seen(noor, id))?.mag.has("loket_afsluiten")).toBe(true);
  });

  it("needs a yes of all in writing, and the steps in their order", async () => {
    const id = await forLoket();
    const one = { ...form, akkoordVan: ["ouder1"] as const };
    expect(await meldAan(anAct(t, noor), await at(t, id), "loket", one)).toMatchObject({
      error: { kind: "velden", problemen: { akkoordVan: { kind: "niet_iedereen" } } },
    });
    done(await meldAan(anAct(t, noor), await at(t, id), "loket", form));
    expect((await step(id, "nagevraagd")).ok).toBe(false);
    expect((await meldAan(anAct(t, noor), await at(t, id), "loket", form)).ok).toBe(false);
  });

  it("is nobody else's to change, and pressed by two at once it happens once", async () => {
    const id = await forLoket();
    const where = await at(t, id);
    for (const who of [bram, saskia, peter])
      expect((await meldAan(anAct(t, who), where, "loket", form)).ok, who.naam).toBe(false);
    const both = await Promise.all([1, 2].map(() => meldAan(anAct(t, noor), where, "loket", form)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await dossierOf(t, id)).aanmeldingen).toHaveLength(1);
  });

  it("rests without a ground: nobody is asked to follow it, and the ib can take it back", async () => {
    const id = await sentOff();
    const said = { partij: "ouder1", op: date("2026-11-23"), vorm: "mail" } as const;
    done(await recordNee(anAct(t, noor), await at(t, id), said));
    const gezien = await seen(noor, id);
    expect(gezien?.aanmeldingen[0]?.volgende).toEqual(["ingetrokken"]);
    expect(gezien?.termijnen.filter(({ soort, open }) => open && soort.startsWith("loket"))).toEqual([]);
    expect((await step(id, "ontvangen")).ok).toBe(false);
    done(await step(id, "ingetrokken"));
    expect(await terms(id)).toEqual([]);
  });
});

describe("a hulpvraag for the wijkteam", () => {
  it("is sent by the holder, is read by who reads the rest, and ends with the hulpvraag", async () => {
    const id = await aHeld(t, people());
    done(await meldAan(anAct(t, bram), await at(t, id), "wijkteam", form));
    for (const who of [noor, bram, saskia])
      expect((await seen(who, id))?.aanmeldingen, who.naam).toMatchObject([{ stand: "verstuurd" }]);
    expect(await seen(peter, id)).toBeNull();
    expect((await seen(saskia, id))?.mag.has("aanmelding_stap")).toBe(false);
    expect((await seen(bram, id))?.mag.has("aanmelding_loket")).toBe(false);
    expect((await terms(id)).map((term) => term.split(" ")[0])).toEqual(["wijkteam_ontvangst"]);
    done(await intrekken(anAct(t, noor), await at(t, id)));
    expect((await dossierOf(t, id)).aanmeldingen).toMatchObject([{ vervallen: true, uitkomst: null }]);
    expect(await terms(id)).toEqual([]);
  });
});
