import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { type Account, type PostgresProblem, PostgresRefused } from "./postgres-account.ts";
import { starterMark } from "./postgres-owner.ts";

interface Wanted {
  readonly bin: string;
  readonly account: Account | undefined;
  readonly cluster: string;
  /** The folder of a socket beside the port; "" for none. */
  readonly socket: string;
  readonly port: number;
  readonly fast: boolean;
}

interface Server {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** What the server says when it gives up, and what we make of it. */
const complaints: readonly (readonly [RegExp, PostgresProblem | "again", string])[] = [
  [
    /pre-existing shared memory block|shared memory block .* still in use/,
    "again",
    "old workers are still ending",
  ],
  [/lock file "postmaster.pid" already exists/, "in-use", "is already in use by another server"],
  [/could not (bind|create any TCP)/, "port-taken", "cannot listen: the port is taken"],
];

/** Old workers of a killed server need a moment to notice; a port that was free can be taken in between. */
const attempts = 20;

export async function serve(wanted: Wanted): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = wanted.port === 0 ? await freePort() : wanted.port;
    const said: string[] = [];
    const child = launch({ ...wanted, port });
    if (await isReady(child, said)) return server(child, port);
    const text = said.join("\n");
    const [, kind, meaning] = complaints.find(([pattern]) => pattern.test(text)) ?? [];
    const again = kind === "again" || (kind === "port-taken" && wanted.port === 0);
    if (!again || attempt === attempts) {
      const problem = kind === undefined || kind === "again" ? "not-started" : kind;
      throw new PostgresRefused(problem, `${wanted.cluster} ${meaning ?? "could not be started"}:\n${text}`);
    }
    await pause(200);
  }
}

/** `detached`, so that Ctrl-C in a terminal reaches us first and we stop it when our own work is done. */
function launch({ bin, account, cluster, socket, port, fast }: Wanted): ChildProcess {
  const place = { port, unix_socket_directories: socket, cluster_name: starterMark(process.pid) };
  const settings = { ...always, ...(fast ? careless : {}), ...place };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return spawn(join(bin, "postgres"), ["-D", cluster, ...args], {
    cwd: "/",
    env,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    ...account,
  });
}

/** Nothing that somebody typed may reach the server's own log: no statements, no details, no parameters. */
const always = {
  listen_addresses: "127.0.0.1",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
};

const careless = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  deadlock_timeout: "50ms",
};

/** Keeps the last lines of what the server says, for the message when it gives up. */
async function isReady(child: ChildProcess, said: string[]): Promise<boolean> {
  if (child.stderr === null) return false;
  const lines = createInterface({ input: child.stderr });
  const ready = new Promise<boolean>((answer) => {
    child.once("error", (error) => {
      said.push(error.message);
      answer(false);
    });
    child.once("close", () => answer(false));
    lines.on("line", (line) => {
      if (/database system is ready to accept connections/.test(line)) answer(true);
      said.push(line);
      if (said.length > 20) said.shift();
    });
  });
  return ready;
}

function server(child: ChildProcess, port: number): Server {
  const gone = once(child, "exit");
  const lastWish = (): void => void child.kill("SIGINT");
  process.once("exit", lastWish);
  child.once("exit", () => process.off("exit", lastWish));
  const stop = async (): Promise<void> => {
    // SIGINT ends connections and writes everything; the harder ones lean on recovery at the next start.
    for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await Promise.race([gone, pause(10_000, undefined, { ref: false })]);
    }
  };
  return { port, pid: child.pid ?? 0, stop };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("a listening socket has no port");
  return address.port;
}
