import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DatabaseError, execute, type Tx } from "#database/pool.ts";
import type { Actor } from "#domain/scope.ts";
import { scopeOf } from "#domain/scope.ts";
import { aHeld, anOffer, holdersOf } from "#test/usecases/a-besluit.ts";
import { aWorld, type TestWorld } from "#test/world.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram] = (await Promise.all(["noor", "bram"].map((handle) => t.actor(handle)))) as [Actor, Actor];
});
afterAll(() => t.close());

const raw = (run: (tx: Tx) => Promise<unknown>) => t.world.database.transact(scopeOf(noor), run);

const insert = (tx: Tx, id: string, period: string) =>
  execute(
    tx,
    `insert into regierol (id, swv_id, szt_id, hulpvraag_id, houder_id, soort, periode)
     select $1, swv_id, szt_id, id, $3, 'actief', $4::tstzrange from hulpvraag where id = $2`,
    [randomUUID(), id, bram.persoonId, period],
  );
const end = (tx: Tx, id: string) =>
  execute(
    tx,
    `update regierol set periode = tstzrange(lower(periode), lower(periode) + interval '1 day') where hulpvraag_id = $1 and upper_inf(periode)`,
    [id],
  );

/** What the database says to it: a rule of its own, or nothing. */
async function said(run: (tx: Tx) => Promise<unknown>): Promise<string | undefined> {
  try {
    await raw(run);
    return undefined;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return `${error.code} ${error.constraint}`;
  }
}

describe("the database, whatever our own code does", () => {
  it("never lets two hold the regierol at one moment", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    expect(await said((tx) => insert(tx, id, "[2026-12-01,)"))).toBe("23P01 regierol_nooit_twee");
    expect(await said((tx) => insert(tx, id, "[2026-11-01,2026-11-24)"))).toBe("23P01 regierol_nooit_twee");
    expect(await holdersOf(t, id)).toHaveLength(1);
  });

  it("never lets it fall from the akkoord on", async () => {
    const id = await anOffer(t, { ib: noor, houder: bram });
    expect(await said((tx) => end(tx, id))).toBe("ZR001 regierol_precies_een");
    expect(await holdersOf(t, id)).toHaveLength(1);
  });

  it("never lets it run on after the case says that it is over, nor begin before it says so", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    const stop = (tx: Tx) => execute(tx, `update hulpvraag set regie_sinds = null where id = $1`, [id]);
    expect(await said(stop)).toBe("ZR001 regierol_precies_een");
    await raw(async (tx) => {
      await stop(tx);
      await end(tx, id);
    });
    expect(await said((tx) => insert(tx, id, "[2027-01-01,)"))).toBe("ZR001 regierol_precies_een");
  });

  it("lets it go over within one transaction, judged when that ends", async () => {
    const id = await anOffer(t, { ib: noor, houder: bram });
    await raw(async (tx) => {
      await end(tx, id);
      await insert(tx, id, "[2027-01-01,)");
    });
    expect(await holdersOf(t, id)).toEqual([`actief ${bram.persoonId}`]);
  });

  it("never lets two transactions at once both take it over", async () => {
    const id = await anOffer(t, { ib: noor, houder: bram });
    const take = () =>
      said(async (tx) => {
        await end(tx, id);
        await insert(tx, id, "[2027-01-01,)");
      });
    const both = await Promise.all([take(), take()]);
    expect(both.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(await holdersOf(t, id)).toHaveLength(1);
  });

  it("asks one person at a time", async () => {
    const id = await anOffer(t, { ib: noor, houder: bram });
    const ask = (tx: Tx) =>
      execute(
        tx,
        `insert into regierol_aanbod (id, swv_id, szt_id, hulpvraag_id, persoon_id, status, aangeboden_op)
         select $1, swv_id, szt_id, id, $3, 'aangeboden', $4 from hulpvraag where id = $2`,
        [randomUUID(), id, noor.persoonId, tx.now],
      );
    expect(await said(ask)).toBe("23505 regierol_aanbod_een");
  });

  it("keeps one open term of a kind", async () => {
    const id = await aHeld(t, { ib: noor, houder: bram });
    const again = (tx: Tx) =>
      execute(
        tx,
        `insert into termijn (id, swv_id, szt_id, school_id, hulpvraag_id, soort, anker, regel, vervalt, vervalt_sinds,
           verantwoordelijke, status, gemaakt_op)
         select $1, swv_id, szt_id, school_id, id, 'giz', '2026-12-01', '{"unit":"vast"}', '2026-12-01', '2026-12-01',
           'regierolhouder', 'open', $3 from hulpvraag where id = $2`,
        [randomUUID(), id, tx.now],
      );
    expect(await said(again)).toBe("23505 termijn_een_open");
  });
});
