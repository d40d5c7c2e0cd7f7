import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, PostgresRefused, reaches } from "./postgres-account.ts";

/**
 * A folder of ours in a place every account can reach, with a name that follows from `wanted`, so that the next
 * start finds it again. A folder that someone else laid there is not used.
 */
export function placeBeside(wanted: string, what: string, account: Account | undefined): string {
  const key = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  for (const parent of new Set([tmpdir(), "/var/tmp", "/tmp"])) {
    if (!reaches(account, parent)) continue;
    const place = join(parent, `zorgronde-${what}-${key}`);
    mkdirSync(place, { recursive: true, mode: 0o755 });
    const found = lstatSync(place);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) continue;
    chmodSync(place, 0o755);
    return place;
  }
  throw new PostgresRefused(
    "no-directory",
    `No folder that PostgreSQL's account can reach instead of ${wanted}`,
  );
}

/** The folder the cluster lives in: the wanted one, or one elsewhere when PostgreSQL's account cannot get there. */
export function dataPlace(wanted: string, account: Account | undefined, log: (line: string) => void): string {
  mkdirSync(wanted, { recursive: true });
  if (account === undefined) {
    refuseForeign(join(wanted, "cluster"));
    return wanted;
  }
  chmodSync(wanted, 0o755);
  if (reaches(account, wanted)) return wanted;
  const place = placeBeside(wanted, "data", account);
  log(`De database kan niet bij ${wanted}. De gegevens staan daarom in ${place}.`);
  return place;
}

function refuseForeign(cluster: string): void {
  const found = lstatSync(cluster, { throwIfNoEntry: false });
  if (found === undefined || found.uid === process.getuid?.()) return;
  throw new PostgresRefused(
    "no-directory",
    `${cluster} was made under another account of this machine (by root, perhaps): start as that one, or remove it`,
  );
}
