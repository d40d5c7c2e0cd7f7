import { describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { openDatabase, query, withConnection } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import { freshDatabase } from "#test/database.ts";

const scope = taskScope("11111111-1111-4111-8111-111111111111", "bewaren");
const clock = { now: () => Temporal.Instant.from("2026-11-23T08:00:00Z") };

describe("a fresh database", () => {
  it("knows nothing of another", async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    const make = (url: string): Promise<void> =>
      withConnection({ url, applicationName: "test" }, (connection) =>
        connection.script("create table alleen_hier ()"),
      );
    await make(one.urls.migrate);
    await make(other.urls.migrate);
    await Promise.all([one.close(), other.close()]);
  });

  it("has five logins, none of which passes by row level security", async () => {
    const test = await freshDatabase();
    const rows = await withConnection({ url: test.adminUrl, applicationName: "test" }, (connection) =>
      connection.query(
        z.object({ naam: z.string(), machtig: z.boolean() }),
        `select rolname as naam, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as machtig
         from pg_roles where rolname = any ($1)`,
        [Object.values(test.roles)],
      ),
    );
    await test.close();
    expect(rows).toHaveLength(5);
    expect(rows.filter((row) => row.machtig)).toEqual([]);
  });

  it.each(["app", "channel", "digest", "export"] as const)("lets %s make no table", async (login) => {
    const test = await freshDatabase();
    const work = withConnection({ url: test.urls[login], applicationName: "test" }, (connection) =>
      connection.script("create table van_mij ()"),
    );
    await expect(work).rejects.toMatchObject({ code: "42501" });
    await test.close();
  });

  it("lets nobody in but the five logins", async () => {
    const test = await freshDatabase();
    const rows = await withConnection({ url: test.adminUrl, applicationName: "test" }, (connection) =>
      connection.query(
        z.object({ open: z.boolean() }),
        `select coalesce(bool_or(grantee = 0), false) as open from pg_database, aclexplode(datacl) where datname = current_database()`,
      ),
    );
    await test.close();
    expect(rows).toEqual([{ open: false }]);
  });

  it("says so when a test left a pool open", async () => {
    const test = await freshDatabase();
    const left = openDatabase({
      url: test.urls.app,
      applicationName: "vergeten",
      max: 1,
      clock,
      onError: () => undefined,
    });
    await left.transact(scope, (tx) => query(tx, z.object({}), "select"));
    await expect(test.close()).rejects.toThrow("left open: vergeten");
    await left.close();
  });
});
