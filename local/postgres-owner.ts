import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** No process has this number on Linux (at most 2^22) or macOS (at most 99,999). */
const nobodysPid = 999_999_999;

/** Rides on the server's own command line, so that who started it cannot be told wrongly. */
export function starterMark(pid: number): string {
  return `zorgronde-starter-${pid}.`;
}

export type Owner =
  | { readonly kind: "none" }
  | { readonly kind: "live"; readonly pid: number }
  | { readonly kind: "orphan"; readonly pid: number };

/**
 * Who holds this cluster. A server whose parent is no longer the one that started it is an orphan of ours: its
 * starter was killed. A number that now belongs to another program is made harmless; the rest of the file stays,
 * because with it PostgreSQL itself makes sure that no old worker still writes.
 */
export function ownerOf(cluster: string): Owner {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return { kind: "none" };
  const [first = "", ...rest] = readFileSync(file, "utf8").split("\n");
  const pid = Math.abs(Number(first));
  const server = Number.isSafeInteger(pid) && pid > 0 ? processOf(pid) : undefined;
  if (server?.command.includes(`-D ${cluster} `)) {
    return server.command.includes(starterMark(server.parent))
      ? { kind: "live", pid }
      : { kind: "orphan", pid };
  }
  if (server !== undefined) writeFileSync(file, [String(nobodysPid), ...rest].join("\n"));
  return { kind: "none" };
}

interface Running {
  readonly parent: number;
  readonly command: string;
}

function processOf(pid: number): Running | undefined {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): Running | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return { parent: Number(parent), command };
  } catch {
    return undefined; // the process has gone
  }
}

function fromPs(pid: number): Running | undefined {
  const answer = spawnSync("ps", ["-ww", "-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" });
  const line = /^\s*(\d+)\s+(.*)$/m.exec(answer.stdout);
  return answer.status === 0 && line ? { parent: Number(line[1]), command: line[2] ?? "" } : undefined;
}
