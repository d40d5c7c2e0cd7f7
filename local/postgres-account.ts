import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** PostgreSQL refuses to run as root, so root lends it another account of the machine. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export type PostgresProblem =
  | "package-missing"
  | "binaries-unusable"
  | "no-account"
  | "no-directory"
  | "in-use"
  | "port-taken"
  | "not-started";

/** What a person can repair; the message says how, and holds no password. */
export class PostgresRefused extends Error {
  readonly kind: PostgresProblem;

  constructor(kind: PostgresProblem, message: string) {
    super(message);
    this.name = "PostgresRefused";
    this.kind = kind;
  }
}

/** An ordinary user needs no other account. Root takes the owner of an existing cluster, else `postgres` or `nobody`. */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = statSync(cluster, { throwIfNoEntry: false });
  if (existing !== undefined && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new PostgresRefused(
    "no-account",
    "PostgreSQL does not run as root and this machine has no account postgres or nobody: start as an ordinary user or set DATABASE_URL",
  );
}

function idOf(flag: "-u" | "-g", name: string): number | undefined {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

/** Asks the machine itself, because modes alone do not tell what access lists and mounts allow. */
export function reaches(account: Account | undefined, path: string): boolean {
  const asked = spawnSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$1"', "sh", path], {
    cwd: "/",
    ...account,
  });
  return asked.status === 0;
}
