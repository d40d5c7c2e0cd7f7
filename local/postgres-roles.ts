import { randomBytes } from "node:crypto";
import { z } from "zod/v4";
import type { RoleNames } from "#database/migrate.ts";
import { type Connection, withConnection } from "#database/pool.ts";

export const logins = ["app", "channel", "digest", "export", "migrate"] as const;
export type Login = (typeof logins)[number];

export interface RoleOptions {
  readonly adminUrl: string;
  /** The database, owned by the migrate role; made when it is not there. */
  readonly database: string;
  /** Roles are called `<prefix>_app`, `<prefix>_channel` …; `database` when left out. */
  readonly prefix?: string;
}

export interface MadeRoles {
  readonly urls: Readonly<Record<Login, string>>;
  readonly roles: RoleNames & { readonly migrate: string };
}

const plainName = /^[a-z_][a-z0-9_]{0,40}$/;

/**
 * Makes the five logins, each with a new random password, and the database. None is a superuser or can pass by
 * row-level security. Running it again gives new passwords and keeps the data; in production the beheerder does it.
 */
export async function createRoles({
  adminUrl,
  database,
  prefix = database,
}: RoleOptions): Promise<MadeRoles> {
  for (const name of [database, prefix]) {
    if (!plainName.test(name)) throw new Error(`not a plain name for a database or role: ${name}`);
  }
  const roles = rolesOf(prefix);
  const passwords = byLogin(() => randomBytes(24).toString("base64url"));
  await withConnection({ url: adminUrl, applicationName: "zorgronde roles" }, async (connection) => {
    for (const login of logins) await makeRole(connection, roles[login], passwords[login]);
    await makeDatabase(connection, database, roles);
  });
  await withConnection({ url: urlOf(adminUrl, database), applicationName: "zorgronde roles" }, (connection) =>
    connection.script(`create extension if not exists btree_gist`),
  );
  return {
    roles,
    urls: byLogin((login) => urlOf(adminUrl, database, { name: roles[login], password: passwords[login] })),
  };
}

export function rolesOf(prefix: string): Readonly<Record<Login, string>> {
  return byLogin((login) => `${prefix}_${login}`);
}

function byLogin(make: (login: Login) => string): Readonly<Record<Login, string>> {
  return {
    app: make("app"),
    channel: make("channel"),
    digest: make("digest"),
    export: make("export"),
    migrate: make("migrate"),
  };
}

/** The names are plain and the password is base64url, so neither can end its quotes. */
async function makeRole(connection: Connection, name: string, password: string): Promise<void> {
  const there = await connection.query(z.object({}), `select from pg_roles where rolname = $1`, [name]);
  if (there.length === 0) await connection.script(`create role ${name}`);
  await connection.script(
    `alter role ${name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`,
  );
}

async function makeDatabase(connection: Connection, name: string, roles: MadeRoles["roles"]): Promise<void> {
  const there = await connection.query(z.object({}), `select from pg_database where datname = $1`, [name]);
  if (there.length === 0) {
    await connection.script(
      `create database ${name} owner ${roles.migrate} encoding 'UTF8' template template0`,
    );
  }
  await connection.script(`revoke all on database ${name} from public`);
  await connection.script(`grant connect on database ${name} to ${Object.values(roles).join(", ")}`);
}

/** The same server, another database, and another login when one is given. */
export function urlOf(
  url: string,
  database: string,
  login?: { readonly name: string; readonly password: string },
): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  if (login !== undefined) {
    other.username = login.name;
    other.password = login.password;
  }
  return other.href;
}
