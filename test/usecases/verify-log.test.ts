import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { recordEvent } from "#database/event.ts";
import { type KeyRing, parseKeyRing } from "#database/kluis.ts";
import { rewrapLogKeys } from "#database/logsleutel.ts";
import { withConnection } from "#database/pool.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { sealLog } from "#usecases/logzegel.ts";
import { type Kop, type LogVerslag, verifyLog } from "#usecases/verify-log.ts";

const ring = (...keys: readonly (readonly [string, string])[]): KeyRing => {
  const parsed = parseKeyRing(keys.map(([id, key]) => `${id}:${key}`).join(","));
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
};
const [first, second] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
const oud = ring(["oud", first]);
const beide = ring(["nieuw", second], ["oud", first]);
const nieuw = ring(["nieuw", second]);

let t: TestWorld;
let noor: Actor;
let fatima: Actor;
let one = "";
let other = "";

/** From behind the walls, with every trigger and foreign key asleep: the administrator who has something to hide. */
const tamper = (sql: string): Promise<void> =>
  withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
    connection.script(`set session_replication_role = replica; ${sql}`),
  );
const ask = <Row extends z.ZodType>(row: Row, sql: string) =>
  withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) => connection.query(row, sql));

const sztOf = (actor: Actor): string => actor.lidmaatschappen[0]?.sztId ?? "";
const asTask = <T>(run: Parameters<typeof t.world.database.transact<T>>[1]) =>
  t.world.database.transact(taskScope(t.world.swvId, "bewaren"), run);

async function happens(actor: Actor, minuten: number): Promise<void> {
  await t.world.database.transact(scopeOf(actor), (tx) =>
    recordEvent(tx, {
      soort: "geagendeerd",
      sztId: sztOf(actor),
      zaak: randomBytes(32),
      grondslag: "schriftelijk",
      gegevens: { ronde: "2026-12-01", minuten },
    }),
  );
}

const seal = (keys = oud) => sealLog({ ...t.world, keys });
async function verified(koppen: readonly Kop[] = [], keys = oud): Promise<LogVerslag> {
  const found = await verifyLog({ ...t.world, keys }, koppen);
  if (!found.ok) throw new Error(`keys missing: ${found.ontbreekt.join()}`);
  return found.verslag;
}
const keten = (verslag: LogVerslag, sztId: string | null) => {
  const found = verslag.ketens.find((one) => one.sztId === sztId);
  if (!found) throw new Error("no such chain");
  return found;
};
/** Everything that is wrong, in short. */
const wrong = ({ ketens, zegelBreuken }: LogVerslag): readonly string[] => [
  ...zegelBreuken.map(({ kind, nr }) => `${kind} ${nr}`),
  ...ketens.flatMap(({ sztId, breuken }) =>
    breuken.map(
      ({ kind, rij, van, tot }) => `${sztId === one ? "een" : "ander"} ${kind} ${rij} ${van}-${tot}`,
    ),
  ),
];

const idRow = z.object({ id: z.number() });
/** The ids of the rows of one SZT, in order. */
async function rowsOf(sztId: string): Promise<readonly number[]> {
  const rows = await ask(idRow, `select id from gebeurtenis where szt_id = '${sztId}' order by id`);
  return rows.map(({ id }) => id);
}

beforeAll(async () => {
  t = await aWorld();
  [noor, fatima] = [await t.actor("noor"), await t.actor("fatima")];
  [one, other] = [sztOf(noor), sztOf(fatima)];
});
afterAll(() => t.close());

/** Four rows in one SZT and three in another, woven together, sealed in two batches; one more waits. */
beforeEach(async () => {
  await tamper("delete from gebeurtenis; delete from logzegel; delete from logsleutel");
  for (const minuten of [1, 2]) {
    await happens(noor, minuten);
    await happens(fatima, minuten);
  }
  await t.world.database.transact(scopeOf(noor), (tx) =>
    recordEvent(tx, { soort: "agendaabonnement_vernieuwd", sztId: null }),
  );
  await seal();
  for (const minuten of [3, 4]) await happens(noor, minuten);
  await happens(fatima, 3);
  await seal();
  await happens(noor, 5);
});

describe("an untouched log", () => {
  it("is whole: each SZT has its own chain, what belongs to none has one too, and the tail is named", async () => {
    const verslag = await verified();
    expect(wrong(verslag)).toEqual([]);
    expect(verslag).toMatchObject({ heel: true, zegels: 5, kop: { nr: 5 } });
    const ids = await rowsOf(one);
    expect(keten(verslag, one)).toMatchObject({
      naam: "SZT De Regenboog",
      rijen: 5,
      verzegeld: 4,
      totRij: ids[3],
      staart: 1,
      laat: 0,
    });
    expect(keten(verslag, one).staartSinds?.toString()).toBe(t.clock.now().toString());
    expect(keten(verslag, other)).toMatchObject({ rijen: 3, verzegeld: 3, staart: 0, staartSinds: null });
    expect(keten(verslag, null)).toMatchObject({ naam: null, rijen: 1, verzegeld: 1 });
  });

  it("stays whole while it grows, also across seals of nothing", async () => {
    expect(await seal()).toBe(1);
    expect(await seal()).toBe(0);
    await happens(fatima, 9);
    expect(await seal()).toBe(1);
    const verslag = await verified();
    expect(verslag).toMatchObject({ heel: true, zegels: 7 });
    expect(verslag.ketens.every(({ staart }) => staart === 0)).toBe(true);
  });

  it("says how much was sealed late: a log that was made anew shows there", async () => {
    t.clock.set(t.clock.now().add({ hours: 30 }));
    await seal();
    expect(keten(await verified(), one).laat).toBe(1);
  });

  it("says which keys it lacks, and then nothing else", async () => {
    expect(await verifyLog({ ...t.world, keys: nieuw })).toEqual({ ok: false, ontbreekt: ["oud"] });
  });
});

describe("a log that somebody touched", () => {
  const n = async (sztId: string, place: number): Promise<number> => (await rowsOf(sztId))[place - 1] ?? 0;

  it.each([
    ["a field", "gegevens = jsonb_set(gegevens, '{minuten}', '77')"],
    ["the moment", "op = op - interval '1 microsecond'"],
    ["who did it", "actor_id = gen_random_uuid()"],
    ["what was done", "soort = 'hulpvraag_klaargezet'"],
    ["the case", "zaak = null"],
    ["the ground", "grondslag = 'instemming'"],
    ["the work", "taak = 'koerier'"],
    ["the hash", "hash = sha256(hash)"],
    ["the hash before it", "vorige_hash = sha256(vorige_hash)"],
  ])("%s of a row was changed: that row is named", async (_, set) => {
    const id = await n(one, 2);
    await tamper(`update gebeurtenis set ${set} where id = ${id}`);
    expect(wrong(await verified())).toEqual([`een gewijzigd ${id} 2-2`]);
  });

  it("a row was removed: its place is named, and the row before it", async () => {
    await tamper(`delete from gebeurtenis where id = ${await n(one, 2)}`);
    expect(wrong(await verified())).toEqual([`een verwijderd ${await n(one, 1)} 2-2`]);
  });

  it("the first row was removed", async () => {
    await tamper(`delete from gebeurtenis where id = ${await n(one, 1)}`);
    expect(wrong(await verified())).toEqual([`een verwijderd null 1-1`]);
  });

  it("the end of what was sealed was taken off", async () => {
    const [, keeps, third, last] = await rowsOf(one);
    await tamper(`delete from gebeurtenis where id in (${third}, ${last})`);
    expect(wrong(await verified())).toEqual([`een afgekapt ${keeps} 3-4`]);
  });

  it("the whole log of a SZT was removed", async () => {
    await tamper(`delete from gebeurtenis where szt_id = '${other}'`);
    expect(wrong(await verified())).toEqual(["ander afgekapt null 1-3"]);
  });

  const copy = (values: string, from: number) =>
    `insert into gebeurtenis (id, swv_id, szt_id, op, actor_id, soort, gegevens, volgnr, vorige_hash, hash) overriding system value
     select ${values} from gebeurtenis where id = ${from}`;
  const plain = "swv_id, szt_id, op, actor_id, soort, gegevens";

  it.each<[string, (id: number) => string]>([
    ["without a seal", (id) => copy(`-1, ${plain}, null, null, null`, id)],
    ["with the hashes of another row", (id) => copy(`-1, ${plain}, -5, vorige_hash, hash`, id)],
    ["with a hash of its own making", (id) => copy(`-1, ${plain}, 0, vorige_hash, sha256('x')`, id)],
  ])("a row was put in %s", async (_, sql) => {
    await tamper(sql(await n(one, 2)));
    expect(wrong(await verified())).toEqual(["een ingevoegd -1 null-null"]);
  });

  const withOtherId = (from: number, to: number) =>
    `create temp table verhuist as select * from gebeurtenis where id = ${from}; update verhuist set id = ${to};
     delete from gebeurtenis where id = ${from}; insert into gebeurtenis overriding system value select * from verhuist;
     drop table verhuist`;

  it("a row was put in where the numbers left a gap", async () => {
    const [, b, c] = await rowsOf(one);
    await tamper(withOtherId(c ?? 0, 100_000 + (c ?? 0)));
    await tamper(copy(`${c}, ${plain}, null, null, null`, b ?? 0));
    expect(wrong(await verified())).toEqual(
      expect.arrayContaining([`een ingevoegd ${c} null-null`, `een verwijderd ${b} 3-3`]),
    );
  });

  it("two rows changed places", async () => {
    const [, b = 0, c = 0] = await rowsOf(one);
    await tamper([withOtherId(b, -1), withOtherId(c, b), withOtherId(-1, c)].join(";"));
    expect(wrong(await verified())).toEqual([`een gewijzigd ${b} 3-3`, `een gewijzigd ${c} 2-2`]);
  });

  it("the contents of two rows were swapped: both are named", async () => {
    const [, b, c] = await rowsOf(one);
    await tamper(`update gebeurtenis g set gegevens = o.gegevens from gebeurtenis o
      where (g.id, o.id) in ((${b}, ${c}), (${c}, ${b}))`);
    expect(wrong(await verified())).toEqual([`een gewijzigd ${b} 2-2`, `een gewijzigd ${c} 3-3`]);
  });

  it("a row went to another SZT", async () => {
    const id = await n(one, 2);
    await tamper(`update gebeurtenis set szt_id = '${other}', volgnr = 99 where id = ${id}`);
    expect(wrong(await verified())).toEqual(
      expect.arrayContaining([`een verwijderd ${await n(one, 1)} 2-2`, `ander ingevoegd ${id} null-null`]),
    );
  });

  it("a seal was taken off a row, and the row was changed: a new seal does not hide it", async () => {
    const id = await n(one, 4);
    await tamper(`update gebeurtenis set volgnr = null, vorige_hash = null, hash = null,
      gegevens = jsonb_set(gegevens, '{minuten}', '77') where id = ${id}`);
    await seal();
    expect(wrong(await verified())).toEqual(
      expect.arrayContaining([`een ingevoegd ${id} null-null`, `een verwijderd ${await n(one, 3)} 4-4`]),
    );
  });

  it("several things at once are each named", async () => {
    const [a, , , d] = await rowsOf(one);
    await tamper(
      `update gebeurtenis set op = op + interval '1 hour' where id = ${a}; delete from gebeurtenis where id = ${d}`,
    );
    await tamper(`delete from gebeurtenis where id = ${await n(other, 2)}`);
    expect(wrong(await verified())).toEqual([
      `een gewijzigd ${a} 1-1`,
      `een afgekapt ${await n(one, 3)} 4-4`,
      `ander verwijderd ${await n(other, 1)} 2-2`,
    ]);
  });

  it.each([
    ["what it speaks of", "tot = tot + 1"],
    ["when it was made", "op = op + interval '1 second'"],
    ["its own hash", "zegel = sha256(zegel)"],
    ["which row ends it", "kop = sha256(kop)"],
  ])("of a seal was changed %s", async (_, set) => {
    await tamper(`update logzegel set ${set} where nr = 5`);
    expect(wrong(await verified())).toContain("zegel_gewijzigd 5");
  });

  it("a seal was removed", async () => {
    await tamper(`delete from logzegel where nr = 2`);
    expect(wrong(await verified())).toContain("zegel_verwijderd 2");
  });

  it("rows and their seal were removed together: the seals of others tell", async () => {
    const ids = await rowsOf(one);
    const [zegel] = await ask(
      z.object({ nr: z.number() }),
      `select nr from logzegel where szt_id = '${one}' and van = 3`,
    );
    await tamper(
      `delete from gebeurtenis where id in (${ids.slice(2).join()}); delete from logzegel where nr = ${zegel?.nr}`,
    );
    expect(wrong(await verified())).toEqual([`zegel_verwijderd ${zegel?.nr}`]);
  });

  it("rows say that they are sealed and the last seals are gone", async () => {
    await tamper(`delete from logzegel where nr > 3`);
    expect((await verified()).zegelBreuken.map(({ kind }) => kind)).toEqual([
      "zegel_ontbreekt",
      "zegel_ontbreekt",
    ]);
  });

  it("the key was replaced by one of the administrator's own: nothing fits any more", async () => {
    await tamper(`update logsleutel set verpakt = decode(repeat('00', 61), 'hex')`);
    const verslag = await verified();
    expect(verslag.zegelBreuken.map(({ kind }) => kind)).toEqual(Array(5).fill("zegel_gewijzigd"));
  });

  it("all of it was made anew with another key: nothing fits", async () => {
    await tamper(`update gebeurtenis set volgnr = null, vorige_hash = null, hash = null; delete from logzegel;
      update gebeurtenis set op = op - interval '1 day'`);
    const kept = await ask(
      z.object({ row: z.string() }),
      `select row_to_json(l)::text as row from logsleutel l`,
    );
    await tamper(`delete from logsleutel`);
    await seal(ring(["oud", second]));
    await tamper(
      `delete from logsleutel; insert into logsleutel select * from json_populate_record(null::logsleutel, '${kept[0]?.row}')`,
    );
    const verslag = await verified();
    expect(verslag.heel).toBe(false);
    expect(verslag.ketens.every(({ verzegeld }) => verzegeld === 0)).toBe(true);
  });
});

describe("what was kept outside", () => {
  const kopNow = async (): Promise<Kop> => {
    const { kop } = await verified();
    if (!kop) throw new Error("nothing is sealed");
    return { nr: kop.nr, zegel: kop.zegel };
  };

  it("still fits when the log has grown", async () => {
    const kop = await kopNow();
    await seal();
    expect(wrong(await verified([kop]))).toEqual([]);
  });

  it("shows that the end was taken off together with its seals, which nothing inside can show", async () => {
    const kop = await kopNow();
    const cut = `delete from gebeurtenis where volgnr is null or id > (select tot_id from logzegel where nr = 3); delete from logzegel where nr > 3`;
    await tamper(cut);
    expect(wrong(await verified())).toEqual([]);
    expect(wrong(await verified([kop]))).toEqual(["kop_wijkt_af 5"]);
  });

  it("shows that the log was emptied and sealed anew by the bot itself", async () => {
    const kop = await kopNow();
    await tamper(`update gebeurtenis set volgnr = null, vorige_hash = null, hash = null; delete from logzegel;
      update gebeurtenis set op = op - interval '3 days'`);
    await seal();
    const verslag = await verified();
    expect(wrong(verslag)).toEqual([]);
    expect(verslag.ketens.reduce((sum, { laat }) => sum + laat, 0)).toBe(9);
    expect(wrong(await verified([kop]))).toEqual(["kop_wijkt_af 5"]);
  });
});

describe("a new master key", () => {
  it("seals with a key of its own, and what was sealed before can be judged without the old master key", async () => {
    await seal(beide);
    await happens(noor, 6);
    expect(await asTask((tx) => rewrapLogKeys(tx, beide))).toBe(1);
    await seal(nieuw);
    const verslag = await verified([], nieuw);
    expect(wrong(verslag)).toEqual([]);
    expect(keten(verslag, one)).toMatchObject({ verzegeld: 6, staart: 0 });
    const keys = await ask(
      z.object({ n: z.number() }),
      `select count(distinct sleutel_id)::int as n from logzegel`,
    );
    expect(keys).toEqual([{ n: 2 }]);
    await tamper(`update gebeurtenis set op = op + interval '1 hour' where id = ${(await rowsOf(one))[0]}`);
    expect(wrong(await verified([], nieuw))).toHaveLength(1);
  });
});

describe("sealing", () => {
  it("by many instances at once makes one chain", async () => {
    const worlds = Array.from({ length: 6 }, () => ({ ...t.world, keys: oud, database: t.db.open("app") }));
    const writes = Array.from({ length: 60 }, (_, index) => happens(index % 3 === 0 ? fatima : noor, index));
    const seals = worlds.flatMap((world) => [sealLog(world), sealLog(world), sealLog(world)]);
    await Promise.all([...writes, ...seals]);
    await seal();
    const verslag = await verified();
    expect(wrong(verslag)).toEqual([]);
    expect(verslag.ketens.reduce((sum, { verzegeld }) => sum + verzegeld, 0)).toBe(69);
  });

  it("leaves out what is still on its way, and takes it the next time in its own order", async () => {
    const written = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const slow = t.world.database.transact(scopeOf(noor), async (tx) => {
      await recordEvent(tx, { soort: "agendalink_gemaakt", sztId: one });
      written.resolve();
      await goOn.promise;
    });
    await written.promise;
    expect(await seal(), "an act is under way").toBe(0);
    goOn.resolve();
    await slow;
    await happens(fatima, 8);
    expect(await seal()).toBe(3);
    expect(wrong(await verified())).toEqual([]);
  });

  it("tells the log of the process where it ended, and nothing about whom", async () => {
    t.logged.length = 0;
    await seal();
    const { kop } = await verified();
    expect(t.logged).toEqual([{ code: "log_verzegeld", id: `6.${kop?.zegel.slice(0, 32)}`, count: 1 }]);
  });

  /** A hundred thousand take five times as long: it goes by batches. */
  it("twenty thousand rows takes seconds", { timeout: 60_000 }, async () => {
    await tamper(`insert into gebeurtenis (swv_id, szt_id, op, actor_id, soort, zaak, gegevens)
      select swv_id, szt_id, op, actor_id, soort, sha256(i::text::bytea), gegevens from gebeurtenis, generate_series(1, 2500) i
      where id in (${[...(await rowsOf(one)), ...(await rowsOf(other))].join()})`);
    const began = performance.now();
    expect(await seal()).toBe(20_001);
    const sealed = performance.now() - began;
    const verslag = await verified();
    const checked = performance.now() - began - sealed;
    expect(wrong(verslag)).toEqual([]);
    expect(sealed, `${Math.round(sealed)} ms`).toBeLessThan(15_000);
    expect(checked, `${Math.round(checked)} ms`).toBeLessThan(10_000);
  });
});

describe("the database itself", () => {
  const refused = (code: string) => ({ code });
  it("changes, removes and unseals no row for the bot, whatever it asks", async () => {
    const [id] = await rowsOf(one);
    const asApp = (sql: string) =>
      withConnection({ url: t.db.urls.app, applicationName: "test" }, async (connection) => {
        await connection.script(
          `select set_config('app.swv_id', '${t.world.swvId}', false), set_config('app.taak', 'log', false)`,
        );
        await connection.script(sql);
      });
    await expect(asApp(`update gebeurtenis set soort = 'x' where id = ${id}`)).rejects.toMatchObject(
      refused("42501"),
    );
    await expect(asApp(`delete from gebeurtenis where id = ${id}`)).rejects.toMatchObject(refused("42501"));
    await expect(asApp(`truncate gebeurtenis`)).rejects.toMatchObject(refused("42501"));
    await expect(
      asApp(`update gebeurtenis set hash = null, vorige_hash = null, volgnr = null where id = ${id}`),
    ).rejects.toMatchObject(refused("ZR002"));
    await expect(asApp(`update logzegel set nr = 9`)).rejects.toMatchObject(refused("42501"));
    await expect(asApp(`delete from logsleutel`)).rejects.toMatchObject(refused("42501"));
  });

  it.each([
    "delete from gebeurtenis",
    "update gebeurtenis set soort = 'x' where hash is null",
    "truncate gebeurtenis",
    "update logzegel set nr = nr + 9",
    "truncate logzegel, logsleutel",
    "delete from logsleutel",
  ])("stops the owner of the tables who did not mean it: %s", async (sql) => {
    const asOwner = withConnection({ url: t.db.urls.migrate, applicationName: "test" }, (connection) =>
      connection.script(sql),
    );
    await expect(asOwner).rejects.toMatchObject(refused("ZR002"));
  });

  it("takes no line in another's name, and none with words in it", async () => {
    const insert = (columns: string, values: string) =>
      withConnection({ url: t.db.urls.app, applicationName: "test" }, async (connection) => {
        await connection.script(
          `select set_config('app.swv_id', '${t.world.swvId}', false), set_config('app.persoon_id', '${noor.persoonId}', false)`,
        );
        await connection.script(
          `insert into gebeurtenis (swv_id, op, soort, ${columns}) values ('${t.world.swvId}', now(), 'gelezen', ${values})`,
        );
      });
    await insert("actor_id", `'${noor.persoonId}'`);
    await expect(insert("actor_id", `'${fatima.persoonId}'`)).rejects.toMatchObject(refused("42501"));
    await expect(insert("actor_id, taak", `null, 'koerier'`)).rejects.toMatchObject(refused("42501"));
    await expect(
      insert("actor_id, gegevens", `'${noor.persoonId}', '{"reden": ["Sanne wordt gepest"]}'`),
    ).rejects.toMatchObject({ code: "23514", constraint: "gebeurtenis_alleen_codes" });
  });
});
