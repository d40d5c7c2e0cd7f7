import { createSecretKey, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { eraseAdviesvraag, loadAdviesvraag } from "#database/adviesvraag.ts";
import { DatabaseError, execute, query, type Tx, withConnection } from "#database/pool.ts";
import { rewrapAll } from "#database/rotation.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { advise, anAdvies } from "#test/usecases/an-advies.ts";
import { aConcept } from "#test/usecases/an-intake.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { aPersonScope } from "./scope.ts";

let t: TestWorld;
let noor: Actor;
let saskia: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, saskia] = [await t.actor("noor"), await t.actor("saskia")];
});
afterAll(() => t.close());

const asTask = <T>(run: (tx: Tx) => Promise<T>) =>
  t.world.database.transact(taskScope(t.world.swvId, "wekker"), run);
const asAdmin = <S extends z.ZodType>(row: S, sql: string, parameters: readonly string[] = []) =>
  withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
    connection.query(row, sql, parameters),
  );

const pointer = z.object({ van: z.string(), kolom: z.string(), naar: z.string() });
const pointers = () =>
  asAdmin(
    pointer,
    `select c.conrelid::regclass::text as van, a.attname::text as kolom, c.confrelid::regclass::text as naar
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) where c.contype = 'f'`,
  );

describe("an adviesvraag and a child", () => {
  it("no key of the one leads to the other, however far one follows them", async () => {
    const all = await pointers();
    const next = (tables: readonly string[]) =>
      all.filter(({ van }) => tables.includes(van)).map(({ naar }) => naar);
    const reached = new Set<string>(["adviesvraag"]);
    for (let edge = [...reached]; edge.length > 0; ) {
      edge = next(edge).filter((table) => !reached.has(table));
      for (const table of edge) reached.add(table);
    }
    expect([...reached].sort()).toEqual([
      "adviesvraag",
      "datasleutel",
      "overlegronde",
      "persoon",
      "swv",
      "szt",
    ]);
    expect(all.filter(({ naar }) => naar === "adviesvraag")).toEqual([]);
  });

  it("no column is one in which something of a child could stand, beside the two texts", async () => {
    const columns = await asAdmin(
      z.object({ naam: z.string(), soort: z.string() }),
      `select column_name::text as naam, udt_name::text as soort from information_schema.columns
       where table_name = 'adviesvraag' order by ordinal_position`,
    );
    expect(columns.map(({ naam, soort }) => `${naam} ${soort}`)).toEqual([
      "id uuid",
      "swv_id uuid",
      "szt_id uuid",
      "sleutel_id uuid",
      "status text",
      "kring text",
      "domein text",
      "vraag bytea",
      "antwoord bytea",
      "uitkomst text",
      "vrager_id uuid",
      "ronde_id uuid",
      "gesteld_op date",
      "beantwoord_door uuid",
      "beantwoord_op date",
      "wissen_op date",
      "versie int4",
    ]);
  });

  it("have no key in common: each has its own, and no leerling has it too", async () => {
    await aConcept(t, noor);
    await anAdvies(t, noor);
    await anAdvies(t, noor);
    const shared = await asAdmin(
      z.object({ n: z.number() }),
      `select count(*)::int as n from adviesvraag a join leerling l on l.sleutel_id = a.sleutel_id`,
    );
    expect(shared).toEqual([{ n: 0 }]);
    const [own] = await asAdmin(
      z.object({ keys: z.number(), n: z.number() }),
      `select count(distinct sleutel_id)::int as keys, count(*)::int as n from adviesvraag`,
    );
    expect(own?.keys).toBe(own?.n);
  });
});

describe("what it says", () => {
  it("stands nowhere to be read without a key, and is read with it", async () => {
    const id = await anAdvies(t, noor, { vraag: "Wat doet een kwartelkoning in de pauze?" });
    await advise(t, saskia, id, { antwoord: "Een griezelgans helpt altijd." });
    const tables = await asAdmin(
      z.object({ name: z.string() }),
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const rows = await asAdmin(z.object({ row: z.string() }), `select t::text as row from ${name} t`);
      const text = rows.map(({ row }) => row).join("\n");
      expect(text, name).not.toMatch(/kwartelkoning|griezelgans/i);
      const hex = Buffer.from("kwartelkoning").toString("hex");
      expect(text, name).not.toContain(hex);
    }
    expect(await asTask((tx) => loadAdviesvraag(tx, t.world.keys, id))).toMatchObject({
      status: "beantwoord",
    });
  });

  it("cannot be read in another place: a text is locked to its column and row", async () => {
    const id = await anAdvies(t, noor);
    const moved = `update adviesvraag set antwoord = vraag, status = 'beantwoord', uitkomst = 'advies_gegeven',
      beantwoord_door = vrager_id, beantwoord_op = gesteld_op where id = $1`;
    await asAdmin(z.unknown(), moved, [id]);
    await expect(asTask((tx) => loadAdviesvraag(tx, t.world.keys, id))).rejects.toThrow("cannot-open");
    await asTask((tx) => eraseAdviesvraag(tx, id));
  });

  it("goes with its key: what a backup of the rows holds cannot be opened afterwards", async () => {
    const id = await anAdvies(t, noor);
    const [before] = await asAdmin(
      z.object({ sleutel: z.string() }),
      `select sleutel_id as sleutel from adviesvraag where id = $1`,
      [id],
    );
    expect(await asTask((tx) => eraseAdviesvraag(tx, id))).toBe(true);
    expect(await asTask((tx) => eraseAdviesvraag(tx, id)), "once").toBe(false);
    expect(await asTask((tx) => loadAdviesvraag(tx, t.world.keys, id))).toBeNull();
    const [key] = await asAdmin(
      z.object({ verpakt: z.unknown(), weg: z.boolean() }),
      `select verpakt, vernietigd_op is not null as weg from datasleutel where id = $1`,
      [before?.sleutel ?? ""],
    );
    expect(key).toEqual({ verpakt: null, weg: true });
  });

  it("is read on under a new master key, without the one before", async () => {
    const id = await anAdvies(t, noor);
    const fresh = createSecretKey(randomBytes(32));
    const both = { current: "nieuw", keys: new Map([...t.world.keys.keys, ["nieuw", fresh]]) };
    const onlyNew = { current: "nieuw", keys: new Map([["nieuw", fresh]]) };
    await asTask(async (tx) => {
      await rewrapAll(tx, both, 100);
      expect(await loadAdviesvraag(tx, onlyNew, id)).toMatchObject({ id });
      await rewrapAll(tx, { ...both, current: t.world.keys.current }, 100);
    });
  });
});

describe("the walls", () => {
  it("of another SZT keep it out of reach, to read, to change and to remove", async () => {
    const id = await anAdvies(t, noor);
    const fatima = await t.actor("fatima");
    const scope = aPersonScope(t.world.swvId, fatima.persoonId, [fatima.lidmaatschappen[0]?.sztId ?? ""]);
    const reach = await t.world.database.transact(scope, async (tx) => ({
      seen: await query(tx, z.object({ id: z.string() }), `select id from adviesvraag`),
      changed: await execute(tx, `update adviesvraag set versie = 9 where id = $1`, [id]),
      removed: await execute(tx, `delete from adviesvraag where id = $1`, [id]),
    }));
    expect(reach).toEqual({ seen: [], changed: 0, removed: 0 });
  });

  it.each(["channel", "digest", "export"] as const)("the %s login has no right to it", async (login) => {
    const pool = t.db.open(login, { max: 1 });
    const work = pool.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(tx, z.unknown(), `select id from adviesvraag`),
    );
    await expect(work).rejects.toMatchObject({ code: "42501" });
    await pool.close();
  });

  it.each<[string, string]>([
    [
      "an advice without an answer",
      `status = 'beantwoord', beantwoord_op = '2026-11-24', uitkomst = 'advies_gegeven', beantwoord_door = vrager_id`,
    ],
    ["an answer to what nobody answered", `antwoord = '\\x00'`],
    ["on an agenda without a round", `status = 'geagendeerd', kring = 'ronde_tafel'`],
    ["with the kernteam now, waiting for a round", `status = 'wacht_op_ronde'`],
    ["another outcome", `uitkomst = 'regierol_toewijzen'`],
  ])("refuse %s", async (_, change) => {
    const id = await anAdvies(t, noor);
    await expect(
      asAdmin(z.unknown(), `update adviesvraag set ${change} where id = $1`, [id]),
    ).rejects.toBeInstanceOf(DatabaseError);
  });
});
