import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod/v4";
import { loadDossier } from "#database/dossier.ts";
import { type KeyRing, parseKeyRing } from "#database/kluis.ts";
import { leerlingenLike } from "#database/leerling.ts";
import { execute, query, type Tx } from "#database/pool.ts";
import { rewrapAll } from "#database/rotation.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { aConcept } from "#test/usecases/an-intake.ts";
import { aWorld, type TestWorld } from "#test/world.ts";

const ring = (text: string): KeyRing => {
  const parsed = parseKeyRing(text);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
};
const key = () => randomBytes(32).toString("base64");
const [first, second] = [key(), key()];
const both = ring(`nieuw:${second},oud:${first}`);
const onlyNew = ring(`nieuw:${second}`);

let t: TestWorld;
let noor: Actor;
let ids: string[];

beforeAll(async () => {
  const made = await aWorld();
  t = { ...made, world: { ...made.world, keys: ring(`oud:${first}`) } };
  noor = await t.actor("noor");
  ids = [];
  for (const naam of ["Roos Rotatie", "Rik Rotatie", "Rozan Rotatie"])
    ids.push(await aConcept(t, noor, { naam }));
});
afterAll(() => t.close());

const asKeeper = <T>(run: (tx: Tx) => Promise<T>) =>
  t.world.database.transact(taskScope(t.world.swvId, "bewaren"), run);
const schoolId = async () => {
  const [row] = await asKeeper((tx) =>
    query(tx, z.object({ id: z.string() }), `select school_id as id from hulpvraag where id = $1`, [
      ids[0] ?? "",
    ]),
  );
  return row?.id ?? "";
};

it("sleutels / each data key is wrapped anew once, in batches, and a second time there is nothing to do", async () => {
  const done: number[] = [];
  for (let count = 1; count > 0; ) {
    count = await asKeeper((tx) => rewrapAll(tx, both, 2));
    done.push(count);
  }
  expect(done).toEqual([2, 1, 0]);
  const keys = await asKeeper((tx) =>
    query(tx, z.object({ hoofdsleutel: z.string() }), `select distinct hoofdsleutel from datasleutel`),
  );
  expect(keys).toEqual([{ hoofdsleutel: "nieuw" }]);
});

it("sleutels / after it everything opens without the old master key", async () => {
  for (const id of ids) {
    const dossier = await asKeeper((tx) => loadDossier(tx, onlyNew, id));
    const gezien = dossier && seeHulpvraag(dossier, noor, t.clock.now());
    expect(JSON.stringify(gezien)).toContain("Rotatie");
  }
});

it("sleutels / after it a double is still found without the old master key", async () => {
  const who = { schoolId: await schoolId(), naam: "Roos Rotatie", geboortemaand: "2017-04" };
  expect(await asKeeper((tx) => leerlingenLike(tx, onlyNew, who))).toHaveLength(1);
  expect(await asKeeper((tx) => leerlingenLike(tx, ring(`oud:${first}`), who))).toEqual([]);
});

it("sleutels / an erased key stays erased", async () => {
  const id = await aConcept(t, noor, { naam: "Weg Rotatie" });
  await asKeeper((tx) =>
    execute(
      tx,
      `update datasleutel set verpakt = null, vernietigd_op = $2 where id =
         (select l.sleutel_id from leerling l join hulpvraag h on h.leerling_id = l.id where h.id = $1)`,
      [id, tx.now],
    ),
  );
  expect(await asKeeper((tx) => rewrapAll(tx, both, 100))).toBe(0);
  expect(await asKeeper((tx) => loadDossier(tx, both, id))).toBeNull();
});

it("sleutels / a key of which the master key is not here stops it, and nothing is changed", async () => {
  await aConcept(t, noor, { naam: `Laat Rotatie zw${randomUUID().replace(/[^a-f]/g, "")}` });
  await expect(asKeeper((tx) => rewrapAll(tx, onlyNew, 100))).rejects.toThrow("unknown-master-key");
  expect(await asKeeper((tx) => rewrapAll(tx, both, 100))).toBe(1);
});
