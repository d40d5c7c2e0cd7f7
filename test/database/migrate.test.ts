import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import {
  fillRoles,
  type MigrateOptions,
  migrate,
  pendingMigrations,
  readMigrations,
} from "#database/migrate.ts";
import { withConnection } from "#database/pool.ts";
import { freshDatabase, type TestDatabase } from "#test/database.ts";

const now = Temporal.Instant.from("2026-11-23T08:00:00Z");
let test: TestDatabase;
let directory: string;
let options: MigrateOptions;

beforeAll(async () => {
  test = await freshDatabase();
});
afterAll(() => test.close());

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "zorgronde-migration-"));
  options = { migrateUrl: test.urls.migrate, roles: test.roles, now, directory };
  await asMigrate(`drop schema public cascade; create schema public; grant usage on schema public to public`);
  write("0001-eerste.sql", `create table eerste (id integer);\ngrant select on eerste to :app_role;\n`);
  write("0002-tweede.sql", `alter table eerste add column naam text;`);
  return () => rmSync(directory, { recursive: true });
});

function write(name: string, sql: string): void {
  writeFileSync(join(directory, name), sql);
}

function asMigrate(sql: string): Promise<void> {
  return withConnection({ url: test.urls.migrate, applicationName: "test" }, (connection) =>
    connection.script(sql),
  );
}

function applied(): Promise<unknown[]> {
  return withConnection({ url: test.urls.migrate, applicationName: "test" }, (connection) =>
    connection.query(z.unknown(), `select nummer, naam, toegepast_op from schema_migratie order by nummer`),
  );
}

describe("migrations", () => {
  it("are applied in order, with the moment they were applied on", async () => {
    expect(await migrate(options)).toEqual(["0001-eerste.sql", "0002-tweede.sql"]);
    expect(await applied()).toEqual([
      { nummer: 1, naam: "0001-eerste.sql", toegepast_op: now },
      { nummer: 2, naam: "0002-tweede.sql", toegepast_op: now },
    ]);
  });

  it("are applied once: a second time only what is new", async () => {
    await migrate(options);
    expect(await migrate(options)).toEqual([]);
    write("0003-derde.sql", `create table derde (id integer);`);
    expect(await pendingMigrations(options)).toEqual(["0003-derde.sql"]);
    expect(await migrate(options)).toEqual(["0003-derde.sql"]);
  });

  it("may leave numbers open", async () => {
    await migrate(options);
    write("0020-later.sql", `create table later (id integer);`);
    expect(await migrate(options)).toEqual(["0020-later.sql"]);
    expect(await migrate(options)).toEqual([]);
  });

  it("are all pending in an empty database, and looking changes nothing", async () => {
    expect(await pendingMigrations(options)).toEqual(["0001-eerste.sql", "0002-tweede.sql"]);
    expect(await pendingMigrations(options)).toEqual(["0001-eerste.sql", "0002-tweede.sql"]);
    await expect(applied()).rejects.toMatchObject({ code: "42P01" });
  });

  it("are applied once when several processes begin together", async () => {
    const answers = await Promise.all([migrate(options), migrate(options), migrate(options)]);
    expect(answers.flat().sort()).toEqual(["0001-eerste.sql", "0002-tweede.sql"]);
  });

  it("grant to the role by the name it has here", async () => {
    await migrate(options);
    const rows = await withConnection({ url: test.urls.app, applicationName: "test" }, (connection) =>
      connection.query(z.object({}), `select from eerste`),
    );
    expect(rows).toEqual([]);
  });

  it("leave nothing of a file that fails, and keep the files before it", async () => {
    write("0003-derde.sql", `create table derde (id integer); select 1 / 0;`);
    await expect(migrate(options)).rejects.toMatchObject({ code: "22012" });
    expect(await pendingMigrations(options)).toEqual(["0003-derde.sql"]);
    await expect(asMigrate(`select from derde`)).rejects.toMatchObject({ code: "42P01" });
  });
});

describe("a file that cannot be noted down", () => {
  it("is undone", async () => {
    write(
      "0003-derde.sql",
      `create table derde (id integer); alter table schema_migratie add check (nummer < 3);`,
    );
    await expect(migrate(options)).rejects.toMatchObject({ code: "23514" });
    await expect(asMigrate(`select from derde`)).rejects.toMatchObject({ code: "42P01" });
  });
});

describe("a refusal changes nothing", () => {
  const refusals: readonly (readonly [string, () => Promise<void> | void, string])[] = [
    [
      "a file that was changed after it was applied",
      () => write("0002-tweede.sql", `alter table eerste add column ander text;`),
      "changed",
    ],
    ["a file that is gone", () => rmSync(join(directory, "0002-tweede.sql")), "unknown"],
    ["two files with one number", () => write("0002-nog-een.sql", ""), "bad-file"],
    ["a name without a number", () => write("vijfde.sql", ""), "bad-file"],
    [
      "a role that does not exist",
      () => write("0003-derde.sql", `grant select on eerste to :baas_role;`),
      "bad-file",
    ],
    [
      "a database that misses an early one",
      () => asMigrate(`delete from schema_migratie where nummer = 1`),
      "out-of-order",
    ],
  ];
  it.each(refusals)("%s", async (_name, spoil, kind) => {
    await migrate(options);
    await spoil();
    const before = await applied();
    await expect(migrate(options)).rejects.toMatchObject({ name: "MigrationRefused", kind });
    expect(await applied()).toEqual(before);
  });

  it("a changed line end is no change", async () => {
    await migrate(options);
    write("0001-eerste.sql", `create table eerste (id integer);\r\ngrant select on eerste to :app_role;\r\n`);
    expect(await migrate(options)).toEqual([]);
  });
});

describe("names of roles", () => {
  const roles = { app: "zt-app", channel: "zt_channel", digest: "zt_digest", export: "zt_export" };

  it.each([
    ["to :app_role, :export_role;", `to "zt-app", "zt_export";`],
    ["select 'a'::channel_role", "select 'a'::channel_role"],
    ["select x:app_role", "select x:app_role"],
    ["to :app_roles", "to :app_roles"],
  ])("%s becomes %s", (sql, expected) => {
    expect(fillRoles(sql, roles)).toBe(expected);
  });

  it.each([`a"; drop table x; --`, "a'b", "a\nb", "A", "", "a".repeat(64)])(
    "%j is not taken as a name",
    (app) => {
      expect(() => fillRoles("to :app_role", { ...roles, app })).toThrow("role name");
    },
  );
});

it("our own migrations can be read, and give to known roles only", () => {
  const roles = { app: "a", channel: "c", digest: "d", export: "e" };
  for (const file of readMigrations()) expect(fillRoles(file.sql, roles)).not.toMatch(/\s:[a-z]+_role/);
});
