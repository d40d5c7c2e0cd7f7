import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withConnection } from "#database/pool.ts";
import { freshDatabase, type TestDatabase } from "#test/database.ts";
import { dumpForReview, schemaFile } from "./schema.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await freshDatabase();
});
afterAll(() => test.close());

const dump = (): Promise<string> => dumpForReview(test.urls.migrate, test.roles);

/** Older versions of PostgreSQL write out a view in other words, so the file is compared on the one that wrote it. */
describe.skipIf(process.env.TEST_DATABASE_ADMIN_URL !== undefined)("the schema under review", () => {
  it("is what the migrations make; if not: node test/database/dump-schema.ts, and read the difference", async () => {
    expect(await dump()).toBe(readFileSync(schemaFile, "utf8"));
  });
});

describe("the dump tells apart", () => {
  const table = `create table proef (id uuid primary key, naam text);`;
  const changes: readonly (readonly [string, string])[] = [
    ["a column", `alter table proef add column erbij date not null default '2026-01-01'`],
    ["a default", `alter table proef alter column naam set default 'x'`],
    ["not null", `alter table proef alter column naam set not null`],
    ["a check", `alter table proef add check (naam <> '')`],
    ["an index", `create index on proef (naam) where naam is not null`],
    ["row level security", `alter table proef enable row level security`],
    ["row level security for the owner", `alter table proef force row level security`],
    ["a policy", `create policy eigen on proef for select to :app using (naam = 'x')`],
    ["a restrictive policy", `create policy eigen on proef as restrictive using (true)`],
    ["a grant", `grant select, delete on proef to :app`],
    ["a grant to everybody", `grant select on proef to public`],
    ["a grant on a column", `grant update (naam) on proef to :app`],
    [
      "a trigger",
      `create trigger t before update on proef for each row execute function suppress_redundant_updates_trigger()`,
    ],
    ["a function", `create function f() returns integer language sql as 'select 1'`],
    [
      "a function of the owner's rights",
      `create function f() returns integer language sql security definer as 'select 1'`,
    ],
    [
      "who may call a function",
      `create function f() returns integer language sql as 'select 1'; revoke execute on function f from public`,
    ],
    ["a view", `create view gezien as select id from proef`],
    ["an option of a view", `create view gezien with (security_barrier) as select id from proef`],
    ["a type", `create type kleur as enum ('rood', 'groen')`],
    ["a domain", `create domain kort as text check (length(value) < 9)`],
    ["a right on the schema", `grant create on schema public to :app`],
  ];
  it("each of these changes from all the others", async () => {
    const texts = new Map<string, string>();
    for (const [name, sql] of [["nothing", ""] as const, ...changes]) {
      await script(`${table}${sql.replaceAll(":app", test.roles.app)}`);
      texts.set(name, await dump());
      await script(`drop table proef cascade; drop function if exists f; drop type if exists kleur; drop domain if exists kort;
        revoke create on schema public from ${test.roles.app}`);
    }
    expect(new Set(texts.values()).size).toBe(changes.length + 1);
  });

  function script(sql: string): Promise<void> {
    return withConnection({ url: test.urls.migrate, applicationName: "test" }, (connection) =>
      connection.script(sql),
    );
  }
});

it("no name of a role in this database stands in the dump", async () => {
  const text = await dump();
  for (const name of Object.values(test.roles)) expect(text).not.toContain(name);
  expect(text).toContain(":app_role");
});
