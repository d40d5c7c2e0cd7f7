import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { execute, query } from "#database/pool.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import {
  askHulpvraag,
  intrekken,
  klaarzetten,
  myHulpvragen,
  readHulpvraag,
  showHulpvraag,
} from "#usecases/hulpvraag.ts";
import { aConcept, aConsented, anAct, aWholeIntake, countOf, done, eventsOf, seen } from "./an-intake.ts";
import { onAgenda, reading } from "./on-agenda.ts";

let t: TestWorld;
let noor: Actor;
let fatima: Actor;
let bram: Actor;
let yasmina: Actor;
let wim: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, fatima, bram, yasmina, wim] = (await Promise.all(
    ["noor", "fatima", "bram", "yasmina", "wim"].map((handle) => t.actor(handle)),
  )) as [Actor, Actor, Actor, Actor, Actor];
});
afterAll(() => t.close());

const aName = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;

async function typed(actor: Actor, id: string): Promise<string> {
  const [row] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(tx, z.object({ referentie: z.string() }), `select referentie from hulpvraag where id = $1`, [id]),
  );
  return `${row?.referentie}`.replace("HV-", actor === noor ? "hv " : "HV");
}

/** The practice world, counting how often a dossier was opened. */
function counting(): { world: TestWorld["world"]; opened: () => number } {
  let opened = 0;
  const keys = new Map(t.world.keys.keys);
  keys.get = (id) => {
    opened += 1;
    return t.world.keys.keys.get(id);
  };
  return { world: { ...t.world, keys: { ...t.world.keys, keys } }, opened: () => opened };
}

describe("klaarzetten", () => {
  it("moves a whole intake with a valid ground to klaargezet, and says so on every card", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    await reading(t, id, [noor, bram]);
    done(await klaarzetten(anAct(t, noor), { id, versie: 4 }));
    expect(await seen(t, noor, id)).toMatchObject({
      status: "klaargezet",
      fase: "in_voorbereiding",
      versie: 5,
    });
    const refreshed = `soort = 'hulpvraag_ververst' and onderwerp_id = '${id}' and sleutel like '%:5:%'`;
    expect(await countOf(t, "kennisgeving", refreshed)).toBe(2);
    expect(await eventsOf(t, noor)).toContain("hulpvraag_klaargezet");
  });

  it("without a ground is refused, saying what is missing", async () => {
    const id = await aWholeIntake(t, noor, { naam: aName() });
    expect(await klaarzetten(anAct(t, noor), { id, versie: 3 })).toEqual({
      ok: false,
      error: {
        kind: "nog_niet",
        missing: [
          { code: "geen_grondslag" },
          { code: "toestemming_ontbreekt", partij: "ouder1" },
          { code: "toestemming_ontbreekt", partij: "ouder2" },
        ],
      },
    });
  });

  it("of half an intake is refused", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    expect(await klaarzetten(anAct(t, noor), { id, versie: 1 })).toMatchObject({
      error: { kind: "intake_niet_af" },
    });
  });

  it("a second time, with the same press or another, changes nothing", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    const act = anAct(t, noor);
    done(await klaarzetten(act, { id, versie: 4 }));
    expect(await klaarzetten(act, { id, versie: 4 })).toMatchObject({ error: { kind: "al_gedaan" } });
    expect(await klaarzetten(anAct(t, noor), { id, versie: 4 })).toMatchObject({
      error: { kind: "verouderd" },
    });
    expect(await klaarzetten(anAct(t, noor), { id, versie: 5 })).toMatchObject({
      error: { kind: "kan_niet" },
    });
  });

  it("by two people at one moment happens once", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    const both = await Promise.all([1, 2].map(() => klaarzetten(anAct(t, noor), { id, versie: 4 })));
    expect(both.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual(["ok", "verouderd"]);
  });

  it.each([
    ["a named partner", () => bram],
    ["a member who is not named", () => yasmina],
    ["the ib of another school", () => fatima],
    ["the directeur", () => wim],
  ])("is out of reach for %s", async (_, who) => {
    const id = await aConsented(t, noor, { naam: aName() });
    expect(await klaarzetten(anAct(t, who()), { id, versie: 4 })).toEqual({
      ok: false,
      error: { kind: "onzichtbaar" },
    });
  });
});

describe("who sees a hulpvraag", () => {
  it("is the ib of its school, from the first step", async () => {
    const id = await aConcept(t, noor, { naam: "Fenna Zichtbaar" });
    expect((await seen(t, noor, id)).leerling?.naam).toBe("Fenna Zichtbaar");
    for (const actor of [bram, yasmina, fatima, wim])
      expect(await readHulpvraag(t.world, actor, id)).toBeNull();
  });

  it("is a named partner only once it is on the agenda", async () => {
    const id = await aConsented(t, noor, { naam: "Fenna Later" });
    done(await klaarzetten(anAct(t, noor), { id, versie: 4 }));
    expect(await readHulpvraag(t.world, bram, id)).toBeNull();
    await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram, yasmina] });
    expect((await seen(t, bram, id)).leerling?.naam).toBe("Fenna Later");
    expect(await readHulpvraag(t.world, yasmina, id)).toBeNull();
  });

  it("is logged when a name or a text was read, and not when nothing was shown", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const before = await countOf(t, "gebeurtenis", "soort = 'gelezen'");
    await readHulpvraag(t.world, fatima, id);
    expect(await countOf(t, "gebeurtenis", "soort = 'gelezen'")).toBe(before);
    await readHulpvraag(t.world, noor, id);
    expect(await countOf(t, "gebeurtenis", "soort = 'gelezen'")).toBe(before + 1);
    expect(await countOf(t, "gebeurtenis", "soort = 'gelezen' and zaak is null")).toBe(0);
  });

  it("finds the own open ones in a list, without those of others", async () => {
    await aConcept(t, fatima, { naam: aName() });
    const mine = await myHulpvragen(t.world, noor);
    expect(mine.length).toBeGreaterThan(0);
    expect(new Set(mine.map(({ school }) => school))).toEqual(new Set(["De Regenboog"]));
    expect(await myHulpvragen(t.world, wim)).toEqual([]);
  });
});

describe("asking by number", () => {
  it("puts the card below in the chat, once for one message", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const asked = { typed: await typed(noor, id), activityId: "bericht-1" };
    expect(await askHulpvraag(t.world, noor, asked)).toBe(true);
    expect(await askHulpvraag(t.world, noor, asked)).toBe(true);
    const shown = `soort = 'hulpvraag_getoond' and onderwerp_id = '${id}'`;
    expect(await countOf(t, "kennisgeving", shown)).toBe(1);
  });

  it.each([
    ["no rights", () => yasmina],
    ["another SZT", () => fatima],
    ["the lead of the school", () => wim],
  ])("gives the same no for %s as for a number that does not exist", async (_, who) => {
    const id = await aConcept(t, noor, { naam: aName() });
    const before = await countOf(t, "kennisgeving");
    const activityId = randomUUID();
    expect(await askHulpvraag(t.world, who(), { typed: await typed(noor, id), activityId })).toBe(false);
    expect(await askHulpvraag(t.world, who(), { typed: "HV-0000", activityId })).toBe(false);
    expect(await askHulpvraag(t.world, who(), { typed: "van Sanne", activityId })).toBe(false);
    expect(await countOf(t, "kennisgeving")).toBe(before);
  });

  it("opens as many dossiers for an unknown number as for one without rights", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const work = async (number: string): Promise<number> => {
      const { world, opened } = counting();
      expect(await askHulpvraag(world, yasmina, { typed: number, activityId: randomUUID() })).toBe(false);
      return opened();
    };
    const withoutRights = await work(await typed(yasmina, id));
    expect(withoutRights).toBeGreaterThan(0);
    expect(await work("HV-0999")).toBe(withoutRights);
  });

  it("by a button gives the card to who may see it and the neutral answer to others", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    expect(await showHulpvraag(anAct(t, noor), id)).toEqual({ ok: true, value: true });
    expect(await showHulpvraag(anAct(t, fatima), id)).toEqual({ ok: false, error: { kind: "onzichtbaar" } });
    expect(await showHulpvraag(anAct(t, noor), randomUUID())).toEqual({
      ok: false,
      error: { kind: "onzichtbaar" },
    });
  });
});

describe("withdrawing a hulpvraag", () => {
  it("takes it off the agenda and leaves the ib without the name", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    done(await klaarzetten(anAct(t, noor), { id, versie: 4 }));
    await onAgenda(t, id, { voorzitter: noor, deelnemers: [noor, bram] });
    await reading(t, id, [noor, bram]);
    done(await intrekken(anAct(t, noor), { id, versie: 5 }));
    expect(await seen(t, noor, id)).toMatchObject({ status: "ingetrokken", leerling: null });
    expect(await readHulpvraag(t.world, bram, id)).toBeNull();
    expect(await countOf(t, "agendapunt", `hulpvraag_id = '${id}' and status = 'gepland'`)).toBe(0);
    const told = `soort = 'hulpvraag_ververst' and onderwerp_id = '${id}' and sleutel like '%:6:%'`;
    expect(await countOf(t, "kennisgeving", told)).toBe(2);
  });

  it("ends the regierol and everything that was open", async () => {
    const id = await aConsented(t, noor, { naam: aName() });
    await t.world.database.transact(scopeOf(noor), async (tx) => {
      await execute(tx, `update hulpvraag set status = 'in_uitvoering', regie_sinds = $2 where id = $1`, [
        id,
        tx.now,
      ]);
      await execute(
        tx,
        `insert into regierol (id, swv_id, szt_id, hulpvraag_id, houder_id, soort, periode)
         select $1, swv_id, szt_id, id, $3, 'actief', tstzrange($4, null) from hulpvraag where id = $2`,
        [randomUUID(), id, bram.persoonId, tx.now],
      );
    });
    done(await intrekken(anAct(t, noor), { id, versie: 4 }));
    expect(await countOf(t, "regierol", `hulpvraag_id = '${id}' and upper_inf(periode)`)).toBe(0);
  });

  it("is over once, and is not for others", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    expect(await intrekken(anAct(t, bram), { id, versie: 1 })).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    const act = anAct(t, noor);
    done(await intrekken(act, { id, versie: 1 }));
    expect(await intrekken(act, { id, versie: 1 })).toMatchObject({ error: { kind: "al_gedaan" } });
    expect(await intrekken(anAct(t, noor), { id, versie: 2 })).toMatchObject({ error: { kind: "kan_niet" } });
  });
});
