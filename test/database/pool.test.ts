import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import {
  after as afterCommit,
  DatabaseAway,
  DatabaseError,
  execute,
  instant,
  openDatabase,
  plainDate,
  plainTime,
  query,
  type Tx,
  withConnection,
} from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import { freshDatabase, type TestDatabase } from "#test/database.ts";
import { aPersonScope } from "./scope.ts";

const swvId = "11111111-1111-4111-8111-111111111111";
const scope = taskScope(swvId, "bewaren");
const settingsRow = z.object({
  swv: z.string(),
  persoon: z.string(),
  szts: z.string(),
  taak: z.string(),
  now: z.string(),
});
const settingsSql = `select current_setting('app.swv_id', true) as swv, current_setting('app.persoon_id', true) as persoon,
  current_setting('app.szt_ids', true) as szts, current_setting('app.taak', true) as taak, current_setting('app.now', true) as now`;

let test: TestDatabase;
beforeAll(async () => {
  test = await freshDatabase();
  await withConnection({ url: test.urls.migrate, applicationName: "test" }, (connection) =>
    connection.script(`create table teller (id integer primary key, naam text unique, aantal integer check (aantal >= 0));
      insert into teller values (1, 'een', 0), (2, 'twee', 0);
      grant select, insert, update, delete on teller to ${test.roles.app}`),
  );
});
afterAll(() => test.close());

const one = (tx: Tx, expression: string, value: z.ZodType, parameters: readonly (string | number)[] = []) =>
  query(tx, z.object({ value }), `select ${expression} as value`, parameters).then(([row]) => row?.value);

function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Lets nobody on until `count` have come; who comes later passes. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  const all = Promise.withResolvers<void>();
  return () => {
    come += 1;
    if (come === count) all.resolve();
    return all.promise;
  };
}

describe("scope", () => {
  it("stands in the settings of the transaction, with the moment of the clock", async () => {
    const szts = ["22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];
    const persoon = "44444444-4444-4444-8444-444444444444";
    const rows = await test.database.transact(aPersonScope(swvId, persoon, szts), (tx) =>
      query(tx, settingsRow, settingsSql),
    );
    expect(rows).toEqual([
      { swv: swvId, persoon, szts: `{${szts.join(",")}}`, taak: "", now: "2026-11-23T08:00:00Z" },
    ]);
  });

  it("of a named work has no person and no SZT", async () => {
    const rows = await test.database.transact(scope, (tx) => query(tx, settingsRow, settingsSql));
    expect(rows).toEqual([
      { swv: swvId, persoon: "", szts: "{}", taak: "bewaren", now: "2026-11-23T08:00:00Z" },
    ]);
  });

  it("is gone from the connection after a commit and after a failure", async () => {
    const single = test.open("app", { max: 1 });
    await single.transact(scope, async () => undefined);
    expect(await bareSettings(single)).toEqual(["", "", "", "", ""]);
    await failure(single.transact(scope, () => Promise.reject(new Error("no"))));
    expect(await bareSettings(single)).toEqual(["", "", "", "", ""]);
  });

  /** What a statement outside the transaction of a scope finds; `commit` ends that transaction early. */
  async function bareSettings(database: TestDatabase["database"]): Promise<string[]> {
    let found: string[] = [];
    const work = database.transact(scope, async (tx) => {
      await execute(tx, "commit");
      const [row] = await query(tx, settingsRow, settingsSql);
      found = Object.values(row ?? {});
    });
    await work;
    return found;
  }
});

describe("transaction", () => {
  it("keeps nothing of work that throws", async () => {
    await failure(
      test.database.transact(scope, async (tx) => {
        await execute(tx, `insert into teller values (10, 'tien', 0)`);
        throw new Error("second thoughts");
      }),
    );
    expect(
      await test.database.transact(scope, (tx) =>
        query(tx, z.object({}), `select from teller where id = 10`),
      ),
    ).toEqual([]);
  });

  it("fails when a statement failed, also when the work looked away", async () => {
    const work = test.database.transact(scope, async (tx) => {
      await failure(execute(tx, `insert into teller values (1, 'dubbel', 0)`));
    });
    await expect(work).rejects.toMatchObject({ code: "23505", constraint: "teller_pkey", table: "teller" });
  });

  it("fails when a query was not awaited", async () => {
    const work = test.database.transact(scope, async (tx) => {
      void failure(execute(tx, `select pg_sleep(0.01)`));
    });
    await expect(work).rejects.toThrow("await it");
  });

  it("is of no use after its end", async () => {
    let kept: Tx | undefined;
    await test.database.transact(scope, async (tx) => {
      kept = tx;
    });
    await expect(execute(kept as Tx, "select 1")).rejects.toThrow("over");
  });

  it("takes several questions at once, in turn", async () => {
    const answers = await test.database.transact(scope, (tx) =>
      Promise.all([1, 2, 3].map((n) => one(tx, `$1::integer`, z.number(), [n]))),
    );
    expect(answers).toEqual([1, 2, 3]);
  });

  it("answers how many rows a change touched", async () => {
    const count = await test.database.transact(scope, (tx) =>
      execute(tx, `update teller set aantal = 0 where id in (1, 2, 99)`),
    );
    expect(count).toBe(2);
  });

  it("runs a hook once after the commit, and none after a failure", async () => {
    const heard: string[] = [];
    const hook = (): unknown => heard.push("committed");
    await test.database.transact(scope, async (tx) => {
      afterCommit(tx, hook);
      afterCommit(tx, hook);
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual(["committed"]);
    await failure(
      test.database.transact(scope, async (tx) => {
        afterCommit(tx, hook);
        throw new Error("no");
      }),
    );
    expect(heard).toEqual(["committed"]);
  });

  it("stands when a hook fails, and reports the hook", async () => {
    const before = test.reported.length;
    const answer = await test.database.transact(scope, async (tx) => {
      afterCommit(tx, () => Promise.reject(new Error("the courier sleeps")));
      return "done";
    });
    expect(answer).toBe("done");
    expect(test.reported.slice(before)).toEqual(["AFTER_COMMIT_FAILED"]);
  });
});

describe("two transactions in each other's way", () => {
  it("both succeed after a deadlock, because the loser tries again", async () => {
    const meet = meeting(2);
    let runs = 0;
    const work = (first: number, second: number): Promise<void> =>
      test.database.transact(scope, async (tx) => {
        runs += 1;
        await execute(tx, `update teller set aantal = aantal + 1 where id = $1`, [first]);
        await meet();
        await execute(tx, `update teller set aantal = aantal + 1 where id = $1`, [second]);
      });
    await Promise.all([work(1, 2), work(2, 1)]);
    expect(runs).toBe(3);
  });

  it("both count when serializable, because the loser tries again", async () => {
    await test.database.transact(scope, (tx) => execute(tx, `update teller set aantal = 0 where id = 1`));
    const meet = meeting(2);
    const work = (): Promise<void> =>
      test.database.transact(
        scope,
        async (tx) => {
          const found = await one(tx, `(select aantal from teller where id = 1)`, z.number());
          await meet();
          await execute(tx, `update teller set aantal = $1 where id = 1`, [Number(found) + 1]);
        },
        { isolation: "serializable" },
      );
    await Promise.all([work(), work()]);
    expect(
      await test.database.transact(scope, (tx) =>
        one(tx, `(select aantal from teller where id = 1)`, z.number()),
      ),
    ).toBe(2);
  });

  it("gives up after four tries", async () => {
    let runs = 0;
    const work = test.database.transact(scope, async (tx) => {
      runs += 1;
      await execute(tx, `do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(work).rejects.toMatchObject({ code: "40001" });
    expect(runs).toBe(4);
  });

  it("does not try again what can never succeed", async () => {
    let runs = 0;
    const work = test.database.transact(scope, async (tx) => {
      runs += 1;
      await execute(tx, `update teller set aantal = -1 where id = 1`);
    });
    await expect(work).rejects.toMatchObject({ code: "23514" });
    expect(runs).toBe(1);
  });
});

describe("a statement that is kept at the server", () => {
  const asked = z.object({ id: z.number() }).loose();
  const all = "select * from kast where id = $1";
  const migrate = (sql: string) =>
    withConnection({ url: test.urls.migrate, applicationName: "test" }, (connection) =>
      connection.script(sql),
    );

  it("is read and planned once for a connection, whatever is asked with it", async () => {
    const single = test.open("app", { max: 1 });
    for (const id of [1, 2, 3])
      await single.transact(scope, (tx) => execute(tx, `select naam from teller where id = $1`, [id]));
    const kept = await single.transact(scope, (tx) =>
      query(
        tx,
        z.object({ uses: z.number() }),
        `select (generic_plans + custom_plans)::int as uses from pg_prepared_statements where statement like $1`,
        ["select naam from teller%"],
      ),
    );
    expect(kept).toEqual([{ uses: 3 }]);
  });

  it("goes on after a migration that changes its answer, on connections from before it", async () => {
    await migrate(`create table kast (id integer primary key); insert into kast values (1);
      grant select on kast to ${test.roles.app}`);
    // More of them than a transaction is tried that others were in the way of.
    const pool = test.open("app", { max: 6 });
    const meet = meeting(6);
    const everywhere = Array.from({ length: 6 }, () =>
      pool.transact(scope, async (tx) => {
        const found = await query(tx, asked, all, [1]);
        await meet();
        return found;
      }),
    );
    expect(await Promise.all(everywhere)).toEqual(Array.from({ length: 6 }, () => [{ id: 1 }]));
    await migrate("alter table kast add column kleur text default 'wit'");
    expect(await pool.transact(scope, (tx) => query(tx, asked, all, [1]))).toEqual([{ id: 1, kleur: "wit" }]);
  });

  it("is not tried for ever when the server can never do it", async () => {
    const pool = test.open("app", { max: 2 });
    let runs = 0;
    const work = pool.transact(scope, async (tx) => {
      runs += 1;
      await execute(tx, `do $$ begin raise exception using errcode = '0A000'; end $$`);
    });
    await expect(work).rejects.toMatchObject({ code: "0A000" });
    expect(runs).toBe(3);
  });

  it("goes on when the server lost it", async () => {
    const single = test.open("app", { max: 1 });
    const ask = (): Promise<unknown> => single.transact(scope, (tx) => one(tx, "$1::int", z.number(), [7]));
    expect(await ask()).toBe(7);
    await single.transact(scope, (tx) => execute(tx, "deallocate all"));
    expect(await ask()).toBe(7);
  });
});

describe("values", () => {
  const kinds: readonly (readonly [string, z.ZodType, unknown])[] = [
    [`date '2026-11-23'`, plainDate, Temporal.PlainDate.from("2026-11-23")],
    [`time '08:30'`, plainTime, Temporal.PlainTime.from("08:30")],
    [
      `timestamptz '2026-11-23 09:00:00.123456+01'`,
      instant,
      Temporal.Instant.from("2026-11-23T08:00:00.123456Z"),
    ],
    [`9007199254740991::bigint`, z.number(), 9_007_199_254_740_991],
    [`array[date '2026-01-01', null]`, z.array(z.unknown()), [Temporal.PlainDate.from("2026-01-01"), null]],
    [`array[1::bigint]`, z.array(z.number()), [1]],
    [`array['een,"twee"', 'drie']`, z.array(z.string()), [`een,"twee"`, "drie"]],
    [`'{"a": [1]}'::jsonb`, z.unknown(), { a: [1] }],
    [`'\\x00ff'::bytea`, z.instanceof(Buffer), Buffer.from([0, 255])],
    [`null::date`, z.null(), null],
    [`true`, z.boolean(), true],
  ];
  it.each(kinds)("%s is read", async (expression, schema, expected) => {
    const value = await test.database.transact(scope, (tx) => one(tx, expression, schema));
    expect(String(value)).toBe(String(expected));
    expect(value).toEqual(expected);
  });

  const unread = [
    `1::numeric`,
    `array[1.5]`,
    `timestamp '2026-11-23 09:00'`,
    `interval '1 day'`,
    `9007199254740992::bigint`,
    `date 'infinity'`,
  ];
  it.each(unread)("%s is not read", async (expression) => {
    const work = test.database.transact(scope, (tx) => one(tx, expression, z.unknown()));
    await expect(work).rejects.toMatchObject({ code: "UNREADABLE" });
  });

  const sentKinds = [
    ["date", Temporal.PlainDate.from("2026-02-28")],
    ["time", Temporal.PlainTime.from("08:30:15")],
    ["timestamptz", Temporal.Instant.from("2026-11-23T08:00:00.000001Z")],
    ["uuid[]", ["22222222-2222-4222-8222-222222222222"]],
    ["date[]", [Temporal.PlainDate.from("2026-02-28")]],
    ["bytea", Buffer.from([0, 39, 92, 255])],
    ["bigint", 12],
    ["text", "Robert'); --"],
    ["text[]", [`a"b`, "c\\d", "{}"]],
    ["boolean", false],
  ] as const;
  it.each(sentKinds)("a %s comes back as it was sent", async (type, value) => {
    const back = await test.database.transact(scope, (tx) =>
      query(tx, z.object({ value: z.unknown() }), `select $1::${type} as value`, [value]),
    );
    expect(back).toEqual([{ value }]);
    expect(String(back[0]?.value)).toBe(String(value));
  });

  it("a moment goes as ISO 8601, without quotes", async () => {
    const at = Temporal.Instant.from("2026-11-23T08:00:00Z");
    const back = await test.database.transact(scope, (tx) =>
      query(tx, z.object({ value: z.string() }), `select $1::text as value`, [at]),
    );
    expect(back).toEqual([{ value: "2026-11-23T08:00:00Z" }]);
  });

  it.each([
    ["Date", new Date(0)],
    ["undefined", undefined],
    ["object", { geheim: "Noor" }],
  ])("a %s is not sent", async (_name, value) => {
    const work = test.database.transact(scope, (tx) => execute(tx, `select $1::text`, [value as never]));
    await expect(work).rejects.toThrow("parameter 1");
    await expect(work).rejects.not.toThrow("Noor");
  });
});

describe("errors", () => {
  const secret = "Noor de Wit";
  const telling: readonly (readonly [string, string, readonly string[]])[] = [
    ["a double", `insert into teller values (50, $1, 0), (51, $1, 0)`, [secret]],
    ["a wrong date", `select $1::date`, [secret]],
    ["a broken rule", `insert into teller values (52, $1, -1)`, [secret]],
    [
      "what our own trigger says",
      `do $$ begin raise exception 'no: ${secret}' using hint = '${secret}', detail = '${secret}'; end $$`,
      [],
    ],
  ];
  it.each(telling)("of %s hold no value that was sent", async (_name, sql, parameters) => {
    const error = await failure(test.database.transact(scope, (tx) => execute(tx, sql, parameters)));
    expect(error).toBeInstanceOf(DatabaseError);
    const everything = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack} ${String((error as Error).cause)}`;
    expect(everything).not.toContain("Noor");
  });

  it("of a row that is not what it should be name the column only", async () => {
    const work = test.database.transact(scope, (tx) =>
      query(tx, z.object({ naam: z.enum(["ja", "nee"]) }), `select $1::text as naam`, [secret]),
    );
    await expect(work).rejects.toThrow("database ROW_MISMATCH naam invalid_value");
  });

  it("about our own SQL say what is wrong with it", async () => {
    const work = test.database.transact(scope, (tx) =>
      execute(tx, `select kolom_die_er_niet_is from teller`),
    );
    await expect(work).rejects.toThrow(/42703 .*kolom_die_er_niet_is/);
  });

  it("name the constraint that a trigger gives", async () => {
    const sql = `do $$ begin raise exception using errcode = 'ZR001', constraint = 'nooit_twee'; end $$`;
    await expect(test.database.transact(scope, (tx) => execute(tx, sql))).rejects.toMatchObject({
      code: "ZR001",
      constraint: "nooit_twee",
    });
  });
});

describe("a database that is away", () => {
  const clock = { now: () => Temporal.Instant.from("2026-11-23T08:00:00Z") };

  it("is told apart: nobody listens", async () => {
    const nowhere = openDatabase({
      url: "postgres://a:b@127.0.0.1:1/c",
      applicationName: "test",
      max: 1,
      clock,
      onError: () => undefined,
    });
    const error = await failure(nowhere.transact(scope, async () => undefined));
    await nowhere.close();
    expect(error).toBeInstanceOf(DatabaseAway);
    expect(error).toMatchObject({ code: "ECONNREFUSED", maybeCommitted: false });
  });

  it("is told apart: the connection is ended in the middle, and the next transaction has another one", async () => {
    const single = test.open("app", { max: 1 });
    const error = await failure(
      single.transact(scope, async (tx) => {
        const pid = await one(tx, `pg_backend_pid()`, z.number());
        await endConnection(Number(pid));
        await execute(tx, `select 1`);
      }),
    );
    expect(error).toBeInstanceOf(DatabaseAway);
    expect(await single.transact(scope, (tx) => one(tx, "1", z.number()))).toBe(1);
  });

  it("reports the code when an idle connection falls away, and goes on", async () => {
    const heard = Promise.withResolvers<string>();
    const url = test.urls.app;
    const single = openDatabase({ url, applicationName: "test", max: 1, clock, onError: heard.resolve });
    const pid = await single.transact(scope, (tx) => one(tx, `pg_backend_pid()`, z.number()));
    await endConnection(Number(pid));
    expect(await heard.promise).toBe("57P01");
    expect(await single.transact(scope, (tx) => one(tx, "1", z.number()))).toBe(1);
    await single.close();
  });

  async function endConnection(pid: number): Promise<void> {
    await withConnection({ url: test.adminUrl, applicationName: "test" }, (connection) =>
      connection.query(
        z.object({ ended: z.literal(true) }),
        `select pg_terminate_backend($1, 5000) as ended`,
        [pid],
      ),
    );
  }
});

describe("limits", () => {
  it("are five seconds for a statement, three for a lock", async () => {
    const limits = await test.database.transact(scope, (tx) =>
      query(
        tx,
        z.object({ statement: z.string(), lock: z.string(), idle: z.string(), zone: z.string() }),
        `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
          current_setting('idle_in_transaction_session_timeout') as idle, current_setting('TimeZone') as zone`,
      ),
    );
    expect(limits).toEqual([{ statement: "5s", lock: "3s", idle: "10s", zone: "UTC" }]);
  });
});
