import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Doelbereik, onbekendBereik } from "#domain/doelbereik.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { closedFor, confirmAfsluiting, proposeAfsluiting, rejectAfsluiting } from "#usecases/afsluiting.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import {
  aDecided,
  aHeld,
  aTerugkoppeling,
  at,
  dossierOf,
  holdersOf,
  leaves,
  noticesTo,
  termsOf,
} from "./a-besluit.ts";
import { anAct, countOf, date, done, eventsOf } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, saskia] = (await Promise.all(["noor", "bram", "saskia"].map((handle) => t.actor(handle)))) as [
    Actor,
    Actor,
    Actor,
  ];
});
afterAll(() => t.close());

const people = () => ({ ib: noor, houder: bram });
const told = { verteldOp: date("2026-11-23") };

async function proposed(): Promise<string> {
  const id = await aHeld(t, people());
  done(
    await proposeAfsluiting(anAct(t, bram), await at(t, id), {
      reden: "doel_bereikt",
      doelen: onbekendBereik,
    }),
  );
  return id;
}

describe("closing", () => {
  it("is proposed by the holder with a reason, and the ib has five schooldagen to confirm", async () => {
    const id = await proposed();
    expect(await dossierOf(t, id)).toMatchObject({
      status: "in_uitvoering",
      afsluitingVoorgesteld: "doel_bereikt",
    });
    expect((await noticesTo(t, noor, id)).at(-1)).toBe("afsluiting_bevestigen");
    expect(await termsOf(t, id)).toContain("afsluiting_bevestigen 2026-11-30");
    expect(await holdersOf(t, id)).toEqual([`actief ${bram.persoonId}`]);
  });

  it("says what was reached by the five goals, to who reads the rest, as told the last time", async () => {
    const id = await aHeld(t, people());
    const propose = async (doelen: Doelbereik) =>
      done(await proposeAfsluiting(anAct(t, bram), await at(t, id), { reden: "deels", doelen }));
    const seen = async (who: Actor) => (await readHulpvraag(t.world, who, id))?.afsluiting ?? null;
    await propose({ ...onbekendBereik, ouders: "bereikt", leerkracht: "niet" });
    done(await rejectAfsluiting(anAct(t, noor), await at(t, id)));
    expect(await seen(noor)).toEqual({ voorgesteld: null, reden: null, bereikt: null });
    await propose({ ...onbekendBereik, ouders: "deels" });
    const told = { voorgesteld: "deels", reden: null, bereikt: { ...onbekendBereik, ouders: "deels" } };
    for (const who of [noor, bram]) expect(await seen(who), who.naam).toEqual(told);
    done(await confirmAfsluiting(anAct(t, noor), await at(t, id), { verteldOp: date("2026-11-23") }));
    expect(await seen(noor)).toEqual({ ...told, voorgesteld: null, reden: "deels" });
    expect(await seen(bram)).toBeNull();
  });

  it("confirmed by the ib ends the regierol and everything that ran", async () => {
    const id = await proposed();
    done(await confirmAfsluiting(anAct(t, noor), await at(t, id), told));
    expect(await dossierOf(t, id)).toMatchObject({
      status: "afgesloten",
      afsluitreden: "doel_bereikt",
      afsluitingVoorgesteld: null,
      regieSinds: null,
    });
    expect(await holdersOf(t, id)).toEqual([]);
    expect(await termsOf(t, id)).toEqual([]);
    expect(await termsOf(t, id, "klaar")).toContain("afsluiting_bevestigen 2026-11-30");
    expect(await eventsOf(t, noor)).toContain("hulpvraag_afgesloten");
  });

  it("takes the hulpvraag, name and all, from the cards of everybody else", async () => {
    const id = await proposed();
    await reading(t, id, [noor, bram, saskia]);
    expect((await readHulpvraag(t.world, saskia, id))?.leerling).not.toBeNull();
    done(await confirmAfsluiting(anAct(t, noor), await at(t, id), told));
    for (const actor of [bram, saskia]) {
      expect(await readHulpvraag(t.world, actor, id)).toBeNull();
      expect((await noticesTo(t, actor, id)).at(-1)).toBe("hulpvraag_ververst");
    }
    expect(await noticesTo(t, bram, id)).toContain("hulpvraag_afgesloten");
    const { referentie } = await dossierOf(t, id);
    expect(await closedFor(t.world, bram, id)).toEqual({ referentie, gaatDoor: false });
    expect(await closedFor(t.world, saskia, id)).toBeNull();
    for (const other of [noor, saskia])
      expect(await noticesTo(t, other, id)).not.toContain("hulpvraag_afgesloten");
    expect(await readHulpvraag(t.world, noor, id)).toMatchObject({ status: "afgesloten" });
  });

  it("ends open acties: nobody has to do them, and they are not called done", async () => {
    const acties = [
      { houderId: bram.persoonId, wat: "Bel met de ouders over vrijdag", datum: date("2026-12-04") },
    ];
    const id = await aDecided(t, people(), { besluiten: ["afsluiten"], acties });
    expect(await termsOf(t, id)).toContain("actie 2026-12-04");
    done(
      await recordTerugkoppeling(anAct(t, noor), await at(t, id), aTerugkoppeling(t, { reden: "verhuisd" })),
    );
    expect(await termsOf(t, id)).toEqual([]);
    const ended = `hulpvraag_id = '${id}' and gedaan_op is null and vervallen_op is not null`;
    expect(await countOf(t, "actie", ended)).toBe(1);
    expect((await dossierOf(t, id)).acties).toEqual([]);
    expect(await noticesTo(t, bram, id)).toContain("hulpvraag_afgesloten");
    expect(await closedFor(t.world, bram, id)).not.toBeNull();
  });

  it("is not confirmed without a day on which the parents were told", async () => {
    const id = await proposed();
    const confirm = async (verteldOp: Temporal.PlainDate | null) =>
      confirmAfsluiting(anAct(t, noor), await at(t, id), { verteldOp });
    expect(await confirm(null)).toMatchObject({ error: { problemen: { verteldOp: { kind: "leeg" } } } });
    expect(await confirm(date("2030-01-01"))).toMatchObject({
      error: { problemen: { verteldOp: { kind: "toekomst" } } },
    });
    expect(await confirm(date("2026-11-22"))).toMatchObject({
      error: { problemen: { verteldOp: { kind: "te_vroeg", vanaf: date("2026-11-23") } } },
    });
    expect(await dossierOf(t, id)).toMatchObject({ status: "in_uitvoering" });
  });

  it("can be turned down: the holder hears so and goes on", async () => {
    const id = await proposed();
    await reading(t, id, [bram]);
    done(await rejectAfsluiting(anAct(t, noor), await at(t, id)));
    expect(await dossierOf(t, id)).toMatchObject({ status: "in_uitvoering", afsluitingVoorgesteld: null });
    expect((await termsOf(t, id)).some((term) => term.startsWith("afsluiting"))).toBe(false);
    expect((await noticesTo(t, bram, id)).at(-1)).toBe("afsluiting_afgewezen");
    expect(await closedFor(t.world, bram, id)).toBeNull();
    expect(await holdersOf(t, id)).toEqual([`actief ${bram.persoonId}`]);
  });

  it("is confirmed once when two presses come at one moment", async () => {
    const id = await proposed();
    const where = await at(t, id);
    const both = await Promise.all([1, 2].map(() => confirmAfsluiting(anAct(t, noor), where, told)));
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
  });

  it("is neither proposed by the ib nor confirmed by the holder", async () => {
    const id = await aHeld(t, people());
    expect(
      (await proposeAfsluiting(anAct(t, noor), await at(t, id), { reden: "deels", doelen: onbekendBereik }))
        .ok,
    ).toBe(false);
    done(
      await proposeAfsluiting(anAct(t, bram), await at(t, id), { reden: "deels", doelen: onbekendBereik }),
    );
    expect((await confirmAfsluiting(anAct(t, bram), await at(t, id), told)).ok).toBe(false);
  });
});

describe("a person who left the team", () => {
  it("cannot be asked: the ib is told so, and chooses somebody else", async () => {
    const own = await aWorld();
    const [ib, houder, ander] = await Promise.all([own.actor("noor"), own.actor("hanna"), own.actor("bram")]);
    const id = await aDecided(own, { ib, houder });
    await leaves(own, houder, "2026-11-22");
    const refused = await recordTerugkoppeling(anAct(own, ib), await at(own, id), aTerugkoppeling(own));
    expect(refused).toMatchObject({ error: { problemen: { aan: { kind: "niet_in_team" } } } });
    const form = aTerugkoppeling(own, { aan: ander.persoonId });
    done(await recordTerugkoppeling(anAct(own, ib), await at(own, id), form));
    expect(await dossierOf(own, id)).toMatchObject({
      aanbod: { persoonId: ander.persoonId, status: "aangeboden" },
    });
    await own.close();
  });
});
