import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { type Account, accountFor, PostgresRefused } from "./postgres-account.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { ownerOf } from "./postgres-owner.ts";
import { dataPlace } from "./postgres-place.ts";
import { serve } from "./postgres-server.ts";

export interface PostgresOptions {
  /** Kept between starts. The cluster itself is the folder `cluster` in it. */
  readonly dataDir: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Throws away what is there first. */
  readonly fresh?: boolean;
  /** No waiting for the disk: for tests only, a power cut loses everything. */
  readonly fast?: boolean;
  readonly log?: (line: string) => void;
}

export interface Postgres {
  /** A superuser, who bypasses row-level security: for making roles and databases only. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Where the data really are; see `dataPlace`. */
  readonly dataDir: string;
  stop(): Promise<void>;
}

const silent = (): void => undefined;
/** With the name of the socket in it no more than the 103 bytes that macOS takes. */
const longestSocket = 86;
const passwordFile = "zorgronde-password";

/**
 * PostgreSQL 18 from npm, as a child of this process, on 127.0.0.1 and with a password. Local use and tests
 * only: production has a PostgreSQL of its own. Throws `PostgresRefused` with what to do about it.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const log = options.log ?? silent;
  const wanted = resolve(options.dataDir);
  const account = accountFor(join(wanted, "cluster"));
  const bin = postgresBinaries({ account, log });
  const dataDir = realpathSync(dataPlace(wanted, account, log));
  const cluster = join(dataDir, "cluster");
  free(cluster, { bin, account, log });
  if (options.fresh === true) rmSync(cluster, { recursive: true, force: true });
  if (!existsSync(cluster)) create(dataDir, { bin, account, fast: options.fast === true });
  const password = readFileSync(join(cluster, passwordFile), "utf8");
  const fast = options.fast === true;
  // A test asks so much that the way through TCP is a good part of its time.
  const socket = fast && cluster.length <= longestSocket ? cluster : "";
  const server = await serve({ bin, account, cluster, socket, port: options.port ?? 0, fast });
  const host = socket === "" ? "127.0.0.1" : encodeURIComponent(socket);
  return {
    adminUrl: `postgres://postgres:${password}@${host}:${server.port}/postgres`,
    port: server.port,
    pid: server.pid,
    dataDir,
    stop: server.stop,
  };
}

/** Whether another start holds these data now. One that was killed does not. */
export function isHeld(dataDir: string): boolean {
  const wanted = resolve(dataDir);
  if (!existsSync(wanted)) return false;
  const place = dataPlace(wanted, accountFor(join(wanted, "cluster")), silent);
  return ownerOf(join(realpathSync(place), "cluster")).kind === "live";
}

/** Stops what a killed start left running and removes the data. Refuses while another start holds them. */
export function removePostgres(dataDir: string, log: (line: string) => void = silent): void {
  const wanted = resolve(dataDir);
  const account = accountFor(join(wanted, "cluster"));
  const place = dataPlace(wanted, account, log);
  free(join(realpathSync(place), "cluster"), { bin: postgresBinaries({ account, log }), account, log });
  for (const folder of new Set([place, wanted])) rmSync(folder, { recursive: true, force: true });
}

interface Tools {
  readonly bin: string;
  readonly account: Account | undefined;
}

/** Refuses when another start holds the cluster; stops a server whose starter was killed. */
function free(
  cluster: string,
  { bin, account, log }: Tools & { readonly log: (line: string) => void },
): void {
  const owner = ownerOf(cluster);
  if (owner.kind === "none") return;
  if (owner.kind === "live") {
    throw new PostgresRefused(
      "in-use",
      `${cluster} is already in use by the server with process number ${owner.pid}`,
    );
  }
  log(`Van een vorige start draaide de database nog (proces ${owner.pid}). Die stopt nu.`);
  run(join(bin, "pg_ctl"), ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "20"], account);
}

/** Made beside its place and then renamed, so that a start cut short leaves no half cluster. */
function create(dataDir: string, { bin, account, fast }: Tools & { readonly fast: boolean }): void {
  const mark = randomBytes(6).toString("hex");
  const fresh = join(dataDir, `new-${mark}`);
  const secret = join(dataDir, `password-${mark}`);
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(secret, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (account !== undefined) for (const path of [fresh, secret]) chownSync(path, account.uid, account.gid);
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${secret}`];
    run(join(bin, "initdb"), ["-D", fresh, ...locale, ...access, ...(fast ? ["--no-sync"] : [])], account);
    // There is a socket in a test only.
    const from = ["host all all 127.0.0.1/32", "local all all"];
    writeFileSync(join(fresh, "pg_hba.conf"), from.map((one) => `${one} scram-sha-256\n`).join(""));
    renameSync(secret, join(fresh, passwordFile));
    if (!existsSync(join(dataDir, "cluster"))) renameSync(fresh, join(dataDir, "cluster"));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(secret, { force: true });
  }
}

function run(program: string, args: readonly string[], account: Account | undefined): void {
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  const done = spawnSync(program, args, { cwd: "/", env, encoding: "utf8", ...account });
  if (done.status === 0) return;
  const said = done.error?.message ?? done.stderr.trim().split("\n").slice(-5).join("\n");
  throw new PostgresRefused("not-started", `${program} failed: ${said}`);
}
