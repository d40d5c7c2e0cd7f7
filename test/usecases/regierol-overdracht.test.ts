import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timers } from "#bot/regierol-regelen.ts";
import type { Actor } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { closedFor } from "#usecases/afsluiting.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { kiesMeedenkers } from "#usecases/meedenker.ts";
import { reportContact } from "#usecases/regierol.ts";
import { acceptAanbod, offerToOther, refuseAanbod } from "#usecases/regierol-aanbod.ts";
import { loadRegierolForm } from "#usecases/regierol-form.ts";
import {
  proposeOverdracht,
  rejectOverdracht,
  type VoorstelForm,
  withdrawOverdracht,
} from "#usecases/regierol-overdracht.ts";
import { aHeld, at, dossierOf, holdersOf, later, noticesTo, termsOf } from "./a-besluit.ts";
import { anAct, date, done } from "./an-intake.ts";
import { until } from "./day-by-day.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let saskia: Actor;
let hanna: Actor;
let peter: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram, saskia, hanna, peter] = (await Promise.all(
    ["noor", "bram", "saskia", "hanna", "peter"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const held = () => aHeld(t, { ib: noor, houder: bram });
const propose = async (id: string, over: Partial<VoorstelForm> = {}, who = bram) =>
  proposeOverdracht(anAct(t, who), await at(t, id), {
    ...{ aan: saskia.persoonId, reden: "andere_deskundigheid" },
    ...over,
  });
const ask = async (id: string, over: object = {}) =>
  offerToOther(anAct(t, noor), await at(t, id), {
    ...{ aan: saskia.persoonId, keuze: "vertrouwensband" as const },
    ...{ akkoordOp: date("2026-11-23"), akkoordVan: ["ouder1", "ouder2"] as const },
    ...over,
  });
const actief = (who: Actor) => [`actief ${who.persoonId}`];

describe("a holder who wants to give the regierol on", () => {
  it("keeps it until the ib and the parents agreed and the other said yes; then terms and history go along", async () => {
    const id = await held();
    done(await reportContact(anAct(t, bram), await at(t, id)));
    const before = await termsOf(t, id);
    done(await propose(id));
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect((await noticesTo(t, noor, id)).at(-1)).toBe("overdracht_voorgesteld");
    expect(await termsOf(t, id)).toContain("overdracht_regierol 2026-11-30");
    const form = await loadRegierolForm(t.world, noor, id, "overdracht_overnemen");
    expect(form).toMatchObject({ value: { voorstelAan: saskia.persoonId } });
    done(await ask(id));
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect(await termsOf(t, id)).not.toContainEqual(expect.stringContaining("overdracht_regierol"));
    later(t);
    done(await acceptAanbod(anAct(t, saskia), await at(t, id)));
    later(t);
    expect(await holdersOf(t, id)).toEqual(actief(saskia));
    const after = await termsOf(t, id);
    for (const term of before) expect(after).toContain(term);
    // Who takes it over makes contact first.
    expect(after).toContainEqual(expect.stringContaining("eerste_contact"));
    expect((await noticesTo(t, bram, id)).at(-1)).toBe("regierol_overgenomen");
    const dossier = await dossierOf(t, id);
    expect(dossier.voorstel).toBeNull();
    expect(dossier.regierollen.map(({ houderId }) => houderId)).toEqual([
      noor.persoonId,
      bram.persoonId,
      saskia.persoonId,
    ]);
    expect((await readHulpvraag(t.world, noor, id))?.regierol?.keuze).toBe("vertrouwensband");
  });

  it("who sees nothing of it after that hears its number, and that there is nothing left to do", async () => {
    const id = await aHeld(t, { ib: noor, houder: hanna });
    done(await ask(id));
    done(await acceptAanbod(anAct(t, saskia), await at(t, id)));
    expect(await readHulpvraag(t.world, hanna, id)).toBeNull();
    expect(await noticesTo(t, hanna, id)).toContain("regierol_afgelost");
    const { referentie } = await dossierOf(t, id);
    expect(await closedFor(t.world, hanna, id)).toEqual({ referentie, gaatDoor: true });
    expect(await closedFor(t.world, saskia, id)).toBeNull();
    expect(await closedFor(t.world, peter, id)).toBeNull();
  });

  it("hears a no of the ib, and goes on", async () => {
    const id = await held();
    done(await propose(id));
    done(await rejectOverdracht(anAct(t, noor), await at(t, id)));
    expect((await noticesTo(t, bram, id)).at(-1)).toBe("overdracht_afgewezen");
    expect(await termsOf(t, id)).not.toContainEqual(expect.stringContaining("overdracht_regierol"));
    expect((await dossierOf(t, id)).voorstel).toBeNull();
    expect((await propose(id)).ok, "and can propose it again").toBe(true);
  });

  it("can take it back, also when somebody was asked by then: that one is asked no more", async () => {
    const id = await held();
    done(await propose(id));
    done(await ask(id));
    done(await withdrawOverdracht(anAct(t, bram), await at(t, id)));
    expect(await dossierOf(t, id)).toMatchObject({ voorstel: null, aanbod: { status: "vervallen" } });
    expect(await termsOf(t, id)).not.toContainEqual(expect.stringMatching(/aanbod/));
    expect((await acceptAanbod(anAct(t, saskia), await at(t, id))).ok).toBe(false);
    expect(await holdersOf(t, id)).toEqual(actief(bram));
  });

  it("stays holder when the other says no, and the wish waits for the ib again", async () => {
    const id = await held();
    done(await propose(id));
    done(await ask(id));
    done(await refuseAanbod(anAct(t, saskia), await at(t, id), "geen_tijd"));
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect((await dossierOf(t, id)).voorstel).toMatchObject({ stand: "voorgesteld", aanId: null });
    const open = await termsOf(t, id);
    expect(open).toContainEqual(expect.stringContaining("overdracht_regierol"));
    expect(open).not.toContainEqual(expect.stringContaining("nieuw_aanbod"));
    done(await ask(id, { aan: hanna.persoonId }));
  });

  it("stays holder when the other does not answer in time", async () => {
    const id = await held();
    done(await propose(id));
    done(await ask(id));
    const now = t.clock.now();
    await until(t, "2026-12-01T09:00", timers);
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    expect((await dossierOf(t, id)).voorstel).toMatchObject({ stand: "voorgesteld", aanId: null });
    t.clock.set(now);
  });

  it.each([
    ["without a reason", { reden: null }, "reden"],
    ["to the own person", { aan: "bram" }, "aan"],
    ["to who cannot hold it", { aan: "peter" }, "aan"],
  ] as const)("%s is refused", async (_, over, field) => {
    const id = await held();
    const people: Readonly<Record<string, Actor>> = { bram, peter };
    const aan = "aan" in over ? { aan: people[over.aan]?.persoonId ?? null } : {};
    expect(await propose(id, { ...over, ...aan })).toMatchObject({ error: { problemen: { [field]: {} } } });
  });

  it("and nobody else can: not the ib, not a partner, not who may not see it", async () => {
    const id = await held();
    for (const who of [noor, saskia, peter]) expect((await propose(id, {}, who)).ok).toBe(false);
  });

  it("without naming somebody leaves it to the ib", async () => {
    const id = await held();
    done(await propose(id, { aan: null, reden: "vertrek" }));
    expect((await readHulpvraag(t.world, noor, id))?.voorstel).toMatchObject({ aan: null, door: bram.naam });
    expect((await readHulpvraag(t.world, saskia, id))?.voorstel ?? null).toBeNull();
  });
});

describe("the ib", () => {
  it("can ask another without a proposal; the holder stays until the yes", async () => {
    const id = await held();
    done(await ask(id));
    expect(await holdersOf(t, id)).toEqual(actief(bram));
    done(await refuseAanbod(anAct(t, saskia), await at(t, id), "geen_tijd"));
    expect(await termsOf(t, id)).not.toContainEqual(expect.stringContaining("nieuw_aanbod"));
    expect(await ask(id, { aan: bram.persoonId })).toMatchObject({
      error: { problemen: { aan: { kind: "niet_in_team" } } },
    });
  });
});

describe("who thinks along", () => {
  const choose = async (id: string, who: readonly Actor[], by = bram) =>
    kiesMeedenkers(
      anAct(t, by),
      await at(t, id),
      who.map(({ persoonId }) => persoonId),
    );

  it("reads it from then on, is told, and no more when taken off", async () => {
    const id = await held();
    expect(await readHulpvraag(t.world, saskia, id)).not.toBeNull();
    expect(await choose(id, [saskia])).toMatchObject({ value: { bij: 1, af: 0 } });
    expect(await noticesTo(t, saskia, id)).toContain("expert_gekoppeld");
    expect((await readHulpvraag(t.world, bram, id))?.meedenkers).toEqual([
      { naam: saskia.naam, functie: "bpo" },
    ]);
    expect(await choose(id, [saskia], noor)).toMatchObject({ value: { bij: 0, af: 0 } });
    expect(await choose(id, [])).toMatchObject({ value: { bij: 0, af: 1 } });
    expect((await readHulpvraag(t.world, bram, id))?.meedenkers).toEqual([]);
  });

  it("is somebody whom the toestemming names, and nobody else", async () => {
    const id = await held();
    const form = await loadRegierolForm(t.world, bram, id, "meedenkers_kiezen");
    const able = form.ok ? form.value.koppelbaar.map(({ persoonId }) => persoonId) : [];
    expect(able).toContain(saskia.persoonId);
    expect(able).not.toContain(hanna.persoonId);
    expect(able).not.toContain(bram.persoonId);
    expect(await choose(id, [hanna])).toMatchObject({ error: { kind: "niet_in_toestemming" } });
    expect((await dossierOf(t, id)).koppelingen).toEqual([]);
    expect((await choose(id, [saskia], saskia)).ok, "nobody chooses themselves").toBe(false);
  });
});
