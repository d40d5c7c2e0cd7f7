import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { z } from "zod/v4";
import type { ZorgteamScope } from "#domain/scope.ts";
import { DatabaseAway, DatabaseError, failureOf } from "./failure.ts";
import { type Parameter, parserFor, sent } from "./value.ts";

export { DatabaseAway, DatabaseError } from "./failure.ts";
export { bytes, instant, type Parameter, plainDate, plainTime } from "./value.ts";

declare const minted: unique symbol;

/** A transaction under way, with the scope that row-level security holds it to. Ends with the function it was given to. */
export interface Tx {
  readonly scope: ZorgteamScope;
  /** The moment of this transaction, from the one Clock; the same in every try. */
  readonly now: Temporal.Instant;
  readonly [minted]: "tx";
}

export interface DatabaseOptions {
  readonly url: string;
  /** Shows in `pg_stat_activity`; no personal data. */
  readonly applicationName: string;
  readonly max: number;
  readonly clock: { now(): Temporal.Instant };
  /** Hears the code of what went wrong outside any transaction: an idle connection, a hook after a commit. */
  readonly onError: (code: string) => void;
}

export interface Database {
  /**
   * Runs `run` in one transaction and commits, or undoes everything when it throws. It can run again when transactions
   * were in each other's way (at most 4 times in all), and once for each connection of this pool that is from before a
   * change of the schema, so it does nothing but ask and change the database.
   */
  transact<T>(scope: ZorgteamScope, run: (tx: Tx) => Promise<T>, options?: TransactOptions): Promise<T>;
  close(): Promise<void>;
}

export interface TransactOptions {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
}

/** What a Tx stands for; kept out of the Tx, so that only this file reaches the driver. */
interface Running {
  readonly client: pg.ClientBase;
  readonly hooks: Set<() => unknown>;
  /** The statement under way; the next one waits for it. */
  tail: Promise<unknown>;
  underway: number;
  failed: DatabaseError | DatabaseAway | undefined;
}

const running = new WeakMap<Tx, Running>();
const tries = 4;

const settings = {
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
  /** For a server that fell silent, where its own timeouts do not reach us. */
  query_timeout: 15_000,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  options: "-c TimeZone=UTC -c DateStyle=ISO,YMD",
  types: {
    getTypeParser: (oid: number, format?: "text" | "binary") =>
      format === "binary" ? pg.types.getTypeParser(oid, format) : parserFor(oid, pg.types.getTypeParser),
  },
} as const;

export function openDatabase({ url, applicationName, max, clock, onError }: DatabaseOptions): Database {
  const pool = new pg.Pool({ ...settings, connectionString: url, application_name: applicationName, max });
  const report = (error: unknown): void => onError(failureOf(error).code);
  // A connection can fall away idle in the pool or lent out between two statements; unheard, both end the process.
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    async transact(scope, run, options = {}) {
      const tx = { scope, now: clock.now() } as Tx;
      for (let attempt = 1, outdated = 0; ; ) {
        try {
          const { value, hooks } = await once(pool, tx, run, options);
          for (const hook of hooks) await heard(hook, onError);
          return value;
        } catch (error) {
          if (!(error instanceof DatabaseError)) throw error;
          // That connection is closed, and there are no more of them than this.
          if (error.outdated && outdated < max) {
            outdated += 1;
            continue;
          }
          if (attempt === tries || !error.passes) throw error;
          await pause(10 * 2 ** attempt * Math.random());
          attempt += 1;
        }
      }
    },
    close: () => (pool.ended || pool.ending ? Promise.resolve() : pool.end()),
  };
}

/** The work is committed, so what fails now may not look like a failure of it. */
async function heard(hook: () => unknown, onError: (code: string) => void): Promise<void> {
  try {
    await hook();
  } catch {
    onError("AFTER_COMMIT_FAILED");
  }
}

async function once<T>(
  pool: pg.Pool,
  tx: Tx,
  run: (tx: Tx) => Promise<T>,
  { isolation = "read committed" }: TransactOptions,
): Promise<{ value: T; hooks: Running["hooks"] }> {
  const client = await pool.connect().catch((error: unknown) => {
    throw failureOf(error);
  });
  const state: Running = {
    client,
    hooks: new Set(),
    tail: Promise.resolve(),
    underway: 0,
    failed: undefined,
  };
  let usable = true;
  try {
    await send(client, `begin isolation level ${isolation}`);
    await send(client, setScope, scopeSettings(tx));
    running.set(tx, state);
    const value = await run(tx);
    if (state.underway > 0)
      throw new Error("a query was still under way when its transaction ended: await it");
    if (state.failed !== undefined) throw state.failed;
    running.delete(tx);
    await send(client, "commit");
    return { value, hooks: state.hooks };
  } catch (error) {
    running.delete(tx);
    await state.tail;
    usable = ![state.failed, error].some(endsConnection) && (await undone(client));
    throw state.failed instanceof DatabaseError && (state.failed.passes || state.failed.outdated)
      ? state.failed
      : error;
  } finally {
    running.delete(tx);
    client.release(!usable);
  }
}

/** Away, or holding statements that the server no longer knows or can run (0042). */
function endsConnection(error: unknown): boolean {
  return error instanceof DatabaseAway || (error instanceof DatabaseError && error.outdated);
}

async function undone(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query("rollback");
    return true;
  } catch {
    return false; // the connection is thrown away, and the server undoes the work itself
  }
}

const setScope = `select set_config('app.swv_id', $1, true), set_config('app.persoon_id', $2, true),
  set_config('app.szt_ids', $3, true), set_config('app.taak', $4, true), set_config('app.now', $5, true)`;

function scopeSettings({ scope, now }: Tx): readonly string[] {
  return scope.kind === "persoon"
    ? [scope.swvId, scope.persoonId, `{${scope.sztIds.join(",")}}`, "", now.toString()]
    : [scope.swvId, "", "{}", scope.taak, now.toString()];
}

/** Asks a question; every row goes through its schema. */
export async function query<S extends z.ZodType>(
  tx: Tx,
  row: S,
  sql: string,
  parameters: readonly Parameter[] = [],
): Promise<z.output<S>[]> {
  const { rows } = await inTurn(tx, sql, parameters);
  return rows.map((found) => parsed(row, found));
}

/** Changes something; answers how many rows it touched. */
export async function execute(tx: Tx, sql: string, parameters: readonly Parameter[] = []): Promise<number> {
  const { rowCount } = await inTurn(tx, sql, parameters);
  return rowCount ?? 0;
}

/** Runs after the commit, and not at all when there is none. The same function runs once, however often it is given. */
export function after(tx: Tx, hook: () => unknown): void {
  stateOf(tx).hooks.add(hook);
}

function stateOf(tx: Tx): Running {
  const state = running.get(tx);
  if (state === undefined) throw new Error("this transaction is over: do not keep a Tx");
  return state;
}

/** One connection answers one statement at a time, also when a caller asks several at once. */
async function inTurn(
  tx: Tx,
  sql: string,
  parameters: readonly Parameter[],
): Promise<pg.QueryResult<unknown[]>> {
  const state = stateOf(tx);
  state.underway += 1;
  const turn = state.tail.then(() => {
    if (running.get(tx) !== state) throw new Error("this transaction is over");
    return send(state.client, sql, parameters);
  });
  state.tail = turn.catch(() => undefined);
  try {
    return await turn;
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof DatabaseAway) state.failed ??= error;
    throw error;
  } finally {
    state.underway -= 1;
  }
}

async function send(
  client: pg.ClientBase,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<pg.QueryResult<unknown[]>> {
  const values = parameters.map((parameter, index) => sent(parameter, index + 1));
  try {
    if (values.length === 0) return await client.query(sql);
    return await client.query({ ...named(sql), text: sql, values });
  } catch (error) {
    throw failureOf(error, sql === "commit");
  }
}

const names = new Map<string, string>();
/** As many texts as a connection keeps at the server. Our texts are constants, far fewer than this. */
const mostNames = 2_000;

/** By its name the server knows the statement again, and reads and plans it once for each connection (0042). */
function named(sql: string): { readonly name?: string } {
  const known = names.get(sql);
  if (known !== undefined) return { name: known };
  if (names.size === mostNames) return {};
  const name = createHash("sha256").update(sql).digest("base64url");
  names.set(sql, name);
  return { name };
}

/** A row that is not what its schema says is a broken promise; the message names columns, never what is in them. */
function parsed<S extends z.ZodType>(schema: S, row: unknown): z.output<S> {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.code}`).join(", ");
  throw new DatabaseError({ code: "ROW_MISMATCH", words: where });
}

/** A connection without a scope, for work on the schema itself: migrations, the dump, making roles. */
export interface Connection {
  query<S extends z.ZodType>(row: S, sql: string, parameters?: readonly Parameter[]): Promise<z.output<S>[]>;
  /** Several statements in one text, without parameters. */
  script(sql: string): Promise<void>;
}

export async function withConnection<T>(
  { url, applicationName }: { readonly url: string; readonly applicationName: string },
  run: (connection: Connection) => Promise<T>,
): Promise<T> {
  const patient = { statement_timeout: 0, lock_timeout: 30_000, query_timeout: 0 };
  const client = new pg.Client({
    ...settings,
    ...patient,
    connectionString: url,
    application_name: applicationName,
  });
  client.on("error", () => undefined); // the statement under way fails with it
  try {
    await client.connect().catch((error: unknown) => {
      throw failureOf(error);
    });
    return await run({
      async query(row, sql, parameters = []) {
        const { rows } = await send(client, sql, parameters);
        return rows.map((found) => parsed(row, found));
      },
      async script(sql) {
        await send(client, sql);
      },
    });
  } finally {
    await client.end();
  }
}
